"""The content of a note, a quote or an item as one flow: tags, texts, and the Markdown blocks between them.

Markdown ends raw HTML at each blank line, so that an element reaches over many blocks. Here they are in one row again,
and it is known which tags are never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from .. import blocks as b
from .scan import Tag, Text, Token, Unclosed, Verbatim, scan
from .struck import reaching
from .tags import BLOCKS, ENDING, INDENTED, LIKE, LITERAL

_NAMES = "|".join(sorted(BLOCKS | LITERAL | LIKE.keys() | {"ruby", "rt", "rp", "q", "input", "abbr"}))
_ORDER = re.compile(r"<!--\s*deckbuild\s*:(.*?)-->", re.IGNORECASE | re.DOTALL)
_BLOCK_TAG = re.compile(
    rf"</?(?:{_NAMES})(?=[\s/>])|<!--\s*(?:deckbuild|notes?)\s*:|<img(?![^<>]*\bsrc(?:set)?\s*=)(?=[\s/>])",
    re.IGNORECASE,
)
_SPOKEN_OF = "|".join(sorted(BLOCKS - ENDING - {"p", "div", "center", "summary", "li", "td", "hr", "picture"}))
_MENTION = re.compile(rf"<(/?)({_SPOKEN_OF})(?=[\s/>])", re.IGNORECASE)
_OPENING = re.compile(r"\s*</?(?:table|thead|tbody|tr|td|th|ul|ol|li|dl|dt|dd)\b", re.IGNORECASE)


class End(Struct, frozen=True):
    """Where a piece of HTML ends: a blank line, or Markdown."""

    line: int


Event = Token | End | b.Node


def has_block_tag(text: str) -> bool:
    """Whether a tag stands in this text that the inline engine does not know."""
    return "<" in text and bool(_BLOCK_TAG.search(text))


def flow(nodes: Sequence[b.Node]) -> list[Event]:
    """Nodes in order, the HTML among them as tokens."""
    return list(_Flow(nodes).events())


def _named(text: str) -> frozenset[str]:
    """The tags that a sentence only speaks of (`the <body> tag`): they open or close nothing in it."""
    found = {(slash, name.lower()) for slash, name in _MENTION.findall(text)}
    return frozenset(name for slash, name in found if ("" if slash else "/", name) not in found)


def _as_words(token: Token, named: frozenset[str]) -> Text | None:
    match token:
        case Tag() if token.name in named:
            return Text("\\" + token.source, token.line, token.fresh)
        case Unclosed() if token.opener in named:
            return Text(f"\\<{token.opener}>", token.line)
        case Verbatim() if token.name in named:
            return Text(token.text, token.line)
        case _:
            return None


class _Flow:
    def __init__(self, nodes: Sequence[b.Node]) -> None:
        self.nodes = nodes
        self.at = 0
        self.depth = 0
        self.comments_end = True
        self.reaching = reaching(nodes)

    def events(self) -> Iterator[Event]:
        while self.at < len(self.nodes):
            node = self.nodes[self.at]
            self.at += 1
            text = self.html_of(node)
            if text is None:
                yield node
            else:
                yield from self.tokens(text, node.line, isinstance(node, b.Paragraph))
                yield End(node.end)

    def html_of(self, node: b.Node) -> str | None:
        """The HTML that a node is; code where it is only indented HTML of an open list or table."""
        match node:
            case b.Html():
                return node.text
            case b.Paragraph() if self.at - 1 in self.reaching or has_block_tag(node.text):
                return node.text
            case b.Fence(info=None) if self.depth > 0 and _OPENING.match(node.text):
                return node.text
            case _:
                return None

    def tokens(self, text: str, line: int, is_prose: bool) -> Iterator[Event]:
        named = _named(text) if is_prose else frozenset()
        for token in scan(text, line):
            if spoken_of := _as_words(token, named):
                yield spoken_of
                continue
            if isinstance(token, Tag) and token.name in INDENTED:
                self.depth += -1 if token.closing else 1
            if isinstance(token, Unclosed) and token.opener == "<!--" and (rest := self.behind_comment()):
                yield from scan(*rest)
                return
            yield replace(token, prose=True) if is_prose and isinstance(token, Tag) else token

    def behind_comment(self) -> tuple[str, int] | None:
        """A comment may hold blank lines and so reach over nodes; what comes behind it, and its line.

        Where another begins before an end is found, it was that one's end: what lies between is no comment.
        """
        for i in range(self.at, len(self.nodes) if self.comments_end else 0):
            node = self.nodes[i]
            if isinstance(node, b.Html | b.Paragraph) and (end := node.text.find("-->")) >= 0:
                if "<!--" in node.text[:end]:
                    break
                self.at = i + 1
                return node.text[end + 3 :], node.line + node.text.count("\n", 0, end)
        self.comments_end = False
        return None


def endless(events: Sequence[Event]) -> set[int]:
    """The indices of the opening tags that are never closed, among those that would swallow a note."""
    opened: dict[str, list[int]] = {}
    for i, event in enumerate(events):
        if isinstance(event, Tag) and event.name in ENDING:
            if not event.closing:
                opened.setdefault(event.name, []).append(i)
            elif opened.get(event.name):
                opened[event.name].pop()
    return {i for indices in opened.values() for i in indices}


def wants_reading(nodes: Sequence[b.Node]) -> bool:
    """Whether there is any HTML here."""
    has_tags = any(isinstance(n, b.Html) or (isinstance(n, b.Paragraph) and has_block_tag(n.text)) for n in nodes)
    return has_tags or bool(reaching(nodes))


def order_in(comment: str) -> str | None:
    """What a comment orders deckbuild to do; None where it says nothing to it."""
    found = _ORDER.match(comment)
    return " ".join(found[1].split()) if found else None


def orders_of(text: str, line: int) -> Iterator[b.Directive]:
    """The orders in a stretch of inline text that begins on a line."""
    for found in _ORDER.finditer(text) if "<!--" in text else ():
        first = line + text.count("\n", 0, found.start())
        yield b.Directive(" ".join(found[1].split()), first, first + found[0].count("\n"))
