"""Formulas: TeX is read into a tree once; Office maths, pictures, words and measures come out of it."""

from __future__ import annotations

from .linear import linear
from .reader import Refusal, read
from .tree import Node

__all__ = ["Node", "Refusal", "linear", "read"]
