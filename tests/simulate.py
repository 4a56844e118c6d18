"""How well cards are found again after realistic edits of real notes: `python -m tests.simulate FOLDER [--similar]`.

An edit script changes the lines of a note and remembers which is which; by that it is known which card of the edited
note is which of the old one. The share of surviving cards that keep their guid is printed for each rate of edits, with
the number of wrong matches, and beside it the share where the cards do not count that were lost with nothing left of
them: several edits met in one line, and exchanged all of its words. The status is 1 where a bar is missed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from deckbuild.config import Cards
from deckbuild.lock import Lock
from deckbuild.lock.identify import Identified, identify
from deckbuild.lock.records import records
from deckbuild.lock.settle import settle
from deckbuild.plan.cards import Card, CardPlan, plan_cards
from deckbuild.readers.notes import read_note

from .edits import Line, edited, lines_of
from .siblings import Replaced, by_sisters, by_strangers
from .truth import Strays, holds, is_of, truth

BARS = {0.1: 0.995, 0.3: 0.99, 0.6: 0.97}
SIMILAR_BAR = 0.9
INHERITED_BAR = {"strangers": 0.0, "sisters": 0.08}
"""The share of lines of which another in their place may have a card's guid (see `Heirs`): of a stranger, out of another
note, none; of a sister, out of the same list, some, since one that differs in a word is what a line with a word changed
looks like."""
LEAST = 8
"""Cards of a note that is worth a trial."""
SOURCE = "notes/a.md"
LEFT = 0.15
"""The share of a card's words below which an edit left nothing of it: in its place it is to be seen for a stranger."""


class Heirs(NamedTuple):
    """What is inherited where one line took the place of another: whether by a card that is of that line `alone`, None where
    either line has none; and whether a list that a heading asks for at once, of which the line is one item, kept its card.

    Only the first is a wrong history, and has a bar. A list of six of which one item was exchanged is asked as it was and
    answered by the same five: it is the same card with a changed answer, as it would be if the item had been reworded,
    and at least half of a list of several stays in every case. Such lists are counted beside the others, so that one sees
    how many there are. An item that has a card of its own (as each of a long list has) counts as any line does, and so does
    a list of one item.
    """

    alone: bool | None
    as_list: bool


class Outcome(NamedTuple):
    """What became of a card: `kept`, `lost` or `wrong` (it has the guid of another); `spent`, where it was lost with no
    words of it left."""

    what: str
    old: str
    new: str


def planned(lines: Sequence[Line]) -> CardPlan:
    text = "\n".join(line.text for line in lines)
    return plan_cards(read_note(text, SOURCE).deck, (), Cards(budget=0, section=0))


def left(before: Sequence[str], after: Sequence[str]) -> float:
    """The share of the letters of two sides that is in words which are there still, a letter or two aside."""
    old, new = (re.findall(r"\w+", " ".join(dict.fromkeys(sides))) for sides in (before, after))
    stayed = [word for word in old if word in new or get_close_matches(word, new, 1, 0.75)]
    return len("".join(stayed)) / max(1, len("".join(old)))


def trial(text: str, rate: float, seed: int) -> Iterator[Outcome]:
    before = lines_of(text)
    after = edited(before, rate, random.Random(seed))
    old, new = planned(before), planned(after)
    found = identify([old], Lock())
    lock = settle([old], found, [[repr(card) for card in old.cards]], Lock(), 1)
    again = identify([new], lock)
    pairs, fresh = truth(old, new, before, after)
    strays = Strays(old, new, before, after)
    guids = [identity.guid for identity in found.plans[0]]
    sides = [(r.text, r.answer) for r in records(old)], [(r.text, r.answer) for r in records(new)]
    twice = {side for cards in sides for side, n in Counter(cards).items() if n > 1}
    for i, identity in enumerate(again.plans[0]):
        had = guids.index(identity.guid) if identity.guid in guids else None
        if sides[1][i] in twice or (i not in pairs and i not in fresh and not strays(had, i)):
            continue
        right = pairs.get(i)
        if right is not None and sides[0][right] in twice:
            continue
        if right is not None and had == right:
            yield Outcome("kept", "", "")
        elif had is None:
            if right is not None:
                what = "lost" if left(sides[0][right], sides[1][i]) >= LEFT else "spent"
                yield Outcome(what, str(sides[0][right]), str(sides[1][i]))
        elif sides[0][had] != sides[1][i]:
            yield Outcome("wrong", str(sides[0][had]), str(sides[1][i]))


def heirs(found: Replaced) -> Heirs:
    """What becomes of the cards of a line, and of those of its list, when another line takes its place."""
    old, new = planned(found.before), planned(found.after)
    known = identify([old], Lock())
    lock = settle([old], known, [[repr(card) for card in old.cards]], Lock(), 1)
    plans = (old, known, found.before), (new, identify([new], lock), found.after)
    alone, lists = ([_said(*plan, found.number, counts) for plan in plans] for counts in (is_of, holds))
    return Heirs(_has_passed_on(*alone) if all(alone) else None, _has_passed_on(*lists))


