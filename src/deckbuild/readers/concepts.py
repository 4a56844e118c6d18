"""YAML → the concept model, and the JSON Schema of that YAML.

The structs of `model` are the only definition: they validate, and give the schema. This module bridges the three
places where the YAML is kinder to people: a block is written under the name of its kind, inline text is Markdown, and
a place is a line number. A passage without `line` is taken to stand where it stands in the YAML file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any, NoReturn

import msgspec
import yaml

from ..diagnostics import Diagnostic, Problem, error
from ..model import FORMAT, Block, Deck, Front, Place, RichText
from .base import Read
from .inline import read_inline
from .passages.source import normalised

SUFFIX = ".concepts.yaml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_LINES = re.compile(r"^(\d+)(?:\s*-\s*(\d+))?$")
BODIES = frozenset({"body", "items"})
MAX_DEPTH = 300
"""Levels of YAML: some four times those at which a note is read, since a list in a list takes four."""
MAX_NODES = 1_000_000
"""YAML aliases can make a short file endless."""


def _kinds() -> dict[str, str]:
    from typing import get_args

    return {str(kind.__struct_config__.tag): msgspec.structs.fields(kind)[0].encode_name for kind in get_args(Block)}


def read_concepts(text: str, path: str) -> Read:
    """Read a concept model. `path` is the YAML file's own, from the project root.

    Raises `Problem` with line and column where the file is not YAML or not a concept model.
    """
    root = _compose(text, path)
    if not isinstance(root, yaml.MappingNode):
        raise Problem(
            error(
                Place(path, 1),
                "concepts-invalid",
                "this is not a concept model",
                "it begins with 'format: deckbuild/1'",
            )
        )
    _check_source(root, path)
    document = _Document(path, _scalar(root, "source") or path)
    try:
        values = document.value(root)
    except RecursionError:
        hint = "write it without aliases (*)"
        raise Problem(
            error(Place(path, 1), "concepts-invalid", "it refers to itself, or is far too large", hint)
        ) from None
    _check_format(values.pop("format", ""), path)
    values.setdefault("source", path)
    values.setdefault("deck", PurePosixPath(path).name.removesuffix(SUFFIX))
    try:
        deck = msgspec.convert(values, Deck, dec_hook=_decode, strict=False)
    except msgspec.ValidationError as problem:
        raise Problem(_invalid(str(problem), root, path)) from None
    return Read(deck)


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a `.concepts.yaml`."""
    made = msgspec.json.schema(Deck, schema_hook=_schema_of)
    for name, definition in made["$defs"].items():
        if name == "Place":
            made["$defs"][name] = {
                "description": "A line, or lines, of the note: 12 or 12-14.",
                "type": ["integer", "string"],
            }
        else:
            _rewrite(definition)
    made["$defs"]["Deck"]["properties"] = {"format": {"const": FORMAT}} | made["$defs"]["Deck"]["properties"]
    made["$defs"]["Deck"]["required"] = ["format", *made["$defs"]["Deck"]["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "deckbuild concept model"} | made


def _schema_of(kind: type) -> dict[str, Any]:
    if kind is RichText:
        return {"type": "string", "description": "Inline Markdown."}
    if kind is Front:
        return {"type": "object", "description": "What the note's front matter says beside title, deck, tags and lang."}
    raise NotImplementedError(kind)


def _rewrite(definition: dict[str, Any]) -> None:
    """A tagged struct as people write it: its kind's name in the place of `type` and of the first field."""
    properties = definition.get("properties", {})
    kind = properties.pop("type", {}).get("enum", [None])[0]
    if kind:
        first = _kinds()[kind]
        definition["properties"] = {kind: properties.pop(first)} | properties
        required = [name for name in definition.get("required", []) if name not in ("type", first)]
        definition["required"] = [kind, *required]
    if "line" in properties:
        properties["line"].pop("default", None)
    definition["additionalProperties"] = False
    for value in definition.get("properties", {}).values():
        for option in (value, value.get("items", {})):
            option.pop("discriminator", None)


def _refuse_depth(text: str, path: str) -> None:
    """The C parser composes by recursion and takes the process with it where a file is nested some 50,000 levels deep."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            place = Place(path, event.start_mark.line + 1 if event.start_mark else 1)
            raise Problem(error(place, "concepts-invalid", "it is nested too deeply", "write it flatter"))


def _compose(text: str, path: str) -> yaml.Node | None:
    try:
        _refuse_depth(text, path)
        return yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError as problem:
        mark = getattr(problem, "problem_mark", None)
        fact = getattr(problem, "problem", None) or str(problem).split("\n")[0]
        where = f", column {mark.column + 1}" if mark else ""
        place = Place(path, mark.line + 1 if mark else 1)
        hint = "text with ': ' or a leading '*', '[', '#' wants quotation marks"
        raise Problem(error(place, "concepts-yaml", f"not YAML{where}: {fact}", hint)) from None


def _check_format(value: object, path: str) -> None:
    if value != FORMAT:
        message = f"the format is {value!r}, and this version reads '{FORMAT}'" if value else "no 'format' is given"
        raise Problem(error(Place(path, 1), "concepts-format", message, f"begin the file with 'format: {FORMAT}'"))


def _check_source(root: yaml.MappingNode, path: str) -> None:
    """Pictures are looked for beside the note: a model must not lead out of the project."""
    source = next((value for key, value in root.value if key.value == "source"), None)
    written = str(source.value).replace("\\", "/") if isinstance(source, yaml.ScalarNode) else ""
    if source and (written.startswith("/") or re.match(r"[A-Za-z]:/", written) or ".." in written.split("/")):
        message = f"the source '{source.value}' is outside of the project"
        hint = "write the path of the note from the project root: notes/a.md"
        raise Problem(error(Place(path, source.start_mark.line + 1), "concepts-invalid", message, hint))


def _scalar(node: yaml.MappingNode, key: str) -> str:
    return next((str(v.value) for k, v in node.value if k.value == key and isinstance(v, yaml.ScalarNode)), "")


class _Document:
    """YAML nodes → values that msgspec can convert. Scalars stay strings: `1.10`, `no` and `1:30` mean themselves."""

    def __init__(self, path: str, source: str) -> None:
        self.path = path
        self.source = source
        self.kinds = _kinds()
        self.visited = 0
        self.ids: dict[str, int] = {}

    def value(self, node: yaml.Node, key: str = "") -> Any:
        self.visited += 1
        if self.visited > MAX_NODES:
            raise RecursionError
        match node:
            case yaml.MappingNode():
                return self.plain(node) if key == "front" else self.mapping(node)
            case yaml.SequenceNode():
                return [self.block(item) if key in BODIES else self.value(item, key) for item in node.value]
            case yaml.ScalarNode():
                return self.scalar(node, key)
            case _:
                return None

    def scalar(self, node: yaml.ScalarNode, key: str) -> Any:
        if key == "line":
            if found := _LINES.match(node.value):
                return {"path": self.source, "line": int(found[1]), "end": int(found[2] or 0)}
            self.refuse(node, f"'{node.value}' is no line of the note", "write one line (12) or two (12-14), or none")
        if key == "start" and node.value.isascii() and node.value.isdigit() and len(node.value) < 10:
            return int(node.value)
        return "" if node.tag.endswith(":null") and not node.style else normalised(node.value)

    def mapping(self, node: yaml.MappingNode) -> dict[str, Any]:
        """A mapping; where its keys name a kind of block, with that kind as `type`."""
        pairs = [(str(k.value), v) for k, v in node.value]
        kind = next((key for key, _ in pairs if key in self.kinds), None)
        out: dict[str, Any] = {}
        for key, child in pairs:
            name = self.kinds[key] if key == kind else key
            out[name] = self.value(child, name)
        if kind:
            out["type"] = kind
        if kind == "table":
            self.squared(node, out)
        if not kind and isinstance(out.get("id"), str):
            self.identified(node, out["id"])
        is_legend, is_concept = "marker" in out, "id" in out
        if kind or is_legend or is_concept:
            out.setdefault("line", {"path": self.path, "line": node.start_mark.line + 1, "end": 0})
        return out

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
        self.visited += 1
        if self.visited > MAX_NODES:
            raise RecursionError
        if isinstance(node, yaml.MappingNode):
            return {normalised(str(k.value)): self.plain(v) for k, v in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(v) for v in node.value]
        return self.scalar(node, "") if isinstance(node, yaml.ScalarNode) else ""

    def block(self, node: yaml.Node) -> Any:
        """An item of a body: it must name a kind of block."""
        if isinstance(node, yaml.MappingNode) and not any(str(k.value) in self.kinds for k, _ in node.value):
            names = [str(k.value) for k, _ in node.value]
            close = [match for name in names for match in get_close_matches(name, self.kinds, 1)]
            hint = f"did you mean '{close[0]}'?" if close else f"a block is one of {', '.join(self.kinds)}"
            self.refuse(node, f"no kind of block among {', '.join(map(repr, names))}", hint)
        return self.value(node)


def _counted(number: int, thing: str) -> str:
    return (
        f"{number} {thing}"
        if number == 1
        else f"{number} {thing.removesuffix('y')}{'ies' if thing.endswith('y') else 's'}"
    )


def _decode(kind: type, value: object) -> object:
    if kind is RichText and isinstance(value, str):
        return read_inline(value).text
    if kind is Front and isinstance(value, dict):
        return Front.of(value)
    raise ValueError(f"Expected text, got `{type(value).__name__}`")


def _invalid(message: str, root: yaml.Node, path: str) -> Diagnostic:
    """msgspec's message with the line and column of the node that its `$.concepts[0].title` names."""
    fact, _, where = message.partition(" - at `")
    node = root
    for step in _steps(where.rstrip("`")):
        node = _descend(node, step) or node
    place = Place(path, node.start_mark.line + 1)
    where = f"column {node.start_mark.column + 1}"
    return error(place, "concepts-invalid", f"{where}: {fact}", "'deckbuild schema' prints what is allowed")


def _steps(path: str) -> Iterator[str | int]:
    for name, index in re.findall(r"\.([\w-]+)|\[(\d+|\.\.\.)\]", path):
        yield name or (int(index) if index.isdigit() else 0)


def _descend(node: yaml.Node, step: str | int) -> yaml.Node | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int):
        return node.value[step] if step < len(node.value) else None
    if isinstance(node, yaml.MappingNode):
        kinds = _kinds()
        return next((v for k, v in node.value if k.value == step or kinds.get(k.value) == step), None)
    return None
