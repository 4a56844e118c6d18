"""Which language a text is in that is not written in Korean, Japanese or Chinese.

Its script says so, or its letters do, or the little words that every sentence needs.
"""

from __future__ import annotations

import re
from collections import Counter

MIN_WORDS = 4
"""Little words of a language that a text must hold to be in it."""
MIN_DIFFERENT = 3
"""Different ones among them of more than a letter: `a`, `e` and `o` are names of quantities too."""
MIN_SHARE = 0.1
"""Their share of all words."""
MARGIN = 1.5
"""How much oftener they must stand there than those of English, in which most terms are."""

_SCRIPTS = (
    ("uk", re.compile(r"[Ѐ-ӿ]*[іїєґІЇЄҐ][Ѐ-ӿ]*")),
    ("ru", re.compile(r"[Ѐ-ӿ]+")),
    ("el", re.compile(r"[Ͱ-Ͽ]{2,}")),
    ("he", re.compile(r"[֐-׿]+")),
    ("fa", re.compile(r"[؀-ۿ]*[پچژگ][؀-ۿ]*")),
    ("ar", re.compile(r"[؀-ۿ]+")),
    ("hi", re.compile(r"[ऀ-ॿ]+")),
    ("th", re.compile(r"[฀-๿]+")),
    ("ka", re.compile(r"[Ⴀ-ჿ]+")),
    ("hy", re.compile(r"[԰-֏]+")),
)
"""The first that fits counts: letters that only one language has stand before the script."""
_MIN_OWN = 0.05
"""The share of the words of a script that bear letters of one of its languages alone."""
_VIETNAMESE = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
_WORD = re.compile(r"[^\W\d_]+")
_LITTLE = {
    "en": "the of and to is in that it for are with as on this be by an or from can which not have has",
    "es": "el la los las de que y en un una es por con para se del al no lo como más está son este su o",
    "pt": "o a os as de que e em um uma é por com para se do da dos das no na não mais como são ao pelo",
    "fr": "le la les de des et est un une dans que qui pour pas sur au du ce se avec par plus sont ou en il",
    "de": "der die das und ist ein eine zu den von mit für auf nicht im dem des als auch sich wird werden es oder",
    "it": "il lo la gli di che e è un una per con non del della dei si nel da in come più sono alla o al",
    "nl": "de het een en van is dat in op te voor met zijn niet aan er om ook als bij wordt of uit die deze",
    "pl": "i w na z że się do jest nie to jak o po dla przez od są lub oraz tak który która tego być",
    "tr": "ve bir bu için ile de da olarak olan gibi daha çok ise veya değil ne kadar sonra her en",
    "id": "yang dan di dari untuk dengan ini itu pada adalah dalam tidak atau ke sebuah akan dapat juga oleh",
    "sv": "och att det som en är på för med av den till inte om ett har de kan eller från",
    "uz": "va bu bilan uchun bir ham yoki esa kerak har eng lgan shu qanday keyin agar mumkin ular",
    "cs": "se na je že jako pro jsou který která není nebo ale při tak jeho být však také mezi když",
}
"""The commonest words of each; a word of several counts for each of them."""
_LANGUAGES_OF = {
    word: tuple(language for language, others in _LITTLE.items() if word in others.split())
    for words in _LITTLE.values()
    for word in words.split()
}


def by_script(text: str, total: float) -> str:
    """The language of a script that a share of the words is in (`total` of them in all); nothing where none is."""
    for i, (language, pattern) in enumerate(_SCRIPTS):
        found = len(pattern.findall(text))
        shared = i + 1 < len(_SCRIPTS) and language in ("uk", "fa")
        wide = len(_SCRIPTS[i + 1][1].findall(text)) if shared else found
        if wide > 0.3 * (total + wide) and found > _MIN_OWN * wide:
            return language
    return ""


def by_words(text: str) -> str:
    """The language of the little words in a text; English where there are too few, or hardly more than in English."""
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) > MIN_WORDS and sum(bool(_VIETNAMESE.search(word)) for word in words) > 0.2 * len(words):
        return "vi"
    counts: Counter[str] = Counter()
    for word in words:
        counts.update(_LANGUAGES_OF.get(word, ()))
    best, count = max(counts.items(), key=lambda pair: pair[1], default=("en", 0))
    if count < max(MIN_WORDS, MIN_SHARE * len(words)) or count < MARGIN * counts["en"]:
        return "en"
    whole = {word for word in words if len(word) > 1 and best in _LANGUAGES_OF.get(word, ())}
    if len(whole) < MIN_DIFFERENT:
        return "en"
    return best
