"""Text between tags → Markdown blocks: a list under a `<br>` is a list, though CommonMark takes it for raw HTML."""

from __future__ import annotations

import html
from collections.abc import Sequence

from msgspec.structs import replace

from .. import blocks as b
from .walk import Part, rebuilt

MARK = "\x01"
"""Set before a character that must not begin a block. No note has it: control characters are gone by then."""


class Chunk:
    """Text that gathers between two tags that structure it, line by line with its places."""

    def __init__(self) -> None:
        self.rows: list[tuple[int, list[str]]] = []
        self.fresh = False
        self.visible = False

    def add(self, text: str, line: int, fresh: bool = False, visible: bool | None = None) -> None:
        """Add text that begins on `line`. `fresh`: it stands at the beginning of that line."""
        first, *others = text.split("\n")
        if not self.rows:
            self.rows.append((line, []))
            self.fresh = fresh
        self.rows[-1][1].append(first)
        self.rows += [(line + i, [other]) for i, other in enumerate(others, 1)]
        self.visible = self.visible or (bool(html.unescape(text).strip()) if visible is None else visible)

    def blocks(self) -> tuple[b.Node, ...]:
        """What it says, read as Markdown."""
        rows = self._rows()
        if not rows:
            return ()
        first, last = rows[0][0], rows[-1][0]
        if len(rows) == 1 and not self.fresh:
            return (b.Paragraph(rows[0][1].strip(), first, last),)
        texts = _dedented([text for _, text in rows], self.fresh)
        return read_marked("\n".join(texts), [number for number, _ in rows])

    def inline(self) -> tuple[b.Node, ...]:
        """What it says, as one stretch of inline text."""
        rows = self._rows()
        text = " ".join(stripped for _, row in rows if (stripped := row.strip()))
        return (b.Paragraph(text, rows[0][0], rows[-1][0]),) if rows else ()

    def _rows(self) -> list[tuple[int, str]]:
        if not self.visible:
            return []
        rows = [(number, "".join(pieces)) for number, pieces in self.rows]
        said = [i for i, (_, text) in enumerate(rows) if text.strip()]
        if said and said[0]:
            self.fresh = True
        return rows[said[0] : said[-1] + 1] if said else []


def _dedented(texts: list[str], fresh: bool) -> list[str]:
    """Without the indentation of the HTML. A first line that follows a tag on its line begins no list."""
    texts = [_untabbed(text).rstrip(" ") for text in texts]
    own = [_indent(text) for text in texts[0 if fresh else 1 :] if text]
    depth = min(own, default=0)
    head = texts[0].lstrip(" ")
    head = head if not fresh else " " * min(3, _indent(texts[0]) - depth) + head
    return [head if fresh else MARK + head, *(text[min(depth, _indent(text)) :] for text in texts[1:])]


def _untabbed(text: str) -> str:
    body = text.lstrip(" \t")
    return text[: len(text) - len(body)].expandtabs(4) + body


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def read_marked(text: str, numbers: Sequence[int]) -> tuple[b.Node, ...]:
    """Read Markdown in which no `<` begins a block and no `[x]:` vanishes; `numbers` are the lines of its lines."""
    marked = text.replace("<", MARK + "<")
    return relocated(b.read_blocks(marked, defines_links=False).nodes, numbers)


def relocated(nodes: Sequence[b.Node], numbers: Sequence[int]) -> tuple[b.Node, ...]:
    """Blocks with the line numbers of the file, and without marks."""

    def number(line: int) -> int:
        return numbers[line - 1] if line <= len(numbers) else numbers[-1] + line - len(numbers)

    def own(node: Part) -> Part:
        return replace(_unmarked(node), line=number(node.line), end=number(node.end))

    return rebuilt(nodes, own, lambda body, _: (body, ()))


def _unmarked(node: Part) -> Part:
    match node:
        case b.Paragraph() | b.Heading():
            return replace(node, text=_clean(node.text))
        case b.Fence():
            return replace(node, text=_clean(node.text), info=None if node.info is None else _clean(node.info))
        case b.MathBlock():
            return replace(node, tex=_clean(node.tex).replace("\\<", "<"))
        case b.DefinitionItem():
            return replace(node, terms=tuple(map(_clean, node.terms)))
        case b.PipeTable():
            rows = tuple(tuple(map(_clean, row)) for row in node.rows)
            return replace(node, head=tuple(map(_clean, node.head)), rows=rows)
        case _:
            return node


def _clean(text: str) -> str:
    return text.replace(MARK, "")
