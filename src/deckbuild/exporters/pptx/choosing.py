"""Which layout of a foreign template a slide takes: by its name, by its type, else by the placeholders that it has."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from ...plan.slides.frame import Rect
from ...plan.slides.page import LayoutName
from .holders import Place, places, things
from .keeping_off import clear_title

Role = Literal["title", "section", "text", "free"]
NAMES: Mapping[Role, tuple[str, ...]] = {
    "title": (
        "title slide",
        "cover",
        "제목 슬라이드",
        "표지",
        "タイトル スライド",
        "表紙",
        "标题幻灯片",
        "標題投影片",
        "封面",
        "titelfolie",
        "diapositive de titre",
        "diapositiva de título",
        "diapositiva titolo",
        "slide de título",
        "титульный слайд",
    ),
    "section": (
        "section header",
        "section",
        "구역 머리글",
        "간지",
        "セクション見出し",
        "中表紙",
        "节标题",
        "章節標題",
        "區段標題",
        "abschnittsüberschrift",
        "kapiteltrenner",
        "trennfolie",
        "zwischentitel",
        "titre de section",
        "encabezado de sección",
        "intestazione sezione",
        "cabeçalho da seção",
        "заголовок раздела",
    ),
    "text": (
        "title and content",
        "제목 및 내용",
        "본문",
        "タイトルとコンテンツ",
        "标题和内容",
        "標題及物件",
        "titel und inhalt",
        "titre et contenu",
        "título y objetos",
        "titolo e contenuto",
        "título e conteúdo",
        "заголовок и объект",
    ),
    "free": (
        "title only",
        "제목만",
        "タイトルのみ",
        "仅标题",
        "只有標題",
        "nur titel",
        "titre seul",
        "solo el título",
        "sólo el título",
        "solo titolo",
        "somente título",
        "только заголовок",
    ),
}
"""PowerPoint's own names in the languages that it is used in most, and what people write instead; folded."""
TYPES: Mapping[Role, tuple[str, ...]] = {
    "title": ("title",),
    "section": ("secHead",),
    "text": ("obj", "tx"),
    "free": ("titleOnly",),
}
"""ECMA-376 §19.7.15."""
ROLES: Mapping[LayoutName, Role] = {
    "title": "title",
    "section": "section",
    "contents": "free",
    "statement": "text",
    "text": "text",
    "text_figure": "text",
    "free": "free",
}
INSTEAD: Mapping[Role, Role] = {"free": "text", "text": "free", "section": "title", "title": "section"}
"""Where there is none of a kind."""
TITLES = ("title", "ctrTitle")
TEXTS = ("", "obj", "body", "tbl", "chart")
LEAST_TITLE = 24.0
LOW = 0.2
"""Below this share of the page a title is that of a section, not of a slide with content."""


class Candidate(Struct, frozen=True):
    """A layout that has a title within the page, which is `high` points high; `cleared`: the title stands beside something
    that is drawn in its place."""

    layout: Any
    name: str
    kind: str
    title: Place
    texts: tuple[Place, ...]
    places: tuple[Place, ...]
    high: float
    cleared: bool = False

    @property
    def body(self) -> Place | None:
        """The largest placeholder for text of any kind."""
        return max(self.texts, key=lambda each: each.rect.w * each.rect.h, default=None)


class Chosen(Struct, frozen=True):
    """A layout for a kind of slide; `near` where neither its name nor its type says that it is one."""

    candidate: Candidate
    near: bool = False


def folded(name: str) -> str:
    """A name to compare by: `1_Title Slide` and `TITLE SLIDE 2` are one."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return " ".join(re.sub(r"^\d+_|[\s_]*\d+$", "", text).split())


def candidates(layouts: Sequence[Any], page: Rect) -> list[Candidate]:
    """The layouts that slides can be made on: with a title that lies flat on the page."""
    found = []
    for layout in layouts:
        held = tuple(places(layout))
        title = next((p for p in held if p.kind in TITLES and not p.turned and _within(p.rect, page)), None)
        if title is None or title.inner.h < LEAST_TITLE:
            continue
        texts = tuple(p for p in held if p.kind in TEXTS and not p.turned and _within(p.rect, page))
        clear, kind = clear_title(title, things(layout), page), layout.element.get("type", "")
        found.append(Candidate(layout, layout.name, kind, clear, texts, held, page.h, clear != title))
    return found


def flat_text(found: Iterable[Candidate]) -> str:
    """What is wrong with a layout whose place for text has no height or width, so that another one is taken for text."""
    for each in found:
        for inner in (held.inner for held in each.places if held.kind in TEXTS):
            if inner.w <= 0 or inner.h <= 0:
                return f"the text placeholder of the layout '{each.name}' has no {'width' if inner.h > 0 else 'height'}"
    return ""


def _within(rect: Rect, page: Rect) -> bool:
    inside = rect.x >= -2 and rect.y >= -2 and rect.right <= page.w + 2 and rect.bottom <= page.h + 2
    return inside and rect.w > 0 and rect.h > 0


def chosen(found: Sequence[Candidate]) -> Mapping[LayoutName, Chosen]:
    """A layout for each kind of slide; `found` is not empty."""
    named = {role: _by_role(role, found) for role in NAMES}
    whole = {role: named[role] or named[INSTEAD[role]] or Chosen(found[0], True) for role in NAMES}
    own = {folded(each.name): each for each in reversed(found)}
    return {name: Chosen(own[folded(name)]) if folded(name) in own else whole[role] for name, role in ROLES.items()}


def _by_role(role: Role, found: Sequence[Candidate]) -> Chosen | None:
    tests: tuple[Callable[[Candidate], bool], ...] = (
        lambda each: folded(each.name) in NAMES[role] or folded(each.name) == role,
        lambda each: each.kind in TYPES[role] and (role == "section" or _fits(role, each)),
        lambda each: (
            any(name in folded(each.name) for name in NAMES[role]) and (role == "section" or _fits(role, each))
        ),
    )
    for test in tests:
        if fitting := [each for each in found if test(each)]:
            return Chosen(_roomiest(fitting) if role == "text" else fitting[0])
    likely = [each for each in found if _fits(role, each)]
    return Chosen(_roomiest(likely) if role == "text" else likely[0], True) if likely else None


def _roomiest(found: Sequence[Candidate]) -> Candidate:
    """The one with the most room for text; the first of those that are alike."""
    return max(found, key=lambda each: round(_area(each) / 1000))


def _area(each: Candidate) -> float:
    return each.body.rect.w * each.body.rect.h if each.body else 0.0


def _fits(role: Role, each: Candidate) -> bool:
    """Whether a layout has the placeholders that a kind of slide needs."""
    covers = each.title.kind == "ctrTitle" or any(p.kind == "subTitle" for p in each.places)
    pictures = any(p.kind in ("pic", "media", "clipArt") for p in each.places)
    match role:
        case "title":
            return covers
        case "section":
            said = [p.kind for p in each.texts]
            return not covers and not pictures and said in ([], ["body"]) and each.title.rect.y > LOW * each.high
        case "text":
            return not covers and len(each.texts) == 1
        case "free":
            return not covers and not each.texts and not pictures
