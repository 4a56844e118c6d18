"""What shares a slide: leads with what they lead to, figures with their code, rows with their head, parts with their parent."""

from __future__ import annotations

import pytest

from deckbuild.assets import Picture
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.plan.slides.page import Grid, Image, Page, Shape
from deckbuild.readers.notes import read_note

from .examples import sampled

SENTENCE = "This sentence is long enough to fill a line of a slide and then about a half of the next one as well."


def planned(text: str, **pictures: tuple[int, int]) -> SlidePlan:
    found = {f"{name}.png": Picture(f"{name}.png", f"{name}.png", b"", *size, "png") for name, size in pictures.items()}
    return plan_slides(read_note(text, "note.md").deck, found)


def lines(page: Page) -> list[str]:
    """All that stands below the title, paragraph by paragraph and row by row."""
    out = []
    for box in page.boxes:
        if isinstance(box, Shape):
            out += ["".join(span.text for span in para.spans) for para in box.paras]
        if isinstance(box, Grid):
            out += [
                " | ".join("".join(s.text for p in c.paras for s in p.spans) for c in row.cells) for row in box.rows
            ]
        if isinstance(box, Image):
            out.append(f"[{box.src}]")
    return out


def body(text: str, **pictures: tuple[int, int]) -> list[list[str]]:
    """The slides after the title, by their lines."""
    return [lines(page) for page in planned(text, **pictures).pages[1:]]


def with_line(pages: list[list[str]], start: str) -> list[list[str]]:
    return [page for page in pages if any(line.startswith(start) for line in page)]


CODE = "```c\n" + "\n".join(f"int line{n} = {n};" for n in range(11)) + "\n```"
FOLLOWERS = {
    "code": (CODE, "int line0"),
    "table": ("| a | b |\n|---|---|\n" + "\n".join(f"| row {n} | {n} |" for n in range(6)), "row 0"),
    "list": ("\n".join(f"- point {n}" for n in range(6)), "point 0"),
}


@pytest.mark.parametrize("kind", FOLLOWERS)
@pytest.mark.parametrize("before", sampled(range(1, 7), {2, 5}))
@pytest.mark.parametrize("lead", ["The example:", "**The example**", "- The example"])
def test_a_lead_is_on_the_slide_of_what_it_leads_to(kind: str, before: int, lead: str) -> None:
    follower, first = FOLLOWERS[kind]
    if lead.startswith("-"):
        follower = "\n".join(f"  {line}" for line in follower.split("\n"))
    pages = body(f"# T\n\n## S\n\n{(SENTENCE + chr(10) * 2) * before}{lead}\n\n{follower}\n")
    (page,) = with_line(pages, "The example") if kind != "list" else with_line(pages, "The example")[:1]
    assert any(line.startswith(first) for line in page)


def test_the_lead_of_what_has_to_be_split_stands_above_its_first_part() -> None:
    code = "\n".join(f"int line{n} = {n};" for n in range(30))
    pages = body(f"# T\n\n## S\n\n{SENTENCE}\n\nThe example:\n\n```c\n{code}\n```\n")
    (page,) = with_line(pages, "The example")
    assert "int line0 = 0;" in page
    assert len(pages) > 1


def test_a_slide_of_one_line_is_to_be_had_only_where_nothing_else_fits() -> None:
    points = "\n".join(f"- {SENTENCE}" for _ in range(9))
    pages = body(f"# T\n\n## S\n\n{points}\n")
    assert [len(page) for page in pages] == [5, 4]


def test_each_slide_of_a_body_has_its_own_size() -> None:
    wide = "x" * 95
    plan = planned(f"# T\n\n## S\n\n- first\n\n  ```c\n  {wide}\n  ```\n\n" + f"- second\n\n{CODE}\n")
    sizes = {
        para.size: page.key
        for page in plan.pages
        for box in page.boxes
        if isinstance(box, Shape) and box.name == "Code"
        for para in box.paras
    }
    assert max(sizes) >= 16


def test_text_that_can_be_divided_is_not_smaller_than_eighteen_points() -> None:
    plan = planned("# T\n\n## S\n\n" + f"{SENTENCE} {SENTENCE}\n\n" * 6)
    sizes = {para.size for page in plan.pages[1:] for b in page.boxes if isinstance(b, Shape) for para in b.paras}
    assert min(sizes) >= 18
    assert len(plan.pages) == 3


def test_what_goes_on_below_a_parent_says_the_parent_again() -> None:
    children = "\n".join(f"  - {SENTENCE}" for _ in range(9))
    first, second = body(f"# T\n\n## S\n\n- The parent\n{children}\n")
    assert first[0] == "The parent"
    assert second[0] == "The parent …"


def test_a_list_that_goes_on_says_what_it_is_a_list_of() -> None:
    points = "\n".join(f"- {SENTENCE}" for _ in range(9))
    _, second = body(f"# T\n\n## S\n\nThe reasons:\n\n{points}\n")
    assert second[0] == "The reasons …"


