"""An SVG that somebody else drew, written anew: nothing in it loads, runs or names anything outside of it.

resvg reads the file that an `href` names, and PowerPoint asks the web for it; a note's picture must do neither. What has
no effect on a slide goes as well: scripts, and text that is HTML.
"""

from __future__ import annotations

import base64
import binascii
import io
import re
from urllib.parse import unquote_to_bytes
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from msgspec import Struct

MAX_DEPTH = 256
"""Elements within each other; resvg goes down by recursion, and one too many ends the process."""
MAX_RATIO = 100.0
MAX_ELEMENTS = 200_000
MAX_INSIDE = 3
"""Drawings within drawings."""
MAX_PIXELS = 50_000_000

_LENGTH = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)\s*(?:(?:px|pt|pc|mm|cm|in)\s*)?$")
_NUMBER = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?")
_DROPPED = frozenset({"script", "foreignObject", "iframe", "audio", "video", "handler", "listener"})
_URL = re.compile(r"url\(\s*(['\"]?)(?!\s*(?:#|data:))([^)'\"]*)\1\s*\)|@import[^;]*;?", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_DATA = re.compile(r"\s*data:(image/[\w.+-]+)?(?:;[\w=.-]+)*?(;base64)?,(.*)", re.DOTALL | re.IGNORECASE)


class Drawing(Struct, frozen=True):
    """An SVG that may be shown: its text, how large it says that it is (px), and what had to be left out.

    `outside` are the addresses that it would have loaded, `html` is text that only a browser would show, and `letters`
    all other text in it.
    """

    svg: str
    width: float
    height: float
    outside: tuple[str, ...] = ()
    html: str = ""
    letters: str = ""


def drawing(data: bytes, inside: int = 0) -> Drawing:
    """The drawing in a file. Raises `ValueError` for what is no SVG, no picture, or one made to break a program."""
    writer = _Writer(inside)
    parser = expat.ParserCreate()
    parser.StartElementHandler = writer.start
    parser.EndElementHandler = writer.end
    parser.CharacterDataHandler = writer.text
    parser.EntityDeclHandler = writer.entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as fault:
        raise ValueError(f"it is not SVG: {fault}") from None
    width, height = _size(writer.root)
    if not 1 / MAX_RATIO <= width / height <= MAX_RATIO:
        raise ValueError("the SVG is a hundred times longer than it is wide")
    html = " ".join("".join(writer.html).split())
    outside = tuple(dict.fromkeys(writer.outside))
    return Drawing("".join(writer.out), width, height, outside, html, "".join(writer.letters))


def _size(root: dict[str, str]) -> tuple[float, float]:
    """By its width and height, else by its `viewBox`."""
    named = [_LENGTH.match(root.get(name, "")) for name in ("width", "height")]
    stated = [float(found[1]) for found in named if found]
    box = [float(part) for part in _NUMBER.findall(root.get("viewBox", ""))]
    width, height = stated if len(stated) == 2 else (box[2:4] if len(box) == 4 else (0.0, 0.0))
    if width <= 0 or height <= 0:
        raise ValueError("the SVG does not say how large it is")
    return width, height


class _Writer:
    """Writes what expat reads, without what is not to be there. Entities come in as the text that they stand for."""

    def __init__(self, inside: int) -> None:
        self.inside = inside
        self.out: list[str] = []
        self.outside: list[str] = []
        self.html: list[str] = []
        self.letters: list[str] = []
        self.root: dict[str, str] = {}
        self._elements = 0
        self._open: list[str] = []
        self._dropping = 0
        self._in_switch = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if not self._elements and local != "svg":
            raise ValueError(f"it is not SVG but <{name}>")
        self.root = self.root if self._elements else attributes
        self._elements += 1
        self._open.append(local)
        if len(self._open) > MAX_DEPTH or self._elements > MAX_ELEMENTS:
            raise ValueError("the SVG is too intricate")
        self._in_switch += local == "switch"
        if self._dropping or local in _DROPPED or attributes.get("attributeName", "").endswith("href"):
            self._dropping += 1
        else:
            kept = "".join(f" {key}={quoteattr(value)}" for key, value in self._kept(local, attributes))
            self.out.append(f"<{name}{kept}>")

    def end(self, name: str) -> None:
        self._in_switch -= self._open.pop() == "switch"
        if self._dropping:
            self._dropping -= 1
        else:
            self.out.append(f"</{name}>")

    def text(self, data: str) -> None:
        if self._dropping:
            # Within a <switch> plain text stands beside the HTML, for those who cannot show it.
            if "foreignObject" in self._open and not self._in_switch:
                self.html.append(data)
            return
        if self._open[-1] == "style":
            data = self._style(data)
        elif {"text", "tspan", "textPath"} & set(self._open[-3:]):
            self.letters.append(data)
        self.out.append(escape(data))

    def entity(self, name: str, _p: bool, _v: str | None, _b: str | None, system: str | None, *_: object) -> None:
        """A declaration of an entity; one that is to be loaded is empty, since nothing here loads it."""
        if system is not None:
            self.outside.append(system)

    def _kept(self, local: str, attributes: dict[str, str]) -> list[tuple[str, str]]:
        kept = []
        for name, value in attributes.items():
            key = name.rpartition(":")[2].lower()
            if key.startswith("on") or name == "xml:base" or (key == "href" and local == "a"):
                continue
            if key in ("href", "src"):
                shown = self._reference(value)
                if shown is None:
                    self.outside.append(value.strip()[:200])
                    continue
                value = shown
            kept.append((name, self._style(value) if "url" in value or key == "style" else value))
        return kept

    def _reference(self, value: str) -> str | None:
        """Where a reference leads, if that is in this very file."""
        if value.strip().startswith("#"):
            return value.strip()
        data, kind = embedded(value)
        if data is None:
            return None
        if data[:2] == b"\x1f\x8b" or kind.startswith("image/svg") or data.lstrip()[:1] == b"<":
            return self._drawing(data)
        return value if _is_small(data) else None

    def _drawing(self, data: bytes) -> str | None:
        if self.inside >= MAX_INSIDE:
            return None
        inner = drawing(data, self.inside + 1)
        self.outside += inner.outside
        self.letters.append(inner.letters)
        return f"data:image/svg+xml;base64,{base64.b64encode(inner.svg.encode()).decode()}"

    def _style(self, css: str) -> str:
        """Declarations without those that load; a backslash could hide one."""
        css = _COMMENT.sub("", css)
        found = [match[2] or match[0] for match in _URL.finditer(css)]
        self.outside += [each.strip()[:200] for each in found]
        css = _URL.sub("none", css) if found else css
        return css.replace("\\", "") if re.search(r"\\[0-9a-fA-F]", css) else css


def embedded(address: str) -> tuple[bytes | None, str]:
    """The bytes that an address itself holds (RFC 2397), if it holds a picture's, and their type."""
    found = _DATA.match(address)
    if not found:
        return None, ""
    try:
        data = base64.b64decode(found[3]) if found[2] else unquote_to_bytes(found[3])
    except (binascii.Error, ValueError):
        return None, ""
    return data, (found[1] or "").lower()


def _is_small(data: bytes) -> bool:
    """Whether a picture within a drawing may be decoded; one of a few bytes may have a thousand million pixels."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "GIF", "BMP")) as image:
            return image.width * image.height <= MAX_PIXELS
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return b"WEBP" in data[:16]
