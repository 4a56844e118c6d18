"""An SVG that somebody else drew → PNG, with our own fonts: no output but HTML shows SVG."""

from __future__ import annotations

import re
from xml.parsers import expat

from . import fonts
from .png import LONGEST

MAX_DEPTH = 256
"""Elements within each other; resvg goes down by recursion, and one too many ends the process."""
MAX_RATIO = 100.0
MAX_ELEMENTS = 200_000

_LENGTH = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*(?:(?:px|pt|pc|mm|cm|in)\s*)?$")


def rasterised(svg: bytes) -> bytes:
    """A PNG on white whose longer side is that of a slide. Raises `ValueError` for what is no SVG, or no picture."""
    width, height = _Shape(svg).size()
    if not 1 / MAX_RATIO <= width / height <= MAX_RATIO:
        raise ValueError("the SVG is a hundred times longer than it is wide")
    side = "width" if width >= height else "height"
    return _rendered(svg.decode("utf-8-sig", errors="replace"), **{side: LONGEST})


class _Shape:
    """How large a drawing says that it is, and that it is none to break a renderer."""

    def __init__(self, svg: bytes) -> None:
        self.depth = 0
        self.elements = 0
        self.root: dict[str, str] = {}
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        try:
            parser.Parse(svg, True)
        except expat.ExpatError as fault:
            raise ValueError(f"it is not SVG: {fault}") from None

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if not self.elements and name.rpartition(":")[2] != "svg":
            raise ValueError(f"it is not SVG but <{name}>")
        self.root = self.root if self.elements else attributes
        self.depth += 1
        self.elements += 1
        if self.depth > MAX_DEPTH or self.elements > MAX_ELEMENTS:
            raise ValueError("the SVG is too intricate")

    def _end(self, _: str) -> None:
        self.depth -= 1

    def size(self) -> tuple[float, float]:
        """By its width and height, else by its `viewBox`."""
        named = [_LENGTH.match(self.root.get(name, "")) for name in ("width", "height")]
        stated = [float(found[1]) for found in named if found]
        box = [float(part) for part in re.findall(r"-?\d{1,9}(?:\.\d{1,9})?", self.root.get("viewBox", ""))]
        width, height = stated if len(stated) == 2 else (box[2:4] if len(box) == 4 else (0.0, 0.0))
        if width <= 0 or height <= 0:
            raise ValueError("the SVG does not say how large it is")
        return width, height


def _rendered(svg: str, width: int | None = None, height: int | None = None) -> bytes:
    import resvg_py

    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                width=width,
                height=height,
                background="white",
                skip_system_fonts=True,
                font_files=list(fonts.paths()),
                font_family="Noto Sans CJK KR",
                serif_family="Noto Sans CJK KR",
                sans_serif_family="Noto Sans CJK KR",
                monospace_family="JetBrains Mono",
            )
        )
    except BaseException as fault:
        if type(fault).__name__ == "PanicException" or isinstance(fault, Exception):
            raise ValueError(f"the SVG cannot be drawn: {fault}") from None
        raise
