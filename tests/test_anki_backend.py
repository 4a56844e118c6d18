"""Packages in the real backend of Anki: what a student gets when importing them."""

from __future__ import annotations

import html
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image as Pillow

from deckbuild.assets import Picture
from deckbuild.exporters.anki import export
from deckbuild.exporters.anki.media import MediaFile
from deckbuild.exporters.anki.notetypes import FIELDS, note_types
from deckbuild.exporters.anki.package import Note, package
from deckbuild.exporters.base import Stamp
from deckbuild.model import Deck, figures
from deckbuild.plan.cards import CardPlan, plan_cards
from deckbuild.readers.notes import read_note

if os.environ.get("CI") != "true":
    pytest.importorskip("anki", reason="the anki package is not installed")

pytestmark = pytest.mark.real

STAMP = Stamp(1_760_000_000)
LATER = Stamp(1_760_000_100)
HOSTILE = """\
# Templates

## Vue {{ x }}

C: The template `{{ name }}` shows a [value], and `std::vector` holds values of one type.

A cloze such as `{{c1::x}}` is text, so is `a}` and so is [sound:x.mp3] or <script>alert(1)</script>.
It is **{{bold}}** and ==a::b== where the formula $\\frac{a}{\\sqrt{b}}$ stands in a sentence.

- label & co : <b>not bold</b> & `}}`
- x -> `{{c2::y}}`

1. first `}}` and `{{`
2. second ::
3. third [$]x[/$]

```bash
docker ps --format '{{.Names}}'  # names only
ls > a && b  # list into a file
```

| a | b |
|---|---|
| `{{x}}` | `}}` |
| two | [latex]y[/latex] |
"""


def picture(src: str) -> Picture:
    out = io.BytesIO()
    Pillow.new("RGB", (60, 30), "teal").save(out, "PNG")
    return Picture(src, "notes/" + src.lstrip("./"), out.getvalue(), 60, 30, "png")


def planned(deck: Deck) -> tuple[CardPlan, dict[str, Picture]]:
    assets = {figure.src: picture(figure.src) for figure in figures(deck)}
    return plan_cards(deck, assets), assets


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    import anki.lang
    from anki.collection import Collection

    anki.lang.set_lang("en")
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, data: bytes, folder: Path) -> Any:
    """The log of an import with Anki's own settings: update what is newer."""
    from anki import import_export_pb2 as wire
    from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

    path = folder / "deck.apkg"
    path.write_bytes(data)
    newer = wire.IMPORT_ANKI_PACKAGE_UPDATE_CONDITION_IF_NEWER
    options = ImportAnkiPackageOptions(
        merge_notetypes=False, update_notes=newer, update_notetypes=newer, with_scheduling=False
    )
    return collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(path), options=options)).log


def visible(body: str) -> str:
    """What a student reads: no styles, no tags, no comments."""
    return html.unescape(re.sub(r"<style>.*?</style>|<!--.*?-->|<[^>]+>", "", body, flags=re.DOTALL)).strip()


def assert_sound(collection: Any) -> None:
    for identity in collection.find_cards(""):
        output = collection.get_card(identity).render_output()
        assert visible(output.question_text) or "<img" in output.question_text
        assert visible(output.answer_text)
        assert "cloze deletion" not in output.question_text + output.answer_text
    integrity, fine = collection.fix_integrity()
    assert fine, integrity
    assert list(collection.get_empty_cards().notes) == []
    assert list(collection.media.check().missing) == []


@pytest.fixture(scope="module")
def hostile() -> Deck:
    return read_note(HOSTILE, "notes/templates.md").deck


@pytest.mark.parametrize("which", ["docker", "hostile"])
def test_every_card_of_every_note_arrives_and_shows_both_sides(
    which: str, docker: Deck, hostile: Deck, collection: Any, tmp_path: Path
) -> None:
    plan, assets = planned(docker if which == "docker" else hostile)
    log = imported(collection, export(plan, assets, STAMP).data, tmp_path)
    assert (len(log.new), len(log.conflicting), len(log.duplicate)) == (len(plan.cards), 0, 0)
    assert len(collection.find_cards("")) == sum(plan.counts.values())
    assert_sound(collection)
    assert collection.find_dupes("Front") == []
    assert {name.name for name in collection.decks.all_names_and_ids()} == {"Default", plan.deck_name}


