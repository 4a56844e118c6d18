"""A deck → slides: what stands on which, where, and how large. Pure: the same deck gives the same plan."""

from __future__ import annotations

from .assemble import plan_slides
from .frame import RATIOS
from .page import SlidePlan

__all__ = ["RATIOS", "SlidePlan", "plan_slides"]
