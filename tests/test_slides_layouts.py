"""Which layout a passage gets: the plan's decisions, one by one."""

import pytest
from msgspec.structs import replace

from deckbuild.config import Slides
from deckbuild.model import (
    Block,
    Callout,
    Code,
    Command,
    Concept,
    Conclusion,
    Deck,
    Definition,
    Example,
    Figure,
    Front,
    FrontValue,
    Labelled,
    List,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    Run,
    Style,
    Table,
    Term,
    Todo,
)
from deckbuild.plan.slides import RATIOS, SlidePlan, plan_slides
from deckbuild.plan.slides.counters import own_counters
from deckbuild.plan.slides.frame import Frame
from deckbuild.plan.slides.page import Grid, Image, Page, Rule, Shape

from .hostile_decks import EN, KO, picture

R = RichText.of


def concept(title: str, *body: Block, children: tuple[Concept, ...] = (), number: str = "") -> Concept:
    return Concept(f"{number}{title}", R(title), f"{number} {title}".strip(), number, body=body, children=children)


def planned(
    *concepts: Concept, title: str = "Docker", body: tuple[Block, ...] = (), **pictures: tuple[int, int]
) -> SlidePlan:
    shown = {f"{name}.png": picture(f"{name}.png", *size) for name, size in pictures.items()}
    return plan_slides(Deck("notes/d.md", "d", R(title), "ko", body=body, concepts=concepts), shown)


def only(*body: Block, **pictures: tuple[int, int]) -> list[Page]:
    """The slides of a note's only section."""
    return list(planned(concept("Section", *body), **pictures).pages[1:])


def words(page: Page) -> str:
    shapes = [b for b in page.boxes if isinstance(b, Shape)]
    grids = [b for b in page.boxes if isinstance(b, Grid)]
    paras = [p for s in shapes for p in s.paras] + [p for g in grids for r in g.rows for c in r.cells for p in c.paras]
    return "\n".join("".join(span.text for span in para.spans) for para in paras)


def named(page: Page, name: str) -> list[Shape]:
    return [b for b in page.boxes if isinstance(b, Shape) and b.name == name]


def points(count: int, text: str = EN) -> List:
    return List(tuple(Point(R(f"{i} {text}")) for i in range(count)))


def test_a_definition_alone_is_a_statement() -> None:
    (page,) = only(Definition(R("컨테이너 기반의 오픈소스 가상화 플랫폼")))
    assert page.layout == "statement"
    (shape,) = named(page, "Statement")
    assert shape.paras[0].size >= 36


def test_a_statement_of_two_lines_is_broken_where_they_balance() -> None:
    (page,) = only(Definition(R("컨테이너 기반의 오픈소스 가상화 플랫폼")))
    text = "".join(s.text for s in named(page, "Statement")[0].paras[0].spans)
    assert text.split("\n") == ["컨테이너 기반의 ", "오픈소스 가상화 플랫폼"]


def test_a_first_small_child_stands_in_columns_below_a_statement() -> None:
    child = concept("컨테이너", points(3, "짧은 말"), number="1.1.2")
    other = concept("다른", points(7), number="1.1.3")
    plan = planned(concept("Docker", Definition(R("플랫폼")), children=(child, other), number="1.1"))
    page = next(p for p in plan.pages if p.layout == "statement")
    assert len(named(page, "Column")) == 3
    assert "1.1.2" in words(page)
    assert not any(p.title_text == "컨테이너" for p in plan.pages)


def test_few_points_are_large_and_begin_at_the_top_left() -> None:
    (page,) = only(points(3))
    (shape,) = named(page, "Text")
    assert (shape.rect.x, shape.rect.y) == (56, 144)
    assert {para.size for para in shape.paras} == {24}


def test_many_points_step_down_before_they_are_split() -> None:
    (page,) = only(points(9))
    assert {para.size for para in named(page, "Text")[0].paras} <= {16.0, 18.0, 20.0}


def test_too_many_points_are_split_evenly_and_counted() -> None:
    pages = only(points(30))
    assert [p.title_text for p in pages] == [f"Section ({i}/{len(pages)})" for i in range(1, len(pages) + 1)]
    counts = [len(named(p, "Text")[0].paras) for p in pages]
    assert max(counts) - min(counts) <= 1


