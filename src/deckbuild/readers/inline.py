"""Inline Markdown → runs: the only place where Python-Markdown runs.

Only its inline tree processor is used: `readers.blocks` has found the blocks already. It, and not CommonMark, decides
what is bold, since CommonMark's flanking rule leaves `**모델(클래스)**는` full of asterisks.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import markdown
from markdown.inlinepatterns import InlineProcessor, SimpleTagInlineProcessor
from markdown.util import AtomicString
from msgspec import Struct

from .. import richtext
from ..model import RichText, Run, RunKind, Style

MAX_LENGTH = 20_000
MAX_BRACKETS = 500
"""Beyond these the inline patterns go quadratic (8,000 brackets: 6.6 s), so that the text is taken as it is."""

_MARKUP = re.compile(r"[*_`\[<&\\$~=!]")
_SPACES = re.compile(r"[^\S\n]+")
_PLACEHOLDER = re.compile("\x02(?:wzxhzdk:(\\d+)|(\\d+))\x03")
_MARKERS = {2: None, 3: None}
"""The characters that Python-Markdown marks its placeholders with; no text has them."""
_URL = re.compile(r"^[\"'](\S+)[\"']$|^((?:https?|ftp|mailto):\S+)$")

STYLE_TAGS: dict[str, Style] = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "cite": Style.ITALIC,
    "s": Style.STRIKE,
    "del": Style.STRIKE,
    "strike": Style.STRIKE,
    "mark": Style.MARK,
    "u": Style.UNDERLINE,
    "ins": Style.UNDERLINE,
    "sub": Style.SUB,
    "sup": Style.SUP,
    "kbd": Style.KEY,
}
SILENT_TAGS = frozenset({"font", "span", "center", "small", "big", "div", "p", "wbr", "a", "img", "br"})


class Inline(Struct, frozen=True):
    """What a stretch of inline Markdown says. Line breaks of the source are `\\n` in the text of the runs.

    `quoted_targets` are link targets that stood in quotation marks; `literal` is true where the text was too
    intricate to read as Markdown and was taken as it is.
    """

    text: RichText
    quoted_targets: tuple[str, ...] = ()
    literal: bool = False


class _Math(InlineProcessor):
    """`$…$` and `\\(…\\)`, before emphasis may see what is inside."""

    def handleMatch(  # type: ignore[override]  # noqa: N802 - the name is Python-Markdown's
        self, m: re.Match[str], data: str
    ) -> tuple[ET.Element, int, int]:
        element = ET.Element("math")
        element.text = AtomicString(m[1].strip())
        return element, m.start(0), m.end(0)


@lru_cache(maxsize=1)
def _engine() -> markdown.Markdown:
    engine = markdown.Markdown()
    engine.ESCAPED_CHARS = [*engine.ESCAPED_CHARS, "$", "~", "=", "<", "&"]
    patterns = engine.inlinePatterns
    patterns.deregister("automail")
    patterns.register(
        _Math(r"(?<![\\$A-Za-z0-9])\$(?![\s$])((?:\\.|[^\\$\n])+?)(?<!\s)\$(?![A-Za-z0-9$])", engine), "math", 185
    )
    patterns.register(_Math(r"\\\(((?:[^\\\n]|\\[^)\n])+?)\\\)", engine), "math-tex", 184)
    patterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)(.+?)(?<=\S)~~", "s"), "strike", 65)
    patterns.register(SimpleTagInlineProcessor(r"(?<!=)(==)(?=[^\s=])(.+?)(?<=[^\s=])==(?!=)", "mark"), "mark", 64)
    return engine


def read_inline(source: str) -> Inline:
    """Read one block's inline text (a paragraph, a cell, a heading)."""
    source = source.translate(_MARKERS)
    if not _MARKUP.search(source):
        return Inline(_tidy([Run(source)]))
    if len(source) > MAX_LENGTH or source.count("[") + source.count("<") > MAX_BRACKETS:
        return Inline(_tidy([Run(source)]), literal=True)
    engine = _engine()
    engine.reset()
    root = ET.Element("div")
    paragraph = ET.SubElement(root, "p")
    paragraph.text = source
    engine.treeprocessors["inline"].run(root)
    flat = _Flattener(engine.htmlStash.rawHtmlBlocks)
    flat.element(paragraph)
    return Inline(_tidy(flat.runs), tuple(flat.quoted))


