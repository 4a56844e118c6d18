"""What the lecturer reads below a slide."""

from __future__ import annotations

import re

import pytest

from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.prompts import prompts
from deckbuild.plan.slides import SlidePlan, plan_slides
from deckbuild.readers.notes import read_note

NOTE = """# Docker

## 1 Images

- Images are **read only**
- `docker pull` fetches one -> it is on disk

### 1.1 Layers

Q: What is a layer?
A: A change to the files below it.

- Each layer: adds to the one below
"""


def planned(note: str = NOTE) -> SlidePlan:
    deck = read_note(note, "d.md").deck
    return plan_slides(deck, {}, prompts=prompts(plan_cards(deck)))


def notes(note: str = NOTE) -> dict[str, list[str]]:
    return {page.title_text: page.notes.split("\n") for page in planned(note).pages if page.notes}


def test_notes_begin_with_the_section_and_what_is_in_it() -> None:
    assert {lines[0] for lines in notes().values()} == {"1 Images", "1 Images › 1.1 Layers"}


def test_notes_are_plain_text() -> None:
    said = "\n".join(page.notes for page in planned().pages)
    assert not re.search(r"[*`<>]|\{\{", said)


def test_a_card_is_named_on_the_slide_that_says_its_answer() -> None:
    found = notes()
    assert "What is a layer?" not in found
    assert "- Layers — What is a layer?" in found["What is a layer? (Answer)"]
    assert any("Each layer" in line for line in found["Layers"][-1:])


def test_cards_of_one_list_are_one_line() -> None:
    note = "# A\n\n## Planets\n\nPlanets:\n\n1. Mercury is hot\n2. Venus is bright\n3. Earth is wet\n4. Mars is red\n"
    lines = [line for each in notes(note).values() for line in each]
    assert any(line.endswith("(×4)") for line in lines)


def test_without_cards_there_is_no_list_of_them() -> None:
    deck = read_note(NOTE, "d.md").deck
    assert not any("Cards:" in page.notes for page in plan_slides(deck, {}).pages)


def named(note: str) -> dict[str, list[str]]:
    """For each title the cards that the notes of its slide name."""
    return {title: lines[lines.index("Cards:") + 1 :] for title, lines in notes(note).items() if "Cards:" in lines}


POINTS = "".join(
    f"- Point {n} of the section is required to be long and takes some room on its slide\n" for n in range(22)
)
"""More than a slide holds."""


@pytest.mark.parametrize(
    "text",
    [
        "Then list what is installed:\n\n```sh\npip list \\\n  --outdated\n```\n",
        "Signs of hope:\n\n1. it is green\n2. it is new\n3. it is alive\n",
        "Colours of signs:\n\n- **Danger sign**: red\n- **Sign of rest**: blue\n",
    ],
)
def test_a_card_is_named_on_that_part_of_a_section_that_shows_its_text(text: str) -> None:
    assert list(named(f"# A\n\n## Part\n\n{POINTS}\n{text}")) == ["Part (3/3)"]


def test_a_slide_that_offers_choices_does_not_name_the_card() -> None:
    found = named("# A\n\n## Ports\n\nWhich port does HTTPS use?\n\na) 80\nb) 443\n\nAnswer: b\n")
    assert list(found) == ["Which port does HTTPS use? (Answer)"]
