"""A picture as a sentence: what stands in the alternative text, in signs that need no translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from .anatomy import Part
from .scene import Edge, Group, Node
from .stack import Cell, Stack

LONGEST = 400
"""Letters; a screen reader that reads on for minutes helps nobody."""

_NUMBERED = re.compile(r"(?P<name>.*\D\s?)(?P<number>\d+)")


def stacks_alt(stacks: Sequence[Stack]) -> str:
    """`도커: 앱 1, 2, 3 / 도커 엔진 / 호스트 OS`, each stack from top to bottom."""
    return _cut([_stack_alt(stack) for stack in stacks], "; ")


def _stack_alt(stack: Stack) -> str:
    rows = " / ".join(text for row in stack.rows if (text := _row_alt(row)))
    return f"{stack.title}: {rows}" if stack.title else rows


def _row_alt(row: Iterable[Cell]) -> str:
    return listed([f"{cell.label} ({cell.sub})" if cell.sub else cell.label for cell in row if cell.label])


def anatomy_alt(parts: Sequence[Part]) -> str:
    """`ubuntu:14.04: ubuntu = 이미지 이름, 14.04 = 태그`."""
    named = [
        f"{part.text} = {part.label}" + (f" ({part.remark})" if part.remark else "") for part in parts if part.label
    ]
    return _cut(["".join(part.text for part in parts) + ": " + _cut(named, ", ")], "")


def graph_alt(nodes: Sequence[Node], edges: Sequence[Edge], groups: Sequence[Group]) -> str:
    """`도커 이미지 → 컨테이너 1, 2, 3`: for each start, in order, where it leads; then nodes without any edge."""
    names = {group.id: group.label.plain if group.label else group.id for group in groups}
    names |= {node.id: node.label or node.id for node in nodes}
    linked = {end for edge in edges for end in (edge.source, edge.target)}
    clauses = [clause for source in dict.fromkeys(edge.source for edge in edges) for clause in _leads(source, edges, names)]
    loose = [names[node.id] for node in nodes if node.id not in linked and node.label]
    return _cut([*clauses, *([listed(loose)] if loose else [])], "; ")


def _leads(source: str, edges: Sequence[Edge], names: dict[str, str]) -> Iterable[str]:
    """The edges that leave one node, those of one kind and label together."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for edge in edges:
        if edge.source == source:
            label = edge.label.plain if edge.label else ""
            kinds.setdefault((_arrow(edge), label), []).append(names.get(edge.target, edge.target))
    for (arrow, label), targets in kinds.items():
        yield f"{names.get(source, source)} {arrow} {listed(targets)}" + (f" ({label})" if label else "")


def _arrow(edge: Edge) -> str:
    if edge.head == "none":
        return "—" if edge.tail == "none" else "←"
    return "→" if edge.tail == "none" else "↔"


def listed(names: Sequence[str]) -> str:
    """Names with commas; equal ones counted (`게스트 OS × 3`), numbered ones folded (`앱 1, 2, 3`)."""
    counted = {name: names.count(name) for name in names}
    out: list[str] = []
    before = ""
    for name, count in counted.items():
        found = _NUMBERED.fullmatch(name)
        out.append(found["number"] if found and found["name"] == before else name)
        before = found["name"] if found else ""
        if count > 1:
            out[-1] += f" × {count}"
    return ", ".join(out)


def _cut(clauses: Sequence[str], glue: str) -> str:
    """All clauses, or as many as fit, with an ellipsis."""
    text = glue.join(clauses)
    if len(text) <= LONGEST:
        return text
    kept = text[: LONGEST - 2].rsplit(glue.strip() or " ", 1)[0]
    return kept.rstrip() + " …"
