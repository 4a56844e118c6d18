"""The `stack` grammar: layers from top to bottom, several stacks side by side (see the README, "Diagrams").

- title: 도커
  layers:
    - [앱 1, 앱 2]                        # side by side
    - {label: 도커 엔진, tone: solid}      # plain, tint, solid (the point) or absent (dashed)
    - note: 읽기 전용                      # a bracket beside these layers
      layers: [호스트 OS, 인프라]
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Diagnostic, Severity, error
from ..model import Place
from .scene import Tone
from .tree import Findings, Item, Mapping, Scalar, Sequence, odd, read, suggestion, unknown_keys, unmarked, wrong

TONES: tuple[Tone, ...] = get_args(Tone)
STACK_KEYS = ("title", "layers")
LAYER_KEYS = ("label", "sub", "tone", "note", "layers")
CELL_KEYS = ("label", "sub", "tone")


class Cell(Struct, frozen=True):
    """One label of a layer; an empty one is a gap. `tone` None: the author said nothing."""

    label: str
    sub: str = ""
    tone: Tone | None = None


class Note(Struct, frozen=True):
    """Words beside the rows `first` to `last`, both counted from the top; `depth` brackets lie inside its own."""

    text: str
    first: int
    last: int
    depth: int = 0


class Stack(Struct, frozen=True):
    """A title above rows of cells."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Note, ...] = ()