@pytest.mark.parametrize("start", [0, 1, 32_766, 99_999, 999_999_999])
def test_a_list_begins_with_any_number(start: int) -> None:
    """DrawingML counts from 1 to 32767 (`ST_TextBulletStartAtNum`); what it cannot count is written."""
    (page,) = only(
        List((Point(R("one thing")), Point(R("another")), Point(R("a third"))), style="ordered", start=start)
    )
    (shape,) = [box for box in page.boxes if isinstance(box, Shape)]
    counted = [para.bullet.number if para.bullet else int(para.spans[0].text) for para in shape.paras]
    assert counted == [start, start + 1, start + 2]
    assert all(1 <= para.bullet.number <= 32_767 for para in shape.paras if para.bullet)
    assert {para.left for para in shape.paras if para.hang} == {para.left for para in shape.paras}
    assert [line.split(".")[0] for line in page.notes.split("\n")[-3:]] == [str(start + n) for n in range(3)]


def test_tasks_before_the_first_section_are_said_on_the_title_slide() -> None:
    tasks = List((Todo(R("draw the layers")), Todo(R("find a source"))))
    plan = planned(concept("A", Point(R("one thing")), Point(R("another"))), body=(tasks,))
    assert [page.title_text for page in plan.pages] == ["Docker", "A"]
    assert "draw the layers" in plan.pages[0].notes
    assert "find a source" in plan.pages[0].notes
    assert not any("draw" in words(page) for page in plan.pages)


def test_a_list_of_what_is_marked_as_to_do_is_its_authors_alone() -> None:
    marked = List((Todo(R("TODO: draw the layers")), Todo(R("할 일: 출처 찾기"))))
    plan = planned(concept("A", marked), concept("B", Point(R("one thing")), Point(R("another"))))
    assert not any("draw" in words(page) or "출처" in words(page) for page in plan.pages)
    assert "draw the layers" in "".join(page.notes for page in plan.pages)


def test_a_box_without_a_title_is_named_in_the_language_of_its_note() -> None:
    (page,) = only(Callout("warning", body=(Point(R("조심하세요")),)), Callout("mine", body=(Point(R("하나")),)))
    assert {"경고", "Mine"} <= set(words(page).split("\n"))
    assert "Warning" not in page.notes


def test_ordered_facts_keep_their_numbers_on_every_part() -> None:
    items = tuple(Point(R(EN * 2)) for _ in range(14))
    pages = only(List(items, style="ordered", start=3))
    numbers = [para.bullet.number for p in pages for para in named(p, "Text")[0].paras if para.bullet]
    assert numbers == list(range(3, 17))


def test_a_consequence_hangs_below_its_point_with_an_arrow() -> None:
    (page,) = only(List((Point(R("cause"), leads_to=(R("effect"),)),)), points(1))
    point, effect, _ = named(page, "Text")[0].paras
    assert effect.bullet is not None
    assert effect.bullet.sign == "→"
    assert effect.left > point.left
    assert effect.before < 24 * 0.5


def test_what_is_nested_is_one_step_smaller_and_dashed() -> None:
    (page,) = only(List((Point(R("parent"), body=(points(2, "child"),)),)), points(1, "next"))
    parent, child, *_ = named(page, "Text")[0].paras
    assert (parent.size, child.size) == (24, 22)
    assert child.bullet is not None
    assert child.bullet.sign == "–"


def test_a_label_is_bold_and_has_no_colon() -> None:
    (page,) = only(List((Labelled(R("개선"), R("KVM이 등장")), Labelled(R("둘째"), R("말")))))
    first = named(page, "Text")[0].paras[0]
    assert "".join(s.text for s in first.spans) == "개선 KVM이 등장"
    assert first.spans[0].look.bold


def test_the_short_side_of_a_pair_is_what_it_is_about() -> None:
    (page,) = only(List((Pair(R("VMware"), R("여러 os를 가상화 할 수 있고 사용이 간단하지만 무겁다")), Point(R("x")))))
    assert named(page, "Text")[0].paras[0].spans[0].look.bold


def test_a_question_that_has_no_slide_of_its_own_is_bold_and_its_answer_follows_it() -> None:
    body = (Question(R("왜?"), R("그래서")), points(2))
    deck = Deck("notes/d.md", "d", R("Docker"), "ko", concepts=(concept("Section", *body),))
    (page,) = plan_slides(deck, {}, Slides(questions=False)).pages[1:]
    question, answer, *_ = named(page, "Text")[0].paras
    assert question.spans[0].look.bold
    assert not answer.spans[0].look.bold


