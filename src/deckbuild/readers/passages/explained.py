"""Why an answer is right: a line that says so belongs to the question that it explains."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...answer_names import WORKED
from ...model import Block, Labelled, List, Question, Quote
from .. import blocks as b
from .marks import Marked

_WHY = f"{WORKED}|설명|이유|Explanation|EXPLANATION|Rationale|Reasoning|Reason|Why|説明|说明|理由"
_BEGINS = re.compile(rf"\s*(?:>\s*)?(?:\*\*|__)?(?:{_WHY})\s?(?:\*\*|__)?\s?[:：]")
_NAME = re.compile(rf"\s*(?:{_WHY})\s*[:：]?\s*")


def explains(node: Marked) -> bool:
    """Whether a node explains the answer above it."""
    match node:
        case b.Paragraph(text=text):
            return bool(_BEGINS.match(text))
        case b.BlockQuote(body=(b.Paragraph(text=text), *_)):
            return bool(_BEGINS.match(text))
        case b.Details(summary=summary):
            return bool(_NAME.fullmatch(summary))
        case _:
            return False


def explained(before: Block | None, block: Block) -> Question | None:
    """A question with the explanation that stands below its answer."""
    match before, block:
        case Question(body=body), Labelled(label=label) if _NAME.fullmatch(label.plain):
            said: tuple[Block, ...] = (block,)
        case Question(body=body), List(items=(Labelled(label=label) as only,)) if _NAME.fullmatch(label.plain):
            said = (only,)
        case Question(body=body), Quote(body=(Labelled(label=label), *_) as said) if _NAME.fullmatch(label.plain):
            pass
        case _:
            return None
    return replace(before, body=(*body, *said), place=before.place.to(block.place))
