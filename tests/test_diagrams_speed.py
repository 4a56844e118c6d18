"""What diagrams cost a note that has none: it does not load the engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

BUILD = """
import sys
from pathlib import Path
from deckbuild.build import build

build(["a.md"], None, ["anki", "slides", "sheet"], Path(sys.argv[1]))
print("mermaid_render" in sys.modules)
"""


def said(program: str, argument: Path) -> str:
    done = subprocess.run([sys.executable, "-c", program, argument], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.real
@pytest.mark.parametrize(("fence", "loaded"), [("", "False"), ("```mermaid\nflowchart LR\n a --> b\n```\n", "True")])
def test_a_note_without_diagrams_does_not_load_the_engine(fence: str, loaded: str, tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# T\n\n## A\n\n- one\n- two\n\n{fence}", "utf-8")
    assert said(BUILD, tmp_path) == loaded
