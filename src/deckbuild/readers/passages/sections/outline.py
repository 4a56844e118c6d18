"""Headings → the tree of sections. Where a number and the `#` disagree, the number wins."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from .... import richtext
from ....model import Asks, RichText, Run, Style
from ... import blocks as b
from ...inline import NO_LINKS, Link, read_inline
from .. import vocabulary as v
from .hashtags import without_tag_lines
from .headings import title_of
from .numbers import Mark, Number, numbers
from .trailing import tail_of, without_block_id

_CONTENTS_HERE = re.compile(r"\s*(?:\[{1,2}_?TOC_?\]{1,2}|\{:?\s*toc\s*\})\s*", re.IGNORECASE)
"""Where other programs set a table of contents."""
_SPACES = re.compile(r" {2,}")
MAX_BOLD = 60
"""Letters of a line in bold that may be a heading."""


class Section(Struct):
    """A heading with what stands below it. Built up while reading, then turned into a `Concept`.

    `heading.text` is what the author wrote, on one line and without what stood behind it: the attributes
    `{#id .class}` are in `id` and `classes`, `#tags` (also those of a line of their own below it) in `tags`, and
    `todo` is what a bracket (`(TODO)`) said is to be done.
    """

    heading: b.Heading
    number: Number = ()
    title: RichText = field(default_factory=RichText)
    asks: Asks = ""
    nodes: list[b.Node] = field(default_factory=list)
    children: list[Section] = field(default_factory=list)
    id: str = ""
    classes: tuple[str, ...] = ()
    tags: list[str] = field(default_factory=list)
    todo: str = ""
    mark: Mark | None = None
    numbering: frozenset[str] = frozenset()
    """The styles in which its children are numbered by one number each."""

    @property
    def numbered(self) -> str:
        """The number as it is shown: `1.2`, `IV`, `二`."""
        return self.mark.written if self.mark else ""


class Outline(Struct):
    """The whole note: `lead` is the heading that names it (or none), `intro` what stands before the first section.

    `tags` are those of the lead and of lines in the intro; `wordless` are headings without a word.
    """

    lead: Section | None
    intro: list[b.Node]
    sections: list[Section]
    tags: list[str]
    wordless: tuple[b.Heading, ...] = ()

    def walk(self) -> Iterator[Section]:
        """All sections, in source order."""
        todo = self.sections[::-1]
        while todo:
            section = todo.pop()
            yield section
            todo += section.children[::-1]


def outline(nodes: Sequence[b.Node], links: Mapping[str, Link] = NO_LINKS) -> Outline:
    """Cut a note at its headings and nest the pieces."""
    if not any(isinstance(node, b.Heading) for node in nodes):
        nodes = _bold_headings(nodes)
    intro, *flat = _cut(nodes, links)
    wordless = tuple(section.heading for section in flat if not section.title)
    flat = _together(intro, flat)
    _number(flat)
    lead = _lead(flat)
    if lead:
        intro.nodes, flat = [*intro.nodes, *lead.nodes], flat[1:]
        intro.tags = [*lead.tags, *intro.tags]
    return Outline(lead, intro.nodes, _nest(flat), intro.tags, wordless)


def _cut(nodes: Sequence[b.Node], links: Mapping[str, Link]) -> list[Section]:
    """The sections in a row, each with what stands below its heading; the first is what stands above them all."""
    flat = [Section(b.Heading(0, "", 0, 0))]
    for node in nodes:
        match node:
            case b.Heading():
                flat.append(_section(node, links))
            case b.Paragraph():
                _paragraph(flat[-1], node)
            case _:
                flat[-1].nodes.append(node)
    return flat


def _section(heading: b.Heading, links: Mapping[str, Link]) -> Section:
    tail = tail_of(heading.text)
    title = _on_one_line(read_inline(tail.text, links).text)
    if not title.plain.strip():
        return Section(heading, nodes=[b.Paragraph(heading.text, heading.line, heading.end)])
    heading = replace(heading, text=tail.text) if tail.text != heading.text else heading
    return Section(heading, title=title, id=tail.id, classes=tail.classes, tags=[*tail.tags], todo=tail.todo)


def _paragraph(section: Section, node: b.Paragraph) -> None:
    """A paragraph without what other programs read in it: lines of tags, the id of a block, the place for contents."""
    if _CONTENTS_HERE.fullmatch(node.text):
        return
    kept, tags = without_tag_lines(node) if "#" in node.text else (node, ())
    section.tags += tags
    if kept and "^" in kept.text and (text := without_block_id(kept.text)) != kept.text:
        kept = replace(kept, text=text) if text else None
    if kept:
        section.nodes.append(kept)


def _together(intro: Section, flat: Sequence[Section]) -> list[Section]:
    """The sections that have a title; what stands below a heading without words belongs to the one before."""
    out: list[Section] = []
    for section in flat:
        if section.title:
            out.append(section)
        else:
            before = out[-1] if out else intro
            before.nodes += section.nodes
            before.tags += section.tags
    return out


def _number(flat: Sequence[Section]) -> None:
    marks = numbers([(section.heading.level, section.title.plain) for section in flat])
    for section, mark in zip(flat, marks, strict=True):
        section.mark, section.number = mark, mark.parts if mark else ()
        text = section.title
        section.title, section.asks = title_of(richtext.outside(text, mark.start, mark.end) if mark else text)


def _on_one_line(text: RichText) -> RichText:
    """A space for each line break and for the spaces around it."""
    if not any(run.kind == "break" for run in text):
        return text
    flat = richtext.merge(Run(" ", run.styles) if run.kind == "break" else run for run in text)
    return RichText(replace(run, text=_SPACES.sub(" ", run.text)) if run.kind == "text" else run for run in flat)


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
