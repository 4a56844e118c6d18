"""Mermaid source → a scene: flowcharts in our own style, every other type as the engine drew it."""

from __future__ import annotations

from ..diagnostics import Diagnostic, error
from ..model import Place
from .engine import ask
from .pele import flowchart
from .scene import Scene


def read(source: str, place: Place) -> tuple[Scene | None, tuple[Diagnostic, ...]]:
    """The scene, or why there is none."""
    answer = ask(source, place)
    if isinstance(answer, Diagnostic):
        return None, (answer,)
    if answer.kind != "flowchart":
        return Scene(answer.kind, answer.width, answer.height, alt="", raw_svg=answer.svg), ()
    scene = flowchart(answer)
    if not scene.nodes:
        return None, (error(place, "diagram-empty", "the diagram has no nodes"),)
    return scene, ()
