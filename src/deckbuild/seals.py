"""Seals: whether a file that was built is still as it was built, told from the file alone.

A build writes over what it wrote itself. What somebody has changed since is theirs, and is kept (see `files.keep`).
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable

ROOTS = "_rels/.rels"
"""Which parts of an Office file are what to the whole of it (ECMA-376-2 §6.5)."""
_DUBLIN = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
_ROOT = re.compile(rb"<Relationship [^>]*>")
_TEXT = re.compile(rb"# deckbuild ([0-9a-f]{16}): [^\n]*\n")
_PART = re.compile(rb"<dc:identifier[^>]*>deckbuild ([0-9a-f]{16})</dc:identifier>")


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


def sealed_text(text: bytes, remark: str) -> bytes:
    """Text below a line of comment that seals it and says `remark`."""
    return f"# deckbuild {_digest(text)}: {remark}\n".encode() + text


def is_text_as_built(data: bytes) -> bool:
    """Whether text has its seal, or had it before an editor changed the ends of its lines."""
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    seal = _TEXT.match(data)
    return seal is not None and seal[1].decode() == _digest(data[seal.end() :])


def core_part(roots: bytes) -> str:
    """The name of the part that says what an Office file is (§8), and where its seal stands; from its `ROOTS`."""
    core = next((each for each in _ROOT.findall(roots) if b'/core-properties"' in each), b"")
    target = re.search(rb'Target="/?([^"]*)"', core)
    return target[1].decode() if target else ""


def package_seal(core: str, parts: Iterable[tuple[str, int]]) -> str:
    """The seal of an Office file, an element of its part `core`, from the name and CRC-32 of all other parts."""
    listed = "\n".join(sorted(f"{name} {crc}" for name, crc in parts if name != core))
    return f"<dc:identifier {_DUBLIN}>deckbuild {_digest(listed.encode())}</dc:identifier>"


def is_package_as_built(data: bytes) -> bool:
    """Whether an Office file has its seal. What is no such file has none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            core = core_part(package.read(ROOTS))
            seal = _PART.search(package.read(core))
            parts = [(info.filename, info.CRC) for info in package.infolist()]
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        return False
    return seal is not None and seal[0].decode() == package_seal(core, parts)
