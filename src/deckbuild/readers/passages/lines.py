"""Inline text → its lines, each with its place, and lines → one text again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct
from msgspec.structs import replace

from ... import richtext
from ...model import Place, RichText, Run

MAX_TERM = 60
_MEANING = re.compile(r"^[:：]\s+")


class Line(Struct, frozen=True):
    """One line of prose. `group` counts the paragraphs that blank lines make within a prose fence.

    Where the line is the meaning in a definition list, `term` is the line above it. `broken` where its author broke it
    (`<br>`, a backslash, two spaces), so that the next line is another one.
    """

    text: RichText
    place: Place
    group: int = 0
    term: RichText | None = None
    broken: bool = False

    @property
    def whole(self) -> RichText:
        """All that the line says, with its term."""
        return richtext.join([self.term, self.text], ": ") if self.term else self.text


def lines_of(text: RichText, place: Place) -> list[Line]:
    """Cut at line breaks, soft and hard; each line keeps its own number."""
    rows: list[list[Run]] = [[]]
    broken: set[int] = set()
    for run in text:
        if run.kind == "break":
            broken.add(len(rows) - 1)
            if len(rows) > 1 and not any(r.text.strip() or r.kind == "image" for r in rows[-1]):
                broken.add(len(rows) - 2)
            rows.append([])
        elif run.kind == "text" and "\n" in run.text:
            first, *rest = run.text.split("\n")
            rows[-1].append(replace(run, text=first))
            rows.extend([replace(run, text=part)] for part in rest)
        else:
            rows[-1].append(run)
    lines = [
        Line(stripped, Place(place.path, min(place.line + i, place.last)), broken=n in broken)
        for i, (n, row) in enumerate(_without_empty_first(rows))
        if (stripped := richtext.strip(RichText(row)))
    ]
    return _with_terms(lines)


def _without_empty_first(rows: list[list[Run]]) -> list[tuple[int, list[Run]]]:
    """A `<br>` at the end of a source line breaks it once, not twice. Each row with its index."""
    return [(i, row) for i, row in enumerate(rows) if i == 0 or any(r.text.strip() or r.kind == "image" for r in row)]


def _with_terms(lines: list[Line]) -> list[Line]:
    """A line, and below it `: what it means`, as one: a definition list as PHP Markdown Extra and pandoc write it."""
    meant = [meaning_of(line.text) for line in lines]
    if not any(meant[1:]):
        return lines
    out: list[Line] = []
    held: list[tuple[RichText | None, Line]] = []
    for i, line in enumerate(lines):
        follows = bool(meant[i]) and (bool(held) or bool(out and len(out[-1].text.plain) <= MAX_TERM))
        goes_on = bool(held) and not (i + 1 < len(lines) and meant[i + 1])
        if follows or goes_on:
            held = held or [(None, out.pop())]
            held.append((meant[i], line))
        else:
            out += _term(held)
            held = []
            out.append(line)
    return [*out, *_term(held)]


def meaning_of(text: RichText) -> RichText | None:
    """What stands behind the colon that a line begins with, or nothing."""
    first = text.runs[0]
    found = _MEANING.match(first.text) if first.kind == "text" else None
    return richtext.strip(RichText((replace(first, text=first.text[found.end() :]), *text.runs[1:]))) if found else None


def _term(held: Sequence[tuple[RichText | None, Line]]) -> list[Line]:
    """A term with its meanings, each on a line of its own; a line without a colon goes on with the one before."""
    if not held:
        return []
    term, last = held[0][1], held[-1][1]
    runs: list[Run] = []
    for meaning, line in held[1:]:
        if runs:
            runs.append(Run("\n", kind="break") if meaning else Run(" "))
        runs += meaning or line.text
    return [Line(richtext.merge(runs), term.place.to(last.place), term.group, term.text)]


def soft_join(parts: Iterable[RichText]) -> RichText:
    """Lines as one text: a space between them, none between two Japanese or Chinese characters."""
    runs: list[Run] = []
    before = ""
    for part in parts:
        if runs and not (_wide(before) and _wide(part.plain[:1])):
            runs.append(Run(" "))
        runs += part.runs
        before = part.runs[-1].text[-1:] if part.runs else before
    return richtext.merge(runs)


def joined(lines: Iterable[Line]) -> RichText:
    """Lines as one text with the breaks that their author set."""
    stretches: list[list[RichText]] = [[]]
    for line in lines:
        stretches[-1].append(line.whole)
        if line.broken:
            stretches.append([])
    runs: list[Run] = []
    for stretch in filter(None, stretches):
        runs += [*([Run("\n", kind="break")] if runs else []), *soft_join(stretch)]
    return richtext.merge(runs)


def _wide(char: str) -> bool:
    return bool(re.match(r"[ぁ-ヺ一-鿿、。「」（），：；]", char))
