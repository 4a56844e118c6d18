"""The lock file, and the cards that it finds again after an edit."""

from __future__ import annotations

import pytest

from deckbuild.config import Cards
from deckbuild.diagnostics import Problem
from deckbuild.lock import LOCK, Lock, Record, read, written
from deckbuild.lock.blanks import ordinals
from deckbuild.lock.file import HEAD
from deckbuild.lock.identify import Identified, identify
from deckbuild.lock.likeness import Likeness
from deckbuild.lock.records import in_order
from deckbuild.lock.settle import settle
from deckbuild.plan.cards import CardPlan, plan_cards
from deckbuild.plan.cards.text import front
from deckbuild.readers.notes import read_note

from .conftest import ROOT

NOTE = """\
# Docker

## Image

- layer : a set of files that is read only
- tag : a name that somebody gives to an image
- registry : a server that stores images for others

The daemon pulls **missing layers** from the **nearest registry** it knows.

## Container

- volume : a folder that outlives its container
- port : a number by which a service is reached

```bash
docker ps -a  # list all containers
docker rm web  # remove one container
```
"""


def planned(note: str, source: str = "notes/a.md") -> CardPlan:
    return plan_cards(read_note(note, source).deck, (), Cards(budget=0, section=0))


def built(lock: Lock, *plans: CardPlan, now: int = 1, absent: tuple[str, ...] = ()) -> tuple[Identified, Lock]:
    """A build: which card is which, and the lock after it. The content of a card is all that it is."""
    found = identify(plans, lock, absent)
    contents = [[repr((card.prompt, card.shown, card.answer, card.tags)) for card in plan.cards] for plan in plans]
    return found, settle(plans, found, contents, lock, now)


def guids(plan: CardPlan, found: Identified, index: int = 0) -> dict[str, str]:
    return {
        f"{front(card)} {card.key.text}": identity.guid
        for card, identity in zip(plan.cards, found.plans[index], strict=True)
    }


def edited(note: str, source: str = "notes/a.md", absent: tuple[str, ...] = ()) -> tuple[set[str], set[str], set[str]]:
    """Of a note after an edit: the guids that stayed, that are new, and that are gone."""
    first, second = planned(NOTE), planned(note, source)
    before, lock = built(Lock(), first)
    after, _ = built(lock, second, absent=absent)
    old, new = ({identity.guid for identity in found.plans[0]} for found in (before, after))
    return old & new, new - old, {card.guid for card in after.gone}


COUNT = len(planned(NOTE).cards)


@pytest.mark.parametrize(
    ("what", "before", "after"),
    [
        ("nothing", "", ""),
        ("a typo put right", "outlives its container", "outlives the container"),
        ("an answer reworded", "a name that somebody gives to an image", "the name of an image, such as latest"),
        ("a label renamed", "- registry :", "- image registry :"),
        ("a heading renamed", "## Image", "## Images and layers"),
        ("headings numbered", "## Image", "## 1. Image"),
        ("the title changed", "# Docker", "# Docker in practice"),
        ("a comment reworded", "# list all containers", "# list every container"),
        (
            "a sentence reworded",
            "The daemon pulls **missing layers**",
            "Whenever one runs it, Docker loads **missing layers**",
        ),
    ],
)
def test_an_edit_keeps_every_card(what: str, before: str, after: str) -> None:
    assert edited(NOTE.replace(before, after) if before else NOTE) == (guids_of_note(), set(), set()), what


def guids_of_note() -> set[str]:
    return {identity.guid for identity in identify([planned(NOTE)], Lock()).plans[0]}


def test_sections_and_items_may_change_places() -> None:
    head, image, container = NOTE.split("\n## ")
    assert edited("\n## ".join((head, container, image))) == (guids_of_note(), set(), set())
    lines = NOTE.splitlines()
    lines[4], lines[6] = lines[6], lines[4]
    assert edited("\n".join(lines)) == (guids_of_note(), set(), set())


