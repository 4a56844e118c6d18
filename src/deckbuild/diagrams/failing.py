"""What Mermaid's engine says where it cannot draw → a diagnostic at the line of the note.

A failure of Pele 1.6 is a `RenderError` whose text is `code at line:column: message`. Line 0: it names none.
"""

from __future__ import annotations

import re

from ..diagnostics import Diagnostic, error
from ..model import Place

_FAILURE = re.compile(r"(?P<code>[\w-]+) at (?P<line>\d+):(?P<column>\d+): (?P<message>.*)", re.DOTALL)
_EXPECTING = re.compile(r"Expecting (?P<wanted>.*?), got '(?P<got>[$\w]+)'", re.DOTALL)
_CITED = re.compile(r"""["']([^"']+)["']|(?<=:)(\S+)""")
_LIMITS = {"interrupted": "it takes longer than 10 s", "out of memory": "it needs more than 256 MB"}
"""What QuickJS says where the engine reaches the limits that mermaid-render 0.14 sets it."""
_SIGNS = ("SQS", "PS", "DIAMOND_START", "STR", "PIPE", "TAGSTART")
"""The engine's names of what it finds where a label is not in quotes."""


def told(text: str, source: str, place: Place) -> Diagnostic:
    """The failure `text` of a source. `place` is where that begins: a fence's first line, or a file with line 0."""
    found = _FAILURE.match(text)
    if not found:
        reason = next((said for sign, said in _LIMITS.items() if sign in text), text.splitlines()[0])
        return error(
            place, "diagram-engine", f"Mermaid cannot draw this: {reason}", "make it simpler, or several of it"
        )
    if found["code"] == "unsupported-diagram":
        first = next((line.strip() for line in source.splitlines() if line.strip()), "")
        hint = "a diagram begins with its type, such as 'flowchart LR'"
        return error(place, "diagram-type", f"'{first[:40]}' is no type of diagram that Mermaid knows", hint)
    if not int(found["line"]):
        at, message = _line(place, _cited(found["message"], source)), " ".join(found["message"].split())
        return error(at, "diagram-engine", f"Mermaid cannot draw this: {message[:160]}")
    line, column = min(int(found["line"]), len(source.splitlines())), int(found["column"])
    near = _near(source, line, column)
    message = f"Mermaid does not understand this (column {column})" + (f": '{near[:30]}'" if near else "")
    return error(_line(place, line), "diagram-syntax", message, _hint(found["message"], near))


def _line(place: Place, line: int) -> Place:
    return Place(place.path, place.line + line) if line else place


def _cited(message: str, source: str) -> int:
    """The only line that holds what a message without a line cites, or 0."""
    cited = [one or other for one, other in _CITED.findall(message)]
    lines = source.splitlines()
    holding = ([n for n, line in enumerate(lines, 1) if words in line] for words in cited)
    return next((found[0] for found in holding if len(found) == 1), 0)


def _near(source: str, line: int, column: int) -> str:
    """The stretch of the source at which the engine gave up."""
    lines = source.splitlines()
    return lines[line - 1][max(0, column - 1) :].strip() if 0 < line <= len(lines) else ""


def _hint(message: str, near: str) -> str:
    """What the engine's own words come to; its names of tokens say little, and less in a list of twenty."""
    found = _EXPECTING.search(message)
    got = found["got"] if found else ""
    if got == "$end":
        return "something is not closed before the diagram ends: a bracket, a '|', or a block without its 'end'"
    if near[:1].isalpha() and not near[:1].isascii():
        name = re.split(r"[^\w]", near, maxsplit=1)[0]
        return f'put a name of other letters than a to z in quotes, where this type of diagram takes any: "{name}"'
    if got in _SIGNS or "Unrecognized text" in message:
        return 'put a label that holds brackets or quotes in quotes: A["f(x)"]'
    if got == "end":
        return "'end' closes a subgraph; as a name it needs a capital letter"
    return f"the engine says: {' '.join((found[0] if found else message).split())[:160]}"
