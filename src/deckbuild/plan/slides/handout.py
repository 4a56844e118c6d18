"""Slides on paper: three to a page, each with what its notes add beside it, and lines to write on.

Notes that no column holds go on below their slide in the full width, and overleaf: nothing is cut off. All geometry is in points, on
A4 upright; slides keep their own geometry and are drawn smaller as a whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from ...config import Slides
from ...wording import words
from ..measure import text_width
from .dividing import divided
from .frame import Frame, Rect
from .grid import look, panel
from .inline import clipped, line, para, para_height, paras_height, plain
from .page import Box, Bullet, Page, Para, Shape, SlidePlan
from .tasks import DONE
from .written import letters, written

PAPER = Rect(0.0, 0.0, 595.28, 841.89)
"""A4 (ISO 216: 210 × 297 mm)."""
AREA = Rect(36.0, 84.0, 523.28, 706.0)
"""Where slides and notes stand; above it the deck's title, below it the page's number."""
LARGEST = (360.0, 202.5)
"""The most that a slide takes: 16 points on it are 6 on paper, and there is room for three."""
GAP = 49.0
TITLE, RUNNING = 14.0, 9.0
GUTTER = 16.0
NUMBER_ROW = 16.0
NOTE, NOTE_PITCH, NOTE_SPACE, NOTE_HANG = 8.5, 12.0, 3.0, 10.0
LINE_STEP, LEAST_ROOM = 20.0, 14.0
"""7 mm between lines to write on, as on ruled paper."""
DEFAULT = Slides()
NO_FOOTER = ("title", "section")
"""Layouts whose titles grow upward from the foot of their place."""


class Entry(Struct, frozen=True):
    """A slide (by its index) with its notes, and the heights of the `lines` below these.

    `slide` is None where notes go on below it or, under its number once more (`numbered`), on the next page.
    """

    page: int
    slide: Rect | None
    notes: Rect
    paras: tuple[Para, ...] = ()
    lines: tuple[float, ...] = ()
    numbered: bool = True


class HandoutPlan(Struct, frozen=True):
    """The handout of a deck: sheets of paper, how much smaller its slides are drawn, and its title as the first page and
    the others show it (`running`, one for each sheet), cut to one line: the first slide has all of it."""

    slides: SlidePlan
    scale: float
    title: str
    running: tuple[str, ...]
    sheets: tuple[tuple[Entry, ...], ...]


def plan_handout(plan: SlidePlan, settings: Slides = DEFAULT) -> HandoutPlan:
    """The slides in order, as many to a page as have room with their notes; where answers stand at the end, these begin
    a page, so that it can be kept back, and its head says so. Every slide keeps its number."""
    size = plan.frame.page
    scale = min(LARGEST[0] / size.w, LARGEST[1] / size.h)
    paper = _Paper(size.w * scale, size.h * scale)
    heads: list[str] = []
    for name, part in zip(
        ("", words(plan.language).answers), _parts(plan.pages, settings.handout_answers), strict=False
    ):
        paper.y = AREA.bottom
        for index, page in part:
            noted = added(page, plan) if settings.handout_notes else ()
            paper.add(index, tuple(map(_note_para, noted)))
        heads += [_running(plan.title, name)] * (len(paper.sheets) - len(heads))
    title = clipped(plan.title, TITLE, AREA.w, bold=True)
    return HandoutPlan(plan, scale, title, tuple(heads), tuple(map(tuple, paper.sheets)))


def _running(title: str, part: str) -> str:
    """The title, cut to the room that the name of a part of the handout leaves it, and this name."""
    behind = f" · {part}" if part else ""
    return clipped(title, RUNNING, AREA.w - text_width(behind) * RUNNING) + behind


def _parts(pages: Sequence[Page], answers: str) -> Iterator[list[tuple[int, Page]]]:
    """Slides with their indices: those that stand together, and the answers where they stand apart and are shown."""
    numbered = list(enumerate(pages))
    if answers == "follow":
        yield numbered
        return
    yield [(n, page) for n, page in numbered if not page.answers]
    if answers == "end":
        yield [(n, page) for n, page in numbered if page.answers]


class _Paper:
    """Sheets that fill up from the top; slides are `w` wide and `h` high."""

    def __init__(self, w: float, h: float) -> None:
        self.w, self.h = w, h
        self.sheets: list[list[Entry]] = []
        self.y = AREA.bottom

    def add(self, page: int, paras: tuple[Para, ...]) -> None:
        """A slide with its notes: beside it as far as they have room, the rest below."""
        if self.y + self.h > AREA.bottom + 0.01:
            self._turn()
        x = AREA.x + self.w + GUTTER
        notes = Rect(x, self.y, AREA.right - x, self.h)
        beside, below = _filled(paras, notes.w, self.h - NUMBER_ROW)
        top = NUMBER_ROW + paras_height(beside, notes.w) if beside else NUMBER_ROW / 2
        lines = () if below and beside else tuple(self.y + each for each in _lines(top, self.h))
        self.sheets[-1].append(Entry(page, Rect(AREA.x, self.y, self.w, self.h), notes, beside, lines))
        self.y += self.h
        self._go_on(page, tuple(part for each in below for part in _pages(each)))
        self.y += GAP

    def _go_on(self, page: int, paras: tuple[Para, ...]) -> None:
        """Notes in the full width, on as many pages as they need."""
        while paras:
            room = AREA.bottom - self.y - NUMBER_ROW
            found, rest = _filled(paras, AREA.w, room)
            if found:
                height = NUMBER_ROW + paras_height(found, AREA.w)
                turned = not self.sheets[-1]
                notes = Rect(AREA.x, self.y, AREA.w, height)
                self.sheets[-1].append(Entry(page, None, notes, found, numbered=turned))
                self.y += height
            if rest:
                self._turn()
            paras = rest

    def _turn(self) -> None:
        self.sheets.append([])
        self.y = AREA.y


def _filled(paras: tuple[Para, ...], width: float, height: float) -> tuple[tuple[Para, ...], tuple[Para, ...]]:
    """The first paragraphs, as many as a column holds, and the others."""
    count = 0
    while count < len(paras) and paras_height(paras[: count + 1], width) <= height:
        count += 1
    return paras[:count], paras[count:]


def _pages(each: Para) -> list[Para]:
    """A paragraph in the full width in parts, each no taller than a page."""
    room = AREA.h - NUMBER_ROW
    return [each] if para_height(each, AREA.w) <= room else divided(each, AREA.w, room)


def _lines(top: float, bottom: float) -> tuple[float, ...]:
    """The heights of lines to write on, the last level with the foot of the slide."""
    count = int((bottom - top - LEAST_ROOM) // LINE_STEP) + 1
    return tuple(bottom - LINE_STEP * n for n in range(count - 1, -1, -1))


_SIGN = re.compile(r"(?P<indent> *)(?:(?P<sign>[-→]|\d+\.) )?(?P<text>.*)")


def _note_para(note: str) -> Para:
    found = _signed(note)
    sign = (found["sign"] or "").replace("-", "•")
    hang = max(NOTE_HANG, text_width(sign) * NOTE + 3.0) if sign else 0.0
    left = len(found["indent"]) / 2 * NOTE_HANG + hang
    bullet = Bullet(sign, "quiet") if sign else None
    return Para(plain(found["text"], look(NOTE)), NOTE, NOTE_PITCH, NOTE_SPACE, left, hang, bullet)


def added(page: Page, plan: SlidePlan) -> tuple[str, ...]:
    """What the author says and did not mark as private, and the lines of the notes that say what the slide does not show: what it does would only take room for writing.

    Where the slide belongs its own head says, what the author has to do or has done is nothing for an audience, and an
    answer is none before its slide.
    """
    shown, section = letters(" ".join(_shown(page, plan.frame))), plan.sections[page.section]
    said = words(plan.language)
    others = (f"{section} › ", f"{said.todo}: ", f"{DONE} ")
    lines = [each.rstrip() for each in page.notes.split("\n")]
    lines = lines[len(page.spoken) : len(lines) - len(page.told)]
    new = [each for each in lines if each != section and not each.startswith(others) and _is_new(each, shown)]
    if new[-1:] == [f"{said.cards}:"]:
        new.pop()
    return (*(each for each in page.spoken if each not in page.private), *new)


def _is_new(note: str, shown: str) -> bool:
    """Whether a line of notes has a part whose letters are not among those `shown`."""
    return any(letters(part) not in shown for part in _PARTS.split(_signed(note)["text"]))


def _signed(text: str) -> re.Match[str]:
    """A line of notes as its indent, its sign and its words."""
    found = _SIGN.fullmatch(text)
    assert found is not None
    return found


_PARTS = re.compile(r"[:;] | [=+→] ")


def _shown(page: Page, frame: Frame) -> Iterator[str]:
    """Every word on a slide, in reading order."""
    return written((*placed(page, frame), *page.boxes))


def placed(page: Page, frame: Frame, number: int = 0, footer: str = "") -> tuple[Box, ...]:
    """What a slide has besides its boxes, where its layout puts it: title, line above it, and (from `number` 1) its foot."""
    own = {"title": frame.cover.title, "section": frame.opener.title}
    rect = page.title_rect or own.get(page.layout, frame.title)
    found = [Shape(frame.page, fill=panel(page.accent), name="Panel")] if page.panel else []
    quiet = "on" if page.panel and page.accent else "quiet"
    found.append(Shape(rect, page.title, anchor=page.title_anchor, name="Title"))
    if page.kicker:
        found.append(Shape(frame.kicker, page.kicker, name="Kicker"))
    if page.footer and number:
        if frame.number.h:
            found.append(Shape(frame.number, (line(str(number), 12, quiet, align="right"),), name="Foot"))
        if page.layout not in NO_FOOTER and frame.footer.h:
            found.append(Shape(frame.footer, (para(plain(footer, look(12, quiet)), 12),), name="Foot"))
    return tuple(found)
