"""Definition lists, as PHP Markdown Extra and pandoc write them: terms, and below them `: what they mean`."""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

MAX_TERM, MAX_QUESTION = 60, 160
"""Letters of a line that may be a term, and of one that asks for what is below it."""
MAX_TERMS = 6

_MEANING = re.compile(r"[:：][ \t]+(?=\S)")
_ANY_MEANING = re.compile(r"^[ \t>]*[:：][ \t]+\S", re.MULTILINE)
_SENTENCE = re.compile(r"[.!。！;,、，:：][\"'”’」』)）]*$")


def may_define(source: str) -> bool:
    """Whether there is any meaning in a note: most have none, and need not be asked line by line."""
    return bool(_ANY_MEANING.search(source))


def defined(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Terms with their meanings. Within a meaning, the next one and the next term end its paragraph."""
    if not state.env["defines"]:
        return False
    if silent:
        return state.env["meanings"] > 0 and _ends_meaning(state, start, end)
    at = _first_meaning(state, start, end)
    if at < 0:
        return False
    token = state.push("defined_open", "", 1)
    last = at - 1 if state.isEmpty(at - 1) else at
    token.meta = {"terms": tuple(_text(state, line) for line in range(start, last))}
    state.env["meanings"] += 1
    while at < end and (found := _meaning(state, at)):
        _read(state, at, end, found.end())
        at = state.skipEmptyLines(state.line)
    state.env["meanings"] -= 1
    token.map = [start, state.line]
    state.push("defined_close", "", -1)
    return True


def _text(state: StateBlock, line: int) -> str:
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].strip()


def _meaning(state: StateBlock, line: int) -> re.Match[str] | None:
    """The colon that a line begins with, in this surrounding."""
    if not 0 <= state.sCount[line] - state.blkIndent < 4:
        return None
    return _MEANING.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _first_meaning(state: StateBlock, start: int, end: int) -> int:
    """The line of the first meaning; -1 where no term stands here. Only a single term may have a blank line below it."""
    if _meaning(state, start):
        return -1
    for line in range(start, min(end, start + MAX_TERMS + 1)):
        if line > start and _meaning(state, line):
            return line
        if state.isEmpty(line):
            follows = line == start + 1 and line + 1 < end and not state.isEmpty(line + 1) and _meaning(state, line + 1)
            return line + 1 if follows else -1
        if not _is_term(state, line) or (line > start and _ends_paragraph(state, line, end)):
            return -1
    return -1


def _is_term(state: StateBlock, line: int) -> bool:
    indent = state.sCount[line] - state.blkIndent
    text = _text(state, line)
    most = MAX_QUESTION if text.rstrip("*_ ").endswith(("?", "？")) else MAX_TERM
    return 0 <= indent < 4 and 0 < len(text) <= most and not _SENTENCE.search(text)


def _ends_paragraph(state: StateBlock, line: int, end: int) -> bool:
    rules = state.md.block.ruler.getRules("paragraph")
    return any(rule(state, line, end, True) for rule in rules)


def _ends_meaning(state: StateBlock, line: int, end: int) -> bool:
    if state.sCount[line] >= state.blkIndent:
        return False
    return any(
        at < end and _MEANING.match(state.src, state.bMarks[at] + state.tShift[at], state.eMarks[at])
        for at in (line, line + 1)
    )


def _read(state: StateBlock, line: int, end: int, at: int) -> None:
    """Read a meaning, and the lines below that are indented."""
    kept = state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType
    state.blkIndent += 2
    state.parentType = "definition"
    state.bMarks[line], state.tShift[line], state.sCount[line] = at, 0, state.blkIndent
    state.md.block.tokenize(state, line, end)
    state.bMarks[line], state.tShift[line], state.sCount[line], state.blkIndent, state.parentType = kept
