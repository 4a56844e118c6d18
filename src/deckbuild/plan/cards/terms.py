"""What may be a blank: an emphasised term that the rest of its sentence leaves open, and that is worth knowing by heart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...identity import folded
from ...model import RichText, Run
from ...particles import without_particle
from ...richtext import is_address
from .hints import initials, joined, spells
from .nameless import names_nothing
from .phrases import echoes, has_a_name_of, mostly_says, name, nearly_says, shares, weight
from .spots import Context

MAX_BLANK = 48
MAX_WORDS = 5
MIN_REST = 10
"""Weight of what must be left to read beside a blank."""
MIN_SHARE = 0.3
"""The share of the sentence that must be left to read."""
_ACTOR = re.compile(
    r"^\W*(?:(?:the\s+)?(?:users?|clients?|servers?|services?|developers?|customers?|system)|用户|客户端|服务器?|服務器?|系统|系統|使用者|ユーザー?|사용자|유저|클라이언트|서버|서비스|개발자|고객|시스템)\W*$",
    re.IGNORECASE,
)
"""Who acts in a sentence: where it opens with one, any other would fit as well."""
_ORDERS = re.compile(r"\s+(?:until|till|while|the|an?|all|each|every|it|them|пока|до)\s", re.IGNORECASE)
"""What follows a verb that tells a reader what to do (`{Repeat} until …`)."""
_OF_DATA = re.compile(r"\s?(?:릴레이션|테이블|컬럼|속성)")
"""What follows the name that an author gave to data."""
_ALSO = re.compile(r"\b(?:also|commonly|sometimes) (?:known as|called|referred to as)\b", re.IGNORECASE)
_SAID_ONCE = re.compile(
    r"(?=.*[가-힣](?:는|한|된|운|던|할|의|인|를|을|이|가)\s\S*[가-힣]).*(?:상황|환경|관점|형태|것|부분|과정|센스|목적|언어|데이터|제품|기업|효율성?|클래스|방법|단위|작업|자료|정보|공간|범위|문제|내용|의미|여부|"
    r"필요성?|가능성?|주기|위)\W*"
)
"""Words that end in what is true of many a thing (`충돌이 자주 발생하는 환경`): a term where the note says it again."""
_CALLED = re.compile(r"\s*[(（]|[\"'”’]?\s?(?:이?라[고는]|이란|로 불|으로 불)")
"""What goes on after the name of a thing."""
_HANGUL = re.compile(r"[가-힣]+")
MAX_HEARD = 4
"""Words of an answer of which the last one says most."""
_ARTICLE = re.compile(r"\s*(?:the|an?)?\s*", re.IGNORECASE)
MAX_EMPHASISED = 3
"""How often a term may be emphasised and still be what one sentence is about; more often it is but a word of the note."""
_FIELD = re.compile(
    r".*(?:;|\{\s*\}|[∈∀∃].*)|_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+_*(?:\(\))?|[\[{].*|.*\w\s?[=(]\s?['\"].*|(['\"])[A-Za-z0-9 ]+\1"
)
"""A field or a function of somebody's program (`user_id`), or a value written out: any other would do."""
_SIGN = re.compile(r"[A-Za-z]{1,3}")
"""A point, a vertex, a length: what a text calls it is up to its author, where others beside it are called so."""
MAX_SIGNS = 3
"""Signs of three letters that may be operations (`AND`, `OR`, `XOR`); of more, each is a point of one drawing."""
_IN_HUMPS = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]*)+")
"""A name that an author made (`leftDiagonal`); what a library calls a function has its brackets or its class."""
_DIGITS = re.compile(r"\d+")
_SHORT = re.compile(r"[A-Z]{2,6}")
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣ぁ-ヿ一-鿿]")
_GLOSS = re.compile(
    r"\s*[(（]\s*(?:이하|즉|=|a\.?k\.?a)|\s*(?:또는|혹은|or|或者?|または|あるいは)(?=\s*\w)|(?:하|되|인|적)[가-힣]|(?:한|할|해|했|된|될|돼|됐|시키|시킨|시킬|시켜)(?=[가-힣\s])|\s?의\s(?:약자|약어|줄임말)"
)
"""What says the blank once more, or shortened, or goes on within its word (`{추가}한다`)."""
_SUCH_AS = re.compile(
    r"(?:such as|\blike|e\.g\.?,?|for example,?|诸如|例如|比如|例えば|including|incl\.|예를 들어,?|예를 들면,?)\s*[(（\"'“]?\s*(?:[^\s,，、]{1,30}[,，、]\s*){0,4}$",
    re.IGNORECASE,
)
_PRINTS = re.compile(r"(?:출력|콘솔|찍)\S*|\b(?:prints?|printed|outputs?|logs)\b|打印|输出|表示され", re.IGNORECASE)
"""What a program prints is up to its author."""
_LAST_OF_MANY = re.compile(r"(?:…|\.{3}|⋯)\s*[,，、]?\s*$")
"""What goes before the last of a row (`h1(e), …, hk(e)`)."""
_AND_SO_ON = re.compile(
    r"^[^()（）.。]{0,60}\s(?:등|등등|等|など)\s*[)）]|"
    r"^(?:\s*[,，、·/]\s*(?:[^,，、·/.。]|\.(?=\w)){1,40}){0,5}?\s(?:등|etc\b)(?=[이을의과도에으\s.,]|$)"
)
"""What goes before `and so on`: the list is open, and any other name would fit."""
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_SUCH_AS_THESE = re.compile(r"\s*(?:之类|之類|等|のような|などの|같은|와 같은|과 같은)")
"""What follows one case of many."""
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,60})[)）]")
_OPENED = re.compile(r"(\S+)\s*[(（]\s*=?\s*$")
_ASIAN = re.compile(r"[가-힣ぁ-ヺ一-鿿]")
_NAMES = re.compile(r"\s?이?라고(?:도)?\s(?:불리는|부르는|하는)\s([A-Za-z]{2,})")
_LABEL_END = re.compile(r"[:：]\s*$")


