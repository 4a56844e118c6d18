"""A note gives its best cards where it could give more than anybody wants to learn."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from deckbuild.cli import main
from deckbuild.config import Cards
from deckbuild.plan.cards import CardPlan, plan_cards
from deckbuild.readers.notes import read_note


def plan(text: str, **settings: object) -> CardPlan:
    return plan_cards(read_note(text, "notes/a.md").deck, (), Cards(**settings))  # type: ignore[arg-type]


def labels(count: int, word: str = "part") -> str:
    return "".join(f"- {word} {n} : does what {word} {n} should\n" for n in range(count))


def test_cards_that_no_limit_holds_back_are_said_where_there_are_more_than_the_limits() -> None:
    asked = "".join(f"Q: what is {word}?\nA: a thing\n\n" for word in ("alpha", "beta", "gamma"))
    said = plan(f"# T\n\n## A\n\n{asked}{labels(9)}", budget=2, section=2).diagnostics
    assert "a note gives 2 at most, a section 2 at most, but for the 3 that your marks and voc" in said[0].message
    (few,) = plan(f"# T\n\n## A\n\n{asked}{labels(9)}", budget=9, section=0).diagnostics
    assert few.message.endswith("a note gives 9 at most")


def test_all_cards_are_made_where_there_is_room() -> None:
    found = plan(f"# T\n\n## A\n\n{labels(5)}")
    assert len(found.cards) == 5
    assert not found.diagnostics


def test_a_section_gives_no_more_than_its_share() -> None:
    found = plan(f"# T\n\n## A\n\n{labels(9)}\n## B\n\n{labels(2, 'piece')}", section=4)
    assert Counter(card.key.concept for card in found.cards) == {("A",): 4, ("B",): 2}
    (said,) = found.diagnostics
    assert said.code == "cards-left-out"
    assert said.message == "5 more cards could be made; a note gives 60 at most, a section 4 at most"


def test_sections_take_turns() -> None:
    found = plan(f"# T\n\n## A\n\n{labels(9)}\n## B\n\n{labels(9, 'piece')}", budget=6)
    assert Counter(card.key.concept for card in found.cards) == {("A",): 3, ("B",): 3}


def test_what_is_best_to_know_comes_first_and_the_order_stays_the_note_s() -> None:
    text = "# T\n\n## Box\n\nA `lid` closes every one of the boxes here.\n\n- side : where it is open\n\nWhat is it?\nA thing to put things in.\n"
    assert [card.kind for card in plan(text).cards] == ["cloze", "label", "question"]
    assert [card.kind for card in plan(text, budget=2).cards] == ["label", "question"]
    assert [card.kind for card in plan(text, budget=1).cards] == ["question"]


def test_cards_of_the_author_are_never_left_out() -> None:
    asked = "".join(f"Q: What is thing {n}?\nA: It is the thing called {n}.\n\n" for n in range(8))
    found = plan(f"# T\n\n## A\n\n{asked}{labels(4)}", budget=3, section=2)
    assert [card.kind for card in found.cards] == ["question"] * 8


def test_a_vocabulary_is_wanted_whole() -> None:
    rows = "".join(f"| word{n} | meaning of {n} |\n" for n in range(20))
    assert len(plan(f"# T\n\n| word | meaning |\n|-|-|\n{rows}", budget=5, section=5).cards) == 20


def test_the_items_of_a_list_are_learnt_together_or_not_at_all() -> None:
    steps = "## 설치 순서\n\n1. 내려받는다\n2. 푼다\n3. 옮긴다\n4. 켠다\n"
    assert len(plan(f"# T\n\n{steps}", section=4).cards) == 4
    assert len(plan(f"# T\n\n{steps}", section=3).cards) == 0


def test_kinds_can_be_left_out() -> None:
    text = f"# T\n\n## Box\n\nA `lid` closes every one of the boxes here.\n\n{labels(2)}"
    assert {card.kind for card in plan(text, without=("cloze",)).cards} == {"label"}


def test_reverse_and_typing_can_be_switched_off() -> None:
    text = "# T\n\n## 도커란?\n\n- 컨테이너를 다루는 플랫폼\n\n```sh\n# 목록을 본다\ndocker ps\n```\n"
    made, plain = plan(text).cards, plan(text, reverse=False, typed=False).cards
    assert any(card.reverse for card in made)
    assert any(card.typed for card in made)
    assert not any(card.reverse or card.typed for card in plain)
    assert [card.kind for card in made] == [card.kind for card in plain]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.md").write_text(f"# T\n\n## A\n\n{labels(2)}", "utf-8")
    return tmp_path


def test_the_command_prints_cards_with_their_lines(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards"]) == 0
    assert "[label, line 5] T\n  A — part 0?\n  = does what part 0 should\n" in capsys.readouterr().out
    assert not (project / "output").exists()


def test_the_command_prints_json(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "--format", "json"]) == 0
    document = json.loads(capsys.readouterr().out)
    (deck,) = document["decks"]
    assert deck["source"] == "notes/a.md"
    assert deck["cards"][0] | {"tags": []} == {
        "kind": "label",
        "rule": "label",
        "line": 5,
        "note_type": "basic",
        "count": 1,
        "path": ["T"],
        "front": "A — part 0?",
        "back": "does what part 0 should",
        "extra": "",
        "typed": "",
        "reverse": None,
        "tags": [],
    }


def test_a_note_may_have_no_deck(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    note = project / "notes" / "a.md"
    note.write_text("---\ncards:\n  skip: yes\n---\n" + note.read_text("utf-8"), "utf-8")
    for command in ("cards", "anki"):
        assert main([command]) == 0
        captured = capsys.readouterr()
        assert "cards" not in captured.out
        assert captured.err.count("[output-skipped]") == 1
    assert main(["all"]) == 0
    assert "output-skipped" not in capsys.readouterr().err
    assert not (project / "output" / "a.apkg").exists()
    assert (project / "output" / "a.pptx").exists()


def test_a_kind_that_there_is_none_of_is_guessed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "deckbuild.yaml").write_text("cards:\n  without: [cloze, list item, figur]\n", "utf-8")
    assert main(["check"]) == 1
    assert "did you mean 'figure'?" in capsys.readouterr().err


def test_sections_have_decks_of_their_own_where_that_is_asked_for(tmp_path: Path) -> None:
    import sqlite3
    import zipfile

    from deckbuild.exporters.anki import export
    from deckbuild.exporters.base import Stamp

    text = f"# T\n\n## 1. A\n\n{labels(2)}\n### B::C\n\n{labels(1, 'piece')}\n## D\n\n{labels(1, 'bit')}"
    assert {card.subdeck for card in plan(text).cards} == {()}
    assert {card.subdeck for card in plan(text, subdecks=2).cards} == {("A",), ("A", "B:C"), ("D",)}
    found = plan(text, subdecks=1)
    (tmp_path / "a.apkg").write_bytes(export(found, {}, Stamp(1)).data)
    with zipfile.ZipFile(tmp_path / "a.apkg") as archive:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
    (decks,) = connection.execute("select decks from col").fetchone()
    names = {int(deck["id"]): deck["name"] for deck in json.loads(decks).values()}
    counted = Counter(names[did] for (did,) in connection.execute("select did from cards"))
    assert counted == {"T::A": 3, "T::D": 1}
