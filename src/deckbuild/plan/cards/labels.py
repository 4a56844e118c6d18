"""`label : text`: what stands behind a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Block, Code, Command, Figure, Labelled, List, Pair, Quote, RichText
from ...particles import fill
from ...richtext import between, strip
from .answers import items, length, parts
from .bodies import divided
from .dangling import leans, opens_example, points
from .headings import advises, example, heads_an_example, left_out, makes_something, remark, sets_up_a_project
from .hints import only_uses
from .leads import going_on
from .model import Card, Image, Items, Text
from .naming import is_one_of_them
from .phrases import bare, name, sentences, unmarked, weight
from .spots import Spot
from .stories import of_one_run
from .vocabulary.labels import (
    ANNOUNCES,
    BARE,
    BRACKETS,
    CHATTER,
    CLAUSE,
    CODED,
    DONE,
    EQUATES,
    EXERCISE,
    LATIN_NAME,
    LEADS_IN,
    LEANS,
    LED,
    LOGISTICS,
    MARKED,
    MEASURED,
    NO_ANSWER,
    NO_NAME,
    OPEN_ANSWER,
    ORDER,
    PARTY,
    QUOTED,
    SIGNATURE,
    SPEAKER,
    STATEMENT,
    TOTAL,
    WHOLLY_QUOTED,
)
from .vocabulary.stories import OF_NUMBERS

MAX_ANSWER = 420
"""Weight of an answer that can still be recalled; longer ones are passages to read."""
MAX_LISTED, MAX_LISTED_WEIGHT = 5, 200
"""Nested lines that may be one answer."""
MAX_NAME = 12
"""Words of a name; more are a statement."""
MIN_EXAMPLE = 3
"""Words of an answer from an example that may say something of more than this case."""
MAX_SET_UP = 60
"""Weight of an answer that is but a name or a folder where a project is set up."""
MAX_LEANING = 60
"""Weight of an answer in which a word that points at another line is most of it."""

MAX_CODED = 80
"""Weight of what a number in a list of rules (`R3`) stands for, where it can be asked for by that."""


def labels(spot: Spot) -> Iterator[Card]:
    """What is it, or what of it? Where only lines below explain the label, these are the answer, if they are few."""
    block = spot.block
    if not isinstance(block, Labelled) or _names_nothing(named := name(block.label)):
        return
    if spot.context.example or (STATEMENT.search(named) and not _is_one_of_several(spot)):
        return
    if _is_parameter(named, spot.context.lead.plain):
        return
    said, more = divided(bare(_closed(block.text)))
    told, shown = _apart(block.body)
    answer = (Text(said),) if said else _listed(told)
    label = unmarked(block.label)
    if DONE.search(named) and length(answer) > MAX_LEANING:
        return
    coded = CODED.fullmatch(named) and length(answer) > MAX_CODED
    translated = LATIN_NAME.fullmatch(named) and BARE.fullmatch(said.plain)
    if _takes_turns(spot.parent) and PARTY.match(named):
        return
    if answer and length(answer) <= MAX_ANSWER and not (_says_nothing(_alone(answer) or said) or coded or translated):
        count = len(answer[0].items) if isinstance(answer[0], Items) else 0
        yield Card(
            kind="label",
            key=spot.key("label", label),
            topic=spot.context.topic_led,
            prompt=fill(spot.context.asks.point, x=label),
            cue=spot.context.asks.count.format(n=count) if count > 1 else "",
            answer=answer,
            extra=(
                *((Text(more),) if more else ()),
                *(parts(block.body) if said else parts(shown)),
                *going_on(spot.body, spot.index),
            ),
            weak=_is_weak(spot, named, coded=any(run.kind == "code" for run in label))
            or _of_one_story(spot, named, said.plain)
            or only_uses(BRACKETS.sub("", named).strip(), said.plain),
            place=block.place,
        )


def _of_one_story(spot: Spot, label: str, answer: str) -> bool:
    """Whether what is said holds but for a run of a program or a project of the author's own."""
    titles = [name(title) for title in spot.context.titles]
    made = any(map(sets_up_a_project, titles[1:])) or makes_something(titles[0] if titles else "")
    numbers = any(OF_NUMBERS.search(name(each)) for each in (spot.context.title, *spot.context.labels))
    return (of_one_run(label, answer) and not numbers) or (made and length((Text(RichText.of(answer)),)) <= MAX_SET_UP)


def _is_weak(spot: Spot, label: str, *, coded: bool) -> bool:
    """Whether an answer holds for one system, hangs on the line before, or only words its label in another way."""
    context = spot.context
    above = (name(context.title), *map(name, context.labels[-1:]))
    worded = not coded and is_one_of_them(label, *above)
    advised = any(map(advises, map(name, context.titles)))
    return advised or context.survey.of_a_case or leans(context.lead.plain) or worded


