"""A lecturer's own template → what slides are planned and drawn on: its layouts, places, colours and fonts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from lxml import etree
from msgspec import Struct
from msgspec.structs import replace
from pptx.opc.constants import RELATIONSHIP_TYPE as RT

from ...diagnostics import Diagnostic, Problem, error, info, warning
from ...model import Place as Where
from ...plan.slides.frame import Frame, Rect
from ...plan.slides.page import LayoutName
from ..base import Template
from .choosing import Candidate, Chosen, flat_text
from .colours import (
    PLAIN,
    READABLE,
    Colour,
    Palette,
    contrast,
    first_readable,
    is_dark,
    parsed,
    theme_paints,
    written_as,
)
from .foreign_frame import (
    CONTENT,
    LEAST,
    LOWEST,
    NARROWEST,
    NONE,
    footer_of,
    kicker_of,
    number_of,
    read_frame,
    subtitle_of,
)
from .grounds import LARGE, backdrop, better, colours_behind, worst
from .holders import EMU, Place, colour_map, things
from .keeping_off import covers
from .layouts import Base, Holder, Layout
from .masters import Choice, offered, over_masters
from .names import A
from .opening import opened
from .refusing import refusal

FACES = {"ko-KR": ("Hang", "맑은 고딕"), "ja-JP": ("Jpan", "Yu Gothic"), "zh-CN": ("Hans", "Microsoft YaHei")}
"""By language: the script's name in a theme (ISO 15924), and a face that Windows and Office have."""


PROMPTS = (
    "footer",
    "footer text",
    "바닥글",
    "フッター",
    "页脚",
    "頁尾",
    "fußzeile",
    "pied de page",
    "pie de página",
    "piè di pagina",
    "rodapé",
    "нижний колонтитул",
)
"""What stands in a footer until somebody writes one; folded."""


LARGER = "make its text placeholder larger, or move what stands in its way"


class Foreign(Struct, frozen=True):
    """A template that was read."""

    base: Base
    frame: Frame
    diagnostics: tuple[Diagnostic, ...] = ()


@lru_cache(maxsize=4)
def read_template(template: Template) -> Foreign:
    """What a template offers. Raises `Problem` where no slides can be made on it, with what to do about that.

    Remembered, since all notes of a project are mostly made on one, and a large one takes a second.
    """
    place = Where(template.name)
    try:
        if refused := refusal(template.data, place):
            raise Problem(refused)
        presentation = opened(template.data)
        page = Rect(0.0, 0.0, presentation.slide_width / EMU, presentation.slide_height / EMU)
        return _read(template, presentation, page, place)
    except Problem:
        raise
    except Exception as fault:  # whatever a damaged package makes zipfile, lxml or python-pptx say
        fact = f"it cannot be read as a PowerPoint file ({type(fault).__name__})"
        hint = "open it in PowerPoint and save it again as a template (.potx)"
        raise Problem(error(place, "template-unreadable", fact, hint)) from None


def _read(template: Template, presentation: Any, page: Rect, place: Where) -> Foreign:
    picks = _chosen(presentation, page, place)
    main = picks["text"].candidate
    palette, written = _palette(main), main.body.fill if main.body else None
    picks = {name: _alike(pick, picks["text"], palette) if name in CONTENT else pick for name, pick in picks.items()}
    frame = replace(read_frame(page, picks), foot=_foot(footer_of(main)))
    if frame.body.w < NARROWEST or frame.body.h < LOWEST:
        flat = flat_text(each for found in offered(presentation, page) for each in found)
        raise Problem(error(place, "template-unusable", flat or _too_small(frame.body, main), LARGER))
    ink = palette.read(written)
    opener = _opener_ink(picks["section"].candidate, frame.opener.rows, page)
    behind = _page(main, palette, ink, frame.body, page)
    colours = theme_paints(palette, behind, ink, opener)
    layouts = {name: _layout(name, pick.candidate, frame, page) for name, pick in picks.items()}
    paints = {name: colour.xml for name, colour in colours.items()}
    base = Base(
        template.data, layouts, paints, written_as(colours["ink"].rgb), is_dark(behind.rgb), _faces(main), foreign=True
    )
    said = (*_guessed(picks, place), *_warned(picks, frame, page, colours["ink"], place))
    return Foreign(base, frame, said)


