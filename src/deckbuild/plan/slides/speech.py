"""What the author wants to say: taken out of a deck before its slides are laid out, and given back to the slides where it stood."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, assert_never

from msgspec import Struct
from msgspec.structs import replace

from ...formulas import linear
from ...model import (
    Block,
    Concept,
    Deck,
    Figure,
    Labelled,
    List,
    Point,
    Question,
    Reference,
    RichText,
    SpeakerNotes,
    Table,
    Term,
    nested,
)
from ...questions import chosen, offered
from ...readable import readable
from ...richtext import join, to_plain
from ...wording import Words
from .concept import Entry
from .formula import Equation
from .frame import WIDESCREEN
from .items import Aside, Break, CodeBox, Element, Item, Links, Panel, elements
from .mathematics import said as in_words
from .page import Page
from .sides import Sides
from .sums import Chips
from .text import said
from .withheld import answering, labelled, withheld
from .written import letters, written

LEAST, TAIL = 8, 40
"""Letters by whose presence a slide shows the end of a passage."""


class Speech(Struct, frozen=True):
    """Lines to be said with the first of some `concepts` that is shown, which are the one that holds them and all below it; and the letters that end each
    passage before them, the nearest first."""

    concepts: tuple[str, ...]
    lines: tuple[str, ...]
    behind: tuple[str, ...]
    private: bool = False


def silent(deck: Deck, words: Words) -> tuple[Deck, tuple[Speech, ...]]:
    """The deck as an audience sees it, and what is said with it."""
    found: list[Speech] = []
    body = _Silence(("",), words, found).body(deck.body)
    concepts = tuple(_concept(each, words, found) for each in deck.concepts)
    return (replace(deck, body=body, concepts=concepts) if found else deck), tuple(found)


def _concept(concept: Concept, words: Words, found: list[Speech]) -> Concept:
    body = _Silence(tuple(each.id for each in concept.walk()), words, found).body(concept.body)
    return replace(concept, body=body, children=tuple(_concept(each, words, found) for each in concept.children))


class _Silence:
    """Takes what is said out of the body of one concept."""

    def __init__(self, concepts: tuple[str, ...], words: Words, found: list[Speech]) -> None:
        self.concepts, self.words, self.found = concepts, words, found
        self.behind: list[str] = []

    def body(self, body: Sequence[Block]) -> tuple[Block, ...]:
        kept: list[Block] = []
        for block in body:
            if isinstance(block, SpeakerNotes):
                body = in_words(_joined(block.body), WIDESCREEN)
                lines = tuple(line for each in elements(body, self.words) for line in _lines(each))
                self.found.append(Speech(self.concepts, lines, tuple(self.behind[::-1]), block.private))
                continue
            if isinstance(block, Question):
                block = self._question(block)
            self.behind += [tail] if (tail := _tail(block)) else []
            self.behind += [_answered(block)] if isinstance(block, Question) and block.answer else []
            if inner := nested(block):
                changed = self.body(inner)
                if not changed and isinstance(block, List):
                    continue
                block = _holding(block, changed)
            kept.append(block)
        return tuple(kept)

    def _question(self, block: Question) -> Question:
        """A question without the notes that its body begins with, which are said as it is put and not with its answer."""
        first = next((n for n, each in enumerate(block.body) if not isinstance(each, SpeakerNotes)), len(block.body))
        asked, choices = offered(block.question)
        put = letters(" ".join(map(to_plain, choices or (asked,))))[-TAIL:]
        self.behind += [put] if put else []
        self.body(block.body[:first])
        return replace(block, body=block.body[first:])


def _joined(body: Sequence[Block]) -> tuple[Block, ...]:
    """A body as it is to be said: notes within it are a part of it, and a name keeps the colon behind it."""
    found: list[Block] = []
    for block in map(_with_colon, body):
        inner = _joined(nested(block))
        if isinstance(block, SpeakerNotes):
            found += inner
        else:
            found.append(_holding(block, inner) if inner != nested(block) else block)
    return tuple(found)


def _with_colon(block: Block) -> Block:
    match block:
        case Labelled(label=name, text=text, body=body, place=place) if text:
            return Point(join([name, text], ": "), body=body, place=place)
        case Term(term=name, meaning=text, place=place):
            return Point(join([name, text], ": "), place=place)
        case _:
            return block


def _holding(block: Block, inner: tuple[Block, ...]) -> Block:
    return replace(block, **{"items" if isinstance(block, List) else "body": inner})


def _tail(block: Block) -> str:
    """The last letters of a block without what is nested in it; those of its last text, which may stand apart from the others."""
    inner = "items" if isinstance(block, List) else "body"
    texts = list(map(letters, _texts([getattr(block, name) for name in block.__struct_fields__ if name != inner])))
    last = next((text for text in reversed(texts) if text), "")
    return (last if len(last) >= LEAST else "".join(texts))[-TAIL:]


def _answered(block: Question) -> str:
    """An answer below what was asked, as its slide has them: by itself it may be one of the choices on the slide before."""
    asked, choices = offered(block.question)
    return f"{letters(to_plain(asked))}\n{letters(to_plain(chosen(block.answer, choices)))}"


def _texts(values: Sequence[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, RichText):
            yield to_plain(value)
        elif isinstance(value, tuple):
            yield from _texts(value)


def _lines(element: Element) -> Iterator[str]:
    """An element as a speaker reads it."""
    match element:
        case Item():
            yield said(element)
        case Aside(text=text):
            yield readable(text)
        case Figure(caption=caption, alt=alt):
            yield from filter(None, [readable(caption) or alt])
        case Panel(term=term, items=items):
            yield from filter(None, [readable(term)])
            yield from map(said, items)
        case Chips(rows=rows, label=label):
            yield from filter(None, [readable(label)])
            yield from (f"{readable(left)} = {' + '.join(parts)}" for left, parts in rows)
        case CodeBox(code=code, comment=comment, output=output, caption=caption):
            yield from filter(None, map(readable, (comment, caption)))
            yield from "\n".join(filter(None, (code, output))).split("\n")
        case Equation():
            yield linear(element.tree)
        case Links(rows=references, label=label):
            yield from filter(None, [readable(label)])
            yield from map(_reference, references)
        case Table(head=head, rows=cells):
            yield from (", ".join(map(readable, row)) for row in (head, *cells))
        case Sides(heads=heads, rows=told):
            yield from filter(None, [", ".join(map(readable, filter(None, heads)))])
            yield from (readable(text) for row in told for side in row for text in side)
        case Break():
            pass
        case _:
            assert_never(element)


def _reference(each: Reference) -> str:
    return f"{readable(each.title)} ({each.url})"


def with_speech(
    pages: Sequence[Page], speeches: Sequence[Speech], entries: Mapping[str, Entry], words: Words
) -> tuple[Page, ...]:
    """The pages, each with what is said on it first in its notes; what stands before all slides is said on the first page.

    What tells the answer to a question comes last in the notes of that, and (but for what is private) with the answer too.
    """
    lines: dict[str, list[str]] = {}
    kept: dict[str, list[str]] = {}
    told: dict[str, list[str]] = {}
    showing = _showing(entries)
    shown = {page.key: _seen(page, entries.get(page.key)) for page in pages} if speeches else {}
    for speech in speeches:
        keys = next(filter(None, map(showing.get, speech.concepts)), [])
        found = (key for tail in speech.behind for key in keys if tail in shown.get(key, ""))
        key = next(found, keys[0] if keys else pages[0].key)
        free, held = withheld(speech.lines, key, entries)
        lines.setdefault(key, []).extend(free)
        kept.setdefault(key, []).extend(free if speech.private else ())
        told.setdefault(key, []).extend(held)
        lines.setdefault(answering(key, entries), []).extend(() if speech.private else held)
    return tuple(
        _saying(page, lines.get(page.key, ()), kept.get(page.key, ()), labelled(told.get(page.key, ()), words.answer))
        for page in pages
    )


def _seen(page: Page, entry: Entry | None) -> str:
    """The letters of a slide; those of a question and of its answer begin with what is asked."""
    asked = entry.draft.title if entry and entry.draft.role else None
    end = "\n" if entry and entry.draft.role == "answer" else ""
    return (letters(to_plain(asked)) + end if asked else "") + letters(" ".join(written(page.boxes)))


def _showing(entries: Mapping[str, Entry]) -> dict[str, list[str]]:
    """The slides that show each concept."""
    found: dict[str, list[str]] = {}
    for key, entry in entries.items():
        for concept in dict.fromkeys((entry.concept.id, *entry.draft.shows)):
            found.setdefault(concept, []).append(key)
    return found


def _saying(page: Page, lines: Sequence[str], private: Sequence[str], told: Sequence[str]) -> Page:
    if not lines and not told:
        return page
    parts = ("\n".join(lines), page.notes, "\n".join(told))
    notes = "\n\n".join(part for part in parts if part)
    return replace(page, spoken=tuple(lines), private=tuple(private), told=tuple(told), notes=notes)
