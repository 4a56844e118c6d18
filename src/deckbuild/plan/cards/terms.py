"""What may be a blank: an emphasised term that the rest of its sentence leaves open, and that is worth knowing by heart."""

from __future__ import annotations

import re
from itertools import pairwise

from ...identity import folded
from ...richtext import is_address
from .gaps import Gap
from .heard import HEARD
from .nameless import names_nothing
from .phrases import weight
from .vocabulary.evidence import BOUND
from .vocabulary.terms import (
    ACTOR,
    AMONG,
    AND_SO_ON,
    AND_THIS_WAY,
    ARTICLE,
    CALLED,
    COMMA,
    DIGITS,
    EFFORT,
    FIELD,
    HANGUL,
    HOW,
    IN_HUMPS,
    LABEL_END,
    LAST_OF_MANY,
    OF_DATA,
    ORDERS,
    PRINTS,
    SAID_ONCE,
    SAYS_SO,
    SUCH_AS,
    SUCH_AS_THESE,
    THERE_IS,
    TWO_SIGNS,
    WORD,
    WRITTEN_AS,
)

MAX_BLANK = 48
MAX_WORDS = 5
MIN_REST = 10
"""Weight of what must be left to read beside a blank."""
MIN_SHARE = 0.3
"""The share of the sentence that must be left to read."""
MAX_EMPHASISED = 3
"""How often a term may be emphasised and still be what one sentence is about; more often it is but a word of the note."""
MANY = 3
MAX_SIGNS = 3
"""Signs of three letters that may be operations (`AND`, `OR`, `XOR`); of more, each is a point of one drawing."""


def can_be_blank(gap: Gap) -> bool:
    """Something short that the rest of the sentence leaves open, and that neither it nor the heading says."""
    return not any(refuses(gap) for refuses in (*REFUSALS, *(REFUSALS_OF_CODE if gap.emphasis == "code" else ())))


def _is_too_much(gap: Gap) -> bool:
    return weight(gap.answer) > MAX_BLANK or len(gap.answer.split()) > MAX_WORDS


def _leaves_too_little(gap: Gap) -> bool:
    left = weight(gap.rest)
    only_addresses = all(is_address(run.href) for run in gap.others if run.text.strip())
    return only_addresses or left < max(MIN_REST, MIN_SHARE * (left + weight(gap.answer)))


def _is_no_term(gap: Gap) -> bool:
    return names_nothing(gap.answer)


def _is_said_everywhere(gap: Gap) -> bool:
    return gap.context.survey.emphasised.get(folded(gap.answer), 0) > MAX_EMPHASISED


def _is_said_once(gap: Gap) -> bool:
    once = gap.context.survey.emphasised.get(folded(gap.answer), 0) <= 1
    return once and bool(SAID_ONCE.fullmatch(gap.answer)) and not CALLED.match(gap.next)


def is_actor(text: str) -> bool:
    """Whether a text names but one who acts (`서버`, `the client`)."""
    return bool(ACTOR.match(text))


def _acts(gap: Gap) -> bool:
    """Whether a sentence opens with one who acts, or with what is to be done."""
    opens = bool(ARTICLE.fullmatch(gap.before))
    return opens and bool(ACTOR.match(gap.answer) or (" " not in gap.answer and ORDERS.match(gap.after)))


def _is_by_the_way(gap: Gap) -> bool:
    """Whether it is who said the sentence, or how something is done (`{독립적}으로 수행한다`)."""
    manner = HOW.fullmatch(gap.answer) and (not gap.answer.endswith("적") or AND_THIS_WAY.match(gap.next))
    return bool(manner or SAYS_SO.match(gap.after))


def _is_label(gap: Gap) -> bool:
    return bool(LABEL_END.search(gap.answer)) or (
        gap.next.lstrip().startswith((":", "：")) and bool(gap.before.strip())
    )


def _is_one_of_a_row(gap: Gap) -> bool:
    """Whether what is beside it differs in nothing but a number (`threshold 0`, `threshold 1`)."""
    bare = DIGITS.sub("", gap.answer).strip()
    beside = (DIGITS.sub("", run.text).strip() for run in gap.others)
    return bare != gap.answer and len(bare) > 1 and any(text == bare for text in beside)


def _is_up_to_the_author(gap: Gap) -> bool:
    """Whether code is a name that an author picks: a field, a variable, or one sign of several (`u` and `v`)."""
    if (BOUND.match(gap.answer) and EFFORT.search(gap.rest)) or _is_a_notation(gap):
        return False
    fields = [part.strip() for part in gap.answer.split(",")]
    if TWO_SIGNS.fullmatch(gap.answer):
        return True
    beside = [run.text for run in gap.others if run.kind == "code"]
    if sum(bool(IN_HUMPS.fullmatch(text)) for text in beside) > 1 and gap.answer.isidentifier():
        return True
    if not WORD.search(gap.answer) or all(map(FIELD.fullmatch, fields)) or IN_HUMPS.fullmatch(gap.answer):
        return True
    most = 1 if len(gap.answer) < MAX_SIGNS else MAX_SIGNS
    return gap.answer in gap.signs and len(gap.signs) > most


def _is_a_notation(gap: Gap) -> bool:
    """Whether a sentence is there to tell how something is written (`… is denoted as {P(S)}`)."""
    return bool(WRITTEN_AS.search(gap.before)) and "(" in gap.answer


def _is_in_a_row(gap: Gap) -> bool:
    """Whether it stands in brackets among three others or more, of which none is more to the point."""
    before, after = re.split(r"[(（]", gap.before)[-1], re.split(r"[)）]", gap.after)[0]
    closed = before != gap.before and after != gap.after
    return closed and len(COMMA.findall(before + after)) >= MANY


def _is_an_instance(gap: Gap) -> bool:
    """Whether code is but one case of many: what is printed, or a name that the note's own program declares."""
    if _is_in_a_row(gap):
        return True
    declared = gap.answer.strip() in gap.context.survey.declared or _tells_of_data(gap)
    printed = PRINTS.search(gap.before) or PRINTS.search(gap.after)
    return declared or bool(
        printed or LAST_OF_MANY.search(gap.before) or SUCH_AS_THESE.match(gap.next) or OF_DATA.match(gap.next)
    )


def _tells_of_data(gap: Gap) -> bool:
    """Whether a sentence tells of the columns and tables of an example (`주문자` 속성은 …), in Korean names that its author gave."""
    beside = pairwise(gap.others)
    return any(a.kind == "code" and HANGUL.search(a.text) and OF_DATA.match(b.text) for a, b in beside)


def _is_of_an_open_row(gap: Gap) -> bool:
    """Whether others are as right, since the row goes on (`such as x`, `a, b 등`), or one of many is named (`…에는 x가 있다`)."""
    one = AMONG.search(gap.before) and THERE_IS.match(gap.after)
    return bool(one or SUCH_AS.search(gap.before) or AND_SO_ON.match(gap.after))


REFUSALS = (
    _is_too_much,
    _leaves_too_little,
    _is_no_term,
    _is_said_everywhere,
    _is_said_once,
    _acts,
    _is_by_the_way,
    _is_label,
    _is_one_of_a_row,
    _is_of_an_open_row,
    *HEARD,
)
REFUSALS_OF_CODE = (_is_up_to_the_author, _is_an_instance)
