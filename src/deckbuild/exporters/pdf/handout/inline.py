"""Paragraphs of a slide → plain data for the template.

Lines must break where the plan counted on it, or earlier never: Korean between words only, and a word that no line holds
between any two letters.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from ....plan.measure import text_width
from ....plan.slides.page import Look, Para, Span
from .formulas import edge, is_whole, mathematics, settable, width
from .paints import PAINTS

Clean = Callable[[str], str]
Node = dict[str, Any]
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_BACKWARDS = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
"""Hebrew and Arabic: a paragraph that begins so is set from right to left."""
_SMALL = 0.66
"""The size of sub- and superscripts over that of their line."""


def paragraph(para: Para, width: float, clean: Clean) -> Node:
    """A paragraph in a box `width` points wide. What stands before a tab hangs left of its text, as a bullet does."""
    head, body = _hung(para)
    bullet = para.bullet
    backwards = bool(_BACKWARDS.match("".join(span.text for span in para.spans).lstrip()[:1]))
    sign = (str(bullet.number) if bullet.number else bullet.sign) if bullet else ""
    look = Look(para.spans[0].look.size if para.spans else para.size, bullet.paint if bullet else "ink", bold=False)
    lead = [_node(Span(clean(sign), look))] if sign.strip() else [_node(_cleaned(span, clean)) for span in head]
    return {
        "runs": list(nodes(body, width - para.left, clean)),
        "lead": lead,
        "pitch": para.pitch,
        "top": edge(para),
        "before": para.before,
        "left": para.left,
        "hang": para.hang,
        "align": "right" if backwards and para.align == "left" else para.align,
        "rtl": backwards,
    }


def _hung(para: Para) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The spans before the first tab and those behind it."""
    for i, span in enumerate(para.spans):
        before, tab, after = span.text.partition("\t")
        if tab and para.hang:
            rest = (Span(after, span.look, span.href),) if after else ()
            return (*para.spans[:i], Span(before, span.look, span.href)), (*rest, *para.spans[i + 1 :])
    return (), para.spans


def nodes(spans: Sequence[Span], room: float, clean: Clean) -> Iterator[Node]:
    """Runs, forced breaks, words that stay whole (`g`) and places where a word too long may break."""
    cleaned = [_cleaned(settable(span), clean) for span in spans]
    if all(span.look.mono for span in cleaned) and _width(cleaned) <= room:  # a line of code, whose spaces count
        yield from map(_node, cleaned)
        return
    for i, word in enumerate(_words(cleaned)):
        if not i and word[0].text.isspace() and word[0].text != "\n":
            continue  # it stood after a sign that no font has
        if word[0].text == "\n":
            yield {"k": "br"}
        elif _width(word) > room or not all(map(is_whole, word)):
            yield from _letters(word, room)
        elif len(word) > 1 or (len(word[0].text) > 1 and _HANGUL.search(word[0].text)):
            yield {"g": [_node(span) for span in word]}
        else:
            yield _node(word[0])


def _cleaned(span: Span, clean: Clean) -> Span:
    """What a formula says is heard, not seen, and needs no glyphs."""
    return span if span.text == "\n" or span.formula else Span(clean(span.text), span.look, span.href)


def _words(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """The spans cut at spaces: each space by itself, all between two spaces together."""
    word: list[Span] = []
    for span in spans:
        if span.formula:
            word.append(span)
            continue
        for part in re.split(r"([ \n]+)", span.text):
            if part and not part.strip(" \n"):
                yield from ([word] if word else [])
                yield [Span("\n" if "\n" in part else part, span.look, span.href)]
                word = []
            elif part:
                word.append(Span(part, span.look, span.href))
    if word:
        yield word


def _width(word: Sequence[Span]) -> float:
    return sum(width(s) if s.formula else _width_of_text(s) for s in word)


def _width_of_text(span: Span) -> float:
    return text_width(span.text, bold=span.look.bold, mono=span.look.mono) * span.look.size


def _letters(word: Sequence[Span], room: float) -> Iterator[Node]:
    """A word in parts: formulas, which break at their signs, and what stands beside them; letters of what is too wide."""
    for span in word:
        if span.formula or _width_of_text(span) <= room:
            yield _node(span)
            continue
        for letter in span.text:
            yield _node(Span(letter, span.look, span.href))
            yield {"k": "cut"}


def _node(span: Span) -> Node:
    """A run with its look; what is not there is false."""
    look = span.look
    if span.formula:
        return {**mathematics(span.formula, span.text), "z": look.size, "c": PAINTS[look.paint]}
    node: Node = {"t": span.text, "z": look.size, "c": PAINTS[look.paint]}
    if look.shift:
        node |= {"z": round(look.size * _SMALL, 2), "y": round(-look.shift / 100 * look.size, 2)}
    flags = "".join(
        flag
        for flag, is_set in (
            ("b", look.bold),
            ("i", look.italic),
            ("u", look.underline and not look.strike),  # PDF/UA-1 has no tag for both
            ("x", look.strike),
            ("m", look.mark),
            ("c", look.mono),
        )
        if is_set
    )
    if flags:
        node["s"] = flags
    if look.tracking:
        node["w"] = look.tracking
    if span.href.startswith(("http://", "https://", "mailto:")):
        node["u"] = span.href
    return node
