"""The options of slides and of sheets, which come before the settings of notes. All are None where not given."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import click

from .guesses import one_of, pages

KINDS = {"sheet": ("sheet",), "glossary": ("glossary",), "cards": ("paper",)}
"""What `deckbuild sheet` can print, and the exporters that make it."""
ASKED = {
    "slides": {
        "build": "build",
        "handout": "handout",
        "handout_notes": "handout_notes",
        "handout_answers": "handout_answers",
        "template": "template",
        "slides_theme": "theme",
        "ratio": "ratio",
    },
    "sheet": {name: name for name in ("pages", "paper", "landscape", "columns", "theme", "png")},
}
"""Options that name settings, and which, by section."""
Option = Callable[[Callable[..., int]], Callable[..., int]]


def asked_of(options: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """The settings that a call names, by section, taken out of its options."""
    return {
        section: {setting: value for name, setting in names.items() if (value := options.pop(name, None)) is not None}
        for section, names in ASKED.items()
    }


def _choice(flag: str, words: tuple[str, ...], text: str, *name: str) -> Option:
    kind = flag.lstrip("-")
    return click.option(flag, *name, callback=one_of(kind, words), metavar=f"[{'|'.join(words)}]", help=text)


def _with(command: Callable[..., int], options: Iterable[Option]) -> Callable[..., int]:
    for option in options:
        command = option(command)
    return command


def presenting(command: Callable[..., int]) -> Callable[..., int]:
    """The options of slides wherever they are made."""
    return _with(
        command,
        (
            _choice(
                "--handout-answers",
                ("follow", "end", "none"),
                "Where the handout has answers: below their questions, all at its end, or not at all.",
            ),
            click.option(
                "--handout-notes/--no-handout-notes",
                default=None,
                help="Whether the handout has what the speaker notes add.",
            ),
            click.option("--handout/--no-handout", default=None, help="Write a handout of the slides (.handout.pdf)."),
            click.option("--build/--no-build", default=None, help="Let the points of a slide appear one by one."),
            click.option(
                "--template", metavar="FILE", help="Your own PowerPoint template (.potx, .pptx) to make the slides on."
            ),
        ),
    )


def designing(command: Callable[..., int]) -> Callable[..., int]:
    """The options of slides where they alone are made."""
    return _with(
        command,
        (
            _choice("--ratio", ("16:9", "4:3"), "Width to height of a slide."),
            _choice("--theme", ("light", "dark"), "The ground of the slides.", "slides_theme"),
        ),
    )


def printing(command: Callable[..., int]) -> Callable[..., int]:
    """The options of sheets where they alone are made."""
    return _with(
        command,
        (
            _choice("--kind", tuple(KINDS), "What to print."),
            _choice("--theme", ("color", "bw"), "bw: without colour."),
            click.option("--png/--no-png", default=None, help="Write page 1 as a picture too (.sheet.png)."),
            click.option("--merge", is_flag=True, default=None, help="One sheet of all notes, a section for each."),
            click.option(
                "--columns", type=click.IntRange(0, 6), metavar="N", help="Columns of a page; 0: as fits best."
            ),
            click.option("--landscape/--portrait", default=None, help="Whether the paper lies on its side."),
            _choice("--paper", ("a4", "letter"), "Its size."),
            click.option(
                "--pages", callback=pages, metavar="[1|2|…|auto]", help="Exactly so many pages; auto: as needed."
            ),
        ),
    )
