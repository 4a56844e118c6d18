"""The colours of a foreign theme: what they come to, how they contrast, and which of them a plan's paints may be.

A colour is written as the theme's (`a:schemeClr`, with PowerPoint's own variants such as "Darker 25 %"), so that a deck
follows its theme; what it comes to (ECMA-376 §20.1.2.3) is worked out only to be sure that it can be read.
"""

from __future__ import annotations

import colorsys
from collections.abc import Iterable, Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from msgspec import Struct

from .names import A

READABLE = 4.5
"""The contrast of text with what is behind it, at least (WCAG 2.2 §1.4.3)."""
RGB = tuple[float, float, float]
WHITE, BLACK = (1.0, 1.0, 1.0), (0.0, 0.0, 0.0)
PLAIN = ("tx1", "bg1", "tx2", "bg2")
"""The colours of a slide that are not accents (ECMA-376 §20.1.6.8)."""
_SYSTEM = {"window": WHITE, "windowText": BLACK}


class Colour(Struct, frozen=True):
    """A colour as it is written, and what that comes to."""

    xml: str
    rgb: RGB


class Palette(Struct, frozen=True):
    """A theme's colours by slot, and what slides call them (`p:clrMap`)."""

    slots: Mapping[str, RGB]
    names: Mapping[str, str]

    def named(self, name: str) -> RGB:
        """What a name of a slide comes to."""
        return self.slots.get(self.names.get(name, name), BLACK)

    def scheme(self, name: str, mod: int = 100, off: int = 0) -> Colour:
        """A colour of the theme, its luminance taken times `mod` and raised by `off` percent."""
        changes = (f'<a:lumMod val="{mod}000"/>' if mod != 100 else "") + (f'<a:lumOff val="{off}000"/>' if off else "")
        xml = f'<a:schemeClr val="{name}">{changes}</a:schemeClr>' if changes else f'<a:schemeClr val="{name}"/>'
        return Colour(xml, lightened(self.named(name), mod / 100, off / 100))

    def read(self, fill: Any) -> Colour | None:
        """The colour of a `a:solidFill` (or another element that holds one), if it is one that we know."""
        inner = next(iter(fill), None) if fill is not None else None
        if inner is None:
            return None
        value = inner.get("val", "")
        match inner.tag.removeprefix(A):
            case "schemeClr":
                base = self.named(value)
            case "srgbClr":
                base = parsed(value)
            case "sysClr":
                base = parsed(inner.get("lastClr")) if inner.get("lastClr") else _SYSTEM.get(value, BLACK)
            case _:
                return None
        return Colour(_written(inner), _modified(base, inner))


def _written(element: Any) -> str:
    """The element again, without what it does not need."""
    name = element.tag.removeprefix(A)
    last = f" lastClr={quoteattr(element.get('lastClr'))}" if element.get("lastClr") else ""
    head = f"a:{name} val={quoteattr(element.get('val', ''))}{last}"
    inner = "".join(f"<a:{each.tag.removeprefix(A)} val={quoteattr(each.get('val', '0'))}/>" for each in element)
    return f"<{head}>{inner}</a:{name}>" if inner else f"<{head}/>"


def _modified(base: RGB, element: Any) -> RGB:
    """A colour with its changes; `tint` and `shade` mix it with white and black."""
    for each in element:
        share = int(each.get("val", "0")) / 100_000
        match each.tag.removeprefix(A):
            case "lumMod":
                base = lightened(base, share, 0.0)
            case "lumOff":
                base = lightened(base, 1.0, share)
            case "tint":
                base = _mixed(base, WHITE, share)
            case "shade":
                base = _mixed(base, BLACK, share)
            case _:
                pass
    return base


def _mixed(a: RGB, b: RGB, share: float) -> RGB:
    """Light is mixed, not its codes: black with a fourth of white is 898989."""
    light = (x * share + y * (1 - share) for x, y in zip(_linear(a), _linear(b), strict=True))
    red, green, blue = (c * 12.92 if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055 for c in light)
    return red, green, blue


def _linear(colour: RGB) -> RGB:
    red, green, blue = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in colour)
    return red, green, blue


