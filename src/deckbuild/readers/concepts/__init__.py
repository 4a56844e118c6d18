"""YAML → the concept model, and the JSON Schema of that YAML.

The structs of `model` are the only definition: they validate, and give the schema. This package bridges the three
places where the YAML is kinder to people: a block is written under the name of its kind, inline text is Markdown, and
a place is a line number. A passage without `line` is taken to stand where it stands in the YAML file itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

import msgspec
import yaml

from ...collection import no_collection
from ...config.tree import explained
from ...diagnostics import Diagnostic, Problem, error
from ...model import FORMAT, Deck, Front, Place, RichText
from ...model.shapes import FIRST
from ..base import Read
from ..inline import read_inline
from ..letters import normalised
from .document import Document
from .schema import schema

SUFFIX = ".concepts.yaml"
MAX_DEPTH = 300
"""Levels of YAML: some four times those at which a note is read, since a list in a list takes four."""
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_EXPECTED = {"str": "text", "array": "a list", "object": "a mapping", "int": "a number", "null": "nothing"}

__all__ = ["SUFFIX", "read_concepts", "schema"]


@no_collection()
def read_concepts(text: str, path: str) -> Read:
    """Read a concept model. `path` is the YAML file's own, from the project root.

    Raises `Problem` with line and column where the file is not YAML or not a concept model.
    """
    root = _compose(text, path)
    if not isinstance(root, yaml.MappingNode):
        fact, hint = "this is not a concept model", f"it begins with 'format: {FORMAT}'"
        raise Problem(error(Place(path, 1), "concepts-invalid", fact, hint))
    document = Document(path, _source(root, path), text)
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
    return Read(deck, tuple(document.said))


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
    except (yaml.YAMLError, UnicodeEncodeError) as problem:
        fault = explained(problem)
        fact = f"not YAML, column {fault.column}: {fault.fact}"
        raise Problem(error(Place(path, fault.line), "concepts-yaml", fact, fault.hint)) from None


def _check_format(value: object, path: str) -> None:
    if value != FORMAT:
        message = f"the format is {value!r}, and this version reads '{FORMAT}'" if value else "no 'format' is given"
        raise Problem(error(Place(path, 1), "concepts-format", message, f"begin the file with 'format: {FORMAT}'"))


def _source(root: yaml.MappingNode, path: str) -> str:
    """The note that a model was made of. Pictures are looked for beside it: it must not lead out of the project."""
    source = next((value for key, value in root.value if key.value == "source"), None)
    written = normalised(source.value).replace("\\", "/") if isinstance(source, yaml.ScalarNode) else ""
    if source and (written.startswith("/") or re.match(r"[A-Za-z]:/", written) or ".." in written.split("/")):
        message = f"the source '{source.value}' is outside of the project"
        hint = "write the path of the note from the project root: notes/a.md"
        raise Problem(error(Place(path, source.start_mark.line + 1), "concepts-invalid", message, hint))
    return written or path


def _decode(kind: type, value: object) -> object:
    if kind is RichText and isinstance(value, str):
        return read_inline(value).text
    if kind is Front and isinstance(value, dict):
        return Front.of(value)
    got = "array" if isinstance(value, list) else "object" if isinstance(value, dict) else type(value).__name__
    raise ValueError(f"Expected `str`, got `{got}`")


def _invalid(message: str, root: yaml.Node, path: str) -> Diagnostic:
    """msgspec's message with the line and column of the node that its `$.concepts[0].title` names."""
    fact, _, where = message.partition(" - at `")
    node = root
    for step in _steps(where.rstrip("`")):
        node = _descend(node, step) or node
    if found := re.fullmatch(r"Expected `([^`]+)`, got `([^`]+)`", fact):
        wanted, got = (
            " or ".join(_EXPECTED.get(part.strip(), part) for part in side.split("|")) for side in found.groups()
        )
        fact = f"{wanted} belongs here, and this is {got}"
    elif found := re.fullmatch(r"Object missing required field `([^`]+)`", fact):
        fact = f"'{found[1]}' is missing"
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
        return next((v for k, v in node.value if k.value == step or FIRST.get(k.value) == step), None)
    return None
