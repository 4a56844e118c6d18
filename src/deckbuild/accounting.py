"""Is every visible word of a note in its model? Counted apart from the reader, so that the reader cannot excuse itself.

Visible is the text content of the HTML that markdown-it makes of the note: what GitHub would show. Front matter,
comments, tags and attributes are not visible, nor by rule is what only marks something: see `_MARKS` and `_CODE_MARKS`.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import TypeVar

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from msgspec import Struct

from .diagnostics import Diagnostic, warning
from .model import Block, Concept, Deck, Place, RichText
from .readers.blocks.openers import ask_by_opener
from .readers.collection import no_collection
from .readers.passages.source import front_matter, normalised, without_comments

W = TypeVar("W")

MAX_SHOWN = 60
MAX_LOCAL = 50_000
"""Words times lines of a block up to which each of its lines has them all; those of a longer one may be from anywhere."""
MAX_BRACKETS = 1000
"""Opening brackets in one text beyond which the engine, which looks for the end of each, would take time without end."""
_UNSEEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|svg|template|head)\b.*?(?:</\1\s*>|\Z)|<[/!?]?[A-Za-z][^<>]*>", re.DOTALL | re.I
)
_MARKUP = str.maketrans("", "", "*_~=$\\`")
_WIDE = "\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_WIDE}]|[^\W_{_WIDE}]+")
_ASCII_WORD = re.compile(r"[0-9A-Za-z]+")
"""Japanese and Chinese have no spaces, so that each of their letters counts by itself."""
_APART = re.compile(
    r"<[/]?(?:br|hr|p|div|center|t[dhr]|table|li|[uod]l|d[td]|h[1-6]|img|details|summary|blockquote|pre)\b", re.I
)
_FOOTNOTE = re.compile(r"^([ \t>]*)(?=\[\^[^\s\]]+\]:)", re.MULTILINE)
_MARKS = (
    (re.compile(r"\A\s*\[[ xX]\](?=\s)"), ""),
    (
        re.compile(r"\A([\s*_>]*(?:\[\^[^\]]+\]:\s*)?)(?:Q|A|C|질문|답변?|문제|정답|問|答|问)\d{0,3}\s*[.:：)]", re.I),
        r"\1",
    ),
    (re.compile(r"\A\s*(?:[:：]\s+)?(?:[(（]\d{1,2}[)）]|\d{1,2}[)）.](?=\s)|\d{1,2}、|[①-⑳])"), ""),
    (re.compile(r"(?<!\S)#flashcards(?=[/\s]|$)", re.I), ""),
    (re.compile(r"(?<=\s)\^(?=[\d-]*[A-Za-z])[A-Za-z0-9-]{3,60}\s*\Z"), ""),
    (re.compile(r"\A\s*((?:!!!|\?{3}\+?)\s+[\w-]+)(?:\s+[a-z][\w-]*)+", re.I), r"\1"),
    (re.compile(r"\A\s*(?:\[{1,2}_?TOC_?\]{1,2}|\{:?\s*toc\s*\})\s*\Z", re.I), ""),
    (re.compile(r"\A\[!\w[\w-]*[^\[\]]{0,40}\][+-]?"), ""),
    (re.compile(r"!\[\[([^\[\]|]+)\|[^\[\]]*\]\]"), r"\1"),
    (re.compile(r"\[\[[^\[\]|]+\|([^\[\]]*)\]\]"), r"\1"),
    (re.compile(r"\{\{c\d{1,3}(?:,\d{1,3})*::"), " "),
    (re.compile(r"\{:?(?:\s*(?:[#.][\w:-]+|[\w-]+=(?:\"[^\"]*\"|[^\s\"{}]+)))+\s*\}"), " "),
    (re.compile(r"(?<![\w:]):[a-z0-9_+-]{2,40}:(?![\w:])"), " "),
)
"""What a line shows but does not say: the box of a task, `Q:`, the number of a line, the kind of a callout and how it floats, the place of a table of contents, where a link with a name leads,
the number of a gap, the code of an emoji."""
_CODE_MARKS = (
    (re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[①-⑳])(?=\s)"), ""),
    (re.compile(r"^\s*(?:\([\w.-]+\)\s*)?\[?[\w.-]+@[\w.-]+[: ][^\s$#%>]*\s?[$#%>]\]?(?=\s|$)"), ""),
    (re.compile(r"^\s*\[[\w.-]+@[\w.-]+ [^\]]*\]\s?[$#](?=\s|$)"), ""),
    (re.compile(r"^\s*(?:PS )?[A-Z]:\\[^<>|\n]*>"), ""),
    (re.compile(r"<(?:br|hr|img|p|div)\b[^<>]*>|&\w{2,8};", re.I), " "),
)
"""The same of a line in a fence: it may hold prose with numbered lines, or what a shell shows before a command."""
_MAY_MARK = re.compile(r"[!?\[({<&#^:：（)）.、①-⑳$%>]")
"""Letters without one of which no mark of either kind is written."""
_INLINE = re.compile(r"[\\`*_\[\]<&!\n]")
"""What may begin inline markup, or a new line."""
_WORDS_IN_TAG = re.compile(r"<[A-Za-z]+(?:\s+[A-Za-z]+){2,}\s*>")
"""`a <b and c> d`: a tag by the rules, a comparison by its words."""
_SECOND = re.compile(r"^(?:hardbreak|softbreak)$")


class Missing(Struct, frozen=True):
    """Words of one line, in their order, that the model does not hold."""

    line: int
    text: str


class Account(Struct, frozen=True):
    """How many visible words the note at `path` has, and how many of them its model holds."""

    path: str
    words: int
    accounted: int
    missing: tuple[Missing, ...] = ()


@no_collection()
def account(text: str, deck: Deck) -> Account:
    """Compare the visible text of a note with its model.

    A word is a run of letters and digits (a single letter in Japanese and Chinese); marks such as `*` that the two
    Markdown engines may read differently are nothing. Each word of the note uses up one of the model: first one from the same lines, then one from anywhere.
    """
    visible = [(line, word) for line, piece in _visible(text) for word in words(piece)]
    local: Counter[tuple[int, str]] = Counter()
    spare: Counter[str] = Counter()
    for place, piece in _held(deck):
        found = words(piece)
        spare.update(found)
        if (place.last - place.line + 1) * len(found) <= MAX_LOCAL:
            for line in range(place.line, place.last + 1):
                local.update((line, word) for word in found)
    left = [each for each in visible if not (_take(local, each) and _take(spare, each[1]))]
    lost = [(line, word) for line, word in left if not _take(spare, word)]
    by_line: dict[int, list[str]] = defaultdict(list)
    for line, word in lost:
        by_line[line].append(word)
    missing = tuple(Missing(line, " ".join(by_line[line])) for line in sorted(by_line))
    return Account(deck.source, len(visible), len(visible) - len(lost), missing)


def lost(account: Account) -> Iterator[Diagnostic]:
    """A warning for each line that has lost words."""
    for each in account.missing:
        shown = each.text if len(each.text) <= MAX_SHOWN else each.text[: MAX_SHOWN - 1] + "…"
        message = f"these words are not in the concept model: {shown}"
        yield warning(Place(account.path, each.line), "text-lost", message, "write the passage as plain Markdown")


def _take(stock: Counter[W], word: W) -> bool:
    if stock[word] <= 0:
        return False
    stock[word] -= 1
    return True


def words(text: str) -> list[str]:
    """The words of a text, folded so that spelling in another Unicode form is the same word."""
    if text.isascii():
        return _ASCII_WORD.findall(text.translate(_MARKUP).lower())
    plain = unicodedata.normalize("NFKC", text).translate(_MARKUP)
    plain = "".join(char for char in plain if unicodedata.category(char) != "Cf")
    return _WORD.findall(plain.casefold())


# the note


@lru_cache(maxsize=1)
def _engine() -> MarkdownIt:
    engine = MarkdownIt("commonmark", {"maxNesting": 200}).enable("table")
    engine.core.ruler.at("inline", _inline_rule)
    return ask_by_opener(engine, {})


def _inline_rule(state: StateCore) -> None:
    """The engine's own rule, but that a text without markup, or with brackets without end, is taken as it is."""
    for token in state.tokens:
        if token.type != "inline" or token.children is None:
            continue
        if not _INLINE.search(token.content) or token.content.count("[") > MAX_BRACKETS:
            token.children.append(Token("text", "", 0, content=token.content))
        else:
            state.md.inline.parse(token.content, state.md, state.env, token.children)


