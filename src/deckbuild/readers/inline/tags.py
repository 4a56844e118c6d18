"""HTML tags within a line: which are tags at all, and what they mean."""

from __future__ import annotations

import html
import re

from msgspec import Struct

from ...model import Style

STYLE_TAGS: dict[str, Style] = {
    "b": Style.BOLD,
    "strong": Style.BOLD,
    "i": Style.ITALIC,
    "em": Style.ITALIC,
    "cite": Style.ITALIC,
    "var": Style.ITALIC,
    "dfn": Style.ITALIC,
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


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


CODE_TAGS = frozenset({"code", "tt", "samp"})
BLOCK_TAGS = _names(
    "p div center section article header footer main nav aside address form fieldset legend table thead tbody tfoot tr "
    "td th caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 hr blockquote pre figure figcaption details summary"
)
"""The block reader takes these out; where one is left, it sets its text apart."""
SILENT_TAGS = _names(
    "font span small big abbr acronym time data bdi bdo label wbr nobr output meter progress ruby rb rtc blink rp "
    "input a img br q rt picture source marquee video audio object"
)
"""Tags that say nothing about their text, or are read in a way of their own."""
SPACING_TAGS = _names("br hr img p div")
"""What people write into fences too, though no page shows it there as anything but letters."""
KNOWN = STYLE_TAGS.keys() | CODE_TAGS | BLOCK_TAGS | SILENT_TAGS

_ATTRIBUTE = r"[^\s\"'<>/=]++(?>(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s\"'<>`]++))?)"
_TAG = re.compile(rf"<(/?)([A-Za-z][A-Za-z0-9-]*+)((?>(?:\s*+(?:(?<=[\s\"']){_ATTRIBUTE}|/(?!>)))*))\s*+/?>")
_PAIR = re.compile(r"([^\s\"'<>/=]+)(?:\s*(=)\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+)))?")
_ENTITY = re.compile(r"&#?\w{1,32};")
_INNER = re.compile(r"<!--.*?-->|</?([A-Za-z][A-Za-z0-9]*)\b[^<>]*>", re.DOTALL)
_BOOLEAN = _names(
    "checked disabled hidden open controls autoplay loop muted nowrap noshade compact selected readonly required "
    "multiple reversed allowfullscreen async defer ismap default inert itemscope nobr border"
)


class Tag(Struct, frozen=True):
    """One tag: its name in lower case, and its attributes."""

    name: str
    closing: bool
    attributes: dict[str, str]
    end: int


def tag_at(source: str, at: int) -> Tag | None:
    """The tag that begins here. `a<b and c>d` is none: what stands in it are no attributes."""
    found = _TAG.match(source, at)
    if not found:
        return None
    pairs = [(m[1].lower(), m[2], m[3] or m[4] or m[5] or "") for m in _PAIR.finditer(found[3])]
    if pairs and not any(sign for _, sign, _ in pairs) and not all(name in _BOOLEAN for name, _, _ in pairs):
        return None
    attributes: dict[str, str] = {}
    for name, _, value in pairs:
        attributes.setdefault(name, " ".join(_resolved(value).split()))
    return Tag(found[2].lower(), bool(found[1]), attributes, found.end())


def _resolved(value: str) -> str:
    """With its entities; without a semicolon there is none: `?a=1&copy=2`."""
    return _ENTITY.sub(lambda m: html.unescape(m[0]), value)


def image_source(tag: Tag) -> str:
    """Where an `<img>` has its picture from."""
    first = tag.attributes.get("srcset", "").split(",")[0].strip().split(" ")[0]
    return tag.attributes.get("src") or tag.attributes.get("data-src") or first


def letters(source: str) -> str:
    """The text of an element that holds no Markdown: without tags that we know, entities resolved."""
    text = _INNER.sub(lambda m: "" if m[1] is None or m[1].lower() in KNOWN else m[0], source)
    return " ".join(html.unescape(text).split("\n")).strip()
