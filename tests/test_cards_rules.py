"""The rules, one way of asking at a time, on decks written by hand."""

from __future__ import annotations

import pytest

from deckbuild.model import (
    Block,
    Callout,
    Cloze,
    Command,
    Concept,
    Conclusion,
    Consequence,
    Deck,
    Definition,
    Example,
    Figure,
    Labelled,
    List,
    Math,
    Pair,
    Place,
    Point,
    Question,
    Quote,
    RichText,
    Run,
    Style,
    Subheading,
    Table,
    Term,
    Todo,
)
from deckbuild.plan.cards import Card, plan_cards
from deckbuild.plan.cards.commands import names_programs
from deckbuild.plan.cards.model import Grid, Items, Listing, Text
from deckbuild.plan.cards.text import front, written
from deckbuild.plan.cards.text import render_text as render


def rich(text: str) -> RichText:
    """Text with `code` in backticks, **bold** and ==marked== words."""
    runs: list[Run] = []
    for i, piece in enumerate(text.split("`")):
        for j, part in enumerate(piece.split("**")) if i % 2 == 0 else ():
            for k, word in enumerate(part.split("==")):
                styles = {Style.BOLD} if j % 2 else {Style.MARK} if k % 2 else set()
                runs += [Run(word, frozenset(styles))] if word else []
        runs += [Run(piece, kind="code")] if i % 2 else []
    return RichText(runs)


def point(text: str, *leads_to: str, body: tuple[Block, ...] = (), line: int = 5) -> Point:
    return Point(rich(text), tuple(rich(t) for t in leads_to), body, Place("a.md", line))


def listed(*items: str | Block, **more: object) -> List:
    blocks = tuple(point(item, line=10 + i) if isinstance(item, str) else item for i, item in enumerate(items))
    return List(blocks, place=Place("a.md", 10), **more)  # type: ignore[arg-type]


def deck(*body: Block, title: str = "도커", language: str = "ko", above: str = "", asks: str = "") -> Deck:
    concept = Concept("a", rich(title), asks=asks, body=body)  # type: ignore[arg-type]
    outer = Concept("b", rich(above), children=(concept,)) if above else concept
    return Deck("a.md", "Deck", RichText.of("컴퓨터"), language, concepts=(outer,))


def cards(*body: Block, kind: str = "", pictures: tuple[str, ...] = (), **more: str) -> list[Card]:
    found = plan_cards(deck(*body, **more), pictures).cards
    return [card for card in found if not kind or card.kind == kind]


def fronts(*body: Block, **more: str) -> list[str]:
    return [front(card) for card in cards(*body, **more)]


def answer(card: Card) -> str:
    return " | ".join(written(part.text) for part in card.answer if isinstance(part, Text))


# definitions and terms


@pytest.mark.parametrize(
    ("language", "title", "asked"),
    [
        ("ko", "도커 이미지", "도커 이미지란?"),
        ("ko", "--rm", "--rm의 뜻은?"),
        ("en", "container", "What is container?"),
        ("ja", "コンテナ", "コンテナとは？"),
        ("zh", "容器", "什么是容器？"),
        ("de", "Container", "What is Container?"),
        ("ko", "왜 도커인가 ?", "왜 도커인가?"),
        ("ko", "한 번만 설치하면 된다.", "한 번만 설치하면 된다?"),
        ("en", "Drawback: size", "Drawback: size?"),
    ],
)
def test_a_definition_is_asked_for_in_the_language_of_the_note(language: str, title: str, asked: str) -> None:
    assert fronts(Definition(rich("x y z")), title=title, language=language) == [asked]


def test_a_heading_that_says_definition_asks_for_what_is_above_it() -> None:
    assert fronts(Definition(rich("격리된 공간")), title="정의", above="컨테이너") == ["컨테이너란?"]


def test_a_heading_that_says_nothing_takes_the_one_above_as_its_topic() -> None:
    assert fronts(Definition(rich("가볍다")), title="특징", above="컨테이너") == ["컨테이너 — 특징?"]


