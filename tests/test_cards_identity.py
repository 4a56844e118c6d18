"""The identity of a card: from what it is about, not from how or where it is written."""

from __future__ import annotations

from deckbuild.identity import ALPHABET, LENGTH, mint

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
