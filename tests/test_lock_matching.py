"""Which card is found again after a heavy edit, and which is not taken for another."""

from __future__ import annotations

import sys

import pytest

from deckbuild.lock import Lock, Record
from deckbuild.lock.changes import is_sibling
from deckbuild.lock.likeness import edges, slipped
from deckbuild.lock.sections import below_another, between_found
from deckbuild.lock.tables import Tables
from deckbuild.plan.cards.text import front

from .test_lock import built, planned


def kept(before: str, after: str, asked: str) -> bool:
    """Whether the card of the edited note whose front has some words is an old one."""
    first, lock = built(Lock(), planned(before))
    second = planned(after)
    found, _ = built(lock, second)
    index = next(i for i, card in enumerate(second.cards) if asked in f"{front(card)} {card.key.text}")
    return found.plans[0][index].guid in {each.guid for each in first.plans[0]}


def both(before: str, after: str) -> list[Record]:
    """The cards, as they were, that are in a note before and after an edit."""
    _, lock = built(Lock(), planned(before))
    found, _ = built(lock, planned(after))
    return [lock.cards[each.guid] for each in found.plans[0] if each.guid in lock.cards]


LIST = "# N\n\n## L\n\n- alpha : the first of the letters\n- {} : {}\n- omega : the last of the letters\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            ("heap area", "room for data that is made as a program runs"),
            ("wicker candle", "basket for data that is made as a program runs"),
        ),
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
    rows = "| check | old deck | new deck |\n|-|-|-|\n| missing sides | 2 | 0 |\n| {} | 0 | 0 |\n| broken links | 1 | 3 |\n"
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


def test_the_only_blank_that_came_has_the_number_of_the_only_one_that_went() -> None:
    note = "# N\n\n## S\n\nShort jobs wait behind a long one, which is the **{}** of the queue.\n"
    _, lock = built(Lock(), planned(note.format("convoy effect")))
    found, _ = built(lock, planned(note.format("traffic jam")))
    assert [identity.blanks for identity in found.plans[0]] == [{"traffic jam": 1}]


def test_a_blank_beside_one_that_is_but_no_longer_emphasised_is_new() -> None:
    note = "# N\n\n## S\n\nThe **scheduler** picks one of the **threads** and the dispatcher runs it.\n"
    _, lock = built(Lock(), planned(note))
    other = note.replace("**scheduler**", "scheduler").replace("dispatcher", "**dispatcher**")
    found, _ = built(lock, planned(other))
    assert [identity.blanks["dispatcher"] for identity in found.plans[0]] == [3]


SIBLINGS = [
    ("스택은 **후입선출** 구조이다.", "큐는 **선입선출** 구조이다."),
    ("Each consul could block the other with a **veto**.", "A tribune could stop any law with his **veto**."),
    (
        "Hannibal crossed the **Alps** with war elephants in 218 BC.",
        "Hasdrubal crossed the **Alps** with fresh troops in 207 BC.",
    ),
    ("- Prokaryotes : have no nucleus", "- Eukaryotes : have a nucleus"),
    ("- Afferent : carries signals to the brain", "- Efferent : carries signals from the brain"),
    ("- 뮤텍스 : 하나의 스레드만 임계 구역에 들어간다", "- 세마포어 : 여러 스레드가 임계 구역에 들어간다"),
    ("- Quaestor : looked after the treasury", "- Aerarius : looked after the taxes"),
    ("- 내부 단편화 : 조각의 안이 남는다", "- 외부 단편화 : 조각의 밖이 남는다"),
    ("Q: What does insulin do?\nA: It lowers blood sugar.", "Q: What does glucagon do?\nA: It raises blood sugar."),
    ("Q: Which layer has IP?\nA: The network layer.", "Q: Which layer has TCP?\nA: The transport layer."),
    ("- left child of node i : i * 2", "- right child of node i : i * 2 + 1"),
    ("- supply pipe : the warm half of the water in a tank", "- return pipe : water in a tank that is cold"),
    (
        "Q: What happened in 1066?\nA: Normans conquered England",
        "Q: What happened in 1016?\nA: Danes conquered England",
    ),
]


