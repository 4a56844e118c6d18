"""What the simulation takes for the truth: which card of an edited note is which of the old one."""

from __future__ import annotations

from collections.abc import Callable

from .edits import Line, lines_of
from .simulate import planned
from .truth import Strays, holds, is_of, truth


def found(text: str, edit: Callable[[list[Line]], None]) -> tuple[dict[int, int], set[int], Strays]:
    """The truth about the cards of a note after an edit."""
    before = lines_of(text)
    after = list(before)
    edit(after)
    old, new = planned(before), planned(after)
    assert old.cards
    assert new.cards
    return *truth(old, new, before, after), Strays(old, new, before, after)


LIST = "# Web\n\n## Hybrid app\n\n### Advantages\n\n- cheap and quick to make\n- good for every device\n"


def test_a_list_with_another_first_item_is_no_new_list() -> None:
    """A card that its section asks is told by all of its lines, not by the first alone."""
    first, last = (Line(f"- {said}", None, "item") for said in ("known and sold in town", "made for the desk"))

    def one(lines: list[Line]) -> None:
        lines[6] = first

    def both(lines: list[Line]) -> None:
        lines[6:8] = [first, last]

    assert found(LIST, one)[1] == set()
    assert found(LIST, both)[1] == {0}


def test_a_list_whose_first_item_came_out_of_another_is_not_that_list() -> None:
    """What its first line says does not count for more than what the others do."""
    bus = "## 버스형 토폴로지\n\n#### 장점\n1. 설치 비용 낮음\n2. 신뢰성이 우수함\n\n"
    ring = "## 링형 토폴로지\n\n#### 장점\n1. 충돌 가능성 적음\n2. 장애 노드 발견 용이\n3. 노드 추가 용이\n"

    def move(lines: list[Line]) -> None:
        lines.insert(5, lines.pop(11))

    pairs, _, strays = found(f"# 네트워크\n\n{bus}{ring}", move)
    assert pairs == {}
    assert not strays(0, 0)


NESTED = """# Classes

## Abstract class and interface

### Methods

- Abstract class
  - declares methods of any kind, with a body or without

- Interface
  - declares abstract methods alone, and static ones

### Purpose

- Abstract class
  - gathers what its classes share

- Interface
  - promises what each of its classes does
"""


def test_a_name_above_what_was_told_elsewhere_is_no_survivor() -> None:
    """The line in one item is gone, and the one out of another of its name stands there instead: it may be either card."""

    def move(lines: list[Line]) -> None:
        lines[10] = lines[18]
        del lines[17:19]

    pairs, fresh, strays = found(NESTED, move)
    assert (pairs, fresh) == ({0: 0}, set())
    assert not strays(1, 1)
    assert not strays(3, 1)
    assert strays(0, 1)


def test_of_another_name_above_an_answer_nobody_can_tell_whether_it_is_new() -> None:
    told = "makes of a function of two arguments one of a single argument"
    text = f"# N\n\n## Adaptors\n\n- binder  \n{told}\n\n- negator  \nturns what a predicate says\n"

    def rename(to: str) -> Callable[[list[Line]], None]:
        return lambda lines: lines.__setitem__(4, Line(to, None, "item"))

    assert found(text, rename("- lantern : it"))[1] == set()
    assert found(text, rename("- lantern : a thing that hangs in the harbour and shines all night, from dusk to dawn"))[
        1
    ] == {0}


def test_of_two_lines_that_say_the_same_nobody_can_tell_which_a_card_is_of() -> None:
    """One of them was left out of the deck, in a comment, and now the other is."""
    text = "# N\n\n## A\n\n- state : new, then ready\n\n## B\n\n<!--\n- state : ready, then on -->\n\n- state : ready, then on\n"

    def move(lines: list[Line]) -> None:
        lines.insert(4, lines.pop(9))

    pairs, fresh, strays = found(text, move)
    assert (pairs, fresh) == ({1: 1}, set())
    assert not strays(1, 0)
    assert strays(0, 0)


def test_a_cell_is_of_the_row_with_its_name_not_of_one_that_says_it() -> None:
    text = "# N\n\n## T\n\n| code | name | meaning |\n|-|-|-|\n| 200 | OK | all is well |\n| 204 | No content | there is none |\n"
    put_in = Line("| 300 | see 204 too | it is elsewhere |", None, "row")
    pairs, fresh, _ = found(text, lambda lines: lines.insert(6, put_in))
    assert pairs == {2: 0, 3: 1, 4: 2, 5: 3}
    assert fresh == {0, 1}


def test_a_paragraph_in_an_item_tells_its_answer_across_a_blank_line() -> None:
    """Another heading stands above the same paragraph: the answer is of lines that are there still."""
    text = "# N\n\n* #### Traits\n\n  A pattern is an idea, not a piece of code.\n\n* #### Kinds\n\n  There are three kinds of patterns in the book.\n"

    def move(lines: list[Line]) -> None:
        lines.insert(3, lines.pop(6))

    _, _, strays = found(text, move)
    assert not strays(0, 0)


def test_a_list_is_told_by_the_definition_that_leads_to_it() -> None:
    """Without its first line the list stands for itself, and is what it was."""
    lead = "Red-Black Tree 는 다음의 성질들을 만족하는 BST 이다.\n\n"
    items = "1. 각 노드는 Red or Black이라는 색깔을 갖는다.\n2. Root node 의 색깔은 Black이다.\n3. 각 leaf node 는 black이다.\n"
    text = f"# Tree\n\n## Red-Black Tree 의 정의\n\n{lead}{items}"

    def cut(lines: list[Line]) -> None:
        del lines[4]

    _, _, strays = found(text, cut)
    assert not strays(0, 0)


def test_a_list_is_of_none_of_its_items_alone() -> None:
    lines = lines_of(LIST)
    (card,) = planned(lines).cards
    assert not is_of(card, lines, card.place.line)
    assert [holds(card, lines, n) for n in (card.place.line - 1, card.place.line, card.place.last + 1)] == [
        False,
        True,
        False,
    ]
    item = lines_of("# N\n\n## Traits\n\n- key : what names a row\n")
    assert is_of(planned(item).cards[0], item, 5)
