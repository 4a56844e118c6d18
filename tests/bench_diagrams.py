"""How long diagrams take to draw from a cold start; a part of `tests.bench`.

Each is a process of its own, beside the least that any diagram takes in the same minute: the same Python with the
engine, which draws two boxes and nothing of ours.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GALLERY = ROOT / "tests" / "gallery" / "note.md"
LEAST = """
from mermaid_render.renderer import render

render("flowchart LR\\n a --> b")
"""
TYPES = """
import sys
from pathlib import Path
from deckbuild.drawing import drawn_fences
from deckbuild.pictured import diagrams
from deckbuild.readers.notes import read_note

deck = read_note(Path(sys.argv[1]).read_text("utf-8"), "a.md").deck
found = [each for each in diagrams(deck) if each.lang == "mermaid"]
assert len(drawn_fences(found, "a.md")[0]) == 14
"""
OURS = """
import sys
from pathlib import Path
from deckbuild.diagrams.sources import SUFFIXES, draw, render_png
from deckbuild.model import Place

for path in map(Path, sys.argv[1:]):
    kind = next(kind for suffix, kind in SUFFIXES.items() if path.name.endswith(suffix))
    render_png(draw(path.read_text("utf-8"), kind, Place(path.name)).scene)
"""


def our_sources() -> list[Path]:
    """The sources beside the pictures of our own note."""
    from deckbuild.diagrams.sources import SUFFIXES

    return sorted(path for path in (ROOT / "notes").iterdir() if path.name.endswith(tuple(SUFFIXES)))


def cold(program: str, arguments: Sequence[Path] = ()) -> float:
    """Seconds of the processor that a process takes, with the start of Python."""
    before = os.times()
    subprocess.run([sys.executable, "-c", program, *map(str, arguments)], check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def measure_diagrams(turns: int) -> list[tuple[float, float, float]]:
    """Turn by turn: the least, the 14 types of the gallery read and drawn, and our own sources made into pictures."""
    sources = our_sources()
    cold(LEAST), cold(TYPES, [GALLERY]), cold(OURS, sources)
    return [(cold(LEAST), cold(TYPES, [GALLERY]), cold(OURS, sources)) for _ in range(turns)]
