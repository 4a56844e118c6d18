"""What Mermaid's engine says where it cannot draw → a diagnostic at the line of the note.

A failure of Pele 1.6 is a `RenderError` whose text is `code at line:column: message`. Line 0: it names none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..diagnostics import Diagnostic, error
from ..model import Place
from .remedies import CLOSING, helped, unclosed

_FAILURE = re.compile(r"(?P<code>[\w-]+) at (?P<line>\d+):(?P<column>\d+): (?P<message>.*)", re.DOTALL)
_EXPECTING = re.compile(r"Expecting (?P<wanted>.*?), got '(?P<got>[$\w]+)'", re.DOTALL)
_ENDED = re.compile(r"got '(?:\$end|EOF_IN_STRUCT)'")
_CITED = re.compile(r"""["']([^"']+)["']|(?<=:)(\S+)|\[(\w+)\]|(\d+ - \d+)""")
_HELP = re.compile(r"\A((?:(?!\(Help).)*)\(Help:?(.*)\)\Z")
_APART = re.compile(r"""[][(){}<>|"',;:]|-{2,}""")
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
        fact, hint = _parted(" ".join(found["message"].split()))
        at = _line(place, _cited(found["message"], source))
        return error(at, "diagram-engine", f"Mermaid cannot draw this: {fact[:160]}", hint)
    if _ENDED.search(found["message"]) and (opened := unclosed(source)):
        return _not_closed(*opened, place)
    line, column = min(int(found["line"]), len(source.splitlines())), int(found["column"])
    near = _near(source, line, column)
    message = f"Mermaid does not understand this (column {column})" + (f": '{near[:30]}'" if near else "")
    return error(_line(place, line), "diagram-syntax", message, _hint(found["message"], source, line, column))


def _not_closed(line: int, column: int, sign: str, place: Place) -> Diagnostic:
    """The engine only finds that the diagram ends too soon; the mistake is where it opens something."""
    end = "a line with 'end'" if sign.isalpha() else f"'{CLOSING[sign]}', or put a label that holds a bracket in quotes"
    message = f"this '{sign}' is not closed (column {column})"
    return error(_line(place, line), "diagram-syntax", message, f"close it with {end}")


def _parted(message: str) -> tuple[str, str]:
    """A fact, and the help that the engine puts in brackets behind it."""
    found = _HELP.match(message)
    return (found[1].strip(), found[2].strip()) if found else (message, "")


def _line(place: Place, line: int) -> Place:
    return Place(place.path, place.line + line) if line else place


def _cited(message: str, source: str) -> int:
    """The only line that holds what a message without a line cites, or 0. Of two that make the same thing the second is
    at fault."""
    for words in (next(filter(None, cited)) for cited in _CITED.findall(message)):
        for found in _holding(words, source.splitlines()):
            if len(found) == 1 or (len(found) == 2 and "existing" in message):
                return found[-1]
    return 0


def _holding(words: str, lines: Sequence[str]) -> Iterator[list[int]]:
    """The lines that hold words as they are, as the engine may have written them otherwise, and by the last of them."""
    last = re.compile(rf"(?<![\w/]){re.escape(words.split()[-1] if words.split() else words)}(?![\w/])")
    yield [number for number, line in enumerate(lines, 1) if words in line]
    yield [number for number, line in enumerate(lines, 1) if _squeezed(words) in _squeezed(line)]
    yield [number for number, line in enumerate(lines, 1) if last.search(line)]


def _squeezed(text: str) -> str:
    """`cherryPick` and `cherry-pick`, `17 - 31` and `17-31` alike."""
    return re.sub(r"[\s-]", "", text).lower()


def _near(source: str, line: int, column: int) -> str:
    """The stretch of the source at which the engine gave up; the line that ended too soon."""
    lines = source.splitlines()
    if not 0 < line <= len(lines):
        return ""
    return lines[line - 1][max(0, column - 1) :].strip() or lines[line - 1].strip()


def _hint(message: str, source: str, line: int, column: int) -> str:
    """What the engine's own words come to; its names of tokens say little, and less in a list of twenty."""
    found, near = _EXPECTING.search(message), _near(source, line, column)
    got = found["got"] if found else ""
    if got == "$end":
        return "something is not closed before the diagram ends: a bracket, a '|', or a block without its 'end'"
    if near[:1].isalpha() and not near[:1].isascii():
        name = _name_at(source.splitlines()[line - 1], column)
        return f'put a name of other letters than a to z in quotes, where this type of diagram takes any: "{name}"'
    if got in _SIGNS:
        return 'put a label that holds brackets or quotes in quotes: A["f(x)"]'
    if got == "end":
        return "'end' closes a subgraph; as a name it needs a capital letter"
    said = " ".join((found[0] if found else message).split()).rpartition("-^")[2]
    return helped(source, line) or f"the engine says: {said[:160]}"


def _name_at(line: str, column: int) -> str:
    """The whole name that holds a column of a line, up to signs that may part it from others."""
    first = re.split(r"[^\w]", line[: column - 1])[-1]
    return (first + _APART.split(line[column - 1 :], maxsplit=1)[0]).strip()
