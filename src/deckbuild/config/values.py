"""One value of the tree → one value of a setting; what does not fit is said, never guessed at."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from functools import partial
from typing import Any

from msgspec import Struct, inspect

from ..diagnostics import Diagnostic, info
from ..model import Place
from .language import has_words, language_code, worded
from .tree import Items, Keys, Text, Tree

SWITCHES = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}
_SEPARATORS = re.compile(r"[,，、;]")
_BRACKETS = " \t[]\"'"


class Read(Struct, frozen=True):
    """A value, or what was expected in its stead; `hint` where there is a good guess, `found` where the fault is in a part
    of what stands there.

    A value with something expected is the part of it that could be read. `remark` tells of a value that can be used all
    the same.
    """

    value: Any = None
    expected: str = ""
    hint: str = ""
    found: str = ""
    remark: Callable[[Place], Diagnostic] | None = None


Reader = Callable[[Tree], Read]


def reader_of(kind: inspect.Type) -> Reader:
    """What reads values of a type: the function that the setting names, else what its type allows."""
    if isinstance(kind, inspect.Metadata):
        named = (kind.extra or {}).get("read")
        return named if named else reader_of(kind.type)
    match kind:
        case inspect.BoolType():
            return _switch
        case inspect.IntType():
            return lambda tree: _number(tree, kind)
        case inspect.LiteralType():
            return lambda tree: _word(tree, tuple(map(str, kind.values)))
        case inspect.StrType():
            return _text
        case inspect.VarTupleType(item_type=inspect.StrType()):
            return lambda tree: _list(tree, _at_commas)
        case inspect.VarTupleType(item_type=inspect.LiteralType() as words):
            return lambda tree: _words(tree, tuple(map(str, words.values)))
    raise TypeError(f"a setting of type {type(kind).__name__} wants a `read` of its own")


def _switch(tree: Tree) -> Read:
    value = SWITCHES.get(tree.text.lower()) if isinstance(tree, Text) else None
    return Read(value, "" if value is not None else "true or false")


def _number(tree: Tree, kind: inspect.IntType) -> Read:
    lowest, highest = kind.ge, kind.le
    least = f" from {lowest}" if lowest is not None else ""
    most = f" to {highest}" if highest is not None else ""
    if isinstance(tree, Text) and re.fullmatch(r"[-+]?[0-9]{1,9}", tree.text):
        value = int(tree.text)
        if (lowest is None or value >= lowest) and (highest is None or value <= highest):
            return Read(value)
    return Read(expected=f"a whole number{least}{most}")


def _word(tree: Tree, words: tuple[str, ...]) -> Read:
    text = tree.text.lower() if isinstance(tree, Text) else ""
    if text in words:
        return Read(text)
    close = get_close_matches(text, words, 1)
    return Read(expected=" or ".join(map(repr, words)), hint=f"did you mean '{close[0]}'?" if close else "")


def _words(tree: Tree, words: tuple[str, ...]) -> Read:
    """Some of a few words; `list item` and `list-item` are `list_item`."""
    found = _list(tree, _at_spaces if isinstance(tree, Text) and "," not in tree.text else _at_commas)
    named = tuple(re.sub(r"[\s-]+", "_", word.lower()) for word in found.value)
    strange = next((word for word in named if word not in words), None)
    if strange is None:
        return Read(named, found.expected, found=found.found)
    close = get_close_matches(strange, words, 1)
    hint = f"did you mean '{close[0]}'?" if close else ""
    return Read(expected=f"some of {', '.join(words)}", hint=hint, found=f"has {strange!r} in it")


def _text(tree: Tree) -> Read:
    return Read(" ".join(tree.text.split())) if isinstance(tree, Text) else Read(expected="text")


def _list(tree: Tree, split: Callable[[str], Iterator[str]]) -> Read:
    """Each once, in order. Of a list that holds more than text, the text."""
    nodes = tree.items if isinstance(tree, Items) else (tree,)
    words = [" ".join(text.split()) for node in nodes if isinstance(node, Text) for text in (node.text,)]
    parts = words if isinstance(tree, Items) else [part for word in words for part in split(word)]
    whole = all(isinstance(node, Text) for node in nodes)
    odd = next((shown(node) for node in nodes if not isinstance(node, Text)), "")
    found = f"has {odd} in it" if odd and isinstance(tree, Items) else ""
    return Read(tuple(dict.fromkeys(filter(None, parts))), "" if whole else "a list of text", found=found)


def _at_commas(text: str) -> Iterator[str]:
    return (part.strip(_BRACKETS) for part in _SEPARATORS.split(text))


def _at_spaces(text: str) -> Iterator[str]:
    """At commas where there are any: `machine learning, docker` are two."""
    return _at_commas(text) if _SEPARATORS.search(text) else iter(text.strip(_BRACKETS).split())


def read_aliases(tree: Tree) -> Read:
    """A list, or names set apart by commas."""
    return _list(tree, _at_commas)


def read_tags(tree: Tree) -> Read:
    """A list, or words set apart by commas or else by spaces. `#` in front is dropped, also where YAML sees a comment.

    Anki ends a tag at a space, which therefore becomes `_`.
    """
    found = _list(_uncommented(tree), _at_spaces)
    tags = (re.sub(r"\s+", "_", tag.lstrip("#").strip()) for tag in found.value)
    return Read(tuple(dict.fromkeys(filter(None, tags))), found.expected, found=found.found)


def _uncommented(tree: Tree) -> Tree:
    match tree:
        case Text(text="", comment=comment) if comment:
            return Text(comment, tree.line, tree.column)
        case Items():
            return Items(tuple(map(_uncommented, tree.items)), tree.line, tree.column)
        case _:
            return tree


def read_language(tree: Tree) -> Read:
    """An ISO 639-1 code. Every language is read; where we have no words in it, ours are English."""
    text = tree.text if isinstance(tree, Text) else ""
    code = language_code(text)
    if not code and text:
        return Read("", "a language such as ko, en, ja or zh", "write its ISO 639-1 code; without one the text decides")
    if not isinstance(tree, Text):
        return Read(expected="a language such as ko, en, ja or zh")
    return Read(code, remark=None if not code or has_words(code) else partial(_unworded, code))


def _unworded(code: str, place: Place) -> Diagnostic:
    fact = f"what deckbuild itself writes in '{code}' is English; it has words in {worded()}"
    return info(place, "language-words", fact)


def read_deck(tree: Tree) -> Read:
    """The name of a deck, below others with `::`. Anki shows an empty name between two of these as `blank`."""
    read = _text(tree)
    parts = (read.value or "").split("::")
    named = "::".join(part.strip() for part in parts if part.strip())
    if read.expected or all(map(str.strip, parts)) or not read.value:
        return read
    hint = f"write '{named}'" if named else "write a name, such as 'Uni::Docker', or leave it out"
    return Read(named or None, "a name on each side of '::'", hint)


def read_folder(tree: Tree) -> Read:
    """A path, with spaces kept."""
    fits = isinstance(tree, Text) and "\0" not in tree.text and "\n" not in tree.text
    return Read(tree.text) if isinstance(tree, Text) and fits else Read(expected="the path of a folder")


def read_file(tree: Tree) -> Read:
    """A path of a file, with spaces kept."""
    found = read_folder(tree)
    return found if not found.expected else Read(expected="the path of a file")


MOST_PAGES = 20


def read_pages(tree: Tree) -> Read:
    """A number of pages, or `auto` (0)."""
    text = tree.text.lower() if isinstance(tree, Text) else ""
    if text == "auto":
        return Read(0)
    if re.fullmatch(r"[0-9]{1,3}", text) and int(text) <= MOST_PAGES:
        return Read(int(text))
    return Read(expected=f"a whole number up to {MOST_PAGES}, or auto")


def read_codes(tree: Tree) -> Read:
    """Codes of diagnostics, as `deckbuild explain` lists them."""
    from ..codes import CODES, unknown

    found = _list(tree, _at_spaces)
    strange = [code for code in found.value if code not in CODES]
    if not strange:
        return found
    none = ", ".join(map(repr, strange))
    return Read(
        expected=f"codes of warnings, which {none} {'is' if len(strange) == 1 else 'are'} not",
        hint=unknown(strange[-1]),
    )


def shown(tree: Tree) -> str:
    """A value in a message."""
    match tree:
        case Text():
            return repr(tree.text if len(tree.text) <= 40 else tree.text[:39] + "…")
        case Items():
            return "a list"
        case Keys():
            return "a mapping"
