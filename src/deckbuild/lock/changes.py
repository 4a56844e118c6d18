"""Whether what changed of a card made it another: one in whose question and answer a word each was exchanged is its sibling."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from msgspec import Struct

from ..identity import folded
from .file import Record
from .keys import BLANK, PATH, kind, within
from .likeness import is_slip, same_but_for_slips, slipped, weight

HALF = 0.5
"""Share of a sentence that stayed by which it is known wherever the words of it stand."""
MANY = 3
"""Places in which words of a sentence were exchanged, from which it says something else."""
REST, REST_FAR, REST_SHARE = 20, 24, 0.3
"""Weight of the end of a line that was left standing by which it is known in its section, and elsewhere in its note; and
its share of the line."""
STREWN = 0.25
"""Share of the other end that may stand there still: what was said in other words has none of the old ones."""
WORDS = 3
"""Words at an end of a line by which it is looked up."""
GAPS = 1
"""Words that may have come, gone or changed within it."""
SHORT, TELLING = 10, 12
"""Weight of an answer that many things may have (`O(log n)`), and of what stays of the name of a thing by which it is known."""
LITTLE = 3
"""Weight of words that stand between two changes by chance (`the`, `등`): these are one."""
MOST = 0.7
"""The share of a side that says that it is still the same, where it is long."""
LONG = 40
"""Weight of that share (letters, those of Korean, Japanese and Chinese twice)."""
SENTENCES, SENTENCES_SHARE = 100, 0.4
"""Weight of what stays of several sentences by which they are the same, and its share of them."""

ENDS, ASKS = (".", "!", "。", "！"), ("?", "？")
"""What ends a sentence, and a question."""

_SIGN = re.compile("[\u3040-\u30ff\u4e00-\u9fff]|[^\u3040-\u30ff\u4e00-\u9fff]+")


class Change(Struct, frozen=True):
    """Words that others took the place of, by where they stand among the old ones (`first` to `last`, exclusive)."""

    first: int
    last: int


def is_sibling(a: Record, b: Record) -> bool:
    """Whether words were exchanged on both sides of a fact, or in many places of a sentence.

    A typo or a word more is no exchange, and what was rewritten in one piece (a label and the start of what it stands
    for) is a fact reworded. One whose greater part stays on both sides is the same.
    """
    if rest_of_line(a, b, REST):
        return False
    if is_sentence(a):
        return _is_other_sentence(a, b)
    asked, other = _words(question_of(a)), _words(question_of(b))
    answer, others = _words(a.answer), _words(b.answer)
    left, right = changes(asked, other), changes(answer, others)
    if not left or _mostly_kept(answer, right):
        return False
    if not right:
        return len(left) >= MANY and not _mostly_kept(asked, left)
    in_one_piece = len(left) == len(right) == 1 and left[0] == Change(0, len(asked)) and right[0].first == 0
    return not in_one_piece


def is_renamed(a: Record, b: Record) -> bool:
    """Whether a card says the same short thing of what has another name now: so may that of another thing."""
    if is_sentence(a) or a.answer != b.answer or _weigh(_words(a.answer)) >= SHORT:
        return False
    name, other = (_words(_name(card)) for card in (a, b))
    found = changes(name, other)
    if not found or same_but_for_slips(_name(a), _name(b)):
        return False
    return _weigh(name) - _gone(name, found) < TELLING


def _name(card: Record) -> str:
    """What a card asks about: of a cell its row."""
    return card.text.rpartition(BLANK)[0] if card.rule.startswith("cell") else question_of(card)


def is_sentence(card: Record) -> bool:
    """Whether a card has but one side: a sentence, an item of a list, the text of a section."""
    return not card.text or card.text.endswith(card.answer) or within(card)


def _is_other_sentence(a: Record, b: Record) -> bool:
    said, says = _words(_line(a)), _words(_line(b))
    found = changes(said, says)
    if len(found) >= MANY and not _mostly_kept(said, found):
        return True
    return not (a.answer == b.answer and a.text != a.answer and within(a)) and _is_said_anew(
        _signs(_line(a)), _signs(_line(b))
    )


def _is_said_anew(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether little of a sentence stayed, less than half of it, and that at neither of its ends: two sentences about one
    thing have as much in common. One of which a part was taken out, or put in, is the same.
    """
    part, whole = sorted((_weigh(old), _weigh(new)))
    stayed = _kept_in_order(old, [slipped(word, old) for word in new])
    at_end = max(_common_end(old, new), _common_end(old[::-1], new[::-1]))
    return stayed < min(LONG, MOST * part, HALF * whole) and at_end < REST_SHARE * whole


