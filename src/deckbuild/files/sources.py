"""Which files are sources, where their project begins, and what their outputs are called."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from ..diagnostics import Diagnostic, Problem, error, info
from ..model import Place

NOTES = (".md", ".markdown")
CONCEPTS = ".concepts.yaml"
SETTINGS, LOCK = "deckbuild.yaml", "deckbuild.lock"


class Source(Struct, frozen=True):
    """One file to build from.

    `path` is absolute; `name` the path from the project `root` with `/`, as it stands in messages and outputs;
    `folder` the names of the folders below the source folder, which its outputs and its deck repeat; `stem` what the
    outputs are called.
    """

    path: Path
    root: Path
    name: str
    folder: tuple[str, ...]
    stem: str

    @property
    def is_concepts(self) -> bool:
        """Whether it is a concept model rather than a note."""
        return self.path.name.lower().endswith(CONCEPTS)


def find_sources(arguments: Sequence[str], here: Path) -> tuple[list[Source], list[Diagnostic]]:
    """The sources that the arguments (files or folders, relative to `here`) name, each once, sorted within a folder.

    Raises `Problem` for an argument that names nothing to build from.
    """
    found: dict[Path, Source] = {}
    said: list[Diagnostic] = []
    for argument in arguments:
        path = Path(os.path.abspath(here / argument))
        for source in _folder(path, argument, said) if os.path.isdir(path) else [_file(path, argument, here)]:
            found.setdefault(source.path, source)
    sources, preferred = _preferred(list(found.values()))
    return sources, [*said, *preferred]


def _file(path: Path, argument: str, here: Path) -> Source:
    if not os.path.exists(path):
        hint = f"there is {close}" if (close := _similar(path)) else "name a note (.md), a .concepts.yaml or a folder"
        raise Problem(error(Place(argument), "no-such-source", "there is no such file or folder", hint))
    if _is_device(path) or not path.name.lower().endswith((*NOTES, CONCEPTS)):
        hint = "sources are notes (.md, .markdown), concept models (.concepts.yaml) and folders of them"
        raise Problem(error(Place(argument), "unknown-kind", "this kind of file is not a source", hint))
    return _source(path, path.parent, here)


def _similar(path: Path) -> str:
    from difflib import get_close_matches

    beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    return next((f"'{name}'" for name in get_close_matches(path.name, beside, 1)), "")


def _folder(path: Path, argument: str, said: list[Diagnostic]) -> list[Source]:
    """The sources of a folder. What is in it and cannot be read is told, and the others are built."""
    closed: list[Path] = []
    files = sorted(_walk(path, (*NOTES, CONCEPTS), closed))
    told = [_closed(_shown(folder, path, argument)) for folder in closed]
    told += [_misnamed(_shown(file, path, argument)) for file in files if not _is_text(file.name)]
    sources = [_source(file, path, path) for file in files if _is_text(file.name)]
    if not sources:
        hint = "put a note there (a .md file whose name does not start with '.' or '_')"
        none = error(Place(argument), "no-notes", "there are no notes in this folder", hint)
        raise Problem(told[0] if told else none)
    said += told
    return sources


def _closed(folder: str) -> Diagnostic:
    hint = "allow it, or name the notes one by one"
    return error(Place(folder), "no-permission", "this folder may not be read", hint)


def _misnamed(file: str) -> Diagnostic:
    fact = "the name of this file is not UTF-8, so that no output could be called by it"
    return error(Place(file), "file-name", fact, "rename it")


def _shown(path: Path, folder: Path, argument: str) -> str:
    """A path below a folder that was named, as it stands in messages."""
    inner = path.relative_to(folder).as_posix()
    return argument.rstrip("/") if inner == "." else f"{argument.rstrip('/')}/{inner}"


def _is_text(name: str) -> bool:
    try:
        name.encode("utf-8")
    except UnicodeError:
        return False
    return True


def find_files(folder: Path, suffixes: tuple[str, ...]) -> list[Path]:
    """Every file below a folder that ends in one of `suffixes`, sorted; `.…`, `_…`, pipes and devices are passed over."""
    return sorted(_walk(folder, suffixes, []))


def _walk(folder: Path, suffixes: tuple[str, ...], closed: list[Path]) -> Iterator[Path]:
    """The files below a folder; folders that may not be read are `closed`."""
    try:
        entries = sorted(folder.iterdir())
    except PermissionError:
        closed.append(folder)
        return
    for entry in entries:
        if entry.name.startswith((".", "_")):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, suffixes, closed)
        elif entry.name.lower().endswith(suffixes) and not _is_device(entry):
            yield entry


def _is_device(path: Path) -> bool:
    """Whether a path is a pipe or a device, which may have no end; what cannot be asked is read, and then named."""
    try:
        return not stat.S_ISREG(path.stat().st_mode)
    except OSError:
        return False


def _source(path: Path, asked: Path, here: Path) -> Source:
    root, base = _root(path, asked, here)
    folder = path.relative_to(base).parts[:-1]
    stem = path.name[: -len(CONCEPTS)] if path.name.lower().endswith(CONCEPTS) else path.stem
    return Source(path, root, _relative(path, root), folder, stem)


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _root(path: Path, asked: Path, here: Path) -> tuple[Path, Path]:
    """The project's root, and the folder below which folders count (`notes/`, else the root)."""
    if path.name.lower().endswith(CONCEPTS) and (root := _root_of_model(path, here)):
        notes = _notes_above(path)
        return root, notes if notes and notes.is_relative_to(root) else asked
    if root := root_of(path):
        return root, _base(path, root)
    if notes := _notes_above(path):
        return notes.parent, notes
    return asked, asked


