"""Names and what they mean."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ...identity import folded
from ...model import Block, Definition, Example, List, RichText, Run, Term
from ...particles import fill, readable
from ...questions import asks, demands
from ...richtext import between, join
from .answers import items, length
from .bodies import divided, tells_one
from .dangling import asks_only, points
from .headings import counting, defining, generic, of_examples
from .hints import words_of
from .model import Card, Item, Items, Part, Reverse, Text
from .phrases import bare, echoes, name, question, sentences, short, unmarked, weight
from .spots import Context, Spot
from .vocabulary.definitions import CASE, EMPTY_WORDS, LEADS_ON, NOT_A_NAME, OF_ITS_NAME, WHEN
from .vocabulary.terms import DEFINES

MAX_REVERSIBLE = 110
"""Weight of a meaning that can be read as a question."""
MIN_WORDS, MIN_WEIGHT = 5, 20
"""Words, or their weight where there are no spaces, from which a meaning can point at one thing alone."""
MAX_NAME = 6
"""Words of a title that can be a name."""
_SUBJECT = re.compile(
    r"(?P<article>(?:an?|the)\s)?(?P<noun>[\w'-]+(?:\s[\w'-]+){0,4}?)\s(?P<verb>is|are)\s", re.IGNORECASE
)
_ASKED = re.compile(r"\bwhat\s+(?P<verb>is|are)\s+(?P<article>(?:an?\s|the\s)?)\s*", re.IGNORECASE)
_SIGNS = re.compile(r"[㐀-鿿]+|[ァ-ヺー]+")
MIN_SIGNS, MOST = 4, 0.5
"""Signs in a row, and the share of a name, that give it away."""
_ENGLISH = "What is {x}?"
_MARKS = re.compile(r"[^\w\s()（）.+#-]")
_IN_BRACKETS = re.compile(r"\s*[(（]([^()（）]+)[)）]\s*")
MAX_WITH_LIST = 420
"""Weight of a definition with its list."""
MAX_LISTED = 5
MAX_EMPTY = 60
"""Weight of a definition that says but that a thing matters."""


def definitions(spot: Spot) -> Iterator[Card]:
    """What is it? And, where the definition fits one line and is the only one of its kind, what is this?"""
    block = spot.block
    if not isinstance(block, Definition) or spot.context.labels or spot.context.example or asks_only(block.text.plain):
        return
    answer = _whole(spot, block)
    more: tuple[Part, ...] = ()
    if answer == (Text(block.text),):
        said, rest = divided(block.text)
        answer, more = (Text(said),), (Text(rest),) if rest else ()
    if WHEN.search(name(spot.context.title)) or _is_of_a_case(spot, block) or not answer:
        return
    if points(block.text.plain) or OF_ITS_NAME.search(block.text.plain):
        return
    context = spot.context
    title = _defined(context.title, block.text)
    topic = RichText()
    prompt = as_headed(spot, title) or _as_said(context, title, block.text) or define(context, title)
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
        answer=answer,
        extra=(*more, *_example(context, spot.body)),
        reverse=reverse(context, subject, block.text) if spot.concept and answer == (Text(block.text),) else None,
        place=block.place,
    )


def _whole(spot: Spot, block: Definition) -> tuple[Text | Items, ...]:
    """A definition, with the list that it leads on to (`… 다음의 성질들을 만족하는 트리`); where that is not there, or too
    long, without the sentence that does. Empty where nothing else is left."""
    if not LEADS_ON.search(block.text.plain):
        return (Text(block.text),)
    if below := _led_to(spot, block):
        return (Text(block.text), *below)
    said = list(sentences(block.text))
    kept = list(takewhile(lambda sentence: not LEADS_ON.search(sentence.plain), said))
    return (Text(join(kept)),) if kept else ()


def _led_to(spot: Spot, block: Definition) -> tuple[Items, ...]:
    """The list right below a definition, where it is short enough to be a part of it."""
    after = spot.body[spot.index + 1] if spot.index + 1 < len(spot.body) else None
    if not isinstance(after, List) or not 0 < len(after.items) <= MAX_LISTED:
        return ()
    below = Items(tuple(Item(item.text) for item in items(after.items)), ordered=after.style == "ordered")
    whole = weight(block.text.plain) + length((below,)) <= MAX_WITH_LIST and all(item.text for item in below.items)
    return (below,) if whole else ()


def _is_of_a_case(spot: Spot, block: Definition) -> bool:
    """Whether it is what a case comes to, says but that a thing matters, or tells one of two."""
    empty = weight(block.text.plain) <= MAX_EMPTY and EMPTY_WORDS.search(block.text.plain)
    half = tells_one(name(spot.context.title), block.text.plain)
    return half or bool(empty) or (not asks(spot.context.title) and bool(CASE.search(name(spot.context.title))))


def _defined(title: RichText, text: RichText) -> RichText:
    """What a sentence names as what it defines (`熱力学とは、…`) where a title only begins with it (`熱力学の基礎`), else the
    title."""
    found = None if asks(title) else DEFINES.match(text.plain)
    begins = found and found["name"] != name(title) and name(title).startswith(found["name"])
    return between(text, *found.span("name")) if found and begins else title


def _as_said(context: Context, title: RichText, text: RichText) -> RichText:
    """The question in English in the words of the answer: `What is an acid?` for `An acid is …` below `Acids`."""
    found = _SUBJECT.match(text.plain) if context.asks.definition == _ENGLISH else None
    if not found or asks(title) or not echoes(name(title), found["noun"]) or not echoes(found["noun"], name(title)):
        return RichText()
    article = found["article"] or ""
    lowered = article.casefold() + between(text, *found.span("noun")).plain
    kept = title if not article and folded(name(title)) == folded(found["noun"]) else RichText.of(lowered)
    return RichText((Run(f"What {found['verb']} "), *kept.runs, Run("?")))


def as_headed(spot: Spot, title: RichText) -> RichText:
    """The question in English as a heading asks it, of which the title has but the name: `What are the ribosomes?`."""
    concept = spot.concept
    if concept is None or concept.asks != "definition" or spot.context.asks.definition != _ENGLISH or asks(title):
        return RichText()
    found = _ASKED.search(concept.heading)
    if not found or concept.title != title:
        return RichText()
    return RichText((Run(f"What {found['verb'].lower()} {found['article'].lower()}"), *title.runs, Run("?")))


def terms(spot: Spot) -> Iterator[Card]:
    """A term that the section explains beside its own."""
    block = spot.block
    if isinstance(block, Term) and block.meaning:
        called = _is_called(block.term)
        yield Card(
            kind="term",
            key=spot.key("term", block.term),
            prompt=_meaning_of(spot.context, block.term)
            if called
            else fill(spot.context.asks.point, x=unmarked(block.term)),
            answer=(Text(block.meaning),),
            own=True,
            reverse=reverse(spot.context, block.term, block.meaning) if called else None,
            place=block.place,
        )


def _is_called(term: RichText) -> bool:
    """Whether a term is what something is called, and not what is told of it (`X의 예`, `장점`)."""
    return not counting(name(term)) and not of_examples(name(term))


def _meaning_of(context: Context, term: RichText) -> RichText:
    return fill(context.asks.term if readable(term.plain) else context.asks.definition_bare, x=term)


def define(context: Context, title: RichText) -> RichText:
    """The question for what a title means; a title that asks already is left as it is."""
    if asks(title):
        return question(title)
    if demands(title):
        return bare(title)
    asking = context.asks
    if not is_name(title):
        return fill(asking.point, x=unmarked(title))
    return fill(asking.definition if readable(title.plain) else asking.definition_bare, x=title)


def is_name(title: RichText) -> bool:
    """Whether a title names a thing, so that one can ask what it is: not a sentence, not a heading in two parts."""
    plain = name(title)
    return len(plain.split()) <= MAX_NAME and not NOT_A_NAME.search(plain)


def reverse(context: Context, subject: RichText, meaning: RichText) -> Reverse | None:
    """The card that asks for the name: only where one name is the answer, and the meaning does not say it."""
    unique = context.survey.definitions.get(name(meaning)) == 1
    plain = name(subject)
    if (
        not plain
        or asks(subject)
        or demands(subject)
        or not is_name(subject)
        or not unique
        or not short(meaning, MAX_REVERSIBLE)
        or _says_too_little(meaning.plain)
        or any(echoes(meaning.plain, form) or _is_told(meaning.plain, form) for form in _forms(plain))
    ):
        return None
    return Reverse(meaning, context.asks.which, subject)


def _is_told(meaning: str, name: str) -> bool:
    """Whether a meaning has all the words of a Korean name (`부인을 방지하는` for `부인 방지`), or most of the signs of a
    name without spaces in a row (`关系型数据库` for `关系型数据库管理系统`)."""
    words = words_of(name)
    if len(words) > 1 and words <= words_of(meaning):
        return True
    written = _SIGNS.findall(name)
    most = max(written, key=len, default="")
    size = max(MIN_SIGNS, round(MOST * len(most)))
    return any(most[i : i + size] in meaning for i in range(len(most) - size + 1))


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
