"""How pieces are shared out over pages, and how text is cut where it has to be."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from deckbuild import wording
from deckbuild.model import RichText
from deckbuild.plan.slides.code import code_group, code_size
from deckbuild.plan.slides.frame import STANDARD, WIDESCREEN, Rect
from deckbuild.plan.slides.grid import Scale
from deckbuild.plan.slides.groups import Group, Piece, pack, place, stack_height
from deckbuild.plan.slides.inline import paras_height
from deckbuild.plan.slides.items import CodeBox, Item, Panel
from deckbuild.plan.slides.leads import held
from deckbuild.plan.slides.page import Box, Shape
from deckbuild.plan.slides.panels import panel_group
from deckbuild.plan.slides.sharing import BOX_SCALES, best_stacks
from deckbuild.plan.slides.stacking import Context
from deckbuild.plan.slides.text import divided, paragraph, text_group


def drawn(pieces: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
    return (Shape(rect),)


def group(*heights: float, tied: Sequence[int] = (), lead: float = 0, frame: float = 0, before: float = 0) -> Group:
    pieces = tuple(Piece(i, h, lead, i in tied) for i, h in enumerate(heights))
    return Group(pieces, drawn, frame, before)


def shape_of(pages: list[tuple[object, ...]]) -> list[list[int]]:
    return [[part.stop - part.start for part in page] for page in pages]  # type: ignore[attr-defined]


def test_what_fits_stays_on_one_page() -> None:
    assert shape_of(pack([group(100, 100, 100)], 300)) == [[3]]


def test_pages_are_even() -> None:
    assert shape_of(pack([group(*[100] * 8)], 700)) == [[4], [4]]


def test_no_more_pages_than_needed() -> None:
    assert len(pack([group(*[90] * 10)], 300)) == 4


def test_tied_pieces_stay_together() -> None:
    pages = pack([group(100, 100, 100, tied=[2])], 250)
    assert shape_of(pages) == [[1], [2]]


def test_a_chain_of_tied_pieces_too_tall_for_a_page_is_let_go() -> None:
    pages = pack([group(*[100] * 6, tied=range(1, 6))], 250)
    assert sum(sum(counts) for counts in shape_of(pages)) == 6
    assert all(stack_height(page) <= 250 for page in pages)


def test_a_frame_is_counted_on_each_page() -> None:
    pages = pack([group(*[100] * 4, frame=60)], 300)
    assert shape_of(pages) == [[2], [2]]
    assert stack_height(pages[0]) == 260


def test_space_above_counts_only_below_something() -> None:
    pages = pack([group(100, before=50), group(100, before=50)], 250)
    assert shape_of(pages) == [[1, 1]]
    assert stack_height(pages[0]) == 250


def test_a_heading_is_not_left_at_the_foot_of_a_page() -> None:
    text = group(200, 40)
    table = group(100, 100, tied=[0])
    pages = pack([text, table], 300)
    assert shape_of(pages)[0] == [1]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Steps of the reform", True),
        ("地租改正の手順", True),
        ("The reform had four steps.", False),
        ("A reform of the tax on land, as the government wanted it", False),
    ],
)
def test_a_few_words_above_a_list_stay_with_it(text: str, named: bool) -> None:
    _, first, second = held([Item(RichText.of(text)), *(Item(RichText.of("x"), number=n) for n in (1, 2))])
    assert isinstance(first, Item)
    assert first.tied is named
    assert isinstance(second, Item)
    assert not second.tied


def test_boxes_stand_where_packing_said() -> None:
    (page,) = pack([group(100, 50, lead=10), group(80, before=20)], 400)
    boxes = place(page, Rect(0, 144, 800, 336))
    assert [b.rect.y for b in boxes if isinstance(b, Shape)] == [144, 144 + 160 + 20]


def test_an_item_taller_than_a_page_is_cut_between_sentences() -> None:
    sentence = "Every sentence of this very long text says the same thing again. "
    item = Item(RichText.of(sentence * 60), "•")
    found = text_group([item], Scale(24), 760, 1, WIDESCREEN)
    assert len(found.pieces) > 1
    assert all(piece.height <= WIDESCREEN.body.h for piece in found.pieces)
    assert all(piece.say.strip().endswith(".") for piece in found.pieces)
    assert "".join(p.say for p in found.pieces).count("again") == 60


def test_the_parts_of_a_long_text_are_alike() -> None:
    whole = paragraph(Item(RichText.of("A sentence of some length stands here. " * 80)), Scale(24), 1)
    sizes = [sum(len(span.text) for span in part.spans) for part in divided(whole, 760, WIDESCREEN.body.h)]
    assert max(sizes) - min(sizes) < 5 * 39, "more than four sentences apart"


def test_a_text_without_any_space_is_cut_as_well() -> None:
    whole = paragraph(Item(RichText.of("x" * 9000)), Scale(16), 1)
    parts = divided(whole, 760, WIDESCREEN.body.h)
    assert "".join(span.text for part in parts for span in part.spans) == "x" * 9000


def test_consequences_stay_with_their_point() -> None:
    items = [Item(RichText.of("a point " * 9), "•"), Item(RichText.of("what follows"), "→", tied=True)] * 8
    pages = pack([text_group(items, Scale(24), 760, 1, WIDESCREEN)], WIDESCREEN.body.h)
    assert len(pages) > 1
    assert all((part.stop - part.start) % 2 == 0 for page in pages for part in page)


def test_short_code_stays_in_one_box() -> None:
    found = code_group(CodeBox("a\n\nb\n\nc", "python"), 20, 1, WIDESCREEN)
    assert [piece.joined for piece in found.pieces] == [False, True, True]


def test_long_code_is_cut_at_blank_lines() -> None:
    block = "def f():\n    return 1\n\n"
    pages = pack([code_group(CodeBox(block * 20, "python"), 14, 1, WIDESCREEN)], WIDESCREEN.body.h)
    assert len(pages) > 2
    firsts = [part.pieces[0].content[0].spans[0].text for page in pages for part in page]  # type: ignore[index]
    assert set(firsts) == {"def"}


MEMBERS = "".join(f"    def member{n}(self):\n        return {n}\n\n" for n in range(3))


def test_code_is_cut_between_outer_blocks_before_it_is_cut_within_one() -> None:
    code = f"class Heap:\n{MEMBERS}\ndef swap(a, b):\n    return b, a"
    pages = pack([code_group(CodeBox(code, "python"), 18, 1, WIDESCREEN)], WIDESCREEN.body.h)
    firsts = ["".join(s.text for s in p.pieces[0].content[0].spans) for stack in pages for p in stack]
    assert firsts == ["class Heap:", "def swap(a, b):"]


def test_code_is_cut_within_a_block_that_is_longer_than_a_slide() -> None:
    code = f"import heapq\n\nclass Heap:\n{MEMBERS * 3}"
    pages = pack([code_group(CodeBox(code.rstrip(), "python"), 18, 1, WIDESCREEN)], WIDESCREEN.body.h)
    firsts = ["".join(s.text for s in p.pieces[0].content[0].spans) for stack in pages for p in stack]
    assert len(firsts) == 3
    assert all(text.startswith("    def member") for text in firsts[1:])


def test_no_page_begins_with_what_closes_a_block() -> None:
    code = "class Heap {\n" + "".join(f"  int field{n};\n" for n in range(9)) + "\n}\n" + "int x;\n" * 6
    pages = pack([code_group(CodeBox(code.rstrip(), "java"), 18, 1, WIDESCREEN)], WIDESCREEN.body.h)
    firsts = ["".join(s.text for s in p.pieces[0].content[0].spans) for stack in pages for p in stack]
    assert len(firsts) == 2
    assert "}" not in firsts


def test_code_is_set_as_large_as_its_longest_line_allows() -> None:
    assert code_size([CodeBox("x" * 20)], Scale(24), WIDESCREEN) == 22
    assert code_size([CodeBox("x" * 70)], Scale(24), WIDESCREEN) == 18
    assert code_size([CodeBox("x" * 400)], Scale(24), WIDESCREEN) == 16


def test_a_long_line_of_code_is_wrapped_with_a_mark_and_whole() -> None:
    line = "curl " + "--header value " * 20
    found = code_group(CodeBox(line, "sh"), 16, 1, WIDESCREEN)
    paras = [para for piece in found.pieces for para in piece.content]  # type: ignore[attr-defined]
    texts = ["".join(span.text for span in para.spans) for para in paras]
    assert len(texts) > 1
    assert all(text.startswith("  ↪ ") for text in texts[1:])
    assert "".join([texts[0], *(text.removeprefix("  ↪ ") for text in texts[1:])]) == line


def test_a_term_of_two_lines_stands_beside_prose_that_is_as_tall() -> None:
    term = RichText.of("Heaps and values")
    lines = tuple(Item(RichText.of(f"A sentence about heaps, number {n}.")) for n in range(40))
    panel = panel_group(Panel(term, lines), Scale(16, 0.75), 1, WIDESCREEN)
    heights = [sum(piece.height for piece in panel.pieces[:n]) for n in (1, 4)]
    boxes = [
        panel.draw(panel.pieces[:n], Rect(56, 144, 848, height + panel.frame), False)
        for n, height in zip((1, 4), heights, strict=True)
    ]
    shown = [[box for box in part if isinstance(box, Shape) and box.name == "Term"] for part in boxes]
    assert shown[0] == []
    assert [paras_height(box.paras, box.rect.w) <= box.rect.h for box in shown[1]] == [True]
    assert panel.pieces[1].tied
    assert not panel.pieces[-1].tied


def test_the_last_piece_of_a_box_goes_with_another() -> None:
    assert shape_of(pack([group(100, 100, 100, 250)], 360)) == [[2], [2]]
    assert shape_of(pack([replace(group(100, 100, 100, 250), text=True)], 360)) == [[3], [1]]


def tall(letters: int) -> RichText:
    return RichText.of("word " * (letters // 5))


def test_what_is_said_again_never_pushes_text_off_a_page() -> None:
    """An item nearly as tall as a page begins one without what it stands below."""
    room = WIDESCREEN.body.h
    parents = (Item(RichText.of("parent"), "•"), Item(RichText.of("child"), "–", level=1))
    for letters in range(300, 700, 10):
        items = (*parents, Item(tall(letters), "–", level=2, parents=parents))
        pages = pack([text_group(items, Scale(24), 800.0, 1, WIDESCREEN)], room)
        assert all(stack_height(page) <= room + 0.01 for page in pages), letters


def test_the_name_of_a_panel_never_pushes_text_off_a_page() -> None:
    room = WIDESCREEN.body.h
    for letters in range(600, 1500, 20):
        panel = Panel(RichText.of("Name"), (Item(RichText.of("one line")), Item(tall(letters))))
        pages = pack([panel_group(panel, Scale(22), 1, WIDESCREEN)], room)
        assert all(stack_height(page) <= room + 0.01 for page in pages), letters


LOOP = (
    "def f(a):\n    first = 1\n"
    + "    while a:\n        b = a\n        a = g(b)\n        if not b:\n            continue\n" * 4
)


@pytest.mark.parametrize("lines", range(14, 23))
def test_code_is_not_cut_between_the_head_of_a_block_and_its_body(lines: int) -> None:
    code = "\n".join(LOOP.split("\n")[:lines])
    pages = pack([code_group(CodeBox(code, "python"), 18, 1, WIDESCREEN)], WIDESCREEN.body.h)
    texts = ["".join(s.text for s in p.pieces[0].content[0].spans) for stack in pages for p in stack]
    assert len(texts) > 1
    assert all(text.strip() not in ("first = 1", "b = a", "continue") for text in texts)


def test_code_is_set_smaller_where_that_cuts_it_between_blocks() -> None:
    body = "".join(f"    line{n} = {n}\n" for n in range(8))
    code = f"def f():\n{body}    while x:\n        if y:\n            a = 1\n            b = 2\n    c = 3\n{body[:-1]}\n    return"
    context = Context({}, 1, "", wording.words("en"), WIDESCREEN)
    stacks = best_stacks([CodeBox(code, "python")], BOX_SCALES, context)
    (first,) = {"".join(s.text for s in stack[0].pieces[0].content[0].spans).strip() for stack in stacks[1:]}
    assert first == "c = 3"


@pytest.mark.parametrize(("term", "beside"), [("Note", True), ("Important", False)])
def test_a_term_that_would_be_torn_stands_above_its_prose(term: str, beside: bool) -> None:
    panel = panel_group(Panel(RichText.of(term), (Item(RichText.of("one line")),)), Scale(20), 1, STANDARD)
    boxes = panel.draw(panel.pieces, Rect(44, 144, 632, 200), True)
    assert any(isinstance(box, Shape) and box.name == "Term" for box in boxes) is beside
