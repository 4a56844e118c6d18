"""The concept model → Markdown in one fixed form, to see whether reading gives the same model again.

What a note cannot say in so many words is written as the nearest thing that it can say, which the next reading keeps:
lines of a prose fence become bullets, a body below a statement that is no item makes it one, a reference outside a list
of references is a statement with a link, a conclusion or an example is known by its own words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

import yaml

from deckbuild.exporters.concepts import export
from deckbuild.model import (
    Block,
    Callout,
    Cloze,
    Code,
    Command,
    Concept,
    Conclusion,
    Deck,
    Diagram,
    Directive,
    Figure,
    Footnote,
    Front,
    FrontValue,
    Labelled,
    Legend,
    List,
    Math,
    Pair,
    Point,
    Question,
    Quote,
    Reference,
    RichText,
    SpeakerNotes,
    Subheading,
    Table,
    Term,
    Todo,
)
from deckbuild.richtext import to_markdown

_OPENING = re.compile(r"^(?:#{1,6}(?=\s|$)|[-+*](?=\s|$)|>|\||`{3}|~{3}|=+$|-{2,}$|\[(?=[^\]]*\]:)|[*_]{2,}$)")
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_PLACES = re.compile(r"^( *(?:- )?)(?:line|id|source): .*", re.MULTILINE)
_MARKS = {
    "code": "`{}`",
    "italic": "*{}*",
    "bold": "**{}**",
    "strike": "~~{}~~",
    "mark": "=={}==",
    "fence": "```\n{}\n```",
}


def canonical(deck: Deck) -> str:
    """A whole note."""
    named = deck.heading and deck.title == RichText.of(deck.title.plain)
    front = {
        "title": deck.title.plain if named else "",
        "deck": deck.name,
        "lang": deck.language,
        "tags": list(deck.tags),
        "aliases": list(deck.aliases),
    }
    front |= {key: _plain(value) for key, value in deck.front}
    head = yaml.safe_dump({key: value for key, value in front.items() if value}, allow_unicode=True, sort_keys=False)
    pieces = [
        f"---\n{head}---",
        f"# {deck.heading or _line(deck.title)}",
        *map(_legend, deck.legend),
        *_bodies(deck.body),
    ]
    for concept in deck.concepts:
        pieces += _concept(concept, 2)
    return "\n\n".join(pieces) + "\n"


def said(deck: Deck) -> str:
    """The model without the places and names that another text gives it."""
    return _PLACES.sub(r"\1", export(deck).decode())


def _plain(value: FrontValue) -> object:
    match value:
        case Front():
            return {key: _plain(inner) for key, inner in value}
        case tuple():
            return list(map(_plain, value))
        case _:
            return value


def _legend(legend: Legend) -> str:
    return _MARKS.get(legend.marker, "{}").format(legend.meaning)


def _concept(concept: Concept, level: int) -> list[str]:
    marks = "".join(f" .{name}" for name in concept.classes)
    heading = " ".join(concept.heading.split()) or _line(concept.title)
    tags = "".join(f" #{tag}" for tag in concept.tags if f"#{tag}" not in heading)
    line = f"{'#' * min(level, 6)} {heading}{tags}" + (f" {{{marks[1:]}}}" if marks else "")
    inner = [piece for child in concept.children for piece in _concept(child, level + 1)]
    body, end = _concluded(concept)
    return [*map(_order, concept.orders), line, *_bodies(body), *inner, *end]


def _concluded(concept: Concept) -> tuple[Sequence[Block], list[str]]:
    """The conclusion of a numbered section stands behind its last child, as an arrow."""
    last = concept.body[-1] if concept.body else None
    ends = (
        concept.number and len(concept.children) > 1 and concept.children[-1].body and not concept.children[-1].children
    )
    return (
        (concept.body[:-1], [f"-> {_line(last.text)}"]) if ends and isinstance(last, Conclusion) else (concept.body, [])
    )


def _order(order: str) -> str:
    return f"<!-- deckbuild: {order} -->"


def _line(text: RichText) -> str:
    return " ".join(to_markdown(text).split("\n"))


def _text(text: RichText) -> str:
    return _safe(_line(text))


def _safe(line: str) -> str:
    """Text at the start of a line, where a `-` or `1.` of its own would be a mark."""
    line = _OPENING.sub(lambda m: "\\" + m[0], line)
    line = f"&#58;{line[1:]}" if line[:1] == ":" else line
    return _NUMBER.sub(r"\1\\\2", line)


def _bodies(blocks: Sequence[Block]) -> list[str]:
    """Blocks below each other; lists that touch have other markers, or they would be one."""
    pieces: list[str] = []
    other = False
    for i, block in enumerate(blocks):
        before = blocks[i - 1] if i else None
        listed = _is_item(before) or isinstance(before, List)
        other = listed and not other
        pieces += _block(block, other)
    return [piece for piece in pieces if piece]


def _is_item(block: Block | None) -> bool:
    return isinstance(block, Todo) or (isinstance(block, Point | Pair | Labelled | Cloze) and bool(block.body))


def _block(block: Block, other: bool = False) -> list[str]:
    if _is_item(block):
        return [_item(block, "*" if other else "-")]
    match block:
        case List(label=label, items=items, style=style, start=start):
            signs = [f"{n}{')' if other else '.'}" for n in range(start, start + len(items))]
            marks = signs if style == "ordered" else ["*" if other else "-"] * len(items)
            return [f"**{_line(label)}**" if label else "", "\n".join(map(_item, items, marks))]
        case Quote(body=body):
            return [_quoted(_bodies(body))]
        case Callout(kind="details", title=title, body=body):
            return [f"<details><summary>{_line(title)}</summary>", *_bodies(body), "</details>"]
        case Callout(kind=kind, title=title, body=body):
            return [_quoted([f"[!{kind}] {_line(title)}", *_bodies(body)])]
        case Question(question=question, answer=answer, body=body):
            return [_quoted([f"[!question] {_line(question)}", _text(answer), *_bodies(body)])]
        case SpeakerNotes(body=body):
            return [":::: notes", *_bodies(body), "::::"]
        case Footnote(label=label, text=text, body=body):
            return [_indented([f"[^{label}]: {_text(text)}", *_bodies(body)], 4)]
        case _:
            return [_leaf(block)]


def _leaf(block: Block) -> str:
    match block:
        case Code(text=text, lang=lang, role=role):
            return _fence(text, lang or "output") if lang or role == "output" else f"<pre>\n{escape(text)}\n</pre>"
        case Command(code=code, comment=comment, output=output, lang=lang):
            lines = [f"# {_line(comment)}" if comment else "", f"$ {code}", output]
            return _fence("\n".join(line for line in lines if line), lang or "console")
        case Diagram(source=source, lang=lang):
            return _fence(source, lang)
        case Math(tex=tex):
            return f"$$\n{tex}\n$$"
        case Figure(src=src, caption=caption, alt=alt, link=link):
            picture = f"![{_line(RichText.of(alt or caption.plain))}](<{src}>)"
            shown = f"[{picture}](<{link}>)" if link else picture
            return shown if caption.plain == alt or not (caption and alt) else f"{shown}\n*{_line(caption)}*"
        case Table(head=head, rows=rows, align=align):
            rule = [{"left": ":--", "right": "--:", "center": ":-:"}.get(side, "---") for side in align]
            return "\n".join(map(_row, [list(map(_line, head)), rule, *([*map(_line, row)] for row in rows)]))
        case Directive(order=order):
            return _order(order)
        case _:
            return "\n".join(_statement(block))


def _statement(block: Block) -> Iterable[str]:
    match block:
        case Point(text=text, leads_to=leads):
            return [_text(text), *(f"-> {_line(each)}" for each in leads)]
        case Pair(left=left, right=right, sign=sign, leads_to=leads, both=both):
            return [f"{_text(left)} {':::' if both else sign} {_line(right)}", *(f"-> {_line(each)}" for each in leads)]
        case Labelled(label=label, text=text):
            return [f"**{_line(label)}**" + (f" : {_line(text)}" if text else "")]
        case Term(term=term, meaning=meaning):
            return [_text(term), *(f": {_safe(part)}" for part in _line(meaning).split("<br>"))]
        case Subheading(text=text):
            return [f"**{_line(text)}**"]
        case Reference(title=title, url=url):
            return [f"[{_line(title)}](<{url}>)"]
        case _:
            arrow = "-> " if block.__struct_config__.tag == "consequence" else ""
            return [arrow + _text(getattr(block, block.__struct_fields__[0]))]


def _item(block: Block, mark: str) -> str:
    body = _bodies(block.body) if isinstance(block, Point | Pair | Labelled | Cloze | Todo) else []
    if isinstance(block, Todo):
        first = f"[{'x' if block.done else ' '}] {_line(block.text)}"
    elif isinstance(block, Point | Pair | Labelled | Cloze):
        first = "\n".join(_statement(block))
    else:
        first, *body = _block(block) or [""]
    lines = _indented([first, *body], len(mark) + 1)
    return f"{mark} {lines}"


def _indented(pieces: Sequence[str], by: int) -> str:
    """Pieces below each other, all lines but the first moved to the right."""
    return re.sub(r"\n(?=[^\n])", "\n" + " " * by, "\n\n".join(pieces))


def _quoted(pieces: Sequence[str]) -> str:
    return "> " + "\n\n".join(pieces).replace("\n", "\n> ")


def _fence(text: str, lang: str) -> str:
    ticks = "`" * max(3, *(len(found) + 1 for found in re.findall(r"`+", text + " `")))
    return f"{ticks}{lang}\n{text}\n{ticks}"


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