def test_a_panel_that_goes_on_keeps_its_name() -> None:
    text = "\n>\n".join(f"> {SENTENCE} {SENTENCE}" for _ in range(6))
    pages = body(f"# T\n\n## S\n\n> [!note] The name of it\n{text}\n")
    assert len(pages) > 1
    assert all(page[0].startswith("The name of it") for page in pages)


QUERY = "mysql> SELECT *\n    -> FROM book;"
RULE = "+" + "+".join("-" * 10 for _ in range(9)) + "+"
ROW = "|" + "|".join(" x        " for _ in range(9)) + "|"
HEAD = "|" + "|".join(" name     " for _ in range(9)) + "|"


def output(rows: int) -> str:
    return "\n".join(["```", QUERY, RULE, HEAD, RULE, *[ROW] * rows, RULE, "```"])


def test_a_table_of_letters_is_small_before_its_lines_wrap() -> None:
    assert len(RULE) == 100
    (page,) = planned(f"# T\n\n## S\n\n{output(4)}\n").pages[1:]
    paras = [para for box in page.boxes if isinstance(box, Shape) for para in box.paras]
    assert len(paras) == 10
    assert {para.size for para in paras} == {12}


def test_a_long_table_of_letters_is_cut_between_rows_and_has_its_head_again() -> None:
    first, second = body(f"# T\n\n## S\n\n{output(24)}\n")
    assert RULE in first
    assert second[:3] == [RULE, HEAD, RULE]
    assert (first + second).count(ROW) == 24


def test_the_head_of_a_table_of_letters_is_not_left_without_a_row() -> None:
    for before in range(8, 16):
        code = "\n".join([f"line {n}" for n in range(before)])
        pages = body(f"# T\n\n## S\n\n{output(8).replace(QUERY, code)}\n")
        (page, *_) = with_line(pages, RULE)
        assert ROW in page


def test_one_line_of_code_is_not_left_alone() -> None:
    for count in range(12, 40):
        code = "\n".join(f"line {n}" for n in range(count))
        assert all(len(page) > 2 for page in body(f"# T\n\n## S\n\n```\n{code}\n```\n"))


def test_a_picture_and_its_code_share_a_slide() -> None:
    text = "# T\n\n## S\n\n" + "".join(
        f"![]({name}.png)\n\n```sql\nSELECT {name}\nFROM t\n```\n\n" for name in ("a", "b", "c")
    )
    pages = body(text, a=(400, 300), b=(400, 300), c=(400, 300))
    assert [(page[0], page[-1]) for page in pages] == [(f"SELECT {n}", f"[{n}.png]") for n in ("a", "b", "c")]


def test_a_picture_that_would_be_too_small_beside_its_code_has_a_slide_of_its_own() -> None:
    code = "\n".join(f"word({', '.join(['word'] * 12)});" for _ in range(13))
    pages = body(f"# T\n\n## S\n\n![](a.png)\n\n```c\n{code}\n```\n", a=(1600, 1000))
    assert [page[0][:4] for page in pages] == ["[a.p", "word"]


def test_a_wide_picture_stands_over_its_code() -> None:
    (page,) = planned("# T\n\n## S\n\n![](a.png)\n\n```sql\nSELECT *\n```\n", a=(2000, 400)).pages[1:]
    (picture,) = [box.rect for box in page.boxes if isinstance(box, Image)]
    (code,) = [box.rect for box in page.boxes if isinstance(box, Shape)]
    assert picture.bottom < code.y


def test_pictures_of_one_line_stand_side_by_side() -> None:
    (page,) = planned("# T\n\n## S\n\n![l](a.png) ![r](b.png)\n", a=(900, 600), b=(600, 900)).pages[1:]
    left, right = (box.rect for box in page.boxes if isinstance(box, Image))
    assert left.right < right.x
    assert left.y == right.y


def test_pictures_of_two_lines_do_not() -> None:
    assert len(body("# T\n\n## S\n\n![l](a.png)\n\n![r](b.png)\n", a=(900, 600), b=(600, 900))) == 2


def code(count: int) -> str:
    return "```c\n" + "\n".join(f"int line{n} = {n};" for n in range(count)) + "\n```"


@pytest.mark.parametrize("count", [24, 36, 50])
def test_code_of_several_slides_begins_on_that_of_the_little_before_it(count: int) -> None:
    pages = body(f"# T\n\n## S\n\n> [!tip] One\n> a short sentence\n\n{code(3)}\n\n{code(count)}\n")
    assert len(with_line(pages[:1], "a short sentence")) == 1
    assert pages[0].count("int line0 = 0;") == 2


@pytest.mark.parametrize("count", [5, 10, 14])
def test_a_picture_too_small_beside_code_has_a_slide_of_its_own(count: int) -> None:
    pages = body(f"# T\n\n## S\n\n![pic](a.png)\n\n{code(count)}\n", a=(1600, 400))
    assert [page for page in pages if "[a.png]" in page] == [["[a.png]"]]
