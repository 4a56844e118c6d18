"""Lines whose form alone gives their role: pictures with their captions, a line in italics, a line in bold."""

from __future__ import annotations

from ... import richtext
from ...model import Block, Example, Figure, RichText, Run, Style, Subheading
from . import prose
from . import vocabulary as v

MAX_CAPTION = 60


def special(line: prose.Line) -> list[Block]:
    """A line whose form alone gives its role: pictures, a line in italics, a line in bold."""
    if any(run.kind == "image" for run in line.text):
        return _pictures(line)
    if prose.styled_whole(line.text, Style.ITALIC) and len(line.text.plain) > 1:
        return [Example(richtext.without(line.text, Style.ITALIC), line.place)]
    if prose.styled_whole(line.text, Style.BOLD) and len(line.text.plain) <= MAX_CAPTION:
        return [Subheading(richtext.without(line.text, Style.BOLD), line.place)]
    return []


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
