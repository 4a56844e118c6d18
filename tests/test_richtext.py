"""Runs, and the three ways they are written."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from deckbuild import richtext
from deckbuild.model import RichText, Run, Style
from deckbuild.readers.inline import read_inline


def looks(source: str) -> list[tuple[str, ...]]:
    """Each run as its text, its kind unless plain, its styles and its address."""
    return [
        (run.text, *([run.kind] if run.kind != "text" else []), *sorted(run.styles), *([run.href] if run.href else []))
        for run in read_inline(source).text
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("**모델(클래스)**는", [("모델(클래스)", "bold"), ("는",)]),
        ('**"도커"**는 `apt-get`이나', [('"도커"', "bold"), ("는 ",), ("apt-get", "code"), ("이나",)]),
        ("snake_case_name", [("snake_case_name",)]),
        ("==강조==와 ~~취소~~", [("강조", "mark"), ("와 ",), ("취소", "strike")]),
        ("$a*b*c$ 와 \\(x_1\\)", [("a*b*c", "math"), (" 와 ",), ("x_1", "math")]),
        ("$L$은 길이", [("L", "math"), ("은 길이",)]),
        ("$HOME and $PATH", [("$HOME and $PATH",)]),
        ("a<br>b", [("a",), ("\n", "break"), ("b",)]),
        ("H<sub>2</sub>O", [("H",), ("2", "sub"), ("O",)]),
        ("<kbd>Ctrl</kbd>", [("Ctrl", "key")]),
        ("<font color=red>red</font> x", [("red x",)]),
        ("<your-user>", [("<your-user>",)]),
        ("&lt;b&gt; &amp; &copy;", [("<b> & ©",)]),
        ("\\*a\\* \\$5", [("*a* $5",)]),
        ("[y](z)", [("y", "z")]),
        ("<https://x.y/z>", [("https://x.y/z", "https://x.y/z")]),
        ("![](a.png)", [("", "image", "a.png")]),
        ('<img src="a.png" width=30>', [("", "image", "a.png")]),
        ("**a *b* c**", [("a ", "bold"), ("b", "bold", "italic"), (" c", "bold")]),
        ("``a`b``", [("a`b", "code")]),
        ("<!-- hidden -->shown", [("shown",)]),
        ("many   spaces", [("many spaces",)]),
    ],
)
def test_inline_markdown_is_read_as_people_mean_it(source: str, expected: list[tuple[str, ...]]) -> None:
    assert looks(source) == expected


def test_a_quoted_link_target_is_the_address_and_is_reported() -> None:
    read = read_inline('[Docker hub]("https://hub.docker.com/")')
    assert read.text.runs == (Run("Docker hub", href="https://hub.docker.com/"),)
    assert read.quoted_targets == ("https://hub.docker.com/",)


def test_a_title_beside_an_address_is_only_a_title() -> None:
    assert looks('[a](b.html "https://not.meant")') == [("a", "b.html")]


LETTERS = st.text(
    alphabet=st.sampled_from("ab가 *_`$~=[](){}<>!&#\\.-+|1;:/\"'^hw"), min_size=1, max_size=8
) | st.sampled_from([":warning:", "https://a.b/c", "www.a.bc", "{{c1::", "&amp;", "x_가"])
RUNS = st.builds(
    Run,
    LETTERS,
    st.frozensets(st.sampled_from(list(Style)), max_size=2),
    st.sampled_from(["", "", "", "https://x.y/a_b(c)", "Note#A b", "mailto:a@b.c"]),
    st.sampled_from(["text", "text", "text", "code"]),
    st.sampled_from([0, 0, 0, 1, 2]),
    st.just(""),
)
OTHERS = st.builds(
    Run, st.sampled_from(["x^2", "\\|a\\|", "5 + 5"]), kind=st.just("math"), cloze=st.sampled_from([0, 0, 1])
) | st.sampled_from(
    [
        Run("a *b*", href="a (1).png", kind="image"),
        Run("\n", kind="break"),
        Run("1", kind="reference"),
        Run("*a*", cloze=3, hint="::b}}"),
        Run("https://a.b/c_d", href="https://a.b/c_d"),
    ]
)


def normal(text: RichText) -> RichText:
    """As the reader leaves it: spaces folded, merged, trimmed; code without spaces at its ends."""
    runs = []
    for run in text:
        if run.kind == "code":
            run = replace(run, text=run.text.strip() or "x")
        elif run.kind == "text":
            run = replace(run, text=re.sub(r"\s+", " ", run.text))
        if runs and run.text.startswith(" ") and runs[-1].kind == "text" and runs[-1].text.endswith(" "):
            run = replace(run, text=run.text.lstrip())
        if run.text:
            runs.append(run)
    return richtext.strip(richtext.merge(runs))


@given(st.lists(RUNS | OTHERS, max_size=5))
def test_what_is_written_as_markdown_is_read_back(runs: list[Run]) -> None:
    text = normal(RichText(runs))
    written = richtext.to_markdown(text)
    assert read_inline(written).text == text, written


@given(st.text(max_size=80))
def test_any_text_reads_and_what_was_read_is_written_and_read_again(source: str) -> None:
    flat = read_inline(source.replace("\x02", "").replace("\x03", "")).text
    text = richtext.join([part.text for part in _lines(flat)])
    assert read_inline(richtext.to_markdown(text)).text == text


def _lines(text: RichText) -> list[object]:
    from deckbuild.model import Place
    from deckbuild.readers.passages.prose import lines_of

    return list(lines_of(text, Place("x.md", 1, 99)))


def test_simple_marks_are_written_as_people_write_them() -> None:
    for source in ("**bold** and *italic*", "`code`", "==mark==", "~~gone~~", "[a](b.html)", "$x^2$", "a - b * c"):
        assert richtext.to_markdown(read_inline(source).text) == source


def test_html_is_escaped_and_formulas_are_for_mathjax() -> None:
    text = read_inline("`<b>` & **x** $a<b$ 1-2초").text
    assert richtext.to_html(text) == (
        '<code>&lt;b&gt;</code> &amp; <b>x</b> \\(a&lt;b\\) <span class="nb">1-2초</span>'
    )


def test_only_addresses_are_links_in_html() -> None:
    text = read_inline("[a](https://b.c) [[HTTP: Basics]] <d@e.f> [g](h.md)").text
    assert richtext.to_html(text) == ('<a href="https://b.c">a</a> HTTP: Basics <a href="mailto:d@e.f">d@e.f</a> g')


def test_text_splits_only_within_plain_text() -> None:
    text = read_inline("**이름** : 값 `a : b`").text
    found = richtext.split(text, re.compile(r"\s*:\s+"))
    assert found is not None
    assert (found[0].plain, found[2].plain) == ("이름", "값 a : b")
    assert richtext.split(read_inline("`a : b`").text, re.compile(":")) is None


def test_strip_keeps_pictures_without_words() -> None:
    assert looks("![](a.png) ") == [("", "image", "a.png")]


def test_the_marks_of_placeholders_in_a_text_are_nothing() -> None:
    assert read_inline("a \x02wzxhzdk:9\x03 **b** \x0299999999999\x03").text.plain == "a wzxhzdk:9 b 99999999999"
