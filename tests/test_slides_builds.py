"""In which steps a slide appears: one click for each point, and all that belongs to it."""

import pytest

from deckbuild.model import (
    Code,
    Command,
    Concept,
    Consequence,
    Deck,
    Definition,
    Figure,
    List,
    Point,
    Question,
    RichText,
    Table,
)
from deckbuild.model.blocks import Block
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.builds import build_steps, rect_of
from deckbuild.plan.slides.frame import WIDESCREEN
from deckbuild.plan.slides.inline import line
from deckbuild.plan.slides.page import Box, Grid, Page, Rule, Shape

from .hostile_decks import DECKS, PICTURES, picture

R = RichText.of
PICTURE = {"f.png": picture("f.png", 800, 600)}


def planned(*body: Block) -> SlidePlan:
    deck = Deck("n.md", "n", R("N"), "en", concepts=(Concept("c", R("C"), "C", body=body),))
    return plan_slides(deck, PICTURE)


def said(box: Box, para: int) -> str:
    """What a target shows, in a word or two."""
    if isinstance(box, Shape) and para >= 0:
        return "".join(span.text for span in box.paras[para].spans)
    return box.name if isinstance(box, Shape) else type(box).__name__


def shown(page: Page) -> list[list[str]]:
    return [[said(page.boxes[target.box], target.para) for target in step] for step in build_steps(page)]


def steps(*body: Block) -> list[list[str]]:
    return shown(next(page for page in planned(*body).pages if page.key == "c/1"))


def test_points_come_one_by_one() -> None:
    assert steps(List((Point(R("a")), Point(R("b")), Point(R("c"))))) == [["a"], ["b"], ["c"]]


def test_nested_points_come_with_their_parent() -> None:
    nested = Point(R("a"), body=(List((Point(R("a1")), Point(R("a2")))),))
    assert steps(List((nested, Point(R("b"))))) == [["a", "a1", "a2"], ["b"]]


def test_a_consequence_comes_with_what_it_follows_from() -> None:
    assert steps(List((Point(R("a"), leads_to=(R("so"),)), Point(R("b"))))) == [["a", "so"], ["b"]]
    assert steps(Point(R("a")), Consequence(R("so")), Point(R("b"))) == [["a", "so"], ["b"]]


def test_a_label_comes_with_the_first_of_its_list() -> None:
    listed = List((Point(R("a")), Point(R("b"))), label=R("Label"))
    assert steps(Point(R("x")), listed) == [["x"], ["Label", "a"], ["b"]]


def test_a_sentence_that_leads_to_a_list_comes_with_its_first_point_and_a_question_does_not() -> None:
    points = List((Point(R("a")), Point(R("b"))))
    assert steps(Definition(R("It needs:")), points) == [["It needs:", "a"], ["b"]]
    assert steps(Question(R("Why"), R("So."))) == [["Why"], ["So."]]


def test_lines_come_with_what_they_belong_to() -> None:
    rect = WIDESCREEN.body
    rules = (Rule(rect.x, rect.y, 100.0), Rule(rect.x + 200.0, rect.y, 100.0))
    grid = Grid(rect, (10.0,), ())
    text = Shape(rect, (line("a", 16), line("b", 16)), body=True, name="Text")
    page = Page("k", "free", (), boxes=(text, *rules, grid, rules[0]))
    assert shown(page) == [["a"], ["b"], ["Rule", "Rule", "Grid", "Rule"]]
    assert shown(Page("k", "free", (), boxes=(rules[0], text))) == [["Rule", "a"], ["b"]]
    assert shown(Page("k", "free", (), boxes=rules)) == []


def test_a_figure_is_there_from_the_start_with_its_caption() -> None:
    points = List((Point(R("a")), Point(R("b"))))
    assert steps(Figure("f.png", R("Caption")), points) == [["a"], ["b"]]
    assert steps(Figure("f.png", R("Caption"))) == []


def test_a_figure_that_is_missing_is_there_as_well() -> None:
    assert steps(Figure("none.png", R("Caption")), List((Point(R("a")), Point(R("b"))))) == [["a"], ["b"]]


def test_code_comes_whole_after_the_text_before_it() -> None:
    assert steps(Point(R("a")), Code("one\n\ntwo\n", "sh")) == [["a"], ["Code"]]


def test_a_command_comes_with_what_it_does() -> None:
    commands = (Command("ls", R("lists")), Command("rm x", R("removes")))
    assert steps(*commands) == [["Comment", "Code"], ["Comment", "Code"]]


def test_a_table_comes_whole() -> None:
    table = Table((R("k"), R("v")), ((R("a"), R("1")), (R("b"), R("2"))))
    assert steps(Point(R("a")), table, Point(R("z"))) == [["a"], ["Grid"], ["z"]]


def test_what_would_all_come_at_one_click_is_there_from_the_start() -> None:
    assert steps(Code("one\n", "sh")) == []
    assert steps(Point(R("a"))) == []


def test_a_point_alone_beside_a_figure_waits_for_its_click() -> None:
    assert steps(Figure("f.png"), Point(R("a " * 60))) == [["a " * 60]]


def test_columns_come_one_by_one_with_their_rules() -> None:
    children = tuple(Concept(f"c{n}", R(f"C{n}"), f"C{n}", body=(Point(R("x")),)) for n in (1, 2))
    deck = Deck("n.md", "n", R("N"), "en", concepts=(Concept("c", R("C"), "C", children=children),))
    found = [shown(page) for page in plan_slides(deck, {}).pages]
    assert [["Rule", "Column"], ["Rule", "Column"]] in found


def test_a_statement_is_there_and_what_it_leads_to_comes(docker: Deck) -> None:
    statement = next(page for page in plan_slides(docker, {}).pages if page.layout == "statement")
    assert shown(statement) == [["Rule", "Column"]] * 3


def test_slides_that_lead_through_the_deck_are_whole(docker: Deck) -> None:
    for page in plan_slides(docker, {}).pages:
        if page.layout in ("title", "contents", "section"):
            assert not build_steps(page)


@pytest.mark.real
def test_each_box_and_paragraph_comes_once_and_downwards() -> None:
    for deck in (DECKS[name] for name in sorted(DECKS)):
        for page in plan_slides(deck, PICTURES).pages:
            targets = [target for step in build_steps(page) for target in step]
            assert len(set(targets)) == len(targets)
            assert targets == sorted(targets, key=lambda each: (each.box, each.para))
            assert all(step for step in build_steps(page))


@pytest.mark.real
def test_no_words_come_without_the_surface_that_they_stand_on() -> None:
    for deck in (DECKS["panels"], DECKS["code"]):
        for page in plan_slides(deck, PICTURES).pages:
            for step in build_steps(page):
                first = page.boxes[step[0].box]
                alone = isinstance(first, Rule) or (isinstance(first, Shape) and not first.paras)
                assert not alone or len(step) > 1, (page.key, rect_of(first))
                assert not isinstance(first, Grid) or len(step) == 1


def test_a_definition_and_its_points_are_points() -> None:
    assert steps(Definition(R("It is.")), List((Point(R("a")),))) == [["It is."], ["a"]]


def test_a_question_to_the_room_is_there_at_once_and_what_supports_the_answer_comes_later() -> None:
    plan = planned(Point(R("It is large.")), Question(R("Why?"), R("So."), (List((Point(R("a")), Point(R("b")))),)))
    assert [shown(page) for page in plan.pages[1:]] == [[], [["Text"]]]
