"""The parts of a string → a scene: the string in one size, a rule below each named part, its name under the rule.

A name that is wider than its part is set lower, below the names to its right, and joined to its rule by a leader: so
nothing is moved apart, and the string stays the string.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from ..model import RichText, Run
from .alt import anatomy_alt
from .anatomy import Part
from .lettering import mono_width, pitch, width, wrap
from .scene import SMALL, STRING, TITLE, Box, Node, Point, Scene, Span, Text, Tone, numbered

SIZES = (STRING, 40.0, 36.0, 32.0)
ROOM = 848.0
"""The width of a slide's body in points: the longest line of a string, which then goes on in the next row."""

INSET = 2.0
UNDER, BELOW = 6.0, 10.0
"""From the string to its rule, from the rule to the words."""

APART, LEVEL, ROWS = 14.0, 10.0, 36.0
"""The space between neighbouring names, between levels of names, between rows of the string."""

NAME = 200.0
"""Where a name is broken, unless its part is wider."""


class _Laid(Struct, frozen=True):
    """A part at its place in the row. `level` is how many levels of names lie above its own."""

    part: Part
    left: float
    width: float
    tone: Tone
    name: tuple[RichText, ...]
    remark: tuple[RichText, ...]
    level: int = 0

    @property
    def words_width(self) -> float:
        bold = self.tone != "absent"
        own = [width(line.plain, TITLE, bold=bold) for line in self.name]
        return max([*own, *(width(line.plain, SMALL) for line in self.remark)], default=0.0)

    @property
    def words_height(self) -> float:
        return len(self.name) * pitch(TITLE) + len(self.remark) * pitch(SMALL)


def layout(parts: tuple[Part, ...], room: float = ROOM, sizes: tuple[float, ...] = SIZES) -> Scene:
    """The picture of at least one part, its rows at most `room` points wide; the string has one of the `sizes`."""
    size = _size(parts, room, sizes)
    tones = _tones(parts)
    nodes: list[Node] = []
    spans: list[Span] = []
    top = right = 0.0
    taken: set[str] = set()
    for row in _rows(parts, size, room):
        laid = _levelled(_laid(parts, tones, row, size))
        levels = _levels(laid, top + pitch(size) + UNDER + BELOW)
        ids = [numbered(each.part.label or each.part.text, taken) for each in laid]
        nodes += [_node(each, name, top, size) for each, name in zip(laid, ids, strict=True)]
        spans += [_span(e, i, top + pitch(size) + UNDER, levels) for e, i in zip(laid, ids, strict=True) if e.name]
        right = max([right, *(each.left + max(each.width, INSET + each.words_width) for each in laid)])
        top = levels[-1] - LEVEL + ROWS
    return Scene("anatomy", right, top - ROWS, nodes=tuple(nodes), spans=tuple(spans), alt=anatomy_alt(parts))


def _size(parts: Iterable[Part], room: float, sizes: tuple[float, ...]) -> float:
    """The largest size at which the string is one line; the smallest, where it is too long for any."""
    text = "".join(part.text for part in parts)
    return next((size for size in sizes if mono_width(text, size) <= room), sizes[-1])


def _tones(parts: tuple[Part, ...]) -> tuple[Tone, ...]:
    """Optional parts stand back; then the others are the point. A separator goes with what it separates."""
    own = [None if not part.label else part.optional for part in parts]
    point: Tone = "solid" if any(own) else "plain"
    return tuple("absent" if _stands_back(own, at) else point for at in range(len(parts)))


def _stands_back(optional: list[bool | None], at: int) -> bool:
    if (own := optional[at]) is not None:
        return own
    before = next((each for each in reversed(optional[:at]) if each is not None), None)
    after = next((each for each in optional[at:] if each is not None), None)
    return bool(before or after)


def _rows(parts: tuple[Part, ...], size: float, room: float) -> Iterator[range]:
    """Indices of the parts of each row; a row is broken before a part, never within one."""
    start, used = 0, 0.0
    for at, part in enumerate(parts):
        wide = mono_width(part.text, size)
        if used + wide > room and at > start and part.label:
            yield range(start, at)
            start, used = at, 0.0
        used += wide
    yield range(start, len(parts))


def _laid(parts: tuple[Part, ...], tones: tuple[Tone, ...], row: range, size: float) -> list[_Laid]:
    left = 0.0
    laid = []
    for at in row:
        part, wide = parts[at], mono_width(parts[at].text, size)
        room = max(NAME, wide)
        name = wrap(part.label, TITLE, room, bold=tones[at] != "absent")
        laid.append(_Laid(part, left, wide, tones[at], name, wrap(part.remark, SMALL, room) if name else ()))
        left += wide
    return laid


def _levelled(row: list[_Laid]) -> tuple[_Laid, ...]:
    """From the right: a name goes below every name that begins where it has not yet ended."""
    done: list[_Laid] = []
    for each in reversed(row):
        end = each.left + each.words_width + APART
        under = [other.level for other in done if other.name and other.left < end]
        level = max(under, default=-1) + 1 if each.name else 0
        done.append(_Laid(each.part, each.left, each.width, each.tone, each.name, each.remark, level))
    return tuple(reversed(done))


def _levels(row: tuple[_Laid, ...], top: float) -> list[float]:
    """The y of each level of names, and of what would be the next."""
    tops = [top]
    for level in range(max((each.level for each in row), default=0) + 1):
        high = max((each.words_height for each in row if each.level == level), default=0.0)
        tops.append(tops[-1] + high + LEVEL)
    return tops


def _node(laid: _Laid, name: str, top: float, size: float) -> Node:
    box = Box(laid.left, top, laid.width, pitch(size))
    line = RichText([Run(laid.part.text, kind="code")])
    return Node(name, box, (line,), shape="string", tone=laid.tone, size=size)


def _span(laid: _Laid, name: str, rule: float, levels: list[float]) -> Span:
    left, right = laid.left + INSET, laid.left + laid.width - INSET
    top, wide = levels[laid.level], max(laid.words_width, 1.0)
    middle = top + len(laid.name) * pitch(TITLE)
    label = Text(laid.name, Box(left, top, wide, middle - top), "part", TITLE, "start")
    under = Box(left, middle, wide, len(laid.remark) * pitch(SMALL))
    remark = Text(laid.remark, under, "remark", SMALL, "start") if laid.remark else None
    leader = (Point(left + 1, rule), Point(left + 1, top)) if laid.level else ()
    return Span(name, (name,), (Point(left, rule), Point(right, rule)), label, remark, laid.tone, leader)
