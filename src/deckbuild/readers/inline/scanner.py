"""One pass over the source of a text, from left to right: whatever is no emphasis is set apart as an atom.

Each step moves on, looks no further than what it reads, and remembers what it sought in vain: the pass is linear.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from html.entities import html5

from .addresses import Link, autolink_at, bare_at
from .atoms import LinkEdge, Pieces, ReadingEdge, Said, StyleEdge
from .brackets import Brackets
from .emoji import emoji_at
from .spans import CodeSpans, dollar_math, tex_math
from .tags import BLOCK_TAGS, CODE_TAGS, KNOWN, SPACING_TAGS, STYLE_TAGS, Tag, image_source, letters, tag_at
from .wikilinks import wikilink_at

_SPECIAL = re.compile(
    r"[`\\$<&\[\]!{}^=~:hw\U000f0000-\U0010ffff]"
    r"(?:(?<=[`\\$<&\[\]\U000f0000-\U0010ffff])|(?<=!)(?=\[)|(?<=\{)(?=\{c\d)|(?<=\})(?=\})|(?<=\^)(?=\[)"
    r"|(?<==)(?==)|(?<=~)(?=~)|(?<=:)(?=:|[a-z0-9+-][\w+-]{0,40}:)|(?<=h)(?=ttps?://)|(?<=w)(?=ww\.))"
)
"""Where anything but words and emphasis may begin."""

_ENTITY = re.compile(r"&(?:#(?:\d{1,7}|[xX][0-9a-fA-F]{1,6})|[A-Za-z][A-Za-z0-9]{1,31});")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]\\`]{1,100}+)\]")
_CLOSING = re.compile(r"</([A-Za-z][A-Za-z0-9-]*)")
_BETWEEN = re.compile(r"(?<=[A-Za-z0-9_)])(?:==|~~)(?=[A-Za-z0-9_(])")
_WEIGHTY = re.compile(r"[*_~=\s]")
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_BREAK = re.compile(r"(?<! ) {2,}+\n")


class Scanner:
    """The scan of one text."""

    def __init__(self, source: str, links: Mapping[str, Link], fenced: bool) -> None:
        self.source = source
        self.fenced = fenced
        self.pieces = Pieces()
        self.brackets = Brackets(source, self.pieces, links)
        self.code = CodeSpans(source)
        self.unknown: list[str] = []
        self.absent: set[str] = set()
        self.closed: frozenset[str] | None = None
        self.open = {"=": False, "~": False}

    def scan(self) -> str:
        """The whole text, marked."""
        source, parts = self.source, self.pieces.parts
        at = 0
        while found := _SPECIAL.search(source, at):
            start = found.start()
            if start > at:
                parts.append(source[at:start])
            at = _READ.get(source[start], Scanner.unused)(self, start)
        parts.append(source[at:])
        text = "".join(parts)
        if "  \n" in text:
            text = _BREAK.sub(lambda m: self.pieces.mark(Said("\n", "break")), text)
        return text

    def literal(self, text: str, at: int) -> int:
        """Words that only look like something else."""
        self.pieces.parts.append(text)
        return at + len(text)

    def word(self, text: str) -> None:
        """Letters that are no markup, whatever they look like."""
        if _WEIGHTY.search(text):
            self.pieces.put(Said(text))
        else:
            self.pieces.parts.append(text)

    def unused(self, at: int) -> int:
        """A character of the planes that stand for atoms stands for itself."""
        self.pieces.put(Said(self.source[at]))
        return at + 1

    def ticks(self, at: int) -> int:
        code, end = self.code.at(at)
        if code:
            self.pieces.put(Said(code, "code"))
            return end
        return self.literal(self.source[at:end], at)

    def backslash(self, at: int) -> int:
        if formula := tex_math(self.source, at):
            self.pieces.put(Said(formula[0], "math"))
            return formula[1]
        escaped = self.source[at + 1 : at + 2]
        if escaped == "\n":
            self.pieces.put(Said("\n", "break"))
        elif not _PUNCTUATION.match(escaped):
            return self.literal("\\", at)
        else:
            self.word(escaped)
        return at + 2

    def dollar(self, at: int) -> int:
        formula, end = dollar_math(self.source, at)
        if formula:
            self.pieces.put(Said(formula, "math"))
            return end
        return self.literal(self.source[at:end], at)

    def ampersand(self, at: int) -> int:
        found = _ENTITY.match(self.source, at)
        if found and (found[0][1] == "#" or found[0][1:] in html5):
            self.word(html.unescape(found[0]))
            return found.end()
        return self.literal("&", at)

    def bracket(self, at: int) -> int:
        start = at + (self.source[at] == "!")
        if not self.fenced and self.source.startswith("[[", start) and (wiki := wikilink_at(self.source, at)):
            if wiki.is_picture:
                self.pieces.put(Said(wiki.text, "image", wiki.target))
            else:
                self.pieces.put(LinkEdge(wiki.target))
                self.pieces.put(Said(wiki.text))
                self.pieces.put(LinkEdge(closing=True))
            return wiki.end
        if start == at and (note := _FOOTNOTE.match(self.source, at)):
            self.pieces.put(Said(note[1], "reference"))
            return note.end()
        return self.brackets.open("image" if start > at else "link", at, start - at + 1)

    def unbracket(self, at: int) -> int:
        return self.brackets.close(at)

    def caret(self, at: int) -> int:
        """A note of its own stands directly behind a word: `^[a-z]` at the beginning of one is a pattern."""
        if self.source[at - 1 : at].strip() if at else "":
            return self.brackets.open("note", at, 2)
        return self.literal("^", at)

    def brace(self, at: int) -> int:
        return self.brackets.open_hole(at)

    def unbrace(self, at: int) -> int:
        self.brackets.close_hole()
        return at + 2

    def colon(self, at: int) -> int:
        if self.source.startswith("::", at):
            self.brackets.hint()
            return at + 2
        if not self.fenced and (emoji := emoji_at(self.source, at)):
            self.pieces.parts.append(emoji[0])
            return emoji[1]
        return self.literal(":", at)

    def doubled(self, at: int) -> int:
        """`==` and `~~`; a row of them, and one between two letters or digits (`a==b`, `10~~20`), is no mark."""
        sign = self.source[at]
        end = at + 2
        while self.source.startswith(sign, end):
            end += 1
        if end - at > 2 or (not self.open[sign] and _BETWEEN.match(self.source, at)):
            self.pieces.put(Said(self.source[at:end]))
        else:
            self.open[sign] = not self.open[sign]
            self.pieces.parts.append(sign * 2)
        return end

    def address(self, at: int) -> int:
        found = bare_at(self.source, at)
        if not found:
            return self.literal(self.source[at], at)
        url, end = found
        self.pieces.put(Said(url, href=f"http://{url}" if url.startswith("www.") else url))
        return end

    def angle(self, at: int) -> int:
        if self.source.startswith("<!--", at):
            end = self.find("-->", at + 2)
            return end + 3 if end >= 0 else self.literal("<", at)
        if link := autolink_at(self.source, at):
            self.pieces.put(Said(link[0], href=link[1]))
            return link[2]
        tag = tag_at(self.source, at)
        if not tag or not self.is_tag(tag):
            return self.literal("<", at)
        return self.tag(tag)

    def find(self, what: str, start: int) -> int:
        at = -1 if what in self.absent else self.source.find(what, start)
        if at < 0:
            self.absent.add(what)
        return at

    def is_tag(self, tag: Tag) -> bool:
        """Whether a tag is one, or something that the text speaks of: `<your-name>`, "the <span> element"."""
        if self.fenced:
            return tag.name in SPACING_TAGS
        if tag.name in ("a", "span", "img") and not tag.closing and not tag.attributes:
            return tag.name != "img" and self.is_closed(tag.name)
        return tag.name in KNOWN or (
            "-" in tag.name and (tag.closing or self.is_closed(tag.name) or any(tag.attributes.values()))
        )

    def is_closed(self, name: str) -> bool:
        if self.closed is None:
            self.closed = frozenset(found[1].lower() for found in _CLOSING.finditer(self.source))
        return name in self.closed

    def tag(self, tag: Tag) -> int:
        """What a tag means; returns where to go on."""
        match tag.name:
            case "br":
                self.pieces.put(Said("\n", "break"))
            case "a":
                self.pieces.put(LinkEdge(tag.attributes.get("href", ""), tag.closing))
            case "img":
                self.image(tag)
            case "q":
                self.pieces.parts.append("”" if tag.closing else "“")
            case "rt" | "ruby" if tag.name == "rt" or tag.closing:
                self.pieces.put(ReadingEdge(tag.closing))
            case name if name in STYLE_TAGS:
                self.pieces.put(StyleEdge(name, tag.closing))
            case name if name in BLOCK_TAGS:
                self.pieces.parts.append(" ")
            case name if name not in KNOWN:
                self.unknown.append(name)
            case name if name in CODE_TAGS or name == "rp":
                return self.whole(tag)
        return tag.end

    def image(self, tag: Tag) -> None:
        source, alt = image_source(tag), tag.attributes.get("alt", "")
        title = " ".join(tag.attributes.get("title", "").split())
        self.pieces.put(Said(alt, "image", source, title) if source else Said(alt))

    def whole(self, tag: Tag) -> int:
        """Code, or the parentheses of a reading, up to the closing tag."""
        end = -1 if tag.closing else self.find(f"</{tag.name}>", tag.end)
        if end < 0:
            return tag.end
        if tag.name != "rp":
            self.pieces.put(Said(letters(self.source[tag.end : end]), "code"))
        return end + len(tag.name) + 3


_READ = {
    "`": Scanner.ticks,
    "\\": Scanner.backslash,
    "$": Scanner.dollar,
    "&": Scanner.ampersand,
    "<": Scanner.angle,
    "[": Scanner.bracket,
    "!": Scanner.bracket,
    "]": Scanner.unbracket,
    "^": Scanner.caret,
    "{": Scanner.brace,
    "}": Scanner.unbrace,
    ":": Scanner.colon,
    "=": Scanner.doubled,
    "~": Scanner.doubled,
    "h": Scanner.address,
    "w": Scanner.address,
}
