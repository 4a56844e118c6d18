"""A note → a `Deck`: blocks and headings are read for the roles that they play. Never raises on a bad note."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from ..collection import no_collection
from ..config import DEFAULTS, Settings
from ..diagnostics import Diagnostic, info
from ..model import Asks, Block, Concept, Conclusion, Deck, Order, Place, RichText, Todo
from . import blocks as b
from . import html
from .base import Read
from .inline import read_inline
from .letters import normalised
from .passages import vocabulary as v
from .passages.body import Body, legend_note
from .passages.bylines import without_bylines
from .passages.footnotes import footnotes_of
from .passages.known import Known
from .passages.legend import legend_of
from .passages.lists.contents import anchor_key, title_key
from .passages.orders import for_sections, order_of
from .passages.prose import leading_arrow
from .passages.sections.hashtags import deck_of, only_deck_of, own_tags, section_tags
from .passages.sections.outline import Outline, Section, outline
from .passages.source import front_matter, without_comments
from .passages.verse import widest


@no_collection()
def read_note(text: str, path: str, folder: Sequence[str] = (), settings: Settings = DEFAULTS) -> Read:
    """Read a note.

    `path` is its path from the project root, with `/`; `folder` the names of the folders between the source folder
    and the note, which begin the name of its Anki deck; `settings` what the project says of all notes.
    """
    front, body, problems = front_matter(normalised(text), path, settings)
    syntax = b.read_blocks(without_comments(body))
    problems += b.diagnostics_of(syntax.problems, path)
    nodes, said = html.meaning(syntax.nodes, path)
    problems += said
    parts = outline(nodes, syntax.links)
    problems += (_wordless(Place(path, heading.line)) for heading in parts.wordless)
    title = RichText.of(front.title) or (parts.lead.title if parts.lead else _first_title(parts, path))
    known = Known(syntax.links, footnotes_of(nodes), *_headings(parts), widest(nodes))
    problems += known.footnotes.unused(body, path)
    reader = _Reader(path, title.plain, known, for_sections(parts.intro, parts.walk()))
    legend = legend_of(parts.intro, path)
    deck = Deck(
        source=path,
        name=front.deck or "::".join(filter(None, [settings.deck, _tagged(parts) or below(folder, title)])),
        title=title,
        heading=_heading(parts, title),
        language=front.language or v.language(body),
        tags=tuple(dict.fromkeys((*front.tags, *own_tags(parts.tags)))),
        aliases=front.aliases,
        front=front.kept,
        legend=legend,
        body=() if legend else without_bylines(reader.body(parts.intro, title, ""), bool(parts.sections)),
        concepts=tuple(reader.concept(section) for section in parts.sections),
    )
    if legend:
        problems.append(legend_note(legend[0].place))
    return Read(deck, (*problems, *reader.diagnostics))


def _tagged(parts: Outline) -> str:
    """The deck that tags name: those of the whole note, else those that stand in one of its sections."""
    return deck_of(parts.tags) or only_deck_of(section.tags for section in parts.walk())


def below(folder: Sequence[str], title: RichText) -> str:
    return "::".join(filter(None, [*folder, title.plain]))


def _heading(parts: Outline, title: RichText) -> str:
    """The words above the note that its title does not have: those of another title, or of what it asks."""
    written = parts.lead.heading.text if parts.lead else ""
    return written if parts.lead and read_inline(written).text.plain != title.plain else ""


def _wordless(place: Place) -> Diagnostic:
    fact = "this heading has no words; what stands below it belongs to the section before"
    return info(place, "empty-heading", fact, "write what the section is about, or delete the heading")


def _headings(parts: Outline) -> tuple[frozenset[str], frozenset[str]]:
    """The titles of the sections, read and as they are written, and what links to headings may lead to."""
    sections = [*parts.walk()]
    written = [read_inline(section.heading.text).text.plain for section in sections]
    titles = {title_key(text) for text in (*written, *(section.title.plain for section in sections))}
    lead = [parts.lead.title.plain] if parts.lead else []
    anchors = {anchor_key(text) for text in (*written, *lead, *(section.id for section in sections))}
    return frozenset(titles - {""}), frozenset(anchors - {""})


def _first_title(parts: Outline, path: str) -> RichText:
    """The name of a note that has no leading heading: its only h1, or the one that it begins with, else the file's name."""
    tops = [section for section in parts.sections if section.heading.level == 1 and not section.number]
    named = tops and tops[0].title and (len(tops) == 1 or not parts.intro)
    return tops[0].title if named else RichText.of(PurePosixPath(path).stem)


