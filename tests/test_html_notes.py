"""Raw HTML in notes is read for its meaning, and no word of it is lost."""

from __future__ import annotations

import os
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deckbuild.diagnostics import Diagnostic
from deckbuild.readers import blocks as b
from deckbuild.readers.html import meaning
from deckbuild.readers.html.walk import Part, parts_of
from deckbuild.readers.inline import read_inline


def read(source: str) -> tuple[tuple[b.Node, ...], tuple[Diagnostic, ...]]:
    return meaning(b.read_blocks(source).nodes, "n.md")


def shape(source: str) -> list[str]:
    """One line for each block: its first line in the file, its kind, its text; parts are indented."""
    lines: list[str] = []
    waiting: list[tuple[Part, str]] = [(node, "") for node in reversed(read(source)[0])]
    while waiting:
        node, indent = waiting.pop()
        lines.append(f"{indent}{node.line} {told(node)}".rstrip())
        waiting += reversed([(part, indent + "  ") for part in parts_of(node)])
    return lines


def told(node: Part) -> str:
    match node:
        case b.Heading():
            return f"h{node.level} {node.text}"
        case b.Paragraph() | b.Html():
            return node.text
        case b.Fence():
            return f"```{node.info} {node.text}"
        case b.ItemList():
            return f"ol {node.start}" if node.ordered else "ul"
        case b.Details():
            return f"details {node.summary}"
        case b.PipeTable():
            return " / ".join("|".join(row) for row in (node.head, *node.rows)) + " " + ",".join(node.align).strip(",")
        case b.Directive():
            return f"directive {node.order}"
        case b.MathBlock():
            return f"$$ {node.tex}"
        case b.FootnoteText():
            return f"footnote {node.label}"
        case b.DefinitionItem():
            return f"defined {', '.join(node.terms)}"
        case _:
            return type(node).__name__.lower()


def codes(source: str) -> list[str]:
    return [f"{d.place.line} {d.code}" for d in read(source)[1]]


