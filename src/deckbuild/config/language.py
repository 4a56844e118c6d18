"""The language of a note, as people write it: `ko`, `KO-kr`, `Korean`, `한국어` are one."""

from __future__ import annotations

import re

from ..wording import LANGUAGES

_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
ISO_639_1 = frozenset(_CODES.split())
NAMES = {
    "ko": "korean kor 한국어 한국말 조선말 국어 korea 韓国語 朝鮮語 韩语 韩文 朝鲜语",
    "en": "english eng 영어 英語 英语 英文",
    "ja": "japanese jpn 일본어 日本語 日语 日文 日本语 japan",
    "zh": "chinese zho chi cmn 중국어 中文 汉语 漢語 中国語 中國語 普通话 國語 简体中文 繁體中文 mandarin china",
    "de": "german deu ger deutsch 독일어",
    "es": "spanish spa español castellano 스페인어",
    "fr": "french fra fre français francais 프랑스어",
    "it": "italian ita italiano",
    "pt": "portuguese por português",
    "ru": "russian rus русский 러시아어",
    "vi": "vietnamese vie tiếng_việt",
}
"""What else people write, in lower case."""
_COUNTRIES = {"kr": "ko", "jp": "ja", "cn": "zh", "tw": "zh"}
"""Codes of countries where those of languages belong; as languages they are Kanuri and Twi, or none."""
_MEANT = _COUNTRIES | {name.replace("_", " "): code for code, names in NAMES.items() for name in names.split()}


def language_code(written: str) -> str:
    """The ISO 639-1 code that is meant, no text where none is. Region, script and encoding (`ko_KR.UTF-8`) fall away."""
    whole = " ".join(written.lower().split())
    if whole in _MEANT:
        return _MEANT[whole]
    main = re.split(r"[-_.@ (/]", whole, maxsplit=1)[0]
    return _MEANT.get(main) or (main if main in ISO_639_1 else "")


def has_words(code: str) -> bool:
    """Whether what deckbuild itself writes (`Contents`, `What is …?`) is there in this language."""
    return code in LANGUAGES


def worded() -> str:
    """The languages that have words: `ko, en, ja, zh`."""
    return ", ".join(LANGUAGES)
