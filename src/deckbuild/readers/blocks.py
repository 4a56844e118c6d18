"""Markdown → syntax blocks with line numbers, by markdown-it-py. Inline text stays raw source (see `readers.inline`)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec import Struct

MAX_NESTING = 200
"""markdown-it's own limit of 20 silently drops deeper lists."""


class Heading(Struct, frozen=True):
    """`level` 1–6; `text` is the raw source without `#`."""

    level: int
    text: str
    line: int
    end: int


class Paragraph(Struct, frozen=True):
    """Raw lines joined by newlines; `line` and `end` are its first and last line in the file, counted from 1."""

    text: str
    line: int
    end: int


class Fence(Struct, frozen=True):
    """A fenced or indented (`info` is then `None`) block. `line` is the first line of `text`; `end` that of the closing fence."""

    text: str
    info: str | None
    line: int
    end: int


class Item(Struct, frozen=True):
    """One item of a list."""

    body: tuple[Node, ...]
    line: int
    end: int


class ItemList(Struct, frozen=True):
    """A bullet list, or a numbered one that begins at `start`."""

    items: tuple[Item, ...]
    ordered: bool
    start: int
    line: int
    end: int


class BlockQuote(Struct, frozen=True):
    """A quotation, or a callout where its first line is `[!kind]`."""

    body: tuple[Node, ...]
    line: int
    end: int


class PipeTable(Struct, frozen=True):
    """Raw cells; `align` is one of `left`, `center`, `right` or empty for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[str, ...]
    line: int
    end: int


class Html(Struct, frozen=True):
    """A block of raw HTML."""

    text: str
    line: int
    end: int


class Details(Struct, frozen=True):
    """`<details>`: what a reader sees only on asking. `summary` is raw inline text."""

    summary: str
    body: tuple[Node, ...]
    line: int
    end: int


class Rule(Struct, frozen=True):
    """A thematic break."""

    line: int
    end: int


Node = Heading | Paragraph | Fence | ItemList | BlockQuote | PipeTable | Html | Details | Rule


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table").disable("inline")


def read_blocks(source: str) -> tuple[Node, ...]:
    """All blocks of a note. `source` has `\\n` line ends."""
    return _read(_parser().parse(source))


def unread_lines(source: str, nodes: Sequence[Node]) -> list[int]:
    """The non-blank lines that no block covers: what the nesting limit dropped (counted from 1)."""
    covered: set[int] = set()
    for node in nodes:
        covered.update(range(node.line - 1, node.end + 1))
    definitions = re.compile(r"\s{0,3}\[[^\]]+\]:")
    lines = source.split("\n")
    return [i for i, line in enumerate(lines, 1) if line.strip() and i not in covered and not definitions.match(line)]


def _read(tokens: Sequence[Token]) -> tuple[Node, ...]:
    nodes: list[Node] = []
    i = 0
    while i < len(tokens):
        end = _closing(tokens, i)
        if node := _node(tokens[i], tokens[i + 1 : end]):
            nodes.append(node)
        i = end + 1
    return tuple(nodes)


def _closing(tokens: Sequence[Token], start: int) -> int:
    """The index of the token that closes the one at `start` (itself where it holds nothing)."""
    depth = 0
    for i in range(start, len(tokens)):
        depth += tokens[i].nesting
        if depth <= 0:
            return i
    return len(tokens) - 1


def _lines(token: Token) -> tuple[int, int]:
    first, last = token.map or (0, 1)
    return first + 1, max(last, first + 1)


def _node(token: Token, inner: Sequence[Token]) -> Node | None:
    line, end = _lines(token)
    match token.type:
        case "heading_open":
            return Heading(int(token.tag[1]), inner[0].content if inner else "", line, end)
        case "paragraph_open":
            return Paragraph(inner[0].content if inner else "", line, end)
        case "fence":
            return Fence(token.content.rstrip("\n"), token.info.strip(), line + 1, end)
        case "code_block":
            return Fence(token.content.rstrip("\n"), None, line, _trimmed_end(token, line))
        case "bullet_list_open" | "ordered_list_open":
            return _list(token, inner, line, end)
        case "blockquote_open":
            return BlockQuote(_read(inner), line, end)
        case "table_open":
            return _table(inner, line, end)
        case "html_block":
            return Html(token.content.rstrip("\n"), line, end)
        case "hr":
            return Rule(line, end)
        case _:
            return None


def _trimmed_end(token: Token, line: int) -> int:
    return line + token.content.rstrip("\n").count("\n")


def _list(token: Token, inner: Sequence[Token], line: int, end: int) -> ItemList:
    items: list[Item] = []
    i = 0
    while i < len(inner):
        close = _closing(inner, i)
        first, _ = _lines(inner[i])
        body = _read(inner[i + 1 : close])
        items.append(Item(body, first, body[-1].end if body else first))
        i = close + 1
    start = token.attrGet("start")
    last = items[-1].end if items else end
    return ItemList(tuple(items), token.type.startswith("ordered"), 1 if start is None else int(start), line, last)


def _table(inner: Sequence[Token], line: int, end: int) -> PipeTable:
    rows: list[tuple[str, ...]] = []
    cells: list[str] = []
    align: list[str] = []
    for i, token in enumerate(inner):
        if token.type in ("th_open", "td_open"):
            cells.append(inner[i + 1].content if inner[i + 1].type == "inline" else "")
            if token.type == "th_open":
                align.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
    return PipeTable(rows[0] if rows else (), tuple(rows[1:]), tuple(align), line, end)
