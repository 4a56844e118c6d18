"""Blocks of the model → the elements of a page, flat and in the order of the source.

Text becomes `Item`s (one paragraph each, nesting turned into levels); what is not text in a column (code, tables,
panels, figures) stays an element of its own, however deep it was nested.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Union, assert_never

from msgspec import Struct
from msgspec.structs import replace

from ...examples import says_so
from ...model import (
    EMPTY,
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Conclusion,
    Consequence,
    Definition,
    Diagram,
    Directive,
    Example,
    Figure,
    Footnote,
    Labelled,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    Run,
    SpeakerNotes,
    Subheading,
    Table,
    Term,
    Todo,
)
from ...richtext import join
from ...wording import Words
from .addresses import linked
from .codebox import CodeBox as CodeBox
from .codebox import following, fused
from .formula import Equation
from .kinds import kind_of
from .labels import bold, needs_colon, with_colon
from .numerals import counted
from .sides import Sides
from .sources import source_of
from .sums import Chips, sums
from .tasks import DONE, covered, unticked

DEEPEST = 8
"""Levels below this one are set like it: DrawingML has nine (`lvl`, ECMA-376 part 1, 21.1.2.2.7)."""
NAME_LENGTH = 24
"""A left side of a pair that is no longer than this, with a longer right side, is what the pair is about."""
STORY_LENGTH = 90
"""A term whose meaning has more letters is told in a panel of its own."""


class Item(Struct, frozen=True):
    """One paragraph of a column of text. `sign` hangs before it ("" for none), `number` is its numeral where it has one; `label` is set before the text in
    the section's colour, in a `margin` of its own or in the line, and is not shown again on an item that `repeats` it; `space` is the space above it as a share of that between items; a `tied` item stays with the one before; a slide that begins with it says its `parents` again; a `source` says where what is above it is from;
    the text begins with the `name` of what the rest of it is about; a slide that begins with a `stray` one leaves one item of a list alone.
    """

    text: RichText
    sign: str = ""
    number: int = 0
    level: int = 0
    label: str = ""
    margin: bool = False
    repeats: bool = False
    bold: bool = False
    quiet: bool = False
    mono: bool = False
    heading: bool = False
    tied: bool = False
    source: bool = False
    space: float = 1.0
    name: RichText = EMPTY
    parents: tuple[Item, ...] = ()
    stray: bool = False

    @property
    def numeral(self) -> str:
        """What counts it, "" for none."""
        return str(self.number) if self.number else self.sign if self.sign.isdecimal() else ""


class Panel(Struct, frozen=True):
    """Prose with its term or title below its `kind`; `tinted`: a section's point; `under`: in an item of a list."""

    term: RichText
    items: tuple[Item, ...]
    tinted: bool = False
    under: bool = False
    kind: str = ""


class Links(Struct, frozen=True):
    """References: names with their addresses."""

    rows: tuple[Reference, ...]
    label: RichText = EMPTY


class Break(Struct, frozen=True):
    """A new slide, since the author wants one here."""


class Aside(Struct, frozen=True):
    """What is said to the speaker alone."""

    text: RichText


Element = Union[Item, CodeBox, Panel, Chips, Links, Sides, Table, Figure, Equation, Break, Aside]  # noqa: UP007


def elements(body: Iterable[Block], words: Words) -> tuple[Element, ...]:
    """The elements of a concept's body."""
    return _alike(tuple(_once_labelled(fused(_elements(body, words, 0)))))


def _alike(found: tuple[Element, ...]) -> tuple[Element, ...]:
    """Labels end in one way: all with a colon where one of them needs it."""
    if not any(isinstance(each, Item) and needs_colon(each.text, each.name) for each in found):
        return found
    return tuple(replace(e, text=with_colon(e.text, e.name)) if isinstance(e, Item) else e for e in found)


def _elements(body: Iterable[Block], words: Words, level: int) -> Iterator[Element]:
    blocks = tuple(body)
    behind = following(blocks)
    for n, block in enumerate(blocks):
        if source := source_of(blocks[n - 1] if n else None, block):
            yield Item(source, level=level, quiet=True, source=True, tied=True, space=0.4)
            continue
        for element in _one(block, words, level):
            yield replace(element, follows=True) if n in behind and isinstance(element, CodeBox) else element


def _one(block: Block, words: Words, level: int) -> Iterator[Element]:
    """The elements of one block that is not a member of a list."""
    match block:
        case Definition(text=text):
            yield Item(text, level=level, bold=False)
        case Consequence(text=text):
            yield Item(text, "→", level=level, tied=True, space=0.4)
        case Conclusion(text=text):
            yield Panel(EMPTY, (Item(text, "→", bold=True),), tinted=True)
        case Example(text=text):
            own = says_so(text)
            yield Item(text, label=words.example, level=level, margin=not own, repeats=own)
        case Subheading(text=text):
            yield Item(text, bold=True, heading=True, level=level)
        case Point() | Pair() | Labelled() | Term() | Question() | Cloze() | Footnote():
            yield from _member(block, words, level, sign="")
        case List():
            yield from _list(covered(block), words, level)
        case Reference():
            yield Links((block,))
        case Quote(body=body):
            yield from _panel(EMPTY, body, words)
        case Callout(kind="columns" | "column", title=RichText(runs=()), body=body):
            yield from _elements(body, words, level)
        case Callout(kind=kind, title=title, body=body):
            yield from _panel(title or RichText.of(words.callout(kind)), body, words, kind_of(block, words))
        case Math(tex=tex):
            yield from [Equation(tex)] if tex.strip() else []
        case Figure() | Table():
            yield block
        case Code(text=text, lang=lang):
            yield CodeBox(text, lang)
        case Command(code=code, comment=comment, output=output, lang=lang):
            yield CodeBox(code, lang or "sh", comment, output)
        case Diagram(source=source, caption=caption):
            yield CodeBox(source, "", caption=caption)
        case Todo(text=text, done=done, body=body):
            mark, marks = f"{DONE} " if done else f"{words.todo}: ", (f"{DONE} ", f"{words.todo}: ")
            below = (each.text for each in _elements(body, words, level) if isinstance(each, Item | Aside))
            yield Aside(RichText.of(mark) + text)
            yield from (Aside(each if each.plain.startswith(marks) else RichText.of(mark) + each) for each in below)
        case Directive() | SpeakerNotes():
            if isinstance(block, Directive) and block.order == "slide break" and not level:
                yield Break()
        case _:
            assert_never(block)


