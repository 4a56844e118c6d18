"""What a lecturer writes to be said: `::: notes` and `<!-- note: … -->`, from the note to the slide and the handout."""

from __future__ import annotations

import io

import pdfplumber
import pytest
from msgspec.structs import replace

from deckbuild.accounting import account
from deckbuild.exporters.base import Stamp
from deckbuild.exporters.concepts import export as to_yaml
from deckbuild.exporters.pdf.handout import export as to_handout
from deckbuild.model import Deck, SpeakerNotes, blocks
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.prompts import prompts
from deckbuild.plan.cards.text import render_text
from deckbuild.plan.sheet import plan_sheet
from deckbuild.plan.sheet.shapes import wording
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.handout import added, placed, plan_handout
from deckbuild.plan.slides.page import Page
from deckbuild.plan.slides.written import written
from deckbuild.readers.concepts import read_concepts
from deckbuild.readers.notes import read_note

WAYS = {
    "fence": "::: notes\nAsk them why.\n:::",
    "attributes": "::: {.notes}\nAsk them why.\n:::",
    "closed fence": ":::: notes ::::\nAsk them why.\n::::",
    "comment": "<!-- note: Ask them why. -->",
    "plural": "<!-- notes: Ask them why. -->",
    "capitals": "<!--NOTE: Ask them why.-->",
    "private": "::: notes private\nAsk them why.\n:::",
    "private class": "::: {.notes .private}\nAsk them why.\n:::",
    "private comment": "<!-- private note: Ask them why. -->",
    "private in Korean": "::: notes 비공개\nAsk them why.\n:::",
    "lines": "<!-- notes:\n  Ask them\n  why.\n-->",
}
SHOWN = (
    "> [!notes]\n> Ask them why.",
    ":::note\nAsk them why.\n:::",
    "::: notes for all\nAsk them why.",
    "Notes: Ask them why.",
)
SILENT = ("<!-- Ask them why. -->", "<!-- noted: Ask them why. -->", "<!-- note -->", "<!-- note: -->")


def deck_of(text: str) -> Deck:
    return read_note(text, "notes/a.md").deck


def spoken(deck: Deck) -> list[SpeakerNotes]:
    bodies = (deck.body, *(concept.body for concept in deck.walk()))
    return [block for body in bodies for block in blocks(body) if isinstance(block, SpeakerNotes)]


def pages(text: str) -> dict[str, Page]:
    return {page.title_text: page for page in plan_slides(deck_of(text), {}).pages}


@pytest.mark.parametrize("way", WAYS)
def test_notes_are_said_and_shown_nowhere(way: str) -> None:
    note = f"# A\n\n## Memory\n\n- It forgets\n- It is fast\n\n{WAYS[way]}\n\n- It is dear\n"
    read = read_note(note, "notes/a.md")
    assert len(spoken(read.deck)) == 1
    plan = plan_slides(read.deck, {})
    (page,) = [each for each in plan.pages if each.spoken]
    assert page.title_text == "Memory"
    assert page.notes.startswith("Ask them why.\n\n")
    assert "Ask" not in " ".join(text for each in plan.pages for text in written(each.boxes))
    assert "Ask" not in render_text(plan_cards(read.deck))
    assert "Ask" not in " ".join(wording(a) for s in plan_sheet(read.deck, {}).sections for a in s.atoms)
    counted = account(note, read.deck)
    assert counted.missing == ()
    assert counted.words == 13


UNCLOSED = {
    "to the next heading": "## A\n\n- public\n\n::: notes\nsecret\n\n## B\n\n- b\n- c\n",
    "to one below it": "## A\n\n- public\n\n::: notes\nsecret\n\n### B\n\n- b\n- c\n",
    "to one underlined": "## A\n\n- public\n\n::: notes\nsecret\n\nB\n---\n\n- b\n- c\n",
    "with a comment in code": "## A\n\n- public\n\n::: notes\n```sh\n# secret\n```\nsecret\n\n## B\n\n- b\n- c\n",
    "after a paragraph": "## A\n\npublic\n::: notes\nsecret\n\n## B\n\n- b\n- c\n",
    "before notes that are closed": "## A\n\n- public\n\n::: notes\nsecret\n\n## B\n\n- b\n- c\n\n::: notes\nsecret\n:::\n",
}


@pytest.mark.parametrize("case", UNCLOSED)
def test_notes_that_are_never_closed_are_said_up_to_the_next_heading(case: str) -> None:
    read = read_note(f"# T\n\n{UNCLOSED[case]}", "notes/a.md")
    (told,) = [each for each in read.diagnostics if each.code == "unclosed-box"]
    assert told.place.line == UNCLOSED[case].split("::: notes")[0].count("\n") + 3
    plan = plan_slides(read.deck, {})
    shown = [text for each in plan.pages for text in written((*placed(each, plan.frame), *each.boxes))]
    assert "secret" not in " ".join(shown)
    assert {"public", "b", "c"} <= set(shown)
    assert next(page.title_text for page in plan.pages if "secret" in page.spoken) == "A"


