"""What the name of a list says of its items: that they come in order, stand beside each other, or are reasons."""

from __future__ import annotations

import re

from .patterns import any_case, ending, one_of

IN_ORDER = any_case(
    r"(?:과정|순서|절차|단계|\b(?:steps|stages|phases)|手順|段階|步骤)\W*$",
)
"""What comes one after the other is no set, of which one could be missing."""
ORDER = any_case(
    r"과정|순서|절차|단계",
    r"흐름(?!\s?제어)",
    r"시나리오|진행|생명\s?주기|라이프\s?사이클|핸드셰이크",
    r"life\s?cycle|handshake|process|steps?\b|stages?|phases?|sequence|order\b|procedure",
    r"手順|順序|流れ|段階|阶段|步骤|流程|过程|顺序",
)
"""What may be in a name where its items come one after the other."""
WAY = any_case(
    r"방법|구현|알고리즘|작성|설정|동작|접근",
    r"how\b|algorithm|[aā]lgoritm",
    r"방식",
    r"方法|求め方|算法|アルゴリズム",
    r"алгоритм",
)
"""What may be one way with its steps, or several ways with their names: the items tell."""
SENTENCE = re.compile(r"(?:다|요|[.。])\s*$")
"""Where a sentence ends."""
KINDS = any_case(
    r"(?:종류|유형|\b(?:types|kinds)|種類|种类|类型)\W*$",
    r"(?:두|세|네|다섯|여러|몇|\d+)\s?(?:가지|종류|개의)(?!\s?(?:단계|과정|절차))",
)
"""Kinds of a thing, or a count of things beside each other."""
ORDINAL = any_case(
    one_of(
        r"제?\s?\d+\s?(?:차|단계|번째)|첫|둘째|셋째|먼저|그\s?다음|마지막",
        r"first|second|third|then|next|finally",
        r"第|首先|其次|然后|最后|まず|次に",
    ),
)
"""An item that says which it is."""
STATES = re.compile(r"[가-힣A-Za-z)][은는]\s\S.*[가-힣]\W*$")
"""A title that says something of a subject."""
ASKED = any_case(
    r"^\W*what\s(?:is|are)\s+(?:an?\s|the\s)?",
    r"\s*(?:이?란|[은는]\s?무엇인가요?)?\s*[?？]\s*$",
)
"""What makes a question of the name of a thing."""
BOTH = any_case(
    r"(?:[의的の]|[\s:：›])*"
    + one_of(
        r"장\s?[·/,]?\s?단점",
        r"장점\s?(?:과|및|[,&/])\s?단점",
        r"advantages?\s?(?:&|and|/)\s?disadvantages?",
        r"pros\s?(?:&|and|/)\s?cons",
        r"メリットとデメリット|优缺点|优点和缺点",
    )
    + r"\W*$",
)
"""A title that says both sides at once, where a list below it holds one."""
EACH = re.compile(r"^\W*(?:각각|각자)(?:의|에)?\s|^\W*(?:each|respective)\b", re.IGNORECASE)
"""A title of what is said of each of several: below it stand their names, and not what it counts."""
TRAIT = any_case(
    ending(
        r"대상|한계|효과|이점|역할|기능|고려\s?사항|위험",
        r"好处|好處",
        r"benefits?|goals?|effects?|limits?|limitations?",
    ),
)
"""What else counts things that are so or are done."""
REASON = any_case(
    r"(?:목적|이유|원인|필요성|장점|단점|이점|한계|문제점|고려\s?사항)\W*$",
    r"^\W*(?:dis)?advantages?\b",
    r"\b(?:reasons?|purposes?|pros|cons|drawbacks|benefits)\W*$",
    r"(?:原因|理由|优点|缺点|長所|短所|目的|好处)\W*$",
)
"""What is counted here is said in words of the author's own."""
DOES = any_case(
    r"[가-힣](?:화|기)\W*$",
    r"[가-힣]\s?"
    + one_of(
        r"감소|증가|향상|개선|절약|정리|이동|조사|생성|분리|관리|처리|보장|제공|지원|가능|방지|유지|해결",
        r"변경|제거|추가|구현|사용|공유|확장|용이|편리|저하|발생|상승|필요|불리|유리|어려움|부족|낭비|상향",
        r"하향|단축|강화|약화|완화|집중|의존|노출",
    )
    + r"\W*$",
    r"^\W*(?:increas|improv|reduc|decreas|better|more|less|easier|faster|simpl|scal|avoid|prevent|support)" + r"\w*\s",
    r"^\W*(?:增加|提高|减少|減少|降低|简化|簡化|改善|避免|防止|支持|支援)",
    r"(?:増加|減少|向上|削減|改善|防止)\W*$",
)
"""A trait that says what is done or becomes of something (`트래픽 감소`), and no term."""
GLOSSED = re.compile(r"[(（]|`|[가-힣].*[A-Za-z]{2}|[A-Za-z]{2}.*[가-힣]")
"""A name that is explained, or said in two scripts, is a term."""
LEFTOVER = any_case(
    r"^\W*(?:그\s?외|기타(?!리)|나머지|others?\b|etc\b|misc\b|其他|其它|その他)",
)
"""An item that stands for those without a name of their own: which it is nobody can say."""
CASE = any_case(
    r"(?:경우|때)(?:에는?|엔)?\W*$",
    r"^\W*(?:if|when)\b[^,]*:?\s*$",
    r"(?:場合|とき)(?:は|には)?\W*$|^\W*如果[^，,]*$",
)
"""A branch of what is done (`있는 경우`), below which it is told: no step that could come next."""
COUNTS = any_case(
    r"(?:두|세|네|다섯|여러|\d+)\s?가지.{0,16}(?:있|나뉘|나뉜|나누|나눌|구분|분류|존재)\S*(?:\s\W*)?$",
    r"\b(?:two|three|four|five|several) (?:kinds|types|ways|sorts)\W*$",
)
"""A line that says how many kinds there are, and names none of them."""
