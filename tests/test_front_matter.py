"""What a note says about itself is read, kept or told; what only looks like it stays in the text."""

from __future__ import annotations

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.config import Settings
from deckbuild.exporters.concepts import export
from deckbuild.model import Front
from deckbuild.readers.concepts import read_concepts
from deckbuild.readers.letters import normalised
from deckbuild.readers.notes import read_note
from deckbuild.readers.passages.source import MAX_FRONT, FrontMatter, front_matter


def front(text: str) -> FrontMatter:
    return front_matter(text, "a.md")[0]


def codes(text: str) -> list[tuple[int, str]]:
    return sorted((d.place.line, d.code) for d in front_matter(text, "a.md")[2])


def body(text: str) -> str:
    return front_matter(text, "a.md")[1]


def told(text: str) -> str:
    (only,) = front_matter(text, "a.md")[2]
    return f"{only.message} | {only.hint}"


def test_every_key_of_ours_is_read_and_the_others_are_kept_as_they_were_written() -> None:
    text = (
        "---\ntitle: '1.10'\nTags: [a, b]\ndeck: A::B\nlang: Korean\naliases: [도커, x]\n"
        "date: 2026-11-01\npublish: no\nrating: 4.50\nnested:\n  deep: [1, {a: b}]\n---\n# T\n"
    )
    found, rest, said = front_matter(text, "a.md")
    kept = {"date": "2026-11-01", "publish": "no", "rating": "4.50", "nested": {"deep": ["1", {"a": "b"}]}}
    assert found == FrontMatter("1.10", "A::B", ("a", "b"), "ko", ("도커", "x"), Front.of(kept))
    assert said == []
    assert rest == "\n" * 12 + "# T\n"


def test_the_lines_of_the_body_stay_where_they_are() -> None:
    text = "---\ntitle: x\n...\n# T\ntext\n"
    assert body(text).split("\n").index("# T") == text.split("\n").index("# T")


def test_the_project_speaks_where_the_note_is_silent_and_tags_add_up() -> None:
    project = Settings(tags=("p", "q"), lang="ja", deck="Uni")
    found = front_matter("---\ntags: q r\n---\n", "a.md", project)[0]
    assert (found.tags, found.language) == (("p", "q", "r"), "ja")
    assert front_matter("text", "a.md", project)[0].tags == ("p", "q")
    assert front_matter("---\nlang: ko\n---\n", "a.md", project)[0].language == "ko"
    assert read_note("# T\n", "a.md", ["f"], project).deck.name == "Uni::f::T"
    assert read_note("---\ndeck: Own\n---\n# T\n", "a.md", ["f"], project).deck.name == "Own"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("---\ndate: x\ntitle: A: b\n---\n", 3, "column 9: the front matter is not YAML: there is a second ': '"),
        ("---\ntags: [a, b\ntitle: x\n---\n", 3, "column 6: the front matter is not YAML"),
        ("---\ntitle: 'x\n---\n", 3, "column 1: the front matter is not YAML: a quotation mark is not closed"),
        ("---\ntitle: @x\n---\n", 2, "column 8: the front matter is not YAML"),
        ("---\na: *b\n---\n", 2, "column 4: the front matter is not YAML: there is no '&b'"),
        ("---\ntitle: x\nno colon\ntags: a\n---\n", 4, "the front matter is not YAML: a line has no ': '"),
        ("+++\na = 1\ntitle = x\n+++\n", 3, "column 9: the front matter is not TOML: invalid value"),
    ],
)
def test_front_matter_that_cannot_be_parsed_is_told_at_its_line_and_column(text: str, line: int, words: str) -> None:
    assert codes(text) == [(line, "front-matter")]
    assert words in told(text)
    assert "kept as text" in told(text)
    assert body(text + "# T\n").strip() == "# T"


def test_what_can_be_read_of_broken_front_matter_is_read_and_the_rest_is_kept_as_text() -> None:
    found = front(
        '---\n# note to self\ntitle: Docker: the rest\ntags: [a, b\nlang: ko\nlist:\n  - 1\n  - {\nquoted: "a "b" c"\n---\n'
    )
    assert (found.title, found.tags, found.language) == ("Docker: the rest", ("a", "b"), "ko")
    assert found.kept == Front.of({"list": "- 1\n  - {", "quoted": 'a "b" c'})


