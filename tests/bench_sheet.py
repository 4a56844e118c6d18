"""How long sheets take to set, and how much memory many of them; parts of `tests.bench`."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
ATOMS = ((100, 1), (1000, 8))
"""Atoms of a sheet, and its pages."""


class Took(NamedTuple):
    """Seconds of processor time for one sheet in all and of that within the compiler, the calls of it, and what the sheet says."""

    seconds: float
    compiler: float
    calls: int
    said: str


@contextmanager
def timed_compiler() -> Iterator[list[float]]:
    """The seconds of processor time of each call of the compiler, of those that measure and of the one that draws."""
    import typst

    spent: list[float] = []

    def timed(call: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(call)
        def clocked(*arguments: Any, **options: Any) -> Any:
            started = time.process_time()
            try:
                return call(*arguments, **options)
            finally:
                spent.append(time.process_time() - started)

        return clocked

    real = typst.query, typst.compile
    typst.query, typst.compile = map(timed, real)
    try:
        yield spent
    finally:
        typst.query, typst.compile = real


def sheet_of(path: Path, text: str, pages: int = 1) -> Took:
    """Plan and set one sheet."""
    from deckbuild import files
    from deckbuild.exporters.base import Stamp
    from deckbuild.exporters.pdf import export
    from deckbuild.model import figures
    from deckbuild.plan.sheet import SheetOptions, plan_sheet
    from deckbuild.readers.notes import read_note

    deck = read_note(text, path.name).deck
    pictures, _ = files.load_pictures(figures(deck), path, path.parent)
    with timed_compiler() as spent:
        started = time.process_time()
        plan = plan_sheet(deck, pictures, SheetOptions(pages=pages))
        made = export(plan, pictures, Stamp(0))
        seconds = time.process_time() - started
    size = next((d.message for d in made.diagnostics if d.code == "sheet-size"), "failed")
    left = sum(d.code == "sheet-left-off" for d in made.diagnostics)
    atoms = sum(len(section.atoms) for section in plan.sections)
    said = f"{atoms} atoms, {size}" + (f", of {left} sections something left off" if left else "")
    return Took(seconds, sum(spent), len(spent), said)


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
    first, *others = runs
    again = min(others)
    return {
        "first": first.seconds, "first compiler": first.compiler, "again": again.seconds, "again compiler": again.compiler,
        "calls": first.calls, "said": first.said,
    }  # fmt: skip


def measure_many(folder: str, count: str) -> dict[str, Any]:
    """So many sheets of a folder's notes in one process, for its peak of memory."""
    found = sorted(path for path in Path(folder).rglob("*.md") if not any(p.startswith(".") for p in path.parts))
    for i in range(int(count)):
        path = found[i * max(1, len(found) // int(count)) % len(found)]
        sheet_of(path, path.read_text("utf-8", errors="replace"))
    return {"sheets": int(count)}
