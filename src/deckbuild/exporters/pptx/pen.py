"""What slides are written with: colours by the names that a plan uses, faces, and how links become relationships."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple
from xml.sax.saxutils import quoteattr

MONO = (
    '<a:latin typeface="Consolas" pitchFamily="49" charset="0"/>',
    '<a:cs typeface="Consolas" pitchFamily="49" charset="0"/>',
)
LINK = '<a:schemeClr val="hlink"/>'
Link = Callable[[str], str]
"""An address → the id of its relationship."""
Paints = Mapping[str, str]
"""The names of colours that a plan uses → colours of the theme."""


def paints(hairline: str, tint: str, panel: Callable[[int], str], on: str) -> Paints:
    """The colours of a theme: `hairline` and `tint` say how its accents are weakened, `panel` what fills a large area in
    the nth one's name, `on` what is written there."""
    plain = {
        "page": "bg1",
        "surface": "bg2",
        "ink": "tx1",
        "quiet": "tx2",
        "solid": "bg1",
        "link": "hlink",
        "on": on,
        **{f"accent{n}": f"accent{n}" for n in range(1, 7)},
    }
    return {
        **{name: f'<a:schemeClr val="{slot}"/>' for name, slot in plain.items()},
        "hairline": f'<a:schemeClr val="accent6">{hairline}</a:schemeClr>',
        **{f"tint{n}": f'<a:schemeClr val="accent{n}">{tint}</a:schemeClr>' for n in range(1, 7)},
        **{f"panel{n}": panel(n) for n in range(1, 7)},
    }


class Pen(NamedTuple):
    """What XML is written with: the deck's language, how an address becomes a relationship, the theme's paints, and how
    the key of a page does.

    `faces` are East Asian faces by language where the theme names none. On a `foreign` template nothing may come from
    its placeholders that we do not measure; where the pen `inherits`, their colour (or `ink`, as XML), weight and insets hold.
    """

    language: str
    link: Link
    paints: Paints
    page: Link = lambda key: ""
    faces: Mapping[str, str] = MappingProxyType({})
    foreign: bool = False
    inherits: bool = False
    ink: str = ""

    def on_layout(self, ink: str = "") -> Pen:
        """The pen for what a layout has a look for: that look, where the layout is not our own, and in another `ink` where
        it has none that can be read."""
        return self._replace(inherits=self.foreign, ink=ink)

    def fill(self, paint: str) -> str:
        """A solid fill of a theme colour."""
        return f"<a:solidFill>{self.paints[paint]}</a:solidFill>"

    def letters(self, paint: str) -> str:
        """What letters are filled with; nothing is said where they are as their layout has them."""
        if not self.inherits:
            return self.fill(paint)
        return f"<a:solidFill>{self.ink}</a:solidFill>" if self.ink else ""

    def font(self, mono: bool, lang: str, latin: str = "") -> str:
        """The faces of a run that are not the theme's; `latin` is that of its Latin letters, as an element."""
        latin, script = MONO if mono else (latin, "")
        face = self.faces.get(lang)
        return f"{latin}<a:ea typeface={quoteattr(face)}/>{script}" if face else latin + script
