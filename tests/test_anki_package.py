"""The package as a file: reproducible, whole, and frozen where Anki needs it to be."""

from __future__ import annotations

import hashlib
import io
import json
import sqlite3
import tempfile
import zipfile
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from deckbuild.assets import Picture
from deckbuild.exporters.anki import export, ordinals
from deckbuild.exporters.anki.media import MAX_SIDE, fitted
from deckbuild.exporters.anki.notetypes import _KINDS, FIELDS, REVISION, note_types, template
from deckbuild.exporters.base import Stamp
from deckbuild.model import Deck
from deckbuild.plan.cards import CardPlan, plan_cards

from .examples import sampled

STAMP = Stamp(1_760_000_000)


def picture(src: str, width: int = 40, height: int = 20, format: str = "png", colour: str = "red") -> Picture:
    out = io.BytesIO()
    Pillow.new("RGB", (width, height), colour).save(out, format.upper())
    return Picture(src, "notes/" + src.lstrip("./"), out.getvalue(), width, height, format)


@pytest.fixture(scope="module")
def assets() -> dict[str, Picture]:
    names = ("vm-and-docker-structure", "docker-image", "docker-layer", "docker-image-url")
    return {f"./{name}.png": picture(f"./{name}.png") for name in names}


@pytest.fixture(scope="module")
def plan(docker: Deck, assets: dict[str, Picture]) -> CardPlan:
    return plan_cards(docker, assets)


@pytest.fixture(scope="module")
def data(plan: CardPlan, assets: dict[str, Picture]) -> bytes:
    return export(plan, assets, STAMP).data


