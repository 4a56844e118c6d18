"""What speaks for a blank: without a sign that a term was meant to be learnt, an emphasis is but a look of the text."""

from __future__ import annotations

from collections.abc import Callable

from .gaps import Gap
from .hints import words_of
from .phrases import name
from .vocabulary.evidence import (
    ARTICLE,
    BESIDE,
    BOUND,
    CALLED_AFTER,
    CALLED_BEFORE,
    DEFINED,
    FOR_CARDS,
    HALF,
    HAN,
    KIND,
    MEANS_AFTER,
    MEANS_BEFORE,
    RELATION,
)

Sign = Callable[[Gap], bool]


def speaks_for(gap: Gap) -> bool:
    """Whether a sentence names the blank, says what kind of thing or which means it is, or is about the topic."""
    return any(sign(gap) for sign in SIGNS)


def convinces(gap: Gap) -> bool:
    """Whether a blank is more than code that opens a sentence about the topic, which many a name does that is but mentioned
    (`{key}의 해시 값은 …`)."""
    found = [sign for sign in SIGNS if sign(gap)]
    return gap.emphasis != "code" or any(map(str.isalnum, gap.before)) or found != [_is_on_topic]


def goes_with(gap: Gap) -> bool:
    """Whether nothing but a conjunction stands between a blank and the next emphasis."""
    return joins(gap.next)


def joins(between: str) -> bool:
    """Whether what stands between two names only says that they go together."""
    return bool(BESIDE.fullmatch(between))


def _is_named(gap: Gap) -> bool:
    return bool(CALLED_AFTER.match(gap.after) or CALLED_BEFORE.search(gap.before))


def _is_of_a_kind(gap: Gap) -> bool:
    return bool(KIND.match(gap.after))


def _is_a_means(gap: Gap) -> bool:
    return bool(MEANS_AFTER.match(gap.after) or MEANS_BEFORE.search(gap.before))


def _is_a_measure(gap: Gap) -> bool:
    related = RELATION.search(gap.answer)
    digits = gap.answer[related.start() :] if related else gap.answer[:1]
    return bool(BOUND.match(gap.answer)) or any(map(str.isdigit, digits))


def _is_on_topic(gap: Gap) -> bool:
    """Whether the rest of the sentence says a word of the section's title, or of the label it stands below."""
    labels = gap.context.labels[-1:]
    told = [name(each) for each in (gap.context.title, *labels)]
    heard = words_of(gap.rest)
    return any(words_of(each) & heard for each in told) or any(_shares_signs(each, gap.rest) for each in told)


def _shares_signs(title: str, sentence: str) -> bool:
    """Whether two neighbouring signs of a title stand in a sentence without spaces."""
    runs = HAN.findall(title)
    return any(run[i : i + 2] in sentence for run in runs for i in range(len(run) - 1))


def _is_marked(gap: Gap) -> bool:
    """Whether the author took the highlighter, or calls the section cards."""
    told = (gap.context.title, *gap.context.labels[-1:])
    return gap.emphasis == "mark" or any(FOR_CARDS.search(name(each)) for each in told)


def _is_defined(gap: Gap) -> bool:
    return not any(map(str.isalnum, ARTICLE.sub("", gap.before))) and bool(DEFINED.match(gap.after))


def _is_half_a_verse(gap: Gap) -> bool:
    """Whether it is as long as the Chinese line before it, which it answers."""
    found = HALF.search(gap.before)
    return found is not None and len(found[1]) == len(gap.answer)


SIGNS: tuple[Sign, ...] = (
    _is_marked,
    _is_defined,
    _is_half_a_verse,
    _is_named,
    _is_of_a_kind,
    _is_a_means,
    _is_a_measure,
    _is_on_topic,
)
