"""`$$ … $$`, `\\[ … \\]` and `\\begin{align} … \\end{align}` as a block, which may interrupt a paragraph and holds whatever stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.rules_block import StateBlock
from msgspec import Struct

_CLOSERS = {"$$": "$$", "\\[": "\\]"}
_MARKS = {"$$": re.compile(r"\$\$"), "\\[": re.compile(r"(?<!\\)\\[\[\]]")}
_TEX = re.compile(r"[\\^_=+<>]")
"""What tells a formula on one line from `\\[words\\]`, which are brackets that were escaped."""
_WORD = re.compile(r"\w")
_ENVIRONMENTS = (
    r"(?:align|alignat|flalign|gather|multline|equation|eqnarray|displaymath|math|aligned|alignedat|gathered|split|"
    r"[dr]?cases|drcases|(?:small|[pbBvV])?matrix|array|subarray)\*?"
)
"""Those that stand in maths alone. A list or a picture of LaTeX is none."""
MAX_LINES = 400
MAX_DEPTH = 10
"""Environments within one another; more lines or levels than these are not looked at."""
_EDGE = re.compile(rf"\\(?P<edge>begin|end)\{{{_ENVIRONMENTS}\}}")
_COMMAND = re.compile(r"\\[A-Za-z]+(?:\{[A-Za-z*]+\})?")
_SPOKEN = re.compile(r"^[\s,;.(（]*[^\W\d_]{2,}|[^\W\d_]{4,}|[ぁ-ヺ一-鿿가-힣]{2,}")
"""Words behind a formula: those that begin there, or are no product of names as in `= ad - bc`."""


class _Formula(Struct, frozen=True):
    """`rest` is where text goes on behind the formula, on its last line; -1 where there is none."""

    tex: str
    last: int
    rest: int = -1


def formula(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A formula from this line on. One that is never closed is text."""
    at = state.bMarks[start] + state.tShift[start]
    opener = state.src[at : at + 2]
    if state.is_code_block(start):
        return False
    if opener == "\\b":
        found = _environment(state, start, end)
    elif opener in _CLOSERS:
        found = _one_line(state, start, opener) or _lines(state, start, end, opener)
    else:
        return False
    if found is None or silent:
        return found is not None
    token = state.push("formula", "", 0)
    token.content = found.tex
    token.map = [start, found.last + 1]
    state.line = found.last + 1
    if found.rest >= 0:
        state.bMarks[found.last], state.tShift[found.last] = found.rest, 0
        state.sCount[found.last] = state.blkIndent
        state.line = found.last
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]


def _one_line(state: StateBlock, line: int, opener: str) -> _Formula | None:
    """A formula that begins and ends here, with nothing behind it: else it is part of a sentence."""
    tex, closer, behind = _text(state, line)[2:].partition(_CLOSERS[opener])
    stands_alone = closer and tex.strip() and not behind.strip()
    return _Formula(tex.strip(), line) if stands_alone and (opener == "$$" or _TEX.search(tex)) else None


def _lines(state: StateBlock, start: int, end: int, opener: str) -> _Formula | None:
    """A formula over several lines. Blank ones are in it only where it opens on a line of its own.

    The next mark of its kind decides: where that does not close, nothing does.
    """
    rows = [_text(state, start)[2:]]
    is_bare = not rows[0].strip()
    if _MARKS[opener].search(rows[0]):
        return None
    for line in range(start + 1, end):
        text = "" if state.isEmpty(line) else _text(state, line)
        if (not text and not is_bare) or (text and state.sCount[line] < state.blkIndent):
            return None
        if marks := list(_MARKS[opener].finditer(text)):
            closes = len(marks) == 1 and marks[0][0] == _CLOSERS[opener]
            return _closed(state, line, rows, text, marks[0].span()) if closes else None
        rows.append(text)
    return None


def _closed(state: StateBlock, line: int, rows: Sequence[str], text: str, at: tuple[int, int]) -> _Formula | None:
    head, behind = text[: at[0]], text[at[1] :]
    if "" in rows[1:] and head.strip() and behind.strip():
        return None
    tex = "\n".join([*rows, head]).strip()
    if not tex:
        return None
    if not _WORD.search(behind):
        return _Formula(f"{tex}{behind.strip()}", line)
    return _Formula(tex, line, state.eMarks[line] - len(behind.lstrip()))


def _environment(state: StateBlock, start: int, end: int) -> _Formula | None:
    """An environment of LaTeX that begins its line, to where all that is begun has ended; no blank line is in it.

    What goes on behind it is part of the formula, unless it says something.
    """
    if not _EDGE.match(text := _text(state, start)):
        return None
    rows: list[str] = []
    depth = 0
    for line in range(start, min(end, start + MAX_LINES)):
        text = "" if state.isEmpty(line) else _text(state, line)
        if not text or depth > MAX_DEPTH or (rows and state.sCount[line] < state.blkIndent):
            return None
        edges = list(_EDGE.finditer(text))
        depth += sum(1 if edge["edge"] == "begin" else -1 for edge in edges)
        if depth <= 0:
            return _ended(state, line, rows, text, edges[-1].end()) if depth == 0 else None
        rows.append(text)
    return None


def _ended(state: StateBlock, line: int, rows: Sequence[str], text: str, at: int) -> _Formula | None:
    says = _SPOKEN.search(_COMMAND.sub("", text[at:]))
    if says and not rows:
        return None
    tex = "\n".join([*rows, text[:at] if says else text]).strip()
    return _Formula(tex, line, state.eMarks[line] - len(text[at:].lstrip()) if says else -1)
