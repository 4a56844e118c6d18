"""Steps → the timing of a slide (`p:timing`), as PowerPoint itself writes it for *Animations ▸ Appear ▸ By Paragraph*.

The main sequence holds a parallel for each click, in it one that begins at once, and in that the effects: the first a
`clickEffect`, the others `withEffect` (ECMA-376-1 §19.5). Effect 1 of class `entr` is *Appear*. Shapes
are listed in `p:bldLst` by the group of their effects; pictures, tables and lines have neither entry nor group.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import count
from typing import assert_never

from ...plan.slides.builds import Step, Target
from ...plan.slides.page import Box, Grid, Image, Rule, Shape

_AT_ONCE = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_TURNING = (
    '<p:prevCondLst><p:cond evt="onPrev" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:prevCondLst>'
    '<p:nextCondLst><p:cond evt="onNext" delay="0"><p:tgtEl><p:sldTgt/></p:tgtEl></p:cond></p:nextCondLst>'
)
Identify = Callable[[int], int]
"""The index of a box in its page → the id of its shape."""
Numbers = Iterator[int]
"""The ids of time nodes: unique on a slide, in the order of the document."""


def timing_xml(steps: Sequence[Step], boxes: Sequence[Box], identify: Identify) -> str:
    """The timing of a slide whose boxes appear in these steps; nothing where there are none."""
    if not steps:
        return ""
    numbers = count(1)
    root, main = next(numbers), next(numbers)
    clicks = "".join(_click(step, boxes, identify, numbers) for step in steps)
    return (
        f'<p:timing><p:tnLst><p:par><p:cTn id="{root}" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="{main}" dur="indefinite" nodeType="mainSeq"><p:childTnLst>{clicks}'
        f"</p:childTnLst></p:cTn>{_TURNING}</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{_builds(steps, boxes, identify)}</p:timing>"
    )


def _click(step: Step, boxes: Sequence[Box], identify: Identify, numbers: Numbers) -> str:
    """All that one click brings."""
    outer, inner = next(numbers), next(numbers)
    effects = "".join(
        _effect(target, boxes[target.box], identify, "withEffect" if i else "clickEffect", numbers)
        for i, target in enumerate(step)
    )
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst><p:par><p:cTn id="{inner}" fill="hold">{_AT_ONCE}'
        f"<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par></p:childTnLst></p:cTn></p:par>"
    )


def _effect(target: Target, box: Box, identify: Identify, start: str, numbers: Numbers) -> str:
    """One thing that appears."""
    effect, change = next(numbers), next(numbers)
    group = ' grpId="0"' if isinstance(box, Shape) else ""
    part = f'<p:txEl><p:pRg st="{target.para}" end="{target.para}"/></p:txEl>' if target.para >= 0 else ""
    shape = f'<p:spTgt spid="{identify(target.box)}"'
    return (
        f'<p:par><p:cTn id="{effect}" presetID="1" presetClass="entr" presetSubtype="0" fill="hold"{group} nodeType="{start}">'
        f'{_AT_ONCE}<p:childTnLst><p:set><p:cBhvr><p:cTn id="{change}" dur="1" fill="hold">{_AT_ONCE}</p:cTn>'
        f"<p:tgtEl>{f'{shape}>{part}</p:spTgt>' if part else f'{shape}/>'}</p:tgtEl>"
        "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
        '<p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par>'
    )


def _builds(steps: Sequence[Step], boxes: Sequence[Box], identify: Identify) -> str:
    """The list of builds, each shape once; nothing where no shape is built."""
    found = dict.fromkeys(entry for step in steps for target in step for entry in _build(target, boxes, identify))
    return f"<p:bldLst>{''.join(found)}</p:bldLst>" if found else ""


def _build(target: Target, boxes: Sequence[Box], identify: Identify) -> Iterator[str]:
    box = boxes[target.box]
    match box:
        case Shape():
            by = ' build="p"' if target.para >= 0 else ' animBg="1"' if box.fill or not box.paras else ""
            yield f'<p:bldP spid="{identify(target.box)}" grpId="0"{by}/>'
        case Image() | Rule() | Grid():
            return
        case _:
            assert_never(box)
