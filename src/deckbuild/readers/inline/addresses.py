"""Addresses: `(target "title")` behind brackets, and URLs that stand in the text as they are."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from ..attributes import end_of_attributes


class Link(Struct, frozen=True):
    """What a link reference definition says: `[label]: href "title"`."""

    href: str
    title: str = ""


NO_LINKS: Mapping[str, Link] = MappingProxyType({})


def normal_label(label: str) -> str:
    """A reference label as it is compared (CommonMark 0.31 §4.7): white space folded, whatever its case."""
    return " ".join(label.split()).casefold()


class Target(Struct, frozen=True):
    """A link's target, whether it stood in quotation marks, where the text goes on behind it, and its title."""

    href: str
    end: int
    quoted: bool = False
    title: str = ""


_TITLE = r"(?P<title>\"(?>(?:[^\"\\]|\\.)*)\"|'(?>(?:[^'\\]|\\.)*)'|\((?>(?:[^()\\]|\\.)*)\))"
_SIZE = r"(?:\s++=(?:\d++%?)?x?(?:\d++%?)?(?=[\s)]))?"
_ANGLED = re.compile(rf"\(\s*+<((?>(?:[^<>\\\n]|\\.)*))>{_SIZE}(?:\s*+{_TITLE})?{_SIZE}\s*+\)", re.DOTALL)
_INNER = r"\((?>(?:[^\s()\\]|\\.|\((?>(?:[^\s()\\]|\\.)*)\))*)\)"
_STRICT = re.compile(
    rf"\(\s*+(?![\"'<])((?>(?:[^\s()\\]|\\.|{_INNER})*)){_SIZE}(?:\s++{_TITLE})?{_SIZE}\s*+\)", re.DOTALL
)
_QUOTED = re.compile(r"\(\s*+(\"[^\"\s()]++\"|'[^'\s()]++')\s*+\)")
_URL = re.compile(r"(?:https?|ftp|mailto):\S+$")
_SPACED = re.compile(rf"\(\s*+((?:[^()\n\"<]|\([^()\n]*+\)){{1,300}}?){_SIZE}(?:\s+{_TITLE})?\s*+\)")
_PATH = re.compile(r"(?:\.{0,2}/|#|https?://).*|[^\n]*\.\w{2,5}(?:[#?][^\n]*)?")
_TWICE = re.compile(r"\(\s*+\[(https?://[^\[\]\s]++)\]\((?>(?:[^()\n]|\([^()\n]*+\))*)\)\s*+\)")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?\w{1,32};)")


def unescaped(text: str) -> str:
    """Without the backslashes, and with the characters, that the source of an address may have."""
    return _ESCAPE.sub(lambda m: m[1] or html.unescape(m[2]), text) if "\\" in text or "&" in text else text


def target_at(source: str, at: int) -> Target | None:
    """The target that begins at a parenthesis. A path may have spaces, and a size (`=300x`) or attributes behind it."""
    if quoted := _QUOTED.match(source, at):
        href = quoted[1][1:-1]
        return Target(href if _URL.match(href) else "", quoted.end(), quoted=bool(_URL.match(href)))
    patterns = (_ANGLED, _STRICT, _TWICE) if source.startswith("([", at) else (_ANGLED, _STRICT)
    found = next((m for p in patterns if (m := p.match(source, at))), None) or _spaced(source, at)
    if not found:
        return None
    href = unescaped(found[1].strip())
    quoted_url = len(href) > 2 and href[0] == href[-1] in "\"'" and bool(_URL.match(href[1:-1]))
    end = end_of_attributes(source, found.end())
    title = unescaped((found.groupdict().get("title") or "")[1:-1])
    return Target(href[1:-1] if quoted_url else " ".join(href.split()), end, quoted_url, " ".join(title.split()))


def _spaced(source: str, at: int) -> re.Match[str] | None:
    found = _SPACED.match(source, at)
    return found if found and _PATH.fullmatch(found[1].strip()) else None


_AUTOLINK = re.compile(
    r"<((?:[A-Za-z][A-Za-z0-9+.-]{1,31}://|mailto:|tel:)[^\s<>]++|([\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+))>"
)


def autolink_at(source: str, at: int) -> tuple[str, str, int] | None:
    """What `<https://…>` or `<me@x.y>` says, where it leads, and where it ends."""
    found = _AUTOLINK.match(source, at)
    if not found:
        return None
    text = found[1]
    return text.removeprefix("mailto:"), f"mailto:{text}" if found[2] else text, found.end()


_WIDE = "\u1100-\u11ff\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff00-\uffef"
_BARE = re.compile(
    rf"(?<![A-Za-z0-9])(?:https?://|www\.)(?=[\w\u0080-\uffff])"
    rf"(?>(?:(?!&(?!amp;)#?\w{{1,32}};)[^\s<>\"`\\^{{}}|\[\]{_WIDE}\u2018-\u201f\u2026\U000f0000-\U0010ffff]|"
    rf"(?<=[/=_#?&+%.-])[^\W\d_a-zA-Z]{{2,}}+)+)"
)
_WHOLE = re.compile(r"https?://\w|www\.\w+\.\w")
_PARTICLE = re.compile(r"[/=_#?&+%.-](?:에서|으로|에는|부터|까지|에게|이나|라고|から|まで|より|です)$")


def bare_at(source: str, at: int) -> tuple[str, int] | None:
    """The URL that begins here, without the marks that belong to the sentence (GFM 0.29 §6.9).

    A Korean, Japanese or Chinese letter behind a Latin one belongs to the sentence too: `https://a.b/c를`.
    """
    found = _BARE.match(source, at)
    if not found:
        return None
    url = found[0]
    if particle := _PARTICLE.search(url):
        url = url[: particle.start() + 1]
    url = _trimmed(url, source[at - 1 : at] if at else "")
    if source.startswith(";", at + len(url)):
        url = url.removesuffix("&amp")
    return (url.replace("&amp;", "&"), at + len(url)) if _WHOLE.match(url) else None


def _trimmed(url: str, before: str) -> str:
    opened, closed = url.count("("), url.count(")")
    end = len(url)
    while end:
        last = url[end - 1]
        if last == ")" and closed > opened:
            closed -= 1
        elif last not in "?!.,:;*_~'" and not (last == before == "="):
            break
        end -= 1
    return url[:end]
