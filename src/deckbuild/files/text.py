"""Reading text, with a clear word about what can go wrong."""

from __future__ import annotations

from pathlib import Path

from ..diagnostics import Diagnostic, Problem, error
from ..model import Place


def text_of(path: Path, name: str) -> str:
    """The UTF-8 text of a file that messages call `name`. Raises `Problem` where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError as fault:
        raise Problem(unreadable(fault, name)) from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"not UTF-8: byte 0x{data[fault.start]:02x} cannot be read"
        raise Problem(error(Place(name, line), "not-utf8", message, "save the file as UTF-8")) from None


def unreadable(fault: OSError, name: str) -> Diagnostic:
    """Why a file cannot be read, in one line."""
    if isinstance(fault, PermissionError):
        return error(Place(name), "no-permission", "it may not be read", f"allow it: chmod u+r '{name}'")
    reason = (fault.strerror or str(fault)).lower()
    return error(Place(name), "unreadable", f"it cannot be read: {reason}")


def modified(path: Path) -> int:
    """When a file was last changed, in seconds since 1970; 0 where there is none."""
    try:
        return int(path.stat().st_mtime)
    except OSError:
        return 0
