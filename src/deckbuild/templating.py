"""Which template a note's slides are made on, and where it is: the call's, the note's own, else the project's."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from . import files
from .config import Settings
from .diagnostics import Diagnostic, Problem, error
from .exporters.base import Template
from .loading import Loaded
from .model import Place


def anchored(settings: Settings, folder: Path) -> Settings:
    """Settings whose template is told from the root of the disk, not from the folder of the file that names it."""
    named = settings.slides.template
    if not named:
        return settings
    path = Path(os.path.normpath((folder / os.path.expanduser(named)).absolute()))
    return replace(settings, slides=replace(settings.slides, template=str(path)))


def on_template(loaded: Loaded) -> Loaded:
    """A source with the place of its template; settings of folders and calls have it from the root of the disk already."""
    return replace(loaded, settings=anchored(loaded.settings, loaded.source.path.parent))


def template_of(loaded: Loaded, path: str) -> Template | None:
    """The template at a path, none where there is none. Raises `Problem` where it cannot be read."""
    if not path:
        return None
    at = Path(path)
    root = loaded.source.root.absolute()
    name = at.relative_to(root).as_posix() if at.is_relative_to(root) else path
    return Template(name, files.template_bytes(at, name))


class Used(NamedTuple):
    """The templates that a build has read so far and the files that it has written, by where they are, with the names of
    their notes: a file that is both would make the outputs depend on their order."""

    templates: dict[Path, str]
    outputs: dict[Path, str]

    def check(self, loaded: Loaded, template: str, output: Path) -> None:
        """Take in what is read and written next. Raises `Problem` where one is the other."""
        note, target = loaded.source.name, output.resolve()
        source = Path(template).resolve() if template else target
        self.outputs.setdefault(target, note)
        if template:
            self.templates.setdefault(source, note)
        for path in (target, source):
            if path in self.templates and path in self.outputs:
                fact = f"'{output.name}' of {self.outputs[path]} would be written over the template of {self.templates[path]}"
                raise Problem(error(Place(note), "template-is-output", fact, "keep templates out of the output folder"))


def template_findings(loaded: Loaded) -> list[Diagnostic]:
    """What there is to say about the template of a note, for a check that makes no slides."""
    settings = loaded.settings.slides
    if settings.skip or not settings.template:
        return []
    from .exporters.pptx.foreign import read_template

    try:
        template = template_of(loaded, settings.template)
        return list(read_template(template).diagnostics) if template else []
    except Problem as problem:
        return [problem.diagnostic]
