"""Captions that stand below or above their picture or diagram, with or without a blank line between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ... import richtext
from ...model import Block, Diagram, Figure, RichText, Style
from .. import blocks as b
from ..inline import read_inline
from . import fences, marks, prose
from . import vocabulary as v

MAX_CAPTION = 120

_NUMBERED = re.compile(r"\W*(?:그림|사진|도표|fig(?:ure)?\b\.?|図|图|圖)\s?\d+(?:[-.]\d+)*", re.IGNORECASE)
_TELLS = re.compile(r"[은는이가을를의에와과로]|[はがをにでのと]|\s*[a-z]|\s*(?:显示|顯示|所示|中)")
"""What goes on behind the number of a figure where a sentence speaks of it: `그림 1은 …`, `Figure 2 shows …`."""


def captioned(before: Block | None, line: prose.Line) -> Figure | Diagram | None:
    """The figure or diagram directly above a line that is its caption: `Figure 1. …`, `그림 2 …`, or a line in italics."""
    if (
        not isinstance(before, Figure | Diagram)
        or (isinstance(before, Diagram) and before.caption)
        or line.place.line
        > before.place.last + (2 if isinstance(before, Diagram) else 1)  # behind the end of its fence
        or len(line.text.plain) > MAX_CAPTION
    ):
        return None
    italic = prose.styled_whole(line.text, Style.ITALIC)
    named = italic and before.caption.plain in ("", _alt(before)) and not v.EXAMPLE_START.search(line.text.plain)
    if not (named or _NUMBERED.match(line.text.plain)):
        return None
    return replace(before, caption=_bare(line.text), place=before.place.to(line.place))


def with_caption(before: Block, line: prose.Line) -> Figure | Diagram | None:
    """A figure or diagram with the caption that stands beyond a blank line, behind the title that it has; else nothing."""
    if not isinstance(before, Figure | Diagram):
        return None
    own = RichText() if before.caption.plain == _alt(before) else before.caption
    first, last = sorted((before.place, line.place), key=lambda place: place.line)
    return replace(before, caption=richtext.join(filter(None, [_bare(line.text), own]), " · "), place=first.to(last))


def _bare(text: RichText) -> RichText:
    return richtext.without(text, Style.ITALIC) if prose.styled_whole(text, Style.ITALIC) else text


def _alt(before: Figure | Diagram) -> str:
    return before.alt if isinstance(before, Figure) else ""


def apart(nodes: Sequence[marks.Marked]) -> Mapping[int, int]:
    """Where the captions stand of pictures that a blank line parts from theirs, both by their places among the nodes.

    A caption stands below its picture; above it where pictures and captions take turns from a caption to a picture.
    """
    found: dict[int, int] = {}
    for first, last in _runs(nodes):
        captions = [_is_caption(node) for node in nodes[first:last]]
        above = captions[0] and not captions[-1] and all(one != other for one, other in pairwise(captions))
        for i, is_caption in enumerate(captions):
            picture = i + 1 if above else i - 1
            if is_caption and 0 <= picture < len(captions) and not captions[picture]:
                found[first + picture] = first + i
    return found


def _runs(nodes: Sequence[marks.Marked]) -> Iterator[tuple[int, int]]:
    """From where to where nodes are nothing but pictures and captions, at least one of each."""
    last = 0
    for at in [i for i, node in enumerate(nodes) if _is_caption(node)]:
        if at < last:
            continue
        first = at
        while first > last and _is_picture(nodes[first - 1]):
            first -= 1
        last = at + 1
        while last < len(nodes) and (_is_caption(nodes[last]) or _is_picture(nodes[last])):
            last += 1
        if last - first > 1:
            yield first, last


def _is_caption(node: marks.Marked) -> bool:
    """Whether a paragraph is one line that bears the number of a figure and names it: a sentence about it is text."""
    if not isinstance(node, b.Paragraph) or "\n" in node.text or len(node.text) > 2 * MAX_CAPTION:
        return False
    if not _NUMBERED.match(node.text):
        return False
    text = read_inline(node.text).text
    if any(run.kind == "image" for run in text):
        return False
    plain = text.plain
    number = _NUMBERED.match(plain)
    if not number or len(plain) > MAX_CAPTION or number.start():
        return False
    rest = plain[number.end() :]
    return rest[:1] in (".", ":", "：", "．", "。", ")", "）") or not (
        _TELLS.match(rest) or v.SENTENCE_END.search(rest)
    )


def _is_picture(node: marks.Marked) -> bool:
    if isinstance(node, b.Fence):
        return not node.verbatim and fences.kind_of(node) == "diagram"
    if not isinstance(node, b.Paragraph) or "\n" in node.text:
        return False
    shown = [run for run in read_inline(node.text).text if run.kind == "image" or run.text.strip()]
    return [run.kind for run in shown] == ["image"]
