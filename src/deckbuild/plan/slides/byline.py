"""Who speaks, where and when, on the title slide: lines end between names, never within one or within a date."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import product, zip_longest
from pathlib import PurePosixPath

from msgspec.structs import replace

from ...model import Deck, Front, FrontValue, RichText
from ...richtext import to_plain
from .frame import Cover
from .grid import look, pitch
from .inline import breaks_words, clipped, para, para_lines, paras_height, plain, unstacked
from .lines import balanced, even_lines
from .page import Para, Rect, Shape, Span

SIZES, SOURCE_GAP = (14, 12), 16.0
"""The type of who speaks where that has a place of its own, and the least room above it."""
BELOW_SIZES = (20, 18, 16, 14)
"""The same where it stands below a subtitle."""
LONGEST_NAME, LONGEST_DATE, LONGEST_PLACE = 48, 32, 60
"""Letters up to which a name, a date and, where there is room, an institute stays on one line."""
FIRM = "\u00a0"
_ORDINAL = re.compile(r"^\d+[\W_]*")
_NAMELESS = frozenset({"readme", "index"})
"""Files that are called by their place in a folder, not by what they say."""
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_DATE = re.compile(
    r"\d{2,4}\s?년(?:\s?\d{1,2}월)?(?:\s?\d{1,2}일)?|\d{1,2}월\s\d{1,2}일|\d{4}\s?[./]\s\d{1,2}\s?[./](?:\s\d{1,2}\.?)?|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.?\s{_MONTH}(?:,?\s\d{{4}})?\b|"
    rf"\b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s\d{{4}})?\b|"
    rf"\b{_MONTH}\s\d{{4}}\b|\b(?:week|lecture|chapter|unit|part|day|module|session|no\.|제)\s\d{{1,3}}\b",
    re.IGNORECASE,
)
_NAMES = re.compile(r"(?<=[,;，；、])\s+|\s+(?=(?:and|&|und|및)\s)|\s+(?=[·|]\s)")


def firm(text: str) -> str:
    """A text whose dates stay on one line."""
    return _DATE.sub(lambda found: found[0].replace(" ", FIRM), text)


def _whole(text: str, longest: int) -> str:
    return text.replace(" ", FIRM) if len(text) <= longest else text


def set_in_lines(each: Para, width: float, *, even: bool = True) -> Para:
    """A paragraph with its line ends forced, so that firm spaces can be ordinary ones; a separator that would end a
    line is left out."""
    broken = balanced(each, width) if even and para_lines(each, width) <= 3 else even_lines(each, width, width)
    return replace(broken, spans=tuple(_loosened(broken.spans)))


def _loosened(spans: Sequence[Span]) -> Iterator[Span]:
    for span, after in zip_longest(spans, spans[1:]):
        text = span.text.replace(FIRM, " ")
        yield replace(span, text=text.rstrip(" ·") if after and after.text == "\n" else text)


def source(deck: Deck, cover: Cover) -> Shape | None:
    """Who speaks, where and when, else the file that the slides are made from; it grows upward as far as the subtitle."""
    place = cover.source
    if not place.h or not (speaker(deck) or made_from(deck)):
        return None
    room = max(place.bottom - cover.subtitle.bottom - SOURCE_GAP, place.h)
    each = next(_fitting(deck, SIZES, place.w, room), None) or _clipped(deck, place, room)
    height = max(paras_height([each], place.w), place.h)
    return Shape(replace(place, y=place.bottom - height, h=height), (each,), anchor="b", name="Source")


def made_from(deck: Deck) -> str:
    """The name of the note's file, where the title does not say the same: nobody in the room knows its folders."""
    path = PurePosixPath(deck.source)
    stem = _letters(_ORDINAL.sub("", path.stem))
    title = _letters(to_plain(deck.title))
    return "" if not title or stem in title or stem in _NAMELESS else path.name


def _letters(text: str) -> str:
    """Letters and digits alone, in one form: a file's name has other signs between its words."""
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())


def _fitting(deck: Deck, sizes: Sequence[float], width: float, room: float) -> Iterator[Para]:
    """The lines at each size at which they need no more than the room and no name is parted."""
    texts = dict.fromkeys(unstacked(_speaker(deck, longest)) or made_from(deck) for longest in (LONGEST_PLACE, 0))
    for size, text in product(sizes, texts):
        each = para(plain(text, look(size, "quiet")), size)
        if paras_height([each], width) <= room and not breaks_words(each, width):
            yield set_in_lines(each, width, even=False)


def _clipped(deck: Deck, place: Rect, room: float) -> Para:
    size = SIZES[0]
    text = clipped(unstacked(speaker(deck) or made_from(deck)), size, place.w, lines=int(room // pitch(size)))
    return para(plain(text, look(size, "quiet")), size)


def below(deck: Deck, cover: Cover, place: Rect, subtitle: Para | None) -> Iterator[Para]:
    """Who speaks, below the subtitle, where no other place is for it."""
    if not speaker(deck) or cover.source.h or not place.h:
        return
    most = min(subtitle.size if subtitle else cover.subtitle_sizes[0], BELOW_SIZES[0])
    above = paras_height([subtitle], place.w) if subtitle else 0.0
    for size in (most, *(each for each in BELOW_SIZES if each < most)):
        gap = size / 2 if subtitle else 0.0
        for each in _fitting(deck, (size,), place.w, place.h - above - gap):
            yield replace(each, before=gap)
            return


def speaker(deck: Deck) -> str:
    """Author, institute and date, as far as the front matter says them."""
    return _speaker(deck, 0).replace(FIRM, " ")


def _speaker(deck: Deck, longest: int) -> str:
    """The same with firm spaces, those of an institute of at most so many letters too."""
    author, institute, date = (told(deck.front.get(key)) for key in ("author", "institute", "date"))
    names = " ".join(_whole(each, LONGEST_NAME) for each in _NAMES.split(author))
    return f"{FIRM}· ".join(filter(None, (names, _whole(firm(institute), longest), _whole(date, LONGEST_DATE))))


def told(value: FrontValue, between: str = ", ") -> str:
    """A text or several of the front matter on one line; a name of a mapping is its first value."""
    match value:
        case str():
            return " ".join(value.split())
        case Front():
            return next((told(inner) for _, inner in value), "")
        case _:
            return between.join(each for each in map(told, value) if each)


def firm_text(text: RichText) -> RichText:
    """The same for a text of several runs."""
    return RichText(replace(run, text=firm(run.text)) if run.kind == "text" else run for run in text)


def keywords(deck: Deck) -> tuple[str, ...]:
    """What the note is filed under: its `keywords`, else its tags."""
    found = deck.front.get("keywords")
    several = found if isinstance(found, tuple) else found.split(",") if isinstance(found, str) else ()
    return tuple(filter(None, (told(each).strip() for each in several))) or deck.tags
