"""The command line: the only place that prints or exits."""

from __future__ import annotations

import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from . import __version__

if TYPE_CHECKING:
    from .build import Report, Written
    from .files import Source

FINE, FINDINGS, USAGE = 0, 1, 2
EVERY_OUTPUT = ("concepts", "anki", "slides", "sheet")


class Commands(click.Group):
    """A group that guesses what a mistyped command was meant to be."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        from difflib import get_close_matches

        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            close = get_close_matches(name, self.list_commands(ctx), 1)
            hint = f"did you mean '{close[0]}'?" if close else f"commands: {', '.join(self.list_commands(ctx))}"
            raise click.UsageError(f"unknown command '{name}'; {hint}", ctx)
        return super().resolve_command(ctx, args)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line. 0: fine, 1: problems in notes or outputs, 2: a wrong call."""
    from .diagnostics import Problem

    try:
        return int(
            cli.main(args=None if argv is None else list(argv), prog_name="deckbuild", standalone_mode=False) or FINE
        )
    except click.UsageError as fault:
        command = fault.ctx.command_path if fault.ctx else "deckbuild"
        _say(f"deckbuild: {_lowered(fault.format_message())}\n  hint: '{command} --help' shows what there is")
        return USAGE
    except click.exceptions.Exit as fault:
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        _say("deckbuild: interrupted; files that were written already are whole")
        return 130
    except Problem as problem:
        _say(str(problem.diagnostic))
        return USAGE if problem.diagnostic.code in ("no-such-source", "unknown-kind") else FINDINGS
    except BrokenPipeError:
        return FINE


def _lowered(message: str) -> str:
    return message[:1].lower() + message[1:].rstrip(".")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Turns structured Markdown notes into Anki decks, PowerPoint slides and cheat sheets.

    \b
    Example:
      deckbuild all            everything in notes/, into output/
      deckbuild anki a.md      one note, one kind of output
    """


def _judging(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say how a command judges and what it prints."""
    for option in (
        click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only."),
        click.option("--allow", multiple=True, metavar="CODE", help="A warning that --strict lets pass (repeatable)."),
        click.option("--strict", is_flag=True, help="Fail on warnings too."),
    ):
        command = option(command)
    return command


def _building(name: str, help_text: str, exporters: tuple[str, ...]) -> None:
    """Add the command that builds `exporters`."""

    @click.argument("sources", nargs=-1, metavar="[SOURCE]...")
    @click.option("-o", "--output", default="output", show_default=True, metavar="DIR", help="Where the files go.")
    @_judging
    def command(sources: tuple[str, ...], output: str, strict: bool, allow: tuple[str, ...], quiet: bool) -> int:
        report, seconds = _run(sources, Path(output).absolute(), exporters)
        return _tell(report, seconds, strict, allow, quiet)

    cli.command(name, help=help_text)(command)


_SOURCES = "SOURCE is a note (.md), a concept model (.concepts.yaml) or a folder of them; default: notes/."
_building(
    "all",
    f"Make everything: deck, slides, cheat sheet and concept model.\n\n{_SOURCES}\n\n\b\nExample:\n"
    "  deckbuild all notes/ -o output --strict",
    EVERY_OUTPUT,
)
_building(
    "concepts",
    f"Write the concept model (.concepts.yaml), which people can read, edit and build from.\n\n{_SOURCES}\n\n\b\nExample:\n"
    "  deckbuild concepts notes/docker.md",
    ("concepts",),
)
_building(
    "anki",
    f"Make Anki decks (.apkg).\n\n{_SOURCES}\n\n\b\nExample:\n  deckbuild anki notes/docker.md -o ~/Desktop",
    ("anki",),
)
_building(
    "slides",
    f"Make PowerPoint slides (.pptx).\n\n{_SOURCES}\n\n\b\nExample:\n  deckbuild slides notes/docker.md",
    ("slides",),
)
_building(
    "sheet",
    f"Make printable cheat sheets (.pdf).\n\n{_SOURCES}\n\n\b\nExample:\n  deckbuild sheet notes/docker.md",
    ("sheet",),
)


