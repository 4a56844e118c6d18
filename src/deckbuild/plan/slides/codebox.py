"""Boxes of code before anybody has drawn them: which commands share one, and which stay together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from ...model import EMPTY, Block, Command, RichText

FEW = 3
"""Commands of a fence that stay on one slide, each with what it does."""


class CodeBox(Struct, frozen=True):
    """Code in a box, with what it does (`comment`) beside it and what it prints below. One that `follows` another stands
    in the same fence of the note, and stays with it; `under`: it stands in an item of a list."""

    code: str
    lang: str = ""
    comment: RichText = EMPTY
    output: str = ""
    caption: RichText = EMPTY
    follows: bool = False
    under: bool = False


_Any = TypeVar("_Any")


def fused(found: Iterable[_Any]) -> list[_Any | CodeBox]:
    """Commands of one kind without comments, one after the other, share a box."""
    out: list[_Any | CodeBox] = []
    for alike, group in groupby(found, key=_fusible):
        members = list(group)
        if alike and len(members) > 1:
            out.append(CodeBox("\n".join(e.code for e in members if isinstance(e, CodeBox)), alike))
        else:
            out += members
    return out


def _fusible(element: object) -> str:
    """The language of a bare one-line command; empty for everything else."""
    bare = isinstance(element, CodeBox) and not (element.comment or element.output or element.caption)
    return element.lang if bare and isinstance(element, CodeBox) and "\n" not in element.code else ""


def following(blocks: Sequence[Block]) -> frozenset[int]:
    """Which blocks are commands that follow others in a fence of few: no blank line and no text parts them."""
    runs: list[list[int]] = []
    for n, block in enumerate(blocks):
        if not isinstance(block, Command) or not block.place.line:
            continue
        before = blocks[n - 1] if n else None
        if isinstance(before, Command) and before.place.last + 1 == block.place.line:
            runs[-1].append(n)
        else:
            runs.append([n])
    return frozenset(n for run in runs if len(run) <= FEW for n in run[1:])
