"""Cards → what stands on the front and on the back of each, as plain data for the template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, assert_never

from msgspec.structs import replace

from ....assets import Picture
from ....diagnostics import Diagnostic
from ....model import RichText, Run, Style
from ....plan.cards.model import (
    Blank,
    Blanks,
    Card,
    CardPlan,
    Formula,
    Grid,
    Image,
    Item,
    Items,
    Listing,
    Masks,
    Part,
    Text,
)
from ....plan.sheet.lines import line
from ....plan.sheet.shapes import Line, Row
from ....plan.sheet.tables import natural, shared
from ...base import Assets
from ..glyphs import Cleaner
from ..inline import Node, nodes
from ..maths import displayed
from ..pictures import embedded

GAP = "[…]"
HIDDEN = "▁▁▁"
ROOM = 20.0
"""About what a line of a card holds, in em."""


class Faces:
    """The faces of all cards, with the picture files that they need and what was found out on the way."""

    def __init__(self, plan: CardPlan, assets: Assets, grey: bool) -> None:
        self.plan, self.grey = plan, grey
        self.cleaner = Cleaner()
        self.files: dict[str, bytes] = {}
        self.diagnostics: list[Diagnostic] = []
        self.pictures = {src: name for i, src in enumerate(_shown(plan)) if (name := self._file(i, assets.get(src)))}
        self.assets = assets

    def _file(self, i: int, picture: Picture | None) -> str:
        made = embedded(picture, "cards", self.grey) if picture else None
        if isinstance(made, Diagnostic):
            self.diagnostics.append(made)
        elif made:
            self.files[f"picture-{i}.svg"] = made
            return f"/picture-{i}.svg"
        return ""

    def all(self) -> list[dict[str, Any]]:
        """Front and back of each card, in the order of the note."""
        return [{"front": self._front(card), "back": self._back(card)} for card in self.plan.cards]

    def _front(self, card: Card) -> dict[str, Any]:
        asked = [card.prompt, RichText.of(card.cue), RichText.of(card.gap)]
        prompt = RichText(run for text in _spaced(asked) for run in text)
        topic = RichText([*card.topic, *([Run(f" {card.nth}")] if card.nth else [])])
        return {
            "path": self.cleaner.clean(" › ".join(card.path)),
            "topic": self.line(topic),
            "ask": self.line(prompt),
            "parts": [self.part(part, filled=False) for part in card.shown],
        }

    def _back(self, card: Card) -> dict[str, Any]:
        """The answer, or the front with its blanks filled; then what is said beside it."""
        answer = card.answer if card.answer and not card.numbers else card.shown
        return {
            "path": self.cleaner.clean(" › ".join(card.source or card.path)),
            "topic": [],
            "ask": [],
            "parts": [self.part(part, filled=True) for part in (answer or card.answer)],
            "extra": [self.part(part, filled=True) for part in card.extra],
        }

    def line(self, text: RichText, room: float = ROOM) -> list[Node]:
        return nodes(_line(text), self.cleaner.clean, {}, room)

    def part(self, part: Part, filled: bool) -> dict[str, Any]:
        """One part of a face; `filled`: with what was blank in it."""
        match part:
            case Text(text=text):
                return {"kind": "text", "line": self.line(text)}
            case Blanks(parts=stretches):
                return {"kind": "text", "line": self.line(_sentence(stretches, filled))}
            case Items(items=items, ordered=ordered, start=start):
                own = [self._item(item, filled) for item in items]
                return {"kind": "list", "items": own, "ordered": ordered, "start": start}
            case Listing(code=code, blank=blank):
                rows = code.split("\n")
                kept = (HIDDEN if i == blank and not filled else row for i, row in enumerate(rows))
                return {"kind": "code", "text": self.cleaner.clean("\n".join(kept))}
            case Grid():
                return self._grid(part, filled)
            case Formula(tex=tex):
                return {"kind": "formula", "tex": self.cleaner.clean(tex), **displayed(tex, self.cleaner.clean)}
            case Image(src=src):
                return self._image(src)
            case Masks(src=src):
                return self._image(src)
            case _:
                assert_never(part)

    def _item(self, item: Item, filled: bool) -> dict[str, Any]:
        words = item.text if item.state == "shown" else RichText.of(HIDDEN if item.state == "hidden" else GAP)
        text = _set_off(item.text) if item.state == "asked" and filled else words
        return {"line": self.line(text), "below": [self.part(part, filled) for part in item.inner]}

    def _grid(self, grid: Grid, filled: bool) -> dict[str, Any]:
        """A table, with the widths of its columns as on a sheet: they are those of both sides, whichever cell is asked for."""
        rows = [tuple(map(_line, row)) for row in (grid.head, *grid.rows)]
        widths, least = natural(rows)
        rooms = [max(3.0, wide - 1) for wide in shared(Row(cells=(), table=0, widths=widths, least=least), ROOM)]

        def cell(row: int, column: int, text: RichText) -> list[Node]:
            asked = (row, column) == (grid.row, grid.column)
            said = text if not asked else _set_off(text) if filled else RichText.of(GAP)
            return self.line(said, rooms[column])

        body = [[cell(i, j, text) for j, text in enumerate(row)] for i, row in enumerate(grid.rows)]
        head = [self.line(text, room) for text, room in zip(grid.head, rooms, strict=True)]
        return {"kind": "grid", "head": head, "rows": body, "widths": widths, "least": least}

    def _image(self, src: str) -> dict[str, Any]:
        if src not in self.pictures:
            return {"kind": "text", "line": [f"[{self.cleaner.clean(src)}]"]}
        picture = self.assets[src]
        return {"kind": "image", "file": self.pictures[src], "aspect": round(picture.aspect, 5), "px": picture.width}


def _line(text: RichText) -> Line:
    """A text without the marks of footnotes, which no card has."""
    return line(RichText(run for run in text if run.kind != "reference"))


def _spaced(texts: Iterable[RichText]) -> Iterator[RichText]:
    first = True
    for text in texts:
        if text:
            yield text if first else RichText([Run(" "), *text])
            first = False


def _sentence(stretches: Iterable[Blank], filled: bool) -> RichText:
    runs: list[Run] = []
    for each in stretches:
        hint = f"[{each.hint}]" if each.hint else GAP
        text = each.text if not each.number else _set_off(each.text) if filled else RichText.of(hint)
        runs += text
    return RichText(runs)


def _set_off(text: RichText) -> RichText:
    """What was asked for, to be seen at once among what was not."""
    return RichText(replace(run, styles=run.styles | {Style.BOLD, Style.UNDERLINE}) for run in text)


def _shown(plan: CardPlan) -> list[str]:
    """Every picture of the cards once."""
    found: dict[str, None] = {}
    for card in plan.cards:
        parts: list[Part] = [*card.shown, *card.answer, *card.extra]
        while parts:
            part = parts.pop(0)
            if isinstance(part, Image):
                found[part.src] = None
            elif isinstance(part, Items):
                parts += [inner for item in part.items for inner in item.inner]
    return list(found)
