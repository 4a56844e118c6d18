"""Fair questions: nothing on a front tells the answer, no two fronts are the same, and nothing unrelated shifts a card."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckbuild.model import (
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Concept,
    Conclusion,
    Consequence,
    Deck,
    Definition,
    Diagram,
    Directive,
    Example,
    Figure,
    Footnote,
    Labelled,
    List,
    Math,
    Pair,
    Place,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    Run,
    Style,
    Subheading,
    Table,
    Term,
    Todo,
)
from deckbuild.plan.cards import Card, plan_cards, render_text
from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.judge import fronts
from deckbuild.plan.cards.model import Text, blanks
from deckbuild.plan.cards.phrases import says, sentences, weight
from deckbuild.plan.cards.text import front


def text(plain: str) -> RichText:
    return RichText.of(plain)


def section(title: str, *body: Block, children: tuple[Concept, ...] = ()) -> Concept:
    return Concept(title, text(title), body=body, children=children)


def deck(*concepts: Concept, title: str = "컴퓨터") -> Deck:
    return Deck("a.md", "Deck", text(title), "ko", concepts=concepts)


def label(name: str, meaning: str, line: int = 3) -> Labelled:
    return Labelled(text(name), text(meaning), place=Place("a.md", line))


def path_of(*titles: str, prompt: str = "특성", answer: str = "빠르다") -> tuple[str, ...]:
    inner = section(titles[-1], label(prompt, answer))
    for title in reversed(titles[:-1]):
        inner = section(title, children=(inner,))
    (card,) = plan_cards(deck(inner)).cards
    return card.path


# what the path above a prompt may say


def test_the_path_stops_before_a_heading_that_tells_the_answer() -> None:
    assert path_of("가상화", "하이퍼바이저 비교", "방식", "나", answer="하이퍼바이저") == ("컴퓨터", "가상화")


def test_the_path_leaves_out_what_the_prompt_repeats() -> None:
    assert path_of("가상화", "엔진", prompt="가상화 방법") == ("컴퓨터",)


def test_a_long_path_keeps_its_ends() -> None:
    assert path_of("하나", "둘", "셋", "넷", "다섯") == ("컴퓨터", "…", "셋", "넷")
    deep = path_of("첫째", "아주 긴 제목을 가진 둘째 장의 이름은 이렇게 길다", "역시 아주 긴 제목을 가진 셋째 장", "나")
    assert deep == ("컴퓨터", "…", "역시 아주 긴 제목을 가진 셋째 장")
    long = path_of("한 줄을 혼자 다 차지하고도 남을 만큼 아주 길고 또 긴 제목을 가진 장의 이름", "나")
    assert len(" › ".join(long)) <= 40
    assert long[1].startswith("한 줄을 혼자")
    assert long[1].endswith("장의 이름")


def test_the_source_line_has_room_for_whole_titles() -> None:
    (card,) = plan_cards(
        deck(section("가상화", children=(section("도커를 써야하는 이유", label("크기", "작다")),)))
    ).cards
    assert card.source == ("컴퓨터", "가상화", "도커를 써야하는 이유")


def test_a_topic_that_tells_the_answer_gives_way() -> None:
    (card,) = plan_cards(deck(section("도커", children=(section("설치", label("엔진 이름", "도커")),)))).cards
    assert card.topic.plain == "설치"


def test_a_prompt_that_tells_its_answer_is_no_card() -> None:
    assert plan_cards(deck(section("가상화", label("도커 엔진", "도커")))).cards == ()


@pytest.mark.parametrize(
    ("said", "answer", "told"),
    [
        ("the port of a host", "port", True),
        ("the report", "port", False),
        ("도커이미지의 특징", "도커 이미지", True),
        ("Docker › 설치", "`docker`", True),
        ("a + b", "…", False),
        ("ＡＰＩ", "api", True),
    ],
)
def test_an_answer_is_heard_in_words_not_in_letters(said: str, answer: str, told: bool) -> None:
    assert says(said, answer) is told


# no two cards ask the same


def test_cards_that_ask_the_same_get_context_until_they_differ() -> None:
    twins = tuple(
        section(name, children=(section("엔진", label("크기", size)),)) for name, size in (("A", "작다"), ("B", "크다"))
    )
    assert [front(card) for card in plan_cards(deck(*twins)).cards] == ["A › 엔진 — 크기?", "B › 엔진 — 크기?"]


def test_two_definitions_of_one_name_say_of_what() -> None:
    twins = tuple(
        section(name, children=(section("이미지", Definition(text(f"{name} 파일"))),)) for name in ("도커", "사진")
    )
    assert [front(card) for card in plan_cards(deck(*twins)).cards] == ["도커 — 이미지란?", "사진 — 이미지란?"]


def test_where_no_context_is_left_the_first_stays_and_the_author_is_told() -> None:
    plan = plan_cards(deck(section("엔진", label("크기", "작다", 3), label("크기", "크다", 9))))
    assert [spoken(card.answer) for card in plan.cards] == ["작다"]
    (said,) = plan.diagnostics
    assert (said.code, said.place.line) == ("duplicate-prompt", 9)
    assert "(line 3)" in said.message


def test_a_card_that_only_stands_twice_is_dropped_without_a_word() -> None:
    plan = plan_cards(deck(section("엔진", label("크기", "작다"), label("크기", "작다"))))
    assert (len(plan.cards), plan.diagnostics) == (1, ())


# identity, tags, order


def test_moving_and_renumbering_sections_changes_no_card() -> None:
    first, second = section("하나", label("크기", "작다", 3)), section("둘", label("무게", "가볍다", 9))
    before = {card.key: card for card in plan_cards(deck(first, second)).cards}
    moved = replace(first, number="7.2", place=Place("a.md", 50), body=(label("크기", "작다", 51),))
    after = {card.key: card for card in plan_cards(deck(second, moved)).cards}
    assert [unplaced(before[key]) for key in sorted(before)] == [unplaced(after[key]) for key in sorted(after)]


def unplaced(card: Card) -> Card:
    """A card without what Anki does not see in a note."""
    return replace(card, place=Place(""), due=0, group="")


def test_the_heading_path_is_one_tag_and_the_note_may_add_its_own() -> None:
    inner = section("os 가상화", children=(section('C++: "std::move"', label("크기", "작다")),))
    tagged = replace(deck(inner), tags=("시험",))
    (card,) = plan_cards(tagged).cards
    assert card.tags == ("컴퓨터::os_가상화::C++:_std:move", "시험")


def test_items_of_one_list_are_kept_five_cards_apart() -> None:
    items = tuple(Point(text(f"특성 하나 {n}"), place=Place("a.md", n)) for n in range(1, 4))
    ordered = List(items, style="ordered", place=Place("a.md", 1))
    others = [label(f"이름표 {n}", f"설명 {n}", 20 + n) for n in range(14)]
    plan = plan_cards(deck(section("엔진을 만드는 순서", ordered, *others)))
    due = [card.due for card in plan.cards if card.kind == "list_item"]
    assert due == [0, 5, 10]
    assert sorted(card.due for card in plan.cards) == list(range(17))


def test_sentences_are_not_cut_in_code_and_abbreviations() -> None:
    paragraph = RichText((Run("See e.g. this. Use "), Run("a. b", kind="code"), Run(" here. 끝이다。다음")))
    assert [s.plain for s in sentences(paragraph)] == ["See e.g. this.", "Use a. b here.", "끝이다。", "다음"]


def test_a_syllable_weighs_as_much_as_two_letters() -> None:
    assert (weight("도커"), weight("git!"), weight("…")) == (4, 3, 0)


# whatever a note holds

LETTERS = st.text(alphabet="ab 가나{}:`<&?.도커이미지", max_size=24)
RICH = st.builds(
    lambda runs: RichText(run for run in runs if run.text),
    st.lists(
        st.builds(
            Run,
            LETTERS,
            st.frozensets(st.sampled_from(Style), max_size=2),
            st.sampled_from(["", "https://a.b", "#x"]),
            st.sampled_from(["text", "text", "code", "math", "break", "reference", "image"]),
        ),
        max_size=4,
    ),
)
HOLES = st.builds(lambda text, group: RichText(Run(run.text, cloze=group) for run in text), RICH, st.integers(1, 3))
CELLS = st.tuples(RICH, RICH)
LEAVES: st.SearchStrategy[Block] = st.one_of(
    st.builds(Definition, RICH),
    st.builds(Point, RICH, st.lists(RICH, max_size=2).map(tuple)),
    st.builds(Term, RICH, RICH),
    st.builds(Consequence, RICH),
    st.builds(Conclusion, RICH),
    st.builds(Example, RICH),
    st.builds(Subheading, RICH),
    st.builds(Reference, RICH, st.just("https://a.b")),
    st.builds(Figure, st.sampled_from(["a.png", "b.png"]), RICH),
    st.builds(Code, LETTERS, st.sampled_from(["", "python"])),
    st.builds(Command, LETTERS, RICH, LETTERS),
    st.builds(Table, CELLS, st.lists(CELLS, max_size=3).map(tuple)),
    st.builds(Math, LETTERS),
    st.builds(Diagram, LETTERS, st.just("mermaid"), RICH),
    st.builds(Todo, RICH),
    st.builds(Directive, st.sampled_from(["skip", "sheet keep", "slide break"])),
)


def containers(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    body = st.lists(inner, max_size=4).map(tuple)
    return st.one_of(
        st.builds(lambda t, b: Point(t, body=b), RICH, body),
        st.builds(Pair, RICH, RICH, st.sampled_from(["->", "="]), st.lists(RICH, max_size=2).map(tuple), body),
        st.builds(Cloze, HOLES, body),
        st.builds(Footnote, LETTERS, RICH, body),
        st.builds(Labelled, RICH, RICH, body),
        st.builds(Question, RICH, RICH, body),
        st.builds(
            List,
            body,
            RICH,
            st.sampled_from(["points", "steps", "examples", "references", "pros", "cons"]),
            st.sampled_from(["bullet", "ordered", "lines"]),
        ),
        st.builds(Quote, body),
        st.builds(Callout, st.sampled_from(["note", "question", "todo"]), RICH, body),
    )


BODY = st.lists(st.recursive(LEAVES, containers, max_leaves=8), max_size=6).map(tuple)
CONCEPTS = st.builds(
    lambda title, asks, body, inner: Concept(
        "x", title, asks=asks, body=body, children=(Concept("y", inner, body=body),)
    ),
    RICH,
    st.sampled_from(["", "definition", "reason", "method", "difference", "question"]),
    BODY,
    RICH,
)
DECKS = st.builds(
    lambda title, body, concepts, language: Deck(
        "a.md", "folder::a", title, language, body=body, concepts=tuple(concepts)
    ),
    RICH,
    BODY,
    st.lists(CONCEPTS, max_size=3),
    st.sampled_from(["ko", "en", "ja", "zh", "pt"]),
)


@given(DECKS)
def test_whatever_a_note_holds_its_cards_are_fair(given_deck: Deck) -> None:
    plan = plan_cards(given_deck, {"a.png"})
    shown = [side for card in plan.cards for side in fronts(card)]
    assert len(shown) == len(set(shown))
    assert len({card.key for card in plan.cards}) == len(plan.cards)
    for card in plan.cards:
        assert front(card) or card.numbers
        visible = (*card.path, card.topic.plain, f"{card.prompt.plain} {card.cue}")
        for secret in [t.plain for _, t in blanks(card.shown)] or [spoken(card.answer)]:
            assert secret.strip()
            assert card.own or not any(says(part, secret) for part in visible)
    assert render_text(plan).endswith("\n")
    assert plan == plan_cards(given_deck, {"a.png"})


def test_answers_of_several_paragraphs_are_all_kept_from_the_front() -> None:
    asked = Callout("question", text("빠르다 그리고 무엇인가?"), (Point(text("가볍다")), Point(text("빠르다"))))
    assert plan_cards(deck(section("엔진", asked))).cards == ()
    fine = Question(text("무엇인가?"), text("가볍다"), (Point(text("빠르다")),))
    (card,) = plan_cards(deck(section("엔진", fine))).cards
    assert card.answer == (Text(text("가볍다")), Text(text("빠르다")))


def test_the_second_card_of_a_name_is_not_taken_for_another_that_ends_in_a_number() -> None:
    from deckbuild.identity import mint
    from deckbuild.plan.cards import plan_cards
    from deckbuild.readers.notes import read_note

    note = "# Servers\n\n## Defaults\n\n- Linux:\n  - Port: eighty\n- Windows:\n  - Port: ninety\n  - Port 2: hundred\n"
    keys = [card.key for card in plan_cards(read_note(note, "a.md").deck).cards]
    assert len(keys) == 3 == len({mint("deck", key.above, key.rule, key.text) for key in keys})


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        ("Is it an enzyme or a pigment?", "An enzyme."),
        ("TCP는 연결형인가 비연결형인가?", "연결형"),
        ("Water is wet. (O/X)", "O"),
        ("True or false: the moon is made of cheese.", "false"),
    ],
)
def test_a_question_of_the_authors_own_may_offer_its_answer(asked: str, answer: str) -> None:
    (card,) = plan_cards(deck(section("셀", Question(text(asked), text(answer))))).cards
    assert spoken(card.answer) == answer
