"""What is mended in a note's own words before it is asked: marks, halves of phrases, answers that go on and on."""

from __future__ import annotations

import pytest

from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.bodies import divided
from deckbuild.plan.cards.hints import only_uses
from deckbuild.plan.cards.model import Items
from deckbuild.plan.cards.phrases import sentences, unlisted
from deckbuild.plan.cards.stories import of_one_run
from deckbuild.readers.notes import read_note
from deckbuild.readers.passages.vocabulary.languages import by_words

from .test_cards_from_notes import cards, fronts
from .test_cards_rules import rich

# marks of lists


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2.전위 순회", "전위 순회"),
        ("- 의존성", "의존성"),
        ("[1] Young Generation", "Young Generation"),
        ("2) 해시", "해시"),
        ("2. 전략의 차이", "전략의 차이"),
        ("③ 정렬", "정렬"),
        ("2.4 GHz", "2.4 GHz"),
        ("-v", "-v"),
        ("3차 캐시", "3차 캐시"),
    ],
)
def test_the_mark_of_a_list_is_no_part_of_a_name(text: str, name: str) -> None:
    assert unlisted(rich(text)).plain == name


def test_no_mark_of_a_list_stands_in_a_prompt() -> None:
    text = "# 트리\n\n## - 순회\n\n1.**전위** : 뿌리를 먼저 본다\n\n2.**후위** : 뿌리를 나중에 본다\n"
    assert fronts(text) == ["순회 — 전위?", "순회 — 후위?"]


def test_a_label_of_nothing_but_signs_names_what_is_below_it() -> None:
    text = "# 비교\n\n## 연산자\n\n- ==\n  - 하는 일: 주소를 견준다\n"
    assert fronts(text) == ["연산자 › == — 하는 일?"]


# sentences


def test_a_sentence_does_not_begin_with_a_particle() -> None:
    (whole,) = sentences(rich("코틀린에서는 안전한 호출 ?. 를 쓸 수 있다."))
    assert whole.plain.endswith("있다.")
    assert len(list(sentences(rich("그렇다. 이 방법은 다르다.")))) == 2


def test_what_points_back_behind_a_connective_is_no_sentence_of_its_own() -> None:
    text = "# 메모리\n\n## 단위\n\n하지만 이러한 공간을 실제로 나눌 때 그 단위를 **프레임**이라고 부른다.\n"
    assert fronts(text) == []
    assert len(fronts(text.replace("이러한 공간", "물리 공간"))) == 1


# halves of phrases


@pytest.mark.parametrize(
    "pair",
    [
        "프로세스가 running -> waiting 상태로 바뀐다",
        "페이지 표를 고친다 invalid -> valid",
        "떡의 크기 M = 6 이므로 적는다",
    ],
)
def test_a_sign_within_a_phrase_asks_nothing(pair: str) -> None:
    assert fronts(f"# 운영체제\n\n## 상태\n\n- {pair}\n") == []


def test_a_size_of_one_case_is_asked_where_little_else_is() -> None:
    facts = "".join(f"- {name}: {name}를 다루는 자료 구조\n" for name in ("스택", "대기열", "나무"))
    text = f"# 기억 장치\n\n## 나눔\n\n- 쪽 크기 = 16bytes\n\n{facts}"
    assert "나눔 — 쪽 크기 = [?]" not in fronts(text)
    assert "나눔 — 쪽 크기 = [?]" in fronts("# 기억 장치\n\n## 나눔\n\n- 쪽 크기 = 16bytes\n")


# questions that nobody can answer


@pytest.mark.parametrize(
    "section",
    [
        "## 지난 문제에 대해 생각해보십시오.\n\n전에 푼 문제와 닮은 데가 있을 수 있다.\n",
        "## Error vs Exception\n\n- 둘의 차이를 설명해주세요\n",
        "## 하지만 지금은?\n\n쓰는 사람이 바뀌어 더 빨라졌다.\n",
        "## 크기를 세는 방법은?\n\n자리를 잡는 원리에는 크게 두가지 규칙이 있다.\n",
        "## כיצד להשתמש במאגר זה\n\n**איך?**: להריץ את כל הבדיקות\n",
        "## 교착 상태의 처리 방법은?\n\n가장 먼저 소개된 방법이 가장 강하다.\n",
    ],
)
def test_a_heading_that_asks_for_nothing_to_learn_is_no_card(section: str) -> None:
    assert fronts(f"# 운영체제\n\n{section}") == []


def test_what_is_in_a_thing_is_no_definition_of_it() -> None:
    deck = read_note(
        "# Paging\n\n## What Is In The Page Table?\n\nEach entry holds a frame and its bits.\n", "a.md"
    ).deck
    assert [concept.asks for concept in deck.walk()] != ["definition"]
    deck = read_note("# Paging\n\n## What Is The Page Table?\n\nA map from pages to frames.\n", "a.md").deck
    assert [concept.asks for concept in deck.walk()] == ["definition"]


