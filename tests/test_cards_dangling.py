"""What of a note is not understood, or not worth it, away from its place; and what gives an answer away in other words."""

from __future__ import annotations

import pytest

from deckbuild.model import Code, Figure, Labelled, Pair, Place, Point, Question, RichText, Run, Table
from deckbuild.plan.cards.dangling import dangling, opens_example
from deckbuild.plan.cards.model import blanks
from deckbuild.plan.cards.phrases import echoes, opening

from .test_cards_rules import answer, cards, fronts, listed, point, rich


@pytest.mark.parametrize(
    "sentence",
    [
        "오늘은 스프링 시큐리티를 알아보려고 한다.",
        "위에서 객체를 주입받아 찾아 주는 인터페이스가 있다.",
        "앞서 말한 대로 불변 객체이다.",
        "현재 테이블에서는 이름과 해가 기본키다.",
        "그래서 굳이 구별하지 않고 써도 된다.",
        "이렇게 만든 해시를 글자로 나타낸다.",
        "다음은 소스이며 자세한 내용은 여기에서 확인할 수 있다.",
        "We'll add an index on the column.",
        "Currently, we use only three channels.",
        "In this article the cache is explained.",
        "As mentioned, the key is unique.",
        "You will need 180 MB just for this array.",
        "參考網域名稱系統章節。",
        "不幸的是，解决这些问题的代价很大。",
        "前述のとおり索引を使う。",
    ],
)
def test_a_sentence_that_leans_on_others_is_left_alone(sentence: str) -> None:
    assert dangling(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "위에서 아래로 자란다.",
        "앞에서 뒤로 읽는다.",
        "커널은 시스템 콜로 요청을 받는다.",
        "The kernel takes requests.",
        "Seeing is no proof of a leak.",
        "操作系统管理硬件资源。",
        "索引は検索を速くする。",
        "In the worst case it takes O(n).",
    ],
)
def test_a_sentence_that_stands_by_itself_is_not(sentence: str) -> None:
    assert not dangling(sentence)


def test_what_follows_the_word_example_in_a_paragraph_belongs_to_it() -> None:
    assert opens_example("예를 들어보자.")
    text = "뼈대는 `추상 클래스`가 정한다. 예를 들어보자. 피자를 만들 때는 언제나 `반죽`을 먼저 한다."
    (card,) = cards(point(text), kind="cloze")
    assert "추상 클래스" in str(card.shown)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("list of represent the weight of each item", "weights"),
        ("computes the energy of a pixel", "getPixelEnergy()"),
        ("TLBs", "TLB"),
        ("Front Controller", "FrontController"),
        ("the answer itself", "answer"),
    ],
)
def test_an_answer_in_another_form_is_given_away(text: str, answer: str) -> None:
    assert echoes(text, answer)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("a class", "cl"),
        ("wait and", "signal()"),
        ("ubuntu 14.04 is docker.io/library here", "docker.io/library/ubuntu:14.04"),
        ("nernst", "nernst(+1, 5, 140)"),
        ("도커 이미지", "컨테이너"),
        ("", "x"),
    ],
)
def test_a_word_of_its_own_is_not(text: str, answer: str) -> None:
    assert not echoes(text, answer)


def test_names_that_the_notes_own_program_declares_are_no_answers() -> None:
    program = Code("interface Phone {}\nclass Galaxy implements Phone {}", "java", place=Place("a.md", 3))
    text = point("공통된 기능은 `Galaxy`가 아니라 `ArrayDeque`에 모아 둔다.")
    assert "ArrayDeque" in str(cards(program, text, kind="cloze")[0].shown)
    assert [card.numbers for card in cards(program, text, kind="cloze")] == [(1,)]
    assert [card.numbers for card in cards(text, kind="cloze")] == [(1, 2)]


@pytest.mark.parametrize(
    "text",
    [
        "The plugin writes its dates into a comment such as `SR due` at the end of the note.",
        "상품의 정보(`번호`, `이름` 등)를 저장한 표가 있으면 조회가 쉽다.",
    ],
)
def test_one_case_of_many_is_no_answer(text: str) -> None:
    blanked = {blank.plain for card in cards(point(text), kind="cloze") for _, blank in blanks(card.shown)}
    assert not blanked & {"SR due", "번호"}


def test_a_line_above_a_picture_is_its_caption() -> None:
    caption, figure = point("두 집합의 곱 `AxB`를 만드는 규칙"), Figure("a.png", place=Place("a.md", 4))
    assert cards(caption, figure, kind="cloze") == []
    assert len(cards(caption, kind="cloze")) == 1


