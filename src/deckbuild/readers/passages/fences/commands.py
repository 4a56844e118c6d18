"""A fence of commands → one block for each: what is typed, what it does, what it printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ....model import Block, Code, Command, Place, Point, RichText, Subheading
from ....shell import is_windows
from ... import blocks as b
from ...inline import folded
from .evidence import NATURAL
from .shell import is_command
from .statements import last_places, prompt_of, statement_end

_COMMENT = re.compile(r"^\s*(?:#(?!!)|//(?=\s|[^\x00-\x7f]))")
_WINDOWS_COMMENT = re.compile(r"^\s*(?:#|::|REM\s)", re.IGNORECASE)
_COMMENT_SIGNS = re.compile(r"^\s*(?:#+|/{2,}|::|REM\b)\s*", re.IGNORECASE)
_BEHIND = re.compile(r"[\"']|\s(#(?=\s|[^\x00-\x7f])|//(?=\s|[^\x00-\x7f])|:(?=\s+[가-힣ぁ-ヺ一-鿿]))")
_PRINTED = re.compile(
    r"\S\s{3,}\S|[─-╿]|^\+-|^\|.*\||^[dl-][rwx-]{9}|^total \d+$|^(?:Successfully|Successful|Error|Warning|Done|OK)\b"
)

Role = Literal["command", "comment", "printed"]


class _Part(Struct, frozen=True):
    """Lines `first` to `last` (not included) of a fence, and whether a blank line stands before them."""

    role: Role
    first: int
    last: int
    apart: bool


def commands(fence: b.Fence, lang: str, path: str) -> list[Block]:
    """One command a line; `\\` goes on in the next; a `#` line above or a comment behind it says what it does.

    Nothing is dropped: a comment that stands for itself names what follows, text before the first prompt stays as it
    is, and a fence without any command is code.
    """
    return _Session(fence, lang, path).read()


class _Session:
    def __init__(self, fence: b.Fence, lang: str, path: str) -> None:
        self.lines = fence.text.split("\n")
        self.fence = fence
        self.lang = lang
        self.path = path
        self.prompt = prompt_of([line for line in self.lines if line.strip()])
        self.windows = is_windows(lang) or any(
            re.match(r"\s*(?:PS\b.{0,120}|[A-Za-z]:\\.{0,120})>", x) for x in self.lines[:50]
        )
        self.comment = _WINDOWS_COMMENT if self.windows else _COMMENT
        self.out: list[Block] = []

    def read(self) -> list[Block]:
        parts = list(self._in_session() if self.prompt else self._in_list())
        if _comments_below(parts):
            self._read_pairs(parts)
        else:
            self._read_parts(parts)
        if any(isinstance(block, Command) for block in self.out):
            return self.out
        return (
            [Code(self.fence.text, self.lang, place=self._place(0, len(self.lines)))] if self.fence.text.strip() else []
        )

    # cutting into parts

    def _in_session(self) -> Iterator[_Part]:
        """With prompts: what stands at none is printed, but for comments right before the next prompt."""
        ends = last_places(self.lines)
        i = 0
        while i < len(self.lines):
            until = self._next_prompt(i)
            comments = self._comments_before(i, until) if until < len(self.lines) else until
            yield from self._printed(i, comments)
            yield from self._commented(comments, until)
            if until < len(self.lines):
                i = statement_end(self.lines, until, ends, self.windows)
                yield _Part("command", until, i, self._is_apart(until))
            else:
                i = until

    def _in_list(self) -> Iterator[_Part]:
        """Without prompts: every line is a command or a comment, but for tables and messages below a command."""
        ends = last_places(self.lines)
        typed = False
        i = 0
        while i < len(self.lines):
            start, line = i, self.lines[i]
            i += 1
            if not line.strip():
                continue
            if self.comment.match(line):
                yield _Part("comment", start, i, self._is_apart(start))
            elif typed and self._looks_printed(line):
                while i < len(self.lines) and self._goes_on_printing(self.lines[i]):
                    i += 1
                yield from self._printed(start, i)
            else:
                i = statement_end(self.lines, start, ends, self.windows)
                typed = True
                yield _Part("command", start, i, self._is_apart(start))

    def _looks_printed(self, line: str) -> bool:
        return bool(_PRINTED.search(line[:400].split(" #")[0])) and not is_command(line)

    def _goes_on_printing(self, line: str) -> bool:
        return bool(line.strip()) and not is_command(line) and not self.comment.match(line)

    def _next_prompt(self, start: int) -> int:
        assert self.prompt
        found = (i for i in range(start, len(self.lines)) if self.prompt.match(self.lines[i][:400]))
        return next(found, len(self.lines))

    def _comments_before(self, start: int, end: int) -> int:
        """Where the comments right before line `end` begin."""
        i = end
        while i > start and (not self.lines[i - 1].strip() or self.comment.match(self.lines[i - 1])):
            i -= 1
        return i

    def _printed(self, first: int, last: int) -> Iterator[_Part]:
        while last > first and not self.lines[last - 1].strip():
            last -= 1
        while first < last and not self.lines[first].strip():
            first += 1
        if first < last:
            yield _Part("printed", first, last, False)

    def _commented(self, first: int, last: int) -> Iterator[_Part]:
        return (_Part("comment", i, i + 1, self._is_apart(i)) for i in range(first, last) if self.lines[i].strip())

    def _is_apart(self, i: int) -> bool:
        return i > 0 and not self.lines[i - 1].strip()

    # from parts to blocks

    def _read_parts(self, parts: Sequence[_Part]) -> None:
        """Comments belong to the command below them; where a blank line and more comments follow, they are a heading."""
        held: list[_Part] = []
        for part in parts:
            match part.role:
                case "comment":
                    if held and part.apart:
                        self._name(held)
                        held = []
                    held.append(part)
                case "command":
                    self._command(part, held)
                    held = []
                case "printed":
                    self._name(held)
                    held = []
                    self._print(part)
        self._close(held)

    def _read_pairs(self, parts: Sequence[_Part]) -> None:
        """Each command with the comment below it: what it does, or what it printed where no comment says a word."""
        worded = any(_is_worded(self._said([comment])) for comment in parts[1::2])
        for command, comment in zip(parts[::2], parts[1::2], strict=True):
            self._command(command, [comment] if worded else [])
            if not worded:
                self._show([comment])

    def _show(self, comments: Sequence[_Part]) -> None:
        """Comments as what the last command printed."""
        last, place = self.out[-1], self._place(comments[0].first, comments[-1].last)
        shown = "\n".join(_COMMENT_SIGNS.sub("", self.lines[part.first]).rstrip() for part in comments)
        if isinstance(last, Command):
            self.out[-1] = replace(last, output=shown, place=last.place.to(place))

    def _command(self, part: _Part, comments: Sequence[_Part]) -> None:
        code, behind = _split_comment(self._typed(part))
        said = "; ".join(filter(None, (self._said(comments), behind)))
        self.out.append(Command(code, RichText.of(folded(said)), "", self.lang, self._place(part.first, part.last)))

    def _print(self, part: _Part) -> None:
        """Onto the command that printed it; before any command it stands for itself."""
        text = "\n".join(self.lines[part.first : part.last])
        place = self._place(part.first, part.last)
        last = self.out[-1] if self.out else None
        if isinstance(last, Command) and not last.output:
            self.out[-1] = replace(last, output=text, place=last.place.to(place))
        else:
            self.out.append(Code(text, self.lang, "output", place))

    def _name(self, comments: Sequence[_Part]) -> None:
        if said := self._said(comments):
            self.out.append(Subheading(RichText.of(folded(said)), self._place(comments[0].first, comments[-1].last)))

    def _close(self, comments: Sequence[_Part]) -> None:
        """Comments after the last command: of that command where it has none and they stand right below it.

        Below the only command a comment is what it printed, or a remark: what a command does is said before it.
        """
        said = self._said(comments)
        last = self.out[-1] if self.out else None
        if not said:
            return
        place = self._place(comments[0].first, comments[-1].last)
        below = isinstance(last, Command) and not comments[0].apart
        alone = sum(isinstance(block, Command) for block in self.out) == 1
        if isinstance(last, Command) and below and alone and not last.output and not _is_worded(said):
            self._show(comments)
        elif isinstance(last, Command) and below and not alone and not last.comment:
            self.out[-1] = replace(last, comment=RichText.of(folded(said)), place=last.place.to(place))
        else:
            self.out.append(Point(RichText.of(folded(said)), place=place))

    def _said(self, comments: Sequence[_Part]) -> str:
        texts = (_COMMENT_SIGNS.sub("", self.lines[part.first]).strip() for part in comments)
        return " ".join(text for text in texts if re.search(r"\w", text))

    def _typed(self, part: _Part) -> str:
        """The lines of a command without prompts, the second one's (`> `) included."""
        first, *rest = self.lines[part.first : part.last]
        if not self.prompt:
            return "\n".join([first, *rest]).strip()
        here = "<<" in first
        rest = [line if here else re.sub(r"^\s*>{1,2}(?:\s|$)", "", line) for line in rest]
        return "\n".join([self.prompt.sub("", first, count=1), *rest]).strip()

    def _place(self, first: int, last: int) -> Place:
        return Place(self.path, self.fence.line + first, self.fence.line + last - 1 if last > first + 1 else 0)


