"""Lines whose form alone gives their role: pictures with captions, terms, examples in italics, names in bold."""

from __future__ import annotations

import re

from msgspec.structs import replace

from ... import richtext
from ...model import Block, Example, Figure, RichText, Run, Style, Subheading, Term
from . import prose
from . import vocabulary as v
from .defined import answered
from .labels import plainly

MAX_CAPTION = 60

_PARTICLE = re.compile(r"(?:의|은|는|이|가|을|를|에|로|와|과|처럼|에서|에는|の|は|が|を|に|で|と)\s?\w")
_JOINS = re.compile(
    r"(?:and|or|where|with|then|subject to|so that|such that|및|또는|그리고|여기서|단)[,:]?", re.IGNORECASE
)
"""What joins two formulas, and says nothing of a picture of one."""
_ABBREVIATION = re.compile(r"\*\[(?P<term>[^\[\]]{1,40})\]:\s+(?P<meaning>\S.*)$", re.DOTALL)
"""As PHP Markdown Extra has it."""
_FILE_NAME = re.compile(r"\S+\.(?:png|jpe?g|gif|svg|webp)", re.IGNORECASE)


def special(line: prose.Line) -> list[Block]:
    """A line whose form alone gives its role, or nothing: most lines are sentences.

    Italics alone say little (`_Source: …_`, `_Made with …_`): an example begins as one, or follows one (see `lists`).
    """
    if line.term:
        return [answered(line.term, line.text, (), line.place) or Term(line.term, line.text, line.place)]
    if any(run.kind == "image" for run in line.text):
        return _pictures(line)
    if short := _ABBREVIATION.match(line.text.plain):
        term, meaning = (richtext.strip(richtext.between(line.text, *short.span(part))) for part in ("term", "meaning"))
        return [Term(term, meaning, line.place)]
    if prose.styled_whole(line.text, Style.ITALIC) and v.EXAMPLE_START.search(line.text.plain):
        return [Example(richtext.without(line.text, Style.ITALIC), line.place)]
    if prose.styled_whole(line.text, Style.BOLD) and _names(line.text.plain):
        return [Subheading(plainly(line.text), line.place)]
    return []


def _names(plain: str) -> bool:
    """Whether a line in bold names what follows: short, no statement of its own, and not of marks alone."""
    if not any(map(str.isalnum, plain)):
        return False
    states = v.SENTENCE_END.search(plain) and not plain.rstrip().endswith(("!", "?", "？", "…"))
    return len(plain) <= MAX_CAPTION and not states and not v.CLAUSE_END.search(plain)


def _pictures(line: prose.Line) -> list[Block]:
    """The pictures of a line, each with the text directly before it, or its alt text, as the caption.

    A picture in the midst of a sentence does not tear it: the sentence is kept whole and the picture stands below it.
    """
    out: list[Block] = []
    before: list[Run] = []
    if whole := _sentence(line.text):
        return [*prose.statement(whole, line.place), *(_figure(run, line) for run in line.text if run.kind == "image")]
    for run in line.text:
        if run.kind != "image":
            before.append(run)
            continue
        lead = richtext.strip(RichText(before))
        joins = bool(_JOINS.fullmatch(lead.plain)) if lead else False
        is_caption = (
            bool(lead) and not joins and len(lead.plain) <= MAX_CAPTION and not v.SENTENCE_END.search(lead.plain)
        )
        if lead and not is_caption:
            out.extend(prose.statement(lead, line.place))
        figure = _figure(run, line)
        own = figure.caption if run.hint else RichText()
        out.append(replace(figure, caption=richtext.join(filter(None, [lead, own]), " · ")) if is_caption else figure)
        before = []
    if rest := richtext.strip(RichText(before)):
        out.extend(prose.statement(rest, line.place))
    return out


def _sentence(text: RichText) -> RichText | None:
    """The words of a line around its only picture, where they are one sentence."""
    at = [i for i, run in enumerate(text) if run.kind == "image"]
    if len(at) != 1:
        return None
    lead, rest = (richtext.strip(RichText(part)) for part in (text.runs[: at[0]], text.runs[at[0] + 1 :]))
    goes_on = bool(rest) and (rest.plain[0].islower() or bool(_PARTICLE.match(rest.plain)))
    return richtext.join([lead, rest]) if lead and goes_on else None


def _figure(run: Run, line: prose.Line) -> Figure:
    alt = "" if v.GENERIC_ALT.match(run.text.strip()) or _FILE_NAME.fullmatch(run.text.strip()) else run.text.strip()
    link = run.link if richtext.is_address(run.link) else ""
    title = run.hint.strip()
    if run.cloze or _FILE_NAME.fullmatch(title) or v.GENERIC_ALT.match(title):
        title = ""
    return Figure(run.href, RichText.of(title or alt), alt, link, line.place)
