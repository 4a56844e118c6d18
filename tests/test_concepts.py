"""The concept model as YAML: readable, and the same model again when it is read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, get_args

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics import Problem
from deckbuild.exporters.concepts import export
from deckbuild.model import Block, Deck, Place, Point, Table
from deckbuild.model.shapes import FIRST as TAGS
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.slides import plan_slides
from deckbuild.readers.concepts import read_concepts, schema
from deckbuild.readers.notes import read_note

from .examples import sampled

HEAD = "format: deckbuild/1\nsource: notes/x.md\ndeck: X\n"


def again(deck: Deck) -> Deck:
    return read_concepts(export(deck).decode(), "out/x.concepts.yaml").deck


def test_the_note_survives_the_way_through_yaml(docker: Deck) -> None:
    assert again(docker) == docker


GOLDEN = {path.parent.name: path for path in sorted((Path(__file__).parent / "golden").glob("*/note.md"))}


@pytest.mark.parametrize("note", sampled(GOLDEN, [*GOLDEN][::5], GOLDEN))
def test_every_golden_note_survives_it(note: Path) -> None:
    deck = read_note(note.read_text("utf-8"), "notes/x.md").deck
    assert again(deck) == deck


LINES = [
    "# A",
    "## 1.1 B란?",
    "- x : y",
    "  - *y* `z`",
    "1. z -> w",
    "> q",
    "```\na: b\n```",
    "-> c",
    "| a | b |\n|-|-|\n| 1 | * |",
    "**b**",
    "_i_",
    "",
    "text?",
    "no",
    "1.10",
    "'",
    "- - -",
    "![i](x.png)",
    "😀 & <b>",
    "  trailing  ",
    "\ttab",
]


@given(st.lists(st.one_of(st.sampled_from(LINES), st.text(max_size=20)), max_size=12))
def test_any_note_survives_it(lines: list[str]) -> None:
    deck = read_note("\n\n".join(lines), "notes/x.md").deck
    assert again(deck) == deck


def test_the_yaml_is_what_a_person_would_write(docker: Deck) -> None:
    text = export(docker).decode()
    assert text.startswith("format: deckbuild/1\nsource: notes/docker.md\ndeck: Docker\ntitle: Docker\nlanguage: ko\n")
    assert "      - definition: 컨테이너 기반의 오픈소스 가상화 플랫폼\n        line: 13\n" in text
    assert "\\U" not in text
    assert "!!" not in text


def test_text_of_several_lines_is_a_block() -> None:
    deck = read_note("# T\n\n```python\na = 1\n\nb = '''\n```\n", "notes/x.md").deck
    assert "code: |-\n" in export(deck).decode()
    assert again(deck) == deck


@pytest.mark.parametrize(
    "title", ["1.10", "no", "1:30", "null", "~", "0x1F", "1e3", "2026-11-01", "- a", "'", "a: b", "#x", "😀"]
)
def test_text_that_yaml_takes_for_something_else_stays_text(title: str) -> None:
    deck = Deck("notes/x.md", "X", body=(Point(msgspec_text(title), place=Place("notes/x.md", 1)),))
    assert again(deck) == deck
    plain = yaml.safe_load(export(deck))["body"][0]["point"]
    assert isinstance(plain, str)


def msgspec_text(text: str) -> Any:
    from deckbuild.model import RichText

    return RichText.of(text)


def test_unquoted_numbers_in_a_hand_written_model_are_text() -> None:
    read = read_concepts(
        HEAD + "concepts:\n- id: a\n  title: 1.10\n  body:\n  - point: no\n  - point: 1:30\n", "x.concepts.yaml"
    )
    (concept,) = read.deck.concepts
    assert concept.title.plain == "1.10"
    assert [b.text.plain for b in concept.body if isinstance(b, Point)] == ["no", "1:30"]


def test_a_passage_without_a_line_stands_where_it_stands_in_the_yaml() -> None:
    read = read_concepts(HEAD + "body:\n- point: a\n- point: b\n  line: 3-4\n", "m/x.concepts.yaml")
    assert [block.place for block in read.deck.body] == [Place("m/x.concepts.yaml", 5), Place("notes/x.md", 3, 4)]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c\n", 1, "not YAML"),
        ("- 1\n", 1, "not a concept model"),
        ("", 1, "not a concept model"),
        ("deck: X\n", 1, "no 'format'"),
        ("format: deckbuild/9\n", 1, "'deckbuild/9'"),
        (HEAD + "body:\n- pont: a\n", 5, "column 3"),
        ("body: &a [*a]\n", 1, "refers to itself"),
        (HEAD + "body:\n- point: a\n  colour: red\n", 6, "colour"),
        (HEAD + "body:\n- pair: a\n", 5, "right"),
        (HEAD + "concepts:\n- title: a\n", 5, "id"),
        (HEAD + "body:\n- list:\n  - point: a\n  style: dotted\n", 7, "column 10"),
        (HEAD + "body:\n- point: {a: b}\n", 5, "column 10"),
        (HEAD + "body: text\n", 4, "column 7"),
        (HEAD + "body:\n- point: a\n  line: seven\n", 6, "line"),
        (HEAD + "concepts:\n- id: a\n  title: A\n- id: b\n  title: B\n- id: a\n  title: C\n", 9, "that of line 5"),
        (
            HEAD + "body:\n- table: [a, b]\n  rows:\n  - [1, 2]\n  - [3]\n",
            8,
            "1 cell, and the head of the table 2 cells",
        ),
        (HEAD + "body:\n- table: [a, b]\n  align: [left]\n", 5, "1 entry, and the table 2 columns"),
        ("format: deckbuild/1\ndeck: X\nsource: /etc/x.md\n", 3, "outside of the project"),
        ("format: deckbuild/1\ndeck: X\nsource: a/../../x.md\n", 3, "outside of the project"),
        ('format: deckbuild/1\ndeck: X\nsource: ".\u200b./x.md"\n', 3, "outside of the project"),
        (HEAD + "body:\n- point: a\n  point: b\n", 6, "'point' stands twice here (first on line 5)"),
        (HEAD + "body:\n- point: a\nbody:\n- point: b\n", 6, "'body' stands twice"),
        (HEAD + "boddy:\n- point: a\n", 4, "did you mean 'body'?"),
        (HEAD + "body:\n- list:\n  - point: a\n  role: prso\n", 7, "did you mean 'pros'?"),
        (HEAD + "body:\n- list: a\n", 5, "'list' is a list"),
        (HEAD + "body:\n- point: a\n  line: " + "9" * 5000 + "\n", 6, "is no line of the note"),
        (HEAD + "body:\n\t- point: a\n", 5, "indent with spaces"),
        (HEAD + "title: \ud800\n", 1, "not YAML"),
        (HEAD + "body: " + "[" * 400 + "]" * 400 + "\n", 4, "nested too deeply"),
    ],
)
def test_a_broken_model_is_reported_with_line_and_column(text: str, line: int, words: str) -> None:
    with pytest.raises(Problem) as caught:
        read_concepts(text, "x.concepts.yaml")
    diagnostic = caught.value.diagnostic
    assert diagnostic.place == Place("x.concepts.yaml", line)
    assert words in f"{diagnostic.message} ({diagnostic.hint})"
    assert diagnostic.hint


def test_what_yaml_takes_for_a_comment_is_told() -> None:
    read = read_concepts(
        HEAD + "body:\n- point: see #3 for more\n- point: 'quoted #3'\n- point: a # b\n", "x.concepts.yaml"
    )
    assert [(d.place.line, d.code) for d in read.diagnostics] == [(5, "comment-in-text")]


def test_no_field_of_a_block_is_named_like_a_kind_of_block() -> None:
    """Else `- title: …` with such a field could be read as the other kind."""
    for kind in get_args(Block):
        others = [f.encode_name for f in msgspec.structs.fields(kind)[1:]]
        assert not set(others) & set(TAGS), kind


def test_the_schema_describes_what_is_written(docker: Deck) -> None:
    made = schema()
    json.dumps(made)
    written = yaml.safe_load(export(docker))
    conforms(written, made["$defs"]["Deck"], made["$defs"])
    with pytest.raises(AssertionError):
        conforms(written | {"colour": "red"}, made["$defs"]["Deck"], made["$defs"])


def conforms(value: Any, rule: dict[str, Any], defs: dict[str, Any]) -> None:
    """As much of JSON Schema as the schema uses."""
    if "$ref" in rule:
        rule = defs[rule["$ref"].rsplit("/", 1)[1]]
    if "anyOf" in rule:
        options = [defs[option["$ref"].rsplit("/", 1)[1]] for option in rule["anyOf"]]
        (match,) = [option for option in options if option["required"][0] in value]
        conforms(value, match, defs)
        return
    kinds = {"string": str, "integer": int, "array": list, "object": dict}
    if "type" in rule:
        names = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
        assert isinstance(value, tuple(kinds[name] for name in names)), (value, rule)
    if "enum" in rule:
        assert value in rule["enum"]
    if isinstance(value, dict):
        assert set(rule.get("required", ())) <= set(value) <= set(rule["properties"])
        for key, inner in value.items():
            conforms(inner, rule["properties"][key], defs)
    if isinstance(value, list):
        for inner in value:
            conforms(inner, rule.get("items", {}), defs)


def test_a_table_needs_no_alignment() -> None:
    (table,) = read_concepts(HEAD + "body:\n- table: [a, b]\n  rows:\n  - [1, 2]\n", "x.concepts.yaml").deck.body
    assert isinstance(table, Table)
    assert table.align == ("", "")


def test_what_nests_as_deep_as_a_note_may_survives_and_can_be_made_into_everything() -> None:
    deck = read_note("# T\n\n" + "".join("  " * i + f"- a{i}\n" for i in range(60)), "notes/x.md").deck
    read = again(deck)
    assert read == deck
    assert plan_cards(read)
    assert plan_slides(read, {})
    assert plan_sheet(read, {})


SOUND = """\
format: deckbuild/1
source: notes/x.md
deck: X
title: X
tags: [a, b]
body:
- list:
  - point: a
    body:
    - code: x = 1
      lang: python
  - label: l
    text: t
  role: steps
  style: ordered
