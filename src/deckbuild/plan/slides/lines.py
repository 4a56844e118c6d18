"""Where the lines of a display end: where they are most alike, and in Chinese and Japanese, which have no spaces, between
phrases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec.structs import replace

from ..measure import SAFETY, is_hangul, keeps
from .inline import SPACES, cut, natural_width, para_lines, slices
from .page import Para, Span

MOST_LINES = 4
SHORT = 3
"""Letters that a line has at least."""
UNEVEN, TOO_SHORT = 2.0, 5.0
"""What it costs that lines are not alike, and that one is short."""
SPACE, SIGN, PARTICLE, OPENING, PHRASE, SCRIPT, WITHIN, TORN = 0.0, 0.0, 0.2, 0.2, 0.3, 0.6, 1.5, 3.0
"""What it costs to end a line at a space, behind a sign, behind a particle, before a bracket, where kanji or katakana
follow hiragana, where else the script changes, within letters of one script, and before an ending or within katakana."""
INSIDE = 1.0
"""What it costs besides within brackets or quotation marks."""
_OPENINGS, _CLOSINGS = "（「『【〈《“‘(", "）」』】〉》”’)"
_SIGNS = f"、。，．・：；！？—–{_CLOSINGS}"
_AFTER, _BEFORE = "を的", "和与與及或對对"
_HONORIFICS = "おご"
_STARTS_NOTHING = "々ゝゞヽヾ〜～~"
LEAST_SHARE, LEAST_SHARE_AT_COMMA = 0.25, 0.4
"""How long the shorter of two lines is that end with a clause, as a share of the longer one: a comma parts less than a colon."""
_FULL_STOP = r"(?:(?<=\w{5})|(?<=\d)|(?<=[\uac00-\ud7a3]))\.(?=\s+[^\W_a-z])"
"""Not that of a title or an abbreviation (`Prof.`, `e.g.`)."""
_CLAUSE = re.compile(rf"(?:[:;!?]|{_FULL_STOP}|(?<=\s)[—–])[^\S\u00a0]+(?=\S)")
_SEVERAL = ",:"
"""Signs at which no line ends where there are several: they part the members of a list, and labels from what they name."""
_COMMA = re.compile(r",[^\S\u00a0]+(?=[^\W\d_])")


def phrased(each: Para) -> bool:
    """Whether a text is written without spaces between its words: with kana or Han, and without Hangul."""
    scripts = {_script(char) for span in each.spans for char in span.text}
    return bool(scripts & {"hiragana", "katakana", "han"}) and "hangul" not in scripts


def in_phrases(each: Para, width: float, tail: int = 0) -> Para:
    """A display with forced breaks between phrases, in as few lines as it needs; the last `tail` letters stay together."""
    text = "".join(span.text for span in each.spans)
    count = para_lines(each, width)
    if not 2 <= count <= MOST_LINES or "\n" in text:
        return each
    places = [(i, cost) for i, cost in _places(text) if i <= len(text) - tail]
    ends = [
        0.0,
        *(natural_width(replace(each, spans=cut(each.spans, 0, i))) - each.left for i in range(1, len(text) + 1)),
    ]
    starts = _best(text, places, ends, count, (width - each.left) * SAFETY, tail)
    forced = _forced(each, [0, *starts], len(text))
    return forced if starts and para_lines(forced, width) == count else each


def _best(
    text: str, places: Sequence[tuple[int, float]], ends: Sequence[float], count: int, room: float, tail: int
) -> list[int]:
    """The places of breaks that cost the least, for so many lines; nothing where lines do not fit."""
    even = ends[-1] / count
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for line in range(1, count + 1):
        found: dict[int, tuple[float, list[int]]] = {}
        for stop, cost in places if line < count else [(len(text), 0.0)]:
            options = [
                (
                    before
                    + cost
                    + _line_cost(text[start:stop], ends[stop] - ends[start], even, tail * (line == count)),
                    at,
                )
                for start, (before, at) in best.items()
                if start < stop and ends[stop] - ends[start] <= room
            ]
            if options:
                least, at = min(options)
                found[stop] = (least, [*at, stop] if line < count else at)
        best = found
    return best[len(text)][1] if len(text) in best else []


def _line_cost(line: str, width: float, even: float, tail: int) -> float:
    short = len(line.strip()) - tail < SHORT
    return UNEVEN * (1.0 - width / even) ** 2 + (TOO_SHORT if short else 0.0)


def _places(text: str) -> Iterator[tuple[int, float]]:
    """Where a line may begin, and what that costs."""
    depth = 0
    for i, (left, right) in enumerate(pairwise(text), 1):
        depth += (left in _OPENINGS) - (left in _CLOSINGS)
        inside = INSIDE if depth > 0 else 0.0
        if left.isspace() and not right.isspace():
            yield i, inside + (WITHIN if _script(right) == "hiragana" else SPACE)
        elif not right.isspace() and not keeps(left, right) and not (_is_latin(left) and _is_latin(right)):
            yield i, inside + _cost(left, right, text[i - 2 : i - 1])


def _cost(left: str, right: str, before: str) -> float:
    """What it costs to end a line between two letters; `before` is the one before them."""
    a, b = _script(left), _script(right)
    if right in _STARTS_NOTHING or (left in _HONORIFICS and _script(before) != "hiragana"):
        return TORN
    if left in _SIGNS:
        return SCRIPT if left in "：:" else SIGN
    if right in _OPENINGS:
        return OPENING
    if (left in _AFTER) or (right in _BEFORE and a == "han"):
        return PARTICLE
    if b == "hiragana" or a == b == "katakana":
        return TORN if a != "hiragana" else WITHIN
    if a == "hiragana":
        return PHRASE
    return WITHIN if a == b else SCRIPT


def _is_latin(char: str) -> bool:
    return _script(char) == "other" and char not in _SIGNS and char not in _OPENINGS


def _script(char: str) -> str:
    if "\u3041" <= char <= "\u309f":
        return "hiragana"
    if "\u30a0" <= char <= "\u30ff":
        return "katakana"
    if "\u3400" <= char <= "\u9fff" or char in "々〇" or "\U00020000" <= char <= "\U0003ffff":
        return "han"
    return "hangul" if is_hangul(char) else "other"


def balanced(each: Para, width: float) -> Para:
    """A display of two or three lines broken where its lines are most alike; the break is forced.

    The letters of a display are few and large, so that a last line of one word shows from afar.
    """
    if phrased(each):
        return in_phrases(each, width)
    count = para_lines(each, width)
    text = "".join(span.text for span in each.spans)
    if not 2 <= count <= 3 or "\n" in text:
        return each
    if count == 2 and (place := _clause(each, text, width)):
        return _forced(each, [0, place], len(text))
    low, high = width / count, width
    while high - low > 4.0:
        middle = (low + high) / 2
        low, high = (low, middle) if para_lines(each, middle) <= count else (middle, high)
    return even_lines(each, high, width)


def _clause(each: Para, text: str, width: float) -> int:
    """Where the second of two lines begins so that the first is a clause of its own and neither is far shorter than the
    other; 0 where there is no such place."""
    for sign, least in ((_CLAUSE, LEAST_SHARE), (_COMMA, LEAST_SHARE_AT_COMMA)):
        places = [found.end() for found in sign.finditer(text) if _is_lone(text, found[0][0])]
        shares = {at: _share(each, at, len(text)) for at in places if _is_outside(text[:at])}
        fit = [at for at in shares if shares[at] >= least and _fits(each, at, len(text), width)]
        if fit:
            return max(fit, key=shares.__getitem__)
    return 0


def _is_lone(text: str, sign: str) -> bool:
    return sign not in _SEVERAL or text.count(sign) == 1


def _share(each: Para, at: int, length: int) -> float:
    """The width of the shorter of two lines as a share of the longer one's."""
    ends = slices(each.spans, [(0, at), (at, length)])
    short, long = sorted(natural_width(replace(each, spans=spans)) - each.left for spans in ends)
    return short / long if long else 0.0


