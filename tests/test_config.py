"""Settings: one place defines them; what a file says is laid over what holds without it, and what is amiss is said."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import fields, replace

from deckbuild.build import build
from deckbuild.config import (
    DEFAULTS,
    SECTIONS,
    Cards,
    NoteSettings,
    Outputs,
    Settings,
    Sheet,
    Slides,
    for_note,
    read_settings,
    schema,
)
from deckbuild.config.language import language_code
from deckbuild.config.tree import MAX_DEPTH, Fault, Keys, yaml_tree
from deckbuild.diagnostics import Severity
from deckbuild.exporters.concepts import export
from deckbuild.model import Deck, Front
from deckbuild.readers.concepts import read_concepts

from .conftest import ROOT


def said(text: str) -> list[tuple[int, str, str]]:
    return [(d.place.line, str(d.severity), d.code) for d in read_settings(text).diagnostics]


def told(text: str) -> str:
    (only,) = read_settings(text).diagnostics
    return f"{only.message} | {only.hint}"


def test_every_setting_is_read() -> None:
    read = read_settings(
        "deck: Uni::CS\ntags: [exam, linear algebra]\nlang: ko-KR\noutput: made here\nstrict: yes\n"
        "allow: figure-missing\nsheet:\n  pages: 2\n  paper: Letter\n  landscape: off\n  columns: 3\n  theme: bw\n"
    )
    assert read.diagnostics == ()
    assert read.settings == Settings(
        deck="Uni::CS",
        tags=("exam", "linear_algebra"),
        lang="ko",
        output="made here",
        strict=True,
        allow=("figure-missing",),
        sheet=Sheet(pages=2, paper="letter", landscape=False, columns=3, theme="bw"),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "\ufeff", "sheet:\n", "tags:\nlang: ''\n", "tags: []\n"])
def test_a_file_that_says_nothing_changes_nothing(text: str) -> None:
    assert read_settings(text) == read_settings("")
    assert read_settings(text).settings == DEFAULTS


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("deck: a: b\n", "deckbuild.yaml:1: error: column 8: not YAML"),
        ("lang: ko\nsheet: {pages: 2\n", "deckbuild.yaml:3: error: column 1: not YAML"),
        ("lang: ko\n\ttags: a\n", "deckbuild.yaml:2: error: column 1: not YAML"),
        ("lang: ko\n---\nlang: ja\n", "deckbuild.yaml:2: error: column 1: not YAML: there is a second document"),
        ("deck: *x\n", "deckbuild.yaml:1: error: column 7: not YAML: there is no '&x'"),
        ("- lang\n", "deckbuild.yaml:1: error: there are no settings in it"),
        ("lang\n", "deckbuild.yaml:1: error: there are no settings in it"),
        ("deck: \ud800\n", "deckbuild.yaml:1: error: column 1: not YAML"),
        ("deck: \x07\n", "deckbuild.yaml:1: error: column 1: not YAML"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_at_its_line_and_column(text: str, place: str) -> None:
    read = read_settings(text)
    assert read.broken
    assert read.settings == DEFAULTS
    assert str(read.diagnostics[0]).startswith(place)
    assert read.diagnostics[0].hint


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sheet:\n  pages: 99\n", "column 10: 'sheet.pages' is '99', expected a whole number up to 20, or auto"),
        ("sheet:\n  pages: 1.5\n", "'sheet.pages' is '1.5', expected a whole number"),
        ("sheet:\n  pages: [1]\n", "'sheet.pages' is a list, expected a whole number"),
        ("sheet:\n  paper: lettr\n", "'sheet.paper' is 'lettr', expected 'a4' or 'letter' | did you mean 'letter'?"),
        ("sheet:\n  paper: b5\n", "expected 'a4' or 'letter' | leave it out for a4"),
        ("sheet:\n  landscape: 2\n", "'sheet.landscape' is '2', expected true or false | leave it out for true"),
        ("sheet: big\n", "column 8: 'sheet' is 'big', expected its settings below it, one a line | the settings here:"),
        ("deck: [1, 2]\n", "column 7: 'deck' is a list, expected text"),
        ("deck: A::::B\n", "'deck' is 'A::::B', expected a name on each side of '::' | write 'A::B'"),
        ("deck: '::A:: '\n", "'deck' is '::A:: ', expected a name on each side of '::' | write 'A'"),
        ("deck: '::'\n", "'deck' is '::', expected a name on each side of '::' | write a name, such as 'Uni::Docker'"),
        ("deck: {a: b}\n", "column 7: 'deck' is a mapping, expected text"),
        ("tags: [a, [b]]\n", "'tags' has a list in it, expected a list of text"),
        ("cards:\n  without: [cloze, tables]\n", "'cards.without' has 'tables' in it, expected some of cell, cloze, "),
        ("strict: maybe\n", "'strict' is 'maybe', expected true or false"),
        ("lang: klingon\n", "'lang' is 'klingon', expected a language such as ko, en, ja or zh"),
        ("lang: [ko]\n", "'lang' is a list, expected a language"),
        ("allow: figure-mising\n", "did you mean 'figure-missing'?"),
        ("output: {}\n", "expected the path of a folder"),
    ],
)
def test_a_value_of_the_wrong_kind_is_an_error_that_says_what_was_expected_and_what_was_found(
    text: str, message: str
) -> None:
    read = read_settings(text)
    assert read.broken
    assert read.diagnostics[0].code == "config-value"
    assert read.diagnostics[0].place.line == text.count("\n")
    assert message in told(text)


def test_all_that_is_wrong_is_said_and_the_rest_is_read() -> None:
    text = "strict: perhaps\nlang: ja\nsheet:\n  pages: many\n  theme: bw\ntgas: x\n"
    assert sorted(said(text)) == [
        (1, "error", "config-value"),
        (4, "error", "config-value"),
        (6, "warning", "unknown-setting"),
    ]
    assert read_settings(text).settings == Settings(lang="ja", sheet=Sheet(theme="bw"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("langauge: ko\n", "column 1: there is no setting 'langauge' | did you mean 'lang'?"),
        ("Sheets: x\n", "there is no setting 'Sheets' | did you mean 'sheet'?"),
        ("sheet:\n  colums: 2\n", "column 3: there is no setting 'sheet.colums' | did you mean 'columns'?"),
        ("budget: 5\n", "there is no setting 'budget' | write it below 'cards:', indented"),
        ("Theme: dark\n", "there is no setting 'Theme' | write it below 'slides:' or 'sheet:', indented"),
        ("qqq: 1\n", "there is no setting 'qqq' | the settings here: cards, slides, sheet, deck"),
        ("cards:\n  revers: true\n", "there is no setting 'cards.revers' | did you mean 'reverse'?"),
        ("title: X\n", "'title' is a note's own, not a project's | write it into the front matter of the note"),
        ("aliases: [X]\n", "'aliases' is a note's own"),
        ("tags: a\nTags: b\n", "'Tags' stands twice; what line 1 says ('a') is not used"),
    ],
)
def test_a_key_that_means_nothing_is_a_warning_with_what_may_have_been_meant(text: str, words: str) -> None:
    assert not read_settings(text).broken
    assert words in told(text)


@pytest.mark.parametrize(
    ("written", "code"),
    [
        *(("ko", "ko"), ("KO", "ko"), ("ko-KR", "ko"), ("ko_KR.UTF-8", "ko"), ("Korean", "ko"), ("한국어", "ko")),
        *(("kor", "ko"), ("kr", "ko"), ("ja-JP", "ja"), ("日本語", "ja"), ("zh-Hant-TW", "zh"), ("中文", "zh")),
        *(("简体中文", "zh"), ("en_US", "en"), ("English (US)", "en"), ("français", "fr"), ("pt-BR", "pt")),
        *(("klingon", ""), ("xx", ""), ("", ""), ("-", ""), ("english and korean", "en")),
    ],
)
def test_a_language_is_known_by_code_region_and_name(written: str, code: str) -> None:
    assert language_code(written) == code


def test_a_language_without_words_is_kept_and_the_four_that_have_them_are_named() -> None:
    assert read_settings("lang: fr-CA\n").settings.lang == "fr"
    assert said("lang: fr\n") == [(1, "info", "language-words")]
    assert "ko, en, ja, zh" in told("lang: fr\n")


@pytest.mark.parametrize(
    ("written", "tags"),
    [
        ("[a, b c]", ("a", "b_c")),
        ("a, b c", ("a", "b_c")),
        ("a b", ("a", "b")),
        ("'#a #b/c'", ("a", "b/c")),
        ("#a #b", ("a", "b")),
        ("\n  - #a\n  - b", ("a", "b")),
        ("a，b、c", ("a", "b", "c")),
        ("[a, a, '']", ("a",)),
        ("1.10", ("1.10",)),
    ],
)
def test_tags_are_a_list_or_words_with_commas_or_spaces(written: str, tags: tuple[str, ...]) -> None:
    assert read_settings(f"tags: {written}\n").settings.tags == tags


BROKEN = (
    "a: b: c",
    "a: [",
    "a: {b: 1\nc: 2",
    "a: @x",
    "\ta: 1",
    "a: 'x",
    "a: b\nc\nd: e",
    "a: *",
    "a: b\n- c",
    "a: &",
    "a: ]",
    "'a' b: c",
    "a: |x\n b",
)


@pytest.mark.parametrize("text", BROKEN)
def test_both_parsers_of_yaml_give_the_same_message(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = yaml_tree(text)
    monkeypatch.setattr("deckbuild.config.tree._PARSER", yaml.SafeLoader)
    assert isinstance(found, Fault)
    assert yaml_tree(text) == found


def test_an_alias_bomb_does_not_expand() -> None:
    lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"]
    lines += [
        f"{name}: &{name} [{', '.join([f'*{last}'] * 10)}]" for last, name in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    tree = yaml_tree("\n".join(lines))
    assert isinstance(tree, Fault)
    assert tree.line == 5


def test_an_alias_means_what_it_stands_for() -> None:
    assert read_settings("deck: &d Uni\ntags: [*d]\n").settings == Settings(deck="Uni", tags=("Uni",))


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 50_000, "[" * 40 + "]" * 40, "a: &a [*a]"])
def test_endless_nesting_is_a_fault_and_no_crash(text: str) -> None:
    assert isinstance(yaml_tree(text), Fault)


def test_nesting_up_to_the_limit_is_read() -> None:
    assert isinstance(yaml_tree("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)), Keys)


@given(
    st.lists(
        st.one_of(st.text(max_size=12), st.sampled_from(["sheet:", "  pages: 2", "tags: [a", "- ", "&a *a"])),
        max_size=8,
    )
)
def test_any_text_is_read_or_told(lines: list[str]) -> None:
    read = read_settings("\n".join(lines))
    assert read.broken == any(d.severity is Severity.ERROR for d in read.diagnostics)
    assert all(d.place.line for d in read.diagnostics)


def test_front_matter_changes_only_the_keys_that_it_names() -> None:
    project = Settings(lang="ko", sheet=Sheet(pages=2, theme="bw"))
    own, problems = for_note(project, Front.of({"date": "x", "Sheet": {"paper": "letter", "theme": "color"}}), "a.md")
    assert own == replace(project, sheet=Sheet(pages=2, paper="letter"))
    assert problems == []


def test_the_schema_is_that_of_the_structs() -> None:
    made = schema()
    json.dumps(made)
    assert set(made["properties"]) == set(Settings.__struct_fields__)
    assert made["additionalProperties"] is False
    assert made["properties"]["tags"]["type"] == ["array", "string"]
    sheet = made["$defs"]["Sheet"]
    assert sheet["additionalProperties"] is False
    assert sheet["properties"]["pages"] == {
        "description": "How many pages a sheet has, as --pages; 0 or auto: as many as it needs.",
        "type": ["integer", "string"],
        "pattern": "^auto$",
        "minimum": 0,
        "maximum": 20,
        "default": 1,
    }
    assert schema(NoteSettings)["additionalProperties"] is True


def test_every_setting_is_described_and_on_the_page_for_users_with_its_default() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([\w.]+)` \| (.+?) \|", page, re.MULTILINE))
    expected = {name for kind in (Settings, NoteSettings) for name in kind.__struct_fields__ if name not in SECTIONS}
    for section, kind in zip(SECTIONS, (Cards, Slides, Sheet), strict=True):
        for field in fields(kind):
            expected.add(f"{section}.{field.name}")
            shown = str(field.default).lower() if isinstance(field.default, bool) else str(field.default)
            assert (f"`{shown}`" if field.default not in ((), "") else "none") in rows[f"{section}.{field.name}"]
    assert set(rows) == expected
    assert all("description" in rule for rule in schema(Outputs)["$defs"]["Sheet"]["properties"].values())


def test_every_example_on_the_page_is_read_without_a_word() -> None:
    page = (ROOT / "docs" / "settings.md").read_text("utf-8")
    examples = re.findall(r"```yaml\n# deckbuild.yaml\n(.*?)```", page, re.DOTALL)
    assert examples
    for example in examples:
        assert read_settings(example).diagnostics == ()


@pytest.mark.parametrize(
    "front",
    [
        {},
        {"a": "b"},
        {"line": "7", "point": "x", "id": "i", "marker": "m", "table": ["1.10", "no"]},
        {"n": {"m": [{"k": "v"}, []]}, "e": "", "z": {}},
    ],
)
def test_front_matter_survives_the_way_through_the_model_s_yaml(front: dict[str, object]) -> None:
    deck = Deck("notes/x.md", "X", aliases=("Y", "no") if front else (), front=Front.of(front))
    again = read_concepts(export(deck).decode(), "x.concepts.yaml").deck
    assert again == deck
    assert hash(again) == hash(deck)


@given(
    st.dictionaries(
        st.text("ab:# -é한\t", min_size=1, max_size=6),
        st.recursive(
            st.text("xy \n'\"#:-[é한", max_size=8),
            lambda inner: (
                st.lists(inner, max_size=3)
                | st.dictionaries(st.text("kline", min_size=1, max_size=4), inner, max_size=2)
            ),
            max_leaves=6,
        ),
        max_size=4,
    )
)
def test_any_front_matter_survives_it(front: dict[str, object]) -> None:
    deck = Deck("notes/x.md", "X", front=Front.of(front))
    assert read_concepts(export(deck).decode(), "x.concepts.yaml").deck == deck


def project(folder: Path, config: str, note: str = "# T\n\n## A\n\n설명이 있다.\n") -> Path:
    (folder / "notes").mkdir(parents=True)
    (folder / "notes" / "n.md").write_text(note, "utf-8")
    (folder / "deckbuild.yaml").write_text(config, "utf-8")
    return folder


def test_the_settings_of_a_project_reach_the_model_of_every_note(tmp_path: Path) -> None:
    here = project(tmp_path, "deck: Uni\ntags: exam\nlang: ja\noutput: made\n", "---\ntags: own\n---\n# T\n\ntext\n")
    report = build(["notes"], None, ("concepts",), here)
    (written,) = report.written
    assert written.path == here / "made" / "n.concepts.yaml"
    deck = read_concepts(written.path.read_text("utf-8"), "n.concepts.yaml").deck
    assert (deck.name, deck.tags, deck.language) == ("Uni::T", ("exam", "own"), "ja")


def test_a_note_has_the_last_word_over_its_project(tmp_path: Path) -> None:
    here = project(tmp_path, "deck: Uni\nlang: ja\n", "---\ndeck: Mine\nlang: en\n---\n# T\n\ntext\n")
    report = build(["notes"], None, ("concepts",), here)
    deck = read_concepts(report.written[0].path.read_text("utf-8"), "n.concepts.yaml").deck
    assert (deck.name, deck.language) == ("Mine", "en")


def test_the_call_has_the_last_word_over_the_settings(tmp_path: Path) -> None:
    here = project(tmp_path, "output: made\nstrict: true\n", "# T\n\n![x](gone.png)\n")
    report = build(["notes"], here / "asked", ("concepts",), here)
    assert report.written[0].path.parent == here / "asked"
    assert report.failed()
    assert not report.failed(strict=False)


def test_without_a_word_about_it_the_outputs_go_into_output(tmp_path: Path) -> None:
    here = project(tmp_path, "")
    assert build(["notes"], None, ("concepts",), here).written[0].path.parent == here / "output"


def test_a_project_can_be_strict_and_allow_what_it_knows(tmp_path: Path) -> None:
    note = "# T\n\n구조\n\n![x](gone.png)\n"
    strict = build(["notes"], None, (), project(tmp_path / "a", "strict: true\n", note))
    lenient = build(["notes"], None, (), project(tmp_path / "b", "strict: true\nallow: [figure-missing]\n", note))
    assert strict.failed()
    assert not lenient.failed()
    assert lenient.failed(strict=True) is False


def test_several_projects_are_judged_as_the_strictest(tmp_path: Path) -> None:
    note = "# T\n\n구조\n\n![x](gone.png)\n"
    project(tmp_path / "a", "strict: true\nallow: [figure-missing]\n", note)
    project(tmp_path / "b", "", note)
    assert build(["a", "b"], None, (), tmp_path).failed()


def test_nothing_is_built_with_settings_that_are_wrong_but_notes_are_checked(tmp_path: Path) -> None:
    here = project(tmp_path, "sheet:\n  pages: many\n", "# T\n\n![x](gone.png)\n")
    report = build(["notes"], None, ("concepts", "sheet"), here)
    assert report.written == ()
    assert report.failed()
    assert {"config-value", "figure-missing"} <= {d.code for d in report.diagnostics}


def test_settings_that_cannot_be_decoded_are_told_like_any_file(tmp_path: Path) -> None:
    here = project(tmp_path, "")
    (here / "deckbuild.yaml").write_bytes(b"lang: \xff\n")
    assert [d.code for d in build(["notes"], None, ("concepts",), here).diagnostics] == ["not-utf8"]


@pytest.mark.parametrize("where", ["", "notes"])
@pytest.mark.parametrize("make", [Path.mkdir, lambda path: path.symlink_to("gone")], ids=["folder", "link"])
def test_settings_that_are_no_file_are_told(tmp_path: Path, where: str, make: Callable[[Path], None]) -> None:
    here = project(tmp_path, "")
    (here / "deckbuild.yaml").unlink()
    make(here / where / "deckbuild.yaml")
    report = build(["notes"], None, ("concepts",), here)
    assert not report.written
    (said,) = (each for each in report.diagnostics if each.code == "unreadable")
    assert str(said).startswith(f"{(Path(where) / 'deckbuild.yaml').as_posix()}: error: it cannot be read: it is ")
    assert said.hint


def test_the_sheet_is_made_as_the_settings_of_project_and_note_say(tmp_path: Path) -> None:
    import pikepdf

    here = project(
        tmp_path, "sheet:\n  paper: letter\n", "---\nsheet: {landscape: no}\n---\n# T\n\n## A\n\n설명이 있다.\n"
    )
    (written,) = build(["notes"], None, ("sheet",), here).written
    with pikepdf.open(written.path) as pdf:
        box = [float(edge) for edge in pdf.pages[0].MediaBox]
    assert box[2:] == [612, 792]


def test_building_from_the_model_gives_the_sheet_that_the_note_gives(tmp_path: Path) -> None:
    here = project(tmp_path, "tags: exam\n", "---\nsheet: {paper: letter}\n---\n# T\n\n## A\n\n설명이 있다.\n")
    build(["notes"], here / "a", ("concepts", "sheet"), here)
    build(["a/n.concepts.yaml"], here / "b", ("sheet",), here)
    assert (here / "a" / "n.pdf").read_bytes() == (here / "b" / "n.pdf").read_bytes()