- table: [h, i]
  rows:
  - [1, 2]
- quote:
  - definition: d
- footnote: n
  text: f
- todo: t
concepts:
- id: a
  title: A
  asks: definition
  orders: [skip]
  body:
  - pair: l
    right: r
    leads_to: [c]
  - question: q?
  - figure: a.png
    caption: c
  - command: ls
    comment: lists
  children:
  - id: b
    title: B
"""
ODD = [
    "",
    "null",
    "12",
    "1.5",
    "true",
    "2020-01-01",
    "[]",
    "{}",
    "[a]",
    "{a: b}",
    "'x'",
    "99999999999999999999",
    "~",
    "&a b",
    "*a",
]


def _mutated(lines: list[str], at: int, how: int, odd: str) -> list[str]:
    line = lines[at]
    head, colon, _ = line.partition(":")
    changed = {
        0: [],
        1: [f"{head}{colon} {odd}"],
        2: [line, line],
        3: [head + "x" + colon],
        4: ["  " + line],
        5: [line.replace("- ", "  ", 1)],
        6: [line.replace("[", "{").replace("]", "}")],
    }[how]
    return [*lines[:at], *changed, *lines[at + 1 :]]


def deck_or_line(text: str) -> Deck | int:
    """The deck, or the line at which it is refused."""
    try:
        return read_concepts(text, "x.concepts.yaml").deck
    except Problem as problem:
        return problem.diagnostic.place.line


@given(st.lists(st.tuples(st.integers(0, 200), st.integers(0, 6), st.sampled_from(ODD)), min_size=1, max_size=3))
def test_a_model_with_slips_is_refused_at_a_line_or_can_be_made_into_everything(
    slips: list[tuple[int, int, str]],
) -> None:
    lines = SOUND.splitlines()
    for at, how, odd in slips:
        lines = _mutated(lines, at % len(lines), how, odd)
    read = deck_or_line("\n".join(lines) + "\n")
    assert read
    if isinstance(read, Deck):
        assert plan_cards(read)
        assert plan_slides(read, {})
        assert plan_sheet(read, {})
