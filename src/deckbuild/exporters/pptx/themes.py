"""The two looks that come with deckbuild: the same geometry on a light and on a dark page.

Each names its colours for the slots of a theme, and says how a plan's paints are made of them. A click on another variant
restyles a deck, since nothing else holds a colour.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from ...plan.slides.frame import WIDESCREEN, Frame
from .pen import Paints, paints


class Theme(Struct, frozen=True):
    """A look: `colours` by slot (ECMA-376 §20.1.6.2), and `roles`, the slots of page, ink, surface and quiet ink."""

    name: str
    colours: Mapping[str, str]
    roles: tuple[str, str, str, str]
    paints: Paints

    def file(self, frame: Frame) -> str:
        """The template in the package."""
        tail = "" if frame.ratio == WIDESCREEN.ratio else f"-{frame.ratio.replace(':', 'x')}"
        return f"templates/slides/{self.name}{tail}.pptx"

    @property
    def dark(self) -> bool:
        """Whether pages are darker than half of white."""
        page = self.colours[self.roles[0]]
        red, green, blue = (int(page[i : i + 2], 16) for i in (0, 2, 4))
        return red * 0.299 + green * 0.587 + blue * 0.114 < 128

    @property
    def colour_map(self) -> str:
        """How slides name the slots (`p:clrMap`)."""
        page, ink, surface, quiet = self.roles
        accents = " ".join(f'accent{n}="accent{n}"' for n in range(1, 7))
        return (
            f'<p:clrMap bg1="{page}" tx1="{ink}" bg2="{surface}" tx2="{quiet}" {accents} '
            'hlink="hlink" folHlink="folHlink"/>'
        )


def _slots(ink: str, page: str, second: str, third: str, accents: str, neutral: str) -> dict[str, str]:
    """Colours by slot: two dark, two light, five accents and a neutral; links are the first accent, visited ones the fourth."""
    found = accents.split()
    return {
        "dk1": ink,
        "lt1": page,
        "dk2": second,
        "lt2": third,
        **{f"accent{n}": value for n, value in enumerate(found, 1)},
        "accent6": neutral,
        "hlink": found[0],
        "folHlink": found[3],
    }


_DARK_TINT = '<a:lumMod val="25000"/><a:satMod val="60000"/>'
LIGHT = Theme(
    "light",
    _slots("1A1A18", "FFFFFF", "454440", "F3F2EE", "123F96 0A5142 7C2A0D 53277C 4F4B00", "A3A199"),
    ("lt1", "dk1", "lt2", "dk2"),
    paints(
        hairline='<a:lumMod val="60000"/><a:lumOff val="40000"/>',
        tint='<a:lumMod val="15000"/><a:lumOff val="85000"/><a:satMod val="40000"/>',
        panel=lambda n: f'<a:schemeClr val="accent{n}"/>',
        on="bg1",
    ),
)
DARK = Theme(
    "dark",
    _slots("161618", "F4F3EF", "232326", "C6C4BD", "9CC2FF 7FD6BC FFB394 D0B3FF DAD378", "6B6A66"),
    ("dk1", "lt1", "dk2", "lt2"),
    paints(
        hairline='<a:lumMod val="68000"/>',
        tint=_DARK_TINT,
        panel=lambda n: f'<a:schemeClr val="accent{n}">{_DARK_TINT}</a:schemeClr>',
        on="tx1",
    ),
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
