"""Boxes of code: coloured, wrapped where a line is too long, cut between blank lines where there are too many."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from msgspec.structs import replace

from ...highlight import Token, tokens
from ...readable import readable
from ...shell import is_shell
from ..measure import MONO, SAFETY, fitting, text_width
from .frame import GUTTER, Frame
from .grid import CODE_SIZES, Scale, accent, look, pitch
from .groups import KEPT, Group, Piece
from .inline import cut, para, para_lines, paras_height, spans
from .items import CodeBox
from .letterdrawn import is_drawn, kept, repeated
from .page import Box, Look, Para, Rect, Shape, Span
from .seams import blank_seam, indentation, seam

PAD_X, PAD_Y, TIGHT_Y = 24.0, 20.0, 12.0
BESIDE = 4
"""Twelfths of the body left of the box, when what it does stands there."""
COMMENT_LINES = 4
WRAP_MARK = "↪ "
CONTINUED_INDENT = 2
SMALLEST_CODE = 12
_Line = tuple[Para, ...]
"""One line of code as it is shown, in several lines where it is too long."""
KEYWORDS = ("k", "kc", "kd", "kn", "kp", "kr", "kt", "nb", "ow")


def code_size(boxes: Iterable[CodeBox], scale: Scale, frame: Frame) -> int:
    """The largest size at which no line of any box wraps; if none does, the one before the last.

    What is drawn with letters is of no use wrapped: it goes down to the smallest size.
    """
    boxes = tuple(boxes)
    sizes = [size for size in CODE_SIZES if size <= scale.code] or [CODE_SIZES[-1]]
    shares = [[_width(line) / _room(box, frame) for line in _lines(box)] for box in boxes]
    widest = max((share for each in shares for share in each), default=0.0)
    size = next((size for size in sizes if widest * size <= SAFETY), min(sizes[0], 16))
    drawn = [max(each) for each, box in zip(shares, boxes, strict=True) if is_drawn(_lines(box))]
    small = max(drawn, default=0.0) * size > SAFETY or (len(drawn) == len(boxes) and scale.code == SMALLEST_CODE)
    return SMALLEST_CODE if small else size


def wraps(box: CodeBox, scale: Scale, frame: Frame) -> bool:
    """Whether a line of the box is too long for its place at a scale."""
    size = code_size([box], scale, frame)
    return max(map(_width, _lines(box))) * size > _room(box, frame) * SAFETY


def _lines(box: CodeBox) -> list[str]:
    return [*box.code.split("\n"), *(box.output.split("\n") if box.output else ())]


def _width(line: str) -> float:
    return text_width(line.expandtabs(4), mono=True)


def _room(box: CodeBox, frame: Frame) -> float:
    return (_box_width(frame) if beside(box, frame) else frame.body.w) - 2 * PAD_X


def _box_width(frame: Frame) -> float:
    """The width of a box beside what it does."""
    return frame.body.right - frame.column(BESIDE)


def _comment_width(frame: Frame) -> float:
    return frame.column(BESIDE) - frame.body.x - GUTTER


def beside(box: CodeBox, frame: Frame) -> bool:
    """Whether what a command does has room left of it: short both, and of one line or two."""
    if not box.comment or box.code.count("\n") > 3:
        return False
    short = para_lines(_comment(box), _comment_width(frame)) <= COMMENT_LINES
    return short and max(map(_width, box.code.split("\n"))) * 16 <= (_box_width(frame) - 2 * PAD_X) * SAFETY


def _comment(box: CodeBox) -> Para:
    return para(spans(box.comment, look(18)), 18)


@lru_cache(maxsize=KEPT)
def code_group(box: CodeBox, size: int, section: int, frame: Frame, tight: bool = False) -> Group:
    """A box with its code; what a command does stands left of it where there is room."""
    side = beside(box, frame)
    pad_y = TIGHT_Y if tight else PAD_Y
    lines = list(_paras(box, size, section, _room(box, frame)))
    pieces = tuple(_pieces(lines, _lines(box), max(int((frame.body.h - 2 * pad_y) // pitch(size)), 1)))
    if sum(p.height + p.lead for p in pieces) + 2 * pad_y <= frame.body.h:
        pieces = tuple(replace(p, joined=n > 0) for n, p in enumerate(pieces))
    if pieces:
        pieces = (replace(pieces[0], say=_said(box)), *pieces[1:])
    left, right, beside_width = frame.body.x, frame.body.right, _comment_width(frame)
    taller = max(paras_height([_comment(box)], beside_width) - sum(map(len, lines)) * pitch(size), 0.0) if side else 0.0

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        paras = tuple(_joined(parts, pitch(size)))
        x = frame.column(BESIDE) if side else left
        place = Rect(x, rect.y, right - x, rect.h)
        framed = Shape(
            place, paras, "surface", radius=4.0, insets=(PAD_X, pad_y, PAD_X, pad_y), anchor="ctr", name="Code"
        )
        if not side:
            return (framed,)
        words = Shape(Rect(left, rect.y, beside_width, rect.h), (_comment(box),), anchor="ctr", name="Comment")
        return (words, framed)

    return Group(pieces, draw, frame=2 * pad_y + taller, before=16.0)


def _said(box: CodeBox) -> str:
    return readable(box.comment)


def _pieces(lines: list[_Line], source: Sequence[str], most: int) -> Iterator[Piece]:
    """A piece for each line, with the blank ones before it as its lead. Between blank lines they stay together where
    they can, and rows of a table that goes on below a page have its head above them."""
    heads, (starts, stay) = repeated(source), kept(source)
    blank, fresh, before = 0, True, ""
    least = min((indentation(line) for line in source if line.strip()), default=0)
    for n, line in enumerate(lines):
        if not any(_text(each).strip() for each in line):
            blank, fresh = blank + 1, True
            continue
        step = line[0].pitch
        above = tuple(Piece(lines[i], len(lines[i]) * step) for i in heads.get(n, ()))
        for start in range(0, len(line), most):
            part = line[start : start + most]
            room = sum(piece.height for piece in above) <= most * step / 2
            tied, joined = n in stay and not start, not fresh and (n not in starts or start > 0)
            begins = _begins(before, source[n], least, joined) if n and not start else 0.0
            shown = above if room else ()
            yield Piece(part, len(part) * step, blank * step, tied, joined=joined, above=shown, begins=begins)
            blank, fresh, before = 0, False, source[n]


def _begins(before: str, line: str, least: int, joined: bool) -> float:
    return seam(before, line, least) if joined else blank_seam(line, least)


def _joined(parts: Sequence[Piece], step: float) -> Iterator[Para]:
    """The lines of pieces with the blank lines between them."""
    for i, part in enumerate(parts):
        assert isinstance(part.content, tuple)
        first: Para = part.content[0]
        for _ in range(round(part.lead / step) if i else 0):
            yield replace(first, spans=())
        yield from part.content


def _text(each: Para) -> str:
    return "".join(span.text for span in each.spans)


def _paras(box: CodeBox, size: int, section: int, room: float) -> Iterator[_Line]:
    """The paragraphs that each line is shown in."""
    letters = int(room * SAFETY // (MONO * size))
    for line in _coloured(box.code, box.lang, size, section):
        yield tuple(para(part, size) for part in _wrapped(line, letters, size))
    for text in box.output.split("\n") if box.output else ():
        quiet = look(size, "quiet", mono=True)
        yield tuple(para(part, size) for part in _wrapped((Span(text.expandtabs(4), quiet),), letters, size))


@lru_cache(maxsize=64)
def _tokens(code: str, lang: str) -> tuple[Token, ...]:
    """The tokens of a code, which is measured at one size after another."""
    return tuple(tokens(code, lang))


def _coloured(code: str, lang: str, size: int, section: int) -> list[tuple[Span, ...]]:
    """The lines of a code, its command words and keywords in the section's colour and comments quiet."""
    shell = is_shell(lang.lower())
    lines: list[list[Span]] = [[]]
    fresh = True
    for token in _tokens(code.expandtabs(4), lang):
        for i, text in enumerate(token.text.split("\n")):
            if i:
                lines.append([])
                fresh = True
            if text:
                paint = _paint(token, section, command=shell and fresh and bool(text.strip()))
                lines[-1] += _command(text, size, section, paint) if shell and fresh else [_span(text, size, paint)]
                fresh = fresh and not text.strip()
    return [tuple(line) for line in lines]


