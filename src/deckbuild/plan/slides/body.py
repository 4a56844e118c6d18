"""The body of a concept → drafts of slides: figures with their text, everything else stacked in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ...assets import Picture
from ...model import Figure, RichText, Run
from ...readable import readable
from .absent import is_there, told
from .companions import Abreast, abreast_drafts, in_rows, together
from .draft import Draft
from .figure import Shown, shown
from .groups import place, spoken
from .illustrated import beside
from .items import Aside, Element, Item
from .leads import SHORT, held, points_on, units
from .nested import InItem, again, in_item
from .page import LayoutName
from .sharing import Sharing, is_text, shared
from .stacking import Context as Context
from .sums import Chips


def body_drafts(found: Sequence[Element], context: Context) -> list[Draft]:
    """The slides of a body without what is for the speaker alone."""
    drafts: list[Draft] = []
    body = told((e for e in found if not isinstance(e, Aside)), context.pictures, context.words)
    for part in in_rows(held(list(_with_sources(body))), context.pictures):
        if isinstance(part, Abreast):
            drafts += abreast_drafts(part, context)
        else:
            drafts += _part_drafts(part, context)
    return drafts


def _with_sources(found: Iterable[Element]) -> Iterator[Element]:
    """Elements with the source of a figure as the last line of its caption."""
    figure: Figure | None = None
    for element in found:
        if figure and isinstance(element, Item) and element.source:
            figure = replace(figure, caption=_below(figure.caption, element.text))
            continue
        yield from [figure] if figure else []
        figure = element if isinstance(element, Figure) else None
        yield from [] if figure else [element]
    yield from [figure] if figure else []


def _below(caption: RichText, source: RichText) -> RichText:
    return RichText((*caption, Run("\n", kind="break"), *source)) if caption else source


def _part_drafts(found: Sequence[Element], context: Context) -> Iterator[Draft]:
    for figure, run, led in _segments(found, context):
        items = _items(run)
        if figure is None:
            yield from stack_drafts(run, context)
        elif len(items) == len(run):
            yield from beside(figure, items, context.section, context.frame, led)
        elif one := together(figure, run, context, led):
            yield one
        else:
            yield from _one_after_the_other(figure, run, led, context)


def _one_after_the_other(figure: Shown, run: Sequence[Element], led: int, context: Context) -> Iterator[Draft]:
    """A figure and boxes that have no room on one slide: what leads to it beside it, the others before and after."""
    before, after = run[:led], run[led:]
    text = _items(before)
    if len(text) < len(before):
        yield from stack_drafts(before, context)
        text = []
    yield from beside(figure, text, context.section, context.frame, len(text))
    if after:
        yield from stack_drafts(after, context)


_Segment = tuple[Shown | None, list[Element], int]
"""A figure or none, what stands beside it, and how many elements of that stand before it in the note."""


def _segments(found: Sequence[Element], context: Context) -> Iterator[_Segment]:
    """Runs of elements, each with the figure that they stand beside or with none."""
    pending: list[Element] = []
    for figure, run, before in _attached(found, context.pictures):
        if figure is None:
            pending += run
            continue
        each = shown(figure, context.pictures, context.title, context.words)
        if not before and (inner := in_item(pending, run)) and not _is_little(each, inner, context):
            yield from _with_item(each, inner, context)
            pending = [*_still_below(each, inner, context), *inner.after]
            continue
        text, rest = _beside(run)
        led = len(text) if before else 0
        if not text and pending and (boxed := units(pending)[-1]) and together(each, boxed, context, len(boxed)):
            pending, text, led = pending[: -len(boxed)], boxed, len(boxed)
        else:
            text, rest = _with_box(each, text, rest, context)
            told = len(text)
            pending, text = _led(each, pending, text, context)
            led += len(text) - told
        if pending:
            yield None, pending, 0
        yield each, text, led
        pending = rest
    if pending:
        yield None, pending, 0


def _is_little(each: Shown, inner: InItem, context: Context) -> bool:
    """Whether a slide holds all items around a figure, so that nothing has to be told apart."""
    items = _items([*inner.before, *inner.item])
    all_text = not inner.boxed and len(items) == len(inner.before) + len(inner.item)
    text = [*items, *inner.below, *_beside(inner.after)[0]]
    return all_text and len(beside(each, _items(text), context.section, context.frame, len(items))) == 1


def _with_item(each: Shown, inner: InItem, context: Context) -> Iterator[_Segment]:
    """A figure with the item that it stands in, and what comes before that on slides of its own."""
    if inner.before:
        yield None, inner.before, 0
    below = [] if _still_below(each, inner, context) else inner.below
    yield each, [*inner.item, *below], len(inner.item)


def _still_below(each: Shown, inner: InItem, context: Context) -> list[Element]:
    """What of an item has no room beside its figure, below the item said again."""
    if not inner.below:
        return []
    items = [*inner.item, *inner.below]
    if inner.boxed:
        fits = together(each, items, context, len(inner.item)) is not None
    else:
        fits = len(beside(each, _items(items), context.section, context.frame, len(inner.item))) == 1
    return [] if fits else [*again(inner.item[0], context.frame), *inner.below]


def _with_box(
    each: Shown, text: list[Element], rest: list[Element], context: Context
) -> tuple[list[Element], list[Element]]:
    """The text beside a figure with the box that follows it, where one slide holds all of them."""
    if rest and not isinstance(rest[0], Item):
        boxed = [*text, *units(rest)[0]]
        if together(each, boxed, context):
            return boxed, rest[len(boxed) - len(text) :]
    return text, rest


def _led(
    each: Shown, pending: list[Element], text: list[Element], context: Context
) -> tuple[list[Element], list[Element]]:
    """What stands before a figure in two: what goes on slides of its own, and what stands beside it with its text."""
    start = next((i for i in range(len(pending), 0, -1) if not isinstance(pending[i - 1], Item)), 0)
    while start < len(pending) and start and _is_tied(pending[start]):
        start += 1
    lead = _items(pending[start:])
    if lead and len(_items(text)) == len(text) and _leads(lead, [*lead, *_items(text)], each, context):
        return pending[:start], [*lead, *text]
    start = len(pending)
    while start and points_on(pending[start - 1]):
        start -= 1
    return pending[:start], [*pending[start:], *text]


def _is_tied(element: Element) -> bool:
    return isinstance(element, Item) and element.tied


def _leads(lead: Sequence[Item], items: Sequence[Item], figure: Shown, context: Context) -> bool:
    """Whether text belongs beside the figure after it: all is little, or it is one short line, which is no slide."""
    short = len(lead) == 1 and len(lead[0].text.plain) <= SHORT
    return short or len(beside(figure, items, context.section, context.frame, len(lead))) == 1


def _items(found: Sequence[Element]) -> list[Item]:
    return [e for e in found if isinstance(e, Item)]


def _attached(
    found: Sequence[Element], pictures: Mapping[str, Picture]
) -> Iterator[tuple[Figure | None, list[Element], bool]]:
    """Each figure with the text after it; with the text before it where the body begins with text and ends in one, and
    whether that is so. A figure whose picture is missing is one element of a run among others."""
    there = [isinstance(element, Figure) and is_there(pictures.get(element.src)) for element in found]
    trailing = bool(there) and there[-1] and not there[0]
    run: list[Element] = []
    figure: Figure | None = None
    for element, is_figure in zip(found, there, strict=True):
        if not (is_figure and isinstance(element, Figure)):
            run.append(element)
        elif trailing:
            yield from _before(element, run)
            run = []
        else:
            if run or figure:
                yield figure, run, False
            figure, run = element, []
    if run or figure:
        yield figure, run, False


def _before(figure: Figure, run: list[Element]) -> Iterator[tuple[Figure | None, list[Element], bool]]:
    """A figure with the last column of text before it."""
    start = len(run)
    while start and isinstance(run[start - 1], Item):
        start -= 1
    while start < len(run) and start and _is_tied(run[start]):
        start += 1
    if run[:start]:
        yield None, run[:start], False
    yield figure, run[start:], True


def _beside(run: list[Element]) -> tuple[list[Element], list[Element]]:
    """The column of text that a run begins with, headings that name something else left out, and the rest."""
    stop = next((i for i, e in enumerate(run) if not isinstance(e, Item)), len(run))
    while stop < len(run) and stop and points_on(run[stop - 1]):
        stop -= 1
    return run[:stop], run[stop:]


def stack_drafts(found: Sequence[Element], context: Context) -> list[Draft]:
    """Elements from top to bottom on as few slides as they need."""
    suffix = _suffix(found)
    if is_text(found):
        context = replace(context, frame=context.frame.for_text)
    return [draft for each in shared(held(found), context) for draft in _drafts(each, suffix, context)]


def _drafts(shared: Sharing, suffix: str, context: Context) -> Iterator[Draft]:
    only_text = is_text(shared.found)
    area = context.frame.text if only_text else context.frame.body
    layout: LayoutName = "text" if only_text else "free"
    for stack in shared.stacks:
        yield Draft(layout, place(stack, area), tuple(spoken(stack)), suffix)


def _suffix(found: Sequence[Element]) -> str:
    """The label of the only thing on a slide, for its kicker."""
    (only, *more) = found
    return readable(only.label) if isinstance(only, Chips) and not more else ""
