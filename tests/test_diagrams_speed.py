"""What diagrams cost: a note without any does not load the engine, and all its types are drawn in one start of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

GALLERY = Path(__file__).parent / "gallery" / "note.md"
MOST = 1.5
"""Seconds of the processor for the 14 types of the gallery, with the start of the engine."""
BUILD = """
import sys
from pathlib import Path
from deckbuild.build import build

build(["a.md"], None, ["anki", "slides", "sheet"], Path(sys.argv[1]))
print("mermaid_render" in sys.modules)
"""
DRAW = """
import sys, time
from pathlib import Path
from deckbuild.drawing import drawn_fences
from deckbuild.pictured import diagrams
from deckbuild.readers.notes import read_note

deck = read_note(Path(sys.argv[1]).read_text("utf-8"), "a.md").deck
found = [each for each in diagrams(deck) if each.lang == "mermaid"]
start = time.process_time()
assert len(drawn_fences(found, "a.md")[0]) == 14
print(time.process_time() - start)
"""


def said(program: str, argument: Path) -> str:
    done = subprocess.run([sys.executable, "-c", program, argument], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize(("fence", "loaded"), [("", "False"), ("```mermaid\nflowchart LR\n a --> b\n```\n", "True")])
def test_a_note_without_diagrams_does_not_load_the_engine(fence: str, loaded: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# T\n\n## A\n\n- one\n- two\n\n{fence}", "utf-8")
    assert said(BUILD, tmp_path) == loaded


@pytest.mark.real
def test_fourteen_types_are_drawn_in_a_second_and_a_half() -> None:
    assert min(float(said(DRAW, GALLERY)) for _ in range(3)) <= MOST
