"""The language that a fence names, and the few names that settle what kind of fence it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ... import blocks as b

UNNAMED = re.compile(r"|text|txt|texto|texte|plain|plaintext|none|no-?highlight")
"""What says nothing about the content: such a fence is told by its looks."""

SESSION = re.compile(r"console|terminal|\w+[-_]?session")
"""Where what was printed may stand beside what was typed."""

OUTPUT = re.compile(r"out|outputs?|results?|stdout|stderr|logs?|출력|결과|실행결과|出力|結果|输出|结果")
DIAGRAM = re.compile(r"mermaid|stack|anatomy")
MATHS = re.compile(r"math")

_MERMAID = re.compile(
    r"(?:graph|flowchart)\s+(?:TB|TD|BT|RL|LR)\b|(?:sequenceDiagram|classDiagram|stateDiagram|erDiagram|gitGraph|"
    r"requirementDiagram|quadrantChart|C4(?:Context|Container|Component|Dynamic|Deployment))(?:-v2)?:?\s*$|"
    r"(?:xychart|sankey|block|packet|architecture)-beta\b|pie(?:\s+showData)?(?:\s+title\s.*)?$|%%\{\s*init\b"
)
_MERMAID_WORD = re.compile(r"(?:gantt|journey|mindmap|timeline|kanban|zenuml|sankey|block|packet)\s*$")


def language_of(fence: b.Fence) -> str:
    """The language a fence names, in lower case: `{.python}`, `python title=x`, `python=12` and `Python` are all python."""
    words = re.split(r"[\s,{}:=]+", (fence.info or "").strip("{} ."), maxsplit=1)
    return words[0].lstrip(".").lower() if words else ""


def is_unnamed(fence: b.Fence) -> bool:
    """Whether a fence names no language: nothing, plain text, only attributes (`title="x"`), or words of its author.

    Fences of Obsidian's admonition plugin (`ad-note`) hold notes.
    """
    lang = language_of(fence)
    attributes = re.match(r"[\w-]+=[\"']", (fence.info or "").strip("{} ."))
    return (
        bool(UNNAMED.fullmatch(lang)) or lang.startswith("ad-") or bool(attributes) or not re.search(r"[a-z0-9]", lang)
    )


def is_mermaid(lines: Sequence[str]) -> bool:
    """Whether the first line of an unlabelled fence is the opening of a Mermaid diagram, and something follows it."""
    said = [line.strip() for line in lines[:8] if line.strip() and not re.match(r"\s*%%(?!\{)", line)]
    if len(said) < 2:
        return False
    return bool(_MERMAID.match(said[0]) or (_MERMAID_WORD.match(said[0]) and not re.match(r"[-*\d]", said[1])))
