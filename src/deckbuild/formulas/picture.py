"""Formulas → pictures, with Typst and the mathematical font that it carries.

No text of an author becomes Typst markup: trees go in as JSON, the template is ours. Nothing depends on installed
fonts, so that the same formula is the same picture everywhere.
"""

from __future__ import annotations

import io
import pkgutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct, json, to_builtins

from ..diagrams.fonts import paths
from .letters import italic
from .spacing import placed
from .tree import Node, Row, Sign, parts

PPI = 288
"""Pixels to the inch: sharp at twice the size of a full-screen slide."""


MATHS = "maths.typ"


def maths() -> bytes:
    """The template that turns trees into formulas, for other templates to import as `MATHS`."""
    return pkgutil.get_data("deckbuild", f"templates/maths/{MATHS}") or b""


class Drawn(Struct, frozen=True):
    """A picture as PNG, on no ground, with its size in points."""

    data: bytes
    width: float
    height: float


class Order(Struct, frozen=True):
    """What to draw: a formula at a size in points, in a colour `RRGGBB`."""

    tree: Node
    size: float
    colour: str


def drawn(orders: Sequence[Order]) -> list[Drawn | None]:
    """The pictures of formulas in one go; nothing for one that Typst will not set."""
    if not orders:
        return []
    if found := _set(orders):
        return [_measured(page) for page in found]
    return [None] if len(orders) == 1 else [each for order in orders for each in drawn([order])]


def _set(orders: Sequence[Order]) -> list[bytes]:
    """One page for each; none where one of them is refused."""
    import typst

    jobs = [{"size": order.size, "colour": f"#{order.colour}", "tree": payload(order.tree)} for order in orders]
    template = pkgutil.get_data("deckbuild", "templates/slides/formula.typ")
    files: Any = {"main.typ": template or b"", MATHS: maths(), "job.json": json.encode(jobs)}
    fonts = typst.Fonts(include_system_fonts=False, font_paths=[str(Path(path).parent) for path in paths()])
    try:
        pages: Any = typst.compile(files, format="png", ppi=PPI, font_paths=fonts)
    except RuntimeError:
        return []
    return pages if isinstance(pages, list) else [pages]


def _measured(data: bytes) -> Drawn:
    from PIL import Image

    with Image.open(io.BytesIO(data)) as image:
        return Drawn(data, image.width * 72 / PPI, image.height * 72 / PPI)


def payload(node: Node) -> Any:
    """The tree for the template: rows as lists, variables in their alphabet, signs as they behave where they stand."""
    found = to_builtins(node)
    return _prepared(node, found)


def _prepared(node: Node, found: Any) -> Any:
    """Each row with the kinds of its parts resolved; all else part by part."""
    if isinstance(node, Row):
        row = list(placed(parts(node)))
        return {
            "type": "row",
            "items": [
                {**_prepared(part.node, raw), **({"kind": part.kind} if isinstance(part.node, Sign) else {})}
                for part, raw in zip(row, found["items"], strict=True)
            ],
        }
    if isinstance(node, Sign):
        slants = node.kind == "letter" and not node.upright
        return {**found, "text": "".join(map(italic, node.text)) if slants else node.text}
    return {name: _inner(getattr(node, name), value) if name != "type" else value for name, value in found.items()}


def _inner(value: Any, found: Any) -> Any:
    if isinstance(value, Struct):
        return _prepared(value, found)  # type: ignore[arg-type]
    if isinstance(value, tuple):
        return [_inner(each, raw) for each, raw in zip(value, found, strict=True)]
    return found
