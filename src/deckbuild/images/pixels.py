"""Pixels brought into a form that every program shows: eight bits, red green and blue, upright, and not too many."""

from __future__ import annotations

import io
import math
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from PIL.Image import Image

LONGEST = 1920
"""Pixels of the longer side, at most: the width of a projector. Cards and paper show fewer."""
QUALITY = 92
"""Of a JPEG that is written anew, with its colours at full resolution: letters on a slide keep their edges."""
DISTORTED = 0.01
"""How much wider or narrower nobody sees that a picture is."""
Kind = Literal["png", "jpeg"]

ORIENTATION = 0x0112
_TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
_WITH_PROFILE = ("RGB", "RGBA", "P")
"""Modes whose colour profile still holds when they have become red, green and blue."""


def plain(image: Image) -> Image:
    """A picture in eight bits of red, green and blue, with its transparency if it has any.

    Pillow cuts what has more bits off at white; here they are scaled.
    """
    if image.mode.startswith("I;16"):
        image = image.point(lambda value: value / 256).convert("L")
    elif image.mode in ("I", "F"):
        image = _scaled(image)
    elif image.mode == "CMYK":
        image = _printed(image)
    return image.convert("RGBA" if image.has_transparency_data else "RGB")


def _scaled(image: Image) -> Image:
    """Measurements (32 bits, or fractions) from black to white."""
    low, high = image.getextrema()
    assert isinstance(low, int | float)
    assert isinstance(high, int | float)
    scale = 255.0 / (high - low) if high > low else 0.0
    return image.convert("F").point(lambda value: value * scale + -low * scale).convert("L")


def _printed(image: Image) -> Image:
    """Printing colours by the profile of their press, since without it they come out garish."""
    from PIL import ImageCms

    profile = image.info.get("icc_profile")
    if not profile:
        return image
    try:
        press = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        seen = ImageCms.profileToProfile(image, press, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return image
    return seen if seen is not None else image


def turn_of(image: Image) -> int:
    """How a camera was held (EXIF 0x0112), 1 where upright or not known. No output looks at the tag."""
    turn = image.getexif().get(ORIENTATION, 1)
    return turn if turn in _TURNS else 1


def upright(image: Image, turn: int) -> Image:
    """A picture turned as its camera says."""
    from PIL.Image import Transpose

    return image.transpose(Transpose[_TURNS[turn]]) if turn in _TURNS else image


def shrunk(image: Image, longest: int = LONGEST) -> Image:
    """A picture in plain form, with no more pixels than are shown. A photograph is decoded at a part of its size."""
    from PIL.Image import Resampling

    strip = _strip(*image.size, longest)
    share = longest / max(*image.size, longest)
    image.draft(None, (math.ceil(image.width * share), math.ceil(image.height * share)))
    small = plain(image)
    if strip:
        return small.resize(strip, Resampling.LANCZOS)
    small.thumbnail((longest, longest), Resampling.LANCZOS)
    return small


def _strip(width: int, height: int, longest: int) -> tuple[int, int] | None:
    """The size of a picture so thin that whole pixels would distort it: as long as its shorter side then asks. Nothing
    where they do it no harm."""
    short, long = sorted((width, height))
    exact = short * longest / long
    if long <= longest or abs(round(exact) / exact - 1) <= DISTORTED:
        return None
    across = max(int(exact), 1)
    along = min(round(long * across / short), longest)
    return (along, across) if width > height else (across, along)


def saved(image: Image, kind: Kind, profile: bytes | None = None) -> bytes:
    """The file of a picture in plain form, with no more in it than its colour profile."""
    out = io.BytesIO()
    if kind == "jpeg":
        image.convert("RGB").save(out, "JPEG", quality=QUALITY, subsampling=0, icc_profile=profile)
    else:
        image.save(out, "PNG", icc_profile=profile)
    return out.getvalue()


def profile_of(image: Image) -> bytes | None:
    """The colour profile that still holds when a picture is in plain form: that of a phone's camera is not sRGB."""
    profile = image.info.get("icc_profile") if image.mode in _WITH_PROFILE else None
    return profile if isinstance(profile, bytes) else None