def test_a_file_may_be_renamed() -> None:
    assert edited(NOTE, "notes/b.md", absent=("notes/a.md",)) == (guids_of_note(), set(), set())


def test_what_is_put_in_is_new_and_what_is_taken_out_is_gone() -> None:
    kept, new, gone = edited(NOTE.replace("- tag :", "- digest : a number made of the content\n- tag :"))
    assert (len(kept), len(new), gone) == (COUNT, 1, set())
    kept, new, gone = edited(NOTE.replace("- tag : a name that somebody gives to an image\n", ""))
    assert (len(kept), new, len(gone)) == (COUNT - 1, set(), 1)


def test_a_card_in_the_place_of_another_is_not_taken_for_it() -> None:
    changed = NOTE.replace(
        "- port : a number by which a service is reached", "- network : what containers talk through"
    )
    kept, new, gone = edited(changed)
    assert (len(kept), len(new), len(gone)) == (COUNT - 1, 1, 1)
    assert not new & gone


def test_commands_that_differ_in_a_flag_are_not_each_other() -> None:
    changed = NOTE.replace("docker ps -a  # list all containers", "docker ps -q  # list the numbers of containers")
    kept, new, _ = edited(changed)
    assert (len(kept), len(new)) == (COUNT - 1, 1)


def test_a_section_moved_to_another_note_is_no_removal() -> None:
    head, image, container = NOTE.split("\n## ")
    first, lock = built(Lock(), planned(NOTE))
    one, two = planned(f"{head}\n## {image}"), planned(f"# Running\n\n## {container}", "notes/b.md")
    after, settled = built(lock, one, two, now=2)
    assert {identity.guid for found in after.plans for identity in found} == {each.guid for each in first.plans[0]}
    assert not after.gone
    assert settled.decks == {"notes/a.md": "Docker", "notes/b.md": "Running"}


def test_notes_that_were_not_read_are_left_alone() -> None:
    other = planned(NOTE.replace("layer", "Schicht").replace("Docker", "Anderes"), "notes/b.md")
    _, lock = built(Lock(), planned(NOTE), other)
    after, settled = built(lock, planned(NOTE))
    assert not after.gone
    assert settled == lock


def test_a_card_that_comes_back_is_the_one_that_it_was() -> None:
    first, lock = built(Lock(), planned(NOTE))
    without, lock = built(lock, planned(NOTE.replace("- tag : a name that somebody gives to an image\n", "")), now=5)
    (gone,) = without.gone
    assert lock.cards[gone.guid].retired == 5
    again, lock = built(lock, planned(NOTE), now=9)
    assert {identity.guid for identity in again.plans[0]} == {identity.guid for identity in first.plans[0]}
    assert (lock.cards[gone.guid].retired, lock.cards[gone.guid].mod) == (0, 9)


def test_only_what_changed_has_a_new_date() -> None:
    _, lock = built(Lock(), planned(NOTE), now=10)
    _, later = built(lock, planned(NOTE.replace("outlives its container", "outlives the container")), now=20)
    assert sorted(card.mod for card in later.cards.values()) == [10] * (COUNT - 1) + [20]
    _, earlier = built(later, planned(NOTE), now=3)
    assert max(card.mod for card in earlier.cards.values()) == 21, "Anki takes newer notes only"


def test_a_section_put_in_at_the_top_changes_one_line_of_the_lock() -> None:
    _, lock = built(Lock(), planned(NOTE), now=10)
    above = NOTE.replace("## Image", "## Before\n\n- host : the machine that runs it all\n\n## Image")
    _, later = built(lock, planned(above), now=20)
    before, after = set(written(lock).splitlines()), set(written(later).splitlines())
    assert (len(before - after), len(after - before)) == (1, 2)
    assert {card.mod for card in later.cards.values()} == {10, 20}


# blanks


