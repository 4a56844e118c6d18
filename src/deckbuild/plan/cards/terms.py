"""What may be a blank: an emphasised term that the rest of its sentence leaves open, and that is worth knowing by heart."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec import Struct

from ...identity import folded
from ...model import RichText
from ...richtext import is_address
from .phrases import balanced, echoes, name, weight
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
    r"^\W*(?:(?:the\s+)?(?:users?|clients?|servers?|services?|developers?|customers?|system)|用户|客户端|服务器|使用者|ユーザー?|사용자|유저|클라이언트|서버|서비스|개발자|고객|시스템)\W*$",
    re.IGNORECASE,
)
"""Who acts in a sentence: where it opens with one, any other would fit as well."""
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
_SIGN = re.compile(r"[A-Za-z]{1,2}")
"""A point, a vertex, a length: what a text calls it is up to its author, where others beside it are called so."""
_FUNCTION_WORD = re.compile(
    r"\W*(?:this|that|these|those|very|not|must|should|never|always|only|all|both|any|every|each|also|more|most|less|same|first|last|other|"
    r"(?:장|단)점(?:도|들)?|장단점|특징|특성|이유|차이점?|문제점|방법|목적|종류|优点|缺点|特点|長所|短所|特徴|pros|cons|(?:dis)?advantages?|"
    r"주로|항상|매우|반드시|절대로?|모든|모두|자주|가장|오직|다시|바로|직접|꼭|아주|더|덜|같은|다른|하나|먼저|나중에|即|不|不能|不是|是|能|可以|不可以|都|必须|总是|只|再次|必ず|常に|すべて|全て)\W*",
    re.IGNORECASE,
)
"""What is stressed in speaking, and names nothing."""
_PREDICATE = re.compile(r"(?:있|없|아니|않|된|한|하|되)[가-힣]?(?:다|면|고|며|음)\W*")
_WORD = re.compile(r"[^\W\d_]{2}|[가-힣ぁ-ヿ一-鿿]")
_GLOSS = re.compile(
    r"\s*[(（]\s*(?:이하|즉|=|a\.?k\.?a)|\s*(?:또는|혹은|or|或者?|または|あるいは)(?=\s*\w)|(?:하|되|인|적)[가-힣]"
)
"""What says the blank once more, or goes on within its word."""
_SUCH_AS = re.compile(
    r"(?:such as|\blike|e\.g\.?,?|for example,?|诸如|例如|比如|例えば|예를 들어,?|예를 들면,?)\s*[(（\"'“]?\s*$",
    re.IGNORECASE,
)
_AND_SO_ON = re.compile(
    r"^[^()（）.。]{0,60}\s(?:등|등등|等|など)\s*[)）]|"
    r"^(?:\s*[,，、·/]\s*(?:[^,，、·/.。]|\.(?=\w)){1,40}){0,5}?\s(?:등|etc\b)(?=[이을의과도에으\s.,]|$)"
)
"""What goes before `and so on`: the list is open, and any other name would fit."""
_IN_BRACKETS = re.compile(r"\s*[(（][^()（）]*[)）]")
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,60})[)）]")
_OPENED = re.compile(r"(\S+)\s*[(（]\s*=?\s*$")
_ASIAN = re.compile(r"[가-힣ぁ-ヺ一-鿿]")
_LABEL_END = re.compile(r"[:：]\s*$")


class Stretch(Struct, frozen=True):
    """Neighbouring runs that are emphasised in one way: `mark`, `bold` or `code`, or not at all (empty)."""

    text: RichText
    emphasis: str = ""


def _is_translated(answer: str, following: str) -> bool:
    """Whether a bracket behind a blank says it in another script: `{파싱}(parsing)`."""
    found = _BRACKETED.match(following)
    return found is not None and bool(_ASIAN.search(answer)) != bool(_ASIAN.search(found[1]))


def _translates(answer: str, before: str) -> bool:
    """Whether a blank in brackets says in another script what stands before them: `HTTP 요청(={HTTP Request})`."""
    found = _OPENED.search(before)
    return found is not None and bool(_ASIAN.search(answer)) != bool(_ASIAN.search(found[1]))


def can_be_blank(stretches: Sequence[Stretch], index: int, spot: Spot) -> bool:
    """Something short that the rest of the sentence leaves open, and that neither it nor the heading says."""
    answer = stretches[index].text.plain
    others = [run for other in stretches if other.text.plain != answer for run in other.text]
    rest = "".join(run.text for run in others)
    if not any(char.isalnum() for char in answer) or weight(answer) > MAX_BLANK or len(answer.split()) > MAX_WORDS:
        return False
    if _BESIDE.fullmatch(answer) or spot.context.survey.emphasised.get(folded(answer), 0) > MAX_EMPHASISED:
        return False
    if _NOT_A_TERM.match(answer) or _PREDICATE.fullmatch(answer) or _FUNCTION_WORD.fullmatch(answer):
        return False
    if stretches[index].emphasis == "code" and (not _WORD.search(answer) or _is_up_to_the_author(stretches, answer)):
        return False
    if all(is_address(run.href) for run in others if run.text.strip()):
        return False
    if _NAMED_ANYHOW.match(answer) or (
        _ACTOR.match(answer) and _ARTICLE.fullmatch("".join(s.text.plain for s in stretches[:index]))
    ):
        return False
    following = stretches[index + 1].text.plain if index + 1 < len(stretches) else ""
    if following.lstrip().startswith((":", "：")) and any(s.text.plain.strip() for s in stretches[:index]):
        return False
    if (
        _LABEL_END.search(answer)
        or not balanced(answer)
        or _GLOSS.match(following)
        or _is_translated(answer, following)
        or (following[:1] in (")", "）") and _translates(answer, "".join(s.text.plain for s in stretches[:index])))
    ):
        return False
    if stretches[index].emphasis == "code" and _instance(stretches, index, spot):
        return False
    enough = weight(rest) >= MIN_REST and weight(rest) >= MIN_SHARE * (weight(rest) + weight(answer))
    if _ADDRESS.match(answer) or _VAGUE.fullmatch(answer) or _heard_in(answer, rest, spot.context):
        return False
    known = (rest, spot.context.title.plain)
    return enough and not any(echoes(said, form) for said in known for form in (answer, _bare_of_brackets(answer)))


def _is_up_to_the_author(stretches: Sequence[Stretch], answer: str) -> bool:
    """Whether code is a name that an author picks: a field, or one sign of several (`u` and `v`)."""
    if _FIELD.fullmatch(answer):
        return True
    signs = {each.text.plain for each in stretches if each.emphasis == "code" and _SIGN.fullmatch(each.text.plain)}
    return len(signs) > 1 and answer in signs


def _heard_in(answer: str, rest: str, context: Context) -> bool:
    """Whether the heading says a word of a Korean answer, one further up all of them, or the rest of the sentence the last."""
    words = [_PARTICLE.sub("", word) for word in _HANGUL.findall(answer)]
    words = [word for word in words if len(word) > 1]
    if any(word in context.title.plain for word in words):
        return True
    if len(words) > 1 and any(all(word in title.plain for word in words) for title in context.titles):
        return True
    return bool(words) and len(words) < MAX_HEARD and words[-1] in rest


def _bare_of_brackets(answer: str) -> str:
    """`page directory entry(PDE)` is given away by its words alone."""
    return _IN_BRACKETS.sub("", answer).strip() or answer


def _instance(stretches: Sequence[Stretch], index: int, spot: Spot) -> bool:
    """Whether code is but one case of many: `such as x`, `(a, b 등)`, or a name that the note's own program declares."""
    before = "".join(stretch.text.plain for stretch in stretches[:index])
    after = "".join(stretch.text.plain for stretch in stretches[index + 1 :])
    return bool(
        _SUCH_AS.search(before)
        or _AND_SO_ON.match(after)
        or name(stretches[index].text) in spot.context.survey.declared
    )