def test_the_first_example_of_a_section_goes_with_its_definition() -> None:
    (card,) = cards(Definition(rich("격리된 공간")), Example(rich("nginx 컨테이너")), Example(rich("둘째")))
    assert card.extra == (Text(rich("nginx 컨테이너")),)


def test_a_definition_that_says_the_name_or_stands_twice_is_not_turned_round() -> None:
    (card,) = cards(Definition(rich("도커 는 플랫폼")))
    assert card.reverse is None
    twice = cards(Definition(rich("플랫폼이다")), Term(rich("다른 것"), rich("플랫폼이다")))
    assert [card.reverse for card in twice] == [None, None]


def test_a_long_definition_is_not_turned_round() -> None:
    (card,) = cards(Definition(rich("아주 긴 설명 " * 20)))
    assert card.reverse is None


@pytest.mark.parametrize(("language", "asked"), [("ko", "레이어란?"), ("en", "What does 레이어 mean?")])
def test_a_term_asks_for_its_meaning(language: str, asked: str) -> None:
    assert fronts(Term(rich("레이어"), rich("읽기 전용 층")), language=language) == [asked]


@pytest.mark.parametrize(
    ("term", "language", "asked"),
    [
        ("큐의 예", "ko", "큐의 예?"),
        ("큐의 장점", "ko", "큐의 장점?"),
        ("Examples of queues", "en", "Examples of queues?"),
        ("の例え", "ja", "の例えとは？"),
    ],
)
def test_a_term_that_counts_things_asks_for_them(term: str, language: str, asked: str) -> None:
    (card,) = cards(Term(rich(term), rich("인쇄 대기열, 콜센터의 대기열, 운영체제의 준비 큐")), language=language)
    assert (front(card), card.reverse is None) == (asked, asked != "の例えとは？")


# statements of two halves


def test_names_with_a_description_ask_for_what_they_are_like() -> None:
    described = Pair(rich("VMware, Xen"), rich("여러 운영체제를 가상화할 수 있지만 무겁고 느리다"))
    assert fronts(described) == ["도커 — VMware, Xen의 특징은?"]
    assert fronts(described, language="en") == ["도커 — VMware, Xen → ?"]
    assert fronts(Pair(rich("VMware"), rich("가상머신"))) == ["도커 — VMware → ?"]


def test_an_equation_has_a_gap_for_its_right_side() -> None:
    (card,) = cards(Pair(rich("1 KB"), rich("1024 B"), "="))
    assert (card.gap, answer(card)) == ("?", "1024 B")


def test_what_is_to_be_asked_from_both_sides_is() -> None:
    (card,) = cards(Pair(rich("Gift"), rich("poison"), "=", both=True), language="en")
    assert (front(card), answer(card)) == ("도커 — Gift?", "poison")
    assert card.reverse
    assert (card.reverse.prompt.plain, card.reverse.answer.plain) == ("poison", "Gift")


def test_a_bracket_that_an_arrow_cuts_makes_no_pair() -> None:
    assert cards(Pair(rich("계산 (16진수"), rich("10진수)"))) == []


def test_several_consequences_are_one_card_that_says_how_many() -> None:
    (card,) = cards(point("그리고 이미지가 바뀐다", "새 레이어가 생긴다", "용량이 는다"))
    assert front(card) == "도커 — 이미지가 바뀐다 → 그래서? 2가지"
    assert answer(card) == "새 레이어가 생긴다 | 용량이 는다"


def test_a_consequence_that_stands_alone_follows_from_the_block_before() -> None:
    assert fronts(Consequence(rich("더 빠르다")), Labelled(rich("개선"), rich("KVM")), Consequence(rich("빨라짐"))) == [
        "도커 — 개선?",
        "도커 — 개선: KVM → 그래서?",
    ]


def test_a_label_without_text_asks_for_the_few_lines_below_it() -> None:
    few = Labelled(rich("HTTP"), body=(point("비연결성"), point("무상태")))
    (card,) = cards(few)
    assert front(card) == "도커 — HTTP? 2가지"
    many = Labelled(rich("HTTP"), body=tuple(point(f"특성 번호 {n}") for n in range(8)))
    assert cards(many) == []