def test_blanks_keep_their_numbers() -> None:
    (card,) = (card for card in planned(NOTE).cards if card.kind == "cloze")
    assert ordinals(card, {}) == {"missing layers": 1, "nearest registry": 2}
    assert ordinals(card, {"nearest registry": 1}) == {"nearest registry": 1, "missing layers": 2}
    assert ordinals(card, {"missing layer": 4, "daemon": 1}) == {
        "daemon": 1,
        "missing layers": 4,
        "nearest registry": 5,
    }


def test_a_blank_taken_out_leaves_its_number_free_for_ever() -> None:
    _, lock = built(Lock(), planned(NOTE))
    fewer = NOTE.replace("**missing layers**", "missing layers")
    _, lock = built(lock, planned(fewer))
    more = NOTE.replace("**missing layers**", "missing layers").replace("it knows", "the **daemon's host** knows")
    found, lock = built(lock, planned(more))
    (numbers,) = (identity.blanks for identity in found.plans[0] if identity.blanks)
    assert numbers == {"missing layers": 1, "nearest registry": 2, "daemon's host": 3}


def test_a_lock_with_one_blank_more_is_as_the_next_build_leaves_it() -> None:
    _, lock = built(Lock(), planned(NOTE))
    more = planned(NOTE.replace("The daemon", "The **lazy daemon**"))
    _, lock = built(lock, more)
    assert any(len(card.blanks) == 3 for card in lock.cards.values())
    assert written(built(lock, more)[1]) == written(lock)


# the file


def test_what_is_written_is_read_again() -> None:
    _, lock = built(Lock(), planned(NOTE), now=7)
    assert read(written(lock)) == lock
    assert written(read(written(lock))) == written(lock)
    assert written(lock).count("\n") == COUNT + 3


def test_an_empty_file_knows_no_cards() -> None:
    assert read(written(Lock())) == Lock()


@pytest.mark.parametrize("text", ["", "\n", '{"deck":"D","of":"a.md"}\n', "# deckbuild.lock 99\n"])
def test_a_file_that_does_not_begin_as_a_lock_is_none(text: str) -> None:
    with pytest.raises(Problem):
        read(text)


def test_both_sides_of_a_merge_may_stay() -> None:
    _, lock = built(Lock(), planned(NOTE), now=3)
    _, later = built(lock, planned(NOTE.replace("outlives its", "outlives the")), now=9)
    both = written(lock) + "\n".join(written(later).splitlines()[1:]) + "\n"
    assert read(both) == later == read(written(later) + "\n".join(written(lock).splitlines()[1:]))


def test_what_an_editor_adds_does_not_matter() -> None:
    _, lock = built(Lock(), planned(NOTE), now=3)
    assert read("\ufeff" + written(lock).replace("\n", "\r\n")) == lock


FACTS = """\
# Facts

## Words

| word | meaning |
|---|---|
| remote | a copy of the repository elsewhere |
| index | the staging area of a commit |
| branch | a name that moves with commits |

## Cell

osmosis :: diffusion of water through a membrane

lysosome :: digests waste in the cell

## Ports

- SSH : 22번 포트
- HTTPS : 443번 포트
- DNS : 53번 포트
"""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("| remote | a copy of the repository elsewhere |", "| hook | a script that runs on events |"),
        ("| index | the staging area of a commit |", "| tag | a fixed name for a commit |"),
        ("osmosis :: diffusion of water through a membrane", "mitosis :: division of a nucleus into two"),
        ("lysosome :: digests waste in the cell", "ribosome :: builds proteins in the cell"),
        ("- SSH : 22번 포트", "- FTP : 21번 포트"),
        ("- DNS : 53번 포트", "- Telnet : 23번 포트"),
    ],
)
def test_a_fact_in_the_place_of_another_is_a_new_one(before: str, after: str) -> None:
    assert before in FACTS
    first, lock = built(Lock(), planned(FACTS))
    found, _ = built(lock, planned(FACTS.replace(before, after)))
    old, new = ({identity.guid for identity in each.plans[0]} for each in (first, found))
    assert len(new - old) == 1
    assert len(found.gone) == 1


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("<<<<<<< HEAD", "a merge conflict is not resolved"),
        ("=======", "a merge conflict is not resolved"),
        ('{"guid":"x"', "this line is damaged"),
        ('{"guid":"x","type":"odd","note":"a","rule":"b"}', "this line is damaged"),
        ("nonsense", "this line is no card"),
        ('{"guid":"","note":"a","rule":"b"}', "this card has no guid"),
        ('{"guid":"x","note":"a","rule":"b","mod":-5}', "this line is damaged"),
        ('{"guid":"x","note":"a","rule":"b","blanks":{"c":0}}', "this line is damaged"),
    ],
)
def test_a_damaged_lock_is_never_taken_for_an_empty_one(lines: str, said: str) -> None:
    with pytest.raises(Problem) as raised:
        read(f"{HEAD}\n{lines}\n")
    assert said in raised.value.diagnostic.message
    assert raised.value.diagnostic.hint


