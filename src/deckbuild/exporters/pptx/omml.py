"""A formula → Office maths (ECMA-376-1 §22.1), as PowerPoint keeps it in slides (MS-ODRAWXML §2.3.1.11).

Size, colour and face come from the list style of the text around it so that no run needs properties of
its own. Letters are written in their alphabets, as PowerPoint writes them: a variable is 𝑥, not an italic x.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from ...formulas.letters import italic
from ...formulas.spacing import is_named, placed
from ...formulas.tree import (
    Accent,
    Big,
    Fence,
    Fraction,
    Frame,
    Function,
    Limits,
    Line,
    Node,
    Root,
    Row,
    Script,
    Sign,
    Space,
    Table,
    Words,
    parts,
)

NAMESPACE = "http://schemas.openxmlformats.org/officeDocument/2006/math"
_SPACES = ((1.9, "\u2003\u2003"), (0.9, "\u2003"), (0.45, "\u2002"), (0.25, "\u2005"), (0.2, "\u205f"), (0.1, "\u2009"))
_PLAIN = '<m:rPr><m:sty m:val="p"/></m:rPr>'
_NORMAL = "<m:rPr><m:nor/></m:rPr>"


def omml(node: Node) -> str:
    """The formula as an `m:oMath`."""
    return f"<m:oMath>{_inner(node)}</m:oMath>"


def _inner(node: Node) -> str:
    return _row(parts(node))


def _row(items: Sequence[Node]) -> str:
    """Parts side by side. Large operators and functions hold what they are applied to."""
    out: list[str] = []
    i = 0
    while i < len(items):
        node = items[i]
        if isinstance(node, Big):
            end = _operand_end(items, i + 1)
            out.append(_nary(node, items[i + 1 : end]))
        elif is_named(node) and i + 1 < len(items):
            end = _argument_end(items, i + 1)
            out.append(_applied(node, items[i + 1 : end]))
        else:
            end = i + 1
            out.append(_one(node))
        i = end
    return "".join(out)


def _operand_end(items: Sequence[Node], start: int) -> int:
    """Where that which is summed ends: before the next relation or sign of addition."""
    depth = 0
    for i, part in enumerate(placed(items[start:]), start):
        depth += (part.kind == "open") - (part.kind == "close")
        adds = isinstance(part.node, Sign) and part.kind == "binary" and part.node.text in "+−±∓"
        if i > start and depth <= 0 and (part.kind in ("relation", "comma") or adds):
            return i
        if depth < 0:
            return max(i, start)
    return len(items)


def _argument_end(items: Sequence[Node], start: int) -> int:
    """Where the argument of a function ends: after a bracket that closes, else after its letters."""
    found = list(placed(items[start:]))
    if found[0].kind in ("relation", "comma", "close", "binary"):
        return start
    depth = 0
    for i, part in enumerate(found, start):
        depth += (part.kind == "open") - (part.kind == "close")
        after = found[i - start + 1] if i - start + 1 < len(found) else None
        ends = after is None or after.kind not in ("letter", "number") or is_named(after.node)
        if depth <= 0 and not isinstance(part.node, Space) and (part.kind == "close" or ends):
            return i + 1
    return len(items)


def _run(letters: str, properties: str = "") -> str:
    keep = ' xml:space="preserve"' if letters != letters.strip() else ""
    return f"<m:r>{properties}<m:t{keep}>{escape(letters)}</m:t></m:r>" if letters else ""


def _one(node: Node) -> str:
    match node:
        case Sign(text=letters, kind="letter", upright=False):
            return _run("".join(map(italic, letters)))
        case Sign(text=letters):
            return _run(letters, _PLAIN)
        case Words(text=letters):
            return _run(letters, _NORMAL)
        case Function(name=name):
            return _run(name, _PLAIN)
        case Space(em=em):
            return _run(next((sign for least, sign in _SPACES if em >= least), ""), _PLAIN)
        case Row(items=items):
            return _row(items)
        case Fraction(over=over, under=under, ruled=ruled):
            kind = "" if ruled else '<m:fPr><m:type m:val="noBar"/></m:fPr>'
            return f"<m:f>{kind}{_in('num', over)}{_in('den', under)}</m:f>"
        case Script():
            return _script(node)
        case Limits(base=base, below=below, above=above):
            return _limits(base, below, above)
        case Big():
            return _nary(node, ())
        case Root(body=body, degree=degree):
            hide = '<m:radPr><m:degHide m:val="1"/></m:radPr>' if degree is None else ""
            return f"<m:rad>{hide}{_in('deg', degree)}{_in('e', body)}</m:rad>"
        case Fence():
            return _fence(node)
        case Table():
            return _table(node)
        case Accent(mark=mark, body=body):
            return f'<m:acc><m:accPr><m:chr m:val="{mark}"/></m:accPr>{_in("e", body)}</m:acc>'
        case Line():
            return _line(node)
        case Frame(body=body):
            return f"<m:borderBox>{_in('e', body)}</m:borderBox>"
        case _:
            assert_never(node)


def _in(tag: str, node: Node | None) -> str:
    return f"<m:{tag}>{_inner(node)}</m:{tag}>" if node is not None else f"<m:{tag}/>"


def _script(node: Script) -> str:
    match node:
        case Script(base=base, sub=None, sup=sup):
            return f"<m:sSup>{_in('e', base)}{_in('sup', sup)}</m:sSup>"
        case Script(base=base, sub=sub, sup=None):
            return f"<m:sSub>{_in('e', base)}{_in('sub', sub)}</m:sSub>"
        case Script(base=base, sub=sub, sup=sup):
            return f"<m:sSubSup>{_in('e', base)}{_in('sub', sub)}{_in('sup', sup)}</m:sSubSup>"


def _limits(base: Node, below: Node | None, above: Node | None) -> str:
    found = _one(base)
    if below is not None:
        found = f"<m:limLow><m:e>{found}</m:e>{_in('lim', below)}</m:limLow>"
    if above is not None:
        found = f"<m:limUpp><m:e>{found}</m:e>{_in('lim', above)}</m:limUpp>"
    return found


def _nary(node: Big, operand: Sequence[Node]) -> str:
    """The schema's order: sign, place of the bounds, growth, what is hidden."""
    place = "undOvr" if node.stacked else "subSup"
    hidden = ("" if node.sub is not None else '<m:subHide m:val="1"/>') + (
        "" if node.sup is not None else '<m:supHide m:val="1"/>'
    )
    about = f'<m:chr m:val="{node.sign}"/><m:limLoc m:val="{place}"/>{hidden}'
    body = _row(operand) or _run("\u200b")
    return f"<m:nary><m:naryPr>{about}</m:naryPr>{_in('sub', node.sub)}{_in('sup', node.sup)}<m:e>{body}</m:e></m:nary>"


