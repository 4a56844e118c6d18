"""What a note consists of before anything is read into it: syntax blocks with the lines that they stand on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from ..inline import Link


class Heading(Struct, frozen=True):
    """`level` 1–6; `text` is the raw source without `#`."""

    level: int
    text: str
    line: int
    end: int


class Paragraph(Struct, frozen=True):
    """Raw lines joined by newlines; `line` and `end` are its first and last line in the file, counted from 1."""

    text: str
    line: int
    end: int


class Fence(Struct, frozen=True):
    """A fenced or indented (`info` is then `None`) block. `line` is the first line of `text`; `end` that of the closing fence.

    `verbatim` where its author said that it is no prose (`<pre>`): spaces stay.
    """

    text: str
    info: str | None
    line: int
    end: int
    verbatim: bool = False


class MathBlock(Struct, frozen=True):
    """A displayed formula, without its `$$` or `\\[ \\]`."""

    tex: str
    line: int
    end: int


class Item(Struct, frozen=True):
    """One item of a list; `number` is the one that its author wrote before it."""

    body: tuple[Node, ...]
    line: int
    end: int
    number: int = 0


class ItemList(Struct, frozen=True):
    """A bullet list, or a numbered one that begins at `start`; `sign` is what stands behind its numbers, `.` or `)`."""

    items: tuple[Item, ...]
    ordered: bool
    start: int
    line: int
    end: int
    sign: str = "."


class BlockQuote(Struct, frozen=True):
    """A quotation, or a callout where its first line is `[!kind]`."""

    body: tuple[Node, ...]
    line: int
    end: int


class FootnoteText(Struct, frozen=True):
    """`[^label]: …`: what a footnote says, where its author wrote it."""

    label: str
    body: tuple[Node, ...]
    line: int
    end: int


class DefinitionItem(Struct, frozen=True):
    """Terms, each on its line and raw, and below them `: what they mean`. Each meaning begins with a block of its own."""

    terms: tuple[str, ...]
    body: tuple[Node, ...]
    line: int
    end: int


class PipeTable(Struct, frozen=True):
    """Raw cells; `align` is one of `left`, `center`, `right` or empty for each column."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    align: tuple[str, ...]
    line: int
    end: int


class Html(Struct, frozen=True):
    """A block of raw HTML."""

    text: str
    line: int
    end: int


class Details(Struct, frozen=True):
    """`<details>`: what a reader sees only on asking. `summary` is raw inline text."""

    summary: str
    body: tuple[Node, ...]
    line: int
    end: int


class Directive(Struct, frozen=True):
    """`<!-- deckbuild: order -->`, whatever the order. It stands behind the block in whose lines it was written."""

    order: str
    line: int
    end: int


class Speech(Struct, frozen=True):
    """What a speaker says beside what is shown: `::: notes`, `<!-- note: … -->`; `private` is for no handout either."""

    body: tuple[Node, ...]
    line: int
    end: int
    private: bool = False


class Rule(Struct, frozen=True):
    """A thematic break."""

    line: int
    end: int


Node = (
    Heading
    | Paragraph
    | Fence
    | MathBlock
    | ItemList
    | BlockQuote
    | FootnoteText
    | DefinitionItem
    | PipeTable
    | Html
    | Details
    | Directive
    | Speech
    | Rule
)


ProblemKind = Literal[
    "too-deep", "unclosed-box", "unclosed-fence", "unused-link", "long-row", "no-table", "merge-conflict"
]


class Problem(Struct, frozen=True):
    """Something that the author should know of the lines from `line` to `end`; `fact` says what."""

    kind: ProblemKind
    line: int
    end: int
    fact: str


class Syntax(Struct, frozen=True):
    """The blocks of a note, its link reference definitions by their normalised labels, and what there is to say of it."""

    nodes: tuple[Node, ...]
    links: Mapping[str, Link]
    problems: tuple[Problem, ...]