def test_a_label_below_a_long_line_says_which() -> None:
    long = "Continue monitoring all of the metrics to address bottlenecks early"
    label = Labelled(rich("Log analysis"), rich("read what the servers wrote"))
    (front,) = [front for front in fronts(listed(Point(rich(long), body=(label,)))) if "Log" in front]
    assert front == f"도커 › {long} — Log analysis?"
    assert opening(rich("짧은 말"), 30) == rich("짧은 말")
    assert not opening(rich("x" * 60), 30)


def test_the_value_of_one_example_is_not_asked_for() -> None:
    label = Labelled(rich("계좌"), rich("100만 원"))
    phrase = Labelled(rich("더티 비트"), rich("쪽이 고쳐진 적이 있는지"))
    assert fronts(label, phrase, title="예시: 이체") == []
    assert len(fronts(label, phrase, title="이체")) == 2


@pytest.mark.parametrize("label", ["설계한 과정을 글로 옮기기", "문제를 먼저 읽기"])
def test_a_step_to_take_is_no_name(label: str) -> None:
    assert cards(Labelled(rich(label), rich("손을 대기 전에 하는 일")), kind="label") == []
    assert len(cards(Labelled(rich("읽기"), rich("손을 대기 전에 하는 일")), kind="label")) == 1


def test_a_total_is_not_asked_for_without_what_it_adds_up() -> None:
    assert fronts(Pair(rich("total"), rich("1.27 KB"), "=")) == []
    assert len(fronts(Pair(rich("1 KB"), rich("1024 B"), "="))) == 1


@pytest.mark.parametrize("caption", ["What seam to choose", "왜 빠른가", "如何选择"])
def test_a_caption_that_asks_is_no_answer(caption: str) -> None:
    assert cards(Figure("vm.png", rich(caption), place=Place("a.md", 3)), pictures=("vm.png",)) == []


def test_numbers_before_the_members_of_a_set_are_no_order() -> None:
    three = listed("캡슐화를 위반", "유연하지 못함", "다중 상속 불가능", style="ordered")
    assert fronts(three, title="설정 방법의 단점") == ["설정 방법의 단점은? 3가지"]


def test_what_a_thing_is_and_what_it_leads_to_are_not_two_of_it() -> None:
    described = listed("크기가 변하는 방식", "외부 단편화가 생긴다")
    assert cards(described, title="가변 분할 방식", kind="list_item") == []
    assert len(cards(listed("고정 분할 방식", "가변 분할 방식"), title="분할 방식", kind="list_item")) == 2


def table(head: str, *rows: str) -> Table:
    cells = [tuple(rich(cell) for cell in row.split("|")) for row in (head, *rows)]
    return Table(cells[0], tuple(cells[1:]), place=Place("a.md", 3))


def test_the_only_row_is_not_asked_for_its_name() -> None:
    found = fronts(table("Name|Best|Worst", "Bubble sort|n|n2"), title="Complexity")
    assert found == ["컴퓨터 › Complexity — Best?", "컴퓨터 › Complexity — Worst?"]
    assert fronts(table("What|Best|Worst", "컴퓨터|n|n2"), title="Complexity") == found


def test_rows_that_the_heading_names_are_the_subject() -> None:
    found = fronts(table("특성|기능|기술", "인증|신원 확인|인증서", "기밀성|내용을 감춤|열쇠"), title="암호화의 특성")
    assert "암호화의 특성 — 기밀성의 기술은?" in found


@pytest.mark.parametrize("head", ["Must not duplicate", "Before", "Used by"])
def test_a_head_that_is_no_noun_is_of_nothing(head: str) -> None:
    found = fronts(table(f"File|{head}", "README|prose", "LICENSE|terms"), title="Owners", language="en")
    assert f"Owners — README — {head}?" in found


def test_a_table_on_its_side_is_asked_for_by_both_its_names() -> None:
    lying = table("**Step**|Open|Close|Lock", "**Key**|o|c|l")
    assert fronts(lying, title="Door", language="en") == [
        f"Door — Key of {step}?" for step in ("Open", "Close", "Lock")
    ]


def test_what_only_counts_is_not_learnt_row_by_row() -> None:
    assert fronts(table("**Letter**|A|B|C|D|E", "**Number**|0|1|2|3|4"), title="Cipher", language="en") == []
    assert len(fronts(table("Word|Meaning", *(f"word {n}|meaning {n}" for n in "abcde")), title="W")) == 5


