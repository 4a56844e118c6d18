"""Pictures as text files for Typst: an SVG round the bytes in base64, so that nothing need be written to disk."""

from __future__ import annotations

import io
import re
from base64 import b64encode

from ...assets import Picture
from ...diagnostics import Diagnostic, warning
from ...diagrams.fonts import missing
from ...diagrams.scene import Scene
from ...diagrams.sources import render_svg
from ...images.pixels import plain
from ...model import Place
from .grey import grey_drawing, grey_pixels
from .sectors import told_apart

SHARPEST = 1600
"""px; a quarter of a page at 300 dpi is 770, half of one 1,600. More only makes the file larger."""
_JOINERS = re.compile("[\u200d\ufe0e\ufe0f]")
"""What makes one picture sign of several: where none of these can be shown, neither can it."""
_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}">'
    '<image width="{w}" height="{h}" href="data:image/{kind};base64,{data}"/></svg>'
)


def embedded(picture: Picture, output: str = "sheet", grey: bool = False) -> bytes | Diagnostic:
    """The SVG file of a picture, or why there is none: a damaged one would leave a white spot without a word.

    A diagram is drawn anew, in the fonts of the page and in colours that differ in a copy without any; or in greys.
    """
    if picture.scene:
        return drawing(picture.scene, grey).encode()
    from PIL import Image

    try:
        with Image.open(io.BytesIO(picture.data)) as image:
            image.load()
            data, kind = _smaller(image, picture) if max(image.size) > SHARPEST else (picture.data, picture.format)
        data, kind = (grey_pixels(data), "png") if grey else (data, kind)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as fault:
        return warning(
            Place(picture.path), "figure-unreadable", f"the picture cannot be shown on the {output}: {fault}"
        )
    text = _SVG.format(w=picture.width, h=picture.height, kind=kind, data=b64encode(data).decode())
    return text.encode()


def drawing(scene: Scene, grey: bool) -> str:
    """A diagram as SVG for Typst."""
    svg = told_apart(weighted(render_svg(scene, margin=0.0)), grey)
    return grey_drawing(svg) if grey else svg


def weighted(svg: str) -> str:
    """A drawing whose words have their weight and size: of a variable font Typst (0.15, seen) takes the thinnest for a
    regular one, and where no size is named it takes 12, not the 16 that a browser does and the drawing counts on.
    """
    svg = _JOINERS.sub("", svg)
    for letter in missing(svg):  # a page that is to be read aloud may hold none that its fonts lack
        svg = svg.replace(letter, "□")
    heavy = re.sub(r'(font-weight="(?:bold|600|700)")', r"""\1 font-variation-settings="'wght' 700\"""", svg)
    return heavy.replace("<svg ", """<svg font-size="16" font-variation-settings="'wght' 400" """, 1)


def _smaller(image: object, picture: Picture) -> tuple[bytes, str]:
    """The picture with no more pixels than print can show."""
    from PIL import Image

    assert isinstance(image, Image.Image)
    if image.mode not in ("RGB", "RGBA", "L"):
        image = plain(image)
    image.thumbnail((SHARPEST, SHARPEST), Image.Resampling.LANCZOS)  # before it is copied: a large one takes 30 MB
    small = plain(image)
    out = io.BytesIO()
    kind = "jpeg" if picture.format == "jpeg" else "png"
    small.save(out, kind.upper(), **({"quality": 88} if kind == "jpeg" else {}))
    return out.getvalue(), kind
