"""Grids → native tables, ruled cell by cell so that no table style is needed."""

from __future__ import annotations

from ...plan.slides.page import Cell, Grid, Row, Shape
from .drawing import attribute, emu, text_body, transform
from .pen import Pen

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own "No Style, No Grid"."""
_NO_LINE = '<a:ln{side} w="0"><a:noFill/></a:ln{side}>'


def grid_xml(grid: Grid, number: int, pen: Pen) -> str:
    """A graphic frame that holds a table."""
    columns = "".join(f'<a:gridCol w="{emu(width)}"/>' for width in grid.widths)
    rows, above = [], _line("T", grid.top, "hairline", pen)
    for row in grid.rows:
        rows.append(_row(row, grid, above, pen))
        above = _line("T", row.rule, row.paint, pen)
    head = ' firstRow="1"' if grid.head else ""
    name = attribute(f"{grid.name or 'Table'} {number}")
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name={name}/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f"{transform(grid.rect, 'p')}"
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table">'
        f"<a:tbl><a:tblPr{head}><a:tableStyleId>{NO_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>{columns}</a:tblGrid>"
        f"{''.join(rows)}</a:tbl></a:graphicData></a:graphic></p:graphicFrame>"
    )


def _row(row: Row, grid: Grid, above: str, pen: Pen) -> str:
    cells = "".join(_cell(cell, grid, above, _line("B", row.rule, row.paint, pen), pen) for cell in row.cells)
    return f'<a:tr h="{emu(row.height)}">{cells}</a:tr>'


def _cell(cell: Cell, grid: Grid, above: str, below: str, pen: Pen) -> str:
    words = text_body(Shape(grid.rect, cell.paras), pen, "a")
    sides = _NO_LINE.format(side="L") + _NO_LINE.format(side="R")
    margins = f'marL="0" marR="{emu(grid.gap)}" marT="0" marB="0" anchor="{grid.anchor}"'
    return f"<a:tc>{words}<a:tcPr {margins}>{sides}{above}{below}<a:noFill/></a:tcPr></a:tc>"


def _line(side: str, weight: float, paint: str, pen: Pen) -> str:
    if not weight:
        return _NO_LINE.format(side=side)
    return f'<a:ln{side} w="{emu(weight)}">{pen.fill(paint)}<a:prstDash val="solid"/></a:ln{side}>'
