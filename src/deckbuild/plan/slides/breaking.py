"""A formula that is too wide for its place, over several lines: each of several formulas begins one, and
within them it is broken before relations, else before other signs."""

from __future__ import annotations

from collections.abc import Sequence

from ...formulas.spacing import Placed, placed
from ...formulas.tree import Node, Row, Space, Table, Words, parts
from ..measure.formula import extent

INDENT = 2.0
"""Em by which lines after the first begin further right."""
MOST_LINES = 8
APART = 1.0
"""Em of white space between formulas that stand in one line."""


def broken(node: Node, width: float) -> Node | None:
    """The formula in lines no wider than `width` em; nothing where its parts are too wide or too many."""
    if extent(node).width <= width:
        return node
    if isinstance(node, Table):
        return None
    rows: list[tuple[Row]] = []
    for formula in _formulas(parts(node)):
        lines = _even(_stretches(list(placed(formula))), width)
        if lines is None:
            return None
        rows += [(Row(lines[0]),), *((Row((Space(INDENT), *_joined(line))),) for line in lines[1:])]
    return Table(tuple(rows), "lines") if len(rows) <= MOST_LINES else None


def _formulas(items: Sequence[Node]) -> list[tuple[Node, ...]]:
    """Formulas that wide white space sets apart (a quad or more), without it."""
    found: list[list[Node]] = [[]]
    for item in items:
        if isinstance(item, Space) and item.em >= APART:
            found.append([])
        else:
            found[-1].append(item)
    return [tuple(formula) for formula in found if formula]


def _even(stretches: Sequence[Sequence[tuple[Node, ...]]], width: float) -> list[tuple[Node, ...]] | None:
    """As few lines as the width allows, and these as alike as they can be."""
    best = _filled(stretches, width)
    for share in (0.95, 0.9, 0.85, 0.8, 0.75, 0.7, 0.65, 0.6, 0.55):
        tried = _filled(stretches, width * share) if best else None
        if not best or tried is None or len(tried) > len(best):
            break
        best = tried
    return best


def _joined(line: tuple[Node, ...]) -> tuple[Node, ...]:
    """A line whose first sign still joins it to the one before: it keeps the space that it has between two terms."""
    return (Words(""), *line)


def _stretches(items: Sequence[Placed]) -> list[list[tuple[Node, ...]]]:
    """Between relations, and within these between the other signs that join."""
    outer: list[list[list[Node]]] = [[[]]]
    for part in items:
        if part.kind == "relation" and outer[-1][-1]:
            outer.append([[]])
        elif part.kind == "binary" and outer[-1][-1]:
            outer[-1].append([])
        outer[-1][-1].append(part.node)
    return [[tuple(inner) for inner in stretch] for stretch in outer]


def _fits(nodes: Sequence[Node], width: float, first: bool) -> bool:
    return extent(Row(tuple(nodes))).width + (0.0 if first else INDENT) <= width - 0.7


def _filled(stretches: Sequence[Sequence[tuple[Node, ...]]], width: float) -> list[tuple[Node, ...]] | None:
    """Lines filled one after the other; a stretch that fits no line is divided at its own signs."""
    lines: list[tuple[Node, ...]] = [()]
    for stretch in stretches:
        whole = tuple(node for inner in stretch for node in inner)
        small = stretch if not _fits(whole, width, False) else [whole]
        for inner in small:
            if lines[-1] and not _fits((*lines[-1], *inner), width, len(lines) == 1):
                lines.append(())
            lines[-1] = (*lines[-1], *inner)
            if not _fits(lines[-1], width, len(lines) == 1):
                return None
    return lines
