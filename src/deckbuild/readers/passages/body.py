"""Syntax blocks of one section → the blocks of its concept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...diagnostics import Diagnostic, info, warning
from ...model import (
    Asks,
    Block,
    Callout,
    Command,
    Figure,
    Labelled,
    List,
    ListRole,
    Math,
    Pair,
    Place,
    Point,
    Question,
    Quote,
    RichText,
    Subheading,
    Table,
    Todo,
)
from .. import blocks as b
from ..inline import read_inline
from . import fences, prose
from . import vocabulary as v
from .definitions import with_definition
from .lists import attach_labels, first_text, inside, labelled_role, referenced, references
from .pictures import special

_CALLOUT = re.compile(r"^\[!(\w[\w-]*)\][+-]?\s*(.*)$")
_DISPLAY_MATH = re.compile(r"^\s*(?:\$\$(.+)\$\$|\\\[(.+)\\\])\s*$", re.DOTALL)


class Body:
    """Reads the nodes of one section in order, and collects its diagnostics."""

    def __init__(self, path: str, title: RichText, heading: str = "", asks: Asks = "") -> None:
        self.path = path
        self.title = title
        self.heading = heading
        self.asks = asks
        self.diagnostics: list[Diagnostic] = []

    def read(self, nodes: Sequence[b.Node]) -> tuple[Block, ...]:
        """The blocks of a whole section, with its definition found."""
        found = attach_labels(self._blocks(nodes))
        return tuple(with_definition(found, self.title, self.asks == "definition"))

    def _blocks(self, nodes: Sequence[b.Node]) -> list[Block]:
        out: list[Block] = []
        for node in nodes:
            self._add(out, node)
        return out

    def _add(self, out: list[Block], node: b.Node) -> None:
        match node:
            case b.Paragraph():
                self._paragraph(out, node)
            case b.Fence():
                out.extend(self._fence(node, not any(_defines(block) for block in out)))
            case b.ItemList():
                out.extend(self._list(node))
            case b.BlockQuote():
                out.append(self._quote(node))
            case b.PipeTable():
                out.append(self._table(node))
            case b.Details():
                out.append(self._details(node))
            case b.Heading():
                if text := self._inline(node.text, node.line):
                    out.append(Subheading(text, self._place(node)))
            case b.Rule() | b.Html():
                pass

    def _place(self, node: b.Node | b.Item) -> Place:
        return Place(self.path, node.line, node.end if node.end > node.line else 0)

    def _inline(self, source: str, line: int) -> RichText:
        read = read_inline(source)
        place = Place(self.path, line)
        for url in read.quoted_targets:
            hint = f"write ({url}), without quotation marks"
            self.diagnostics.append(
                warning(place, "quoted-link-target", f"the link target {url} stands in quotation marks", hint)
            )
        if read.literal:
            message = "this text is too long or has too many brackets to be read as Markdown"
            self.diagnostics.append(warning(place, "inline-too-intricate", f"{message}; it is taken as it is"))
        return read.text

    # paragraphs

    def _paragraph(self, out: list[Block], node: b.Paragraph) -> None:
        if math := _DISPLAY_MATH.match(node.text):
            out.append(Math((math[1] or math[2]).strip(), self._place(node)))
            return
        self._lines(out, prose.lines_of(self._inline(node.text, node.line), self._place(node)))

    def _lines(self, out: list[Block], lines: Sequence[prose.Line]) -> None:
        held: list[prose.Line] = []
        for line in lines:
            if found := special(line):
                self._sentences(out, held)
                held = []
                out.extend(found)
            elif (consequence := prose.leading_arrow(line.text)) is not None:
                self._sentences(out, held)
                held = []
                if consequence:
                    _follow(out, consequence, line)
            else:
                held.append(line)
        self._sentences(out, held)

    def _sentences(self, out: list[Block], lines: Sequence[prose.Line]) -> None:
        """Soft-wrapped lines as paragraphs again: a line that ends a sentence ends a point."""
        joined: list[prose.Line] = []
        start = 0
        for i, line in enumerate(lines):
            if v.SENTENCE_END.search(line.text.plain) or i + 1 == len(lines):
                part = lines[start : i + 1]
                place = part[0].place.to(line.place)
                joined.append(prose.Line(prose.soft_join(p.text for p in part), place))
                start = i + 1
        out.extend(block for _, block in prose.fold(joined))

    # fences, quotes, tables

    def _fence(self, node: b.Fence, may_define: bool) -> list[Block]:
        kind = fences.kind_of(node)
        if kind != "prose":
            return fences.verbatim(node, kind, self.path)
        return fences.prose(node, self.path, may_define)

    def _quote(self, node: b.BlockQuote) -> Block:
        place = self._place(node)
        first = node.body[0] if node.body else None
        if isinstance(first, b.Paragraph) and (found := _CALLOUT.match(first.text.split("\n")[0])):
            rest = "\n".join(first.text.split("\n")[1:])
            body = [b.Paragraph(rest, first.line + 1, first.end)] if rest.strip() else []
            inner = self._blocks([*body, *node.body[1:]])
            return Callout(found[1].lower(), self._inline(found[2], node.line), tuple(attach_labels(inner)), place)
        return Quote(tuple(attach_labels(self._blocks(node.body))), place)

    def _details(self, node: b.Details) -> Block:
        title = self._inline(node.summary, node.line)
        return Callout("details", title, tuple(attach_labels(self._blocks(node.body))), self._place(node))

    def _table(self, node: b.PipeTable) -> Block:
        head = tuple(self._inline(cell, node.line) for cell in node.head)
        rows = tuple(tuple(self._inline(cell, node.line + 2 + i) for cell in row) for i, row in enumerate(node.rows))
        return Table(head, rows, node.align, self._place(node))  # type: ignore[arg-type]

    # lists

    def _list(self, node: b.ItemList) -> Iterator[Block]:
        """A list, but for items that only name the references below them, which become lists of their own."""
        items: list[Block] = []
        for item in node.items:
            read = self._item(item)
            if len(read) == 1 and isinstance(read[0], List) and read[0].role == "references":
                yield from self._finished(node, items)
                items = []
                yield read[0]
            else:
                items.extend(read)
        yield from self._finished(node, items)

    def _finished(self, node: b.ItemList, items: Sequence[Block]) -> Iterator[Block]:
        if items:
            style = "ordered" if node.ordered else "bullet"
            place = items[0].place.to(Place(self.path, node.end))
            role = self._role(node.ordered, items)
            found = tuple(referenced(item) for item in items) if role == "references" else tuple(items)
            yield List(found, RichText(), role, style, node.start, place)  # type: ignore[arg-type]

    def _role(self, ordered: bool, items: Sequence[Block]) -> ListRole:
        if (named := labelled_role(self.title, "points")) != "points":
            return named
        commands = any(isinstance(block, Command) for item in items for block in inside(item))
        return "steps" if ordered and (commands or v.ACTION.search(self.heading)) else "points"

    def _item(self, item: b.Item) -> list[Block]:
        first = item.body[0] if item.body else None
        if not isinstance(first, b.Paragraph):
            return self._blocks(item.body)
        lines = prose.lines_of(self._inline(first.text, first.line), self._place(first))
        body = tuple(attach_labels(self._blocks(item.body[1:])))
        text = prose.soft_join(line.text for line in lines)
        if v.REFERENCES.match(text.plain) and body and all(isinstance(block, List) for block in body):
            return [references(text, body, self._place(item))]
        if any(_stands_out(line) for line in lines):
            return self._mixed_item(lines, body)
        return self._plain_item(text, body, lines, first)

    def _plain_item(
        self, text: RichText, body: tuple[Block, ...], lines: Sequence[prose.Line], first: b.Paragraph
    ) -> list[Block]:
        place = self._place(first)
        if len(lines) > 1 and len(folded := prose.fold(lines)) == 1 and isinstance(folded[0][1], Question):
            return [replace(folded[0][1], body=body)]
        if v.QUESTION_END.search(text.plain) and body and isinstance(answer := first_text(body[0]), RichText):
            return [Question(text, answer, body[1:], place)]
        return prose.statement(text, place, body)

    def _mixed_item(self, lines: Sequence[prose.Line], body: tuple[Block, ...]) -> list[Block]:
        """An item with a picture, an example or a consequence among its lines."""
        out: list[Block] = []
        self._lines(out, lines)
        if body and out and isinstance(out[0], Point | Pair | Labelled):
            out[0] = replace(out[0], body=(*out[0].body, *out[1:], *body))
            return out[:1]
        return [*out, *body]


def _stands_out(line: prose.Line) -> bool:
    """Whether a line of an item is not part of its sentence. (A line in bold is: it labels what is nested.)"""
    found = special(line)
    return bool(found and not isinstance(found[0], Subheading)) or prose.leading_arrow(line.text) is not None


def _defines(block: Block) -> bool:
    """Whether the opening statement of a section has been made already."""
    return not isinstance(block, Figure | Todo)


def _follow(out: list[Block], consequence: RichText, line: prose.Line) -> None:
    """Hang a consequence onto the last statement, into a list where that is the last block."""
    last = out[-1] if out else None
    if isinstance(last, List) and last.role != "references":
        items = [block for _, block in prose.follow(last.items[-1], consequence, line, 0)]
        out[-1] = replace(last, items=(*last.items[:-1], *items))
    else:
        out[-1:] = [block for _, block in prose.follow(last, consequence, line, 0)]


def legend_note(place: Place) -> Diagnostic:
    """Tells the author that the legend was understood as one."""
    return info(
        place, "legend-detected", "these lines show the marks of this note; they are read as its legend, not as content"
    )