def test_a_little_text_stands_beside_its_figure() -> None:
    (page,) = only(Figure("f.png", R("caption")), points(3), f=(1200, 900))
    (image,) = [b for b in page.boxes if isinstance(b, Image)]
    (text,) = named(page, "Text")
    assert page.layout == "text_figure"
    assert text.rect.right < image.rect.x
    assert image.rect.y == text.rect.y
    assert image.alt == "caption"


def test_text_before_and_after_a_figure_shares_its_slide_where_it_fits() -> None:
    pages = only(points(2), Figure("f.png"), points(1, "after"), f=(1200, 900))
    assert len(pages) == 1


def test_a_figure_is_repeated_at_the_same_place_beside_each_part() -> None:
    pages = only(Figure("f.png", R("c")), points(7), f=(1200, 900))
    places = [b.rect for p in pages for b in p.boxes if isinstance(b, Image)]
    assert len(places) == len(pages) == 2
    assert len(set(places)) == 1


def test_a_figure_with_much_text_comes_first_and_alone() -> None:
    pages = only(Figure("f.png", R("layers")), points(30, f"{EN} layers"), f=(1200, 900))
    assert not named(pages[0], "Text")
    assert all(any(isinstance(b, Image) for b in p.boxes) for p in pages)


def test_a_wide_figure_stands_over_its_text() -> None:
    (page,) = only(Figure("f.png"), points(2, "short"), f=(1600, 300))
    (image,) = [b for b in page.boxes if isinstance(b, Image)]
    assert named(page, "Text")[0].rect.y > image.rect.bottom


def test_a_figure_without_text_is_called_by_its_section() -> None:
    (page,) = only(Figure("f.png"), f=(900, 900))
    (image,) = [b for b in page.boxes if isinstance(b, Image)]
    assert image.alt == "Section"


def test_what_a_command_does_stands_left_of_it() -> None:
    (page,) = only(Command("docker ps", R("컨테이너 목록")), Command("docker rm x", R("삭제")))
    left, right = named(page, "Comment"), named(page, "Code")
    assert len(left) == len(right) == 2
    assert [s.rect.y for s in left] == [s.rect.y for s in right]
    assert {s.rect.x for s in right} == {344}


def test_a_command_without_a_comment_is_as_wide_as_the_slide() -> None:
    (page,) = only(Point(R("설명")), Code("curl https://x | sh", "sh"))
    (box,) = named(page, "Code")
    assert (box.rect.x, box.rect.w) == (56, 848)


def test_the_command_word_is_in_colour() -> None:
    (page,) = only(Command("sudo usermod -aG docker", R("권한"), lang="linux"))
    spans = named(page, "Code")[0].paras[0].spans
    assert spans[0].text == "sudo"
    assert spans[0].look.paint == "accent1"
    assert {span.look.paint for span in spans[1:]} == {"ink"}


def test_sums_become_chips_in_common_columns() -> None:
    rows = (
        Pair(R("ubuntu"), R("a + b"), "="),
        Pair(R("nginx"), R("a + b + ngix"), "="),
        Pair(R("app"), R("a + b + c"), "="),
    )
    (page,) = only(List(rows, R("example")))
    chips = named(page, "Chip")
    assert len(chips) == 2 + 3 + 3
    assert len({chip.rect.x for chip in chips}) == 3
    solid = [c.paras[0].spans[0].text for c in chips if c.fill == "accent1"]
    assert solid == ["ngix", "c"]
    assert "example" in "".join(s.text for s in page.kicker[0].spans)


def test_sums_too_long_for_chips_stay_text() -> None:
    long = " + ".join(f"a part with a name {i}" for i in range(9))
    (page,) = only(List((Pair(R("x"), R(long), "="), Pair(R("y"), R("a + b"), "="))))
    assert not named(page, "Chip")
    assert "a part with a name 8" in words(page)


