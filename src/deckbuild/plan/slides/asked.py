"""A question on a panel of its own, and on the slide after it the answer, set large."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from ...model import EMPTY, Block, Callout, Figure, Footnote, List, Question, RichText
from ...questions import Asked, asked, chosen, demands, offered
from ...readable import readable
from ...richtext import to_plain
from ...wording import words as english
from .body import Context, body_drafts
from .choices import choice_boxes
from .draft import Draft
from .figure import Shown, figure_boxes, legible, shown
from .formula import tallest
from .formulated import as_answer, below_question
from .frame import BELOW, Frame
from .grid import Scale, look, on
from .groups import pack, place, spoken
from .inline import breaks_words, para, para_height, para_lines, paras_height, spans
from .items import Aside, Break, Element, Item, elements
from .labels import with_colon
from .lines import balanced
from .page import Box, Look, Para, Rect, Shape
from .statement import displayable
from .text import said, text_group

MOST = 12
"""Questions of one section that have slides; more are a list to go through. A quiz with choices has any number."""
CONTEXT, CONTEXT_HEIGHT = 220.0, 112.0
"""How far below the top of the body stands what a question is about."""
SHORT, SIGNS = 3, 140
"""Paragraphs and letters that are no more than what a question refers to."""
SIZES = ((32, 42.0, 2), (28, 38.0, 2), (28, 38.0, 3), (24, 34.0, 4))
BESIDE, FIGURE = 448.0, 7
"""The width of an answer beside a figure, and the twelfths of the body left of that."""
FIGURE_HEIGHT = 304.0
SUPPORT_GAP, LEAST_SUPPORT = 44.0, 24.0
"""Between an answer and what supports it, and the least room for that."""
Passage = Asked | tuple[Block, ...]


def passages(body: Sequence[Block], wanted: bool) -> list[Passage]:
    """A body with its questions apart, where they are wanted and few."""
    found = [each for block in body for each in _apart(block)] if wanted else []
    asking = [each for each in found if isinstance(each, Asked)]
    if not asking or sum(not offered(each.question)[1] for each in asking) > MOST:
        return [tuple(body)]
    out: list[Passage] = []
    run: list[Block] = []
    for each in found:
        if isinstance(each, Asked):
            out += [tuple(run)] if run else []
            out.append(each)
            run = []
        else:
            run.append(each)
    last = out[-1]
    if run and isinstance(last, Asked) and all(isinstance(each, Footnote) for each in run):
        return [*out[:-1], replace(last, body=(*last.body, *run))]
    return [*out, tuple(run)] if run else out


def _apart(block: Block) -> Iterator[Asked | Block]:
    """A block, or the questions of a list with what stands between them."""
    if found := _shown(block):
        yield found
        return
    if not isinstance(block, List) or block.label or not any(_shown(item) for item in block.items):
        yield block
        return
    run: list[Block] = []
    for n, item in enumerate(block.items):
        if found := _shown(item):
            if run:
                yield replace(block, items=tuple(run), start=block.start + n - len(run))
            yield found if found.number or block.style != "ordered" else replace(found, number=str(block.start + n))
            run = []
        else:
            run.append(item)
    if run:
        yield replace(block, items=tuple(run), start=block.start + len(block.items) - len(run))


def _shown(block: Block) -> Asked | None:
    """A question that has an answer; the front of a card that is but a name is none."""
    found = asked(block)
    if found is None or not (found.answer or _seen(found.body)):
        return None
    question, choices = offered(found.question)
    put = isinstance(block, Callout) or (isinstance(block, Question) and block.marked)
    return found if put or demands(question) or choices else None


def askable(question: RichText, frame: Frame) -> bool:
    """Whether a question is short enough to be set large, with its formulas in words, as titles have them."""
    return displayable(RichText(replace(r, kind="text", href="") if r.kind == "math" else r for r in question), frame)


def _seen(body: Sequence[Block]) -> bool:
    """Whether anything of an answer is for the audience."""
    return any(not isinstance(each, Aside | Break) for each in elements(body, english("")))


def question_drafts(found: Asked, lead: Sequence[Item], context: Context) -> list[Draft]:
    """The panel of a question; one that is too long for it, or whose choices are, on slides of text."""
    drafts = _question_drafts(found, lead, context)
    return [replace(draft, suffix=called(found.number, context) or draft.suffix) for draft in drafts]


def called(number: str, context: Context) -> str:
    """What stands above a question that has a number: as its author calls it, else in the language of the note."""
    return f"{context.words.question} {number}" if number.isdigit() else number


def _put(found: Asked, context: Context) -> tuple[RichText, tuple[RichText, ...]]:
    """A question as its slides have it, with the answers that it offers: what it is called stands before it where
    nothing stands above titles."""
    question, choices = offered(found.question)
    before = f"{called(found.number, context)}. " if found.number and not context.frame.kicker.h else ""
    return RichText.of(before) + question, choices


def _question_drafts(found: Asked, lead: Sequence[Item], context: Context) -> list[Draft]:
    question, choices = _put(found, context)
    short = askable(question, context.frame)
    if short and (not choices or choice_boxes(choices, _below(context.frame), context.section)):
        return [question_draft(question, choices, lead, context)]
    stem = [] if short else [Item(question, bold=True)]
    drafts = body_drafts([*lead, *stem, *map(Item, choices)], context)
    title = question if short else None
    return [replace(draft, title=title, suffix=context.words.question, role="asking") for draft in drafts]


def question_draft(
    question: RichText | None,
    choices: Sequence[RichText],
    lead: Sequence[Item],
    context: Context,
    named: RichText = EMPTY,
) -> Draft:
    """The panel of a question, or (without one) of the heading, which is `named`; below it the answers that it offers, else `lead`: what
    was said before, which it is about."""
    about = tuple(_referred(item, context.section) for item in lead)
    if not about and not choices:
        about = below_question(question or named, _below(context.frame), context.section)
    boxes: tuple[Box, ...] = (Shape(_below(context.frame), about, body=True, name="Context"),) if about else ()
    if choices:
        boxes = choice_boxes(choices, _below(context.frame), context.section) or ()
    say = (*map(said, lead), *map(to_plain, choices))
    return Draft("free", boxes, say, suffix=context.words.question, title=question, role="question")


def _below(frame: Frame) -> Rect:
    top = frame.body.y + CONTEXT
    return Rect(frame.body.x, top, frame.text_width, max(min(CONTEXT_HEIGHT, frame.body.bottom - top), 0.0))


def _referred(item: Item, section: int = 0) -> Para:
    text = RichText.of("→ ") + item.text if item.sign == "→" else item.text
    return para(spans(text, look(20, on(section))), 20, before=6.0)


def refers(found: Sequence[Element], frame: Frame) -> tuple[Item, ...]:
    """The few lines that lead to a question and fit below it; nothing where they are more."""
    if frame.body.h + BELOW < CONTEXT + CONTEXT_HEIGHT:
        return ()
    lead = tuple(e for e in found if isinstance(e, Item))
    few = len(lead) <= SHORT and sum(len(item.text.plain) for item in lead) <= SIGNS
    plain = not any(item.bold or item.mono or item.number or item.label or item.level for item in lead)
    return lead if few and plain and paras_height(map(_referred, lead), frame.text_width) <= CONTEXT_HEIGHT else ()


def answer_drafts(found: Asked, figure: Shown | None, context: Context) -> list[Draft]:
    """The answer: large with what supports it, and beside the figure; else as any other text. What is for the speaker
    alone is in its notes."""
    asides = tuple(readable(e.text) for e in elements(found.body, context.words) if isinstance(e, Aside))
    suffix = " · ".join(filter(None, (called(found.number, context), context.words.answer)))
    first, *more = (replace(draft, suffix=suffix) for draft in _answer_drafts(found, figure, context))
    return [replace(first, say=(*first.say, *asides)), *more]


def _answer_drafts(found: Asked, figure: Shown | None, context: Context) -> list[Draft]:
    rest: list[Element] = [e for e in elements(found.body, context.words) if not isinstance(e, Aside)]
    question, choices = _put(found, context)
    title = question if askable(question, context.frame) else None
    answer = Item(chosen(found.answer, choices))
    if not found.answer and _leads(rest) and isinstance(first := rest[0], Item):
        answer, rest = replace(first, sign=""), rest[1:]
    if large := _large(answer, rest, figure, context):
        return [replace(large, title=title)]
    told: list[Element] = [replace(answer, bold=True), *rest] if answer.text else rest
    before: list[Element] = [figure.figure] if figure else []
    drafts = body_drafts([*before, *told], context)
    return [replace(draft, title=title, role="answer") for draft in drafts]


def only_answer(found: Sequence[Element], context: Context) -> Draft | None:
    """What stands below a heading that asks, where it is one short answer with little else."""
    told = [e for e in found if not isinstance(e, Aside)]
    if not _leads(told) or not isinstance(first := told[0], Item):
        return None
    return _large(replace(first, sign=""), told[1:], None, context)


def _leads(found: Sequence[Element]) -> bool:
    """Whether a text has one first statement, and is not a list of equals. A bold line is a heading above others, and
    the statement where it is all there is."""
    first = found[0] if found else None
    if not isinstance(first, Item) or first.number or first.label or (first.heading and len(found) > 1):
        return False
    signs = [e.sign for e in found if isinstance(e, Item) and e.level == first.level and not e.tied]
    return len(signs) == 1 or (first.sign == "" and signs.count("") == 1)


def _large(answer: Item, rest: Sequence[Element], figure: Shown | None, context: Context) -> Draft | None:
    """The answer at the largest size that holds it, and what supports it below; nothing where that is too much."""
    body, frame = context.frame.body, context.frame
    items = [e for e in rest if isinstance(e, Item)]
    width = frame.across(BESIDE) if figure else body.w
    text = with_colon(answer.text, answer.name)
    words = as_answer(text, width, body.h) or _display(text, width) if len(items) == len(rest) else None
    if words is None or answer.mono:
        return None
    alone = any(span.formula and span.formula.block for span in words.spans)
    top = Rect(body.x, body.y, width, words.pitch if alone else para_height(words, width))
    boxes: list[Box] = [Shape(top, (words,), body=not alone, anchor="ctr" if alone else "t", name="Answer")]
    say = [said(answer)]
    if items:
        under = top.bottom + SUPPORT_GAP
        support = _support(items, Rect(body.x, under, min(width, frame.text_width), body.bottom - under), context)
        if support is None:
            return None
        boxes += support[0]
        say += support[1]
    if figure:
        x = frame.column(FIGURE)
        room = Rect(x, body.y, body.right - x, min(FIGURE_HEIGHT, body.h))
        if not legible(figure, room.w, room.h):
            return None
        boxes += figure_boxes(figure, room)
    return Draft("statement", tuple(boxes), tuple(say), suffix=context.words.answer, role="answer")


def _display(text: RichText, width: float) -> Para | None:
    for size, step, lines in SIZES if text else ():
        found = spans(text, Look(size, bold=True, tracking=-0.3))
        each = Para(found, size, max(step, tallest(found)))
        if para_lines(each, width) <= lines and not breaks_words(each, width):
            return balanced(each, width)
    return None


def _support(items: Sequence[Item], area: Rect, context: Context) -> tuple[tuple[Box, ...], list[str]] | None:
    """What stands below an answer at 20 or 18 points."""
    if area.h < LEAST_SUPPORT:
        return None
    raised = [replace(item, level=0, sign="•" if item.sign in ("–", "·") else item.sign) for item in items]
    for size in (20, 18):
        stacks = pack([text_group(raised, Scale(size, 0.5), area.w, context.section, context.frame)], area.h)
        if len(stacks) == 1:
            boxes = place(stacks[0], area)
            return tuple(replace(b, body=False) if isinstance(b, Shape) else b for b in boxes), spoken(stacks[0])
    return None


def figure_of(found: Sequence[Element], context: Context) -> Shown | None:
    """The only picture of a passage, where nothing but text stands beside it."""
    figures = [e for e in found if isinstance(e, Figure)]
    if len(figures) != 1 or not all(isinstance(e, Item | Figure | Aside) for e in found):
        return None
    each = shown(figures[0], context.pictures, context.title, context.words)
    return each if each.picture and each.aspect <= 2.4 else None