def _is_worded(said: str) -> bool:
    """Whether a comment says something in words: no number, name of a file or sum has letters alone."""
    return bool(NATURAL.search(said) or re.search(r"(?<!\S)[A-Za-z]{2,}[.,:;!?]?(?!\S)", said))


def _comments_below(parts: Sequence[_Part]) -> bool:
    """Whether each command is followed by its comment: command and comment take turns, and a comment is last."""
    roles = [part.role for part in parts]
    turns = roles == ["command", "comment"] * (len(roles) // 2)
    return len(roles) > 2 and turns and not any(part.apart for part in parts[1::2])


def _split_comment(code: str) -> tuple[str, str]:
    """`cmd  # what it does` → both; a `#` within quotation marks is none, nor is one in a here-document."""
    if "\n" in code and "<<" in code:
        return code, ""
    start = code.rfind("\n") + 1
    mark = ""
    for found in _BEHIND.finditer(code):
        sign, at = found[0], found.start()
        if sign in "\"'":
            if mark == sign:
                mark = ""
            elif not mark and not (sign == "'" and code[at - 1 : at].isalnum()):
                mark = sign
        elif at >= start and not mark and (found[1] == "#" or NATURAL.search(code, found.end())):
            return code[:at].rstrip(), code[found.end() :].strip()
    return code, ""
