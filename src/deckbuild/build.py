"""The pipeline: sources → decks → plans → files. What it finds out it returns; nothing here prints."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace

from . import files
from .accounting import Account, account, lost
from .config import Settings
from .diagnostics import Diagnostic, Problem, Severity, info, ordered
from .exporters import EXPORTERS, GATHERED, Exporter
from .exporters.base import Stamp
from .gathering import gathered
from .loading import Loaded, internal, load, path_of, source_date
from .model import Place
from .packages import ALONE, DECKS, Locking, Waiting, Written, packages, planned
from .projects import Project, projects_of
from .reach import Reach, find
from .templating import Used, on_template, template_findings, template_of

if TYPE_CHECKING:
    from .plan.cards import CardPlan


class Report(Struct, frozen=True):
    """What a build came to. `strict` and `allow` are those of the projects that were built;
    `accounts` is there where nothing was to be built, since a check has the time to count.
    """

    written: tuple[Written, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    sources: int = 0
    strict: bool = False
    allow: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()

    def failed(self, strict: bool | None = None, allowed: Collection[str] = ()) -> bool:
        """Whether something that was asked for is not there, or (`strict`) anything is amiss that is not `allowed`.

        Where the call does not say whether to be strict (None) the projects do; what they allow is allowed as well.
        """
        passed = {*allowed, *self.allow}
        warnings = (d for d in self.diagnostics if d.severity is Severity.WARNING and d.code not in passed)
        errors = any(d.severity is Severity.ERROR for d in self.diagnostics)
        return errors or ((self.strict if strict is None else strict) and any(warnings))


Progress = Callable[[files.Source], None]
Asked = Mapping[str, Mapping[str, Any]]
"""Settings that a call names, by section: `{"sheet": {"pages": 2}}`."""
NOTHING_ASKED: Asked = {}


def build(
    arguments: Sequence[str],
    out: Path | None,
    exporters: Sequence[str],
    here: Path,
    progress: Progress | None = None,
    locking: Locking = "kept",
    asked: Asked = NOTHING_ASKED,
) -> Report:
    """Build the outputs of `exporters` from every source into `out`; none at all only checks.

    Without `out` the settings of the project name the folder, which else is `output` in `here`. Where they cannot be
    used nothing of the project is built, but its notes are still checked. Decks come last, when all sources are read, by
    the lock of their project (see `Locking`). A source that cannot be read does not keep
    the others from being built. Raises `Problem` where the arguments name nothing to build from, or where nothing can
    be written. `asked` are settings that the call itself names, over those of every note.
    """
    reached = find(arguments, here, DECKS in exporters)
    sources = reached.sources
    projects = projects_of(sources, out, here, reached.left)
    if clashes := _clashes(sources, projects, exporters):
        return Report(diagnostics=tuple(ordered(clashes)), sources=len(sources))
    made = _Made(exporters, asked, source_date())
    made.said += [*reached.diagnostics, *(said for project in projects.values() for said in project.diagnostics)]
    for source in sources:
        if progress:
            progress(source)
        made.from_source(source, projects[source.root])
    if not exporters:
        from .lock_text import lock_amiss

        made.said += [said for root in projects for said in lock_amiss(root)]
    if DECKS in exporters:
        reach = Reach(reached.folders, frozenset(made.empty))
        made.take(packages(made.waiting, list(projects.values()), reach, made.date, locking))
    made.take(gathered(made.whole, exporters, made.date, asked.get("sheet", {}).get("pages")))
    return made.report(projects.values(), len(sources))


class _Made:
    """What a build has made and found so far; it grows with each source."""

    def __init__(self, exporters: Sequence[str], asked: Asked, date: int | None) -> None:
        self.exporters, self.asked, self.date = exporters, asked, date
        self.written: list[Written] = []
        self.said: list[Diagnostic] = []
        self.accounts: list[Account] = []
        self.waiting: list[Waiting] = []
        self.whole: dict[Path, list[Loaded]] = {}
        self.empty: set[tuple[Path, str]] = set()
        self.skipped: list[str] = []
        self._used = Used({}, {})

    def take(self, results: Iterable[tuple[Iterable[Written], Iterable[Diagnostic]]]) -> None:
        for written, problems in results:
            self.written += written
            self.said += problems

    def from_source(self, source: files.Source, project: Project) -> None:
        """All that is made of one source, or what kept it from being made."""
        configured = project.settings_for(source)
        try:
            loaded, found = load(
                source, configured.settings, project.images, shown=list(self.exporters) != ["concepts"]
            )
            loaded = _as_asked(loaded, self.asked)
            self.said += found
            if loaded is None:
                self.empty.add((source.root, source.name))
                return
            if not self.exporters:
                self._check(loaded)
            if not configured.broken:
                self._export(loaded, project.out)
        except Problem as problem:
            self.said.append(problem.diagnostic)
        except Exception as fault:
            self.said.append(internal(source.name, fault))

    def _check(self, loaded: Loaded) -> None:
        """What only a check has the time for: whether all of a note is in its model, and what its cards are like."""
        self.said += template_findings(loaded)
        if not loaded.source.is_concepts:
            self.accounts.append(account(loaded.text, loaded.deck))
            self.said += [*lost(self.accounts[-1]), *_linted(loaded)]

    def _export(self, loaded: Loaded, out: Path) -> None:
        if any(name in GATHERED for name in self.exporters):
            self.whole.setdefault(out, []).append(loaded)
        if any(EXPORTERS[name].skipped(loaded.settings) for name in self.exporters if name in EXPORTERS):
            self.skipped.append(loaded.source.name)
        self.take(_exported(loaded, out, self.exporters, self.date, self._used))
        for each in planned(loaded, out, self.exporters, self.date):
            self.waiting.append(each)
            self.said += each.planned.plan.diagnostics

    def report(self, projects: Collection[Project], sources: int) -> Report:
        self.said += [] if self.written else map(_skipped, self.skipped)
        order = [*EXPORTERS, *GATHERED, ALONE]
        written = sorted(self.written, key=lambda each: (each.source, order.index(each.exporter)))
        said = tuple(ordered(self.said))
        return Report(tuple(written), said, sources, *_judged(projects), tuple(self.accounts))


def plan_all_cards(arguments: Sequence[str], here: Path) -> tuple[list[CardPlan], list[Diagnostic]]:
    """The cards of every source, with what there is to say about them; nothing is written. Raises as `build` does."""
    from .plan.cards import lint, plan_cards

    sources, said = files.find_sources(arguments, here)
    projects = projects_of(sources, None, here)
    said += [problem for project in projects.values() for problem in project.diagnostics]
    plans: list[CardPlan] = []
    skipped: list[str] = []
    for source in sources:
        project = projects[source.root]
        try:
            loaded, found = load(source, project.settings_for(source).settings, project.images)
            said += found
            if loaded and loaded.settings.cards.skip:
                skipped.append(source.name)
            elif loaded:
                plans.append(plan_cards(loaded.deck, loaded.pictures, loaded.settings.cards))
                said += [*plans[-1].diagnostics, *lint(loaded.deck, plans[-1])]
        except Problem as problem:
            said.append(problem.diagnostic)
        except Exception as fault:
            said.append(internal(source.name, fault))
    return plans, ordered([*said, *(map(_skipped, skipped) if not plans else ())])


def _skipped(source: str) -> Diagnostic:
    """Why nothing comes of a call: where something does, a note that is to have none of it is no matter of surprise."""
    hint = "take 'skip: true' out of its front matter, or out of deckbuild.yaml"
    return info(Place(source), "output-skipped", "nothing is made of this note, since its settings say so", hint)


def _linted(loaded: Loaded) -> list[Diagnostic]:
    """What there is to say about the cards of a note that is to have any, as a build of its deck says it, and more."""
    from .plan.cards import lint, plan_cards

    wanted = loaded.settings.cards
    if wanted.skip:
        return []
    plan = plan_cards(loaded.deck, loaded.pictures, wanted)
    return [*plan.diagnostics, *lint(loaded.deck, plan)]


def _judged(projects: Collection[Project]) -> tuple[bool, tuple[str, ...]]:
    """Several projects in one call are judged as the strictest of them: what one does not allow is not allowed."""
    settings = [project.configured.settings for project in projects]
    allowed = (code for code in settings[0].allow if all(code in other.allow for other in settings))
    return any(each.strict for each in settings), tuple(allowed)


def _clashes(
    sources: Sequence[files.Source], projects: Mapping[Path, Project], exporters: Sequence[str]
) -> list[Diagnostic]:
    suffixes = [EXPORTERS[name].suffix for name in exporters if name in EXPORTERS]
    found: list[Diagnostic] = []
    for out in dict.fromkeys(project.out for project in projects.values()) if exporters else ():
        found += files.check_collisions([source for source in sources if projects[source.root].out == out], suffixes)
    return found


def _as_asked(loaded: Loaded | None, asked: Asked) -> Loaded | None:
    """A source with what the call itself sets, over its own settings."""
    if loaded is None:
        return None
    own = loaded.settings
    sections = {section: replace(getattr(own, section), **values) for section, values in asked.items()}
    return on_template(replace(loaded, settings=replace(own, **sections)))


def _wanted(exporters: Sequence[str], settings: Settings) -> Iterator[tuple[str, Exporter]]:
    """The exporters and those beside them, as far as the note is to have their files, by name."""
    for name in (name for name in exporters if name in EXPORTERS):
        exporter = EXPORTERS[name]
        if not exporter.skipped(settings):
            yield from ((name, each) for each in (exporter, *exporter.beside) if not each.skipped(settings))


def _exported(
    loaded: Loaded, out: Path, exporters: Sequence[str], date: int | None, used: Used
) -> Iterator[tuple[tuple[Written, ...], Sequence[Diagnostic]]]:
    """Each output by itself, so that one that fails keeps no other from being built."""
    epoch = loaded.modified if date is None else date
    for name, exporter in _wanted(exporters, loaded.settings):
        path = path_of(loaded, out, exporter.suffix)
        if exporter.locked or path in loaded.reads:
            continue
        try:
            template = template_of(loaded, exporter.template(loaded.settings))
            used.check(loaded, exporter.template(loaded.settings), path)
            made = exporter.make(loaded.deck, loaded.pictures, Stamp(epoch, date), loaded.settings, template)
            if not made.data:
                yield (), made.diagnostics
                continue
            kept = files.keep(path, made.data, exporter.suffix, exporter.as_built) if exporter.as_built else []
            files.write(path, made.data, epoch)
        except Problem as problem:
            yield (), (problem.diagnostic,)
        except Exception as fault:
            yield (), (internal(loaded.source.name, fault, exporter.suffix),)
        else:
            yield (Written(path, len(made.data), name, made.counts, loaded.source.name),), (*made.diagnostics, *kept)
