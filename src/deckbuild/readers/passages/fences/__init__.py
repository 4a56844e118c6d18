"""Fences: what kind of text each holds (`kinds`), and what is read from commands and from prose."""

from .kinds import Kind, kind_of
from .prose import prose
from .verbatim import verbatim

__all__ = ["Kind", "kind_of", "prose", "verbatim"]
