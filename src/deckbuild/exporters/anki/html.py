"""Cards → the HTML of Anki's fields. All of it is made here, and every letter of the note is escaped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from typing import assert_never

from msgspec import Struct
from msgspec.structs import replace

from ...highlight import tokens
from ...model import RichText
from ...plan.cards.model import (
    Blank,
    Blanks,
    Card,
    Formula,
    Grid,
    Image,
    Item,
    Items,
    Listing,
    Masks,
    NoteType,
    Part,
    Text,
)
from ...richtext import to_html
from .notetypes import FIELDS

APART = "<!-- -->"
"""Stands between signs that Anki would read as its own; it survives the editor of Anki, which an entity does not."""
_LINKS = ("http://", "https://", "mailto:")
_ANKI_TAG = re.compile(r"\[(?=(?:sound:|anki:|/?latex\]|/?\${1,2}\]))", re.IGNORECASE)
_BRACES = re.compile(r"\{(?=\{)|\}(?=\})")
_COLONS = re.compile(r":(?=:)")
_CONTINUED = re.compile(r"(?:\\|\||&&)\s*$")


class Media(Struct, frozen=True):
    """The name of each picture in the package, by `Figure.src`."""

    names: Mapping[str, str]


def fields(card: Card, language: str, media: Media) -> tuple[str, ...]:
    """The fields of a card's note, in the order of its note type."""
    values = _common(card, language, media) | _own(card, media)
    return tuple(values.get(field, "") for field in FIELDS[card.note_type])


def _common(card: Card, language: str, media: Media) -> dict[str, str]:
    return {
        "Path": html.escape(" › ".join(card.path), quote=False),
        "Extra": parts(card.extra, media),
        "Source": html.escape(" › ".join(card.source), quote=False),
        "Kind": card.kind,
        "Lang": language,
    }


def _own(card: Card, media: Media) -> dict[str, str]:
    kind: NoteType = card.note_type
    if kind == "occlusion":
        return _occlusion(card, media)
    if kind == "cloze":
        return {"Text": _separated(_asked(card, ": ") + parts(card.shown, media))}
    shown, asked = parts(card.shown, media), _asked(card, " — ")
    front = asked + shown if card.kind == "hole" else shown + asked
    own = {"Front": front, "Back": parts(card.answer, media)}
    if kind == "typed":
        return own | {"Typed": html.escape(card.typed, quote=False)}
    if card.reverse:
        cue = _span("sep", " — ") + " " + _span("cue", _escaped(card.reverse.cue)) if card.reverse.cue else ""
        asked = rich(card.reverse.prompt) + cue
        return own | {"Reverse": asked, "Reverse Back": rich(card.reverse.answer)}
    return own


def _occlusion(card: Card, media: Media) -> dict[str, str]:
    """The fields that Anki's own image occlusion reads: a cloze for each mask, the picture, the question."""
    (hidden,) = (part for part in card.shown if isinstance(part, Masks))
    picture = f'<img src="{html.escape(media.names.get(hidden.src, ""))}" alt="">'
    source = html.escape(" › ".join(card.source), quote=False)
    return {"Occlusion": occluded(hidden), "Image": picture, "Header": _asked(card, " — "), "Comments": source}


def occluded(hidden: Masks) -> str:
    """The masks as Anki writes them (`image-occlusion` in a cloze, 23.10): fractions of the picture; `oi=1` hides all and
    asks for one."""
    return "<br>".join(
        f"{{{{c{mask.number}::image-occlusion:rect:left={_share(left)}:top={_share(top)}"
        f":width={_share(wide)}:height={_share(high)}:oi=1}}}}"
        for mask in hidden.masks
        for left, top, wide, high in mask.boxes
    )


def _share(value: float) -> str:
    """A fraction without the zeros that say nothing."""
    return f"{value:.4f}".rstrip("0").removeprefix("0").rstrip(".") or "0"


def _asked(card: Card, separator: str) -> str:
    """Topic, prompt and the words that ask; `.sep` is seen only where Anki shows fields as text."""
    nth = _span("nth", _escaped(card.nth)) if card.nth else ""
    asked = rich(card.prompt)
    cue = _span("cue", _escaped(card.cue)) if card.cue else ""
    gap = _span("gap", _escaped(card.gap)) if card.gap else ""
    words = " ".join(word for word in (asked, cue) if word) + (f"&nbsp;{gap}" if gap else "")
    if not card.topic:
        return words + nth
    topic = _span("topic", rich(card.topic) + nth)
    return topic + _span("sep", separator) + words if words or card.kind == "cloze" else topic


def rich(text: RichText) -> str:
    """Rich text; links that lead nowhere from a card and marks of footnotes are left out."""
    runs = (
        run if run.href.startswith(_LINKS) or run.kind == "image" else replace(run, href="")
        for run in text
        if run.kind != "reference"
    )
    return _ANKI_TAG.sub("[" + APART, to_html(RichText(runs))).translate(_PRIVATE)


def parts(found: Iterable[Part], media: Media) -> str:
    """Parts of a card, one below the other; a single paragraph needs no tag of its own."""
    listed = tuple(found)
    if len(listed) == 1 and isinstance(only := listed[0], Text):
        return rich(only.text)
    return _stacked(listed, media)


