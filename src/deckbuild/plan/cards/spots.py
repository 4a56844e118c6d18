"""The places where cards can be: each block of a deck with what stands above and around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...asking import Asking
from ...model import Block, Concept, Labelled, List, Place, RichText
from ...particles import fill
from ...richtext import join
from ...wording import Words
from .dangling import opens_example
from .headings import counting, fills, generic, heads_no_facts, remark
from .leads import lead_above, shows_an_example
from .model import Key
from .phrases import bare, name, opening, says, sentences, short, unmarked, weight
from .survey import Survey

_SIGNS, _SENTENCE_END = re.compile(r"[=<>!&|+*/%^~-]{1,3}"), re.compile(r"(?:[.!。！]|다)$")
MAX_LEAD, MAX_OPENING = 130, 60
"""Weight of a line above a block that is shown whole (cut off, it leaves open what is asked), and of the beginning of one."""
MAX_LABEL, MAX_LABELS = 40, 80
"""Weight of a line that can name what is below it (see `phrases.weight`), and of several such, one inside the other."""


class Context(Struct, frozen=True):
    """What a block belongs to.

    `titles` run from the deck's to the section's own, `labels` name what lies between the section and the block (a
    list, an item, a line in bold), outermost first; `example` is whether all this is but an example,
    `asked` whether nothing of it is learnt but what its author asks: it is an exercise, a reference or to be done.
    """

    survey: Survey
    words: Words
    titles: tuple[RichText, ...]
    labels: tuple[RichText, ...] = ()
    example: bool = False
    asked: bool = False
    lead: RichText = RichText()
    """How the line begins that holds the block and is too long to name it."""

    @property
    def title(self) -> RichText:
        """The name of the section."""
        return self.titles[-1] if self.titles else RichText()

    @property
    def asks(self) -> Asking:
        """How the deck's language asks."""
        return self.words.asks

    def under(self, label: RichText) -> Context:
        """The context of what stands below a label."""
        if remark(name(label)):
            return self
        if heads_no_facts(name(label)) or opens_example(name(label)):
            return replace(self, example=True)
        named = unmarked(label)
        names = _SIGNS.fullmatch(named.plain) or (short(named, MAX_LABEL) and not _SENTENCE_END.search(name(label)))
        if names:
            return replace(self, labels=(*self.labels, named), lead=RichText())
        return replace(self, lead=_led_by(label))

    def led(self, body: Sequence[Block], index: int) -> Context:
        """The context of a block with the sentence that leads to it and its like, where they need one."""
        if not isinstance(body[index], List | Labelled):
            return self
        lead, shown = lead_above(body, index), shows_an_example(body, index)
        return replace(self, lead=lead, example=self.example or shown) if lead or shown else self

    @property
    def outside(self) -> Context:
        """The context of the label itself, one step further out."""
        return replace(self, labels=self.labels[:-1], lead=RichText())

    def subject(self) -> RichText:
        """What the section is about: its title, with the one above that it needs to mean anything."""
        return chain(self._anchored())

    def above(self) -> RichText:
        """The nearest title above the section's own that says what it is about; nothing where there is none."""
        return next((title for title in reversed(self.titles[:-1]) if not generic(name(title))), RichText())

    def topics(self) -> tuple[RichText, ...]:
        """Names for what a card is about: the usual one, then ever wider ones."""
        own = self._anchored()
        inner = self._inner(own)
        above = [title for title in self.titles[:-1] if title not in own]
        wider = [[*own, *_named(inner)], [*own, *inner]]
        if self.lead:
            wider.insert(1, [*own, *inner[-1:], self.lead])
        wider += [[*above[-n:], *own, *inner] for n in range(1, len(above) + 1)]
        return tuple(dict.fromkeys(self._as_example(chain(titles)) for titles in wider))

    @property
    def topic(self) -> RichText:
        """The usual name for what a card is about: the first of `topics`."""
        own = self._anchored()
        return self._as_example(chain([*own, *_named(self._inner(own))]))

    @property
    def topic_led(self) -> RichText:
        """The usual topic with the beginning of the line that holds the block, where that is no name."""
        return chain((self.topic, self.lead)) if self.topic else self.topic

    def _inner(self, own: Sequence[RichText]) -> list[RichText]:
        """The labels that the section's own name does not say."""
        title = name(own[-1]) if own else ""
        return [label for label in self.labels if not _repeats(title, name(label))]

    def narrower(self) -> tuple[RichText, ...]:
        """Names that say less than the usual one, for a card whose answer is in that."""
        names = (*self.labels[-1:], self.title)
        return tuple(self._as_example(each) for each in names if each and not fills(name(each)))

    def _anchored(self) -> list[RichText]:
        if not self.titles or not generic(name(self.title)):
            return [self.title] if self.title else []
        anchor = [title for title in self.titles[:-1] if not generic(name(title))]
        return [*anchor[-1:], self.title]

    def _as_example(self, topic: RichText) -> RichText:
        return fill(self.asks.example_of, x=topic) if self.example and topic else topic


def _named(labels: list[RichText]) -> list[RichText]:
    """The labels above a block, where they fit one line; else the nearest, with the one above that it needs."""
    if sum(weight(name(label)) for label in labels) <= MAX_LABELS:
        return labels
    needs = labels and (generic(name(labels[-1])) or counting(name(labels[-1])))
    return labels[-2:] if needs else labels[-1:]


def _repeats(title: str, label: str) -> bool:
    """Whether a title says a label and little else. One of two (`뮤텍스` under `뮤텍스 vs 세마포어`) is more than that."""
    return says(title, label) and 2 * weight(label) > weight(title)


def chain(titles: Iterable[RichText]) -> RichText:
    """Names from the widest to the narrowest, as one line."""
    return join((title for title in titles if title), " › ")


class Spot(Struct, frozen=True):
    """A block in its context, or (with no block) the heading of a section. `body` are the blocks around it, `parent` is
    the one that holds them."""

    context: Context
    block: Block | None
    body: tuple[Block, ...]
    index: int
    concept: Concept | None
    place: Place
    parent: Block | None = None

    @property
    def before(self) -> Block | None:
        """The block directly before."""
        return self.body[self.index - 1] if self.index > 0 else None

    @property
    def topic(self) -> RichText:
        """The usual name for what a card from here is about."""
        return self.context.topic

    def key(self, rule: str, text: RichText | str = "") -> Key:
        """The identity of the card that a rule makes of a text here."""
        plain = text if isinstance(text, str) else name(text)
        titles, labels = self.context.titles[1:], self.context.labels
        return Key(tuple(map(name, titles)), rule, plain, tuple(map(name, labels)))


def _led_by(line: RichText) -> RichText:
    """A line as what leads to those below it: all of it or its first sentence, else how it begins."""
    whole = unmarked(bare(line))
    first = unmarked(next(sentences(whole), whole))
    fitting = (each for each in (whole, first) if weight(each.plain) <= MAX_LEAD)
    return next(fitting, opening(whole, MAX_OPENING))
