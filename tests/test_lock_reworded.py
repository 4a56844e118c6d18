"""Which card is known by the rest of it where much was written anew: a question, a row, a command."""

from __future__ import annotations

import pytest

from deckbuild.lock import Record
from deckbuild.lock.matching import match

from .test_lock_matching import REST, kept

TABLE = "# N\n\n## T\n\n| kind | bits | sign | exponent |\n|-|-|-|-|\n| {} | 16 | 1 | 5 |\n| single | 32 | 1 | {} |\n| double | 64 | 2 | 11 |\n"


@pytest.mark.parametrize("asked", ["lantern / bits", "lantern / sign", "lantern / exponent"])
def test_a_row_that_says_all_it_did_is_known_whatever_its_name_is(asked: str) -> None:
    assert kept(TABLE.format("half", 8), TABLE.format("lantern", 8), asked)


def test_a_row_that_says_what_another_did_is_not_known_by_that() -> None:
    twice = TABLE.replace("| single | 32 | 1 | {} |", "| short | 16 | 1 | 5 |\n| single | 32 | 1 | {} |")
    assert not kept(twice.format("half", "8"), twice.format("lantern", "8"), "lantern / bits")


CODES = "# N\n\n## T\n\n| code | name | meaning |\n|-|-|-|\n| 404 | Not Found | nothing is there |\n| {} | Conflict | {} |\n| 410 | Gone | it was there |\n"


def test_a_row_of_two_cells_is_known_by_what_no_other_row_says() -> None:
    assert kept(CODES.format("409", "it contradicts"), CODES.format("lantern", "it contradicts"), "lantern / name")
    assert not kept(CODES.format("409", "it was there"), CODES.format("lantern", "it was there"), "lantern / meaning")
    assert not kept(CODES.format("409", "it contradicts"), CODES.format("lantern", "it is held"), "lantern / name")


SORTS = "# N\n\n## T\n\n| sort | best | worst | space |\n|-|-|-|-|\n| {} | O(8) | O(8) | O(1) |\n| Quick sort | O(8) | O(9) | O(7) |\n"


def test_a_row_that_keeps_a_word_of_its_name_is_known_by_two_cells() -> None:
    assert kept(SORTS.format("Heap sort"), SORTS.format("copper sort"), "copper sort / best")
    assert not kept(SORTS.format("Heap sort"), SORTS.format("copper"), "copper / best")


SPEEDS = "# N\n\n## Sorts\n\n| sort | {} | note |{}\n|-|-|-|{}\n| heap | O(8) | in place |{}\n| merge | O(8) | stable |{}\n| bubble | O(9) | to teach |{}\n"
ONE_MORE = (" average |", "-|", " O(8) |", " O(8) |", " O(9) |")


@pytest.mark.parametrize("name", ["time", "speed", "how long it takes"])
def test_a_column_that_says_all_it_did_is_known_whatever_its_name_is(name: str) -> None:
    for row in ("heap", "merge", "bubble"):
        assert kept(SPEEDS.format("worst time", *[""] * 5), SPEEDS.format(name, *[""] * 5), f"{row} / {name}")


def test_a_column_that_says_what_another_did_is_not_known_by_that() -> None:
    assert not kept(SPEEDS.format("worst", *ONE_MORE), SPEEDS.format("copper", *ONE_MORE), "bubble / copper")


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


def test_another_program_is_not_known_by_what_was_said_of_the_first() -> None:
    before = COMMANDS.format("Run it in your own workspace", "git clone https://example.org/interview interview")
    assert not kept(before, COMMANDS.format("Run it in your own workspace", "cd interview"), "cd interview")


def test_a_list_of_another_section_is_not_that_of_one_that_is_gone() -> None:
    """All of one list is out of the deck, and all of another came in: lines that look alike are not the same."""
    note = "# 노트\n\n## {}\n\n1. {}\n2. {}\n3. {}\n\n## 끝\n\n- 오메가 : 글자 가운데 마지막 것\n"
    old = note.format("균형 트리", "레드 블랙 트리에 대해 설명해주세요.", "세 가지 특징 이름", "사용하는 이유 말하기")
    new = note.format("힙", "힙 구조에 대해서 설명해주세요.", "우선순위 큐와 비교", "삽입하는 과정의 순서")
    assert not kept(old, new, "힙 구조")


