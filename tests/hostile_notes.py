"""Notes that nobody would write and every reader must survive, by name: for the benchmark and for tests."""

from __future__ import annotations

from collections.abc import Callable

MEGABYTE = 1_000_000


def line_of(piece: str, letters: int = MEGABYTE) -> str:
    """One line of a megabyte: the same piece again and again."""
    return (piece * (letters // len(piece) + 1))[:letters] + "\n"


def footnotes(count: int = 20_000) -> str:
    """As many footnotes, each with the statement that refers to it."""
    text = "".join(f"Statement {i} says so.[^{i}]\n\n" for i in range(count))
    return text + "".join(f"[^{i}]: What note {i} says.\n" for i in range(count))


def definitions(count: int = 20_000) -> str:
    """As many link reference definitions, each of them used."""
    text = "".join(f"See [page {i}][p{i}].\n\n" for i in range(count))
    return text + "".join(f'[p{i}]: https://example.com/{i} "Page {i}"\n' for i in range(count))


HOSTILE: dict[str, Callable[[], str]] = {
    "100,000 [": lambda: "[" * 100_000,
    "60,000-deep >": lambda: "> " * 60_000 + "deep\n",
    "60,000-deep > without spaces": lambda: ">" * 60_000 + "deep\n",
    "60,000-deep lists on a line": lambda: "- " * 60_000 + "deep\n",
    "1,500-deep lists line by line": lambda: "".join("  " * i + "- deep\n" for i in range(1_500)),
    "1 MB in a line": lambda: line_of("plain words and 한국어 문장 "),
    "1 MB of spaces behind a question": lambda: "What?" + " " * MEGABYTE + "a\n",
    "1 MB without a space": lambda: line_of("x"),
    "1 MB of *": lambda: line_of("*"),
    "1 MB of *a": lambda: line_of("*a "),
    "1 MB of _": lambda: line_of("_"),
    "1 MB of `": lambda: line_of("`"),
    "1 MB of `a``": lambda: line_of("`a`` "),
    "1 MB of $": lambda: line_of("$"),
    "1 MB of $a": lambda: line_of("$a "),
    "1 MB of \\(a": lambda: line_of("\\(a "),
    "1 MB of <a": lambda: line_of("<a "),
    "1 MB of <a>": lambda: line_of("<a>"),
    "1 MB of ==a": lambda: line_of("==a "),
    "1 MB of {{c1::": lambda: line_of("{{c1::"),
    "1 MB of ![": lambda: line_of("!["),
    "1 MB of [[": lambda: line_of("[["),
    "1 MB of ](": lambda: line_of("[a]("),
    "1 MB of arrows": lambda: line_of("a -> "),
    "1 MB of colons": lambda: line_of("a : "),
    "1 MB of |": lambda: line_of("|") + line_of("-|") + line_of("|"),
    "1 MB of &": lambda: line_of("&"),
    "1 MB of backslashes": lambda: line_of("\\"),
    "100,000 headings": lambda: "".join(f"## Heading {i}\n" for i in range(100_000)),
    "100,000 headings of one title": lambda: "# Same\n" * 100_000,
    "20,000 footnotes": footnotes,
    "5,000 speaker notes": lambda: "".join(f"Line {i}.\n\n::: notes\nSaid {i}.\n:::\n\n" for i in range(5_000)),
    "20,000 reference definitions": definitions,
    "100,000 lines of a quote": lambda: "> line\n" * 100_000,
    "100,000 items": lambda: "- item\n" * 100_000,
    "100,000 lines of a paragraph": lambda: "line of it\n" * 100_000,
    "50,000 fences": lambda: "```\nx\n```\n" * 50_000,
    "50,000 open $$": lambda: "$$\nx\n\n" * 50_000,
    "lone surrogates": lambda: "# \ud800 title\n\n- **a\udfff** : \ud800\n" * 1_000,
    "NUL": lambda: "# \x00 title\n\n- **a\x00** : \x00 word\n" * 1_000,
    "combining marks": lambda: "# a" + "\u0301" * 200_000,
}
