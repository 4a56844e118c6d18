"""Inline Markdown as people write it: Obsidian, GitHub, pandoc, Anki and HTML in one line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild import richtext
from deckbuild.model import Place, Run
from deckbuild.readers.inline import Link, normal_label, read_inline
from deckbuild.readers.passages.prose import lines_of

from .examples import sampled

LINKS = {"rfc": Link("https://rfc.org", "HTTP"), "web dev": Link("https://web.dev"), "flow": Link("flow.png")}


def looks(source: str) -> list[tuple[object, ...]]:
    """Each run as its text, its kind unless plain, its styles, its address, its hole."""
    return [
        (
            run.text,
            *([run.kind] if run.kind != "text" else []),
            *sorted(run.styles),
            *([run.href] if run.href else []),
            *([run.cloze] if run.cloze else []),
            *([run.hint] if run.hint else []),
        )
        for run in read_inline(source, LINKS).text
    ]


def is_literal(source: str) -> bool:
    return looks(source) == [(source,)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[[Chloroplast]]", ("Chloroplast", "Chloroplast")),
        ("[[Cell Organelles|organelles]]", ("organelles", "Cell Organelles")),
        ("[[Calvin Cycle#Carbon fixation]]", ("Calvin Cycle > Carbon fixation", "Calvin Cycle#Carbon fixation")),
        ("[[biology/plants/Stomata]]", ("Stomata", "biology/plants/Stomata")),
        ("[[#Pigments]]", ("Pigments", "#Pigments")),
        ("[[Respiration^summary]]", ("Respiration", "Respiration^summary")),
        (r"[[Chlorophyll\|chlorophyll a]]", ("chlorophyll a", "Chlorophyll")),
        ("**[[RuBisCO]]**", ("RuBisCO", "bold", "RuBisCO")),
        ("[[2023-11-02]]", ("2023-11-02", "2023-11-02")),
        ("![[heart.png]]", ("", "image", "heart.png")),
        ("![[heart.PNG|300]]", ("", "image", "heart.PNG")),
        ("![[사진/valves.png|승모판|200x150]]", ("승모판", "image", "사진/valves.png")),
        (r"![[valves.png\|100]]", ("", "image", "valves.png")),
        ("![[Coronary arteries]]", ("Coronary arteries", "Coronary arteries")),
        ("![[강의.pdf#page=3]]", ("강의.pdf", "강의.pdf#page=3")),
        ("![[ecg.mp3]]", ("ecg.mp3", "ecg.mp3")),
    ],
)
def test_wikilinks_are_links_and_embeds_of_pictures_are_pictures(source: str, expected: tuple[object, ...]) -> None:
    assert looks(source) == [expected]


@pytest.mark.parametrize(
    "text",
    ["[[1, 0], [0, 1]]", "[[1, 2]]", "a[[0]]", "[[]]", "[[ unclosed", "[[ -f x ]] && ls", '[[ $a == "b" ]]', "[[\n]]"],
)
def test_double_brackets_of_mathematics_and_programs_are_text(text: str) -> None:
    assert is_literal(text)


def test_double_brackets_are_read_inside_out_and_not_in_code() -> None:
    assert looks("[[nested [[brackets]]]]") == [("[[nested ",), ("brackets", "brackets"), ("]]",)]
    assert looks("[[1]](https://x.y)") == [("[1]", "https://x.y")]
    assert looks("`[[x]]`") == [("[[x]]", "code")]
    assert looks(r"\[\[x\]\]") == [("[[x]]",)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[RFC **9111**][Rfc]", [("RFC ", "https://rfc.org"), ("9111", "bold", "https://rfc.org")]),
        ("[Web\n Dev][]", [("Web\n Dev", "https://web.dev")]),
        ("[rfc].", [("rfc", "https://rfc.org"), (".",)]),
        ("![the flow][flow] ![flow]", [("the flow", "image", "flow.png"), (" ",), ("flow", "image", "flow.png")]),
        ("[a][nowhere] [text]", [("[a][nowhere] [text]",)]),
        (r"[rfc\]", [("[rfc]",)]),
        ("[![badge](b.png)](https://x.y)", [("badge", "image", "b.png")]),
        ("[a [b](c) d](e)", [("[a ",), ("b", "c"), (" d](e)",)]),
    ],
)
def test_reference_links_follow_the_definitions_of_the_note(source: str, expected: list[tuple[object, ...]]) -> None:
    assert looks(source) == expected


def test_labels_are_compared_without_case_and_white_space() -> None:
    assert normal_label(" Straße\n  X ") == normal_label("STRASSE x")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[spaces](my file.pdf)", [("spaces", "my file.pdf")]),
        ("[b](<a b.md>)", [("b", "a b.md")]),
        (r"[a](b_\(c\)_d.md)", [("a", "b_(c)_d.md")]),
        ("[a](https://x.y/a_(b)_c)", [("a", "https://x.y/a_(b)_c")]),
        ('[a](b.html "a title")', [("a", "b.html")]),
        ("[a](x?a=1&copy=2&amp;c)", [("a", "x?a=1&copy=2&c")]),
        ('<a href="?a=1&copy=2">x</a>', [("x", "?a=1&copy=2")]),
        ("[empty]()", [("empty",)]),
        ("배열[i](설명하는 말)", [("배열[i](설명하는 말)",)]),
        ("![x](a.png =300x)", [("x", "image", "a.png")]),
        ('![x](a.png =50%x20 "t")', [("x", "image", "a.png", "t")]),
        ("![x](a.png){width=50%} y", [("x", "image", "a.png"), (" y",)]),
        ("![x](a.png){not an attribute}", [("x", "image", "a.png"), ("{not an attribute}",)]),
        ("*[a*](b)", [("a", "italic", "b")]),
        ("see https://a.b/c_d_e?q=1, ok", [("see ",), ("https://a.b/c_d_e?q=1", "https://a.b/c_d_e?q=1"), (", ok",)]),
        ("(https://a.b/x_(y)).", [("(",), ("https://a.b/x_(y)", "https://a.b/x_(y)"), (").",)]),
        ("**https://a.b/c**", [("https://a.b/c", "bold", "https://a.b/c")]),
        ("https://a.b/c를 보라", [("https://a.b/c", "https://a.b/c"), ("를 보라",)]),
        ("https://a.b/ 에서", [("https://a.b/", "https://a.b/"), (" 에서",)]),
        ("https://ko.a/wiki/운영_체제", [("https://ko.a/wiki/운영_체제", "https://ko.a/wiki/운영_체제")]),
        ("見よ「https://a.b」と", [("見よ「",), ("https://a.b", "https://a.b"), ("」と",)]),
        ("www.a.com!", [("www.a.com", "http://www.a.com"), ("!",)]),
        ("www. http:// xhttps://a.b", [("www. http:// xhttps://a.b",)]),
        ("<https://a.b/c>", [("https://a.b/c", "https://a.b/c")]),
        ("<me@x.y>", [("me@x.y", "mailto:me@x.y")]),
        ("<std::string>", [("<std::string>",)]),
    ],
)
def test_addresses_are_told_from_the_text_around_them(source: str, expected: list[tuple[object, ...]]) -> None:
    assert looks(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("遷都[^1]と私財法[^墾田]。", [("遷都",), ("1", "reference"), ("と私財法",), ("墾田", "reference"), ("。",)]),
        ("`a[^b]` [^ x]", [("a[^b]", "code"), (" [^ x]",)]),
        ("正倉院^[**天皇**の遺品]は", [("正倉院(",), ("天皇", "bold"), ("の遺品)は",)]),
        ("word^[an aside]", [("word (an aside)",)]),
        ("x^[2] and ^[a-z]+", [("x^[2] and ^[a-z]+",)]),
    ],
)
def test_footnotes_are_references_and_inline_ones_are_said_in_place(
    source: str, expected: list[tuple[object, ...]]
) -> None:
    assert looks(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("{{c1::x}} y", [("x", 1), (" y",)]),
        ("{{c2::Kos::which island?}}", [("Kos", 2, "which island?")]),
        (
            "{{c1::**a** `b::c` $x_{{1}}$}}",
            [("a", "bold", 1), (" ", 1), ("b::c", "code", 1), (" ", 1), ("x_{{1}}", "math", 1)],
        ),
        ("**{{c1::a}}** b", [("a", "bold", 1), (" b",)]),
        ("{{c1::a {{c2::b}} c}}", [("a ", 1), ("b", 2), (" c", 1)]),
        ("{{c1,2::a}}", [("a", 1)]),
        ("`{{c1::x}}`", [("{{c1::x}}", "code")]),
    ],
)
def test_clozes_are_holes_around_whatever_they_hold(source: str, expected: list[tuple[object, ...]]) -> None:
    assert looks(source) == expected


@pytest.mark.parametrize(
    "text", ["{{Galen}} {{ x }}", "std::map }}", "{{c1::unclosed", "{{c1::}}", "{{c0::x}}", "a}} {{c::b}}"]
)
def test_other_braces_are_text(text: str) -> None:
    assert is_literal(text)


def test_neighbours_in_one_hole_are_written_as_one() -> None:
    for source in ("{{c1::x}} y", "{{c2::a **b** `c`::a *hint*}}", "{{c1::[a](b)}} [c](b)"):
        text = read_inline(source).text
        assert richtext.to_markdown(text).count("{{") == 1
        assert read_inline(richtext.to_markdown(text)).text == text


def test_short_codes_are_emoji_and_times_are_not() -> None:
    assert looks(":warning: 주의 :books:") == [("⚠️ 주의 📚",)]
    assert looks("정답:x:") == [("정답❌",)]
    for text in (":notacode:", "10:30:20", "a:b:c", "std::x::y", "a:x:b", "`:x"):
        assert is_literal(text)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<code>Fe<sub>2</sub>O &lt; *x*</code>", [("Fe2O < *x*", "code")]),
        ("<tt>a</tt> <samp>b</samp>", [("a", "code"), (" ",), ("b", "code")]),
        ("<q>안녕</q>", [("“안녕”",)]),
        ("<ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby>は", [("漢字(かんじ)は",)]),
        ("<ruby>漢<rt>かん字<rt>じ</ruby>は", [("漢(かん字)(じ)は",)]),
        ('<abbr title="x">HTML</abbr>, <var>n</var>', [("HTML, ",), ("n", "italic")]),
        ("<input type=checkbox checked> a</br>b", [("a",), ("\n", "break"), ("b",)]),
        ("<td>a</td><td>b</td><hr>", [("a b",)]),
        ("<b>a<i>b</b>c</i>", [("a", "bold"), ("b", "bold", "italic"), ("c", "italic")]),
        ('<a name="x">a</a> <a href="y">b</a> c', [("a ",), ("b", "y"), (" c",)]),
        ('<img alt="only words">', [("only words",)]),
        ("<!-- a -- b -->x<!-- open", [("x<!-- open",)]),
        ("&nbsp;&hearts;&nosuch; &#x41;", [("♥&nosuch; A",)]),
        ("**&nbsp;a**", [(" a", "bold")]),
    ],
)
def test_html_is_read_for_its_meaning(source: str, expected: list[tuple[object, ...]]) -> None:
    assert looks(source)[: len(expected)] == [(str(expected[0][0]).lstrip(), *expected[0][1:]), *expected[1:]]
    assert len(looks(source)) == len(expected)


@pytest.mark.parametrize(
    "text",
    [
        "a<b and c>d", "if a <i and j> b", "List<String> and Map<K, V>", "<your-name>", "x <- 3, <3, < b >", "<unclosed",
        "the <span> element", "an <img> without a source", "<?php a ?>", "&copy, AT&T",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_tag_is_text(text: str) -> None:
    assert is_literal(text)


def test_elements_that_nobody_knows_keep_their_words_and_are_named() -> None:
    read = read_inline('<my-box a="1">words</my-box> <my-icon name="x"> <my-box></my-box>')
    assert (read.text.plain, read.unknown_tags) == ("words", ("my-box", "my-icon"))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("$`x`$", [("x", "math")]),
        (r"$\|x\|$", [(r"\|x\|", "math")]),
        ("값은$x$이다", [("값은",), ("x", "math"), ("이다",)]),
        ("R: $$R^2 = 1\n- a$$", [("R: ",), ("R^2 = 1 - a", "math")]),
        (r"\(a*b*c\) $**$", [("a*b*c", "math"), (" ",), ("**", "math")]),
        ("_밑줄_는 __둘__도", [("밑줄", "italic"), ("는 ",), ("둘", "bold"), ("도",)]),
        ("a __굵게__ _b_", [("a ",), ("굵게", "bold"), (" ",), ("b", "italic")]),
        ("==a== b==c", [("a", "mark"), (" b==c",)]),
        ("~~a **b**~~", [("a ", "strike"), ("b", "bold", "strike")]),
        ("a  \nb\\\nc", [("a",), ("\n", "break"), ("b",), ("\n", "break"), ("c",)]),
        ("`` a`b ``", [("a`b", "code")]),
    ],
)
def test_formulas_and_marks(source: str, expected: list[tuple[object, ...]]) -> None:
    assert looks(source) == expected


@pytest.mark.parametrize(
    "text",
    [
        "$5 and $6", "US$5, 5$", "$30 to $15, so $45", "$HOME:$PATH", "$5만 원과 10$", "$$ open", "snake_case_name",
        "obj.__proto__ and __init__", "자료_구조_1", "~~~~~~", "10~~20, 3~~4", "a==b, c==d", "a == b == c", "2 * 3 * 4",
        "``` ", "** a **", "C:\\Users\\kim",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_mark_is_text(text: str) -> None:
    assert looks(text) == [(text.strip(),)]


HOSTILE = {
    "brackets": "[" * 100_000,
    "double brackets": "[[" * 50_000,
    "pictures": "![" * 5000 + "](a)" * 5000,
    "links": "[a](" * 25_000,
    "spaced links": "[a](b " * 20_000,
    "stars": "*" * 100_000,
    "open stars": "*a " * 50_000,
    "nested stars": "*a **b " * 5000 + "** c* " * 5000,
    "formulas": "\\(a" * 50_000,
    "dollars": "$a" * 50_000,
    "tags": "<a" * 50_000,
    "quoted tags": "<a b=\"'" * 20_000,
    "attributes": "<a" + " a" * 50_000,
    "styles": "<b>" * 30_000,
    "comments": "<!--" * 20_000,
    "code": "".join("`" * i + "a" for i in range(1, 440)),
    "holes": "{{c1::" * 10_000 + "a" + "}}" * 10_000,
    "marks": "==a " * 25_000,
    "blanks": "*" + " " * 100_000 + "a",
    "addresses": "https://a.b/" + "(" * 100_000,
    "a long line": "word " * 200_000 + "*a*",
}


def test_marks_that_cross_cost_no_letter() -> None:
    assert is_literal("_1 *1** ABCDEFGHI **image**")


SOME = {"addresses", "attributes", "blanks", "code", "formulas", "holes", "nested stars", "open stars", "quoted tags"}


@pytest.mark.parametrize("text", sampled(HOSTILE, SOME, HOSTILE))
def test_hostile_text_is_read_to_its_end_and_kept(text: str) -> None:
    read = read_inline(text)
    assert read.text.plain or text.startswith(("<b>", "!["))


def test_a_long_honest_paragraph_is_read_all_the_same() -> None:
    sentence = "이것은 **굵은** 글씨와 `코드`가 있는 [문장](x.md)이다. "
    read = read_inline(sentence * 1500)
    assert not read.literal
    assert sum(1 for run in read.text if run.styles) == sum(1 for run in read.text if run.kind == "code") == 1500


PIECES = st.sampled_from(
    'a 가 漢 . ( ) " 1 5 * ** _ __ ~~ == ` `` $ $$ \\ \\( \\) < > <b> </b> <br> <u> </u> <code> </code> <q> <ruby> <rt> '
    '</rt> </ruby> <a_href="x"> </a> [ ](u) ](<a_b>) ](a.png_=30x) ![ ! [[t]] [[t|x]] ![[p.png|3]] [^1] ^[ ^ {{c1:: {{c2:: '
    ":: }} { } : :warning: https://a.b/c www.a.bc <https://a.b> <m@x.y> &amp; &nbsp; & &copy snake_case __init__ _강조_는 "
    "{w=3} <!-- --> <my-x> </my-x> \\* $x$ $`y`$ $5 / c1 \U000f0000".replace(" ", "\0")
    .replace("_", " ")
    .split("\0")
) | st.sampled_from([" ", "  ", "\n", "_", "__"])


@given(st.lists(PIECES, max_size=9).map("".join))
def test_what_is_read_is_written_and_read_again(source: str) -> None:
    for line in lines_of(read_inline(source).text, Place("x.md", 1, 99)):
        written = richtext.to_markdown(line.text)
        assert read_inline(written).text == line.text, written


def test_addresses_are_written_as_short_as_they_may_be() -> None:
    for source in ("<https://a.b/c_d>", "<me@x.y>", "[a](Note)", "[a](<Note B#c>)", "[^1] {{c1::a::b}} $x$"):
        assert richtext.to_markdown(read_inline(source).text) == source


def test_formulas_between_letters_are_still_formulas() -> None:
    for text in (("a", "b"), ("5", "$"), ("", "")):
        runs = (Run(text[0]), Run("x^2", kind="math"), Run(text[1]))
        written = richtext.to_markdown(richtext.merge(run for run in runs if run.text))
        assert [run.text for run in read_inline(written).text if run.kind == "math"] == ["x^2"]