class Stretch(Struct, frozen=True):
    """Neighbouring runs that are emphasised in one way: `mark`, `bold` or `code`, or not at all (empty)."""

    text: RichText
    emphasis: str = ""


class Gap(Struct, frozen=True):
    """A sentence with one stretch left out: `answer`, and all that is left of it, `before`, `after` and altogether (`others`).

    `next` is the stretch that follows, `signs` are the names of one to three letters that the sentence has in code.
    """

    answer: str
    emphasis: str
    before: str
    after: str
    next: str
    others: tuple[Run, ...]
    signs: frozenset[str]
    context: Context

    @property
    def rest(self) -> str:
        """What can be read beside the blank; the same word elsewhere in the sentence is blank too."""
        return "".join(run.text for run in self.others)


def can_be_blank(gap: Gap) -> bool:
    """Something short that the rest of the sentence leaves open, and that neither it nor the heading says."""
    return not any(refuses(gap) for refuses in (*REFUSALS, *(REFUSALS_OF_CODE if gap.emphasis == "code" else ())))


def gap_at(stretches: Sequence[Stretch], index: int, context: Context) -> Gap:
    """A sentence without its piece at an index."""
    answer = stretches[index].text.plain
    return Gap(
        answer,
        stretches[index].emphasis,
        "".join(each.text.plain for each in stretches[:index]),
        "".join(each.text.plain for each in stretches[index + 1 :]),
        stretches[index + 1].text.plain if index + 1 < len(stretches) else "",
        tuple(run for other in stretches if other.text.plain != answer for run in other.text),
        frozenset(s.text.plain for s in stretches if s.emphasis == "code" and _SIGN.fullmatch(s.text.plain)),
        context,
    )


def _is_too_much(gap: Gap) -> bool:
    return weight(gap.answer) > MAX_BLANK or len(gap.answer.split()) > MAX_WORDS


def _leaves_too_little(gap: Gap) -> bool:
    left = weight(gap.rest)
    only_addresses = all(is_address(run.href) for run in gap.others if run.text.strip())
    return only_addresses or left < max(MIN_REST, MIN_SHARE * (left + weight(gap.answer)))


def _is_no_term(gap: Gap) -> bool:
    return names_nothing(gap.answer)


def _is_said_everywhere(gap: Gap) -> bool:
    return gap.context.survey.emphasised.get(folded(gap.answer), 0) > MAX_EMPHASISED


def _is_said_once(gap: Gap) -> bool:
    once = gap.context.survey.emphasised.get(folded(gap.answer), 0) <= 1
    return once and bool(_SAID_ONCE.fullmatch(gap.answer)) and not _CALLED.match(gap.next)


def is_actor(text: str) -> bool:
    """Whether a text names but one who acts (`서버`, `the client`)."""
    return bool(_ACTOR.match(text))


def _acts(gap: Gap) -> bool:
    """Whether a sentence opens with one who acts, or with what is to be done."""
    opens = bool(_ARTICLE.fullmatch(gap.before))
    return opens and bool(_ACTOR.match(gap.answer) or (" " not in gap.answer and _ORDERS.match(gap.after)))


def _is_label(gap: Gap) -> bool:
    return bool(_LABEL_END.search(gap.answer)) or (
        gap.next.lstrip().startswith((":", "：")) and bool(gap.before.strip())
    )


