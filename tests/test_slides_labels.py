"""A label is told from the text behind it: by its weight, and by a colon where that does not do."""

import pytest

from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.page import Shape
from deckbuild.readers.notes import read_note


def shown(note: str) -> list[str]:
    """The paragraphs of the slides of a section, its bold letters in asterisks."""
    pages = plan_slides(read_note(f"# T\n\n## Soils\n\n{note}\n", "t.md").deck, {}).pages
    return [
        "".join(f"*{span.text}*" if span.look.bold else span.text for span in para.spans).replace("**", "")
        for page in pages[1:]
        for box in page.boxes
        if isinstance(box, Shape) and not box.link
        for para in box.paras
    ]


def test_labels_are_bold_and_have_no_colon_where_their_weight_tells_them() -> None:
    assert shown("- **Clay**: holds water\n- **Sand:** drains fast\n- Silt: fine grains") == [
        "*Clay* holds water",
        "*Sand* drains fast",
        "*Silt* fine grains",
    ]


def test_a_label_before_bold_text_has_a_colon_and_so_have_those_beside_it() -> None:
    assert shown("- **Clay**: holds water\n- **Loam:** **rich** and crumbly") == [
        "*Clay:* holds water",
        "*Loam:* *rich* and crumbly",
    ]


@pytest.mark.parametrize("colon", [":**", "**:", "** :"])
def test_a_beginning_too_long_for_a_label_has_a_colon_as_bold_as_it_is_and_so_have_labels(colon: str) -> None:
    long = "A soil that is deep, black and full of lime and of the roots of grass"
    assert shown(f"- **Clay**: holds water\n- **{long}{colon} it is rich") == [
        "*Clay:* holds water",
        f"*{long}:* it is rich",
    ]


def test_behind_kana_and_han_the_colon_is_theirs() -> None:
    assert shown("- **粘土**: 水を保つ\n- **砂**: **水**を通す")[0] == "*粘土：*水を保つ"


def test_a_label_that_ends_with_a_mark_gets_no_colon() -> None:
    assert (
        shown("- **Clay**: holds water\n- **Why not?** **Peat** is acid\n- **Loam**: **rich** soil")[0]
        == "*Clay:* holds water"
    )
    assert "?:" not in "".join(shown("- **Why not?** **Peat** is acid\n- **Loam**: **rich** soil"))


def test_a_label_in_a_statement_where_all_is_bold_has_a_colon() -> None:
    assert shown("**Clay**: holds water") == ["*Clay: holds water*"]


def test_a_label_in_an_answer_where_all_is_bold_has_a_colon() -> None:
    assert "*Clay: a heavy soil*" in shown("### What holds water?\n\n- **Clay**: a heavy soil\n")
