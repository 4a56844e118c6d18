"""English clauses that stand as the head of a column (`What it does`), as the questions that they mean."""

from __future__ import annotations

from ...model import RichText
from .vocabulary.tables import ASKS_WITHOUT_ORDER, AUXILIARY, ENDS_IN_ES, STEMS


def as_question(head: RichText) -> RichText:
    """`What does it do` for `What it does`; any other head as it is."""
    found = ASKS_WITHOUT_ORDER.fullmatch(head.plain.strip())
    if not found:
        return head
    word, who, verb, rest = found["word"], found["who"], found["verb"], found["rest"]
    if verb in AUXILIARY:
        return RichText.of(f"{word} {verb} {who}{rest}")
    if who == "they":
        return RichText.of(f"{word} do they {verb}{rest}")
    stem = _stem(verb)
    return RichText.of(f"{word} does {who} {stem}{rest}") if stem else head


def _stem(verb: str) -> str:
    """The verb without the ending of the third person; nothing where it has none."""
    if verb in STEMS:
        return STEMS[verb]
    if verb.endswith("ies") and len(verb) > len("dies"):
        return verb[:-3] + "y"
    return verb[:-2] if ENDS_IN_ES.search(verb) else verb[:-1] if verb.endswith("s") else ""
