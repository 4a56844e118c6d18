"""Elements from top to bottom at one scale → the groups of a stack."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...assets import Picture
from ...model import EMPTY, Figure, RichText, Table
from ...richtext import join
from ...wording import Words
from .absent import absent_group
from .code import beside as comment_beside
from .code import code_group, code_size
from .comparison import sides_group, sides_items
from .equation import equation_group
from .formula import Equation
from .frame import Frame
from .grid import Scale
from .groups import Group
from .items import Aside, Break, CodeBox, Element, Item, Links, Panel
from .panels import chips_group, panel_group
from .references import link_items, links_group
from .sides import Sides
from .sums import Chips
from .table import record_items, table_group
from .text import text_group

SOURCE_GAP = 10.0
"""Points between a box and the line that says where it is from."""


class Context(Struct, frozen=True):
    """What a body is planned with: the pictures, the colour of its section, its title, our own words and the page."""

    pictures: Mapping[str, Picture]
    section: int
    title: str
    words: Words
    frame: Frame


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
        led = bool(column) and not column[-1].source
        if column:
            text = text_group(column, scale, frame.text_width, context.section, frame)
            out.append(replace(text, before=SOURCE_GAP) if column[0].source else text)
            column = []
        if element is not None:
            group = _group(element, scale, context, size)
            out.append(_tied(group) if led and group.pieces else _following(element, group))
    return [group for group in out if group.pieces]


def _tied(group: Group) -> Group:
    """A group whose first piece stays with the line above it, which leads to it."""
    return replace(
        group, pieces=(replace(group.pieces[0], tied=True), *group.pieces[1:]), before=min(group.before, 12.0)
    )


def _following(element: Element, group: Group) -> Group:
    """A box that stays with the one before it where that costs no more than slides."""
    if not (isinstance(element, CodeBox) and element.follows and group.pieces):
        return group
    return replace(group, pieces=(replace(group.pieces[0], joined=True), *group.pieces[1:]))


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
            case Links(label=label):
                if label:
                    yield Item(label, bold=True, heading=True)
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
            return code_group(element, size, section, frame, scale.tight)
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