@pytest.mark.parametrize(
    "run",
    [
        Run("c", href="https://example.com/c"),
        Run("c", frozenset({Style.BOLD})),
        Run("c", kind="code"),
        Run("c", kind="math"),
        Run("3", kind="reference"),
    ],
)
def test_sums_with_more_than_bare_words_stay_text(run: Run) -> None:
    (page,) = only(List((Pair(R("x"), RichText((Run("a + b + "), run)), "="), Pair(R("y"), R("a + b"), "="))))
    assert not named(page, "Chip")
    spans = [span for box in page.boxes if isinstance(box, Shape) for para in box.paras for span in para.spans]
    (kept,) = [span for span in spans if run.text in span.text]
    assert kept.href or kept.look.bold or kept.look.mono or kept.look.shift or kept.formula


def test_sums_from_which_something_follows_stay_text() -> None:
    (page,) = only(List((Pair(R("x"), R("a + b"), "=", leads_to=(R("what follows"),)), Pair(R("y"), R("a + b"), "="))))
    assert "what follows" in words(page)


def test_a_table_is_a_native_table_with_its_head_on_every_part() -> None:
    rows = tuple((R(f"key {i}"), R(EN)) for i in range(20))
    pages = only(Table((R("name"), R("text")), rows, ("", "")))
    grids = [b for p in pages for b in p.boxes if isinstance(b, Grid)]
    assert len(grids) == len(pages) > 1
    assert all(g.head and g.rows[0].cells[0].paras[0].spans[0].text == "name" for g in grids)
    assert sum(len(g.rows) - 1 for g in grids) == 20


def test_numbers_keep_their_side_in_a_table() -> None:
    (page,) = only(Table((R("a"), R("n")), ((R("x"), R("12")),), ("", "right")))
    (grid,) = [b for b in page.boxes if isinstance(b, Grid)]
    assert [c.paras[0].align for c in grid.rows[1].cells] == ["left", "right"]


def test_a_table_too_wide_for_a_slide_is_told_row_by_row() -> None:
    head = tuple(R(f"column {i}") for i in range(16))
    pages = only(Table(head, (tuple(R(f"cell {i}") for i in range(16)),), ("",) * 16))
    assert not any(isinstance(b, Grid) for p in pages for b in p.boxes)
    assert "column 9 cell 9" in "\n".join(words(p) for p in pages)


def test_a_long_term_is_told_on_a_panel() -> None:
    (page,) = only(Term(R("눈송이 서버"), R(KO * 4)))
    assert [s.fill for s in named(page, "Panel")] == ["surface"]
    assert "".join(s.text for s in named(page, "Term")[0].paras[0].spans) == "눈송이 서버"


def test_a_quote_stands_on_a_panel() -> None:
    (page,) = only(Quote((Point(R(EN)), Point(R(KO)))), points(1))
    assert len(named(page, "Panel")) == 1


def test_small_children_share_a_slide_with_the_conclusion() -> None:
    children = (
        concept("파일", Definition(R("코드")), number="1.3.1"),
        concept("이미지", points(2, "짧은"), number="1.3.2"),
    )
    plan = planned(
        concept("이유", Conclusion(R("관리 할 수있다.")), children=children, number="1.3"), concept("끝", points(2))
    )
    page = next(p for p in plan.pages if named(p, "Conclusion"))
    assert len(named(page, "Column")) == 2
    assert named(page, "Conclusion")[0].fill == "tint1"
    assert len([b for b in page.boxes if isinstance(b, Rule)]) == 2


@pytest.mark.parametrize("before", [True, False])
def test_references_come_last_with_the_examples_that_follow_them(before: bool) -> None:
    links = List(
        (Reference(R("Docker hub"), "https://hub.docker.com/"), Reference(R("Registry"), "https://d.io/")),
        role="references",
    )
    example = Example(R("예를 들면 ubuntu"))
    pages = only(points(4), *((example, links) if before else (links, example)))
    assert pages[-1].title_text == "참고"
    assert ("예를 들면 ubuntu" in words(pages[0])) is before
    assert ("예를 들면 ubuntu" in words(pages[-1])) is not before
    (grid,) = [b for b in pages[-1].boxes if isinstance(b, Grid)]
    assert grid.rows[0].cells[1].paras[0].spans[0].href == "https://hub.docker.com/"


def test_one_reference_is_a_line_of_text() -> None:
    (page,) = only(points(2), Reference(R("Docker hub"), "https://hub.docker.com/"))
    assert "참고 Docker hub" in words(page)


def test_what_is_to_be_done_is_said_to_the_speaker_alone() -> None:
    (page,) = only(points(2), Todo(R("검색 해보기")))
    assert "검색 해보기" not in words(page)
    assert "할 일: 검색 해보기" in page.notes


