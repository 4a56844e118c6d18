"""Every setting that there is: the only place that defines them.

To add one, add a field to `Cards`, `Slides` or `Sheet` with a default, a type that says what is allowed, and a
description. It is then read from deckbuild.yaml and from front matter, checked, guessed when misspelt, and in the JSON
Schema; `docs/settings.md` must name it (a test says so), and the plan that it concerns takes it as an argument.
"""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta, Struct

from .values import (
    MOST_PAGES,
    Reader,
    read_aliases,
    read_codes,
    read_deck,
    read_file,
    read_folder,
    read_language,
    read_pages,
    read_tags,
)


def _described(text: str) -> Meta:
    return Meta(description=text)


def _read(by: Reader, text: str) -> Meta:
    """A setting that people write in more ways than its type says."""
    return Meta(description=text, extra={"read": by})


CardKind = Literal[
    "definition",
    "term",
    "pair",
    "equation",
    "consequence",
    "label",
    "question",
    "cloze",
    "list_item",
    "step",
    "command",
    "figure",
    "conclusion",
    "cell",
    "comparison",
    "hole",
    "formula",
    "occlusion",
]
"""Each way of asking, by the name that `deckbuild cards` prints."""


class Cards(Struct, frozen=True, forbid_unknown_fields=True):
    """How Anki decks are made."""

    skip: Annotated[bool, _described("Whether no deck is made.")] = False
    without: Annotated[tuple[CardKind, ...], _described("Kinds of cards that are not made (cloze, figure).")] = ()
    budget: Annotated[int, Meta(ge=0, le=100_000, description="The most cards of a note; 0: as many as it gives.")] = 60
    section: Annotated[int, Meta(ge=0, le=1000, description="The most cards of one section; 0: no limit.")] = 24
    reverse: Annotated[bool, _described("Whether a definition also asks for its term.")] = True
    typed: Annotated[bool, _described("Whether short commands are typed; else they are recalled.")] = True
    subdecks: Annotated[
        int, Meta(ge=0, le=5, description="Levels of headings that have a deck of their own; 0: none.")
    ] = 0


class Slides(Struct, frozen=True, forbid_unknown_fields=True):
    """How slides are made."""

    skip: Annotated[bool, _described("Whether no slides are made.")] = False
    theme: Annotated[
        Literal["light", "dark"], _described("The look: dark letters on a light page, or the other way.")
    ] = "light"
    ratio: Annotated[Literal["16:9", "4:3"], _described("Width to height of a slide.")] = "16:9"
    template: Annotated[
        str, _read(read_file, "A PowerPoint template (.potx, .pptx), from the folder of the file that names it.")
    ] = ""
    build: Annotated[bool, _described("Whether points appear one by one, at a click each, as --build.")] = False
    handout: Annotated[bool, _described("Whether a handout is made as well (X.handout.pdf), as --handout.")] = False
    handout_notes: Annotated[
        bool, _described("Whether a handout has beside each slide what its speaker notes add, as --handout-notes.")
    ] = True
    handout_answers: Annotated[
        Literal["follow", "end", "none"],
        _described("Where the answers to questions are on a handout, as --handout-answers."),
    ] = "follow"
    questions: Annotated[
        bool, _described("Whether what the note asks stands on a slide of its own before the answer.")
    ] = True
    chains: Annotated[bool, _described("Whether a sentence that is a chain (`A -> B -> C`) is drawn.")] = True
    contents: Annotated[bool, _described("Whether there is a slide of contents.")] = True
    summary: Annotated[bool, _described("Whether the deck and its long sections end with a summary.")] = True


class Sheet(Struct, frozen=True, forbid_unknown_fields=True):
    """How cheat sheets are made."""

    pages: Annotated[
        int,
        Meta(
            ge=0,
            le=MOST_PAGES,
            description="How many pages a sheet has, as --pages; 0 or auto: as many as it needs.",
            extra={"read": read_pages},
            extra_json_schema={"pattern": "^auto$"},
        ),
    ] = 1
    paper: Annotated[Literal["a4", "letter"], _described("The size of the paper.")] = "a4"
    landscape: Annotated[bool, _described("Whether the paper lies on its side.")] = True
    columns: Annotated[int, Meta(ge=0, le=6, description="How many columns; 0: as many as fit best.")] = 0
    theme: Annotated[Literal["color", "bw"], _described("bw: without colour, for a copying machine.")] = "color"
    png: Annotated[bool, _described("Whether the first page is made as a picture too (X.sheet.png), as --png.")] = False


class Outputs(Struct, frozen=True, forbid_unknown_fields=True):
    """What deckbuild.yaml sets for all notes, and a note for itself in its front matter."""

    cards: Cards = Cards()
    slides: Slides = Slides()
    sheet: Sheet = Sheet()


class Settings(Outputs, frozen=True, forbid_unknown_fields=True):
    """What deckbuild.yaml says."""

    deck: Annotated[
        str, _read(read_deck, "The deck that holds the decks of all notes (`Uni` makes `Uni::Docker`).")
    ] = ""
    tags: Annotated[tuple[str, ...], _read(read_tags, "Tags that every card gets.")] = ()
    lang: Annotated[str, _read(read_language, "The language of the notes (ISO 639-1); else each note shows it.")] = ""
    output: Annotated[str, _read(read_folder, "The folder for what is made, from the folder of deckbuild.yaml.")] = ""
    strict: Annotated[bool, _described("Whether warnings fail a build, as --strict.")] = False
    allow: Annotated[tuple[str, ...], _read(read_codes, "Codes of warnings that strict lets pass.")] = ()


class NoteSettings(Outputs, frozen=True, forbid_unknown_fields=True):
    """What a note's front matter says that is deckbuild's."""

    title: Annotated[str, _described("The title; else the first heading, else the file's name.")] = ""
    deck: Annotated[str, _read(read_deck, "The whole name of the deck (`Uni::Docker`); else folders and title.")] = ""
    tags: Annotated[tuple[str, ...], _read(read_tags, "Tags that the cards of this note get as well.")] = ()
    lang: Annotated[str, _read(read_language, "The language of the note (ISO 639-1).")] = ""
    aliases: Annotated[tuple[str, ...], _read(read_aliases, "Other names of what the note is about.")] = ()


DEFAULTS = Settings()
SECTIONS = Outputs.__struct_fields__
