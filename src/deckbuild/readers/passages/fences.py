"""Fences are of five kinds: command, code, output, diagram and, in one Korean note of ten, prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from ...model import Block, Code, Command, Definition, Diagram, List, Place, RichText, Term
from .. import blocks as b
from ..inline import read_inline
from . import vocabulary as v
from .prose import Line, fold, leading_arrow, soft_join

Kind = Literal["command", "code", "output", "diagram", "prose"]

_PROMPT = re.compile(r"^\s*(?:\$|#|❯|%|>)\s+(?=[\w./~])")
_COMMAND_WORD = re.compile(
    r"^\s*(?:\$\s+)?(?:sudo|docker|kubectl|git|npm|npx|yarn|pip3?|python3?|apt(?:-get)?|yum|brew|curl|wget|cd|ls|mkdir|ssh|"
    r"scp|systemctl|service|make|cargo|go|java|node|chmod|chown|export|source|helm|aws|gcloud|terraform)\s+\S"
)
_DRAWING = re.compile(r"[─-╿▀-▟■-◿]|\+-{2,}\+|\|_{2,}")
_CODE_SIGN = re.compile(
    r"[{};]|\w\(|\)\s*$|=>|[!=]=|^\s*(?:def|class|import|from|return|if|for|while|public|const|let|var)\b|</?\w+|^\s*@\w"
)
_CODE_SIGN_CJK = re.compile(
    r"[{};]\s*$|[!=]=(?!>)|^\s*[\w.]*\w\([^()가-힣ぁ-ヺ一-鿿]*\)|^\s*(?:def|class|import|from|return|public|const|let|var)\s|</\w+>|^\s*[@#<]\w"
)
_COMMENT = re.compile(r"(?:^|\s+)#\s+(?P<text>.+)$")
_LETTERS = re.compile(r"[^\W\d_]")


def kind_of(fence: b.Fence) -> Kind:
    """What is in a fence, by its language, else by how it looks."""
    lang = language_of(fence)
    if lang in v.DIAGRAMS:
        return "diagram"
    if lang in v.SHELL:
        return "command"
    if lang in v.OUTPUT:
        return "output"
    if lang not in ("", "text", "txt", "plain", "plaintext"):
        return "code"
    return _unlabelled([line for line in fence.text.split("\n") if line.strip()])


def language_of(fence: b.Fence) -> str:
    """The language a fence names, in lower case: `{.python}`, `python title=x` and `Python` are all python."""
    words = re.split(r"[\s,{}:]+", (fence.info or "").strip("{} ."))
    return words[0].lstrip(".").lower() if words else ""


def _unlabelled(lines: Sequence[str]) -> Kind:
    if not lines:
        return "code"
    prompts = sum(bool(re.match(r"^\s*\$\s+\S", line)) for line in lines)
    commands = sum(bool(_COMMAND_WORD.match(line)) and not v.is_cjk(line.split("#")[0]) for line in lines)
    if prompts or commands > len(lines) / 2:
        return "command"
    return "prose" if _reads_as_prose(lines) else "code"


def _reads_as_prose(lines: Sequence[str]) -> bool:
    text = "\n".join(lines)
    if _DRAWING.search(text):
        return False
    letters = len(_LETTERS.findall(text)) or 1
    cjk = sum(len(p.findall(text)) for p in (v._HANGUL, v._KANA, v._HAN))
    if cjk / letters > 0.3:
        return sum(bool(_CODE_SIGN_CJK.search(line)) for line in lines) <= len(lines) / 4
    signs = sum(bool(_CODE_SIGN.search(line)) for line in lines)
    sentences = sum(len(line.split()) >= 4 and bool(re.search(r"[a-z]{3}", line)) for line in lines)
    return not signs and sentences > len(lines) * 0.7 and bool(re.search(r"[.?!:]\s*$", text, re.MULTILINE))


def verbatim(fence: b.Fence, kind: Kind, path: str) -> list[Block]:
    """Commands, code, output and diagrams: nothing in them is read as Markdown."""
    place = Place(path, fence.line, max(fence.line, fence.line + fence.text.count("\n")))
    lang = language_of(fence)
    match kind:
        case "command":
            return list(_commands(fence, lang, path)) or [Code(fence.text, lang, place=place)]
        case "diagram":
            return [Diagram(fence.text, lang, place=place)] if fence.text.strip() else []
        case "output":
            return [Code(fence.text, lang, "output", place)] if fence.text.strip() else []
        case _:
            return [Code(fence.text, lang, place=place)] if fence.text.strip() else []


def _commands(fence: b.Fence, lang: str, path: str) -> Iterator[Command]:
    """One command a line; `\\` goes on in the next; a `#` line above or a comment behind it says what it does."""
    lines = fence.text.split("\n")
    prompted = any(re.match(r"^\s*\$\s+\S", line) for line in lines)
    comment = RichText()
    i = 0
    while i < len(lines):
        first, i = i, i + 1
        line = lines[first]
        if not line.strip():
            comment = RichText()
        elif line.lstrip().startswith("#") and not (prompted and _PROMPT.match(line) and "sudo" in line):
            comment = (
                soft_join([comment, read_inline(line.lstrip("# ")).text])
                if comment
                else read_inline(line.lstrip("# ")).text
            )
        else:
            while i < len(lines) and _goes_on(lines[i - 1], lines[i]):
                i += 1
            code, note = _split_comment("\n".join(lines[first:i]))
            output_end = _output_end(lines, i) if prompted else i
            place = Place(path, fence.line + first, fence.line + output_end - 1 if output_end > first + 1 else 0)
            yield Command(_without_prompt(code), note or comment, "\n".join(lines[i:output_end]), lang, place)
            comment, i = RichText(), output_end
    if comment:
        place = Place(path, fence.line + len(lines) - 1)
        yield Command(f"# {comment.plain}", lang=lang, place=place)


def _goes_on(line: str, following: str) -> bool:
    return line.rstrip().endswith(("\\", "|", "&&")) and bool(following.strip())


def _output_end(lines: Sequence[str], start: int) -> int:
    """In a session with `$` prompts, what is not prompted is what the command printed."""
    end = start
    while end < len(lines) and not re.match(r"^\s*(?:\$\s+\S|#\s)", lines[end]):
        end += 1
    while end > start and not lines[end - 1].strip():
        end -= 1
    return end


def _without_prompt(code: str) -> str:
    return re.sub(r"^\s*\$\s+", "", code).strip()


def _split_comment(code: str) -> tuple[str, RichText]:
    """`cmd  # what it does` → both; a `#` within quotation marks is not a comment."""
    for found in re.finditer(r"\s+#\s+", code):
        before = code[: found.start()]
        if before.count('"') % 2 == 0 and before.count("'") % 2 == 0:
            return before, read_inline(code[found.end() :].split("\n")[0]).text
    return code, RichText()


def prose(fence: b.Fence, path: str, may_define: bool) -> list[Block]:
    """A fence that holds prose: blank lines make groups, and one line is one point."""
    groups = list(_groups(fence, path))
    out: list[Block] = []
    if may_define and groups and (definition := _definition(groups[0])):
        out.append(definition)
        groups[0] = groups[0][1:]
    lines: list[Line] = []
    for group in groups:
        if term := _term(group, fence):
            out += _grouped(lines)
            lines = []
            out.append(term)
        else:
            lines += _joined(group)
    return out + _grouped(lines)


def _groups(fence: b.Fence, path: str) -> Iterator[list[Line]]:
    group: list[Line] = []
    count = 0
    for i, raw in enumerate(fence.text.split("\n")):
        if raw.strip():
            group.append(Line(read_inline(raw.strip()).text, Place(path, fence.line + i), count))
        elif group:
            yield group
            group, count = [], count + 1
    if group:
        yield group


def _definition(group: Sequence[Line]) -> Definition | None:
    first = group[0]
    ends = len(group) == 1 or leading_arrow(group[1].text) is None
    return Definition(first.text, first.place) if ends and v.DEFINING_END.search(first.text.plain) else None


def _term(group: Sequence[Line], fence: b.Fence) -> Term | None:
    """A flush first line over an indented body is a term and what it means."""
    if len(group) < 2:
        return None
    raw = fence.text.split("\n")
    indents = [
        len(raw[line.place.line - fence.line]) - len(raw[line.place.line - fence.line].lstrip()) for line in group
    ]
    if indents[0] >= min(indents[1:]) or len(group[0].text.plain) > 40:
        return None
    meaning = soft_join(line.text for line in group[1:])
    return Term(group[0].text, meaning, group[0].place.to(group[-1].place))


def _joined(group: Sequence[Line]) -> Iterator[Line]:
    """Lines that only went on in the next one, put together again."""
    held: list[Line] = []
    for i, line in enumerate(group):
        held.append(line)
        following = group[i + 1] if i + 1 < len(group) else None
        unfinished = v.UNFINISHED.search(line.text.plain) and following and leading_arrow(following.text) is None
        if not unfinished:
            yield Line(soft_join(part.text for part in held), held[0].place.to(line.place), line.group)
            held = []


def _grouped(lines: Sequence[Line]) -> list[Block]:
    """The folded statements, each group as one list without markers."""
    folded = fold(lines)
    out: list[Block] = []
    for group in dict.fromkeys(number for number, _ in folded):
        items = tuple(block for number, block in folded if number == group)
        out.append(List(items, style="lines", place=items[0].place.to(items[-1].place)))
    return out
