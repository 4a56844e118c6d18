"""A package of ours → its notes, for a lock that was lost."""

from __future__ import annotations

import html
import io
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...plan.cards.model import NoteType
from .notetypes import FIELDS, type_of
from .package import Note, content_of

MOST = 256 * 1024 * 1024
"""Bytes of a collection that are read: some 400,000 notes."""
_TAG = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)
_CLOZE = re.compile(r"\{\{c(\d{1,9})::((?:[^{}]|\{(?!\{)|\}(?!\}))*?)(?:::[^{}]*)?\}\}", re.DOTALL)


class Packed(Struct, frozen=True):
    """A note as a package has it. `fields` are by name, `content` its fingerprint as in `Note`; `deck` is the name of the
    deck that its source was made into, where sections may have decks of their own."""

    guid: str
    type: NoteType
    fields: Mapping[str, str]
    content: str
    mod: int
    deck: str = ""

    @property
    def sides(self) -> tuple[str, str]:
        """What it asks and what it answers, as a person reads it."""
        first = next(iter(self.fields.values()))
        if self.type in ("cloze", "occlusion"):
            return plain(_CLOZE.sub(r"\2", first)), " / ".join(self.blanks)
        return plain(first), plain(self.fields.get("Back", ""))

    @property
    def blanks(self) -> dict[str, int]:
        """The ordinals of its blanks by their text."""
        found = _CLOZE.findall(next(iter(self.fields.values())))
        return {plain(text): int(number) for number, text in found}


def read_package(data: bytes) -> tuple[str, list[Packed]]:
    """The name of the deck and the notes of a package that this program made, or that Anki exported in its older form.

    Raises `ValueError` for any other file.
    """
    try:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(_collection(data))
        _check_tables(connection)
        (decks,) = connection.execute("select decks from col").fetchone()
        names = {int(deck["id"]): str(deck["name"]) for deck in json.loads(decks).values()}
        rows = connection.execute(_NOTES).fetchall()
        found = [(note, names.get(did, "")) for *row, did in rows for note in _packed(*row)]
        tops = _tops({name for _, name in found})
        notes = [replace(note, deck=tops[name]) for note, name in found]
    except Exception as fault:  # whatever a file that anybody made does to zip, SQLite and JSON
        raise ValueError(str(fault) or type(fault).__name__) from None
    if not notes:
        raise ValueError("it holds no note of deckbuild")
    return min({note.deck for note in notes}, key=len), notes


_NOTES = """
select guid, mid, mod, flds, tags, (select did from cards where nid = notes.id order by ord limit 1)
from notes order by id"""


def _tops(names: set[str]) -> dict[str, str]:
    """For each deck the outermost one that holds it and has cards itself."""
    return {
        name: min((top for top in names if top and f"{name}::".startswith(f"{top}::")), key=len, default=name)
        for name in names
    }


def _collection(data: bytes) -> bytes:
    """The database of a package. What a file says of its size may be a lie, so that no more than `MOST` is unpacked.

    Beside the others `collection.anki2` only says that Anki is to be updated (Anki 25.02, `export_anki_package`).
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if "collection.anki21b" in names:
            raise ValueError("Anki exported it in its newer form; export it anew with 'Support older Anki versions'")
        with archive.open("collection.anki21" if "collection.anki21" in names else "collection.anki2") as packed:
            collection = packed.read(MOST + 1)
    if len(collection) > MOST:
        raise ValueError(f"its collection is larger than {MOST // 1024 // 1024:,} MB, more than any of deckbuild")
    return collection


def _check_tables(connection: sqlite3.Connection) -> None:
    """What is called as a table may be a query without an end."""
    kinds = dict(connection.execute("select name, type from sqlite_master where name in ('notes', 'cards', 'col')"))
    if any(kind != "table" for kind in kinds.values()):
        raise ValueError("its collection is none of Anki's")


def read_notes(notes: Iterable[Note]) -> Iterator[Packed]:
    """Notes that were just made, as if they were read."""
    for note in notes:
        kind = type_of(note.model.model_id)
        assert kind is not None, "a note of ours is of one of our types"
        named = dict(zip(FIELDS[kind], note.fields, strict=True))
        yield Packed(note.guid, kind, named, note.content, note.mod)


def _packed(guid: str, model: int, mod: int, joined: str, tags: str) -> Iterator[Packed]:
    """A note, where it is one of ours, and no tombstone."""
    kind, fields = type_of(model), tuple(joined.split("\x1f"))
    if kind and len(fields) == len(FIELDS[kind]):
        named = dict(zip(FIELDS[kind], fields, strict=True))
        if not named["Retired"]:
            yield Packed(guid, kind, named, content_of(fields, tags.split()), mod)


def plain(body: str) -> str:
    """The words of a field."""
    return " ".join(html.unescape(_TAG.sub(" ", body)).split())
