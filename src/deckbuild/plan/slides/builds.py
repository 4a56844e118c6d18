"""In which steps a slide appears in front of an audience: one click for each point, with all that belongs to it.

Decided from the boxes alone, so that every layout is built alike. What stands in no step is there from the start: the
title, figures with their captions, links, the large sentence of a statement and the name of what follows it. Print shows
everything at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec import Struct

from .page import Box, Grid, Image, Page, Para, Rect, Rule, Shape

SHOWN_WHOLE = ("title", "contents", "section")
"""Layouts that lead through the deck rather than make a point."""
CHOICES = "Choices"
"""What a text is named whose points are the answers that a question offers; only the first column is the body."""
BELOW_RULE = 24.0
"""Points below a rule within which a box belongs to it."""
TOUCHING = 1.0


class Target(Struct, frozen=True):
    """What appears: a box by its index in the page, or one paragraph of its text (`para`; -1: the box as a whole)."""

    box: int
    para: int = -1


Step = tuple[Target, ...]
"""What appears at one click."""


def build_steps(page: Page) -> tuple[Step, ...]:
    """The clicks of a slide, in reading order; none where all would come at the first and nothing stands before it."""
    if page.layout in SHOWN_WHOLE:
        return ()
    steps: list[Step] = []
    at_start = False
    for i, box in enumerate(page.boxes):
        if _is_there(page, i):
            at_start = True
        elif isinstance(box, Shape) and (box.body or box.name == CHOICES):
            steps += _by_paragraph(i, box.paras)
        elif steps and _joins(page.boxes, steps[-1], box):
            steps[-1] = (*steps[-1], Target(i))
        else:
            steps.append((Target(i),))
    whole = tuple(_with_words(page.boxes, steps))
    return whole if at_start or len(whole) > 1 else ()


def _with_words(boxes: Sequence[Box], steps: Sequence[Step]) -> Iterator[Step]:
    """The steps, each with something to read: lines and grounds appear with what comes after them, the last with what
    came before."""
    bare: Step = ()
    last: Step = ()
    for step in steps:
        if all(_is_mere_paint(boxes[target.box]) for target in step):
            bare = (*bare, *step)
            continue
        if last:
            yield last
        last, bare = (*bare, *step), ()
    if last or bare:
        yield (*last, *bare)


def _is_there(page: Page, index: int) -> bool:
    """Whether a box is on the slide before the first click."""
    box = page.boxes[index]
    match box:
        case Image():
            return True
        case Shape(name="Caption"):
            return index > 0 and _is_figure(page.boxes[index - 1])
        case Shape():
            return box.dashed or bool(box.link) or (page.layout == "statement" and (box.body or box.name == "Child"))
        case Rule() | Grid():
            return False


def _is_figure(box: Box) -> bool:
    """Whether a box is a picture, or the frame of one that is missing."""
    return isinstance(box, Image) or (isinstance(box, Shape) and box.dashed)


def _by_paragraph(index: int, paras: Sequence[Para]) -> Iterator[Step]:
    """One step for each point of a text, with what is nested in it and what follows from it."""
    step: list[Target] = []
    before: Para | None = None
    for n, each in enumerate(paras):
        if before and step and not _comes_with(each, before):
            yield tuple(step)
            step = []
        step.append(Target(index, n))
        before = each
    if step:
        yield tuple(step)


def _comes_with(each: Para, before: Para) -> bool:
    """Whether a paragraph appears together with the one above it: nested, a consequence, or the first below a heading."""
    follows = each.bullet is not None and each.bullet.sign == "→"
    return bool(each.level) or follows or (_is_heading(before) and each.bullet is not None)


def _is_heading(para: Para) -> bool:
    """Whether a paragraph leads to a list: a label, or a sentence with a colon at its end, but no question."""
    text = "".join(span.text for span in para.spans).rstrip()
    bold = bool(text) and all(span.look.bold for span in para.spans)
    return not para.bullet and (text.endswith((":", "：")) or (bold and not text.endswith(("?", "？"))))


def _joins(boxes: Sequence[Box], step: Step, box: Box) -> bool:
    """Whether a box stands in what the step has begun: in a panel, below a rule, or beside its like.

    A column or a row of chips lies below a rule of its own, the words on a panel upon it, code beside its comment.
    """
    first, place = boxes[step[0].box], rect_of(box)
    if _is_mere_paint(box) or step[0].para >= 0:
        return False
    head = rect_of(first)
    within = head.x - TOUCHING <= place.x and place.right <= head.right + TOUCHING and head.y - TOUCHING <= place.y
    if isinstance(first, Rule):
        foot = max(rect_of(boxes[target.box]).bottom for target in step)
        return within and place.y < max(foot, first.y + BELOW_RULE)
    if _is_mere_paint(first):
        return within and place.bottom <= head.bottom + TOUCHING
    named = isinstance(box, Shape) and box.name == "Caption"
    return named or (abs(place.y - head.y) < TOUCHING and abs(place.h - head.h) < TOUCHING)


def _is_mere_paint(box: Box) -> bool:
    """Whether a box shows no words of its own."""
    return isinstance(box, Rule) or (isinstance(box, Shape) and not box.paras)


def rect_of(box: Box) -> Rect:
    """Where a box stands; a rule has no height."""
    return Rect(box.x, box.y, box.w, 0.0) if isinstance(box, Rule) else box.rect
