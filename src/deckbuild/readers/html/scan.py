"""A piece of HTML → tokens with line numbers. Whatever is broken is text: no word of it is lost, whatever its form.

`html.parser` does not serve: it knows neither code spans, in which a tag is no tag, nor what to do with an unclosed
comment, and is quadratic in some broken input. Each loop here moves on, and what was sought in vain is remembered.
"""

from __future__ import annotations

import html
import re
from collections.abc import Generator, Iterator

from msgspec import Struct

from ..letters import normalised
from .tags import KNOWN, LITERAL, VERBATIM, WHOLE

_SPECIAL = re.compile(
    r"^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?(?P<fence>`{3,}|~{3,})[^`\n]*$|"
    r"<(?=[A-Za-z/!?])|(?P<ticks>`+)|\\[!-/:-@\[-`{-~]",
    re.MULTILINE,
)
_NAME = re.compile(r"<(/?)([A-Za-z][^\s<>/\"'=`\\]*)(?=[\s/>])")
_AUTOLINK = re.compile(r"<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]{1,64}@[\w.-]+)>")
_EDGE = re.compile(r"[\"'<>]")
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_ENTITY = re.compile(r"&#?\w{1,32};")
_INNER = re.compile(r"<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)\b[^<>]*>", re.DOTALL)
_BREAK = re.compile(r"</?br\s*/?>", re.IGNORECASE)
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_BLANKS = re.compile(r"[ \t]*")
_SPECIALS = (("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>"), ("<!", ">"))


class Text(Struct, frozen=True):
    """Text, with inline Markdown in it. `fresh`: nothing stands before it on its line."""

    text: str
    line: int
    fresh: bool = False


class Tag(Struct, frozen=True):
    """A tag. `alone`: there is nothing else on its line (known of `<br>` only); `prose`: it stands in a paragraph."""

    name: str
    closing: bool
    attributes: dict[str, str]
    line: int
    source: str
    fresh: bool = False
    alone: bool = False
    prose: bool = False


class Comment(Struct, frozen=True):
    """A comment, with its marks."""

    text: str
    line: int


class Verbatim(Struct, frozen=True):
    """An element whose inside is no Markdown, and is given as it stands."""

    name: str
    attributes: dict[str, str]
    text: str
    line: int
    end: int


class Unclosed(Struct, frozen=True):
    """The beginning of something that is never closed. To go on is to read as text what it would swallow."""

    opener: str
    line: int


Token = Text | Tag | Comment | Verbatim | Unclosed
Steps = Generator[Token, None, int]
"""Tokens, and then where to go on."""


def scan(text: str, line: int) -> Iterator[Token]:
    """The tokens of a piece of HTML whose first line is `line`."""
    return _Scanner(text, line).tokens()


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a tag by their names in lower case; the first of a name counts."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(source):
        value = next((group for group in match.groups()[1:] if group is not None), "")
        value = _ENTITY.sub(lambda m: html.unescape(m[0]), value.strip("\"'"))
        found.setdefault(match[1].lower(), " ".join(value.split()))
    return found


def plain(source: str) -> str:
    """The text of an element that holds no Markdown: without tags that we know, entities resolved."""
    text = _INNER.sub(lambda m: "" if m[1] is None or m[1].lower() in KNOWN else m[0], source)
    return normalised(html.unescape(text))