def test_notes_say_in_words_what_is_on_the_slide() -> None:
    code = RichText((Run("use "), Run("apt-get", kind="code"), Run(" now", frozenset([Style.BOLD]))))
    (page,) = only(List((Point(code, leads_to=(R("then"),)), Point(R("b")))))
    assert page.notes.splitlines()[:4] == ["Section", "", "- use apt-get now", "→ then"]


def test_hangul_is_never_slanted() -> None:
    text = RichText((Run("예제", frozenset([Style.ITALIC])), Run("slanted", frozenset([Style.ITALIC]))))
    (page,) = only(Point(text), points(1))
    korean, latin = named(page, "Text")[0].paras[0].spans
    assert (korean.look.italic, latin.look.italic) == (False, True)


def sections(count: int, children: int = 2) -> tuple[Concept, ...]:
    inner = tuple(concept(f"child {i}", points(6)) for i in range(children))
    return tuple(
        concept(
            f"Section {n}",
            points(5),
            number=f"{n}",
            children=tuple(Concept(f"{n}{c.id}", c.title, body=c.body) for c in inner),
        )
        for n in range(1, count + 1)
    )


def test_the_title_slide_has_a_band_for_each_of_a_few_sections() -> None:
    plan = planned(*sections(4))
    bands = named(plan.pages[0], "Section")
    assert [b.fill for b in bands] == ["panel1", "panel2", "panel3", "panel4"]
    assert bands[-1].rect.bottom == 540
    assert plan.pages[0].footer is False


def test_many_sections_have_no_bands_and_repeat_the_colours() -> None:
    plan = planned(*sections(7))
    assert not named(plan.pages[0], "Section")
    assert [p.accent for p in plan.pages if p.layout == "section"] == [1, 2, 3, 4, 5, 1, 2]


def test_the_contents_lead_to_the_first_slide_of_each_section() -> None:
    plan = planned(*sections(3))
    contents = plan.pages[1]
    rows, numbers = named(contents, "Contents"), named(contents, "Page")
    assert contents.title_text == "목차"
    for row, number in zip(rows, numbers, strict=True):
        target = next(i for i, p in enumerate(plan.pages) if p.key == row.link)
        assert number.paras[0].spans[0].text == str(target + 1)
        assert plan.pages[target].layout == "section"


def test_a_section_opens_with_its_number_and_its_children() -> None:
    plan = planned(*sections(2))
    opener = next(p for p in plan.pages if p.layout == "section")
    assert opener.title_text == "Section 1"
    assert len(named(opener, "Child")) == 2
    assert named(opener, "Number")[0].paras[0].spans[0].text == "1"
    assert named(opener, "Back")[0].link == "contents/0"
    assert all(any(p.key == row.link for p in plan.pages) for row in named(opener, "Child"))


def test_the_only_slide_of_an_opened_section_is_its_overview() -> None:
    plan = planned(*sections(2))
    titles = [p.title_text for p in plan.pages]
    assert "Section 1 (개요)" in titles


def test_a_note_without_numbers_has_its_sections_counted() -> None:
    plan = planned(concept("A", points(2)), concept("B", points(2)), concept("C", points(2)), concept("D", points(2)))
    assert [s.paras[0].spans[0].text for s in named(plan.pages[1], "Contents")] == ["1\t", "2\t", "3\t", "4\t"]


def test_sections_that_count_themselves_get_no_other_number() -> None:
    plan = planned(*(replace(s, number="", title=R(f"Week {n}: x")) for n, s in zip((2, 3), sections(2), strict=True)))
    bands = [s.paras[0].spans[0].text for s in named(plan.pages[0], "Section")]
    rows = [s.paras[0].spans[0].text for s in named(plan.pages[1], "Contents")]
    assert [text[:6] for text in bands + rows] == ["Week 2", "Week 3"] * 2
    openers = [p for p in plan.pages if p.layout == "section"]
    assert [named(p, "Number")[0].paras[0].spans[0].text for p in openers] == ["2", "3"]


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (("Step 1 — Connect", "Step 2 — Measure"), ("1", "2")),
        (("Introduction", "Part I", "Part II. Waves", "Outlook", "Reading"), ("", "I", "II", "", "")),
        (("1주차", "2주차: 메모리", "마무리"), ("1", "2", "")),
        (("第三章 政治", "第四章 社会"), ("三", "四")),
        (("一　水", "二　火"), ("一", "二")),
        (("A. Foo", "B. Bar"), ("A", "B")),
        (("Part One", "Part Two"), ("1", "2")),
        (("Lab session 1", "Lab session 2", "Lab session 2, continued"), ("1", "2", "2")),
        (("Chapter 4",), ("4",)),
        (("A cat", "A dog"), ()),
        (("UDP", "UDT"), ()),
        (("Python 3", "Java"), ()),
        (("3 ways", "4 ways"), ()),
        (("Vitamin C", "Vitamin D", "Iron", "Zinc"), ()),
        (("政治過程", "一般論"), ()),
    ],
)
def test_a_counter_is_what_stands_in_several_headings_with_other_values(
    names: tuple[str, ...], found: tuple[str, ...]
) -> None:
    assert own_counters(names) == found


