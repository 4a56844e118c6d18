"""Whether the words of a drawing have room when one side of it is made shorter: at the very points where they no longer do."""

import pytest

from deckbuild.diagrams.lettering import width
from deckbuild.diagrams.marks import LEAST
from deckbuild.diagrams.scene import Box, Node, Point, Scene, Span, Text
from deckbuild.model import RichText
from deckbuild.plan.slides.pressing import has_room, is_clear, is_inside

R = RichText.of
WORD = "harvest"
SIZE = 20.0
PITCH, WIDER, SLACK, LINE = 1.3, 1.12, 0.5, 2.0
"""As they are meant to be, whatever the code has."""


def wide(size: float, *, bold: bool = False) -> float:
    """How wide the word may be; it is bold beside a line."""
    return width(WORD, size, bold=bold) * WIDER


def boxed(w: float, h: float, *, lines: int = 1) -> Scene:
    """One box with its words."""
    return Scene("flow", 400.0, 300.0, nodes=(Node("a", Box(0.0, 0.0, w, h), (R(WORD),) * lines, size=SIZE),))


def labelled(box: Box, align: str = "start", path: tuple[Point, ...] = (Point(0, 290), Point(10, 290))) -> Scene:
    """A line with words beside it, 400 by 300."""
    label = Text((R(WORD),), box, "span", SIZE, align)
    return Scene("stack", 400.0, 300.0, spans=(Span("s", (), path, label),))


def test_words_have_room_up_to_the_width_that_another_face_may_need() -> None:
    need = wide(SIZE)
    assert has_room(boxed(need + 0.1, 100), 1.0, 1.0)
    assert not has_room(boxed(need - 0.1, 100), 1.0, 1.0)


def test_type_is_as_small_as_the_shorter_side_makes_it_but_can_be_read() -> None:
    assert has_room(boxed(wide(SIZE * 0.8) / 0.8 + 0.1, 100), 0.8, 1.0)
    assert not has_room(boxed(wide(LEAST) / 0.5 - 0.1, 100), 0.5, 1.0)
    assert has_room(boxed(wide(LEAST) / 0.5 + 0.1, 100), 0.5, 1.0)


def test_type_may_be_smaller_where_both_sides_are_so_short() -> None:
    assert has_room(boxed(wide(SIZE * 0.5) / 0.5 + 0.1, 100), 0.5, 0.5)


@pytest.mark.parametrize("lines", [1, 3])
def test_a_box_may_end_where_its_letters_do(lines: int) -> None:
    snug = lines * PITCH * SIZE - (PITCH - 1) * LEAST
    assert has_room(boxed(300, snug, lines=lines), 1.0, 1.0)
    assert not has_room(boxed(300, snug - 0.2, lines=lines), 1.0, 1.0)


def test_a_box_that_is_pressed_down_has_type_as_small_as_can_be_read() -> None:
    least = LEAST / 0.5
    assert has_room(boxed(300, least + 0.1), 1.0, 0.5)
    assert not has_room(boxed(300, least - 0.3), 1.0, 0.5)


def test_words_of_two_boxes_keep_apart() -> None:
    def pair(gap: float) -> Scene:
        high = PITCH * SIZE
        nodes = (Node(n, Box(0.0, y, 300.0, high), (R(WORD),), size=SIZE) for n, y in (("a", 0.0), ("b", high + gap)))
        return Scene("flow", 400.0, 300.0, nodes=tuple(nodes))

    assert has_room(pair(0.1), 1.0, 1.0)
    assert not has_room(pair(-0.1), 1.0, 1.0)


@pytest.mark.parametrize(("align", "left", "right"), [("start", 0.0, 1.0), ("middle", 0.5, 0.5), ("end", 1.0, 0.0)])
def test_words_beside_shapes_reach_from_where_they_are_aligned(align: str, left: float, right: float) -> None:
    """`left` and `right` are the shares of the words that stand on either side of a box without width."""
    need = wide(SIZE, bold=True)
    for x, out in ((left * need, -1.0), (400.0 - right * need, 1.0)):
        at = Box(x, 100.0, 0.0, 26.0)
        assert is_inside(labelled(at.moved(-out * 0.1, 0.0), align), 1.0, 1.0)
        assert is_inside(labelled(at.moved(out * (SLACK - 0.1), 0.0), align), 1.0, 1.0), "nobody sees so little"
        assert not is_inside(labelled(at.moved(out * (SLACK + 0.1), 0.0), align), 1.0, 1.0)


def test_words_beside_shapes_move_with_the_picture() -> None:
    box = Box(390.0 - wide(SIZE, bold=True), 100.0, 0.0, 26.0)
    assert is_inside(labelled(box), 1.0, 1.0)
    assert not is_inside(labelled(box), 0.5, 1.0)


def test_words_beside_shapes_stand_off_the_lines() -> None:
    need, middle = wide(SIZE, bold=True), 113.0

    def with_line(x: float, y: float = 0.0) -> Scene:
        return labelled(Box(100.0, 100.0, 0.0, 26.0), "start", (Point(x, y), Point(x, y + 200.0)))

    for edge, out in ((100.0, -1.0), (100.0 + need, 1.0)):
        assert is_clear(with_line(edge + out * (LINE / 2 + 0.1)), 1.0, 1.0)
        assert not is_clear(with_line(edge + out * (LINE / 2 - 0.1)), 1.0, 1.0)
    assert is_clear(with_line(120.0, middle + PITCH * SIZE / 2 + LINE / 2 + 0.1), 1.0, 1.0)
    assert not is_clear(with_line(120.0, middle + PITCH * SIZE / 2 + LINE / 2 - 0.1), 1.0, 1.0)


def test_every_stretch_of_a_line_counts_and_what_is_outside_is_not_clear() -> None:
    bent = (Point(10, 10), Point(10, 113), Point(200, 113))
    assert not is_clear(labelled(Box(100.0, 100.0, 0.0, 26.0), "start", bent), 1.0, 1.0)
    assert not is_clear(labelled(Box(395.0, 100.0, 0.0, 26.0)), 1.0, 1.0)


def test_a_line_moves_with_the_picture() -> None:
    scene = labelled(Box(100.0, 100.0, 0.0, 26.0), "start", (Point(300, 0), Point(300, 250)))
    assert is_clear(scene, 1.0, 1.0)
    assert is_clear(scene, 0.5, 1.0)
    down = labelled(Box(100.0, 100.0, 0.0, 26.0), "start", (Point(0, 150), Point(300, 150)))
    assert is_clear(down, 1.0, 1.0)
    assert not is_clear(down, 1.0, 0.2)