def _visible(text: str) -> Iterator[tuple[int, str]]:
    """The visible text, line by line as far as the engine tells."""
    source = _FOOTNOTE.sub(r"\1\\", without_comments(front_matter(normalised(text), "")[1]))
    for token in _engine().parse(source):
        line = (token.map or [0])[0] + 1
        match token.type:
            case "inline":
                yield from _inline(token.children or (), line)
            case "fence" | "code_block":
                first = line + (token.type == "fence")
                yield from ((first + i, _said(row, _CODE_MARKS)) for i, row in enumerate(token.content.split("\n")))
            case "html_block":
                rows = _without_tags(token.content).split("\n")
                yield from ((line + i, _said(row, _MARKS)) for i, row in enumerate(rows))


def _inline(children: Iterable[Token], line: int) -> Iterator[tuple[int, str]]:
    held = ""
    for child in children:
        if _SECOND.match(child.type):
            yield line, _said(_without_tags(held), _MARKS)
            held, line = "", line + 1
        elif child.type in ("text", "code_inline"):
            held += html.escape(child.content, quote=False)
        elif child.type == "html_inline":
            held += html.escape(child.content) if _WORDS_IN_TAG.fullmatch(child.content) else child.content
    yield line, _said(_without_tags(held), _MARKS)


def _said(row: str, marks: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """A line without its marks."""
    if not _MAY_MARK.search(row):
        return row
    for mark, instead in marks:
        row = mark.sub(instead, row)
    return row


def _without_tags(source: str) -> str:
    """What is left to see. Newlines stay, so that lines keep their numbers; a box sets apart what is around it."""
    if "<" not in source and "&" not in source:
        return source
    return html.unescape(_UNSEEN.sub(lambda m: "\n" * m[0].count("\n") or " " * bool(_APART.match(m[0])), source))


# the model


def _held(deck: Deck) -> Iterator[tuple[Place, str]]:
    """All text of a model, each piece with its place, and none of it twice."""
    start = Place(deck.source, 1)
    yield start, "\n".join([_text(deck.title), deck.name, _without_tags(deck.heading), *deck.tags])
    for legend in deck.legend:
        yield legend.place, legend.meaning
    yield from _bodies(deck.body)
    for concept in deck.walk():
        yield Place(concept.place.path, concept.place.line), _heading(concept)
        yield from _bodies(concept.body)


def _heading(concept: Concept) -> str:
    said = _without_tags(concept.heading) or f"{concept.number} {_text(concept.title)}"
    return "\n".join([said, concept.id, *concept.classes, *concept.tags])


def _bodies(body: Iterable[Block]) -> Iterator[tuple[Place, str]]:
    stack = list(body)
    while stack:
        block = stack.pop()
        pieces: list[str] = []
        for field in block.__struct_fields__:
            _collect(getattr(block, field), pieces, stack)
        yield block.place, "\n".join(pieces)


def _collect(value: object, pieces: list[str], stack: list[Block]) -> None:
    match value:
        case RichText():
            pieces.append(_text(value))
        case str():
            pieces.append(value)
        case tuple():
            for each in value:
                _collect(each, pieces, stack)
        case Struct() if not isinstance(value, Place):
            stack.append(value)  # type: ignore[arg-type]


def _text(text: RichText) -> str:
    """The letters, and after them the addresses behind links and the hints in gaps."""
    plain = "".join(f" {run.text} " if run.kind == "reference" else run.text for run in text)
    return "\n".join([plain, *dict.fromkeys(each for run in text for each in (run.href, run.hint) if each)])