class _Scanner:
    def __init__(self, text: str, line: int) -> None:
        self.text = text
        self.line = line
        self.counted = 0
        self.row = 0
        self.indented = _BLANKS.match(text).end()  # type: ignore[union-attr]
        self.absent: set[str] = set()
        self.dead: set[int] = set()
        self.alone = (-1, False)
        self.stop = -1

    def tokens(self) -> Iterator[Token]:
        start = at = 0
        while found := _SPECIAL.search(self.text, at):
            if found["fence"]:
                at = self.after_fence(found)
            elif found["ticks"]:
                at = self.after_code(found.start(), found.end())
            elif found[0] != "<":
                at = found.end()
            else:
                yield from self.pending(start, found.start())
                start = at = yield from self.angle(found.start())
        yield from self.pending(start, len(self.text))

    def pending(self, start: int, end: int) -> Iterator[Text]:
        if start < end:
            line = self.line_at(start)
            yield Text(self.text[start:end], line, start <= self.indented)

    def line_at(self, at: int) -> int:
        """The line of a position; positions are asked for in order."""
        if passed := self.text.count("\n", self.counted, at):
            self.line += passed
            self.row = self.text.rfind("\n", self.counted, at) + 1
            self.indented = _BLANKS.match(self.text, self.row).end()  # type: ignore[union-attr]
        self.counted = max(at, self.counted)
        return self.line

    def find(self, what: str, start: int) -> int:
        if what in self.absent:
            return -1
        at = self.text.find(what, start)
        if at < 0:
            self.absent.add(what)
        return at

    def closing(self, name: str, start: int) -> re.Match[str] | None:
        pattern = rf"(?ai)</{name}\s*>"
        found = None if pattern in self.absent else re.compile(pattern).search(self.text, start)
        if not found:
            self.absent.add(pattern)
        return found

    def after_fence(self, found: re.Match[str]) -> int:
        """Behind a fenced block, in which there are no tags."""
        fence = found["fence"]
        pattern = rf"(?m)^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$"
        closed = re.compile(pattern).search(self.text, found.end())
        return closed.end() if closed else len(self.text)

    def after_code(self, start: int, end: int) -> int:
        """Behind a code span, in which there are no tags either; it ends before the next blank line."""
        if self.stop < end:
            blank = _BLANK_LINE.search(self.text, end)
            self.stop = blank.start() if blank else len(self.text)
        ticks = self.text[start:end]
        key = f"{self.stop}{ticks}"
        if key in self.absent:
            return end
        runs = re.compile("`+").finditer(self.text, end, self.stop)
        closed = next((run.end() for run in runs if run[0] == ticks), 0)
        if not closed:
            self.absent.add(key)
        return closed or end

    def angle(self, at: int) -> Steps:
        """What begins with `<`; returns where to go on."""
        for opener, closer in _SPECIALS if self.text[at + 1] in "!?" else ():
            if self.text.startswith(opener, at) and (opener != "<!" or self.text[at + 2 : at + 3].isalpha()):
                return (yield from self.special(at, opener, closer))
        link = _AUTOLINK.match(self.text, at)
        if link:
            yield from self.pending(at, link.end())
            return link.end()
        name = _NAME.match(self.text, at)
        end = self.tag_end(name.end()) if name else -1
        if not name or end < 0:
            yield Text("\\<", self.line_at(at), at <= self.indented)
            return at + 1
        return (yield from self.tag(at, name, end))

    def special(self, at: int, opener: str, closer: str) -> Steps:
        inside = at + len(opener)
        end = self.find(closer, max(at + 2, inside - 2) if opener == "<!--" else inside)
        line = self.line_at(at)
        if end < 0:
            yield Unclosed(opener, line)
            return inside
        end += len(closer)
        fresh = at <= self.indented
        if opener == "<!--":
            yield Comment(self.text[at:end], line)
        elif opener == "<![CDATA[":
            yield Text(self.text[inside : end - 3].replace("<", "\\<"), line, fresh)
        elif opener == "<?":
            yield Text("\\" + self.text[at:end], line, fresh)
        return end

    def tag_end(self, at: int) -> int:
        """Behind the `>` of a tag whose name ends at `at`, or -1 where it is none."""
        passed = []
        while edge := _EDGE.search(self.text, at):
            at = edge.end()
            if edge[0] == ">":
                return at
            if edge[0] == "<" or edge.start() in self.dead:
                break
            passed.append(edge.start())
            at = self.after_quotes(edge)
        self.dead.update(passed)
        return -1

    def after_quotes(self, edge: re.Match[str]) -> int:
        """Behind a quoted value. Where it would reach into another tag, its closing mark is missing."""
        before = self.text[max(0, edge.start() - 20) : edge.start()].rstrip()
        close = self.find(edge[0], edge.end()) if before.endswith("=") else -1
        if close < 0:
            return edge.end()
        first = self.text.find(">", edge.end(), close)
        swallows = first >= 0 and self.text.find("<", first, close) >= 0
        return edge.end() if swallows else close + 1

    def tag(self, at: int, name: re.Match[str], end: int) -> Steps:
        """A tag; an element that is no Markdown is one token with all that is in it."""
        line, fresh = self.line_at(at), at <= self.indented
        source, low = self.text[at:end], name[2].lower()
        inside = self.text[name.end() : end - 1]
        closes_itself = inside.endswith("/") and (low != "a" or inside[-2:-1] in " \"'")
        attributes = attributes_of(inside[:-1] if closes_itself else inside)
        opens = not name[1] and not source.endswith("/>")
        if opens and low in WHOLE:
            closed = self.closing(low, end)
            if closed:
                yield from self.verbatim(low, attributes, end, closed.start(), line, fresh)
                return closed.end()
            if low in VERBATIM:
                yield Unclosed(low, line)
                return (yield from self.unclosed_code(low, attributes, end, line)) if low == "pre" else end
        alone = low == "br" and self.is_alone()
        label = low if low in KNOWN else name[2]
        yield Tag(label, bool(name[1]), attributes, line, source, fresh, alone)
        return end

    def verbatim(
        self, name: str, attributes: dict[str, str], start: int, end: int, line: int, fresh: bool
    ) -> Iterator[Token]:
        inside = self.text[start:end]
        if name not in LITERAL:
            yield Verbatim(name, attributes, inside, line, line + inside.count("\n"))
        elif "\n" in inside.strip():
            yield Verbatim("pre", attributes, inside, line, line + inside.count("\n"))
        elif code := plain(inside).strip():
            yield Text(span(code), line, fresh)

    def unclosed_code(self, name: str, attributes: dict[str, str], start: int, line: int) -> Steps:
        """A `<pre>` without an end ends at the next blank line."""
        blank = _BLANK_LINE.search(self.text, start)
        stop = blank.start() if blank else len(self.text)
        yield from self.verbatim(name, attributes, start, stop, line, False)
        return stop

    def is_alone(self) -> bool:
        """Whether the line that was counted last holds nothing but `<br>`."""
        if self.alone[0] != self.row:
            stop = self.text.find("\n", self.row)
            row = self.text[self.row : stop if stop >= 0 else len(self.text)]
            self.alone = (self.row, not _BREAK.sub("", row).strip())
        return self.alone[1]


def span(code: str) -> str:
    """Code as inline Markdown."""
    longest = max((len(run) for run in re.findall("`+", code)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if "`" in (code[0], code[-1]) else ""
    return f"{fence}{pad}{code}{pad}{fence}"
