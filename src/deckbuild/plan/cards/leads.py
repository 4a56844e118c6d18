"""What stands around lines that belong together: the sentence that leads to them, and the one that goes on with one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...model import Block, Code, Command, Labelled, List, Pair, Point, RichText
from .dangling import dangling, leans, points
from .headings import heads_an_example
from .hints import words_of
from .model import Part, Text
from .phrases import bare, name, says, sentences, unmarked, weight
from .vocabulary.leads import DIVIDES, POINTS, WHOLE

NEAR = 2
"""Lines from a sentence to the list that it leads to."""
MAX_LEAD = 110
"""Weight of a sentence that goes with each of the lines below it."""
MAX_GOING_ON = 280
"""Weight of a paragraph that goes on with the one before it."""
MOST_LINES = 9
"""Lines from a sentence to the last that it leads to."""
MIN_SHARED = 2
"""Words that a sentence and an answer have in common, where the one tells of the other."""
ANNOUNCED = re.compile(r"[:：]\s*$")
_SIGNS = re.compile(r"[ぁ-ヿ㐀-鿿]{4,}")


def lead_above(body: Sequence[Block], index: int) -> RichText:
    """The sentence right above a list or lines with labels that these need to say anything (`Python calls type(name, bases).`
    above `name: …`): it names them, says how many there are, or they are but code. Empty where there is none."""
    first, labelled = _lines(body, index)
    above = body[first - 1] if first > 0 else None
    if not labelled or not isinstance(above, Point) or above.body or above.leads_to:
        return RichText()
    if body[first].place.line - above.place.last > NEAR:
        return RichText()
    last = next(reversed(list(sentences(above.text))), RichText())
    if weight(last.plain) > MAX_LEAD or dangling(last.plain) or leans(last.plain) or POINTS.search(last.plain):
        return RichText()
    if any(run.href for run in last) or any(_tells(last.plain, each) for each in labelled):
        return RichText()
    return unmarked(bare(last)) if _introduces(last.plain, labelled) else RichText()


def shows_an_example(body: Sequence[Block], index: int) -> bool:
    """Whether a line that only announces an example (`Example 1:`) stands above a block, with nothing but code and its like
    between them: what comes out of that case is true of it alone."""
    for above in reversed(body[max(0, index - MOST_LINES) : index]):
        if isinstance(above, Point) and not all(run.kind == "code" for run in above.text if run.text.strip()):
            return bool(ANNOUNCED.search(above.text.plain)) and heads_an_example(above.text.plain.strip())
        if not isinstance(above, Point | Code | Command | Labelled):
            return False
    return False


def _lines(body: Sequence[Block], index: int) -> tuple[int, tuple[Labelled, ...]]:
    """Where the lines with labels begin that a block is one of or holds, and these."""
    block = body[index]
    if isinstance(block, List) and not block.label:
        return index, tuple(item for item in block.items if isinstance(item, Labelled))
    first = last = index
    while first > max(0, index - MOST_LINES) and isinstance(body[first - 1], Labelled | Pair):
        first -= 1
    while last + 1 < min(len(body), index + MOST_LINES) and isinstance(body[last + 1], Labelled | Pair):
        last += 1
    return first, tuple(each for each in body[first : last + 1] if isinstance(each, Labelled))


def _tells(sentence: str, line: Labelled) -> bool:
    """Whether a sentence says part of what stands behind a label."""
    named, answer = name(line.label), name(line.text)
    shared = (words_of(sentence) & words_of(answer)) - words_of(named)
    signs = _SIGNS.findall(answer.replace(named, ""))
    return len(shared) >= MIN_SHARED or any(run[i : i + 4] in sentence for run in signs for i in range(len(run) - 3))


def _introduces(sentence: str, labelled: Sequence[Labelled]) -> bool:
    names = [name(each.label) for each in labelled]
    in_code = all(any(run.kind == "code" for run in each.label) for each in labelled)
    named = sum(says(sentence, each) for each in names)
    return in_code or bool(DIVIDES.search(sentence)) or (named > 1 and 2 * named >= len(names))


def going_on(body: Sequence[Block], index: int) -> tuple[Part, ...]:
    """The paragraph that goes on with the block before it, as its first word says (`또한 …`, `It is …`)."""
    after = body[index + 1] if index + 1 < len(body) else None
    if not isinstance(after, Point) or after.body or after.leads_to:
        return ()
    plain = after.text.plain
    leads_on = index + 2 < len(body) and isinstance(body[index + 2], List | Labelled | Pair)
    rests = bare(after.text) != after.text or leans(plain)
    if leads_on or not rests or points(plain) or not WHOLE.search(plain) or weight(plain) > MAX_GOING_ON:
        return ()
    return (Text(after.text),)
