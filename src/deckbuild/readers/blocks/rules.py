"""Block rules beyond CommonMark, as markdown-it takes them: each looks at one line and goes on from there.

They are asked about every line, some of them at every depth: whatever one seeks ahead must end at the next thing of
its own kind, lest a hostile note make it quadratic.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock, reference, table
from markdown_it.rules_block.table import escapedSplit, getLine

from ..attributes import are_attributes

MAX_NESTING = 40
"""Levels of lists (two each) and quotes. What is deeper is lifted up to here: no outline of people goes so far."""
MAX_DEFINITION = 12
"""Lines that the definition of a link may have."""

_MARKERS = re.compile(r"(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)))+[ \t]*")
_FOOTNOTE = re.compile(r"\[\^([^\s\[\]]{1,200})\]:[ \t]*")
_WORDED = re.compile(r"\[(?:[^\[\]\\]|\\.)+\]:[ \t]*(?!<)(?=\S*[^\x00-\x7f])(?!\S*(?:[/#:]|\.\w))\S")


def lift(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Take the marks of lists and quotes off a line that is nested too deeply; what they set apart is read here."""
    if silent or state.level < MAX_NESTING:
        return False
    lifted = state.env["lifted"]
    if found := _MARKERS.match(state.src, state.bMarks[start] + state.tShift[start], state.eMarks[start]):
        _set_margin(state, start, found.end())
        lifted.append(start)
    elif lifted and state.is_code_block(start):
        _set_margin(state, start, state.bMarks[start] + state.tShift[start])
    for line in range(max(start + 1, state.env["dedented"]), end):
        at = state.bMarks[line] + state.tShift[line]
        if state.isEmpty(line) or state.sCount[line] < state.blkIndent:
            break
        state.env["dedented"] = line + 1
        if state.is_code_block(line) and _MARKERS.match(state.src, at, state.eMarks[line]):
            _set_margin(state, line, at)
    return False


def _set_margin(state: StateBlock, line: int, at: int) -> None:
    """Let a line begin at a position, as far to the right as its surroundings."""
    state.bMarks[line] = at
    state.tShift[line] = 0
    state.sCount[line] = state.blkIndent


def footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`[^label]: text`, with paragraphs and lists below that are indented by four."""
    at = state.bMarks[start] + state.tShift[start]
    if not state.src.startswith("[^", at) or state.level >= MAX_NESTING or state.is_code_block(start):
        return False
    found = _FOOTNOTE.match(state.src, at, state.eMarks[start])
    if not found or silent:
        return bool(found)
    token = state.push("footnote_open", "", 1)
    token.meta = {"label": found[1]}
    read_within(state, start, end, found.end(), 4)
    token.map = [start, state.line]
    state.push("footnote_close", "", -1)
    return True


def attributes(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A line that says how the passage above or below it looks, and nothing to a reader."""
    at = state.bMarks[start] + state.tShift[start]
    if state.is_code_block(start) or not are_attributes(state.src[at : state.eMarks[start]]):
        return False
    if not silent:
        state.line = start + 1
    return True


def read_within(state: StateBlock, start: int, end: int, at: int, indent: int) -> None:
    """Read what a line says from a position on, and the lines below that are indented by as much as is asked."""
    kept = state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.parentType
    state.blkIndent += indent
    state.parentType = "footnote"
    _set_margin(state, start, at)
    state.line = start
    state.md.block.tokenize(state, start, end)
    state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent, state.parentType = kept


def definition(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """The definition of a link. A label before a word that is no address (`[正体]: 本人`) is text, as is `[^a b]: c`."""
    at = state.bMarks[start] + state.tShift[start]
    if state.src.startswith("[^", at) or _WORDED.match(state.src, at, state.eMarks[start]):
        return False
    last = state.lineMax
    state.lineMax = min(last, start + MAX_DEFINITION)
    try:
        return reference(state, start, end, silent)
    finally:
        state.lineMax = last


def wide_table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """A table whose rows keep the cells that go beyond its head: markdown-it drops them."""
    first = len(state.tokens)
    if not table(state, start, end, silent):
        return False
    width = 0
    for token in () if silent else state.tokens[first:]:
        width += token.type == "th_open"
        if token.type == "tr_open" and token.map and token.map[0] > start:
            text = getLine(state, token.map[0]).strip()
            if text.count("|") >= width and len(cells := _cells(text)) > width:
                token.meta = {"beyond": tuple(cell.strip() for cell in cells[width:])}
    return True


def _cells(text: str) -> list[str]:
    cells = escapedSplit(text)
    return cells[cells[0] == "" : len(cells) - (cells[-1] == "" and len(cells) > 1)]
