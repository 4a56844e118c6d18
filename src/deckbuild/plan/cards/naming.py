"""What a list is called, and what that says of it: a set of which one may be missing, or an order."""

from __future__ import annotations

from ...model import Labelled, List, Point, RichText
from ...particles import fill
from ...questions import asks
from ...richtext import between, strip
from .answers import items
from .headings import counted_by, counting, generic, happening, unordered
from .phrases import name, says, unmarked, weight
from .spots import Spot, chain
from .vocabulary.naming import (
    ASKED,
    BOTH,
    DOES,
    EACH,
    GLOSSED,
    IN_ORDER,
    KINDS,
    ORDER,
    ORDINAL,
    REASON,
    SENTENCE,
    STATES,
    TRAIT,
    WAY,
)

FEW_WAYS = 2
"""Items below `방법` that are rather two ways than two steps."""
MIN_TOLD = 4
"""Words of an item, on the average, that tells what is done, where fewer name a thing."""
MAX_NOUN = 50
"""Weight of a name by which things are counted; what is longer tells what they do."""


def in_order_by_name(title: str) -> bool:
    """Whether a name says that what it names comes one after the other (`과정`, `steps`)."""
    return bool(IN_ORDER.search(title))


def makes_a_statement(title: str) -> bool:
    """Whether a title says something of a thing (`각 주소는 일정 시간 이후에 삭제`), so that it names no set of things."""
    return bool(STATES.search(title))


def is_one_of_them(label: str, *above: str) -> bool:
    """Whether a label is itself what the name above it counts (`장점`: `트래픽 감소`), and no term: to ask for what stands
    behind it is to ask for another wording."""
    if GLOSSED.search(label):
        return False
    if len(label.split()) > 1 and not label.isascii() and any(map(REASON.search, above)):
        return True
    return bool(DOES.search(label)) and any(unordered(each) or TRAIT.search(each) for each in above)


def gives_reasons(title: str) -> bool:
    """Whether what a name counts are reasons, traits or aims (`장점`), each said in words of the author's own."""
    return bool(REASON.search(title) or TRAIT.search(title))


def list_name(spot: Spot, block: List) -> RichText:
    """What the items are: `리눅스 컨테이너의 특징`."""
    context, asking = spot.context, spot.context.asks
    labelled: tuple[RichText, ...] = (*context.labels, *((block.label,) if block.label else ()))
    title = thing(context.subject()) or context.subject()
    if labelled:
        noun = labelled[-1]
        if says(noun.plain, title.plain) or asks(noun):
            return noun
        one_line = _is_noun(noun) and not generic(name(context.title))
        return fill(asking.list_of, x=title, noun=noun) if one_line else chain((title, noun))
    if generic(name(context.title)):
        return _possessive(spot)
    if counting(name(title)) or happening(name(title)) or asks(title) or not asking.list_noun:
        return title
    if block.style == "ordered" and (is_in_order(spot, block) or _are_sentences(block)):
        return title
    return fill(asking.list_of, x=title, noun=RichText.of(asking.list_noun))


def _possessive(spot: Spot) -> RichText:
    """A generic title with the one above it: `도커의 장점`."""
    above, noun = thing(spot.context.above()), unmarked(spot.context.title)
    return fill(spot.context.asks.list_of, x=above, noun=noun) if above else noun


def thing(title: RichText) -> RichText:
    """What a title is about, where it asks (`인터페이스란?`) or names both sides of it (`동적 로딩의 장단점`)."""
    text = title
    for kind in (ASKED, BOTH):
        if found := kind.search(text.plain):
            text = strip(
                RichText((*between(text, 0, found.start()).runs, *between(text, found.end(), len(text.plain)).runs))
            )
    return text


def _is_noun(label: RichText) -> bool:
    return len(label.plain.split()) <= 3 and weight(label.plain) <= 24


def names_a_set(spot: Spot, block: List) -> bool:
    """Whether the items of a list belong together by name, so that one missing can be asked for."""
    nearest = nearest_name(spot, block)
    if EACH.match(name(nearest)) or (generic(name(nearest)) and not _has_an_owner(spot, block)):
        return False
    if block.role in ("pros", "cons"):
        return True
    noun = counted_by(name(nearest))
    return (
        block.role == "points"
        and bool(noun)
        and weight(name(nearest)) <= MAX_NOUN
        and not _describes(noun, block)
        and "장단점" not in name(nearest)
        and not IN_ORDER.search(name(nearest))
    )


def _has_an_owner(spot: Spot, block: List) -> bool:
    """Whether something above the name of a list says whose traits they are; a file's name says nothing."""
    labels = spot.context.labels if block.label else spot.context.labels[:-1]
    titles = spot.context.titles if block.label or spot.context.labels else spot.context.titles[:-1]
    return any(not generic(name(each)) for each in (*titles, *labels))


def _describes(noun: str, block: List) -> bool:
    """Whether one item says what the thing is (`…하는 방식` below `가변 분할 방식`), where kinds would all bear the noun, or
    half of them talk of such things (`4가지 조건이 동시에 성립할 때`)."""
    said = [name(item.text) for item in block.items if isinstance(item, Point)]
    ends = [text.endswith(noun) for text in said]
    talked = sum(noun in text and not text.endswith(noun) for text in said)
    return (any(ends) and not all(ends)) or 2 * talked >= max(2, len(said))


def nearest_name(spot: Spot, block: List) -> RichText:
    """The label of a list, else that above it, else the title of its section."""
    return block.label or (spot.context.labels[-1] if spot.context.labels else spot.context.title)


def tells(block: List) -> bool:
    """Whether the items of a list say what happens or is done, by their length, and are no names."""
    said = [name(item.text) for item in items(block.items) if item.text]
    if 2 * sum(isinstance(item, Labelled) for item in block.items) > len(said):
        return False
    words = sum(len(text.split()) for text in said) if " " in "".join(said) else sum(weight(text) // 4 for text in said)
    return words >= MIN_TOLD * max(1, len(said))


def _are_sentences(block: List) -> bool:
    """Whether most items are whole sentences, which are nobody's traits."""
    said = [name(item.text) for item in items(block.items) if item.text]
    return 2 * sum(bool(SENTENCE.search(text)) and len(text.split()) >= MIN_TOLD for text in said) > len(said)


def is_in_order(spot: Spot, block: List) -> bool:
    """Whether something says that the numbers of a short list mean an order: its names, or the items themselves."""
    nearest = name(nearest_name(spot, block))
    if unordered(nearest) or counts_kinds(nearest):
        return False
    names = [name(each) for each in (block.label, *spot.context.labels[-1:], spot.context.title) if each]
    short_names = [each for each in names if weight(each) <= MAX_NOUN]
    named = any(map(ORDER.search, short_names)) or (
        any(map(WAY.search, short_names)) and tells(block) and len(block.items) > FEW_WAYS
    )
    asked = spot.concept is not None and spot.concept.asks == "method" and tells(block)
    return named or asked or all(ORDINAL.match(name(item.text)) for item in items(block.items) if item.text)


def counts_kinds(title: str) -> bool:
    """Whether a name or a line says that things stand beside each other (`두 가지 유형`, `IPC 종류`): their numbers are no places."""
    return bool(KINDS.search(title))
