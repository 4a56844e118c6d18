"""Headings → the tree of sections. Where a number and the `#` disagree, the number wins."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from ... import richtext
from ...model import Asks, RichText, Run, Style
from .. import blocks as b
from ..inline import read_inline
from . import vocabulary as v
from .numbers import Mark, Number, numbers

MAX_ASKING = 200
"""Letters of a heading that may ask for something."""
MAX_BOLD = 60
"""Letters of a line in bold that may be a heading."""

_ATTRIBUTES = re.compile(r"\{\s*((?:(?:#\w|\.[^\W\d])[\w:-]*(?:\s+(?=[#.])|\s*(?=\})))+)\}")
_FINAL = {"이란": True, "란": False}


class Section(Struct):
    """A heading with what stands below it. Built up while reading, then turned into a `Concept`.

    `heading.text` is what the author wrote, but for the attributes `{#id .class}`, which are in `id` and `classes`.
    """

    heading: b.Heading
    number: Number = ()
    title: RichText = field(default_factory=RichText)
    asks: Asks = ""
    nodes: list[b.Node] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    id: str = ""
    classes: tuple[str, ...] = ()
    mark: Mark | None = None
    numbering: frozenset[str] = frozenset()
    """The styles in which its children are numbered by one number each."""

    @property
    def numbered(self) -> str:
        """The number as it is shown: `1.2`, `IV`, `二`."""
        return self.mark.written if self.mark else ""


class Outline(Struct):
    """The whole note: `lead` is the heading that names it (or none), `intro` what stands before the first section."""

    lead: Section | None
    intro: list[b.Node]
    sections: list[Section]


def outline(nodes: Sequence[b.Node]) -> Outline:
    """Cut a note at its headings and nest the pieces."""
    if not any(isinstance(node, b.Heading) for node in nodes):
        nodes = _bold_headings(nodes)
    intro, flat = _cut(nodes)
    lead = _lead(flat)
    if lead:
        intro, flat = [*intro, *lead.nodes], flat[1:]
    return Outline(lead, intro, _nest(flat))


def _cut(nodes: Sequence[b.Node]) -> tuple[list[b.Node], list[Section]]:
    """What stands before the first heading, and the sections in a row, each with what stands below it."""
    intro: list[b.Node] = []
    flat: list[Section] = []
    texts: list[RichText] = []
    for node in nodes:
        if isinstance(node, b.Heading):
            section = _section(node)
            text = RichText(_flat_breaks(read_inline(section.heading.text).text))
            if text.plain.strip():
                flat.append(section)
                texts.append(text)
                continue
            node = b.Paragraph(node.text, node.line, node.end)
        (flat[-1].nodes if flat else intro).append(node)
    marks = numbers([(section.heading.level, text.plain) for section, text in zip(flat, texts, strict=True)])
    for section, text, mark in zip(flat, texts, marks, strict=True):
        section.mark, section.number = mark, mark.parts if mark else ()
        section.title, section.asks = _title(_without(text, mark.start, mark.end) if mark else text)
    return intro, flat


def _section(heading: b.Heading) -> Section:
    """A heading with its attributes taken off: only `{#id .class}` at its very end are such."""
    start = heading.text.rfind("{")
    found = _ATTRIBUTES.fullmatch(heading.text[start:].rstrip()) if start >= 0 else None
    if not found:
        return Section(heading)
    names = found[1].split()
    ids = [name[1:] for name in names if name[0] == "#"]
    classes = tuple(name[1:] for name in names if name[0] == ".")
    return Section(replace(heading, text=heading.text[:start].rstrip()), id=ids[-1] if ids else "", classes=classes)


def _flat_breaks(text: RichText) -> Iterable[Run]:
    return (Run(" ", run.styles) if run.kind == "break" else run for run in text)


def _bold_headings(nodes: Sequence[b.Node]) -> Sequence[b.Node]:
    """In a note without any heading, lines in bold that stand alone above other text are its headings."""
    bold = [i for i, node in enumerate(nodes[:-1]) if _is_bold(node) and not _is_bold(nodes[i + 1])]
    if len(bold) < 2:
        return nodes
    out = list(nodes)
    for i in bold:
        if isinstance(node := nodes[i], b.Paragraph):
            out[i] = b.Heading(2, node.text, node.line, node.end)
    return out


def _is_bold(node: b.Node) -> bool:
    if not isinstance(node, b.Paragraph) or "\n" in node.text or len(node.text) > MAX_BOLD + 8:
        return False
    if not node.text.lstrip().startswith(("*", "_", "<")):
        return False
    text = read_inline(node.text).text
    bold = bool(text) and all(Style.BOLD in run.styles for run in text if run.text.strip())
    return bold and not (v.SENTENCE_END.search(text.plain) and not v.QUESTION_END.search(text.plain))


def _lead(flat: Sequence[Section]) -> Section | None:
    """A first heading that names the note: alone on its level, but for numbered ones."""
    if not flat:
        return None
    first, rest = flat[0], flat[1:]
    level = first.heading.level
    if first.number:
        return first if level == 1 and rest and all(s.heading.level > 1 for s in rest) else None
    alone = all(s.heading.level > level or (s.number and s.heading.level == level) for s in rest)
    return first if alone and (level == 1 or rest) else None


# titles


def _title(title: RichText) -> tuple[RichText, Asks]:
    """The subject of a heading, and what the heading asks about it."""
    title = _unbolded(title)
    plain = title.plain
    if len(plain) > MAX_ASKING:
        return title, ""
    if subject := _defined(plain):
        return richtext.strip(_only(title, *subject)), "definition"
    for asks, pattern in v.ASKS.items():
        if pattern.search(plain):
            return title, asks  # type: ignore[return-value]
    return title, "question" if v.QUESTION_END.search(plain) else ""


def _unbolded(title: RichText) -> RichText:
    """A title that is bold as a whole is no more so than others."""
    bold = all(Style.BOLD in run.styles for run in title if run.text.strip())
    return richtext.without(title, Style.BOLD) if bold else title


def _defined(plain: str) -> tuple[int, int] | None:
    """Where the subject of a heading stands that asks what it is."""
    found = v.ASKS_DEFINITION.match(plain)
    if not found:
        return None
    group = found.lastindex or 0
    start, end = found.span(group)
    subject = plain[start:end].strip()
    tail = plain[end:].strip()
    if not subject or v.NOT_DEFINED.match(subject) or not _particle_fits(subject, plain[end : end + 2], tail):
        return None
    return start, end


def _particle_fits(subject: str, behind: str, tail: str) -> bool:
    """`혼란` is a word and no question: -란 follows a vowel, -이란 a consonant; a question mark settles it as well."""
    particle = next((form for form in _FINAL if tail.startswith(form)), "")
    last = ord(subject[-1]) - 0xAC00
    if not particle or tail != particle or behind[:1].isspace() or not 0 <= last < 11172:
        return True
    return (last % 28 > 0) == _FINAL[particle]


def _only(text: RichText, start: int, end: int) -> RichText:
    return RichText(_pieces(text, start, end))


def _without(text: RichText, start: int, end: int) -> RichText:
    if len(text.runs) == 1:
        return RichText((replace(text.runs[0], text=text.plain[:start] + text.plain[end:]),))
    return richtext.merge([*_pieces(text, 0, start), *_pieces(text, end, len(text.plain))])


def _pieces(text: RichText, start: int, end: int) -> Iterable[Run]:
    """The runs between two places of the plain text."""
    at = 0
    for run in text:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        if piece or (run.kind == "image" and start <= at < end):
            yield replace(run, text=piece)
        at += len(run.text)


# nesting


def _nest(flat: Sequence[Section]) -> list[Section]:
    """`path` is the last section with all above it: only they can get a child, so that the order stays the author's."""
    roots: list[Section] = []
    path: list[Section] = []
    runs: dict[Number, tuple[int, Section | None]] = {}
    for section in flat:
        depth = _depth(section, path, runs)
        del path[depth:]
        parent = path[-1] if path else None
        (parent.children if parent else roots).append(section)
        path.append(section)
        if section.mark and section.mark.arabic:
            runs[section.number[:-1]] = (section.number[-1], parent)
        if section.mark and parent and len(section.number) == 1:
            parent.numbering |= {section.mark.style}
    return roots


