"""Text that is nothing but a way to somewhere else."""

from __future__ import annotations

import re

from ...model import RichText

_AWAY = re.compile(r"\w+://|mailto:|\.{0,2}/|#|.*\.\w{1,5}(?:#.*)?$")


def target(text: RichText) -> str:
    """Where a text leads, all of it; empty where some of it does not, or where it leads to several places."""
    hrefs = {run.href for run in text if run.text.strip()}
    return hrefs.pop() if len(hrefs) == 1 else ""


def leads_away(text: RichText) -> bool:
    """Whether a text is one link to a page or a file. (`[[Paris]]` is a word first: it names another note.)"""
    return bool(_AWAY.match(target(text)))


def is_external(text: RichText) -> bool:
    """Whether a text is one link to a page on the web."""
    return "://" in target(text)
