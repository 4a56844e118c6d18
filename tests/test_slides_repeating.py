"""A figure whose text takes several slides stands again beside what is about it, and not beside anything else."""

import pytest

from deckbuild.model import Figure, RichText
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Image, Page, Shape
from deckbuild.plan.slides.repeating import about, is_about
from deckbuild.readers.notes import read_note

from .hostile_decks import picture

OTHER = "Hens lay an egg on most days of the year and rest on few of them at the end of autumn"
SOIL = "The topsoil is dark, since it holds what was once alive and is now eaten by worms"


def shown(caption: str, *lines: str) -> list[bool]:
    """Whether each slide with text shows the figure that stands before the text."""
    note = f"# T\n\n## S\n\n![{caption}](f.png)\n\n" + "\n".join(f"- {n} {line}" for n, line in enumerate(lines))
    pages = plan_slides(read_note(note, "n.md").deck, {"f.png": picture("f.png", 1200, 900)}).pages[1:]
    return [has(page) for page in pages if any(isinstance(b, Shape) and b.name == "Text" for b in page.boxes)]


def has(page: Page) -> bool:
    return any(isinstance(box, Image) for box in page.boxes)


def test_it_stands_beside_all_that_names_it() -> None:
    assert shown("Topsoil and subsoil", *[SOIL] * 7) == [True, True]


def test_it_does_not_stand_beside_what_follows_and_is_about_something_else() -> None:
    assert shown("Topsoil and subsoil", *[SOIL] * 3, *[OTHER] * 5) == [True, False]


def test_it_stands_up_to_the_last_slide_that_names_it() -> None:
    assert shown("Topsoil and subsoil", *[OTHER] * 7, SOIL) == [True, True]


def test_it_stands_beside_the_other_part_of_a_text_where_nothing_is_known_of_it() -> None:
    assert shown("", *[OTHER] * 6) == [True, True]


def test_it_is_shown_once_where_much_text_follows_that_is_not_about_it() -> None:
    assert not any(shown("", *[OTHER] * 30))
    assert not any(shown("Topsoil and subsoil", *[OTHER] * 30))


def test_no_line_of_the_text_is_lost_or_said_twice() -> None:
    lines = [f"{SOIL} {n}" for n in range(3)] + [f"{OTHER} {n}" for n in range(9)]
    note = "# T\n\n## S\n\n![Topsoil](f.png)\n\n" + "\n".join(f"- {line}" for line in lines)
    pages = plan_slides(read_note(note, "n.md").deck, {"f.png": picture("f.png", 1200, 900)}).pages
    texts = [p for page in pages for b in page.boxes if isinstance(b, Shape) and b.name == "Text" for p in b.paras]
    assert ["".join(span.text for span in para.spans) for para in texts] == lines


@pytest.mark.parametrize(
    ("caption", "text", "found"),
    [
        ("Topsoil and subsoil", "below the TOPSOIL", True),
        ("Topsoil and subsoil", "what and where", False),
        ("표토와 심토", "표토와는 다르다", True),
        ("表土と心土", "心土は白い", True),
        ("", "as the diagram says", True),
        ("", "다음 그림에서", True),
        ("", "what it configures", False),
    ],
)
def test_text_is_about_a_figure_that_it_names_or_points_at(caption: str, text: str, found: bool) -> None:
    assert is_about(text, about(Figure("f.png", RichText.of(caption)), None)) is found
