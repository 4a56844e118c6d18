"""The pictures of a package: named by their content, and no larger than a screen can show."""

from __future__ import annotations

import hashlib
import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, assert_never

from msgspec import Struct

from ...assets import Picture
from ...diagrams.screen import on_card
from ...diagrams.sources import render_png
from ...images.pixels import plain, profile_of
from ...plan.cards.model import Blanks, CardPlan, Formula, Grid, Image, Items, Listing, Masks, Part, Text
from ..base import Assets

if TYPE_CHECKING:
    from PIL.Image import Image as Bitmap

MAX_SIDE = 1600
"""Pixels of the longer side that a card can use: twice the measure of the text on a dense screen."""
MAX_STEM = 40
_UNSAFE = re.compile(r"[^\w.-]+")
_SUFFIX = {"jpeg": "jpg"}
JPEG_QUALITY = 88


class MediaFile(Struct, frozen=True):
    """A file of the package's media."""

    name: str
    data: bytes


def gather(plan: CardPlan, assets: Assets) -> dict[str, MediaFile]:
    """The pictures that cards show, by `Figure.src`; one that was shrunk too. Those that are missing are left out."""
    return {src: _file(picture) for src, picture in shown(plan, assets).items()}


def shown(plan: CardPlan, assets: Assets) -> dict[str, Picture]:
    """The pictures that cards show, as they are."""
    wanted = sorted({src for card in plan.cards for src in _sources((*card.shown, *card.answer, *card.extra))})
    return {src: assets[src] for src in wanted if src in assets}


def _sources(parts: Iterable[Part]) -> Iterator[str]:
    for part in parts:
        match part:
            case Image(src=src):
                yield src
            case Masks(src=src):
                yield src
            case Items(items=items):
                for item in items:
                    yield from _sources(item.inner)
            case Text() | Blanks() | Listing() | Grid() | Formula():
                pass
            case _:
                assert_never(part)


def _file(picture: Picture) -> MediaFile:
    """`docker-image-1a2b3c4d.png`: no two pictures share a name, and a changed one has a new name."""
    data = fitted(picture)
    stem = unicodedata.normalize("NFC", picture.path.rpartition("/")[2].rpartition(".")[0])
    safe = _UNSAFE.sub("-", stem).strip("-_.")[:MAX_STEM] or "picture"
    suffix = _SUFFIX.get(picture.format, picture.format)
    return MediaFile(f"{safe}-{hashlib.sha256(data).hexdigest()[:8]}.{suffix}", data)


def fitted(picture: Picture) -> bytes:
    """The bytes as they are, or scaled down where the longer side is over `MAX_SIDE`. Moving pictures are left alone.

    A diagram is drawn as PNG, laid out so that a phone can show it: the words of an SVG would be set in whatever font a
    phone has, past the edges of shapes and masks. Its white ground can be read at night too.
    """
    if picture.scene:
        return render_png(on_card(picture.scene, picture.turned))
    if max(picture.width, picture.height) <= MAX_SIDE:
        return picture.data
    from PIL import Image as Pillow

    try:
        with Pillow.open(io.BytesIO(picture.data)) as opened:
            return picture.data if getattr(opened, "is_animated", False) else _smaller(opened, picture.format)
    except (OSError, ValueError, SyntaxError):
        return picture.data


def _smaller(opened: Bitmap, kind: str) -> bytes:
    from PIL.Image import Resampling

    smooth = opened if opened.mode in ("RGB", "RGBA", "L", "LA") else plain(opened)
    smooth.thumbnail((MAX_SIDE, MAX_SIDE), Resampling.LANCZOS)
    out = io.BytesIO()
    smooth.save(out, kind.upper(), optimize=True, quality=JPEG_QUALITY, icc_profile=profile_of(opened))
    return out.getvalue()
