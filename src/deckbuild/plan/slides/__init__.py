"""A deck → slides: what stands on which, where, and how large. Pure: the same deck gives the same plan."""

from __future__ import annotations

from .assemble import plan_slides
from .page import SlidePlan

__all__ = ["SlidePlan", "plan_slides"]
