"""How a body is shared out over slides: runs of what belongs together, each at the size that serves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...model import Figure, Table
from .formula import Equation
from .frame import WIDESCREEN, Frame
from .grid import BODY_SIZES, MIXED_SCALES, TABLE_SCALES, TEXT_SCALES, Scale, pitch
from .groups import THIN, Stack, pack, stack_height
from .items import Element, Item
from .leads import MANY, units
from .seams import POOR
from .stacking import Context, groups

BOX_SCALES = (
    *(Scale(size) for size in (22, 20, 18, 16)),
    Scale(16, 0.5, 14),
    Scale(16, 0.5, 14, True),
    Scale(16, 0.5, 12, True),
)
PAGE, LONELY, EMPTY, WALL = 1.0, 0.5, 0.25, 1.1
"""What a slide costs, and one of a single line, one that is empty, and one that is a wall of small text, besides."""
STEP = 0.04
"""What each scale costs more than the one before."""
NESTED = 0.1
"""What a slide costs that begins with a nested item, for each of its parents."""
STRAY = 0.3
"""What a slide costs that begins with the second or the last item of a list: one of them is left alone."""
SURE = 0.9
"""The share of a height that is certain: spaces between items are left out where a slide ends."""
NEIGHBOURS = 3
"""Units that are tried with one that is more than a slide."""


class Sharing(Struct, frozen=True):
    """Elements that follow one another, on one slide or on several of one size."""

    found: tuple[Element, ...]
    stacks: tuple[Stack, ...]


class _Measured(Struct, frozen=True):
    """What a unit takes of a slide at one scale: its height, that of its text, the spaces above it below text and below
    a box, and whether it ends in text. `bare` is its height without frames, a formula no taller than a line."""

    height: float
    bare: float
    text: float
    lead: float
    before: float
    ends_in_text: bool


def shared(found: Sequence[Element], context: Context) -> list[Sharing]:
    """The slides of elements. Text alone has one size throughout; where there is more, each slide has its own."""
    if is_text(found):
        return [Sharing(tuple(found), tuple(best_stacks(found, _text_scales(found, context.frame), context)))]
    return _Runs(units(found), tuple(_scales(found)), context).best()


def _scales(found: Sequence[Element]) -> Iterator[Scale]:
    """The scales of a body that is not text alone."""
    yield from MIXED_SCALES if any(isinstance(e, Item | Figure) for e in found) else BOX_SCALES
    yield from TABLE_SCALES if any(isinstance(e, Table) for e in found) else ()


def is_text(found: Sequence[Element]) -> bool:
    """Whether a body is text alone."""
    return all(isinstance(e, Item | Figure) for e in found)


def _text_scales(found: Sequence[Element], frame: Frame) -> tuple[Scale, ...]:
    """The scales of text; a place that holds no more of the smallest letters than one of ours of the next larger ones is
    no wall of them, and has these as well. So has a list on a page of another's, where that saves a slide."""
    small, least, place = BODY_SIZES[-1], TEXT_SCALES[-1].size, frame.text
    letters = place.w * place.h / (small * pitch(small))
    ours = WIDESCREEN.text.w * WIDESCREEN.text.h / (least * pitch(least))
    apart = not frame.ratio and _is_list(found)
    return (*TEXT_SCALES, Scale(small), Scale(small, 0.5)) if apart or letters <= ours else TEXT_SCALES


def _is_list(found: Sequence[Element]) -> bool:
    """Whether a text is a list, with a line above it or none: its lines are told apart however small they are."""
    items = [e for e in found if isinstance(e, Item)]
    return len(items) > MANY and all(e.sign or e.number for e in items[1:])


def best_stacks(
    found: Sequence[Element], scales: Sequence[Scale], context: Context, heights: Sequence[float] = ()
) -> list[Stack]:
    """The first scale at which all fits one slide, else the first of those that need the fewest, and of these tear the fewest blocks of code. With the `heights`
    that all has at each scale, those that can need no fewer slides are not tried."""
    best: list[Stack] = []
    for k, scale in enumerate(scales):
        fewer = not heights or SURE * heights[k] <= (len(best) - 1) * context.frame.body.h
        whole = not scale.cells or not heights or heights[k] <= context.frame.body.h
        if best and not (whole and (fewer or _torn(best))):
            continue
        stacks = pack(groups(found, scale, context), context.frame.body.h)
        if scale.cells and len(stacks) > 1:  # such small letters only show a table whole
            continue
        if not best or (len(stacks), _torn(stacks)) < (len(best), _torn(best)):
            best = stacks
        if len(best) == 1:
            break
    return best


def _torn(stacks: Sequence[Stack]) -> int:
    """How many slides begin deep within a block of code, or right below its head."""
    parts = (stack[0] for stack in stacks if stack and not stack[0].group.text)
    firsts = (part.group.pieces[part.start] for part in parts)
    return sum(piece.joined and piece.begins >= POOR for piece in firsts)


