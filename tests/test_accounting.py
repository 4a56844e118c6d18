"""A measure of the reader that does not trust the reader."""

from __future__ import annotations

import re

import pytest
from msgspec.structs import replace

from deckbuild.accounting import Account, Missing, account, lost, words
from deckbuild.model import Definition
from deckbuild.readers.notes import read_note
from deckbuild.readers.passages.vocabulary import LANGUAGES

from .conftest import RealNote

NOTE = """---
title: Docker
---

# Docker

## 1.1 Layers

An **image** has layers<!-- not seen -->, and <b>each</b> layer is *read only*.
The second line.

- one `docker run`
  - two

| a | b |
|---|---|
| 1 | 2 |

```sh
docker ps   # list
```
"""


def accounted(text: str) -> Account:
    return account(text, read_note(text, "notes/a.md").deck)


def test_every_word_of_a_plain_note_is_held() -> None:
    found = accounted(NOTE)
    assert found.words == found.accounted > 25
    assert found.missing == ()


def test_a_section_that_the_model_lacks_is_missing_line_by_line() -> None:
    deck = replace(read_note(NOTE, "notes/a.md").deck, concepts=())
    found = account(NOTE, deck)
    assert Missing(9, "an image has layers and each layer is read only") in found.missing
    assert Missing(10, "the second line") in found.missing
    assert found.words - found.accounted == sum(len(each.text.split()) for each in found.missing)


def test_a_word_that_stands_elsewhere_does_not_make_up_for_one_that_is_lost() -> None:
    text = "# A\n\n## B\n\nlayer\n\n## C\n\nlayer\n"
    deck = read_note(text, "a.md").deck
    cut = replace(deck, concepts=(deck.concepts[0], replace(deck.concepts[1], body=())))
    assert account(text, cut).missing == (Missing(9, "layer"),)


def test_lost_words_are_a_warning_at_their_line() -> None:
    (said,) = lost(Account("notes/a.md", 3, 2, (Missing(7, "layer"),)))
    assert str(said).startswith("notes/a.md:7: warning: these words are not in the concept model: layer [text-lost]")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**모델(클래스)**는", ["모델", "클래스", "는"]),
        ("snake_case a**b**c", ["snakecase", "abc"]),
        ("A\u200bB e\u0301", ["ab", "é"]),
        ("— … !", []),
        ("東京tokyo서울 로", ["東", "京", "tokyo서울", "로"]),
    ],
)
def test_marks_and_invisible_letters_do_not_count(text: str, expected: list[str]) -> None:
    assert words(text) == expected


SILENT = {
    "the box of a task": "- [x] layer",
    "a question and its answer": "Q: layer?\n\n**答：layer**",
    "the kind of a callout": "> [!note] layer",
    "where a wikilink with a name leads": "[[images|layer]] ![[layer|300]]",
    "the number of a gap": "{{c1::layer}}",
    "the code of an emoji": ":warning: layer",
    "the attributes of a picture": "layer {: width=400 .wide}",
    "the number of a line in a fence": "```\n1. layer\n② layer\n```",
    "the prompt of a shell": "```\n(env) me@host ~ % layer\n[root@host tmp]# layer\nPS C:\\Users> layer\n```",
    "tags and directives": "layer<br>layer <!-- deckbuild: skip -->",
    "front matter in TOML": "+++\ntitle = 'a'\n+++\nlayer",
}


@pytest.mark.parametrize("name", SILENT)
def test_what_only_marks_something_is_no_word_of_a_note(name: str) -> None:
    deck = read_note("", "a.md").deck
    found = account(SILENT[name], deck)
    assert {word for each in found.missing for word in each.text.split()} == {"layer"}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[^1]: 元明", "1 元 明"),
        ("12:30:45 g:b:c", "12 30 45 g b c"),
        ("g) 1. b", "g 1 b"),
        ("```sh\necho me@host # c\n```", "echo me host c"),
    ],
)
def test_what_looks_like_a_mark_and_says_something_is_text(source: str, expected: str) -> None:
    found = account(source, read_note("", "a.md").deck)
    assert " ".join(each.text for each in found.missing) == expected


@pytest.mark.real
def test_real_notes_lose_next_to_nothing(real_notes: list[RealNote]) -> None:
    found = [account(note.text, note.read.deck) for note in real_notes]
    assert sum(each.accounted for each in found) >= 0.9997 * sum(each.words for each in found)


def test_marks_that_other_programs_read_are_no_words() -> None:
    note = (
        "# T\n\n#flashcards/medicine\n\n## A #flashcards/law\n\nFußnote[^a] here ^block-id\n\na<b and c>d\n\n"
        "Setup\n: 1. install\n\n%%hidden%% shown\n\n1、one\n2、two\n\n[^a]: x\n"
    )
    counted = account(note, read_note(note, "x.md").deck)
    assert counted.missing == ()


@pytest.mark.parametrize(
    "text",
    [
        "[[도커]]를 본다",
        "[[Docker]]s are",
        "{{c1::도커}}는 도구다",
        "C: [도커]는 컨테이너 플랫폼이다.",
        "\\(y\\)는 식",
        ":warning:주의",
        "①설치한다",
        "#docker\n\ntext\n\n#docker\n",
        "![a](b.png =100x)",
        "- [ ]\n- [x]\n",
        "# A\n\n- #\n  text\n",
        "- ## <br>\n  text",
    ],
)
def test_a_mark_between_the_letters_of_a_word_loses_none_of_them(text: str) -> None:
    assert account(text, read_note(text, "note.md").deck).missing == ()


def test_letters_of_other_words_excuse_nothing() -> None:
    deck = read_note("# A\n\nanother word\n", "note.md").deck
    assert [each.text for each in account("# A\n\nanother word the\n", deck).missing] == ["the"]
    assert [each.text for each in account("# A\n\nanother word not\n", deck).missing] == ["not"]


def test_an_address_in_braces_takes_no_longer_the_more_it_says() -> None:
    query = "&".join(f"key{n}=val{n}" for n in range(300))
    assert accounted(f"# T\n\nSend {{url=/p?{query}, body}} to it.\n").missing == ()


def test_the_width_of_a_picture_below_a_footnote_is_no_word() -> None:
    text = "# T\n\nSee[^a].\n\n[^a]: What it says.\n\n    ![[image.png|300]]\n"
    assert account(text, read_note(text, "a.md").deck).missing == ()


def test_the_tags_of_what_stands_below_a_footnote_after_a_table_are_no_words() -> None:
    assert accounted("|image|\n|---|\n[^a]: <p>[^a]\n    <ul><li><mark>image</mark>\n").missing == ()


DEFINES = (
    "The definition",
    "Definitions",
    "Meaning",
    "정의",
    "개념",
    "의미",
    "뜻",
    "定義",
    "意味",
    "概念",
    "定义",
    "含义",
    "含義",
)


@pytest.mark.parametrize("word", DEFINES)
def test_a_word_that_calls_a_text_the_definition_is_not_lost(word: str) -> None:
    text = f"# Plants\n\n## Osmosis\n\n{word}：water moves through a membrane\n"
    deck = read_note(text, "a.md").deck
    assert isinstance(deck.concepts[0].body[0], Definition)
    assert not account(text, deck).missing


def test_all_words_that_call_a_text_the_definition_are_tried() -> None:
    known = [pattern for language in LANGUAGES.values() for pattern in language.definition]
    assert all(any(re.fullmatch(pattern, word, re.I) for word in DEFINES) for pattern in known)