def _is_said_again(gap: Gap) -> bool:
    """Whether what follows says the blank in other words, or in another script: `{파싱}(parsing)`, `HTTP 요청(={HTTP Request})`."""
    bracketed, opened = _BRACKETED.match(gap.next), _OPENED.search(gap.before)
    return bool(
        _GLOSS.match(gap.next)
        or _is_alias(gap)
        or (bracketed and _is_asian(gap.answer) != _is_asian(bracketed[1]))
        or (gap.next[:1] in (")", "）") and opened and _is_asian(gap.answer) != _is_asian(opened[1]))
    )


def _is_alias(gap: Gap) -> bool:
    """Whether it is but another name of what the section is about (`{자바 가상 머신}이라고 불리는 JVM` below `JVM`)."""
    found = _NAMES.match(gap.after)
    return found is not None and any(echoes(name(title), found[1]) for title in gap.context.titles)


def _is_asian(text: str) -> bool:
    return bool(_ASIAN.search(text))


def _is_heard(gap: Gap) -> bool:
    """Whether the heading says a word of a Korean answer, one further up all of them, or the rest of the sentence the last."""
    words = [without_particle(word) for word in _HANGUL.findall(gap.answer)]
    words = [word for word in words if len(word) > 1]
    if any(word in gap.context.title.plain for word in words):
        return True
    if len(words) > 1 and any(all(word in title.plain for word in words) for title in gap.context.titles):
        return True
    return bool(words) and len(words) < MAX_HEARD and words[-1] in gap.rest


def _is_echoed(gap: Gap) -> bool:
    """Whether heading or sentence say it; `page directory entry(PDE)` is given away by its words alone."""
    within = _BRACKETED.search(gap.answer)
    forms = [gap.answer, _IN_BRACKETS.sub("", gap.answer).strip() or gap.answer, *([within[1]] if within else [])]
    title = gap.context.title.plain
    if (
        has_a_name_of(title, gap.answer)
        or nearly_says(title, gap.answer)
        or (_ALSO.search(gap.before) and shares(title, gap.answer))
    ):
        return True
    return any(echoes(said, form) for said in (gap.rest, title) for form in forms) or mostly_says(title, gap.answer)


def _is_joined(gap: Gap) -> bool:
    """Whether a title or a label above has its letters, be it in several words."""
    return any(joined(each.plain, gap.answer) for each in (gap.context.title, *gap.context.labels[-1:]))


def _is_one_of_a_row(gap: Gap) -> bool:
    """Whether what is beside it differs in nothing but a number (`threshold 0`, `threshold 1`)."""
    bare = _DIGITS.sub("", gap.answer).strip()
    beside = (_DIGITS.sub("", run.text).strip() for run in gap.others)
    return bare != gap.answer and len(bare) > 1 and any(text == bare for text in beside)


def _is_shortened(gap: Gap) -> bool:
    """Whether the sentence or its title has the letters that it is shortened to, or the name that shortens to it."""
    told = f"{gap.context.title.plain} {gap.rest}"
    shortened = bool(_SHORT.fullmatch(gap.answer.strip())) and spells(told, gap.answer.strip())
    return shortened or any(initials(short, gap.answer) for short in _SHORT.findall(told))


def _is_up_to_the_author(gap: Gap) -> bool:
    """Whether code is a name that an author picks: a field, a variable, or one sign of several (`u` and `v`)."""
    fields = [part.strip() for part in gap.answer.split(",")]
    if not _WORD.search(gap.answer) or all(map(_FIELD.fullmatch, fields)) or _IN_HUMPS.fullmatch(gap.answer):
        return True
    most = 1 if len(gap.answer) < MAX_SIGNS else MAX_SIGNS
    return gap.answer in gap.signs and len(gap.signs) > most


def _is_an_instance(gap: Gap) -> bool:
    """Whether code is but one case of many: `such as x`, `(a, b 등)`, or a name that the note's own program declares."""
    declared = gap.answer.strip() in gap.context.survey.declared
    printed = _PRINTS.search(gap.before) or _PRINTS.search(gap.after)
    return declared or bool(
        printed
        or _LAST_OF_MANY.search(gap.before)
        or _SUCH_AS.search(gap.before)
        or _AND_SO_ON.match(gap.after)
        or _SUCH_AS_THESE.match(gap.next)
        or _OF_DATA.match(gap.next)
    )


REFUSALS = (
    _is_too_much,
    _leaves_too_little,
    _is_no_term,
    _is_said_everywhere,
    _is_said_once,
    _acts,
    _is_label,
    _is_said_again,
    _is_heard,
    _is_echoed,
    _is_shortened,
    _is_joined,
    _is_one_of_a_row,
)
REFUSALS_OF_CODE = (_is_up_to_the_author, _is_an_instance)
