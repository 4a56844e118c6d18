"""The JSON Schema of the YAML that people write."""

from __future__ import annotations

from typing import Any

import msgspec

from ...model import FORMAT, Deck, Front, RichText
from ...model.shapes import FIRST


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
        first = FIRST[kind]
        definition["properties"] = {kind: properties.pop(first)} | properties
        required = [name for name in definition.get("required", []) if name not in ("type", first)]
        definition["required"] = [kind, *required]
    if "line" in properties:
        properties["line"].pop("default", None)
    definition["additionalProperties"] = False
    for value in definition.get("properties", {}).values():
        for option in (value, value.get("items", {})):
            option.pop("discriminator", None)
