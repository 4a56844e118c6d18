"""Names and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...identity import folded
from ...model import Block, Definition, Example, RichText, Run, Term
from ...particles import fill, readable
from ...questions import asks
from ...richtext import between
from .dangling import asks_only
from .headings import defining, generic
from .model import Card, Part, Reverse, Text
from .phrases import echoes, name, question, short, unmarked, weight
from .spots import Context, Spot

MAX_REVERSIBLE = 110
"""Weight of a meaning that can be read as a question."""
MIN_WORDS, MIN_WEIGHT = 5, 20
"""Words, or their weight where there are no spaces, from which a meaning can point at one thing alone."""
MAX_NAME = 6
"""Words of a title that can be a name."""
_SUBJECT = re.compile(
    r"(?P<article>(?:an?|the)\s)?(?P<noun>[\w'-]+(?:\s[\w'-]+){0,4}?)\s(?P<verb>is|are)\s", re.IGNORECASE
)
_ENGLISH = "What is {x}?"
_MARKS = re.compile(r"[^\w\s()（）.+#-]")
_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*")
_WHEN = re.compile(r"何时|何時|如何|怎[么样]|为什么|為什麼|什么时候")
"""What a title asks in Chinese without a question mark: no definition answers it."""
_NOT_A_NAME = re.compile(
    r"[후때면서],\s|[ぁ-ん一-鿿](?:える|する|いる|ある|くる|める|べる|げる|れる|せる)$|[:：;]\s|[：]|(?:[.!。]|다|요|하기)(?:(?![.!。])\W)*$"
)


def definitions(spot: Spot) -> Iterator[Card]:
    """What is it? And, where the definition fits one line and is the only one of its kind, what is this?"""
    block = spot.block
    if not isinstance(block, Definition) or spot.context.labels or spot.context.example or asks_only(block.text.plain):
        return
    if _WHEN.search(name(spot.context.title)):
        return
    context = spot.context
    title = context.title
    topic, prompt = RichText(), _as_said(context, title, block.text) or define(context, title)
    subject = title
    if defining(name(title)) and len(context.titles) > 1:
        subject = context.titles[-2]
        prompt = define(context, subject)
    elif generic(name(title)):
        topic, prompt, subject = context.above(), fill(context.asks.point, x=unmarked(title)), RichText()
    yield Card(
        kind="definition",
        key=spot.key("definition"),
        topic=topic,
        prompt=prompt,
        answer=(Text(block.text),),
        extra=_example(context, spot.body),
        reverse=reverse(context, subject, block.text) if spot.concept else None,
        place=block.place,
    )


def _as_said(context: Context, title: RichText, text: RichText) -> RichText:
    """The question in English in the words of the answer: `What is an acid?` for `An acid is …` below `Acids`."""
    found = _SUBJECT.match(text.plain) if context.asks.definition == _ENGLISH else None
    if not found or asks(title) or not echoes(name(title), found["noun"]) or not echoes(found["noun"], name(title)):
        return RichText()
    article = found["article"] or ""
    lowered = article.casefold() + between(text, *found.span("noun")).plain
    kept = title if not article and folded(name(title)) == folded(found["noun"]) else RichText.of(lowered)
    return RichText((Run(f"What {found['verb']} "), *kept.runs, Run("?")))


def terms(spot: Spot) -> Iterator[Card]:
    """A term that the section explains beside its own."""
    block = spot.block
    if isinstance(block, Term) and block.meaning:
        asking = spot.context.asks
        template = asking.term if readable(block.term.plain) else asking.definition_bare
        yield Card(
            kind="term",
            key=spot.key("term", block.term),
            prompt=fill(template, x=block.term),
            answer=(Text(block.meaning),),
            own=True,
            reverse=reverse(spot.context, block.term, block.meaning),
            place=block.place,
        )


def define(context: Context, title: RichText) -> RichText:
    """The question for what a title means; a title that asks already is left as it is."""
    if asks(title):
        return question(title)
    asking = context.asks
    if not is_name(title):
        return fill(asking.point, x=unmarked(title))
    return fill(asking.definition if readable(title.plain) else asking.definition_bare, x=title)


def is_name(title: RichText) -> bool:
    """Whether a title names a thing, so that one can ask what it is: not a sentence, not a heading in two parts."""
    plain = name(title)
    return len(plain.split()) <= MAX_NAME and not _NOT_A_NAME.search(plain)


def reverse(context: Context, subject: RichText, meaning: RichText) -> Reverse | None:
    """The card that asks for the name: only where one name is the answer, and the meaning does not say it."""
    unique = context.survey.definitions.get(name(meaning)) == 1
    plain = name(subject)
    if (
        not plain
        or asks(subject)
        or not is_name(subject)
        or not unique
        or not short(meaning, MAX_REVERSIBLE)
        or _says_too_little(meaning.plain)
        or any(echoes(meaning.plain, form) for form in _forms(plain))
    ):
        return None
    return Reverse(meaning, context.asks.which, subject)


def _says_too_little(meaning: str) -> bool:
    """Whether so few words describe many a thing."""
    return len(meaning.split()) < MIN_WORDS and weight(meaning) < MIN_WEIGHT


def _forms(title: str) -> Iterator[str]:
    """`파싱(parsing)` is given away by either of its words."""
    yield title
    yield " ".join(_MARKS.sub(" ", title).split())
    if found := _IN_BRACKETS.search(title):
        yield from (form for form in (_IN_BRACKETS.sub(" ", title).strip(), found[1].strip()) if len(form) > 1)


def _example(context: Context, body: tuple[Block, ...]) -> tuple[Part, ...]:
    """The first example of the section, to go with its definition."""
    return next(((Text(block.text),) for block in body if isinstance(block, Example)), ())
