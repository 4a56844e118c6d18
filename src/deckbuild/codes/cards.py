"""Codes about cards: which are not made, and which are hard to learn."""

from __future__ import annotations

from .entry import INFO, Code

CODES = (
    Code(
        "card-long",
        (INFO,),
        "The answer of a card is so long that it can hardly be recalled as a whole.",
        "Say it in a sentence, and the rest in points of their own.",
        "notes/a.md:3: info: the answer to 'Docker — layer?' has 346 letters; it is hard to recall as a whole [card-long]",
        "# Docker\n\n- layer : "
        + "a part of an image that can be used again and again " * 6
        + "and that is read only at all times\n",
    ),
    Code(
        "card-no-context",
        (INFO,),
        "The question of a card does not say what it is about.",
        "Name the thing instead of 'it'.",
        "notes/a.md:3: info: 'This?' does not say what it is about [card-no-context]",
        "# Docker\n\n## This?\n\nA part of an image.\n",
    ),
    Code(
        "card-several",
        (INFO,),
        "The answer of a card has many sentences, each of which may be a fact of its own.",
        "Write a point for each.",
        "notes/a.md:3: info: the answer to 'Docker — layer?' has 4 sentences; each may be a fact of its own [card-several]",
        "# Docker\n\n- layer : It is a part. It is read only. It has a hash. It is shared.\n",
    ),
    Code(
        "card-similar",
        (INFO,),
        "Two questions differ in one word and have different answers: they are taken for each other.",
        "Say in both what is different, or ask for the difference.",
        "notes/a.md:6: info: 'Docker — What does the layer do?' is much like the question of line 3, with another answer "
        "[card-similar]",
        "# Docker\n\nQ: What does the image do?\nA: hold\n\nQ: What does the layer do?\nA: add\n",
    ),
    Code(
        "card-yes-no",
        (INFO,),
        "A question is answered with yes or no, which can be guessed.",
        "Ask why, how or what.",
        "notes/a.md:3: info: 'Docker — Is a layer read only?' is answered with yes or no, which can be guessed [card-yes-no]",
        "# Docker\n\nQ: Is a layer read only?\nA: Yes.\n",
    ),
    Code(
        "cards-left-out",
        (INFO,),
        "A note gives more cards than its budget; the best of each section are made.",
        "Set 'cards: {budget: 0, section: 0}' in its front matter for all of them, or divide the note.",
        "notes/a.md: info: 3 more cards could be made; a note gives 60 at most, a section 2 at most [cards-left-out]",
        "---\ncards: {section: 2}\n---\n# Docker\n\n" + "".join(f"- part {n} : does thing {n}\n" for n in "ABCDE"),
        call="anki",
    ),
    Code(
        "duplicate-prompt",
        (INFO,),
        "Two cards would ask the same and want different answers; the second is not made.",
        "Say in the heading or in the line what is different there.",
        "notes/a.md:4: info: no card for this: 'Docker — port?' is asked already (line 3), with another answer [duplicate-prompt]",
        "# Docker\n\n- port : where a container listens\n- port : a left side of a ship\n",
        call="anki",
    ),
    Code(
        "list-long",
        (INFO,),
        "A numbered list is too long to be learnt as one, so no cards are made of it.",
        "Divide it into named groups of at most nine.",
        "notes/a.md:3: info: this list has 12 items, too many to learn as one; no cards are made of it [list-long]",
        "# Docker\n\n" + "".join(f"{n}. thing number {n}\n" for n in range(1, 13)),
    ),
    Code(
        "no-cards",
        (INFO,),
        "Nothing in a note can be asked for, so its deck is made without cards; one that was made before does not stay.",
        "Write terms with what they mean ('Docker : a platform for containers'), or questions (`Q:` and `A:`); "
        "'cards: {skip: true}' in its front matter makes no deck.",
        "notes/a.md: info: no cards are made of this note, so that its deck is empty [no-cards]",
        "# Diary\n\nToday it rained and I went home.\n",
        call="anki",
    ),
    Code(
        "project-page",
        (INFO,),
        "A page tells of a project, a program or an event, by its name, its folder or its headings, so no cards are made of it.",
        "Give the file another name if it is a note, or mark its questions (`Q:` and `A:`): these are always cards.",
        "notes/CONTRIBUTING.md: info: no cards are made of this page: it is about a project or an event, and not a note [project-page]",
        "# Contributing\n\n- fork : copy it first\n",
        "notes/CONTRIBUTING.md",
        "anki",
    ),
)
