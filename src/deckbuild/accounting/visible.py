"""What a reader of a note sees, by another engine than the one that reads it into a model."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from ..answer_names import ANSWER, CORRECT, WORKED
from ..readers.blocks.openers import ask_by_opener
from ..readers.letters import normalised
from ..readers.passages.source import front_matter, without_comments
from .words import without_tags

MAX_BRACKETS = 1000
"""Opening brackets in one text beyond which the engine, which looks for the end of each, would take time without end."""
_FOOTNOTE = re.compile(r"^([ \t>]*)(?=\[\^[^\s\]]+\]:)", re.MULTILINE)
_SPEECH = re.compile(r"<!--\s*(?:private[ \t]+)?notes?[ \t]*:((?:(?!<!--).)*?)-->", re.IGNORECASE | re.DOTALL)
"""A comment for a speaker: what it says is no comment. No search goes beyond the next one, so that all take linear time."""
_FACE = (
    re.compile(
        r"\A([\s*_>]*(?:\[\^[^\]]+\]:\s*)?)(?:Q(?:uestion)?|A|C|질문|답변|문제|問題?|问题?|题目?|回答|"
        rf"{ANSWER}|{WORKED})\s?\d{{0,3}}\s*[.:：)\u3000]",
        re.I,
    ),
    r"\1",
)
"""The mark before a question, an answer or a sentence with holes."""
_ATTRIBUTE = r"(?:(?:[#.][\w:-]+)+|:?[\w-]+=(?:\"[^\"]*\"|'[^']*'|[^\s\"'{}]+)|:[a-z][a-z0-9_+-]*:)"
"""One thing in `{#id .class key=value}`; white space must part two, or the ways to read a long one would be without number."""
_DEFINES = r"(?:the )?definitions?|meaning|정의|개념|의미|뜻|定義|定义|概念|意味|含义|含義"
"""What calls a text the definition of the heading above it."""
_ANSWER = rf"{CORRECT}(?:{ANSWER}|{WORKED})"
_MARKS = (
    (re.compile(r"\A\s*\[[ xX]\](?=\s|\Z)"), ""),
    (
        re.compile(
            rf"\A\s*{_ANSWER}\s?[:：]\s*(?:[(（]?[a-h1-9①-⑨가나다라마ㄱ-ㅇア-ク](?:번|[.)）．、])?\s*\Z)?", re.I
        ),
        "",
    ),
    _FACE,
    (re.compile(r"\A\s*(?:[:：]\s+)?(?:[(（]\d{1,2}[)）]|\d{1,2}[)）.](?=\s)|\d{1,2}、|[①-⑳])"), ""),
    (re.compile(rf"\A\s*(?:{ANSWER})\s*[(（]?[a-h1-9①-⑨](?:번|[.)）])?\s*\Z", re.I), ""),
    (re.compile(rf"\A[\s*_`>]*(?:{_DEFINES})[\s*_`]*[:：]", re.I), ""),
    (re.compile(r"(?<!\S)#flashcards(?=[/\s]|$)", re.I), ""),
    (re.compile(r"(?<=\s)\^(?=[\d-]*[A-Za-z])[A-Za-z0-9-]{3,60}\s*\Z"), ""),
    (re.compile(r"\A\s*:{3,}[ \t]*(?:notes(?:[ \t]+(?:private|비공개|非公開|非公开|私密))?)?\s*:*\s*\Z", re.I), ""),
    (re.compile(r"\A\s*((?:!!!|\?{3}\+?)\s+[\w-]+)(?:\s+[a-z][\w-]*)+", re.I), r"\1"),
    (re.compile(r"\A\s*(?:\[{1,2}_?TOC_?\]{1,2}|\{:?\s*toc\s*\})\s*\Z", re.I), ""),
    (re.compile(r"\A\s*===[+!]?\s+(?=\")"), ""),
    (re.compile(r"\A\[!\w[\w-]*[^\[\]]{0,40}\][+-]?"), ""),
    (
        re.compile(
            rf"\A\s*(?:(?:show|see|view|reveal|查看|显示)\s?(?:the\s)?)?{_ANSWER}(?:\s?보기|を見る)?\s*\Z", re.I
        ),
        "",
    ),
    (re.compile(r"(!\[[^\[\]]*\]\([^()\s]+)\s+=\d*x\d*\s*\)"), r"\1)"),
    (re.compile(r"!\[\[([^\[\]|]+)\|[^\[\]]*\]\]"), r"\1"),
    (re.compile(r"\[\[[^\[\]|]+\|([^\[\]]*)\]\]"), r"\1"),
    (re.compile(r"\{\{c\d{1,3}(?:,\d{1,3})*::"), " "),
    (re.compile(rf"\{{:?\s*{_ATTRIBUTE}(?:\s+{_ATTRIBUTE})*\s*\}}"), " "),
    (re.compile(r"(?<![\w:]):[a-z0-9_+-]{2,40}:(?![A-Za-z0-9_:])"), " "),
)
"""What a line shows but does not say: the box of a task, `Q:`, the name of an answer, the number of a line, the kind of a callout and how it floats, the place of a table of contents, where a link with a name leads,
the number of a gap, the code of an emoji."""
_CODE_MARKS = (
    (re.compile(r"^\s*(?:\(?\d{1,3}[.)]|[①-⑳])(?=\s)"), ""),
    (re.compile(r"^\s*(?:\([\w.-]+\)\s*)?\[?[\w.-]+@[\w.-]+[: ][^\s$#%>]*\s?[$#%>]\]?(?=\s|$)"), ""),
    (re.compile(r"^\s*\[[\w.-]+@[\w.-]+ [^\]]*\]\s?[$#](?=\s|$)"), ""),
    (re.compile(r"^\s*(?:PS )?[A-Z]:\\[^<>|\n]*>"), ""),
    _FACE,
    (re.compile(r"</?(?:br|hr|img|p|div)\b[^<>]*>|&\w{2,8};", re.I), " "),
    (re.compile(r"!\[\[([^\[\]|]+)\|\s*\d+(?:x\d+)?\s*\]\]"), r"\1"),
)
"""The same of a line in a fence: it may hold prose with numbered lines, what a shell shows before a command, or (below a footnote,
which this engine does not know) an embedded picture with its width."""
_MAY_MARK = re.compile(r"[!?\[({<&#^:：（)）.、①-⑳$%>\u3000答답解]|(?i:answer|\bans\b)")
"""Letters without one of which no mark of either kind is written."""
_INLINE = re.compile(r"[\\`*_\[\]<&!\n]")
"""What may begin inline markup, or a new line."""
_WORDS_IN_TAG = re.compile(r"<[A-Za-z]+(?:\s+[A-Za-z]+){2,}\s*>")
"""`a <b and c> d`: a tag by the rules, a comparison by its words."""
_BREAK = re.compile(r"^(?:hardbreak|softbreak)$")


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


def visible_text(text: str) -> Iterator[tuple[int, str]]:
    """The visible text, line by line as far as the engine tells."""
    source = _SPEECH.sub(r"\1", without_comments(front_matter(normalised(text), "")[1]))
    source = _FOOTNOTE.sub(r"\1\\", source)
    for token in _engine().parse(source):
        line = (token.map or [0])[0] + 1
        match token.type:
            case "inline":
                yield from _inline(token.children or (), line)
            case "fence":
                yield from _code(token.content, line + 1)
            case "code_block":  # or what stands below a footnote, which this engine does not know: HTML, it may be
                yield from _code(without_tags(token.content), line)
            case "html_block":
                rows = without_tags(token.content).split("\n")
                yield from ((line + i, _said(row, _MARKS)) for i, row in enumerate(rows))


def _code(text: str, first: int) -> Iterator[tuple[int, str]]:
    return ((first + i, _said(row, _CODE_MARKS)) for i, row in enumerate(text.split("\n")))


def _inline(children: Iterable[Token], line: int) -> Iterator[tuple[int, str]]:
    held = ""
    for child in children:
        if _BREAK.match(child.type):
            yield line, _said(without_tags(held), _MARKS)
            held, line = "", line + 1
        elif child.type in ("text", "code_inline"):
            held += html.escape(child.content, quote=False)
        elif child.type == "html_inline":
            held += html.escape(child.content) if _WORDS_IN_TAG.fullmatch(child.content) else child.content
    yield line, _said(without_tags(held), _MARKS)


def _said(row: str, marks: Iterable[tuple[re.Pattern[str], str]]) -> str:
    """A line without its marks."""
    if not _MAY_MARK.search(row):
        return row
    for mark, instead in marks:
        row = mark.sub(instead, row)
    return row