def rows(data: bytes, query: str) -> list[tuple[Any, ...]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        connection = sqlite3.connect(":memory:")
        connection.deserialize(archive.read("collection.anki2"))
        return connection.execute(query).fetchall()


def test_the_same_notes_give_the_same_bytes(plan: CardPlan, assets: dict[str, Picture], data: bytes) -> None:
    turned = dict(reversed(assets.items()))
    assert export(plan, turned, STAMP).data == data


def test_nothing_is_left_on_the_disk(plan: CardPlan, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    export(plan, {}, STAMP)
    assert list(tmp_path.iterdir()) == []


def test_the_zip_bears_no_date_and_no_owner(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries] == ["collection.anki2", "media", "0"]
    assert {(entry.date_time, entry.create_system, entry.external_attr) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 3, 0o100644 << 16)
    }


def test_only_pictures_that_a_card_shows_are_packed_under_the_name_of_their_content(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        (name,) = json.loads(archive.read("media")).values()
        digest = hashlib.sha256(archive.read("0")).hexdigest()
    assert name == f"vm-and-docker-structure-{digest[:8]}.png"
    assert any(name in fields for (fields,) in rows(data, "select flds from notes"))


def test_two_pictures_of_one_name_do_not_collide() -> None:
    from deckbuild.exporters.anki.media import _file

    first, second = picture("a/x.png", colour="red"), picture("b/x.png", colour="blue")
    assert _file(first).name != _file(second).name
    assert _file(picture("_ _.png")).name.startswith("picture-"), "Anki never replaces files whose name starts with _"
    assert _file(picture("도커 그림?.jpeg", format="jpeg")).name.startswith("도커-그림-")


@pytest.mark.parametrize("format", sampled(["png", "jpeg", "webp"], {"jpeg"}))
def test_a_large_picture_is_scaled_down_and_a_small_one_is_not_touched(format: str) -> None:
    large, small = picture("a.png", 3000, 1000, format), picture("a.png", 1600, 900, format)
    with Pillow.open(io.BytesIO(fitted(large))) as shrunk:
        assert (max(shrunk.size), shrunk.format) == (MAX_SIDE, format.upper())
    assert fitted(small) is small.data


def test_a_moving_picture_keeps_moving() -> None:
    frames = [Pillow.new("RGB", (2000, 10), colour) for colour in ("red", "blue")]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    moving = Picture("a.gif", "a.gif", out.getvalue(), 2000, 10, "gif")
    assert fitted(moving) == out.getvalue()


def test_new_cards_come_in_the_order_of_the_plan(plan: CardPlan, data: bytes) -> None:
    due = [due for (due,) in rows(data, "select distinct due from cards order by id")]
    assert due == [card.due for card in plan.cards]


def test_every_note_is_dated_by_the_stamp_and_every_guid_is_its_own(plan: CardPlan, data: bytes) -> None:
    assert rows(data, "select distinct mod from notes") == [(STAMP.epoch,)]
    assert rows(data, "select count(distinct guid), count(*) from notes") == [(len(plan.cards), len(plan.cards))]


def test_the_cards_of_each_note_are_those_of_the_plan(plan: CardPlan, data: bytes) -> None:
    found = rows(data, "select nid, ord from cards order by nid, ord")
    notes = [nid for (nid,) in rows(data, "select id from notes order by id")]
    assert [tuple(ord for nid, ord in found if nid == note) for note in notes] == [
        ordinals(card) for card in plan.cards
    ]
    assert len(found) == sum(plan.counts.values())


def test_tags_are_kept_without_spaces(data: bytes) -> None:
    tags = {tag for (found,) in rows(data, "select tags from notes") for tag in found.split()}
    assert "Docker::도커를_써야하는_이유::도커_파일" in tags
    assert not any(tag[0].isdigit() for tag in tags)


def test_an_empty_plan_is_a_package_without_notes() -> None:
    empty = export(CardPlan("Empty", "en", "a.md", ()), {}, STAMP)
    assert rows(empty.data, "select count(*) from notes") == [(0,)]
    assert empty.counts == {}


def test_a_time_before_all_others_is_still_a_time(plan: CardPlan) -> None:
    assert rows(export(plan, {}, Stamp(0)).data, "select min(id) from notes")[0][0] > 0


FROZEN = {
    "basic": (
        1763942400101,
        "Front Back Path Extra Source Kind Lang Reverse,Reverse Back,Retired,Spare 1,Spare 2",
    ),
    "cloze": (1763942400102, "Text Path Extra Source Kind Lang Retired,Spare 1,Spare 2"),
    "typed": (1763942400103, "Front Back Path Extra Source Kind Lang Typed Retired,Spare 1,Spare 2"),
    "occlusion": (
        1763942400104,
        "Occlusion Image Header,Back Extra,Comments Path Kind Lang Retired,Spare 1,Spare 2",
    ),
}
"""By note type its id and fields. Never change a line of this: a field that is added, lost or renamed makes Anki call
every note that a student has of this type conflicting, and no later correction reaches them. Use a spare field."""


@pytest.mark.parametrize("kind", FROZEN)
def test_fields_and_ids_of_the_note_types_never_change(kind: str) -> None:
    identity, fields = FROZEN[kind]
    model = note_types()[kind].to_json(0, 1)  # type: ignore[index]
    names = [field["name"] for field in model["flds"]]
    assert model["id"] == str(identity)
    assert names == list(FIELDS[kind])  # type: ignore[index]
    assert ",".join(names).replace(",", " ") == fields.replace(",", " "), "students' notes would no longer be updated"
    ids = [part["id"] for part in (*model["flds"], *model["tmpls"])]
    assert len(set(ids)) == len(ids)
    assert ids[0] == identity * 1000


def test_every_note_type_is_frozen() -> None:
    assert set(FROZEN) == set(FIELDS) == set(note_types())


def test_a_retired_note_of_any_type_shows_no_front() -> None:
    for kind in _KINDS.values():
        for _, stem in kind.templates:
            assert template(f"{stem}-front.html").startswith("{{^Retired}}"), stem
            assert template(f"{stem}-front.html").endswith("{{/Retired}}"), stem


def test_image_occlusion_is_ankis_own_to_anki() -> None:
    model = note_types()["occlusion"].to_json(0, 1)
    assert model["originalStockKind"] == 6
    tags = [(field.get("tag"), field.get("preventDeletion", False)) for field in model["flds"]]
    assert tags[:5] == [(0, True), (1, True), (2, True), (3, True), (4, False)]
    assert set(tags[5:]) == {(None, False)}
    assert "originalStockKind" not in note_types()["cloze"].to_json(0, 1)


def test_a_change_to_the_look_has_a_new_date_or_students_never_get_it() -> None:
    stems = [stem for kind in _KINDS.values() for _, stem in kind.templates]
    files = ["card.css", *(f"{stem}-{side}.html" for stem in stems for side in ("front", "back"))]
    digest = hashlib.sha256("".join(template(file) for file in files).encode()).hexdigest()[:16]
    assert (REVISION, digest) == LOOK, "set REVISION to now (date +%s) and LOOK to the values found here"


LOOK = (1796019657, "cb5b8b774e442cbb")
