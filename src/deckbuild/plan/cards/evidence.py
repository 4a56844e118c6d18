"""What speaks for a blank: without a sign that a term was meant to be learnt, an emphasis is but a look of the text."""

from __future__ import annotations

import re
from collections.abc import Callable

from .gaps import Gap
from .hints import words_of
from .phrases import name

_CALLED_AFTER = re.compile(
    r"\s?[\"'”’)）]?\s?(?:이?라[고는]|이란|(?:으?로|이라) (?:불|부르|정의|명명)|[을를] (?:말한|의미|뜻)|と(?:呼|いう|言)|(?:is|are) (?:called|known as|named)\b)"
)
"""What goes on after the name of a thing that was just described."""
_CALLED_BEFORE = re.compile(
    r"(?:\b(?:called|known as|named|referred to as|termed|denoted by|as)|称为|稱為|叫做?|称作|被称|稱作|\bappel[eé]+s?|\bgenannt|\bllamad[oa]s?|\bchamad[oa]s?)\s?(?:an?\s|the\s)?[\"'“‘「(]?\s?$",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"\s?(?:(?:키워드|메[서소]드|함수|타입|영역|브랜치|알고리즘|클래스|인터페이스|어노테이션|애노테이션|연산자?|명령어?|방식|기법|기반|패턴|프로토콜|계층|레지스터|자료\s?구조|구조|구문|상태|"
    r"스케줄링|스케줄러|구현체|컬렉션|모듈|포트|헤더|플래그|옵션|전략|원칙|정렬|탐색|트리|테이블|큐|스택|힙|개념|그룹|양식|이론|법칙|효과|현상|공식|정리|단위|조약|전쟁|사건|제도|왕조|단계)(?:의|을|를|이|가|은|는|과|와|로|으로|에|에서|에는|들|이다|임|중|별|란|만|도)?(?![가-힣])|"
    r"(?:keyword|method|function|algorithm|operator|operation|layer|protocol|class|type|command|annotation|pattern|header|option|flag|structure|"
    r"theorem|rule|law|principle|effect|principle|bond|cell|state|phase)s?\b|"
    r"关键字|方法|函数|算法|协议|模式|操作|类型|結構|结构|定理|定律|キーワード|メソッド|関数|アルゴリズム|方式|法則|定理|状態)"
)
"""The kind that a name belongs to, right after it (`{static} 키워드`, `the {single responsibility} principle`)."""
_MEANS_AFTER = re.compile(
    r"\s?(?:으?로\s|으?로$|[을를] (?:통해|통한|통하|사용|이용|활용|써)|によって|を(?:使|用)|\s(?:is|are) used\b)"
)
_MEANS_BEFORE = re.compile(
    r"(?:\b(?:using|via|by|through|uses?|apply|applies)|使用|通过|通過|利用|采用|採用)\s?(?:an?\s|the\s)?$", re.I
)
"""Whereby something is done: which means that is can be asked."""
_BOUND = re.compile(r"\b[OΘΩ]\s?\(")
_RELATION = re.compile(r"[=^<>]")
"""A measure or a year: a value that the sentence is there to tell."""
_DEFINED = re.compile(
    r"\s?(?:은|는|이?란)\s.*(?:이다|입니다|의미한다|뜻한다|말한다|의미함|말함|것)\W*$|\s(?:is|are)\s(?:an?|the|one|any|what|when|those)\s|"
    r"\s?(?:とは|は.*(?:である|です)\W*$)|\s?(?:是|就是)(?:一|用|指|由|以|将|将)"
)
"""A sentence that says of its subject what it is."""
_FOR_CARDS = re.compile(
    r"카드|빈칸|암기|\b(?:flash)?cards?\b|\bcloze|fill[ -]in|填空|背诵|背誦|卡片|一問一答|暗記|カード|穴埋め",
    re.IGNORECASE,
)
"""What an author calls a section whose lines are to be learnt by heart."""
_HALF = re.compile(r"([㐀-鿿]{4,8})[，、]$")
_BESIDE = re.compile(r"\s*(?:[,，、/]|이나|나|와|과|및|또는|혹은|or|and|与|和|或|と|や)\s*")
"""What joins two names that go together."""
_ARTICLE = re.compile(r"^\s*(?:the|an?)\s+$", re.IGNORECASE)
_HAN = re.compile(r"[㐀-鿿ァ-ヺ]{2,}")

Sign = Callable[[Gap], bool]


def speaks_for(gap: Gap) -> bool:
    """Whether a sentence names the blank, says what kind of thing or which means it is, or is about the topic."""
    return any(sign(gap) for sign in SIGNS)


def goes_with(gap: Gap) -> bool:
    """Whether nothing but a conjunction stands between a blank and the next emphasis."""
    return bool(_BESIDE.fullmatch(gap.next))


def _is_named(gap: Gap) -> bool:
    return bool(_CALLED_AFTER.match(gap.after) or _CALLED_BEFORE.search(gap.before))


def _is_of_a_kind(gap: Gap) -> bool:
    return bool(_KIND.match(gap.after))


def _is_a_means(gap: Gap) -> bool:
    return bool(_MEANS_AFTER.match(gap.after) or _MEANS_BEFORE.search(gap.before))


def _is_a_measure(gap: Gap) -> bool:
    related = _RELATION.search(gap.answer)
    digits = gap.answer[related.start() :] if related else gap.answer[:1]
    return bool(_BOUND.match(gap.answer)) or any(map(str.isdigit, digits))


def _is_on_topic(gap: Gap) -> bool:
    """Whether the rest of the sentence says a word of the section's title, or of the label it stands below."""
    labels = gap.context.labels[-1:]
    told = [name(each) for each in (gap.context.title, *labels)]
    heard = words_of(gap.rest)
    return any(words_of(each) & heard for each in told) or any(_shares_signs(each, gap.rest) for each in told)


def _shares_signs(title: str, sentence: str) -> bool:
    """Whether two neighbouring signs of a title stand in a sentence without spaces."""
    runs = _HAN.findall(title)
    return any(run[i : i + 2] in sentence for run in runs for i in range(len(run) - 1))


def _is_marked(gap: Gap) -> bool:
    """Whether the author took the highlighter, or calls the section cards."""
    told = (gap.context.title, *gap.context.labels[-1:])
    return gap.emphasis == "mark" or any(_FOR_CARDS.search(name(each)) for each in told)


def _is_defined(gap: Gap) -> bool:
    return not any(map(str.isalnum, _ARTICLE.sub("", gap.before))) and bool(_DEFINED.match(gap.after))


def _is_half_a_verse(gap: Gap) -> bool:
    """Whether it is as long as the Chinese line before it, which it answers."""
    found = _HALF.search(gap.before)
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