def _names_nothing(label: str) -> bool:
    outside = BRACKETS.sub("", label) if label.strip()[:1] not in "(（" else label
    if not any(map(str.isalpha, outside)) and not label.strip()[:1].isdigit():
        return True
    if len(label.split()) > MAX_NAME:
        return True
    kinds = (NO_NAME, CLAUSE, EXERCISE, MARKED, TOTAL, LOGISTICS, SPEAKER)
    return (
        left_out(label)
        or example(label)
        or heads_an_example(label)
        or opens_example(label)
        or remark(label)
        or any(kind.search(label) for kind in kinds)
    )


def _is_one_of_several(spot: Spot) -> bool:
    """Whether each line of a list says something behind a name, be that a statement (`each machine has a copy`)."""
    items = spot.parent.items if isinstance(spot.parent, List) else ()
    return len(items) > 1 and all(isinstance(item, Labelled) and item.text for item in items)


def _is_parameter(label: str, call: str) -> bool:
    """Whether a label is a parameter of the function above it (`perm(int[] arr, int depth)`): what its author called it is the
    legend of that line."""
    found = SIGNATURE.fullmatch(call)
    return found is not None and label.split()[-1] in re.findall(r"\w+", found["taken"])


def _takes_turns(parent: Block | None) -> bool:
    """Whether a list tells in order what several do (`서버: …`, `클라이언트: …`)."""
    if not isinstance(parent, List) or parent.style != "ordered":
        return False
    return sum(isinstance(item, Labelled) and bool(PARTY.match(name(item.label))) for item in parent.items) > 1


def _says_nothing(answer: RichText) -> bool:
    """Whether an answer leads elsewhere, leans on the line before, or is what somebody said."""
    plain = answer.plain
    if QUOTED.fullmatch(plain) or MEASURED.fullmatch(plain):
        return True
    if plain and not any(map(str.isalnum, plain)) and OPEN_ANSWER.fullmatch(plain):
        return True
    if opens_example(plain) or points(plain):
        return True
    if any(run.href for run in answer) and all(run.href for run in answer if any(map(str.isalnum, run.text))):
        return True
    if any(kind.search(plain) for kind in (NO_ANSWER, ORDER, EQUATES, ANNOUNCES, CHATTER)):
        return True
    return bool(LED.match(plain)) or (bool(LEANS.search(plain)) and weight(plain) <= MAX_LEANING)


def _apart(body: tuple[Block, ...]) -> tuple[tuple[Block, ...], tuple[Block, ...]]:
    """What is said below a label, and the pictures and the code that show it; these are for the back as well. A label that
    leads to code (`Or, from Python:`) is told by no line behind that."""
    shown = tuple(block for block in body if isinstance(block, Figure | Code))
    first = next((block for block in body if not isinstance(block, Figure)), None)
    return (body, ()) if isinstance(first, Code) else (tuple(each for each in body if each not in shown), shown)


def _alone(answer: tuple[Text | Items, ...]) -> RichText:
    """An answer of one line as such, wherever that stood."""
    return answer[0].text if len(answer) == 1 and isinstance(answer[0], Text) else RichText()


def _closed(text: RichText) -> RichText:
    """A text without a last sentence that only leads to what is below it (`There are two types:`)."""
    if not LEADS_IN.search(text.plain):
        return text
    *whole, last = sentences(text)
    return strip(between(text, 0, len(text.plain.rstrip()) - len(last.plain))) if whole else RichText()


def _listed(body: tuple[Block, ...]) -> tuple[Text | Items, ...]:
    """The lines below a label, where they are few and short and nothing else is below it: a list of them, or a quotation.

    Lines that are asked for one by one are no answer together.
    """
    match body:
        case [List(label=label, items=inner, role="points")] if not label:
            body = inner
        case [Quote(body=inner)]:
            body = inner
    if any(isinstance(block, Labelled | Pair | Command) for block in body):
        return ()
    entries = tuple(entry for entry in items(body) if not ANNOUNCES.search(entry.text.plain))
    if not 0 < len(entries) <= MAX_LISTED or any(not entry.text for entry in entries):
        return ()
    if 2 * sum(any(run.href for run in entry.text) for entry in entries) > len(entries):
        return ()
    if all(WHOLLY_QUOTED.fullmatch(entry.text.plain) for entry in entries):
        return ()
    if any(isinstance(part, Image) for entry in entries for part in entry.inner):
        return ()
    if len(entries) == 1 and not entries[0].inner:
        return (Text(entries[0].text),)
    found = Items(entries)
    return (found,) if length((found,)) <= MAX_LISTED_WEIGHT else ()
