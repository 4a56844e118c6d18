"""`<!-- deckbuild: … -->`: what an author orders, and what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import get_args

from ...diagnostics import Diagnostic, warning
from ...model import Order, Place
from .. import blocks as b
from .sections.outline import Section

ORDERS: tuple[Order, ...] = get_args(Order)


def order_of(node: b.Directive, path: str, said: list[Diagnostic]) -> Order | None:
    """The order that a comment gives; what is none is said, with what may have been meant."""
    written = " ".join(node.order.lower().split())
    for order in ORDERS:
        if written == order:
            return order
    close = get_close_matches(written, ORDERS, 1)
    hint = f"did you mean '{close[0]}'?" if close else f"deckbuild knows {', '.join(ORDERS[:-1])} and {ORDERS[-1]}"
    said.append(warning(Place(path, node.line), "unknown-order", f"'{node.order}' is no order to deckbuild", hint))
    return None


def for_sections(intro: list[b.Node], sections: Iterable[Section]) -> dict[int, list[b.Directive]]:
    """The orders about whole sections (`sections` in the order of the note), by the line of their heading; they are taken out of the nodes.

    An order on the line of a heading is about its section, one directly above a heading as well.
    """
    found: dict[int, list[b.Directive]] = {}
    ending = _taken(intro)
    for section in sections:
        line = section.heading.line
        own = [node for node in section.nodes if isinstance(node, b.Directive) and node.line <= section.heading.end]
        section.nodes[:] = [node for node in section.nodes if node not in own]
        if ending or own:
            found[line] = [*ending, *own]
        ending = _taken(section.nodes)
    return found


def _taken(nodes: list[b.Node]) -> list[b.Directive]:
    """The orders at the end of a section that stand on lines of their own."""
    ending: list[b.Directive] = []
    while nodes and isinstance(last := nodes[-1], b.Directive) and not (nodes[:-1] and nodes[-2].end >= last.line):
        ending.insert(0, last)
        nodes.pop()
    return ending
