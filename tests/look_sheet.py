"""Renders the first page of a note's sheet, to look at it.

python tests/look_sheet.py notes/docker.md sheet.png [dpi]
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2

from deckbuild import files
from deckbuild.exporters.base import Exported, Stamp
from deckbuild.exporters.pdf import export
from deckbuild.model import figures
from deckbuild.plan.sheet import DEFAULT, SheetOptions, plan_sheet
from deckbuild.readers.notes import read_note


def sheet(note: Path, options: SheetOptions = DEFAULT) -> Exported:
    """The sheet of a note, with the pictures that lie beside it."""
    root = note.resolve().parent
    deck = read_note(note.read_text(encoding="utf-8"), note.name).deck
    pictures, _ = files.load_pictures(figures(deck), note.resolve(), root)
    plan = plan_sheet(deck, pictures, options)
    made = export(plan, pictures, Stamp(0))
    return Exported(made.data, (*plan.diagnostics, *made.diagnostics), made.counts)


def main(note: str, target: str, dpi: str = "150") -> None:
    """Write the picture and say what the sheet says."""
    made = sheet(Path(note))
    for diagnostic in made.diagnostics:
        print(diagnostic)
    pypdfium2.PdfDocument(made.data)[0].render(scale=int(dpi) / 72).to_pil().save(target)
    Path(target).with_suffix(".pdf").write_bytes(made.data)


if __name__ == "__main__":
    main(*sys.argv[1:])
