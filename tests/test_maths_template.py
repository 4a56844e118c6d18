"""What the template builds of formulas, in Typst's own words. `pytest --bless` rewrites tests/maths/built.txt."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pdfplumber
import pytest
from msgspec import json

from deckbuild.exporters.pdf.maths import strange, tree_of
from deckbuild.exporters.pdf.typesetter import compiled
from deckbuild.formulas import Refusal
from deckbuild.formulas.picture import MATHS, maths, payload
from deckbuild.formulas.tree import Function, Words

BUILT = Path(__file__).parent / "maths" / "built.txt"
REPR = b"""#import "maths.typ": build
#metadata(json("job.json").map(tree => repr(build(tree)))) <built>
"""


def built(formulas: list[str]) -> list[str]:
    """Each formula as the functions of Typst that set it."""
    import typst

    trees = [payload(tree) for tex in formulas if not isinstance(tree := tree_of(tex), Refusal)]
    assert len(trees) == len(formulas)
    files = {"main.typ": REPR, MATHS: maths(), "job.json": json.encode(trees)}
    found: list[str] = json.decode(typst.query(files, "<built>", field="value", one=True))
    return [_readable(each) for each in found]


def _readable(text: str) -> str:
    """What Typst says of its own values, without what is the same for each sign."""
    text = re.sub(r"\s+", " ", text).replace("( ", "(").replace(", )", ")")
    text = re.sub(r'class\(class: "\w+", body: \[([^\]]+)\]\)', r"\1", text)
    return text.replace(", b: none", "").replace("t: none, ", "").replace("sequence(", "(")


def test_formulas_are_built_as_they_were(bless: bool) -> None:
    formulas = [line for line in BUILT.read_text("utf-8").splitlines() if line and not line.startswith("    ")]
    made = "".join(f"{tex}\n    {text}\n" for tex, text in zip(formulas, built(formulas), strict=True))
    if bless:
        BUILT.write_text(made, "utf-8")
    assert BUILT.read_text("utf-8") == made, f"{BUILT} (if it is better now: pytest --bless)"


HOSTILE = ("#panic()", "*b* @a <l>", "]#set page(width: 1pt)[", "//", '"')


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("command", ["text", "operatorname"])
def test_no_word_of_an_author_is_markup(command: str, words: str) -> None:
    tree = Words(words) if command == "text" else Function(words)
    main = b'#import "maths.typ": build\n#set document(title: "t")\n#math.equation(alt: "a", build(json("j.json")))'
    files = {"main.typ": main, MATHS: maths(), "j.json": json.encode(payload(tree))}
    with pdfplumber.open(io.BytesIO(compiled(files, None))) as pdf:
        assert "".join(char["text"] for char in pdf.pages[0].chars).replace(" ", "") == words.replace(" ", "")


def test_a_sign_that_no_font_has_is_found() -> None:
    tree = tree_of("x + 1")
    assert not isinstance(tree, Refusal)
    assert strange(tree) == ""
    assert isinstance(tree_of(r"\text{😀}"), Refusal)
