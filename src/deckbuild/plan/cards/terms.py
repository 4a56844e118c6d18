"""What may be a blank: an emphasised term that the rest of its sentence leaves open, and that is worth knowing by heart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...identity import folded
from ...model import RichText, Run
from ...richtext import is_address
from .phrases import balanced, echoes, weight
from .spots import Context, Spot

MAX_BLANK = 48
MAX_WORDS = 5
MIN_REST = 10
"""Weight of what must be left to read beside a blank."""
MIN_SHARE = 0.3
"""The share of the sentence that must be left to read."""
_NOT_A_TERM = re.compile(
    r"^\W*(?:\w|true|false|null|nil|none|undefined|void|yes|no|ok|todo|(?:Q|A|No|Step|Case|Chapter|Figure|Fig|Table|Example|그림|표|예제|질문|단계|방법|방식|유형|종류|경우|조건|문제)[\s.]*\d+|#?\d+|[0-9a-f]{7,40}|v?\d+(?:\.\d+)+)\W*$",
    re.IGNORECASE,
)
"""A single letter, the number of a ticket, a commit, a version: nothing that is worth knowing by heart."""
_ACTOR = re.compile(
    r"^\W*(?:(?:the\s+)?(?:users?|clients?|servers?|services?|developers?|customers?|system)|用户|客户端|服务器?|服務器?|系统|系統|使用者|ユーザー?|사용자|유저|클라이언트|서버|서비스|개발자|고객|시스템)\W*$",
    re.IGNORECASE,
)
"""Who acts in a sentence: where it opens with one, any other would fit as well."""
_ORDERS = re.compile(r"\s+(?:until|till|while|the|an?|all|each|every|it|them|пока|до)\s", re.IGNORECASE)
"""What follows a verb that tells a reader what to do (`{Repeat} until …`)."""
_ADDRESS = re.compile(r"\W*(?:https?://|www\.|localhost\b)", re.IGNORECASE)
_VAGUE = re.compile(r"(?:특수한|특정한?|일정한|다양한|여러|어떤)\s(?:조건|경우|방법|상황|것|이유)\S{0,2}")
_HANGUL = re.compile(r"[가-힣]+")
_PARTICLE = re.compile(r"(?<=[가-힣]{2})(?:의|을|를|이|가|은|는|과|와|로|으로|에|에서|들)$")
MAX_HEARD = 4
"""Words of an answer of which the last one says most."""
_ARTICLE = re.compile(r"\s*(?:the|an?)?\s*", re.IGNORECASE)
_BESIDE = re.compile(r"\.{1,2}/.*|(?:[\w.-]+/)+(?:[\w.-]+\.\w{1,4})?")
"""Where a file of the project lies."""
MAX_EMPHASISED = 3
"""How often a term may be emphasised and still be what one sentence is about; more often it is but a word of the note."""
_NAMED_ANYHOW = re.compile(r"^\W*(?:foo|bar|baz|qux|quux|answer|result|res|ret|tmp|temp|[a-z](?:[A-Z]|[ijnk]|\d))\W*$")
"""A name that the author made up for an example."""
_FIELD = re.compile(r"_*[a-z][a-z0-9]*(?:_[a-z0-9]+)+_*(?:\(\))?|[\[{].*|.*\w\s?[=(]\s?['\"].*|(['\"])[A-Za-z0-9 ]+\1")
"""A field or a function of somebody's program (`user_id`), or a value written out: any other would do."""
_SIGN = re.compile(r"[A-Za-z]{1,3}")
"""A point, a vertex, a length: what a text calls it is up to its author, where others beside it are called so."""
MAX_SIGNS = 3
"""Signs of three letters that may be operations (`AND`, `OR`, `XOR`); of more, each is a point of one drawing."""
_FUNCTION_WORD = re.compile(
    r"\W*(?:this|that|these|those|very|not|must|should|never|always|only|all|both|any|every|each|also|more|most|less|same|first|last|other|"
    r"(?:장|단)점(?:도|들)?|장단점|특징|특성|이유|차이점?|문제점|방법|목적|종류|优点|缺点|特点|長所|短所|特徴|pros|cons|(?:dis)?advantages?|"
    r"주로|항상|매우|반드시|절대로?|모든|모두|자주|가장|오직|다시|바로|직접|꼭|아주|더|덜|같은|다른|하나|먼저|나중에|即|不|不能|不是|是|能|可以|不可以|都|必须|总是|只|再次|必ず|常に|すべて|全て)\W*",
    re.IGNORECASE,
)
"""What is stressed in speaking, and names nothing."""
_PREDICATE = re.compile(r"(?:있|없|아니|않|된|한|하|되)[가-힣]?(?:다|면|고|며|음)\W*")
_CLAUSE = re.compile(
    r"\S+\s.*(?:[가-힣](?:다|지만|면서|[않있없]음|안\s?함)|[,，]|[가-힣]\s때(?:에|는)?)\W*|\S*[이가을를]\s.*[가-힣](?:는|된|한|할)"
)
"""Words with a verb of their own: what is said of a thing can be said in many ways."""
_IN_HUMPS = re.compile(r"[a-z]+(?:[A-Z][a-z0-9]*)+")
"""A name that an author made (`leftDiagonal`); what a library calls a function has its brackets or its class."""
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣ぁ-ヿ一-鿿]")
_GLOSS = re.compile(
    r"\s*[(（]\s*(?:이하|즉|=|a\.?k\.?a)|\s*(?:또는|혹은|or|或者?|または|あるいは)(?=\s*\w)|(?:하|되|인|적)[가-힣]"
)
"""What says the blank once more, or goes on within its word."""
_SUCH_AS = re.compile(
    r"(?:such as|\blike|e\.g\.?,?|for example,?|诸如|例如|比如|例えば|including|incl\.|예를 들어,?|예를 들면,?)\s*[(（\"'“]?\s*$",
    re.IGNORECASE,
)
_PRINTS = re.compile(r"(?:출력|콘솔|찍)\S*|\b(?:prints?|printed|outputs?|logs)\b|打印|输出|表示され", re.IGNORECASE)
"""What a program prints is up to its author."""
_AND_SO_ON = re.compile(
    r"^[^()（）.。]{0,60}\s(?:등|등등|等|など)\s*[)）]|"
    r"^(?:\s*[,，、·/]\s*(?:[^,，、·/.。]|\.(?=\w)){1,40}){0,5}?\s(?:등|etc\b)(?=[이을의과도에으\s.,]|$)"
)
"""What goes before `and so on`: the list is open, and any other name would fit."""
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_SUCH_AS_THESE = re.compile(r"\s*(?:之类|之類|等|のような|などの|같은|와 같은|과 같은)")
"""What follows one case of many."""
_TRAIT_LAST = re.compile(r"\S+\s\S+\s.*(?:차이점?|특징|장점|단점|문제점?|이유)\W*")
"""Three words and more that end in what they are: nobody would put them so."""
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,60})[)）]")
_OPENED = re.compile(r"(\S+)\s*[(（]\s*=?\s*$")
_ASIAN = re.compile(r"[가-힣ぁ-ヺ一-鿿]")
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


