"""How many slides the contents take."""

from __future__ import annotations

import pytest

from deckbuild.plan.slides.contents import contents_count
from deckbuild.plan.slides.frame import STANDARD, WIDESCREEN


@pytest.mark.parametrize(("sections", "slides"), [(4, 1), (8, 1), (9, 1), (10, 1), (11, 2), (20, 2), (21, 3)])
def test_up_to_ten_sections_are_one_slide(sections: int, slides: int) -> None:
    assert [contents_count(sections, frame) for frame in (WIDESCREEN, STANDARD)] == [slides, slides]
