"""What stands in a blank, or around it, where any other word would fit as well."""

from __future__ import annotations

import re

from .patterns import any_case, any_of, one_of, whole

ACTOR = any_case(
    whole(
        r"(?:the\s+)?(?:users?|clients?|servers?|services?|developers?|customers?|system)",
        r"用户|客户端|服务器?|服務器?|系统|系統|使用者|ユーザー?",
        r"사용자|유저|클라이언트|서버|서비스|개발자|고객|시스템",
    ),
)
"""Who acts in a sentence: where it opens with one, any other would fit as well."""
SAYS_SO = any_of(
    r"에 (?:따르면|의하면)",
    r"\s?(?:said|writes|wrote|defines|argues)\b",
    r"(?:によると|によれば)|(?:认为|認為|指出)",
)
"""Who says something: what is said is to be learnt."""
HOW = any_of(
    r"[가-힣]+(?:하게|대로|히)|[가-힣]+적(?:으로|인)?|[가-힣]+\s?필요|.*\s필요",
    r"両方|すべて|同時に",
)
"""What something is done like, or that it has to be: any other word of the kind would fit as well."""
AND_THIS_WAY = re.compile(r"\s?(?:으로|인\s|이지|이고|이다|인지|성)|\W*$")
"""What goes on after a word of manner."""
ORDERS = re.compile(r"\s+(?:until|till|while|the|an?|all|each|every|it|them|пока|до)\s", re.IGNORECASE)
"""What follows a verb that tells a reader what to do (`{Repeat} until …`)."""
OF_DATA = re.compile(r"\s?(?:이?라는\s(?:하나의\s)?)?(?:릴레이션|테이블|컬럼|속성)")
"""What follows the name that an author gave to data."""
EFFORT = any_case(
    r"복잡도|시간이|공간이|메모리",
    r"\b(?:complexit\w+|(?:time|space) (?:is|required|needed))\b|\b(?:worst|best|average) case\b",
    r"複雑度|計算量|复杂度|複雜度",
    r"\b(?:complejidad|complexidade|complexité|сложность|складність)\b",
)
"""What a sentence is about that tells how an effort grows."""
HANGUL = re.compile(r"[가-힣]")
SAID_ONCE = any_of(
    r"(?=.*[가-힣](?:는|한|된|운|던|할|의|인|를|을|이|가)\s\S*[가-힣]).*"
    + one_of(
        r"상황|환경|관점|형태|것|부분|과정|센스|목적|언어|데이터|제품|기업|효율성?|클래스|방법|단위|작업",
        r"자료|정보|공간|범위|문제|내용|의미|여부|필요성?|가능성?|주기|위",
    )
    + r"\W*",
)
"""Words that end in what is true of many a thing (`충돌이 자주 발생하는 환경`): a term where the note says it again."""
CALLED = re.compile(r"""\s*[(（]|[\"'”’]?\s?(?:이?라[고는]|이란|로 불|으로 불)""")
"""What goes on after the name of a thing."""
ARTICLE = re.compile(r"\s*(?:the|an?)?\s*", re.IGNORECASE)
"""Nothing before a word but an article."""
FIELD = any_of(
    r".*(?:;|\{\s*\}|[∈∀∃].*)",
    r"_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+_*(?:\(\))?",
    r"""[\[{].*|.*\w\s?[=(]\s?['\"].*|(['\"])[A-Za-z0-9 ]+\1""",
)
"""A field or a function of somebody's program (`user_id`), or a value written out: any other would do."""
COMMA = re.compile(r"[,，、]")
"""What parts the entries of a row."""
TWO_SIGNS = any_of(
    r"(?!(?:AI|AP|CD|CI|CR|DB|ET|FK|FS|GC|HA|ID|IO|IP|JS|LB|LF|ML|NO|OR|OS|OU|"
    r"PC|PK|QA|TS|UI|UX|VM|VR|XP)$)[A-Z]{2}",
)
"""Two capitals that are no known name: two points of a drawing (`AB`)."""
IN_HUMPS = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]*)+")
"""A name that an author made (`leftDiagonal`); what a library calls a function has its brackets or its class."""
DIGITS = re.compile(r"\d+")
"""The number in a name."""
WORD = re.compile(r"[^\W\d_]{2}|[가-힣ぁ-ヿ一-鿿]")
"""A word, be it of one sign."""
SUCH_AS = any_case(
    one_of(
        r"such as|\blike|e\.g\.?,?|for example,?",
        r"诸如|例如|比如|例えば",
        r"including|incl\.",
        r"예를 들어,?|예를 들면,?",
    )
    + r"""\s*[(（\"'“]?\s*(?:[^\s,，、]{1,30}[,，、]\s*){0,4}$""",
)
"""What leads to cases of many."""
PRINTS = any_case(
    r"(?:결과|값)는\s(?:true|false|참|거짓)",
    r"(?:출력|콘솔|찍)\S*",
    r"\b(?:prints?|printed|outputs?|logs)\b",
    r"打印|输出|表示され",
)
"""What a program prints is up to its author."""
LAST_OF_MANY = re.compile(r"(?:…|\.{3}|⋯)\s*[,，、]?\s*$")
"""What goes before the last of a row (`h1(e), …, hk(e)`)."""
AND_SO_ON = any_of(
    r"^[^()（）.。]{0,60}\s(?:등|등등|等|など)\s*[)）]",
    r"^(?:\s*[,，、·/]\s*(?:[^,，、·/.。]|\.(?=\w)){1,40}){0,5}?\s(?:등|etc\b)(?=[이을의과도에으\s.,]|$)",
)
"""What goes before `and so on`: the list is open, and any other name would fit."""
AMONG = re.compile(r"(?:것들?|예|경우|사례|종류|기술|도구|서비스|프로그램)(?:에는|로는|으로는)\s*$")
"""What leads to some of many of a kind."""
THERE_IS = re.compile(r"(?:이|가|도)\s?있(?:다|습니다|음)")
"""What stands around one of many of a kind, of which no other is named."""
SUCH_AS_THESE = re.compile(r"\s*(?:之类|之類|等|のような|などの|같은|[와과]\s같[은이])")
"""What follows one case of many."""
WRITTEN_AS = any_case(
    r"\b(?:denoted|written|noted|notated) (?:as|by)\s*$",
    r"\b(?:notée?s?|denotad[oa]s? por|bezeichnet mit|обозначается(?: как)?)\s*$",
    r"(?:记作|記作|记为|記為|表示为|表示為)\s*$",
)
"""What leads to the way in which a thing is written."""
LABEL_END = re.compile(r"[:：]\s*$")
"""Where a label ends."""
DEFINES = re.compile(r"(?P<name>\S(?:[^\s、，,。.]| (?=\S)){0,39}?)(?:とは[、，,]?|이?란[,，]?\s)")
"""The beginning of a sentence in Japanese or Korean that says what something is (`Xとは`, `X란`)."""
