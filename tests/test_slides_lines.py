"""Where titles end their lines: between phrases where a language has no spaces, at spaces elsewhere."""

import pytest

from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.grid import look
from deckbuild.plan.slides.inline import para, plain
from deckbuild.plan.slides.lines import balanced, in_phrases
from deckbuild.plan.slides.page import Shape
from deckbuild.readers.notes import read_note


def lines(text: str, em: float, tail: int = 0) -> list[str]:
    """The lines of a text in a box so many letters wide."""
    each = para(plain(text, look(20, bold=True)), 20)
    set_in = in_phrases(each, em * 20, tail) if tail else balanced(each, em * 20)
    return "".join(span.text for span in set_in.spans).split("\n")


@pytest.mark.parametrize(
    ("text", "em", "found"),
    [
        ("江戸時代と城下町の発展", 9.0, ["江戸時代と", "城下町の発展"]),
        ("長い冬を越える植物の知恵について", 11.0, ["長い冬を越える", "植物の知恵について"]),
        ("水の循環におけるエネルギーの役割", 12.0, ["水の循環における", "エネルギーの役割"]),
        ("植物的光合作用和动物的呼吸", 10.0, ["植物的光合作用", "和动物的呼吸"]),
        ("雨季に強い稲（在来種）", 9.0, ["雨季に強い稲", "（在来種）"]),
        ("海流がお茶の産地に与える影響", 9.5, ["海流がお茶の", "産地に与える影響"]),
        ("여름에 내리는 비와 겨울에 내리는 눈", 12.0, ["여름에 내리는 비와 ", "겨울에 내리는 눈"]),
    ],
)
def test_lines_end_between_phrases(text: str, em: float, found: list[str]) -> None:
    assert lines(text, em) == found


@pytest.mark.parametrize(
    ("text", "em", "found"),
    [
        ("Statistical evidence, lecture 7", 14.4, ["Statistical evidence, ", "lecture 7"]),
        (
            "Bring a map to class. Read chapter 1 before that.",
            18.0,
            ["Bring a map to class. ", "Read chapter 1 before that."],
        ),
        ("Rivers: how they shape valleys", 15.0, ["Rivers: ", "how they shape valleys"]),
        ("날씨 — 장마와 태풍의 차이", 10.0, ["날씨 — ", "장마와 태풍의 차이"]),
    ],
)
def test_one_of_two_lines_ends_with_its_clause(text: str, em: float, found: list[str]) -> None:
    assert lines(text, em) == found


@pytest.mark.parametrize(
    ("text", "em", "found"),
    [
        (
            "Talk by Prof. Smith about glaciers and moraines",
            22.0,
            ["Talk by Prof. Smith about ", "glaciers and moraines"],
        ),
        (
            "Left child : i + 1 then right child : i + 2 here",
            22.0,
            ["Left child : i + 1 then ", "right child : i + 2 here"],
        ),
        (
            "What holds these together (in a word: binds) for good",
            23.5,
            ["What holds these together ", "(in a word: binds) for good"],
        ),
        ("It was the storm of May 3, 2026 on the coast", 20.0, ["It was the storm of May ", "3, 2026 on the coast"]),
    ],
)
def test_no_clause_ends_at_the_signs_of_lists_names_and_brackets(text: str, em: float, found: list[str]) -> None:
    assert lines(text, em) == found


@pytest.mark.parametrize("em", [6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0])
def test_no_line_has_one_letter_or_two(em: float) -> None:
    for text in ("江戸時代と城下町の発展", "長い冬を越える植物の知恵", "植物光合作用过程研究", "東南亞季風氣候"):
        assert all(len(line) > 2 for line in lines(text, em))


def test_the_part_of_a_title_stays_with_its_last_words() -> None:
    assert lines("江戸時代と城下町の発展 (1/2)", 10.0, len(" (1/2)")) == ["江戸時代と", "城下町の発展 (1/2)"]


def test_a_title_is_one_text_in_the_outline() -> None:
    name = "江戸時代と城下町の発展および街道の整備と商業の広がりについて"
    deck = read_note(f"# {name}\n\n## {name}の概要\n\n- 一つ\n- 二つ\n", "n.md").deck
    cover, page = plan_slides(deck, {}).pages[:2]
    assert cover.title_text == name
    assert page.title_text == f"{name}の概要"
    assert any(span.text == "\n" for each in (cover, page) for line in each.title for span in line.spans)


def display(body: str, index: int) -> tuple[float, list[str]]:
    """The size of what a slide shows large, and its lines."""
    page = plan_slides(read_note(f"# T\n\n{body}", "n.md").deck, {}).pages[index]
    large = [box.paras[0] for box in page.boxes if isinstance(box, Shape) and box.name in ("Statement", "Answer")]
    each = large[0] if large else page.title[0]
    return each.size, "".join(span.text for span in each.spans).split("\n")


EQUILIBRIUM = "Two systems in equilibrium with a third are in equilibrium with each other"


@pytest.mark.parametrize(
    ("body", "index", "size"),
    [
        (f"{EQUILIBRIUM}.", 1, 36),
        (f"> [!question] Why is that so?\n> {EQUILIBRIUM}, be they large or not.", 2, 28),
        (f"> [!question] {EQUILIBRIUM}?\n> They are.", 1, 36),
    ],
)
def test_a_display_of_three_lines_is_set_smaller_where_two_hold_it(body: str, index: int, size: float) -> None:
    found, broken = display(f"## S\n\n{body}", index)
    assert (found, len(broken)) == (size, 2)


def test_the_title_of_a_section_has_no_lone_word_on_its_last_line() -> None:
    below = "### A\n\n```c\nint a;\n```\n\n### B\n\n```c\nint b;\n```\n\n"
    _, found = display(f"## Data structures and SQL\n\n{below}## Other\n\n- a\n", 2)
    assert found == ["Data structures ", "and SQL"]
