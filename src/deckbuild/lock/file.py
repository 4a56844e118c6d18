"""The lock file: a line of JSON for each deck and for each card, so that git merges it line by line.

Cards are sorted by note and guid, not by their place: inserting one at the top of a note changes two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Annotated, TypeVar

import msgspec
from msgspec import Meta, Struct, field
from msgspec.json import Decoder, encode

from ..diagnostics import Problem, error
from ..model import Place
from ..plan.cards.model import NoteType

LOCK = "deckbuild.lock"
VERSION = 2
HEAD = f"# deckbuild.lock {VERSION}. It says which card is which: commit it, and let deckbuild write it."
END = "# end"
"""The last line, by which one sees that no line before it is missing. A merge leaves it where it is."""
LAST = 2**32 - 1
"""The latest date (seconds since 1970) that Anki keeps."""
_VERSION = re.compile(r"# deckbuild\.lock (\d{1,9})\b")
_CONFLICT = re.compile(r"(?:<{7}|={7}|>{7}|\|{7})(?: |$)")
_T = TypeVar("_T")


class Record(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """A card as the lock knows it.

    `note` to `answer` say what it is about, so that it is found again after an edit; `after` is the guid of the card
    before it in its note. `mod` is when its content last changed (seconds since 1970), `content` the fingerprint by
    which that is seen. `blanks` are the ordinals of a cloze by their text, those that are gone included: Anki never
    renumbers. `retired` is when it was taken out, 0 for a card that is there.
    """

    guid: Annotated[str, Meta(max_length=64)] = ""
    type: NoteType = "basic"
    note: str
    above: tuple[str, ...] = ()
    rule: str
    text: str = ""
    answer: str = ""
    after: str = ""
    mod: Annotated[int, Meta(ge=0, le=LAST)] = 0
    content: str = ""
    blanks: Mapping[str, Annotated[int, Meta(ge=1, lt=2**16)]] = field(default_factory=dict)
    retired: Annotated[int, Meta(ge=0, le=LAST)] = 0


class DeckLine(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What the deck of a note was published as, without the `deck` of the settings, which stands before all of them;
    `given` is the whole name, where its author gave it one."""

    deck: str
    of: str
    given: str = ""


class Lock(Struct, frozen=True):
    """The content of a lock file: `decks` are names by note, `cards` records by guid, `given` the names that authors gave."""

    decks: Mapping[str, str] = field(default_factory=dict)
    cards: Mapping[str, Record] = field(default_factory=dict)
    given: Mapping[str, str] = field(default_factory=dict)

    @property
    def present(self) -> list[Record]:
        """The cards that are not retired."""
        return [card for card in self.cards.values() if not card.retired]


def after(now: int, *dates: int) -> int:
    """A date that is `now`, but later than `dates`: a clock may have gone wrong. It stays one that a lock can hold."""
    return min(max(now, *(date + 1 for date in dates)), LAST)


_CARDS = Decoder(Record)
_DECKS = Decoder(DeckLine)


def read(text: str, name: str = LOCK) -> Lock:
    """The lock that a file holds. Of two lines for one card, as a merge leaves them, that of a card that is there counts,
    then the one of the later date.

    Raises `Problem` for a line that cannot be read, and for a file that does not begin and end as a lock does: such a
    one is never taken for empty.
    """
    decks: dict[str, str] = {}
    cards: dict[str, Record] = {}
    given: dict[str, str] = {}
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    version = _version_of(lines, name)
    for number, line in enumerate(lines, 1):
        if line.startswith('{"guid":'):
            card = _decoded(_CARDS, line, number, name)
            if not card.guid:
                raise _damaged(name, number, "this card has no guid", RESTORE)
            if "\0" in card.note:
                raise _damaged(name, number, "this line is damaged", RESTORE)
            cards[card.guid] = max((card, cards.get(card.guid, card)), key=_later)
        elif line.startswith("{"):
            deck = _decoded(_DECKS, line, number, name)
            decks[deck.of] = deck.deck
            given |= {deck.of: deck.given} if deck.given else {}
        elif _CONFLICT.match(line):
            raise _unmerged(name, number)
        elif line.strip() and not line.startswith("#"):
            raise _damaged(name, number, "this line is no card", RESTORE)
    if version > 1 and next((line.strip() for line in reversed(lines) if line.strip()), "") != END:
        raise _damaged(name, len(lines), f"its last line ('{END}') is missing, and lines before it may be", RESTORE)
    return Lock(decks, cards, given)


RESTORE = "take the file back from version control, or make it anew with 'deckbuild lock adopt OLD.apkg'"
"""What to do with a lock that cannot be read."""


def _version_of(lines: list[str], name: str) -> int:
    """By its first line. The first version had no last line."""
    found = next(filter(None, map(_VERSION.match, lines)), None)
    if found is None:
        if marked := next((number for number, line in enumerate(lines, 1) if _CONFLICT.match(line)), 0):
            raise _unmerged(name, marked)
        raise _damaged(name, 1, "it does not begin as a lock does; some of it may be lost", RESTORE)
    if int(found[1]) > VERSION:
        raise _damaged(name, 1, f"it is of version {found[1]}, later than this deckbuild knows", "update deckbuild")
    return int(found[1])


def _later(card: Record) -> tuple[bool, int]:
    """Which of two lines for a card is kept: one that is there before one that is not, then what changed last."""
    return not card.retired, max(card.mod, card.retired)


def _decoded(decoder: Decoder[_T], line: str, number: int, name: str) -> _T:
    try:
        return decoder.decode(line)
    except (msgspec.DecodeError, UnicodeError, RecursionError):
        raise _damaged(name, number, "this line is damaged", RESTORE) from None


def _unmerged(name: str, line: int) -> Problem:
    hint = "keep the lines of both sides, delete the marks between them, and build"
    return _damaged(name, line, "a merge conflict is not resolved", hint)


def _damaged(name: str, line: int, fact: str, hint: str) -> Problem:
    return Problem(error(Place(name, line), "lock-damaged", fact, hint))


def written(lock: Lock) -> str:
    """The text of a lock file, the same for the same lock."""
    decks = (DeckLine(deck=deck, of=note, given=lock.given.get(note, "")) for note, deck in sorted(lock.decks.items()))
    cards = sorted(lock.cards.values(), key=lambda card: (card.note, card.guid))
    return "\n".join((HEAD, *_lines(decks), *_lines(cards), END, ""))


def _lines(found: Iterable[Struct]) -> Iterable[str]:
    return (encode(each).decode() for each in found)