def _fits(each: Para, at: int, length: int, width: float) -> bool:
    return para_lines(_forced(each, [0, at], length), width) == 2


def _is_outside(before: str) -> bool:
    """Whether no bracket or quotation mark is open behind a text."""
    opened = sum(char in _OPENINGS for char in before) - sum(char in _CLOSINGS for char in before.replace("’", ""))
    return opened <= 0 and before.count('"') % 2 == 0


def even_lines(each: Para, narrow: float, width: float) -> Para:
    """The paragraph with breaks where it would have them in a narrower box, unless a word does not fit there."""
    text = "".join(span.text for span in each.spans)
    starts, begin = [0], 0
    for found in SPACES.finditer(text):
        (head,) = slices(each.spans, [(begin, next_word(text, found.end()))])
        if para_lines(replace(each, spans=head), narrow) > 1 and found.end() > begin:
            begin = found.end()
            starts.append(begin)
    forced = _forced(each, starts, len(text))
    return forced if para_lines(forced, width) == para_lines(each, width) else each


def _forced(each: Para, starts: Sequence[int], length: int) -> Para:
    """A paragraph with breaks where its lines start."""
    parts = slices(each.spans, list(zip(starts, [*starts[1:], length], strict=True)))
    joined = [span for i, part in enumerate(parts) for span in (*((_break(each),) if i else ()), *part)]
    return replace(each, spans=tuple(joined))


def next_word(text: str, start: int) -> int:
    """Where the word that begins at `start` ends."""
    found = SPACES.search(text, start)
    return found.start() if found else len(text)


def _break(each: Para) -> Span:
    return Span("\n", each.spans[0].look)