@pytest.mark.parametrize("first", ["<<<<<<< ours", "||||||| base", "\ufeff<<<<<<< ours"])
def test_the_marks_of_a_merge_are_known_where_a_lock_begins(first: str) -> None:
    with pytest.raises(Problem, match=r"deckbuild\.lock:1: error: a merge conflict is not resolved"):
        read(f"{first}\n=======\n>>>>>>> theirs\n")


def test_cards_are_in_the_order_of_their_note_whatever_a_merge_did() -> None:
    def card(guid: str, after: str) -> Record:
        return Record(guid=guid, note="a.md", rule="label", after=after)

    chain = [card("c", "b"), card("a", ""), card("b", "a"), card("d", "b")]
    assert [found.guid for found in in_order(chain)] == ["a", "b", "c", "d"]
    loop = [card("a", "b"), card("b", "a"), card("c", "zz")]
    assert sorted(found.guid for found in in_order(loop)) == ["a", "b", "c"]


def test_a_piece_that_all_texts_share_says_nothing() -> None:
    like = Likeness([f"docker run -{flag} nginx" for flag in "abcdefghij"])
    assert like("docker run -a nginx", "docker run -a nginx") == 1.0
    assert like("docker run -a nginx", "docker run -b nginx") < 0.5
    assert like("", "x") == 0.0


# by hand


def test_an_author_can_say_that_a_new_card_is_an_old_one() -> None:
    from deckbuild.lock.linking import linked, unlinked

    first, lock = built(Lock(), planned(NOTE))
    changed = NOTE.replace(
        "- port : a number by which a service is reached", "- network : what containers talk through"
    )
    after, lock = built(lock, planned(changed), now=5)
    (gone,) = after.gone
    (new,) = (identity.guid for identity in after.plans[0] if identity.was is None)
    lock = linked(lock, gone.guid, new, 9)
    again, settled = built(lock, planned(changed), now=9)
    assert {identity.guid for identity in again.plans[0]} == {identity.guid for identity in first.plans[0]}
    assert (settled.cards[gone.guid].retired, settled.cards[gone.guid].text) == (0, "network")
    assert settled.cards[new].retired
    apart = unlinked(settled, gone.guid, 12)
    last, _ = built(apart, planned(changed), now=12)
    assert gone.guid not in {identity.guid for identity in last.plans[0]}
    assert len(last.plans[0]) == COUNT


@pytest.mark.parametrize(
    ("old", "new", "said"), [("nobody", "x", "there is no card nobody"), ("here", "x", "there is no card x")]
)
def test_cards_that_are_not_there_cannot_be_linked(old: str, new: str, said: str) -> None:
    from deckbuild.lock.linking import linked

    _, lock = built(Lock(), planned(NOTE))
    here, other = list(lock.cards)[:2]
    with pytest.raises(Problem, match=said):
        linked(lock, here if old == "here" else old, new, 1)
    with pytest.raises(Problem, match="is in the notes still"):
        linked(lock, here, other, 1)


