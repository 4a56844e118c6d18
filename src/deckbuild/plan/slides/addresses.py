"""Addresses as a reader takes them in."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from ...model import Reference, RichText, Run
from ...readable import readable
from ...richtext import is_address, to_plain
from ..measure import SAFETY, fitting, text_width
from .inline import ELLIPSIS
from .written import letters

LEAST_END = 12
"""Letters of an address that say something behind its host."""


def linked(each: Reference, *, beside: bool = False) -> RichText:
    """A reference by its name, which is the link; one that is named by its address goes by that, as it is read, or by
    its host where the address stands `beside` it."""
    address = (host(each.url) if beside else "") or bare(each.url)
    runs = each.title.runs if each.title and to_plain(each.title) != each.url else (Run(address),)
    return RichText(replace(run, href=each.url) if run.kind == "text" else run for run in runs)


@lru_cache(maxsize=4096)
def spoken(text: RichText) -> str:
    """A text as a speaker reads it, with the notes and files behind its links: on a slide these lead nowhere."""
    said, linked = readable(text), dict[str, str]()
    for run in text if any(run.href for run in text) else ():
        if run.kind not in ("image", "math") and _is_file(run.href):
            linked[run.href] = linked.get(run.href, "") + letters(run.text)
    targets = [unquote(href) for href, words in linked.items() if letters(_stem(unquote(href))) not in words]
    return f"{said} ({', '.join(targets)})" if targets else said


def _is_file(href: str) -> bool:
    return bool(href) and not href.startswith("#") and not is_address(href)


def _stem(path: str) -> str:
    return PurePosixPath(path.partition("#")[0]).name.removesuffix(".md")


def host(url: str) -> str:
    """The host of an address, or nothing where it is none that can be read."""
    try:
        return urlsplit(url).netloc.rpartition("@")[2]
    except ValueError:
        return ""


def shown_address(url: str, size: float, width: float) -> str:
    """An address on one line, as a reader takes it in: in full where that fits, else without scheme and escapes, else
    its host and its end, else its beginning. The link and the speaker's notes have it in full."""
    room = width * SAFETY / size
    short = bare(url)
    for each in (url, short):
        if text_width(each, mono=True) <= room:
            return each
    start = f"{host(url)}/{ELLIPSIS}"
    letters = fitting(short[::-1], room - text_width(start, mono=True), mono=True)
    if letters >= LEAST_END:
        return start + _whole_end(short[-letters:])
    return short[: fitting(short, room - 1.0, mono=True)] + ELLIPSIS


def _whole_end(end: str) -> str:
    """The end of an address from where a part of it begins, if enough is left of it."""
    signs = (found.start() for found in re.finditer(r"[/?&#.=_-](?=\w)", end[: -LEAST_END or None]))
    return end[next(signs, 0) :]


def bare(url: str) -> str:
    """An address without scheme, and without escapes for letters where it says something without them."""
    address = url.partition("://")[2] or url
    plain = unquote(address, errors="replace")
    return plain if "\ufffd" not in plain and plain.isprintable() and " " not in plain else address