@pytest.mark.parametrize(("old", "new"), SIBLINGS)
def test_a_fact_in_the_place_of_its_sibling_is_another(old: str, new: str) -> None:
    """Between the same neighbours a word was exchanged on either side: it is asked anew, and said to be in doubt."""
    note = "# N\n\n## S\n\n- alpha : the first of the letters\n\n{}\n\n- omega : the last of the letters\n"
    first, lock = built(Lock(), planned(note.format(old)))
    found, _ = built(lock, planned(note.format(new)))
    assert len({each.guid for each in first.plans[0]} & {each.guid for each in found.plans[0]}) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [("| sing | sang |", "| ring | rang |"), ("| essen | gegessen |", "| fressen | gefressen |")],
)
def test_a_word_that_is_another_by_a_letter_is_another(old: str, new: str) -> None:
    table = "# N\n\n## T\n\n| word | form |\n|-|-|\n| gehen | gegangen |\n{}\n| laufen | gelaufen |\n"
    first, lock = built(Lock(), planned(table.format(old)))
    found, _ = built(lock, planned(table.format(new)))
    assert len({each.guid for each in first.plans[0]} & {each.guid for each in found.plans[0]}) == 2


REST = "# N\n\n## S\n\n- alpha : the first of the letters\n- {}\n- omega : the last of the letters\n"


@pytest.mark.parametrize(
    ("old", "new", "same"),
    [
        ("heap : room for data that a program takes", "candle : basket copper data that a program takes", True),
        ("heap : room for data a program", "candle : basket copper data a program", False),
        ("heap : room for all data that a program takes", "stack : room for few data that a program takes", False),
        ("heap : room for data, which a program takes then", "heap : room for data, lantern meadow copper", True),
    ],
)
def test_the_end_of_a_line_that_was_left_standing_says_which_it_is(old: str, new: str, same: bool) -> None:
    """Where it is of 20 letters or more, and all in one piece."""
    assert kept(REST.format(old), REST.format(new), new.partition(" ")[0]) == same


def test_half_a_line_without_spaces_is_known_by_its_signs() -> None:
    old, new = (
        "heap : 请记录面向用户的修改如新增功能与调整说明等等",
        "candle : 星村門流花鳥風月如新增功能与调整说明等等",
    )
    assert kept(REST.format(old), REST.format(new), "candle")


@pytest.mark.parametrize(
    ("rest", "same"), [("what a thread writes to memory", True), ("what one thread writes", False)]
)
def test_half_a_line_in_another_section_is_known_by_more_of_it(rest: str, same: bool) -> None:
    note = "# N\n\n## A\n\n- one : the first of them\n- cache : keeps near {}\n\n## B\n\n- two : the second of them\n"
    first = note.format(rest)
    moved = first.replace(f"- cache : keeps near {rest}\n", "") + f"- candle : basket copper {rest}\n"
    assert kept(first, moved, "candle") == same


def test_a_question_that_has_lost_its_end_and_its_answer_is_another() -> None:
    note = "# N\n\n## S\n\nQ: What is first?\nA: The head of it.\n\nQ: {}\nA: {}\n\nQ: What is last?\nA: The tail.\n"
    old, new = (("In which year did the war begin?", "1939"), ("In which year did the war end?", "1945"))
    assert not kept(note.format(*old), note.format(*new), "end?")


def test_a_short_answer_says_nothing_of_what_has_another_name() -> None:
    table = "# N\n\n## T\n\n| call | time |\n|-|-|\n| push | O(n) |\n| {} | O(7) |\n| peek | O(1) |\n"
    assert not kept(table.format("first node"), table.format("last node"), "last node")
    assert not kept(REST.format("time needed : O(7)"), REST.format("space needed : O(7)"), "space")
    assert kept(REST.format("time needed : O(7)"), REST.format("tmie needed : O(7)"), "tmie")


def test_a_row_is_known_by_several_cells_whatever_its_name_becomes() -> None:
    table = "# N\n\n## T\n\n| call | time | space |\n|-|-|-|\n| push | O(n) | O(1) |\n| {} | O(7) | O(8) |\n| peek | O(1) | O(1) |\n"
    assert kept(table.format("first node"), table.format("last node"), "last node / time")
    assert kept(table.format("first node"), table.format("last node"), "last node / space")