def test_a_line_of_broken_front_matter_that_is_no_key_stays_with_the_key_before_it() -> None:
    assert front("---\ndate: x\nlost words\ntags: a\n---\n").kept == Front.of({"date": "x\nlost words"})
    assert front("---\nx: [\nlost words\ntags: a\n---\n").kept == Front.of({"x": "[\nlost words"})


@pytest.mark.parametrize(
    "text",
    [
        "---\n- a\n- b\n---\n# T\n",
        "---\njust a sentence\n---\n# T\n",
        "---\n# A heading\n---\n# T\n",
        "---\n{broken\n---\n# T\n",
        "---\n\nNote: this is prose\n\n# Heading\n\nmore\n\n---\n# T\n",
        "---\n\nNote: this is prose\nand goes on: so\n\n---\n# T\n",
        "---\nA long sentence about several things at once: it is prose\nof two lines: here\n---\n# T\n",
        "+++\nnot toml\n+++\n# T\n",
    ],
)
def test_text_between_two_rules_is_read_as_text_and_said_to_be(text: str) -> None:
    assert body(text) == text
    assert codes(text) == [(1, "not-front-matter")]
    assert front(text) == FrontMatter()


@pytest.mark.parametrize(
    "text",
    [
        "---\n# T\n\ntext\n",
        "---\n\ntitle: x\n",
        "----\ntitle: x\n---\n",
        "\n---\ntitle: x\n---\n",
        "+++\ntext\n",
        "--- x\ntitle: y\n---\n",
    ],
)
def test_a_rule_at_the_top_is_a_rule(text: str) -> None:
    assert body(text) == text
    assert codes(text) == []


@pytest.mark.parametrize("text", ["---\ntitle: x\n\n# T\n", "---\ndate: x\nTags: a\n# T\n", "+++\ntitle = 'x'\n"])
def test_front_matter_without_an_end_is_told_and_read_as_text(text: str) -> None:
    assert body(text) == text
    assert codes(text) == [(1, "front-matter-open")]


def test_a_blank_first_line_does_not_hide_keys_of_ours() -> None:
    assert front("---\n\ntitle: x\ndate: y\n---\n") == FrontMatter("x", kept=Front.of({"date": "y"}))


def test_front_matter_of_nothing_is_nothing() -> None:
    assert front_matter("---\n---\ntext", "a.md") == (FrontMatter(), "\n\ntext", [])
    assert front("---\ntitle:\ntags: []\nlang: ''\nsheet:\n---\n") == FrontMatter(kept=Front.of({"sheet": ""}))


@pytest.mark.parametrize(
    ("line", "words", "kept"),
    [
        ("deck: [1, 2]", "column 7: 'deck' is a list, expected text", ("1", "2")),
        ("title: {a: b}", "column 8: 'title' is a mapping, expected text", Front.of({"a": "b"})),
        ("tags: {a: b}", "column 7: 'tags' is a mapping, expected a list of text", Front.of({"a": "b"})),
        ("aliases: [[a]]", "column 10: 'aliases' has a list in it, expected a list of text", (("a",),)),
        ("lang: klingon", "column 7: 'lang' is 'klingon', expected a language such as ko, en, ja or zh", "klingon"),
        ("sheet: big", "column 8: 'sheet' is 'big', expected its settings below it", "big"),
    ],
)
def test_a_value_that_does_not_fit_is_a_warning_and_is_kept(line: str, words: str, kept: object) -> None:
    text = f"---\nx: y\n{line}\n---\n"
    assert codes(text) == [(3, "front-matter-value")]
    assert words in told(text)
    assert front(text).kept.get(line.partition(":")[0]) == kept


def test_a_list_of_tags_with_something_else_in_it_gives_the_tags() -> None:
    found = front("---\ntags: [a, {b: c}]\n---\n")
    assert found.tags == ("a",)
    assert found.kept.get("tags") == ("a", Front.of({"b": "c"}))


