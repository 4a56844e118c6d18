"""LibreOffice and openxml-audit on whole decks."""

import re
import subprocess
from pathlib import Path

import pytest

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.model import Deck
from deckbuild.plan.slides import plan_slides

from .conftest import need
from .hostile_decks import DECKS, PICTURES

pytestmark = pytest.mark.real


def written(deck: Deck, folder: Path) -> Path:
    path = folder / f"{deck.name.replace(':', '-')}.pptx"
    path.write_bytes(export(plan_slides(deck, PICTURES), PICTURES, Stamp(0)).data)
    return path


@pytest.mark.parametrize("name", sorted(DECKS))
def test_the_schema_and_its_rules_hold(name: str, tmp_path: Path) -> None:
    import openxml_audit

    assert openxml_audit.validate_pptx(written(DECKS[name], tmp_path)).errors == []


def test_libreoffice_shows_every_slide_with_its_text_on_it(docker: Deck, tmp_path: Path) -> None:
    soffice = need("soffice")
    import pdfplumber

    plan = plan_slides(docker, {})
    path = written(docker, tmp_path)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with pdfplumber.open(path.with_suffix(".pdf")) as pdf:
        assert len(pdf.pages) == len(plan.pages)
        for page, planned in zip(pdf.pages, plan.pages, strict=True):
            letters = re.sub(r"\s", "", page.extract_text())
            assert re.sub(r"\s", "", planned.title_text)[:12] in letters
            assert all(c["x0"] >= 0 and c["x1"] <= float(page.width) for c in page.chars)
            assert all(c["top"] >= 0 and c["bottom"] <= float(page.height) for c in page.chars if c["text"].strip())