def test_importing_twice_changes_nothing_and_a_newer_note_changes_itself(
    docker: Deck, collection: Any, tmp_path: Path
) -> None:
    plan, assets = planned(docker)
    imported(collection, export(plan, assets, STAMP).data, tmp_path)
    again = imported(collection, export(plan, assets, STAMP).data, tmp_path)
    assert (len(again.new), len(again.updated), len(again.duplicate)) == (0, 0, len(plan.cards))
    newer = imported(collection, export(plan, assets, LATER).data, tmp_path)
    assert (len(newer.new), len(newer.updated), len(newer.conflicting)) == (0, len(plan.cards), 0)
    ours = {kind["name"] for kind in collection.models.all() if "deckbuild" in kind["name"]}
    assert ours == {"deckbuild Basic", "deckbuild Cloze", "deckbuild Typed"}, (
        "no second note type `Name+`, none that is not used"
    )
    assert_sound(collection)


def test_a_typo_put_right_in_an_answer_keeps_the_note_and_its_schedule(
    docker: Deck, collection: Any, tmp_path: Path
) -> None:
    from anki.scheduler.v3 import CardAnswer

    plan, assets = planned(docker)
    imported(collection, export(plan, assets, STAMP).data, tmp_path)
    (identity,) = collection.find_cards('"Back:박스에 담는느낌*"')
    card = collection.get_card(identity)
    card.start_timer()
    states = collection._backend.get_scheduling_states(card.id)
    collection.sched.answer_card(collection.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY))
    source = Path(__file__).parent.parent / "notes/docker.md"
    mended = source.read_text(encoding="utf-8").replace("담는느낌", "담는 느낌")
    plan, assets = planned(read_note(mended, "notes/docker.md").deck)
    log = imported(collection, export(plan, assets, LATER).data, tmp_path)
    assert len(log.new) == 0
    after = collection.get_card(identity)
    assert after.note()["Back"] == "박스에 담는 느낌 (추상화)"
    assert (after.reps, after.ivl > 0) == (1, True)


def test_new_cards_are_met_in_the_order_of_the_plan(docker: Deck, collection: Any, tmp_path: Path) -> None:
    plan, assets = planned(docker)
    imported(collection, export(plan, assets, STAMP).data, tmp_path)
    met = sorted((collection.get_card(i) for i in collection.find_cards("")), key=lambda card: (card.due, card.ord))
    kinds = [card.note()["Kind"] for card in met if card.ord == 0]
    assert kinds == [card.kind for card in sorted(plan.cards, key=lambda card: card.due)]


def test_two_decks_of_one_time_live_side_by_side(docker: Deck, hostile: Deck, collection: Any, tmp_path: Path) -> None:
    total = 0
    for deck in (docker, hostile):
        plan, assets = planned(deck)
        total += len(plan.cards)
        assert len(imported(collection, export(plan, assets, STAMP).data, tmp_path).conflicting) == 0
    assert len(collection.find_notes("")) == total
    assert_sound(collection)


def test_the_signs_of_templates_and_formulas_are_read_as_they_were_written(
    hostile: Deck, collection: Any, tmp_path: Path
) -> None:
    plan, assets = planned(hostile)
    imported(collection, export(plan, assets, STAMP).data, tmp_path)
    shown = [visible(collection.get_card(i).render_output().answer_text) for i in collection.find_cards("")]
    for sentence in (
        "The template {{ name }} shows a value, and std::vector holds values of one type.",
        "docker ps --format '{{.Names}}'",
        "not bold & }}",
        "{{c2::y}}",
        "[latex]y[/latex]",
    ):
        assert any(sentence in text for text in shown), sentence
    for identity in collection.find_cards(""):
        output = collection.get_card(identity).render_output()
        assert not output.question_av_tags
        assert not output.answer_av_tags


