"""What is emphasised and yet names nothing: it is stressed in speaking, right in one case, or says what something does."""

from __future__ import annotations

import re

from .patterns import any_case, any_of, one_of, whole

NOT_A_TERM = any_case(
    whole(
        r"\w|true|false|null|nil|none|undefined|void|yes|no|ok|todo",
        one_of(
            r"Q|A|No|Step|Case|Chapter|Figure|Fig|Table|Example",
            r"그림|표|예제|질문|단계|방법|방식|유형|종류|경우|조건|문제점?|속성|케이스|상황|사례|버전",
        )
        + r"[\s.]*(?:중\s)?\d+번?",
        r"#\d+.*|\d+|\d+\s?(?:px|em|pt)|[0-9a-f]{7,40}|v?\d+(?:\.\d+)+",
    ),
)
"""A single letter, the number of a ticket, a commit, a version: nothing that is worth knowing by heart."""
MADE_UP = any_of(
    r"x{2,}[.:_-]|[.:_-]x{2,}|\b(?:your|my)[_-]|\bYOUR_|#[\w-]+/",
    r"[\w.-]+\.(?:md|markdown|zip|gz|pdf|docx?|pptx?|xlsx?)$",
    r"^(?:Process|Thread|Client|Node|Server|User|Task|Job|프로세스|스레드|쓰레드|노드|서버|사용자|작업|트랜잭션)\s?[A-Z]$",
    r"<\w+>$",
    r"^/(?!(?:etc|var|usr|proc|dev|bin|sbin|home|opt|tmp|root|lib|mnt|sys|boot)\b)[\w-]*$",
    r"^[a-z][\w-]*\.(?:sh|cpp|png|jpe?g|svg|tex)$",
)
"""A form to fill in (`xxx.xxx`, `YOUR_TOKEN`), a tag, a route (`/hello`), a script or a note of the author's own."""
WRITTEN_OUT = any_of(
    r".*\s(?:may|can|is|are|must|should)",
    r".*[a-z][A-Z]\w*\s?[-+*/−].*",
    r".*\w\[\w+\].*|\d+\s?[x×]\s?\d+.*",
    r".*[\U0001F300-\U0001FAFF].*",
    r"[a-z]\w*(?:\[.*?\])?\s?=\s?(?:-?\d+|null|true|false|\w+\(.*\))",
    r"return\b.*",
    r"[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|io|kr|co\.kr)",
    r"\d+\s?\w*\s?[+*/]\s?\d+|\d+\s?\w*\s[-−]\s\d+",
)
"""A line of a program, an address, a sum or a thing drawn that is right in one case; an emphasis drawn into the verb."""
COUNTED = any_case(
    r"\W*(?:(?:two|three|four|five|several|many)\s\w+|(?:두|세|네|여러)\s?가지)\W*",
)
"""How many of a kind there are, where the sentence names none."""
QUOTED = re.compile(r"""[\"“'‘].*[가-힣](?:을|를|이|가|은|는|로)[\"”'’]""")
"""What is quoted is stressed in speaking."""
ADVERBIAL = any_of(
    r"\S+\s(?:.*\s)?\S*[가-힣](?:에서|에게|로부터|에 따라|[을를] (?:통해|위해|이용해|사용해)|에 의해|기 때문)" + r"\W*",
    r"[가-힣]{2,}(?:된|되는|하는|있는|지도)\W*",
)
"""Words that say where or whereby, or what something is like: a sentence could have many such."""
ABOUT = re.compile(r"\W*[가-힣A-Za-z0-9)]+(?:은|는|도)\s\S.*")
"""A subject with what is said of it: `TCP는 연결 지향형 프로토콜`."""
ADDRESS = re.compile(r"\W*(?:https?://|www\.|localhost\b)", re.IGNORECASE)
"""Where something is on the net."""
VAGUE = re.compile(r"(?:특수한|특정한?|일정한|다양한|여러|어떤)\s(?:조건|경우|방법|상황|것|이유)\S{0,2}")
"""Something certain that is not named."""
BESIDE = re.compile(r"\.{1,2}/.*|(?:[\w.-]+/)+(?:[\w.-]+\.\w{1,4})?")
"""Where a file of the project lies."""
NAMED_ANYHOW = any_of(
    whole(
        r"[Ff]oo|[Bb]ar|[Bb]az|qux|quux|answer|result|res|ret|tmp|temp|arr|val|num|cnt|cur|obj",
        r"[a-z](?:[A-Z]|[ijnk]|\d)",
    ),
)
"""A name that the author made up for an example."""
FUNCTION_WORD = any_case(
    r"\W*"
    + one_of(
        r"this|that|these|those|very|not|does|do|do not|does not|can|cannot|may|entire|whole|must|should",
        r"never|always|only|all|both|any|every|each|also|more|most|less|same|first|last|other",
        r"주의|참고|중요|필수",
        r"必要|必须|重要",
        r"(?:장|단)점(?:도|들)?",
        r"장단점|특징|특성|이유|차이점?|문제점|방법|목적|종류",
        r"优点|缺点|特点|長所|短所|特徴",
        r"pros|cons|(?:dis)?advantages?",
        r"주로|항상|매우|반드시|절대로?|모든|모두|자주|가장|오직|다시|바로|직접|꼭|아주|더|덜|같은|다른",
        r"하나|먼저|나중에",
        r"即|不|不能|不是|是|能|可以|不可以|都|必须|总是|只|再次|必ず|常に|すべて|全て",
    )
    + r"\W*",
)
"""What is stressed in speaking, and names nothing."""
PREDICATE = re.compile(r"(?:있|없|아니|않|된|한|하|되)[가-힣]?(?:다|면|고|며|음)\W*")
"""A verb in Korean."""
CLAUSE = any_of(
    r"\S+\s.*(?:[가-힣](?:다|지만|면서|[않있없]음|안\s?함)|[,，]|[가-힣]\s때(?:에|는)?)\W*",
    r"\S*[이가을를]\s.*[가-힣](?:는|된|한|할)",
)
"""Words with a verb of their own: what is said of a thing can be said in many ways."""
SAID_IN_JAPANESE = re.compile(r".+[はがをに].*(?:ある|いる|する|なる|れる|せる|です|ます|だ|ない)。?")
"""A clause in Japanese."""
PHRASE = any_of(
    r".*(?:[가-힣A-Za-z)](?:을|를|에서|에게|까지|부터|보다|처럼|하게|으로)|[가-힣](?:은|는|던|될))\s\S.*",
    r".*"
    + one_of(
        r"[가-힣A-Za-z)]\s(?:로|을|를|에서)",
        r"[가-힣](?:이면|라면|한\s?뒤|은\s?뒤|한\s?후|마다|[아어여]져|들게)",
    )
    + r"\W*",
)
"""Words that a particle or an ending joins (`쿼리 캐시를 지원`, `RED 로`): part of a sentence, and no name."""
NUMBERED = any_of(
    r"\d+(?:st|nd|rd|th)|[A-Za-z]+\s?\d",
    r"\d+\s?(?:[KMG]B|bytes?|바이트)",
    r"(?:Settings|설정)\s*-*>.*",
    r".*(?:\bIcon|\bButton|\bArea|버튼|按钮|图标|按鈕)",
)
"""One of several of a kind (`Question6`), the size of one thing, or what a program shows to press."""
TRAIT_LAST = re.compile(r"\S+\s\S+\s.*(?:차이점?|특징|장점|단점|문제점?|이유)\W*")
"""Three words and more that end in what they are: nobody would put them so."""
