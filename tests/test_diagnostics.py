"""A diagnostic as people, programs and GitHub read it."""

from __future__ import annotations

import pytest

from deckbuild.diagnostics import (
    SHOWN,
    Diagnostic,
    Problem,
    error,
    fields,
    github_line,
    info,
    ordered,
    text_lines,
    visible,
    warning,
)
from deckbuild.model import Place

MISSING = warning(Place("notes/a.md", 3), "figure-missing", "no image at 'x.png'", "look at the path")


def missing(number: int, path: str = "a.md") -> list[Diagnostic]:
    return [warning(Place(path, n), "figure-missing", f"no image at '{n}.png'", "look") for n in range(1, number + 1)]


def test_a_message_is_place_level_fact_code_and_below_it_the_hint() -> None:
    assert str(MISSING) == "notes/a.md:3: warning: no image at 'x.png' [figure-missing]\n  hint: look at the path"


def test_a_message_about_a_whole_file_has_no_line_and_one_without_hint_no_second_line() -> None:
    assert str(info(Place("a.md"), "empty-note", "nothing here")) == "a.md: info: nothing here [empty-note]"


def test_a_problem_says_what_its_diagnostic_says() -> None:
    assert str(Problem(MISSING)) == str(MISSING)


def test_diagnostics_stand_by_place_worst_first_and_each_once() -> None:
    late, bad = warning(Place("a.md", 9), "b", "x"), error(Place("a.md", 9), "c", "x")
    first, other = info(Place("a.md", 1), "a", "x"), info(Place("B.md"), "a", "x")
    assert ordered([late, bad, first, late, other]) == [other, first, bad, late]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("도커 '이미지' 🐳 é", "도커 '이미지' 🐳 é"),
        ("two\nlines\r\tand a tab", "two\\nlines\\r\\tand a tab"),
        ("\x1b[31mred\x1b]0;title\x07", "\\x1b[31mred\\x1b]0;title\\x07"),
        ("\u202ebackwards\u2066\u2028\x9b", "\\u202ebackwards\\u2066\\u2028\\x9b"),
    ],
)
def test_what_moves_or_hides_letters_on_a_terminal_is_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert str(warning(Place(text, 1), "c", text, text)) == f"{shown}:1: warning: {shown} [c]\n  hint: {shown}"


def test_a_picture_inside_its_own_address_does_not_flood_the_terminal() -> None:
    address = "data:image/png;base64," + "A" * 1_000_000
    found = warning(Place("a.md", 1), "figure-remote", f"the image {address} is not fetched from the web", address)
    first, hint = str(found).splitlines()
    assert first.startswith("a.md:1: warning: the image data:image/png;base64,AAA")
    assert first.endswith("AAA is not fetched from the web [figure-remote]")
    assert max(len(first), len(hint)) < 700
    assert len(github_line(found)) < 1400
    assert fields(found)["hint"] == address


# for people


def test_as_many_as_are_shown_are_not_counted() -> None:
    lines = list(text_lines(missing(SHOWN)))
    assert len(lines) == SHOWN + 1
    assert not [line for line in lines if "more like this" in line]


def test_of_hundreds_of_one_code_the_first_are_printed_and_the_rest_is_counted() -> None:
    lines = list(text_lines(missing(SHOWN + 1312)))
    assert lines[-1] == "a.md: … and 1,312 more like this; --format json lists them all [figure-missing]"
    assert lines[-2].startswith(f"a.md:{SHOWN}: warning: ")
    assert len(lines) == SHOWN + 2


def test_many_of_one_code_bury_neither_another_code_nor_another_file() -> None:
    odd = error(Place("a.md", SHOWN + 5), "not-utf8", "odd")
    said = list(text_lines(ordered([*missing(SHOWN + 9), odd, *missing(2, "b.md")])))
    assert said[SHOWN + 1].startswith("a.md: … and 9 more like this")
    assert said[SHOWN + 2] == str(odd)
    assert said[SHOWN + 3].startswith("b.md:1: ")


def test_a_hint_stands_once_for_a_file_and_code_and_again_where_it_differs() -> None:
    other = warning(Place("a.md", 3), "figure-missing", "no image at 'y.png'", "there is 'x.png'")
    hints = [line for line in text_lines([*missing(2), other, *missing(1, "b.md")]) if line.startswith("  hint: ")]
    assert hints == ["  hint: look", "  hint: there is 'x.png'", "  hint: look"]


def test_each_part_of_a_message_can_be_painted() -> None:
    painted = list(text_lines([MISSING], lambda text, role: f"<{role}>{text}</>"))
    assert painted == [
        "<path>notes/a.md:3</>: <warning>warning</>: no image at 'x.png' <code>[figure-missing]</>",
        "  <hint>hint:</> look at the path",
    ]


# for machines


def test_the_fields_of_a_diagnostic() -> None:
    assert list(fields(MISSING).items()) == [
        ("path", "notes/a.md"),
        ("line", 3),
        ("level", "warning"),
        ("code", "figure-missing"),
        ("message", "no image at 'x.png'"),
        ("hint", "look at the path"),
    ]
    assert fields(info(Place("a.md"), "c", "m"))["line"] == 0


@pytest.mark.parametrize(
    ("diagnostic", "line"),
    [
        (
            MISSING,
            "::warning file=notes/a.md,line=3,title=figure-missing::no image at 'x.png'%0Ahint: look at the path",
        ),
        (info(Place("a.md"), "empty-note", "nothing"), "::notice file=a.md,title=empty-note::nothing"),
        (error(Place("a:b,c%.md", 7), "c", "a:b,c 100 %\r\n%0A"), "::error file=a%3Ab%2Cc%25.md,line=7,title=c::a:b,c 100 %25%0D%0A%250A"),
    ],
)  # fmt: skip
def test_a_workflow_command_is_escaped_as_github_reads_it(diagnostic: Diagnostic, line: str) -> None:
    assert github_line(diagnostic) == line


def test_a_note_cannot_give_a_workflow_command_of_its_own() -> None:
    line = github_line(warning(Place("a.md", 1), "c", "x\n::set-output name=a::b", "\r::stop-commands::t"))
    assert len(line.splitlines()) == 1
