"""The theme without colour: nothing on the page has any, and what differed by light still does."""

from __future__ import annotations

import io
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops

from deckbuild import files
from deckbuild.config import Cards, Sheet
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf.grey import grey_drawing, grey_pixels
from deckbuild.exporters.pdf.paper import export
from deckbuild.loading import load
from deckbuild.pictured import pictured
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.sheet import SheetOptions
from tests.test_sheet_measured import NOTE, sheet_of

INK = 16
"""The ink of text is a black with a little blue, here as a share of 256."""
DIAGRAM = """```mermaid
flowchart LR
  A[one] --> B[two]:::solid
```
"""


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def most_colour(data: bytes) -> int:
    """By how much red, green and blue of a spot differ at most, on all pages."""
    most = 0
    with pypdfium2.PdfDocument(data) as pdf:
        for page in pdf:
            red, green, blue = page.render(scale=0.5).to_pil().convert("RGB").split()
            pairs = ((red, green), (green, blue))
            most = max(most, *(ImageChops.difference(a, b).getextrema()[1] for a, b in pairs))
    return most


@pytest.mark.real
def test_a_sheet_without_colour_has_none_in_its_diagrams_either():
    assert most_colour(sheet_of(NOTE, SheetOptions(theme="bw")).data) <= INK
    assert most_colour(sheet_of(NOTE, SheetOptions()).data) > 100


def test_photographs_and_cards_to_cut_out_have_none_either(tmp_path: Path):
    (tmp_path / "red.png").write_bytes(png(Image.new("RGB", (80, 40), "#c02020")))
    note = tmp_path / "x.md"
    note.write_text(f"# T\n\n## A\n\nA picture ![what it is](red.png)\n\n- a : b\n\n{DIAGRAM}", "utf-8")
    assert most_colour(sheet_of(note, SheetOptions(theme="bw")).data) <= INK
    loaded, _ = load(files.Source(note, note.parent, note.name, (), note.stem))
    assert loaded
    plan = plan_cards(pictured(loaded.deck, loaded.pictures), loaded.pictures, Cards())
    assert most_colour(export(plan, loaded.pictures, Stamp(0), Sheet(theme="bw")).data) <= INK


def test_colours_become_as_light_as_they_were_and_words_about_them_stay():
    made = grey_drawing('<g fill="#fff" style="stroke:#0000FF;fill:#ffff00"><text>fill="#0000FF" is blue</text></g>')
    assert made == '<g fill="#ffffff" style="stroke:#4c4c4c;fill:#f7f7f7"><text>fill="#0000FF" is blue</text></g>'


def test_what_is_clear_in_a_picture_stays_clear():
    clear = Image.new("RGBA", (2, 1), (255, 0, 0, 0))
    clear.putpixel((1, 0), (255, 0, 0, 255))
    with Image.open(io.BytesIO(grey_pixels(png(clear)))) as made:
        assert made.mode == "LA"
        assert [made.getpixel((x, 0))[1] for x in (0, 1)] == [0, 255]
