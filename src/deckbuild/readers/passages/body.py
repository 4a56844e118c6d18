"""Syntax blocks of one section → the blocks of its concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...diagnostics import Diagnostic, error, info, warning
from ...model import (
    Asks,
    Block,
    Callout,
    Cloze,
    Directive,
    Figure,
    Footnote,
    List,
    Math,
    Place,
    Quote,
    RichText,
    SpeakerNotes,
    Subheading,
    Todo,
)
from ...questions import ASKING_CALLOUTS
from .. import blocks as b
from ..attributes import without_attributes
from ..inline import read_inline
from . import captions, fences, marks, orders, prose, tasks, verse
from . import vocabulary as v
from .asked import answer_of, card, faced, put
from .asking import asked_blocks
from .choices import with_choices
from .defined import defined
from .definitions import with_definition
from .known import NOTHING_KNOWN, Known
from .lines import joined
from .lists import contents
from .lists.attached import attach_labels, follow
from .lists.items import read_list
from .lists.named import with_names
from .lists.parted import parted
from .lists.quizzes import with_hung
from .lists.resumed import resumed
from .pictures import special
from .roles import with_references
from .tables import table
from .veiled import box_of
from .wrapping import numbered, sentences

_DISPLAY_MATH = re.compile(r"^\s*(?:\$\$(.+)\$\$|\\\[(.+)\\\])\s*$", re.DOTALL)

_TABLE_CAPTION = re.compile(r"(?:(?:table|表|표)\s?[\d.-]*\s*)?[:：]\s", re.IGNORECASE)
"""As pandoc writes it; attributes may stand behind it."""


class Body:
    """Reads the nodes of one section in order, and collects its diagnostics."""

    def __init__(
        self, path: str, title: RichText, heading: str = "", asks: Asks = "", known: Known = NOTHING_KNOWN
    ) -> None:
        self.path = path
        self.title = title
        self.heading = heading
        self.asks = asks
        self.known = known
        self.titles = known.titles
        self.diagnostics: list[Diagnostic] = []
        self._depth = 0

    def read(self, nodes: Sequence[b.Node]) -> tuple[Block, ...]:
        """The blocks of a whole section, with its definition found."""
        found = attach_labels(self.blocks(nodes))
        if v.CONTENTS.match(self.title.plain) and contents.lists_sections(found, self.known.anchors):
            return tuple(contents.as_contents(found))
        if v.REFERENCES.match(self.title.plain):
            found = with_references(found)
        return tuple(with_definition(found, self.title, self.asks == "definition"))

    def blocks(self, nodes: Sequence[marks.Marked]) -> list[Block]:
        """The blocks of some nodes, each by itself."""
        out: list[Block] = []
        start, before = 0, None
        pieces = [*with_names(marks.marked(with_choices(resumed(with_hung(parted(nodes))))))]
        named = captions.apart(pieces)
        taken = frozenset(named.values())
        for i, node in enumerate(pieces):
            if isinstance(node, b.Directive):
                self._order(out, node, start if before and before.end >= node.line else len(out))
            elif i not in taken:
                start, before = len(out), node
                self._add(out, node)
                if i in named:
                    self._caption(out, pieces[named[i]])
        return out

    def _caption(self, out: list[Block], node: marks.Marked) -> None:
        """The caption of the figure that was read last."""
        if isinstance(node, b.Paragraph):
            line = prose.Line(self.inline(node.text, node.line), self.place(node))
            out[-1] = captions.with_caption(out[-1], line) or out[-1]

    def _order(self, out: list[Block], node: b.Directive, at: int) -> None:
        """An order stands before what it is about: the block in whose lines it was written, else the next one."""
        if order := orders.order_of(node, self.path, self.diagnostics):
            out.insert(at, Directive(order, self.place(node)))

    def _add(self, out: list[Block], node: marks.Marked) -> None:
        match node:
            case b.Paragraph():
                self._paragraph(out, node)
            case b.Fence():
                out.extend(self._fence(node, not any(_defines(block) for block in out)))
            case b.ItemList():
                self._depth += 1
                out.extend(read_list(node, self, nested=self._depth > 1))
                self._depth -= 1
            case b.MathBlock():
                out.append(Math(node.tex, self.place(node)))
            case b.PipeTable():
                out.extend(table(node, self))
            case b.Heading():
                if text := self.inline(node.text, node.line):
                    out.append(Subheading(text, self.place(node)))
            case b.Speech(body=said):
                out.append(SpeakerNotes(tuple(attach_labels(self.blocks(said))), self.place(node), node.private))
            case b.Rule() | b.Html() | b.Directive():
                pass
            case marks.Holes():
                lines = prose.lines_of(self.inline(node.text, node.line), self.place(node))
                out.append(Cloze(joined(lines), place=self.place(node)))
            case _:
                out.append(self.marked(node))

    def marked(self, node: marks.Marked, body: tuple[Block, ...] = ()) -> Block:
        """A block that holds others; `body` stands below what it holds."""
        match node:
            case marks.Asked():
                asked, answered = asked_blocks(node.question, self), attach_labels(self.blocks(node.answer))
                return card(asked, [*answered, *body], node, self.place(node))
            case marks.Faces():
                front, back = self.inline(node.front, node.line), self.inline(node.back, node.line)
                return faced(front, back, node.both, body, self.place(node))
            case b.FootnoteText():
                text, rest = answer_of(self.blocks(node.body))
                return Footnote(node.label, text, (*rest, *body), self.place(node))
            case b.DefinitionItem():
                terms = [self.inline(term, node.line + i) for i, term in enumerate(node.terms)]
                return defined(terms, self.blocks(node.body), body, self.place(node))
            case b.Details():
                title = self.inline(node.summary, node.line)
                return Callout("details", title, (*attach_labels(self.blocks(node.body)), *body), self.place(node))
            case b.BlockQuote():
                return self._quote(node)
            case _:
                raise TypeError(type(node))

    def place(self, node: marks.Marked | b.Item) -> Place:
        """Where a node stands."""
        return Place(self.path, node.line, node.end if node.end > node.line else 0)

    def inline(self, source: str, line: int) -> RichText:
        """Inline Markdown as runs; what is odd about it is said at its line."""
        read = read_inline(source, self.known.links)
        place = Place(self.path, line)
        for url in read.quoted_targets:
            hint = f"write ({url}), without quotation marks"
            self.diagnostics.append(
                warning(place, "quoted-link-target", f"the link target {url} stands in quotation marks", hint)
            )
        for name in read.unknown_tags:
            fact = f"<{name}> is no HTML tag that notes use; its words are kept"
            self.diagnostics.append(info(place, "html-unknown", fact, f"write `<{name}>` in backticks"))
        if read.literal:
            message = "this text is too long or has too many marks to be read as Markdown"
            self.diagnostics.append(warning(place, "inline-too-intricate", f"{message}; it is taken as it is"))
        return self.known.footnotes.resolved(read.text, place, self.diagnostics)

    # paragraphs

    def _paragraph(self, out: list[Block], node: b.Paragraph) -> None:
        if math := _DISPLAY_MATH.match(node.text):
            out.append(Math((math[1] or math[2]).strip(), self.place(node)))
            return
        text = without_attributes(node.text) if _TABLE_CAPTION.match(node.text) else node.text
        self.lines(out, prose.lines_of(self.inline(text, node.line), self.place(node)))

    def lines(self, out: list[Block], lines: Sequence[prose.Line]) -> None:
        """The lines of a paragraph behind what stands before them, its to-dos apart."""
        for part in tasks.parted(lines):
            if isinstance(part, Todo):
                out.append(part)
            else:
                self._spoken(out, part)

    def _spoken(self, out: list[Block], lines: Sequence[prose.Line]) -> None:
        """Lines that are no to-do: each consequence hangs on its statement."""
        held: list[prose.Line] = []
        arrows: list[prose.Line] = []
        for line in lines:
            consequence = None if line.term else prose.leading_arrow(line.text)
            found = [] if consequence is not None else _alone(line)
            if arrows and consequence is None:
                follow(out, arrows)
                arrows = []
            if not held and not found and out and (figure := captions.captioned(out[-1], line)):
                out[-1] = figure
            elif found or consequence is not None:
                self._sentences(out, held)
                held = []
                out.extend(found)
            else:
                held.append(line)
            if consequence:
                arrows.append(replace(line, text=consequence))
        self._sentences(out, held)
        if arrows:
            follow(out, arrows)

    def _sentences(self, out: list[Block], lines: Sequence[prose.Line]) -> None:
        """The statements that lines make, those that their author numbered as a list."""
        held: list[prose.Line] = []
        for part in numbered(sentences(lines)):
            if isinstance(part, prose.Line):
                held.append(part)
                continue
            out.extend(block for _, block in prose.fold(held))
            held = []
            items = tuple(block for line in part.lines for block in prose.statement(line.text, line.place))
            place = part.lines[0].place.to(part.lines[-1].place)
            listed = List(items, style="ordered" if part.start else "bullet", start=part.start or 1, place=place)
            steps = part.start and self._depth == 0 and v.ACTION.search(self.heading)
            out.append(replace(listed, role="steps") if steps else listed)
        out.extend(block for _, block in prose.fold(held))

    # fences, quotes

    def _fence(self, node: b.Fence, may_define: bool) -> list[Block]:
        kind = fences.kind_of(node)
        if kind == "diagram" and not node.text.strip():
            self.diagnostics.append(error(Place(self.path, node.line - 1), "diagram-empty", "the diagram is empty"))
        if kind != "prose" or node.verbatim:
            return fences.verbatim(node, kind, self.path)
        return fences.prose(node, self.path, may_define)

    def _quote(self, node: b.BlockQuote) -> Block:
        place = self.place(node)
        if box := box_of(node):
            return self._callout(box.kind, box.title, box.body, place)
        return Quote(tuple(attach_labels([*self._said(node.body)])), place)

    def _said(self, nodes: Sequence[b.Node]) -> Iterator[Block]:
        for part in verse.parted(nodes, self.known.wide):
            if isinstance(part, b.Paragraph):
                yield from verse.stanza(prose.lines_of(self.inline(part.text, part.line), self.place(part)))
            else:
                yield from self.blocks(part)

    def _callout(self, kind: str, heading: str, nodes: Sequence[marks.Marked], place: Place) -> Block:
        """A box; one that asks is a question, with its title or else with what it says first."""
        if kind in ASKING_CALLOUTS and (found := self._offering(heading, nodes, place)):
            return found
        title, inner = self.inline(heading, place.line), attach_labels(self.blocks(nodes))
        if kind not in ASKING_CALLOUTS:
            return Callout(kind, title, tuple(inner), place)
        if not title:
            title, rest = answer_of(inner)
            inner = list(rest)
        if not title:
            return Callout(kind, title, tuple(inner), place)
        return put(title, *answer_of(inner), place)

    def _offering(self, heading: str, nodes: Sequence[marks.Marked], place: Place) -> Block | None:
        """The question of a box that holds no more than it and its choices, with the right one told."""
        asked = [b.Paragraph(heading, place.line, place.line)] if heading else []
        whole = with_choices([*asked, *nodes])
        return self.blocks(whole)[0] if len(whole) == 1 and isinstance(whole[0], marks.Asked) else None


def _alone(line: prose.Line) -> list[Block]:
    """A line that is a block by itself, or nothing."""
    if any(run.cloze for run in line.text) and not line.term:
        return [Cloze(line.text, place=line.place)]
    return special(line)


def _defines(block: Block) -> bool:
    """Whether the opening statement of a section has been made already."""
    return not isinstance(block, Figure | Todo | SpeakerNotes)


def legend_note(place: Place) -> Diagnostic:
    """Tells the author that the legend was understood as one."""
    return info(
        place, "legend-detected", "these lines show the marks of this note; they are read as its legend, not as content"
    )
