"""Pictures as PowerPoint takes them: PNG, JPEG or GIF, and no larger than a projector shows."""

from __future__ import annotations

import io

from ...assets import Picture

LONGEST = 1920
"""Pixels of the longer side, at most."""
SHOWN = {"png": "png", "jpeg": "jpg", "jpg": "jpg", "gif": "gif"}
TYPES = {"png": "image/png", "jpg": "image/jpeg", "gif": "image/gif"}


def prepared(picture: Picture) -> tuple[bytes, str] | None:
    """The bytes to embed and their extension; the original where it will do, nothing where it cannot be read."""
    kind = SHOWN.get(picture.format.lower())
    if kind and max(picture.width, picture.height) <= LONGEST:
        return picture.data, kind
    return _converted(picture.data, kind)


def _converted(data: bytes, kind: str | None) -> tuple[bytes, str] | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(data)) as image:
            image.load()
            photo = kind == "jpg"
            shown = image.convert("RGB" if photo else "RGBA" if _transparent(image) else "RGB")
            shown.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
            out = io.BytesIO()
            shown.save(out, "JPEG" if photo else "PNG", **({"quality": 90} if photo else {"optimize": False}))
    except (OSError, ValueError, UnidentifiedImageError, Image.DecompressionBombError):
        return None
    return out.getvalue(), "jpg" if photo else "png"


def _transparent(image: object) -> bool:
    mode = getattr(image, "mode", "")
    return "A" in mode or mode == "P" or "transparency" in getattr(image, "info", {})
