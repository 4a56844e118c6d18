"""`\\begin{…} … \\end{…}`: matrices, cases and lines under one another."""

from __future__ import annotations

from .cursor import Cursor, Reader, Unreadable
from .tree import Fence, Node, Row, Table

_MATRICES = {
    "matrix": ("", ""),
    "smallmatrix": ("", ""),
    "array": ("", ""),
    "subarray": ("", ""),
    "pmatrix": ("(", ")"),
    "bmatrix": ("[", "]"),
    "Bmatrix": ("{", "}"),
    "vmatrix": ("|", "|"),
    "Vmatrix": ("‖", "‖"),
}
_CASES = {"cases": ("{", ""), "dcases": ("{", ""), "rcases": ("", "}"), "drcases": ("", "}")}
_ALIGNED = frozenset(("aligned", "align", "alignedat", "alignat", "split", "eqnarray", "flalign"))
_GATHERED = frozenset(("gathered", "gather", "multline"))
_ALONE = frozenset(("equation", "math", "displaymath"))
_WITH_COLUMNS = frozenset(("array", "subarray", "alignedat", "alignat"))
MOST_CELLS = 400


def environment(at: Cursor, run: Reader) -> Node:
    """What stands between a `\\begin`, just taken, and its `\\end`."""
    name = at.raw().strip()
    bare = name.removesuffix("*")
    at.optional()
    if bare in _WITH_COLUMNS:
        at.raw()
    rows = _rows(at, run)
    at.expect("\\end")
    if at.raw().strip() != name:
        raise Unreadable(f"'\\end{{{name}}}' is missing")
    return _built(bare, rows)


def lines(at: Cursor, run: Reader) -> Node:
    """A whole formula, which may be lines under one another without saying so."""
    rows = _rows(at, run)
    if len(rows) == 1:
        return _joined(rows[0]) if len(rows[0]) > 1 else rows[0][0]
    return _built("align" if any(len(cells) > 1 for cells in rows) else "gather", rows)


def _built(name: str, rows: list[tuple[Node, ...]]) -> Node:
    if name in _MATRICES:
        left, right = _MATRICES[name]
        table = Table(_even(rows))
        return Fence(left, right, (table,)) if left else table
    if name in _CASES:
        left, right = _CASES[name]
        return Fence(left, right, (Table(_even(rows), "cases"),))
    if name in _ALIGNED:
        return _only(rows) or Table(_even(rows), "aligned")
    if name in _GATHERED:
        return _only(rows) or Table(tuple((_joined(cells),) for cells in rows), "gathered")
    if name in _ALONE:
        return _joined([cell for cells in rows for cell in cells])
    raise Unreadable(f"the environment '{name}' is not known")


def _only(rows: list[tuple[Node, ...]]) -> Node | None:
    """A single line needs no table."""
    return _joined(rows[0]) if len(rows) == 1 else None


def _joined(cells: list[Node] | tuple[Node, ...]) -> Node:
    return Row(tuple(item for cell in cells for item in (cell.items if isinstance(cell, Row) else (cell,))))


def _even(rows: list[tuple[Node, ...]]) -> tuple[tuple[Node, ...], ...]:
    """Rows of equal length."""
    width = max(map(len, rows))
    return tuple((*cells, *(Row() for _ in range(width - len(cells)))) for cells in rows)


def _rows(at: Cursor, run: Reader) -> list[tuple[Node, ...]]:
    rows: list[tuple[Node, ...]] = []
    cells: list[Node] = []
    count = 0
    while True:
        cells.append(run(at))
        count += 1
        if count > MOST_CELLS:
            raise Unreadable(f"it has more than {MOST_CELLS} cells")
        if at.takes("&"):
            continue
        rows.append(tuple(cells))
        cells = []
        if not (at.takes("\\\\") or at.takes("\\cr")):
            break
        at.optional()
    kept = [cells for cells in rows if any(cell != Row() for cell in cells)]
    return kept or [(Row(),)]
