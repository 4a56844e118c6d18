"""What a sentence says that leads to the lines below it, and how one ends."""

from __future__ import annotations

from .patterns import any_case, any_of, one_of

DIVIDES = any_case(
    r"(?:나뉜다|나누어진다|나눌 수 있다|구분된다|구분할 수 있다|분류된다|분류할 수 있다)\W*$",
    r"(?:나뉩니다|나누어집니다|나눌 수 있습니다|구분됩니다|구분할 수 있습니다|분류됩니다)\W*$",
    r"(?:두|세|네|다섯|여섯|몇|여러|\d+)\s?(?:가지|종류|단계|개의?)",
    r"\b(?:two|three|four|five|six|several|many|various|following)\s(?:\w+\s)?"
    + one_of(r"types|kinds|ways|parts|steps|states|forms|classes|modes|levels|methods|calls|queues"),
    r"\b(?:divided into|consists? of|made up of|classified (?:as|into))\b",
    r"(?:两|兩|三|四|五|六|几|幾|多)(?:种|種|类|類|个|個|部分)",
    r"分[为為成]|(?:二|三|四|五|六|いくつか)(?:つ|種類)|に分(?:かれ|けられ)",
)
"""A sentence that says how many things there are, or into what one is divided."""
POINTS = any_case(
    r"^\W*(?:아래|위|다음|앞)(?:는|의|에)?\s",
    r"^\W*(?:below|above|these|those|this)\b",
    r"^\W*(?:以下|上記|下記|下面|上面|如下)",
)
"""A sentence that only points at the lines below it, or at what is above."""
WHOLE = any_of(
    r"(?:[.!。！]|[가-힣](?:다|요|음|함|됨|임|것))\W*$",
)
"""The end of a whole sentence."""
