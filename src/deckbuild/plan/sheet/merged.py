"""Many notes → one sheet: a section for each, and a glossary of what they define."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import count, groupby

from msgspec import Struct
from msgspec.structs import replace

from ...model import Concept, Deck, Definition, Labelled, List, Place, RichText, Term, blocks, figures
from ...orders import obeyed
from ...retracted import without_retracted
from ...wording import Words, words
from .atoms import Builder
from .estimate import columns_for
from .geometry import broadness
from .lines import ems, line
from .rank import ranked
from .sections import headed, headline
from .shapes import DEFAULT, Atom, Labels, Line, Picture, Row, Section, SheetOptions, SheetPlan, Span, plain
from .tables import TERM_EMS

IDS = 100_000
"""Lists, tables and frames of one note are numbered from a multiple of it."""
GLOSSARY = {"ko": "용어집", "ja": "用語集", "zh": "术语表"}
LONGEST_TERM_EMS = 22.0
FEW_LETTERS = 6
"""So many letters of one script have cards of their own, however few terms each has."""
SHARED = 6
"""Terms on a card of several letters, or more."""
_INITIALS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""The consonant under which a Korean dictionary has each first consonant of a syllable (Unicode 15 §3.12)."""


class Note(Struct, frozen=True):
    """A note among others: its deck, and the `Figure.src` that can be shown, also those of diagrams in the note itself."""

    deck: Deck
    pictures: Container[str] = ()


def source_in(number: int, src: str) -> str:
    """A picture of the note with that number: two notes may call different pictures by one name."""
    return f"{number}:{src}"


def plan_merged(notes: Sequence[Note], name: str, options: SheetOptions = DEFAULT) -> SheetPlan:
    """One sheet of all notes; `name` is that of their folder."""
    found = [_section(i, note, broadness(options)) for i, note in enumerate(notes)]
    cards = ranked([section for section, _ in found if section.atoms])
    said = tuple(problem for _, builder in found for problem in builder.diagnostics)
    return replace(_plan(name, name, cards, _language(notes), options), diagnostics=said)


def _section(number: int, note: Note, broad: float) -> tuple[Section, Builder]:
    deck = obeyed(note.deck, "sheet keep", note.pictures)
    shown = (f.src for f in figures(deck) if f.src in note.pictures)
    builder = Builder(words(deck.language), shown, broadness=broad)
    builder.numbers = count(number * IDS + 1)
    whole = Concept("", deck.title, body=deck.body, children=deck.concepts)
    atoms = tuple(_own(number, atom) for atom in headed(list(builder.content(whole, level=1))))
    title = (Span(headline(deck)),)
    return Section(title, atoms, hue=number, place=Place(deck.source)), builder


def _own(number: int, atom: Atom) -> Atom:
    """An atom whose pictures are those of its note."""

    def named(text: Line) -> Line:
        return tuple(replace(span, src=source_in(number, span.src)) if span.src else span for span in text)

    match atom:
        case Picture(src=src, caption=caption):
            return replace(atom, src=source_in(number, src), caption=named(caption))
        case Row(cells=cells):
            return replace(atom, cells=tuple(map(named, cells)))
        case _ if hasattr(atom, "line"):
            return replace(atom, line=named(atom.line))
        case _:
            return atom


def _plan(source: str, title: str, cards: tuple[Section, ...], language: str, options: SheetOptions) -> SheetPlan:
    own: Words = words(language)
    return SheetPlan(
        source=source,
        title=title,
        subtitle=(),
        language=language,
        sections=cards,
        labels=Labels(own.continued, own.figure, own.figure_missing, own.notes_from),
        options=options,
        columns=options.columns or columns_for(cards, options),
    )


def _language(notes: Sequence[Note]) -> str:
    """The language of most notes."""
    languages = [note.deck.language for note in notes]
    return max(languages, key=lambda language: (languages.count(language), language), default="en")


class Entry(Struct, frozen=True):
    """A term with one of its meanings, and the section that gives it."""

    term: Line
    meaning: Line
    reference: str
    place: Place


def plan_glossary(notes: Sequence[Note], name: str, options: SheetOptions = DEFAULT) -> SheetPlan:
    """What all notes define and have not struck out, by initials, each term with the sections that say what it means."""
    language = _language(notes)
    entries: dict[str, list[Entry]] = defaultdict(list)
    for entry in (entry for note in notes for entry in _entries(obeyed(note.deck))):
        entries[_key(plain(entry.term))].append(entry)
    by_initial: dict[str, list[str]] = defaultdict(list)
    for key in sorted(entries):
        by_initial[initial(plain(entries[key][0].term))].append(key)
    cards = tuple(
        _card(i, title, [entries[key] for key in keys]) for i, (title, keys) in enumerate(_joined(by_initial))
    )
    return _plan(name, GLOSSARY.get(language, "Glossary"), cards, language, options)


