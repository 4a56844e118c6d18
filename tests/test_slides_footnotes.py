"""A footnote is shown with what refers to it, wherever the note has its text."""

from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.written import written
from deckbuild.readers.notes import read_note

NOTE = """# Soils

## Kinds

Clay holds water[^1].

- it is heavy when wet
- it cracks when dry

### Sand

Sand drains fast[^2], as water does not stay in it.

- it warms early, and once more clay[^1] is not so
- it blows away

## Use

- Farming
- Building

[^1]: Half of its volume.
[^2]: A metre a day.
[^3]: Nobody asks for this.
"""


def titles(note: str, text: str) -> list[str]:
    """The slides that say something."""
    pages = plan_slides(read_note(note, "n.md").deck, {}).pages
    return [page.title_text for page in pages if text in " ".join(written(page.boxes))]


def test_it_stands_on_the_slide_of_its_first_mark() -> None:
    assert titles(NOTE, "Half of its volume.") == ["Kinds"]
    assert titles(NOTE, "A metre a day.") == ["Sand"]


def test_one_that_nothing_refers_to_stays_where_it_is() -> None:
    assert titles(NOTE, "Nobody asks for this.") == ["Use"]


def test_it_stands_below_all_that_is_said_there() -> None:
    (page,) = (
        p for p in plan_slides(read_note(NOTE, "n.md").deck, {}).pages if p.title_text == "Kinds" and p.layout == "text"
    )
    assert "".join(written(page.boxes)).endswith("Half of its volume.")


def test_a_mark_in_another_footnote_is_none_of_the_text() -> None:
    note = NOTE.replace("Half of its volume.", "Half of its volume[^3].")
    assert titles(note, "Nobody asks for this.") == ["Use"]
