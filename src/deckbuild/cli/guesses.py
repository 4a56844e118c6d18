"""What somebody meant who mistyped a command, an option or the value of one: always in the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import click


def guessed(kind: str, word: str, known: Iterable[str], listed: bool = True) -> str:
    """`unknown format 'jsn'; did you mean 'json'?`, or all that there are where nothing is close."""
    from difflib import get_close_matches

    names = list(known)
    close = get_close_matches(word.lower(), names, 1)
    if close:
        return f"unknown {kind} '{word}'; did you mean '{close[0]}'?"
    return f"unknown {kind} '{word}'" + (f"; there are: {', '.join(names)}" if listed else "")


def unknown_option(fault: click.NoSuchOption) -> str:
    """The same for an option; those of the command are not listed, since its help does that.

    An option of other commands is known, and theirs.
    """
    if fault.ctx and (owners := _owners(fault.option_name, fault.ctx)):
        return f"'{fault.ctx.command.name}' has no option '{fault.option_name}'; it belongs to {owners}"
    names = _options(fault.ctx.command, fault.ctx) if fault.ctx else []
    return guessed("option", fault.option_name, [n for n in names if n.startswith("--")], listed=False)


def _options(command: click.Command, ctx: click.Context) -> list[str]:
    return [name for parameter in command.get_params(ctx) for name in (*parameter.opts, *parameter.secondary_opts)]


def _owners(option: str, ctx: click.Context) -> str:
    """The commands beside this one that have an option: `'all' and 'slides'`."""
    group = ctx.parent.command if ctx.parent else None
    commands = group.commands if isinstance(group, click.Group) else {}
    owners = [f"'{name}'" for name, command in commands.items() if option in _options(command, ctx)]
    return " and ".join(filter(None, (", ".join(owners[:-1]), *owners[-1:])))


class Commands(click.Group):
    """A group that guesses what a mistyped command was meant to be."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            message = guessed("command", name, self.list_commands(ctx))
            if "did you mean" not in message and ("/" in name or "." in name):
                message = f"'{name}' is not a command; did you mean 'deckbuild all {name}'?"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)


Callback = Callable[[click.Context, click.Parameter, Any], Any]


def one_of(kind: str, words: Sequence[str]) -> Callback:
    """For an option that takes one of a few words. Raises `UsageError` for any other."""

    def checked(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
        if value is not None and value not in words:
            raise click.UsageError(guessed(kind, value, words), ctx)
        return value

    return checked


def pages(ctx: click.Context, parameter: click.Parameter, value: str | None) -> int | None:
    """For --pages: a number, or `auto`. Raises `UsageError`."""
    if value is None:
        return None
    from ..config.tree import Text
    from ..config.values import read_pages

    read = read_pages(Text(value))
    if read.expected:
        raise click.UsageError(f"--pages is {value!r}, expected {read.expected}", ctx)
    return int(read.value)


def named(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """For an option that takes a name: nothing is none, as where a shell's variable is empty. Raises `UsageError`."""
    if value is not None and not value.strip():
        raise click.UsageError(f"{parameter.opts[0]} is given no name", ctx)
    return value


def allowed(ctx: click.Context, parameter: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """For --allow: codes that warnings have. To allow an error, or what there is none of, would do nothing."""
    if value:
        from ..codes import CODES, unknown
        from ..diagnostics import Severity

        for word in value:
            if word not in CODES:
                raise click.UsageError(f"--allow: {unknown(word)}", ctx)
            if Severity.WARNING not in CODES[word].levels:
                level = f"an {max(CODES[word].levels)}"
                raise click.UsageError(f"--allow: '{word}' is {level}; only warnings can be allowed", ctx)
    return value
