"""The fields of Anki's notes: all text escaped, nothing in it taken for a mark of Anki's own."""

from __future__ import annotations

import re

import pytest
from pygments.token import STANDARD_TYPES

from deckbuild.exporters.anki.html import Media, fields, listing, parts, rich
from deckbuild.exporters.anki.notetypes import FIELDS, template
from deckbuild.model import RichText, Run, Style
from deckbuild.plan.cards.model import (
    Blank,
    Blanks,
    Card,
    Formula,
    Grid,
    Image,
    Item,
    Items,
    Key,
    Kind,
    Listing,
    Reverse,
    Text,
)

MEDIA = Media({"vm.png": "vm-1a2b.png"})
KEY = Key((), "rule", "text")


def text(plain: str) -> RichText:
    return RichText.of(plain)


def field(card: Card, name: str) -> str:
    return fields(card, "ko", MEDIA)[FIELDS[card.note_type].index(name)]


def card(kind: Kind = "label", **more: object) -> Card:
    defaults = {"topic": text("도커"), "prompt": text("개선?"), "answer": (Text(text("KVM")),)}
    return Card(kind=kind, key=KEY, **(defaults | more))  # type: ignore[arg-type]


def cloze(*blanks: tuple[str, int]) -> str:
    found = Blanks(tuple(Blank(text(word), number) for word, number in blanks))
    return field(card("cloze", prompt=RichText(), shown=(found,), answer=()), "Text")


def test_the_hint_of_an_author_stands_in_the_hole_and_its_colons_end_nothing() -> None:
    found = Blanks((Blank(text("Kos"), 2, "which island?"), Blank(text(" and ")), Blank(text("a"), 1, "b::c")))
    shown = field(card("cloze", prompt=RichText(), shown=(found,), answer=()), "Text")
    assert shown.endswith("{{c2::Kos::which island?}} and {{c1::a::b:<!-- -->:c}}")


def test_the_front_reads_as_text_where_anki_shows_it_so() -> None:
    assert field(card(), "Front") == '<span class="topic">도커</span><span class="sep"> — </span>개선?'


def test_the_words_that_ask_and_the_gap_are_marked() -> None:
    asked = field(card("equation", topic=RichText(), prompt=text("1 KB ="), gap="?"), "Front")
    assert asked == '1 KB =&nbsp;<span class="gap">?</span>'
    assert field(card(cue="명령어?"), "Front").endswith('개선? <span class="cue">명령어?</span>')


def test_note_text_is_escaped() -> None:
    assert field(card(prompt=text("<b> & </div>")), "Front").endswith("&lt;b&gt; &amp; &lt;/div&gt;")
    assert field(card(path=("a<b",), source=("x&y",)), "Path") == "a&lt;b"
    assert "&lt;script&gt;" in listing(Listing("<script>", "bash", shell=True))


def test_only_links_that_lead_somewhere_are_kept_and_footnotes_are_not() -> None:
    linked = RichText(
        (Run("a", href="https://a.b"), Run("b", href="javascript:x"), Run("c", href="#c"), Run("1", kind="reference"))
    )
    assert rich(linked) == '<a href="https://a.b">a</a>bc'


def test_what_looks_like_a_tag_of_anki_is_text() -> None:
    for tag in ("[sound:x.mp3]", "[latex]", "[$]x[/$]", "[$$]x[/$$]", "[anki:tts]"):
        assert "[<!-- -->" in rich(text(tag))
        assert tag[:3] not in rich(text(tag))
    assert rich(text("[1]")) == "[1]"


def test_blanks_are_clozes_with_their_numbers() -> None:
    assert cloze(("a ", 0), ("b", 1), (" c ", 0), ("d", 2)).endswith("a {{c1::b}} c {{c2::d}}")


@pytest.mark.parametrize(
    ("word", "written"),
    [
        ("{{ name }}", "{{c1::{<!-- -->{ name }<!-- -->}<!-- -->}}"),
        ("std::vector", "{{c1::std:<!-- -->:vector}}"),
        ("a}", "{{c1::a}<!-- -->}}"),
    ],
)
def test_braces_and_colons_of_the_note_end_no_cloze(word: str, written: str) -> None:
    assert cloze((word, 1)).endswith(written)


def test_braces_around_a_cloze_make_no_cloze_either() -> None:
    assert "{<!-- -->{c1::x}<!-- -->}" in cloze(("{{c1::x}} ", 0), ("b", 1))


