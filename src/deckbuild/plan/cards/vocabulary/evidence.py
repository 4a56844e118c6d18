"""What stands around a term that was meant to be learnt: the words that name it, its kind, or whereby something is done."""

from __future__ import annotations

import re

from .patterns import any_case, any_of, one_of

CALLED_AFTER = any_of(
    r"""\s?[\"'”’)）]?\s?"""
    + one_of(
        r"이?라[고는]|이란",
        r"(?:으?로|이라) (?:불|부르|정의|명명)",
        r"[을를] (?:말한|의미|뜻)",
        r"と(?:呼|いう|言)",
        r"(?:is|are) (?:called|known as|named)\b",
    ),
)
"""What goes on after the name of a thing that was just described."""
CALLED_BEFORE = any_case(
    one_of(
        r"\b(?:called|known as|named|referred to as|termed|denoted by|as)",
        r"称为|稱為|叫做?|称作|被称|稱作",
        r"\bappel[eé]+s?|\bgenannt|\bllamad[oa]s?|\bchamad[oa]s?",
    )
    + r"""\s?(?:an?\s|the\s)?[\"'“‘「(]?\s?$""",
)
"""What leads to the name of a thing."""
KIND = any_of(
    r"\s?"
    + one_of(
        one_of(
            r"키워드|메[서소]드|함수|타입|영역|브랜치|알고리즘|클래스|인터페이스|어노테이션|애노테이션",
            r"연산자?|명령어?|방식|기법|기반|패턴|프로토콜|계층|레지스터|자료\s?구조|구조|구문|상태",
            r"스케줄링|스케줄러|구현체|컬렉션|모듈|포트|헤더|플래그|옵션|전략|원칙|정렬|탐색|트리|테이블|큐",
            r"스택|힙|개념|그룹|양식|이론|법칙|효과|현상|공식|정리|단위|조약|전쟁|사건|제도|왕조|단계",
        )
        + r"(?:의|을|를|이|가|은|는|과|와|로|으로|에|에서|에는|들|이다|임|중|별|란|만|도)?(?![가-힣])",
        one_of(
            r"keyword|method|function|algorithm|operator|operation|layer|protocol|class|type|command",
            r"annotation|pattern|header|option|flag|structure|theorem|rule|law|principle|effect|principle",
            r"bond|cell|state|phase",
        )
        + r"s?\b",
        r"关键字|方法|函数|算法|协议|模式|操作|类型|結構|结构|定理|定律|キーワード|メソッド|関数",
        r"アルゴリズム|方式|法則|定理|状態",
    ),
)
"""The kind that a name belongs to, right after it (`{static} 키워드`, `the {single responsibility} principle`)."""
MEANS_AFTER = any_of(
    r"\s?"
    + one_of(
        r"으?로\s|으?로$",
        r"[을를] (?:통해|통한|통하|사용|이용|활용|써)",
        r"によって|を(?:使|用)",
        r"\s(?:is|are) used\b",
    ),
)
"""What follows that whereby something is done."""
MEANS_BEFORE = any_case(
    r"(?:\b(?:using|via|by|through|uses?|apply|applies)|使用|通过|通過|利用|采用|採用)\s?(?:an?\s|the\s)?$",
)
"""Whereby something is done: which means that is can be asked."""
BOUND = re.compile(r"\b[OΘΩ]\s?\(")
"""An order of growth (`O(n)`)."""
RELATION = re.compile(r"[=^<>]")
"""A measure or a year: a value that the sentence is there to tell."""
DEFINED = any_of(
    r"\s?(?:은|는|이?란)\s.*(?:이다|입니다|의미한다|뜻한다|말한다|의미함|말함|것)\W*$",
    r"\s(?:is|are)\s(?:an?|the|one|any|what|when|those|something|somebody|someone|somewhere)\s",
    r"\s?(?:とは|は.*(?:である|です)\W*$)",
    r"\s?(?:是|就是)(?:一|用|指|由|以|将|将)",
)
"""A sentence that says of its subject what it is."""
FOR_CARDS = any_case(
    r"카드|빈칸|암기",
    r"\b(?:flash)?cards?\b|\bcloze|fill[ -]in",
    r"填空|背诵|背誦|卡片|一問一答|暗記|カード|穴埋め",
)
"""What an author calls a section whose lines are to be learnt by heart."""
HALF = re.compile(r"([㐀-鿿]{4,8})[，、]$")
"""The first half of a Chinese verse, to which the blank is the other."""
BESIDE = re.compile(r"\s*(?:[,，、/]|이나|나|와|과|및|또는|혹은|or|and|与|和|或|と|や)\s*")
"""What joins two names that go together."""
ARTICLE = re.compile(r"^\s*(?:the|an?)\s+$", re.IGNORECASE)
"""Nothing but an article."""
HAN = re.compile(r"[㐀-鿿ァ-ヺ]{2,}")
"""Signs in a row, of which a title and a sentence may share two."""
