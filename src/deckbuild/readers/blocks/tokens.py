"""Tokens of the engine → nodes, and the problems that are seen on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from markdown_it.token import Token

from .boxes import unclosed_boxes, unclosed_notes
from .fences import problems as problems_of
from .nodes import (
    BlockQuote,
    DefinitionItem,
    Fence,
    FootnoteText,
    Heading,
    Html,
    Item,
    ItemList,
    MathBlock,
    Node,
    Paragraph,
    Problem,
    Rule,
    Speech,
)
from .tables import near_tables, table_of


class TokenReader:
    """Reads each token once. `lines` are the lines of the source."""

    def __init__(self, tokens: Sequence[Token], lines: Sequence[str]) -> None:
        self.tokens = tokens
        self.lines = lines
        self.closings = _closings(tokens)
        self.definitions: list[Token] = []
        self.problems: list[Problem] = []

    def read(self, start: int, end: int) -> tuple[Node, ...]:
        """The nodes that the tokens between two indices make."""
        return tuple(node for i in self.heads(start, end) if (node := self.node(i)))

    def heads(self, start: int, end: int) -> Iterator[int]:
        """The tokens between two indices that stand in no other."""
        while start < end:
            yield start
            start = self.closings[start] + 1

    def node(self, at: int) -> Node | None:
        token = self.tokens[at]
        line, end = lines_of(token)
        if made := _LEAVES.get(token.type):
            return made(token, line, end)
        match token.type:
            case "heading_open":
                return Heading(int(token.tag[1]), self.inner(at), line, end)
            case "paragraph_open":
                return self.paragraph(self.inner(at), line, end)
            case "fence":
                self.problems += problems_of(token, self.lines)
                return Fence(token.content.rstrip("\n"), token.info.strip(), line + 1, end)
            case "table_open":
                table, problems = table_of(self.tokens[at + 1 : self.closings[at]], line, end)
                self.problems += problems
                return table
            case "definition":
                self.definitions.append(token)
                return None
            case _:
                return self.container(at, line, end)

    def inner(self, at: int) -> str:
        return self.tokens[at + 1].content

    def paragraph(self, text: str, line: int, end: int) -> Paragraph | None:
        paragraph = Paragraph(text, line, end)
        self.problems += [*near_tables(paragraph), *unclosed_boxes(paragraph)]
        return paragraph if text else None

    def container(self, at: int, line: int, end: int) -> Node | None:
        token = self.tokens[at]
        if token.type in ("bullet_list_open", "ordered_list_open"):
            return self.list(at, line, end)
        body = self.read(at + 1, self.closings[at])
        last = body[-1].end if body else line
        match token.type:
            case "blockquote_open":
                return BlockQuote(body, line, end) if body else None
            case "box_open":
                self.problems += [unclosed_notes(line, max(end, last))] if token.meta["unclosed"] else []
                if token.meta["speech"]:
                    return Speech(body, line, max(end, last), token.meta["private"]) if body else None
                title = Paragraph(token.meta["title"], line, line)
                return BlockQuote((title, *body), line, max(end, last))
            case "footnote_open":
                return FootnoteText(token.meta["label"], body, line, last)
            case "defined_open":
                return DefinitionItem(token.meta["terms"], body, line, last)
            case _:
                return None

    def list(self, at: int, line: int, end: int) -> ItemList:
        items: list[Item] = []
        for i in self.heads(at + 1, self.closings[at]):
            first, _ = lines_of(self.tokens[i])
            body = self.read(i + 1, self.closings[i])
            number = self.tokens[i].info
            end = body[-1].end if body else first
            items.append(Item(body, first, end, int(number) if number.isdecimal() else 0))
        start = self.tokens[at].attrGet("start")
        ordered = self.tokens[at].type.startswith("ordered")
        last = items[-1].end if items else end
        sign = ")" if ordered and self.tokens[at].markup == ")" else "."
        return ItemList(tuple(items), ordered, 1 if start is None else int(start), line, last, sign)


def _closings(tokens: Sequence[Token]) -> list[int]:
    """For each token the index of the one that closes it (itself where it holds nothing)."""
    closings = list(range(len(tokens)))
    opened: list[int] = []
    for i, token in enumerate(tokens):
        if token.nesting > 0:
            opened.append(i)
        elif token.nesting < 0 and opened:
            closings[opened.pop()] = i
    return closings


def lines_of(token: Token) -> tuple[int, int]:
    """The first and the last line of a token, counted from 1."""
    first, last = token.map or (0, 1)
    return first + 1, max(last, first + 1)


def _code(token: Token, line: int, end: int) -> Node:
    text = token.content.rstrip("\n")
    return Fence(text, None, line, line + text.count("\n"))


_LEAVES: dict[str, Callable[[Token, int, int], Node]] = {
    "code_block": _code,
    "formula": lambda token, line, end: MathBlock(token.content, line, end),
    "html_block": lambda token, line, end: Html(token.content.rstrip("\n"), line, end),
    "hr": lambda token, line, end: Rule(line, end),
}