@pytest.mark.parametrize("label", ["참고", "출처", "Note", "예", "주의사항", "例"])
def test_a_label_that_names_nothing_is_not_asked_for(label: str) -> None:
    assert cards(Labelled(rich(label), rich("무언가 설명"))) == []


def test_an_address_is_no_answer() -> None:
    assert cards(Labelled(rich("저장소"), rich("https://github.com/docker"))) == []


def test_a_question_is_asked_as_it_is_written() -> None:
    asked = Question(rich("하지만 왜 느린가 ?"), rich("복사하기 때문이다."), (listed("자세히", "더"),))
    (card,) = cards(asked)
    assert front(card) == "도커 — 왜 느린가?"
    assert isinstance(card.answer[1], Items)


def test_a_box_with_a_question_for_a_title_is_a_question() -> None:
    box = Callout("question", rich("perché usa UDP?"), (point("L'utilizzo di UDP richiede meno overhead"),))
    assert [(front(card), answer(card)) for card in cards(box)] == [
        ("도커 — perché usa UDP?", "L'utilizzo di UDP richiede meno overhead")
    ]


def test_a_conclusion_is_asked_of_its_section() -> None:
    assert fronts(Conclusion(rich("관리할 수 있다"))) == ["도커 — 결론?"]


@pytest.mark.parametrize(
    ("asks", "title", "asked"),
    [
        ("reason", "도커를 써야하는 이유", "도커를 써야하는 이유는?"),
        ("question", "왜 쓰는가 ?", "왜 쓰는가?"),
        ("difference", "TCP vs UDP", "TCP vs UDP?"),
        ("definition", "컨테이너", "컨테이너란?"),
    ],
)
def test_a_heading_that_asks_is_answered_by_what_is_below_it(asks: str, title: str, asked: str) -> None:
    assert fronts(point("환경이 같아진다."), title=title, asks=asks) == [asked]


def test_a_heading_over_a_long_passage_is_not_asked() -> None:
    assert cards(point("긴 설명 " * 200), title="도커를 쓰는 이유", asks="reason") == []


@pytest.mark.parametrize(
    "block",
    [
        listed("하나", "둘", style="ordered", role="steps"),
        listed(*(f"사실 {n}" for n in range(6))),
        Math("a = b"),
        Table((rich("a"), rich("b")), ((rich("c"), rich("d")),)),
    ],
    ids=["steps", "six facts", "a formula", "a table"],
)
def test_a_heading_over_what_has_cards_of_its_own_is_not_asked(block: Block) -> None:
    assert cards(block, title="도커를 쓰는 이유", asks="reason", kind="question") == []


def test_a_topic_that_is_the_prompt_stands_only_once() -> None:
    assert fronts(Pair(rich("도커"), rich("가볍다"))) == ["도커 → ?"]


# blanks


def holes(*parts: str | tuple[str, int] | tuple[str, int, str]) -> Cloze:
    """Text, and (text, group) or (text, group, hint) for what the author left out."""
    runs = [Run(p) if isinstance(p, str) else Run(p[0], cloze=p[1], hint="".join(map(str, p[2:]))) for p in parts]
    return Cloze(RichText(runs), place=Place("a.md", 5))


def cloze(*texts: str | Cloze, **more: str) -> list[str]:
    found = plan_cards(deck(*(point(text) if isinstance(text, str) else text for text in texts), **more))
    return [line.strip() for line in render(found).splitlines() if "{{c" in line]


def test_holes_of_the_author_are_taken_as_they_are() -> None:
    marked = holes(("Hippocrates", 1), " taught on ", ("Kos", 2, "which island?"), ".")
    assert cloze(marked) == ["도커: {{c1::Hippocrates}} taught on {{c2::Kos::which island?}}."]