def test_the_summary_lists_definitions_and_conclusions() -> None:
    plan = planned(
        concept("A", Definition(R("첫째")), number="1"),
        concept("B", Definition(R("둘째")), number="2"),
        concept("C", points(2), Conclusion(R("셋째")), number="3"),
    )
    page = plan.pages[-1]
    assert page.title_text == "정리"
    assert "→ 셋째" in words(page)
    assert "둘째" not in page.notes, "the audience has the table before it"


def test_namesakes_carry_their_number() -> None:
    plan = planned(concept("이미지", points(3), number="1"), concept("이미지", points(3), number="2"))
    assert [p.title_text for p in plan.pages if p.accent] == ["이미지", "이미지 (2)"]


def test_a_title_too_long_for_a_slide_is_cut_there_and_whole_in_the_notes() -> None:
    long = "아주 긴 제목입니다 " * 40
    plan = planned(concept(long, points(3)))
    assert [d.code for d in plan.diagnostics] == ["title-cut"]
    assert plan.pages[1].title_text.endswith("…")
    assert long.strip() in plan.pages[1].notes


def test_what_stands_before_the_first_section_has_its_slides() -> None:
    plan = planned(concept("A", points(3)), body=(Point(R("들어가며 하는 말이 조금 길게 있다")), points(3)))
    assert any("들어가며" in words(p) for p in plan.pages[1:2])


LEAD, ASKS = Point(R("이미지는 크다"), leads_to=(R("느리다"),)), Question(R("하나만 더한다면?"), R("레이어를 쓴다"))


def test_a_question_stands_on_a_panel_and_its_answer_on_the_next_slide() -> None:
    asks, answers = only(ASKS)
    assert asks.panel
    assert (asks.title_text, answers.title_text) == ("하나만 더한다면?", "하나만 더한다면? (답)")
    assert asks.title[0].size >= 36
    (answer,) = named(answers, "Answer")
    assert (answer.paras[0].size, answer.rect.y) == (32, 144)


def test_a_few_lines_before_a_question_are_what_it_is_about() -> None:
    asks, _ = only(List((LEAD,)), ASKS)
    assert words(asks) == "이미지는 크다\n→ 느리다"


def test_a_picture_goes_on_beside_the_answer_and_what_follows() -> None:
    pages = only(Figure("a.png"), List((LEAD,)), ASKS, points(3), a=(800, 600))
    assert [any(isinstance(b, Image) for b in page.boxes) for page in pages] == [False, True, True]


def test_an_answer_that_is_a_list_is_shown_as_one() -> None:
    _, answers = only(Question(R("왜?"), body=(points(3),)))
    assert answers.layout == "text"
    assert answers.title[0].size == 24


@pytest.mark.parametrize("frame", RATIOS.values(), ids=RATIOS)
def test_what_a_question_is_about_keeps_its_distance_however_long_the_question_is(frame: Frame) -> None:
    long = Question(R("처음에 이미지를 다운받을땐 괜찮지만 기존 이미지에 파일 하나 추가했을 경우에는?"), R("레이어"))
    deck = Deck("notes/d.md", "d", R("D"), "ko", concepts=(concept("Section", List((LEAD,)), long),))
    page = next(page for page in plan_slides(deck, {}, frame=frame).pages if page.panel)
    (about,) = named(page, "Context")
    assert page.title_rect
    assert page.title_anchor == "b"
    assert about.rect.y - page.title_rect.bottom >= 20


