"""A picture as a sentence: what stands in the alternative text, in signs that need no translation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from msgspec import Struct

from .anatomy import Part
from .scene import Edge, Group, Node
from .stack import Cell, Stack

LONGEST = 400
"""Letters; a screen reader that reads on for minutes helps nobody."""

_TEXT = re.compile(r"<t(?:ext|span)\b[^>]*>([^<]+)")
_BREAK = re.compile(r"<br\s*/?>|\\n", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<name>.*\D\s?)(?P<number>\d+)")


def stacks_alt(stacks: Sequence[Stack]) -> str:
    """`도커: 앱 1, 2, 3 / 도커 엔진 / 호스트 OS`, each stack from top to bottom."""
    return _cut([_stack_alt(stack) for stack in stacks], "; ")


def _stack_alt(stack: Stack) -> str:
    rows = " / ".join(_bracketed(stack))
    return f"{stack.title}: {rows}" if stack.title else rows


def _bracketed(stack: Stack) -> Iterator[str]:
    """The rows with words in them; those that a bracket holds stand behind its words: `ubuntu [c / b / a]`."""
    said = [text for row in stack.rows if (text := _row_alt(row))]
    places = [n for n, row in enumerate(stack.rows) if _row_alt(row)]
    notes = sorted(stack.notes, key=lambda note: -note.depth)
    for n, (text, row) in enumerate(zip(said, places, strict=True)):
        before, after = places[n - 1] if n else -1, places[n + 1] if n + 1 < len(places) else len(stack.rows)
        opened = "".join(f"{note.text} [" for note in notes if before < note.first <= row <= note.last)
        closed = sum(note.first <= row <= note.last < after for note in notes)
        yield f"{opened}{text}{']' * closed}"


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
    links = [link for source in dict.fromkeys(edge.source for edge in edges) for link in _links(source, edges)]
    loose = [names[node.id] for node in nodes if node.id not in linked and node.label]
    return _cut([*_chained(links, names), *([listed(loose)] if loose else [])], "; ")


class _Link(Struct, frozen=True):
    """The edges of one kind and label that leave one node."""

    source: str
    arrow: str
    label: str
    targets: tuple[str, ...]


def _links(source: str, edges: Sequence[Edge]) -> Iterable[_Link]:
    kinds: dict[tuple[str, str], dict[str, None]] = {}
    for edge in edges:
        if edge.source == source:
            kinds.setdefault((_arrow(edge), edge.label.plain if edge.label else ""), {})[edge.target] = None
    return [_Link(source, arrow, label, tuple(targets)) for (arrow, label), targets in kinds.items()]


def _chained(links: Sequence[_Link], names: dict[str, str]) -> list[str]:
    """A link that begins where the last one ended goes on with it: `A → B → C`."""
    clauses: list[str] = []
    before: tuple[str, ...] = ()
    for link in links:
        label = f" ({link.label})" if link.label else ""
        onward = f" {link.arrow} {listed([names.get(target, target) for target in link.targets])}{label}"
        if before == (link.source,):
            clauses[-1] += onward
        else:
            clauses.append(names.get(link.source, link.source) + onward)
        before = link.targets
    return clauses


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


def told(graph: Mapping[str, Any]) -> tuple[str, ...]:
    """`사용자 → Docker: pull`, `Docker → 사용자: 완료`: who tells whom what, in order, and what is noted beside whom.

    Nothing where nobody tells anything.
    """
    names = {key: _one_line(actor.get("description") or key) for key, actor in graph.get("actors", {}).items()}
    return tuple(
        (names[each["from"]] + ("" if "placement" in each else f" → {names[each['to']]}"))
        + (f": {_one_line(each['message'])}" if each.get("message") else "")
        for each in graph.get("messages", ())
        if each.get("from") in names and each.get("to") in names
    )


def _one_line(words: object) -> str:
    """Words without the breaks that their author put into them."""
    return " ".join(_BREAK.sub(" ", str(words)).split())


def sequence_alt(clauses: Sequence[str]) -> str:
    """`사용자 → Docker: pull; Docker → 사용자: 완료`."""
    return _cut(clauses, "; ")


def drawing_alt(svg: str) -> str:
    """The words of a finished drawing in their order, each once."""
    words = dict.fromkeys(unescape(text).strip() for text in _TEXT.findall(svg))
    return _cut([word for word in words if word], ", ")


def _cut(clauses: Sequence[str], glue: str) -> str:
    """All clauses, or as many as fit, with an ellipsis."""
    text = " ".join(glue.join(clauses).split())
    if len(text) <= LONGEST:
        return text
    kept = text[: LONGEST - 2].rsplit(glue.strip() or " ", 1)[0]
    return kept.rstrip() + " …"