def _kept_in_order(old: Sequence[str], new: Sequence[str]) -> int:
    """The weight of the words that two texts have in one order."""
    found = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    return sum(_weigh(old[block.a : block.a + block.size]) for block in found)


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Where words were exchanged for others, or went to another place, in order; a slip, or a word more or less, is none."""
    meant = [slipped(word, old) for word in new]
    found: list[Change] = []
    edits = SequenceMatcher(None, old, meant, autojunk=False).get_opcodes()
    put_in = {word for edit, _, _, first, last in edits if edit == "insert" for word in meant[first:last]}
    for edit, first, last, _, _ in edits:
        if edit != "replace" and not (edit == "delete" and put_in.intersection(old[first:last])):
            continue
        if found and _is_one(old, found[-1], first, last):
            first = found.pop().first
        found.append(Change(first, last))
    return found


def rest_of_line(a: Record, b: Record, least: int) -> float:
    """The share that is left of a line of which one end was said in other words; 0 where that is too little to know it by.

    Who replaces a fact by its sibling changes words here and there; who says half of a line otherwise leaves the other
    half standing in one piece.
    """
    if a.type == "typed" or a.rule.startswith(("cell", "hole")) or kind(a) != kind(b) or swallows(b, a):
        return 0.0
    old, new = _words(_line(a)), _words(_line(b))
    if not any(old[end] == new[end] or is_slip(old[end], new[end]) for end in (0, -1) if old and new):
        return 0.0
    begun, ended = _common_end(old, new), _common_end(old[::-1], new[::-1])
    is_frame = a.rule == "question" and begun <= _weigh(_words(a.text))
    kept = max(0 if is_frame else begun, ended)
    if a.rule.startswith("consequence") and kept < _weigh(_words(a.text)) / 2 + _weigh(_words(a.answer)):
        return 0.0
    share = kept / max(_weigh(old), _weigh(new))
    if kept < least or share < REST_SHARE:
        return 0.0
    strewn = _kept_in_order(old, new) - kept
    return share if strewn <= STREWN * (_weigh(old) - kept) else 0.0


def _common_end(old: Sequence[str], new: Sequence[str]) -> int:
    """The weight of the words that two lines begin with alike, one word more or less between them aside."""
    found, i, j, gaps = 0, 0, 0, 0
    while i < len(old) and j < len(new):
        if old[i] == new[j] or is_slip(old[i], new[j]):
            found += weight(old[i])
            i, j = i + 1, j + 1
            continue
        gaps += 1
        after = _after_gap(old[i:], new[j:])
        if gaps > GAPS or after is None:
            break
        i, j = i + after[0], j + after[1]
    return found


def _after_gap(old: Sequence[str], new: Sequence[str]) -> tuple[int, int] | None:
    """Where two lines go on alike behind a word that is put in, taken out or another."""
    for step in ((0, 1), (1, 0)):
        one, other = old[step[0] : step[0] + 2], new[step[1] : step[1] + 2]
        if len(one) == 2 and one == other:
            return step
    return None


def swallows(one: Record, other: Record) -> bool:
    """Whether the answer of a card asks what another asks: it is a wider fact, with that other in it."""
    asked = _words(other.text)
    return bool(asked) and _says(one.answer, asked) and not _says(other.answer, asked)


def is_narrower(a: Record, b: Record) -> bool:
    """Whether a card asks what stood in the answer of another, which asked something else: it is a part of that."""
    return bool(a.text) and _weigh(_words(b.text)) >= TELLING and not asks_alike(a.text, b.text) and swallows(a, b)


def is_put_between(a: Record, b: Record) -> bool:
    """Whether a card asks by a sentence that has no word of the name by which another asks: the sentence was put between
    that name and its answer, for one that names a thing anew gives it a name."""
    is_sentence_now = b.text.endswith(ENDS) and not a.text.endswith((*ENDS, *ASKS))
    return bool(a.text) and is_sentence_now and not is_sentence(a) and not set(_words(a.text)) & set(_words(b.text))


def _says(text: str, sought: Sequence[str]) -> bool:
    """Whether a text has some words in a row, but for slips."""
    words = _words(text)
    runs = (words[i : i + len(sought)] for i in range(len(words) - len(sought) + 1))
    return any(all(a == b or is_slip(a, b) for a, b in zip(run, sought, strict=True)) for run in runs)


def asks_alike(one: str, other: str) -> bool:
    """Whether two questions are the same but for slips and for one word more or less."""
    if same_but_for_slips(one, other):
        return True
    few, many = sorted((_words(one), _words(other)), key=len)
    return (
        len(few) > 1 and len(many) == len(few) + 1 and any(few == (*many[:i], *many[i + 1 :]) for i in range(len(many)))
    )


def ends(card: Record) -> Iterator[tuple[str, ...]]:
    """The words that a line begins and ends with: who says half of it otherwise leaves either."""
    words = _words(_line(card))
    if len(words) > WORDS:
        yield ("first", *words[:WORDS])
        yield ("last", *words[-WORDS:])


def _line(card: Record) -> str:
    """What a card says, as it stands in its note: a blank stands in its sentence, an item not behind what it is below."""
    if card.text.endswith(f"{PATH}{card.answer}"):
        return card.answer
    return card.text if card.text and is_sentence(card) else f"{card.text} {card.answer}"


def _is_one(words: Sequence[str], before: Change, first: int, last: int) -> bool:
    """Whether a change goes on with the one before it; a number for another is a change of its own."""
    numbers = any(map(str.isdigit, "".join((*words[before.first : before.last], *words[first:last]))))
    return not numbers and _weigh(words[before.last : first]) <= LITTLE


def _mostly_kept(words: Sequence[str], found: Sequence[Change]) -> bool:
    whole = _weigh(words)
    kept = whole - _gone(words, found)
    return kept >= max(LONG, MOST * whole) or kept >= max(SENTENCES, SENTENCES_SHARE * whole)


def _gone(words: Sequence[str], found: Sequence[Change]) -> int:
    return sum(_weigh(words[change.first : change.last]) for change in found)


def question_of(card: Record) -> str:
    """What is asked about: a card without words of its own asks about its section."""
    return card.text or (card.above[-1] if card.above else "")


def _weigh(words: Sequence[str]) -> int:
    return sum(map(weight, words))


def _signs(text: str) -> tuple[str, ...]:
    """The words of a text, of Japanese and Chinese its signs: no space stands between their words."""
    return tuple(sign for word in _words(text) for sign in _SIGN.findall(word))


@lru_cache(maxsize=65_536)
def _words(text: str) -> tuple[str, ...]:
    return tuple(folded(text.replace(BLANK, " ")).split())