@pytest.mark.parametrize("question", ["Explain why TCP is reliable.", "정규화를 정의하시오.", "述べよ", "简述三次握手"])
def test_an_order_that_is_answered_is_a_question_to_the_room(question: str) -> None:
    asks, _ = only(Question(R(question), R("It numbers segments.")))
    assert asks.panel


def test_choices_stand_below_their_question_and_the_answer_after_it() -> None:
    offers = Run("\n", kind="break")
    question = RichText((Run("Which layer?"), offers, Run("A) Network"), offers, Run("B) Transport")))
    asks, answers = only(Question(question, R("b)")))
    assert (asks.title_text, words(asks)) == ("Which layer?", "A) Network\nB) Transport")
    assert answers.title_text == "Which layer? (답)"
    assert words(answers) == "B) Transport"


def test_more_choices_than_a_column_holds_stand_in_two() -> None:
    offers = [Run("Which?")]
    for letter in "ABCDE":
        offers += [Run("\n", kind="break"), Run(f"({letter}) choice")]
    asks, _ = only(Question(RichText(offers), R("(A) choice")))
    left, right = named(asks, "Choices")
    assert left.rect.right < right.rect.x
    assert (len(left.paras), len(right.paras)) == (3, 2)


def test_a_heading_that_asks_is_a_question_to_the_room() -> None:
    asking = Concept("a", R("왜 쓰는가"), "왜 쓰는가?", asks="reason", body=(Point(R("빠르다")),))
    asks, answers = planned(asking).pages[1:]
    assert (asks.panel, answers.panel) == (True, False)
    assert named(answers, "Answer")


def test_what_something_is_its_definition_says_without_a_question() -> None:
    defined = Concept("a", R("도커"), "도커란?", asks="definition", body=(Definition(R("플랫폼")),))
    assert [page.panel for page in planned(defined).pages] == [False, False]


def test_levels_of_a_list_stay_apart_as_deep_as_powerpoint_has_them() -> None:
    block: Block = Point(R("level 8"))
    for level in range(7, -1, -1):
        block = Point(R(f"level {level}"), body=(List((block,)),))
    paras = [para for page in only(List((block,))) for shape in named(page, "Text") for para in shape.paras]
    lefts = [para.left for para in paras]
    assert [para.level for para in paras] == list(range(9))
    assert lefts == sorted(set(lefts))


def test_a_list_of_questions_stays_a_list() -> None:
    many = tuple(Question(R(f"질문 {i}?"), R("답")) for i in range(13))
    assert not any(page.panel for page in only(*many))


def test_a_card_that_only_names_something_is_no_question_to_the_room() -> None:
    assert not any(page.panel for page in only(Question(R("aquaporin"), R("a channel for water"))))


def test_contents_and_summary_can_be_left_out() -> None:
    sections = tuple(concept(name, Definition(R("짧은 말")), points(2)) for name in "abcd")
    deck = Deck("notes/d.md", "d", R("Docker"), "ko", concepts=sections)
    layouts = [page.key.split("/")[0] for page in plan_slides(deck, {}, Slides(contents=False, summary=False)).pages]
    assert layouts == ["title", "a", "b", "c", "d"]
    assert {"contents", "summary"} < {page.key.split("/")[0] for page in plan_slides(deck, {}).pages}


def test_a_panel_is_as_high_as_its_term_where_its_text_is_one_line() -> None:
    (page,) = only(Callout("note", body=(Point(R("한 줄")),)), points(3))
    (term,) = named(page, "Term")
    assert term.rect.h >= term.paras[0].pitch


def test_a_list_of_done_tasks_says_what_is_covered_and_any_other_task_is_for_the_speaker() -> None:
    done, open_ = Todo(R("Processes and threads"), done=True), Todo(R("Draw the states of a process"))
    (index,) = only(List((done, Todo(R("Scheduling"), done=True))))
    assert "Processes and threads" in words(index)
    (mixed,) = only(Definition(R("A process is a program that runs")), List((done, open_)))
    assert "states of a process" not in words(mixed)
    assert "Draw the states of a process" in mixed.notes


def test_a_child_whose_name_is_long_has_a_slide_of_its_own() -> None:
    child = concept("A heading of many words " * 9, points(1))
    plan = planned(concept("Why", Definition(R("A lock is a thing that keeps two writers apart.")), children=(child,)))
    assert not any(named(page, "Child") for page in plan.pages)


