"""Formulas within text: Office maths for PowerPoint, and beside it the words that other programs show.

`mc:AlternateContent` holds both (ECMA-376-3 §7.5). It is asked for by a prefix of our own for the namespace that
PowerPoint calls `a14`: what counts is the namespace (§7.6), but LibreOffice (7.4, seen) goes by the prefix, takes `a14`
for known and then shows nothing. PowerPoint takes the element within a paragraph as around a shape, as long as it stands
before `a:endParaRPr` (reported by others, not tried here).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from msgspec.structs import replace

from ...formulas.linear import SUB, SUP
from ...plan.slides.page import Formula, Look, Para, Span
from .omml import NAMESPACE, omml

CHOICE = (
    '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice xmlns:maths="http://schemas.microsoft.com/office/drawing/2010/main" Requires="maths">'
)
_FACE = '<a:latin typeface="Cambria Math" panose="02040503050406030204" pitchFamily="18" charset="0"/>'
TEXT_FACE = '<a:latin typeface="+mn-lt"/>'
"""What runs beside a formula say outright, since the list style has the face of formulas."""
Looks = Mapping[int, Look]
"""By the level of a paragraph how formulas look there; Office maths takes that from the list style of its text."""


def looks(paras: Iterable[Para]) -> Looks:
    """How the first formula of each level looks."""
    found: dict[int, Look] = {}
    for para in paras:
        for span in para.spans:
            if span.formula:
                found.setdefault(para.level, span.look)
    return found


def inset(span: Span, level: int, known: Looks, words: str) -> str:
    """A formula within a paragraph, with the runs that say it; these alone where it would look unlike what is around."""
    look = known.get(level)
    if not span.formula or look is None or _drawn_as(look) != _drawn_as(span.look):
        return words
    return f"{CHOICE}{mathematics(span.formula)}</mc:Choice><mc:Fallback>{words}</mc:Fallback></mc:AlternateContent>"


_RAISED = re.compile(f"([{''.join(SUP.values())}]+)|([{''.join(SUB.values())}]+)|([_^])(?:\\(([^()]*)\\)|(\\w))")
_BACK = {small: plain for table in (SUB, SUP) for plain, small in table.items() if plain != "⊤"}


def in_scripts(span: Span) -> tuple[Span, ...]:
    """What a formula says with its small letters as raised and lowered ones, which every face has; a run as it is."""
    if not span.formula:
        return (span,)
    parts, at = [], 0
    for found in _RAISED.finditer(span.text):
        up, down, sign, bracketed, single = found.groups()
        if up == "′" * len(up or "-"):
            continue
        small = "".join(_BACK[char] for char in up or down or "") or bracketed or single
        shift = 30 if up or sign == "^" else -25
        parts += [
            replace(span, text=span.text[at : found.start()], formula=None),
            Span(small, replace(span.look, shift=shift)),
        ]
        at = found.end()
    return tuple(part for part in (*parts, replace(span, text=span.text[at:], formula=None)) if part.text)


def _drawn_as(look: Look) -> tuple[float, str, bool]:
    return look.size, look.paint, look.bold


def mathematics(formula: Formula) -> str:
    """The element that PowerPoint draws (MS-ODRAWXML §2.3.1.11)."""
    found = omml(formula.tree)
    if formula.block:
        found = f'<m:oMathPara><m:oMathParaPr><m:jc m:val="left"/></m:oMathParaPr>{found}</m:oMathPara>'
    return f'<maths:m xmlns:m="{NAMESPACE}">{found}</maths:m>'


def list_style(known: Looks, fill: Callable[[str], str]) -> str:
    """Size, colour and face of formulas, level by level."""
    levels = "".join(_level(n + 1, known[n], fill) for n in sorted(known))
    return f"<a:lstStyle>{levels}</a:lstStyle>" if levels else "<a:lstStyle/>"


def _level(number: int, look: Look, fill: Callable[[str], str]) -> str:
    flags = f'sz="{round(look.size * 100)}" b="{int(look.bold)}"'
    return f"<a:lvl{number}pPr><a:defRPr {flags}>{fill(look.paint)}{_FACE}</a:defRPr></a:lvl{number}pPr>"
