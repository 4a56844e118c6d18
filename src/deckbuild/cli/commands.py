"""The commands: what each takes, and what it has others do."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .. import __version__
from .guesses import Commands, allowed, named, one_of
from .options import KINDS, asked_of, designing, presenting, printing
from .printing import Progress, put, put_json
from .telling import FINDINGS, FINE, FORMATS, Manner, shown, size, tell, tell_findings, tell_problem

if TYPE_CHECKING:
    from ..packages import Locking

EVERY_OUTPUT = ("concepts", "anki", "slides", "sheet")
OUTPUT = "output"


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "--version", message="%(prog)s %(version)s")
def cli() -> None:
    """Turns structured Markdown notes into Anki decks, PowerPoint slides and cheat sheets.

    \b
    Example:
      deckbuild all            everything in notes/, into output/
      deckbuild anki a.md      one note, one kind of output
    """


_FORMAT = click.option(
    "--format",
    callback=one_of("format", FORMATS),
    metavar=f"[{'|'.join(FORMATS)}]",
    help="How to print findings: for people, programs or GitHub Actions.",
)
_QUIET = click.option("-q", "--quiet", is_flag=True, default=None, help="Print warnings and errors only.")
_STRICT = click.option("--strict/--no-strict", default=None, help="Fail on warnings too.")
_ALLOW = click.option(
    "--allow",
    multiple=True,
    callback=allowed,
    metavar="CODE",
    help="A warning that --strict lets pass (repeatable; 'deckbuild explain' lists the codes).",
)


def judging(command: Callable[..., int]) -> Callable[..., int]:
    """The options that say how a command judges and what it prints. All are None (`allow`: empty) where not given."""
    for option in (_FORMAT, _QUIET, _ALLOW, _STRICT):
        command = option(command)
    return command


_FROZEN = click.option(
    "--frozen", is_flag=True, default=None, help="Fail where deckbuild.lock does not match the notes (for CI)."
)


def _building(name: str, help_text: str, exporters: tuple[str, ...]) -> None:
    """Add the command that builds `exporters`."""

    @click.argument("sources", nargs=-1, metavar="[SOURCE]...")
    @click.option("-o", "--output", metavar="DIR", callback=named, help=f"Where the files go.  [default: {OUTPUT}]")
    @judging
    def command(sources: tuple[str, ...], output: str | None, **manner: Any) -> int:
        return build_outputs(sources, output, exporters, manner)

    shown = presenting(command) if "slides" in exporters else command
    shown = designing(shown) if exporters == ("slides",) else shown
    shown = printing(shown) if exporters == ("sheet",) else shown
    cli.command(name, help=help_text)(_FROZEN(shown) if "anki" in exporters else shown)


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
    f"Make PowerPoint slides (.pptx).\n\n{_SOURCES}\n\n\b\nExample:\n  deckbuild slides notes/docker.md\n"
    "  deckbuild slides --theme dark --ratio 4:3\n  deckbuild slides --build --handout\n  deckbuild slides notes/ --template university.potx",
    ("slides",),
)
_building(
    "sheet",
    f"Make printable cheat sheets (.pdf).\n\n{_SOURCES}\n\n\b\nExample:\n  deckbuild sheet notes/docker.md\n"
    "  deckbuild sheet --pages 2 --theme bw\n  deckbuild sheet --kind cards\n  deckbuild sheet notes/ --merge\n  deckbuild sheet --paper letter --portrait --pages auto",
    ("sheet",),
)


@cli.command("check")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@judging
def check(sources: tuple[str, ...], **manner: Any) -> int:
    """Read notes and say what is amiss in them, and which words would be lost; nothing is written.

    SOURCE is a note (.md), a concept model (.concepts.yaml) or a folder of them; default: notes/.

    \b
    Example:
      deckbuild check notes/ --strict
      deckbuild check --format json | jq '.diagnostics[].code'
    """
    return build_outputs(sources, None, (), manner)


def build_outputs(sources: Sequence[str], output: str | None, exporters: Sequence[str], options: dict[str, Any]) -> int:
    """The one way from options to a status: what is None here, nobody asked for."""
    from ..build import build
    from ..diagnostics import Problem

    locking: Locking = "frozen" if options.pop("frozen", None) else "alone" if options.pop("alone", None) else "kept"
    if template := options.pop("template", None):
        options["template"] = str(Path(template).absolute())
    exporters = KINDS[kind] if (kind := options.pop("kind", None)) else exporters
    exporters = ("merged",) if options.pop("merge", None) and exporters == ("sheet",) else exporters
    asked = asked_of(options)
    manner = Manner(**{name: value for name, value in options.items() if value is not None})
    started = time.perf_counter()
    try:
        with Progress() as progress:
            out = Path(output).absolute() if output else None
            report = build(sources or ("notes",), out, exporters, Path.cwd(), progress, locking, asked)
    except Problem as problem:
        return tell_problem(problem, manner, bool(exporters))
    return tell(report, time.perf_counter() - started, manner, bool(exporters))


@cli.command("cards")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@_QUIET
@_FORMAT
def cards(sources: tuple[str, ...], quiet: bool | None, format: str | None) -> int:
    """Print the cards that notes give, with the rule that made each and its line; nothing is written.

    SOURCE is a note (.md), a concept model (.concepts.yaml) or a folder of them; default: notes/.

    \b
    Example:
      deckbuild cards notes/docker.md
      deckbuild cards --format json | jq '.decks[].cards[].front'
    """
    from ..build import plan_all_cards
    from ..diagnostics import Problem, Severity, fields
    from ..plan.cards import as_data, render_text

    manner = Manner(quiet=bool(quiet), format=format or "text")
    try:
        plans, said = plan_all_cards(sources or ("notes",), Path.cwd())
    except Problem as problem:
        return tell_problem(problem, manner, False)
    if manner.format == "json":
        put_json({"decks": [as_data(plan) for plan in plans], "diagnostics": [fields(d) for d in manner.kept(said)]})
    else:
        for plan in plans if manner.format == "text" else ():
            put(render_text(plan, places=True))
        tell_findings(manner.kept(said), manner.format)
    return FINDINGS if any(d.severity is Severity.ERROR for d in said) else FINE


@cli.command("diagrams")
@click.argument("sources", nargs=-1, metavar="[SOURCE]...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when a picture is out of date.")
@click.option("--svg", is_flag=True, help="Write an SVG beside each PNG.")
@_QUIET
@_FORMAT
def diagrams(sources: tuple[str, ...], only_check: bool, svg: bool, quiet: bool | None, format: str | None) -> int:
    """Draw diagram sources (.mmd, .stack.yaml, .anatomy.yaml) into the pictures beside them.

    SOURCE is a diagram source or a folder of them; default: notes/.

    \b
    Example:
      deckbuild diagrams notes/docker-layer.stack.yaml
    """
    from ..diagnostics import Problem, Severity, fields
    from ..drawing import draw_all

    manner = Manner(quiet=bool(quiet), format=format or "text")
    try:
        drawn, said = draw_all(sources or ("notes",), Path.cwd(), svg, only_check)
    except Problem as problem:
        return tell_problem(problem, manner, True)
    written = [] if only_check else drawn
    if manner.format == "json":
        made = [{"path": shown(picture.path), "size": len(picture.data), "fresh": picture.fresh} for picture in written]
        put_json({"written": made, "files": [], "diagnostics": [fields(d) for d in manner.kept(said)]})
    else:
        tell_findings(manner.kept(said), manner.format)
        for picture in () if quiet else written:
            put(f"{shown(picture.path)}  {size(len(picture.data))}{'  unchanged' if picture.fresh else ''}")
    return FINDINGS if any(d.severity is Severity.ERROR for d in said) else FINE


@cli.command("explain")
@click.argument("codes", nargs=-1, metavar="[CODE]...")
def explain(codes: tuple[str, ...]) -> int:
    """Say what a diagnostic means, with an example and what to do. Without a CODE: list them all.

    CODE is what stands in brackets at the end of a message.

    \b
    Example:
      deckbuild explain figure-missing
    """
    from ..codes import CODES, unknown
    from .explaining import explained, listed

    names = [code.strip("[]") for code in codes]
    wrong = next((name for name in names if name not in CODES), None)
    if wrong is not None:
        raise click.UsageError(unknown(wrong), click.get_current_context())
    put("\n\n".join(explained(CODES[name]) for name in names) if names else listed())
    return FINE


@cli.command("schema")
@click.option("--config", "of_config", is_flag=True, help="The schema of deckbuild.yaml instead.")
def schema(of_config: bool) -> int:
    """Print the JSON Schema of concept models (.concepts.yaml), or of deckbuild.yaml.

    \b
    Example:
      deckbuild schema > concepts.schema.json
    """
    from ..config import schema as of_settings
    from ..readers.concepts import schema as of_model

    put_json(of_settings() if of_config else of_model())
    return FINE