@cli.command("check")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@_judging
def check(sources: tuple[str, ...], strict: bool, allow: tuple[str, ...], quiet: bool) -> int:
    """Read notes and say what is amiss in them; nothing is written.

    \b
    Example:
      deckbuild check notes/ --strict
    """
    report, seconds = _run(sources, Path("output").absolute(), ())
    return _tell(report, seconds, strict, allow, quiet)


@cli.command("diagrams")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when a picture is out of date.")
@click.option("--svg", is_flag=True, help="Write an SVG beside each PNG.")
@click.option("-q", "--quiet", is_flag=True, help="Print warnings and errors only.")
def diagrams(sources: tuple[str, ...], only_check: bool, svg: bool, quiet: bool) -> int:
    """Draw diagram sources (.mmd, .stack.yaml, .anatomy.yaml) into the pictures beside them.

    SOURCE is a diagram source or a folder of them; default: notes/.

    \b
    Example:
      deckbuild diagrams notes/docker-layer.stack.yaml
    """
    from .diagnostics import Severity
    from .drawing import draw_all

    drawn, said = draw_all(sources or ("notes",), Path.cwd(), svg, only_check)
    for diagnostic in said:
        _say(str(diagnostic))
    for picture in () if quiet or only_check else drawn:
        click.echo(f"{_shown(picture.path)}  {_size(len(picture.data))}{'  unchanged' if picture.fresh else ''}")
    return FINDINGS if any(d.severity is Severity.ERROR for d in said) else FINE


@cli.command("schema")
def schema() -> int:
    """Print the JSON Schema of concept models (.concepts.yaml).

    \b
    Example:
      deckbuild schema > concepts.schema.json
    """
    from .readers.concepts import schema as of_model

    click.echo(json.dumps(of_model(), ensure_ascii=False, indent=2))
    return FINE


def _run(sources: Sequence[str], out: Path, exporters: Sequence[str]) -> tuple[Report, float]:
    from .build import build

    started = time.perf_counter()
    with _Progress() as progress:
        report = build(sources or ("notes",), out, exporters, Path.cwd(), progress)
    return report, time.perf_counter() - started


def _tell(report: Report, seconds: float, strict: bool, allow: Sequence[str], quiet: bool) -> int:
    from .diagnostics import Severity

    for diagnostic in report.diagnostics:
        if not (quiet and diagnostic.severity is Severity.INFO):
            _say(str(diagnostic))
    if not quiet:
        _summarise(report, seconds)
    return FINDINGS if report.failed(strict, allow) else FINE


class _Progress:
    """The name of the note being built, on a terminal only."""

    def __init__(self) -> None:
        self.shown = sys.stderr.isatty()
        self.status: Any = None

    def __enter__(self) -> Callable[[Source], None]:
        if self.shown:
            from rich.console import Console

            self.status = Console(stderr=True).status("reading")
            self.status.start()
        return lambda source: self.status.update(source.name) if self.status else None

    def __exit__(self, *_: object) -> None:
        if self.status:
            self.status.stop()


def _summarise(report: Report, seconds: float) -> None:
    """Files with what is in them, then one line with totals."""
    for written in report.written:
        click.echo(f"{_shown(written.path)}  {_size(written.size)}{_contents(written)}")
    count: Counter[str] = Counter()
    for diagnostic in report.diagnostics:
        count[str(diagnostic.severity)] += 1
    problems = ", ".join(
        f"{count[name]} {name}{'s' if count[name] != 1 else ''}" for name in ("error", "warning") if count[name]
    )
    files = f"{_plural(len(report.written), 'file')} from " if report.written else ""
    click.echo(f"{files}{_plural(report.sources, 'source')} in {seconds:.1f} s; {problems or 'no problems'}")


def _contents(written: Written) -> str:
    counts = {name: number for name, number in written.counts.items() if number}
    if written.exporter == "anki":
        kinds = ", ".join(f"{number} {kind.replace('_', ' ')}" for kind, number in counts.items())
        return f"  {_plural(sum(counts.values()), 'card')} ({kinds})" if kinds else "  0 cards"
    return "".join(f"  {_plural(number, name.rstrip('s'))}" for name, number in counts.items())


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


def _shown(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


def _size(size: int) -> str:
    return f"{size / 1024:.0f} kB" if size < 1024 * 1024 else f"{size / 1024 / 1024:.1f} MB"


def _say(line: str) -> None:
    click.echo(line, err=True)
