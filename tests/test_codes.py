"""The registry of codes against the source, the documentation, and what a user gets who does as its examples say."""

from __future__ import annotations

import ast
import os
import re
import shlex
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest

from deckbuild.cli import main
from deckbuild.codes import AREAS, CODES, unknown
from deckbuild.codes.entry import Code
from deckbuild.codes.reference import page, table
from deckbuild.diagnostics import Problem, Severity, error
from deckbuild.exporters.pptx.refusing import OLE
from deckbuild.model import Place

from .conftest import ROOT
from .foreign_rules import on_photo, small
from .foreign_templates import odd

PACKAGE = ROOT / "src" / "deckbuild"
LEVELS = {"info": Severity.INFO, "warning": Severity.WARNING, "error": Severity.ERROR}
NOTE = "# Docker\n\nIt runs containers.\n"
RULE = f"+{'+'.join(['-' * 66] * 2)}+"
PRINTED = "\n".join([RULE, f"|{'|'.join([' ' * 66] * 2)}|", RULE])
SAID = re.compile(r"\b(?:info|warning|error)\s*\(")
"""Where a module may raise something: only these are parsed."""
TABLE = re.compile(r"(?<=<!-- codes -->\n\n).*?(?=<!-- /codes -->)", re.DOTALL)
BLESS = "python -m pytest tests/test_codes.py --bless"


# what the source raises


def raised(tree: ast.AST) -> Iterator[tuple[int, Severity, str | None]]:
    """Each call of `info`, `warning` and `error` in a module: line, level, and its code where that is a literal."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            keyword = next((word.value for word in node.keywords if word.arg == "code"), None)
            code = node.args[1] if len(node.args) > 1 else keyword
            if name in LEVELS and code is not None:
                yield node.lineno, LEVELS[name], str(code.value) if isinstance(code, ast.Constant) else None


@cache
def found() -> list[tuple[str, Severity, str | None]]:
    """The same of all modules, each with its place."""
    return [
        (f"{path.relative_to(PACKAGE).as_posix()}:{line}", level, code)
        for path in sorted(PACKAGE.rglob("*.py"))
        if SAID.search(text := path.read_text("utf-8"))
        for line, level, code in raised(ast.parse(text))
    ]


def test_every_code_is_a_literal_so_that_it_can_be_found() -> None:
    assert not [where for where, _, code in found() if code is None]


def test_every_code_that_is_raised_is_registered() -> None:
    missing = [(where, code) for where, _, code in found() if code and code not in CODES]
    assert not missing, f"enter them in deckbuild/codes, in the file of their area, then run: {BLESS}"


def test_every_registered_code_is_raised_somewhere() -> None:
    assert not set(CODES) - {code for _, _, code in found()}


def test_the_registry_knows_each_level_that_a_code_is_raised_at() -> None:
    levels = {name: {level for _, level, code in found() if code == name} for name in CODES}
    assert {name: set(code.levels) for name, code in CODES.items()} == levels


def test_a_call_with_a_computed_code_does_not_escape_the_search() -> None:
    tree = ast.parse("d.warning(place, name, 'x')\nerror(place, code='a-b', message='y')\nlog.info('z')\n")
    assert [(line, code) for line, _, code in raised(tree)] == [(1, None), (2, "a-b")]


# what the registry says


def test_no_code_stands_twice() -> None:
    assert len(CODES) == sum(map(len, AREAS.values()))


@pytest.mark.parametrize("area", AREAS)
def test_the_codes_of_an_area_are_in_order(area: str) -> None:
    names = [code.name for code in AREAS[area]]
    assert names == sorted(names)


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_an_entry_is_written_in_sentences(code: Code) -> None:
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)
    assert code.meaning[0].isupper() or code.meaning[0] in "'`" or code.meaning.startswith(("deckbuild", "SOURCE"))
    assert code.meaning.endswith(".")
    assert ". " not in code.meaning
    assert code.remedy[0].isupper()
    assert code.says.endswith(f"[{code.name}]")
    assert code.source or code.where, "an example needs something to show"


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("figure-mising", "unknown code 'figure-mising'; did you mean 'figure-missing'?"),
        ("FIGURE-MISSING", "unknown code 'FIGURE-MISSING'; did you mean 'figure-missing'?"),
        ("zzz", "unknown code 'zzz'; 'deckbuild explain' lists them all"),
    ],
)
def test_a_code_that_there_is_none_of_is_guessed(typed: str, answer: str) -> None:
    assert unknown(typed) == answer


# what the documentation says


def test_the_reference_has_every_code(bless: bool) -> None:
    path = ROOT / "docs" / "diagnostics.md"
    if bless:
        path.write_text(page(), "utf-8")
    assert path.read_text("utf-8") == page(), BLESS


def test_the_readme_has_a_row_for_every_code(bless: bool) -> None:
    path = ROOT / "README.md"
    text = path.read_text("utf-8")
    if bless:
        text = TABLE.sub(lambda _: f"{table()}\n", text)
        path.write_text(text, "utf-8")
    assert TABLE.findall(text) == [f"{table()}\n"], BLESS


# what comes of the examples

Stage = Callable[[pytest.MonkeyPatch], None]


def write(path: str, text: str | bytes) -> Stage:
    """A file that stands beside what the example shows, or is too long to be shown."""
    data = text if isinstance(text, bytes) else text.encode()

    def written(monkeypatch: pytest.MonkeyPatch) -> None:
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_bytes(data)

    return written


def fail(where: str, fault: Exception) -> Stage:
    """Something in the machinery breaks."""

    def broken(*_: object, **__: object) -> NoReturn:
        raise fault

    return lambda monkeypatch: monkeypatch.setattr(where, broken)


def refuse(method: str) -> Stage:
    from deckbuild.exporters.pdf.typesetter import Refused, Typesetter

    real = Typesetter.draw

    def draw(self: Typesetter, layout: object, standard: str = "ua-1") -> bytes:
        if standard:
            raise Refused("out of memory")
        return real(self, layout, standard)  # type: ignore[arg-type]

    if method == "draw":
        return lambda monkeypatch: monkeypatch.setattr(Typesetter, "draw", draw)
    return fail("deckbuild.exporters.pdf.typesetter.Typesetter.measure", Refused("out of memory"))


def linked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A link that leads to itself."""
    Path("notes/a.md").unlink()
    Path("notes/a.md").symlink_to("a.md")