def test_the_names_below_each_are_not_what_a_title_counts() -> None:
    text = "# 엔진\n\n## {}역할\n\n1. 해석기\n2. 번역기\n3. 청소기\n"
    assert fronts(text.format("각각의 ")) == []
    assert fronts(text.format(""))


def test_what_stands_for_another_in_an_example_is_no_fact() -> None:
    text = "# 패턴\n\n## 주체와 관찰자의 예는?\n\n- 잡지사: 구독자\n- 우유 가게: 손님\n"
    assert fronts(text) == ["주체와 관찰자의 예는?"]
    assert len(fronts(text.replace("예는?", "관계"))) == 2


def test_a_number_of_one_run_is_that_with_its_gloss_too() -> None:
    assert of_one_run("중간점", "4 (소수점 이하 제거)")
    assert not of_one_run("포트", "80 (기본값)")


def test_that_something_is_used_explains_it_by_its_own_name() -> None:
    assert only_uses("라운드 로빈", "CPU 스케줄링의 라운드 로빈 방식 활용")
    assert not only_uses("라운드 로빈", "순서대로 하나씩 골고루 고르는 방식 활용")


def test_that_a_subject_is_wide_defines_nothing() -> None:
    assert fronts("# 数据库\n\n## SQL 优化\n\nSQL 优化是一个涵盖范围很广的主题。\n") == []


# long answers

LONG = "나무는 마디와 가지로 이루어져 있으며 돌아오는 길이 없는 자료 구조이다. 맨 위에 있는 마디는 뿌리라고 하고 바로 위에 있는 마디는 부모라고 부른다."
MORE = " ".join(f"{n}번째 마디는 아래에 있는 마디보다 언제나 먼저 만들어지며 나중에 지워진다." for n in "이삼사")


def test_a_long_answer_ends_where_it_has_answered_and_the_rest_stands_below() -> None:
    said, more = divided(rich(f"{LONG} {MORE}"))
    assert (said.plain, more.plain) == (LONG, MORE)
    assert divided(rich(LONG)) == (rich(LONG), rich(""))
    short, vast = "깊이는 지금 어느 자리에서 바꾸고 있는지를 말하는 수이다.", "처음이라면 " * 60 + "바꾼다."
    assert divided(rich(f"{short} {vast}"))[0].plain == short
    assert divided(rich(vast))[1] == rich("")
    assert divided(rich(short + " " * 300)) == (rich(short), rich(""))
    (card,) = cards(f"# 자료 구조\n\n## 종류\n\n- 나무: {LONG} {MORE}\n")
    assert (spoken(card.answer), spoken(card.extra)) == (LONG, MORE)


def test_of_a_heading_s_answer_the_list_answers_and_what_follows_goes_below() -> None:
    text = f"# 코드\n\n## 고칠 코드는?\n\n- 겹치는 코드\n- 긴 함수\n\n{LONG}\n\n{MORE}\n"
    (card,) = (card for card in cards(text) if card.kind == "question")
    assert isinstance(card.answer[0], Items)
    assert spoken(card.extra) == f"{LONG} {MORE}"
    (card,) = (card for card in cards(text.replace("고칠 코드는?", "고치는 이유는?")) if card.kind == "question")
    assert (len(card.answer), card.extra) == (3, ())


def test_a_picture_or_code_below_a_label_goes_to_the_back() -> None:
    text = "# SQL\n\n## 종류\n\n- #### INNER JOIN\n\n  양쪽에 모두 있는 값을 보여준다.\n\n  ```sql\n  SELECT 1\n  ```\n"
    (card,) = cards(text)
    assert (spoken(card.answer), len(card.extra)) == ("양쪽에 모두 있는 값을 보여준다.", 1)
    assert (
        cards(
            "# git\n\n## 되돌리기\n\n- #### 파이썬에서는\n\n  ```python\n  reset()\n  ```\n\n  그 아래의 한 줄이다.\n"
        )
        == []
    )


# lists


def test_where_only_numbers_order_a_list_all_items_before_are_shown() -> None:
    done = ("무를 뽑아 온다", "배추를 씻는다", "고추를 말린다", "마늘을 다진다", "파를 썬다", "소금을 뿌린다")
    items = "".join(f"{n}. {each}\n" for n, each in enumerate(done, 1))
    last = [card for card in cards(f"# 김장\n\n## 거리\n\n{items}") if card.nth == "6 / 6"]
    assert [item.state for card in last for part in card.shown if isinstance(part, Items) for item in part.items] == [
        *["shown"] * 5,
        "asked",
    ]


def test_uzbek_is_told_by_its_little_words_and_counted_in_figures() -> None:
    assert (
        by_words("Bu algoritm har bir element uchun ishlaydi va yangi ro'yxat bilan ham kerak bo'lgan natija") == "uz"
    )
    text = "# Algoritmo\n\n## O algoritmo\n\nOs passos de que a lista é feita com o uso do valor:\n\n1. Escolha um valor\n2. Compare os dois\n3. Troque os dois\n"
    assert not any("item" in card.nth for card in cards(text))


