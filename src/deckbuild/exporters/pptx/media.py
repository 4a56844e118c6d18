"""Pictures as PowerPoint takes them: PNG, JPEG or GIF, no larger than a projector shows, and a drawing beside its picture."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import NamedTuple

from ...assets import Picture
from ...images.ground import Ground, ground
from ...images.pixels import LONGEST, profile_of, saved, shrunk
from ...plan.slides.page import Image, Rect
from .drawing import DECORATIVE, attribute, rounded, transform

SHOWN = {"png": "png", "jpeg": "jpg", "jpg": "jpg", "gif": "gif"}
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}
PADDING, PADDING_SHARE = 10.0, 0.05
"""Between a picture and the edge of its ground, in points; less round a small one, by its shorter side."""
RADIUS = 6.0
GROUND_NUMBERS = 10_000
"""Added to a picture's number for its ground: no slide has so many shapes."""
GROUNDS = {
    "white": '<a:prstClr val="white"/>',
    "black": '<a:prstClr val="black"><a:lumMod val="85000"/><a:lumOff val="15000"/></a:prstClr>',
}
"""The colours belong to the pictures: another variant of the theme must not change them."""


class Medium(NamedTuple):
    """A picture in the package: the names of its parts (`svg` empty where it is no drawing), and what to lay under it."""

    name: str
    svg: str = ""
    ground: Ground = ""


def prepared(picture: Picture) -> tuple[bytes, str] | None:
    """The bytes to embed and their extension; the original where it will do, nothing where it cannot be read."""
    kind = SHOWN.get(picture.format.lower())
    if kind and max(picture.width, picture.height) <= LONGEST:
        return picture.data, kind
    return _converted(picture.data, kind)


def _converted(data: bytes, kind: str | None) -> tuple[bytes, str] | None:
    from PIL import Image as Pillow

    try:
        with Pillow.open(io.BytesIO(data)) as image:
            if kind == "gif" and getattr(image, "is_animated", False):
                return data, kind
            profile = profile_of(image)
            photo = kind == "jpg"
            return saved(shrunk(image), "jpeg" if photo else "png", profile), "jpg" if photo else "png"
    except (OSError, ValueError, SyntaxError, Pillow.DecompressionBombError):
        return None


def grounded(picture: Picture, dark: bool) -> Ground:
    """What a picture needs under it on a page that is dark or is not."""
    return ground(picture.data, dark)


def picture_xml(image: Image, number: int, medium: Medium, relation: Callable[[str], str], click: str = "") -> str:
    """A picture with its description, on its ground if it needs one: both stand where the picture alone would. `click`
    is the id of the relationship that it leads to."""
    if not medium.ground:
        return _picture(image, image.rect, number, medium, relation, click)
    ground = _ground(image.rect, number, medium.ground)
    return ground + _picture(image, inner(image.rect), number, medium, relation, click)


def inner(rect: Rect) -> Rect:
    """The place of a picture on its ground, undistorted and in the middle."""
    padding = min(PADDING, PADDING_SHARE * min(rect.w, rect.h))
    scale = min(1 - 2 * padding / rect.w, 1 - 2 * padding / rect.h)
    w, h = rect.w * scale, rect.h * scale
    return Rect(rect.x + (rect.w - w) / 2, rect.y + (rect.h - h) / 2, w, h)


def _ground(rect: Rect, number: int, kind: Ground) -> str:
    number += GROUND_NUMBERS
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Picture Ground {number}">{DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f"</p:nvSpPr><p:spPr>{transform(rect)}{rounded(RADIUS, min(rect.w, rect.h))}"
        f"<a:solidFill>{GROUNDS[kind]}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def _picture(image: Image, rect: Rect, number: int, medium: Medium, relation: Callable[[str], str], click: str) -> str:
    """The picture; a drawing is named beside it for programs that show SVG (MS-ODRAWXML §2.26.1.1)."""
    link = f'><a:hlinkClick r:id="{click}"/></p:cNvPr>' if click else "/>"
    drawing = (
        '<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip '
        'xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" '
        f'r:embed="{relation(medium.svg)}"/></a:ext></a:extLst>'
        if medium.svg
        else ""
    )
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{number}" name="Picture {number}" descr={attribute(image.alt)}{link}'
        f'<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>'
        f'<p:blipFill><a:blip r:embed="{relation(medium.name)}">{drawing}</a:blip>'
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill>"
        f'<p:spPr>{transform(rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>'
    )
