"""A flow of tags, texts and Markdown blocks → blocks, by a stack of open elements: whatever opens, closes somewhere."""

from __future__ import annotations

from collections.abc import Sequence

from .. import blocks as b
from .flow import End, Event, endless, flow, order_in
from .frames import IMPLIED, Frame, belongs, fence, finished
from .inlines import Styles, address_of, image, link
from .notices import Notices
from .scan import Comment, Tag, Text, Unclosed, Verbatim
from .speech import spoken_in
from .struck import over_blocks, struck
from .tags import CELLS, DROPPED, FRAMES, GROUPS, HEADINGS, INLINE_ONLY, KNOWN, LISTS, MEDIA

_WITHIN: dict[str, frozenset[str]] = {
    "li": LISTS,
    "tr": frozenset({"table"}),
    "td": frozenset({"table", "tr"}),
    "th": frozenset({"table", "tr"}),
    "caption": frozenset({"table"}),
    "dt": frozenset({"dl"}),
    "dd": frozenset({"dl"}),
}
"""Elements that end whatever is open within another; outside of it they only group."""

_STOPS = CELLS | {"table"}
_STRAYS = frozenset({"details", "blockquote"})
"""These may close an element that was opened outside of the item or quote that they stand in."""


class Reader:
    """Reads the content of a note, a quote or an item. `limit` elements may be open within each other."""

    def __init__(self, notices: Notices, limit: int) -> None:
        self.notices = notices
        self.limit = limit
        self.frames = [Frame("", 1)]
        self.styles = Styles()
        self.sources: list[str] = []
        self.strays: list[b.Node] = []
        self.orders: list[b.Node] = []
        self.line = 1
        self.level = 0
        self.strikes: set[int] = set()
        """Where the elements end that are open and strike out blocks."""

    @property
    def top(self) -> Frame:
        return self.frames[-1]

    def read(self, nodes: Sequence[b.Node]) -> tuple[b.Node, ...]:
        """The blocks, without HTML."""
        events = flow(nodes)
        unclosed = endless(events)
        striking = over_blocks(events)
        for i, event in enumerate(events):
            self.line = event.line
            if i in self.strikes or (i in striking and self.top.tag not in INLINE_ONLY):
                self.apart()
                self.strikes ^= {striking.get(i, i)}
            elif isinstance(event, Tag):
                self.tag(event, i in unclosed)
            else:
                self.event(event)
        while len(self.frames) > 1:
            self.close_top()
        self.flush()
        return (*self.top.nodes, *self.top.after)

    def event(self, event: Event) -> None:
        match event:
            case Text():
                self.top.chunk.add(event.text, event.line, event.fresh)
            case End():
                self.flush()
                while self.top.tag in INLINE_ONLY and self.top.nodes:
                    self.close_top()
            case Verbatim():
                self.verbatim(event)
            case Comment():
                self.comment(event)
            case Unclosed():
                self.notices.unclosed(event.opener, event.line)
            case Tag():
                pass
            case _:
                self.markdown(event)

    def markdown(self, node: b.Node) -> None:
        """A Markdown block between the tags."""
        self.flush()
        if isinstance(node, b.Heading):
            self.end_before_heading()
        accepts = isinstance(node, b.Paragraph | b.Heading) and not self.top.nodes
        while self.top.tag in INLINE_ONLY and not accepts:
            self.close_top()
        if isinstance(node, b.Heading) and len(self.frames) == 1:
            self.level = node.level
        self.top.take(struck([node]) if self.strikes else [node])
        self.top.end = node.end

    def end_before_heading(self) -> None:
        first = next((i for i, frame in enumerate(self.frames) if frame.endless), 0)
        while first and len(self.frames) > first:
            self.close_top()

    def comment(self, comment: Comment) -> None:
        """One to deckbuild or to a speaker stays a block of its own, behind an element that cannot hold it."""
        self.top.chunk.add("", comment.line)
        node: b.Node | None = next(spoken_in(comment.text, comment.line), None)
        if (order := order_in(comment.text)) is not None:
            node = b.Directive(order, comment.line, comment.line + comment.text.count("\n"))
        if node is None:
            return
        holds = self.top.tag not in (INLINE_ONLY | CELLS | IMPLIED.keys() | {"tr", "table"})
        if not holds:
            self.top.after.append(node)
        elif self.top.chunk.visible:
            self.orders.append(node)
        else:
            self.top.nodes.append(node)

    def verbatim(self, element: Verbatim) -> None:
        if element.name == "pre":
            self.flush()
            made = fence(element.text, element.attributes, element.line)
            self.top.take(struck(made) if self.strikes else made)
        elif element.name != "rp":
            self.notices.dropped(element.name, element.line, element.end)

    def tag(self, tag: Tag, is_endless: bool) -> None:
        name = tag.name
        if name not in KNOWN:
            self.notices.unknown(name, tag.line)
            self.top.chunk.add("\\" + tag.source, tag.line, tag.fresh)
        elif is_endless and tag.prose and name != "details":
            self.top.chunk.add("\\" + tag.source, tag.line, tag.fresh)
        elif name in FRAMES or name in HEADINGS or name in DROPPED:
            self.close(tag) if tag.closing else self.open(tag, is_endless)
        elif name in GROUPS or name in ("hr", "pre", "script", "style"):
            self.group(tag)
        elif name == "br":
            self.line_break(tag)
        elif name in MEDIA or name in ("source", "picture"):
            self.media(tag)
        else:
            if name in ("img", "image"):
                self.picture(tag)
            source, visible = self.styles.written(tag)
            self.top.chunk.add(source, tag.line, tag.fresh, visible) if source else None

    def group(self, tag: Tag) -> None:
        self.apart()
        if tag.name in ("thead", "tbody", "tfoot") and self.top.tag in ("table", "tr", *CELLS):
            self.close_up_to(frozenset({"table"}))
            self.top.heads = tag.name == "thead" and not tag.closing
        elif tag.name == "hr" and self.top.tag not in INLINE_ONLY:
            self.top.take([b.Rule(tag.line, tag.line)])

    def line_break(self, tag: Tag) -> None:
        """`<br>`; on a line of its own it sets what follows apart, as an empty line does."""
        breaks = not tag.alone or self.top.tag in INLINE_ONLY | CELLS
        if breaks and self.top.chunk.visible:
            self.top.chunk.add("<br>", tag.line, visible=False)

    def media(self, tag: Tag) -> None:
        """A picture shows the image in it, or else its first source; of films and sounds the address is shown."""
        if tag.name == "picture":
            sources, self.sources = self.sources, []
            if tag.closing and sources:
                self.top.chunk.add(image({"src": sources[0]}), tag.line, tag.fresh, True)
            return
        if tag.closing:
            return
        address = tag.attributes.get("src") or tag.attributes.get("data", "")
        if tag.name == "source" and not address:
            self.sources += [tag.attributes["srcset"].split(",")[0].split(" ")[0]] if "srcset" in tag.attributes else []
        elif address:
            self.notices.embedded("video" if tag.name == "source" else tag.name, address, tag.line)
            name = tag.attributes.get("title") or address
            self.top.chunk.add(link(address, name) + " ", tag.line, tag.fresh, True)

    def picture(self, tag: Tag) -> None:
        """`<img>` is what a `<picture>` shows, whatever its sources; it may lead nowhere."""
        self.sources = []
        if not tag.closing and not address_of(tag.attributes):
            self.notices.no_picture(tag.line)

    # elements

    def open(self, tag: Tag, is_endless: bool) -> None:
        self.apart()
        if tag.name in HEADINGS:
            while self.top.tag in HEADINGS:
                self.close_top()
        if tag.name in _WITHIN and not self.close_up_to(_WITHIN[tag.name]):
            return
        if len(self.frames) > self.limit:
            self.notices.too_deep(tag.name, tag.line)
            return
        if tag.name in CELLS and self.top.tag == "table":
            self.push(Frame("tr", tag.line))
        self.push(Frame(tag.name, tag.line, tag.attributes, is_endless))
        self.top.level = self.level

    def push(self, frame: Frame) -> None:
        frame.heads = self.top.heads
        self.frames.append(frame)

    def close_up_to(self, within: frozenset[str]) -> bool:
        """Close what is open in the innermost element of `within`; false where there is none."""
        at = self.innermost(within)
        while at and len(self.frames) > at + 1:
            self.close_top()
        return at > 0

    def innermost(self, names: frozenset[str]) -> int:
        """The index of the innermost open element of `names`, not beyond a cell; 0 where there is none."""
        for i in range(len(self.frames) - 1, 0, -1):
            if self.frames[i].tag in names:
                return i
            if self.frames[i].tag in _STOPS and not names & (_STOPS | {"tr", "details"}):
                return 0
        return 0

    def close(self, tag: Tag) -> None:
        self.apart()
        at = self.innermost(frozenset({tag.name}))
        if not at:
            if tag.name in _STRAYS:
                self.strays.append(b.Html(f"</{tag.name}>", tag.line, tag.line))
            return
        while len(self.frames) > at + 1:
            self.close_top()
        self.close_top(True)

    def close_top(self, properly: bool = False) -> None:
        self.flush()
        frame = self.frames.pop()
        frame.end = max(frame.end, self.line if properly else 0, *(node.end for node in frame.nodes), 0)
        if belongs(frame, self.top):
            self.top.parts.append(frame)
            self.top.after += frame.after
            if frame.tag == "tr":
                self.top.take(frame.nodes)
        else:
            self.top.take([*self.finished(frame, properly), *frame.after])

    def finished(self, frame: Frame, properly: bool) -> list[b.Node]:
        if frame.tag not in DROPPED:
            return finished(frame)
        if not properly:
            self.notices.unclosed(frame.tag, frame.line)
            return frame.nodes
        self.notices.dropped(frame.tag, frame.line, frame.end)
        return []

    def apart(self) -> None:
        """Set what follows apart from what was before."""
        if self.top.tag in INLINE_ONLY:
            self.top.chunk.add(" ", self.line, visible=False)
        else:
            self.flush()

    def flush(self) -> None:
        if closing := self.styles.closed():
            self.top.chunk.add(closing, self.line, visible=False)
        self.top.flush(bool(self.strikes))
        self.top.nodes += self.orders
        self.orders = []
