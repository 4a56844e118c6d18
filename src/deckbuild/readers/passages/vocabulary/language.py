"""Which language a note is written in."""

from __future__ import annotations

import re

from .languages import by_script, by_words

_HANGUL = re.compile(r"[가-힣]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺ]")
_HAN = re.compile(r"[一-鿿]")
_KOREAN_WORD = re.compile(r"[가-힣]+")
_LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
_FENCE = re.compile(r"^[ \t]*(?:```|~~~)")
_ASIDE = re.compile(r"`[^`\n]*`|https?://\S+|\]\([^()\n]*\)|<[^<>\n]*>|\$[^$\n]*\$")
"""Code, addresses, tags and formulas: the same in every language."""
_JAPANESE_ONLY = re.compile(r"[経図込働円駅圧発気検験応対変単実伝価広売続両歩毎戻辺薬類総剤]")
_CHINESE_ONLY = re.compile(r"[的这這们們吗嗎么麼]")

MIN_SHARE = 0.3
"""The words of an East Asian language, by their share: notes in one are full of Latin terms, and not the reverse."""
LETTERS_A_WORD = 2


def language(text: str) -> str:
    """The language by its share of the words. Front matter, where it names one, is to win over this."""
    words = _ASIDE.sub(" ", "\n".join(_outside_fences(text)))
    korean, latin = len(_KOREAN_WORD.findall(words)), len(_LATIN_WORD.findall(words))
    kana, han = len(_KANA.findall(words)), len(_HAN.findall(words))
    ideographic = (kana + han) / LETTERS_A_WORD
    total = korean + latin + ideographic or 1
    if max(korean, ideographic) / total < MIN_SHARE:
        return by_script(words, total) or by_words(words)
    if korean >= ideographic:
        return "ko"
    return "ja" if _is_japanese(words, kana, han) else "zh"


def _outside_fences(text: str) -> list[str]:
    out: list[str] = []
    fenced = False
    for line in text.split("\n"):
        if _FENCE.match(line):
            fenced = not fenced
        elif not fenced:
            out.append(line)
    return out if any(line.strip() for line in out) else text.split("\n")


def _is_japanese(words: str, kana: int, han: int) -> bool:
    """By its kana; where there are next to none, by characters that only one of the two languages writes."""
    if kana > 0.1 * (kana + han):
        return True
    return bool(kana or _JAPANESE_ONLY.search(words)) and not _CHINESE_ONLY.search(words)


def is_cjk(text: str) -> bool:
    """Whether there is any Korean, Japanese or Chinese in a text."""
    return bool(_HANGUL.search(text) or _KANA.search(text) or _HAN.search(text))
