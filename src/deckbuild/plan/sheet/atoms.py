"""Blocks → atoms: the smallest parts of a sheet that stand or go on their own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from textwrap import dedent
from typing import assert_never

from msgspec.structs import replace

from ...diagnostics import Diagnostic, info
from ...examples import says_so
from ...model import (
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Concept,
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
    Place,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    SpeakerNotes,
    Subheading,
    Table,
    Term,
    Todo,
)
from ...wording import Words
from .commands import command_rows
from .lines import ems, labelled, line, pieces, styled
from .repeated import caption_of
from .saying import Statement, cited, cut_code, first, hung, keeps, kept, marker, place_of, prior, run_length, said
from .shapes import Atom, Formula, Frame, FrameKind, Heading, Item, Line, Listing, Picture, Role, Span, Text, wording
from .spots import AIR, FRAMES, INDENT, LIST_PRIOR, LONGEST_COMMAND_EMS, PARAGRAPH_EMS, TIGHT, TITLE_EMS, TOP, Spot
from .tables import BAND_EMS, as_terms, band_height, fits_as_rows, table_items, table_rows, term_rows

_BLANK_LINES = re.compile(r"\n{3,}")


class Builder:
    """Makes the atoms of one sheet: it numbers lists, tables and frames, and keeps what is to be said."""

    def __init__(self, words: Words, pictures: Iterable[str], pages: int = 1, broadness: float = 1.0) -> None:
        self.words = words
        self.band_room, self.broadness = BAND_EMS * pages, broadness
        self.pictures = frozenset(pictures)
        self.numbers = count(1)
        self.diagnostics: list[Diagnostic] = []

    def concept(self, concept: Concept, level: int) -> Iterator[Atom]:
        """A sub-section and all below it, with its heading."""
        title, *rest = pieces(line(concept.title), TITLE_EMS)
        yield Heading(line=title, level=level, number=concept.number, place=concept.place, gap=1.0)
        yield from (Text(line=part, gap=TIGHT, place=concept.place) for part in rest)
        yield from self.content(concept, level)

    def content(self, concept: Concept, level: int) -> Iterator[Atom]:
        """What stands below the title of a concept; its conclusion follows after all that it concludes."""
        found = self._content(concept, level)
        yield from kept(found) if "sheet keep" in concept.orders else found

    def _content(self, concept: Concept, level: int) -> Iterator[Atom]:
        yield from self.body([block for block in concept.body if not isinstance(block, Conclusion)])
        for child in concept.children:
            yield from self.concept(child, level + 1)
        yield from self.body([block for block in concept.body if isinstance(block, Conclusion)])

    def body(self, blocks: Sequence[Block], spot: Spot = TOP) -> Iterator[Atom]:
        """The atoms of a run of blocks; neighbours of one kind (terms, commands, references, examples) are joined."""
        i = 0
        while i < len(blocks):
            size = run_length(blocks, i)
            found = self._joined(blocks[i : i + size], spot) if size > 1 else self.block(blocks[i], spot)
            yield from kept(found) if i and keeps(blocks[i - 1]) else found
            i += size

    def _joined(self, run: Sequence[Block], spot: Spot) -> Iterator[Atom]:
        match run[0]:
            case Reference():
                yield self._references([block for block in run if isinstance(block, Reference)], spot)
            case Command():
                yield from self.commands([(b, line(b.comment)) for b in run if isinstance(b, Command)], spot)
            case Example():
                examples = [Point(block.text, place=block.place) for block in run if isinstance(block, Example)]
                yield from self._framed("example", self.words.example, examples, spot, 0.35)
            case _:
                yield from self._terms(run, spot)

    def block(self, block: Block, spot: Spot) -> Iterator[Atom]:
        """The atoms of one block, which stands by itself."""
        match block:
            case Point() | Pair() | Labelled() | Term() | Question() | Cloze() | Footnote():
                yield from self._statement(block, spot)
            case Definition(text=text, place=place):
                yield from self._text(text, spot, place, role="definition", rank=0.92)
            case Consequence(text=text, place=place):
                yield from self._text(text, spot, place, role="then", rank=0.72)
            case Subheading(text=text, place=place):
                yield from self._label(text, place, spot)
            case Conclusion() | Example() | Quote() | Callout():
                yield from self._box(block, spot)
            case List():
                yield from self._list(block, spot)
            case Reference():
                yield self._references([block], spot)
            case Figure():
                yield self._picture(block, spot)
            case Code(text=text, lang=lang, place=place, role=role):
                yield from self._listing(text, lang, place, spot, output=role == "output")
            case Command():
                yield from self.commands([(block, line(block.comment))], spot)
            case Table():
                yield from self._table(block, spot)
            case Math(tex=tex, place=place):
                yield Formula(tex=tex, rank=0.8, place=place, **spot.at)
            case Diagram():
                yield from self._diagram(block, spot)
            case Todo(text=text, place=place):
                self.diagnostics.append(
                    info(place, "todo-left-off", f"a note to the author is not on the sheet: '{text.plain}'")
                )
            case Directive() | SpeakerNotes():
                return
            case _:
                assert_never(block)

    def _statement(
        self, block: Point | Pair | Labelled | Term | Question | Cloze | Footnote, spot: Spot
    ) -> Iterator[Atom]:
        role: Role = "question" if isinstance(block, Question) else "prose"
        for i, part in enumerate(pieces(said(block), PARAGRAPH_EMS)):
            yield Text(line=part, role=role, place=block.place, gap=TIGHT if i else AIR, rank=prior(block), **spot.at)
        yield from self._below(block, spot)

    def _below(self, block: Block, spot: Spot) -> Iterator[Atom]:
        """What hangs on a statement: its answer, what follows from it, what was nested below it."""
        match block:
            case Question(answer=answer, body=body, place=place):
                yield from self._text(answer, spot, place, role="answer", rank=0.7)
                yield from self.body(body, spot)
            case Point(leads_to=leads, body=body, place=place) | Pair(leads_to=leads, body=body, place=place):
                for then in leads:
                    yield from self._text(then, spot, place, role="then", rank=0.72)
                yield from self.body(body, spot)
            case Labelled(body=body) | Cloze(body=body) | Footnote(body=body):
                yield from self.body(body, spot)
            case _:
                return

    def _text(self, text: RichText, spot: Spot, place: Place, role: Role, rank: float) -> Iterator[Atom]:
        """A paragraph in a role; a consequence or an answer stays with what it belongs to."""
        sticks = role in ("then", "answer")
        for i, part in enumerate(pieces(line(text), PARAGRAPH_EMS)):
            if part:
                gap = TIGHT if i or sticks else AIR
                kind: Role = "prose" if i else role
                yield Text(line=part, role=kind, rank=rank, gap=gap, stick=sticks, place=place, **spot.at)

    def _label(self, text: RichText, place: Place, spot: Spot) -> Iterator[Atom]:
        label, *rest = pieces(line(text), TITLE_EMS)
        yield Heading(line=label, level=0, place=place, gap=0.85, **spot.at)
        yield from (Text(line=part, gap=TIGHT, place=place, **spot.at) for part in rest)

    def _list(self, block: List, spot: Spot) -> Iterator[Atom]:
        references = [item for item in block.items if isinstance(item, Reference)]
        if references and len(references) == len(block.items):
            yield self._references(references, spot, line(block.label))
            return
        if block.label:
            yield from self._label(block.label, block.place, spot)
        if block.style != "ordered" and as_terms(block.items):
            yield from self._terms(block.items, spot)
        elif block.style == "lines":
            for i, item in enumerate(block.items):
                yield from hung(first(self.block(item, spot), TIGHT if i else AIR))
        else:
            yield from self._items(block, spot)

    def _items(self, block: List, spot: Spot) -> Iterator[Atom]:
        number, mark = next(self.numbers), marker(block)
        inside = spot.inside(INDENT[mark])
        worth = LIST_PRIOR.get(block.role, 0.7) - 0.04 * spot.depth
        for i, item in enumerate(block.items):
            bare = not isinstance(item, Statement)
            if bare and mark != "number":  # a mark before a picture or a box would stand alone
                yield from first(self.block(item, inside), TIGHT)
                continue
            lines = list(pieces(said(item), PARAGRAPH_EMS)) if isinstance(item, Statement) else [()]
            yield Item(
                line=lines[0], list=number, marker=mark, number=block.start + i, place=item.place,
                rank=round(worth - min(i, 20) / 500, 4), gap=TIGHT if i or spot.depth else AIR, **spot.at,
            )  # fmt: skip
            for part in lines[1:]:
                yield Text(line=part, gap=TIGHT, place=item.place, **inside.at)
            yield from first(self.block(item, inside) if bare else self._below(item, inside), TIGHT)

    def _terms(self, run: Sequence[Block], spot: Spot) -> Iterator[Atom]:
        rows = term_rows(as_terms(run), [block.place for block in run], next(self.numbers))
        yield from (replace(row, **spot.at) for row in rows)

    def commands(self, commands: Sequence[tuple[Command, Line]], spot: Spot = TOP) -> Iterator[Atom]:
        """Commands as one table, and what they print below it."""
        short = [(command, meaning) for command, meaning in commands if ems(command.code) <= LONGEST_COMMAND_EMS]
        rows = command_rows(short, next(self.numbers)) if short else ()
        yield from (replace(row, **spot.at) for row in rows)
        for command, meaning in commands:
            if (command, meaning) not in short:
                yield from (
                    Text(line=part, place=command.place, **spot.at) for part in pieces(meaning, PARAGRAPH_EMS) if part
                )
                yield from self._listing(command.code, command.lang or "bash", command.place, spot)
            if command.output:
                yield from self._listing(command.output, "", command.place, spot, output=True)

    def _table(self, table: Table, spot: Spot) -> Iterator[Atom]:
        number, high = next(self.numbers), 0.0 if fits_as_rows(table, self.broadness) else band_height(table)
        if high <= (0.0 if spot.depth else self.band_room):
            self.band_room -= high
            yield from (replace(row, **spot.at) for row in table_rows(table, number, self.pictures, broad=high > 0))
            return
        inside = spot.inside(INDENT["bullet"])
        for i, text in enumerate(table_items(table)):
            first, *rest = pieces(text, PARAGRAPH_EMS)
            yield Item(
                line=first, list=number, gap=TIGHT if i else AIR, rank=0.65 - i / 500, place=table.place, **spot.at
            )
            yield from (Text(line=part, gap=TIGHT, place=table.place, **inside.at) for part in rest)

    def _references(self, references: Sequence[Reference], spot: Spot, label: Line = ()) -> Text:
        """All places to read on in one line: on paper a list of links is mostly air."""
        spans: list[Span] = [*labelled(label or (Span(self.words.references),), ()), Span("  ")]
        for i, reference in enumerate(references):
            spans += [Span(" · ")] if i else []
            spans += cited(reference)
        return Text(line=tuple(spans), role="references", rank=0.2, place=place_of(references), **spot.at)

    def _picture(self, figure: Figure, spot: Spot) -> Picture:
        missing = figure.src not in self.pictures
        return Picture(
            src=figure.src, caption=caption_of(figure, line(figure.caption)), alt=figure.alt or figure.caption.plain,
            missing=missing, place=figure.place, rank=0.3 if missing else 0.66, **spot.at,
        )  # fmt: skip

    def _listing(self, text: str, lang: str, place: Place, spot: Spot, output: bool = False) -> Iterator[Atom]:
        group = next(self.numbers)
        worth = 0.4 if output else 0.6
        for i, part in enumerate(cut_code(_BLANK_LINES.sub("\n\n", dedent(text.expandtabs(4)).strip("\n")))):
            gap, rank = 0.0 if i else AIR, round(worth - min(i, 20) / 100, 3)
            yield Listing(text=part, group=group, lang=lang, output=output, rank=rank, place=place, gap=gap, **spot.at)

    def _diagram(self, diagram: Diagram, spot: Spot) -> Iterator[Atom]:
        """Not drawn yet: its source is shown as code, so that nothing is lost."""
        if diagram.caption:
            yield from self._label(diagram.caption, diagram.place, spot)
        yield from self._listing(diagram.source, diagram.lang, diagram.place, spot)

    def _box(self, block: Conclusion | Example | Quote | Callout, spot: Spot) -> Iterator[Atom]:
        match block:
            case Conclusion(text=text, place=place):
                yield from self._framed("conclusion", self.words.conclusion, (Point(text, place=place),), spot, 0.9)
            case Example(text=text, place=place):
                yield from self._framed("example", self.words.example, (Point(text, place=place),), spot, 0.35)
            case Quote(body=body):
                yield from self._framed("quote", "", body, spot, 0.45)
            case Callout(kind=kind, title=title, body=body, place=place):
                named = title.plain or self.words.callout(kind)
                yield from self._framed(
                    FRAMES.get(kind, "note"), named, body or (Point(RichText(), place=place),), spot, 0.8
                )

    def _framed(self, kind: FrameKind, label: str, body: Sequence[Block], spot: Spot, worth: float) -> Iterator[Atom]:
        """Blocks in a tinted box; the label leads its first paragraph, or stands alone where that is something else."""
        inside = Spot(spot.depth, spot.left, spot.frame or Frame(next(self.numbers), kind))
        name = (styled(label, "label"),) if label else ()
        for i, atom in enumerate(self.body(body, inside)):
            name = () if kind == "example" and says_so(RichText.of(wording(atom))) else name
            weighed = replace(atom, rank=max(worth, atom.rank - 0.1) if worth > 0.5 else worth)
            if i == 0 and name and isinstance(weighed, Text) and weighed.role in ("prose", "line"):
                weighed = replace(weighed, line=labelled(name, weighed.line))
            elif i == 0 and name:
                yield Text(line=name, rank=worth, place=atom.place, **inside.at)
            yield weighed
