"""How a label is told from the text behind it: by its weight alone, or by a colon as well, and in one way beside others."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ...model import RichText, Run, Style
from ...richtext import between, merge
from ..measure import parts_words

_COLON = re.compile(r"\s*[:：]")
ENDS = frozenset("?？!！:：.。…,，;；")
"""Marks behind which no colon follows."""


def bold(text: RichText) -> RichText:
    """Each run in bold; the reader left the label's own emphasis out."""
    return RichText(replace(run, styles=run.styles | {Style.BOLD}) for run in text)


def needs_colon(text: RichText, name: RichText) -> bool:
    """Whether labels beside a text with its own, or with a bold beginning that is none, need a colon: what is behind
    the label is bold, so that nobody would see where it begins, or the bold beginning has a colon."""
    _, rest = _parts(text, name)
    return (bool(rest) and Style.BOLD in rest.runs[0].styles) or _closed(text) or _colon_of(text) is not None


def with_colon(text: RichText, name: RichText) -> RichText:
    """A text with a colon behind its label, or behind its bold beginning where it has one there, and as bold as that."""
    label, rest = _parts(text, name)
    if not rest or label.plain[-1] in ENDS:
        return _drawn_in(text)
    spaced = parts_words(label.plain[-1])
    colon = Run(":" if spaced else "：", frozenset([Style.BOLD]))
    return merge((*label, colon, *([Run(" ")] if spaced else []), *rest))


def _parts(text: RichText, name: RichText) -> tuple[RichText, RichText]:
    """A label, and what stands behind it and the space that parts them; nothing where there is not both."""
    whole, length = text.plain, len(name.plain)
    if not length or not whole.startswith(f"{name.plain} ") or len(whole) <= length + 1:
        return RichText(), RichText()
    return between(text, 0, length), between(text, length + 1, len(whole))


def _begins_bold(text: RichText) -> bool:
    first, *rest = (Style.BOLD in run.styles for run in text.runs[:2]) if text else (False,)
    return first and rest == [False]


def _closed(text: RichText) -> bool:
    """Whether the bold beginning of a text ends with a colon."""
    return _begins_bold(text) and text.runs[0].text.rstrip().endswith((":", "："))


def _colon_of(text: RichText) -> re.Match[str] | None:
    """The colon right behind the bold beginning of a text."""
    return _COLON.match(text.runs[1].text) if _begins_bold(text) and text.runs[1].kind == "text" else None


def _drawn_in(text: RichText) -> RichText:
    """A text whose colon behind a bold beginning is as bold."""
    if not (found := _colon_of(text)):
        return text
    first, second, *rest = text.runs
    colon = Run(found[0].strip(), first.styles)
    return merge((first, colon, replace(second, text=second.text[found.end() :]), *rest))
