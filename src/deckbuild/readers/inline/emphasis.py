"""Bold, italic, struck out and marked text: the one thing that Python-Markdown is asked for, and where it runs.

It, and not CommonMark, decides what is bold, since CommonMark's flanking rule leaves `**모델(클래스)**는` full of
asterisks. It sees words, emphasis and the characters that stand for atoms.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree as ET

import markdown
from markdown.inlinepatterns import SimpleTagInlineProcessor

from ...model import PLAIN, Style
from .tags import STYLE_TAGS

MAX_MARKS = 2000
"""Marks in one piece of text beyond which nobody wrote them to be read."""

_NOT_OURS = (
    *("backtick", "escape", "reference", "link", "image_link", "image_reference", "short_reference"),
    *("short_image_ref", "autolink", "automail", "linebreak", "html", "entity"),
)
"""Python-Markdown's patterns for all that the scanner has taken out."""
_MARKS = re.compile(r"\*+|_+|~~|==")
_NAME = re.compile(r"(?<!\w)__[a-z][a-z0-9]*+(?>(?:_[a-z0-9]++)*)__(?!\w)")
_BEFORE_WIDE = re.compile(r"(?<=[^\s_])(_{1,3})(?=[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7ff])")


@lru_cache(maxsize=1)
def _engine() -> markdown.Markdown:
    """Python-Markdown with its patterns for emphasis, and two more of the same kind."""
    engine = markdown.Markdown()
    patterns = engine.inlinePatterns
    for name in _NOT_OURS:
        patterns.deregister(name)
    patterns.register(SimpleTagInlineProcessor(r"(~~)(?=\S)((?>(?:(?!~~).)+))(?<=\S)~~", "s"), "strike", 65)
    patterns.register(SimpleTagInlineProcessor(r"(==)(?=\S)((?>(?:(?!==).)+))(?<=\S)==", "mark"), "mark", 64)
    return engine


def protected(text: str, hidden: dict[str, str]) -> str:
    """Underscores as people mean them: `__init__` is a name, and `_강조_는` ends before the particle.

    `hidden` gives the characters for a literal underscore (`_`) and for nothing at all (``).
    """
    if "_" not in text:
        return text
    text = _NAME.sub(lambda m: m[0].replace("_", hidden["_"]), text)
    return _BEFORE_WIDE.sub(lambda m: m[1] + hidden[""], text)


def styled(text: str) -> Iterator[tuple[str, frozenset[Style]]]:
    """The text in pieces of one style each.

    Python-Markdown 3.11 loses letters of `_1 *1** word **next**`, whose marks cross; such text is kept as it is.
    """
    pieces = list(_pieces(text)) if _MARKS.search(text) else []
    said = "".join(piece for piece, _ in pieces)
    yield from pieces if _MARKS.sub("", said) == _MARKS.sub("", text) else [(text, PLAIN)]


def _pieces(text: str) -> Iterator[tuple[str, frozenset[Style]]]:
    engine = _engine()
    engine.reset()
    root = ET.Element("div")
    paragraph = ET.SubElement(root, "p")
    paragraph.text = text
    engine.treeprocessors["inline"].run(root)
    yield from _flat(paragraph)


def too_many(text: str) -> bool:
    """Whether to read the marks would take longer than they are worth."""
    return len(text) > MAX_MARKS and sum(1 for _ in _MARKS.finditer(text)) > MAX_MARKS


def _flat(root: ET.Element) -> Iterator[tuple[str, frozenset[Style]]]:
    """What the elements say, without recursion: emphasis may nest as deep as it likes."""
    waiting: list[tuple[ET.Element | str, frozenset[Style]]] = [(root, PLAIN)]
    while waiting:
        node, styles = waiting.pop()
        if isinstance(node, str):
            yield node, styles
            continue
        style = STYLE_TAGS.get(node.tag)
        inner = styles | {style} if style else styles
        for child in reversed(node):
            waiting += [(child.tail or "", inner), (child, inner)]
        waiting.append((node.text or "", inner))