def _applied(node: Node, operand: Sequence[Node]) -> str:
    """A function with its argument; without one it is a name."""
    if not operand:
        return _one(node)
    return f"<m:func><m:fName>{_one(node)}</m:fName><m:e>{_row(operand)}</m:e></m:func>"


def _fence(node: Fence) -> str:
    bar = f"<m:sepChr m:val={quoteattr(node.bar)}/>" if len(node.parts) > 1 else ""
    about = f"<m:begChr m:val={quoteattr(node.left)}/>{bar}<m:endChr m:val={quoteattr(node.right)}/>"
    return f"<m:d><m:dPr>{about}</m:dPr>{''.join(_in('e', part) for part in node.parts)}</m:d>"


def _table(node: Table) -> str:
    """Lines that are lined up are an array of equations, where `&` is the place to line up at; all else a matrix."""
    match node.kind:
        case "aligned":
            return _array("".join(_aligned(cells)) for cells in node.rows)
        case "gathered":
            return _array(_inner(cells[0]) for cells in node.rows)
        case "lines":
            return _array(_run("&", _PLAIN) + _inner(cells[0]) for cells in node.rows)
        case "matrix" | "cases":
            side = "left" if node.kind == "cases" else "center"
            count = f'<m:count m:val="{len(node.rows[0])}"/><m:mcJc m:val="{side}"/>'
            rows = "".join(f"<m:mr>{''.join(_in('e', cell) for cell in cells)}</m:mr>" for cells in node.rows)
            return f"<m:m><m:mPr><m:mcs><m:mc><m:mcPr>{count}</m:mcPr></m:mc></m:mcs></m:mPr>{rows}</m:m>"


def _array(rows: Iterable[str]) -> str:
    return f"<m:eqArr>{''.join(f'<m:e>{row}</m:e>' for row in rows)}</m:eqArr>"


def _aligned(cells: Sequence[Node]) -> Iterable[str]:
    """Each odd `&` lines up and each even one begins a new column (ECMA-376-1 §22.1.2.34)."""
    for i, cell in enumerate(cells):
        yield (_run("&", _PLAIN) if i else "") + _inner(cell)


def _line(node: Line) -> str:
    body = _in("e", node.body)
    if node.braced:
        sign, place = ("⏟", "bot") if node.below else ("⏞", "top")
        about = f'<m:chr m:val="{sign}"/><m:pos m:val="{place}"/><m:vertJc m:val="{"top" if node.below else "bot"}"/>'
        return f"<m:groupChr><m:groupChrPr>{about}</m:groupChrPr>{body}</m:groupChr>"
    return f'<m:bar><m:barPr><m:pos m:val="{"bot" if node.below else "top"}"/></m:barPr>{body}</m:bar>'
