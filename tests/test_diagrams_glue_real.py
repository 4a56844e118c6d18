"""Glued connectors in LibreOffice: at their shapes, and still there when a shape has been moved."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from deckbuild.build import build

if os.environ.get("CI") != "true" and not shutil.which("soffice"):
    pytest.skip("LibreOffice is not installed", allow_module_level=True)

pytestmark = pytest.mark.real

NOTE = "# T\n\n```mermaid\nflowchart LR\n I[이미지] --> A[가]\n I --> B[나]\n I --> C[다]\n```\n"
MOVED = 635_000
"""EMU: 50 points."""


def connectors(deck: Path) -> dict[str, dict[str, str]]:
    """What LibreOffice makes of the connectors, by name."""
    profile = f"-env:UserInstallation={(deck.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "fodp", "--outdir", str(deck.parent), str(deck)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    text = deck.with_suffix(".fodp").read_text("utf-8")
    found = {}
    for tag in re.findall(r"<draw:connector [^>]*start-shape[^>]*>", text):
        attributes = dict(re.findall(r'([\w:-]+)="([^"]*)"', tag))
        found[attributes["draw:name"]] = attributes
    return found


def test_connectors_stay_at_shapes_that_are_moved(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(NOTE, "utf-8")
    (written,) = build(["a.md"], None, ["slides"], tmp_path).written
    before = connectors(written.path)
    assert len(before) == 3
    assert all(each["draw:start-shape"] == "id1" and each["draw:end-shape"] for each in before.values())
    moved = tmp_path / "moved.pptx"
    with zipfile.ZipFile(written.path) as package, zipfile.ZipFile(moved, "w") as changed:
        for name in package.namelist():
            data = package.read(name)
            if b'name="\xea\xb0\x80"' in data:
                head, shape, rest = data.partition(b'name="\xea\xb0\x80"')
                rest = re.sub(rb'<a:off x="(\d+)"', lambda m: b'<a:off x="%d"' % (int(m[1]) + MOVED), rest, count=1)
                data = head + shape + rest
            changed.writestr(name, data)
    after = connectors(moved)
    ends = [(float(before[n]["svg:x2"][:-2]), float(after[n]["svg:x2"][:-2])) for n in before]
    assert sorted(round(b - a, 1) for a, b in ends) == [0.0, 0.0, pytest.approx(MOVED / 360_000, abs=0.1)]
