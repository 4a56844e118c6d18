"""Answers that a page hides until its reader asks for them: `<details>` or a callout that is named an answer."""

from __future__ import annotations

import re

from msgspec import Struct

from ...answer_names import ANSWER, WORKED
from .. import blocks as b
from .marks import Marked

_NAMES = re.compile(
    r"(?:(?:click|tap|show|see|view|reveal|check)\b.{0,24}?\s)?"
    r"(?:the\s|model\s|correct\s)?(?:answers?|solution)\b.{0,12}|"
    rf"(?:모범\s?|(?:查看|显示|顯示|点击查看|點擊查看)?(?:参考)?)(?:{ANSWER}|{WORKED})"
    r"(?:\s?(?:보기|확인|공개|열기|및 해설|과 해설)|を見る|を表示|と解説|与解析|和解析)?",
    re.IGNORECASE,
)
_CALLOUT = re.compile(r"\[!(?P<kind>\w[\w-]*)(?:\|[^\[\]]*)?\][+-]?[ \t]*(?P<title>.*)")


class Box(Struct, frozen=True):
    """A callout: its kind in lower case, its title as raw inline text, and what it holds."""

    kind: str
    title: str
    body: tuple[b.Node, ...]


def box_of(node: Marked) -> Box | None:
    """The callout that a quotation is: `> [!kind] title`."""
    match node:
        case b.BlockQuote(body=(b.Paragraph() as first, *rest)) if found := _CALLOUT.match(first.text):
            text = first.text[found.end() :].lstrip("\n")
            own = [b.Paragraph(text, first.line + 1, first.end)] if text else []
            return Box(found["kind"].lower(), found["title"].strip(), (*own, *rest))
        case _:
            return None


def veiled(node: Marked) -> tuple[b.Node, ...]:
    """What a node hides as an answer; nothing where it is none."""
    if isinstance(node, b.Details):
        return node.body if _names(node.summary) else ()
    box = box_of(node)
    return box.body if box and _names(box.title) else ()


def _names(title: str) -> bool:
    return bool(_NAMES.fullmatch(re.sub(r"<[^<>]*>|[*_]", "", title).strip(" :：!.▶▼")))
