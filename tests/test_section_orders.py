"""Which section or block an order of the author is about."""

from __future__ import annotations

from deckbuild.model import Concept, Directive, List, Point
from deckbuild.readers.notes import read_note


def sections(text: str) -> dict[str, Concept]:
    return {concept.title.plain: concept for concept in read_note(f"# Title\n\n{text}\n", "x.md").deck.walk()}


def kinds(concept: Concept) -> list[str]:
    return [block.order if isinstance(block, Directive) else type(block).__name__ for block in concept.body]


def test_an_order_on_the_line_of_a_heading_is_about_its_section():
    found = sections("## A <!-- deckbuild: sheet keep -->\n\ntext\n\n## B\n\ntext")
    assert (found["A"].orders, found["B"].orders) == (("sheet keep",), ())
    assert kinds(found["A"]) == ["Point"]


def test_an_order_directly_above_a_heading_is_about_the_section_below():
    found = sections("## A\n\ntext\n\n<!-- deckbuild: skip -->\n## B\n\ntext")
    assert (found["A"].orders, found["B"].orders) == ((), ("skip",))
    assert kinds(found["A"]) == ["Point"]


def test_an_order_above_the_first_section_is_about_that():
    assert sections("intro\n\n<!-- deckbuild: skip -->\n\n## A\n\ntext")["A"].orders == ("skip",)


def test_an_order_at_the_end_of_a_nested_section_is_about_the_next_one_wherever_it_stands():
    found = sections("## A\n\n### A1\n\ntext\n\n<!-- deckbuild: skip -->\n\n## B\n\ntext")
    assert (found["A1"].orders, found["B"].orders) == ((), ("skip",))


def test_an_order_stands_before_the_block_that_it_is_about():
    found = sections("## A\n\none\n\n<!-- deckbuild: slide break -->\n\ntwo\n\nthree <!-- deckbuild: skip -->\n\nfour")
    assert kinds(found["A"]) == ["Point", "slide break", "Point", "skip", "Point", "Point"]


def test_an_item_is_skipped_within_its_list_and_kept_on_the_sheet_with_its_list():
    found = sections("## A\n\n- one\n- two <!-- deckbuild: skip -->\n- three <!-- deckbuild: sheet keep -->")
    assert kinds(found["A"]) == ["sheet keep", "List"]
    listed = found["A"].body[1]
    assert isinstance(listed, List)
    assert [type(item) for item in listed.items] == [Point, Directive, Point, Point]
    assert [item.text.plain for item in listed.items if isinstance(item, Point)] == ["one", "two", "three"]


def test_an_unknown_order_is_said_and_nothing_else_happens():
    read = read_note("# T\n\n<!-- deckbuild: slide brake -->\n\ntext\n", "x.md")
    assert [(d.code, d.place.line) for d in read.diagnostics] == [("unknown-order", 3)]
    assert [type(block) for block in read.deck.body] == [Point]