# blanks


@pytest.mark.parametrize("growth", ["`O(1)`", "`O(n)`", "`O(V + E)`"])
def test_how_an_effort_grows_is_a_blank_where_a_sentence_is_about_that(growth: str) -> None:
    text = f"# Sums\n\n## One pass\n\nSince each price is seen once, the time complexity of it would be {growth}.\n"
    (card,) = cards(text)
    assert card.kind == "cloze"
    assert fronts(text.replace("time complexity of it", "notation for it")) == []


def test_code_that_but_opens_a_sentence_about_the_topic_gives_way_to_others() -> None:
    text = "# 해시\n\n## 해시 함수\n\n`key`의 해시 값은 언제나 같은 자리를 가리키게 된다.\n"
    assert len(fronts(text)) == 1
    more = "\n- 제산: 소수로 나눈 나머지\n- 폴딩: 숫자를 나누어 더한 값\n- 중간 제곱: 제곱한 수의 가운데\n"
    assert [card.kind for card in cards(text + more)] == ["label"] * 3
    told = text.replace("`key`의 해시 값은", "모든 해시 값은 `key`에 따라")
    assert "cloze" in [card.kind for card in cards(told + more)]


@pytest.mark.parametrize(
    "text",
    [
        "보기로 든 표에서 `주문자` 속성은 `회원 번호`를 가리키는 외래 키가 된다.",
        "Look into the store that is described in the `WIP_Stores.zip` file of it.",
        "이때 `Process A`를 통해 다음 자리의 변환 정보가 표에 남아 있게 된다.",
        "The value of `x - S` above is how far the square is from where it needs to be.",
        "이때 `상품번호`라는 하나의 속성만으로 레코드의 유일성을 보장할 수 있게 된다.",
        "**재진입성**이라는 의미로 여러 스레드가 함께 불러도 같은 결과를 보장한다.",
        "위의 `equals()` 메소드의 수행 결과는 true이다.",
    ],
)
def test_what_is_of_one_example_is_no_blank(text: str) -> None:
    assert [card for card in cards(f"# 표\n\n## 설명\n\n{text}\n") if card.kind == "cloze"] == []


@pytest.mark.parametrize(
    ("head", "rows", "asked"),
    [
        (
            "## Planets\n\n|  | Moons | Year |",
            ("| Mars | two | 1877 |", "| Neptune | fourteen | 1846 |"),
            "Mars — Moons?",
        ),
        (
            "## Lists vs tuples\n\n|  | list | tuple |",
            ("| changes | yes, in place | never |", "| sign | [] | () |"),
            "changes",
        ),
        (
            "## 저장\n\n|  | 배열 | 연결 |",
            ("| 장점 | 찾기가 빠르다 | 넣기가 빠르다 |", "| 단점 | 넣기가 느리다 | 찾기가 느리다 |"),
            "배열의 장점은?",
        ),
        (
            "## 배열과 연결 리스트\n\n|  | 배열 | 연결 리스트 |",
            ("| 찾기 | 빠르다 | 느리다 |", "| 넣기 | 느리다 | 빠르다 |"),
            "배열의 찾기는?",
        ),
        (
            "## Mars and Neptune\n\n|  | Moons | Year |",
            ("| Mars | two | 1877 |", "| Neptune | fourteen | 1846 |"),
            "Moons of Mars?",
        ),
    ],
)
def test_an_empty_corner_says_nothing_of_whose_the_cells_are(head: str, rows: tuple[str, ...], asked: str) -> None:
    text = "\n".join((f"# 정리\n\n{head}", "|---|---|---|", *rows, ""))
    assert asked in fronts(text)[0]


def test_letters_below_a_word_name_the_rows_of_a_table() -> None:
    text = "# Food\n\n## Vitamins\n\n| Vitamin | Function | Source |\n|---|---|---|\n| A | vision | carrots |\n| D | uptake of calcium | sunlight |\n"
    assert "Vitamins — Function of A?" in fronts(text)
    assert not any("of vision" in front for front in fronts(text))


def test_numbers_are_asked_for_where_a_heading_says_that_they_are_worth_knowing() -> None:
    lines = "".join(f"- {name} : {port}\n" for name, port in (("HTTP", 80), ("SSH", 22), ("DNS", 53), ("FTP", 21)))
    assert len(fronts(f"# 네트워크\n\n## 잘 알려진 포트\n\n{lines}")) == 4
    assert len(fronts(f"# 네트워크\n\n## 실행\n\n{lines}")) == 3, "of a run, no more than make a deck"


def test_long_names_are_labels_where_each_line_of_a_list_has_one() -> None:
    lines = "- three states of a single file: modified, staged, committed\n- the four layers of the internet: link, network, transport, application\n"
    assert fronts(f"# Git\n\n## Basics\n\n{lines}") == [
        "Git › Basics — three states of a single file?",
        "Git › Basics — the four layers of the internet?",
    ]
    assert fronts(f"# Git\n\n## Basics\n\n{lines.splitlines()[0]}\n") == []