class _Flattener:
    """One pass over the element tree; raw HTML tags, which the tree does not nest, act as switches."""

    def __init__(self, stash: list[str | ET.Element]) -> None:
        self.stash = stash
        self.runs: list[Run] = []
        self.quoted: list[str] = []
        self.tags: list[str] = []
        self.hrefs: list[str] = []

    def element(self, element: ET.Element, styles: frozenset[Style] = frozenset(), href: str = "") -> None:
        self.text(element.text or "", styles, href)
        for child in element:
            self.child(child, styles, href)
            self.text(child.tail or "", styles, href)

    def child(self, child: ET.Element, styles: frozenset[Style], href: str) -> None:
        match child.tag:
            case "code":
                self.add(html.unescape(self.resolved(child.text or "")), styles, href, "code")
            case "math":
                self.add(child.text or "", styles, href, "math")
            case "br":
                self.add("\n", styles, href, "break")
            case "img":
                alt = html.unescape(self.resolved(child.get("alt", "")))
                self.add(alt, styles, self.resolved(child.get("src", "")), "image")
            case "a":
                self.element(child, styles, self.target(child))
            case tag:
                style = STYLE_TAGS.get(tag)
                self.element(child, styles | {style} if style else styles, href)

    def target(self, link: ET.Element) -> str:
        """The address of a link. `("https://…")` reads as an empty address with a title: the title is meant."""
        href, title = self.resolved(link.get("href", "")), self.resolved(link.get("title", ""))
        quoted = _URL.match(href or title)
        if href and not (quoted and quoted[1]):
            return href
        found = (quoted[1] or quoted[2]) if quoted else ""
        if found:
            self.quoted.append(found)
        return found

    def text(self, text: str, styles: frozenset[Style], href: str) -> None:
        position = 0
        for found in _PLACEHOLDER.finditer(text):
            self.add(text[position : found.start()], styles, href)
            if found[1] is None:
                self.add(chr(int(found[2])), styles, href)
            else:
                self.raw(str(self.stash[int(found[1])]), styles, href)
            position = found.end()
        self.add(text[position:], styles, href)

    def resolved(self, text: str) -> str:
        """Attribute text with its placeholders filled in."""

        def fill(m: re.Match[str]) -> str:
            return str(self.stash[int(m[1])]) if m[1] is not None else chr(int(m[2]))

        return _PLACEHOLDER.sub(fill, text)

    def raw(self, source: str, styles: frozenset[Style], href: str) -> None:
        """A stashed piece of HTML: an entity, a comment or one tag."""
        if source.startswith("&"):
            self.add(html.unescape(source), styles, href)
            return
        tag = _Tag()
        tag.feed(source)
        if tag.name in STYLE_TAGS:
            self.switch(tag)
        elif tag.name == "br":
            self.add("\n", styles, href, "break")
        elif tag.name == "img":
            self.add(tag.attributes.get("alt", ""), styles, tag.attributes.get("src", ""), "image")
        elif tag.name == "a":
            self.anchor(tag)
        elif tag.name not in SILENT_TAGS and not source.startswith("<!--"):
            self.add(source, styles, href)

    def switch(self, tag: _Tag) -> None:
        if not tag.closing:
            self.tags.append(tag.name)
        elif tag.name in self.tags:
            del self.tags[len(self.tags) - 1 - self.tags[::-1].index(tag.name)]

    def anchor(self, tag: _Tag) -> None:
        if not tag.closing:
            self.hrefs.append(tag.attributes.get("href", ""))
        elif self.hrefs:
            self.hrefs.pop()

    def add(self, text: str, styles: frozenset[Style], href: str, kind: RunKind = "text") -> None:
        if text or kind == "image":
            worn = styles | {STYLE_TAGS[tag] for tag in self.tags}
            self.runs.append(Run(text, worn, href or (self.hrefs[-1] if self.hrefs else ""), kind))


class _Tag(HTMLParser):
    """Reads a single tag."""

    def __init__(self) -> None:
        super().__init__()
        self.name = ""
        self.closing = False
        self.attributes: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name = tag
        self.attributes = {key: value or "" for key, value in attrs}

    def handle_endtag(self, tag: str) -> None:
        self.name, self.closing = tag, True


def _tidy(runs: list[Run]) -> RichText:
    """Neighbours of one look merged, spaces folded (line breaks stay), nothing at the ends."""
    merged = richtext.merge(runs)
    folded = (Run(_SPACES.sub(" ", r.text), r.styles, r.href) if r.kind == "text" else r for r in merged)
    return richtext.strip(RichText(folded))
