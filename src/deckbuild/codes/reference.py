"""The codes as Markdown, for the documentation. What stands there is generated, so that it cannot fall behind."""

from __future__ import annotations

from collections.abc import Iterator

from . import AREAS
from .entry import Code

_INTRO = """# Diagnostics

Every message has a place, a level, a fact, a code in brackets and, mostly, a hint:

```text
notes/a.md:3: warning: no image at 'layers.png' [figure-missing]
  hint: paths are relative to the note: notes/
```

An **error** is something that was asked for and is not there; the exit status is 1. A **warning** is probably not what the
author meant, though the output is whole; `--strict` fails on it, unless `--allow CODE` lets it pass. An **info** is something
that the author may want to know; `--quiet` leaves it out. `deckbuild explain CODE` prints what stands here.
"""


def table() -> str:
    """One row a code: what it is called, how bad it is, and what it means."""
    rows = [f"| `{code.name}` | {code.level} | {_cell(code.meaning)} |" for area in AREAS.values() for code in area]
    return "\n".join(["| code | level | what it means |", "|---|---|---|", *rows]) + "\n"


def page() -> str:
    """The whole reference: a section for each area, in it one for each code."""
    parts = [_INTRO]
    for area, codes in AREAS.items():
        parts.append(f"## {area}\n")
        parts += ["\n".join(_section(code)) for code in codes]
    return "\n".join(parts)


def _section(code: Code) -> Iterator[str]:
    yield f"### `{code.name}` ({code.level})\n"
    yield f"{_prose(code.meaning)}\n\n*What to do:* {_prose(code.remedy)}\n"
    if code.source:
        yield f"`{code.file}`{f' ({_prose(code.where)})' if code.where else ''}:\n"
        yield f"{_fence(code.source)}text\n{code.source.rstrip()}\n{_fence(code.source)}\n"
    elif code.where:
        yield f"With {_prose(code.where)}:\n"
    call = f"$ deckbuild {code.call}\n" if code.call else ""
    yield f"```console\n{call}{code.says}\n```\n"


def _fence(text: str) -> str:
    """A fence that the text cannot close."""
    return "````" if "```" in text else "```"


def _prose(text: str) -> str:
    """Words as they stand in Markdown: what would be a tag or a mark is escaped."""
    return text.replace("*", "\\*").replace("<", "\\<").replace("_", "\\_").replace("==", "\\==")


def _cell(text: str) -> str:
    return _prose(text).replace("|", "\\|")
