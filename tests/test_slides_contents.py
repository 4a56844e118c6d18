"""How many slides the contents take, and how they name the sections."""

from __future__ import annotations

import pytest

from deckbuild.model import RichText
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.contents import contents_count
from deckbuild.plan.slides.decoration import undecorated
from deckbuild.plan.slides.frame import STANDARD, WIDESCREEN
from deckbuild.plan.slides.written import written
from deckbuild.readers.notes import read_note


@pytest.mark.parametrize(("sections", "slides"), [(4, 1), (8, 1), (9, 1), (10, 1), (11, 2), (20, 2), (21, 3)])
def test_up_to_ten_sections_are_one_slide(sections: int, slides: int) -> None:
    assert [contents_count(sections, frame) for frame in (WIDESCREEN, STANDARD)] == [slides, slides]


@pytest.mark.parametrize(
    ("title", "listed"),
    [
        ("⏪ Look back ⏪", "Look back"),
        ("Look forward ⏩", "Look forward"),
        ("✔️ Done", "Done"),
        ("👩🏽‍💻 At work", "At work"),
        ("🇫🇮 Helsinki", "Helsinki"),
        ("🚀", "🚀"),
        ("Water at 25 ℃", "Water at 25 ℃"),
        ("Sales of ㈜ Hana ㈜", "Sales of ㈜ Hana ㈜"),
        ("C ⏩ D", "C ⏩ D"),
    ],
)
def test_lists_of_titles_have_none_of_the_pictures_at_their_ends(title: str, listed: str) -> None:
    assert undecorated(RichText.of(title)).plain == listed


def test_the_contents_have_no_emoji_at_the_ends_of_titles_and_the_slides_have() -> None:
    plan = plan_slides(
        read_note("# T\n\n## ⏪ Back\n\n- a\n\n## On ⏩\n\n- b\n\n## C\n\n- c\n\n## D\n\n- d\n", "n.md").deck, {}
    )
    contents, *others = plan.pages[1:]
    assert "⏪" not in " ".join(written(contents.boxes))
    assert "⏪ Back" in [page.title_text for page in others]