def test_a_row_that_needs_no_name_does_not_become_one_of_several_that_have_one() -> None:
    head = "# N\n\n## T\n\n| sort | time | space |\n|-|-|-|\n"
    before, after = f"{head}| heap | O(7) | O(1) |\n", f"{head}| copper | O(9) | O(1) |\n| merge | O(8) | O(5) |\n"
    assert not kept(before, after, "copper / space")


DEFINED = "# N\n\n## First\n\n- alpha : the first of the letters\n\n## Definition\n\n{}.\n\n## Last\n\n- omega : the last of them\n"
STEPS = "# N\n\n## Steps of a build\n\n1. Read the note\n2. {}\n3. Write the deck\n"


@pytest.mark.parametrize(
    ("note", "old", "new"),
    [
        (
            DEFINED,
            "빠른 정렬로 분류되며, Heap Sort와 함께 많이 언급되는 정렬 방식이다",
            "Heap Sort와는 반대로 안정 정렬에 속한다",
        ),
        (
            DEFINED,
            "It sorts in place and is called along with the heap sort",
            "Unlike the heap sort, it leaves equals in order",
        ),
        (STEPS, "소비자가 공급자에게 요청토큰을 요청한다", "공급자가 소비자에게 요청토큰을 발급해준다"),
    ],
)
def test_a_sentence_about_the_same_thing_is_another(note: str, old: str, new: str) -> None:
    """A few words that both have, and that stand in the midst of them, are of the thing that they are about."""
    assert len(both(note.format(old), note.format(new))) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("〜ほど（ば〜ほど）", "〜ほど (ほ.)（ば〜ほど）"),
        ("提交并推送您的修改到远程仓库", "提交并推送您的雲河鳥雨流門雲"),
    ],
)
def test_a_sentence_without_spaces_is_the_same_where_half_of_it_stayed(old: str, new: str) -> None:
    one, other = (Record(note="n", rule="step/cloze", text=said, answer=said) for said in (old, new))
    assert not is_sibling(one, other)


def test_of_two_like_sentences_the_one_with_a_slip_is_found() -> None:
    two = "# N\n\n## A\n\n### Definition\n\n{}\n\n## B\n\n### Definition\n\n{}\n"
    one = "# N\n\n## C\n\n### Meaning\n\n{}\n"
    least = "The key of a parent node is never greater than the key of its child node."
    most = least.replace("greater", "smaller")
    slipped = most.replace("parent", "paretn")
    (same,) = both(two.format(least, most), one.format(slipped).replace("Meaning", "Definition"))
    assert same.answer == most


def test_a_section_below_another_heading_is_known_by_its_title() -> None:
    a, b, c, d = (("n", path) for path in (("x", "t"), ("y", "z", "t"), ("w", "t"), ("y", "u")))
    assert dict(below_another([a], [b], {})) == {a: b}
    assert dict(below_another([a, c], [b], {})) == {}
    assert dict(below_another([a], [d], {})) == {}
    assert dict(below_another([a], [b], {a: d})) == {}


def test_an_answer_cut_to_what_another_card_says_is_in_doubt() -> None:
    note = "# N\n\n## S\n\n- one : the first of them\n- Bob : {}\n- two : the second of them\n{}"
    before = note.format(
        "sign this, and give me the key of the box", "- talk : Bob said, give me the key of the box, and left\n"
    )
    assert not kept(before, note.format("give me the key of the box", ""), "Bob")


def test_an_answer_that_was_part_of_another_card_is_not_a_new_answer_to_its_question() -> None:
    note = "# N\n\n## S\n\n- one : the first of them\n- Bob : {}\n- two : the second of them\n{}"
    before = note.format("sign this paper for me", "- talk : Bob said, give me the key of the box now, and left\n")
    after = note.format("give me the key of the box now", "")
    assert not kept(before, after, "Bob")


def test_words_that_changed_places_in_an_answer_make_another_fact() -> None:
    old, new = "preorder walk : root, left part, right part", "inorder walk : left part, root, right part"
    assert not kept(REST.format(old), REST.format(new), "inorder")


