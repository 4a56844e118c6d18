"""Examples are labelled, unless they say themselves what they are."""

import pytest

from deckbuild.examples import says_so
from deckbuild.model import RichText


@pytest.mark.parametrize(
    "text",
    [
        "예를 들면 ubuntu",
        "예) 크롬",
        "예시: 열쇠",
        "e.g. a key",
        "For example, a key",
        "Example 2: a",
        "例えば鍵",
        "比如钥匙",
    ],
)
def test_a_text_says_that_it_is_an_example(text: str) -> None:
    assert says_so(RichText.of(text))


@pytest.mark.parametrize(
    "text", ["예약은 미리 한다", "a key", "Exports grow", "예외 처리", "examples are good", "例外が出る"]
)
def test_a_text_that_only_begins_alike_does_not(text: str) -> None:
    assert not says_so(RichText.of(text))