class _Runs:
    """The runs of units that slides are made of. The best ones from each unit on are found from the end, so that all
    takes as long as there are units, for a slide holds few."""

    def __init__(self, found: list[list[Element]], scales: Sequence[Scale], context: Context) -> None:
        self.units = found
        self.scales = scales
        self.context = context
        self.room = context.frame.body.h
        self._measured: dict[tuple[int, int], _Measured] = {}
        self._stacks: dict[tuple[int, int], list[Stack]] = {}

    def best(self) -> list[Sharing]:
        count = len(self.units)
        costs = [0.0] * (count + 1)
        ends = [0] * count
        for start in reversed(range(count)):
            options = [(cost + costs[stop], -stop) for stop, cost in self._options(start)]
            costs[start], ends[start] = min((round(cost, 6), stop) for cost, stop in options)
            costs[start] += self._begins(start)
        out, start = [], 0
        while start < count:
            stop = -ends[start]
            found = self._elements(start, stop)
            stacks = self._stacks.get((start, stop)) or best_stacks(found, self.scales, self.context)
            out.append(Sharing(tuple(found), tuple(stacks)))
            start = stop
        return out

    def _begins(self, index: int) -> float:
        """What it costs that a slide begins with a unit: it had better not be nested."""
        first = self.units[index][0]
        if not isinstance(first, Item):
            return 0.0
        return NESTED * (len(first.parents) + first.level) + (STRAY if first.stray else 0.0)

    def _elements(self, start: int, stop: int) -> list[Element]:
        return [element for unit in self.units[start:stop] for element in unit]

    def _options(self, start: int) -> Iterator[tuple[int, float]]:
        """Where a run that begins with a unit may end, and what its slides cost."""
        heights = [0.0] * len(self.scales)
        texts = [0.0] * len(self.scales)
        bare = 0.0
        for stop in range(start + 1, len(self.units) + 1):
            bare += self._measure(stop - 1, 0).bare
            for k in range(len(self.scales)):
                each = self._measure(stop - 1, k)
                above = stop - 2 >= start and self._measure(stop - 2, k)
                heights[k] += each.height + ((each.lead if above.ends_in_text else each.before) if above else 0.0)
                texts[k] += each.text
            found = (
                self._cost(k, heights[k], texts[k])
                for k, scale in enumerate(self.scales)
                if heights[k] <= self.room and not (scale.cells and stop > start + 1)
            )
            if (cost := min(found, default=None)) is not None:
                yield stop, cost + (LONELY if bare < THIN else 0.0)
            else:
                large = self._is_large(stop - 1)
                if (large and stop - start <= NEIGHBOURS) or stop == start + 1 or self._is_large(start):
                    yield stop, self._real_cost(start, stop, heights)
                if not (large and stop == start + 1):
                    return

    def _cost(self, k: int, height: float, text: float) -> float:
        empty = 1.0 - height / self.room
        small = self.scales[k].size < 18 and text > 0.6 * self.room
        return PAGE + STEP * k + EMPTY * empty * empty + (WALL if small else 0.0)

    def _real_cost(self, start: int, stop: int, heights: Sequence[float]) -> float:
        """The cost of slides that share what is too much for one."""
        stacks = best_stacks(self._elements(start, stop), self.scales, self.context, heights)
        self._stacks[start, stop] = stacks
        heights = [stack_height(stack) for stack in stacks]
        lonely = sum(LONELY for height in heights if height < THIN)
        return sum(PAGE + EMPTY * (1.0 - height / self.room) ** 2 for height in heights) + lonely

    def _is_large(self, index: int) -> bool:
        """Whether a unit is more than a slide at any scale."""
        return all(self._measure(index, k).height > self.room for k in range(len(self.scales)))

    def _measure(self, index: int, k: int) -> _Measured:
        if (index, k) not in self._measured:
            self._measured[index, k] = _measured(self.units[index], self.scales[k], self.context)
        return self._measured[index, k]


def _measured(unit: Sequence[Element], scale: Scale, context: Context) -> _Measured:
    found = groups(unit, scale, context)
    if not found:
        return _Measured(0.0, 0.0, 0.0, 0.0, 0.0, False)
    heights = [g.frame + sum(p.height + (p.lead if i else 0.0) for i, p in enumerate(g.pieces)) for g in found]
    gaps = sum(g.before for g in found[1:])
    text = sum(h for h, g in zip(heights, found, strict=True) if g.text)
    lead = found[0].pieces[0].lead if found[0].text else found[0].before
    formula = len(unit) == 1 and isinstance(unit[0], Equation)
    bare = pitch(scale.size) if formula else sum(p.height for g in found for p in g.pieces)
    return _Measured(sum(heights) + gaps, bare, text, lead, found[0].before, found[-1].text)
