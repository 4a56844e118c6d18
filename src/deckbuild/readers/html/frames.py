"""Elements that are open, and what becomes of them when they close: lists, tables, headings, figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from .. import blocks as b
from .chunk import Chunk
from .flat import inline_of
from .struck import struck
from .tables import Cell, Row, table
from .tags import HEADINGS, INLINE_ONLY, LISTS

PARENTS: dict[str, frozenset[str]] = {
    "li": LISTS,
    "tr": frozenset({"table"}),
    "td": frozenset({"tr"}),
    "th": frozenset({"tr"}),
    "caption": frozenset({"table"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
    "summary": frozenset({"details"}),
    "figcaption": frozenset({"figure"}),
}
"""Elements that mean something only within another."""

IMPLIED = {"ul": "li", "ol": "li", "dl": "dd"}
"""What stands directly in one of these is taken for one of those."""

_IMAGE = re.compile(r"\s*(?:<img [^<>]*>|!\[[^\]]*\]\([^()\s]*\))\s*")
_LANGUAGE = re.compile(r"\b(?:language|lang|highlight-source)-([\w+#.-]+)")


class Frame:
    """An open element: the blocks that it holds so far, the text that gathers, and the parts it is made of."""

    def __init__(self, tag: str, line: int, attributes: Mapping[str, str] | None = None, endless: bool = False) -> None:
        self.tag = tag
        self.line = line
        self.end = line
        self.attributes = attributes or {}
        self.endless = endless
        self.chunk = Chunk()
        self.nodes: list[b.Node] = []
        self.parts: list[Frame] = []
        self.after: list[b.Node] = []
        self.heads = False
        self.level = 0

    def flush(self, is_struck: bool = False) -> None:
        """Read the text that has gathered, which may be struck out."""
        chunk, self.chunk = self.chunk, Chunk()
        read = chunk.inline() if self.tag in INLINE_ONLY else chunk.blocks()
        self.take(struck(read) if is_struck else read)

    def take(self, nodes: Sequence[b.Node]) -> None:
        """Add blocks; a list holds them in an item."""
        if not nodes:
            return
        if part := IMPLIED.get(self.tag):
            held = self.parts[-1] if self.parts and isinstance(nodes[0], b.ItemList) else Frame(part, nodes[0].line)
            if held not in self.parts[-1:]:
                self.parts.append(held)
            held.nodes += nodes
            held.end = max(held.end, nodes[-1].end)
        else:
            self.nodes += nodes


def belongs(frame: Frame, parent: Frame) -> bool:
    """Whether an element is part of the one around it."""
    return parent.tag in PARENTS.get(frame.tag, ())


def finished(frame: Frame) -> list[b.Node]:
    """The blocks that an element is."""
    if frame.tag in HEADINGS:
        return _heading(frame)
    made = _MAKERS.get(frame.tag)
    return made(frame) if made else frame.nodes


def _heading(frame: Frame) -> list[b.Node]:
    text = inline_of(frame.nodes, " ")
    return [b.Heading(int(frame.tag[1]), text, frame.line, frame.end)] if text else []


def _inline(frame: Frame) -> list[b.Node]:
    text = inline_of(frame.nodes, " ")
    return [b.Paragraph(text, frame.line, frame.end)] if text else []


def _quote(frame: Frame) -> list[b.Node]:
    return [b.BlockQuote(tuple(frame.nodes), frame.line, frame.end)] if frame.nodes else []


def _details(frame: Frame) -> list[b.Node]:
    """The first of several summaries counts. What holds sections is only folded away: they belong to the outline."""
    if any(isinstance(node, b.Heading) and node.level <= frame.level for node in frame.nodes):
        return [*(node for part in frame.parts for node in _inline(part)), *frame.nodes]
    summary = inline_of(frame.parts[0].nodes, " ") if frame.parts else ""
    others = [node for part in frame.parts[1:] for node in _inline(part)]
    body = (*others, *frame.nodes)
    return [b.Details(summary, body, frame.line, frame.end)] if summary or body else []


def _list(frame: Frame) -> list[b.Node]:
    items = tuple(b.Item(tuple(part.nodes), part.line, part.end) for part in frame.parts if part.nodes)
    start = frame.attributes.get("start", "")
    first = int(start) if start.isascii() and start.isdigit() and len(start) < 10 else 1
    return [b.ItemList(items, frame.tag == "ol", first, frame.line, frame.end)] if items else []


def _terms(frame: Frame) -> list[b.Node]:
    """`<dl>` as items `term : explanation`, the way people write them in Markdown."""
    items: list[b.Item] = []
    terms: list[Frame] = []
    groups: list[tuple[list[Frame], list[Frame]]] = []
    for part in frame.parts:
        if part.tag == "dt":
            terms = terms if terms and groups and not groups[-1][1] else []
            if not terms:
                groups.append((terms, []))
            terms.append(part)
        else:
            groups = groups or [([], [])]
            groups[-1][1].append(part)
    items = [item for names, told in groups if (item := _term(names, told))]
    return [b.ItemList(tuple(items), False, 1, frame.line, frame.end)] if items else []


def _term(names: Sequence[Frame], told: Sequence[Frame]) -> b.Item | None:
    name = ", ".join(text for part in names if (text := inline_of(part.nodes, " ")))
    body = [node for part in told for node in part.nodes]
    parts = [*names, *told]
    asks = name.rstrip("*_ ").endswith(("?", "？"))  # what asks is answered by what stands below it
    if name and body and not asks and isinstance(first := body[0], b.Paragraph):
        body[0] = b.Paragraph(f"{name} : {first.text}", parts[0].line, first.end)
    elif name:
        body.insert(0, b.Paragraph(name, parts[0].line, parts[0].end))
    return b.Item(tuple(body), parts[0].line, parts[-1].end) if body else None


def _figure(frame: Frame) -> list[b.Node]:
    """The caption stands before a single picture on its line: there it is found to be one."""
    captions = [node for part in frame.parts for node in _inline(part)]
    first = frame.nodes[0] if frame.nodes else None
    if len(frame.nodes) == 1 and len(captions) == 1 and isinstance(first, b.Paragraph) and _IMAGE.fullmatch(first.text):
        caption = inline_of(captions)
        return [b.Paragraph(f"{caption} {first.text.strip()}", frame.line, frame.end)]
    return [*frame.nodes, *captions]


def _row(frame: Frame) -> Row:
    cells = tuple(Cell(tuple(part.nodes), part.tag == "th", part.attributes, part.line) for part in frame.parts)
    return Row(cells, frame.heads, frame.line)


def _table(frame: Frame) -> list[b.Node]:
    captions = [node for part in frame.parts if part.tag == "caption" for node in _inline(part)]
    rows = [_row(part) for part in frame.parts if part.tag == "tr"]
    return [*frame.nodes, *captions, *table(rows, frame.line, frame.end)]


def fence(text: str, attributes: Mapping[str, str], line: int) -> list[b.Node]:
    """`<pre>`, with the language of the `<code>` within it."""
    from .scan import attributes_of, plain

    found = _LANGUAGE.search(attributes.get("class", "")) or _LANGUAGE.search(
        attributes_of(inner[1]).get("class", "") if (inner := re.match(r"\s*<code\b([^<>]*)>", text)) else ""
    )
    language = found[1] if found else attributes.get("lang", "")
    rows = plain(text).split("\n")
    said = [i for i, row in enumerate(rows) if row.strip()]
    if not said:
        return []
    code = "\n".join(rows[said[0] : said[-1] + 1])
    return [b.Fence(code.rstrip(), language, line + said[0], line + len(rows) - 1, verbatim=True)]


_MAKERS: dict[str, Callable[[Frame], list[b.Node]]] = {
    "blockquote": _quote,
    "details": _details,
    "ul": _list,
    "ol": _list,
    "dl": _terms,
    "figure": _figure,
    "table": _table,
    "summary": _inline,
    "dt": _inline,
    "caption": _inline,
    "figcaption": _inline,
}