def test_a_box_that_is_never_closed_is_text_and_its_author_hears_of_it() -> None:
    read = read_note("# T\n\n## A\n\na\n\n:::: warning\nshown\n\n:::tip\nclosed\n:::\n", "notes/a.md")
    assert [each.place.line for each in read.diagnostics if each.code == "unclosed-box"] == [7]


@pytest.mark.parametrize("text", SHOWN)
def test_what_only_resembles_notes_is_shown(text: str) -> None:
    assert not spoken(deck_of(f"# A\n\n## B\n\n{text}\n"))


@pytest.mark.parametrize("text", SILENT)
def test_other_comments_stay_comments(text: str) -> None:
    deck = deck_of(f"# A\n\n## B\n\nbody\n\n{text}\n")
    assert not spoken(deck)
    assert "Ask" not in to_yaml(deck).decode()


def test_notes_are_said_where_they_stand() -> None:
    many = "\n".join(
        f"- Point {word} is a line that is long enough to be seen as one, and it is called {word * 9}"
        for word in "abcdefghijklmnop"
    )
    found = [
        page.spoken
        for page in plan_slides(deck_of(f"# A\n\n## B <!-- note: first -->\n\n{many}\n<!-- note: last -->\n"), {}).pages
        if page.title_text.startswith("B")
    ]
    assert len(found) > 1
    assert (found[0], found[-1]) == (("first",), ("last",))


def test_notes_behind_a_table_are_said_with_its_end_whatever_its_last_cell_is() -> None:
    rows = "\n".join(f"| row number {n} | kind {n} | yes |" for n in range(40))
    plan = plan_slides(deck_of(f"# A\n\n## B\n\n| a | b | c |\n|---|---|---|\n{rows}\n\n<!-- note: last -->\n"), {})
    found = [page.spoken for page in plan.pages if page.title_text.startswith("B")]
    assert len(found) > 1
    assert [index for index, spoken in enumerate(found) if spoken] == [len(found) - 1]


def test_what_stands_before_all_sections_is_said_on_the_first_slide() -> None:
    plan = plan_slides(deck_of("# A\n\n<!-- note: Welcome. -->\n\n## B\n\n- b\n- c\n"), {})
    assert plan.pages[0].spoken == ("Welcome.",)


ABOVE_OTHERS = {
    "only a panel": ("## Wait\n<!-- note: now -->\n\n## C\n\n- c\n- d\n", "Wait"),
    "a panel above others": (
        "## Wait\n<!-- note: now -->\n\n### C\n\n```\nc\n```\n\n### D\n\n```\nd\n```\n",
        "Wait",
    ),
    "a heading above another": ("## Wait\n\n- w\n- x\n\n### Sub\n<!-- note: now -->\n\n#### C\n\n- c\n- d\n", "C"),
}


@pytest.mark.parametrize("case", ABOVE_OTHERS)
def test_notes_below_a_heading_alone_are_said_on_its_panel_or_on_what_follows(case: str) -> None:
    text, title = ABOVE_OTHERS[case]
    assert [name for name, page in pages(f"# T\n\n## A\n\n- a\n- b\n\n{text}").items() if page.spoken] == [title]


def test_notes_are_markdown_and_formulas_are_said() -> None:
    found = pages("# A\n\n## B\n\n- b\n- c\n\n::: notes\nSay **this** with $x^2$.\n\n1. one\n2. two\n\n    code\n:::\n")
    assert found["B"].spoken[:3] == ("Say this with x².", "1. one", "2. two")


SAID = {
    "sums": (
        "- Cost = fixed + variable\n- Price = cost + margin",
        ("Cost = fixed + variable", "Price = cost + margin"),
    ),
    "named sums": (
        "**Sums**\n\n- Cost = fixed + variable\n- Price = cost + margin",
        ("Sums", "Cost = fixed + variable", "Price = cost + margin"),
    ),
    "callout": ("> [!tip] Title\n> body", ("Title", "body")),
    "comment": ("```sh\n# show all\nls -l\n```", ("show all", "ls -l")),
    "output": ("```console\n$ ls\na.txt\n```", ("ls", "a.txt")),
    "term": (f"Word\n: {'long ' * 30}end", (f"Word: {'long ' * 30}end",)),
    "name": ("Time: 5 minutes", ("Time: 5 minutes",)),
    "notes in notes": ("outer\n\n::: notes\ninner\n:::\n\nlast", ("outer", "inner", "last")),
    "notes in an item": ("- outer\n\n  ::: notes\n  inner\n  :::", ("- outer", "  - inner")),
}


