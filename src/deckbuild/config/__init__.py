"""Settings: defaults < `deckbuild.yaml` < front matter < the command line, each level saying only what it changes.

`settings` defines them, `tree` and `toml` read files, `values` single values, `overlay` lays one level over another.
"""

from __future__ import annotations

from typing import Any

import msgspec

from ..diagnostics import Diagnostic, error, warning
from ..model import Front, Place
from .overlay import Voice, name_of, of_note, of_project, overlay, tree_of, unknown_settings
from .settings import DEFAULTS, SECTIONS, CardKind, Cards, NoteSettings, Outputs, Settings, Sheet, Slides
from .tree import Fault, Keys, Text, yaml_tree

__all__ = [
    "DEFAULTS",
    "FILE",
    "SECTIONS",
    "CardKind",
    "Cards",
    "Configured",
    "NoteSettings",
    "Outputs",
    "Settings",
    "Sheet",
    "Slides",
    "for_note",
    "read_settings",
    "schema",
]

FILE = "deckbuild.yaml"
NOTES_ONLY = frozenset(NoteSettings.__struct_fields__) - frozenset(Settings.__struct_fields__)
PROJECTS_ONLY = frozenset(("output", "strict", "allow"))
"""What holds for all that is built, and no folder sets for its notes."""


class Configured(msgspec.Struct, frozen=True):
    """The settings of a project, and what is wrong with them. With an error in it nothing may be built."""

    settings: Settings = DEFAULTS
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def broken(self) -> bool:
        """Whether there is an error: what is made would not be what was asked for."""
        return any(d.severity == d.severity.ERROR for d in self.diagnostics)


def read_settings(text: str, path: str = FILE, above: Settings = DEFAULTS, inner: bool = False) -> Configured:
    """Read a `deckbuild.yaml`, over the settings `above` it. Whatever cannot be used is an error at its line; the rest is
    read all the same. An `inner` one lies in a folder of a project, for the notes below it.
    """
    tree = yaml_tree(text.removeprefix("\ufeff"))
    if tree is None:
        return Configured(above)
    if isinstance(tree, Fault):
        fact = f"column {tree.column}: not YAML: {tree.fact}"
        return Configured(above, (error(Place(path, tree.line), "config-yaml", fact, tree.hint),))
    if not isinstance(tree, Keys):
        return Configured(above, (error(Place(path, 1), "config-yaml", "there are no settings in it", _EXAMPLE),))
    voice = of_project(path)
    mine, outer = _parted(tree) if inner else (tree, ())
    laid = overlay(above, mine, voice)
    own = tuple((key, value) for key, value in laid.unknown if key.text not in NOTES_ONLY)
    misplaced = [_misplaced(key, voice) for key, _ in laid.unknown if key.text in NOTES_ONLY]
    unknown = unknown_settings(msgspec.structs.replace(laid, unknown=own), voice)
    return Configured(laid.settings, (*laid.said, *unknown, *misplaced, *(_too_deep(key, voice) for key in outer)))


def _parted(tree: Keys) -> tuple[Keys, tuple[Text, ...]]:
    """What a folder may set, and the keys of what it may not."""
    outer = tuple(key for key, _ in tree.entries if name_of(key.text) in PROJECTS_ONLY)
    mine = tuple((key, value) for key, value in tree.entries if key not in outer)
    return msgspec.structs.replace(tree, entries=mine), outer


def _too_deep(key: Text, voice: Voice) -> Diagnostic:
    fact = f"column {key.column}: '{key.text}' holds for a whole project, and does nothing in a folder of one"
    return warning(voice.at(key), "unknown-setting", fact, "write it into the deckbuild.yaml of the project")


_EXAMPLE = "each line is 'setting: value', such as 'lang: ko'"


def _misplaced(key: Text, voice: Voice) -> Diagnostic:
    hint = "write it into the front matter of the note"
    fact = f"column {key.column}: '{key.text}' is a note's own, not a project's"
    return warning(voice.at(key), "unknown-setting", fact, hint)


def for_note(settings: Settings, front: Front, path: str) -> tuple[Settings, list[Diagnostic]]:
    """The settings that hold for one note: its front matter over those of the project, each key for itself.

    What is amiss is told without a line; the reader of a note has told it with one.
    """
    said = tuple((Text(key), tree_of(value)) for key, value in front if name_of(key) in SECTIONS)
    laid = overlay(settings, Keys(said), of_note(path))
    return laid.settings, list(laid.said)


def schema(of: type[Outputs] = Settings) -> dict[str, Any]:
    """The JSON Schema (2020-12) of `deckbuild.yaml`, or of a note's front matter (`NoteSettings`).

    An editor checks and completes by it. Front matter may have keys of other programs; each list may be text with commas, and some numbers a word.
    """
    made: dict[str, Any] = msgspec.json.schema(of)
    name = made.pop("$ref").rpartition("/")[2]
    whole = made["$defs"].pop(name)
    for section in (whole, *made["$defs"].values()):
        section.setdefault("additionalProperties", False)
        for value in section.setdefault("properties", {}).values():
            if value.get("type") == "array":
                value["type"] = ["array", "string"]
            if value.get("type") == "integer" and "pattern" in value:
                value["type"] = ["integer", "string"]
    whole["additionalProperties"] = of is NoteSettings
    title = "deckbuild.yaml" if of is Settings else "front matter of a note for deckbuild"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "title": title, **made}