def _panel(term: RichText, body: Iterable[Block], words: Words, kind: str = "") -> Iterator[Element]:
    """A panel of the texts of a body; what is not text follows it."""
    inner = elements(body, words)
    texts = tuple(e for e in inner if isinstance(e, Item))
    if texts or term:
        yield Panel(term, texts, kind=kind) if texts else Item(term, bold=True, label=kind)
    yield from (e for e in inner if not isinstance(e, Item))


def _list(block: List, words: Words, level: int) -> Iterator[Element]:
    """A list, as chips or references where its items allow, else as items under their label."""
    if chips := sums(block):
        yield chips
        return
    if block.items and not level and all(isinstance(item, Reference) for item in block.items):
        yield Links(tuple(item for item in block.items if isinstance(item, Reference)), block.label)
        return
    if block.label:
        yield Item(block.label, bold=True, heading=True, level=level)
    nested = min(level + bool(block.label and level), DEEPEST)
    for n, item in enumerate(block.items):
        found = list(_member(item, words, nested, *counted(block, n)))
        if n == 0 and block.label and found and isinstance(found[0], Item):
            found[0] = replace(found[0], tied=True, space=0.6)
        yield from found


def _member(block: Block, words: Words, level: int, sign: str, number: int = 0) -> Iterator[Element]:
    """The elements of a statement, with what is nested below it."""
    mark = Item(EMPTY, sign, number, level)
    match block:
        case Point(text=text, leads_to=follows, body=body):
            done = unticked(text) if sign == "•" else None
            yield replace(mark, text=done or text, sign=DONE if done else sign)
            yield from (Item(each, "→", level=level, tied=True, space=0.35) for each in follows)
            yield from _nested(body, words, level)
        case Pair(left=left, right=right, sign=equal, leads_to=follows, body=body):
            named = len(left.plain) <= NAME_LENGTH < len(right.plain)
            yield replace(mark, text=join([bold(left) if named else left, right], " → " if equal == "->" else " = "))
            yield from (Item(each, "→", level=level, tied=True, space=0.35) for each in follows)
            yield from _nested(body, words, level)
        case Labelled(label=text, text=rest, body=body):
            yield (
                replace(mark, text=join([bold(text), rest], " "), name=text) if rest else replace(mark, text=bold(text))
            )
            yield from _nested(body, words, level)
        case Term(term=term, meaning=meaning) if len(meaning.plain) > STORY_LENGTH and not level:
            yield Panel(term, (Item(meaning),))
        case Term(term=term, meaning=meaning):
            yield replace(mark, text=join([bold(term), meaning], " "), name=term)
        case Cloze(text=text, body=body):
            yield replace(mark, text=text)
            yield from _nested(body, words, level)
        case Footnote(label=label, text=text, body=body):
            yield replace(mark, text=RichText((Run(label, kind="reference"), Run(" "), *text.runs)), quiet=True)
            yield from _nested(body, words, level)
        case Question(question=question, answer=answer, body=body):
            yield replace(mark, text=question, bold=True)
            if answer:
                yield Item(answer, " " if sign or number else "", level=level, tied=True, space=0.35)
            yield from _nested(body, words, level)
        case Definition(text=text) | Example(text=text):
            yield replace(mark, text=text)
        case Reference() if level:
            yield replace(mark, text=linked(block))
        case _:
            yield from _one(block, words, level)


def _nested(body: Iterable[Block], words: Words, level: int) -> Iterator[Element]:
    """What stands below a statement: one level deeper, in dashes, the first item kept with its parent."""
    deeper = min(level + 1, DEEPEST)
    for n, element in enumerate(_elements(body, words, deeper)):
        if isinstance(element, CodeBox | Panel):
            yield replace(element, under=True)
        elif not isinstance(element, Item):
            yield element
        elif element.level == deeper and not element.number and element.sign in ("•", ""):
            yield replace(element, sign="–" if deeper % 2 else "·", tied=element.tied or n == 0, space=0.6)
        else:
            yield replace(element, tied=element.tied or n == 0, space=min(element.space, 0.6))


def _once_labelled(found: Iterable[Element]) -> Iterator[Element]:
    """Examples in a row say that they are examples once; below one that says so itself none has a margin."""
    before: Item | None = None
    for element in found:
        labelled = (
            element if isinstance(element, Item) and element.label and (element.margin or element.repeats) else None
        )
        if before and labelled and labelled.label == before.label:
            labelled = replace(labelled, repeats=True, margin=before.margin)
        yield labelled or element
        before = labelled
