"""What a sheet is made of: sections of atoms, each small enough to be moved or left off on its own.

Everything here becomes JSON as it is (`msgspec.json.encode`), without sets, so that the same plan is the same bytes.
"""

from __future__ import annotations

from typing import Literal, Union

from msgspec import Struct

from ...config import Sheet
from ...diagnostics import Diagnostic
from ...model import NOWHERE, Place, RunKind

LARGEST = 11.0
"""The largest type of a sheet, in pt."""
SMALLEST = 6.5
"""The smallest type of a sheet, in pt: below it, print is not read."""


SheetOptions = Sheet
DEFAULT = SheetOptions()


class Span(Struct, frozen=True, omit_defaults=True):
    """A run with its styles in a fixed order; `url` only where a browser could follow it, `src` only for images."""

    text: str
    kind: RunKind = "text"
    styles: tuple[str, ...] = ()
    url: str = ""
    src: str = ""


Line = tuple[Span, ...]
FrameKind = Literal["quote", "note", "tip", "warning", "example", "conclusion"]


class Frame(Struct, frozen=True):
    """A tinted box round one or several atoms; neighbours with one `id` share it."""

    id: int
    kind: FrameKind


class _Atom(Struct, frozen=True, tag_field="kind", omit_defaults=True, kw_only=True):
    """The base of all atoms.

    `rank` (0 to 1) says how much would be lost without it. `depth` counts the list items it lies in, `left` is its
    indent in em. `stick` keeps it in the column of the atom before. `gap` is the air above it, in em.
    """

    rank: float = 0.5
    depth: int = 0
    left: float = 0.0
    stick: bool = False
    gap: float = 0.66
    frame: Frame | None = None
    place: Place = NOWHERE


class Heading(_Atom, frozen=True, tag="heading"):
    """The title of a sub-section (`level` 2 and deeper), or a bold line that names what follows (`level` 0)."""

    line: Line
    level: int = 2
    number: str = ""


Role = Literal["prose", "line", "definition", "question", "answer", "then", "references"]


class Text(_Atom, frozen=True, tag="text"):
    """A paragraph. `then` follows from the atom before and stands behind an arrow."""

    line: Line
    role: Role = "prose"


Marker = Literal["bullet", "number", "plus", "minus"]


class Item(_Atom, frozen=True, tag="item"):
    """One item of the list `list`; `number` counts only where the marker is a number."""

    line: Line
    list: int
    marker: Marker = "bullet"
    number: int = 0


RowStyle = Literal["grid", "terms", "commands"]
First = tuple[float, float, float]
"""From which room on (em), how wide commands are (em of code) that have their meaning beside them, how wide that is (em)."""


class Row(_Atom, frozen=True, tag="row"):
    """One row of the table `table`. A head row is repeated where a table goes on. `widths` says in em how wide each column wants
    to be (0: all the rest), and `least` how wide it must be so that no word in it is broken. A `broad` table stands over
    several columns of the sheet where one has no room for it in about the size of the text.

    In the style `commands` the first cell is code, `code` em of it wide, and `firsts` says where the second stands beside it:
    the last entry counts for whose room there is enough, and where there is none, all stand below each other.
    """

    cells: tuple[Line, ...]
    table: int
    style: RowStyle = "grid"
    widths: tuple[float, ...] = (1.0,)
    least: tuple[float, ...] = ()
    aligns: tuple[str, ...] = ()
    head: bool = False
    odd: bool = False
    broad: bool = False
    firsts: tuple[First, ...] = ()
    code: float = 0.0


class Listing(_Atom, frozen=True, tag="listing"):
    """Code, verbatim. A long one is cut into several of one `group`."""

    text: str
    group: int
    lang: str = ""
    output: bool = False


class Picture(_Atom, frozen=True, tag="picture"):
    """A figure, or the place where one should be (`missing`)."""

    src: str
    caption: Line = ()
    alt: str = ""
    missing: bool = False


class Formula(_Atom, frozen=True, tag="formula"):
    """A displayed formula in LaTeX."""

    tex: str


Atom = Union[Heading, Text, Item, Row, Listing, Picture, Formula]  # noqa: UP007 - msgspec resolves this name at run time


class Section(Struct, frozen=True, omit_defaults=True):
    """A card of the sheet: `hue` counts the top-level sections, from which its colour follows."""

    title: Line
    atoms: tuple[Atom, ...]
    number: str = ""
    hue: int = 0
    sign: str = ""
    place: Place = NOWHERE


class Labels(Struct, frozen=True):
    """The fixed words that the drawing needs, in the language of the deck."""

    continued: str
    figure: str
    figure_missing: str
    source: str


class SheetPlan(Struct, frozen=True):
    """What is to stand on a sheet, in reading order. Which type size holds it is decided when it is measured.

    `url` and `date` (as it was written) are what the front matter of the note says of itself.
    """

    source: str
    title: str
    subtitle: Line
    language: str
    sections: tuple[Section, ...]
    labels: Labels
    options: SheetOptions
    columns: int
    tags: tuple[str, ...] = ()
    url: str = ""
    date: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


def plain(line: Line) -> str:
    """The letters of a line alone, white space folded."""
    return " ".join("".join(span.text for span in line).split())


def wording(atom: Atom) -> str:
    """The letters of an atom: to name it in a message, to rank it and to guess its height."""
    match atom:
        case Heading(line=line) | Text(line=line) | Item(line=line):
            return plain(line)
        case Row(cells=cells):
            return " ".join(plain(cell) for cell in cells)
        case Listing(text=text):
            return text
        case Picture(caption=caption, alt=alt, src=src):
            return plain(caption) or alt or src
        case Formula(tex=tex):
            return tex