def _key(term: str) -> str:
    """Terms that differ in case or width of letters are one."""
    return unicodedata.normalize("NFKC", term).casefold()


def initial(term: str) -> str:
    """The letter that a term stands under: `A`, `ㄱ`, a kana or a Han character; digits and signs under `#`."""
    first = unicodedata.normalize("NFKC", term)[:1].upper()
    if "가" <= first <= "힣":
        return _INITIALS[(ord(first) - ord("가")) // 588]
    plain_letter = unicodedata.normalize("NFD", first)[:1]
    return plain_letter if plain_letter.isalpha() else "#"


def _joined(by_initial: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, list[str]]]:
    """Terms with the letters that they stand under; many letters of one script with hardly a term each share cards (`A – D`)."""
    for _, found in groupby(by_initial, _script):
        letters = list(found)
        terms = sum(len(by_initial[letter]) for letter in letters)
        if len(letters) <= FEW_LETTERS or terms >= 2 * len(letters):
            yield from ((letter, list(by_initial[letter])) for letter in letters)
            continue
        for run in _shared(letters, by_initial, max(1, terms // SHARED)):
            title = run[0] if len(run) == 1 else f"{run[0]} – {run[-1]}"
            yield title, [key for letter in run for key in by_initial[letter]]


def _shared(letters: Sequence[str], by_initial: Mapping[str, Sequence[str]], count: int) -> Iterator[list[str]]:
    """Letters in so many runs at most, none with much fewer terms than another."""
    each = sum(len(by_initial[letter]) for letter in letters) / count
    run: list[str] = []
    for letter in letters:
        run.append(letter)
        if sum(len(by_initial[one]) for one in run) >= each:
            yield run
            run = []
    if run:
        yield run


def _script(letter: str) -> str:
    """The first word of its Unicode name: LATIN, HANGUL, HIRAGANA, CJK."""
    return unicodedata.name(letter, "").split(" ")[0]


def _entries(deck: Deck) -> Iterator[Entry]:
    """Definitions by the title of their section; terms, and lists of `term: text`, also where all but one are struck out."""
    lists = {block.place for block in _lists_of_terms(deck)}
    deck = without_retracted(deck)
    title = headline(deck)
    for concept in (Concept("", deck.title, body=deck.body), *deck.walk()):
        named = concept.number or plain(line(concept.title))
        where = title if named in ("", title) else f"{title} {'' if concept.number else '› '}{named}"
        for block in blocks(concept.body):
            match block:
                case Definition(text=text, place=place) if concept.title:
                    yield from _entry(concept.title, text, where, place)
                case Term(term=term, meaning=meaning, place=place):
                    yield from _entry(term, meaning, where, place)
                case List(items=items, place=place) if place in lists:
                    for item in items:
                        if isinstance(item, Labelled):
                            yield from _entry(item.label, item.text, where, item.place)
                case _:
                    continue


def _lists_of_terms(deck: Deck) -> Iterator[List]:
    for body in (deck.body, *(concept.body for concept in deck.walk())):
        for block in blocks(body):
            items = block.items if isinstance(block, List) else ()
            if isinstance(block, List) and len(items) > 1 and all(isinstance(item, Labelled) for item in items):
                yield block


def _entry(term: RichText, meaning: RichText, where: str, place: Place) -> Iterator[Entry]:
    named, said = line(term), line(meaning)
    if named and said and ems(plain(named)) <= LONGEST_TERM_EMS:
        yield Entry(named, said, where, place)


def _card(number: int, letter: str, terms: Iterable[Sequence[Entry]]) -> Section:
    """The terms under one letter, each a row with all of its meanings."""
    rows = list(terms)
    widest = min(TERM_EMS, max(ems(plain(same[0].term)) for same in rows) * 1.1 + 0.7)
    atoms = tuple(
        Row(
            cells=(same[0].term, _meanings(same)), table=number + 1, style="terms", widths=(round(widest, 2), 0.0),
            aligns=("left", "left"), odd=i % 2 == 0, place=same[0].place,
        )
        for i, same in enumerate(rows)
    )  # fmt: skip
    return Section((Span(letter),), atoms, hue=number)


def _meanings(entries: Sequence[Entry]) -> Line:
    """One after another, each with the section that gives it; what two sections say alike stands once."""
    by_text: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_text[plain(entry.meaning)].append(entry)
    out: list[Span] = []
    for same in by_text.values():
        out += [Span(" · ")] if out else []
        references = ", ".join(dict.fromkeys(entry.reference for entry in same))
        out += [*same[0].meaning, Span(f" [{references}]", styles=("italic",))]
    return tuple(out)
