"""Headings → the tree of sections. Where a number and the `#` disagree, the number wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field

from ...model import Asks, RichText, Run
from .. import blocks as b
from ..inline import read_inline
from . import vocabulary as v

_DOTTED = re.compile(r"^(\d{1,3}(?:\.\d{1,3})+)[.)]?\s+(?=\S)")
_MARKED = re.compile(r"^(\d{1,3})[.)]\s+(?=\S)")
_BARE = re.compile(r"^(\d{1,2})\s+(?=\S)")


class Section(Struct):
    """A heading with what stands below it. Built up while reading, then turned into a `Concept`."""

    heading: b.Heading
    number: tuple[int, ...] = ()
    title: RichText = field(default_factory=RichText)
    asks: Asks = ""
    nodes: list[b.Node] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    parent: Section | None = None

    @property
    def numbered(self) -> str:
        return ".".join(map(str, self.number))


class Outline(Struct):
    """The whole note: `lead` is the heading that names it (or none), `intro` what stands before the first section."""

    lead: Section | None
    intro: list[b.Node]
    sections: list[Section]


def outline(nodes: Sequence[b.Node]) -> Outline:
    """Cut a note at its headings and nest the pieces."""
    intro: list[b.Node] = []
    flat: list[Section] = []
    dotted = _numbers_count([node.text for node in nodes if isinstance(node, b.Heading)])
    for node in nodes:
        if isinstance(node, b.Heading) and read_inline(node.text).text.plain.strip():
            flat.append(_section(node, dotted))
        else:
            words = b.Paragraph(node.text, node.line, node.end) if isinstance(node, b.Heading) else node
            (flat[-1].nodes if flat else intro).append(words)
    lead = _lead(flat)
    if lead and not intro:
        intro, flat = lead.nodes, flat[1:]
    elif lead:
        intro, flat = [*intro, *lead.nodes], flat[1:]
    return Outline(lead, intro, _nest(flat))


def _numbers_count(headings: Sequence[str]) -> bool:
    """Whether a bare number before a heading is its number: others are marked as such, or 1 and 2 are both there."""
    bare = {found[1] for heading in headings if (found := _BARE.match(heading))}
    return {"1", "2"} <= bare or any(_DOTTED.match(heading) or _MARKED.match(heading) for heading in headings)


def _lead(flat: Sequence[Section]) -> Section | None:
    """A first heading that names the note: alone on its level, but for numbered ones."""
    if not flat or flat[0].number:
        return None
    level = flat[0].heading.level
    rest = flat[1:]
    alone = all(s.heading.level > level or (s.number and s.heading.level == level) for s in rest)
    return flat[0] if alone and (level == 1 or rest) else None


def _section(heading: b.Heading, dotted: bool) -> Section:
    text = heading.text
    number: tuple[int, ...] = ()
    for pattern in (_DOTTED, _MARKED, *((_BARE,) if dotted else ())):
        if found := pattern.match(text):
            number = tuple(int(part) for part in found[1].split("."))
            text = text[found.end() :]
            break
    title, asks = _title(text)
    return Section(heading, number, title, asks)


def _title(text: str) -> tuple[RichText, Asks]:
    """The subject of a heading, and what the heading asks about it."""
    title = RichText(_flat_breaks(read_inline(text).text))
    plain = title.plain
    if found := v.ASKS_DEFINITION.match(plain):
        subject = next(group for group in found.groups() if group)
        if len(title.runs) == 1:
            return RichText(
                (Run(subject.strip(), title.runs[0].styles, title.runs[0].href, title.runs[0].kind),)
            ), "definition"
        return title, "definition"
    for asks, pattern in v.ASKS.items():
        if pattern.search(plain):
            return title, asks  # type: ignore[return-value]
    return title, "question" if v.QUESTION_END.search(plain) else ""


def _flat_breaks(text: RichText) -> Iterable[Run]:
    return (Run(" ", run.styles) if run.kind == "break" else run for run in text)


def _nest(flat: Sequence[Section]) -> list[Section]:
    roots: list[Section] = []
    stack: list[Section] = []
    for section in flat:
        parent = _numbered_parent(section, roots) if section.number else None
        if parent is None:
            while stack and stack[-1].heading.level >= section.heading.level:
                stack.pop()
            parent = _sibling_parent(section, stack) if section.number else (stack[-1] if stack else None)
        else:
            stack = [*_chain(parent)]
        section.parent = parent
        (parent.children if parent else roots).append(section)
        stack = [*_chain(parent), section] if parent else [section]
    return roots


def _chain(section: Section | None) -> list[Section]:
    """A section with its ancestors, outermost first."""
    out: list[Section] = []
    while section:
        out.insert(0, section)
        section = section.parent
    return out


def _numbered_parent(section: Section, roots: Sequence[Section]) -> Section | None:
    """The last section whose number this one continues: 1.2.2 belongs to 1.2, whatever the `#` say."""
    if len(section.number) < 2:
        return None
    best: Section | None = None
    for candidate in _all(roots):
        own = len(candidate.number)
        begins = 0 < own < len(section.number) and section.number[:own] == candidate.number
        if begins and (best is None or own >= len(best.number)):
            best = candidate
    return best


def _sibling_parent(section: Section, stack: Sequence[Section]) -> Section | None:
    """By level, but never below a section whose number is as long: 1.3 does not belong to 1.2."""
    for candidate in reversed(stack):
        if not candidate.number or len(candidate.number) < len(section.number):
            return candidate
    return None


def _all(sections: Iterable[Section]) -> Iterable[Section]:
    for section in sections:
        yield section
        yield from _all(section.children)
