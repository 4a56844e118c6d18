"""What a question asks for that no first sentence answers, and an answer that only leads to what stands below it."""

from __future__ import annotations

import re

from .patterns import any_case, any_of, whole

ANNOUNCED = any_of(
    r"(?:다음|아래)(?:의|과|와)?\s.{0,30}(?:두|세|네|다섯|\d+)\s?가지.{0,24}(?:다|음)[.:]?\s*$",
    r"(?:다음|아래)과?와? 같(?:다|습니다|음)[.:]?\s*$",
    r"(?:다음|아래)[과와]\s?같이\s[^.]{0,40}(?:다|음)[.:]?\s*$",
    r"(?:두|세|네|다섯|(?<!\d)\d+)\s?가지\s?\S{0,8}[이가]?\s(?:있다|있습니다|있음|존재한다|존재합니다)[.:]?\s*$",
    r"\bas follows[.:]?\s*$",
    r"如下[。：:]?\s*$|次の通り(?:です)?[。:：]?\s*$",
)
"""An answer whose end only leads to what stands below."""
NEEDS_ALL = any_case(
    r"\bvs\b|차이|비교|이유|왜|필요성|원인|[가-힣A-Za-z)][와과]\s",
    r"\b(?:versus|differences?|compare|why|reasons?)\b",
    r"違い|理由|なぜ|区别|區別|为什么|為什麼",
)
OF_SOMEBODY = any_of(
    r"(?:경험|기억)(?:이|을)?\s?(?:있|하|해)",
    r"(?:작성|구현|사용|적용)?해\s?(?:보았|봤|보신|본\s?적)",
    r"무엇이라고 생각|어떻게 생각|굳이 필요|회사에 궁금|(?:생각|기억)나는",
    r"(?:이해가|감이)\s?안\s?\S+다면",
    r"(?:생각|고려|확인|기억|연습|시도|활용|명심|준비)(?:해|하)\s?\S{0,3}(?:십시오|세요|시오|[하해]라|자)\W*$",
)
"""What a question asks for, where each has an answer of one's own, or an order to do something."""
OF_WHAT = any_case(
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
TWO = re.compile(r"([A-Za-z]{2,})[와과]\s([A-Za-z]{2,})(?:이?란|의 뜻|\W*$)")
PUT_OFF = any_of(
    r"^\W*(?:[AQ]\d\.|정답\s?[:：]|배경\s?&)",
    r"(?:포스팅|링크|글|그림)(?:으)?로 대체",
    r"실제 면접에서",
    r"[을를]?\s예로 들어 설명|^[^.]{0,12}(?:소개|언급|설명)된\s",
    r"^(?:\W*\s)?\S+ vs\.? \S+(?:\s\W*)?$",
    r"다음과 같(?:다|습니다|이)\W*$|[가-힣]요\?\W*$",
)
"""An answer that is elsewhere."""
SIDES = re.compile(r"\b(?:vs\.?|versus)(?=\W)|\s(?:와|과)\s|와\s|과\s", re.IGNORECASE)
