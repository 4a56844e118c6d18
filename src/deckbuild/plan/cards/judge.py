"""Is it a fair question? What gives an answer away is taken off a card, and no two cards ask the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush

from msgspec import Struct
from msgspec.structs import replace

from ...diagnostics import Diagnostic, info
from ...identity import folded
from ...model import RichText
from .answers import spoken
from .hints import initials, names_itself, told
from .model import Blanks, Card, Image, Items, Masks, Text, blanks
from .phrases import echoes, name, says, unmarked, wide
from .spots import Spot, chain
from .verbs import only_rewords, only_translates

MAX_TYPED = 10
"""Commands to type in one deck: typing costs time, and more of it teaches spelling."""
MAX_PATH = 40
"""Wide letters of the path above a prompt; of narrow ones, twice as many are one line too."""
MAX_SOURCE = 80
"""Wide letters of the line that says where in the note a card is from."""
MIN_TITLE = 12
"""Wide letters that are left of a title that is cut in its middle."""
MAX_ANCESTORS = 3
_ASKED_BY_NAME = ("label", "pair", "definition", "question")
_BARELY_ASKED = ("label", "pair")
"""Kinds that say nothing of a thing but its name; a definition may well begin with that."""
_GLOSS = re.compile(r"\s*[(（][^()（）]*[)）]|[✓✔★☆]\s*")
_BLANKED = re.compile(r"_{3,}")
"""A line that the author left out to be filled in: nobody can know what stands there."""
APART = 5
"""The least distance between two new cards that give each other away."""


class Draft(Struct, frozen=True):
    """A card with the place it was found in, from which more context can be had."""

    card: Card
    spot: Spot


def settled(card: Card, spot: Spot) -> Draft | None:
    """A card with a topic and a path that do not tell its answer; nothing where the prompt itself does, unless its author
    asks so (`Is it A or B?`)."""
    secrets = _secrets(card)
    prompt = f"{card.prompt.plain} {card.cue}"
    if (
        not secrets
        or (not card.own and _BLANKED.search(f"{prompt} {secrets[0]}"))
        or (any(says(prompt, secret) for secret in secrets) and not card.own)
    ):
        return None
    if not card.own and card.kind in _ASKED_BY_NAME and _is_known(card):
        return None
    if folded(card.topic.plain) == folded(card.prompt.plain):
        card = replace(card, topic=RichText())
    for topic in dict.fromkeys((card.topic, *(spot.context.narrower() if card.topic else ()))):
        narrowed = topic != card.topic
        if narrowed and says(prompt, topic.plain):
            continue
        if not any(echoes(topic.plain, secret) for secret in secrets):
            return Draft(_placed(replace(card, topic=topic), spot, secrets), spot)
    return None


def _is_known(card: Card) -> bool:
    """Whether whoever can read the prompt knows the answer, which says it again or only spells it out."""
    asked, answer = name(unmarked(card.prompt)), spoken(card.answer)
    unglossed = _GLOSS.sub("", asked)
    if unglossed and card.kind in _BARELY_ASKED and names_itself(unglossed, answer):
        return True
    if told(asked, answer) or initials(asked, answer) or only_translates(asked, answer):
        return True
    if card.kind in _BARELY_ASKED and names_itself(asked, answer):
        return True
    return only_rewords(asked, name(card.topic), answer)


def _secrets(card: Card) -> tuple[str, ...]:
    """What must not be read on the front. Empty where there is nothing to answer."""
    hidden = tuple(text.plain for _, text in blanks(card.shown))
    if hidden:
        return hidden if all(any(map(str.isalnum, text)) for text in hidden) else ()
    answer = spoken(card.answer)
    if not answer.strip():
        return ()
    return (answer, *(part.text.plain for part in card.answer if isinstance(part, Text) and len(card.answer) > 1))


def _placed(card: Card, spot: Spot, secrets: Sequence[str]) -> Card:
    """A card with its path, source and tags."""
    titles = [name(title) for title in spot.context.titles]
    return replace(
        card,
        path=_path(titles, f"{card.topic.plain} {card.prompt.plain}", secrets, own=bool(card.topic)),
        source=_shortened(titles, MAX_SOURCE),
        tags=_tag(titles),
    )


def _path(titles: Sequence[str], prompt: str, secrets: Sequence[str], own: bool) -> tuple[str, ...]:
    """The headings above, as far as the first that tells the answer, without those that the prompt or it repeats."""
    kept: list[str] = []
    for title in titles[:-1] if own else titles:
        if any(echoes(title, secret) for secret in secrets):
            break
        if not echoes(prompt, title) and not any(says(secret, title) for secret in secrets):
            kept.append(title)
    return _shortened(kept, MAX_PATH)


def _shortened(titles: Sequence[str], limit: int) -> tuple[str, ...]:
    """At most three titles and a line of `limit` wide letters: the outermost and the nearest say most."""
    kept = list(titles)
    narrow = 1 if any(map(wide, titles)) else 2
    limit *= narrow
    if len(kept) > MAX_ANCESTORS:
        kept = [kept[0], "…", *kept[-(MAX_ANCESTORS - 1) :]]
    if len(kept) > 2 and len(" › ".join(kept)) > limit:
        kept = [kept[0], "…", kept[-1]]
    for _ in titles:
        over = len(" › ".join(kept)) - limit
        longest = max(range(len(kept)), key=lambda i: len(kept[i]))
        if over > 0:
            kept[longest] = _ellipsis(kept[longest], max(MIN_TITLE * narrow, len(kept[longest]) - over))
    return tuple(kept)


def _ellipsis(title: str, room: int) -> str:
    half = (room - 1) // 2
    return title if len(title) <= room else f"{title[:half].rstrip()}…{title[-half:].lstrip()}"


def _tag(titles: Sequence[str]) -> tuple[str, ...]:
    """The heading path as one hierarchical tag (Anki: levels are joined by `::`, white space is not allowed)."""
    levels = ["_".join(title.replace("::", ":").replace('"', "").split()) for title in titles]
    return ("::".join(level for level in levels if level),) if any(levels) else ()


def in_subdeck(card: Card, levels: int) -> Card:
    """A card in the deck of its section, for so many levels of headings."""
    names = (" ".join(title.replace("::", ":").split()) for title in card.key.concept[:levels])
    return replace(card, subdeck=tuple(name for name in names if name))


def distinct(drafts: Sequence[Draft]) -> tuple[list[Card], list[Diagnostic]]:
    """Cards that ask the same get more context until they differ; where none is left, the first one stays."""
    widened = list(drafts)
    for step in range(max((len(_contexts(draft)) for draft in drafts), default=0)):
        asked = Counter(front for draft in widened for front in fronts(draft.card))
        if all(count == 1 for count in asked.values()):
            break
        widened = [
            _widened(draft, step) if any(asked[front] > 1 for front in fronts(draft.card)) else draft
            for draft in widened
        ]
    return _first_of_each(widened)


def _contexts(draft: Draft) -> tuple[RichText, ...]:
    """The topics that a card may have instead of its own, each saying more."""
    context = draft.spot.context
    if draft.card.topic:
        return context.topics()[1:]
    above = context.titles[:-1]
    return (
        (context.subject(),)
        if draft.card.kind == "figure"
        else tuple(chain(above[-n:]) for n in range(1, len(above) + 1))
    )


def _widened(draft: Draft, step: int) -> Draft:
    contexts = _contexts(draft)
    if step >= len(contexts):
        return draft
    found = settled(replace(draft.card, topic=contexts[step]), draft.spot)
    return found if found and found.card.topic == contexts[step] else draft


def _first_of_each(drafts: Iterable[Draft]) -> tuple[list[Card], list[Diagnostic]]:
    seen: dict[str, Card] = {}
    kept: list[Card] = []
    said: list[Diagnostic] = []
    for draft in drafts:
        card = draft.card
        other = next((seen[front] for front in fronts(card) if front in seen), None)
        if other is None:
            seen |= dict.fromkeys(fronts(card), card)
            kept.append(card)
        elif spoken(other.answer) != spoken(card.answer):
            asked = f"{card.topic.plain} — {card.prompt.plain} {card.cue}".strip(" —")
            message = f"no card for this: '{asked}' is asked already (line {other.place.line}), with another answer"
            said.append(
                info(card.place, "duplicate-prompt", message, "say in the heading or the line what is different here")
            )
    return kept, said


def fronts(card: Card) -> tuple[str, ...]:
    """What each card of a note shows on its front, without the path: to tell whether two ask the same."""
    asked = f"{card.topic.plain}|{card.prompt.plain}|{card.cue}|{card.gap}|{card.nth}"
    return tuple(folded(f"{asked}|{_seen(card, number)}") for number in card.numbers or (0,))


def _seen(card: Card, number: int) -> str:
    """The text of a front with the blanks of one number left out."""
    shown: list[str] = []
    for part in card.shown:
        match part:
            case Blanks(parts=parts):
                shown += ["[…]" if blank.number == number and number else blank.text.plain for blank in parts]
            case Items(items=items):
                shown += [item.text.plain if item.state == "shown" else f"[{item.state}]" for item in items]
            case Image(src=src):
                shown.append(src)
            case Masks(src=src):
                shown.append(f"{src} [{number}]")
            case _:
                shown.append(spoken((part,)))
    return "".join(shown)


def typed_at_most(cards: Iterable[Card], limit: int = MAX_TYPED) -> Iterator[Card]:
    """Only so many commands are typed; the others are recalled."""
    typed = 0
    for card in cards:
        typed += bool(card.typed)
        yield card if typed <= limit else replace(card, typed="")


def identified(cards: Iterable[Card]) -> Iterator[Card]:
    """Cards with keys of their own: the kind of note is part of it, and so, for true repeats, which one it is."""
    taken: Counter[tuple[str, ...]] = Counter()
    for card in cards:
        rule = card.key.rule if card.note_type == "basic" else f"{card.key.rule}/{card.note_type}"
        meaning = (*map(folded, card.key.above), "", rule, folded(card.key.text))
        taken[meaning] += 1
        again = f"#{taken[meaning]}" if taken[meaning] > 1 else ""
        yield replace(card, key=replace(card.key, rule=rule + again))


def ordered(cards: Sequence[Card]) -> Iterator[Card]:
    """Cards with their place among the new ones: as in the note, but for those that give each other away."""
    queues: dict[str, deque[int]] = defaultdict(deque)
    for i, card in enumerate(cards):
        queues[card.group].append(i)
    free = [(queue[0], group) for group, queue in queues.items()]
    heapify(free)
    resting: deque[tuple[int, str]] = deque()
    places: dict[int, int] = {}
    for place in range(len(cards)):
        while resting and (place >= resting[0][0] or not free):
            _, group = resting.popleft()
            heappush(free, (queues[group][0], group))
        index, group = heappop(free)
        places[index] = place
        queues[group].popleft()
        if queues[group] and group:
            resting.append((place + APART, group))
        elif queues[group]:
            heappush(free, (queues[group][0], group))
    return (replace(card, due=places[i]) for i, card in enumerate(cards))