def test_what_is_said_to_a_letter_elsewhere_is_in_doubt_where_a_line_was_replaced() -> None:
    """In the section of one card stands what another says of the same name, with a slip."""
    note = "# N\n\n## One dimension\n\n- alpha : the first\n- make an array : {}\n- omega : the last\n\n## Two dimensions\n\n- beta : the second\n{}- gamma : the third\n"
    one, two = "name = new type[length of the array];", "name = new type[length of the array][length of each array];"
    before = note.format(one, f"- make an array : {two}\n")
    assert not kept(before, note.format(two.replace("each", "eachh"), "").replace("One ", "First "), "make an array")


def said(above: str, text: str, answer: str, rule: str = "label") -> Record:
    return Record(note="n", above=tuple(above.split("/")), rule=rule, text=text, answer=answer)


def test_what_a_section_asks_is_not_what_another_asks() -> None:
    """Two lists of advantages share an item; of the one that is gone the section is there still."""
    dear, slow = (
        said("star/cons", "", "all stops with its centre", "list"),
        said("ring/cons", "", "slow to grow", "list"),
    )
    heap, shared = said("mesh/pros", "heap", "grows up"), "no node harms another"
    old = [dear, said("mesh/pros", "", f"{shared}, the load is spread", "list"), heap, slow]
    new = [dear, said("star/pros", "", f"{shared}, few packets collide", "list"), heap, slow]
    assert match(old, new).old_of == {0: 0, 2: 2, 3: 3}


def test_what_follows_from_the_same_elsewhere_is_another_consequence() -> None:
    premise = "the number of nodes grows or shrinks, the size of the hash changes, and the rule is broken"
    old = [
        said("hash", premise, "resharding", "consequence"),
        said("hash", "key", "a name"),
        said("use", "copy", "two"),
    ]
    new = [said("hash", "key", "a name"), said("use", "copy", "two"), said("use", premise, "a server", "consequence")]
    assert match(old, new).old_of == {0: 1, 1: 2}


def test_another_sentence_about_a_thing_is_not_known_by_its_name() -> None:
    """It came to light between the same neighbours where the one was that named the thing."""
    before, after = said("decks", "deck", "a set of cards"), said("counts", "count", "how many there are")
    old = [before, said("decks/tags", "在设置中设定制卡标签 (默认为 #flashcards)。", "#flashcards", "cloze"), after]
    nested = "注意 #flashcards 可以匹配嵌套标签例如 #flashards/subdeck/subdeck."
    new = [before, said("decks/labels/levels", nested, "#flashcards", "cloze"), after]
    assert match(old, new).old_of == {0: 0, 2: 2}


def test_a_question_that_is_another_s_is_not_known_by_an_answer_that_it_took_in() -> None:
    """Of two questions that differ in a word one is gone; the other has both answers now."""
    small, great = "learning rate를 너무 작게 잡으면?", "learning rate를 너무 크게 잡으면?"
    slow, leaps = (
        "수렴하는 속도가 너무 느리고, local minimum에 빠질 확률 증가",
        "최적의 값으로 수렴하지 않고 발산해버리는 경우가 발생(Overshooting)",
    )
    old = [said("when given", small, slow, "question"), said("when given", great, leaps, "question")]
    both = f"등불 학교 강물 하늘 {leaps[15:]} {slow}"
    new = [said("when drawn", great.replace("너무", "너무무"), both, "question")]
    assert match(old, new).old_of.get(0) != 0


def test_the_later_part_of_an_answer_is_a_card_of_its_own() -> None:
    """A question stood within the answer to another; both were reworded, and it came to light where that is gone."""
    first = "It puts several patterns together to solve one greater problem."
    later = "Observer: the model tells its views of each change. Composite: a view is made of smaller views."
    before, after = said("faq", "key", "a name"), said("faq", "copy", "two")
    whole = said(
        "faq", "Why is it called a compound pattern?", f"{first} Which patterns are in it? {later}", "question"
    )
    part = said("faq", "lantern meadow copper patterns are in it?", later, "question")
    assert match([before, whole, after], [before, part, after]).old_of == {0: 0, 2: 2}


def test_commands_that_begin_with_another_program_are_not_known_by_those_after_it() -> None:
    """What stood between two blocks is gone: the first command of the one now asks for those of the other too."""
    install = (
        "npm run runner:install -- \\\n  --worker-url https://flashcards-worker-prod.example.workers.dev \\\n"
        "  --notes-root ~/notes \\\n  --registry-root /path/to/curricula\nnpm run runner:status"
    )
    run = "flashcards requests run"
    before, after = said("S", "key", "a name"), said("S", "copy", "two")
    old, new = (
        [before, Record(type="typed", note="n", above=("S",), rule="command", text=text), after]
        for text in (install, f"{run}\n{install}")
    )
    assert match(old, new).old_of == {0: 0, 2: 2}