@pytest.mark.parametrize("head", ["Comments", "비고"])
def test_remarks_beside_a_row_are_not_asked_for(head: str) -> None:
    found = fronts(table(f"File|Use|{head}", "README|start|long", "LICENSE|terms|short"), title="Owners", language="en")
    assert not any(head in front for front in found)
    assert found


def test_columns_of_properties_are_of_the_rows() -> None:
    found = fronts(table("항목|내용|용도", "PID|번호|구별", "상태|대기|일정"), title="PCB")
    assert "PCB — PID의 내용은?" in found


def test_numbered_sentences_tell_what_happens() -> None:
    told = ("손님이 문을 열고 들어온다", "주인이 손님에게 자리를 권한다", "둘이 앉아서 차를 마신다")
    assert cards(listed(*told, style="ordered"), title="찻집", kind="list_item") == []
    assert len(cards(listed(*told, style="ordered"), title="차를 마시는 순서", kind="list_item")) == 3


def test_a_list_with_numbers_alone_is_short() -> None:
    names = [f"{name} 물건" for name in "가나다라마바사아"]
    assert cards(listed(*names, style="ordered"), title="가방", kind="list_item") == []
    assert len(cards(listed(*names, style="ordered"), title="싸는 순서", kind="list_item")) == 8
    assert len(cards(listed(*names[:7], style="ordered"), title="가방", kind="list_item")) == 7


def test_names_of_one_kind_are_no_steps() -> None:
    kinds = listed("FIFO 알고리즘", "LRU 알고리즘", "LFU 알고리즘", style="ordered", role="steps")
    assert cards(kinds, title="페이지 교체", kind="step") == []


def test_one_of_two_in_the_heading_says_which() -> None:
    label = Labelled(rich("뮤텍스"), body=(Labelled(rich("푸는 이"), rich("잠근 자만 풀 수 있다")),))
    assert "뮤텍스 vs 세마포어 › 뮤텍스 — 푸는 이?" in fronts(label, title="뮤텍스 vs 세마포어")


def test_made_up_words_make_no_command_to_learn() -> None:
    from deckbuild.model import Command

    call = Command("curl -d foo=1 localhost", rich("보낸다"), "", "bash", Place("a.md", 3))
    assert cards(call, kind="command") == []


def test_numbers_of_an_example_and_half_lines_are_no_answers() -> None:
    food = Pair(rich("Food"), rich("$200"), "=")
    assert fronts(food, title="예시: 예산") == []
    assert len(fronts(food, title="예산")) == 1
    assert fronts(Pair(rich("*head"), rich("đầu,"), "=")) == []


def test_a_language_without_words_is_asked_beside_its_own() -> None:
    rows = table("الخاصية|TCP|UDP", "الترتيب|محفوظ|مبعثر", "السرعة|أبطأ|أسرع", "الاتصال|نعم|كلا")
    assert "مقارنة — الترتيب — TCP?" in fronts(rows, title="مقارنة", language="ar")
    (arrow,) = cards(Pair(rich("الخيط"), rich("وحدة تنفيذ"), "->"), language="ar")
    assert arrow.cue == "← ?"
    assert cards(Pair(rich("hilo"), rich("unidad"), "->"), language="es")[0].cue == "→ ?"


@pytest.mark.parametrize(
    "label",
    [
        "1차",
        "第 2 步",
        "데이터 경계를 구분함",
        "* 초기화",
        "[Step4] 시작점",
        "サーバーはステートレスである必要がある",
        "We will add a use case",
        "서버를 먼저 끄기",
    ],
)
def test_a_statement_or_a_place_in_a_row_is_no_label(label: str) -> None:
    assert cards(Labelled(rich(label), rich("온라인으로 치르는 시험")), kind="label") == []


def test_an_answer_that_leans_or_leads_elsewhere_is_none() -> None:
    assert cards(Labelled(rich("소프트웨어 인터럽트"), rich("소프트웨어가 그 일을 수행")), kind="label") == []
    linked = RichText((Run("English", href="a.md"), Run(", "), Run("日本語", href="b.md")))
    assert cards(Labelled(rich("Languages"), linked), kind="label") == []


def test_an_answer_ends_before_the_line_that_leads_on() -> None:
    label = Labelled(rich("Fragmentation"), rich("Memory is lost between blocks. There are two types:"))
    (card,) = cards(label, kind="label")
    assert answer(card) == "Memory is lost between blocks."


