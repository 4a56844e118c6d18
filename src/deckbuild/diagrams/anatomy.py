"""The `anatomy` grammar: the parts of a string, from left to right (see the README, "Diagrams").

    - [docker.io, 레지스트리, 생략 가능]      # text, what it is, a remark
    - /                                     # a separator has no name
    - {text: "14.04", label: 태그, optional: true}

A part is optional when the mapping says so, or when its remark is the usual word for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity, error
from ..model import Place
from .tree import Findings, Item, Mapping, Scalar, Sequence, odd, read, unknown_keys, unmarked, wrong

PART_KEYS = ("text", "label", "remark", "optional")
YES, NO = ("true", "yes", "on"), ("false", "no", "off")

_SIGNS = re.compile(r"^(\s*- +)([^\w\s\"'\[{]+)[ \t]*$", re.MULTILINE)
"""A part of nothing but signs: most of them mean something in YAML, and nobody here wants that."""

_OPTIONAL = re.compile(r"생략|선택|없어도|optional|may be (left out|omitted)|省略|可选|可選|任意", re.IGNORECASE)
_REQUIRED = re.compile(r"필수|생략 ?불가|not optional|required|必須|必须|省略不可|不可省略", re.IGNORECASE)


class Part(Struct, frozen=True):
    """A stretch of the string. Without a `label` it only separates."""

    text: str
    label: str = ""
    remark: str = ""
    optional: bool = False


class Parsed(Struct, frozen=True):
    """What a source says, and what is wrong with it."""

    parts: tuple[Part, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(source: str, place: Place) -> Parsed:
    """The parts of a source. Where there is an error there may be no parts."""
    root, found = read(_SIGNS.sub(r"\1'\2'", source), place)
    if root is None:
        return Parsed((), tuple(found) or (error(place, "diagram-empty", "the diagram is empty"),))
    if isinstance(root, Sequence):
        made = (part for item in root.items for part in _part(item, found))
        parts = tuple(replace(part, label=unmarked(part.label), remark=unmarked(part.remark)) for part in made)
    else:
        found.append(wrong(root, "an anatomy is a list of parts", "begin each part with '- '"))
        parts = ()
    if not parts and not any(d.severity == Severity.ERROR for d in found):
        found.append(error(place, "diagram-empty", "the diagram has no parts"))
    return Parsed(parts, tuple(found))


def _part(item: Item, found: Findings) -> Iterator[Part]:
    match item:
        case Scalar(text=""):
            found.append(odd(item, "an empty part, left out", "a sign such as # must be in quotes"))
        case Scalar(text=text):
            yield Part(text)
        case Sequence():
            yield from _listed(item, found)
        case Mapping():
            yield from _mapped(item, found)


def _listed(item: Sequence, found: Findings) -> Iterator[Part]:
    """`[text, label]` or `[text, label, remark]`."""
    words = [each.text for each in item.items if isinstance(each, Scalar)]
    if len(words) < len(item.items) or not words or not words[0]:
        found.append(wrong(item, "a part is [text, label] or [text, label, remark]", "quote signs such as - and :"))
        return
    if len(words) > 3:
        found.append(odd(item, "a part has at most a text, a label and a remark; the rest is left out"))
    text, label, remark = (*words, "", "")[:3]
    yield Part(text, label, remark, _is_optional(remark))


def _mapped(item: Mapping, found: Findings) -> Iterator[Part]:
    found.extend(unknown_keys(item, PART_KEYS))
    text, remark = item.text("text"), item.text("remark")
    if not text:
        found.append(wrong(item, "a part needs 'text'", "quote a separator that holds a colon"))
        return
    word = item.text("optional").lower()
    if word not in (*YES, *NO, ""):
        found.append(odd(item, f"optional is true or false, not '{word}'"))
    yield Part(text, item.text("label"), remark, word in YES if word else _is_optional(remark))


def _is_optional(remark: str) -> bool:
    return bool(_OPTIONAL.search(remark)) and not _REQUIRED.search(remark)
