"""Attribute lists of kramdown, pandoc and MkDocs say how something looks; they are on no slide, card or sheet."""

from __future__ import annotations

import pytest

from deckbuild.accounting import account
from deckbuild.exporters.concepts import export
from deckbuild.plan.cards import plan_cards
from deckbuild.plan.cards.text import render_text
from deckbuild.plan.slides import plan_slides
from deckbuild.plan.slides.written import written
from deckbuild.readers.concepts import read_concepts
from deckbuild.readers.inline import read_inline
from deckbuild.readers.notes import read_note
from deckbuild.richtext import to_markdown

LISTS = (
    '{ :target="_blank" }',
    "{ .md-button .md-button--primary }",
    '{:target="_blank" rel="noopener"}',
    "{: .btn}",
    "{#go}",
    "{ :octicons-link-external-16: }",
    "{ width=300 loading=lazy }",
    "{: style='width: 50%' }",
)
TEXT = (
    "{a, b}",
    "${VAR}",
    "{{ jinja }}",
    "{n}",
    "{return x}",
    "{ a: 1 }",
    "{x | x > 0}",
    "{.5, 1}",
    "{}",
    "{ .a, .b }",
)


@pytest.mark.parametrize("attributes", LISTS)
@pytest.mark.parametrize("before", ["[site](https://a.b)", "![site](a.png)", "[site][s]"])
def test_attributes_behind_a_link_or_picture_are_no_text(before: str, attributes: str) -> None:
    note = f"# T\n\n## S\n\nSee {before}{attributes} for more.\n\n- Item {before}{attributes}\n\n[s]: https://a.b\n"
    deck = read_note(note, "n.md").deck
    assert "{" not in export(deck).decode()
    assert account(note, deck).missing == ()


@pytest.mark.parametrize("attributes", LISTS)
@pytest.mark.parametrize("heading", ["Docker Hub", "[Docker Hub](https://hub.docker.com)"])
def test_attributes_behind_a_heading_are_no_part_of_it(heading: str, attributes: str) -> None:
    deck = read_note(f"# T\n\n## {heading}{' ' if heading[0] == 'D' else ''}{attributes}\n\nText.\n", "n.md").deck
    assert deck.concepts[0].title.plain == "Docker Hub"
    assert "{" not in deck.concepts[0].heading


@pytest.mark.parametrize("attributes", ["{: .lead }", "{ .lead }", '{ style="color: red" }', "{:#id}", "{: start=3 }"])
@pytest.mark.parametrize(
    "block",
    [
        "Text of a passage.",
        "- one\n- two",
        "1. one\n2. two",
        "> said",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "```\nx\n```",
    ],
)
def test_a_line_of_attributes_below_a_block_is_no_text(block: str, attributes: str) -> None:
    note = f"# T\n\n## S\n\n{block}\n{attributes}\n\nThe end.\n"
    deck = read_note(note, "n.md").deck
    assert deck.concepts[0].body == read_note(note.replace(attributes, ""), "n.md").deck.concepts[0].body
    assert account(note, deck).missing == ()


@pytest.mark.parametrize("attributes", ["{ .checklist }", "{: .compact }", "{#last .wide}", '{ style="color: red" }'])
@pytest.mark.parametrize(
    "block",
    [
        "- one\n- two",
        "- [ ] one\n- [x] two",
        "1. one\n2. two\n   goes on",
        "| a | b |\n|---|---|\n| 1 | 2 |\n\nTable: Names",
    ],
)
def test_attributes_at_the_end_of_an_item_or_the_caption_of_a_table_are_no_text(block: str, attributes: str) -> None:
    note = f"# T\n\n## S\n\n{block} {attributes}\n\nThe end.\n"
    deck = read_note(note, "n.md").deck
    assert deck.concepts[0].body == read_note(f"# T\n\n## S\n\n{block}\n\nThe end.\n", "n.md").deck.concepts[0].body
    assert account(note, deck).missing == ()


@pytest.mark.parametrize("text", ["`a { .b }`", "the set {a, b}", "a template {{ .Name }}", "x{ .y }", "{ .alone }x"])
def test_other_braces_at_the_end_of_an_item_are_text(text: str) -> None:
    assert text.strip("`") in export(read_note(f"# T\n\n- one\n- {text}\n", "n.md").deck).decode()


@pytest.mark.parametrize("text", TEXT)
def test_other_braces_are_text(text: str) -> None:
    for source in (f"the set {text}", f"[f](https://a.b){text}", f"![f](a.png){text}", text):
        assert text in read_inline(source).text.plain
    note = f"# T\n\n## S\n\nBelow a line\n{text}\nstands more, `{LISTS[3]}` and {LISTS[3]}.\n\n    {LISTS[3]}\n"
    found = export(read_note(note, "n.md").deck).decode()
    assert text.strip("{} ").split(",")[0].split(":")[0] in found
    assert found.count(".btn") == 3


def test_a_text_that_only_looks_like_attributes_keeps_its_braces_in_a_model() -> None:
    for attributes in (each for each in LISTS if "octicons" not in each):
        text = read_inline(f"[f](https://a.b)\\{attributes}").text
        assert attributes in text.plain
        assert read_inline(to_markdown(text)).text == text


def test_icons_of_an_icon_set_are_no_words() -> None:
    note = "# T\n\n## S\n\n- :material-account: the user\n- [Send :fontawesome-solid-paper-plane:](https://a.b){ .md-button }\n"
    deck = read_note(note, "n.md").deck
    shown = [text for page in plan_slides(deck, {}).pages for text in written(page.boxes)]
    assert "the user" in shown
    assert "Send" in shown
    assert "-paper-plane" not in render_text(plan_cards(deck))
    assert read_concepts(export(deck).decode(), "output/n.concepts.yaml").deck.concepts[0].body
    assert account(note, deck).missing == ()
