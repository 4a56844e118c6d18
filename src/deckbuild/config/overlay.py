"""What a file says, laid over the settings that hold without it: defaults < deckbuild.yaml < front matter < the call."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from difflib import get_close_matches
from functools import lru_cache
from typing import Any, Generic, TypeVar

from msgspec import Struct, inspect
from msgspec.structs import replace

from ..diagnostics import Diagnostic, error, warning
from ..model import Front, FrontValue, Place
from .tree import Items, Keys, Text, Tree
from .values import Read, reader_of, shown

S = TypeVar("S", bound=Struct)


class Voice(Struct, frozen=True):
    """How problems of a file are told: a project's settings stop a build, a note is read all the same."""

    path: str
    tell: Callable[[Place, str, str], Diagnostic]

    def at(self, tree: Tree) -> Place:
        """Where a value or key stands."""
        return Place(self.path, tree.line)

    def wrong(self, tree: Tree, name: str, read: Read, default: object) -> Diagnostic:
        """A value that does not fit: its path, what was expected, what was found."""
        found = read.found or f"is {shown(tree)}"
        message = f"column {tree.column}: '{name}' {found}, expected {read.expected}"
        hint = read.hint or (f"leave it out for {_written(default)}" if default not in ("", ()) else "")
        return self.tell(self.at(tree), message, hint)


def of_project(path: str) -> Voice:
    """Of deckbuild.yaml."""
    return Voice(path, lambda place, message, hint: error(place, "config-value", message, hint))


def of_note(path: str) -> Voice:
    """Of front matter."""
    return Voice(path, lambda place, message, hint: warning(place, "front-matter-value", message, hint))


class Laid(Struct, Generic[S], frozen=True):
    """The settings, the entries that are none of theirs or could not be read, and what there is to say."""

    settings: S
    unknown: tuple[tuple[Text, Tree], ...] = ()
    unread: tuple[tuple[Text, Tree], ...] = ()
    said: tuple[Diagnostic, ...] = ()


def overlay(base: S, keys: Keys, voice: Voice, above: str = "") -> Laid[S]:
    """Lay the entries of a mapping over `base`. What does not fit leaves it as it is; a part of a list is taken."""
    kinds = _kinds(type(base))
    entries, said = _once(keys, voice, above)
    values: dict[str, Any] = {}
    unread: list[tuple[Text, Tree]] = []
    for name, key, tree in entries:
        if name not in kinds or _empty(tree):
            continue
        before = getattr(base, name)
        if isinstance(before, Struct):
            values[name], whole, problems = _section(before, tree, voice, f"{above}{name}")
        else:
            values[name], whole, problems = _value(before, tree, kinds[name], voice, f"{above}{name}")
        said += problems
        unread += [] if whole else [(key, tree)]
    unknown = tuple((key, tree) for name, key, tree in entries if name not in kinds)
    return Laid(replace(base, **values), unknown, tuple(unread), tuple(said))


@lru_cache(maxsize=64)
def _kinds(settings: type[Struct]) -> dict[str, inspect.Type]:
    described = inspect.type_info(settings)
    assert isinstance(described, inspect.StructType)
    return {field.name: field.type for field in described.fields}


def _empty(tree: Tree) -> bool:
    """`title:` with nothing behind it says nothing."""
    return isinstance(tree, Text) and not tree.text and not tree.comment


def _once(keys: Keys, voice: Voice, above: str) -> tuple[list[tuple[str, Text, Tree]], list[Diagnostic]]:
    """The entries with the names of their settings, the last of those that stand twice."""
    last: dict[str, tuple[Text, Tree]] = {}
    said: list[Diagnostic] = []
    for key, tree in keys.entries:
        name = name_of(key.text)
        if old := last.pop(name, None):
            where = f"column {key.column}: '{above}{key.text}' stands twice"
            fact = f"{where}; what line {old[0].line} says ({shown(old[1])}) is not used"
            said.append(warning(voice.at(key), "duplicate-key", fact, "remove one of the two"))
        last[name] = (key, tree)
    return [(name, key, tree) for name, (key, tree) in last.items()], said


def name_of(key: str) -> str:
    """`Title` is `title`, as people write it."""
    return key.strip().casefold()


def _section(base: S, tree: Tree, voice: Voice, name: str) -> tuple[S, bool, list[Diagnostic]]:
    if not isinstance(tree, Keys):
        read = Read(expected="its settings below it, one a line", hint=_listed(type(base)))
        return base, False, [voice.wrong(tree, name, read, "")]
    laid = overlay(base, tree, voice, f"{name}.")
    return laid.settings, True, [*laid.said, *unknown_settings(laid, voice, f"{name}.")]


def _value(
    before: object, tree: Tree, kind: inspect.Type, voice: Voice, name: str
) -> tuple[object, bool, list[Diagnostic]]:
    read = reader_of(kind)(tree)
    said = [voice.wrong(tree, name, read, before)] if read.expected else []
    if read.remark:
        said.append(read.remark(voice.at(tree)))
    return before if read.value is None else read.value, not read.expected, said


def unknown_settings(laid: Laid[S], voice: Voice, above: str = "") -> list[Diagnostic]:
    """Keys that mean nothing, each with what may have been meant."""
    facts = [(key, f"column {key.column}: there is no setting '{above}{key.text}'") for key, _ in laid.unknown]
    return [warning(voice.at(key), "unknown-setting", fact, _guess(key.text, laid.settings)) for key, fact in facts]


def _guess(key: str, settings: Struct) -> str:
    """What a key was meant to be: a setting of a section that is here, written outside of it, or one with a slip."""
    names = settings.__struct_fields__
    inner = [name for name in names if name_of(key) in getattr(getattr(settings, name), "__struct_fields__", ())]
    if inner:
        return below(inner)
    close = get_close_matches(name_of(key), names, 1)
    return f"did you mean '{close[0]}'?" if close else _settings(names)


def below(sections: Iterable[str]) -> str:
    """What to do with a setting that stands outside of its section."""
    named = " or ".join(f"'{section}:'" for section in sections)
    return f"write it below {named}, indented"


def _listed(settings: type[Struct]) -> str:
    return _settings(settings.__struct_fields__)


def _settings(names: Iterable[str]) -> str:
    return f"the settings here: {', '.join(names)}" if names else "there are no settings here yet"


def _written(value: object) -> str:
    """A value as people write it in YAML."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def front_of(entries: Iterable[tuple[Text, Tree]]) -> Front:
    """Entries as the model keeps them."""
    return Front((key.text, _plain(tree)) for key, tree in entries)


def _plain(tree: Tree) -> FrontValue:
    match tree:
        case Text():
            return tree.text or tree.comment
        case Items():
            return tuple(map(_plain, tree.items))
        case Keys():
            return front_of(tree.entries)


def tree_of(value: FrontValue) -> Tree:
    """The other way: what the model kept, to be read again. It has no places."""
    match value:
        case str():
            return Text(value)
        case tuple():
            return Items(tuple(map(tree_of, value)))
        case _:
            return Keys(tuple((Text(key), tree_of(inner)) for key, inner in value))