def root_of(path: Path) -> Path | None:
    """The project that a file is in: the nearest folder above it with a lock; before there is one, the outermost with
    settings, none outside its repository. So the settings of a folder never take its notes out of their project.
    """
    if locked := next((folder for folder in path.parents if os.path.isfile(folder / LOCK)), None):
        return locked
    outermost = None
    for folder in path.parents:
        outermost = folder if os.path.isfile(folder / SETTINGS) else outermost
        if os.path.exists(folder / ".git"):
            break
    return outermost


def _base(path: Path, root: Path) -> Path:
    notes = _notes_above(path)
    return notes if notes and notes.is_relative_to(root) else root


def folders_of(note: str, root: Path) -> tuple[str, ...]:
    """The folders that the outputs of a note repeat, from its path alone: it need not be there any more.

    A path that leads out of the project counts by its name.
    """
    inside = ".." not in Path(note).parts and not Path(note).is_absolute()
    path = root / (note if inside else Path(note).name)
    return path.relative_to(_base(path, root)).parts[:-1]


def other_spellings(names: Iterable[str], others: Iterable[str], root: Path) -> set[str]:
    """Those of `others` that differ from one of `names` in letter case or Unicode form alone, and are the same file, as
    they are where a file system takes both for one."""
    spelt = {spelling_of(name): name for name in names}
    return {
        other for other in others if (name := spelt.get(spelling_of(other))) and _is_same(root / name, root / other)
    }


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def spelling_of(name: str) -> str:
    """A name without what some file systems do not tell apart."""
    return unicodedata.normalize("NFC", name).casefold()


def without_sources(arguments: Sequence[str], here: Path) -> list[Path]:
    """The folders among the arguments that hold no source, or are not there at all. What is called as a note is none."""
    paths = [Path(os.path.abspath(here / argument)) for argument in arguments]
    folders = [path for path in paths if not path.name.lower().endswith((*NOTES, CONCEPTS))]
    return [path for path in folders if not os.path.isfile(path) and not _holds_sources(path)]


def _holds_sources(path: Path) -> bool:
    closed: list[Path] = []
    return os.path.isdir(path) and (any(_walk(path, (*NOTES, CONCEPTS), closed)) or bool(closed))


def _notes_above(path: Path) -> Path | None:
    return next((folder for folder in path.parents if folder.name == "notes"), None)


def _root_of_model(path: Path, here: Path) -> Path | None:
    """Where the `source:` of a concept model lies: above the model, else above the folder of the call."""
    try:
        head = path.read_text(encoding="utf-8", errors="replace")[:4000]
    except OSError:
        return None
    found = re.search(r"""^source:\s*(["']?)(.+?)\1\s*$""", head, re.MULTILINE)
    folders: Iterable[Path] = (*path.parents, here, *here.parents)
    return next((folder for folder in folders if found and os.path.isfile(folder / found[2])), None)


def _preferred(sources: list[Source]) -> tuple[list[Source], list[Diagnostic]]:
    """Beside a note of its stem a concept model is what the author goes on with, whichever of the two was named."""
    kept: dict[Path, Source] = {}
    said: list[Diagnostic] = []
    for source in sources:
        model = source.path.with_name(source.stem + CONCEPTS)
        if not source.is_concepts and os.path.isfile(model):
            message = f"{model.name} beside it is built instead of this note"
            hint = "delete the model to build the note again"
            said.append(info(Place(source.name), "model-preferred", message, hint))
            folder = source.name.rpartition("/")[0]
            source = replace(source, path=model, name=f"{folder}/{model.name}" if folder else model.name)
        kept.setdefault(source.path, source)
    return list(kept.values()), said