def _said(
    plan: CardPlan,
    found: Identified,
    lines: Sequence[Line],
    number: int,
    counts: Callable[[Card, Sequence[Line], int], bool],
) -> dict[str, tuple[str, str]]:
    """What those cards of a plan say that count as cards of a line, by their guids."""
    cards = zip(found.plans[0], plan.cards, records(plan), strict=True)
    return {
        identity.guid: (card.key.text, record.answer) for identity, card, record in cards if counts(card, lines, number)
    }


def _has_passed_on(was: Mapping[str, tuple[str, str]], now: Mapping[str, tuple[str, str]]) -> bool:
    return any(guid in was and was[guid] != said for guid, said in now.items())


def replaced(texts: Sequence[str], seed: int) -> Iterator[tuple[str, Heirs]]:
    """What lines inherit to which others of their kind gave way."""
    for n, text in enumerate(texts):
        chance = random.Random(seed * 1000 + n)
        tries = {
            "strangers": by_strangers(text, [*texts[:n], *texts[n + 1 :]], chance),
            "sisters": by_sisters(text, chance),
        }
        yield from ((kind, heirs(each)) for kind, found in tries.items() for each in found)


def similar() -> str:
    """300 short facts that are much alike."""
    stems = [
        "bind",
        "carry",
        "count",
        "draw",
        "drive",
        "fold",
        "guide",
        "hold",
        "join",
        "keep",
        "lift",
        "load",
        "mark",
        "move",
        "open",
        "pack",
        "pull",
        "push",
        "send",
        "turn",
    ]
    ends = {
        "er": "하는 사람",
        "ing": "하는 일",
        "able": "할 수 있는",
        "ed": "된 것",
        "less": "하지 않는",
        "ful": "하기 좋은",
        "ness": "하는 성질",
        "ward": "하는 쪽으로",
    }
    words = [f"| {stem}{end} | {stem} {meaning} |" for stem in stems for end, meaning in ends.items()][:150]
    flags = [
        f"--{stem}-{noun}"
        for stem in stems[:15]
        for noun in ("all", "one", "last", "names", "sizes", "quiet", "deep", "force", "dry", "links")
    ]
    calls = [f"docker image ls {flag}  # list the images, {flag[2:].replace('-', ' ')}" for flag in flags]
    fences = ["```bash\n" + "\n".join(calls[n : n + 10]) + "\n```\n" for n in range(0, 150, 10)]
    tables = ["| word | meaning |\n|---|---|\n" + "\n".join(words[n : n + 15]) + "\n" for n in range(0, 150, 15)]
    parts = [f"## Part {n}\n\n{part}" for n, part in enumerate((*tables, *fences), 1)]
    return "# Alike\n\n" + "\n".join(parts)


@cache
def notes(folder: Path, count: int, seed: int) -> list[str]:
    files = [
        path
        for path in sorted(folder.rglob("*.md"))
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
    ]
    random.Random(seed).shuffle(files)
    found: list[str] = []
    for path in files:
        text = path.read_text("utf-8", errors="replace")
        if len(text) < 40_000 and len(planned(lines_of(text)).cards) >= LEAST:
            found.append(text)
        if len(found) == count:
            break
    return found


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.simulate", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    parser.add_argument("--notes", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=1, help="add up so many runs, each with the next seed")
    parser.add_argument("--similar", action="store_true")
    parser.add_argument("--show", action="store_true", help="print each card that was lost or taken for another")
    options = parser.parse_args()
    if not options.similar and options.folder is None:
        parser.error("name a FOLDER of notes, or --similar")
    seeds = range(options.seed, options.seed + options.runs)
    texts = {seed: [similar()] if options.similar else notes(options.folder, options.notes, seed) for seed in seeds}
    missed = False
    for rate, bar in ({0.3: SIMILAR_BAR} if options.similar else BARS).items():
        outcomes = [
            each
            for seed, found in texts.items()
            for n, text in enumerate(found)
            for each in trial(text, rate, seed * 1000 + n)
        ]
        count = Counter(each.what for each in outcomes)
        share = count["kept"] / max(1, count.total())
        missed |= share < bar or bool(count["wrong"])
        print(
            f"{rate:4.0%} edits: {count.total():5} cards survive, {share:7.2%} keep their guid (bar {bar:.1%}), {count['wrong']} wrong; "
            f"{count['spent']} lost with nothing left of them, {count['kept'] / max(1, count.total() - count['spent']):.2%} of the others kept"
        )
        for each in outcomes if options.show else ():
            if each.what != "kept":
                print(f"  {each.what}: {each.old}\n     → {each.new}")
    if not options.similar:
        passed_on = [each for seed, found in texts.items() for each in replaced(found, seed)]
        for kind, most in INHERITED_BAR.items():
            of_kind = [each for name, each in passed_on if name == kind]
            alone = [each.alone for each in of_kind if each.alone is not None]
            missed |= sum(alone) > most * len(alone)
            print(
                f"{kind:9}: {len(alone):5} lines gave way to others, {sum(alone)} of which inherit a history; "
                f"beside them {sum(each.as_list for each in of_kind)} lists keep theirs in which an item was exchanged"
            )
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
