"""Finding the statement that says what a section is about, and the one that it comes to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import richtext
from ...model import (
    Block,
    Conclusion,
    Definition,
    Figure,
    Labelled,
    List,
    Point,
    Quote,
    RichText,
    Run,
    SpeakerNotes,
    Style,
    Todo,
)
from . import vocabulary as v
from .commanding import is_order
from .roles import with_steps

MAX_DEFINITION = 300
MAX_PHRASE = 120
MAX_NAME_WORDS = 6

_BRACKETS = re.compile(r"\s*[(（]([^()（）]*)[)）]\s*")
_ARTICLE = re.compile(r"^(?:an?|the)\s+", re.IGNORECASE)
_QUOTES = "\"'“”‘’`「」『』"
_VALUE = re.compile(r" \| |[\d)]이다[.。]?$")
"""A line of fields, or one that gives a quantity (`O(N)이다`)."""
_DOING = re.compile(r"(?:하기|보기|만들기)$")
_WHEN = re.compile(
    r"(?:까지|부터|때문|내일|오늘|다음\s?주|이번\s?주)(?:이다|입니다)[.。]?$|"
    r"(?:下周|明天|今天|下个月|后天|这周|周[一二三四五六日])[.。]?$|"
    r"(?:来週|明日|今日|来月|明後日|今週)(?:です|である|だ)[.。]?$|"
    r"い(?:です|である)[.。]?$|\s(?:is|are)\s+(?:the\s+(?:\w+\s+)?(?:problem|"
    r"issue|reason|point|case|same|best|worst|key)|an?\s+(?:week|month|"
    r"day|year|mess|pity|must|lot|bit))\b",
    re.IGNORECASE,
)
"""What tells when or how something is, and not what."""
_TORN = re.compile(r"\b(?:by|of|for|with|as|is|are|the|an?|to|in)$", re.IGNORECASE)
"""The end of a sentence that goes on in a formula or a list."""
_NUMBERED = re.compile(r"\s*[(（]?(?:\d{1,2}|[①-⑳])[.)）\s]")
_OR = re.compile(
    r"(?:\s*,)?\s+(?:or|also (?:known as|called))\s+(?:the\s+|an?\s+)?[\w'-]+(?:\s[\w'-]+){0,4}?,?(?=\s+(?:is|"
    r"are|refers?|means?)\b)",
    re.I,
)
"""Another name for the same thing."""
_CALLED = re.compile(r"\s?(?:(?:이라고?|라고?)\s|と(?:いう|呼|よ))")
_CALLS = re.compile(r"(?:called|named|known as|称为|稱為|叫做|叫)\s*(?:an?\s+|the\s+)?$", re.IGNORECASE)
_NOTHING = Run("")
_VERB = re.compile(r"다[.。]?$")


def with_definition(found: Sequence[Block], title: RichText, asked: bool) -> list[Block]:
    """The same blocks, the statement that defines `title` marked as its definition where one clearly does.

    Where the heading asks for it (`asked`), its words matter less, but it must still be able to answer.
    """
    if not found:
        return []
    out = with_conclusion(with_steps(found, title), title)
    if any(isinstance(block, Definition) for block in out):
        return out
    asked = asked or (bool(v.DEFINITION.match(title.plain)) and not _defines_terms(out))
    if (asked or len(out) == 1) and (item := _lonely_bullet(out[0], title.plain, asked)):
        return [Definition(item.text, item.place), *out[1:]]
    for i, block in enumerate(out):
        if defined := _split_definition(block, title.plain, asked):
            return [*out[:i], *defined, *out[i + 1 :]]
        if not isinstance(block, Figure | Todo | SpeakerNotes):
            break
    return out


def _defines_terms(found: Sequence[Block]) -> bool:
    """Whether the first statement below a bare 정의 gives something else its name, in bold: it defines that."""
    first = found[0] if found else None
    runs = first.text.runs if isinstance(first, Point) else ()
    return any(
        (Style.BOLD in run.styles or Style.MARK in run.styles)
        and bool(_CALLED.match(after.text) or _CALLS.search(before.text))
        for before, run, after in zip((_NOTHING, *runs), runs, (*runs[1:], _NOTHING), strict=False)
    )


def _split_definition(block: Block, title: str, asked: bool) -> list[Block]:
    """A block as the definition that it is or begins with, and the rest of it; nothing where it defines nothing."""
    match block:
        case Quote(body=(Point() as first, *others)) if (
            others and not _NUMBERED.match(first.text.plain) and (found := _definition(first, title, asked))
        ):
            place = replace(block.place, line=max(block.place.line, others[0].place.line))
            return [found, Quote(tuple(others), place)]
        case Point(text=text, leads_to=(), body=()) if len(text.plain) > MAX_DEFINITION or is_order(text.plain):
            sentence, rest = _first_and_rest(text)
            definition = _definition(Point(sentence, place=block.place), title, asked and is_order(text.plain))
            return [definition, Point(rest, place=block.place)] if definition and rest else []
        case List(items=(Point() as item, _, *_), role="points", style="bullet", label=label) if not label:
            if _can_define(item) and (speaks_of(title, item.text.plain) or (asked and _is_kind(item.text.plain))):
                place = replace(block.place, line=max(block.place.line, block.items[1].place.line))
                return [Definition(item.text, item.place), replace(block, items=block.items[1:], place=place)]
    definition = _definition(block, title, asked)
    return [definition] if definition else []


def _first_and_rest(text: RichText) -> tuple[RichText, RichText]:
    whole = len(text.plain)
    cut = len(_first_sentence(richtext.masked(text))) + len(text.plain) - len(text.plain.lstrip())
    return richtext.strip(richtext.between(text, 0, cut)), richtext.strip(richtext.between(text, cut, whole))


def _is_kind(statement: str) -> bool:
    """Whether a statement ends as definitions do."""
    return bool(v.KIND_END.search(_first_sentence(statement)))


def with_conclusion(found: Sequence[Block], title: RichText) -> list[Block]:
    """The last statement as the conclusion, where it says that it is one, or where it is all that a 결론 holds."""
    last = found[-1] if found else None
    if not isinstance(last, Point) or last.body or last.leads_to:
        return list(found)
    says_so = len(found) > 1 and v.CONCLUSION_START.search(last.text.plain)
    alone = len(found) == 1 and v.CONCLUSION.match(title.plain)
    if (says_so or alone) and _whole(last.text.plain):
        return [*found[:-1], Conclusion(last.text, last.place)]
    return list(found)


def _definition(block: Block, title: str, asked: bool) -> Definition | None:
    """A statement as the definition of `title`, where it is one."""
    match block:
        case Quote(body=(Point() as point,)) if _can_define(point) and _says_kind(title, point.text.plain):
            return Definition(point.text, block.place)
        case Point() if _can_define(block):
            plain = block.text.plain
            phrase = len(plain) <= MAX_PHRASE and not _VERB.search(plain) and _says_kind(title, plain)
            if speaks_of(title, plain) or phrase or (asked and _answers(title, plain)):
                return Definition(block.text, block.place)
        case Labelled(label=label, text=text, body=()) if text and v.DEFINITION.match(label.plain):
            if _whole(text.plain) and len(text.plain) <= MAX_DEFINITION and title:
                return Definition(text, block.place)
        case Labelled(label=label, text=text, body=()) if text and _name(label.plain) in _names(title):
            if _whole(text.plain) and len(text.plain) <= MAX_DEFINITION:
                repeats = _name(label.plain) == _name(title)
                return Definition(text if repeats else richtext.join([label, text], ": "), block.place)
    return None


def speaks_of(title: str, statement: str) -> bool:
    """Whether a statement begins with the title and goes on to say what it is."""
    return any(_says_what(rest, statement) for rest in _behind(title, statement))


def _says_what(rest: str, statement: str) -> bool:
    found = v.DEFINING_START.match(rest)
    return bool(found and (not found["topic"] or v.KIND_END.search(_first_sentence(statement))))


def _behind(title: str, statement: str) -> Iterator[str]:
    """What follows the title, by any of its names, at the start of a statement."""
    start = _ARTICLE.sub("", statement.lstrip(_QUOTES + " "))
    folded = start.lower()
    for name in _names(title):
        if folded.startswith(name):
            rest = start[len(name) :].lstrip(_QUOTES)
            found = _BRACKETS.match(rest)
            yield rest[found.end() :].lstrip(_QUOTES) if found else rest
            if other := _OR.match(rest):
                yield rest[other.end() :]
            if found and rest[found.end() - 1] == " ":
                yield rest[found.end() - 1 :]


def _names(title: str) -> tuple[str, ...]:
    """`트랜잭션(Transaction)` has three names; a plural has its singular, `Containers` and `container`."""
    whole = _name(title)
    found = _BRACKETS.search(whole)
    names = [whole]
    if found:
        names += [_name(whole[: found.start()] + " " + whole[found.end() :]), _name(found[1])]
    names += [name[:-1] for name in names if len(name) > 4 and name.endswith("s") and name.isascii()]
    return tuple(dict.fromkeys(name for name in names if name))


def _name(text: str) -> str:
    return " ".join(_ARTICLE.sub("", text.strip(_QUOTES + " :：")).lower().split())


def _answers(title: str, statement: str) -> bool:
    """Whether a first statement can be what a heading asked for: a phrase, or a sentence that says what something is."""
    if any(v.DEFINING_START.match(rest) for rest in _behind(title, statement)):
        return True
    first = _first_sentence(statement)
    return bool(v.KIND_END.search(first)) or not _VERB.search(first)


def _first_sentence(statement: str) -> str:
    found = v.SENTENCE.match(statement.strip())
    return found[0].strip() if found else statement


def _lonely_bullet(block: Block, title: str, asked: bool) -> Point | None:
    """The only item of a bullet list, where it is asked for, or says what kind of thing the title names."""
    match block:
        case List(items=(Point() as item,), role="points", style="bullet") if _can_define(item):
            return item if asked or _says_kind(title, item.text.plain) else None
        case _:
            return None


def _says_kind(title: str, statement: str) -> bool:
    """A phrase that ends as definitions do (`… 하는 것`, `… 플랫폼`), below a title that is a name."""
    sentence = v.CLAUSE_END.search(title) or v.SENTENCE_END.search(title) or len(title.split()) > MAX_NAME_WORDS
    asks = any(pattern.search(title) for pattern in v.ASKS.values())
    other = v.LABEL.search(statement) or v.INNER_ARROW.search(statement) or _VALUE.search(statement)
    if sentence or asks or other or _DOING.search(title) or is_order(statement):
        return False
    about_it = any(True for _ in _behind(title, statement))
    if not about_it and v.OWN_TOPIC.match(statement):
        return False
    return bool(v.KIND_END.search(statement) or v.KIND_FIRST.match(statement)) and (
        not about_it or speaks_of(title, statement)
    )


def _can_define(point: Point) -> bool:
    links = all(run.href or run.kind != "text" for run in point.text if run.text.strip())
    fits = not point.leads_to and not point.body and not links and len(point.text.plain) <= MAX_DEFINITION
    return fits and _whole(point.text.plain)


def _whole(statement: str) -> bool:
    """Neither a question nor a line that only announces what comes next."""
    plain = statement.strip()
    first = _first_sentence(plain)
    return not (
        plain.endswith((":", "："))
        or is_order(first)
        or _WHEN.search(first)
        or _TORN.search(plain)
        or v.QUESTION_END.search(plain)
        or re.search(r"[?？]", first)
        or v.INTRO.search(first)
    )
