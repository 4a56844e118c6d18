"""Sentences with blanks where the author emphasised: a term, a command, a number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from msgspec.structs import replace

from ...model import Cloze, Figure, Point, RichText, Run, Style
from ...richtext import between, merge, without
from .answers import parts
from .dangling import dangling, opens_example
from .evidence import convinces, goes_with, joins, speaks_for
from .gaps import Gap, Stretch, gap_at
from .headings import installs, is_readme, sets_up_a_project
from .model import Blank, Blanks, Card
from .phrases import bare, name, sentences, weight
from .spots import Spot
from .terms import can_be_blank
from .vocabulary.clozes import ABOUT, AND, FULL_STOP, PARTICLE, UNFINISHED, WHOLE

MAX_SENTENCE = 320
"""Weight of a sentence that is still read at a glance (see `phrases.weight`)."""
MAX_WHOLE = 90
"""Weight of a sentence whose emphases are all about one thing."""
MAX_BLANKS = 3
"""Blanks in one sentence: more, and nothing is left to say which is which."""
MANY = 3
"""Pieces of code in a row of which none is more to the point."""
_RATED = re.compile(r"[A-Z]")
"""The grade before an entry of a catalogue (`A`, `B`)."""
_LABEL_END = re.compile(r"[:：]\s*$")


def clozes(spot: Spot) -> Iterator[Card]:
    """One card a blank; the highlighter of the author goes before bold and code."""
    block = spot.block
    if isinstance(block, Cloze):
        key = spot.key("cloze", block.text)
        shown = (Blanks(tuple(_marked(block.text))),)
        yield Card(
            kind="cloze",
            key=key,
            topic=spot.topic,
            shown=shown,
            extra=parts(block.body),
            own=True,
            place=block.place,
        )
    if not isinstance(block, Point) or block.leads_to or spot.context.example:
        return
    if _captions(spot, block) or _sets_up(spot):
        return
    for sentence in sentences(block.text):
        if opens_example(sentence.plain):
            return
        kept = _alone(bare(sentence))
        pieces = [] if dangling(sentence.plain) or dangling(kept.plain) else _pieces(kept)
        if fit := _fit(pieces, spot):
            proven = _proven(fit, pieces)
            yield Card(
                kind="cloze",
                key=spot.key("cloze", kept),
                topic=spot.topic,
                shown=(_blanked(pieces, proven or fit),),
                weak=not proven or not any(map(convinces, proven.values())) or spot.context.survey.of_a_case,
                place=block.place,
            )


def _sets_up(spot: Spot) -> bool:
    """Whether a section tells how the program of a README, or a project of the author's own, is put up."""
    title = name(spot.context.title)
    if is_readme(spot.place.path) and (installs(title) or ABOUT.fullmatch(title)):
        return True
    return any(sets_up_a_project(name(title)) for title in spot.context.titles)


def _alone(sentence: RichText) -> RichText:
    """A sentence without what leads from one item of a list to the next at its end (`…, and`)."""
    found = AND.search(sentence.plain)
    return between(sentence, 0, found.start()) if found else sentence


def _captions(spot: Spot, block: Point) -> bool:
    """Whether a line without a full stop stands directly above a picture."""
    following = spot.body[spot.index + 1] if spot.index + 1 < len(spot.body) else None
    return isinstance(following, Figure) and not FULL_STOP.search(block.text.plain)


def _marked(text: RichText) -> Iterator[Blank]:
    """The author's own holes: neighbouring runs of one group are one."""
    for (group, hint), runs in groupby(text, lambda run: (run.cloze, run.hint)):
        yield Blank(merge(replace(run, cloze=0, hint="") for run in runs), group, hint)


def _pieces(sentence: RichText) -> list[Stretch]:
    """A sentence cut at its emphases; nothing where it cannot be asked as a whole."""
    plain = sentence.plain
    if weight(plain) > MAX_SENTENCE or _LABEL_END.search(plain) or UNFINISHED.search(plain):
        return []
    pieces = [piece for stretch in _stretches(sentence) for piece in _without_particle(stretch)]
    rated = bool(pieces) and pieces[0].emphasis == "code" and bool(_RATED.fullmatch(pieces[0].text.plain))
    return [] if rated else pieces


def _fit(pieces: Sequence[Stretch], spot: Spot) -> dict[int, Gap]:
    """The pieces that may be blank, by their index; bold before code."""
    asked = (i for i, piece in enumerate(pieces) if piece.emphasis and _beside(pieces, i) < MANY)
    gaps = {i: gap_at(pieces, i, spot.context) for i in asked}
    return {i: gaps[i] for how in _wanted(pieces) for i in gaps if gaps[i].emphasis == how and can_be_blank(gaps[i])}


