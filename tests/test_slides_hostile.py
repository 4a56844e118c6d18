"""Slides from notes that are hard to put on slides: nothing leaves the page, collides, or is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from deckbuild.accounting.visible import visible_text
from deckbuild.accounting.words import words
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.frame import RATIOS
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.page import Grid, Image, Page, Rect, Rule, Shape
from deckbuild.readers.notes import read_note

from .examples import sampled
from .hostile_decks import PICTURES
from .hostile_slides import COUNT, note

SLACK = 0.6
"""Points that rounding may cost."""
FEW = range(0, COUNT, 240)
"""Those that are tried at each run."""
SOME = range(0, COUNT, 10)
"""Those that are tried on all kinds of pages, where the real thing is; all of them are tried there on our widest."""
PARTS = 8
"""All of them are tried in so many parts, which several processes share."""
CHECKED = range(3, COUNT, 15)
"""Twenty of them, for the independent look, which takes seconds for each; the look from within is at all."""


@cache
def planned(number: int, ratio: str = "16:9") -> SlidePlan:
    return plan_slides(read_note(note(number), f"hostile{number}.md").deck, PICTURES, frame=RATIOS[ratio])


def texts(page: Page) -> str:
    """All that stands on a slide."""
    paras = [*page.title, *page.kicker]
    for box in page.boxes:
        if isinstance(box, Shape):
            paras += box.paras
        if isinstance(box, Grid):
            paras += [para for row in box.rows for cell in row.cells for para in cell.paras]
    return "\n".join("".join(span.text for span in para.spans) for para in paras)


def faults(plan: SlidePlan) -> list[str]:
    """What is wrong on the slides, by our own measure."""
    titles = Counter(page.title_text for page in plan.pages)
    found = [f"title {title[:40]!r} × {count}" for title, count in titles.items() if count > 1 or not title]
    for page in plan.pages:
        found += [f"{page.title_text[:40]!r}: {fault}" for fault in faults_of(page, plan.frame.page)]
    return found


def faults_of(page: Page, whole: Rect) -> list[str]:
    found = []
    for box in page.boxes:
        place = Rect(box.x, box.y, box.w, 0) if isinstance(box, Rule) else box.rect
        if min(place.w, place.h) < 0:
            found.append(f"less than nothing: {place}")
        if min(place.x, place.y, whole.w - place.right, whole.h - place.bottom) < -SLACK:
            found.append(f"off the page: {place}")
        if isinstance(box, Image) and not box.alt.strip():
            found.append(f"no alt text: {box.src}")
        if isinstance(box, Shape) and not fits(box):
            found.append(f"too little room: {box.name}")
    held = [b.rect for b in page.boxes if isinstance(b, Grid | Image) or (isinstance(b, Shape) and b.paras)]
    return found + [f"collide: {a} {b}" for a, b in combinations(held, 2) if overlap(a, b)]


def fits(shape: Shape) -> bool:
    """Whether the text of a shape has room in it; a formula that stands alone is drawn, and measured as drawn."""
    if any(span.formula and span.formula.block for para in shape.paras for span in para.spans):
        return True
    left, top, right, bottom = shape.insets
    return paras_height(shape.paras, shape.rect.w - left - right) <= shape.rect.h - top - bottom + SLACK


def overlap(a: Rect, b: Rect) -> bool:
    wide, high = min(a.right, b.right) - max(a.x, b.x), min(a.bottom, b.bottom) - max(a.y, b.y)
    return wide > SLACK and high > SLACK


def shares(number: int, plan: SlidePlan) -> tuple[int, int, int]:
    """How many visible words a note has, how many of them stand on slides, and how many there or in the notes.

    By the letters: a word may be broken between lines of code, or between slides.
    """
    slides = letters("".join(texts(page) for page in plan.pages))
    everything = slides + letters("".join(page.notes for page in plan.pages))
    visible = [letters(word) for _, piece in visible_text(note(number)) for word in words(piece)]
    return len(visible), sum(w in slides for w in visible), sum(w in everything for w in visible)


def letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())


@pytest.mark.parametrize("ratio", sampled(RATIOS, {"16:9"}))
@pytest.mark.parametrize("number", sampled(SOME, FEW))
def test_nothing_leaves_its_place_and_every_title_is_there_once(number: int, ratio: str) -> None:
    assert faults(planned(number, ratio)) == []


@pytest.mark.real
def test_nearly_every_word_is_on_a_slide() -> None:
    visible, slides, anywhere = (sum(each) for each in zip(*(shares(n, planned(n)) for n in FEW), strict=True))
    assert slides >= 0.9 * visible
    assert anywhere >= 0.99 * visible


@pytest.mark.real
@pytest.mark.parametrize("part", range(PARTS))
def test_the_same_holds_for_all_of_them(part: int) -> None:
    plans = {number: planned(number) for number in range(part, COUNT, PARTS)}
    assert {number: found for number, plan in plans.items() if (found := faults(plan))} == {}
    visible, slides, anywhere = (sum(each) for each in zip(*(shares(n, p) for n, p in plans.items()), strict=True))
    assert slides >= 0.9 * visible
    assert anywhere >= 0.99 * visible


@pytest.mark.real
def test_an_independent_look_finds_nothing_either(tmp_path: Path) -> None:
    checker = os.environ.get("DECKBUILD_OVERFLOW")
    if not checker:
        pytest.skip("DECKBUILD_OVERFLOW names no checker of slides")
    pairs = [f"{made}={source}" for source, made in (built(number, tmp_path) for number in CHECKED)]
    ran = subprocess.run([sys.executable, checker, "--strict", "--details", "--pairs", *pairs], capture_output=True)
    assert ran.returncode == 0, ran.stdout.decode()


def built(number: int, folder: Path) -> tuple[Path, Path]:
    """A note and its slides as files."""
    source, made = folder / f"hostile{number}.md", folder / f"hostile{number}.pptx"
    source.write_text(note(number), encoding="utf-8")
    made.write_bytes(export(planned(number), PICTURES, Stamp(0)).data)
    return source, made
