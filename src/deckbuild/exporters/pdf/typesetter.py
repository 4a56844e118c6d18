"""Typst, called twice for a sheet: to measure and to draw; once for a handout. The only code that imports it, but for its
fonts."""

from __future__ import annotations

import pkgutil
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache, partial
from typing import Any

from msgspec import json, to_builtins

from ...formulas.picture import MATHS, maths
from ...plan.sheet.divide import Divide, Division, Divisions
from ...plan.sheet.fit import Layout, Measure, Measured
from ...plan.sheet.geometry import Page
from .fonts import loaded
from .payload import look

KEPT_CALLS = 10
PPI = 150
"""Pixels to the inch of a sheet as a picture: A4 is 1754 × 1240."""
TEMPLATES = ("atoms.typ", "parts.typ", "look.typ")
"""What the main one, `sheet.typ`, imports."""
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)


class Refused(Exception):
    """Typst would not set it; the message is its own, in one line."""


class Typesetter:
    """One sheet on its way through Typst. Files that do not change are parsed and laid out once: Typst caches them."""

    def __init__(self, files: dict[str, bytes], stamp: int | None, region: str = "KR") -> None:
        """`region` is that of the shapes of Han characters (`fonts.region`)."""
        own = {"main.typ": template("sheet.typ"), **{name: template(name) for name in TEMPLATES}}
        self._files = {**own, **files, MATHS: maths()}
        self._stamp = stamp
        self._region = region

    def _with(self, job: dict[str, Any]) -> dict[str, bytes]:
        return {**self._files, "job.json": json.encode(job)}

    def measure_on(self, page: Page) -> Measure:
        """What measures in the columns of a page."""
        return partial(self.measure, page)

    def measure(self, page: Page, atoms: Sequence[int], sizes: Sequence[float]) -> Measured:
        """Heights in pt at each of the sizes. Raises `Refused`."""
        files = self._with({"job": "measure", "sizes": sizes, "only": atoms, "look": look(page)})
        (found,) = queried(files, "<fit>", self._region)
        return json.decode(json.encode({**found, "heights": [_all(h, atoms) for h in found["heights"]]}), type=Measured)

    def divide_on(self, page: Page) -> Divide:
        """What says where paragraphs can be divided in the columns of a page."""
        return partial(self.divide, page)

    def divide(self, page: Page, atoms: Sequence[int], size: float) -> Divisions:
        """The places within paragraphs where a column may end. Raises `Refused`."""
        files = self._with({"job": "divide", "sizes": [size], "only": atoms, "look": look(page)})
        (found,) = queried(files, "<parts>", self._region)
        return dict(zip(atoms, json.decode(json.encode(found), type=list[list[Division]]), strict=True))

    def draw(self, layout: Layout, standard: str = "ua-1") -> bytes:
        """The PDF. Raises `Refused`."""
        return compiled(self._drawing(layout), self._stamp, standard, self._region)

    def picture(self, layout: Layout) -> bytes:
        """The first page as PNG. Raises `Refused`."""
        import typst

        try:
            pages: Any = typst.compile(self._drawing(layout), font_paths=loaded(self._region), format="png", ppi=PPI)
        except RuntimeError as fault:
            raise Refused(_one_line(fault)) from None
        return bytes(pages[0] if isinstance(pages, list) else pages)

    def _drawing(self, layout: Layout) -> dict[str, bytes]:
        n = layout.page.columns
        columns = [to_builtins(column.cards) for column in layout.columns]
        pages = [columns[i : i + n] for i in range(0, len(columns), n)] or [[]]
        return self._with({"job": "draw", "size": layout.size, "pages": pages, "look": look(layout.page)})


def compiled(files: dict[str, bytes], stamp: int | None, standard: str = "ua-1", region: str = "KR") -> bytes:
    """The PDF of `main.typ`, dated `stamp` (seconds since 1970). Raises `Refused`."""
    import typst

    options = {
        "font_paths": loaded(region),
        "format": "pdf",
        "timestamp": datetime.fromtimestamp(stamp, UTC) if stamp is not None else _NO_TIME,
        "pdf_standards": [standard] if standard else [],
    }
    try:
        return bytes(typst.compile(files, **options))
    except RuntimeError as fault:
        raise Refused(_one_line(fault)) from None


def queried(files: dict[str, bytes], label: str, region: str = "KR") -> list[Any]:
    """The values that `main.typ` marks with a label, in their order. Raises `Refused`."""
    import typst

    try:
        found: list[Any] = json.decode(typst.query(files, label, field="value", font_paths=loaded(region)))
    except RuntimeError as fault:
        raise Refused(_one_line(fault)) from None
    return found


def forget() -> None:
    """Let go of what was laid out before. Typst keeps it for as long as it is used in one of ten calls, and over many sheets
    that would be half a gigabyte.
    """
    for _ in range(KEPT_CALLS + 1):
        _idle().compile(input=b"", format="svg")


@lru_cache(maxsize=1)
def _idle() -> Any:
    """A compiler for empty pages. It is kept: to make one, with the library of Typst and its hash, takes longer than the page."""
    import typst

    return typst.Compiler(b"", font_paths=typst.Fonts(include_system_fonts=False, include_embedded_fonts=False))


def _all(heights: dict[str, Any], atoms: Sequence[int]) -> dict[str, Any]:
    """Heights by the index of the atom; those that were not asked for have none."""
    by_index = dict(zip(atoms, heights["atoms"], strict=True))
    return {
        **heights,
        "size": round(heights["size"], 2),
        "atoms": [by_index.get(i, 0.0) for i in range(max(atoms, default=-1) + 1)],
    }


def template(name: str) -> bytes:
    """A file of the sheet's template."""
    data = pkgutil.get_data("deckbuild", f"templates/sheet/{name}")
    assert data is not None
    return data


def _one_line(fault: Exception) -> str:
    return " ".join(str(fault).split())[:300]
