"""YAML as a small tree that knows the line and column of each value.

Scalars stay the text that was written: `1.10`, `no` and `2026-11-01` mean themselves until a setting asks for more. The
tree is built from parser events without recursion, since the composer of libyaml overflows the stack on deep nesting.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeAlias

import yaml
from msgspec import Struct

MAX_NODES = 20_000
"""Values in a file, those counted again that an alias (`*x`) repeats: a short file can stand for an endless one."""
MAX_DEPTH = 32
_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Text(Struct, frozen=True):
    """A scalar. `comment` is what follows an empty value on its line: `tags: #docker` means what it looks like."""

    text: str
    line: int = 0
    column: int = 0
    comment: str = ""


class Items(Struct, frozen=True):
    """A list."""

    items: tuple[Tree, ...]
    line: int = 0
    column: int = 0


class Keys(Struct, frozen=True):
    """A mapping, with keys that stand twice still in it twice."""

    entries: tuple[tuple[Text, Tree], ...]
    line: int = 0
    column: int = 0


Tree: TypeAlias = Text | Items | Keys


class Fault(Struct, frozen=True):
    """Why a text cannot be read, and where."""

    fact: str
    line: int
    column: int
    hint: str


Clean = Callable[[str], str]
"""What is done to each text: an escape (`"\\x07"`) can bring in what the file itself does not have."""

_STAR = "text that begins with '*' or '&' wants quotation marks"
_FAULTS = (
    (r"mapping values", "there is a second ': ' in this line", "text with ': ' in it wants quotation marks"),
    (
        r"cannot start any token",
        "a value cannot begin so",
        "indent with spaces, not tabs; text that begins with @, ` or % wants quotation marks",
    ),
    (r"could not find expected ':'", "a line has no ': '", "each line is 'key: value'"),
    (r"end of stream", "a quotation mark is not closed", "close it"),
    (r"alphabetic or numeric", "a name must follow '*' or '&'", _STAR),
    (
        r"^(?:did not find )?expected",
        "brackets, quotation marks or indentation do not match",
        "look at this line and the one before",
    ),
)
"""What the two parsers of YAML say in words of their own, said alike and in words of ours."""
_OTHER = ("it cannot be read", "text with ': ' in it, or that begins with '*', '[' or '#', wants quotation marks")


def yaml_tree(text: str, clean: Clean = str, line: int = 1) -> Tree | Fault | None:
    """Read YAML whose first line is number `line`. None where there is nothing but comments."""
    builder = _Builder(text, clean, line)
    try:
        for event in yaml.parse(text if text.endswith("\n") else f"{text}\n", Loader=_PARSER):
            if fault := builder.take(event):
                return fault
    except (yaml.YAMLError, UnicodeEncodeError) as problem:
        return explained(problem, line)
    return builder.root


def explained(problem: Exception, line: int = 1) -> Fault:
    """What a parser of YAML says, in words of ours. `line` is the number of the first line of the text."""
    mark = getattr(problem, "problem_mark", None)
    said = getattr(problem, "problem", None) or ""
    fact, hint = next(
        ((fact, hint) for part, fact, hint in _FAULTS if re.search(part, said)), (said or _OTHER[0], _OTHER[1])
    )
    return Fault(fact, line + mark.line if mark else line, mark.column + 1 if mark else 1, hint)


class _Open:
    """A list or mapping that is being read."""

    def __init__(self, event: Any, before: int) -> None:
        self.is_keys = isinstance(event, yaml.MappingStartEvent)
        self.start = event.start_mark
        self.anchor = event.anchor
        self.before = before
        self.children: list[Tree] = []


class _Builder:
    """Parser events → a tree."""

    def __init__(self, text: str, clean: Clean, line: int) -> None:
        self.lines = re.split("\r\n|[\n\r\x85\u2028\u2029]", text)
        self.clean = clean
        self.line = line
        self.root: Tree | None = None
        self.open: list[_Open] = []
        self.anchors: dict[str, tuple[Tree, int]] = {}
        self.count = 0

    def take(self, event: Any) -> Fault | None:
        """Go on by one event."""
        match event:
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self.open.append(_Open(event, self.count))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._close(event)
            case yaml.ScalarEvent():
                self._add(self._text(event), event.anchor, 1)
            case yaml.AliasEvent() if event.anchor in self.anchors:
                tree, size = self.anchors[event.anchor]
                self._add(tree, None, size)
            case yaml.AliasEvent():
                return self._at(event, f"there is no '&{event.anchor}' before '*{event.anchor}'", _STAR)
            case yaml.DocumentStartEvent() if self.root is not None:
                return self._at(event, "there is a second document", "remove the line '---' and what follows")
        if len(self.open) > MAX_DEPTH or self.count > MAX_NODES:
            return self._at(event, "it is nested too deeply or too large", "write it flat, and without aliases (*)")
        return None

    def _at(self, event: Any, fact: str, hint: str) -> Fault:
        mark = event.start_mark
        return Fault(fact, self.line + mark.line, mark.column + 1, hint)

    def _add(self, tree: Tree, anchor: str | None, grows: int, size: int = 1) -> None:
        """Put a value where it belongs. `size` is how many values it stands for, `grows` how many of them are new."""
        self.count += grows
        if anchor:
            self.anchors[anchor] = (tree, size)
        if self.open:
            self.open[-1].children.append(tree)
        else:
            self.root = tree

    def _close(self, event: Any) -> None:
        done = self.open.pop()
        line, column = self.line + done.start.line, done.start.column + 1
        self._add(self._whole(done, event, line, column), done.anchor, 1, self.count - done.before + 1)

    def _whole(self, done: _Open, event: Any, line: int, column: int) -> Tree:
        if not done.is_keys:
            return Items(tuple(done.children), line, column)
        keys, values = done.children[::2], done.children[1::2]
        named = [key for key in keys if isinstance(key, Text)]
        if len(named) < len(keys):
            return Text(self.clean(self._raw(done.start, event.end_mark)), line, column)
        return Keys(tuple(zip(named, values, strict=True)), line, column)

    def _raw(self, start: Any, end: Any) -> str:
        """What was written: `{{ title }}` of a template is text, though YAML sees a mapping within a mapping."""
        lines = self.lines[start.line : end.line + 1]
        lines[-1] = lines[-1][: end.column] if end.line < len(self.lines) else lines[-1]
        lines[0] = lines[0][start.column :]
        return "\n".join(lines).strip()

    def _text(self, event: Any) -> Text:
        mark = event.start_mark
        plain = event.implicit[0]
        value = "" if plain and event.value in ("~", "null", "Null", "NULL") else self.clean(event.value)
        rest = self.lines[event.end_mark.line] if not event.value and event.end_mark.line < len(self.lines) else ""
        comment = rest[event.end_mark.column :].strip()
        return Text(value, self.line + mark.line, mark.column + 1, comment if comment.startswith("#") else "")
