"""What an author orders with `<!-- deckbuild: … -->`, in what is made of the deck."""

from __future__ import annotations

from deckbuild.model import Block, Callout, Concept, Deck, Directive, Labelled, List, Order, Point, RichText
from deckbuild.orders import obeyed
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.slides import plan_slides

SKIP, KEEP, BREAK = Directive("skip"), Directive("sheet keep"), Directive("slide break")


SAID = Labelled(RichText.of("term"), RichText.of("a sentence on what is meant by it"))


def point(text: str) -> Point:
    return Point(RichText.of(text))


def deck(*body: Block, orders: tuple[Order, ...] = ()) -> Deck:
    sections = (
        Concept("a", RichText.of("Alpha"), body=body, orders=orders),
        Concept("b", RichText.of("Beta"), body=(Labelled(RichText.of("label"), RichText.of("what it says")),)),
    )
    return Deck("x.md", "X", RichText.of("X"), concepts=sections)


def test_a_deck_without_orders_is_the_deck_itself():
    plain = deck(point("one"))
    assert obeyed(plain) is plain


def test_skip_takes_the_next_block_and_no_other():
    assert obeyed(deck(point("one"), SKIP, point("two"), point("three"))).concepts[0].body == (
        point("one"),
        point("three"),
    )


def test_skip_takes_an_item_of_a_list_and_a_list_that_was_nothing_else():
    listed = deck(List((point("one"), SKIP, point("two"))), List((SKIP, point("three"))))
    assert obeyed(listed).concepts[0].body == (List((point("one"),)),)


def test_skip_reaches_into_what_is_nested():
    nested = deck(Point(RichText.of("outer"), body=(SKIP, point("inner"))))
    assert obeyed(nested).concepts[0].body == (point("outer"),)


def test_a_concept_to_be_skipped_is_in_nothing_that_is_made():
    skipped = deck(point("secret"), orders=("skip",))
    assert [concept.id for concept in obeyed(skipped).concepts] == ["b"]
    made = (plan_cards(skipped), plan_slides(skipped, {}), plan_sheet(skipped, {}))
    assert not any("secret" in repr(plan) for plan in made)
    assert "what it says" in repr(made[0])


def test_each_format_sees_the_orders_that_are_meant_for_it():
    ordered = deck(KEEP, point("one"), BREAK, point("two"))
    assert obeyed(ordered).concepts[0].body == (point("one"), point("two"))
    assert obeyed(ordered, "sheet keep").concepts[0].body == (KEEP, point("one"), point("two"))


def test_a_slide_break_begins_a_slide():
    def pages(*body: Block) -> list[str]:
        return [repr(page.boxes) for page in plan_slides(deck(*body), {}).pages if "sentence" in repr(page.boxes)]

    one, two = point("the first sentence of two."), point("the second sentence of two.")
    assert len(pages(one, two)) == 1
    first, second = pages(one, BREAK, two)
    assert "the first" in first
    assert "the second" in second
    assert len(pages(BREAK, one, two)) == 1


def test_what_the_sheet_is_to_keep_has_the_highest_rank():
    def ranks(plan_of: Deck) -> list[float]:
        return [atom.rank for section in plan_sheet(plan_of, {}).sections for atom in section.atoms]

    assert max(ranks(deck(point("one"), point("two")))) < 1
    assert ranks(deck(point("one"), KEEP, point("two")))[:2][1] == 1
    assert ranks(deck(point("one"), point("two"), orders=("sheet keep",)))[:2] == [1, 1]


def test_nothing_is_made_of_a_table_of_contents():
    contents = List((point("Alpha"), point("Beta")), role="contents")
    assert obeyed(deck(contents, point("one"))).concepts[0].body == (point("one"),)
    assert [concept.id for concept in obeyed(deck(Callout("details", body=(contents,)))).concepts] == ["b"]
    assert [concept.id for concept in obeyed(deck()).concepts] == ["a", "b"]


def slides_of(*body: Block) -> list[str]:
    return [repr(page.boxes) for page in plan_slides(deck(*body), {}).pages if "sentence" in repr(page.boxes)]


def test_what_is_skipped_on_slides_is_on_cards_and_sheet():
    for skipped in (deck(Directive("slide skip"), SAID), deck(SAID, orders=("slide skip",))):
        assert "sentence" not in repr(plan_slides(skipped, {}))
        assert "sentence" in repr(plan_cards(skipped))
        assert "sentence" in repr(plan_sheet(skipped, {}))


def test_a_break_between_items_parts_the_list_and_goes_on_counting():
    items = (point("sentence a"), BREAK, point("sentence b"))
    first, second = obeyed(deck(List(items, style="ordered", start=3)), "slide break").concepts[0].body[::2]
    assert isinstance(first, List)
    assert isinstance(second, List)
    assert (first.start, second.start) == (3, 4)
    assert len(slides_of(List(items, style="ordered"))) == 2


def test_a_section_that_is_to_begin_a_slide_does_not_join_the_one_before():
    def pages(orders: tuple[Order, ...]) -> int:
        small = [Concept(name, RichText.of(name), body=(point("sentence"),), orders=orders) for name in ("c", "d")]
        return len(
            plan_slides(Deck("x.md", "X", concepts=(Concept("a", RichText.of("A"), children=tuple(small)),)), {}).pages
        )

    assert pages(("slide break",)) == pages(()) + 2


def test_a_passage_can_be_left_off_the_sheet_alone():
    block = Directive("sheet skip")
    for body in ((block, point("gone"), point("stays")), (List((block, point("gone"), point("stays"))),)):
        text = str(plan_sheet(deck(*body), ()).sections)
        assert "gone" not in text
        assert "stays" in text
        assert "gone" in str(plan_slides(deck(*body), {}))


def test_a_section_can_be_left_off_the_sheet_alone():
    assert "Alpha" not in str(plan_sheet(deck(SAID, orders=("sheet skip",)), ()).sections)
    assert "Alpha" in str(plan_slides(deck(SAID, orders=("sheet skip",)), {}))
