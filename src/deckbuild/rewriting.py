"""A part of the concept model with some of it written otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from .model import RichText

_PARTS = (Struct, tuple, RichText)


def rewritten(value: Any, change: Callable[[Any], Any]) -> Any:
    """A struct, a text or a tuple of them with what `change` gives for its texts and structs, the inner ones first; the
    same object where it gives each of them back.

    One call for each level of nesting, since lists may be nested some hundred deep.
    """
    if isinstance(value, RichText):
        return change(value)
    if isinstance(value, tuple):
        parts = [rewritten(part, change) if isinstance(part, _PARTS) else part for part in value]
        return tuple(parts) if any(new is not part for new, part in zip(parts, value, strict=True)) else value
    fields = {}
    for name in value.__struct_fields__:
        part = getattr(value, name)
        if part and isinstance(part, _PARTS) and (new := rewritten(part, change)) is not part:
            fields[name] = new
    return change(replace(value, **fields) if fields else value)