def _chosen(presentation: Any, page: Rect, place: Where) -> Choice:
    """The layouts of all masters that have any with a title."""
    if found := offered(presentation, page):
        return over_masters(found, page)
    layouts = sum(len(master.slide_layouts) for master in presentation.slide_masters)
    fact = "no layout has a title on the page" if layouts else "it has no layouts"
    hint = "in PowerPoint choose View > Slide Master, and add the layouts 'Title Slide' and 'Title and Content'"
    raise Problem(error(place, "template-unusable", fact, hint))


def _room(body: Rect, main: Candidate) -> str:
    return f"the layout '{main.name}' leaves {body.w:.0f} × {body.h:.0f} points for the body"


def _too_small(body: Rect, main: Candidate) -> str:
    return f"{_room(body, main)}; slides need {NARROWEST:.0f} × {LOWEST:.0f}"


def _guessed(picks: Mapping[LayoutName, Chosen], place: Where) -> Iterator[Diagnostic]:
    """Which layouts were taken for their placeholders alone."""
    for name, pick in picks.items():
        if pick.near and name in ("title", "section", "text", "free"):
            fact = f"no layout is named for '{name}' slides; they use '{pick.candidate.name}'"
            yield info(place, "template-layout", fact, f"name the layout that is meant '{name}'")


def _palette(each: Candidate) -> Palette:
    """The theme's colours as a layout names them."""
    scheme = _theme(each).find(f".//{A}clrScheme")
    slots = {}
    for slot in scheme:
        value = slot[0]
        slots[slot.tag.removeprefix(A)] = parsed(value.get("lastClr") or value.get("val"))
    names, _ = colour_map(each.layout)
    return Palette(slots, dict(names.attrib))


def _theme(each: Candidate) -> Any:
    part = each.layout.slide_master.part.part_related_by(RT.THEME)
    return etree.fromstring(part.blob)


def _alike(pick: Chosen, main: Chosen, palette: Palette) -> Chosen:
    """A layout for content, if its page has the colours of the main one's: then one set of paints is right for both."""
    own, first = pick.candidate, main.candidate
    same = _palette(own).names == palette.names and backdrop(own, palette) == backdrop(first, palette)
    return pick if same else main


def _page(each: Candidate, palette: Palette, written: Colour | None, body: Rect, page: Rect) -> Colour:
    """What text of a layout stands on; on a picture, the colour of the theme that is most like it, else what the
    template's own text can be read on."""
    behind = [palette.read(thing.fill) for thing in things(each.layout) if covers(thing.rect, body)]
    if behind and behind[-1]:
        return behind[-1]
    if not behind and (colour := backdrop(each, palette)):
        return colour
    plain = [palette.scheme(name) for name in ("bg1", "tx1", "bg2", "tx2")]
    if seen := colours_behind(each, palette, body, page):
        return min(plain, key=lambda colour: max(contrast(colour.rgb, rgb) for rgb in seen))
    return next((c for c in plain if written and contrast(c.rgb, written.rgb) >= READABLE), plain[0])


def _opener_ink(each: Candidate, rows: Rect, page: Rect) -> Colour:
    """What the layout for sections writes in below its title, if that can be read, else as its title is written."""
    palette, below = _palette(each), subtitle_of(each)
    own, title = palette.read(below.fill) if below else None, palette.read(each.title.fill)
    behind = _page(each, palette, title or own, rows, page)
    plain = [palette.scheme(name) for name in PLAIN]
    return first_readable([c for c in (own, title, *plain) if c], [behind.rgb])


def _faces(each: Candidate) -> Mapping[str, str]:
    """The East Asian faces that runs must name, since the theme does not."""
    fonts = _theme(each).findall(f".//{A}fontScheme/*")
    if all((ea := font.find(f"{A}ea")) is not None and ea.get("typeface") for font in fonts):
        return {}
    named = {each.get("script"): each.get("typeface") for font in fonts for each in font.findall(f"{A}font")}
    return {language: named.get(script) or face for language, (script, face) in FACES.items()}


