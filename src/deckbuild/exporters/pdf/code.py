"""Code for the template: rows of coloured stretches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from ...highlight import tokens
from ...plan.sheet.lines import code_ems

LONG_TOKEN = 18
DEEPEST_EMS = 7.2
"""How far in a row of code may go on, where it is too long for one line."""
WHOLE_EMS = 13.0
"""em; a longer word of code may break."""
_WHOLE = re.compile(r"[ᄀ-ᇿ㄰-㆏가-힣\-]")
"""What a line would else end within: Korean after any syllable, a flag behind each of its hyphens."""
_CLOSING = ")]}>;\"'"
_SPACES = re.compile(r"(\s+)")
_CODE_PART = re.compile(r"[가-힣]{1,12}|[^가-힣]{1,12}?(?=[/._\-=&?,가-힣])|[^가-힣]{1,12}")
_TOKEN_KINDS = {
    "k": "k",
    "s": "s",
    "c": "c",
    "m": "n",
    "nf": "f",
    "nc": "f",
    "nb": "f",
    "nt": "f",
    "nv": "n",
    "na": "n",
}


def rows(text: str, lang: str) -> Iterator[dict[str, Any]]:
    """Lines of code as stretches of one colour, each with whether the line may break before it; `in` is its indent in em."""
    row: list[tuple[str, str, bool]] = []
    for token in tokens(text, lang):
        kind = _TOKEN_KINDS.get(token.kind) or _TOKEN_KINDS.get(token.kind[:1], "")
        first, *others = token.text.split("\n")
        row += _stretches(first, kind)
        for other in others:
            yield _row(row)
            row = list(_stretches(other, kind))
    yield _row(row)


def _row(stretches: list[tuple[str, str, bool]]) -> dict[str, Any]:
    text = "".join(stretch for stretch, _, _ in stretches)
    indent = round(min(0.6 * (len(text) - len(text.lstrip())), DEEPEST_EMS), 2)
    kept = list(_kept_whole(stretches, WHOLE_EMS - indent)) if text.strip() else []
    return {"in": indent, "of": kept, "wide": round(code_ems(text), 2)}


def _kept_whole(stretches: list[tuple[str, str, bool]], room: float) -> Iterator[Any]:
    """The stretches of a row; those of a word that is not to be broken are a list of their own."""
    word: list[tuple[str, str, bool]] = []
    for text, kind, cut in stretches:
        for part in _SPACES.split(text):
            if part.isspace():
                yield from _word(word, room)
                yield part, kind, cut
                word = []
            elif part:
                word += ((each, kind, cut or i > 0) for i, each in enumerate(_cut(part)))
    yield from _word(word, room)


def _word(word: list[tuple[str, str, bool]], room: float) -> Iterator[Any]:
    if _unbroken("".join(part for part, _, _ in word), room):
        yield [(part, kind, False) for part, kind, _ in word]
    else:
        yield from (
            [(part, kind, False)] if _unbroken(part, room) else (part, kind, cut)
            for part, kind, cut in _opened(word, room)
        )


def _opened(word: list[tuple[str, str, bool]], room: float) -> Iterator[tuple[str, str, bool]]:
    """A word of which a stretch that no line holds may end before any of its tokens, but for a closing bracket."""
    runs: list[list[tuple[str, str, bool]]] = []
    for each in word:
        if runs and not each[2]:
            runs[-1].append(each)
        else:
            runs.append([each])
    for run in runs:
        long = sum(code_ems(part) for part, _, _ in run) > room
        yield from (
            (part, kind, cut or (long and i > 0 and part[0] not in _CLOSING)) for i, (part, kind, cut) in enumerate(run)
        )


def _unbroken(text: str, room: float) -> bool:
    return bool(_WHOLE.search(text)) and len(text) > 1 and code_ems(text) <= room


def _stretches(text: str, kind: str) -> Iterator[tuple[str, str, bool]]:
    """A token; a long one without spaces in parts, or it would stand out of its box."""
    return ((part, kind, i > 0 or part[0] in "([{.,") for i, part in enumerate([text] if text else []))


def _cut(word: str) -> list[str]:
    """A word in the parts that a line may end between."""
    return _CODE_PART.findall(word) if len(word) > LONG_TOKEN else [word]
