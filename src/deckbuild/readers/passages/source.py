"""The text of a note before anything is read into it: one form of line ends and letters, front matter set apart."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from itertools import takewhile

from msgspec import Struct

from ...config import DEFAULTS, SECTIONS, NoteSettings, Settings
from ...config.overlay import Laid, below, front_of, name_of, of_note, overlay
from ...config.toml import toml_tree
from ...config.tree import Clean, Fault, Keys, Text, Tree, yaml_tree
from ...diagnostics import Diagnostic, info, warning
from ...model import Front, Place
from ..letters import normalised

_FENCE = re.compile(r"[ \t>]*(`{3,}|~{3,})")
_COMMENT = re.compile(r"(?P<code>(?P<tick>`+)[^`]+(?P=tick))|(?:(?<=\s)|^)%%[^%]+(?:%[^%]+)*%%(?!\w)")


def without_comments(text: str) -> str:
    """The text without what Obsidian hides (`%%…%%`), its lines kept. Code is left alone, and so is what has no end."""
    if "%%" not in text:
        return text
    lines = text.split("\n")
    ends = [i for i, line in enumerate(lines) if line.rstrip().endswith("%%")]
    fence, i = "", 0
    while i < len(lines):
        mark = _FENCE.match(lines[i])
        if mark and (not fence or mark[1].startswith(fence)):
            fence = "" if fence else mark[1]
        elif not fence and lines[i].lstrip().startswith("%%") and lines[i].count("%%") == 1:
            at = bisect_right(ends, i)
            if at < len(ends):
                lines[i : ends[at] + 1] = [""] * (ends[at] + 1 - i)
                i = ends[at]
        elif not fence and "%%" in lines[i]:
            lines[i] = _COMMENT.sub(lambda found: found["code"] or "", lines[i])
        i += 1
    return "\n".join(lines)


class FrontMatter(Struct, frozen=True):
    """What a note says about itself, over what its project says. `kept` is all else that its front matter holds."""

    title: str = ""
    deck: str = ""
    tags: tuple[str, ...] = ()
    language: str = ""
    aliases: tuple[str, ...] = ()
    kept: Front = Front()


class _Dialect(Struct, frozen=True):
    """A way to write front matter: its fences, how a line with a key looks, what sets key and value apart."""

    name: str
    fence: str
    block: re.Pattern[str]
    key: re.Pattern[str]
    mark: str
    tree: Callable[[str, Clean, int], Tree | Fault | None]


_DIALECTS = (
    _Dialect(
        "YAML",
        "---",
        re.compile(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE),
        re.compile(r"""(?:["'][^"'\n]{1,40}["']|[^\W\d_][\w .$/-]{0,39}):(?:[ \t]|$)"""),
        ":",
        yaml_tree,
    ),
    _Dialect(
        "TOML",
        "+++",
        re.compile(r"\+\+\+[ \t]*\n(.*?)^\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE),
        re.compile(r"""(?:["'][^"'\n]{1,40}["']|[\w.-]{1,40})[ \t]*=|\[[\w. "'-]{1,60}\]"""),
        "=",
        toml_tree,
    ),
)
_TABS = re.compile(r"^\t+", re.MULTILINE)
"""Tabs that indent, which YAML does not allow and people write."""
MAX_FRONT = 100_000
"""Characters in which front matter must end; what goes on for longer is the note itself."""
_MEANT = {"language": "lang", "locale": "lang", "alias": "aliases", "deckname": "deck"}
_SLIDES = {
    "theme": re.compile("light|dark"),
    "ratio": re.compile(r"\d+ ?: ?\d+"),
    "template": re.compile(r".+\.(?:potx|pptx)"),
}
"""Settings of slides that people write without `slides:` above them; with other values they are another program's."""
_NUMBERS = {"budget": "cards", "section": "cards", "subdecks": "cards"}
"""Settings that are numbers, by their sections: other programs write words there, if anything."""
_READ_LATER = ("author", "institute")
"""Keys that are no settings, and are shown."""
_PROJECT_ONLY = frozenset(Settings.__struct_fields__) - frozenset(NoteSettings.__struct_fields__)


def front_matter(text: str, path: str, settings: Settings = DEFAULTS) -> tuple[FrontMatter, str, list[Diagnostic]]:
    """The front matter, and the text with blank lines in its place, so that line numbers stay.

    What is no front matter, though it stands where one would, stays in the text.
    """
    head = text[:MAX_FRONT]
    for dialect in _DIALECTS:
        if found := dialect.block.match(head):
            keys, said = _keys(found[1], dialect, path)
            if keys is None:
                return _resolved(NoteSettings(), settings, Front()), text, said
            body = "\n" * found[0].count("\n") + text[found.end() :]
            front, problems = _read(keys, path, settings)
            return front, body, said + problems
    return _resolved(NoteSettings(), settings, Front()), text, _unclosed(text, path)


def _keys(raw: str, dialect: _Dialect, path: str) -> tuple[Keys | None, list[Diagnostic]]:
    """The entries; None where the lines are text between two rules."""
    if not raw.strip():
        return Keys(()), []
    tree = dialect.tree(_TABS.sub(lambda tabs: "  " * len(tabs[0]), raw), normalised, 2)
    if isinstance(tree, Keys) and _is_meant(tree, raw, dialect):
        return tree, []
    if isinstance(tree, Fault) and not raw.startswith("\n") and _begins_with_key(raw, dialect):
        return _salvaged(raw, dialect), [_bad(tree, dialect, path)]
    fact = f"what stands between the first two lines '{dialect.fence}' has no keys and is read as text"
    return None, [info(Place(path, 1), "not-front-matter", fact, "begin with another rule (***)")]


