"""The concept model → YAML that people read and edit.

A block stands under the name of its kind (`- point: …`), inline text is Markdown, a place is `line: 12` or
`line: 12-14`. `readers.concepts` reads the same model back.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

import msgspec
import yaml
from msgspec import Struct

from .. import richtext
from ..model import FORMAT, Deck, Front, Place, RichText

WIDTH = 1_000_000
"""No folding: a statement is one line, which edits, compares and merges best."""


def export(deck: Deck) -> bytes:
    """The whole deck as UTF-8 YAML, ending in a newline."""
    document = {"format": FORMAT} | _plain(deck)
    text: str = yaml.dump(
        document, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return text.encode("utf-8")


def _plain(value: object) -> Any:
    """Mappings, lists, strings, integers: as they stand in the YAML."""
    match value:
        case RichText():
            return richtext.to_markdown(value)
        case Place():
            return f"{value.line}-{value.end}" if value.end else value.line
        case Front():
            return {key: _plain(inner) for key, inner in value.pairs}
        case Struct():
            return _fields(value)
        case tuple():
            return [_plain(item) for item in value]
        case _:
            return value


def _fields(struct: Struct) -> dict[str, Any]:
    """The fields that say something; the kind of a block in place of its first field; long lists last."""
    tag = struct.__struct_config__.tag
    found: dict[str, Any] = {}
    for i, field in enumerate(_known_fields(type(struct))):
        value = getattr(struct, field.name)
        if (field.name == "place" and not value.line) or (i and _silent(field, value)):
            continue
        name = str(tag) if tag and i == 0 else field.encode_name
        found[name] = _plain(value)
    nests = {name for name in found if name in ("body", "children", "concepts", "items", "list", "quote", "rows")}
    return {k: v for k, v in found.items() if k not in nests} | {k: found[k] for k in found if k in nests}


@lru_cache
def _known_fields(kind: type[Struct]) -> tuple[msgspec.structs.FieldInfo, ...]:
    return msgspec.structs.fields(kind)


def _silent(field: msgspec.structs.FieldInfo, value: object) -> bool:
    return not field.required and (value in ("", (), RichText(), Front()) or value == field.default)


class _Text(str):
    """Text of several lines, which is written as a block."""


class _Dumper(yaml.Dumper):
    """On the pure emitter: the C one writes emoji as escapes. Lists are indented below their key."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: object) -> bool:
        return True


_NUMBER_LIKE = re.compile(
    r"[-+]?(?:(?:[\d_,]*[\d_]|[\d_,]*\.[\d_]+)(?:e[-+]?\d+)?|0[xob][\da-f_]+|\d+:[\d:.]+)", re.IGNORECASE
)
_WORD_LIKE = re.compile(r"(?:y|n|yes|no|on|off|true|false|null|~)", re.IGNORECASE)


def _string(dumper: yaml.Dumper, value: str) -> yaml.ScalarNode:
    """Plain where that is safe, `|` for several lines, quotation marks where YAML could see something else."""
    if (
        "\n" in value
        and not re.search(r"[ \t]\n|[^\S\n\t ]|[\x00-\x08\x0b-\x1f]", value)
        and not value.startswith((" ", "\n", "\t"))
    ):
        return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|")
    quoted = bool(_NUMBER_LIKE.fullmatch(value) or _WORD_LIKE.fullmatch(value))
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if quoted or "\n" in value else None)


_Dumper.add_representer(str, _string)