def test_a_section_of_nothing_but_tasks_has_them_as_points_unless_it_is_called_after_them() -> None:
    tasks = List((Todo(R("Strategy pattern")), Todo(R("Singleton"), body=(List((Todo(R("Lazy")),)),))))
    (topics,) = only(tasks)
    assert {"Strategy pattern", "Singleton", "Lazy"} <= set(words(topics).split("\n"))
    for title in ("TODO", "To-do list", "To do"):
        (own,) = [page for page in planned(concept(title, tasks)).pages if page.key != "title"]
        assert "Singleton" not in words(own)
        assert "Singleton" in own.notes


def cover_of(*front: tuple[str, FrontValue], body: tuple[Block, ...] = ()) -> Page:
    deck = Deck(
        "notes/d.md", "d", R("Docker"), "ko", body=body, front=Front(front), concepts=(concept("A", points(2)),)
    )
    return plan_slides(deck, {}).pages[0]


def test_the_title_slide_says_who_speaks_where_and_when() -> None:
    (source,) = named(cover_of(("author", ("Kim", Front([("name", "Lee")]))), ("date", "2026-03-02")), "Source")
    assert words(Page("t", "title", (), boxes=(source,))) == "Kim, Lee · 2026-03-02"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("notes/os/lecture-3.md", "lecture-3.md"),
        ("notes/docker.md", ""),
        ("notes/03_Docker.md", ""),
        ("notes/README.md", ""),
    ],
)
def test_the_title_slide_names_the_file_without_folders_and_only_where_the_title_does_not(path: str, said: str) -> None:
    deck = Deck(path, "d", R("Docker"), "ko", concepts=(concept("A", points(2)),))
    found = [words(Page("t", "title", (), boxes=(box,))) for box in named(plan_slides(deck, {}).pages[0], "Source")]
    assert found == ([said] if said else [])


def test_a_subtitle_of_the_authors_own_comes_before_the_definition() -> None:
    motto = (Definition(R("It runs containers.")),)
    assert "Lecture 3" in words(cover_of(("subtitle", "Lecture 3"), body=motto))
    assert "It runs" in words(cover_of(body=motto))
    deck = Deck("notes/d.md", "d", R("Docker"), "ko", body=motto, front=Front([("subtitle", "Lecture 3")]))
    plan = plan_slides(replace(deck, concepts=(concept("A", points(2)),)), {})
    assert any("It runs" in words(page) for page in plan.pages[1:])


@pytest.mark.parametrize("count", [1, 3, 5])
def test_children_of_which_there_is_but_the_heading_are_points_of_one_list(count: int) -> None:
    children = tuple(concept(f"Name {n}") for n in range(count))
    pages = planned(concept("Section", children=children)).pages[1:]
    (page,) = pages
    assert named(page, "Column") == []
    (text,) = named(page, "Text")
    assert [para.spans[0].text for para in text.paras] == [f"Name {n}" for n in range(count)]
    assert all(para.bullet for para in text.paras)


def test_a_heading_alone_among_small_ones_is_a_column_beside_them() -> None:
    children = (concept("One", *points(1, "short").items), concept("Bare"), concept("Two", *points(1, "short").items))
    page = planned(concept("Section", children=children)).pages[-1]
    assert len(named(page, "Column")) == 3


def callout(text: str) -> Callout:
    return Callout("warning", body=(Point(R(text)),))


def test_children_that_are_but_a_short_callout_stand_side_by_side() -> None:
    children = (concept("Weights", callout("Never below zero.")), concept("Ends", callout("Look at both.")))
    (page,) = planned(concept("Paths", children=children)).pages[1:]
    assert len(named(page, "Column")) == 2
    assert "Never below zero." in words(page)


def test_a_child_that_is_but_a_short_callout_joins_the_statement_of_its_parent() -> None:
    (page,) = planned(
        concept("Paths", Definition(R("What leads somewhere")), children=(concept("Weights", callout("No minus.")),))
    ).pages[1:]
    assert page.layout == "statement"
    assert "No minus." in words(page)


def test_a_long_callout_keeps_its_slide() -> None:
    children = (concept("Weights", callout("Never below zero. " * 12)), concept("Ends", callout("Look at both.")))
    assert len(planned(concept("Paths", children=children)).pages[1:]) > 1