def test_holes_of_one_group_are_asked_together_and_more_than_three_are_allowed() -> None:
    more = [part for i in range(2, 6) for part in (", ", (f"b{i}", i))]
    (found,) = cloze(holes(("a1", 1), " and ", ("a2", 1), *more))
    assert found.count("{{c1::") == 2
    assert "{{c5::b5}}" in found


def test_emphasised_words_are_blanks_numbered_as_they_are_read() -> None:
    assert cloze("`apt-get` 이나 **yum**으로 패키지를 설치한다") == [
        "도커: {{c1::`apt-get`}} 이나 {{c2::yum}}으로 패키지를 설치한다"
    ]


def test_the_highlighter_goes_before_other_emphasis() -> None:
    assert cloze("the **number** of trout in ==an hour== is Poisson") == [
        "도커: the number of trout in {{c1::an hour}} is Poisson"
    ]


def test_one_blank_may_hold_text_and_a_formula() -> None:
    marked = frozenset({Style.MARK})
    speed = (Run("The speed of light is "), Run("3 \\times 10^8", marked, kind="math"), Run(" m/s", marked), Run("."))
    (card,) = cards(Point(RichText(speed)))
    assert card.numbers == (1,)
    assert "{{c1::\\(3 \\times 10^8\\) m/s}}" in render(plan_cards(deck(Point(RichText(speed)))))


def test_a_word_that_comes_twice_is_one_blank() -> None:
    assert cloze("`docker` 그룹은 여기서 `docker` 데몬을 쓰게 한다")[0].count("c1::") == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("**전체가 강조된 줄이다**", "a whole line"),
        ("`docker ps`로 확인", "too little is left to read"),
        ("줄 끝의 설명은 여기에 **:** 있다고 한다", "punctuation"),
        ("변수 `x`가 커질 때 함수의 값도 커진다", "a single letter"),
        ("이 변경은 `#947` 번에서 처음 들어왔다고 한다", "a number"),
        ("도커는 여기서 **도커** 이미지를 뜻하는 말이다", "the sentence says it"),
        ("여러 사람이 쓰는 **도커** 엔진을 뜻하는 말이다", "the heading says it"),
        ("아래는 **구현 코드**의 전체를 보여주는 예제이다:", "it only leads to what follows"),
        ("설명이 " * 80 + "**끝난다** 그리고", "a sentence that nobody reads on a card"),
        ("**아주 길어서 한 번에 떠올릴 수 없는 대답이 들어 있는 강조** 부분이 있는 문장", "an answer too long"),
    ],
)
def test_no_blank_where_it_would_not_be_a_fair_question(text: str, reason: str) -> None:
    assert cloze(text) == [], reason


def test_a_paragraph_is_cut_into_sentences() -> None:
    text = "컨테이너는 가볍고 빠르다. 그리고 `apt-get`으로 패키지를 설치한다. 끝."
    assert cloze(text) == ["도커: {{c1::`apt-get`}}으로 패키지를 설치한다."]


def test_blanks_are_found_in_quotes_and_boxes_and_below_items() -> None:
    inner = point("패키지는 `apt-get`으로 설치한다고 한다")
    for block in (Quote((inner,)), Callout("note", body=(inner,)), listed(point("설치 안내", body=(listed(inner),)))):
        assert [card.kind for card in cards(block, kind="cloze")] == ["cloze"]


# lists


def test_the_first_item_is_asked_for_as_the_first() -> None:
    first, second, *_ = fronts(listed(*SIX, style="ordered"))
    assert (first, second) == ("도커의 특징 1/6 — 첫째는?", "도커의 특징 2/6")


def test_of_a_short_list_without_an_order_the_missing_item_is_asked_for() -> None:
    assert fronts(listed(*SIX[:3], style="ordered")) == ["도커 3가지 — 나머지 하나는?"] * 3
    assert fronts(listed(*SIX[:2], style="ordered")) == []
    assert fronts(listed(*SIX[:3], style="ordered"), title="만드는 순서")[2] == "만드는 순서 3/3"
    assert fronts(listed("먼저 연다", "그 다음 넣는다", style="ordered"))[1] == "도커 2/2"


