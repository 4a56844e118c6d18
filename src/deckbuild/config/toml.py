"""TOML front matter (`+++`) as the same tree as YAML. tomllib tells no places: keys are looked for in the text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from .tree import MAX_DEPTH, Clean, Fault, Items, Keys, Text, Tree

_PLACE = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")
_KEY = re.compile(r"[ \t\[]*[\"']?([\w-]+)")
_HINT = "each line is 'key = value'; text stands in quotation marks"


def toml_tree(text: str, clean: Clean = str, line: int = 1) -> Tree | Fault | None:
    """Read TOML whose first line is number `line`."""
    try:
        return _grown(tomllib.loads(text, parse_float=str), _Toml(clean, line, _lines(text)), 0)
    except (ValueError, RecursionError) as problem:
        found = _PLACE.search(str(problem))
        fact = _PLACE.sub("", str(problem)) or "it cannot be read"
        row, column = (int(found[1]), int(found[2])) if found and found[1] else (1, 1)
        return Fault(fact[:1].lower() + fact[1:], line + row - 1, column, _HINT)


class _Toml(Struct, frozen=True):
    clean: Clean
    line: int
    lines: dict[str, int]

    def key(self, name: str) -> Text:
        return Text(self.clean(name), self.line + self.lines.get(name, 0), 1)


def _lines(text: str) -> dict[str, int]:
    """On which line each key or table first stands, from 0."""
    found = ((i, _KEY.match(line)) for i, line in enumerate(text.split("\n")))
    return {match[1]: i for i, match in reversed([*found]) if match}


def _grown(value: Any, toml: _Toml, depth: int, at: int = 0) -> Tree:
    """A value of TOML as a tree; values without a place of their own stand where their key does."""
    if depth > MAX_DEPTH:
        raise RecursionError("it is nested too deeply")
    match value:
        case Mapping():
            keys = [(toml.key(name), inner) for name, inner in value.items()]
            return Keys(tuple((key, _grown(v, toml, depth + 1, key.line)) for key, v in keys), at or toml.line, 1)
        case list():
            return Items(tuple(_grown(v, toml, depth + 1, at) for v in value), at, 1)
        case bool():
            return Text(str(value).lower(), at, 1)
        case _:
            return Text(toml.clean(str(value)), at, 1)
