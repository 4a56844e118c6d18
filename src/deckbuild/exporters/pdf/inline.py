"""Lines → nodes for the template. Korean breaks between words: each is boxed, with the particle that a styled word carries."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from msgspec.structs import replace

from ...formulas import Refusal
from ...plan.sheet.lines import DOTTED, code_ems, ems, line_ems, unsure
from ...plan.sheet.shapes import Line, Span
from .glyphs import covered
from .maths import in_line, is_short, said, tree_of
from .raised import LARGE, has_index, legible

Node = dict[str, Any] | str
Clean = Callable[[str], str]
ANY_ROOM = 1e6
WIDEST_BOX = 14.5
"""em; a longer word may break, else narrow columns would be ragged or overrun."""
SHORT_WORD = 6
"""Letters of a Korean word that a line can do without."""
_HANGUL = re.compile(r"[ᄀ-ᇿ㄰-㆏가-힣]")
_BREAKS = re.compile(r"(?<=[/\-])(?=[^\W\d])| +")
"""Where a line ends within a word anyway (Unicode Standard Annex 14, classes SY and HY)."""
_SPACES = re.compile(" +")
_SIGN = re.compile(r"(?<!\S)([①-⑳ⓐ-ⓩ㉠-㉻]|[(（]?(?:[A-Za-z가-힣ㄱ-ㅎ]|[ivx]{2,4}|\d{1,2})[)）]) +")
"""The sign of one thing among several (`④ SSH`, `b) a name`) with the space behind it, which no line ends in."""
CUT = "cut"
"""The style of the parts of a word of code, which follow each other without air."""
_HAN = r"[\u3040-\u30ff\u4e00-\u9fff]"
_CJK = re.compile(r"([\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uff60]+)")
"""What may end a line after nearly each letter, but not after all: Typst knows after which."""
_QUOTED = re.compile(rf"((?<![A-Za-z ])[“‘]{_HAN}[”’]?|{_HAN}[”’](?![A-Za-z ]))")
"""In Chinese no space says whether a quotation mark opens or closes, so that a line might end on the wrong side of it."""
_MARKS = r"/._?&=,:;#@·ㆍ・\-"
_LETTERS = {
    "bold": "b", "italic": "i", "strike": "x", "mark": "m", "underline": "u", "sub": "v", "sup": "^", "key": "k", "label": "l",
    LARGE: "r", CUT: "c",
}  # fmt: skip


def nodes(line: Line, clean: Clean, images: Mapping[str, str], room: float, maths: bool = True) -> list[Node]:
    """What the template sets for a line of `room` em; `images` gives the file of each picture that can stand in it.

    `g` is what is not to be broken. Where that is wider than `room`, which is the least that a line may have, `w` is its
    width in em, and `p` the same in parts for lines that are too short for it.
    """
    out: list[Node] = []
    words = list(_words(_cleaned(_with_formulas(line, clean, room, maths), clean, images)))
    for word in legible(words, min(WIDEST_BOX, room)):
        if _boxed(word, min(WIDEST_BOX, room)):
            out.append({"g": [_node(span, images, clean) for span in word]})
            continue
        parts: list[Node] = []
        for part in _divided([whole for span in word for whole in _quoted(span)], room):
            _append(parts, _whole(part, _node(part, images, clean), room) if part else {"k": "cut"})
        several = len(parts) > 1 and (len(word) > 1 or {"k": "cut"} in parts)
        if _boxed(word, WIDEST_BOX) or (several and line_ems(tuple(word)) <= WIDEST_BOX):
            whole: list[Node] = [_node(span, images, clean) for span in word]
            parts = [{"g": whole, "w": round(sum(line_ems((span,)) * unsure(span) for span in word), 2), "p": parts}]
        for each in parts:
            _append(out, each)
    return out


def _with_formulas(spans: Iterable[Span], clean: Clean, room: float, maths: bool) -> Iterator[Span]:
    """Formulas that cannot be set as such in words: as signs in a row where a line holds no more, else their source."""
    for span in spans:
        if span.kind != "math" or (maths and in_line(span.text, room, clean)):
            yield span
        elif isinstance(tree_of(span.text), Refusal) or not maths or not all(map(covered, _plain(span.text))):
            yield replace(span, text=clean(span.text), kind="code")
        else:
            yield replace(span, text=_plain(span.text), kind="text")


def _plain(tex: str) -> str:
    """A formula in letters of the text: a bold 𝒙 is x."""
    return "".join(char if covered(char) else unicodedata.normalize("NFKC", char) for char in said(tex))


def _cleaned(line: Iterable[Span], clean: Clean, images: Mapping[str, str]) -> list[Span]:
    """Spans with nothing in them that has no glyph. A picture that cannot be shown is its text."""
    out: list[Span] = []
    for span in line:
        text = clean(span.text) if span.kind != "math" else span.text
        text = text if out or span.kind != "text" else text.lstrip()  # what stood before it has no glyph
        if span.kind == "image" and span.src not in images:
            out += [Span(f"[{text}]", styles=span.styles)] if text else []
        elif text or span.kind == "image":
            if span.kind == "reference" and out and out[-1].kind == "text":  # the mark of a footnote follows its word
                out[-1] = replace(out[-1], text=out[-1].text.rstrip())
            text = _SIGN.sub("\\1\u00a0", text) if span.kind == "text" else text
            out.append(Span(text, span.kind, span.styles, span.url, span.src))
    return out


def _words(spans: list[Span]) -> Iterator[list[Span]]:
    """The spans cut at spaces, each space by itself, and behind the middle dots of Korean: all between two cuts together."""
    word: list[Span] = []
    for span in spans:
        parts = re.split(r"( +)", span.text) if span.kind == "text" else [span.text]
        for part in parts:
            *before, part = DOTTED.split(part) if span.kind == "text" else [part]
            for name in before:
                yield [*word, replace(span, text=name)]
                word = []
            if span.kind == "break" or part.isspace():
                yield from ([word] if word else [])
                yield [Span(part, span.kind, span.styles, span.url)]
                word = []
            elif part or span.kind == "image":
                word.append(Span(part, span.kind, span.styles, span.url, span.src))
    if word:
        yield word


def _quoted(span: Span) -> Iterator[Span]:
    """A span cut round each quotation mark and the character in it that is to stay in one line with it (see `_whole`)."""
    if span.kind != "text":
        yield span
        return
    yield from (replace(span, text=part) for part in _QUOTED.split(span.text) if part)


def _boxed(word: list[Span], room: float) -> bool:
    text = "".join(said(span.text) if span.kind == "math" else span.text for span in word)
    if len(word) > 1 and has_index(word):
        return line_ems(tuple(word)) <= room
    return bool(_HANGUL.search(text)) and len(text) > 1 and ems(text) <= room


def _divided(word: Iterable[Span], room: float) -> Iterator[Span | None]:
    """The parts of all spans of a word, with None where it may break: also between two that no line holds."""
    cut = False
    for parts in (list(_parts(span, room)) for span in word):
        if cut and None in parts:
            yield None
        yield from parts
        cut = None in parts


def _parts(span: Span, room: float) -> Iterator[Span | None]:
    """A word that no line holds (an address, an identifier) in parts, with None where it may break."""
    wide = _code_wide if span.kind == "code" else ems
    if span.kind not in ("text", "code") or wide(span.text) <= room:
        yield span
        return
    if max(map(wide, (_BREAKS if span.kind == "code" else _SPACES).split(span.text))) <= room:
        yield span
        return
    styles = (*span.styles, CUT) if span.kind == "code" else span.styles
    for i, part in enumerate(
        part for word in re.split("( +)", span.text) if word for part in _pieces(word, span, room)
    ):
        if i:
            yield None
        yield Span(part, span.kind, styles, span.url)


def _pieces(word: str, span: Span, room: float) -> Iterator[str]:
    """The parts of a word that a line may end between, though nothing in it says so."""
    if (_code_wide if span.kind == "code" else ems)(word) <= room:
        yield word
    elif span.kind == "text" and _CJK.search(word) and not _HANGUL.search(word):
        yield from _between_han(word, room)
    else:
        yield from _cut(word, room)


def _between_han(word: str, room: float) -> Iterator[str]:
    """A word with Han characters or kana in it, cut only within what is written with other letters and has no room."""
    whole = ""
    for piece in _CJK.split(word):
        if _CJK.match(piece) or ems(piece) <= room:
            whole += piece
            continue
        first, *others = _cut(piece, room)
        yield whole + first
        yield from others[:-1]
        whole = others[-1] if others else ""
    if whole:
        yield whole


def _code_wide(code: str) -> float:
    """About how wide code is among words, in em: it is set a little smaller than these."""
    return 0.88 * code_ems(code)


def _cut(word: str, room: float) -> list[str]:
    return _part(max(3, min(12, int(room / 0.6)))).findall(word)


@lru_cache(maxsize=16)
def _part(letters: int) -> re.Pattern[str]:
    """Up to so many letters, cut before them where a mark ends a part of an address."""
    return re.compile(rf"[^{_MARKS}]{{1,{letters}}}[{_MARKS}]*|[{_MARKS}]+")


def _node(span: Span, images: Mapping[str, str], clean: Clean) -> Node:
    node: dict[str, Any] = {"t": span.text}
    if span.kind == "math":
        node |= in_line(span.text, ANY_ROOM, clean) or {}
    if span.kind == "image":
        node |= {"k": "image", "src": images[span.src]}
    elif span.kind != "text":
        node["k"] = "br" if span.kind == "break" else span.kind
    if span.styles:
        node["s"] = "".join(_LETTERS[style] for style in span.styles)
    if span.url:
        node["u"] = span.url
    return node if len(node) > 1 else span.text


def _whole(span: Span, node: Node, room: float) -> Node:
    """A node, in a box that no line ends in where it is a short formula, a letter with its quotation mark, or of Korean
    words side by side (`생성·준비·실행`) one."""
    if span.kind == "math":
        return {"g": [node]} if is_short(span.text, room) else node
    korean = 1 < len(span.text) <= SHORT_WORD and _HANGUL.search(span.text)
    return {"g": [node]} if span.kind == "text" and (korean or _QUOTED.fullmatch(span.text)) else node


def _append(out: list[Node], node: Node) -> None:
    """Plain neighbours are merged: most of a line is one string."""
    if out and isinstance(node, str) and isinstance(out[-1], str):
        out[-1] += node
    else:
        out.append(node)


def joined(line: Iterable[Node]) -> list[Node]:
    """The same for the template, which takes long over each node: plain words in boxes, one after the other, are one, `h`."""
    out: list[Node] = []
    for node in line:
        match out, node:
            case [*_, {"h": str(words)}, " "], {"g": [str(word)]} if _simple(node):
                out[-2:] = [{"h": f"{words} {word}"}]
            case _, {"g": [str(word)]} if _simple(node):
                out.append({"h": word})
            case _:
                out.append(node)
    return out


def _simple(node: Node) -> bool:
    """Whether a box has nothing but one word."""
    return len(node) == 1 and isinstance(node, dict) and " " not in node["g"][0]
