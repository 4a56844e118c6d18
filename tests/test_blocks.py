"""Markdown as blocks: formulas, footnotes, definitions and whatever is written wrongly keep all of their lines."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from deckbuild.readers import blocks as b
from deckbuild.readers.html.walk import Part, parts_of


def shape(source: str) -> list[str]:
    """One line for each block: its lines, its kind and text; parts are indented."""
    lines: list[str] = []
    waiting: list[tuple[Part, str]] = [(node, "") for node in reversed(b.read_blocks(source).nodes)]
    while waiting:
        node, indent = waiting.pop()
        place = str(node.line) if node.end <= node.line else f"{node.line}-{node.end}"
        lines.append(f"{indent}{place} {told(node)}")
        waiting += reversed([(part, indent + "  ") for part in parts_of(node)])
    return lines


def told(node: Part) -> str:
    match node:
        case b.Heading(level=level, text=text):
            return f"h{level} {text}"
        case b.Paragraph(text=text):
            return f"p {text}"
        case b.Fence(text=text, info=info):
            return f"``` {info} {text}"
        case b.MathBlock(tex=tex):
            return f"$$ {tex}"
        case b.FootnoteText(label=label):
            return f"[^{label}]"
        case b.DefinitionItem(terms=terms):
            return f"dt {' / '.join(terms)}"
        case b.PipeTable(head=head, rows=rows):
            return " / ".join("|".join(row) for row in (head, *rows))
        case _:
            return {"ItemList": "list", "BlockQuote": ">"}.get(type(node).__name__, type(node).__name__.lower())


def said(source: str) -> list[str]:
    return [f"{p.line}-{p.end} {p.kind}: {p.fact}" for p in b.read_blocks(source).problems]


CASES: dict[str, tuple[str, list[str]]] = {
    "a formula directly below text": ("a\n$$\nx\n$$\nb", ["1 p a", "2-4 $$ x", "5 p b"]),
    "a formula holds what looks like a list, a heading or a blank line": ("$$\na\n- b\n= c\n\n# d\n$$", ["1-7 $$ a\n- b\n= c\n\n# d"]),
    "a formula on one line": ("a\n$$ x $$\nb", ["1 p a", "2 $$ x", "3 p b"]),
    "a formula in an item and in a quote": (
        "- a\n  $$\n  x\n  $$\n\n> $$y$$\n> b",
        ["1-4 list", "  1-4 item", "    1 p a", "    2-4 $$ x", "6-7 >", "  6 $$ y", "  7 p b"],
    ),
    "text behind the end of a formula goes on": ("$$\nx\n$$ where y\nz", ["1-3 $$ x", "3-4 p where y\nz"]),
    "a full stop behind a formula belongs to it": ("$$\nx\n$$.", ["1-3 $$ x."]),
    "an environment of maths is a formula": (
        "a\n\\begin{align*}\nx &= \\{1\\} \\\\\ny &= *2*\n\\end{align*}\nb",
        ["1 p a", "2-5 $$ \\begin{align*}\nx &= \\{1\\} \\\\\ny &= *2*\n\\end{align*}", "6 p b"],
    ),
    "an environment in an item and in a quote": (
        "- a\n\n  \\begin{cases}\n  1\n  \\end{cases}\n\n> \\begin{gather}\n> x\n> \\end{gather}",
        ["1-5 list", "  1-5 item", "    1 p a", "    3-5 $$ \\begin{cases}\n1\n\\end{cases}", "7-9 >", "  7-9 $$ \\begin{gather}\nx\n\\end{gather}"],
    ),
    "environments with signs between them are one formula": (
        "\\begin{matrix}a\\end{matrix} = \\begin{matrix}\nb\\\\c\n\\end{matrix}^2.",
        ["1-3 $$ \\begin{matrix}a\\end{matrix} = \\begin{matrix}\nb\\\\c\n\\end{matrix}^2."],
    ),
    "signs behind an environment belong to it": ("\\begin{vmatrix}a\\end{vmatrix} = ad - bc", ["1 $$ \\begin{vmatrix}a\\end{vmatrix} = ad - bc"]),
    "text behind the end of an environment goes on": (
        "\\begin{align}\nx\n\\end{align} where y\nz",
        ["1-3 $$ \\begin{align}\nx\n\\end{align}", "3-4 p where y\nz"],
    ),
    "an environment that is never closed or has a blank line is text": (
        "\\begin{align}\nx\n\n\\end{align}",
        ["1-2 p \\begin{align}\nx", "4 p \\end{align}"],
    ),
    "an environment of no maths is text": ("\\begin{itemize}\nx\n\\end{itemize}", ["1-3 p \\begin{itemize}\nx\n\\end{itemize}"]),
    "an environment on one line with words behind it is text": ("\\begin{cases}1\\end{cases} if so", ["1 p \\begin{cases}1\\end{cases} if so"]),
    "a formula in a sentence is none of its own": ("a $$x$$ b\n$$y$$ (1)", ["1-2 p a $$x$$ b\n$$y$$ (1)"]),
    "a formula that is never closed is text": ("$$ a\n\nb\n\n- $$\n  c\n- d", ["1 p $$ a", "3 p b", "5-7 list", "  5-6 item", "    5-6 p $$\nc", "  7 item", "    7 p d"]),
    "an unclosed formula ends before the next": ("$$\na\n\n$$ x $$\n", ["1-2 p $$\na", "4 $$ x"]),
    "LaTeX brackets": ("\\[\nx \\\\[2pt]\ny\n\\]\n\n\\[z = 1\\]", ["1-4 $$ x \\\\[2pt]\ny", "6 $$ z = 1"]),
    "escaped brackets are no formula": ("\\[words\\]", ["1 p \\[words\\]"]),
    "an indented formula is code": ("    $$\n    x\n    $$", ["1-3 ``` None $$\nx\n$$"]),
    "footnotes below each other": ("a[^1]\n[^1]: 元明\n[^b]: c", ["1 p a[^1]", "2 [^1]", "  2 p 元明", "3 [^b]", "  3 p c"]),
    "a footnote with paragraphs and a list": (
        "[^1]: a\nb\n\n    c\n    - d\n\ne",
        ["1-5 [^1]", "  1-2 p a\nb", "  4 p c", "  5 list", "    5 item", "      5 p d", "7 p e"],
    ),
    "a footnote that begins below its label": ("[^1]:\n    a", ["1-2 [^1]", "  2 p a"]),
    "a footnote in a quote and in an item": ("> [^1]: a\n\n- [^2]: b", ["1 >", "  1 [^1]", "    1 p a", "3 list", "  3 item", "    3 [^2]", "      3 p b"]),
    "no footnote": ("[^a b]: c\n\n`[^1]: d`", ["1 p [^a b]: c", "3 p `[^1]: d`"]),
    "a term": ("a\n: b\n\nc\n\n: d", ["1-2 dt a", "  2 p b", "4-6 dt c", "  6 p d"]),
    "terms of one meaning": ("a\nb\n: c", ["1-3 dt a / b", "  3 p c"]),
    "meanings of one term": ("a\n: b\n:   c\nd\n: e", ["1-3 dt a", "  2 p b", "  3 p c", "4-5 dt d", "  5 p e"]),
    "a meaning with more below": (
        "a\n: b\n\n    c\n\n    - d\n\ne",
        ["1-6 dt a", "  2 p b", "  4 p c", "  6 list", "    6 item", "      6 p d", "8 p e"],
    ),
    "a term in a quote": ("> a\n> : b", ["1-2 >", "  1-2 dt a", "    2 p b"]),
    "no terms": (
        "a sentence.\n: b\n\n: c\n\nd\n:e\n\nf:\n: g",
        ["1-2 p a sentence.\n: b", "4 p : c", "6-7 p d\n:e", "9-10 p f:\n: g"],
    ),
    "a lone mark of a quote is nothing": (">\n\na", ["3 p a"]),
    "a row beyond the head widens the table": ("|a|b|\n|-|-|\n|1|2|3|4|\n|5|", ["1-4 a|b|| / 1|2|3|4 / 5|||"]),
    "a label before a word that is no address is text": ("[正体]: 本人", ["1 p [正体]: 本人"]),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_blocks_are_what_their_author_meant(name: str) -> None:
    source, expected = CASES[name]
    assert shape(source) == expected


def test_definitions_of_links_are_kept_as_they_are_written() -> None:
    found = b.read_blocks("[A  b]: <그림 1.png> 'T'\n[c]: http://d/e_f\n[c]: x\n\n[a B], [c]")
    assert {label: (link.href, link.title) for label, link in found.links.items()} == {
        "a b": ("그림 1.png", "T"),
        "c": ("http://d/e_f", ""),
    }
    assert not found.problems


PROBLEMS: dict[str, tuple[str, list[str]]] = {
    "definitions that nobody uses": (
        "[a]\n\n[a]: x.md\n[b]: y.md\n[c]: z.md\n  'T'",
        ["4-6 unused-link: no link refers to [b], [c]"],
    ),
    "a definition in a quote": ("> [b]: y.md", ["1-1 unused-link: no link refers to [b]"]),
    "a fence without an end": ("a\n\n```py\nb", ["3-4 unclosed-fence: the fence ``` that opens here is never closed"]),
    "a fence that ends with another mark": (
        "```\na\n~~~\n\nb",
        ["1-5 unclosed-fence: the fence ``` that opens here is never closed; line 3 has ~~~"],
    ),
    "a fence that ends with a mark too short": (
        "~~~~\na\n~~~",
        ["1-3 unclosed-fence: the fence ~~~~ that opens here is never closed; line 3 has ~~~"],
    ),
    "a fence that ends outside of its item": (
        "- ```\n  a\n```\nb",
        [
            "1-2 unclosed-fence: the fence ``` that opens here is never closed; line 3 has ```",
            "3-4 unclosed-fence: the fence ``` that opens here is never closed",
        ],
    ),
    "a fence that ends far below": (
        "```\na\n~~~\n# b\n```",
        ["1-5 unclosed-fence: the fence ``` that opens here is closed in line 5; line 3 has ~~~"],
    ),
    "fences in a fence": ("````md\n```\na\n```\n````\n\n```\n~~~\na\n~~~\n```\n\n```\n```", []),
    "rows beyond the head": ("|a|b|\n|-|-|\n|1|2|3|\n", ["3-3 long-row: this row has 3 cells and the head of its table 2"]),
    "what looks like a table": (
        "a\n|b|c|`d|e`|\n|-|-|-|\n|1|2|3|",
        ["2-4 no-table: this looks like a table, but its head has 4 cells and the rule 3"],
    ),
    "a table": ("a | b\n-|-\n`c\\|d`\n", []),
    "both sides of a merge": (
        "a\n<<<<<<< HEAD\n- b\n=======\n- c\n>>>>>>> d\n\n- e",
        ["2-6 merge-conflict: a merge conflict is not resolved; both sides of it are read, and its marks"],
    ),
    "both sides of a merge, shown": ("```\n<<<<<<< HEAD\nb\n=======\nc\n>>>>>>> d\n```\n\n    <<<<<<< a", []),
    "half the marks of a merge": ("<<<<<<< HEAD\nb\n>>>>>>> d\n\n>>>>>>> d\n\na\n=======\n", []),
    "lines too deep": ("> " * 50 + "a", ["1-1 too-deep: these lines are nested deeper than 40 levels and are read as if they were not"]),
}  # fmt: skip


@pytest.mark.parametrize("name", PROBLEMS)
def test_what_was_not_meant_so_is_named_at_its_lines(name: str) -> None:
    source, expected = PROBLEMS[name]
    assert said(source) == expected


def deepest(nodes: tuple[b.Node, ...]) -> int:
    waiting: list[tuple[Part, int]] = [(node, 1) for node in nodes]
    found = 0
    while waiting:
        node, depth = waiting.pop()
        found = max(found, depth)
        waiting += [(part, depth + 1) for part in parts_of(node)]
    return found


def texts(source: str) -> list[str]:
    return [line.split(" p ", 1)[1] for line in shape(source) if " p " in line]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("".join("  " * i + f"- x{i}\n" for i in range(60)), [f"x{i}" for i in range(60)]),
        ("".join("\t" * i + f"1. x{i}\n" for i in range(60)), [f"x{i}" for i in range(60)]),
        (">" * 60 + " a\n" + ">" * 60 + " b\n\nc", ["a", "b", "c"]),
        ("- " * 60_000 + "a", ["a"]),
        ("[^a]: " * 60 + "b", ["[^a]: " * 20 + "b"]),
    ],
    ids=["bullets", "numbers", "quotes", "one line", "footnotes"],
)
def test_what_is_too_deep_is_lifted_in_its_order(source: str, expected: list[str]) -> None:
    assert texts(source) == expected
    assert deepest(b.read_blocks(source).nodes) <= b.MAX_NESTING + 2


# every line is somewhere


def covered(syntax: b.Syntax) -> set[int]:
    """The lines of all blocks that hold text, and of all problems."""
    found = {line for problem in syntax.problems for line in range(problem.line, problem.end + 1)}
    waiting: list[Part] = list(syntax.nodes)
    while waiting:
        node = waiting.pop()
        parts = parts_of(node)
        waiting += parts
        if isinstance(node, b.DefinitionItem):
            found.update(range(node.line, node.line + len(node.terms)))
        if not parts:
            found.update(range(node.line - isinstance(node, b.Fence), node.end + 1))
    return found


MARKS = "- |* |1. |> |>|# |    |\t|  |``` |~~~|$$|\\[|\\]|: |[^a]: |[a]: |[a]: b 'c|[a]|]: x.md|| |---|===|<div>|<!-- |-->|</div>|<pre>"
PIECES = st.lists(
    st.one_of(st.sampled_from([*MARKS.split("|"), "|", "|-|-|"]), st.sampled_from(["\n", "\n\n", "w", "가 나", "字"])),
    max_size=40,
)


@given(PIECES)
@example(["$$", "\n", "w", "\n", "$$", "w"])
@example(["w", "\n", ": ", "w", "\n", "w", "\n", ": ", "- ", "w"])
def test_every_line_with_a_word_is_in_a_block_or_named(pieces: list[str]) -> None:
    source = "".join(pieces)
    syntax = b.read_blocks(source)
    used = "[a]" in source
    said = {i for i, line in enumerate(source.split("\n"), 1) if any(word in line for word in ("w", "가", "字"))}
    assert said <= covered(syntax) or (used and syntax.links)


@given(st.text(alphabet=" \t\n>-*+1.):[]^$\\|`~#=<!ab가", max_size=300))
def test_lines_of_blocks_are_lines_of_the_note(source: str) -> None:
    last = source.count("\n") + 1
    waiting: list[Part] = list(b.read_blocks(source).nodes)
    while waiting:
        node = waiting.pop()
        assert 1 <= node.line <= last + 1
        assert node.end <= last + 1
        waiting += parts_of(node)
