"""Runs of the model → spans with a look, and how much room they take."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from msgspec.structs import replace

from ...model import RichText, Run, Style
from ...richtext import to_plain
from ..measure import Chunk, is_leftward, is_wide, line_count, line_widths, longest_word, text_width
from .formula import in_words, inset, stretches, tallest
from .grid import look, pitch
from .page import LOWERED, RAISED, Look, Paint, Para, Span

CODE_SHARE = 0.9
"""Inline code over the size of the text around it."""
SMALLEST = 12.0
ELLIPSIS = "…"
MARKS = 2
ABOVE, BELOW = 230, 220
SPACES = re.compile("[^\\S\u00a0]+")
"""Where a line may end: not at a space that keeps two words together."""
_MARKED = re.compile("[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f]{3,}")
_TAGS = re.compile("(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+")


def spans(text: RichText, base: Look) -> tuple[Span, ...]:
    """A text set in `base`, each run changed as its kind and styles ask."""
    return tuple(inset(run, base) or Span(_shown(run), _look(run, base), _address(run)) for run in text if run.text)


def _shown(run: Run) -> str:
    return "\n" if run.kind == "break" else unstacked(run.text.replace("\t", "    ").replace("\n", " "))


def unstacked(text: str) -> str:
    """A text whose letters carry at most `MARKS` marks on a side, of a higher stack one: it would stand in the line beyond.

    No writing needs more; the class of a mark says where it stands (Unicode Standard Annex 44, table 15). Tags that
    belong to no flag are left out: they show nothing, and LibreOffice then draws what is around them over itself.
    """
    return text if text.isascii() else _MARKED.sub(lambda found: _thinned(found[0]), _TAGS.sub("", text))


def _thinned(marks: str) -> str:
    places = [unicodedata.combining(mark) for mark in marks]
    return "".join(
        mark
        for i, (mark, place) in enumerate(zip(marks, places, strict=True))
        if place not in (ABOVE, BELOW) or places[:i].count(place) < (MARKS if places.count(place) <= MARKS else 1)
    )


def _code_size(around: float) -> float:
    """Code is as tall as the letters around it at nine tenths of their size; it is no smaller than anything may be."""
    return max(round(around * CODE_SHARE * 2) / 2, min(around, SMALLEST))


def _address(run: Run) -> str:
    return run.href if run.kind not in ("image", "math") else ""


def _look(run: Run, base: Look) -> Look:
    """Hangul, Han, Arabic and Hebrew are never slanted, since their fonts have no italic: dots below are their stress."""
    styles = run.styles
    raised = Style.SUP in styles or run.kind == "reference"
    shift = LOWERED if Style.SUB in styles else RAISED if raised else 0
    slanted = Style.ITALIC in styles
    upright = slanted and any(is_wide(c) or is_leftward(c) for c in run.text)
    mono = base.mono or run.kind in ("code", "math") or Style.KEY in styles
    return replace(
        base,
        size=_code_size(base.size) if mono and not base.mono else base.size,
        bold=base.bold or Style.BOLD in styles,
        italic=slanted and not upright,
        dotted=upright,
        underline=Style.UNDERLINE in styles,
        strike=Style.STRIKE in styles,
        mark=Style.MARK in styles,
        mono=mono,
        shift=shift,
    )


def plain(text: str, base: Look) -> tuple[Span, ...]:
    """Words of our own in one look."""
    return (Span(unstacked(text), base),) if text else ()


def para(found: Iterable[Span], size: float, **fields: object) -> Para:
    """A paragraph with the pitch that belongs to its size."""
    spans = tuple(found)
    return replace(Para(spans, size, max(pitch(size), tallest(spans))), **fields)


def line(text: str, size: float, paint: Paint = "ink", *, bold: bool = False, **fields: object) -> Para:
    """A paragraph of plain text in one look."""
    return para(plain(text, look(size, paint, bold=bold)), size, **fields)


def chunks(found: Iterable[Span], size: float) -> Iterator[Chunk]:
    """What `measure` needs to know of spans. Sub- and superscripts count in full, which is safe."""
    for span in found:
        each = span.look
        if span.formula:
            yield from stretches(span, size)
            continue
        yield Chunk(span.text, each.size / size, each.bold, each.mono)


def para_lines(each: Para, width: float) -> int:
    """The lines of a paragraph in a box `width` wide. What stands before a tab hangs left of the text."""
    found = tuple(chunks(each.spans, each.size))
    hung = bool(each.hang) and bool(found) and found[0].text.endswith("\t")
    text = found[1:] if hung else found
    room = width - each.left
    lowered = hung and longest_word(text, each.size) > room  # a long word leaves the number's line for its own
    return line_count(text, each.size, room) + lowered


def para_height(each: Para, width: float) -> float:
    """The height of a paragraph without the space before it."""
    return para_lines(each, width) * each.pitch


def widest_word(each: Para) -> float:
    """The width that a paragraph needs so that none of its words has to be broken."""
    return longest_word(chunks(each.spans, each.size), each.size) + each.left


def breaks_words(each: Para, width: float) -> bool:
    """Whether a word is too long for a line: then a smaller size, or another layout, serves better."""
    return widest_word(each) > width


def paras_height(paras: Iterable[Para], width: float) -> float:
    """The height of a box of paragraphs; space before the first counts for nothing."""
    total = 0.0
    for i, each in enumerate(paras):
        total += para_height(each, width) + (each.before if i else 0.0)
    return total


def natural_width(each: Para) -> float:
    """The width that a paragraph would take without any break but its own."""
    return max(line_widths(chunks(each.spans, each.size), each.size, 1e6)) + each.left


def clipped(text: str, size: float, width: float, *, bold: bool = False, lines: int = 1) -> str:
    """A text cut at a word so that it fits, with an ellipsis. Only for what is said in full elsewhere."""
    text = " ".join(text.split())

    def fits(candidate: str) -> bool:
        return line_count((Chunk(candidate, 1.0, bold),), size, width) <= lines

    if fits(text):
        return text
    low, high = 0, len(text)
    while low < high - 1:
        middle = (low + high) // 2
        low, high = (middle, high) if fits(text[:middle].rstrip() + ELLIPSIS) else (low, middle)
    cut = re.sub(r"\s+\S{0,12}$", "", text[:low]) or text[:low]
    return cut.rstrip(" ,.;:·-") + ELLIPSIS


def levelled(text: RichText, base: Look) -> tuple[Span, ...]:
    """A text in one look but for what is raised or lowered in its formulas."""
    if not any(run.kind == "math" for run in text):
        return plain(to_plain(text), base)
    return in_words(spans(text, base))


def number_hang(numbers: Iterable[str], size: float, least: float) -> float:
    """How far numbers hang left of their names, in points; nothing where there are none."""
    widest = max((text_width(number, bold=True) for number in numbers), default=0.0)
    return max(least, widest * size + 12.0) if widest else 0.0


def entry(
    number: str, name: RichText, base: Look, width: float, hang: float, lines: int = 1, paint: Paint = ""
) -> Para:
    """A numbered name: the number hangs `hang` left of it, and the name is cut to what `lines` hold.

    Without a number at `hang` 0 it is the name alone. The number counts as part of the first line, which is safe.
    """
    size = base.size
    head = plain(f"{number}\t", replace(base, paint=paint or base.paint)) if hang else ()

    def built(text: str) -> Para:
        shown = levelled(name, base) if text == whole else plain(text, base)
        return para((*head, *shown), size, left=hang, hang=hang)

    whole = to_plain(name)
    for allowed in range(lines, 0, -1):
        for share in (1.0, 0.9, 0.6, 0.3):
            each = built(clipped(whole, size, (width - hang) * share, bold=base.bold, lines=allowed))
            if para_lines(each, width) <= lines:
                return each
    return built(ELLIPSIS)


def slices(found: Sequence[Span], bounds: Iterable[tuple[int, int]]) -> list[tuple[Span, ...]]:
    """Spans cut at offsets into their joined text."""
    return [cut(found, start, stop) for start, stop in bounds]


def cut(found: Sequence[Span], start: int, stop: int) -> tuple[Span, ...]:
    """What stands between two offsets into the joined text of spans; a formula that is cut is text."""
    position, part = 0, []
    for span in found:
        a, b = max(start - position, 0), min(stop - position, len(span.text))
        if a < b:
            part.append(span if b - a == len(span.text) else replace(span, text=span.text[a:b], formula=None))
        position += len(span.text)
    return tuple(part)
