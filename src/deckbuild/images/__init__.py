"""Pictures as bytes: checked, upright, and in a form that every output can show. Nothing here touches a disk."""

from .reading import Still, read
from .vector import Drawing, drawing, embedded

__all__ = ["Drawing", "Still", "drawing", "embedded", "read"]
