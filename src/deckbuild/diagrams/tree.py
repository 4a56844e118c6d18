"""YAML → a tree of strings that knows its lines: what the two small grammars read.

Scalars stay as they were written (`14.04`, `no`, `1:30`), since a diagram holds nothing but words. Aliases are refused:
they are of no use here, and a few lines of them can unfold to gigabytes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from ..diagnostics import Diagnostic, error, warning
from ..model import Place

if TYPE_CHECKING:
    from yaml.error import Mark

DEEPEST = 40
"""Levels of nesting beyond which a source is refused; a real one needs five."""


_UNSEEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML has no way to write (XML 1.0 §2.2): no picture and no slide can hold it."""
_MARKED = re.compile(r"\*\*(?=\S)(.+?)(?<=\S)\*\*|`([^`\n]+)`")
"""Words in bold or as code, as Markdown has them."""
_BREAK = re.compile(r"[ \t]*<br[ \t]*/?>[ \t]*", re.IGNORECASE)


class Scalar(Struct, frozen=True):
    """A string, with its line and column (both from 1). `<br>`, which Mermaid has for a line break, has become one."""

    text: str
    place: Place
    column: int


class Sequence(Struct, frozen=True):
    """A list."""

    items: tuple[Item, ...]
    place: Place
    column: int


class Mapping(Struct, frozen=True):
    """A mapping, keys as written. `fields` may hold a key twice."""

    fields: tuple[tuple[Scalar, Item], ...]
    place: Place
    column: int

    def get(self, *names: str) -> Item | None:
        """The value of the first of these keys that is there."""
        return next((value for key, value in self.fields if key.text in names), None)

    def text(self, name: str) -> str:
        """The value of a key as a string; empty where it is missing or not a scalar."""
        value = self.get(name)
        return value.text if isinstance(value, Scalar) else ""


Item = Scalar | Sequence | Mapping
Findings = list[Diagnostic]


def read(source: str, place: Place) -> tuple[Item | None, Findings]:
    """The tree of a source; `place` is where it begins (a fence's first line, or a file with line 0)."""
    import yaml

    try:
        root = _composed(source)
        return (None if root is None else _item(root, place, 0)), []
    except yaml.MarkedYAMLError as problem:
        return None, [_syntax(problem, source, place)]
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as problem:  # the last two: `"\\UFFFFFFFF"`
        return None, [error(place, "diagram-syntax", f"cannot be read as YAML: {problem}")]


def _composed(source: str) -> Any:
    from yaml import AliasEvent, BaseLoader
    from yaml.composer import ComposerError

    class Loader(BaseLoader):
        def compose_node(self, parent: Any, index: Any) -> Any:
            if self.check_event(AliasEvent):
                mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
                raise ComposerError(None, None, "aliases (*name) are not allowed here", mark)
            return super().compose_node(parent, index)

    loader = Loader(source)
    try:
        return loader.get_single_node()
    finally:
        loader.dispose()


def _item(node: Any, place: Place, depth: int) -> Item:
    from yaml import MappingNode, MarkedYAMLError, ScalarNode

    if depth > DEEPEST:
        raise MarkedYAMLError(problem="nested too deeply", problem_mark=node.start_mark)
    at, column = _at(node.start_mark, place), node.start_mark.column + 1
    if isinstance(node, ScalarNode):
        if _UNSEEN.search(str(node.value)):
            raise MarkedYAMLError(problem="an escape that stands for no letter", problem_mark=node.start_mark)
        return Scalar(_BREAK.sub("\n", str(node.value)), at, column)
    if isinstance(node, MappingNode):
        return Mapping(tuple(_field(key, value, place, depth) for key, value in node.value), at, column)
    return Sequence(tuple(_item(child, place, depth + 1) for child in node.value), at, column)


def _field(key: Any, value: Any, place: Place, depth: int) -> tuple[Scalar, Item]:
    name = _item(key, place, depth + 1)
    return name if isinstance(name, Scalar) else Scalar("", name.place, name.column), _item(value, place, depth + 1)


def _at(mark: Mark, place: Place) -> Place:
    return Place(place.path, place.line + mark.line + 1)


def _syntax(problem: Any, source: str, place: Place) -> Diagnostic:
    mark = problem.problem_mark or problem.context_mark
    if opened := _unclosed(problem, source):
        at, sign = opened.start_mark, "[" if "Sequence" in type(opened).__name__ else "{"
        hint = (
            f"end it with '{'}' if sign == '{' else ']'}' before line {_at(mark, place).line}, "
            "or put a label that holds a bracket in quotes"
        )
        message = f"this '{sign}' is not closed (column {at.column + 1})"
        return error(_at(at, place), "diagram-syntax", message, hint)
    column = f" (column {mark.column + 1})" if mark else ""
    hint = "put a label that holds a sign such as : # @ - or * in quotes"
    at = _at(mark, place) if mark else place
    return error(at, "diagram-syntax", f"{problem.problem or problem.context}{column}", hint)


def _unclosed(problem: Any, source: str) -> Any:
    """The last bracket that is open where the grammar of YAML no longer holds, if that is in a later line: YAML reads on for
    lines before it finds that something is amiss."""
    from yaml import BaseLoader, scan
    from yaml.parser import ParserError
    from yaml.tokens import FlowMappingEndToken, FlowMappingStartToken, FlowSequenceEndToken, FlowSequenceStartToken

    mark, opened = problem.problem_mark, list[Any]()
    if not isinstance(problem, ParserError) or mark is None:
        return None
    for token in scan(source, Loader=BaseLoader):
        if token.start_mark.index >= mark.index:
            break
        if isinstance(token, FlowSequenceStartToken | FlowMappingStartToken):
            opened.append(token)
        elif isinstance(token, FlowSequenceEndToken | FlowMappingEndToken):
            opened.pop()
    return opened[-1] if opened and opened[-1].start_mark.line < mark.line else None


def unmarked(words: str) -> str:
    """A label without Markdown's marks around words: authors put them there by habit, and a shape has but one type."""
    return _MARKED.sub(lambda found: found[1] or found[2], words)


def wrong(item: Item, message: str, hint: str = "") -> Diagnostic:
    """A source that keeps its shape as YAML, but is not what the grammar has there."""
    return error(item.place, "diagram-shape", f"{message} (column {item.column})", hint)


def odd(item: Item, message: str, hint: str = "") -> Diagnostic:
    """Something that is left out or taken otherwise than it was written; the diagram is drawn."""
    return warning(item.place, "diagram-odd", f"{message} (column {item.column})", hint)


def unknown_keys(mapping: Mapping, known: Iterable[str]) -> Iterator[Diagnostic]:
    """A warning for each key that the grammar does not have, or that stands twice."""
    names, seen = tuple(known), set[str]()
    for key, _ in mapping.fields:
        if key.text not in names:
            yield odd(key, f"unknown key '{key.text}', left out", suggestion(key.text, names))
        elif key.text in seen:
            yield odd(key, f"key '{key.text}' stands twice, the first counts")
        seen.add(key.text)


def suggestion(word: str, known: Iterable[str]) -> str:
    """A hint: the word that was probably meant, or all that there are."""
    names = tuple(known)
    close = get_close_matches(word, names, 1)
    return f"did you mean '{close[0]}'?" if close else f"there are: {', '.join(names)}"
