"""The identity of a card: from what it is about, not from how or where it is written."""

from __future__ import annotations

from deckbuild.config import Cards
from deckbuild.identity import ALPHABET, LENGTH, mint
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.answers import spoken
from deckbuild.plan.cards.text import front
from deckbuild.readers.notes import read_note

GUID = mint("notes/docker.md", ("도커 이미지",), "definition", "")


def test_a_guid_never_changes_from_release_to_release() -> None:
    assert mint("notes/docker.md", ("Docker",), "pair", "VMware") == PINNED


PINNED = "Lmx0<t-8(S"


def test_a_guid_is_ten_signs_of_ankis_alphabet() -> None:
    assert len(GUID) == LENGTH == 10
    assert set(GUID) <= set(ALPHABET)
    assert len(set(ALPHABET)) == 91


def test_case_space_and_final_punctuation_do_not_count() -> None:
    assert mint("a", ("Os  가상화",), "label", "개선 ?") == mint("a", ("os 가상화",), "label", "개선")


def test_each_part_counts() -> None:
    parts = [("a", ("b",), "c", "d"), ("x", ("b",), "c", "d"), ("a", ("x",), "c", "d"), ("a", ("b",), "x", "d")]
    parts += [("a", ("b",), "c", "x"), ("a", ("b", "c"), "", "d"), ("a", (), "c", "d")]
    assert len({mint(*part) for part in parts}) == len(parts)


SERVERS = """\
# Servers

## Settings

- Linux
  - Port: `8080` for everyone
  - Command: `systemctl start web`
- BSD
  - Port: `9090` for the administrator

```bash
docker ps  # list the containers
```
"""


def guids(note: str, **settings: bool) -> dict[str, str]:
    """The guid of each card by what it asks and answers."""
    plan = plan_cards(read_note(note, "a.md").deck, settings=Cards(**settings))  # type: ignore[arg-type]
    keys = {f"{front(card)} = {spoken(card.answer)}": card.key for card in plan.cards}
    return {asked: mint("a.md", key.above, key.rule, key.text) for asked, key in keys.items()}


def test_a_repeat_put_in_above_takes_no_other_cards_identity() -> None:
    before = guids(SERVERS)
    assert len(before) >= 4
    after = guids(SERVERS.replace("- Linux\n", "- Plan 9\n  - Port: `7070` for nobody\n- Linux\n"))
    assert len(after) == len(before) + 1
    assert {asked: after.get(asked) for asked in before} == before


def test_a_label_that_becomes_a_heading_keeps_its_cards() -> None:
    label = "# A\n\n## B\n\n**Linux**\n\n- Port: `8080` for everyone\n"
    assert list(guids(label).values()) == list(guids(label.replace("**Linux**", "### Linux")).values())


def test_whether_a_command_is_typed_is_no_part_of_its_identity() -> None:
    commands = "".join(f"docker run c{n}{n}  # run the container number {n}\n" for n in range(12))
    note = f"# Docker\n\n## Run\n\n```bash\n{commands}```\n"
    above = note.replace("```bash\n", "```bash\ndocker images  # list the images\n")
    assert len(guids(note)) == 12
    assert guids(note, typed=False) == guids(note)
    assert guids(note).items() <= guids(above).items()
