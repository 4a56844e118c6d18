"""The four note types. Their fields are frozen for ever: Anki does not update notes whose type has gained, lost or
renamed a field (it makes a second type `Name+`), so there are spare ones; templates and stylesheet may change."""

from __future__ import annotations

import pkgutil
from functools import cache
from typing import Any

import genanki
from msgspec import Struct

from ...plan.cards.model import NoteType

REVISION = 1796019657
"""Seconds since 1970 of the last change to a template or the stylesheet: Anki takes only newer ones."""

_COMMON = ("Path", "Extra", "Source", "Kind", "Lang")
_LAST = ("Retired", "Spare 1", "Spare 2")
FIELDS: dict[NoteType, tuple[str, ...]] = {
    "basic": ("Front", "Back", *_COMMON, "Reverse", "Reverse Back", *_LAST),
    "cloze": ("Text", *_COMMON, *_LAST),
    "typed": ("Front", "Back", *_COMMON, "Typed", *_LAST),
    "occlusion": ("Occlusion", "Image", "Header", "Back Extra", "Comments", "Path", "Kind", "Lang", *_LAST),
}
STOCK_OCCLUSION = 6
"""`originalStockKind` of Anki's own image occlusion: with it the note type is edited with masks, not as text."""
_STOCK_FIELDS = 5
"""Anki finds these by `tag` 0–4 rather than by name, and keeps the first four from being deleted."""


class _Kind(Struct, frozen=True):
    """What Anki has to know of a note type: `required` is, for each template, the field that its front needs."""

    identity: int
    name: str
    templates: tuple[tuple[str, str], ...]
    required: tuple[str, ...]
    cloze: bool = False
    stock: int = 0


_KINDS: dict[NoteType, _Kind] = {
    "basic": _Kind(1763942400101, "deckbuild Basic", (("Card", "basic"), ("Reverse", "reverse")), ("Front", "Reverse")),
    "cloze": _Kind(1763942400102, "deckbuild Cloze", (("Cloze", "cloze"),), ("Text",), cloze=True),
    "typed": _Kind(1763942400103, "deckbuild Typed", (("Typed", "typed"),), ("Front",)),
    "occlusion": _Kind(
        1763942400104,
        "deckbuild Image Occlusion",
        (("Image Occlusion", "occlusion"),),
        ("Occlusion",),
        cloze=True,
        stock=STOCK_OCCLUSION,
    ),
}


class NoteTypeModel(genanki.Model):  # type: ignore[misc]
    """A note type whose date is that of its templates, not of the package."""

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        """The note type as the package stores it (Anki schema 11)."""
        found: dict[str, Any] = super().to_json(REVISION, deck_id)
        if self._kind.stock:
            found["originalStockKind"] = self._kind.stock
            for tag, field in enumerate(found["flds"][:_STOCK_FIELDS]):
                field |= {"tag": tag, "preventDeletion": tag < _STOCK_FIELDS - 1}
        return found

    @property
    def _kind(self) -> _Kind:
        return next(kind for kind in _KINDS.values() if kind.identity == self.model_id)

    @property
    def _req(self) -> list[list[Any]]:
        """Which field makes a card of which template; genanki would misread the condition on `Retired`."""
        names = [field["name"] for field in self.fields]
        return [[i, "all", [names.index(field)]] for i, field in enumerate(self._kind.required)]


def type_of(identity: int) -> NoteType | None:
    """Which of our note types has an id, if any."""
    return next((name for name, kind in _KINDS.items() if kind.identity == int(identity)), None)


def note_types() -> dict[NoteType, NoteTypeModel]:
    """All note types; a package holds them all, so that every one of ours looks the same."""
    style = template("card.css")
    return {name: _model(name, kind, style) for name, kind in _KINDS.items()}


def _model(name: NoteType, kind: _Kind, style: str) -> NoteTypeModel:
    fields = [{"name": field, "id": kind.identity * 1000 + i, "font": "Arial"} for i, field in enumerate(FIELDS[name])]
    templates = [
        {
            "name": title,
            "id": kind.identity * 1000 + 500 + i,
            "qfmt": template(f"{stem}-front.html"),
            "afmt": template(f"{stem}-back.html"),
        }
        for i, (title, stem) in enumerate(kind.templates)
    ]
    how = genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK
    return NoteTypeModel(kind.identity, kind.name, fields, templates, style, how)


@cache
def template(file: str) -> str:
    """The text of a template or stylesheet of this package, read once for all packages of a build."""
    data = pkgutil.get_data("deckbuild", f"templates/anki/{file}")
    assert data is not None, f"the installation lacks templates/anki/{file}"
    return data.decode("utf-8").strip()
