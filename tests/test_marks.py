"""Cards that the author marks: each form gives the card that it promises, and what only looks like one stays text."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from deckbuild.accounting import account
from deckbuild.answer_names import ANSWER
from deckbuild.model import Block, Cloze, List, Pair, Point, Question, Todo, blocks
from deckbuild.readers.notes import read_note
from deckbuild.richtext import to_markdown


def body(text: str) -> tuple[Block, ...]:
    """The blocks of a section with this text."""
    (concept,) = read_note(f"# Title\n\n## Section\n\n{text}\n", "x.md").deck.concepts
    return concept.body


def asked(text: str) -> list[tuple[str, str]]:
    """Each question of a text with its answer."""
    return [(b.question.plain, b.answer.plain) for b in blocks(body(text)) if isinstance(b, Question)]


def words(found: tuple[Block, ...]) -> Iterator[str]:
    return (block.text.plain for block in blocks(found) if isinstance(block, Point))


# Q: and A:


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Q: What is it?\nA: A box.", ("What is it?", "A box.")),
        ("Q: What is it?\n\nA: A box.", ("What is it?", "A box.")),
        ("**Q:** What is it?\n**A:** A box.", ("What is it?", "A box.")),
        ("Q. 무엇인가?\nA. 상자", ("무엇인가?", "상자")),
        ("질문: 물의 끓는점은?\n답: 100 ℃", ("물의 끓는점은?", "100 ℃")),
        ("问：什么是死锁？\n答：互相等待", ("什么是死锁？", "互相等待")),
        ("Q1: First?\nA1: One.", ("First?", "One.")),
        ("Q: Wrapped\nquestion?\nA: wrapped\nanswer", ("Wrapped question?", "wrapped answer")),
    ],
)
def test_a_question_has_the_answer_below_it(text: str, expected: tuple[str, str]):
    assert asked(text) == [expected]


def test_pairs_of_questions_and_answers_need_no_blank_line_between_them():
    assert asked("Q: a?\nA: b\nQ: c?\nA: d") == [("a?", "b"), ("c?", "d")]


def test_an_answer_may_be_a_list_that_it_announces_or_consists_of():
    for text in ("Q: Which?\nA:\n\n- one\n- two", "Q: Which?\nA: these:\n\n- one\n- two"):
        (question,) = (block for block in body(text) if isinstance(block, Question))
        assert isinstance(question.body[0], List)
        assert len(question.body[0].items) == 2


def test_choices_between_question_and_answer_belong_to_the_question():
    ((question, answer),) = asked("Q: Which is amphoteric?\n\n1. NaOH\n2. Al(OH)₃\n\nA: the second")
    assert question.split("\n") == ["Which is amphoteric?", "1. NaOH", "2. Al(OH)₃"]
    assert answer == "the second"


def test_items_of_a_list_that_ask_and_answer_are_one_item():
    (listed,) = body("- Q: What is pH 7?\n- A: neutral\n- another item")
    assert isinstance(listed, List)
    assert [type(item) for item in listed.items] == [Question, Point]


def test_a_paragraph_below_an_answer_is_not_swallowed():
    assert [type(block) for block in body("Q: a?\nA: b\n\nA paragraph of its own.")] == [Question, Point]


@pytest.mark.parametrize(
    "text",
    [
        "A: Hello, how are you?\nB: Fine, thanks.",
        "Q: nobody ever answered",
        "A: an answer without its question",
        "Q. Which one?\nA. NaOH\nB. Al(OH)₃",
        "Q: a?\n\n---\n\nA: b",
        "Quick: this is no Q: at all.",
    ],
)
def test_half_a_card_is_text_and_loses_nothing(text: str):
    found = body(text)
    assert not any(isinstance(block, Question) and block.answer.plain == "b" for block in blocks(found))
    assert all(word in repr(found) + "".join(map(str, words(found))) for word in text.split("\n")[0].split()[1:])


# front :: back


def test_two_colons_ask_one_way_and_three_ask_both_ways():
    one, two, three = body("cardia :: heart\nhaima:::blood\nosteon ::: bone")
    assert (one.question.plain, one.answer.plain) == ("cardia", "heart")
    assert [(pair.left.plain, pair.right.plain, pair.sign) for pair in (two, three)] == [
        ("haima", "blood", "="),
        ("osteon", "bone", "="),
    ]


def test_colons_between_ordinary_lines_take_their_line_alone():
    before, card, after = body("an ordinary line.\nfront :: back\nanother line.")
    assert (before.text.plain, after.text.plain) == ("an ordinary line.", "another line.")
    assert isinstance(card, Question)


def test_an_item_may_be_a_card_and_keeps_what_is_below_it():
    (listed,) = body("- nephros :: kidney\n    - as in nephritis")
    assert isinstance(listed, List)
    (card,) = listed.items
    assert isinstance(card, Question)
    assert "nephritis" in repr([b.text for b in blocks(card.body) if isinstance(b, Point)])


@pytest.mark.parametrize(
    "text",
    [
        "std::map is ordered",
        "[cardia :: heart](https://a.b/c)",
        "see [[cardia :: heart]]",
        "`a :: b` is code",
        "폐 ::",
        ":: nothing in front",
        "a :: b :: c",
        "https://a.b/c::d",
    ],
)
def test_colons_that_are_no_mark_stay_text(text: str):
    assert not any(isinstance(block, Question | Pair) for block in blocks(body(text)))


# ?


def test_a_lone_question_mark_divides_front_and_back():
    assert asked("What does *brady-* mean?\n?\nslow\nas in bradycardia") == [
        ("What does brady- mean?", "slow as in bradycardia")
    ]


def test_two_question_marks_ask_both_ways():
    (pair,) = body("tachy-\n??\nfast")
    assert isinstance(pair, Pair)
    assert (pair.left.plain, pair.right.plain, pair.sign) == ("tachy-", "fast", "=")


def test_the_back_may_be_a_list_directly_below():
    (question,) = body("Parts of the heart\n?\n- atrium\n- ventricle")
    assert isinstance(question, Question)
    assert len(list(blocks(question.body))) == 3


def test_a_question_mark_with_blank_lines_around_it_divides_nothing():
    assert not any(isinstance(block, Question) for block in body("Is this one?\n\n?\n\nA lonely mark."))


# holes


def test_brackets_of_a_hole_line_are_holes_each_of_its_own():
    (cloze,) = body("C: The [mole] holds [6.022 × 10²³] entities.")
    assert isinstance(cloze, Cloze)
    assert [(run.text, run.cloze) for run in cloze.text if run.cloze] == [("mole", 1), ("6.022 × 10²³", 2)]


def test_brackets_of_formulas_links_and_escapes_are_no_holes():
    (cloze,) = body(r"C: In $[A]^2$ and [a](b.md) and \[x\] only [this] is one.")
    assert [run.text for run in cloze.text if run.cloze] == ["this"]


def test_a_line_without_brackets_is_none():
    assert not any(isinstance(block, Cloze) for block in body("C: no brackets here at all"))


def test_holes_as_anki_writes_them_keep_group_and_hint():
    (cloze,) = body("{{c1::Hippocrates}} taught on {{c2::Kos::which island?}}.")
    assert to_markdown(cloze.text) == "{{c1::Hippocrates}} taught on {{c2::Kos::which island?}}."


def test_an_item_with_holes_keeps_what_is_below_it():
    (listed,) = body("- {{c1::Kos}} is an island\n    - in the Aegean")
    assert isinstance(listed.items[0], Cloze)
    assert listed.items[0].body


# callouts, lines that ask, tasks


def test_a_callout_that_asks_is_a_question():
    assert asked("> [!question] Why?\n> Because.") == [("Why?", "Because.")]
    assert asked("> [!faq]-\n> Why?\n>\n> Because.") == [("Why?", "Because.")]
    assert asked("> [!note] Why?\n> Because.") == []


@pytest.mark.parametrize("marks", [":", "…", "— —"])
def test_a_line_of_marks_in_bold_names_nothing(marks: str):
    assert all(isinstance(block, Point) for block in body(f"**{marks}**\n\nIt is reliable."))


def test_a_line_in_bold_that_asks_has_its_answer_below():
    assert asked("**Why TCP?**\n\nIt is reliable.") == [("Why TCP?", "It is reliable.")]
    assert asked("**Why TCP?**\n- reliable\n- ordered") == [("Why TCP?", "")]


@pytest.mark.parametrize(
    "text",
    [
        "1. 다음 중 잘못 설명한 것은?\n\n   > 1. 맞는 말\n   > 2. 틀린 말",
        "- Which of the following is amphoteric?\n    1. NaOH\n    2. Al(OH)₃",
        "**次のうち正しいものはどれか？**\n\n1. ア\n2. イ",
    ],
)
def test_choices_are_no_answer(text: str):
    assert asked(text) == []
    assert len(list(words(body(text)))) >= 2


def test_a_box_that_is_ticked_is_a_task_with_what_is_below_it():
    (listed,) = body("- [ ] open\n- [x] done\n    - below\n- [-] none")
    assert [(type(item), getattr(item, "done", None)) for item in listed.items] == [
        (Todo, False),
        (Todo, True),
        (Point, None),
    ]
    assert listed.items[1].body


@pytest.mark.parametrize("name", ANSWER.replace("え?", "|答え").split("|"))
@pytest.mark.parametrize(
    "note",
    [
        "Q: Why?\n{name}: Since it rusts.\n",
        "Why?\n\n{name}: Since it rusts.\n",
        "Why?\n\na) Since it rusts.\nb) Nobody knows.\n\n{name}: a\n",
        "Why?\n\n<details><summary>{name}</summary>\n\nSince it rusts.\n\n</details>\n",
    ],
)
def test_an_answer_has_the_same_names_wherever_it_stands(name: str, note: str):
    text = f"# T\n\n## S\n\n{note.format(name=name)}"
    deck = read_note(text, "n.md").deck
    assert [each.answer.plain.removeprefix("a) ") for each in deck.concepts[0].body if isinstance(each, Question)] == [
        "Since it rusts."
    ]
    assert account(text, deck).missing == ()
