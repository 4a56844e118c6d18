"""What stands on a sheet, in which order, and what it is worth."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from msgspec.structs import replace

from deckbuild.model import (
    EMPTY,
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
    SpeakerNotes,
    Style,
    Subheading,
    Table,
    Term,
    Todo,
)
from deckbuild.plan.sheet import SheetOptions, SheetPlan, plan_sheet
from deckbuild.plan.sheet.lines import ems, line, link, pieces
from deckbuild.plan.sheet.saying import cut_code
from deckbuild.plan.sheet.shapes import Atom, Heading, Item, Listing, Picture, Row, Span, Text, plain, wording

T = RichText.of
EVERY_KIND: tuple[Block, ...] = (
    Definition(T("alpha")),
    Point(T("beta"), leads_to=(T("gamma"),), body=(Point(T("delta")),)),
    Pair(T("epsilon"), T("zeta"), body=(Point(T("nested")),)),
    Labelled(T("eta"), T("theta"), body=(Code("iota"),)),
    Term(T("kappa"), T("lambda")),
    Question(T("mu?"), T("nu"), body=(Point(T("xi")),)),
    Consequence(T("omicron")),
    Conclusion(T("pi")),
    Example(T("rho")),
    Subheading(T("sigma")),
    List((Point(T("tau")), Code("upsilon"), Todo(T("hidden"))), label=T("phi")),
    Reference(T("chi"), "https://a.b"),
    Figure("none.png", T("psi")),
    Code("omega\n\tx", "python"),
    Command("ls -l", T("lists"), output="total 0"),
    Table((T("head"),), ((T("cell"),),), ("left",)),
    Quote((Point(T("quoted")), List((Point(T("inner")),)))),
    Callout("warning", T("careful"), (Point(T("called")), Code("boxed"))),
    Math(r"\frac12"),
    Diagram("a-->b", "mermaid", T("drawn")),
    Todo(T("later")),
    Cloze(RichText((Run("hole", cloze=1), Run(" and rest")))),
    Footnote("7", T("aside"), body=(Point(T("further")),)),
    Directive("sheet keep"),
    SpeakerNotes((Point(T("said")),)),
)


def deck(*body: Block, title: str = "Title", language: str = "en") -> Deck:
    return Deck(
        "notes/x.md", title, T(title), language, concepts=(section("One", *body), section("Two", Point(T("end"))))
    )


def section(title: str, *body: Block, number: str = "", children: tuple[Concept, ...] = ()) -> Concept:
    return Concept(title.lower(), T(title), number=number, body=body, children=children)


def atoms(plan: SheetPlan) -> list[Atom]:
    return [atom for card in plan.sections for atom in card.atoms]


def planned(*body: Block, **options: str) -> list[Atom]:
    return list(plan_sheet(deck(*body, **options), ()).sections[0].atoms)


def test_the_examples_here_are_of_every_kind_of_block():
    assert {type(block) for block in EVERY_KIND} == set(get_args(Block))


@pytest.mark.parametrize("block", EVERY_KIND, ids=lambda block: type(block).__name__)
@pytest.mark.parametrize("depth", [0, 3])
def test_every_kind_of_block_at_any_depth_keeps_its_words(block: Block, depth: int):
    inner: Block = block
    for _ in range(depth):
        inner = List((Point(T("outer"), body=(Quote((inner,)),)),))
    said = " ".join(wording(atom) for atom in planned(inner)) + plain(plan_sheet(deck(inner), ()).subtitle)
    for word in _words(block):
        assert word in said


def _words(block: Block) -> list[str]:
    if isinstance(block, Todo | SpeakerNotes):
        return []
    texts = [value for name in block.__struct_fields__ if isinstance(value := getattr(block, name), RichText)]
    return [text.plain for text in texts if text]


def test_a_plan_is_json_and_comes_back_equal():
    plan = plan_sheet(deck(*EVERY_KIND), {"none.png"})
    again = msgspec.json.decode(msgspec.json.encode(plan), type=SheetPlan)
    assert again == plan


def test_styles_stand_in_a_fixed_order():
    run = Run("x", frozenset({Style.STRIKE, Style.BOLD, Style.ITALIC}))
    assert line(RichText((run,)))[0].styles == ("bold", "italic", "strike")


def test_what_the_lead_says_the_note_is_about_is_the_subtitle_where_it_is_short_and_is_not_said_again():
    def said(title: str, *body: Block) -> tuple[str, list[str]]:
        plan = plan_sheet(Deck("x.md", "x", T(title), body=body, concepts=(section("A", Point(T("a"))),)), ())
        return plain(plan.subtitle), [wording(atom) for card in plan.sections for atom in card.atoms]

    what, more, long = Definition(T("what it is")), Point(T("more")), "long " * 60
    assert said("x", what) == ("what it is", ["a"])
    assert said("x", what, more) == ("what it is", ["more", "a"])
    assert said("x", List((what, more))) == ("what it is", ["more", "a"])
    assert said("x", Quote((what,)), more) == ("", ["what it is", "more", "a"])
    assert said("x", Definition(T(long))) == ("", [long.strip(), "a"])
    assert said("a title of so many words that there is no room for any other beside it", what) == (
        "",
        ["what it is", "a"],
    )


def test_what_a_section_defines_stays_in_it_and_is_no_subtitle():
    plan = plan_sheet(Deck("x.md", "x", T("x"), concepts=(section("X", Definition(T("what it is"))),)), ())
    assert (plan.subtitle, [wording(atom) for atom in plan.sections[0].atoms]) == ((), ["what it is"])


def test_commands_of_all_sections_come_first_with_what_they_do():
    both = deck(Command("ls", T("lists")), Point(T("prose")), Point(T("to go:")), Command("cd x"))
    first, one, _ = plan_sheet(both, ()).sections
    assert first.sign == "★"
    assert [wording(row) for row in first.atoms] == ["ls lists", "cd x to go:"]
    assert [wording(atom) for atom in one.atoms] == ["prose"]


def test_a_note_that_is_all_commands_keeps_its_sections():
    only = Deck("x.md", "x", T("x"), concepts=(section("A", Command("ls"), Command("cd")), section("B", Command("rm"))))
    assert [plain(card.title) for card in plan_sheet(only, ()).sections] == ["A", "B"]


def test_terms_with_meanings_stand_in_two_columns():
    rows = planned(List((Term(T("a"), T("first")), Labelled(T("b"), T("second")))))
    assert [(type(row), getattr(row, "style", "")) for row in rows] == [(Row, "terms")] * 2


def test_a_term_too_long_for_a_column_makes_it_a_list():
    found = planned(List((Term(T("a term of very many words indeed"), T("first")), Term(T("b"), T("second")))))
    assert all(isinstance(atom, Item) for atom in found)


def test_a_table_too_wide_for_a_column_is_read_row_by_row():
    head = tuple(T(f"h{i}") for i in range(7))
    found = planned(Table(head, (tuple(T(f"c{i}") for i in range(7)),), ("",) * 7))
    assert wording(found[0]) == "c0 h1: c1 · h2: c2 · h3: c3 · h4: c4 · h5: c5 · h6: c6"


def test_consequences_and_answers_stay_with_what_they_follow():
    found = planned(Point(T("cause"), leads_to=(T("effect"),)), Question(T("why?"), T("because")))
    assert [(wording(atom), atom.stick) for atom in found] == [
        ("cause", False),
        ("effect", True),
        ("why?", False),
        ("because", True),
    ]


def test_a_conclusion_follows_the_subsections_that_it_concludes():
    concept = section("One", Conclusion(T("so")), Point(T("body")), children=(section("Sub", Point(T("below"))),))
    plan = plan_sheet(Deck("x.md", "x", T("x"), concepts=(concept, section("Two", Point(T("y"))))), ())
    assert [wording(atom) for atom in plan.sections[0].atoms] == ["body", "Sub", "below", "Conclusion so"]


def test_references_share_one_line_and_link_only_where_a_link_leads():
    (found,) = planned(Reference(T("a"), "https://a.b"), Reference(T("b"), "./other.md"))
    assert isinstance(found, Text)
    assert plain(found.line) == "References a · b"
    assert [span.url for span in found.line if span.text in "ab"] == ["https://a.b", ""]


@pytest.mark.parametrize("href", ["", "a.md", "javascript:alert(1)", "https://a b", "https://" + "x" * 3000])
def test_what_leads_nowhere_is_no_link(href: str):
    assert link(href) == ""


def test_a_todo_is_left_off_and_said():
    plan = plan_sheet(deck(Todo(T("check"), place=Place("notes/x.md", 3)), Point(T("x"))), ())
    assert [(d.code, d.place.line) for d in plan.diagnostics] == [("todo-left-off", 3)]


def test_nested_items_know_their_depth_and_indent():
    found = planned(List((Point(T("a"), body=(List((Point(T("b")),), style="ordered"), Point(T("c")))),)))
    assert [(wording(a), a.depth, a.left) for a in found] == [("a", 0, 0.0), ("b", 1, 0.85), ("c", 1, 0.85)]


def test_atoms_of_one_box_share_a_frame_and_two_boxes_do_not():
    found = planned(Quote((Point(T("a")), Point(T("b")))), Quote((Point(T("c")),)))
    frames = [atom.frame.id for atom in found if atom.frame]
    assert frames[0] == frames[1] != frames[2]


def test_a_missing_picture_is_worth_little():
    one = plan_sheet(deck(Figure("a.png"), Figure("b.png")), {"a.png"}).sections[0].atoms
    assert [(a.missing, a.rank > 0.5) for a in one if isinstance(a, Picture)] == [(False, True), (True, False)]


def test_a_note_within_one_section_is_cut_at_the_sections_below():
    inner = section("Docker", children=(section("A", Point(T("a"))), section("B", Point(T("b")))))
    plan = plan_sheet(Deck("x.md", "x", T("Docker"), concepts=(inner,)), ())
    assert [plain(card.title) for card in plan.sections] == ["A", "B"]


def test_two_parts_of_many_sections_are_cut_at_these_and_keep_one_colour_each():
    def part(name: str) -> Concept:
        return section(name, children=tuple(section(f"{name}{i}", Point(T("x"))) for i in range(3)))

    plan = plan_sheet(Deck("x.md", "x", T("x"), concepts=(part("A"), part("B"))), ())
    assert [(plain(card.title), card.hue) for card in plan.sections] == [
        ("A0", 0), ("A1", 0), ("A2", 0), ("B0", 1), ("B1", 1), ("B2", 1),
    ]  # fmt: skip


def test_what_stands_before_the_sections_does_not_repeat_the_title():
    three = tuple(section(name, Point(T("x"))) for name in "ABC")
    plan = plan_sheet(Deck("x.md", "x", T("Docker"), "ko", body=(Point(T("lead")),), concepts=three), ())
    assert plain(plan.sections[0].title) == "개요"
    named = (*three, section("개요", Point(T("y"))))
    plan = plan_sheet(Deck("x.md", "x", T("Docker"), "ko", body=(Point(T("lead")),), concepts=named), ())
    assert [plain(card.title) for card in plan.sections] == ["Docker", "A", "B", "C", "개요"]


def test_a_section_with_nothing_in_it_gets_no_card_but_a_word():
    plan = plan_sheet(Deck("x.md", "x", T("x"), concepts=(section("Empty"), section("Full", Point(T("x"))))), ())
    assert [plain(card.title) for card in plan.sections] == ["Full"]
    assert ["'Empty'" in d.message for d in plan.diagnostics] == [True]


def test_a_heading_with_nothing_below_it_is_words_of_the_text():
    (found,) = planned(Subheading(T("alone")))
    assert isinstance(found, Text)


def test_an_empty_deck_is_an_empty_plan_and_says_so():
    plan = plan_sheet(Deck("x.md", "folder::x"), ())
    assert (plan.title, plan.sections) == ("x", ())
    assert [d.code for d in plan.diagnostics] == ["sheet-empty"]


def test_a_repeated_statement_is_worth_less_and_a_marked_one_most():
    words = "containers share one kernel with the host"
    marked = RichText((Run("x"), Run("y", frozenset({Style.MARK}))))
    first, again, mark, cue = planned(Point(T(words)), Point(T(words)), Point(marked), Point(T("this is important: z")))
    assert again.rank < first.rank < cue.rank < mark.rank == 1.0


def test_code_that_stood_before_is_worth_as_much_as_any():
    first, again = planned(Code("open the file and read it"), Code("open the file and read it"))
    assert first.rank == again.rank


def test_a_definition_is_worth_more_than_prose_and_prose_more_than_links():
    found = {
        wording(a).split()[0]: a.rank
        for a in planned(Definition(T("d")), Point(T("p")), Reference(T("r"), "https://a.b"))
    }
    assert found["d"] > found["p"] > found["References"]


def test_a_line_of_links_is_worth_little_and_a_sentence_with_some_what_it_was():
    links = [Run(name, href=f"{name}.md") for name in ("한국어", "Deutsch", "Español")]
    comma = Run(", ")
    said, row, told = planned(
        Point(T("said")),
        Labelled(T("Read this in"), RichText((links[0], comma, links[1], comma, links[2]))),
        Point(
            RichText(
                (Run("It happens in the "), links[0], Run(" and the organelles named "), links[1], comma, links[2])
            )
        ),
    )
    assert row.rank < said.rank == told.rank


def test_a_long_paragraph_is_cut_at_sentences_and_loses_nothing():
    text = "One sentence is here. " * 60
    parts = list(pieces(line(T(text)), 100.0))
    assert len(parts) > 3
    assert " ".join(plain(part) for part in parts) == text.strip()
    assert all(plain(part).endswith(".") and ems(plain(part)) <= 110 for part in parts)


def test_a_long_word_without_any_space_is_cut_too():
    parts = list(pieces((Span("x" * 5000),), 100.0))
    assert "".join(plain(part) for part in parts) == "x" * 5000
    assert max(ems(plain(part)) for part in parts) <= 110


def test_code_is_cut_at_blank_lines_and_loses_nothing():
    text = "\n".join("row" if i % 7 else "" for i in range(100))
    parts = list(cut_code(text))
    assert "\n".join(parts) == text
    assert max(len(part.split("\n")) for part in parts) <= 11


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("def a():\n    b()\n    c()\ndef d():\n    e()\n    f()\n    g()\n    h()", 3),
        ("a {\n  b\n  c\n}\nd {\n  e\n  f\n}", 4),
        ("if a\n  b\nelse\n  c\n  d\nend\nf", 4),
        ("a\nb\nc\n\nd\ne\nf", 4),
        ("a {\n  b\n  c\n\n}\n\nd {\n  e\n}", 6),
    ],
    ids=[
        "before what is indented below it",
        "behind what closes",
        "not before else",
        "behind a blank line",
        "not before }",
    ],
)
def test_a_part_of_code_ends_where_least_is_taken_apart(text: str, first: int):
    parts = list(cut_code(text))
    assert "\n".join(parts) == text
    assert len(parts[0].split("\n")) == first


def test_code_loses_its_common_indent_and_its_tabs():
    (found,) = planned(Code("\tif x:\n\t\ty"))
    assert isinstance(found, Listing)
    assert found.text == "if x:\n    y"


def test_little_text_gets_two_columns_and_much_gets_four():
    much = deck(*(Point(T(f"word {i} " * 12)) for i in range(60)))
    assert plan_sheet(deck(Point(T("x"))), ()).columns == 2
    assert plan_sheet(much, ()).columns == 4
    assert plan_sheet(much, (), SheetOptions(landscape=False)).columns == 3
    assert plan_sheet(much, (), SheetOptions(columns=5)).columns == 5


def test_much_wide_code_gets_three_columns():
    wide = deck(*(Code("x = " + "y" * 60) for _ in range(8)), *(Point(T("word " * 40)) for _ in range(20)))
    assert plan_sheet(wide, ()).columns == 3


def test_subheadings_keep_number_and_level():
    sub = section("Sub", Point(T("x")), number="1.1.1", children=(section("Deep", Point(T("y"))),))
    plan = plan_sheet(
        Deck("x.md", "x", T("x"), concepts=(section("A", children=(sub,)), section("B", Point(T("z"))))), ()
    )
    found = [(a.number, a.level, plain(a.line)) for a in atoms(plan) if isinstance(a, Heading)]
    assert found == [("1.1.1", 2, "Sub"), ("", 3, "Deep")]


def test_empty_texts_make_no_trouble():
    plan = plan_sheet(
        deck(Point(EMPTY), List(()), Table((), ()), Quote(()), Callout("x"), Code(""), Labelled(EMPTY)), ()
    )
    assert plan.sections
    assert replace(plan, diagnostics=()) == plan