SIX = ("빠르다", "가볍다", "싸다", "작다", "열려 있다", "널리 쓰인다")


@pytest.mark.parametrize(
    ("language", "title", "label", "named"),
    [
        ("ko", "도커의 장점", "", "도커의 장점 2/6"),
        ("ko", "도커", "규칙", "도커의 규칙 2/6"),
        ("ko", "도커:", "", "도커:의 특징 2/6"),
        ("en", "Docker", "", "Docker item 2 of 6"),
        ("ja", "Docker", "", "Dockerの特徴 2/6"),
        ("zh", "Docker", "", "Docker的要点 2/6"),
    ],
)
def test_a_list_is_named_by_what_its_items_are(language: str, title: str, label: str, named: str) -> None:
    found = fronts(listed(*SIX, style="ordered", label=rich(label)), title=title, language=language)
    assert found[1] == named


def test_a_list_under_a_heading_that_says_nothing_is_named_by_the_one_above() -> None:
    found = fronts(listed(*SIX, style="ordered"), title="특징", above="컨테이너")
    assert found[1] == "컨테이너의 특징 2/6"


@pytest.mark.parametrize(
    "items",
    [
        ["하나"],
        [f"항목 {n}" for n in range(10)],
        ["짧다", "긴 설명이 이어진다 " * 20],
        ["힙이란?", "스택이란?"],
        ["힙을 설명해주세요.", "스택을 설명해주세요."],
        ["같다", "같다"],
    ],
)
def test_what_is_no_list_to_learn_gives_no_items(items: list[str]) -> None:
    assert cards(listed(*items, style="ordered"), kind="list_item") == []


def test_what_is_nested_in_an_item_goes_to_the_back_of_its_card() -> None:
    first, second = cards(
        listed(point("연다", body=(listed("복사하지 않는다"),)), "넣는다", style="ordered"),
        kind="list_item",
        title="순서",
    )
    assert first.extra == (Items(((first.extra[0].items[0]),)),)  # type: ignore[union-attr]
    assert (second.extra, [item.inner for item in second.shown[0].items]) == ((), [(), ()])  # type: ignore[union-attr]


def test_a_short_set_with_a_name_asks_for_the_one_that_is_missing() -> None:
    found = cards(listed("속도", "무게", "값"), title="도커의 종류")
    assert [front(card) for card in found] == ["도커의 종류 3가지 — 나머지 하나는?"] * 3
    assert [[item.state for item in card.shown[0].items] for card in found][1] == ["shown", "asked", "shown"]  # type: ignore[union-attr]


def test_bullets_without_a_name_are_not_asked_for() -> None:
    assert cards(listed("빠르다", "가볍다", "싸다")) == []


def test_a_step_shows_the_two_before_it() -> None:
    steps = listed("내려받는다", "설치한다", "실행한다", "확인한다", style="ordered", role="steps")
    found = cards(steps, kind="step")
    assert [card.cue for card in found] == ["첫 단계는?", "다음 단계는?", "다음 단계는?", "다음 단계는?"]
    (last,) = found[3].shown
    assert isinstance(last, Items)
    assert (last.start, [item.text.plain for item in last.items]) == (2, ["설치한다", "실행한다", "확인한다"])


def test_references_and_examples_are_not_learnt_as_lists() -> None:
    assert cards(listed("하나", "둘", style="ordered", role="references")) == []
    assert cards(listed("하나", "둘", style="ordered", role="examples")) == []


# commands


def command(code: str, comment: str = "", line: int = 20, output: str = "") -> Command:
    return Command(code, rich(comment), output, "bash", Place("a.md", line))


def test_a_short_command_with_a_description_is_typed() -> None:
    (card,) = cards(command("docker ps -a", "모든 컨테이너 목록", output="CONTAINER ID"))
    assert (front(card), card.typed) == ("도커 — 모든 컨테이너 목록: 명령어?", "docker ps -a")
    assert card.extra == (Listing("CONTAINER ID"),)


