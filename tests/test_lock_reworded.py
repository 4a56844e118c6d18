"""Which card is known by the rest of it where much was written anew: a question, a row, a command."""

from __future__ import annotations

import pytest

from .test_lock_matching import REST, kept

TABLE = "# N\n\n## T\n\n| kind | bits | sign | exponent |\n|-|-|-|-|\n| {} | 16 | 1 | 5 |\n| single | 32 | 1 | {} |\n| double | 64 | 1 | 11 |\n"


@pytest.mark.parametrize("asked", ["lantern / bits", "lantern / sign", "lantern / exponent"])
def test_a_row_that_says_all_it_did_is_known_whatever_its_name_is(asked: str) -> None:
    assert kept(TABLE.format("half", 8), TABLE.format("lantern", 8), asked)


def test_a_row_that_says_what_another_did_is_not_known_by_that() -> None:
    twice = TABLE.replace("| single | 32 | 1 | {} |", "| short | 16 | 1 | 5 |\n| single | 32 | 1 | {} |")
    assert not kept(twice.format("half", "8"), twice.format("lantern", "8"), "lantern / bits")


def test_a_question_with_a_slip_that_is_asked_once_keeps_its_card() -> None:
    old, new = "- scheduler : picks one of all that wait", "- shceduler : 다리 노래 기차"
    assert kept(REST.format(old[2:]), REST.format(new[2:]), "shceduler")
    assert not kept(REST.format("LRU : picks one of all that wait"), REST.format("LRUK : 다리 노래 기차"), "LRUK")


COMMANDS = "# N\n\n## S\n\n- one : the first of them\n\n{}:\n\n```bash\n{}\n```\n\n- two : the second of them\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("Run all tests", "npm test"), ("Run nearly all tests", "npm test\nnpm test -- 'LinkedList'")),
        (
            ("Inspect without editing", "flashcards deck audit ~/notes/physics/mechanics --report-only"),
            ("Inspect without editing", "flashcards deck lantern ~/copper/physics/mechanics --report-only"),
        ),
        (
            ("Push all of it", "git push --set-upstream origin release-v1.9.2"),
            ("Lantern meadow copper", "git push --set-upstream origin release-v1.9.2"),
        ),
    ],
)
def test_a_command_is_known_by_what_it_does_or_by_itself(old: tuple[str, str], new: tuple[str, str]) -> None:
    assert kept(COMMANDS.format(*old), COMMANDS.format(*new), new[1].splitlines()[0])


def test_a_line_of_code_is_known_by_the_words_that_explain_it() -> None:
    note = "# N\n\n## Dekker\n\n- one : the first of them\n\n```c\nflag[i] = true;  // say that it wants to come in\n{}  // wait until it is its turn\nflag[i] = false;  // say that it has left again\n```\n\n- two : the second of them\n"
    assert kept(note.format("while (turn == j);"), note.format("lantern (copper);"), "lantern")
