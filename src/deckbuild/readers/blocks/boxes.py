"""Boxes as site generators write them: `!!! note "Title"` over indented lines, `:::note Title` up to the next `:::`.

The first is of Python-Markdown and MkDocs (`???` and `???+` fold, `=== "Title"` is a tab), the second of Docusaurus, VuePress and pandoc. Both
are read as the callouts of GitHub and Obsidian are, but for `:::notes`, which pandoc and Quarto show to the speaker alone: where these are never
closed they go on to the next heading, since what nobody is to see had better be missing than on a wall.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it.rules_block import StateBlock

from .nodes import Paragraph, Problem
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
_PRIVATE = re.compile("private|비공개|非公開|非公开|私密", re.IGNORECASE)
"""Behind `::: notes`: for the speaker alone, on no handout."""
_PRIVATE_CLASS = re.compile(r"\{[^{}\n]*\.private\b[^{}\n]*\}", re.IGNORECASE)
_END = re.compile(r"(:{3,})[ \t]*$", re.MULTILINE)
_HEADING = re.compile(r"#{1,6}(?:[ \t]|$)|<h[1-6]\b", re.IGNORECASE | re.MULTILINE)
_UNDERLINE = re.compile(r"(?:=+|-+)[ \t]*$", re.MULTILINE)
_CODE = re.compile(r"`{3,}|~{3,}")


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
    """`:::kind title` up to a line of at least as many colons; without one it is text, and notes end with their section."""
    found = _match(state, _FENCED, start)
    if not found:
        return False
    kind = (found["kind"] or found["cls"]).lower()
    title = (found["inner"] or found["title"] or "").strip().rstrip(":").rstrip()
    private = kind == "notes" and bool(_PRIVATE.fullmatch(title) or _PRIVATE_CLASS.search(found[0]))
    speech = kind == "notes" and (private or not title)
    last = _closing(state, start, end, len(found["colons"]))
    if silent or not (last or speech):
        return bool(last or speech)
    section = _section_end(state, start, last or end) if speech else end
    unclosed = speech and (not last or _opens_again(state, section, last))
    last = section if unclosed else last
    _open(state, start, found["kind"] or found["cls"], title, speech, unclosed)
    state.tokens[-1].meta["private"] = private
    kept, state.lineMax = state.lineMax, last
    state.md.block.tokenize(state, start + 1, last)
    state.lineMax, state.line = kept, last if unclosed else last + 1
    _close(state, start)
    return True


def unclosed_boxes(paragraph: Paragraph) -> Iterator[Problem]:
    """Lines of text that open a box: with an end below them they would be no text."""
    for i, row in enumerate(paragraph.text.split("\n") if ":::" in paragraph.text else ()):
        if found := _FENCED.fullmatch(row.strip(" \t")):
            at = paragraph.line + i
            fact = f"the box {found['colons']} that opens here is never closed and is read as text"
            yield Problem("unclosed-box", at, at, fact)


def unclosed_notes(line: int, end: int) -> Problem:
    """Notes that a heading or the end of what they stand in ended."""
    return Problem(
        "unclosed-box", line, end, f"the notes that open here are never closed; all up to line {end} is taken as notes"
    )


def _match(state: StateBlock, pattern: re.Pattern[str], line: int) -> re.Match[str] | None:
    return _at(state, pattern, line) if state.level < MAX_NESTING else None


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


def _section_end(state: StateBlock, start: int, end: int) -> int:
    """The line of the next heading, else the one below all that stands in the same list item or quote."""
    mark = ""
    for line in range(start + 1, end):
        if state.isEmpty(line):
            continue
        if state.sCount[line] < state.blkIndent:
            return line
        if code := _at(state, _CODE, line):
            mark = "" if mark and code[0].startswith(mark) else mark or code[0]
        elif not mark and (_at(state, _HEADING, line) or _is_underlined(state, start, line, end)):
            return line
    return end


def _is_underlined(state: StateBlock, start: int, line: int, end: int) -> bool:
    """Whether a line of its own stands above a line of `=` or `-`, which makes it a heading (CommonMark 0.31, 4.3)."""
    alone = line == start + 1 or state.isEmpty(line - 1)
    return alone and line + 1 < end and bool(_at(state, _UNDERLINE, line + 1)) and not _at(state, _UNDERLINE, line)


def _opens_again(state: StateBlock, section: int, last: int) -> bool:
    """Whether a box opens below a heading and above the line that closes one: then that line closes this box."""
    return any(_at(state, _FENCED, line) for line in range(section + 1, last))


def _at(state: StateBlock, pattern: re.Pattern[str], line: int) -> re.Match[str] | None:
    if state.is_code_block(line):
        return None
    return pattern.match(state.src, state.bMarks[line] + state.tShift[line], state.eMarks[line])


def _open(state: StateBlock, line: int, kind: str, title: str, speech: bool = False, unclosed: bool = False) -> None:
    token = state.push("box_open", "", 1)
    token.meta = {"title": f"[!{kind}] {title}".rstrip(), "speech": speech, "unclosed": unclosed}
    token.map = [line, line + 1]


def _close(state: StateBlock, line: int) -> None:
    token = state.push("box_close", "", -1)
    token.map = [line, state.line]
