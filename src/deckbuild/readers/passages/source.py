"""The text of a note before anything is read into it: one form of line ends and letters, front matter set apart."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import yaml
from msgspec import Struct

from ...diagnostics import Diagnostic, warning
from ...model import Place

_FRONT = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000)) if chr(code) not in "\t\n"]
_INVISIBLE = dict.fromkeys([*_CONTROLS, *map(ord, "\u200b\u200c\u2060\ufeff")])


class FrontMatter(Struct, frozen=True):
    """What a note says about itself."""

    title: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""


def normalised(text: str) -> str:
    """NFC, `\\n` line ends, no byte order mark, no zero-width characters; a no-break space is a space."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").translate(_INVISIBLE).replace("\xa0", " ")
    return unicodedata.normalize("NFC", plain)


def front_matter(text: str, path: str) -> tuple[FrontMatter, str, list[Diagnostic]]:
    """The front matter, and the text with blank lines in its place, so that line numbers stay."""
    found = _FRONT.match(text)
    if not found:
        return FrontMatter(), text, []
    body = "\n" * found[0].count("\n") + text[found.end() :]
    try:
        values = yaml.load(found[1], Loader=yaml.BaseLoader)
    except RecursionError:
        return FrontMatter(), body, [_bad_yaml(yaml.YAMLError("nested too deeply"), path)]
    except yaml.YAMLError as problem:
        return FrontMatter(), body, [_bad_yaml(problem, path)]
    if not isinstance(values, dict):
        return FrontMatter(), body, []
    return (
        FrontMatter(
            _text(values, "title"), _text(values, "deck"), _tags(values.get("tags")), _text(values, "lang")[:2]
        ),
        body,
        [],
    )


def _bad_yaml(problem: yaml.YAMLError, path: str) -> Diagnostic:
    mark = getattr(problem, "problem_mark", None)
    fact = getattr(problem, "problem", None) or "it cannot be read"
    place = Place(path, mark.line + 2 if mark else 1)
    return warning(place, "front-matter", f"the front matter is not YAML: {fact}", "the note is read without it")


def _text(values: dict[str, Any], key: str) -> str:
    value = values.get(key)
    return " ".join(normalised(value).split()) if isinstance(value, str) else ""


def _tags(value: object) -> tuple[str, ...]:
    """A list, or words set apart by commas or spaces; `#` in front is dropped."""
    words = value if isinstance(value, list) else re.split(r"[,\s]+", value) if isinstance(value, str) else []
    return tuple(
        dict.fromkeys(w.strip().lstrip("#").replace(" ", "_") for w in words if isinstance(w, str) and w.strip())
    )
