"""What a card is before it is HTML: what is shown, what is asked, what is answered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Literal, Union

from msgspec import Struct, field

from ...config import CardKind
from ...diagnostics import Diagnostic
from ...model import NOWHERE, Align, Place, RichText

Kind = CardKind
NoteType = Literal["basic", "cloze", "typed", "occlusion"]


class Text(Struct, frozen=True):
    """A paragraph."""

    text: RichText


class Blank(Struct, frozen=True):
    """A stretch of a sentence: left out on the card of its `number` (from 1), always there with number 0.

    `hint` is what stands in its place.
    """

    text: RichText
    number: int = 0
    hint: str = ""


class Blanks(Struct, frozen=True):
    """A sentence with blanks: each of its numbers is one card, on which the other blanks are filled."""

    parts: tuple[Blank, ...]


class Item(Struct, frozen=True):
    """One item of a list. One that is `asked` (nothing is `inner` to it) is blank on the front; a `hidden` one is a bar
    on both sides."""

    text: RichText
    inner: tuple[Part, ...] = ()
    state: Literal["shown", "asked", "hidden"] = "shown"


class Items(Struct, frozen=True):
    """A list, numbered from `start` where it is `ordered`."""

    items: tuple[Item, ...]
    ordered: bool = False
    start: int = 1


class Listing(Struct, frozen=True):
    """Code, or (with `shell`) commands that are set with a prompt sign; the line with the index `blank` is left out."""

    code: str
    lang: str = ""
    shell: bool = False
    blank: int = -1


class Grid(Struct, frozen=True):
    """A table; the cell at `row` and `column` (from 0) is the one that was asked for, none with -1."""

    head: tuple[RichText, ...]
    rows: tuple[tuple[RichText, ...], ...]
    align: tuple[Align, ...] = ()
    row: int = -1
    column: int = -1


class Formula(Struct, frozen=True):
    """A displayed formula in LaTeX."""

    tex: str


class Image(Struct, frozen=True):
    """A picture, by `Figure.src`."""

    src: str


class Mask(Struct, frozen=True):
    """A label that is hidden on the card of its `number`, by boxes in fractions of the picture (left, top, width,
    height), and on all others as well."""

    text: RichText
    boxes: tuple[tuple[float, float, float, float], ...]
    number: int


class Masks(Struct, frozen=True):
    """A picture, by `Figure.src`, with its labels hidden: each of them is one card."""

    src: str
    masks: tuple[Mask, ...]


Part = Union[Text, Blanks, Items, Listing, Grid, Formula, Image, Masks]  # noqa: UP007 - msgspec resolves this name at run time


class Key(Struct, frozen=True, order=True):
    """What a card is about, for its identity: titles of the sections above it, the rule, the text it asks about, and
    the labels that stand between section and text (a list, an item, a line in bold)."""

    concept: tuple[str, ...]
    rule: str
    text: str
    labels: tuple[str, ...] = ()

    @property
    def above(self) -> tuple[str, ...]:
        """All that stands above the text; a label that becomes a heading is the same to a card."""
        return (*self.concept, *self.labels)


class Reverse(Struct, frozen=True):
    """The other way round: what was the answer asks for what was asked; without a `cue` where it asks by itself."""

    prompt: RichText
    cue: str
    answer: RichText


class Card(Struct, frozen=True, kw_only=True):
    """One note of the deck: mostly one card, two with a `reverse`, as many as it has blanks.

    On the front stand, in this order, the `path`, the `topic` on its own line, the `prompt` with its `cue` (the words
    that ask) or its `gap` (the place of the answer), `nth` (which of how many), and `shown`; a picture comes first.
    On the back stands the `answer`, or the front with its blanks filled, then `extra` and `source`.
    """

    kind: Kind
    key: Key
    topic: RichText = field(default_factory=RichText)
    prompt: RichText = field(default_factory=RichText)
    cue: str = ""
    gap: str = ""
    nth: str = ""
    shown: tuple[Part, ...] = ()
    answer: tuple[Part, ...] = ()
    extra: tuple[Part, ...] = ()
    typed: str = ""
    reverse: Reverse | None = None
    path: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    subdeck: tuple[str, ...] = ()
    """The sections that have a deck of their own, below that of the note."""
    own: bool = False
    """Whether the author made it a card (`Q:`, `{{c1::…}}`, `front :: back`, a vocabulary): it is never left out for others."""
    weak: bool = False
    """Whether little speaks for it: it is made only where a note gives few others."""
    group: str = ""
    """Cards of one group give each other away: they are kept apart (`due`)."""
    due: int = 0
    """Its place among the new cards, from 0."""
    place: Place = NOWHERE

    @property
    def note_type(self) -> NoteType:
        """The kind of Anki note: part of its identity, since Anki cannot change it later.

        So it must not depend on other cards: a command whose turn it is not to be typed has an empty field instead.
        """
        if self.kind == "command":
            return "typed"
        if self.kind == "occlusion":
            return "occlusion"
        return "cloze" if self.numbers else "basic"

    @property
    def count(self) -> int:
        """How many cards Anki makes of it."""
        return max(1, len(self.numbers)) + (self.reverse is not None)

    @property
    def numbers(self) -> tuple[int, ...]:
        """The numbers of its blanks, sorted; empty for a card without."""
        return tuple(sorted({number for number, _ in blanks(self.shown)}))


class CardPlan(Struct, frozen=True):
    """The cards of a deck in the order of the note. `source` is the note's path, `language` an ISO 639-1 code."""

    deck_name: str
    language: str
    source: str
    cards: tuple[Card, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    spare: tuple[Card, ...] = ()
    """Weak cards that are not made, since the note gives enough others; but a card that students have stays."""

    @property
    def counts(self) -> dict[str, int]:
        """How many cards there are of each kind."""
        found: Counter[str] = Counter()
        for card in self.cards:
            found[card.kind] += max(1, len(card.numbers))
            found["reverse"] += card.reverse is not None
        return {kind: number for kind, number in sorted(found.items()) if number}


def blanks(parts: tuple[Part, ...]) -> Iterator[tuple[int, RichText]]:
    """Each blank with its number; an asked item of a list is number 1."""
    for part in parts:
        if isinstance(part, Blanks):
            yield from ((blank.number, blank.text) for blank in part.parts if blank.number)
        elif isinstance(part, Masks):
            yield from ((mask.number, mask.text) for mask in part.masks)
        elif isinstance(part, Items):
            yield from ((1, item.text) for item in part.items if item.state == "asked")
