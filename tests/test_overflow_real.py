"""Decks of real notes under independent eyes: whatever DECKBUILD_OVERFLOW names is run on them.

It gets `--strict --pairs DECK=NOTE …` and ends with 0 where no text overflows, collides, is off its slide or too small,
and every slide has its title and every picture its description.
"""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import openxml_audit
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from deckbuild import files
from deckbuild.accounting.visible import visible_text
from deckbuild.accounting.words import words
from deckbuild.exporters.base import Stamp, Template
from deckbuild.exporters.pptx import export
from deckbuild.exporters.pptx.foreign import read_template
from deckbuild.loading import load
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.prompts import prompts
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.frame import WIDESCREEN

from .conftest import DOCKER, ROOT
from .foreign_templates import TEMPLATES
from .test_slides_hostile import letters

pytestmark = pytest.mark.real
FIXED = 40
"""How many notes of the corpus: as many as are looked at in two minutes."""
ON_SLIDES, ANYWHERE = 0.9, 0.99


def golden() -> list[Path]:
    return [*sorted((ROOT / "tests" / "golden").glob("*/note.md")), ROOT / "tests" / "gallery" / "note.md"]


def corpus() -> list[Path]:
    """Notes that somebody wrote, chosen by the hash of their path: by nobody's taste."""
    if not os.environ.get("DECKBUILD_CORPUS"):
        pytest.skip("DECKBUILD_CORPUS names no folder of real notes")
    root = Path(os.environ["DECKBUILD_CORPUS"])
    paths = {path.relative_to(root).as_posix(): path for path in root.rglob("*.md")}
    order = sorted(paths, key=lambda name: hashlib.sha256(name.encode()).digest())
    return [paths[name] for name in order[:FIXED]]


def built(note: Path, deck: Path, theme: str = "light", template: Template | None = None) -> bool:
    """Make the slides of a note, on a lecturer's own template if one is given; nothing comes of an empty one."""
    (source,), _ = files.find_sources([str(note)], ROOT)
    loaded, _ = load(source)
    if loaded is None:
        return False
    asked = () if loaded.settings.cards.skip else prompts(plan_cards(loaded.deck, loaded.pictures))
    found = read_template(template) if template else None
    frame, base = (found.frame, found.base) if found else (WIDESCREEN, None)
    plan = plan_slides(loaded.deck, loaded.pictures, loaded.settings.slides, prompts=asked, frame=frame)
    deck.write_bytes(export(plan, loaded.pictures, Stamp(0), theme, base=base).data)
    return True


def looked_at(pairs: Sequence[tuple[Path, Path]], folder: Path) -> subprocess.CompletedProcess[str]:
    if not os.environ.get("DECKBUILD_OVERFLOW"):
        pytest.skip("DECKBUILD_OVERFLOW names no program that looks at decks")
    named = [f"{deck}={note}" for deck, note in pairs]
    command = [sys.executable, os.environ["DECKBUILD_OVERFLOW"], "--strict", "--details", "--profile", f"{folder}/lo"]
    return subprocess.run([*command, "--pairs", *named], capture_output=True, text=True, timeout=3600)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_note_that_the_project_starts_from(theme: str, tmp_path: Path) -> None:
    deck = tmp_path / "docker.pptx"
    assert built(DOCKER, deck, theme)
    found = looked_at([(deck, DOCKER)], tmp_path)
    assert found.returncode == 0, found.stdout + found.stderr
    pictures = re.search(r"src_images=(\d+) of (\d+)", found.stdout)
    assert pictures is not None
    assert pictures[1] == pictures[2]


@pytest.mark.parametrize("choice", [golden, corpus])
def test_nothing_overflows_and_no_word_is_lost(choice: Callable[[], list[Path]], tmp_path: Path) -> None:
    """The words of golden notes are not counted: much of these is syntax that says something to the reader alone."""
    tried = [(tmp_path / f"{n}.pptx", note) for n, note in enumerate(choice())]
    pairs = [(deck, note) for deck, note in tried if built(note, deck)]
    assert len(pairs) > len(tried) / 2
    assert {note: found for deck, note in pairs if (found := openxml_audit.validate_pptx(deck).errors)} == {}
    on_slides, anywhere = shares(pairs)
    assert choice is golden or (on_slides >= ON_SLIDES and anywhere >= ANYWHERE)
    found = looked_at(pairs, tmp_path)
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("name", ["odd", "standard"])
def test_nothing_overflows_on_a_template_of_a_lecturer(name: str, tmp_path: Path) -> None:
    """16:9 with layouts of odd names, and 4:3."""
    template = Template(f"{name}.potx", TEMPLATES[name]())
    pairs = [(tmp_path / f"{n}.pptx", note) for n, note in enumerate((DOCKER, *golden()[::8]))]
    assert all(built(note, deck, template=template) for deck, note in pairs)
    assert {note: found for deck, note in pairs if (found := openxml_audit.validate_pptx(deck).errors)} == {}
    found = looked_at(pairs, tmp_path)
    assert found.returncode == 0, found.stdout + found.stderr


def shares(pairs: Sequence[tuple[Path, Path]]) -> tuple[float, float]:
    """What share of all visible words of notes is on the slides of their decks, and what share there or in the notes."""
    wanted = on_slides = anywhere = 0
    for deck, note in pairs:
        shown, noted = said(deck)
        text = note.read_text("utf-8", errors="replace")
        visible = [letters(word) for _, piece in visible_text(text) for word in words(piece)]
        wanted += len(visible)
        on_slides += sum(word in shown for word in visible)
        anywhere += sum(word in shown or word in noted for word in visible)
    return on_slides / wanted, anywhere / wanted


def said(deck: Path) -> tuple[str, str]:
    """The letters on the slides of a deck, and those of its notes."""
    slides = list(Presentation(str(deck)).slides)
    shown = (each.text or "" for slide in slides for each in slide.shapes._spTree.iter(qn("a:t")))
    noted = (slide.notes_slide.notes_text_frame.text for slide in slides if slide.has_notes_slide)
    return letters("".join(shown)), letters("".join(noted))