def test_a_sentence_directly_above_a_command_describes_it() -> None:
    above = Point(rich("컨테이너를 모두 본다."), place=Place("a.md", 18))
    assert fronts(above, command("docker ps -a")) == ["도커 — 컨테이너를 모두 본다: 명령어?"]
    far = Point(rich("컨테이너를 모두 본다."), place=Place("a.md", 8))
    assert fronts(far, command("docker ps -a")) == ["도커 — 명령어?"]


def test_the_line_that_a_command_hangs_below_describes_it() -> None:
    assert fronts(listed(point("목록을 본다", body=(command("docker ps -a"),)))) == ["도커 — 목록을 본다: 명령어?"]


def test_commands_in_a_row_without_words_are_recalled_together() -> None:
    (card,) = cards(command("docker pull nginx"), command("docker run nginx", line=21))
    assert (front(card), card.typed) == ("도커 — 명령어? 2줄", "")
    assert card.answer == (Listing("docker pull nginx\ndocker run nginx", "bash", shell=True),)


def test_comments_and_long_scripts_are_no_commands_to_learn() -> None:
    assert cards(command("# nothing")) == []
    assert cards(*(command(f"step {n}", line=20 + n) for n in range(13))) == []


def test_only_ten_commands_of_a_deck_are_typed() -> None:
    found = cards(*(command(f"docker run c{n}{n}", f"컨테이너 {n}번 실행", line=20 + n) for n in range(12)))
    assert [bool(card.typed) for card in found] == [True] * 10 + [False] * 2
    assert {card.note_type for card in found} == {"typed"}, "a note type must not depend on other cards"


# tables, formulas, figures


def table(*rows: str) -> Table:
    cells = [tuple(rich(cell.strip()) for cell in row.split("|")) for row in rows]
    return Table(cells[0], tuple(cells[1:]), ("",) * len(cells[0]))


def test_a_cell_is_asked_for_by_row_and_column() -> None:
    found = cards(table("이미지 | 레이어 | 크기", "ubuntu | a + b | 80MB", "nginx | a + b + c | 120MB"))
    assert front(found[0]) == "도커 — ubuntu의 레이어는?"
    assert len(found) == 4
    (grid,) = found[3].extra
    assert isinstance(grid, Grid)
    assert (grid.row, grid.column) == (1, 2)


@pytest.mark.parametrize("head", ["구분", "Property", "項目", ""])
def test_a_column_of_aspects_asks_for_them_of_each_thing(head: str) -> None:
    compared = table(
        f"{head} | 쿠키 | 세션", "위치 | 클라이언트 | 서버", "형식 | Text | Object", "크기 | 4KB | 제한 없음"
    )
    assert fronts(compared)[:2] == ["도커 — 쿠키의 위치는?", "도커 — 세션의 위치는?"]


def test_things_that_the_heading_compares_are_asked_about() -> None:
    compared = table("방법 | 쿠키 | 세션", "위치 | 클라이언트 | 서버", "형식 | Text | Object", "크기 | 4KB | 제한 없음")
    assert fronts(compared, title="쿠키 vs 세션")[0] == "쿠키 vs 세션 — 쿠키의 위치는?"
    assert fronts(compared)[0] == "도커 — 위치의 쿠키는?"


def test_a_table_of_one_row_is_asked_for_by_its_columns() -> None:
    assert fronts(table("Access | Search | Insert", "O(1) | O(n) | O(n)")) == [
        "도커 — Access?",
        "도커 — Search?",
        "도커 — Insert?",
    ]


def test_numbers_do_not_name_rows() -> None:
    assert fronts(table("No | 이름 | 뜻", "1 | git | 버전 관리", "2 | docker | 가상화"))[0] == "도커 — git의 No는?"


def test_large_tables_and_tables_without_names_are_for_looking_up() -> None:
    assert cards(table("a | b | c", *(f"row {n}x | value {n} | {n} more" for n in range(40)))) == []
    assert cards(table("a | b", "same | x", "same | y")) == []