def pictures(*paths: str) -> Stage:
    """Real pictures on disk."""
    from PIL import Image

    def drawn(monkeypatch: pytest.MonkeyPatch) -> None:
        for path in paths:
            Path(path).parent.mkdir(exist_ok=True)
            Image.new("RGB", (40, 30)).save(path)

    return drawn


def with_boxes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture, and its boxes in a file of another name."""
    pictures("notes/cell.png")(monkeypatch)
    write("notes/cell.boxes.yml", "- [nucleus, 10, 20, 30, 40]\n")(monkeypatch)


def no_pdf(output: str, *standards: str) -> Stage:
    """A typesetter that refuses a handout, or only (`standards`) one that is to conform to these."""
    from deckbuild.exporters.pdf.typesetter import Refused

    def refused(files: object, stamp: object, standard: str = "ua-1") -> bytes:
        if standards and standard not in standards:
            return b"%PDF"
        raise Refused("out of memory")

    return lambda monkeypatch: monkeypatch.setattr(f"deckbuild.exporters.pdf.{output}.compiled", refused)


def svg(inside: str) -> Stage:
    """A drawing on disk."""
    return write("notes/layers.svg", f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20">{inside}</svg>')


def moving(monkeypatch: pytest.MonkeyPatch) -> None:
    """A picture that moves, and how much may move."""
    from PIL import Image

    frames = [Image.new("RGB", (40, 30), (red, 0, 0)) for red in (0, 90, 180)]
    frames[0].save("notes/layers.webp", save_all=True, append_images=frames[1:])
    monkeypatch.setattr("deckbuild.images.reading.MOST_MOVING", 2000)


def unconvertible(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures("notes/layers.png")(monkeypatch)
    monkeypatch.setattr("deckbuild.exporters.pptx.prepared", lambda picture: None)


def of_a_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """A kind of diagram that no file can have: said as the command line would."""
    from deckbuild.cli.printing import say
    from deckbuild.diagrams.sources import draw

    say(str(draw("a", "stak", Place("a diagram")).diagnostics[0]))


def forgetful(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that drops a passage. (Ours should not, so that no note can show it.)"""
    from deckbuild.accounting import Account, Missing

    lost = Account("notes/a.md", 6, 3, (Missing(3, "read only layers"),))
    monkeypatch.setattr("deckbuild.build.account", lambda text, deck: lost)


