"""How the structs of the model stand in YAML: which keys each has, and what each of them holds."""

from __future__ import annotations

from functools import lru_cache
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec
from msgspec import Struct

from .blocks import Block

KINDS: dict[str, type[Struct]] = {str(kind.__struct_config__.tag): kind for kind in get_args(Block)}
"""Each kind of block by its name."""
FIRST: dict[str, str] = {name: msgspec.structs.fields(kind)[0].encode_name for name, kind in KINDS.items()}
"""Its first field, which is written beside the kind's name (`- point: text`)."""


class Shape(Struct, frozen=True):
    """One key of a struct: whether it holds a list, and the words that it may hold where these are few."""

    is_list: bool
    words: tuple[str, ...]


@lru_cache
def shape_of(kind: type[Struct]) -> dict[str, Shape]:
    """The keys that a struct has in YAML; a block has the name of its kind for its first field."""
    hints = get_type_hints(kind)
    tag = kind.__struct_config__.tag
    named = {
        str(tag) if tag and i == 0 else field.encode_name: hints[field.name]
        for i, field in enumerate(msgspec.structs.fields(kind))
    }
    return {name: Shape(get_origin(hint) is tuple, _words(hint)) for name, hint in named.items()}


def _words(hint: Any) -> tuple[str, ...]:
    """The words of a `Literal`, also within a tuple."""
    if get_origin(hint) is Literal:
        return tuple(str(word) for word in get_args(hint) if word)
    if get_origin(hint) in (tuple, Union, UnionType):
        return tuple(dict.fromkeys(word for inner in get_args(hint) if inner is not ... for word in _words(inner)))
    return ()
