"""Mermaid source → a scene: flowcharts in our own style, every other type as the engine drew it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import count
from typing import Literal

from msgspec.structs import replace

from ..diagnostics import Diagnostic, error
from ..model import Place
from .alt import drawing_alt, sequence_alt, told
from .engine import ask
from .levelling import levelled
from .pele import flowchart
from .pies import distinct
from .scene import Scene

Direction = Literal["", "LR", "TB"]
"""Which way a flowchart runs: as its author wrote it, or laid out anew for a wide or a high place."""

TURNING = ("flowchart", "class", "state", "er", "requirement")
"""The types that can be laid out in either direction."""

COMPACT = """%%{init: {"sequence": {"wrap": true, "width": 80, "actorMargin": 16, "messageMargin": 20, "boxMargin": 4,
"noteMargin": 4, "mirrorActors": false}}}%%"""
"""What has the engine lay out a sequence as close as its words allow, in more lines, its actors at the top alone."""

CLOSE = '%%{init: {"flowchart": {"nodeSpacing": 25, "rankSpacing": 25, "wrappingWidth": 90}}}%%'
"""What has the engine lay out a flowchart close, its labels in lines of about eight Korean letters."""

_PLAIN = re.compile(r"^\s*sankey(?:-beta)?\b", re.MULTILINE)
"""Types whose grammar in the engine has no letters but those of ASCII, in quotes or without."""
_FOREIGN = re.compile(r"[^\x00-\x7f]+")

_HEADER = re.compile(r"^(\s*(?:flowchart|graph)(?:-elk)?)(?:[ \t]+(?:TB|TD|BT|LR|RL)\b|[ \t]*$)", re.MULTILINE)

_TYPE = re.compile(
    r"^[ \t]*(?:classDiagram(?:-v2)?|stateDiagram(?:-v2)?|erDiagram|requirementDiagram)[ \t]*$", re.MULTILINE
)
_NAMELESS = re.compile(r'<g class="pele-commit-label"[^>]*>(?:<rect[^>]*>)?<text[^>]*>\d+-[0-9a-f]{7}</text></g>')
"""The name of a commit to which its author gave none: it says nothing."""
_FORM = re.compile(r"<(?:text|path|rect|circle|ellipse|line|polygon|polyline)\b")
"""Anything that can be seen in a drawing of the engine."""
_STATED = re.compile(r"^([ \t]*direction[ \t]+)(?:TB|TD|BT|LR|RL)[ \t]*$", re.MULTILINE)


def read(source: str, place: Place, direction: Direction = "") -> tuple[Scene | None, tuple[Diagnostic, ...]]:
    """The scene, or why there is none."""
    names = _foreign(source)
    answer = ask(_said(_directed(source, direction) if direction else source, names), place)
    back = {own: name for name, own in names.items()}
    if isinstance(answer, Diagnostic):
        return None, (replace(answer, message=_said(answer.message, back)),)
    if answer.kind != "flowchart":
        clauses = told(answer.graph) if answer.kind == "sequence" else ()
        svg = _said(_NAMELESS.sub("", answer.svg), back)
        svg, wide = levelled(distinct(svg) if answer.kind == "pie" else svg, answer.width)
        if not _FORM.search(svg):
            return None, (error(place, "diagram-empty", "the diagram holds nothing but its type"),)
        alt = sequence_alt(clauses) or drawing_alt(svg)
        return Scene(answer.kind, wide, answer.height, alt=alt, raw_svg=svg, told=clauses), ()
    scene = flowchart(answer)
    if not scene.nodes:
        return None, (error(place, "diagram-empty", "the diagram has no nodes"),)
    return scene, ()


def _foreign(source: str) -> dict[str, str]:
    """What the words that the engine cannot read are to be called for it: by as much of ASCII as they are wide."""
    if not _PLAIN.search(source):
        return {}
    sign = next(f"Q{'x' * n}" for n in count() if f"Q{'x' * n}0" not in source)
    found = dict.fromkeys(_FOREIGN.findall(source))
    return {word: f"{sign}{number:0{max(2 * len(word) - len(sign) - 1, 2)}}z" for number, word in enumerate(found)}


def _said(text: str, names: Mapping[str, str]) -> str:
    """A text with other names, the longest first."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, names[name])
    return text


def compact(source: str, kind: str) -> str:
    """The source of a sequence or a flowchart, to be laid out close."""
    return f"{source}\n{COMPACT if kind == 'sequence' else CLOSE}\n"


def _directed(source: str, direction: Direction) -> str:
    """The source laid out in a direction: in the header of a flowchart, else as a statement of its own."""
    if _HEADER.search(source):
        return _HEADER.sub(rf"\g<1> {direction}", source, count=1)
    stated = _STATED.search(source)
    if stated and "{" not in source[: stated.start()]:
        return _STATED.sub(rf"\g<1>{direction}", source, count=1)
    return _TYPE.sub(rf"\g<0>\ndirection {direction}", source, count=1)