CASES: dict[str, tuple[str, list[str]]] = {
    "text in boxes is paragraphs": (
        "<div align='center'>\n  <p>one</p>two\n</div>\n<center>three</center>",
        ["2 one", "2 two", "4 three"],
    ),
    "styles stay in the text": ("<p><b>a</b> and <EM>b</EM></p>", ["1 <b>a</b> and <em>b</em>"]),
    "a style of layout says nothing": ("<div><font color=red>a</font><span>b</span></div>", ["1 ab"]),
    "a list directly under a break is a list": ("<br>\n- a\n    - b\n- c", ["2 ul", "  2 item", "    2 a", "    3 ul", "      3 item", "        3 b", "  4 item", "    4 c"]),
    "a paragraph under a break is a paragraph": ("<br/>\n\n<BR>\ntext **b**\n</br>\nmore", ["4 text **b**", "6 more"]),
    "a break within a line stays": ("<p>one<br>two</p>", ["1 one<br>two"]),
    "a heading, a fence and a table under a tag are those": (
        "<div>\n# T\n```c\n<b>\n```\n| a | b |\n|---|---|\n| 1 | 2 |\n</div>",
        ["2 h1 T", "4 ```c <b>", "6 a|b / 1|2"],
    ),
    "text behind a tag on its line begins no list": ("<p># a</p>\n<p>- b</p>\n<p>1. c</p>", ["1 # a", "2 - b", "3 1. c"]),
    "indentation of HTML is no code": ("<div>\n        <p>\n            deep\n        </p>\n</div>", ["3 deep"]),
    "a code span holds no tags": ("<br>\nuse `<div>` or `List<T>`\n", ["2 use `<div>` or `List<T>`"]),
    "an address in angle brackets stays": ("<div>\n<https://a.b> <c@d.e></div>", ["2 <https://a.b> <c@d.e>"]),
    "details span nodes": (
        "<details>\n<summary>Q <b>x</b></summary>\n\n- a\n\n```py\nx\n```\n</details>\n\nafter",
        ["1 details Q <b>x</b>", "  4 ul", "    4 item", "      4 a", "  7 ```py x", "11 after"],
    ),
    "details on one line": ("<details><summary>Q</summary>A</details>", ["1 details Q", "  1 A"]),
    "a summary may come later, as Markdown": ("<details>\n\n<summary>\n\n## Q\n\n</summary>\n\nA\n\n</details>", ["1 details Q", "  9 A"]),
    "details within details": (
        "<details><summary>a</summary>\n\n<details><summary>b</summary>\n\nc\n</details>\n\nd</details>",
        ["1 details a", "  3 details b", "    5 c", "  8 d"],
    ),
    "details that close at the end of a paragraph": ("<details><summary>a</summary>\n\nb</details>\n\nc", ["1 details a", "  3 b", "5 c"]),
    "details that close within an item": (
        "<details><summary>a</summary>\n\n- b\n  </details>\n\nc",
        ["1 details a", "  3 ul", "    3 item", "      3 b", "6 c"],
    ),
    "details without an end leave the next section alone": (
        "<details><summary>a</summary>\n\nb\n\n# C\n\n<details><summary>d</summary>e</details>",
        ["1 details a", "  3 b", "5 h1 C", "7 details d", "  7 e"],
    ),
    "details around sections only fold them away": (
        "## A\n\n<details><summary>more</summary>\n\n## B\n\nb\n\n</details>",
        ["1 h2 A", "3 more", "5 h2 B", "7 b"],
    ),
    "details around smaller headings hold them": (
        "# A\n\n<details><summary>more</summary>\n\n## B\n\n</details>",
        ["1 h1 A", "3 details more", "  5 h2 B"],
    ),
    "empty details are nothing": ("<details>\n</details>", []),
    "HTML in items and quotes": (
        "- a\n  <div>b</div>\n\n> <p>c</p>",
        ["1 ul", "  1 item", "    1 a", "    2 b", "4 blockquote", "  4 c"],
    ),
    "headings": ("<h1 align='center'>\n  <br>\n  A <code>b_c</code>\n</h1>\n<H3>x</H3>", ["1 h1 A `b_c`", "5 h3 x"]),
    "a heading without an end": ("<h2>A\n\nb\n\n# C", ["1 h2 A", "3 b", "5 h1 C"]),
    "a heading around a Markdown picture": ("<h1>\n\n![a](b.png)\n\n</h1>", ["1 h1 ![a](b.png)"]),
    "lists within lists, items without an end": (
        "<ol start=3><li>a<li>b<ul><li>c</ul></ol>",
        ["1 ol 3", "  1 item", "    1 a", "  1 item", "    1 b", "    1 ul", "      1 item", "        1 c"],
    ),
    "a list in pieces": (
        "<ul>\n  <li>a</li>\n\n  <li>b</li>\n\n    <li>c</li>\n</ul>",
        ["1 ul", "  2 item", "    2 a", "  4 item", "    4 b", "  6 item", "    6 c"],
    ),
    "a list directly in a list": ("<ul><li>a<ul></ul></li><ul><li>b</ul>c</ul>", ["1 ul", "  1 item", "    1 a", "    1 ul", "      1 item", "        1 b", "  1 item", "    1 c"]),
    "check boxes": ("<ul><li><input type=checkbox checked>a<li><input type=checkbox>b</ul>", ["1 ul", "  1 item", "    1 [x] a", "  1 item", "    1 [ ] b"]),
    "an item without a list is text": ("<li>a</li>", ["1 a"]),
    "a table in pieces": (
        "<table>\n<thead><tr><td align=right>A</td><td>B</td></tr></thead>\n\n<tr><td>1</td><td><b>2</b></td></tr>\n\n</table>",
        ["1 A|B / 1|<b>2</b> right"],
    ),
    "a table without a head": ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", ["1 | / 1|2 / 3|4"]),
    "cells over rows and columns": (
        "<table><tr><th>A<th>B<th>C<tr><td rowspan=2>1<td colspan=2>2<tr><td>3</table>",
        ["1 A|B|C / 1|2| / 1|3|"],
    ),
    "several rows of heads are one": (
        "<table><thead><tr><th rowspan=2>A<th colspan=2>B<tr><th>C<th>D<tbody><tr><td>1<td>2<td>3</table>",
        ["1 A|B C|B D / 1|2|3"],
    ),
    "cells hold one line": (
        "<table><tr><th>A<th>B<tr><td><p>a</p><p>b</p><td><ul><li>c<li>d</ul></table>",
        ["1 A|B / a<br>b|• c<br>• d"],
    ),
    "the caption of a table": ("<table><caption>C</caption><tr><th>1<th>2</table>", ["1 C", "1 1|2"]),
    "a table for the layout": ("<table><tr><td>\n\n```c\nx\ny\n```\n\n<td>b</table>", ["4 ```c x\ny", "8 b"]),
    "pictures side by side with their names below": (
        "<table><tr><td><img src=a><td><img src=b><tr><td>A<td>B</table>",
        ['1 <img src="a">', "1 A", '1 <img src="b">', "1 B"],
    ),
    "text in a table but in no cell": ("<table>a<tr>b<th>1<th>2</table>", ["1 a", "1 b", "1 1|2"]),
    "HTML in the cells of a Markdown table": ("|a|b|\n|-|-|\n|<ul><li>x</li><li>y</li></ul>|<p>z</p>|", ["1 a|b / • x<br>• y|z"]),
    "code": ('<pre><code class="language-java">a &lt; <b>b</b>\n\n  c</code></pre>\nx', ["1 ```java a < b\n\n  c", "4 x"]),
    "code without an end": ("<pre>a\nb\n\n# C", ["1 ``` a\nb", "4 h1 C"]),
    "code of several lines": ("<div><code>\na\nb</code></div>", ["2 ``` a\nb"]),
    "a quote": ("<blockquote>a<p>b</blockquote>c", ["1 blockquote", "  1 a", "  1 b", "1 c"]),
    "a rule": ("<hr>\n<hr/>", ["1 rule", "2 rule"]),
    "terms": ("<dl><dt>A<dd>a<dd>b<dt>C<dt>D<dd>c</dl>", ["1 ul", "  1 item", "    1 A : a", "    1 b", "  1 item", "    1 C, D : c"]),
    "a figure": ("<figure>\n<img src='a.png'>\n<figcaption>B</figcaption>\n</figure>", ["1 B <img src=\"a.png\">"]),
    "a figure of code": ("<figure><pre>x</pre><figcaption>B</figcaption></figure>", ["1 ``` x", "1 B"]),
    "a picture": ("<picture>\n<source srcset='d.png 2x'>\n<img\n  src=\"l.png\" ALT='A'/>\n</picture>", ['3 <img src="l.png" alt="A">']),
    "a picture of sources alone": ("<picture><source srcset='d.png 2x'></picture>", ['1 <img src="d.png">']),
    "readings": ("<p><ruby>漢字<rp>(</rp><rt>かんじ</rt><rp>)</rp></ruby> <q>a</q></p>", ["1 漢字(かんじ) “a”"]),
    "addresses without quotation marks": (
        "<p><a href=http://b.c/d/>e</a> <img src=f/g.png/></p>",
        ['1 <a href="http://b.c/d/">e</a> <img src="f/g.png">'],
    ),
    "an anchor is no link": ("<p><a name='x'></a>a <a href='b'>c</a></p>", ["1 a <a href=\"b\">c</a>"]),
    "tags that a sentence speaks of are words": (
        "HTML의 <body>, <ul> 태그와 <script> 태그, </html>, <title>x</title>",
        ["1 HTML의 \\<body>, \\<ul> 태그와 \\<script> 태그, \\</html>,", "1 x"],
    ),
    "what the inline engine does not know, in a paragraph": (
        "a <code>b_c_d</code> <ruby>漢<rt>かん</rt></ruby> <q>e</q> <var>n</var>",
        ["1 a `b_c_d` 漢(かん) “e” <i>n</i>"],
    ),
    "a tag that nobody knows": ("<your-name>\nand <T>", ["1 \\<your-name>\nand \\<T>"]),
    "a generic type": ("<div>\n<T extends Comparable<T>> x\n</div>", ["2 \\<T extends Comparable\\<T>> x"]),
    "a bare angle": ("<p>a < b, c<d, e<3</p>", ["1 a < b, c\\<d, e<3"]),
    "a tag without an end": ("<div>\n<a href=\"x\n</div>", ["2 \\<a href=\"x"]),
    "a quotation mark too few": ("<div><a href=\"x>a</a> <img src=\"y\">b</div>", ["1 <a href=\"x\">a</a> <img src=\"y\">b"]),
    "comments are silent": ("<!-- a -->\n\n<p>b<!-- c\nd -->e</p>", ["3 be"]),
    "comments to deckbuild stay": ("<!-- deckbuild: skip -->\n<!--x-->\n<h2>A<!--deckbuild: b--></h2>", ["1 directive skip", "3 h2 A", "3 directive b"]),
    "comments to deckbuild stand behind what they were written in": (
        "a <!-- deckbuild: skip --> b\n\n- c <!-- DECKBUILD:\n  sheet  keep -->\n- d\n\n# E <!-- deckbuild: x -->\n\n|f|g|\n|-|-|\n|1|2<!--deckbuild: y-->|",
        ["1 a  b", "1 directive skip", "3 ul", "  3 item", "    3 c", "    3 directive sheet keep", "  5 item", "    5 d",
         "7 h1 E", "7 directive x", "9 f|g / 1|2", "11 directive y"],
    ),
    "a picture that leads nowhere is its text": ("a <img alt='b'> c <img width=3>", ["1 a b c"]),
    "what stands in a box is read as anywhere else": (
        "<div>\n$$\na<b\n$$\n[^1]: c\n\nd\n: e\n</div>",
        ["2 $$ a<b", "5 footnote 1", "  5 c", "7 defined d", "  8 e"],
    ),
    "a comment over blank lines": ("<div>\na <!-- b\n\nc\n\nd --> e\n</div>", ["2 a  e"]),
    "a comment without an end leaves the next comment alone": (
        "<div>\na <!-- b\n</div>\n\n# C\n\nd <!-- e -->",
        ["2 a  b", "5 h1 C", "7 d <!-- e -->"],
    ),
    "a comment without an end": ("a\n\n<!-- b\n\n# C\n\n- d <b>e</b>", ["1 a", "3 b", "5 h1 C", "7 ul", "  7 item", "    7 d <b>e</b>"]),
    "scripts and drawings are left out": ("<script>\nif (a<b)\n\n</script>\n<svg>\n<path>\n\n<text>x</text>\n</svg>\n\ny", ["11 y"]),
    "a script without an end": ("<script>\na\n\n# B", ["2 a", "4 h1 B"]),
    "films are links": ("<video src='a.mp4'></video>", ['1 <a href="a.mp4">a.mp4</a>']),
    "declarations": ("<!DOCTYPE html>\n<?php echo 1 ?>\n<![CDATA[a<b>]]>", ["2 \\<?php echo 1 ?>", "3 a\\<b>"]),
    "closing tags of nothing": ("</div></details></td></ul></b>\ntext", ["2 text"]),
    "a reference definition is text": ("<div>\n[a]: http://b\n</div>", ["2 [a]: http://b"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_html_is_read_for_its_meaning(name: str) -> None:
    source, expected = CASES[name]
    assert shape(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<String>\n<String> <T>", ["1 html-unknown", "2 html-unknown"]),
        ("a\n\n<!-- b\n<!-- c", ["3 html-unclosed-comment"]),
        ("<style>\na{}\n</style>\n<svg></svg>", ["1 html-dropped", "4 html-dropped"]),
        ("<pre>a", ["1 html-unclosed"]),
        ("<iframe\n src='https://a.b'></iframe>", ["1 html-embedded"]),
        ("<video><source src='a.mp4'></video>", ["1 html-embedded"]),
        ("<blockquote>" * 50 + "x", ["1 html-too-deep"]),
        ("<div><p><b>a</b></p></div>\n\n<details><summary>b</summary></details><!-- c -->", []),
        ("plain <b>text</b> and List<String>", []),
    ],
)
def test_what_is_not_read_is_named_at_its_line(source: str, expected: list[str]) -> None:
    assert codes(source) == expected


def test_what_is_too_deep_is_lifted_and_named() -> None:
    source = "<details>\n<summary>s</summary>\n\n" * 30 + "".join("  " * i + f"- x{i}\n" for i in range(18))
    assert codes(source) == ["96 too-deep"]
    found = [line.split()[-1] for line in shape(source) if re.search(r" x\d+$", line)]
    assert found == [f"x{i}" for i in range(18)]


def test_a_dropped_element_is_named_with_its_lines() -> None:
    found = read("x\n\n<svg>\n<text>a</text>\n</svg>")[1][0]
    assert (found.place.line, found.place.end, found.message) == (3, 5, "<svg> is left out with all that is in it")


def test_notes_without_html_stay_what_they_are() -> None:
    nodes = b.read_blocks("# A\n\n- b\n  > c\n\n| d | e |\n|---|---|\n| 1 | 2 |\n").nodes
    made, said = meaning(nodes, "n.md")
    assert all(a is c for a, c in zip(made, nodes, strict=True))
    assert not said


def test_addresses_reach_the_inline_engine_as_they_are_written() -> None:
    source = r"<div><img src='a_b*c_d*[e](f)$g$`h`\i.png?x=1&copy=2' alt='&lt;A&gt; _b_'></div>"
    picture = next(run for run in read_inline(shape(source)[0][2:]).text if run.kind == "image")
    assert (picture.href, picture.text) == (r"a_b*c_d*[e](f)$g$`h`\i.png?x=1&copy=2", "<A> _b_")


def test_unknown_tags_are_shown_by_the_inline_engine() -> None:
    for source in ("<your-name>", "<div>\nMap<K, V> and <T extends Comparable<T>></div>", "<?php a ?>"):
        shown = read_inline(shape(source)[0][2:]).text.plain
        assert shown == source.removeprefix("<div>\n").removesuffix("</div>")


WORDS = st.sampled_from(["alpha", "beta", "gamma", "가나", "漢字", "a<b", "`code`", "**bold**", "- item"])
NAMES = re.findall(
    r"\S+",
    "div p b a ul li ol table tr td th thead details summary h2 pre code blockquote dl dt dd figure figcaption caption "
    "picture br hr unknown T em span video svg head rt",
)
TAGS = st.sampled_from(NAMES).flatmap(
    lambda name: st.sampled_from([f"<{name}>", f"</{name}>", f"<{name} x='y'>", f"<{name}"])
)
PIECES = st.lists(
    st.one_of(WORDS, TAGS, st.sampled_from(["\n", "\n\n", "\n- ", "\n> ", "\n# ", "<!--", "-->", "    "]))
)


def words(text: str) -> Counter[str]:
    return Counter(re.findall("alpha|beta|gamma|가나|漢字|item", text))


@given(PIECES)
def test_no_word_is_lost_in_any_html(pieces: list[str]) -> None:
    source = " ".join(pieces).translate({1: None})
    nodes, said = read(source)
    kept = words("\n".join(shape(source)))
    hidden = re.findall(r"<!--.*?-->|<[^<>]*>", source, re.DOTALL)
    missing = words(source) - kept - words(" ".join(hidden))
    assert not missing or any(d.code == "html-dropped" for d in said)
    assert all(isinstance(node, b.Node) for node in nodes)


@given(PIECES)
def test_only_comments_to_deckbuild_stay_html_and_lines_are_lines_of_the_note(pieces: list[str]) -> None:
    source = "".join(pieces)
    last = source.count("\n") + 1
    for line in shape(source):
        assert 1 <= int(line.split()[0]) <= last
    again = list(read(source)[0])
    while again:
        node = again.pop()
        assert not isinstance(node, b.Html)
        again += parts_of(node)  # type: ignore[arg-type]


@pytest.mark.real
@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 60_000 + "x" + "</div>" * 60_000,
        "<div>" + "<b>" * 20_000 + "x",
        "<blockquote>" * 20_000 + "x",
        "<details><summary>x</summary>\n\n" * 5_000,
        "<ul><li>" * 8_000 + "x",
        "<table><tr><td>" * 4_000 + "x",
        "<div> <!-- \n" * 8_000 + "x",
        "<pre>\n\n" * 20_000 + "x",
        "<div>" + '<a ="<a" ' * 20_000 + "x",
        "<div>" + "<a href='" * 20_000 + "x",
        "<div>" + "` `` " * 50_000 + "x",
        "<div>\n" + "```a`\n~~~~\n" * 8_000 + "x",
        "<table>" + "<tr><td colspan=999 rowspan=999>x" * 3_000,
        "<table><tr>" + "<td>x" * 20_000 + "<tr>" * 10_000,
        "<div>" + "[<" * 100_000 + "x",
        "".join("  " * i + "- <blockquote>x\n" for i in range(90)),
        "<details><summary>a</summary>\n\n" * 30 + "- " * 90 + "x",
    ],
    ids=lambda source: source[:16],
)
def test_hostile_html_is_read_at_once_and_no_deeper_than_can_be_shown(source: str) -> None:
    nodes, _ = read(source)
    waiting: list[tuple[Part, int]] = [(node, 1) for node in nodes]
    deepest = 0
    said = False
    while waiting:
        node, depth = waiting.pop()
        deepest = max(deepest, depth)
        said = said or "x" in told(node)
        waiting += [(part, depth + 1) for part in parts_of(node)]
    assert said
    assert deepest <= b.MAX_NESTING + 2


@pytest.mark.real
@pytest.mark.skipif("DECKBUILD_CORPUS" not in os.environ, reason="needs DECKBUILD_CORPUS")
def test_no_word_of_the_html_in_real_notes_is_lost() -> None:
    for path in sorted(Path(os.environ["DECKBUILD_CORPUS"]).rglob("*.md")):
        nodes = b.read_blocks(path.read_text("utf-8", errors="replace").replace("\r\n", "\n")).nodes
        made, _ = meaning(nodes, path.name)
        before, after = _visible(nodes), _visible(made)
        assert not before - after, path


def _visible(nodes: tuple[b.Node, ...]) -> Counter[str]:
    found: Counter[str] = Counter()
    waiting: list[Part] = list(nodes)
    while waiting:
        node = waiting.pop()
        text = told(node) if isinstance(node, b.PipeTable) else getattr(node, "text", getattr(node, "summary", ""))
        found.update(re.findall(r"\w+", re.sub(r"<!--.*?-->|</?[A-Za-z][^<>]*>", " ", text, flags=re.DOTALL)))
        waiting += parts_of(node)
    return found