def test_a_command_with_a_slip_is_the_same_though_half_of_its_comment_is_new() -> None:
    note = "# N\n\n## S\n\n- one : the first of them\n\n{}:\n\n```bash\n{}\n```\n\n- two : the second of them\n"
    before = note.format("Install the database into the project before you use it", "npm install --save firebase")
    after = note.format("Install the database into the copper lantern for meadow", "nmp install --save firebase")
    assert kept(before, after, "nmp install")


def test_a_sentence_put_between_a_name_and_its_answer_is_not_that_name() -> None:
    note = "# N\n\n## Servers\n\n**Examples**\n{}\n: Tomcat, JBoss, Jeus, Web Sphere and more\n\n- port : a number of a service\n"
    put_in = "\nWe had coffee with friends.\n"
    assert not kept(note.format(""), note.format(put_in), "coffee")
    renamed = note.replace("**Examples**", "**Products on sale**")
    assert kept(note.format(""), renamed.format(""), "Products")


def test_a_question_out_of_the_answer_of_another_is_a_part_of_it() -> None:
    """What that asked is gone, and its answer, in which a question stood, is asked by this one."""
    note = "# N\n\n## S\n\n{}\n- omega : the last of the letters\n"
    parts = "the observer tells views of news, the composite builds them, the strategy is their controller"
    before = f"Q: Why is it called a compound?\nA: It joins several. Which patterns does it join? {parts}\n"
    after = f"Q: Which patterns does it join?\nA: {parts}\n"
    assert not kept(note.format(before), note.format(after), "patterns")


def test_a_question_that_is_asked_once_is_another_where_it_stands_among_others() -> None:
    """Of two lines that ask the same one was left out of the deck: it came to light where the other is gone."""
    note = "# N\n\n## S\n\n- alpha : the first of the letters\n- beta : the second of the letters\n{}- gamma : the third one of all\n- omega : the last of the letters\n{}"
    before = note.format("- semaphore : shows a train whether to stop\n", "")
    after = note.format("- heap : grows up\n", "- stack : grows down\n- semaphore : counts who may come in\n")
    assert not kept(before, after.replace("- omega : the last of the letters\n", ""), "semaphore")
    assert kept(before, before.replace("shows a train whether to stop", "counts who may come in"), "semaphore")


JOINS = (
    "# SQL\n\n## Joins\n\n- inner join: only rows that have a partner on both sides\n{}\n- cross join: each row with each row\n"
    "\n## More\n\n- header : a name and a value beside the body\n- index : a tree that finds rows fast\n"
    "- view : a question that has a name\n- cursor : a place in a result\n- schema : what the parts of a base are called\n"
)
WHOLE = "- left join: all rows of the left table, with nulls where there is no partner"
PARTS = "- left join: all rows of the left table\n- outer part of a left join: nulls where there is no partner"


@pytest.mark.parametrize(("old", "new"), [(WHOLE, PARTS), (PARTS, WHOLE)], ids=["split", "joined"])
def test_an_item_that_is_split_or_joined_goes_on_in_what_asks_as_it_did(old: str, new: str) -> None:
    assert kept(JOINS.format(old), JOINS.format(new), "left join?")


def test_a_column_that_asks_for_its_other_side_is_another_card() -> None:
    rows = "| Name | Vowel | Place |\n|-|-|-|\n| alpha | yes | first |\n| beta | no | second |\n| iota | yes | ninth |\n| tau | no | late |\n"
    before, row = f"# N\n\n## T\n\n{rows}", "| {} | {} | later |\n"
    assert not kept(before, before + row.format("upsilon", "yes"), "Vowel: no")
    assert kept(before, before + row.format("pi", "no"), "Vowel: yes")


def test_a_column_with_another_name_is_compared_once_and_not_for_each_of_its_rows() -> None:
    def calls(rows: int) -> int:
        """A clock that does not depend on the machine."""
        old, new = (
            [Record(note="n", rule="cell", text=f"row {i} / {head}", answer=f"said {i}") for i in range(rows)]
            for head in ("Meaning", "Gloss")
        )
        tables, found = Tables(old, new), [0]
        before = sys.getprofile()
        sys.setprofile(lambda *_: found.__setitem__(0, found[0] + 1))
        try:
            assert all(map(tables.is_renamed, old, new))
        finally:
            sys.setprofile(before)
        return found[0]

    assert calls(80) < 2.3 * calls(40)
