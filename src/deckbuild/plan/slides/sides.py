"""Two things beside each other, before anybody has drawn them."""

from __future__ import annotations

from msgspec import Struct

from ...model import RichText

Told = tuple[RichText, ...]
"""Paragraphs that are one cell."""


class Sides(Struct, frozen=True):
    """Two things that are compared, or what speaks for and against one: their names, and what is said of each.

    Of two that are compared the second is the point; where both `weigh` the same, as for and against do, neither is.
    """

    heads: tuple[RichText, RichText]
    rows: tuple[tuple[Told, Told], ...]
    weigh: bool = False
