"""A slide before it knows its number, its neighbours and whether it is one of several."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ...model import Concept, RichText
from ...richtext import strip
from .formula import in_words
from .frame import Frame, Rect, TitleSizes
from .grid import CAPTION, accent, look, on
from .inline import breaks_words, clipped, para, para_lines, plain, spans
from .lines import balanced, in_phrases, phrased
from .page import Box, LayoutName, Look, Para, Span

PART = 20


Role = Literal["", "question", "asking", "answer", "summary"]


class Draft(Struct, frozen=True):
    """What a slide shows below its title. `suffix` follows the kicker; `title` where it is not the concept's own;
    `shows` are the ids of the concepts that are on it besides its own; `role` is what it is to the others of its concept."""

    layout: LayoutName
    boxes: tuple[Box, ...]
    say: tuple[str, ...] = ()
    suffix: str = ""
    title: RichText | None = None
    shows: tuple[str, ...] = ()
    role: Role = ""


def heading(concept: Concept) -> RichText:
    """The title as the author put it, without its number: the question of `Docker 란?` stays on the slide."""
    written = concept.heading.strip()
    if concept.number and written.startswith(concept.number):
        written = written[len(concept.number) :].lstrip(" .)")
    if not concept.asks or not written or any(mark in written for mark in "`*_[<$=~"):
        return strip(concept.title) or RichText.of(written)
    return RichText.of(written)


def title_place(frame: Frame, layout: LayoutName, role: Role) -> tuple[Rect, TitleSizes, bool]:
    """Where the title of a layout stands, the sizes that it may have there, and whether it is set in capitals."""
    if layout == "section":
        return frame.opener.title, frame.opener.sizes, frame.opener.capitals
    if role == "question":
        return frame.question, frame.question_sizes, False
    if role == "answer":
        return frame.title, frame.answer_sizes, frame.capitals
    return frame.title, frame.statement_sizes if layout == "statement" else frame.title_sizes, frame.capitals


def title_paras(
    text: RichText, part: str, section: int, frame: Frame, layout: LayoutName = "free", role: Role = ""
) -> tuple[tuple[Para, ...], bool]:
    """A title at the largest size at which it fits, its part `(1/2)` small behind it; and whether it had to be cut."""
    text = RichText(run for run in text if run.kind != "break")
    place, sizes, capitals = title_place(frame, layout, role)
    width = place.w
    paint = (
        on(section) if role == "question" else accent(section) if role == "answer" or layout == "statement" else "ink"
    )
    for size, step, lines in sizes:
        title = in_words(spans(text, _bold(size, paint)))
        each = _title(title, part, size, step, CAPTION if role == "answer" else PART)
        seen = _as_seen(each, capitals)
        if para_lines(seen, width) <= lines and not (breaks_words(seen, width) and size > sizes[-1][0]):
            return (
                _in_lines(each, part, width, even=role == "question" or layout == "section") if seen is each else each,
            ), False
    size, step, lines = sizes[-1]
    room = width - 60.0 if part else width
    for share in (1.0, 0.8, 0.6, 0.4):
        short = clipped(text.plain, size, room * share, bold=True, lines=lines)
        each = _title(plain(short, _bold(size, paint)), part, size, step)
        if para_lines(_as_seen(each, capitals), width) <= lines:
            break
    return (each,), True


def _in_lines(title: Para, part: str, width: float, *, even: bool) -> Para:
    """A title with its line ends forced where a program would end them within a word, or where lines are to be alike."""
    if phrased(title):
        return in_phrases(title, width, len(part) + 1 if part else 0)
    return balanced(title, width) if even else title


def _as_seen(title: Para, capitals: bool) -> Para:
    """A title as it is measured: in capitals where it is set so."""
    if not capitals:
        return title
    return replace(title, spans=tuple(replace(span, text=span.text.upper()) for span in title.spans))


def _bold(size: float, paint: str) -> Look:
    return look(size, paint, bold=True, tracking={54: -1.0, 44: -0.6, 36: -0.3, 32: -0.3}.get(int(size), 0.0))


def _title(found: tuple[Span, ...], part: str, size: float, step: float, small: float = PART) -> Para:
    quiet = "on" if any(span.look.paint == "on" for span in found) else "quiet"
    tail = plain(f" {part}", look(min(small, size), quiet)) if part else ()
    return Para((*found, *tail), size, step)


NUMBER_ROOM = 76.0
"""What the number takes of the line above the title, at most."""


def kicker(
    number: str, above: str, suffix: str, section: int, frame: Frame, *, panel: bool = False
) -> tuple[Para, ...]:
    """The line above the title: number, parent, and what this slide shows of it; nothing where it has no place."""
    if not frame.kicker.h:
        return ()
    text = " · ".join(part for part in (above, suffix) if part)
    strong, quiet = (on(section), on(section, "quiet")) if panel else (accent(section), "quiet")
    first = plain(f"{number}  " if number and text else number, look(14, strong, bold=True))
    rest = clipped(text, 14, frame.kicker.w - NUMBER_ROOM) if text else ""
    found = (*first, *plain(rest, look(14, quiet)))
    return (para(found, 14),) if found else ()
