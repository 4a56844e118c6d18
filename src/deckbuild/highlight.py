"""Code → coloured tokens, with Pygments, for every exporter that draws code itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from pygments.lexer import Lexer

ALIASES = {"linux": "bash", "shell": "bash", "console": "bash", "terminal": "bash", "sh": "bash", "zsh": "bash"}


class Token(Struct, frozen=True):
    """A stretch of code. `kind` is the short class of Pygments (`k`, `s1`, `nb`; `STANDARD_TYPES`), or empty."""

    text: str
    kind: str = ""


@lru_cache(maxsize=32)
def _lexer(lang: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(ALIASES.get(lang, lang), stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def tokens(code: str, lang: str) -> tuple[Token, ...]:
    """The tokens of `code`; their texts joined are `code` again. Unknown languages give one plain token."""
    lexer = _lexer(lang.lower()) if lang else None
    if lexer is None:
        return (Token(code),)
    from pygments.token import STANDARD_TYPES

    found = tuple(Token(text, STANDARD_TYPES.get(kind, "")) for kind, text in lexer.get_tokens(code) if text)
    return found if "".join(t.text for t in found) == code else (Token(code),)
