"""What helps where Mermaid's engine does not understand a line: what was probably meant, or how such a line is written.

The engine's own words are names of tokens, up to twenty of them; they tell an author nothing.
"""

from __future__ import annotations

import re
from difflib import get_close_matches

from msgspec import Struct


class Grammar(Struct, frozen=True):
    """A type of diagram: how its lines are written, and the words that lines of it begin with (Mermaid 11)."""

    forms: tuple[str, ...]
    words: tuple[str, ...] = ()


_FRAMES = ("loop", "alt", "else", "opt", "par", "and", "critical", "option", "break", "rect", "box", "end")
_GRAMMARS = {
    "flowchart": Grammar(
        ("A[words] --> B", "A -->|words| B"), ("subgraph", "end", "direction", "classDef", "class", "style", "click")
    ),
    "sequenceDiagram": Grammar(
        ("A->>B: words", "Note over A: words"),
        ("participant", "actor", "create", "destroy", "activate", "deactivate", "autonumber", "Note", *_FRAMES),
    ),
    "classDiagram": Grammar(
        ("A <|-- B : words", "class A { … }"), ("class", "namespace", "note", "direction", "style", "click")
    ),
    "stateDiagram": Grammar(("A --> B : words", "A : words", "state A { … }"), ("state", "note", "direction", "end")),
    "erDiagram": Grammar(("A ||--o{ B : words", "A { string name }"), ("direction", "style", "classDef")),
    "gantt": Grammar(
        ("words :2024-01-31, 5d",), ("title", "dateFormat", "axisFormat", "tickInterval", "excludes", "section")
    ),
    "pie": Grammar(('"words" : 42',), ("title", "showData")),
    "mindmap": Grammar(("words", "name[words]", "name((words))")),
    "timeline": Grammar(("2013 : words : words",), ("title", "section")),
    "gitGraph": Grammar(
        ('commit id: "words"', "branch name", "checkout name", "merge name"),
        ("commit", "branch", "checkout", "switch", "merge", "cherry-pick"),
    ),
    "quadrantChart": Grammar(
        ('"words": [0.3, 0.6]', 'x-axis "words" --> "words"'),
        ("title", "x-axis", "y-axis", "quadrant-1", "quadrant-2", "quadrant-3", "quadrant-4"),
    ),
    "journey": Grammar(("words: 5: who, who",), ("title", "section")),
    "block": Grammar(('a["words"] b["words"]:2', "a --> b"), ("columns", "block", "space", "end", "classDef", "style")),
    "packet": Grammar(('0-15: "words"', '+16: "words"'), ("title",)),
    "kanban": Grammar(("name[words]", "name[words]@{ assigned: 'who' }")),
    "xychart": Grammar(
        ('x-axis ["a", "b"]', 'y-axis "words" 0 --> 9', "bar [1, 2]"), ("title", "x-axis", "y-axis", "bar", "line")
    ),
    "requirementDiagram": Grammar(
        ("requirement a { … }", 'text: "words"', "risk: low, medium or high", "a - satisfies -> b"),
        ("requirement", "element", "id", "text", "risk", "verifymethod", "type", "docref", "direction"),
    ),
    "sankey": Grammar(("from,to,12",)),
    "architecture": Grammar(
        ("service a(server)[words] in b", "a:R --> L:b"), ("group", "service", "junction", "align")
    ),
    "radar": Grammar(('axis a["words"], b["words"]', "curve c{1, 2}"), ("title", "axis", "curve", "max", "min")),
    "treemap": Grammar(('"words"', '"words": 12')),
    "C4": Grammar(('Person(a, "words")', 'Rel(a, b, "words")')),
}
_HEADER = re.compile(r"^[ \t]*([A-Za-z]\w*)", re.MULTILINE)
_FRONT = re.compile(r"\A\s*---\n.*?^[ \t]*---\n", re.DOTALL | re.MULTILINE)
_FIRST = re.compile(r"\s*([\w-]+)")
_BLOCK = re.compile(r"\s*(subgraph|loop|alt|opt|par|critical|break|rect|box)\b")
_QUOTED = re.compile(r'"[^"]*"')
_CROW = re.compile(r"[|}o]{2}(?:--|\.\.)[|{o]{2}")
"""A relation of entities: its braces open nothing."""
CLOSING = {"(": ")", "[": "]", "{": "}"}


def helped(source: str, line: int) -> str:
    """A hint for a line of a source, counted from 1, or nothing where its type is not known."""
    grammar = _grammar(source)
    if grammar is None:
        return ""
    lines = source.splitlines()
    found = _FIRST.match(lines[line - 1]) if 0 < line <= len(lines) else None
    first = found[1] if found else ""
    if first not in grammar.words and (meant := get_close_matches(first, grammar.words, 1, 0.75)):
        return f"did you mean '{meant[0]}'?"
    own = [form for form in grammar.forms if first in grammar.words and re.match(rf"{first}\b", form)]
    return f"such lines are written so: {'  or  '.join(own or grammar.forms)}"


def _grammar(source: str) -> Grammar | None:
    found = _HEADER.search(_FRONT.sub("", source))
    word = found[1] if found else ""
    word = "flowchart" if word == "graph" else word
    return next((grammar for name, grammar in _GRAMMARS.items() if word.startswith(name)), None)


def unclosed(source: str) -> tuple[int, int, str] | None:
    """Line and column, from 1, of what a source opens and does not close, and what that is: a block or a bracket."""
    lines = [_CROW.sub("      ", _QUOTED.sub(lambda found: "x" * len(found[0]), each)) for each in source.splitlines()]
    return _open_block(lines) or _open_bracket(lines)


def _open_block(lines: list[str]) -> tuple[int, int, str] | None:
    opened: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines, 1):
        if line.strip() == "end" and opened:
            opened.pop()
        elif found := _BLOCK.match(line):
            opened.append((number, found.start(1) + 1, found[1]))
    return opened[0] if opened else None


def _open_bracket(lines: list[str]) -> tuple[int, int, str] | None:
    opened: list[tuple[int, int, str]] = []
    for number, line in enumerate(lines, 1):
        for column, sign in enumerate(line, 1):
            if sign in CLOSING:
                opened.append((number, column, sign))
            elif opened and sign == CLOSING[opened[-1][2]]:
                opened.pop()
    return opened[0] if opened else None