def parsed(value: str | None) -> RGB:
    """Six hexadecimal digits; black where they are none."""
    try:
        red, green, blue = (int((value or "")[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        return BLACK
    return red, green, blue


def written_as(colour: RGB) -> str:
    """Six hexadecimal digits."""
    return "".join(f"{round(part * 255):02X}" for part in colour)


def lightened(colour: RGB, mod: float, off: float) -> RGB:
    """A colour with its luminance (of hue, saturation and luminance) changed."""
    hue, luminance, saturation = colorsys.rgb_to_hls(*colour)
    return colorsys.hls_to_rgb(hue, min(max(luminance * mod + off, 0.0), 1.0), saturation)


def varied(colour: Colour, mod: int, off: int) -> Colour:
    """A colour again, darkened or lightened as PowerPoint's palette does."""
    changes = f'<a:lumMod val="{mod}000"/>' + (f'<a:lumOff val="{off}000"/>' if off else "")
    tag = colour.xml[1:].split(" ", 1)[0]
    start = colour.xml.removesuffix(f"</{tag}>") if not colour.xml.endswith("/>") else colour.xml[:-2] + ">"
    return Colour(f"{start}{changes}</{tag}>", lightened(colour.rgb, mod / 100, off / 100))


def luminance(colour: RGB) -> float:
    """The relative luminance (WCAG 2.2), 0 to 1."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: RGB, b: RGB) -> float:
    """The contrast of two colours (WCAG 2.2), 1 to 21."""
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


def first_readable(candidates: Iterable[Colour], grounds: Iterable[RGB], least: float = READABLE) -> Colour:
    """The first that can be read on all grounds, else that which can be read best."""
    on = tuple(grounds)
    ranked = [(min(contrast(each.rgb, ground) for ground in on), each) for each in candidates]
    return next((each for worst, each in ranked if worst >= least), max(ranked, key=lambda pair: pair[0])[1])


def theme_paints(palette: Palette, page: Colour, written: Colour | None, opener: Colour) -> Mapping[str, Colour]:
    """The paints of a plan on a page: `written` is the colour of the template's own text, `opener` what is written on
    the first slide of a section. `on1` … are what is written on `panel1` …"""
    dark = is_dark(page.rgb)
    plain = [palette.scheme(name) for name in PLAIN]
    ink = first_readable([*([written] if written else []), *plain], [page.rgb])
    surface = _surface(palette, page, ink.rgb, dark)
    grounds = (page.rgb, surface.rgb)
    ink = first_readable([ink, *plain], grounds)
    soft = [palette.scheme("tx1", 65, 35), palette.scheme("tx1", 75, 25)] if not dark else []
    quiet = first_readable([palette.scheme("tx2"), *soft, ink], grounds)
    made = {
        "page": page,
        "surface": surface,
        "ink": ink,
        "quiet": quiet,
        "solid": page,
        "on": page,
        "link": first_readable([palette.scheme("hlink"), ink], grounds),
        "hairline": varied(page, *((75, 25) if dark else (75, 0))),
        "opener": opener,
    }
    for n in range(1, 7):
        made |= _accent(palette, n, dark, ink, page, surface) | _panel(palette, n, page, ink)
    return made


def is_dark(page: RGB) -> bool:
    """Whether white is read better than black on it."""
    return luminance(page) < 0.18


def _surface(palette: Palette, page: Colour, ink: RGB, dark: bool) -> Colour:
    """What panels and code stand on: near the page, and readable on; the page itself where nothing is."""
    near = palette.scheme("bg1", 85, 15) if dark else palette.scheme("bg1", 95)
    for each in (palette.scheme("bg2"), near, varied(page, *((90, 10) if dark else (95, 0)))):
        if contrast(ink, each.rgb) >= READABLE * 1.3 and 1.03 < contrast(each.rgb, page.rgb) < 1.6:
            return each
    return page


def _accent(palette: Palette, n: int, dark: bool, ink: Colour, page: Colour, surface: Colour) -> dict[str, Colour]:
    """The colour of a section as text, and its pale form. One that cannot be read gives way to another accent of the theme,
    then to its second colour of text; only where none of them fits it is darkened (on a dark page lightened) as in
    PowerPoint's palette."""
    name = f"accent{n}"
    others = [palette.scheme(f"accent{m}") for m in range(1, 7)]
    variants = [palette.scheme(name, mod, off) for mod, off in (((60, 40), (40, 60)) if dark else ((75, 0), (50, 0)))]
    grounds = (page.rgb, surface.rgb)
    text = first_readable([palette.scheme(name), *others, palette.scheme("tx2"), *variants, ink], grounds)
    pale = palette.scheme(name, 25) if dark else palette.scheme(name, 20, 80)
    tint = next(
        each
        for each in (pale, surface, page)
        if each is page or min(contrast(ink.rgb, each.rgb), contrast(text.rgb, each.rgb)) >= READABLE
    )
    return {name: text, f"tint{n}": tint}


def _panel(palette: Palette, n: int, page: Colour, ink: Colour) -> dict[str, Colour]:
    """What fills a large area in the name of a section, the template's own accent wherever one of its colours can be
    read there, and which of them is written on it: light letters before dark ones."""
    letters = sorted([*map(palette.scheme, PLAIN), page, ink], key=lambda each: -luminance(each.rgb))
    names = (f"accent{n}", *(f"accent{m}" for m in range(1, 7)), "tx2")
    for ground in map(palette.scheme, names):
        best = first_readable(letters, [ground.rgb])
        if contrast(best.rgb, ground.rgb) >= READABLE:
            return {f"panel{n}": ground, f"on{n}": best}
    return {f"panel{n}": ink, f"on{n}": page}
