"""Commands, code, output and diagrams: nothing in them is read as Markdown."""

from __future__ import annotations

from ....model import Block, Code, Diagram, Math, Place
from ... import blocks as b
from .commands import commands
from .kinds import Kind
from .languages import DIAGRAM, MATHS, language_of


def verbatim(fence: b.Fence, kind: Kind, path: str) -> list[Block]:
    """The block that a fence is, or the commands in it; nothing where the fence is empty."""
    if not fence.text.strip():
        return []
    place = Place(path, fence.line, max(fence.line, fence.line + fence.text.count("\n")))
    lang = language_of(fence)
    match kind:
        case "command":
            return commands(fence, lang, path)
        case "diagram":
            return [Diagram(fence.text, lang if DIAGRAM.fullmatch(lang) else "mermaid", place=place)]
        case "output":
            return [Code(fence.text, lang, "output", place)]
        case _:
            return [Math(fence.text.strip(), place)] if MATHS.fullmatch(lang) else [Code(fence.text, lang, place=place)]
