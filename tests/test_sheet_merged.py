"""One sheet of many notes, and the glossary of what they define."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from deckbuild.assets import Picture as Asset
from deckbuild.cli import main
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.pdf.payload import payload
from deckbuild.model import Concept, Deck, Labelled, List, RichText
from deckbuild.pictured import diagrams, source_of
from deckbuild.plan.sheet.merged import Note, initial, plan_glossary, plan_merged
from deckbuild.plan.sheet.shapes import Picture, Row, SheetPlan, plain
from deckbuild.readers.notes import read_note
from tests.sheet_measure import faults, sheets

ALPHA = "# Alpha\n\n## 1. Kernel\n\nthe core of a system\n\n- Zombie : a process that has ended\n- Fork : a copy of a process\n"
BETA = "# Beta\n\n## Notes\n\n- fork : what has tines\n- 프로세스 : 실행 중인 프로그램\n\n![pic](p.png)\n"


def deck(text: str, name: str) -> Deck:
    return read_note(text, name).deck


def notes() -> list[Note]:
    return [Note(deck(ALPHA, "a.md")), Note(deck(BETA, "b.md"), {"p.png"})]


def rows(plan: SheetPlan) -> dict[str, str]:
    return {plain(a.cells[0]): plain(a.cells[1]) for s in plan.sections for a in s.atoms if isinstance(a, Row)}


def test_each_note_is_a_section_with_a_colour_of_its_own():
    plan = plan_merged(notes(), "os")
    assert [(plain(section.title), section.hue) for section in plan.sections] == [("Alpha", 0), ("Beta", 1)]
    assert plan.title == "os"


def test_a_picture_is_that_of_its_own_note():
    both = [Note(deck(BETA, "a/b.md"), {"p.png"}), Note(deck(BETA, "b/b.md"), {"p.png"})]
    found = [a for s in plan_merged(both, "os").sections for a in s.atoms if isinstance(a, Picture)]
    assert [(picture.src, picture.missing) for picture in found] == [("0:p.png", False), ("1:p.png", False)]


def test_a_diagram_in_a_note_is_a_picture_as_on_a_sheet_of_its_own():
    drawn = deck("# A\n\n## One\n\n```mermaid\nflowchart LR\n  A --> B\n```\n", "a.md")
    src = source_of(next(diagrams(drawn)))
    atoms = plan_merged([Note(drawn, {src})], "os").sections[0].atoms
    assert [(a.src, a.missing) for a in atoms if isinstance(a, Picture)] == [(f"0:{src}", False)]


def test_two_notes_show_their_own_picture_of_one_name():
    plan = plan_merged([Note(deck(BETA, name), {"p.png"}) for name in ("a/b.md", "b/b.md")], "os")
    both = {f"{i}:p.png": picture_of(size) for i, size in enumerate([(300, 200), (200, 300)])}
    atoms = json.loads(payload(plan, both, Stamp(0)).files["data.json"])["atoms"]
    assert [a["ways"][0]["aspect"] for a in atoms if a["kind"] == "picture"] == [1.5, 0.66667]


def picture_of(size: tuple[int, int]) -> Asset:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, "png")
    return Asset("p.png", "p.png", out.getvalue(), *size, "png")


def test_lists_of_two_notes_are_not_taken_for_one():
    tables = [a.table for s in plan_merged(notes(), "os").sections for a in s.atoms if isinstance(a, Row)]
    assert len(set(tables)) == 2


def test_terms_are_sorted_under_their_initials():
    plan = plan_glossary(notes(), "os")
    assert [plain(section.title) for section in plan.sections] == ["F", "K", "Z", "ㅍ"]
    assert [plain(section.atoms[0].cells[0]) for section in plan.sections] == [
        "Fork",
        "Kernel",
        "Zombie",
        "프로세스",
    ]  # type: ignore[union-attr]


def glossary_of(terms: Sequence[str]) -> SheetPlan:
    items = tuple(Labelled(RichText.of(term), RichText.of("a thing")) for term in terms)
    concepts = (Concept("s", RichText.of("S"), body=(List(items),)),)
    return plan_glossary([Note(Deck("n.md", "n", RichText.of("N"), concepts=concepts))], "os")


def test_many_letters_with_hardly_a_term_each_share_cards():
    plan = glossary_of([*(f"{letter}x" for letter in "abcdefgh"), "가방", "문"])
    assert [plain(section.title) for section in plan.sections] == ["A – H", "ㄱ", "ㅁ"]
    assert [len(section.atoms) for section in plan.sections] == [8, 1, 1]


def test_letters_with_several_terms_have_cards_of_their_own():
    plan = glossary_of([f"{letter}{other}" for letter in "abcdefgh" for other in "xyz"])
    assert [plain(section.title) for section in plan.sections] == list("ABCDEFGH")


def test_a_term_of_two_notes_stands_once_with_both_meanings_and_sections():
    assert rows(plan_glossary(notes(), "os"))["Fork"] == "a copy of a process [Alpha 1] · what has tines [Beta › Notes]"


def test_what_is_struck_out_is_in_no_glossary():
    text = (
        "# A\n\n## S\n\n- Fork : ~~a spoon~~\n- ~~Knife~~ : what cuts\n- Zombie : a process ~~in bed~~ that has ended\n"
    )
    struck = "# B\n\n## ~~Kernel~~\n\nthe core of a system\n"
    found = plan_glossary([Note(deck(text, "a.md")), Note(deck(struck, "b.md"))], "os")
    assert rows(found) == {"Zombie": "a process that has ended [A › S]"}


def test_a_meaning_that_two_notes_give_alike_stands_once():
    twice = [Note(deck(ALPHA, "a.md")), Note(deck(ALPHA.replace("# Alpha", "# Other"), "b.md"))]
    assert rows(plan_glossary(twice, "os"))["Zombie"] == "a process that has ended [Alpha 1, Other 1]"


@pytest.mark.parametrize(
    ("term", "letter"),
    [
        ("kernel", "K"),
        ("Élan", "E"),
        ("각", "ㄱ"),
        ("까치", "ㄱ"),
        ("힙", "ㅎ"),
        ("森", "森"),
        ("かな", "か"),
        ("2-3 tree", "#"),
        ("", "#"),
    ],
)
def test_a_term_stands_under_its_first_letter(term: str, letter: str):
    assert initial(term) == letter


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "os" / "deep").mkdir(parents=True)
    (tmp_path / "os" / "a.md").write_text(ALPHA, "utf-8")
    (tmp_path / "os" / "deep" / "b.md").write_text(BETA, "utf-8")
    out = io.BytesIO()
    Image.new("RGB", (300, 200), "navy").save(out, "png")
    (tmp_path / "os" / "deep" / "p.png").write_bytes(out.getvalue())
    monkeypatch.chdir(tmp_path)
    return tmp_path


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(page.get_textpage().get_text_bounded() for page in pdf)


def test_a_folder_becomes_one_sheet_that_bears_its_name(project: Path):
    assert main(["sheet", "os", "--merge", "--strict"]) == 0
    assert [path.name for path in (project / "output").iterdir()] == ["os.pdf"]
    made = (project / "output" / "os.pdf").read_bytes()
    assert all(word in text_of(project / "output" / "os.pdf") for word in ("Alpha", "Beta", "Zombie", "프로세스"))
    assert len(sheets(made)[0].images) == 1
    assert list(faults(sheets(made))) == []


def test_one_note_has_no_say_in_the_paper_of_all(project: Path):
    (project / "os" / "0.md").write_text("---\nsheet:\n  paper: letter\n---\n# Zero\n\n- one\n", "utf-8")
    assert main(["sheet", "os", "--merge"]) == 0
    with pikepdf.open(project / "output" / "os.pdf") as pdf:
        assert round(float(pdf.pages[0].MediaBox[2])) == 842


def test_a_folder_becomes_a_glossary(project: Path):
    assert main(["sheet", "os", "--kind", "glossary", "--paper", "letter"]) == 0
    assert [path.name for path in (project / "output").iterdir()] == ["glossary.pdf"]
    with pikepdf.open(project / "output" / "glossary.pdf") as pdf, pdf.open_metadata() as meta:
        assert meta["pdfuaid:part"] == "1"
        assert round(float(pdf.pages[0].MediaBox[2])) == 792
    assert "[Alpha 1]" in " ".join(text_of(project / "output" / "glossary.pdf").split())


@pytest.mark.real
def test_pages_are_the_calls_and_else_as_many_as_needed(project: Path):
    for i in range(30):
        items = "\n".join(f"- item {i} {j} of a long list of things that are to be known" for j in range(30))
        (project / "os" / f"n{i:02d}.md").write_text(f"# Note {i}\n\n## A\n\n{items}\n", "utf-8")
    assert main(["sheet", "os", "--merge", "--strict", "-q"]) in (0, 1)
    with pikepdf.open(project / "output" / "os.pdf") as pdf:
        assert len(pdf.pages) > 2
    assert main(["sheet", "os", "--merge", "--pages", "2", "-q"]) == 0
    with pikepdf.open(project / "output" / "os.pdf") as pdf:
        assert len(pdf.pages) == 2


def test_notes_without_terms_give_no_glossary_and_a_word_about_it(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "plain").mkdir()
    (project / "plain" / "x.md").write_text("# X\n\n- one\n- two\n", "utf-8")
    assert main(["sheet", "plain", "--kind", "glossary"]) == 0
    assert not (project / "output").exists()
    assert "[glossary-empty]" in capsys.readouterr().err


def test_a_note_of_the_folders_name_is_not_overwritten(project: Path, capsys: pytest.CaptureFixture[str]):
    (project / "os" / "os.md").write_text(ALPHA, "utf-8")
    assert main(["sheet", "os", "--merge"]) == 1
    assert "[output-collision]" in capsys.readouterr().err