def _is_meant(keys: Keys, raw: str, dialect: _Dialect) -> bool:
    """Prose with a colon can be YAML too, and headings are comments there: after a rule and a blank line it is text.

    Pandoc has that rule; some people begin front matter so, and then name a key of ours.
    """
    if not raw.startswith("\n"):
        return _begins_with_key(raw, dialect)
    has_heading = any(line.startswith("#") for line in raw.split("\n"))
    return not has_heading and any(name_of(key.text) in NoteSettings.__struct_fields__ for key, _ in keys.entries)


def _begins_with_key(raw: str, dialect: _Dialect) -> bool:
    lines = (line for line in raw.split("\n") if line.strip() and not line.startswith("#"))
    return bool(dialect.key.match(next(lines, "")))


def _bad(fault: Fault, dialect: _Dialect, path: str) -> Diagnostic:
    fact = f"column {fault.column}: the front matter is not {dialect.name}: {fault.fact}"
    hint = f"{fault.hint}; until then its keys are read one by one, and what cannot be read is kept as text"
    return warning(Place(path, fault.line), "front-matter", fact, hint)


def _salvaged(raw: str, dialect: _Dialect) -> Keys:
    """Each key on its own; where even that is not readable, its value is the text that was written."""
    entries: list[tuple[Text, Tree]] = []
    for line, chunk in _chunks(raw, dialect):
        tree = dialect.tree(chunk, normalised, line)
        if isinstance(tree, Keys):
            entries += tree.entries
        else:
            key, mark, value = chunk.partition(dialect.mark)
            column = len(key) + len(mark) + 2
            entries.append((Text(key.strip("\"' \t"), line, 1), Text(_unquoted(value), line, column)))
    return Keys(tuple(entries), 2, 1)


def _chunks(raw: str, dialect: _Dialect) -> Iterator[tuple[int, str]]:
    """The lines from one key to the next, with the number of the first."""
    start, lines = 2, list[str]()
    for number, line in enumerate(raw.split("\n"), 2):
        if dialect.key.match(line) and lines:
            yield start, "\n".join(lines)
            start, lines = number, []
        if lines or (line.strip() and not line.startswith("#")):
            start = start if lines else number
            lines.append(line)
    if lines:
        yield start, "\n".join(lines)


def _unquoted(value: str) -> str:
    text = value.strip()
    return text[1:-1] if len(text) > 1 and text[0] == text[-1] and text[0] in "\"'" else text


def _read(keys: Keys, path: str, settings: Settings) -> tuple[FrontMatter, list[Diagnostic]]:
    laid = overlay(NoteSettings(), keys, of_note(path))
    known = {id(key) for key, _ in (*laid.unknown, *laid.unread)}
    kept = [(key, tree) for key, tree in keys.entries if id(key) in known or name_of(key.text) in SECTIONS]
    return _resolved(laid.settings, settings, front_of(kept)), [*laid.said, *_hints(laid, path)]


def _resolved(own: NoteSettings, settings: Settings, kept: Front) -> FrontMatter:
    """A note's own word counts, but tags add up."""
    tags = tuple(dict.fromkeys((*settings.tags, *own.tags)))
    return FrontMatter(own.title, own.deck, tags, own.lang or settings.lang, own.aliases, kept)


def _hints(laid: Laid[NoteSettings], path: str) -> Iterator[Diagnostic]:
    """Keys of other programs are kept without a word; those that are nearly ours may have been meant for us."""
    own_keys = (*NoteSettings.__struct_fields__, *_READ_LATER)
    for key, tree in laid.unknown:
        name = name_of(key.text)
        meant = _MEANT.get(name) or next((own for own in own_keys if _one_slip(name, own)), "")
        place = Place(path, key.line)
        text = tree.text.strip().lower() if isinstance(tree, Text) else ""
        idle = f"'{key.text}' sets nothing here; the key is kept"
        if name in _SLIDES and _SLIDES[name].fullmatch(text):
            yield warning(place, "front-matter-key", idle, below(["slides"]))
        elif name in _NUMBERS and text.isdecimal():
            yield info(place, "front-matter-key", idle, below([_NUMBERS[name]]))
        elif name in _PROJECT_ONLY:
            yield info(place, "front-matter-key", idle, "for all notes, write it into deckbuild.yaml")
        elif meant and name not in own_keys:
            fact = f"'{key.text}' is not a key of deckbuild; it is kept"
            yield info(place, "front-matter-key", fact, f"did you mean '{meant}'?")


def _one_slip(written: str, meant: str) -> bool:
    """One letter too many, too few or wrong, or two that changed places."""
    if abs(len(written) - len(meant)) > 1 or len(meant) < 4:
        return False
    same = next(
        (i for i, (a, b) in enumerate(zip(written, meant, strict=False)) if a != b), min(map(len, (written, meant)))
    )
    a, b = written[same:], meant[same:]
    return a[1:] == b[1:] or a[1:] == b or a == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def _unclosed(text: str, path: str) -> list[Diagnostic]:
    """A rule at the top is a rule; with one of our keys below it, it was meant to begin front matter."""
    first, *lines = text[:1000].split("\n")
    dialect = next((d for d in _DIALECTS if d.fence == first.rstrip(" \t")), None)
    if dialect is None:
        return []
    keys = takewhile(dialect.key.match, lines)
    if not any(name_of(line.partition(dialect.mark)[0]) in NoteSettings.__struct_fields__ for line in keys):
        return []
    fact = "the front matter has no end and is read as text"
    return [warning(Place(path, 1), "front-matter-open", fact, f"close it with a line '{dialect.fence}'")]