def test_a_setting_of_an_output_is_checked_and_kept_for_the_build() -> None:
    text = "---\nsheet:\n  paper: lettr\n  pags: 2\n---\n"
    assert codes(text) == [(3, "front-matter-value"), (4, "unknown-setting")]
    assert front(text).kept == Front.of({"sheet": {"paper": "lettr", "pags": "2"}})


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("tag", "did you mean 'tags'?"),
        ("lnag", "did you mean 'lang'?"),
        ("Titel", "did you mean 'title'?"),
        ("language", "did you mean 'lang'?"),
        ("alias", "did you mean 'aliases'?"),
        ("sheets", "did you mean 'sheet'?"),
        ("authr", "did you mean 'author'?"),
        ("strict", "for all notes, write it into deckbuild.yaml"),
    ],
)
def test_a_key_that_is_nearly_ours_is_kept_with_a_word_about_it(key: str, hint: str) -> None:
    found, _, (said,) = front_matter(f"---\n{key}: x\n---\n", "a.md")
    assert (str(said.severity), said.code, said.hint) == ("info", "front-matter-key", hint)
    assert found.kept == Front.of({key: "x"})


@pytest.mark.parametrize(
    "key", ["date", "author", "cssclasses", "subtitle", "file", "data", "style", "layout", "날짜", "id"]
)
def test_a_key_of_another_program_is_kept_without_a_word(key: str) -> None:
    assert codes(f"---\n{key}: x\n---\n") == []
    assert front(f"---\n{key}: x\n---\n").kept == Front.of({key: "x"})


def test_of_a_key_that_stands_twice_the_last_counts_and_the_other_is_named() -> None:
    text = "---\ntitle: a\nx: 1\nTitle: b\nx: 2\n---\n"
    assert codes(text) == [(4, "duplicate-key"), (5, "duplicate-key")]
    assert (front(text).title, front(text).kept) == ("b", Front.of({"x": "2"}))


def test_placeholders_of_a_template_are_text() -> None:
    assert front("---\ntitle: {{ title }}\ndate: {{날짜}}\n---\n") == FrontMatter(
        "{{ title }}", kept=Front.of({"date": "{{날짜}}"})
    )


def test_toml_front_matter_means_what_yaml_does() -> None:
    found = front(
        '+++\ntitle = "T"\ndraft = false\ndate = 2026-11-01\nn = 1.50\ntags = ["a"]\n[sheet]\npaper = "letter"\n+++\n'
    )
    kept = {"draft": "false", "date": "2026-11-01", "n": "1.50", "sheet": {"paper": "letter"}}
    assert found == FrontMatter("T", tags=("a",), kept=Front.of(kept))
    assert codes("+++\ntitle = 'x'\n[sheet]\npages = 99\n+++\n") == [(4, "front-matter-value")]


def test_what_goes_on_for_too_long_is_the_note_itself() -> None:
    text = "---\ntitle: x\n" + "word\n" * MAX_FRONT + "---\n"
    assert body(text) == text


def test_a_bomb_of_aliases_is_told_and_its_keys_are_kept() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{last}'] * 10)}]" for last, name in zip("abcdefg", "bcdefgh", strict=True)
    ]
    text = "---\n" + "\n".join([*lines, "title: T"]) + "\n---\n"
    assert codes(text) == [(6, "front-matter")]
    assert front(text).title == "T"
    assert front(text).kept.get("h") == lines[-1].partition(": ")[2]


@pytest.mark.real
@pytest.mark.parametrize(
    "text",
    [
        "---\na: " + "[" * 90_000 + "\n---\n",
        "---\n" + "a:\n" * 30_000 + "b: [\n---\n",
        "---\n" * 25_000,
        "---\n" + " " * 90_000 + "\n---\n",
        "+++\na = " + "[" * 90_000 + "\n+++\n",
        "+++\n" + "a.b = 1\n" * 10_000 + "+++\n",
    ],
)
def test_hostile_front_matter_is_read_to_its_end_and_moves_no_line(text: str) -> None:
    _, rest, _ = front_matter(text, "a.md")
    assert rest.count("\n") == text.count("\n")


PIECES = [
    "---",
    "...",
    "+++",
    "title: x",
    "tags: [a",
    "- b",
    "  c: d",
    "a = 1",
    "[t]",
    "#",
    "# T",
    "",
    "x: *y",
    "'",
    "key: a: b",
]


@given(
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=10)), max_size=10),
    st.sampled_from(["---\n", "+++\n", ""]),
)
def test_any_text_is_read_and_what_is_kept_survives_yaml(lines: list[str], opening: str) -> None:
    text = normalised(opening + "\n".join(lines))
    found, rest, _ = front_matter(text, "a.md")
    assert rest.count("\n") == text.count("\n")
    assert rest == text or set(rest[: len(rest) - len(rest.lstrip("\n"))]) == {"\n"}
    again = read_concepts(export(read_note(text, "a.md").deck).decode(), "a.concepts.yaml").deck
    assert again.front == found.kept


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        ("\ufeffa\r\nb\rc", "a\nb\nc"),
        (unicodedata.normalize("NFD", "도커 é"), "도커 é"),
        ("a\u200bb\u2060\x00\ud800c", "abc"),
        ("a\xa0b", "a b"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("─" * 300, "─" * 300),
        ("e\u0301" * 200, "é" * 200),
    ],
)
def test_text_is_brought_into_one_form(raw: str, clean: str) -> None:
    assert normalised(raw) == clean


