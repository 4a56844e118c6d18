"""What stands below a heading that asks, as one answer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...model import Block, Labelled, List, Point, RichText
from ...richtext import between, strip
from .answers import length, spoken
from .dangling import addresses, chats, leans, points
from .model import Items, Part, Text
from .phrases import name, says, sentences, weight
from .vocabulary.patterns import any_case, any_of, whole

_ANNOUNCED = any_of(
    r"(?:다음|아래)(?:의|과|와)?\s.{0,30}(?:두|세|네|다섯|\d+)\s?가지.{0,24}(?:다|음)[.:]?\s*$",
    r"(?:다음|아래)과?와? 같(?:다|습니다|음)[.:]?\s*$",
    r"(?:다음|아래)[과와]\s?같이\s[^.]{0,40}(?:다|음)[.:]?\s*$",
    r"(?:두|세|네|다섯|(?<!\d)\d+)\s?가지\s?\S{0,8}[이가]?\s(?:있다|있습니다|있음|존재한다|존재합니다)[.:]?\s*$",
    r"\bas follows[.:]?\s*$",
    r"如下[。：:]?\s*$|次の通り(?:です)?[。:：]?\s*$",
)
"""An answer whose end only leads to what stands below."""
MIN_SHORT, MIN_MAIN, MAX_MAIN = 40, 120, 260
"""Weight of what answers by itself, if need be and rather, and from which on what goes on is read and not recalled."""
_NEEDS_ALL = any_case(
    r"\bvs\b|차이|비교|이유|왜|필요성|원인|[가-힣A-Za-z)][와과]\s",
    r"\b(?:versus|differences?|compare|why|reasons?)\b",
    r"違い|理由|なぜ|区别|區別|为什么|為什麼",
)
_LINK = re.compile(r"(?:https?://|www\.)\S+")
_OF_SOMEBODY = any_of(
    r"(?:경험|기억)(?:이|을)?\s?(?:있|하|해)",
    r"(?:작성|구현|사용|적용)?해\s?(?:보았|봤|보신|본\s?적)",
    r"무엇이라고 생각|어떻게 생각|굳이 필요|회사에 궁금|(?:생각|기억)나는",
    r"(?:이해가|감이)\s?안\s?\S+다면",
    r"(?:생각|고려|확인|기억|연습|시도|활용|명심|준비)(?:해|하)\s?\S{0,3}(?:십시오|세요|시오|[하해]라|자)\W*$",
)
"""What a question asks for, where each has an answer of one's own, or an order to do something."""
_OF_WHAT = any_case(
    whole(
        r"(?:하지만|그런데|그러면|그럼)\s?(?:지금|현재|요즘)은",
        r"왜",
        r"why|motivation",
        r"동기|둘의?\s?\S*|(?:이|그) 둘의?\s?\S*|각각의?\s\S*|어떻게 찾죠|지금은|그렇다면",
        r"(?:이러한|이런|해주신|위의|앞의)\s[^A-Za-z]*",
        r"면접 질문",
    ),
)
"""What a question points at without its name."""
_TWO = re.compile(r"([A-Za-z]{2,})[와과]\s([A-Za-z]{2,})(?:이?란|의 뜻|\W*$)")
MAX_HALF = 60
"""Characters of an answer that says too little of two things."""
_GIVEN = re.compile(r"(?<!\d)[01]{5,}(?!\d)")
"""The data of an exercise."""
_PUT_OFF = any_of(
    r"^\W*(?:[AQ]\d\.|정답\s?[:：]|배경\s?&)",
    r"(?:포스팅|링크|글|그림)(?:으)?로 대체",
    r"실제 면접에서",
    r"[을를]?\s예로 들어 설명|^[^.]{0,12}(?:소개|언급|설명)된\s",
    r"^(?:\W*\s)?\S+ vs\.? \S+(?:\s\W*)?$",
    r"다음과 같(?:다|습니다|이)\W*$|[가-힣]요\?\W*$",
)
"""An answer that is elsewhere."""
MOST_LINKS = 3
_SIDES = re.compile(r"\b(?:vs\.?|versus)(?=\W)|\s(?:와|과)\s|와\s|과\s", re.IGNORECASE)


