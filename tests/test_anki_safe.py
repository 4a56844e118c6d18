"""HTML of a note never runs on a card: whatever it holds, fields have only the elements and attributes that are ours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from deckbuild.config import Cards
from deckbuild.exporters.anki.html import Media, fields
from deckbuild.model import figures
from deckbuild.plan.cards import plan_cards
from deckbuild.readers.notes import read_note

ELEMENTS = frozenset(
    [
        "a",
        "b",
        "br",
        "code",
        "div",
        "em",
        "i",
        "img",
        "kbd",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "s",
        "span",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    ]
)
ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start", "class"}}
"""Beside `class`, which every element may have."""
ATTACKS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><circle/></svg>",
    "[a](javascript:alert(1))",
    "[a](<javascript&#58;alert(1)>)",
    "<a href='JaVaScRiPt:alert(1)'>x</a>",
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<iframe src='https://a.b'></iframe>",
    "<style>body{display:none}</style>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "`<img src=x onerror=alert(1)>`",
    "$<img src=x onerror=alert(1)>$",
    "**<b onclick=alert(1)>x</b>**",
    "<details open ontoggle=alert(1)><summary>s</summary>x</details>",
    "[sound:a.mp3] [[type:Front]] {{Front}} {{c1::x}}",
    '![x]("onerror=alert(1)")',
    "&lt;script&gt;alert(1)&lt;/script&gt;",
]


def written(text: str) -> Iterator[str]:
    """Every field of every note that a text gives."""
    deck = read_note(text, "notes/a.md").deck
    pictures = {figure.src for figure in figures(deck)}
    media = Media(dict.fromkeys(pictures, "safe.png"))
    for card in plan_cards(deck, pictures, Cards(budget=0, section=0)).cards:
        yield from fields(card, "en", media)


def is_safe(field: str) -> None:
    for fragment in html.fragments_fromstring(field) if field.strip() else ():
        for element in fragment.iter() if not isinstance(fragment, str) else ():
            if not isinstance(element.tag, str):
                continue
            assert element.tag in ELEMENTS, element.tag
            allowed = ATTRIBUTES.get(element.tag, set()) | {"class"}
            assert set(element.attrib) <= allowed, dict(element.attrib)
            href = element.get("href", "https://")
            assert href.startswith(("http://", "https://", "mailto:")), href
            assert element.get("src", "safe.png") == "safe.png"


def notes(attack: str) -> str:
    """An attack in every place from which text comes onto a card."""
    return (
        f"# T {attack}\n\n## {attack}란?\n\n- {attack} 컨테이너를 다루는 데 쓰는 플랫폼\n\n## S\n\n"
        f"- label {attack} : text {attack}\n- A {attack} -> B {attack}\n\nQ: Why {attack}?\nA: Because {attack}\n\n"
        f"The **word** of {attack} is in this sentence here.\n\n| a {attack} | b |\n|-|-|\n| {attack} | c {attack} |\n| d | e |\n\n"
        f"1. first {attack}\n2. second {attack}\n3. third\n\n```python\nx = 1  # what {attack} does here\ny = '{attack}'\n```\n\n"
        f"```sh\n# list {attack}\nls {attack}\n```\n\n> [!question] What {attack}?\n> {attack}\n\ncaption {attack} ![alt {attack}](a.png)\n"
    )


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_of_a_hostile_note_runs_on_a_card(attack: str) -> None:
    found = list(written(notes(attack)))
    assert found
    for field in found:
        is_safe(field)


@given(st.lists(st.one_of(st.sampled_from(ATTACKS), st.text("<>\"'=/ab &;:{}[]()`$*\n", max_size=12)), max_size=6))
def test_nothing_of_any_note_runs_on_a_card(pieces: list[str]) -> None:
    for field in written(notes("".join(pieces).replace("\n", " "))):
        is_safe(field)


def test_what_would_run_is_noticed() -> None:
    """The measure itself can fail."""
    for bad in ("<script>x</script>", "<b onclick=x>y</b>", "<a href='javascript:x'>y</a>", "<img src='http://a.b/c'>"):
        with pytest.raises(AssertionError):
            is_safe(bad)