def test_two_columns_are_a_vocabulary_however_long() -> None:
    found = cards(table("word | meaning", *(f"word {n}x | meaning {n}y" for n in range(90))))
    assert len(found) == 90
    assert all(card.own for card in found)


def test_the_only_formula_of_a_section_is_asked_for() -> None:
    (card,) = cards(Math("L = \\lambda W"), point("L은 평균 개수이다"))
    assert (front(card), card.extra) == ("도커 — 공식은?", (Text(rich("L은 평균 개수이다")),))
    assert cards(Math("a"), Math("b")) == []


def figure(src: str, caption: str) -> Figure:
    return Figure(src, rich(caption), place=Place("a.md", 3))


def test_a_figure_asks_for_its_caption() -> None:
    (card,) = cards(figure("vm.png", "가상머신과 컨테이너"), pictures=("vm.png",))
    assert (front(card), answer(card)) == ("무엇을 나타낸 그림인가?", "가상머신과 컨테이너")


@pytest.mark.parametrize(
    "caption", ["도커", "컴퓨터", "", "java_asynchronous_07", "flow-chart.png", "설명이 길다 " * 30]
)
def test_a_caption_that_is_a_heading_or_a_file_name_is_no_answer(caption: str) -> None:
    assert cards(figure("vm.png", caption), pictures=("vm.png",)) == []


def test_one_caption_under_two_pictures_gives_no_card_for_either() -> None:
    assert cards(figure("a.png", "구조도 그림"), figure("b.png", "구조도 그림"), pictures=("a.png", "b.png")) == []


# what stands around


def test_a_line_in_bold_is_part_of_the_topic_of_what_follows() -> None:
    assert fronts(Subheading(rich("네트워크")), Labelled(rich("모드"), rich("bridge"))) == ["도커 › 네트워크 — 모드?"]


def test_to_dos_and_what_is_below_references_give_no_cards() -> None:
    assert cards(Todo(rich("나중에 `docker` 정리하기"))) == []
    assert cards(Labelled(rich("링크"), rich("문서")), title="참고 자료") == []
    assert cards(Labelled(rich("참고"), body=(listed(Labelled(rich("책"), rich("도커 교과서"))),))) == []


def test_an_empty_deck_gives_no_cards() -> None:
    plan = plan_cards(Deck("a.md", "Empty"))
    assert (plan.cards, plan.counts) == ((), {})
    assert render(plan) == "Empty (en): 0 cards\n"


@pytest.mark.parametrize(
    ("line", "code", "expected"),
    [
        ("cut -> sort -> uniq -> head", "cut -d: -f1 f | sort\nuniq -c | head", True),
        ("cut -d: → sort → head:", "cut -d: -f1 f | sort | head", True),
        ("cut | sort | head.", "cut f | sort | head -3", True),
        ("make => sudo", "sudo apt install make && make all", True),
        ("sort the names -> count them -> show the first", "cut f | sort | head -3", False),
        ("build -> tag -> push", "docker build .\ndocker push a", False),
        ("묶기 → sort", "cut f | sort", False),
        ("cut", "cut f", False),
        ("", "cut f", False),
    ],
)
def test_a_chain_of_programs_describes_no_command(line: str, code: str, expected: bool) -> None:
    assert names_programs(line, code) is expected


@pytest.mark.parametrize(
    "body",
    [
        (point("`cut -> sort -> head`", line=8), Command("cut f | sort | head", place=Place("a.md", 10))),
        (Command("cut f | sort | head", rich("cut -> sort -> head"), place=Place("a.md", 10)),),
        (
            Command("cut f | sort | head", rich("cut -> sort -> head"), place=Place("a.md", 10)),
            Command("sort -n", place=Place("a.md", 11)),
        ),
    ],
)
def test_a_chain_of_programs_above_them_asks_for_nothing(body: tuple[Block, ...]) -> None:
    deck = Deck("a.md", "T", rich("T"), concepts=(Concept("t-pipes", rich("Pipes"), body=body),))
    assert plan_cards(deck).cards == ()
