"""The body of a concept → drafts of slides: figures with their text, everything else stacked in order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...model import EMPTY, Figure, RichText, Table
from ...richtext import join, to_plain
from ...wording import Words
from .absent import absent_group, is_there, told
from .code import beside as comment_beside
from .code import code_group, code_size
from .comparison import sides_group, sides_items
from .draft import Draft
from .equation import equation_group
from .figure import Shown, beside, shown
from .formula import Equation
from .frame import Frame
from .grid import MIXED_SCALES, TEXT_SCALES, Scale
from .groups import Group, Stack, pack, place, spoken
from .items import Aside, Break, Chips, CodeBox, Element, Item, Links, Panel
from .page import LayoutName
from .panels import chips_group, panel_group
from .references import link_items, links_group
from .sides import Sides
from .table import record_items, table_group
from .text import text_group


class Context(Struct, frozen=True):
    """What a body is planned with: the pictures, the colour of its section, its title, our own words and the page."""

    pictures: Mapping[str, Picture]
    section: int
    title: str
    words: Words
    frame: Frame


LONELY = 60
"""Letters of a line that is no slide by itself."""
BOX_SCALES = tuple(Scale(size) for size in (22, 20, 18, 16))


def body_drafts(found: Sequence[Element], context: Context) -> list[Draft]:
    """The slides of a body without its references and asides."""
    drafts: list[Draft] = []
    body = told((e for e in found if not isinstance(e, Links | Aside)), context.pictures, context.words)
    for figure, run in _segments(list(body), context):
        if figure is None:
            drafts += stack_drafts(run, context)
        else:
            drafts += beside(figure, [e for e in run if isinstance(e, Item)], context.section, context.frame)
    return drafts


_Segment = tuple[Shown | None, list[Element]]


def _segments(found: Sequence[Element], context: Context) -> Iterator[_Segment]:
    """Runs of elements, each with the figure that they stand beside or with none."""
    pending: list[Element] = []
    for figure, run in _attached(found, context.pictures):
        if figure is None:
            pending += run
            continue
        text, rest = _beside(run)
        each = shown(figure, context.pictures, context.title, context.words)
        lead = [e for e in pending if isinstance(e, Item)]
        if pending and len(lead) == len(pending) and _leads(lead, [*lead, *_items(text)], each, context):
            text, pending = [*pending, *text], []
        if pending:
            yield None, pending
        yield each, text
        pending = rest
    if pending:
        yield None, pending


def _leads(lead: Sequence[Item], items: Sequence[Item], figure: Shown, context: Context) -> bool:
    """Whether text belongs beside the figure after it: all is little, or it is one short line, which is no slide."""
    short = len(lead) == 1 and len(lead[0].text.plain) <= LONELY
    return short or len(beside(figure, items, context.section, context.frame)) == 1


def _items(found: Sequence[Element]) -> list[Item]:
    return [e for e in found if isinstance(e, Item)]


def _attached(
    found: Sequence[Element], pictures: Mapping[str, Picture]
) -> Iterator[tuple[Figure | None, list[Element]]]:
    """Each figure with the text after it; with the text before it where the body begins with text and ends in one.

    A figure whose picture is missing is one element of a run among others.
    """
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
                yield figure, run
            figure, run = element, []
    if run or figure:
        yield figure, run


def _before(figure: Figure, run: list[Element]) -> Iterator[tuple[Figure | None, list[Element]]]:
    """A figure with the last column of text before it."""
    start = len(run)
    while start and isinstance(run[start - 1], Item):
        start -= 1
    if run[:start]:
        yield None, run[:start]
    yield figure, run[start:]


def _beside(run: list[Element]) -> tuple[list[Element], list[Element]]:
    """The column of text that a run begins with, headings that name something else left out, and the rest."""
    stop = next((i for i, e in enumerate(run) if not isinstance(e, Item)), len(run))
    while stop < len(run) and stop and _names_next(run[stop - 1]):
        stop -= 1
    return run[:stop], run[stop:]


def _names_next(element: Element) -> bool:
    """Whether an element stays with what follows it: a heading, or a line that ends in a colon."""
    if not isinstance(element, Item):
        return False
    return element.heading or element.text.plain.rstrip().endswith((":", "："))


def stack_drafts(found: Sequence[Element], context: Context) -> list[Draft]:
    """Elements from top to bottom on as few slides as they need."""
    stacks = best_stacks(found, context)
    only_text = all(isinstance(e, Item | Figure) for e in found)
    area = context.frame.text if only_text else context.frame.body
    layout: LayoutName = "text" if only_text else "free"
    suffix = _suffix(found)
    return [Draft(layout, place(stack, area), tuple(spoken(stack)), suffix) for stack in stacks]


def _suffix(found: Sequence[Element]) -> str:
    """The label of the only thing on a slide, for its kicker."""
    (only, *more) = found
    return to_plain(only.label) if isinstance(only, Chips) and not more else ""


def best_stacks(found: Sequence[Element], context: Context) -> list[Stack]:
    """The first scale at which all fits one slide, else the first of those that need the fewest."""
    best: list[Stack] = []
    for scale in _scales(found):
        stacks = pack(groups(found, scale, context), context.frame.body.h)
        if not best or len(stacks) < len(best):
            best = stacks
        if len(best) == 1:
            break
    return best


def _scales(found: Sequence[Element]) -> tuple[Scale, ...]:
    texts = sum(isinstance(e, Item | Figure) for e in found)
    if texts == len(found):
        return TEXT_SCALES
    return MIXED_SCALES if texts else BOX_SCALES


def groups(found: Sequence[Element], scale: Scale, context: Context) -> list[Group]:
    """The groups of a stack at one scale."""
    frame = context.frame
    flat = list(_plain_enough(found, scale, context))
    size = code_size([e for e in flat if isinstance(e, CodeBox)], scale, frame)
    out: list[Group] = []
    column: list[Item] = []
    for element in [*flat, None]:
        if isinstance(element, Item):
            column.append(element)
            continue
        named = bool(column) and _names_next(column[-1])
        if column:
            out.append(text_group(column, scale, frame.text_width, context.section, frame))
            column = []
        if element is not None:
            group = _group(element, scale, context, size)
            out.append(_tied(group) if named and group.pieces else group)
    return [group for group in out if group.pieces]


def _tied(group: Group) -> Group:
    """A group whose first piece stays with the heading above it."""
    return replace(group, pieces=(replace(group.pieces[0], tied=True), *group.pieces[1:]), before=12.0)


def _plain_enough(found: Sequence[Element], scale: Scale, context: Context) -> Iterator[Element]:
    """Elements that can be drawn at a scale: labels set as headings, what has no room turned into text."""
    several = len(found) > 1
    for element in found:
        match element:
            case Chips(rows=rows, label=label):
                if label and several:
                    yield Item(label, bold=True, heading=True)
                if chips_group(element, context.section, context.frame):
                    yield element
                else:
                    yield from (Item(join([left, RichText.of(" + ".join(parts))], " = "), "•") for left, parts in rows)
            case Sides():
                yield from (
                    [element] if sides_group(element, scale, context.section, context.frame) else sides_items(element)
                )
            case Table():
                if table_group(element, scale, context.section, context.frame):
                    yield element
                else:
                    yield from record_items(element)
            case Links():
                yield from [element] if links_group(element, context.frame) else link_items(element)
            case CodeBox(comment=comment, caption=caption):
                if comment and not comment_beside(element, context.frame):
                    yield Item(comment, heading=True)
                    element = replace(element, comment=EMPTY)
                yield element
                if caption:
                    yield Item(caption, quiet=True, tied=True)
            case _:
                yield element


def _group(element: Element, scale: Scale, context: Context, size: int) -> Group:
    section, frame = context.section, context.frame

    def text(*items: Item) -> Group:
        return text_group(items, scale, frame.text_width, section, frame)

    match element:
        case CodeBox():
            return code_group(element, size, section, frame)
        case Panel():
            return panel_group(element, scale, section, frame)
        case Chips():
            return chips_group(element, section, frame) or text(Item(element.label))
        case Table():
            return table_group(element, scale, section, frame) or text(*record_items(element))
        case Sides():
            found = sides_group(element, scale, context.section, frame)
            return found or text_group(tuple(sides_items(element)), scale, frame.text_width, context.section, frame)
        case Links():
            return links_group(element, frame) or text(*link_items(element))
        case Figure():
            return absent_group(element, context.words.figure_missing, frame)
        case Equation():
            return equation_group(element, scale, frame)
        case Break():
            return Group((), lambda *_: ())
        case Item() | Aside():
            return text(Item(element.text))