def _command(text: str, size: int, section: int, paint: str) -> list[Span]:
    """The first word of a shell line in colour, what follows it in ink."""
    if paint == "quiet" or not text.strip():
        return [_span(text, size, "ink" if paint != "quiet" else paint)]
    found = re.match(r"\s*(?:[$%>]\s+)?\S+", text)
    end = found.end() if found else len(text)
    return [_span(part, size, colour) for part, colour in ((text[:end], accent(section)), (text[end:], "ink")) if part]


def _span(text: str, size: int, paint: str) -> Span:
    return Span(text, Look(size, paint, mono=True))


def _paint(token: Token, section: int, command: bool) -> str:
    if token.kind.startswith("c") or token.kind in ("gh", "go"):
        return "quiet"
    return accent(section) if command or token.kind in KEYWORDS else "ink"


def _wrapped(line: tuple[Span, ...], letters: int, size: int) -> Iterator[tuple[Span, ...]]:
    """A line in parts of at most `letters` columns; each but the first begins with a mark."""
    if _width("".join(s.text for s in line)) <= letters * MONO:
        yield line
        return
    rest, first = list(line), True
    while rest:
        head = [] if first else [Span(" " * CONTINUED_INDENT + WRAP_MARK, Look(size, "quiet", mono=True))]
        taken, rest = _take(rest, letters - (0 if first else CONTINUED_INDENT + 3))
        yield (*head, *taken)
        first = False


def _take(line: list[Span], letters: int) -> tuple[list[Span], list[Span]]:
    """The most of a line that fits, cut after a space or sign where one is near the end."""
    text = "".join(span.text for span in line)
    stop = max(fitting(text, max(letters, 4) * MONO, mono=True), 1)
    if stop < len(text):
        breaks = [m.end() for m in re.finditer(r"[\s,;/&|=(){}\[\]]", text[:stop])]
        stop = next((b for b in reversed(breaks) if b > stop * 0.6), stop)
    return list(cut(line, 0, stop)), list(cut(line, stop, len(text)))
