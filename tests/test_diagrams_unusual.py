"""Stacks, strings and boxes as hardly anybody writes them: drawn as they say, or refused in words, and never a crash."""

from __future__ import annotations

import pytest

from deckbuild.diagrams import boxes, lettering
from deckbuild.diagrams.narrow import narrowed
from deckbuild.diagrams.scene import Scene
from deckbuild.diagrams.sources import draw
from deckbuild.model import Place
from deckbuild.readers.notes import read_note

PLACE = Place("a.md", 1)


def scene(source: str, kind: str) -> Scene:
    found = draw(source, kind, PLACE).scene
    assert found is not None
    return found


@pytest.mark.parametrize("kind", ["stack", "anatomy"])
@pytest.mark.parametrize("escape", ["\\0", "\\x08", "\\uFFFE", "\\uD800", "\\UFFFFFFFF"])
def test_an_escape_that_stands_for_no_letter_is_refused(kind: str, escape: str) -> None:
    found = draw(f'- "a{escape}b"\n', kind, PLACE)
    assert (found.scene, [each.code for each in found.diagnostics]) == (None, ["diagram-syntax"])


@pytest.mark.parametrize(
    ("kind", "source"),
    [
        ("stack", "- [web, web]\n- web/2\n- [cc, long label of words]\n"),
        ("stack", "- {title: a, layers: [b/c d, x]}\n- {title: a/b, layers: [c d, long label of words]}\n"),
        ("anatomy", "- [a, x]\n- [bbbb, x]\n- [cc, x/2]\n- [long.name.org.example.with.words, y]\n"),
    ],
)
def test_things_keep_their_words_though_their_names_look_alike(kind: str, source: str) -> None:
    before = scene(source, kind)
    after = narrowed(before, 100.0)
    assert after
    assert [node.label for node in after.nodes] == [node.label for node in before.nodes]
    assert [span.label.plain for span in after.spans] == [span.label.plain for span in before.spans]
    assert len({node.id for node in before.nodes}) == len(before.nodes)


def test_each_of_many_words_beside_a_layer_is_measured_a_few_times_only(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []
    measure = lettering.width
    monkeypatch.setattr(lettering, "width", lambda text, *a, **k: measured.append(text) or measure(text, *a, **k))
    assert len(lettering.wrap("word more " * 300, 16.0, 16_800.0)) == 2
    assert len(measured) <= 4 * 600


@pytest.mark.parametrize("box", ["[a, [x], 1, 2, 30, 40]", "[a, 1, 2, 0.001, 40]", "[a, nan, 2, 3, 4]"])
def test_a_box_that_hides_nothing_is_said(box: str) -> None:
    found, said = boxes.parse(f"- {box}\n", PLACE)
    assert (found, [each.code for each in said]) == ((), ["diagram-shape"])


@pytest.mark.parametrize("lang", ["mermaid", "stack", "anatomy"])
@pytest.mark.parametrize("body", ["", "\n", "  \n"])
def test_an_empty_fence_is_said_at_its_line(lang: str, body: str) -> None:
    said = read_note(f"# T\n\n```{lang}\n{body}```\n", "a.md").diagnostics
    assert [(each.place, each.code) for each in said] == [(Place("a.md", 3), "diagram-empty")]


def test_an_empty_fence_of_code_is_nothing_to_be_said() -> None:
    assert not read_note("# T\n\n```\n```\n\n```python\n```\n", "a.md").diagnostics
