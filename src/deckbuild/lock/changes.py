"""Whether what changed of a card made it another: one in whose question and answer a word each was exchanged is its sibling."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from msgspec import Struct

from .file import Record
from .keys import BLANK, within
from .likeness import is_slip, same_but_for_slips, slipped
from .lines import (
    common_end,
    is_sentence,
    kept_in_order,
    line_of,
    program_of,
    question_of,
    signs_of,
    swallows,
    weigh,
    words_before,
    words_of,
)
from .rests import REST, REST_SHARE, rest_of_line

HALF = 0.5
"""Share of a sentence that stayed by which it is known wherever the words of it stand."""
MANY = 3
"""Places in which words of a sentence were exchanged, from which it says something else."""
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


class Change(Struct, frozen=True):
    """Words that others took the place of, by where they stand among the old ones (`first` to `last`, exclusive)."""

    first: int
    last: int


def is_sibling(a: Record, b: Record) -> bool:
    """Whether words were exchanged on both sides of a fact, or in many places of a sentence.

    A typo or a word more is no exchange, and what was rewritten in one piece (a label and the start of what it stands
    for) is a fact reworded. One whose greater part stays on both sides is the same.
    """
    is_other = _is_other_sentence(a, b) if is_sentence(a) else _is_other_pair(a, b)
    return is_other and not rest_of_line(a, b, REST)


def _is_other_pair(a: Record, b: Record) -> bool:
    """Whether words were exchanged in a question, and in its answer as well."""
    asked, answer = words_of(question_of(a)), words_of(a.answer)
    left = changes(asked, words_of(question_of(b)))
    if not left:
        return False
    others = words_of(b.answer)
    right = changes(answer, others)
    if _mostly_kept(answer, right):
        return False
    if not right:
        is_gone = 2 * _gone(asked, left) > weigh(asked)
        return (len(left) >= MANY and not _mostly_kept(asked, left)) or _says_else(answer, others, is_gone)
    return not (left == [Change(0, len(asked))] and len(right) == 1 and right[0].first == 0)


def _says_else(answer: Sequence[str], others: Sequence[str], is_gone: bool) -> bool:
    """Whether an answer in which no word was exchanged is another's all the same: it has other numbers in it, or words
    came and went in several places of it, where most of its question is gone."""
    if _numbers(answer) != _numbers(others):
        return True
    meant = [slipped(word, answer) for word in others]
    edits = SequenceMatcher(None, answer, meant, autojunk=False).get_opcodes()
    return is_gone and sum(edit != "equal" for edit, *_ in edits) > 1


def _numbers(words: Sequence[str]) -> list[str]:
    return [word for word in words if any(map(str.isdigit, word))]


def is_renamed(a: Record, b: Record) -> bool:
    """Whether a card says the same short thing of what has another name now: so may that of another thing."""
    if is_sentence(a) or a.answer != b.answer or weigh(words_of(a.answer)) >= SHORT:
        return False
    name, other = (words_of(_name(card)) for card in (a, b))
    found = changes(name, other)
    if not found or same_but_for_slips(_name(a), _name(b)):
        return False
    return weigh(name) - _gone(name, found) < TELLING


def _name(card: Record) -> str:
    """What a card asks about: of a cell its row."""
    return card.text.rpartition(BLANK)[0] if card.rule.startswith("cell") else question_of(card)


def _is_other_sentence(a: Record, b: Record) -> bool:
    said, says = words_of(line_of(a)), words_of(line_of(b))
    found = changes(said, says)
    if len(found) >= MANY and not _mostly_kept(said, found):
        return True
    return not (a.answer == b.answer and a.text != a.answer and within(a)) and _is_said_anew(
        signs_of(line_of(a)), signs_of(line_of(b))
    )


def _is_said_anew(old: Sequence[str], new: Sequence[str]) -> bool:
    """Whether little of a sentence stayed, less than half of it, and that at neither of its ends: two sentences about one
    thing have as much in common. One of which a part was taken out, or put in, is the same.
    """
    part, whole = sorted((weigh(old), weigh(new)))
    stayed = kept_in_order(old, [slipped(word, old) for word in new])
    at_end = max(common_end(old, new), common_end(old[::-1], new[::-1]))
    return stayed < min(LONG, MOST * part, HALF * whole) and at_end < REST_SHARE * whole


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Where words were exchanged for others, or went to another place, in order; a slip, or a word more or less, is none."""
    if old == new:
        return []
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


def is_narrower(a: Record, b: Record) -> bool:
    """Whether a card asks what stood in the answer of another, which asked something else, or answers with the later part
    of that: it is a part of that."""
    if not a.text or weigh(words_of(b.text)) < TELLING or asks_alike(a.text, b.text):
        return False
    return swallows(a, b) or weigh(words_before(a.answer, b.answer)) >= LONG


def calls_another(a: Record, b: Record) -> bool:
    """Whether a command calls another program: it does something else, whatever is said of it."""
    called, calls = program_of(a), program_of(b)
    return a.type == b.type == "typed" and called != calls and not is_slip(called, calls)


def is_put_between(a: Record, b: Record) -> bool:
    """Whether a card asks by a sentence that has no word of the name by which another asks: the sentence was put between
    that name and its answer, for one that names a thing anew gives it a name."""
    is_sentence_now = b.text.endswith(ENDS) and not a.text.endswith((*ENDS, *ASKS))
    return bool(a.text) and is_sentence_now and not is_sentence(a) and not set(words_of(a.text)) & set(words_of(b.text))


def asks_alike(one: str, other: str) -> bool:
    """Whether two questions are the same but for slips and for one word more or less."""
    if same_but_for_slips(one, other):
        return True
    few, many = sorted((words_of(one), words_of(other)), key=len)
    return (
        len(few) > 1 and len(many) == len(few) + 1 and any(few == (*many[:i], *many[i + 1 :]) for i in range(len(many)))
    )


def _is_one(words: Sequence[str], before: Change, first: int, last: int) -> bool:
    """Whether a change goes on with the one before it; a number for another is a change of its own."""
    numbers = any(map(str.isdigit, "".join((*words[before.first : before.last], *words[first:last]))))
    return not numbers and weigh(words[before.last : first]) <= LITTLE


def _mostly_kept(words: Sequence[str], found: Sequence[Change]) -> bool:
    whole = weigh(words)
    kept = whole - _gone(words, found)
    return kept >= max(LONG, MOST * whole) or kept >= max(SENTENCES, SENTENCES_SHARE * whole)


def _gone(words: Sequence[str], found: Sequence[Change]) -> int:
    return sum(weigh(words[change.first : change.last]) for change in found)
