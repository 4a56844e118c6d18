"""What may be a blank: an emphasised term that the rest of its sentence leaves open, and that is worth knowing by heart."""

from __future__ import annotations

import re

from ...identity import folded
from ...richtext import is_address
from .gaps import Gap
from .heard import HEARD
from .nameless import names_nothing
from .phrases import weight

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
_SAYS_SO = re.compile(
    r"에 (?:따르면|의하면)|\s?(?:said|writes|wrote|defines|argues)\b|(?:によると|によれば)|(?:认为|認為|指出)"
)
"""Who says something: what is said is to be learnt."""
_HOW = re.compile(r"[가-힣]+(?:하게|대로|히)|[가-힣]+적(?:으로|인)?|[가-힣]+\s?필요|.*\s필요|両方|すべて|同時に")
"""What something is done like, or that it has to be: any other word of the kind would fit as well."""
_AND_THIS_WAY = re.compile(r"\s?(?:으로|인\s|이지|이고|이다|인지|성)|\W*$")
_ORDERS = re.compile(r"\s+(?:until|till|while|the|an?|all|each|every|it|them|пока|до)\s", re.IGNORECASE)
"""What follows a verb that tells a reader what to do (`{Repeat} until …`)."""
_OF_DATA = re.compile(r"\s?(?:릴레이션|테이블|컬럼|속성)")
"""What follows the name that an author gave to data."""
_SAID_ONCE = re.compile(
    r"(?=.*[가-힣](?:는|한|된|운|던|할|의|인|를|을|이|가)\s\S*[가-힣]).*(?:상황|환경|관점|형태|것|부분|과정|센스|목적|언어|데이터|제품|기업|효율성?|클래스|방법|단위|작업|자료|정보|공간|범위|문제|내용|의미|여부|"
    r"필요성?|가능성?|주기|위)\W*"
)
"""Words that end in what is true of many a thing (`충돌이 자주 발생하는 환경`): a term where the note says it again."""
_CALLED = re.compile(r"\s*[(（]|[\"'”’]?\s?(?:이?라[고는]|이란|로 불|으로 불)")
"""What goes on after the name of a thing."""
_ARTICLE = re.compile(r"\s*(?:the|an?)?\s*", re.IGNORECASE)
MAX_EMPHASISED = 3
"""How often a term may be emphasised and still be what one sentence is about; more often it is but a word of the note."""
_FIELD = re.compile(
    r".*(?:;|\{\s*\}|[∈∀∃].*)|_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+_*(?:\(\))?|[\[{].*|.*\w\s?[=(]\s?['\"].*|(['\"])[A-Za-z0-9 ]+\1"
)
"""A field or a function of somebody's program (`user_id`), or a value written out: any other would do."""
_COMMA = re.compile(r"[,，、]")
MANY = 3
_TWO_SIGNS = re.compile(
    r"(?!(?:AI|AP|CD|CI|CR|DB|ET|FK|FS|GC|HA|ID|IO|IP|JS|LB|LF|ML|NO|OR|OS|OU|PC|PK|QA|TS|UI|UX|VM|VR|XP)$)[A-Z]{2}"
)
"""Two capitals that are no known name: two points of a drawing (`AB`)."""
MAX_SIGNS = 3
"""Signs of three letters that may be operations (`AND`, `OR`, `XOR`); of more, each is a point of one drawing."""
_IN_HUMPS = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]*)+")
"""A name that an author made (`leftDiagonal`); what a library calls a function has its brackets or its class."""
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣ぁ-ヿ一-鿿]")
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
_SUCH_AS_THESE = re.compile(r"\s*(?:之类|之類|等|のような|などの|같은|와 같은|과 같은)")
"""What follows one case of many."""
_LABEL_END = re.compile(r"[:：]\s*$")


def can_be_blank(gap: Gap) -> bool:
    """Something short that the rest of the sentence leaves open, and that neither it nor the heading says."""
    return not any(refuses(gap) for refuses in (*REFUSALS, *(REFUSALS_OF_CODE if gap.emphasis == "code" else ())))


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


def _is_by_the_way(gap: Gap) -> bool:
    """Whether it is who said the sentence, or how something is done (`{독립적}으로 수행한다`)."""
    manner = _HOW.fullmatch(gap.answer) and (not gap.answer.endswith("적") or _AND_THIS_WAY.match(gap.next))
    return bool(manner or _SAYS_SO.match(gap.after))


def _is_label(gap: Gap) -> bool:
    return bool(_LABEL_END.search(gap.answer)) or (
        gap.next.lstrip().startswith((":", "：")) and bool(gap.before.strip())
    )


def _is_one_of_a_row(gap: Gap) -> bool:
    """Whether what is beside it differs in nothing but a number (`threshold 0`, `threshold 1`)."""
    bare = _DIGITS.sub("", gap.answer).strip()
    beside = (_DIGITS.sub("", run.text).strip() for run in gap.others)
    return bare != gap.answer and len(bare) > 1 and any(text == bare for text in beside)


def _is_up_to_the_author(gap: Gap) -> bool:
    """Whether code is a name that an author picks: a field, a variable, or one sign of several (`u` and `v`)."""
    fields = [part.strip() for part in gap.answer.split(",")]
    if _TWO_SIGNS.fullmatch(gap.answer):
        return True
    beside = [run.text for run in gap.others if run.kind == "code"]
    if sum(bool(_IN_HUMPS.fullmatch(text)) for text in beside) > 1 and gap.answer.isidentifier():
        return True
    if not _WORD.search(gap.answer) or all(map(_FIELD.fullmatch, fields)) or _IN_HUMPS.fullmatch(gap.answer):
        return True
    most = 1 if len(gap.answer) < MAX_SIGNS else MAX_SIGNS
    return gap.answer in gap.signs and len(gap.signs) > most


def _is_in_a_row(gap: Gap) -> bool:
    """Whether it stands in brackets among three others or more, of which none is more to the point."""
    before, after = re.split(r"[(（]", gap.before)[-1], re.split(r"[)）]", gap.after)[0]
    closed = before != gap.before and after != gap.after
    return closed and len(_COMMA.findall(before + after)) >= MANY


def _is_an_instance(gap: Gap) -> bool:
    """Whether code is but one case of many: `such as x`, `(a, b 등)`, or a name that the note's own program declares."""
    if _is_in_a_row(gap):
        return True
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
    _is_by_the_way,
    _is_label,
    _is_one_of_a_row,
    *HEARD,
)
REFUSALS_OF_CODE = (_is_up_to_the_author, _is_an_instance)
