"""The words and signs by which people mark what a passage is, in Korean, English, Japanese and Chinese."""

from __future__ import annotations

import re

ARROW = r"(?:={1,4}>|-{1,4}>|→|⇒|➡️?|⟶|▶︎?)"
LEADING_ARROW = re.compile(rf"^\s*{ARROW}\s*")
INNER_ARROW = re.compile(rf"\s*(?<![-=<]){ARROW}(?![-=>])\s*")
EQUALS = re.compile(r"\s+=\s+")
LABEL = re.compile(r"\s*(?::(?:\s+|$)|：\s*)")
DASH = re.compile(r"\s+[-–—]\s+")

SENTENCE_END = re.compile(r"[.!?。！？…](?:[)\]\"'”’」』]*)$")
QUESTION_END = re.compile(r"[?？]\s*$")
UNFINISHED = re.compile(r"(?:[,，、]|고|며|면|땐|지만)$")
"""A line of a prose fence that ends so goes on in the next one (-했다면 ends in -면)."""

DEFINING_END = re.compile(r"(?:것|방식|플랫폼|이다|말한다|뜻한다|의미한다|のこと|である|を指す)[.。]?$")
DEFINING_START = re.compile(
    r"^(?:\s*[(（][^()（）]*[)）])?\s*(?:이란|란|은|는|\s+(?:is|are|refers to|means)\s|とは|是指|是)", re.IGNORECASE
)

ASKS_DEFINITION = re.compile(
    r"^(?:what\s+(?:is|are)\s+(?:an?\s+|the\s+)?)(?P<en>.+?)\s*\?*$"
    r"|^(?P<ko>.+?)\s*(?:이?란(?:\s*무엇인가(?:요)?)?|(?:은|는)\s*무엇인가(?:요)?)\s*\?*$"
    r"|^(?P<ja>.+?)とは(?:何か)?[?？]*$"
    r"|^什么是(?P<zh>.+?)[?？]*$",
    re.IGNORECASE,
)
ASKS = {
    "reason": re.compile(r"이유|왜\s|\bwhy\b|理由|なぜ|为什么|原因", re.IGNORECASE),
    "method": re.compile(r"방법|\bhow\b|方法|やり方|如何|怎么", re.IGNORECASE),
    "difference": re.compile(r"차이|\bvs\b\.?|\bdifferences?\b|違い|区别", re.IGNORECASE),
}
ACTION = re.compile(
    r"설치|방법|과정|순서|절차|실습|\binstall|\bhow to\b|\bsteps?\b|\bsetup\b|\bset up\b|手順|インストール|方法|步骤|安装",
    re.IGNORECASE,
)
REFERENCES = re.compile(
    r"^\W*(?:참고(?:\s*(?:자료|문헌|링크|사이트))?|출처|레퍼런스|references?|links?|sources?|see also|further reading|"
    r"参考(?:文献|資料|资料|リンク|链接)?|出典|参照)\W*$",
    re.IGNORECASE,
)
EXAMPLES = re.compile(
    r"^\W*(?:예|예시|예제|사용\s*예|examples?|e\.g\.|for example|例|例子|示例|具体例)\W*$", re.IGNORECASE
)
PROS = re.compile(r"^\W*(?:장점|이점|pros|advantages?|benefits?|メリット|長所|优点|优势)\W*$", re.IGNORECASE)
CONS = re.compile(r"^\W*(?:단점|한계|cons|disadvantages?|drawbacks?|デメリット|短所|缺点|劣势)\W*$", re.IGNORECASE)

TODO = re.compile(
    r"^\W*(?:TODO\b|FIXME\b|할\s?일\b)|(?:검색|찾아|조사|공부|정리|확인|추가)\s?해\s?(?:보기|볼\s?것|봐야|야\s?함)|찾아\s?보기|"
    r"추후\s?(?:정리|작성|추가)|later\W*$|要確認|待补充",
    re.IGNORECASE,
)
GENERIC_ALT = re.compile(
    r"^(?:image|img|picture|pic|photo|figure|screenshot|untitled|alt(?: text)?|이미지|그림|사진|스크린샷|画像|图片|图像)?"
    r"[\s_-]*[\d.-]*(?:\.\w{3,4})?$",
    re.IGNORECASE,
)

SHELL = frozenset(
    {"sh", "shell", "bash", "zsh", "fish", "console", "terminal", "linux", "shell-session", "shellscript"}
)
DIAGRAMS = frozenset({"mermaid", "stack", "anatomy"})
OUTPUT = frozenset({"output", "log", "logs"})

_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HAN = re.compile(r"[一-鿿]")
_LATIN = re.compile(r"[A-Za-z]")


def language(text: str) -> str:
    """The language a note is written in: notes in East Asian languages are full of Latin terms, so these count less."""
    hangul, kana, han, latin = (len(p.findall(text)) for p in (_HANGUL, _KANA, _HAN, _LATIN))
    letters = hangul + kana + han + latin or 1
    if hangul / letters > 0.08 and hangul >= kana:
        return "ko"
    if kana / letters > 0.05:
        return "ja"
    return "zh" if han / letters > 0.08 else "en"


def is_cjk(text: str) -> bool:
    """Whether there is any Korean, Japanese or Chinese in a text."""
    return bool(_HANGUL.search(text) or _KANA.search(text) or _HAN.search(text))