def divided(text: RichText) -> tuple[RichText, RichText]:
    """The sentences with which a long text begins, and those that go on: who knows the first has answered."""
    text = strip(text)
    if weight(text.plain) <= MAX_MAIN:
        return text, RichText()
    ends = list(_ends(text))
    sizes = [weight(text.plain[:end]) for end in ends]
    enough = next(i for i, size in enumerate(sizes) if size >= MIN_MAIN)
    at = enough if sizes[enough] <= MAX_MAIN else enough - 1
    if at < 0 or sizes[at] < MIN_SHORT:
        return text, RichText()
    end = ends[at]
    return strip(between(text, 0, end)), strip(between(text, end, len(text.plain)))


def _ends(text: RichText) -> Iterator[int]:
    """Where each sentence of a text ends."""
    end = 0
    for sentence in sentences(text):
        end = text.plain.find(sentence.plain, end) + len(sentence.plain)
        yield end


def main_and_more(asked: str, found: tuple[Part, ...]) -> tuple[tuple[Part, ...], tuple[Part, ...]]:
    """A long answer as what answers, a list or a paragraph, and what goes on behind it. A reason, and what two things
    are beside each other, need all of it."""
    if length(found) <= MAX_MAIN or _NEEDS_ALL.search(asked):
        return found, ()
    sizes = [length(found[: i + 1]) for i in range(len(found))]
    first = found[0]
    listed = isinstance(first, Items) and len(first.items) > 1
    end = 1 if listed else next(i + 1 for i, size in enumerate(sizes) if size >= MIN_MAIN)
    if end < len(found) and isinstance(found[end - 1], Text) and isinstance(found[end], Items):
        end += 1
    return found[:end], found[end:]


def sets_side_by_side(title: str, body: tuple[Block, ...]) -> bool:
    """Whether a body only says of each side of a title what it is (`A vs B`): each is asked for by its own name."""
    match body:
        case [List(items=inner)]:
            body = inner
    labels = [name(block.label) for block in body if isinstance(block, Labelled) and block.text]
    sides = bool(_SIDES.search(title)) and len(body) == len(labels) > 1
    return sides and all(says(title, label) for label in labels)


def without_lead(body: tuple[Block, ...]) -> tuple[Block, ...]:
    """A body without the lines at its start in which the author only speaks to the reader (`이제 자세히 알아보자`)."""
    match body:
        case [List(items=[Point(text=text, body=()), *rest]) as first, *others] if rest and addresses(text.plain):
            return without_lead((replace(first, items=tuple(rest)), *others))
        case [Point(text=text, body=()), *rest] if rest and addresses(text.plain):
            return without_lead(tuple(rest))
        case _:
            return body


def announces(part: Part) -> bool:
    """Whether an answer only says that something follows (`다음과 같다.`)."""
    return isinstance(part, Text) and bool(_ANNOUNCED.search(part.text.plain))


def asks_nothing(asked: str, answer: Sequence[Part]) -> bool:
    """Whether a question has no one answer to learn: it asks for somebody's own view, for something it does not name, for
    the sum of an exercise, or its answer puts the reader off."""
    said = spoken(answer[:1]).strip()
    return bool(
        (_OF_SOMEBODY.search(asked) and "무엇" not in asked.replace("무엇이라고", ""))
        or _OF_WHAT.match(asked)
        or _GIVEN.search(asked)
        or _PUT_OFF.search(said)
        or tells_one(asked, spoken(answer))
        or any(chats(line) for line in spoken(answer).split("\n"))
    )


def tells_one(asked: str, answer: str) -> bool:
    """Whether of two names asked for (`DRAM과 SRAM이란?`) a short answer has but one."""
    found = _TWO.search(asked)
    told = [says(answer, each) for each in found.groups()] if found else []
    return len(answer) <= MAX_HALF and any(told) and not all(told)


def _is_links(text: str) -> bool:
    """Whether addresses are a third of a text or more."""
    return MOST_LINKS * sum(map(len, _LINK.findall(text))) > len(text)


def leads_away(found: Sequence[Part]) -> bool:
    """Whether an answer only announces something, leans on what stands above it, or leads to a picture or a page."""
    first, *others = found
    if isinstance(first, Text) and (leans(first.text.plain) or (not others and announces(first))):
        return True
    return any(points(text) or chats(text) or _is_links(text) for text in (spoken((part,)) for part in found))
