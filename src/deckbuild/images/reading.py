"""A file → a picture that can be shown. Its pixels are looked at only where its header does not do."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from ..assets import TooLarge
from .pixels import Kind, plain, profile_of, saved, shrunk, turn_of, upright

if TYPE_CHECKING:
    from PIL.Image import Image

KEPT = {"PNG": "png", "JPEG": "jpeg", "MPO": "jpeg", "GIF": "gif"}
"""What every output shows as it is, by Pillow's names."""
COMMON = ("PNG", "JPEG", "GIF", "BMP")
RARE = ("WEBP", "AVIF", "TIFF", "ICO", "ICNS", "DIB", "PPM", "TGA", "PCX", "JPEG2000", "QOI")
"""Formats that are tried. Pillow knows others, of which some start a program that interprets the file."""
MOST_PIXELS = 80_000_000
MOST_IN_PHOTO = 170_000_000
"""A photograph may have more, since JPEG can be read at an eighth of its size."""
MOST_MOVING = 60_000_000
"""Pixels in all frames of a moving picture that is made a GIF; of a longer one the first frame is shown."""
_UNKNOWN = {b"ftyphei": "HEIC", b"ftypmif1": "HEIC", b"ftyphev": "HEIC", b"%PDF": "PDF", b"%!PS": "PostScript"}


class Still(Struct, frozen=True):
    """A picture as outputs take it: its bytes, its size in pixels, and png, jpeg or gif. `stopped`: it moved."""

    data: bytes
    width: int
    height: int
    format: str
    stopped: bool = False


def read(data: bytes) -> Still:
    """The picture in a file: as it is where that will do, else made anew. Raises `ValueError`, `OSError` or
    `SyntaxError`, with a reason that can be told, for what is none, is damaged, or would fill the memory.
    """
    with _opened(data) as image:
        kind = KEPT.get(image.format or "")
        if kind and image.mode != "CMYK" and not _is_turned(image, data):
            _check(data, image)
            return Still(data, *image.size, kind)
        if image.format in ("WEBP", "AVIF") and getattr(image, "is_animated", False):
            return _moving(image)
        return _anew(image, _lossy(image, data))


@contextmanager
def _opened(data: bytes) -> Iterator[Image]:
    from PIL import Image, UnidentifiedImageError

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        try:
            image = _identified(data)
        except UnidentifiedImageError:
            raise ValueError(_unknown(data)) from None
        except Image.DecompressionBombError:
            raise TooLarge("it has too many pixels") from None
        with image:
            photo = image.format in ("JPEG", "MPO")
            if image.width * image.height > (MOST_IN_PHOTO if photo else MOST_PIXELS):
                raise TooLarge(f"it has too many pixels, {image.width} × {image.height}")
            yield image


def _identified(data: bytes) -> Image:
    """The picture by its header; the rare formats are loaded only where one is met."""
    from PIL import Image, UnidentifiedImageError

    try:
        return Image.open(io.BytesIO(data), formats=COMMON)
    except UnidentifiedImageError:
        Image.init()
        return Image.open(io.BytesIO(data), formats=[name for name in RARE if name in Image.OPEN])


def _unknown(data: bytes) -> str:
    name = next((name for sign, name in _UNKNOWN.items() if sign in data[:16]), "")
    return f"{name} cannot be read" if name else "its format is not known"


def _is_turned(image: Image, data: bytes) -> bool:
    """Whether a camera was held otherwise."""
    if image.format == "GIF" or (image.format == "PNG" and not _may_have_tags(data)):
        return False
    return turn_of(image) != 1


def _may_have_tags(png: bytes) -> bool:
    """Whether there may be EXIF in a PNG; Pillow decodes all of it to find that."""
    return b"eXIf" in png or b"type exif" in png


def _check(data: bytes, image: Image) -> None:
    """Look at the pixels of a file of which the end is missing, or a part: decoding says whether they are there."""
    match image.format:
        case "PNG" if not _may_have_tags(data):
            image.verify()
        case "PNG":
            image.load()
        case "GIF":
            if data[-1:] != b"\x3b":
                image.load()
        case _:
            if not data.rstrip(b"\0").endswith(b"\xff\xd9"):
                image.load()


def _lossy(image: Image, data: bytes) -> bool:
    """Whether a picture's pixels are about right only, so that JPEG does them no harm."""
    match image.format:
        case "JPEG" | "MPO" | "AVIF":
            return True
        case "WEBP":
            return b"VP8L" not in data[:64]
        case _:
            return False


def _anew(image: Image, lossy: bool) -> Still:
    """The pixels of a picture (the first, of one that moves), no more than are shown."""
    profile, small = profile_of(image), shrunk(image)
    small = upright(small, turn_of(image))  # asked when decoded: Pillow turns a TIFF itself, and takes its tag away
    kind: Kind = "jpeg" if lossy and small.mode == "RGB" else "png"
    return Still(saved(small, kind, profile), *small.size, kind)


def _moving(image: Image) -> Still:
    """A moving picture as a GIF, which PowerPoint and every reader of cards play."""
    from PIL import ImageSequence

    frames = getattr(image, "n_frames", 1)
    if frames * image.width * image.height > MOST_MOVING:
        first = _anew(image, lossy=False)
        return Still(first.data, first.width, first.height, first.format, stopped=True)
    shown, times = [], []
    for frame in ImageSequence.Iterator(image):
        shown.append(plain(frame))
        times.append(int(frame.info.get("duration", 100)))
    out = io.BytesIO()
    shown[0].save(out, "GIF", save_all=True, append_images=shown[1:], duration=times, loop=0, disposal=2)
    return Still(out.getvalue(), *shown[0].size, "gif")