class _Reader:
    """Turns sections into concepts and gives each an id of its own."""

    def __init__(self, path: str, title: str, known: Known, orders: Mapping[int, Sequence[b.Directive]]) -> None:
        self.path = path
        self.known = known
        self.orders = orders
        self.stem = slug(title) or "note"
        self.ids: dict[str, int] = {}
        self.diagnostics: list[Diagnostic] = []

    def body(self, nodes: Sequence[b.Node], title: RichText, heading: str, asks: Asks = "") -> tuple[Block, ...]:
        if not nodes:
            return ()
        reader = Body(self.path, title, heading, asks, self.known)
        found = reader.read(nodes)
        self.diagnostics += reader.diagnostics
        return found

    def concept(self, section: Section, above: tuple[str, ...] = ()) -> Concept:
        own = section.numbered or slug(section.title.plain) or "section"
        path = (own,) if _is_full(section.numbered) else (*above, own)
        identity = self._unique(section.id or "-".join([self.stem, *path]))
        conclusion = _take_conclusion(section, self.path)
        body = self.body(section.nodes, section.title, section.heading.text, section.asks)
        children = tuple(self.concept(child, path) for child in section.children)
        place = Place(self.path, section.heading.line)
        for node in section.nodes:
            place = place.to(Place(self.path, node.end))
        for block in conclusion:
            place = place.to(block.place)
        return Concept(
            id=identity,
            title=section.title,
            heading=section.heading.text,
            number=section.numbered,
            asks=section.asks,
            classes=section.classes,
            tags=section_tags(section.tags),
            orders=self._orders(section),
            body=(*self._todo(section), *body, *conclusion),
            children=children,
            place=place,
        )

    def _orders(self, section: Section) -> tuple[Order, ...]:
        given = self.orders.get(section.heading.line, ())
        return tuple(order for node in given if (order := order_of(node, self.path, self.diagnostics)))

    def _todo(self, section: Section) -> tuple[Todo, ...]:
        """What a bracket behind the heading said is to be done (`## Locks (TODO)`)."""
        text = read_inline(section.todo).text
        return (Todo(text, place=Place(self.path, section.heading.line)),) if text else ()

    def _unique(self, wanted: str) -> str:
        """`wanted`, with a number behind it where it is taken. The next number is kept: titles may repeat without end."""
        name, n = wanted, self.ids.get(wanted, 1)
        while name in self.ids:
            n += 1
            name = f"{wanted}-{n}"
        self.ids[wanted] = n
        self.ids.setdefault(name, 1)
        return name


def _take_conclusion(section: Section, path: str) -> tuple[Conclusion, ...]:
    """An arrow that closes the last child of a numbered section concludes that section, not the child."""
    last = section.children[-1] if section.number and len(section.children) > 1 else None
    node = last.nodes[-1] if last and len(last.nodes) > 1 and not last.children else None
    if last is None or not isinstance(node, b.Paragraph):
        return ()
    text = leading_arrow(read_inline(node.text).text)
    if not text or "\n" in text.plain:
        return ()
    last.nodes.pop()
    return (Conclusion(text, Place(path, node.line)),)


def _is_full(number: str) -> bool:
    """Whether a number says where its section stands in the whole note: `1.2` does, `2` below another section does not."""
    return bool(re.search(r"\w[.-]\w", number))


def slug(text: str) -> str:
    """Letters and digits of any script in lower case, joined by hyphens."""
    return "-".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", text).lower()))