def test_what_changed_between_two_locks_is_told() -> None:
    from deckbuild.lock.differences import differences

    _, lock = built(Lock(), planned(NOTE))
    note = NOTE.replace("outlives its container", "outlives the container").replace("## Image", "## Images")
    note = note.replace("- port : a number by which a service is reached", "- network : what containers talk through")
    _, later = built(lock, planned(note), now=2)
    found = [(each.change, (each.after or each.before).text) for each in differences(lock, later)]  # type: ignore[union-attr]
    assert [change for change, _ in found].count("new") == 1
    assert ("reworded", "volume") in found
    assert ("moved", "layer") in found
    assert ("retired", "port") in found
    assert differences(lock, lock) == []


QUIZ = "# Geo\n\n## Caps\n\nQ: What is the capital of Italy?\nA: Rome\n\nQ: {}\nA: {}\n\nQ: What is the capital of Norway?\nA: Oslo\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (("What is the capital of France?", "Paris"), ("What is the capital of Spain?", "Madrid")),
        (("In which year did the war begin?", "1939"), ("In which year did the war end?", "1945")),
        (("Who was president in 1960?", "Eisenhower"), ("Who was president in 1970?", "Nixon")),
        (("일본의 수도는 어디인가?", "도쿄"), ("영국의 수도는 어디인가?", "런던")),
    ],
)
def test_a_question_of_the_same_frame_in_the_same_place_is_another_and_doubted(
    old: tuple[str, str], new: tuple[str, str]
) -> None:
    first, lock = built(Lock(), planned(QUIZ.format(*old)))
    found, _ = built(lock, planned(QUIZ.format(*new)))
    assert len({each.guid for each in first.plans[0]} & {each.guid for each in found.plans[0]}) == 2
    assert [said.code for said in found.diagnostics] == ["card-doubt"]


def test_what_asks_as_a_card_did_that_is_gone_is_never_new_without_a_word() -> None:
    """Two answers had changed places, and were put right."""
    one, two = "began to write the code of laws", "brought the code of laws to an end"
    facts = "# N\n\n## Kings\n\n- Sejo : {}\n- Seongjong : {}\n- Sejong : made the letters\n"
    first, lock = built(Lock(), planned(facts.format(two, one)))
    found, _ = built(lock, planned(facts.format(one, two)))
    assert len({each.guid for each in first.plans[0]} & {each.guid for each in found.plans[0]}) == 1
    assert [said.message.partition("'")[2].partition("'")[0] for said in found.diagnostics] == ["Sejo", "Seongjong"]


def test_a_sentence_with_another_blank_is_another_card() -> None:
    note = "# N\n\n## L\n\n- The **physical layer** carries bits.\n- The **network layer** delivers packets between hosts.\n- The **transport layer** joins processes.\n"
    first, lock = built(Lock(), planned(note))
    changed = note.replace(
        "**network layer** delivers packets between hosts", "**link layer** delivers frames between them"
    )
    found, _ = built(lock, planned(changed))
    assert len({each.guid for each in first.plans[0]} & {each.guid for each in found.plans[0]}) == 2


def test_the_same_question_about_another_thing_is_no_card_that_was_taken_out() -> None:
    _, lock = built(Lock(), planned(NOTE))
    gone, lock = built(lock, planned(NOTE.replace("- port : a number by which a service is reached\n", "")), now=2)
    (port,) = (card.guid for card in gone.gone)
    found, _ = built(lock, planned(NOTE.replace("a service is reached", "services are reached")), now=3)
    assert port in {each.guid for each in found.plans[0]}
    found, _ = built(
        lock, planned(NOTE.replace("a number by which a service is reached", "red wine from the Douro")), now=3
    )
    assert port not in {each.guid for each in found.plans[0]}


def test_our_own_lock_holds_the_cards_of_our_notes_alone() -> None:
    ours = read((ROOT / LOCK).read_text("utf-8"))
    assert {card.note for card in ours.cards.values()} == {"notes/docker.md"} == set(ours.decks)