def test_a_typed_command_is_compared_letter_by_letter(hostile: Deck, collection: Any, tmp_path: Path) -> None:
    plan, assets = planned(hostile)
    imported(collection, export(plan, assets, STAMP).data, tmp_path)
    notes = [collection.get_note(i) for i in collection.find_notes('"note:deckbuild Typed"')]
    (note,) = (note for note in notes if note["Typed"])
    recalled = [card for note in notes if not note["Typed"] for card in note.cards()]
    assert recalled
    assert not any("[[type:" in card.render_output().question_text for card in recalled)
    compared = collection.compare_answer(html.unescape(note["Typed"]), "ls > a && b")
    assert re.sub(r"<[^>]+>", "", html.unescape(compared)) == "ls > a && b"
    assert "typeMissed" not in compared


def test_a_retired_note_leaves_no_card(docker: Deck, collection: Any, tmp_path: Path) -> None:
    """Anki counts the cards of clozes by the text alone, so a retired one must lose its clozes too."""
    plan, assets = planned(docker)
    imported(collection, export(plan, assets, STAMP).data, tmp_path)
    for identity in collection.find_notes(""):
        note = collection.get_note(identity)
        note["Retired"] = "yes"
        if "Text" in note:
            note["Text"] = "retired"
        collection.update_note(note)
    assert len(collection.get_empty_cards().notes) == len(plan.cards)


MASKS = ("rect:left=.1:top=.2:width=.3:height=.4:oi=1", "ellipse:left=.6:top=.5:rx=.1:ry=.2:oi=1")


def occluded(retired: str = "") -> Note:
    text = "" if retired else "<br>".join(f"{{{{c{n}::image-occlusion:{mask}}}}}" for n, mask in enumerate(MASKS, 1))
    values = {"Occlusion": text, "Image": '<img src="a.png">', "Header": "계층", "Comments": "Docker", "Lang": "ko"}
    values |= {"Kind": "occlusion", "Path": "Docker › 도커 이미지", "Retired": retired}
    kept = tuple(values.get(field, "") for field in FIELDS["occlusion"])
    return Note("occlusion", note_types()["occlusion"], kept, (), (0,) if retired else (0, 1), 0, 2 if retired else 1)


def test_image_occlusion_is_ankis_own_and_can_be_edited_and_retired(collection: Any, tmp_path: Path) -> None:
    media = [MediaFile("a.png", picture("a.png").data)]
    imported(collection, package("D", [occluded()], note_types().values(), media, 1), tmp_path)
    (identity,) = collection.find_notes("")
    assert collection.get_note(identity).note_type()["originalStockKind"] == 6
    found = collection.get_image_occlusion_note(note_id=identity).note
    shapes = {occlusion.ordinal: occlusion.shapes[0].shape for occlusion in found.occlusions}
    assert shapes == {1: "rect", 2: "ellipse"}
    assert (found.header, found.image_file_name, found.occlude_inactive) == ("계층", "a.png", True)
    changed = f"{{{{c1::image-occlusion:{MASKS[0]}}}}}<br>{{{{c2::image-occlusion:{MASKS[1]}}}}}"
    collection.update_image_occlusion_note(identity, changed, "계층은?", "", [])
    assert collection.get_note(identity)["Header"] == "계층은?"
    assert collection.get_note(identity)["Path"] == "Docker › 도커 이미지"
    assert len(collection.find_cards("")) == 2
    for card in collection.find_cards(""):
        output = collection.get_card(card).render_output()
        assert "anki.imageOcclusion.setup()" in output.question_text
        assert "Docker › 도커 이미지" in output.answer_text
    assert_sound(collection)


def test_a_retired_image_occlusion_leaves_no_card(collection: Any, tmp_path: Path) -> None:
    imported(collection, package("D", [occluded()], note_types().values(), (), 1), tmp_path)
    imported(collection, package("D", [occluded("yes")], note_types().values(), (), 2), tmp_path)
    (report,) = collection.get_empty_cards().notes
    assert len(report.card_ids) == 2
