"""Fences are of five kinds; one in ten Korean notes has prose in them, which a learner wants to read as such.

- *command*: typed into a shell, with or without what it printed.
- *code*: text in a notation: programs, markup, settings, queries, pseudo-code, formulas, requests, the source of a
  drawing that another tool makes, sessions of interpreters, and whatever else must stay as it is.
- *output*: text to look at: what a program printed (results, logs, traces, listings, sample input and output), and what
  is drawn with characters (tables, trees, boxes, memory layouts, matrices). It is kept as it is, like code.
- *diagram*: the source of a drawing that we make ourselves (Mermaid, `stack`, `anatomy`).
- *prose*: sentences, points and lists in a human language.

A label settles it, but for shells (where scripts and stray prose are code). Without one each line speaks for prose or
code. When in doubt a fence is code: a program read as prose is ruined, prose set as code is only less handsome.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Literal

from ....shell import is_shell
from ... import blocks as b
from .drawing import is_drawn, is_output, is_session
from .evidence import weigh
from .languages import DIAGRAM, OUTPUT, SESSION, is_mermaid, is_unnamed, language_of
from .shell import HOST_PROMPT, PROMPT, is_command, is_script, shows_evidence
from .statements import prompt_of, starts

Kind = Literal["command", "code", "output", "diagram", "prose"]

MAX_LINES = 400
"""More lines than these are not looked at."""


def kind_of(fence: b.Fence) -> Kind:
    """What is in a fence, by its language, else by how it looks."""
    lang = language_of(fence)
    if DIAGRAM.fullmatch(lang):
        return "diagram"
    if OUTPUT.fullmatch(lang):
        return "output"
    lines = _said(fence.text)
    if is_shell(lang):
        return _of_shell(lines, lang)
    if not is_unnamed(fence):
        return "code"
    return "diagram" if is_mermaid(lines) else _by_looks(lines)


def _said(text: str) -> list[str]:
    """The first non-blank lines, without the sign of a quotation where all of them bear it."""
    lines = list(islice((line for line in text.split("\n") if line.strip()), MAX_LINES))
    if lines and all(line.lstrip().startswith(">") for line in lines) and not prompt_of(lines):
        bare = [re.sub(r"^(?:\s*>(?!>))+", "", line) for line in lines]
        return [line for line in bare if line.strip()] if not lines[0].lstrip().startswith(">>>") else lines
    return lines


def _of_shell(lines: Sequence[str], lang: str) -> Kind:
    """A fence that says it is a shell's: commands, unless it is a program, or plainly something else."""
    if not lines or is_script(lines):
        return "code"
    if prompt_of(lines):
        return "command"
    if SESSION.fullmatch(lang) and is_session(lines):
        return "output" if any(is_drawn(line) for line in lines) else "code"
    said = [line for line in lines if not line.lstrip().startswith("#")]
    if any(is_command(line) for line in said):
        return "command"
    weights = [weigh(line) for line in lines]
    if said and not _is_prose(weights) and _bear_out(said):
        return "command"
    return "output" if said and (SESSION.fullmatch(lang) or is_output(lines, weights)) else "code"


def _bear_out(said: Sequence[str]) -> bool:
    """Whether the first line and half of all could be commands that we do not know."""
    return shows_evidence(said[0]) and sum(map(shows_evidence, said)) >= len(said) / 2


def _by_looks(lines: Sequence[str]) -> Kind:
    if not lines:
        return "code"
    if is_session(lines):
        return "output" if any(is_drawn(line) for line in lines) else "code"
    if _is_typed(lines):
        return "code" if is_script(lines) else "command"
    weights = [weigh(line) for line in lines]
    if is_output(lines, weights):
        return "output"
    return "prose" if _is_prose(weights) else "code"


def _is_typed(lines: Sequence[str]) -> bool:
    """Whether commands stand at prompts, or make more than half of what is no comment."""
    said = [line for line in lines if not line.lstrip().startswith("#")]
    if prompt := prompt_of(lines):
        strong = prompt is PROMPT
        firm = not strong or any(map(HOST_PROMPT.match, lines))
        return any(prompt.match(line) for line in (lines if firm else said[:3])) and (
            strong or _is_quiet(prompt, lines)
        )
    firsts = [said[i] for i in starts(said)]
    return sum(is_command(line) for line in firsts) > len(firsts) / 2


def _is_quiet(prompt: re.Pattern[str], lines: Sequence[str]) -> bool:
    """Whether nothing but what stands at a prompt that may be a comment's sign speaks for code."""
    return all(weigh(line) >= 0 for line in lines if not prompt.match(line))


def _is_prose(weights: Sequence[int]) -> bool:
    """Whether most lines speak for prose, and hardly any for code."""
    prose = sum(weight > 0 for weight in weights)
    surely_code = sum(weight <= -2 for weight in weights)
    code = sum(weight < 0 for weight in weights)
    return prose >= len(weights) / 2 and code <= len(weights) / 4 and surely_code <= len(weights) / 10