class Parsed(Struct, frozen=True):
    """What a source says, and what is wrong with it."""

    stacks: tuple[Stack, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def parse(source: str, place: Place) -> Parsed:
    """The stacks of a source. Where there is an error there may be no stacks."""
    root, found = read(source, place)
    if root is None:
        return Parsed((), tuple(found) or (error(place, "diagram-empty", "the diagram is empty"),))
    stacks = tuple(map(_unmarked, _stacks(root, found)))
    if not any(stack.rows for stack in stacks) and not any(d.severity == Severity.ERROR for d in found):
        found.append(error(place, "diagram-empty", "the diagram has no layers", "give each stack 'layers: […]'"))
    return Parsed(_toned(tuple(stack for stack in stacks if stack.rows)), tuple(found))


def _unmarked(stack: Stack) -> Stack:
    rows = (
        tuple(replace(cell, label=unmarked(cell.label), sub=unmarked(cell.sub)) for cell in row) for row in stack.rows
    )
    notes = tuple(replace(note, text=unmarked(note.text)) for note in stack.notes)
    return replace(stack, title=unmarked(stack.title), rows=tuple(rows), notes=notes)


def _stacks(root: Item, found: Findings) -> Iterator[Stack]:
    items = root.items if isinstance(root, Sequence) else (root,)
    if any(isinstance(item, Mapping) and (item.get("title") or _is_stack(item)) for item in items):
        for item in items:
            yield from _stack(item, found)
    else:
        yield _rows("", items, found)


def _is_stack(item: Mapping) -> bool:
    return item.get("layers") is not None and not any(item.get(key) for key in ("note", "label"))


def _stack(item: Item, found: Findings) -> Iterator[Stack]:
    if not isinstance(item, Mapping):
        found.append(wrong(item, "a stack needs 'title' and 'layers'", "write all stacks as '- title: …'"))
        return
    found.extend(unknown_keys(item, STACK_KEYS))
    layers = item.get("layers")
    if layers is None:
        found.append(odd(item, "a stack without 'layers', left out"))
        return
    yield _rows(item.text("title"), layers.items if isinstance(layers, Sequence) else (layers,), found)


def _rows(title: str, layers: tuple[Item, ...], found: Findings) -> Stack:
    rows: list[tuple[Cell, ...]] = []
    notes: list[Note] = []
    _collect(layers, rows, notes, found)
    return Stack(title, tuple(rows), tuple(_nested(_joined(notes))))


def _collect(layers: tuple[Item, ...], rows: list[tuple[Cell, ...]], notes: list[Note], found: Findings) -> None:
    for layer in layers:
        first = len(rows)
        inner = layer.get("layers") if isinstance(layer, Mapping) else None
        if isinstance(layer, Mapping):
            found.extend(unknown_keys(layer, LAYER_KEYS))
        if inner is not None:
            _collect(inner.items if isinstance(inner, Sequence) else (inner,), rows, notes, found)
        elif cells := tuple(_cells(layer, found)):
            rows.append(cells)
        text = layer.text("note") if isinstance(layer, Mapping) else ""
        if text and len(rows) > first:
            notes.append(Note(text, first, len(rows) - 1))


def _cells(layer: Item, found: Findings) -> Iterator[Cell]:
    match layer:
        case Scalar(text=text) if not text.strip():
            found.append(odd(layer, "an empty layer, left out", "a label that begins with # must be in quotes"))
        case Scalar(text=text):
            yield Cell(text.strip())
        case Sequence(items=items):
            yield from (_cell(item, found) for item in items)
        case Mapping():
            yield from _labelled(layer, found)


def _labelled(layer: Mapping, found: Findings) -> Iterator[Cell]:
    """The cells of `{label: …, tone: …}`; a list as label is cells side by side, all of one tone."""
    label, tone = layer.get("label"), _tone(layer, found)
    if label is None:
        found.append(wrong(layer, "a layer needs 'label' or 'layers'", "quote a label that holds ': '"))
    elif isinstance(label, Sequence):
        yield from (replace(cell, tone=cell.tone or tone) for cell in _cells(label, found))
    elif isinstance(label, Scalar):
        yield Cell(label.text, layer.text("sub"), tone)
    else:
        found.append(wrong(label, "a label is a word or a list of words"))


def _cell(item: Item, found: Findings) -> Cell:
    match item:
        case Scalar(text=text):
            return Cell(text.strip())
        case Mapping() if isinstance(item.get("label"), Scalar):
            found.extend(unknown_keys(item, CELL_KEYS))
            return Cell(item.text("label"), item.text("sub"), _tone(item, found))
        case _:
            found.append(wrong(item, "a label is a word or {label: …, tone: …}"))
            return Cell("")


def _tone(layer: Mapping, found: Findings) -> Tone | None:
    item = layer.get("tone")
    if item is None:
        return None
    word = item.text if isinstance(item, Scalar) else ""
    for tone in TONES:
        if word == tone:
            return tone
    found.append(odd(item, f"unknown tone '{word}', drawn plain", suggestion(word, TONES)))
    return "plain"


def _joined(notes: list[Note]) -> list[Note]:
    """Neighbouring layers with one note share one bracket."""
    joined: list[Note] = []
    for note in notes:
        last = joined[-1] if joined else None
        if last and last.text == note.text and last.last + 1 == note.first:
            joined[-1] = replace(last, last=note.last)
        else:
            joined.append(note)
    return joined


def _nested(notes: list[Note]) -> Iterator[Note]:
    """Notes come innermost first, so each depth is known when it is needed."""
    done: list[Note] = []
    for note in notes:
        inside = [other.depth for other in done if note.first <= other.first and other.last <= note.last]
        done.append(replace(note, depth=max(inside, default=-1) + 1))
    yield from done


def _toned(stacks: tuple[Stack, ...]) -> tuple[Stack, ...]:
    """Where the author gave no tone and most layers are shared, those of one stack alone are tinted.

    Two stacks are drawn side by side to be compared; what they do not share is what to look at. Where they share
    little (OSI and TCP/IP), colouring nearly all would say nothing.
    """
    labels = [{cell.label for row in stack.rows for cell in row if cell.label} for stack in stacks]
    every = set().union(*labels) if labels else set()
    shared = {label for label in every if sum(label in own for own in labels) > 1}
    if any(cell.tone for stack in stacks for row in stack.rows for cell in row) or 2 * len(shared) < len(every):
        return stacks
    if len(stacks) < 2:
        return stacks
    return tuple(replace(stack, rows=tuple(_tinted(row, shared) for row in stack.rows)) for stack in stacks)


def _tinted(row: tuple[Cell, ...], shared: set[str]) -> tuple[Cell, ...]:
    return tuple(cell if cell.label in shared or not cell.label else replace(cell, tone="tint") for cell in row)
