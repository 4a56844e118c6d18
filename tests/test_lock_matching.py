"""Which card is found again after a heavy edit, and which is not taken for another."""

from __future__ import annotations

import pytest

from deckbuild.lock import Lock
from deckbuild.lock.likeness import edges, slipped
from deckbuild.lock.sections import between_found
from deckbuild.plan.cards.text import front

from .test_lock import built, planned


def kept(before: str, after: str, asked: str) -> bool:
    """Whether the card of the edited note whose front has some words is an old one."""
    first, lock = built(Lock(), planned(before))
    second = planned(after)
    found, _ = built(lock, second)
    index = next(i for i, card in enumerate(second.cards) if asked in f"{front(card)} {card.key.text}")
    return found.plans[0][index].guid in {each.guid for each in first.plans[0]}


LIST = "# N\n\n## L\n\n- alpha : the first of the letters\n- {} : {}\n- omega : the last of the letters\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("heap area", "room for data made as it runs"), ("heap candle", "basket for data made as it runs")),
        (("stack", "keeps the local values of a call"), ("stack", "keeps the velvet orchard of a call")),
        (("stack", "keeps the local values of a call"), ("stakc", "keeps the local vaules of a call")),
    ],
)
def test_a_line_half_rewritten_between_the_same_neighbours_is_that_line(
    old: tuple[str, str], new: tuple[str, str]
) -> None:
    assert kept(LIST.format(*old), LIST.format(*new), new[0])


def test_a_question_that_is_asked_once_keeps_its_card_whatever_the_answer_becomes() -> None:
    before = LIST.format("port", "a number by which a service is reached")
    after = before.replace("a number by which a service is reached", "one of 65536").replace("- alpha", "- alfalfa")
    assert kept(before, after.replace("first of the letters", "grass in a field"), "port?")


def test_a_row_renamed_keeps_each_of_its_cells() -> None:
    rows = "| check | old deck | new deck |\n|-|-|-|\n| missing sides | 2 | 0 |\n| {} | 0 | 0 |\n| broken links | 1 | 0 |\n"
    before, after = (
        f"# N\n\n## T\n\n{rows.format(name)}" for name in ("duplicate normalized fronts", "dupilcate timber fronts")
    )
    assert kept(before, after, "dupilcate timber fronts / old deck")
    assert kept(before, after, "dupilcate timber fronts / new deck")


TOLD = "# N\n\n## S\n\nThe kernel owns the **page table**.\n\n{}\n\nThe shell reads the **command line**.\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Requests are sent by the gateway to the **read service**.",
            "Requests are sent by the gateway to the **walnut basket**.",
        ),
        (
            "It owns **two queues** and **one lock** for all of its workers.",
            "It owns **two queues** and **a lantern** for all of its workers.",
        ),
        (
            "All of it is kept for the next of the readers in the **cache**.",
            "All of it is kept for the next of the **velvet cellar**.",
        ),
    ],
)
def test_a_sentence_is_the_same_though_its_blank_is_another(old: str, new: str) -> None:
    word = new.split("**")[1]
    assert kept(TOLD.format(old), TOLD.format(new), word)


def test_a_sentence_of_other_words_is_another() -> None:
    old, new = "The capital of France is **Paris**.", "The capital of Spain is **Madrid**."
    assert not kept(TOLD.format(old), TOLD.format(new), "Madrid")


def test_what_asks_for_another_card_is_not_found_by_its_answer() -> None:
    """A line between two facts is gone, so that the question of the one stands before the answer of the other."""
    facts = "- upkeep : only the inside of the procedure has to be changed\n- traffic : the client sends no more than a name and the arguments of it\n"
    crossed = "- upkeeep : the client sends no more than a name and the arguments of it\n"
    assert not kept(f"# N\n\n## L\n\n{facts}", f"# N\n\n## L\n\n{crossed}", "upkeeep")


def test_an_answer_that_has_swallowed_a_card_is_not_that_card() -> None:
    before = LIST.format("blocking", "a process is ready and never gets the processor for its work")
    after = LIST.format("trouble", "blocking: a process is ready and never gets the processor for its work")
    assert not kept(before, after, "trouble")


def test_of_equal_facts_in_two_sections_neither_is_found_far_away() -> None:
    both = "# N\n\n## A\n\n- list : O(V+E)\n- word : one\n\n## B\n\n- list : O(V+E)\n- term : two\n"
    after = "# N\n\n## A\n\n- word : one\n\n## B\n\n- term : two\n\n## C\n\n- lists : O(V+E)\n"
    assert not kept(both, after, "lists")


def test_a_heading_in_other_words_is_found_by_its_place() -> None:
    a, b, c, d, e = (("n", (word,)) for word in "abcde")
    assert dict(between_found([a, b, c], [a, d, c], {a: a, c: c})) == {b: d}
    assert dict(between_found([a, b, c], [a, d, e, c], {a: a, c: c})) == {}
    assert dict(between_found([a, b, c, d], [a, e, d], {a: a, d: d})) == {}
    assert dict(between_found([b], [d], {})) == {}


def test_a_definition_below_a_renamed_heading_is_found() -> None:
    note = "# 노트\n\n## 가방\n\n- 하나 : 첫째 낱말\n\n## {}란?\n\n두 프로그램 사이에서 {} 옮기는 작은 프로그램이다.\n\n## 모자\n\n- 둘 : 둘째 낱말\n"
    assert kept(note.format("어댑터", "호출을 하나씩"), note.format("바구니", "호출을 모두"), "바구니")


@pytest.mark.parametrize(
    ("word", "known", "meant"),
    [
        ("teh", ["the", "cat"], "the"),
        ("cat", ["the", "cat"], "cat"),
        ("bat", ["cat", "hat"], "bat"),
        ("8080", ["808"], "8080"),
    ],
)
def test_a_slip_means_the_one_word_that_it_is_near(word: str, known: list[str], meant: str) -> None:
    assert slipped(word, known) == meant


def test_a_slip_leaves_one_edge_of_a_text() -> None:
    assert set(edges("time complexity")) & set(edges("timme complexity"))
    assert set(edges("Maintainer")) & set(edges("aMintainer"))
    assert list(edges("")) == []
