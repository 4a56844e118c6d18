"""What a tone looks like: colours by their role, the same in every output.

Colour never speaks alone: solid is also bold, absent is also dashed.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .scene import Group, Node, Role, Span, Tone

Ink = Literal["page", "surface", "tint", "accent", "ink", "quiet"]
"""A colour by its role: ground, panel, tint of the accent, accent, text, quiet text and lines."""


class Palette(Struct, frozen=True):
    """The colours of one theme, each as six hexadecimal digits; `accents` tell several things apart."""

    page: str
    surface: str
    tint: str
    accent: str
    ink: str
    quiet: str
    accents: tuple[str, ...] = ()

    def hex(self, ink: Ink) -> str:
        """A colour as CSS writes it."""
        return "#" + str(getattr(self, ink))


LIGHT = Palette(
    page="FFFFFF",
    surface="F3F2EE",
    tint="DDE3ED",
    accent="123F96",
    ink="1A1A18",
    quiet="454440",
    accents=("123F96", "0A5142", "7C2A0D", "53277C", "4F4B00", "A3A199"),
)


class Look(Struct, frozen=True):
    """How a shape is painted and written on. `fill` and `line` are None where there is none."""

    fill: Ink | None
    line: Ink | None
    text: Ink
    subtext: Ink
    bold: bool = False
    dashed: bool = False


def ground(level: int) -> Ink:
    """The fill of what lies on `level` panels: surface on the page, page on a panel, and so on by turns."""
    return "page" if level % 2 else "surface"


def backdrop(level: int) -> Ink:
    """The colour of the ground itself where `level` panels lie below."""
    return ground(level + 1)


def node_look(node: Node) -> Look:
    """How a node is drawn."""
    if node.shape == "string":
        return Look(None, None, text_ink(node.tone), "quiet", bold=node.tone == "solid")
    fill: Ink | None = None if node.shape == "text" else ground(node.level)
    if node.shape == "bar":
        fill = "quiet"
    match node.tone:
        case "solid":
            return Look("accent", None, "page", "page", bold=True)
        case "tint":
            return Look("tint", None, "ink", "ink")
        case "absent":
            return Look(None, "quiet", "quiet", "quiet", dashed=True)
        case "plain":
            return Look(fill, None, "ink", "quiet")


def text_ink(tone: Tone) -> Ink:
    """The colour of words that stand on the page and belong to something of this tone."""
    return "accent" if tone == "solid" else "quiet" if tone == "absent" else "ink"


def group_look(group: Group) -> Look:
    """How the panel of a group is drawn."""
    if group.look == "bare":
        return Look(None, None, "ink", "quiet")
    if group.dashed:
        return Look(None, "quiet", "ink", "quiet", dashed=True)
    return Look(ground(group.level), None, "ink", "quiet")


def span_look(span: Span) -> Look:
    """How the line of a span and its words are drawn: a bracket is quiet, a rule has the tone of its part."""
    if span.label.role == "note":
        return Look(None, "quiet", "quiet", "quiet")
    ink = text_ink(span.tone)
    line: Ink = "accent" if span.tone == "plain" else ink
    return Look(None, line, ink, "quiet", bold=span.tone != "absent", dashed=span.tone == "absent")


def role_ink(role: Role) -> Ink:
    """The colour of words by what they do."""
    return "ink" if role in ("title", "part") else "quiet"
