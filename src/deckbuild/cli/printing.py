"""Lines on the terminal or into a pipe, whatever letters these can take and whether or not anybody still reads."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TextIO

import click

if TYPE_CHECKING:
    from ..diagnostics import Paint
    from ..files import Source

LOOKS: dict[str, dict[str, Any]] = {
    "path": {"bold": True},
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "info": {"fg": "cyan"},
    "code": {"dim": True},
    "hint": {"fg": "green"},
}


class Unwritable(Exception):
    """Standard output or error takes nothing more: the disk behind it is full, say. The message is the reason."""


def put(line: str) -> None:
    """A line on standard output."""
    _write(sys.stdout, line)


def say(line: str) -> None:
    """A line on standard error."""
    _write(sys.stderr, line)


def put_json(value: object) -> None:
    """A JSON document on standard output. Where that is not UTF-8, what is not ASCII stands as `\\uXXXX`."""
    unicode = (getattr(sys.stdout, "encoding", None) or "").lower().replace("-", "") == "utf8"
    put(json.dumps(value, ensure_ascii=not unicode, indent=2))


def paint_for(stream: TextIO | None) -> Paint:
    """Colours for a terminal; for a pipe, or for people who want none (https://no-color.org), nothing."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    if plain or not is_terminal(stream):
        return lambda text, role: text
    return lambda text, role: click.style(text, **LOOKS[role])


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody watches. A stream that was closed in the call is None."""
    return stream is not None and stream.isatty()


def _write(stream: TextIO | None, line: str) -> None:
    """Letters that the stream cannot take are escaped: in JSON a lone surrogate so stays what it is."""
    if stream is None:
        return
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        click.echo(line.encode(encoding, "backslashreplace").decode(encoding), file=stream)
    except BrokenPipeError:
        _silence(stream)
    except OSError as fault:
        _silence(stream)
        raise Unwritable(fault.strerror or str(fault)) from None


def _silence(stream: TextIO) -> None:
    """Nobody reads on (`| head`): what follows goes nowhere, and the status is still that of the work."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class Progress:
    """The name of the note being built, on a terminal only."""

    def __init__(self) -> None:
        self.status: Any = None

    def __enter__(self) -> Callable[[Source], None]:
        if is_terminal(sys.stderr):
            from rich.console import Console

            self.status = Console(stderr=True).status("reading")
            self.status.start()
        return self._show

    def _show(self, source: Source) -> None:
        if self.status:
            from rich.text import Text

            self.status.update(Text(source.name))

    def __exit__(self, *_: object) -> None:
        if self.status:
            self.status.stop()