def test_formulas_in_clozes_keep_their_braces_apart() -> None:
    maths = Blanks((Blank(RichText((Run(r"\frac{a}{\sqrt{b}}", kind="math"),)), 1),))
    assert field(card("cloze", shown=(maths,), answer=()), "Text").endswith(r"{{c1::\(\frac{a}{\sqrt{b} }\)}}")


def test_a_learnt_list_hides_the_length_of_later_items() -> None:
    items = Items((Item(text("a")), Item(text("b"), state="asked"), Item(text("ccc"), state="hidden")), ordered=True)
    learnt = field(card("list_item", prompt=RichText(), nth="2 / 3", shown=(items,), answer=()), "Text")
    assert '<span class="nth">2 / 3</span>' in learnt
    assert learnt.endswith('<ol class="seq"><li>a</li><li>{{c1::b}}</li><li class="off"></li></ol>')


def test_a_list_goes_on_from_its_number() -> None:
    assert parts((Items((Item(text("a")),), ordered=True, start=3),), MEDIA) == '<ol start="3"><li>a</li></ol>'


def test_the_prompt_sign_stands_only_where_a_command_begins() -> None:
    script = listing(Listing("# why\ndocker run \\\n  nginx\nls |\nwc", "", shell=True))
    assert re.findall(r'class="(ln(?: on)?)"', script) == ["ln on", "ln", "ln on", "ln", "ln on"]


def test_code_is_coloured_by_classes_and_keeps_every_letter() -> None:
    code = 'if x:\n    print("a" * 2)  # <b>\n'
    drawn = listing(Listing(code, "python"))
    assert '<span class="k">if</span>' in drawn
    assert re.sub(r"<[^>]+>", "", drawn).replace("&lt;", "<").replace("&gt;", ">") == code


def test_a_table_tints_the_cell_that_was_asked_for() -> None:
    grid = Grid((text("a"), text("b")), ((text("1"), text("2")),), row=0, column=1)
    assert '<td>1</td><td class="hit">2</td>' in parts((grid,), MEDIA)


def test_pictures_have_no_description_that_could_tell_and_missing_ones_are_left_out() -> None:
    assert parts((Image("vm.png"),), MEDIA) == '<div class="fig"><img src="vm-1a2b.png" alt=""></div>'
    assert parts((Image("none.png"),), MEDIA) == ""


def test_a_displayed_formula_is_for_mathjax() -> None:
    assert parts((Formula("a < b"),), MEDIA) == "<p>\\[a &lt; b\\]</p>"


def test_what_is_typed_is_plain_text() -> None:
    typed = card("command", typed="ls > a && b", answer=(Listing("ls > a && b", "bash", shell=True),))
    assert typed.note_type == "typed"
    assert field(typed, "Typed") == "ls &gt; a &amp;&amp; b"


def test_the_reverse_is_a_second_card_of_the_same_note() -> None:
    both = card("definition", reverse=Reverse(text("플랫폼"), "무엇인가?", text("도커")))
    assert field(both, "Reverse") == '플랫폼<span class="sep"> — </span> <span class="cue">무엇인가?</span>'
    assert field(both, "Reverse Back") == "도커"


def test_marked_words_and_spans_of_numbers_keep_their_look() -> None:
    assert rich(RichText((Run("1-2초", frozenset({Style.MARK})),))) == '<mark><span class="nb">1-2초</span></mark>'


def test_our_classes_are_not_those_of_code_colours_or_of_anki() -> None:
    ours = set(re.findall(r"\.([a-z][\w-]*)", template("card.css").partition("/* Code")[0]))
    theirs = {kind for kind in STANDARD_TYPES.values() if kind} | {"cloze-hint", "drawing", "mobile"}
    assert ours & theirs == {"nb"}, "only the span that keeps numbers together, whose rule is lifted inside code"
    assert ".nb,.nf,.nc,.nn,.fm,.bp){color:var(--acc);white-space:inherit}" in template("card.css")


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("night", [False, True])
@pytest.mark.parametrize(
    "pair",
    ["ink/bg", "mut/bg", "mut/code", "acc/bg", "acc/tint", "ink/mark", "okt/ok", "badt/bad", "mist/mis"]
    + [f"{colour}/code" for colour in ("ink", "kw", "str", "num", "acc")],
)
def test_every_text_is_easy_to_read_by_day_and_by_night(pair: str, night: bool) -> None:
    rules = re.findall(r"\.card[^{}]*\{(--bg[^}]*)\}", template("card.css"))
    tokens = dict(re.findall(r"--(\w+):(#[0-9a-f]{6})\b", rules[night]))
    light, dark = sorted((luminance(tokens[name]) for name in pair.split("/")), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7
