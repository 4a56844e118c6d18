"""Examples, and whether one says itself that it is one."""

from __future__ import annotations

import re

from .model import RichText

_OPENS = re.compile(
    r"\s*(?:예(?:시|제)?\s?\d*\s?[:.)）]|예를\s?들|예컨대|가령|ex\s?\d*[.:)]|e\.\s?g\.|for (?:example|instance)\b|"
    r"examples?\s?\d*\s?[:.)]|(?:例えば|たとえば|例如|比如|譬如)|例\s?\d*\s?[:：)）])",
    re.IGNORECASE,
)


def says_so(text: RichText) -> bool:
    """Whether a text begins as an example does (`예를 들면`, `e.g.`), so that no label need say it."""
    return bool(_OPENS.match(text.plain))
