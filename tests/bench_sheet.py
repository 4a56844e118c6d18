"""How long sheets take to set, and how much memory many of them; parts of `tests.bench`."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
ATOMS = ((100, 1), (1000, 8))
"""Atoms of a sheet, and its pages."""


def sheet_of(path: Path, text: str, pages: int = 1) -> tuple[float, float, str]:
    """Seconds of processor time to plan and to set one sheet, and what it says of itself."""
    from deckbuild import files
    from deckbuild.exporters.base import Stamp
    from deckbuild.exporters.pdf import export
    from deckbuild.model import figures
    from deckbuild.plan.sheet import SheetOptions, plan_sheet
    from deckbuild.readers.notes import read_note

    deck = read_note(text, path.name).deck
    pictures, _ = files.load_pictures(figures(deck), path, path.parent)
    started = time.process_time()
    plan = plan_sheet(deck, pictures, SheetOptions(pages=pages))
    planned = time.process_time()
    made = export(plan, pictures, Stamp(0))
    size = next((d.message for d in made.diagnostics if d.code == "sheet-size"), "failed")
    left = sum(d.code == "sheet-left-off" for d in made.diagnostics)
    atoms = sum(len(section.atoms) for section in plan.sections)
    said = f"{atoms} atoms, {size}" + (f", of {left} sections something left off" if left else "")
    return planned - started, time.process_time() - planned, said


def long_note(atoms: int) -> str:
    """A note of about so many atoms: items, paragraphs and some code, in sections of twenty-five."""
    chance = Random(atoms)
    words = [
        "layer",
        "image",
        "container",
        "kernel",
        "process",
        "memory",
        "network",
        "volume",
        "port",
        "registry",
        "tag",
        "build",
        "run",
        "stop",
    ]

    def sentence() -> str:
        return " ".join(chance.choices(words, k=chance.randint(4, 11)))

    blocks = [f"# {atoms} atoms"]
    for i in range(atoms):
        blocks += [f"\n## {i // 25 + 1}. {sentence()[:24]}\n"] if i % 25 == 0 else []
        blocks += [f"\n{sentence()}.\n" if i % 9 == 0 else f"- {sentence()}"]
    return "\n".join(blocks) + "\n"


def measure_sheet(atoms: str, pages: str) -> dict[str, Any]:
    """The first sheet of a process, then the fastest of three more."""
    if atoms == "docker":
        note = ROOT / "notes" / "docker.md"
        runs = [sheet_of(note, note.read_text("utf-8"), int(pages)) for _ in range(4)]
    else:
        runs = [sheet_of(Path("x.md"), long_note(int(atoms)), int(pages)) for _ in range(4 if int(atoms) < 500 else 2)]
    first, *others = (planned + made for planned, made, _ in runs)
    return {"first": first, "again": min(others), "said": runs[0][2]}


def measure_many(folder: str, count: str) -> dict[str, Any]:
    """So many sheets of a folder's notes in one process, for its peak of memory."""
    found = sorted(path for path in Path(folder).rglob("*.md") if not any(p.startswith(".") for p in path.parts))
    for i in range(int(count)):
        path = found[i * max(1, len(found) // int(count)) % len(found)]
        sheet_of(path, path.read_text("utf-8", errors="replace"))
    return {"sheets": int(count)}