def can_be_blank(stretches: Sequence[Stretch], index: int, spot: Spot) -> bool:
    """Something short that the rest of the sentence leaves open, and that neither it nor the heading says."""
    gap = _gap(stretches, index, spot.context)
    return not any(refuses(gap) for refuses in (*REFUSALS, *(REFUSALS_OF_CODE if gap.emphasis == "code" else ())))


def _gap(stretches: Sequence[Stretch], index: int, context: Context) -> Gap:
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
    if not any(map(str.isalnum, gap.answer)) or not balanced(gap.answer) or gap.answer.startswith(("(", "（")):
        return True
    whole = (_BESIDE, _PREDICATE, _CLAUSE, _TRAIT_LAST, _FUNCTION_WORD, _VAGUE)
    opening = (_NOT_A_TERM, _NAMED_ANYHOW, _ADDRESS)
    return any(kind.fullmatch(gap.answer) for kind in whole) or any(kind.match(gap.answer) for kind in opening)


def _is_said_everywhere(gap: Gap) -> bool:
    return gap.context.survey.emphasised.get(folded(gap.answer), 0) > MAX_EMPHASISED


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
        or (bracketed and _is_asian(gap.answer) != _is_asian(bracketed[1]))
        or (gap.next[:1] in (")", "）") and opened and _is_asian(gap.answer) != _is_asian(opened[1]))
    )


def _is_asian(text: str) -> bool:
    return bool(_ASIAN.search(text))


def _is_heard(gap: Gap) -> bool:
    """Whether the heading says a word of a Korean answer, one further up all of them, or the rest of the sentence the last."""
    words = [_PARTICLE.sub("", word) for word in _HANGUL.findall(gap.answer)]
    words = [word for word in words if len(word) > 1]
    if any(word in gap.context.title.plain for word in words):
        return True
    if len(words) > 1 and any(all(word in title.plain for word in words) for title in gap.context.titles):
        return True
    return bool(words) and len(words) < MAX_HEARD and words[-1] in gap.rest


def _is_echoed(gap: Gap) -> bool:
    """Whether heading or sentence say it; `page directory entry(PDE)` is given away by its words alone."""
    forms = (gap.answer, _IN_BRACKETS.sub("", gap.answer).strip() or gap.answer)
    return any(echoes(said, form) for said in (gap.rest, gap.context.title.plain) for form in forms)


def _is_up_to_the_author(gap: Gap) -> bool:
    """Whether code is a name that an author picks: a field, a variable, or one sign of several (`u` and `v`)."""
    if not _WORD.search(gap.answer) or _FIELD.fullmatch(gap.answer) or _IN_HUMPS.fullmatch(gap.answer):
        return True
    most = 1 if len(gap.answer) < MAX_SIGNS else MAX_SIGNS
    return gap.answer in gap.signs and len(gap.signs) > most


def _is_an_instance(gap: Gap) -> bool:
    """Whether code is but one case of many: `such as x`, `(a, b 등)`, or a name that the note's own program declares."""
    declared = gap.answer.strip() in gap.context.survey.declared
    printed = _PRINTS.search(gap.before) or _PRINTS.search(gap.after)
    return declared or bool(
        printed or _SUCH_AS.search(gap.before) or _AND_SO_ON.match(gap.after) or _SUCH_AS_THESE.match(gap.next)
    )


REFUSALS = (
    _is_too_much,
    _leaves_too_little,
    _is_no_term,
    _is_said_everywhere,
    _acts,
    _is_label,
    _is_said_again,
    _is_heard,
    _is_echoed,
)
REFUSALS_OF_CODE = (_is_up_to_the_author, _is_an_instance)
