"""Reading text, with a clear word about what can go wrong."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from ..diagnostics import Diagnostic, Problem, error
from ..model import Place


def text_of(path: Path, name: str) -> str:
    """The UTF-8 text of a file that messages call `name`. Raises `Problem` where it cannot be read."""
    data = bytes_of(path, name)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fault:
        line = data.count(b"\n", 0, fault.start) + 1
        message = f"not UTF-8: byte 0x{data[fault.start]:02x} cannot be read"
        raise Problem(error(Place(name, line), "not-utf8", message, _remedy(data))) from None


def bytes_of(path: Path, name: str) -> bytes:
    """What is in a file that messages call `name`. Raises `Problem` where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise Problem(unreadable(fault, name)) from None


_WRITTEN_IN = {"cp949": re.compile("[가-힣]{2}"), "cp932": re.compile("[ぁ-ヺ]{2}")}
"""Encodings of Windows, by what a text in them mostly holds."""


def _remedy(data: bytes) -> str:
    """What to do with a file that is not UTF-8, by what else it seems to be."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "it is UTF-16: save the file as UTF-8"
    if b"\0" in data:
        return "it is no text: give it another ending, or a name that starts with '_'"
    for encoding, letters in _WRITTEN_IN.items():
        with suppress(UnicodeError):
            if letters.search(data.decode(encoding)):
                return f"save the file as UTF-8: iconv -f {encoding.upper()} -t UTF-8"
    return "save the file as UTF-8"


def unreadable(fault: OSError, name: str) -> Diagnostic:
    """Why a file cannot be read, in one line."""
    if isinstance(fault, PermissionError):
        return error(Place(name), "no-permission", "it may not be read", f"allow it: chmod u+r '{name}'")
    reason = (fault.strerror or str(fault)).lower()
    hint = "it is a link: mend what it leads to, or delete it" if os.path.islink(fault.filename or "") else ""
    return error(Place(name), "unreadable", f"it cannot be read: {reason}", hint)


def modified(path: Path) -> int:
    """When a file was last changed, in seconds since 1970; 0 where there is none."""
    try:
        return int(path.stat().st_mtime)
    except OSError:
        return 0
