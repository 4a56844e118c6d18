"""How alike two cards are: each side by its words, and how much of the whole is as it was."""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import Enum, auto

from ..identity import folded
from .file import Record
from .keys import BLANK, within
from .likeness import Likeness, same_but_for_slips, slipped, weight
from .lines import line_of, signs_of, swallows
from .rests import REST, rest_of_line

RUN_ALONE = 24
"""The same where nothing else is left: of a sentence whose blanks are others, of an answer to another question."""
BLANKS = 0.6
"""How alike what is left out of a sentence must be: with all of it replaced it is another fact."""
SAME_BLANKS = 0.1
"""What it adds that the same words of a sentence are left out."""
HALF = 0.5
"""How alike the one side must be where the other is the same to the letter."""
BOTH, BOTH_TYPED, BETWEEN = 0.6, 0.9, 0.4
"""How alike each side must be where both changed; commands that differ in a flag are alike, and not the same."""
ASKED = 0.25
"""How alike the answers of one question must be where its neighbours are others."""
KEPT, RUN = 0.3, 16
"""The share of an answer that must be as it was for the rest to be written anew, and the weight of a run of words in it
(letters, those of Korean, Japanese and Chinese twice) that say by themselves which fact it is."""


class Leeway(Enum):
    """By how much each side of a card may have changed: more where it stands between the same neighbours (`PLACED`), and
    most where it asks what it did, which nothing else asks (`ASKED`)."""

    NONE = auto()
    PLACED = auto()
    ASKED = auto()


def alike(a: Record, b: Record, like: Likeness, leeway: Leeway) -> float:
    """How alike two cards are; a card with one side (a sentence with blanks) is as alike as its sentence."""
    text = like(*_asked(a, b))
    if not a.answer or not b.answer:
        return text if a.type != "typed" or text >= BOTH_TYPED else 0.0
    if not a.text and not b.text:
        return like(a.answer, b.answer)
    if within(a) and within(b):
        return _sentences_alike(a, b, like)
    answer = like(a.answer, b.answer)
    return (text + answer) / 2 if min(text, answer) >= _least(a, b, (text, answer), leeway) else 0.0


def _sentences_alike(a: Record, b: Record, like: Likeness) -> float:
    """How alike two sentences with blanks are. Of which the same is left out, what they say beside it tells whether they
    are one: all that is said of a thing has its name in it.
    """
    if a.answer == b.answer:
        return SAME_BLANKS + (1.0 if line_of(a) == line_of(b) else like(_around(a), _around(b)))
    left_out = BLANKS if _shares_a_blank(a, b, like) else like(a.answer, b.answer)
    return max(like(a.text, b.text), like(line_of(a), line_of(b))) if left_out >= BLANKS else 0.0


def _least(a: Record, b: Record, sides: tuple[float, float], leeway: Leeway) -> float:
    """How alike the side must be that is less so."""
    text, _ = sides
    is_typed = a.type == "typed"
    if (text == 1.0 and (is_typed or leeway is Leeway.PLACED)) or (leeway is Leeway.ASKED and not is_typed):
        return 0.0
    if text == 1.0 or leeway is Leeway.ASKED or (is_typed and same_but_for_slips(a.text, b.text)):
        return ASKED
    if leeway is Leeway.PLACED and not is_typed:
        return BETWEEN
    return HALF if max(sides) == 1.0 else BOTH_TYPED if is_typed else BOTH


def half_kept(a: Record, b: Record, like: Likeness, company: int) -> float:
    """The share of a fact that is as it was where the rest was written anew; 0 where that does not make it the same.

    `company` is how many of its neighbours are the same. Between two, what it is asked about may go, if a part of its
    answer that says enough stays; words that only frame a question say nothing. Beside one, half of both must stay.
    """
    between = company == 2
    if rest := rest_of_line(a, b, REST):
        return rest
    if a.type == "typed" or a.rule.startswith("consequence") or not (company or a.text == b.text or within(a)):
        return 0.0
    if a.text.endswith(a.answer) and b.text.endswith(b.answer) and not a.rule.startswith("hole"):
        kept, run = _kept(a.answer, b.answer, like)
        return kept if between and (kept >= HALF or (kept >= KEPT and run >= RUN)) else 0.0
    if within(a) and within(b):
        kept, run = _kept(_around(a), _around(b), like)
        stays = (between and (kept == 1.0 or run >= RUN_ALONE)) or (company and kept == 1.0 and run >= RUN)
        if stays and kept >= KEPT:
            return kept
        return kept if kept >= KEPT and _shares_a_blank(a, b, like) else 0.0
    asked, _ = _kept(*_asked(a, b), like)
    answered, run = _kept(a.answer, b.answer, like)
    kept = (asked + answered) / 2
    asks_on = asked >= KEPT and (between or kept >= HALF)
    is_same = answered >= KEPT and (a.text == b.text or asks_on or (between and run >= RUN_ALONE))
    return kept if is_same and not swallows(b, a) else 0.0


def _around(card: Record) -> str:
    """What a sentence says beside its blanks."""
    text = folded(card.text)
    for part in card.answer.split(BLANK):
        text = text.replace(folded(part), " ")
    return text


def _shares_a_blank(a: Record, b: Record, like: Likeness) -> bool:
    """Whether one of the blanks of a sentence is there on both sides, or the better part of one."""
    pairs = [(one, other) for one in a.answer.split(BLANK) for other in b.answer.split(BLANK)]
    return any(like(one, other) >= BLANKS or _kept(one, other, like)[0] >= KEPT for one, other in pairs)


def _kept(one: str, other: str, like: Likeness) -> tuple[float, int]:
    """What the words say that two texts have in one order, as a share of what the first says; and the weight of the
    longest run of them. A word with a slip in it is as it was.
    """
    first, second = signs_of(one), signs_of(other)
    meant = {word: slipped(word, first) for word in second}
    found = SequenceMatcher(None, first, [meant[word] for word in second], autojunk=False).get_matching_blocks()
    runs = [first[block.a : block.a + block.size] for block in found]
    whole = like.says(first)
    share = like.says(word for run in runs for word in run) / whole if whole else 0.0
    return share, max(sum(map(weight, run)) for run in runs)


def _asked(a: Record, b: Record) -> tuple[str, str]:
    """What two cards ask about, to be compared: of two cells of one column the rows, and of one row in two columns the
    columns; cells that share neither have nothing in common.
    """
    if not a.rule.startswith("cell"):
        return a.text, b.text
    (row, _, column), (other_row, _, other_column) = a.text.rpartition(" / "), b.text.rpartition(" / ")
    if not row or not other_row:
        return a.text, b.text
    if column == other_column:
        return row, other_row
    return (column, other_column) if row == other_row else ("", a.text + b.text)
