"""A plan of slides → a PowerPoint file. It decides nothing: every box has its place, every run its size."""

from __future__ import annotations

from collections.abc import Sequence

from ...collection import no_collection
from ...diagnostics import Diagnostic, error
from ...formulas.picture import Drawn
from ...model import Place
from ...plan.slides.page import Image, Page, SlidePlan, Span
from ..base import Assets, Exported, Stamp
from .equations import pictures
from .layouts import Base, own
from .media import TYPES, Medium, grounded, prepared
from .package import FIRST_SLIDE_ID, Package, Properties, Relations
from .pen import Pen
from .slide import Links, notes_xml, sections_xml, slide_xml
from .themes import THEMES

LANGUAGES = {"ko": "ko-KR", "en": "en-US", "ja": "ja-JP", "zh": "zh-CN"}


@no_collection()
def export(
    plan: SlidePlan,
    assets: Assets,
    stamp: Stamp,
    theme: str = "light",
    *,
    base: Base | None = None,
    build: bool = False,
) -> Exported:
    """The file in one of the looks, or on a `base` of somebody else, with its slides and its different figures counted;
    `build`: points appear by click."""
    base = base or own(THEMES[theme], plan.frame)
    package = Package(base.data)
    media, problems = _media(package, plan, assets, base.dark)
    maths = _formulas(package, plan, base.ink)
    package.reserve(len(plan.pages))
    places = {page.key: package.slide_name(i) for i, page in enumerate(plan.pages)}
    for i, page in enumerate(plan.pages):
        _slide(package, i, page, plan, places, media, maths, base, build)
    package.list_slides(_sections(plan))
    about = Properties(plan.title, plan.author, plan.keywords, LANGUAGES.get(plan.language, plan.language))
    package.describe(about, stamp.date)
    drawn = {box.src for page in plan.pages for box in page.boxes if isinstance(box, Image) and box.scene}
    counts = {"slides": len(plan.pages), "figures": len({each.name for each in media.values()}) + len(drawn)}
    return Exported(package.data(), tuple(problems), counts)


def _slide(
    package: Package,
    index: int,
    page: Page,
    plan: SlidePlan,
    places: dict[str, str],
    media: dict[str, Medium],
    maths: dict[Span, tuple[str, Drawn]],
    base: Base,
    build: bool,
) -> None:
    """One slide with its links, pictures and notes."""

    layout = base.layouts[page.layout]
    paints = {**base.paints, "on": base.paints.get(f"on{page.accent}", base.paints["on"])}

    def xml(relations: Relations) -> str:
        def slide(key: str) -> str:
            return relations.slide(places[key]) if key in places else ""

        links = Links(
            Pen(plan.language, relations.web, paints, slide, base.faces, base.foreign),
            slide,
            media.get,
            relations.image,
            lambda span: (relations.image(maths[span][0]), maths[span][1]) if span in maths else None,
        )
        return slide_xml(page, index + 1, plan.footer, links, layout, plan.frame.kicker, build=build)

    notes = notes_xml(page, plan.language) if page.notes.strip() else ""
    package.set_slide(index, layout.part, xml, notes)


def _media(
    package: Package, plan: SlidePlan, assets: Assets, dark: bool
) -> tuple[dict[str, Medium], Sequence[Diagnostic]]:
    """The pictures that the plan shows, each content once: source → what of it is in the package."""
    found: dict[str, Medium] = {}
    known: dict[bytes, str] = {}
    problems: list[Diagnostic] = []

    def part(data: bytes, extension: str) -> str:
        if data not in known:
            known[data] = package.add_media(len(known) + 1, data, extension, TYPES[extension])
        return known[data]

    images = [box for page in plan.pages for box in page.boxes if isinstance(box, Image)]
    shown = dict.fromkeys(box.src for box in images if not box.scene)
    for src in shown:
        picture = assets.get(src)
        ready = prepared(picture) if picture else None
        if picture is None or ready is None:
            hint = "save it again as PNG"
            problems.append(error(Place(plan.source), "picture-unreadable", f"{src!r} cannot be converted", hint))
            continue
        drawing = part(picture.svg.encode(), "svg") if picture.svg else ""
        found[src] = Medium(part(*ready), drawing, grounded(picture, dark))
    return found, problems


def _formulas(package: Package, plan: SlidePlan, ink: str) -> dict[Span, tuple[str, Drawn]]:
    """The pictures of formulas in a colour `RRGGBB`, for programs that draw none, each with the name of its part."""
    return {
        span: (package.add_formula(n, picture.data), picture)
        for n, (span, picture) in enumerate(pictures(plan.pages, ink).items(), 1)
    }


def _sections(plan: SlidePlan) -> str:
    slides: dict[int, list[int]] = {}
    for i, page in enumerate(plan.pages):
        slides.setdefault(page.section, []).append(FIRST_SLIDE_ID + i)
    return sections_xml(dict(enumerate(plan.sections)), slides, plan.source)