def _layout(name: LayoutName, each: Candidate, frame: Frame, page: Rect) -> Layout:
    footer, number = footer_of(each), number_of(each)
    kicker = kicker_of(each) if frame.kicker.h and name in CONTENT else None
    return Layout(
        part=str(each.layout.part.partname),
        title=_title(each, page),
        body=_body(name, each, page),
        kicker=_holder(kicker),
        footer=_holder(footer),
        number=_holder(number),
        colours=colour_map(each.layout)[1],
        footer_text=_foot(footer),
    )


def _title(each: Candidate, page: Rect) -> Holder:
    """The title, with a place of its own where something is drawn in the one that its layout gives it."""
    whole = each.title.rect if each.cleared else NONE
    return Holder(each.title.kind, each.title.index, paint=_paint(each, each.title, LARGE, page), whole=whole)


def _foot(footer: Place | None) -> str:
    """What somebody wrote into a footer."""
    return footer.text if footer and footer.text.strip("<>‹›").casefold() not in PROMPTS else ""


def _body(name: LayoutName, each: Candidate, page: Rect) -> Holder | None:
    """The place for text: on the cover and the first slide of a section that beside the title."""
    if name in ("title", "section"):
        below = subtitle_of(each)
        paint = _paint(each, below, READABLE, page) if below else ""
        whole = below.rect if below and below.index is None else NONE
        return replace(_held(below), rect=below.inner, paint=paint, whole=whole) if below else None
    return _holder(each.body) if name in ("statement", "text", "text_figure") else None


def _paint(each: Candidate, held: Place, least: float, page: Rect) -> str:
    """Another colour for letters that cannot be read in their own, as XML."""
    palette = _palette(each)
    found = better(palette, palette.read(held.fill), colours_behind(each, palette, held.inner, page), least)
    return found.xml if found else ""


def _holder(each: Place | None) -> Holder | None:
    return _held(each) if each else None


def _held(each: Place) -> Holder:
    return Holder(each.kind, each.index, anchor=each.anchor)


def _warned(picks: Choice, frame: Frame, page: Rect, ink: Colour, place: Where) -> Iterator[Diagnostic]:
    """What slides on a template will suffer from: little room, and pictures that text stands over and cannot be read on."""
    main = picks["text"].candidate
    if frame.body.w < LEAST[0] or frame.body.h < LEAST[1]:
        fact = f"{_room(frame.body, main)}, so that slides are many and show little"
        yield warning(place, "template-room", fact, f"{LARGER}; {LEAST[0]:.0f} × {LEAST[1]:.0f} are enough")
    first, opener = picks["title"].candidate, picks["section"].candidate
    spots = [(main, [*_spots(main, main.title), (frame.body, ink)])]
    spots += [(each, _spots(each, each.title, subtitle_of(each))) for each in (first, opener)]
    for name in dict.fromkeys(each.name for each, held in spots if _lost(each, held, page)):
        fact = f"text of the layout '{name}' stands over a picture on which it is hard to read"
        yield warning(place, "template-ground", fact, "put a plain shape behind the text on that layout, or move it")


Spot = tuple[Rect, Colour | None]
"""A place with the colour of its letters."""


def _spots(each: Candidate, *held: Place | None) -> list[Spot]:
    palette = _palette(each)
    return [(place.inner, palette.read(place.fill)) for place in held if place]


def _lost(each: Candidate, spots: Sequence[Spot], page: Rect) -> bool:
    """Whether letters in one of the places stand on a picture and cannot be read, in their own colour or a better one."""
    palette = _palette(each)
    for rect, own in spots:
        seen = colours_behind(each, palette, rect, page)
        written = better(palette, own, seen, LARGE) or own or palette.scheme("tx1")
        if len(seen) > 1 and worst(written, seen) < READABLE:
            return True
    return False
