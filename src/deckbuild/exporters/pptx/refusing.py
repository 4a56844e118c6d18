"""Why a file cannot be a template: what it is instead, by its first bytes and the names of its parts."""

from __future__ import annotations

import io
import zipfile

from ...diagnostics import Diagnostic, error
from ...model import Place

OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""The signature of a compound file (MS-CFB §2.2): Office before 2007, or an encrypted package (MS-OFFCRYPTO §2.3)."""
TYPES = "[Content_Types].xml"
MAIN = "ppt/presentation.xml"
KINDS = {
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "theme/theme/themeManager.xml": "a theme (.thmx)",
    "content.xml": "an OpenDocument file",
}
STRICT = b"http://purl.oclc.org/ooxml/"
LARGEST = 200 << 20
"""Bytes that a package may have when it is unpacked."""
SAVE = "open it in PowerPoint and save it as a template (.potx)"


def refusal(data: bytes, place: Place) -> Diagnostic | None:
    """What keeps a file from being read at all, as far as it shows without opening it."""
    if data.startswith(OLE):
        return _compound(data, place)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return _package(package, place)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return error(place, "template-unreadable", "it is not a PowerPoint file", SAVE)


def _compound(data: bytes, place: Place) -> Diagnostic:
    if "EncryptedPackage".encode("utf-16-le") in data:
        hint = "in PowerPoint choose File > Info > Protect Presentation and clear the password"
        return error(place, "template-unreadable", "it is encrypted with a password", hint)
    if "PowerPoint Document".encode("utf-16-le") in data:
        return error(place, "template-unreadable", "it is a file of PowerPoint 97–2003 (.ppt, .pot)", SAVE)
    return error(place, "template-unreadable", "it is a file of an old Office program, not of PowerPoint", SAVE)


def _package(package: zipfile.ZipFile, place: Place) -> Diagnostic | None:
    names = set(package.namelist())
    if kind := next((kind for part, kind in KINDS.items() if part in names), ""):
        return error(place, "template-unreadable", f"it is {kind}, not a presentation", SAVE)
    if TYPES not in names or not any(name.startswith("ppt/") for name in names):
        return error(place, "template-unreadable", "it is a zip file without a presentation in it", SAVE)
    if any(each.flag_bits & 1 for each in package.infolist()):
        return error(place, "template-unreadable", "its parts are encrypted", "pack it without a password")
    if sum(each.file_size for each in package.infolist()) > LARGEST:
        return error(
            place, "template-unreadable", "it unpacks to more than 200 megabytes", "remove what slides do not need"
        )
    if MAIN in names and STRICT in package.read(MAIN):
        fact = "it is saved as a Strict Open XML presentation"
        return error(place, "template-unreadable", fact, SAVE)
    return None
