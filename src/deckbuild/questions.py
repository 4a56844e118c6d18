"""What a note asks outright, and answers: for cards and slides alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from .model import (
    NOWHERE,
    Block,
    Callout,
    Command,
    Concept,
    Conclusion,
    Definition,
    Place,
    Question,
    RichText,
    Term,
)
from .richtext import between, strip, to_plain

ASKING_CALLOUTS = frozenset({"question", "faq", "help"})
"""The callouts that ask: `> [!question] title`, as Obsidian names them."""
QUESTION = "질문|문제|問題|問い?|问题?|题目?"
ASK = f"Q|Question|QUESTION|{QUESTION}"
"""The words before a question, alone or with a number."""
MARKS = re.compile(
    r"\s*[(（\[［]\s*(?:각\s?|each\s)?\d{1,3}(?:[.,]\d)?\s?(?:점|点|點|分|points?|pts?\.?|marks?)(?:\s(?:each|씩))?\s*[)）\]］]"
    r"(?=(?:\*\*|__)?\s*$)",
    re.IGNORECASE,
)
"""What an answer is worth, behind the question: `(5점)`, `[2 marks]`."""
_ASKS = re.compile(r"[?？][\s\])）」』\"'”’]*$")
_DISCOURSE = re.compile(
    r"^\W*(?:다시\s?)?(?:정리해?\s?보면|정리하면|그렇다면|그럼|그래서|예를 들면|결론은?|다시 말해서?|so|then|for example|in short|つまり|所以|那么)\W*$",
    re.IGNORECASE,
)
"""What goes on with a text, and asks nothing."""
_DEMANDS = re.compile(
    r"^(?:please )?(?:explain|describe|define|state|list|name|compare|"
    r"contrast|discuss|prove|show|derive|outline|sketch|summari[sz]e|"
    r"calculate|compute|find|give|identify|distinguish|tell|what|why|"
    r"how|when|where|which|who)\s+\S|[(（]\s*[)）]|_{3,}|[(（]\s*[OX○×]\s*[/,]\s*[OX○×]\s*[)）]\s*$|"
    r"^true or false|(?:시오|[하여]라|[해써]라|세요|십시오)[.!]?\s*$|"
    r"(?:せよ|なさい|述べよ|書け|求めよ|答えよ|ください|下さい)[。．.]?\s*$|"
    r"^(?:请|請|试|試|简述|簡述|说明|說明|解释|解釋|列举|列舉|描述|"
    r"比较|比較|证明|證明|写出|寫出|计算|計算|什么|为什么|如何|怎样|"
    r"哪)",
    re.IGNORECASE,
)
"""What an examiner says without a question mark."""
INDIRECT = re.compile(
    r"(?:[는은인던한운큰른린쁜]가|(?<!니)까|나요|[는은]지|(?<![静ずらな])か|吗|呢|么|什么|誰|谁|多少|几)\s*[.。．]\s*$"
)
"""A question that ends as a statement does: `…인가.`, `…何か。`, `…吗。`."""
SIGNS = (
    "abcdefgh",
    "123456789",
    "가나다라마바사아",
    "ㄱㄴㄷㄹㅁㅂㅅㅇ",
    "アイウエオカキク",
    "甲乙丙丁戊",
    "ⓐⓑⓒⓓⓔⓕ",
    "㉠㉡㉢㉣㉤㉥",
)
"""What choices are told apart by, in order; a digit in a circle counts as that digit, a wide letter as the narrow one."""
_NATIVE = "가나다라마바사아ㄱ-ㅇアイウエオカキク甲乙丙丁戊"
_CLOSED = f"[a-hA-H1-9ａ-ｈＡ-Ｈ１-９{_NATIVE}]"
_CIRCLED = "[①-⑨ⓐ-ⓕ㉠-㉥]"
SIGN = f"(?:{_CLOSED}|{_CIRCLED})"
"""What a choice is told apart by, without brackets."""
BEFORE = rf"(?:[(（]?{_CLOSED}[).）．、]|{_CIRCLED}|{_CLOSED}(?=\u3000))"
"""The sign before a choice: `a)`, `(가)`, `ㄱ.`, `②`, and any sign with a wide space behind it."""
APART = rf"[{_NATIVE}](?=\s)"
"""A sign that is no word of its own where a space follows it, wide or, as texts are read, narrow."""
OPTION = re.compile(rf"\s*(?P<before>{BEFORE})\s*\S")
"""One of the answers that a question offers."""
_SPACED = re.compile(rf"\s*(?P<before>{_CLOSED})\s+\S")
"""One whose sign had a wide space behind it, of which texts keep a narrow one: it is one where its neighbours count on."""
_BOX = re.compile(r"\s*–\s+\S")
"""One that was offered with a box to tick."""
_ONLY_SIGN = re.compile(rf"\s*[(（]?(?P<sign>{SIGN})(?:[).）．、]|번)?[.。]?\s*")


class Asked(Struct, frozen=True):
    """A question of the author's own with the author's answer: a text, what stands below it, or both."""

    question: RichText
    answer: RichText = RichText()
    body: tuple[Block, ...] = ()
    place: Place = NOWHERE
    number: str = ""
    """What the author calls it (`Q3`), or its number in a list."""


def asks(text: RichText) -> bool:
    """Whether a text is a question as it stands."""
    return bool(_ASKS.search(MARKS.sub("", text.plain)))


def demands(text: RichText) -> bool:
    """Whether a text that is known to be answered asks for it, with a question mark or as an order."""
    return asks(text) or bool(_DEMANDS.search(MARKS.sub("", to_plain(text))))


def offered(question: RichText) -> tuple[RichText, tuple[RichText, ...]]:
    """A question without the answers that it offers to choose from, and these, a line each; none where it offers none."""
    ends = [i for i, sign in enumerate(question.plain) if sign == "\n"]
    lines = [strip(between(question, i + 1, j)) for i, j in pairwise([-1, *ends, len(question.plain)])]
    below = [each.plain for each in lines[1:]]
    told = all(OPTION.match(each) or _BOX.match(each) for each in below) or count_on(
        [_any_sign(each) for each in below]
    )
    return (lines[0], tuple(lines[1:])) if ends and told else (question, ())


def chosen(answer: RichText, choices: Sequence[RichText]) -> RichText:
    """An answer in full, where it names but the sign of one of the choices."""
    only = _ONLY_SIGN.fullmatch(answer.plain)
    named = [each for each in choices if only and place_of(_any_sign(each.plain)) == place_of(only["sign"])]
    return named[0] if len(named) == 1 else answer


def sign_of(choice: str) -> str:
    """The sign that a choice begins with, without its brackets; nothing where it has none."""
    found = OPTION.match(choice)
    return found["before"].strip("()（）.．、") if found else ""


def _any_sign(choice: str) -> str:
    """The same of a text that is known for a choice: its sign may have nothing but a space behind it."""
    found = _SPACED.match(choice)
    return sign_of(choice) or (found["before"] if found else "")


def count_on(signs: Sequence[str]) -> bool:
    """Whether signs are several that follow each other in their order."""
    places = [place_of(sign) for sign in signs]
    return len(places) > 1 and all(a and b and a[0] == b[0] and b[1] == a[1] + 1 for a, b in pairwise(places))


def place_of(sign: str) -> tuple[str, int] | None:
    """The series that a sign belongs to and its place there from 0: `②`, `２` and `2` are the same."""
    narrow = sign in "①②③④⑤⑥⑦⑧⑨" or "！" <= sign <= "～"
    plain = unicodedata.normalize("NFKC", sign).casefold() if narrow else sign.casefold()
    return next(((series, series.index(plain)) for series in SIGNS if plain and plain in series), None)


def goes_on(text: RichText) -> bool:
    """Whether a text asks nothing, but leads on to the next (`그래서?`, `In short`)."""
    return bool(_DISCOURSE.match(to_plain(text)))


def asked(block: Block | None) -> Asked | None:
    """The question that a block asks, if it is one: `Q:` and `A:`, or a callout that asks."""
    match block:
        case Question(question=question, answer=answer, body=body, number=number):
            found = Asked(question, answer, body, block.place, number)
        case Callout(kind=kind, title=title, body=body) if title and (kind in ASKING_CALLOUTS or asks(title)):
            found = Asked(title, body=body, place=block.place)
        case _:
            return None
    return None if goes_on(found.question) else found


def heading_asks(concept: Concept) -> bool:
    """Whether what stands below a heading that asks is its answer, and not one of the kinds that ask for themselves."""
    own = (Definition, Term, Question, Conclusion, Command)
    return bool(concept.asks) and not goes_on(concept.title) and not any(isinstance(each, own) for each in concept.body)