def _depth(section: Section, path: Sequence[Section], runs: dict[Number, tuple[int, Section | None]]) -> int:
    """How many of `path` stay above the section."""
    if not section.mark:
        return _by_level(section, path)
    if len(section.number) == 1:
        return _single(section, section.mark, path)
    for length in range(len(section.number) - 1, 0, -1):
        for i, above in enumerate(path):
            if above.mark and above.mark.arabic and above.number == section.number[:length]:
                return i + 1
    last, parent = runs.get(section.number[:-1], (section.number[-1], None))
    if section.number[-1] > last and (parent is None or any(parent is above for above in path)):
        return 0 if parent is None else next(i for i, above in enumerate(path) if parent is above) + 1
    depth = _by_level(section, path)
    while depth and path[depth - 1].number and len(path[depth - 1].number) == len(section.number):
        depth -= 1
    return depth


def _by_level(section: Section, path: Sequence[Section]) -> int:
    depth = len(path)
    while depth and path[depth - 1].heading.level >= section.heading.level:
        depth -= 1
    return depth


def _single(section: Section, mark: Mark, path: Sequence[Section]) -> int:
    """By level, but `### 2.` below `## 1.` goes on beside it where it does not go on with a run of its own."""
    depth = _by_level(section, path)
    above = path[depth - 1] if depth else None
    if not above or not above.mark or len(above.number) != 1 or mark.parts[0] < 2:
        return depth
    goes_on = above.number[0] + 1 == mark.parts[0]
    alike = above.mark.style == mark.style or (above.mark.arabic and mark.arabic)
    return depth - 1 if goes_on and alike and mark.style not in above.numbering else depth
