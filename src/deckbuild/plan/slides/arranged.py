"""Where a figure and the text beside it stand."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from .frame import Frame, Rect

LEAST_FIGURE = 272.0


class Arrangement(Struct, frozen=True):
    """Where the text and the figure stand."""

    text: Rect
    figure: Rect


def _arranged(frame: Frame, text: float, figure: float) -> Arrangement:
    """Text so wide, and the figure so far right of it, as on a body of 848 points."""
    body, start = frame.body, frame.across(figure)
    return Arrangement(replace(body, w=frame.across(text)), Rect(body.x + start, body.y, body.w - start, body.h))


def wide(frame: Frame) -> Arrangement:
    """A large figure beside a narrow column."""
    return _arranged(frame, 340.0, 384.0)


def narrow(frame: Frame) -> Arrangement:
    """A tall figure beside a wide column; it stays legible where the body is not wide."""
    start = min(536.0, 536.0 * (frame.body.w - LEAST_FIGURE) / frame.across(536.0))
    return _arranged(frame, start - 56.0, start)
