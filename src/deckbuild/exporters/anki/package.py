"""The `.apkg` file: a zip with a SQLite collection and numbered media, the same bytes for the same notes.

The layout is the legacy one (`collection.anki2`), which every version of Anki, AnkiDroid and AnkiMobile imports.
genanki lays out the tables; its own writer leaves a temporary file behind, and neither compresses nor sorts.
"""

from __future__ import annotations

import hashlib
import io
import itertools
import json
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence

import genanki
from msgspec import Struct

from .media import MediaFile
from .notetypes import NoteTypeModel

ZIP_DATE = (1980, 1, 1, 0, 0, 0)
"""The first date that a zip can hold (APPNOTE 4.4.6)."""
UNIX = 3
_NEW = (0,) * 8 + ("",)
"""What a card has been through that nobody has seen: nothing."""
READABLE = 0o100644 << 16


class Note(Struct, frozen=True):
    """A row of the collection. `cards` are the ordinals of its cards, `due` their place among the new ones, `mod` when
    its content last changed, in seconds since 1970: Anki updates a note only where that is newer."""

    guid: str
    model: NoteTypeModel
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    cards: tuple[int, ...]
    due: int
    mod: int
    subdeck: tuple[str, ...] = ()
    """Its deck below that of the package."""

    @property
    def content(self) -> str:
        """A fingerprint of what a student sees of it: its fields and tags."""
        return content_of(self.fields, self.tags)


def content_of(fields: Sequence[str], tags: Sequence[str]) -> str:
    """The fingerprint of a note with these fields and tags."""
    return hashlib.sha256("\x1e".join(("\x1f".join(fields), " ".join(tags))).encode()).hexdigest()[:12]


def package(
    deck_name: str, notes: Sequence[Note], models: Iterable[NoteTypeModel], media: Iterable[MediaFile], epoch: int
) -> bytes:
    """The bytes of a package; `epoch` dates the collection."""
    return _zipped(_collection(deck_name, notes, models, epoch), sorted({file.name: file for file in media}.items()))


def _collection(deck_name: str, notes: Sequence[Note], models: Iterable[NoteTypeModel], epoch: int) -> bytes:
    connection = sqlite3.connect(":memory:")
    try:
        names = {below: "::".join((deck_name, *below)) for below in sorted({(), *(note.subdeck for note in notes)})}
        decks = {below: genanki.Deck(deck_id(name), name) for below, name in names.items()}
        for model in models:
            decks[()].add_model(model)
        cursor = connection.cursor()
        ids = itertools.count(max(1, epoch) * 1000)
        genanki.Package(list(decks.values())).write_to_db(cursor, float(epoch), ids)
        _write(cursor, notes, {below: deck.deck_id for below, deck in decks.items()}, ids)
        cursor.execute("update col set crt=?, mod=?, scm=?", (epoch - epoch % 86400, epoch * 1000, epoch * 1000))
        connection.commit()
        return connection.serialize()
    finally:
        connection.close()


def _write(
    cursor: sqlite3.Cursor, notes: Sequence[Note], decks: Mapping[tuple[str, ...], int], ids: Iterator[int]
) -> None:
    """The rows of notes and cards (Anki schema 11), with the cards that we counted.

    genanki misreads clozes that share a number or hold braces, and writes row by row. A checksum of 0 is made anew by
    Anki when it imports.
    """
    rows: list[tuple[object, ...]] = []
    cards: list[tuple[object, ...]] = []
    for note in notes:
        own, tags, text = next(ids), f" {' '.join(note.tags)} ", "\x1f".join(note.fields)
        rows.append((own, note.guid, note.model.model_id, note.mod, -1, tags, text, note.fields[0], 0, 0, ""))
        deck = decks[note.subdeck]
        cards += ((next(ids), own, deck, ordinal, note.mod, -1, 0, 0, note.due, *_NEW) for ordinal in note.cards)
    cursor.executemany(f"insert into notes values ({','.join('?' * 11)})", rows)
    cursor.executemany(f"insert into cards values ({','.join('?' * 18)})", cards)


def deck_id(name: str) -> int:
    """A number for a deck. Anki finds decks by name and gives them its own."""
    return (1 << 30) + int.from_bytes(hashlib.sha256(name.encode()).digest()[:4], "big") % (1 << 30)


def _zipped(collection: bytes, media: Sequence[tuple[str, MediaFile]]) -> bytes:
    """Names of media are numbers in the zip; `media` says which is which."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        _put(archive, "collection.anki2", collection)
        index = {str(i): name for i, (name, _) in enumerate(media)}
        _put(archive, "media", json.dumps(index, ensure_ascii=False).encode())
        for i, (_, file) in enumerate(media):
            _put(archive, str(i), file.data, zipfile.ZIP_STORED)
    return out.getvalue()


def _put(archive: zipfile.ZipFile, name: str, data: bytes, how: int = zipfile.ZIP_DEFLATED) -> None:
    entry = zipfile.ZipInfo(name, ZIP_DATE)
    entry.compress_type, entry.create_system, entry.external_attr = how, UNIX, READABLE
    archive.writestr(entry, data, compresslevel=6 if how else None)
