"""YAML nodes → values that msgspec can convert, and what is amiss in them at its line and column.

Scalars stay strings: `1.10`, `no` and `1:30` mean themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NoReturn

import yaml
from msgspec import Struct

from ...diagnostics import Diagnostic, Problem, error, warning
from ...model import Concept, Deck, Legend, Place
from ...model.shapes import FIRST, KINDS, Shape, shape_of
from ..letters import normalised

BODIES = frozenset({"body", "items"})
MAX_NODES = 1_000_000
"""YAML aliases can make a short file endless."""
_TEXTS = frozenset({"text", "answer", "meaning", "right", "left", "label", "question", "term", "title", "caption"})
_COMMENT = re.compile(r"\s+(#\S.*?)\s*$")
_LINES = re.compile(r"(\d{1,9})(?:\s*-\s*(\d{1,9}))?")
_STRUCTS: dict[str, type[Struct]] = {"": Deck, "concepts": Concept, "children": Concept, "legend": Legend}
"""What a mapping is that is no block, by the key that it stands under."""


class Document:
    """One file. `source` is the note that it was made of."""

    def __init__(self, path: str, source: str, text: str) -> None:
        self.path = path
        self.lines = text.split("\n")
        self.said: list[Diagnostic] = []
        self.source = source
        self.visited = 0
        self.ids: dict[str, int] = {}

    def value(self, node: yaml.Node, key: str = "") -> Any:
        """A node below a key. Raises `RecursionError` where aliases make it endless, `Problem` where it is amiss."""
        self.count()
        match node:
            case yaml.MappingNode():
                return self.plain(node) if key == "front" else self.mapping(node, key)
            case yaml.SequenceNode():
                return [self.block(item) if key in BODIES else self.value(item, key) for item in node.value]
            case yaml.ScalarNode():
                return self.scalar(node, key)
            case _:
                return None

    def count(self) -> None:
        self.visited += 1
        if self.visited > MAX_NODES:
            raise RecursionError

    def scalar(self, node: yaml.ScalarNode, key: str) -> Any:
        if key == "line":
            if found := _LINES.fullmatch(node.value):
                return {"path": self.source, "line": int(found[1]), "end": int(found[2] or 0)}
            shown = node.value if len(node.value) < 20 else f"{node.value[:18]}…"
            self.refuse(node, f"'{shown}' is no line of the note", "write one line (12) or two (12-14), or none")
        if key == "start" and node.value.isascii() and node.value.isdigit() and len(node.value) < 10:
            return int(node.value)
        self.remark(node, key)
        return "" if _is_empty(node) else normalised(node.value)

    def remark(self, node: yaml.ScalarNode, key: str) -> None:
        """` #` ends a text without quotation marks: what somebody meant to write behind it is a comment to YAML."""
        mark = node.end_mark
        rest = self.lines[mark.line][mark.column :] if not node.style and mark.line < len(self.lines) else ""
        if key in _TEXTS and node.value and (found := _COMMENT.match(rest)):
            fact = (
                f"column {mark.column + 1}: to YAML '{found[1][:40]}' is a comment, and no part of the text before it"
            )
            hint = "put the text in quotation marks, or the comment on a line of its own"
            self.said.append(warning(Place(self.path, mark.line + 1), "comment-in-text", fact, hint))

    def mapping(self, node: yaml.MappingNode, under: str) -> dict[str, Any]:
        """A mapping; where its keys name a kind of block, with that kind as `type`."""
        self.once(node)
        kind = next((key.value for key, _ in node.value if key.value in KINDS), None)
        struct = KINDS[kind] if kind else _STRUCTS.get(under)
        shape = shape_of(struct) if struct else {}
        out: dict[str, Any] = {}
        for key, child in node.value:
            name = str(key.value)
            if struct and name not in shape and (name, under) != ("format", ""):
                self.unknown(key, name, shape, kind or under or "a model")
            if name in shape:
                self.fits(child, name, shape[name])
            field = FIRST[name] if name == kind else name
            out[field] = [] if name in shape and shape[name].is_list and _is_empty(child) else self.value(child, field)
        if kind:
            out["type"] = kind
        if kind == "table":
            self.squared(node, out)
        if struct is Concept and isinstance(out.get("id"), str):
            self.identified(node, out["id"])
        if struct and struct is not Deck:
            out.setdefault("line", {"path": self.path, "line": node.start_mark.line + 1, "end": 0})
        return out

    def once(self, node: yaml.MappingNode) -> None:
        """YAML itself would take the last of two keys, and say nothing."""
        seen: dict[str, int] = {}
        for key, _ in node.value:
            name = str(key.value)
            if name in seen:
                hint = "keep one of the two; each block of a body begins with '-'"
                self.refuse(key, f"'{name}' stands twice here (first on line {seen[name]})", hint)
            seen[name] = key.start_mark.line + 1

    def unknown(self, key: yaml.Node, name: str, shape: dict[str, Shape], where: str) -> NoReturn:
        close = get_close_matches(name, shape, 1)
        hint = f"did you mean '{close[0]}'?" if close else f"it has {', '.join(shape)}"
        self.refuse(key, f"'{name}' is no key of {where}", hint)

    def fits(self, node: yaml.Node, name: str, shape: Shape) -> None:
        """A list where one belongs, and of a few words one of these."""
        if shape.is_list and isinstance(node, yaml.ScalarNode | yaml.MappingNode) and not _is_empty(node):
            self.refuse(node, f"'{name}' is a list", f"write each entry of '{name}' on a line that begins with '-'")
        words = node.value if isinstance(node, yaml.SequenceNode) else [node]
        for word in words if shape.words else ():
            if isinstance(word, yaml.ScalarNode) and word.value and word.value not in shape.words:
                self.refuse(word, f"'{word.value}' is no {name}", _choice(word.value, shape.words))

    def squared(self, node: yaml.MappingNode, table: dict[str, Any]) -> None:
        """A table whose columns are aligned as the text is, where it does not say how; its rows must be as long as its head."""
        width = len(table["head"]) if isinstance(table.get("head"), list) else 0
        if not table.get("align"):
            table["align"] = [""] * width
        rows = next((value for key, value in node.value if key.value == "rows"), None)
        for row in rows.value if isinstance(rows, yaml.SequenceNode) else ():
            cells = len(row.value) if isinstance(row, yaml.SequenceNode) else width
            if cells != width:
                message = f"this row has {_counted(cells, 'cell')}, and the head of the table {_counted(width, 'cell')}"
                self.refuse(row, message, "give each row a cell for each column, empty ones as ''")
        if isinstance(table["align"], list) and len(table["align"]) != width:
            message = f"'align' has {_counted(len(table['align']), 'entry')}, and the table {_counted(width, 'column')}"
            self.refuse(node, message, "give one for each column, or leave 'align' out")

    def identified(self, node: yaml.MappingNode, name: str) -> None:
        """The id of a concept is what cards are known by: no two have the same."""
        line = node.start_mark.line + 1
        first = self.ids.setdefault(name, line)
        if first != line:
            self.refuse(node, f"the id '{name}' is that of line {first} too", "give each concept an id of its own")

    def refuse(self, node: yaml.Node, message: str, hint: str) -> NoReturn:
        place, column = Place(self.path, node.start_mark.line + 1), node.start_mark.column + 1
        raise Problem(error(place, "concepts-invalid", f"column {column}: {message}", hint))

    def plain(self, node: yaml.Node) -> Any:
        """Front matter: keys of any program, which mean nothing to a model."""
        self.count()
        if isinstance(node, yaml.MappingNode):
            self.once(node)
            return {normalised(str(k.value)): self.plain(v) for k, v in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(v) for v in node.value]
        return self.scalar(node, "") if isinstance(node, yaml.ScalarNode) else ""

    def block(self, node: yaml.Node) -> Any:
        """An item of a body: it must name a kind of block."""
        if isinstance(node, yaml.MappingNode) and not any(str(k.value) in KINDS for k, _ in node.value):
            names = [str(k.value) for k, _ in node.value]
            close = [match for name in names for match in get_close_matches(name, KINDS, 1)]
            hint = f"did you mean '{close[0]}'?" if close else f"a block is one of {', '.join(KINDS)}"
            self.refuse(node, f"no kind of block among {', '.join(map(repr, names))}", hint)
        return self.value(node)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.tag.endswith(":null") and not node.style


def _choice(word: str, words: Iterable[str]) -> str:
    known = list(words)
    close = get_close_matches(word, known, 1)
    return (f"did you mean '{close[0]}'? " if close else "") + f"it is one of {', '.join(known)}"


def _counted(number: int, thing: str) -> str:
    many = f"{thing.removesuffix('y')}{'ies' if thing.endswith('y') else 's'}"
    return f"{number} {thing if number == 1 else many}"