def test_a_list_below_a_sentence_is_not_named_by_the_section() -> None:
    inner = listed("옮기는 일이 많다", "낭비가 크다")
    nested = Point(rich("데이터를 배열로 구성하면 임시 배열이 꼭 필요하다."), body=(inner,))
    assert cards(listed(nested), title="병합 정렬의 단점", kind="label") == []
    assert len(cards(inner, title="병합 정렬의 단점", kind="label")) == 1


def test_rows_numbered_with_zeros_are_records() -> None:
    assert fronts(table("번호|이름|값", "0001|인형|900원", "0002|로봇|950원"), title="장난감") == []


@pytest.mark.parametrize(
    "text",
    [
        "해시 함수의 `목적`: 값을 고르게 흩어 놓는 것",
        "여러 함수를 모아 둔 `라이브러리`를",
        "The `Client` posts it to a server of theirs",
    ],
)
def test_no_blank_for_a_label_an_actor_or_half_a_sentence(text: str) -> None:
    assert cards(point(text), kind="cloze") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "이럴 때 쓰는 기술이 바로 세그멘테이션이다.",
        "잘못된 점은 이슈로 올려주세요!",
        "최소 공배수는 간단하다.",
        "원칙 중에 단일 책임 원칙이란 것이 존재한다.",
        "Please star this repository on the site.",
        "为了避免重复，请参考系统设计主题。",
        "In this case the lock is kept.",
        "위와 같은 이유로 복사를 하게 된다.",
        "그 방법은 회전이다.",
        "위 상속 구조도에서 맵은 따로 있다.",
        "설정 파일은 아래와 같이 작성한다.",
    ],
)
def test_what_is_said_to_the_reader_or_of_a_case_is_left_alone(sentence: str) -> None:
    assert dangling(sentence)


def test_a_term_that_is_emphasised_everywhere_is_no_answer() -> None:
    lines = [point(f"The box number {word} is taken to the **Web Server** of the house.") for word in "ABCD"]
    assert len(cards(*lines[:3], kind="cloze")) == 3
    assert cards(*lines, kind="cloze") == []


@pytest.mark.parametrize("path", ["./src/playground.js", "src/a/b.js", "solutions/"])
def test_where_a_file_of_the_project_lies_is_no_answer(path: str) -> None:
    assert cards(point(f"The code of the playground is in the file `{path}` as you know."), kind="cloze") == []
    assert len(cards(point("Names of hosts stand in the file `/etc/hosts` of the machine."), kind="cloze")) == 1


def test_a_number_among_rules_is_not_asked_for_its_paragraph() -> None:
    long = "No answer leak. The front, the file name and the labels do not say what is asked for, but where that is meant by all."
    assert cards(Labelled(rich("U8"), rich(long)), kind="label") == []
    assert len(cards(Labelled(rich("S3"), rich("a store of objects")), kind="label")) == 1


@pytest.mark.parametrize(
    ("label", "text"), [("문제", "스택을 만든다"), ("DLL", "포인터를 하나만 써서 구하라."), ("*4", "네 개")]
)
def test_an_exercise_and_a_scrap_of_code_are_no_facts(label: str, text: str) -> None:
    assert cards(Labelled(rich(label), rich(text)), kind="label") == []


def test_the_words_of_a_file_name_are_no_caption() -> None:
    named = Figure(
        "57-seams-energies-of-traversal.png", rich("Seams energies of traversal"), "Seams energies of traversal"
    )
    meant = Figure("a.png", rich("Seams energies of traversal"), "Seams energies of traversal")
    assert cards(named, pictures=(named.src,)) == []
    assert len(cards(meant, pictures=(meant.src,))) == 1


def test_a_name_and_its_translation_alone_teach_nothing() -> None:
    assert cards(Labelled(rich("Destination port"), rich("도착지 포트")), kind="label") == []
    assert len(cards(Labelled(rich("apple"), rich("사과")), kind="label")) == 1
    assert cards(Labelled(rich("cost"), rich("1,000 followers = 1,000 writes")), kind="label") == []


@pytest.mark.parametrize("asked", ["다시 정리해보면?", "그렇다면?"])
def test_what_goes_on_with_a_text_asks_nothing(asked: str) -> None:
    assert cards(Question(rich(asked), rich("객체를 나누는 일이다.")), kind="question") == []