def _stacked(found: Iterable[Part], media: Media) -> str:
    return "".join(_part(part, media) for part in found)


def _part(part: Part, media: Media) -> str:
    match part:
        case Text(text=text):
            return f"<p>{rich(text)}</p>"
        case Blanks(parts=stretches):
            return "".join(_blank(stretch) for stretch in stretches)
        case Items():
            return _items(part, media)
        case Listing():
            return listing(part)
        case Grid():
            return _grid(part)
        case Formula(tex=tex):
            return f"<p>\\[{_escaped(tex)}\\]</p>"
        case Image(src=src):
            name = media.names.get(src)
            return f'<div class="fig"><img src="{html.escape(name)}" alt=""></div>' if name else ""
        case Masks():
            return ""  # a note of its own kind: `_occlusion`
        case _:
            assert_never(part)


def _blank(stretch: Blank) -> str:
    if not stretch.number:
        return _separated(rich(_spaced(stretch.text)))
    return _cloze(rich(_spaced(stretch.text)), stretch.number, _escaped(stretch.hint).translate(_PRIVATE))


_OPEN, _CLOSE, _HINT = "\ue000", "\ue001", "\ue002"
"""Private signs for the marks of a cloze, until all that only looks like one is taken apart."""
_PRIVATE = str.maketrans("", "", _OPEN + _CLOSE + _HINT)
"""A note that holds such signs itself loses them: no font shows them."""


def _cloze(inner: str, number: int, hint: str = "") -> str:
    """`{{c1::…}}`, whose end `}}` and hint `::` its own text must not hold."""
    text = _COLONS.sub(":" + APART, inner)
    text = text + APART if text.endswith(("}", ":")) else text
    shown = f"{_HINT}{_COLONS.sub(':' + APART, hint)}" if hint else ""
    return f"{_OPEN}c{number}{_HINT}{text}{shown}{_CLOSE}"


def _separated(text: str) -> str:
    """Text around and in clozes, its own double braces taken apart."""
    apart = _BRACES.sub(lambda found: found[0] + APART, text)
    return apart.replace(_OPEN, "{{").replace(_CLOSE, "}}").replace(_HINT, "::")


def _spaced(text: RichText) -> RichText:
    """Formulas with a space between braces, where a comment would not be LaTeX."""
    return RichText(
        replace(run, text=re.sub(r"([{}:])(?=\1)", r"\1 ", run.text)) if run.kind == "math" else run for run in text
    )


def _items(part: Items, media: Media) -> str:
    tag = "ol" if part.ordered else "ul"
    start = f' start="{part.start}"' if part.ordered and part.start != 1 else ""
    learnt = any(item.state != "shown" for item in part.items)
    look = ' class="seq"' if learnt else ""
    return f"<{tag}{look}{start}>{''.join(_item(item, media) for item in part.items)}</{tag}>"


def _item(item: Item, media: Media) -> str:
    match item.state:
        case "hidden":
            return '<li class="off"></li>'
        case "asked":
            return f"<li>{_cloze(rich(_spaced(item.text)), 1)}</li>"
        case "shown":
            return f"<li>{rich(_spaced(item.text))}{_stacked(item.inner, media)}</li>"


def listing(part: Listing) -> str:
    """Code in colours. Commands have a line each, the sign `$` only where a command begins."""
    lines = _coloured(part)
    if part.blank >= 0:
        line = part.code.split("\n")[part.blank]
        lines[part.blank] = line[: len(line) - len(line.lstrip())] + _span("gap", "[...]")
    if not part.shell:
        return '<pre class="prog">' + "\n".join(lines) + "</pre>"
    rows = zip(part.code.split("\n"), lines, _starts(part.code), strict=True)
    spans = (_span("ln" if starts else "ln on", line + "\n") for _, line, starts in rows)
    return '<pre class="cmd">' + "".join(spans) + "</pre>"


def _starts(code: str) -> list[bool]:
    """Whether a command begins on each line: not on a comment, nor where the line before goes on."""
    lines = code.split("\n")
    before = ["", *lines[:-1]]
    return [
        not line.lstrip().startswith("#") and not _CONTINUED.search(last)
        for line, last in zip(lines, before, strict=True)
    ]


def _coloured(part: Listing) -> list[str]:
    lines = [""]
    for token in tokens(part.code, part.lang):
        for i, piece in enumerate(token.text.split("\n")):
            if i:
                lines.append("")
            lines[-1] += _token(piece, token.kind)
    return lines


def _token(text: str, kind: str) -> str:
    escaped = _ANKI_TAG.sub("[" + APART, _escaped(text))
    return _span(kind, escaped) if kind and text.strip() else escaped


def _grid(part: Grid) -> str:
    head = "".join(f"<th>{rich(cell)}</th>" for cell in part.head)
    rows = "".join(f"<tr>{_cells(part, r)}</tr>" for r in range(len(part.rows)))
    return f'<div class="wide"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _cells(part: Grid, row: int) -> str:
    hit = part.column if row == part.row else -1
    cells = enumerate(part.rows[row])
    return "".join(f'<td class="hit">{rich(cell)}</td>' if c == hit else f"<td>{rich(cell)}</td>" for c, cell in cells)


def _span(look: str, inner: str) -> str:
    return f'<span class="{look}">{inner}</span>'


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
