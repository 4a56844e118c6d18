"""Tags within a line → the inline source that `readers.inline` understands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from .scan import Tag
from .tags import KEPT, LIKE

_RISKY = re.compile(r"[&<>\"\[\]`$\\*_~=!|\n]")
_SHOWN = ("src", "alt", "title", "width", "height")
_PLAIN = {"rt": ("(", ")"), "q": ("“", "”")}


class Styles:
    """Which styles are on. One within itself is written once: 60,000 nested `<b>` are bold text."""

    def __init__(self) -> None:
        self.open: Counter[str] = Counter()

    def written(self, tag: Tag) -> tuple[str, bool]:
        """The source of a tag that structures nothing, and whether a reader sees something of it."""
        name = LIKE.get(tag.name, tag.name)
        if name in KEPT:
            return self._switched(name, tag.closing), False
        if name == "a":
            return self._link(tag), False
        if name in _PLAIN:
            return _PLAIN[name][tag.closing], False
        if tag.closing:
            return "", False
        if name in ("img", "image"):
            return (image(tag.attributes) if address_of(tag.attributes) else tag.attributes.get("alt", "")), True
        return (_control(tag.attributes), True) if name == "input" else ("", False)

    def closed(self) -> str:
        """What closes all that is open, where the text ends."""
        closing = "".join(f"</{name}>" for name in sorted(self.open) if self.open[name] > 0)
        self.open.clear()
        return closing

    def _switched(self, name: str, closing: bool) -> str:
        if closing and not self.open[name]:
            return ""
        self.open[name] += -1 if closing else 1
        return f"<{'/' * closing}{name}>" if self.open[name] == (0 if closing else 1) else ""

    def _link(self, tag: Tag) -> str:
        """A link ends where the next begins; an anchor that leads nowhere is no link."""
        if tag.closing:
            is_open, self.open["a"] = self.open["a"], 0
            return "</a>" if is_open else ""
        href = tag.attributes.get("href", "")
        before = "</a>" if self.open["a"] else ""
        self.open["a"] = 1 if href else 0
        return before + (f'<a href="{escaped(href)}">' if href else "")


def image(attributes: Mapping[str, str]) -> str:
    """`<img>` with what matters to a note, none of it Markdown."""
    shown = {**attributes, "src": address_of(attributes)}
    return "<img " + " ".join(f'{key}="{escaped(shown[key])}"' for key in _SHOWN if shown.get(key)) + ">"


def address_of(attributes: Mapping[str, str]) -> str:
    """Where a picture is; of `srcset` (`a.png 1x, b.png 2x`) the first address."""
    first = attributes.get("srcset", "").split(",")[0].strip().split(" ")[0]
    return attributes.get("src") or attributes.get("data-src") or first


def _control(attributes: Mapping[str, str]) -> str:
    if attributes.get("type", "").lower() in ("checkbox", "radio"):
        return "[x] " if "checked" in attributes else "[ ] "
    hidden = attributes.get("type", "").lower() == "hidden"
    return "" if hidden else attributes.get("value") or attributes.get("placeholder", "")


def link(address: str, text: str) -> str:
    """A link whose text is literal."""
    return f'<a href="{escaped(address)}">{escaped(text)}</a>'


def escaped(value: str) -> str:
    """With every character that could begin Markdown or end the tag as a reference."""
    return _RISKY.sub(lambda m: "&amp;" if m[0] == "&" else f"&#{ord(m[0])};", value)
