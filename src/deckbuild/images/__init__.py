"""Pictures as bytes: checked, upright, and in a form that every output can show. Nothing here touches a disk."""

from .reading import Still, read
from .vector import Drawing, drawing

__all__ = ["Drawing", "Still", "drawing", "read"]
