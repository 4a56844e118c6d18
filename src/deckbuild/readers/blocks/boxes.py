"""Boxes as site generators write them: `!!! note "Title"` over indented lines, `:::note Title` up to the next `:::`.

The first is of Python-Markdown and MkDocs (`???` and `???+` fold, `=== "Title"` is a tab), the second of Docusaurus, VuePress and pandoc. Both
are read as the callouts of GitHub and Obsidian are, but for `:::notes`, which pandoc and Quarto show to the speaker alone.
"""

from __future__ import annotations

import re

from markdown_it.rules_block import StateBlock

from .rules import MAX_NESTING, read_within

_INDENTED = re.compile(
    r"===[+!]?[ \t]+\"(?P<tab>.*)\"[ \t]*$|"
    r"(?:!!!|\?\?\?\+?)[ \t]+(?P<kind>[a-z][\w-]*)(?:[ \t]+[a-z][\w-]*){0,5}[ \t]*(?:\"(?P<title>.*)\"[ \t]*)?$",
    re.IGNORECASE | re.MULTILINE,
)
_FENCED = re.compile(
    r"(?P<colons>:{3,})[ \t]*(?:\{[ \t]*\.?(?P<cls>[a-z][\w-]*)[^{}\n]*\}|(?P<kind>[a-z][\w-]*))"
    r"(?:\[(?P<inner>[^\[\]\n]*)\])?(?:[ \t]+(?P<title>[^ \t\n].{0,199}))?[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_END = re.compile(r"(:{3,})[ \t]*$", re.MULTILINE)


def indented_box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`!!! kind "title"`, with all below that is indented by four."""
    found = _match(state, _INDENTED, start)
    if not found or silent:
        return bool(found)
    _open(state, start, found["kind"] or "tab", found["title"] or found["tab"] or "")
    read_within(state, start, end, state.eMarks[start], 4)
    _close(state, start)
    return True


def fenced_box(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """`:::kind title` up to a line of at least as many colons; without one it is text."""
    found = _match(state, _FENCED, start)
    last = _closing(state, start, end, len(found["colons"])) if found else 0
    if not found or not last or silent:
        return bool(last)
    kind = found["kind"] or found["cls"]
    title = (found["inner"] or found["title"] or "").strip().rstrip(":").rstrip()
    _open(state, start, kind, title, speech=kind.lower() == "notes" and not title)
    kept, state.lineMax = state.lineMax, last
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax, state.line = kept, last + 1
    _close(state, start)
    return True


def _match(state: StateBlock, pattern: re.Pattern[str], line: int) -> re.Match[str] | None:
    if state.level >= MAX_NESTING or state.is_code_block(line):
        return None
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _closing(state: StateBlock, start: int, end: int, colons: int) -> int:
    """The line that closes a box, 0 for none. What was sought in vain is not sought again."""
    searched, fewest = state.env["unclosed"]
    if start < searched and colons >= fewest:
        return 0
    for line in range(start + 1, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            end = line
            break
        found = _END.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])
        if found and len(found[1]) >= colons:
            return line
    state.env["unclosed"] = end, colons
    return 0


def _open(state: StateBlock, line: int, kind: str, title: str, speech: bool = False) -> None:
    token = state.push("box_open", "", 1)
    token.meta = {"title": f"[!{kind}] {title}".rstrip(), "speech": speech}
    token.map = [line, line + 1]


def _close(state: StateBlock, line: int) -> None:
    token = state.push("box_close", "", -1)
    token.map = [line, state.line]
