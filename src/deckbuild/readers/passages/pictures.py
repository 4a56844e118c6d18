"""Lines whose form alone gives their role: pictures with captions, terms, examples in italics, names in bold."""

from __future__ import annotations

from ... import richtext
from ...model import Block, Example, Figure, RichText, Run, Style, Subheading, Term
from . import prose
from . import vocabulary as v

MAX_CAPTION = 60


def special(line: prose.Line) -> list[Block]:
    """A line whose form alone gives its role, or nothing: most lines are sentences.

    Italics alone say little (`_Source: …_`, `_Made with …_`): an example begins as one, or follows one (see `lists`).
    """
    if line.term:
        return [Term(line.term, line.text, line.place)]
    if any(run.kind == "image" for run in line.text):
        return _pictures(line)
    if prose.styled_whole(line.text, Style.ITALIC) and v.EXAMPLE_START.search(line.text.plain):
        return [Example(richtext.without(line.text, Style.ITALIC), line.place)]
    if prose.styled_whole(line.text, Style.BOLD) and _names(line.text.plain):
        return [Subheading(richtext.without(line.text, Style.BOLD), line.place)]
    return []


def _names(plain: str) -> bool:
    """Whether a line in bold names what follows: short, and no statement of its own."""
    states = v.SENTENCE_END.search(plain) and not plain.rstrip().endswith(("!", "?", "？", "…"))
    return len(plain) <= MAX_CAPTION and not states and not v.CLAUSE_END.search(plain)


def _pictures(line: prose.Line) -> list[Block]:
    """The pictures of a line, each with the text directly before it, or its alt text, as the caption."""
    out: list[Block] = []
    before: list[Run] = []
    for run in line.text:
        if run.kind != "image":
            before.append(run)
            continue
        lead = richtext.strip(RichText(before))
        alt = "" if v.GENERIC_ALT.match(run.text.strip()) else run.text.strip()
        is_caption = bool(lead) and len(lead.plain) <= MAX_CAPTION and not v.SENTENCE_END.search(lead.plain)
        if lead and not is_caption:
            out.extend(prose.statement(lead, line.place))
        out.append(Figure(run.href, lead if is_caption else RichText.of(alt), alt, line.place))
        before = []
    if rest := richtext.strip(RichText(before)):
        out.extend(prose.statement(rest, line.place))
    return out
