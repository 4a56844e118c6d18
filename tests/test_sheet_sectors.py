"""Pies on paper: each sector is told from the others without colour, and its name is marked as it is."""

from __future__ import annotations

import re

import pytest

from deckbuild.diagrams.sources import draw
from deckbuild.exporters.pdf.grey import grey_drawing
from deckbuild.exporters.pdf.pictures import drawing
from deckbuild.exporters.pdf.sectors import told_apart
from deckbuild.model import Place


def pie(*shares: float, grey: bool = True) -> str:
    rows = "".join(f'\n    "part {i} & <x>" : {share}' for i, share in enumerate(shares))
    scene = draw(f"pie title Shares{rows}", "mermaid", Place("x.md", 1)).scene
    assert scene
    return drawing(scene, grey)


def fills(svg: str, mark: str) -> list[str]:
    return re.findall(rf'class="{mark}" data-id="[^"]*"(?:><rect)?(?: \w+="[^"]*")*? fill="([^"]*)"', svg)


@pytest.mark.parametrize("grey", [True, False])
@pytest.mark.parametrize("shares", [(60, 40), (30, 30, 20, 20), (20, 20, 15, 15, 10, 10, 6, 4)])
def test_each_sector_looks_as_its_name_says_and_as_no_other(shares: tuple[float, ...], grey: bool):
    svg = pie(*shares, grey=grey)
    sectors = fills(svg, "pele-slice")
    assert len(set(sectors)) == len(sectors) == len(shares)
    assert fills(svg, "pele-legend-item") == sectors


def test_sectors_side_by_side_differ_however_many_there_are():
    sectors = fills(pie(*[5] * 20), "pele-slice")
    assert all(a != b for a, b in zip(sectors, [*sectors[1:], sectors[0]], strict=True))


def test_sectors_have_colours_of_which_a_copy_makes_other_greys():
    coloured, grey = (fills(pie(*[10] * 5, grey=grey), "pele-slice") for grey in (False, True))
    assert all(len({*bytes.fromhex(fill[1:])}) > 1 for fill in coloured)
    assert all(len({*bytes.fromhex(fill[1:])}) == 1 for fill in grey)
    copied = [int(grey_drawing(f'<g fill="{fill}"/>')[10:12], 16) for fill in coloured]
    assert min(abs(a - b) for i, a in enumerate(copied) for b in copied[:i]) > 25


def test_words_on_a_dark_sector_are_white_and_all_others_dark():
    svg = pie(40, 30, 20, 10)
    assert re.findall(r'<text x="[^"]*" y="[^"]*" fill="([^"]*)"[^>]*>\d+%', svg) == ["#ffffff", "#1a1a1a"] * 2


def test_other_drawings_stay_as_they_are():
    assert (
        told_apart('<svg><path class="pele-slice" fill="#123456"/></svg>')
        == '<svg><path class="pele-slice" fill="#123456"/></svg>'
    )
