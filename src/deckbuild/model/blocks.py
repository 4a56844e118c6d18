"""The closed union of blocks: what a passage of a note is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, Union

from msgspec import Struct, field

from .text import NOWHERE, Place, RichText


class _Block(Struct, frozen=True, tag_field="type", omit_defaults=True, forbid_unknown_fields=True):
    """The base of all blocks. The first field of each is what stands beside its name in YAML."""


class Definition(_Block, frozen=True, tag="definition"):
    """The sentence that says what the concept is."""

    text: RichText
    place: Place = field(default=NOWHERE, name="line")


class Point(_Block, frozen=True, tag="point"):
    """One statement: in a `List` an item, elsewhere a paragraph of prose. `leads_to` are its consequences (lines that began
    with an arrow), `body` is what was nested below it."""

    text: RichText
    leads_to: tuple[RichText, ...] = ()
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


class Pair(_Block, frozen=True, tag="pair"):
    """`A -> B` or `X = Y`: two sides. `leads_to` as in a `Point`; `both`: its author wants each to ask for the other."""

    left: RichText
    right: RichText
    sign: Literal["->", "="] = "->"
    leads_to: tuple[RichText, ...] = ()
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")
    both: bool = False


class Labelled(_Block, frozen=True, tag="label"):
    """`label : text`: a statement that says what it is about. The text may be empty where only nested blocks follow."""

    label: RichText
    text: RichText = field(default_factory=RichText)
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


class Term(_Block, frozen=True, tag="term"):
    """A term and what it means: one that the concept explains beside its own."""

    term: RichText
    meaning: RichText
    place: Place = field(default=NOWHERE, name="line")


class Question(_Block, frozen=True, tag="question"):
    """A question that the author asks, and the answer that the author gives; where it is more than text, `body` is.

    `marked`: nothing but a mark (`Q:`, `Answer:`) says that it is one; `number`: what it is called (`Q3`, `問1`).
    """

    question: RichText
    answer: RichText = field(default_factory=RichText)
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")
    marked: bool = False
    number: str = ""


class Cloze(_Block, frozen=True, tag="cloze"):
    """A statement with holes that its author marked: the runs with a `cloze` group are what a card leaves out."""

    text: RichText
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


class Consequence(_Block, frozen=True, tag="consequence"):
    """What follows from the block before, where that is not a `Point`."""

    text: RichText
    place: Place = field(default=NOWHERE, name="line")


class Conclusion(_Block, frozen=True, tag="conclusion"):
    """What a whole section with its children comes to; it stands after them."""

    text: RichText
    place: Place = field(default=NOWHERE, name="line")


class Example(_Block, frozen=True, tag="example"):
    """One example, as a sentence."""

    text: RichText
    place: Place = field(default=NOWHERE, name="line")


class Subheading(_Block, frozen=True, tag="subheading"):
    """A line set in bold that names what follows, where that is not a list (see `List.label`)."""

    text: RichText
    place: Place = field(default=NOWHERE, name="line")


ListRole = Literal["points", "steps", "examples", "references", "pros", "cons", "contents"]
"""What a list is for. One of `contents` says what else the note holds; nothing is made of it."""


class List(_Block, frozen=True, tag="list"):
    """Items that belong together: a Markdown list, or the lines of one paragraph of a prose fence.

    `style` is how the author set it: `bullet`, `ordered` (from `start`), or `lines` (no markers at all).
    """

    items: tuple[Block, ...]
    label: RichText = field(default_factory=RichText, name="title")
    role: ListRole = "points"
    style: Literal["bullet", "ordered", "lines"] = "bullet"
    start: int = 1
    place: Place = field(default=NOWHERE, name="line")


class Reference(_Block, frozen=True, tag="reference"):
    """Where to read on."""

    title: RichText
    url: str
    place: Place = field(default=NOWHERE, name="line")


class Figure(_Block, frozen=True, tag="figure"):
    """A picture by its path as written (relative to the note), with its caption. `alt` only where it says something;
    `link` is the address that it leads to."""

    src: str
    caption: RichText = field(default_factory=RichText)
    alt: str = ""
    link: str = ""
    place: Place = field(default=NOWHERE, name="line")


class Code(_Block, frozen=True, tag="code"):
    """Code, or the output of a program, verbatim and without the last newline."""

    text: str
    lang: str = ""
    role: Literal["code", "output"] = "code"
    place: Place = field(default=NOWHERE, name="line")


class Command(_Block, frozen=True, tag="command"):
    """A command to type into a shell, verbatim, without prompt sign; `comment` says what it does."""

    code: str
    comment: RichText = field(default_factory=RichText)
    output: str = ""
    lang: str = ""
    place: Place = field(default=NOWHERE, name="line")


Align = Literal["", "left", "center", "right"]


class Table(_Block, frozen=True, tag="table"):
    """A table: `head` and each row have as many cells as `align` has entries."""

    head: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...] = ()
    align: tuple[Align, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


class Quote(_Block, frozen=True, tag="quote"):
    """What somebody else said."""

    body: tuple[Block, ...]
    place: Place = field(default=NOWHERE, name="line")


class Callout(_Block, frozen=True, tag="callout"):
    """A box that the author drew attention with; `kind` is its name in lower case (note, tip, warning …)."""

    kind: str
    title: RichText = field(default_factory=RichText)
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


class Math(_Block, frozen=True, tag="math"):
    """A displayed formula, in LaTeX without its dollar signs."""

    tex: str
    place: Place = field(default=NOWHERE, name="line")


class Diagram(_Block, frozen=True, tag="diagram"):
    """A diagram given as text; `lang` is the name of its fence (mermaid, stack, anatomy)."""

    source: str
    lang: str
    caption: RichText = field(default_factory=RichText)
    place: Place = field(default=NOWHERE, name="line")


class Todo(_Block, frozen=True, tag="todo"):
    """Something that the author meant to do: kept, and shown to the author alone. `body` is what was nested below it."""

    text: RichText
    done: bool = False
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


class SpeakerNotes(_Block, frozen=True, tag="notes"):
    """What the author wants to say where it stands: in the notes of its slide and, unless it is `private`, beside it on a
    handout, shown nowhere else."""

    body: tuple[Block, ...]
    place: Place = field(default=NOWHERE, name="line")
    private: bool = False


class Footnote(_Block, frozen=True, tag="footnote"):
    """What a footnote says; a run of kind `reference` with the same label points at it."""

    label: str
    text: RichText = field(default_factory=RichText)
    body: tuple[Block, ...] = ()
    place: Place = field(default=NOWHERE, name="line")


Order = Literal["skip", "sheet keep", "sheet skip", "slide break", "slide skip"]
"""What `<!-- deckbuild: … -->` asks for: `skip` leaves something out of all that is made of the model, `slide skip` and
`sheet skip` out of the slides or the cheat sheet alone, `sheet keep` keeps it on the sheet whatever the room, `slide break`
begins a new slide with it."""


class Directive(_Block, frozen=True, tag="directive"):
    """An order about the block that follows in the same body."""

    order: Order
    place: Place = field(default=NOWHERE, name="line")


Block = Union[  # noqa: UP007 - msgspec resolves this name at run time
    Definition,
    Point,
    Pair,
    Labelled,
    Term,
    Question,
    Cloze,
    Consequence,
    Conclusion,
    Example,
    Subheading,
    List,
    Reference,
    Figure,
    Code,
    Command,
    Table,
    Quote,
    Callout,
    Math,
    Diagram,
    Todo,
    SpeakerNotes,
    Footnote,
    Directive,
]


def nested(block: Block) -> tuple[Block, ...]:
    """The blocks directly inside a block."""
    match block:
        case List(items=inner) | Quote(body=inner) | Callout(body=inner):
            return inner
        case Point(body=inner) | Pair(body=inner) | Labelled(body=inner) | Question(body=inner):
            return inner
        case Cloze(body=inner) | Todo(body=inner) | Footnote(body=inner) | SpeakerNotes(body=inner):
            return inner
        case _:
            return ()


def blocks(body: Iterable[Block]) -> Iterator[Block]:
    """All blocks of a body at any depth, each before what it holds."""
    for block in body:
        yield block
        yield from blocks(nested(block))
