"""What an author struck out is no knowledge: it is asked by no card, and is the answer of none."""

from __future__ import annotations

import pytest

from deckbuild.plan.cards import plan_cards, render_text
from deckbuild.readers.notes import read_note
from deckbuild.retracted import without_retracted

KEPT = "## Kept\n\n- Stack: last in, first out\n- Queue: first in, first out\n"


def deck_text(text: str) -> str:
    """All that the cards of a note say."""
    return render_text(plan_cards(read_note(f"# Notes\n\n{text}\n\n{KEPT}", "a.md").deck))


@pytest.mark.parametrize(
    "text",
    [
        "## Sets\n\n- Tree: has no cycle\n- ~~Ring: has gone wrong~~\n",
        "## Sets\n\n- Tree: has no cycle\n- ~~Ring~~: has gone wrong\n",
        "## Sets\n\n- Tree: has no cycle\n- Ring: ~~has gone wrong~~\n",
        "## Sets\n\n- Tree: has no cycle\n- <del>**Ring** — has gone wrong</del>\n",
        "## Sets\n\n- ~~Ring is a tree~~\n  - wrong below: it has gone wrong\n  - wrong too: it has gone wrong\n",
        "## Sets\n\nRing\n: ~~a tree that has gone wrong~~\n",
        "## Sets\n\n~~Ring -> gone wrong~~\n",
        "## Sets\n\n~~The set is empty~~\n-> the sum has gone wrong\n",
        "## Sets\n\n~~A ring is called a **gone wrong** in this part of algebra.~~\n",
        "## Sets\n\nA ring is called a ~~**gone wrong**~~ **field** in this part of algebra.\n",
        "## Steps of a handshake\n\n1. ~~gone wrong~~\n2. ask\n3. answer\n4. confirm\n",
        "## ~~Why has it gone wrong?~~\n\nBecause nobody had a look at the thing.\n",
        "## ~~Sets~~\n\n### Below\n\n- Ring: has gone wrong\n",
        "## Sets\n\n~~Pros:~~\n\n- it has gone wrong\n- it is small\n",
        "**~~Q: What has gone wrong?~~**\nA: The thing that was built.\n",
        "## Sets\n\n| set | order |\n|---|---|\n| ring | two |\n| ~~field~~ | gone wrong |\n| group | one |\n",
        "## Sets\n\n| set | ~~gone wrong~~ | order |\n|---|---|---|\n| ring | gone wrong | two |\n| group | b | one |\n",
        "## Sets\n\n| set | order |\n|---|---|\n| ring | ~~gone wrong~~ two |\n| group | one |\n",
        "## Sets\n\nThe sky is ~~{{c1::gone wrong}}~~ high above the ground.\n",
    ],
)
def test_nothing_that_is_struck_out_is_on_a_card(text: str) -> None:
    said = deck_text(text)
    assert "gone wrong" not in said
    assert "last in, first out" in said
    assert "gone wrong" in deck_text(text.replace("~~", "").replace("<del>", "").replace("</del>", ""))


def test_what_stands_beside_it_is_asked_as_if_it_were_not_there() -> None:
    struck = "~~none~~ one, ~~two~~, three ~~four~~."
    assert deck_text(f"## Levels\n\n- Default: {struck}\n") == deck_text("## Levels\n\n- Default: one, three.\n")


def test_no_space_is_left_where_it_was() -> None:
    assert "= it locks rows, and no more." in deck_text(
        "## Locks\n\n- Row: it locks rows ~~and tables~~, and ~~much~~ no more.\n"
    )


def test_of_two_answers_the_one_that_stands_is_taken() -> None:
    text = "## Laws\n\n- ~~Third law: zero can be reached~~\n- Third law: entropy goes to nothing\n"
    assert "= entropy goes to nothing" in deck_text(text)


@pytest.mark.parametrize(
    "said", ["~~two~~ → three sides", "~~two~~ -> three sides", "~~two~~, three sides", "three ~~angles~~ → sides"]
)
def test_an_arrow_from_the_wrong_to_the_right_goes_with_the_wrong(said: str) -> None:
    assert "= three sides\n" in deck_text(f"## Forms\n\n- Triangle: {said}\n")


def test_what_an_arrow_behind_struck_text_leads_to_is_a_statement() -> None:
    text = deck_text(
        "## Advantages of a queue\n\n- It is fair\n- ~~It is the fastest~~ -> It is easy to build\n- It is small\n"
    )
    assert "fastest" not in text
    assert "    - It is easy to build\n" in text


def test_a_sign_that_replaces_another_is_an_answer() -> None:
    text = "## Levels\n\n| level | reads |\n|---|---|\n| ~~0~~ ∞ | many |\n| one | few |\n"
    assert "| many" in deck_text(text)


def test_a_deck_without_anything_struck_out_is_the_deck_itself() -> None:
    deck = read_note(f"# Notes\n\n{KEPT}\n| a | b |\n|---|---|\n| c | d |\n", "a.md").deck
    assert without_retracted(deck) is deck
