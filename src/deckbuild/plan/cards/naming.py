"""What a list is called, and what that says of it: a set of which one may be missing, or an order."""

from __future__ import annotations

import re

from ...model import List, Point, RichText
from ...particles import fill
from ...questions import asks
from ...richtext import between, strip
from .answers import items
from .headings import counted_by, counting, generic, happening, unordered
from .phrases import name, says, unmarked, weight
from .spots import Spot, chain

_IN_ORDER = re.compile(r"(?:과정|순서|절차|단계|\b(?:steps|stages|phases)|手順|段階|步骤)\W*$", re.IGNORECASE)
"""What comes one after the other is no set, of which one could be missing."""
_ORDER = re.compile(
    r"과정|순서|절차|단계|흐름|시나리오|방법|구현|알고리즘|작성|설정|동작|진행|접근|생명\s?주기|라이프\s?사이클|핸드셰이크|life\s?cycle|handshake|how\b|process|steps?\b|stages?|phases?|sequence|order\b|procedure|algorithm|手順|順序|流れ|段階|方法|求め方|阶段|步骤|流程|过程|顺序",
    re.IGNORECASE,
)
_ORDINAL = re.compile(
    r"(?:제?\s?\d+\s?(?:차|단계|번째)|첫|둘째|셋째|먼저|그\s?다음|마지막|first|second|third|then|next|finally|第|首先|其次|然后|最后|まず|次に)",
    re.IGNORECASE,
)
_STATES = re.compile(r"[가-힣A-Za-z)][은는]\s\S.*[가-힣]\W*$")
_ASKED = re.compile(
    r"^\W*what\s(?:is|are)\s+(?:an?\s|the\s)?|\s*(?:이?란|[은는]\s?무엇인가요?)?\s*[?？]\s*$", re.IGNORECASE
)
_BOTH = re.compile(
    r"(?:[의的の]|[\s:：›])*(?:장\s?[·/,]?\s?단점|장점\s?(?:과|및|[,&/])\s?단점|advantages?\s?(?:&|and|/)\s?disadvantages?|pros\s?(?:&|and|/)\s?cons|"
    r"メリットとデメリット|优缺点|优点和缺点)\W*$",
    re.IGNORECASE,
)
"""A title that says both sides at once, where a list below it holds one."""
MAX_NOUN = 50
"""Weight of a name by which things are counted; what is longer tells what they do."""


def makes_a_statement(title: str) -> bool:
    """Whether a title says something of a thing (`각 주소는 일정 시간 이후에 삭제`), so that it names no set of things."""
    return bool(_STATES.search(title))


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
    if block.style == "ordered" and is_in_order(spot, block):
        return title
    return fill(asking.list_of, x=title, noun=RichText.of(asking.list_noun))


def _possessive(spot: Spot) -> RichText:
    """A generic title with the one above it: `도커의 장점`."""
    above, noun = thing(spot.context.above()), unmarked(spot.context.title)
    return fill(spot.context.asks.list_of, x=above, noun=noun) if above else noun


def thing(title: RichText) -> RichText:
    """What a title is about, where it asks (`인터페이스란?`) or names both sides of it (`동적 로딩의 장단점`)."""
    text = title
    for kind in (_ASKED, _BOTH):
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
    if generic(name(nearest)) and not _has_an_owner(spot, block):
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
        and not _IN_ORDER.search(name(nearest))
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


def is_in_order(spot: Spot, block: List) -> bool:
    """Whether something says that the numbers of a short list mean an order: its names, or the items themselves."""
    if unordered(name(nearest_name(spot, block))):
        return False
    names = [block.label, *spot.context.labels[-1:], spot.context.title]
    named = any(_ORDER.search(name(each)) for each in names if each)
    asked = spot.concept is not None and spot.concept.asks == "method"
    return named or asked or all(_ORDINAL.match(name(item.text)) for item in items(block.items) if item.text)
