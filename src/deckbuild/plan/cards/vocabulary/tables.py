"""What heads and cells of a table are called that say nothing to learn."""

from __future__ import annotations

import re

from .patterns import any_case, one_of, whole

LEADS = any_case(
    whole(
        r"references?(?:\(s\))?|links?|sources?|url|licen[cs]e|comments?|notes?|remarks?|comentários?",
        r"비고|메모",
        r"备注|備考",
        r"참고|출처|링크",
        r"參考|来源|來源|引用|出典|参考",
    ),
)
"""The head of a column that leads elsewhere, or of remarks."""
RECORDED = any_case(
    r"\W*"
    + one_of(
        r"id|[a-z]+_(?:id|no)|pk",
        r"사번|학번|회원\s?(?:번호|아이디)|주문\s?번호",
        r"(?:user\s?)?passwords?",
        r"비밀번호|주민등록번호",
        r"e-?mails?",
        r"전화번호",
    )
    + r"\W*",
)
"""The head of a column that numbers records: the rows are somebody's data, made up to show a query."""
SQL_TYPE = any_case(
    one_of(
        r"text|varchar|n?char|(?:big|small|tiny)?int|integer|real|float|double|decimal|numeric|bool(?:ean)?",
        r"date|datetime|timestamp|uuid|jsonb?|blob|(?:big)?serial",
    )
    + r"(?:\(\d+(?:,\s?\d+)?\))?(?:\s(?:not null|null|primary key|unique|unsigned))*",
)
"""The type of a column in SQL: such a table describes somebody's database, which is looked up."""
YES = any_case(
    one_of(
        r"yes|true|o|예|네|맞다|참|가능(?:함|하다)?|있(?:음|다)|はい|できる|可能|是|有|可|支持", r"[○◯⭕✓✔☑✅]\ufe0f?"
    )
    + r"[.。]?",
)
"""A cell that says that it is so, and no more."""
NO = any_case(
    one_of(
        r"no|false|x|아니(?:오|요|다)?|거짓|불가(?:능(?:함|하다)?)?|없(?:음|다)|いいえ|できない|不可能?|否|不是|无|無|不支持",
        r"[×✕✖✗✘❌]\ufe0f?",
    )
    + r"[.。]?",
)
"""A cell that says that it is not so, and no more."""
SAYS_YES = any_case(rf"(?:{YES.pattern})$", r"(?:yes|true)(?=[\s,.;:(（，])")
"""What begins with that, be there a condition behind it (`Yes, if fresh`)."""
SAYS_NO = any_case(rf"(?:{NO.pattern})$", r"(?:no|false)(?=[\s,.;:(（，])")
NO_NOUN = any_case(
    r"^\W*"
    + one_of(
        r"must|should|may|can|cannot|does|do|is|are|has|have|owns?|uses?|needs?|supports?|before|after|when",
        r"why|how|what|where|who|which|in|on|at|for|from|with|without|by|to|if|not|used|allowed|required",
    )
    + r"\b",
    r"\?\s*$",
)
"""The head of a column that is no noun in English: nothing is the `must not duplicate` of something."""
ASKS_WITHOUT_ORDER = re.compile(
    r"(?P<word>(?i:what|how|when|where|why)) (?P<who>it|this|they) (?P<verb>[a-z]+)(?P<rest>(?: [\w'’-]+)*)\??"
)
"""The head of a column that asks in English as a clause does, and not as a question (`What it does`)."""
AUXILIARY = frozenset(["is", "are", "was", "were", "can", "could", "may", "might", "must", "should", "will", "would"])
STEMS = {"does": "do", "has": "have", "goes": "go", "caches": "cache"}
ENDS_IN_ES = re.compile(r"(?:ss|sh|ch|x|zz)es$")
"""Verbs whose third person is longer by two letters."""
