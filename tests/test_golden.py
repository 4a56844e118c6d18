"""Golden folders: what is made of a note, in text that people can read. `pytest --bless` rewrites them.

`docker` is notes/docker.md itself; every other folder has a `note.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from deckbuild.assets import Picture
from deckbuild.checks import check
from deckbuild.diagnostics import ordered
from deckbuild.exporters.concepts import export
from deckbuild.model import figures
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.prompts import prompts
from deckbuild.plan.cards.text import render_text
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.sheet.shapes import SheetPlan, plain, wording
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Grid, Image, Page, Para, Rule, Shape
from deckbuild.readers.notes import read_note

from .conftest import DOCKER

GOLDEN = Path(__file__).parent / "golden"


def made_of(text: str, path: str) -> dict[str, str]:
    """Every golden file of a note, by name."""
    read = read_note(text, path)
    deck = read.deck
    pictures = {figure.src: Picture(figure.src, figure.src, b"", 1600, 1000, "png") for figure in figures(deck)}
    cards, sheet = plan_cards(deck, pictures), plan_sheet(deck, pictures)
    slides = plan_slides(deck, pictures, prompts=prompts(cards))
    said = [*read.diagnostics, *check(deck), *slides.diagnostics, *cards.diagnostics, *sheet.diagnostics]
    return {
        "concepts.yaml": export(deck).decode(),
        "cards.txt": render_text(cards),
        "slides.txt": "\n".join(line for page in slides.pages for line in shown(page)) + "\n",
        "sheet.txt": "\n".join(on_the_sheet(sheet)) + "\n",
        "diagnostics.txt": "".join(f"{diagnostic}\n" for diagnostic in ordered(said)),
    }


def shown(page: Page) -> Iterator[str]:
    """A slide as its title, what is on it from top to bottom, and its notes."""
    yield f"== {page.title_text} ({page.layout})"
    for box in page.boxes:
        match box:
            case Shape(paras=paras):
                yield from ("  " + text(para) for para in paras if text(para))
            case Grid(rows=rows):
                yield from ("  | " + " | ".join(" ".join(map(text, cell.paras)) for cell in row.cells) for row in rows)
            case Image(src=src, alt=alt):
                yield f"  [{src}: {alt}]"
            case Rule():
                pass
    yield from (f"  notes: {line}" for line in page.notes.splitlines() if line.strip())


def text(para: Para) -> str:
    sign = f"{para.bullet.number or para.bullet.sign} " if para.bullet else ""
    return sign + "".join(span.text for span in para.spans).replace("\n", " / ")


def on_the_sheet(plan: SheetPlan) -> Iterator[str]:
    """The sheet as its sections, each atom with its rank: the lowest go first when space runs out."""
    if plan.subtitle:
        yield f"-- {plain(plan.subtitle)}"
    for section in plan.sections:
        yield f"== {section.number} {plain(section.title)}".rstrip()
        yield from (f"  {atom.rank:.2f} {type(atom).__name__.lower()}: {wording(atom)}" for atom in section.atoms)


@pytest.mark.parametrize(
    "folder", sorted(path for path in GOLDEN.iterdir() if path.is_dir()), ids=lambda path: path.name
)
def test_what_is_made_of_a_note_is_what_it_was(folder: Path, bless: bool) -> None:
    note = folder / "note.md" if (folder / "note.md").is_file() else DOCKER
    for name, made in made_of(note.read_bytes().decode("utf-8"), f"notes/{folder.name}.md").items():
        golden = folder / name
        if bless:
            golden.write_text(made, "utf-8")
        assert golden.read_text("utf-8") == made, f"{golden} (if it is better now: pytest --bless)"
