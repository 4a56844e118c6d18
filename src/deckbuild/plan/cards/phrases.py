"""Phrases as cards need them: without what only linked them to the line before, cut into sentences, compared by sound."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from msgspec.structs import replace

from ...model import RichText, Run
from ...richtext import between, masked, merge, strip, to_plain
from .vocabulary.patterns import any_case, one_of

_CONNECTIVE = any_case(
    r"^"
    + one_of(
        one_of(
            r"하지만|그러나|그런데|그렇지만|그리고|그래서|따라서|그러므로|또한|또|즉|대신(?:에)?|때문에",
            r"또는|혹은|반면(?:에)?|이때|그러면|그럼|결국",
            r"but|however|and|so|therefore|thus|hence|also|moreover|then|furthermore|in addition",
        )
        + r"(?:\s*,\s*|\s+)",
        r"(?:しかし|そして|また|だから|したがって|つまり|但是|可是|然而|而且|并且|所以|因此|另外)[,，、]?\s*",
    ),
)
_LIST_MARK = re.compile(
    r"^(?:[-*•·▪‣◦]\s+|\d{1,2}\.(?=[가-힣ぁ-ヿ一-鿿])|\d{1,2}\.\s+(?=[^\W\d])|\[\d{1,2}\]\s*|\d{1,2}\)\s+|[①-⑳]\s*)(?=\S)"
)
"""What an author counted or marked a line with, where it was read as text."""
_END_MARKS = re.compile(r"[\s?？:：.。]+$")
_SENTENCE = re.compile(
    r"(?<=[.!?。！？])(?<!\b[A-Za-z]\.)(?<!e\.g\.)(?<!i\.e\.)(?<!\betc\.)(?<!\bvs\.)(?<!\d\.)\s+"
    r"(?!(?:[을를은는와과로도]|에서|으로)\s)|(?<=[。！？])|\n+"
)
_WITHOUT_SPACES = re.compile(r"[ᄀ-ᇿ぀-ヿ㐀-鿿가-힣]")
_GAP = re.compile(r"\s+|(?<=[、，])")
_LETTER = re.compile(r"[^\W_]")
_WIDE = re.compile(r"[ᄀ-ᇿぁ-ゖァ-ヺー㐀-鿿가-힣]")
_OPENING = re.compile(r"[(\[（［「『“‘{]")
_CLOSING = re.compile(r"[)\]）］」』”’}]")
_LATIN = re.compile(r"[A-Za-z]{2,}|\d+")
MAX_STEMS = 3
"""Words of an answer that can be read off a text which has them all; more are put together in one way only."""
MIN_SAID = 2
MIN_HAN = 3
_HAN = re.compile(r"[^㐀-鿿]+")
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_KIND_OF = re.compile(r"[A-Za-z][A-Za-z0-9 -]*\s?[가-힣]{2,5}")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_ENDING = re.compile(r"(?<=[a-z]{3})(?:(?<!s)s|es|ed|e|ing|ly|ful)$")
_EMPTY = frozenset({"the", "an", "of", "to", "in", "on", "is", "are", "for", "and", "or", "by", "get", "set"})
_EDGES = " \t\n.,:;!?…·。、：？！，；\"'“”‘’`()（）[]{}<>-–—*_"


def bare(text: RichText) -> RichText:
    """Without a connective at its start (`하지만`, `However,`), which means nothing away from its neighbours."""
    text = unlisted(strip(text))
    first = text.runs[0] if text else None
    if first is None or first.kind != "text":
        return text
    kept = strip(RichText((_with(first, _CONNECTIVE.sub("", first.text, count=1)), *text.runs[1:])))
    return kept or text


def unlisted(text: RichText) -> RichText:
    """Without the number or the mark of a list at its start (`2.전위 순회`, `- 의존성`)."""
    found = _LIST_MARK.match(text.plain) if text and text.runs[0].kind == "text" else None
    return strip(between(text, found.end(), len(text.plain))) if found else text


def unmarked(text: RichText) -> RichText:
    """Without question mark, colon, full stop and white space at its end, the mark of a list at its start, or a bracket
    that nothing opened (`단점)`)."""
    text = unlisted(strip(text))
    last = text.runs[-1] if text else None
    if last is None or last.kind != "text":
        return text
    kept = _END_MARKS.sub("", last.text)
    if kept.endswith(")") and "(" not in text.plain:
        kept = kept.rstrip(") ")
    return text if kept == last.text else strip(RichText((*text.runs[:-1], _with(last, kept))))


def question(text: RichText) -> RichText:
    """A question as written, with its mark directly after the last word."""
    if not text.plain.rstrip().endswith(("?", "？")):
        return bare(text)
    if text.runs[-1].kind != "text":
        return bare(text)
    mark = "？" if text.plain.rstrip().endswith("？") else "?"
    return merge((*unmarked(bare(text)).runs, Run(mark)))


def _with(run: Run, text: str) -> Run:
    return replace(run, text=text)


def sentences(text: RichText) -> Iterator[RichText]:
    """The sentences of a paragraph; code and formulas are never cut."""
    plain = masked(text)
    start = 0
    for gap in _SENTENCE.finditer(plain):
        if piece := strip(between(text, start, gap.start())):
            yield piece
        start = gap.end()
    if piece := strip(between(text, start, len(plain))):
        yield piece


def says(text: str, answer: str) -> bool:
    """Whether a text gives an answer away: as whole words in Latin letters, anywhere in scripts without spaces."""
    sought = _heard(answer).strip(_EDGES)
    if not sought:
        return False
    heard = _heard(text)
    if _WITHOUT_SPACES.search(sought):
        return sought.replace(" ", "") in heard.replace(" ", "")
    at = heard.find(sought)
    while at >= 0:
        if not (_in_word(heard[at - 1 : at]) or _in_word(heard[at + len(sought) : at + len(sought) + 1])):
            return True
        at = heard.find(sought, at + 1)
    return False


def echoes(text: str, answer: str, most: int = MAX_STEMS) -> bool:
    """Whether a text gives an answer away, be it in another form: each word of it, without an ending or the case of a
    program's name, is there (`weights` in `the weight`, `getPixelEnergy` in `the pixel's energy`). One of more than `most` words is not."""
    if says(text, answer):
        return True
    if answer.count(" ") > 2 * most or _WITHOUT_SPACES.search(answer):
        return False
    sought = _stems(answer)
    return 0 < len(sought) <= most and sought <= _stems(text)


def mostly_says(text: str, answer: str) -> bool:
    """Whether a text has more than half of the words of an answer, two at the least, and one of its own: another name for
    the same (`doubly connected list` below `Doubly Linked List`), and no kind of it (`explicit inner join`)."""
    sought, heard = _stems(answer), _stems(text)
    said = len(sought & heard)
    return said >= MIN_SAID and 2 * said > len(sought) and not heard <= sought


def shares(text: str, answer: str) -> bool:
    """Whether a text has a word in Latin letters of an answer."""
    return bool(_stems(answer) & _stems(text))


def has_a_name_of(text: str, answer: str) -> bool:
    """Whether a text has all that a Korean answer of two words has in Latin letters (`Locking 기법` below `Locking`)."""
    sought = _stems(answer)
    return bool(_KIND_OF.fullmatch(answer.strip())) and 0 < len(sought) <= MIN_SAID and sought <= _stems(text)


def nearly_says(text: str, answer: str) -> bool:
    """Whether a name in Chinese characters is an answer but for a sign or two (`优先队列`, `优先级队列`)."""
    sought, heard = (_HAN.sub("", _IN_BRACKETS.sub("", each)) for each in (answer, text))
    if len(heard) < MIN_HAN or not 0 <= len(sought) - len(heard) < MIN_SAID + 1:
        return False
    signs = iter(sought)
    return all(sign in signs for sign in heard)


@lru_cache(maxsize=4096)
def _stems(text: str) -> frozenset[str]:
    """The words of a text in Latin letters, each cut to its stem; those of names such as `getPixelEnergy` apart."""
    words = _LATIN.findall(_HUMP.sub(" ", text))
    return frozenset(_ENDING.sub("", word.casefold()) for word in words) - _EMPTY


def _in_word(char: str) -> bool:
    return char.isascii() and char.isalnum()


@lru_cache(maxsize=4096)
def _heard(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def balanced(text: str) -> bool:
    """Whether as many brackets open as close."""
    return len(_OPENING.findall(text)) == len(_CLOSING.findall(text))


def weight(text: str) -> int:
    """How much there is to read: letters and digits, those of Korean, Japanese and Chinese twice."""
    letters = len(_LETTER.findall(text))
    return letters if text.isascii() else letters + len(_WIDE.findall(text))


def wide(text: str) -> bool:
    """Whether a line has letters of Korean, Japanese or Chinese, each of which takes the room of two."""
    return bool(_WIDE.search(text))


def short(text: RichText, limit: int) -> bool:
    """Whether a text is one line of at most `limit` weight (see `weight`)."""
    return "\n" not in text.plain.strip() and 0 < weight(text.plain) <= limit


def opening(text: RichText, limit: int) -> RichText:
    """The first words of a text, at most of a weight, with `…` for the rest."""
    plain = masked(text)
    if weight(plain) <= limit:
        return text
    end = start = heavy = 0
    for gap in _GAP.finditer(plain):
        heavy += weight(plain[start : gap.start()])
        if heavy > limit:
            break
        start = gap.start()
        end = start if heavy else 0
    return RichText((*strip(between(text, 0, end)).runs, Run("…"))) if end else RichText()


def name(text: RichText) -> str:
    """A text as a name: one plain line."""
    return to_plain(text)
