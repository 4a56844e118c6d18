"""Cards as plain text, for people to read and for tests to compare."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from ...model import RichText, Run, Style
from .model import Blank, Blanks, Card, CardPlan, Formula, Grid, Image, Item, Items, Listing, Masks, Part, Reverse, Text

BAR = "▁▁▁"
"""An item that both sides of a card hide."""
_POWER = re.compile(r"[-+−]?[0-9]+")
_RAISED = str.maketrans("0123456789-+−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺⁻")
"""A power reads as one (`n²`): beside its base (`n2`) it would be another number."""


def render_text(plan: CardPlan, places: bool = False) -> str:
    """All cards of a plan in the order of the note; with `places`, each with its rule and its line."""
    counts = ", ".join(f"{kind} {number}" for kind, number in plan.counts.items())
    head = f"{plan.deck_name} ({plan.language}): {_counted(sum(plan.counts.values()))}" + (
        f" — {counts}" if counts else ""
    )
    return "\n\n".join((head, *(_card(card, places) for card in plan.cards))) + "\n"


def _counted(count: int) -> str:
    return "1 card" if count == 1 else f"{count} cards"


def front(card: Card) -> str:
    """The front of a card in one line, without the path above it."""
    topic = " ".join(part for part in (written(card.topic), card.nth.replace(" / ", "/")) if part)
    asked = " ".join(part for part in (written(card.prompt), f"[{card.gap}]" if card.gap else "", card.cue) if part)
    return " — ".join(part for part in (topic, asked) if part)


def as_data(plan: CardPlan) -> dict[str, Any]:
    """A plan as a JSON document has it. `line` is that of the note, `count` how many cards Anki makes of it."""
    return {
        "source": plan.source,
        "deck": plan.deck_name,
        "language": plan.language,
        "cards": [_data(card) for card in plan.cards],
    }


def _data(card: Card) -> dict[str, Any]:
    reverse = card.reverse
    return {
        "kind": card.kind,
        "rule": card.key.rule,
        "line": card.place.line,
        "note_type": card.note_type,
        "count": card.count,
        "path": list(card.path),
        "front": "\n".join(_front(card)),
        "back": "\n".join(_lines(card.answer)),
        "extra": "\n".join(_lines(card.extra)),
        "typed": card.typed,
        "reverse": {"front": _reversed(reverse), "back": written(reverse.answer)} if reverse else None,
        "tags": list(card.tags),
    }


def _card(card: Card, places: bool) -> str:
    above = " › ".join(card.path)
    rule = "" if card.key.rule.partition("/")[0] == card.kind else f", {card.key.rule}"
    where = f"{rule}, line {card.place.line}" if places else ""
    lines = [f"[{card.kind}{', typed' if card.typed else ''}{where}]{' ' if above else ''}{above}"]
    lines += [f"  {line}" for line in _front(card)]
    lines += [f"  = {line}" if i == 0 else f"    {line}" for i, line in enumerate(_lines(card.answer))]
    lines += [f"  + {line}" for line in _lines(card.extra)]
    if card.reverse:
        lines.append(f"  ⇄ {_reversed(card.reverse)} = {written(card.reverse.answer)}")
    return "\n".join(lines)


def _reversed(reverse: Reverse) -> str:
    return " — ".join(filter(None, (written(reverse.prompt), reverse.cue)))


def _front(card: Card) -> Iterator[str]:
    shown = list(_lines(card.shown))
    if card.kind == "cloze":
        yield f"{front(card)}: {shown[0]}" if card.topic else shown[0]
    elif card.kind == "figure":
        yield f"{shown[0]} {front(card)}"
    else:
        yield front(card)
        yield from shown


def _lines(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        yield from _part(part)


def _part(part: Part) -> Iterator[str]:
    match part:
        case Text(text=text):
            yield written(text)
        case Blanks(parts=parts):
            yield "".join(_blank(blank) if blank.number else _letters(blank.text) for blank in parts)
        case Masks(src=src, masks=masks):
            yield f"[{src}] " + " / ".join(f"[{mask.number}: {mask.text.plain}]" for mask in masks)
        case Items(items=items, ordered=ordered, start=start):
            for n, item in enumerate(items, start):
                yield from _item(item, f"{n}." if ordered else "-")
        case Listing(code=code, shell=shell, blank=blank):
            yield from (
                f"{'$ ' if shell and i == 0 else '  ' if shell else '| '}{'[…]' if i == blank else line}"
                for i, line in enumerate(code.split("\n"))
            )
        case Grid(head=head, rows=rows, row=row, column=column):
            yield " | ".join(map(written, head))
            for r, cells in enumerate(rows):
                yield " | ".join(
                    f"[{written(c)}]" if (r, i) == (row, column) else written(c) for i, c in enumerate(cells)
                )
        case Formula(tex=tex):
            yield f"\\[ {tex} \\]"
        case Image(src=src):
            yield f"[image {src.rpartition('/')[2]}]"
        case _:
            assert_never(part)


def _blank(blank: Blank) -> str:
    hint = f"::{blank.hint}" if blank.hint else ""
    return f"{{{{c{blank.number}::{_letters(blank.text)}{hint}}}}}"


def _item(item: Item, marker: str) -> Iterator[str]:
    text = {"shown": written(item.text), "asked": f"{{{{c1::{written(item.text)}}}}}", "hidden": BAR}[item.state]
    yield f"{marker} {text}"
    yield from (f"   {line}" for line in _lines(item.inner))


def written(text: RichText) -> str:
    """Rich text with code in backticks and formulas as cards have them; other looks are left out."""
    return " ".join(_letters(text).split())


def _letters(text: RichText) -> str:
    return "".join(_run(run) for run in text)


def _run(run: Run) -> str:
    if Style.SUP in run.styles and run.text.strip():
        return run.text.translate(_RAISED) if _POWER.fullmatch(run.text) else f"^{run.text}"
    match run.kind:
        case "code":
            return f"`{run.text}`"
        case "math":
            return f"\\({run.text}\\)"
        case "reference":
            return ""
        case "text" | "break" | "image":
            return run.text
