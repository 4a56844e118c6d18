"""LibreOffice and openxml-audit on decks whose points appear one by one."""

import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pptx import export
from deckbuild.model import Deck
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.builds import build_steps
from deckbuild.plan.slides.page import Shape

from .conftest import need
from .hostile_decks import DECKS, PICTURES

pytestmark = pytest.mark.real
ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
ANIM, DRAW, PRESENTATION, TEXT = (ODF % name for name in ("animation", "drawing", "presentation", "text"))
SMIL, XML = ODF % "smil-compatible", "{http://www.w3.org/XML/1998/namespace}"


def written(plan: SlidePlan, folder: Path) -> Path:
    path = folder / "built.pptx"
    path.write_bytes(export(plan, PICTURES, Stamp(0), build=True).data)
    return path


@pytest.mark.parametrize("name", sorted(DECKS))
def test_the_schema_and_its_rules_hold(name: str, tmp_path: Path) -> None:
    import openxml_audit

    assert openxml_audit.validate_pptx(written(plan_slides(DECKS[name], PICTURES), tmp_path)).errors == []


def read_back(path: Path) -> list[etree._Element]:
    """The slides as LibreOffice understands them."""
    soffice = need("soffice")
    profile = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [soffice, profile, "--headless", "--convert-to", "odp", "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    with zipfile.ZipFile(path.with_suffix(".odp")) as package:
        return list(etree.fromstring(package.read("content.xml")).iter(f"{DRAW}page"))


def clicks(page: etree._Element) -> list[list[str]]:
    """For each click the letters of what appears, nothing for what has none."""
    targets = {each.get(f"{XML}id") or each.get(f"{DRAW}id"): each for each in page.iter()}
    found = []
    for click in page.iter(f"{ANIM}par"):
        if click.get(f"{SMIL}begin") == "next":
            named = [change.get(f"{SMIL}targetElement") for change in click.iter(f"{ANIM}set")]
            found.append(["".join("".join(targets[name].itertext()).split()) for name in named])
    return found


def test_libreoffice_reads_the_steps_of_each_slide(docker: Deck, tmp_path: Path) -> None:
    plan = plan_slides(docker, {})
    for page, read in zip(plan.pages, read_back(written(plan, tmp_path)), strict=True):
        steps = build_steps(page)
        found = clicks(read)
        assert [len(step) for step in found] == [len(step) for step in steps], page.key
        for step, texts in zip(steps, found, strict=True):
            for target, text in zip(step, texts, strict=True):
                box = page.boxes[target.box]
                if isinstance(box, Shape) and target.para >= 0:
                    assert text == "".join("".join(s.text for s in box.paras[target.para].spans).split())
