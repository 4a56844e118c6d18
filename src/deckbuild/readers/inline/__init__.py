"""Inline Markdown → runs.

A scanner sets apart what is no emphasis (code, formulas, links, tags, holes …), Python-Markdown decides about the
emphasis of what is left, and both together are flattened into runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from ...model import PLAIN, RichText, Run
from ..letters import normalised
from .addresses import NO_LINKS, Link, normal_label
from .atoms import NOTHING, Said
from .emphasis import protected, styled, too_many
from .runs import Runs, folded, tidy
from .scanner import Scanner
from .tags import SILENT_TAGS, STYLE_TAGS

MAX_SIGNS = 150_000
"""Signs of markup in one text beyond which it is taken as it is."""
MAX_PIECE = 8_000
"""The emphasis of longer text is read piece by piece: the engine copies the text at each mark that it finds."""

_MARKUP = re.compile(
    r"[`\\*<&\[$:=~{hw _](?:(?<=[`\\*<&\[$])|(?<=:)(?=[a-z0-9+-][\w+-]{0,40}:)|(?<==)(?==)|(?<=~)(?=~)|(?<=\{)(?=\{c)"
    r"|(?<=h)(?=ttps?://)|(?<=w)(?=ww\.)|(?<= )(?= \n)|(?<![A-Za-z0-9]_)(?<=_)|(?<=_)(?![A-Za-z0-9]))"
)
"""Without one of these a text has no markup. A single underscore within a Latin word is none."""

_MARKERS = {2: None, 3: None}
"""The characters that Python-Markdown marks its placeholders with; no text has them."""
_SIGNS = "`\\$<&[!{^=~:"
_END = re.compile(r".*(?:\n|[.!?]\s|[。！？])|.*\s", re.DOTALL)

__all__ = ["NO_LINKS", "SILENT_TAGS", "STYLE_TAGS", "Inline", "Link", "folded", "normal_label", "read_inline"]


class Inline(Struct, frozen=True):
    """What a stretch of inline Markdown says. Line breaks of the source are `\\n` in the text of the runs.

    `quoted_targets` are link targets that stood in quotation marks; `unknown_tags` the names of HTML elements that
    nobody knows, of which only the words are kept; `literal` is true where the text, or a part of it, was too
    intricate to read as Markdown and was taken as it is.
    """

    text: RichText
    quoted_targets: tuple[str, ...] = ()
    literal: bool = False
    unknown_tags: tuple[str, ...] = ()


def read_inline(source: str, links: Mapping[str, Link] = NO_LINKS, fenced: bool = False) -> Inline:
    """Read one block's inline text (a paragraph, a cell, a heading).

    `links` holds the link reference definitions of the note by `normal_label`. `fenced` text stands in a fence, where
    people see tags and `[[links]]` as they are written.
    """
    if "\2" in source or "\3" in source:
        source = source.translate(_MARKERS)
    if not _MARKUP.search(source):
        return Inline(RichText.of(folded(source.strip())))
    if len(source) > MAX_SIGNS and sum(map(source.count, _SIGNS)) > MAX_SIGNS:
        return Inline(tidy([Run(source)]), literal=True)
    scanner = Scanner(source, links, fenced)
    pieces = scanner.pieces
    marked = protected(scanner.scan(), {"_": pieces.mark(Said("_")), "": pieces.mark(NOTHING)})
    runs = Runs()
    literal = False
    for piece in _pieces(marked):
        intricate = too_many(piece)
        literal = literal or intricate
        runs.take([(piece, PLAIN)] if intricate else styled(piece), pieces)
    unknown = tuple(dict.fromkeys(scanner.unknown))
    text = _clean(runs.text()) if "&" in source else runs.text()
    return Inline(text, tuple(scanner.brackets.quoted), literal, unknown)


def _clean(text: RichText) -> RichText:
    """Letters in one form, also where an entity brought them in (`e&#769;`, `a&shy;b`)."""
    merged = (
        replace(run, text=normalised(run.text), href=normalised(run.href), hint=normalised(run.hint)) for run in text
    )
    return tidy(merged)


def _pieces(source: str) -> Iterator[str]:
    """A long text, cut behind a line or a sentence where it has one."""
    at = 0
    while len(source) - at > MAX_PIECE:
        found = _END.match(source, at, at + MAX_PIECE)
        end = found.end() if found else at + MAX_PIECE
        yield source[at:end]
        at = end
    yield source[at:]
