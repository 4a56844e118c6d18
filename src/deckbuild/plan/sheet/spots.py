"""Where an atom stands and how it is set: indents, gaps and frames that `atoms` gives and the template draws by."""

from __future__ import annotations

from typing import Any

from msgspec import Struct

from .shapes import Frame, FrameKind

PARAGRAPH_EMS = 330.0
"""A paragraph that is longer is cut, so that a column may break within it."""
INDENT = {"bullet": 0.85, "number": 1.35, "plus": 0.95, "minus": 0.95}
"""em: from a marker to the text behind it. The template draws by the same figures."""
TITLE_EMS = 110.0
"""What is longer goes on below its title, as text."""
LONGEST_COMMAND_EMS = 160.0
TIGHT = 0.56
"""em between the items of a list, and between lines that belong together."""
AIR = 0.66
"""em between atoms."""
FRAMES: dict[str, FrameKind] = {
    "tip": "tip", "hint": "tip", "success": "tip", "check": "tip", "done": "tip", "important": "warning",
    "warning": "warning",
    "caution": "warning", "danger": "warning", "error": "warning", "bug": "warning", "attention": "warning",
    "failure": "warning",
    "quote": "quote", "cite": "quote", "example": "example",
}  # fmt: skip
LIST_PRIOR = {"examples": 0.4, "references": 0.2, "steps": 0.8}


class Spot(Struct, frozen=True):
    """Where an atom stands: in how many lists, how far in (em), in which frame."""

    depth: int = 0
    left: float = 0.0
    frame: Frame | None = None

    @property
    def at(self) -> dict[str, Any]:
        """The same as fields of an atom."""
        return {"depth": self.depth, "left": self.left, "frame": self.frame}

    def inside(self, indent: float) -> Spot:
        """Within an item of a list that stands here."""
        return Spot(self.depth + 1, round(self.left + indent, 3), self.frame)


TOP = Spot()