@pytest.mark.parametrize("case", SAID)
def test_all_that_notes_hold_is_said(case: str) -> None:
    body, lines = SAID[case]
    found = pages(f"# A\n\n## B\n\n- b\n- c\n\n:::: notes\n{body}\n::::\n")
    assert found["B"].spoken == lines


def test_notes_in_an_item_and_in_a_cell_leave_it_as_it_was() -> None:
    deck = deck_of("# A\n\n## B\n\n- b <!-- note: n -->\n- c\n\n| x <!-- note: m --> | y |\n|---|---|\n| 1 | 2 |\n")
    bare = deck_of("# A\n\n## B\n\n- b\n- c\n\n| x | y |\n|---|---|\n| 1 | 2 |\n")
    assert len(spoken(deck)) == 2
    shown = [[list(written(page.boxes)) for page in plan_slides(each, {}).pages] for each in (deck, bare)]
    assert shown[0] == shown[1]


def test_notes_survive_as_a_concept_model() -> None:
    deck = deck_of(f"# A\n\n## B\n\nb\n\n{WAYS['fence']}\n")
    text = to_yaml(deck).decode()
    assert "- notes:" in text
    assert read_concepts(text, "a.concepts.yaml").deck.concepts == deck.concepts


def test_an_order_before_notes_is_about_what_follows_them() -> None:
    deck = deck_of("# A\n\n## B\n\nb\n\n<!-- deckbuild: skip -->\n<!-- note: n -->\n\nc\n\nd\n")
    (said,) = [page for page in plan_slides(deck, {}).pages if page.spoken]
    assert said.spoken == ("n",)
    assert "c" not in list(written(said.boxes))


def test_a_handout_has_what_the_author_says_beside_its_slide_even_where_the_slide_shows_it() -> None:
    deck = deck_of("# A\n\n## B\n\n- It forgets\n- It is fast\n\n<!-- note: It is fast. -->\n")
    plan = plan_handout(plan_slides(deck, {}))
    with pdfplumber.open(io.BytesIO(to_handout(plan, {}, Stamp(0)).data)) as pdf:
        text = " ".join(page.crop((396, 0, page.width, page.height)).extract_text() for page in pdf.pages)
    assert "It is fast." in text
    (entry,) = [each for sheet in plan.sheets for each in sheet if each.paras]
    assert entry.lines


NAMES = ("ab", "cd", "ef", "gh", "ij", "kl", "mn")


def with_cards(body: str) -> list[str]:
    """The notes of the slides of a section, with their cards."""
    deck = deck_of(f"# A\n\n## B\n\n{body}\n")
    made = plan_slides(deck, {}, prompts=prompts(plan_cards(deck))).pages
    return [page.notes for page in made if "Cards:" in page.notes]


def test_tables_are_not_read_out() -> None:
    rows = "\n".join(f"| {name} | means {name}{name} |" for name in NAMES)
    for notes in with_cards(f"| word | sense |\n|---|---|\n{rows}"):
        assert "means" not in notes


def test_five_lines_name_the_cards() -> None:
    (notes,) = with_cards("\n".join(f"- {name}: means {name}{name}" for name in NAMES))
    listed = notes.split("Cards:\n")[1].split("\n")
    assert (len(listed), listed[-1]) == (5, "… +3")


def test_a_page_without_speech_keeps_its_notes() -> None:
    (page,) = [page for page in plan_slides(deck_of("# A\n\n## B\n\n- b\n- c\n"), {}).pages if page.title_text == "B"]
    assert page.spoken == ()
    assert replace(page, notes="").notes == ""


@pytest.mark.parametrize("way", WAYS)
def test_private_notes_are_on_no_handout(way: str) -> None:
    plan = plan_slides(deck_of(f"# T\n\n## S\n\nA point.\n\n{WAYS[way]}\n\n::: notes\nLook up.\n:::\n"), {})
    (page,) = [page for page in plan.pages if page.spoken]
    assert page.spoken[-1] == "Look up."
    assert len(page.spoken) > 1
    said = [] if way.startswith("private") else list(page.spoken[:-1])
    assert list(added(page, plan)) == [*said, "Look up."]


@pytest.mark.parametrize("answer", ["Ann", "Nobody has ever been there."])
@pytest.mark.parametrize("quiz", ["Q: Who?\nA: {a}\n", "Who?\n\nA) {a}\nB) Nobody at all\n\nAnswer: A\n"])
def test_what_is_said_after_an_answer_stands_beside_no_question(quiz: str, answer: str) -> None:
    found = plan_slides(deck_of(f"# T\n\n## S\n\n{quiz.format(a=answer)}\n::: notes\nTell the joke.\n:::\n"), {}).pages
    assert [page.title_text for page in found if page.spoken] == ["Who? (Answer)"]