def _beside(pieces: Sequence[Stretch], index: int) -> int:
    """How many pieces of code stand in a row with one (`INT`, `REAL` and `CHAR`): each is as right as its neighbours."""
    if pieces[index].emphasis != "code":
        return 1
    return 1 + _in_row(pieces, index, 1) + _in_row(pieces, index, -1)


def _in_row(pieces: Sequence[Stretch], index: int, step: int) -> int:
    found = 0
    while 0 <= index + 2 * step < len(pieces) and joins(pieces[index + step].text.plain):
        index += 2 * step
        found += pieces[index].emphasis == "code"
    return found


def _proven(gaps: dict[int, Gap], pieces: Sequence[Stretch]) -> dict[int, Gap]:
    """Those of them for which something speaks; of two that only a conjunction joins, for one or the other, and in a short
    sentence for any, or that it has two in bold: who stresses two words of a few has chosen them."""
    proven = {i for i, gap in gaps.items() if speaks_for(gap)}
    sentence = "".join(piece.text.plain for piece in pieces)
    if weight(sentence) <= MAX_WHOLE and (proven or (WHOLE.search(sentence) and _stresses_two(gaps))):
        return gaps
    beside = {i for i in proven if i + 2 in gaps and goes_with(gaps[i])}
    before = {i for i in gaps if i + 2 in proven and goes_with(gaps[i])}
    return {i: gap for i, gap in gaps.items() if i in proven or i - 2 in beside or i in before}


def _stresses_two(gaps: dict[int, Gap]) -> bool:
    return len({gap.answer for gap in gaps.values() if gap.emphasis == "bold"}) > 1


def _blanked(pieces: Sequence[Stretch], chosen: dict[int, Gap]) -> Blanks:
    """A sentence with so many blanks that something is left to say which is which."""
    names = list(dict.fromkeys(name(pieces[i].text) for i in chosen))[:MAX_BLANKS]
    in_order = dict.fromkeys(name(piece.text) for piece in pieces if piece.emphasis and name(piece.text) in names)
    numbers = {answer: number for number, answer in enumerate(in_order, 1)}
    return Blanks(tuple(_blank(piece, numbers) for piece in pieces))


def _without_particle(stretch: Stretch) -> Iterator[Stretch]:
    """An emphasis that was drawn a syllable too far (`response를`) ends before the particle."""
    found = PARTICLE.search(stretch.text.plain) if stretch.emphasis else None
    if found is None:
        yield stretch
        return
    yield Stretch(between(stretch.text, 0, found.start()), stretch.emphasis)
    yield Stretch(RichText.of(found[0]))


def _wanted(stretches: Sequence[Stretch]) -> tuple[str, ...]:
    """What marks a blank here. A highlight is meant; where there is one, bold and code are only looks."""
    return ("mark",) if any(stretch.emphasis == "mark" for stretch in stretches) else ("bold", "code")


def _blank(stretch: Stretch, numbers: dict[str, int]) -> Blank:
    number = numbers.get(name(stretch.text), 0) if stretch.emphasis else 0
    return Blank(without(without(stretch.text, Style.MARK), Style.BOLD) if number else stretch.text, number)


def _stretches(sentence: RichText) -> Iterator[Stretch]:
    for emphasis, runs in groupby(sentence, _emphasis):
        yield from _trimmed(merge(runs), emphasis)


def _emphasis(run: Run) -> str:
    if Style.MARK in run.styles:
        return "mark"
    if Style.BOLD in run.styles:
        return "bold"
    return "code" if run.kind == "code" else ""


def _trimmed(text: RichText, emphasis: str) -> Iterator[Stretch]:
    """White space at the edge of an emphasised stretch belongs to the sentence."""
    if not emphasis or text.plain == text.plain.strip():
        yield Stretch(text, emphasis)
        return
    runs = list(text.runs)
    head, tail = runs[0].text, runs[-1].text
    lead, trail = head[: len(head) - len(head.lstrip())], tail[len(tail.rstrip()) :]
    runs[0] = replace(runs[0], text=runs[0].text.lstrip())
    runs[-1] = replace(runs[-1], text=runs[-1].text.rstrip())
    if not text.plain.strip():
        yield Stretch(RichText.of(text.plain))
        return
    for piece, how in ((RichText.of(lead), ""), (RichText(runs), emphasis), (RichText.of(trail), "")):
        if piece:
            yield Stretch(piece, how)
