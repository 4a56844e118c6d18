"""The tree of concepts → the cards of the sheet, the commands of all gathered into the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ...diagnostics import Diagnostic, info
from ...model import Block, Command, Concept, Deck, Definition, List, Place, Point, RichText, Subheading
from .atoms import Builder
from .geometry import page
from .lines import ems, labelled, line, pieces
from .repeated import said_once
from .shapes import Atom, Heading, Line, Section, SheetOptions, Span, Text, plain
from .spots import TITLE_EMS

MOST_COMMANDS = 14
SUBTITLE_EMS = 62.0
TITLE_PT, BESIDE = 23.0, 0.75
"""An em of a title in bold with the air between its letters, and the share of the head that one with a subtitle takes at most."""
ORIGIN_PT = 230.0
"""The most that the day and the address of a note take of the head."""
FEW_CARDS = 3


class Part(Struct, frozen=True):
    """A card to be: a concept, and how many top-level sections came before it."""

    concept: Concept
    hue: int


def parts(deck: Deck) -> list[Part]:
    """Which concepts become cards: the top-level ones, or those below where there are hardly any of these."""
    tops = _unwrapped(deck)
    below = sum(len(top.children) for top in tops)
    if len(tops) < FEW_CARDS and below >= FEW_CARDS:
        return [Part(card, hue) for hue, top in enumerate(tops) for card in _opened(top)]
    return [Part(top, hue) for hue, top in enumerate(tops)]


def _unwrapped(deck: Deck) -> tuple[Concept, ...]:
    """The top-level sections; a note inside one single section counts as if that were not there."""
    lead = Concept("", deck.title, body=deck.body)
    tops = deck.concepts
    leads = [lead] if deck.body else []
    while len(tops) == 1 and tops[0].children:
        leads += [replace(tops[0], children=())] if tops[0].body else []
        tops = tops[0].children
    return (*leads, *tops)


def _opened(top: Concept) -> Iterator[Concept]:
    if top.body or not top.children:
        yield replace(top, children=())
    yield from top.children


def subtitle(deck: Deck, options: SheetOptions) -> tuple[Line, Definition | None]:
    """What the note is about, where its lead says it and it is short enough to stand beside the title: it is not said again.

    What a section defines stays there, where it is looked up.
    """
    found = next((block for block in _leading(deck.body) if isinstance(block, Definition)), None)
    origin = ORIGIN_PT if deck.front.get("url") or deck.front.get("date") else 0.0
    room = (page(options, 1).inner - origin) / TITLE_PT
    fits = found is not None and ems(found.text.plain) <= SUBTITLE_EMS and ems(headline(deck)) <= BESIDE * room
    return (line(found.text), found) if found and fits else ((), None)


def _leading(body: Sequence[Block]) -> Iterator[Block]:
    """The blocks of a lead, and the items of its lists."""
    for block in body:
        yield from (block, *block.items) if isinstance(block, List) else (block,)


def _without_subtitle(body: Sequence[Block], shown: Definition | None) -> Iterator[Block]:
    for block in body:
        items = tuple(item for item in block.items if item is not shown) if isinstance(block, List) else ()
        if isinstance(block, List) and items != block.items:
            yield from (replace(block, items=items),) if items else ()
        elif block is not shown:
            yield block


def sections(deck: Deck, builder: Builder, options: SheetOptions) -> tuple[Section, ...]:
    """All cards in reading order."""
    _, shown = subtitle(deck, options)
    deck = replace(deck, body=tuple(_without_subtitle(deck.body, shown)))
    cards = parts(deck)
    gathered, cards = _gather(cards)
    found = [_command_card(gathered, builder)] if gathered else []
    for card in cards:
        atoms = tuple(headed(list(builder.content(card.concept, level=1))))
        if atoms:
            found.append(_card(card, atoms))
        else:
            builder.diagnostics.append(_without_content(card.concept))
    return tuple(_separate(_named_lead(found, deck, builder.words.overview)))


def _card(card: Part, atoms: tuple[Atom, ...]) -> Section:
    concept = card.concept
    title, *rest = pieces(line(concept.title), TITLE_EMS)
    over = tuple(Text(line=part, place=concept.place) for part in rest)
    return Section(title, (*over, *said_once(title, atoms)), concept.number, card.hue, place=concept.place)


def headed(atoms: list[Atom]) -> Iterator[Atom]:
    """A heading that heads nothing is set as words of the text: it says something all the same."""
    for atom, below in zip(atoms, [*atoms[1:], None], strict=False):
        if isinstance(atom, Heading) and heads_nothing(atom, below):
            yield Text(
                line=labelled(atom.line, ()),
                rank=0.4,
                frame=atom.frame,
                left=atom.left,
                depth=atom.depth,
                place=atom.place,
            )
        else:
            yield atom


def heads_nothing(atom: Heading, below: Atom | None) -> bool:
    """Whether a heading is followed by the end, or by another of its level or above."""
    if isinstance(below, Heading):
        return atom.level == 0 or 0 < below.level <= atom.level
    return below is None


def _without_content(concept: Concept) -> Diagnostic:
    message = f"the section '{concept.title.plain}' has no content and is not on the sheet"
    return info(concept.place, "section-empty", message)


def _named_lead(found: list[Section], deck: Deck, overview: str) -> list[Section]:
    """What stands before the sections bears the title of the sheet; where more follows, that would be said twice."""
    cards = [section for section in found if not section.sign]
    taken = any(plain(section.title).casefold() == overview.casefold() for section in cards[1:])
    if not deck.body or len(cards) < FEW_CARDS or taken or plain(cards[0].title) != headline(deck):
        return found
    return [replace(section, title=(Span(overview),)) if section is cards[0] else section for section in found]


def _separate(found: Sequence[Section]) -> Iterator[Section]:
    """Where everything lies in one top-level section, each card gets a hue of its own."""
    hues = [section.hue for section in found if not section.sign]
    distinct = len(set(hues)) < 2
    for i, section in enumerate(found):
        yield (
            replace(section, hue=i)
            if distinct or section.sign
            else replace(section, hue=section.hue + bool(found[0].sign))
        )


class Gathered(Struct, frozen=True):
    """A command taken out of its section, with what it does."""

    command: Command
    meaning: Line
    place: Place


def _gather(cards: list[Part]) -> tuple[list[Gathered], list[Part]]:
    """Commands into one table before all prose, unless they are what the note is made of."""
    commands = [
        block
        for card in cards
        for concept in card.concept.walk()
        for block in concept.body
        if isinstance(block, Command)
    ]
    emptied = any(_only_commands(card.concept) for card in cards)
    if not 2 <= len(commands) <= MOST_COMMANDS or emptied:
        return [], cards
    gathered: list[Gathered] = []
    rest = [Part(_without(card.concept, gathered), card.hue) for card in cards]
    return gathered, rest


def _only_commands(card: Concept) -> bool:
    bodies = [block for concept in card.walk() for block in concept.body]
    return bool(bodies) and all(isinstance(block, Command) for block in bodies)


def _without(concept: Concept, gathered: list[Gathered]) -> Concept:
    """A concept without its commands, and without what had nothing else; a short sentence before one goes along."""
    kept: list[Block] = []
    for block, following in zip(concept.body, _after_commands(concept.body), strict=True):
        if not isinstance(block, Command):
            kept.append(block)
            continue
        meaning = line(block.comment)
        if not meaning and kept and (sentence := _introduces(kept[-1], following)):
            meaning = line(sentence)
            kept.pop()
        named = not meaning and not any(item.meaning == line(concept.title) for item in gathered)
        gathered.append(Gathered(block, line(concept.title) if named else meaning, block.place))
    below = [(child, _without(child, gathered)) for child in concept.children]
    children = tuple(rest for child, rest in below if rest.body or rest.children or not child.body)
    return replace(concept, body=tuple(kept), children=children)


def _after_commands(body: Sequence[Block]) -> list[Block | None]:
    """For each block, the first one behind it that is no command."""
    out: list[Block | None] = [None]
    for block in reversed(body[1:]):
        out.append(out[-1] if isinstance(block, Command) else block)
    return out[::-1] if body else []


def _introduces(block: Block, below: Block | None) -> RichText | None:
    """The sentence, if it only leads to the command behind it; `below` is what follows that."""
    match block:
        case Subheading(text=text) if below is None or isinstance(below, Subheading):
            return text
        case Point(text=text, leads_to=(), body=()) if text.plain.rstrip().endswith((":", "：")):
            return text
        case _:
            return None


def _command_card(gathered: Sequence[Gathered], builder: Builder) -> Section:
    atoms = tuple(builder.commands([(item.command, item.meaning) for item in gathered]))
    title = (Span(builder.words.commands),)
    return Section(title, atoms, sign="★", place=gathered[0].place)


def headline(deck: Deck) -> str:
    """The title of the sheet; a file without any has its name. What is longer than two lines ends with dots."""
    title = plain(line(deck.title)) or deck.name.split("::")[-1] or deck.source
    return title if ems(title) <= TITLE_EMS else plain(next(pieces((Span(title),), TITLE_EMS))) + "…"