@given(st.text(st.sampled_from("a가\u0301\u0327\u0323\u1100\u1161\ufeff\xa0\r\n─\u200b"), max_size=300))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalised(normalised(text)) == normalised(text)


@pytest.mark.parametrize("text", ["\u0300\u0323" * 200_000, "a" + "\u0323\u0300" * 500_000 + "─" * 100_000])
@pytest.mark.real
def test_an_endless_run_of_combining_marks_keeps_each_of_them(text: str) -> None:
    once = normalised(text)
    assert normalised(once) == once
    assert once.replace("\u034f", "").count("\u0300") == text.count("\u0300")


@pytest.mark.real
def test_ten_megabytes_are_normalised_as_each_of_their_lines() -> None:
    line = "도커는 컨테이너 기반의 오픈소스 가상화 플랫폼이다. Docker is a platform.\r\n"
    assert normalised(line * 180_000) == normalised(line) * 180_000


@given(
    st.lists(
        st.sampled_from(
            [
                "title: w0",
                "w1: [",
                "w2: a: w3",
                "- w4",
                "  w5: w6",
                "w7",
                '"w8": \'w9',
                "w10: *w11",
                "tags: w12 w13",
                "deck: [w14]",
                "w7: w15",
            ]
        ),
        max_size=8,
        unique=True,
    )
)
def test_every_word_stands_in_the_body_in_what_was_read_or_in_a_diagnostic(lines: list[str]) -> None:
    text = "\n".join(["---", *lines, "---", ""])
    found, rest, said = front_matter(text, "a.md")
    held = set(re.findall(r"w\d+", " ".join([rest, repr(found), *map(str, said)])))
    assert set(re.findall(r"w\d+", text)) <= held


def test_tabs_may_indent_a_list() -> None:
    assert read_note("---\ntags:\n\t- history\n\t- exam\n---\n\ntext\n", "x.md").deck.tags == ("history", "exam")


@pytest.mark.parametrize(("key", "value"), [("theme", "dark"), ("Ratio", "4:3"), ("template", "../uni.potx")])
def test_a_setting_of_slides_that_stands_by_itself_is_told(key: str, value: str) -> None:
    found, _, (said,) = front_matter(f"---\ntitle: T\n{key}: {value}\n---\n", "a.md")
    assert (str(said.severity), said.code, said.place.line) == ("warning", "front-matter-key", 3)
    assert said.hint == "write it below 'slides:', indented"
    assert found.kept == Front.of({key: value})


@pytest.mark.parametrize("line", ["budget: 3", "Section: 12", "subdecks: 1"])
def test_a_limit_of_cards_that_stands_by_itself_is_told(line: str) -> None:
    found, _, (said,) = front_matter(f"---\ntitle: T\n{line}\n---\n", "a.md")
    assert (str(said.severity), said.code, said.place.line) == ("info", "front-matter-key", 3)
    assert said.hint == "write it below 'cards:', indented"
    assert found.kept == Front.of(dict([line.split(": ")]))


@pytest.mark.parametrize(
    "line",
    ["section: docs", "budget: 3 EUR", "theme: gaia", "template: note", "ratio: 0.5", "author: Kim", "date: 2026"],
)
def test_a_setting_with_the_value_of_another_program_is_kept_without_a_word(line: str) -> None:
    assert codes(f"---\n{line}\n---\n") == []


@pytest.mark.parametrize(("written", "deck"), [("A::::B", "A::B"), ("'A::'", "A"), ("'::'", "T"), ("A::B", "A::B")])
def test_an_empty_name_in_that_of_a_deck_is_told_and_left_out(written: str, deck: str) -> None:
    read = read_note(f"---\ndeck: {written}\n---\n\n# T\n\ntext\n", "x.md")
    assert read.deck.name == deck
    assert [said.code for said in read.diagnostics] == ["front-matter-value"] * (written != deck)
