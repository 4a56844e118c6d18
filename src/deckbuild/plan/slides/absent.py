"""Pictures that are not there: a small frame, shown once, or a link where they are on the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from msgspec.structs import replace

from ...assets import Picture
from ...model import Figure, RichText, Run
from ...readable import readable
from ...wording import Words
from .frame import Frame
from .grid import look
from .groups import Group, Piece
from .inline import clipped, para, para_height, para_lines, plain, spans
from .items import Element, Item
from .page import Box, Paint, Para, Rect, Shape

WIDEST = 480.0
PADDING = 14.0
SIZE = 14
CAPTION_LINES = 6


def told(found: Iterable[Element], pictures: Mapping[str, Picture], words: Words) -> Iterator[Element]:
    """Elements with a link in place of each figure whose picture is on the web."""
    for element in found:
        lost = isinstance(element, Figure) and not is_there(pictures.get(element.src))
        if isinstance(element, Figure) and lost and (address := _address(element.src)):
            yield _linked(element, address, words)
        else:
            yield element


def is_there(picture: Picture | None) -> bool:
    """Whether there is something to show."""
    return bool(picture and picture.width and picture.height)


def _address(src: str) -> str:
    """The address of a picture on the web: nothing is fetched from there, but a reader can go and look."""
    src = src.strip()
    address = f"https:{src}" if src.startswith("//") else src
    try:
        parts = urlsplit(address)
        return address if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""


def _linked(figure: Figure, address: str, words: Words) -> Item:
    """The caption as a link, else the address without what nobody reads."""
    parts = urlsplit(address)
    name = figure.alt or f"{parts.hostname}/…/{parts.path.rpartition('/')[2]}"[:60].rstrip("…/")
    text = figure.caption or RichText.of(name)
    return Item(RichText(_to(run, address) for run in text), label=words.figure)


def _to(run: Run, address: str) -> Run:
    return run if run.href else replace(run, href=address)


def absent_group(each: Figure, missing: str, frame: Frame) -> Group:
    """The frame as a piece of a column; it is no taller than its words."""
    width = min(frame.text_width, WIDEST)
    paras = _paras(each, missing, width - 2 * PADDING)
    height = sum(para_height(p, width - 2 * PADDING) for p in paras) + 2 * PADDING

    def draw(parts: Sequence[Piece], rect: Rect, last: bool) -> tuple[Box, ...]:
        return (_frame(paras, Rect(rect.x, rect.y, width, height)),)

    say = " ".join(part for part in (readable(each.caption), f"({missing}: {_name(each)})") if part)
    return Group((Piece(each, height, say=say),), draw)


def absent_box(each: Figure, missing: str, area: Rect) -> Shape:
    """The frame at the head of a place that was kept for a picture."""
    width = area.w - 2 * PADDING
    paras = _paras(each, missing, width)
    height = sum(para_height(p, width) for p in paras) + 2 * PADDING
    return _frame(paras, replace(area, h=min(height, area.h)))


def _frame(paras: tuple[Para, ...], rect: Rect) -> Shape:
    return Shape(rect, paras, dashed=True, radius=4.0, insets=(PADDING,) * 4, anchor="ctr", name="Missing figure")


def _name(each: Figure) -> str:
    return each.src[:60] if each.src.startswith("data:") else each.src


def _paras(each: Figure, missing: str, width: float) -> tuple[Para, ...]:
    """That it is missing, what it would show, and where it was sought."""
    first = para(plain(missing, look(SIZE, bold=True)), SIZE)
    caption = (caption_para(each.caption, width),) if each.caption else ()
    path = clipped(_name(each), SIZE, width) if _name(each).strip() else ""
    return (first, *caption, *((para(plain(path, look(SIZE, "quiet")), SIZE),) if path else ()))


def caption_para(caption: RichText, width: float, paint: Paint = "ink") -> Para:
    """A caption of as many lines as a slide has room for; what is longer is cut there."""
    whole = para(spans(caption, look(SIZE, paint)), SIZE)
    if para_lines(whole, width) <= CAPTION_LINES:
        return whole
    return para(plain(clipped(caption.plain, SIZE, width, lines=CAPTION_LINES), look(SIZE, paint)), SIZE)
