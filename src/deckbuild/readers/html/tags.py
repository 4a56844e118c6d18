"""What each HTML tag means for a note: which are kept for the inline engine, which build blocks, which only group."""

from __future__ import annotations


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


KEPT = frozenset({"b", "strong", "i", "em", "cite", "s", "del", "strike", "mark", "u", "ins", "sub", "sup", "kbd"})
"""Styles that the inline engine understands: they stay in the text as tags."""

LIKE = {"var": "i", "dfn": "i"}
"""Styles that look like another in every browser."""

LITERAL = frozenset({"code", "tt", "samp"})
"""What is inside is no Markdown: it becomes a code span."""

SILENT = _names(
    "span font small big abbr acronym time data bdi bdo label wbr nobr output meter progress slot ruby rb rtc blink "
    "math semantics annotation mi mn mo mrow msup msub mfrac msqrt mtext mover munder mtable mtr mtd "
    "link meta base col colgroup param track area map canvas applet"
)
"""These say nothing about their text: it is read as if they were not there."""

GROUPS = _names(
    "p div center section article header footer main nav aside address form fieldset legend hgroup body html title "
    "noscript button select option optgroup textarea noframes frameset frame marquee menu dir dialog search "
    "thead tbody tfoot"
)
"""These only set their text apart from what is around it."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol"})
CELLS = frozenset({"td", "th"})
FRAMES = _names("details summary blockquote table caption tr td th ul ol li dl dt dd figure figcaption")
"""These build something of what they hold."""

DROPPED = frozenset({"script", "style", "svg", "template", "head"})
"""Not for readers: their text is no text of the note."""

VERBATIM = frozenset({"pre", "script", "style"})
"""What is inside is not Markdown, up to the closing tag."""

WHOLE = VERBATIM | DROPPED | LITERAL | {"rp"}
"""Read in one piece where the closing tag is at hand."""

MEDIA = frozenset({"iframe", "video", "audio", "embed", "object"})

WORDLESS = frozenset({"br", "hr", "img", "image", "input", "source", "picture", "rt", "rp", "q", "a"})
"""Each of these is read in a way of its own."""

KNOWN = KEPT | LIKE.keys() | LITERAL | SILENT | GROUPS | HEADINGS | FRAMES | DROPPED | VERBATIM | MEDIA | WORDLESS
BLOCKS = GROUPS | HEADINGS | FRAMES | DROPPED | VERBATIM | MEDIA | {"hr", "picture"}
"""Where one of these stands within a paragraph, the paragraph is read as HTML."""

INLINE_ONLY = HEADINGS | {"summary", "dt", "caption", "figcaption"}
"""Their content is one stretch of inline text."""

ENDING = frozenset({"details", "table", "ul", "ol", "dl", "blockquote", "figure", "svg", "template", "head"})
"""One of these that is never closed ends before the next heading, lest it swallow the note."""

INDENTED = frozenset({"table", "ul", "ol", "dl"})
"""Within these people indent their HTML, which after a blank line is code to CommonMark."""