def two_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    """A lock with two cards, and a note that has one between them."""
    said = "a set of files that is read only and shared by all of the containers on a host at"
    Path("notes/a.md").write_text(f"# D\n\n## A\n\n- layer : {said} run\n\n## B\n\n- layer : {said} build\n", "utf-8")
    main(["anki", "-q"])
    Path("notes/a.md").write_text(f"# D\n\n## C\n\n- layer : {said} start\n", "utf-8")


def misnamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note whose name is a byte that is no UTF-8."""
    try:
        os.rename(b"notes/a.md", b"notes/\xff.md")
    except OSError:
        pytest.skip("this file system takes names in UTF-8 alone")


def retitled(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note that gets another title after its first build."""
    Path("notes/a.md").write_text("# Docker\n\n- layer : a set of files that is read only\n", "utf-8")
    main(["anki", "-q"])
    Path("notes/a.md").write_text("# Containers\n\n- layer : a set of files that is read only\n", "utf-8")


def renamed(monkeypatch: pytest.MonkeyPatch) -> None:
    """A note whose file gets another name after its first build."""
    main(["anki", "-q"])
    Path("notes/a.md").rename("notes/b.md")


def without_lock(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Path("notes/a.md").read_text("utf-8")
    Path("notes/a.md").write_text(note.replace("layer :", "layers :"), "utf-8")
    main(["anki", "-q"])
    Path("deckbuild.lock").unlink()
    Path("notes/a.md").write_text(note, "utf-8")


def deleted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two notes, one of which goes."""
    Path("notes/b.md").write_text("# Git\n\n- commit : a state of all files with its parents\n", "utf-8")
    main(["anki", "-q"])
    Path("notes/b.md").unlink()


def with_room(monkeypatch: pytest.MonkeyPatch) -> None:
    note = Path("notes/a.md").read_text("utf-8")
    Path("notes/a.md").write_text(note.replace("budget: 1", "budget: 0"), "utf-8")
    main(["anki", "-q"])
    Path("notes/a.md").write_text(note, "utf-8")


def on_template(name: str, made: Callable[[], bytes]) -> Stage:
    """Slides on a template of one's own."""

    def built(monkeypatch: pytest.MonkeyPatch) -> None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_bytes(made())
        main(["slides", "--template", name, "notes/a.md"])

    return built


def blank() -> bytes:
    """A template with the layout 'Blank' alone."""
    from io import BytesIO

    from pptx import Presentation

    deck = Presentation()
    for layout in [each for each in deck.slide_layouts if each.name != "Blank"]:
        deck.slide_layouts.remove(layout)
    out = BytesIO()
    deck.save(out)
    return out.getvalue()


def edited_with_a_long_name(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("notes/{}.md", "output/{}.concepts.yaml"):
        write(name.format("a" * 240), NOTE)(monkeypatch)


STAGED: dict[str, Stage] = {
    "bad-date": lambda monkeypatch: monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday"),
    "diagram-engine": fail("mermaid_render.renderer.render", RuntimeError("out of memory")),
    "diagram-kind": of_a_library,
    "diagram-name": with_boxes,
    "diagram-second": write("notes/a.mmd", "flowchart LR\na --> b\n"),
    "card-cut": write("notes/a.md", f"# Docker\n\n## A\n\nQ: Why?\nA: {'many words about it, ' * 160}\n"),
    "handout-failed": no_pdf("handout"),
    "handout-not-accessible": no_pdf("handout", "ua-1"),
    "paper-failed": no_pdf("paper"),
    "paper-not-accessible": no_pdf("paper", "ua-1"),
    "figure-still": moving,
    "html-too-deep": write("notes/a.md", "# Docker\n\n" + "<blockquote>" * 50 + "layer" + "\n"),
    "image-ambiguous": pictures("notes/b/layers.png", "notes/c/layers.png"),
    "image-case": pictures("notes/layers.png"),
    "inline-too-intricate": write("notes/a.md", "# Docker\n\n" + "*a" * 4000 + "\n"),
    "internal-error": fail("deckbuild.loading.check", ZeroDivisionError()),
    "card-doubt": two_alike,
    "card-taken-out": with_room,
    "deck-name-kept": retitled,
    "deck-shared": write("notes/b.md", "# Docker\n\n- volume : a folder that outlives its container\n"),
    "file-name": misnamed,
    "note-gone": deleted,
    "note-twice": write(
        "notes/b.concepts.yaml",
        "format: deckbuild/1\nsource: notes/a.md\ndeck: D\nbody:\n  - point: a layer is read only\n",
    ),
    "lock-lines-missing": write("deckbuild.lock", "# deckbuild.lock 2\n# end\n"),
    "lock-outdated": write("deckbuild.lock", "# deckbuild.lock 2\n# end\n"),
    "lock-unwritten": fail(
        "deckbuild.decks.files.write",
        Problem(error(Place("deckbuild.lock"), "not-written", "it cannot be written: no space")),
    ),
    "model-preferred": write("notes/a.md", NOTE),
    "no-permission": fail("pathlib.Path.read_bytes", PermissionError(13, "Permission denied")),
    "not-utf8": write("notes/a.md", "# 도커".encode("euc-kr")),
    "output-collision": write("notes/a.markdown", NOTE),
    "package-unknown": without_lock,
    "picture-unreadable": unconvertible,
    "sheet-failed": refuse("measure"),
    "sheet-left-off": write("notes/a.md", "# Docker\n\n## Layers\n\n" + f"- {'a layer is read only ' * 12}\n" * 400),
    "sheet-not-accessible": refuse("draw"),
    "slide-wraps": write("notes/a.md", f"# Docker\n\n## Layers\n\n```\n{PRINTED}\n```\n"),
    "svg-html": svg("<foreignObject><p>read only</p></foreignObject>"),
    "svg-letters": svg("<text>ⵣ</text>"),
    "svg-outside": svg('<image href="https://example.org/disk.png"/>'),
    "output-outlived": renamed,
    "output-edited": write("output/a.pptx", "mine"),
    "output-not-kept": edited_with_a_long_name,
    "title-cut": write("notes/a.md", f"# Docker\n\n## {'layers ' * 400}\n\nThey are read only.\n"),
    "template-ground": on_template("uni.potx", on_photo),
    "template-is-output": on_template("output/a.pptx", odd),
    "template-layout": on_template("uni.potx", odd),
    "template-room": on_template("uni.potx", small),
    "template-unreadable": on_template("uni.pot", lambda: OLE + "PowerPoint Document".encode("utf-16-le")),
    "template-unusable": on_template("uni.potx", blank),
    "text-lost": forgetful,
    "too-deep": write("notes/a.md", "# Docker\n\n" + "".join(f"{'  ' * n}- layer\n" for n in range(300))),
    "unreadable": linked,
}
"""What a test does for an example that its text alone cannot give."""


@pytest.mark.parametrize("code", CODES.values(), ids=CODES)
def test_an_example_gives_what_the_registry_says(
    code: Code, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("notes").mkdir()
    if "/" not in code.file:
        Path("notes/a.md").write_text(NOTE, "utf-8")
    Path(code.file).write_text(code.source or NOTE, "utf-8")
    if stage := STAGED.get(code.name):
        stage(monkeypatch)
    if code.call:
        main(shlex.split(code.call))
    said = re.sub(r"\w+\.py:\d+", "build.py:42", capsys.readouterr().err)
    lines = [line for line in said.splitlines() if line.endswith(f"[{code.name}]")]
    wanted = re.compile(re.escape(code.says).replace("…", ".*"))
    assert any(map(wanted.fullmatch, lines)), said


def test_nothing_is_staged_for_a_code_that_there_is_none_of() -> None:
    assert not set(STAGED) - set(CODES)
