"""What authors mark as a card themselves: `Q:` and `A:`, `C: … [hole]`, `front :: back`, a `?` between two sides.

All of them are forms that people write for other programs: `Q:`, `A:` and `C:` for hashcards, the colons and the
question mark for the spaced repetition plugin of Obsidian. A mark counts only where its counterpart is there as well, so
that `A: yes` in a dialogue stays what it was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Union

from msgspec import Struct
from msgspec.structs import replace

from ...answer_names import WORKS
from ...questions import ASK, OPTION
from .. import blocks as b
from .asked import REPLY, number_of

MAX_BETWEEN = 6
"""Blocks that may stand between a question and its answer."""

_FACE = re.compile(
    rf"(?P<bold>\*\*|__)?(?:(?P<ask>{ASK})|(?P<answer>{REPLY})|(?P<holes>C))\s?\d{{0,3}}"
    r"(?P<sign>[:：.)\u3000])(?P<close>\*\*|__)?(?:(?<=[：\u3000])|\s+|$)"
)
_LINE = re.compile(
    r"^\s*(?:\?{1,2}|\S.{0,400}?:::?.*)$|^\s*(?:\*\*|__)?(?:" + f"{ASK}|{REPLY}|C" + r")\s?\d{0,3}[:：.)\u3000]",
    re.M,
)
"""A first look: most paragraphs hold no mark at all."""
_BETWEEN = re.compile(
    r"(?<=[^\s:])(?:[ \t]+:::?[ \t]+|:::)(?=[^\s:])|(?<=[ぁ-ヺ一-鿿가-힣])::(?=[^\s:])|(?<=[^\s:])::(?=[ぁ-ヺ一-鿿가-힣])"
)
_VERBATIM = re.compile(r"(`+).{1,1000}?\1|\$[^$\n]+\$|\{\{[^{}\n]+\}\}|https?://\S+|\[{1,2}[^\[\]\n]{1,400}\](?=[]([])")
_HOLE = re.compile(
    r"\\.|(`+).{1,1000}?\1|\$[^$\n]+\$|!?\[[^\[\]]*\](?:\(|\[)|\[\[[^\[\]]+\]\]|\[(?P<hole>[^\[\]\n^][^\[\]]*)\]",
    re.DOTALL,
)


class Asked(Struct, frozen=True):
    """A question and its answer. `both`: each side asks for the other; `marked`: it stands behind a `Q:` or above an `Answer:`;
    `number`: what it is called where that counts it, as in `Q3:`."""

    question: tuple[Marked, ...]
    answer: tuple[Marked, ...]
    line: int
    end: int
    both: bool = False
    marked: bool = False
    number: str = ""


class Faces(Struct, frozen=True):
    """`front :: back` (with `:::`, `both`): raw inline text."""

    front: str
    back: str
    line: int
    end: int
    both: bool = False


class Holes(Struct, frozen=True):
    """Raw inline text with its holes as `{{c1::…}}`."""

    text: str
    line: int
    end: int


Marked = Union[b.Node, Asked, Faces, Holes]  # noqa: UP007 - the structs name it before it is there


class _Piece(Struct, frozen=True):
    """Some lines of a paragraph with the mark that they begin with, or any other node. `node` holds no mark, `raw` does."""

    node: Marked
    raw: Marked
    mark: str = ""
    sign: str = ""


def may_mark(text: str) -> bool:
    """A first look at a paragraph: without a mark in it nothing of it is a card that its author marked."""
    return bool(_LINE.search(text))


def marked(nodes: Sequence[Marked]) -> Sequence[Marked]:
    """The nodes with what was marked as a card in place of the paragraphs that it was made of."""
    if not any(isinstance(node, b.Paragraph) and _LINE.search(node.text) for node in nodes):
        return nodes
    pieces = [piece for node in nodes for piece in _pieces(node)]
    out: list[Marked] = []
    i = 0
    while i < len(pieces):
        found, size = _card(pieces, i)
        _append(out, found)
        i += size
    return out


def _append(out: list[Marked], found: Marked) -> None:
    """Neighbouring lines that turned out to be no card are one paragraph again; what asks takes its lines from there."""
    before = out[-1] if out else None
    if isinstance(found, b.Paragraph) and isinstance(before, b.Paragraph) and before.end + 1 == found.line:
        out[-1] = b.Paragraph(f"{before.text}\n{found.text}", before.line, found.end)
    else:
        out.append(found)


def _pieces(node: Marked) -> Iterator[_Piece]:
    """A paragraph cut before each line with a mark, and behind a line that is whole in itself."""
    if not isinstance(node, b.Paragraph) or not _LINE.search(node.text):
        yield _Piece(node, node)
        return
    held: list[str] = []
    start, mark = node.line, ""
    for number, line in enumerate(node.text.split("\n"), node.line):
        own = _mark(line)
        if held and (own or mark in ("?", "??", "::")):
            yield _piece(held, start, mark)
            held = []
        if not held:
            start, mark = number, own
        held.append(line)
    yield _piece(held, start, mark)


def _mark(line: str) -> str:
    """`Q`, `A`, `C`, `?`, `??`, `::`, or nothing."""
    bare = line.strip()
    if bare in ("?", "??"):
        return bare
    if found := _FACE.match(bare):
        return "Q" if found["ask"] else "A" if found["answer"] else "C"
    return "::" if _between(line) else ""


def _between(line: str) -> re.Match[str] | None:
    """The only `::` of a line, that of code, formulas, links and addresses aside."""
    found = list(_BETWEEN.finditer(_VERBATIM.sub(lambda m: "\x00" * len(m[0]), line))) if "::" in line else []
    return found[0] if len(found) == 1 else None


def _piece(lines: Sequence[str], start: int, mark: str) -> _Piece:
    raw = b.Paragraph("\n".join(lines), start, start + len(lines) - 1)
    found = _FACE.match(raw.text.lstrip()) if mark in ("Q", "A", "C") else None
    if not found:
        return _Piece(raw, raw, mark)
    opened = found["bold"] if found["bold"] and not found["close"] else ""
    text = opened + raw.text.lstrip()[found.end() :]
    word = found["ask"] or found["answer"] or "C"
    sign = "" if len(word) > 1 else ":" if found["sign"] in ":：\u3000" else found["sign"]
    return _Piece(replace(raw, text=text), raw, mark, sign)


def _card(pieces: Sequence[_Piece], i: int) -> tuple[Marked, int]:
    """What begins at a piece, and how many pieces it takes."""
    piece = pieces[i]
    match piece.mark:
        case "Q" if answer := _answer_of(pieces, i):
            end = _end_of_answer(pieces, answer)
            question = _nodes(pieces[i:answer])
            whole = _asked(question, _nodes(pieces[answer:end]), pieces[i:end])
            return replace(whole, marked=True, number=_number(piece)), end - i
        case "C" if isinstance(piece.node, b.Paragraph) and (text := _with_holes(piece.node.text)):
            return Holes(text, piece.node.line, piece.node.end), 1
        case "::" if isinstance(piece.node, b.Paragraph) and (found := _between(piece.node.text)):
            front, back = piece.node.text[: found.start()].strip(), piece.node.text[found.end() :].strip()
            return Faces(front, back, piece.node.line, piece.node.end, found[0].strip() == ":::"), 1
    following = pieces[i + 1] if i + 1 < len(pieces) else None
    if not piece.mark and following and following.mark in ("?", "??") and isinstance(piece.node, b.Paragraph):
        end = _end_of_back(pieces, i + 1)
        if following.node.line == piece.node.end + 1 and end > i + 2:
            both = following.mark == "??"
            return _asked((piece.node,), _nodes(pieces[i + 2 : end]), pieces[i:end], both), end - i
    return piece.raw, 1


def _number(piece: _Piece) -> str:
    text = piece.raw.text if isinstance(piece.raw, b.Paragraph) else ""
    return number_of(text.lstrip("*_ "))


def _asked(
    question: tuple[Marked, ...], answer: tuple[Marked, ...], pieces: Sequence[_Piece], both: bool = False
) -> Asked:
    return Asked(question, answer, pieces[0].raw.line, max(piece.raw.end for piece in pieces), both)


def _nodes(pieces: Sequence[_Piece]) -> tuple[Marked, ...]:
    """What pieces hold without their marks; the mark of a choice is its own."""
    held = [piece.raw if _is_choice(piece) else piece.node for piece in pieces]
    return tuple(node for node in held if not isinstance(node, b.Paragraph) or node.text.strip())


def _answer_of(pieces: Sequence[_Piece], question: int) -> int:
    """The index of the answer to a question, 0 where it has none."""
    if not _nodes(pieces[question : question + 1]) and question + 1 >= len(pieces):
        return 0
    for i in range(question + 1, min(len(pieces), question + 2 + MAX_BETWEEN)):
        if _is_choice(pieces[i]):
            continue
        if pieces[i].mark == "A":
            signs = {pieces[i].sign, pieces[question].sign}
            return i if len(signs) == 1 or "" in signs else 0
        if pieces[i].mark or not _may_be_asked(pieces[i].node):
            return 0
    return 0


def _may_be_asked(node: Marked) -> bool:
    """Whether a block can be part of a question: choices, code, a picture, but no paragraph of its own."""
    if isinstance(node, b.Paragraph):
        return bool(OPTION.match(node.text)) or node.text.lstrip().startswith("![")
    return not isinstance(node, b.Heading | b.Rule | b.BlockQuote | Asked | Faces | Holes)


def _is_choice(piece: _Piece) -> bool:
    """Whether `A. …` is the first of several choices."""
    text = piece.raw.text if piece.mark == "A" and isinstance(piece.raw, b.Paragraph) else ""
    return bool(re.search(r"^\s*B[.)]", text, re.MULTILINE))


def _end_of_answer(pieces: Sequence[_Piece], answer: int) -> int:
    """Behind an answer: what stands directly below belongs to it, and one block that it announces."""
    node = pieces[answer].node
    text = node.text.rstrip() if isinstance(node, b.Paragraph) else ""
    end = answer + 1
    if _works(pieces[answer]) and end < len(pieces) and pieces[end].mark == "A" and not _works(pieces[end]):
        end += 1
    if (not text or text.endswith((":", "："))) and end < len(pieces) and _may_follow(pieces[end]):
        end += 1
    while end < len(pieces) and _may_follow(pieces[end]) and _adjoins(pieces[end - 1], pieces[end]):
        end += 1
    while isinstance(pieces[end - 1].node, b.Speech):  # said once the answer is known, not as the question is put
        end -= 1
    return end


def _works(piece: _Piece) -> bool:
    """Whether an answer is worked out in a piece, so that one behind it tells what comes of that."""
    return isinstance(piece.raw, b.Paragraph) and bool(WORKS.match(piece.raw.text.split("\n")[0]))


def _end_of_back(pieces: Sequence[_Piece], mark: int) -> int:
    end = mark + 1
    while end < len(pieces) and _may_follow(pieces[end]) and _adjoins(pieces[end - 1], pieces[end]):
        end += 1
    return end


def _may_follow(piece: _Piece) -> bool:
    return not piece.mark and not isinstance(piece.node, b.Heading | b.Rule)


def _adjoins(before: _Piece, after: _Piece) -> bool:
    """Whether no blank line stands between two pieces (a fence begins a line before its text)."""
    fence = isinstance(after.node, b.Fence) and after.node.info is not None
    return after.raw.line - fence <= before.raw.end + 1


def _with_holes(text: str) -> str:
    """`[x]` as `{{c1::x}}`, each a group of its own; nothing where there is none."""
    count = 0

    def hole(found: re.Match[str]) -> str:
        nonlocal count
        if found["hole"] is None or "}}" in found["hole"] or "::" in found["hole"]:
            return found[0]
        count += 1
        return f"{{{{c{count}::{found['hole']}}}}}"

    written = _HOLE.sub(hole, text)
    return written if count else ""


def joined_items(items: Sequence[b.Item]) -> tuple[b.Item, ...]:
    """`- Q: …` and below it `- A: …` as one item."""
    out: list[b.Item] = []
    for item in items:
        if out and _begins(out[-1]) == "Q" and _begins(item) == "A":
            before = out.pop()
            first, second = before.body[0], item.body[0]
            if isinstance(first, b.Paragraph) and isinstance(second, b.Paragraph):
                text = b.Paragraph(f"{first.text}\n{second.text}", first.line, second.end)
                item = b.Item((text, *item.body[1:]), before.line, item.end) if len(before.body) == 1 else item
                out += [] if len(before.body) == 1 else [before]
        out.append(item)
    return tuple(out)


def _begins(item: b.Item) -> str:
    first = item.body[0] if item.body else None
    return _mark(first.text.split("\n")[0]) if isinstance(first, b.Paragraph) else ""
