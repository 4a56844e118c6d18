"""What a list is for: the role that its name gives it, where its items bear it out, and the references it may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ... import richtext
from ...model import (
    Block,
    Command,
    Labelled,
    List,
    ListRole,
    Pair,
    Place,
    Point,
    Question,
    Reference,
    RichText,
    blocks,
)
from . import vocabulary as v
from .links import target

_ROLES: tuple[tuple[ListRole, re.Pattern[str]], ...] = (
    ("examples", v.EXAMPLES),
    ("references", v.REFERENCES),
    ("pros", v.PROS),
    ("cons", v.CONS),
)
_EXERCISE = re.compile(r"(?:설명|서술|비교|구)(?:해\s?(?:주세요|보세요|보시오)|하시오|하라)|説明せよ|述べよ")
_CITED = re.compile(
    r"\b(?:1[5-9]|20)\d\d\b|\b(?:ed|eds|pp?|vol|doi|isbn|et al)\b\.?|[『《“]|\bRFC\s?\d|://|\bwww\.|저\b|출판|第\d+[版章]|第.版",
    re.IGNORECASE,
)
MAX_REFERENCE = 120
MIN_STEPS = 3
"""Two items below 해결 방법 are more often two ways than two steps."""


def labelled_role(label: RichText, otherwise: ListRole) -> ListRole:
    """The role that a name gives the list below it."""
    for role, pattern in _ROLES:
        if pattern.match(label.plain):
            return role
    return otherwise


def role_of(name: RichText, listed: List) -> ListRole:
    """The role that a name gives a list, where the list bears it out: references lead somewhere, steps have an order.

    A list below 예시 that has another name of its own is no example.
    """
    role = labelled_role(name, "points" if listed.role == "examples" else listed.role)
    if role == "references" and not cites(listed.items):
        return listed.role
    if role == "points" and listed.style == "ordered" and v.ACTION.search(name.plain):
        return settled(replace(listed, role="steps")).role
    if role == "points" and v.ORDER.search(name.plain) and _acts_throughout(listed):
        return "steps"
    return role


def cites(items: Sequence[Block]) -> bool:
    """Whether any item is or holds a link, or is written as a work is cited: its year, its edition, its title in marks."""
    texts = (text for item in items for block in blocks((item,)) if (text := _said(block)))
    return any(isinstance(block, Reference) for item in items for block in blocks((item,))) or any(
        any(run.href for run in text) or _CITED.search(text.plain) for text in texts
    )


def with_role(block: List, role: ListRole) -> List:
    """The list in another role; in one of references, links are such."""
    items = tuple(referenced(item) for item in block.items) if role == "references" else block.items
    return replace(block, role=role, items=items)


def named(label: RichText, body: tuple[Block, ...]) -> tuple[Block, ...]:
    """What is nested below a name, each list in the role that the name gives it (`- 장점` above three items)."""
    role = labelled_role(label, "points")
    if role == "points":
        return body
    return tuple(with_role(b, role) if isinstance(b, List) and b.role == "points" else b for b in body)


def settled(block: List) -> List:
    """A list of steps has more than one, and asks nothing; else its heading spoke of something else."""
    if block.role != "steps" or _has_commands(block) or (len(block.items) > 1 and not _asks(block)):
        return block
    return replace(block, role="points")


def with_steps(found: Sequence[Block], title: RichText) -> list[Block]:
    """Below a heading like 해결 방법, an ordered list has steps or ways to choose from: its items say which."""
    if not v.WAY.search(title.plain):
        return list(found)
    return [replace(block, role="steps") if _are_steps(block) else block for block in found]


def _are_steps(block: Block) -> bool:
    return isinstance(block, List) and block.style == "ordered" and block.role == "points" and _acts_throughout(block)


def _acts_throughout(block: List) -> bool:
    """Whether most of enough items tell what is done."""
    if _asks(block):
        return False
    texts = [text.plain for item in block.items if (text := _said(item))]
    return len(block.items) >= MIN_STEPS and sum(map(_acts, texts)) * 2 > len(block.items)


def _has_commands(block: List) -> bool:
    return any(isinstance(inner, Command) for item in block.items for inner in inside(item))


def _asks(block: List) -> bool:
    texts = [_said(item).plain for item in block.items]
    asked = any(v.QUESTION_END.search(text) or _EXERCISE.search(text) for text in texts)
    return asked or any(isinstance(item, Question) for item in block.items)


def _said(item: Block) -> RichText:
    match item:
        case Point(text=text) | Labelled(text=text):
            return text
        case Pair(right=text):
            return text
        case _:
            return RichText()


def _acts(text: str) -> bool:
    """Whether an item tells what is done: a Korean verb at its end, or a sentence in another language."""
    last = re.sub(r"[\W\d_]+$", "", re.sub(r"[(（][^()（）]*[)）]\s*$", "", text))[-1:]
    code = ord(last) - 0xAC00 if last else -1
    if 0 <= code < 11172:
        return last in "다요자라기" or code % 28 == 16
    return len(text.split()) >= 4 or bool(v.SENTENCE_END.search(text)) or bool(re.search(r"[一-鿿ぁ-ヺ]{6}", text))


def references(label: RichText, body: Sequence[Block], place: Place) -> List:
    """The lists below an item that names them, as one list of references."""
    items = tuple(referenced(item) for block in body if isinstance(block, List) for item in block.items)
    return List(items, label, "references", place=place)


def referenced(item: Block) -> Block:
    """An item that is a link, or has one behind the words that say where it leads, as a reference."""
    if isinstance(item, Labelled) and not item.body and item.text:
        item = Point(richtext.join([item.label, item.text], ": "), place=item.place)
    if not isinstance(item, Point) or item.body:
        return item
    hrefs = {run.href for run in item.text if run.href}
    behind_words = len(item.text.plain) <= MAX_REFERENCE and "://" not in item.text.plain
    if len(hrefs) == 1 and (target(item.text) or behind_words):
        return Reference(richtext.merge(replace(run, href="") for run in item.text), hrefs.pop(), item.place)
    return item


def inside(item: Block) -> Iterator[Block]:
    """An item and what is directly nested in it."""
    yield item
    if isinstance(item, Point | Pair | Labelled | Question):
        yield from item.body


def with_references(found: Sequence[Block]) -> list[Block]:
    """Paragraphs below a heading for references that are one link each, as a list of such."""
    out: list[Block] = []
    for block in found:
        reference = referenced(block)
        last = out[-1] if out else None
        if not isinstance(reference, Reference):
            out.append(block)
        elif isinstance(last, List) and last.role == "references" and last.style == "lines":
            out[-1] = replace(last, items=(*last.items, reference), place=last.place.to(block.place))
        else:
            out.append(List((reference,), role="references", style="lines", place=block.place))
    return out
