"""The command line: the only place that prints or exits."""

from __future__ import annotations

from collections.abc import Sequence

import click

from . import locking  # noqa: F401 - adds its commands
from .commands import EVERY_OUTPUT, cli
from .guesses import unknown_option
from .printing import Unwritable, say
from .telling import FINDINGS, FINE, USAGE, status_of

__all__ = ["EVERY_OUTPUT", "cli", "main"]


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line. 0: fine, 1: problems in notes or outputs, 2: a wrong call."""
    from ..diagnostics import Problem, visible

    try:
        return int(
            cli.main(args=None if argv is None else list(argv), prog_name="deckbuild", standalone_mode=False) or FINE
        )
    except click.UsageError as fault:
        return _wrong_call(fault)
    except click.exceptions.Exit as fault:
        return fault.exit_code
    except (click.Abort, KeyboardInterrupt):
        say("deckbuild: interrupted; files that were written already are whole")
        return 130
    except Problem as problem:
        say(str(problem.diagnostic))
        return status_of(problem)
    except Unwritable as fault:
        say(f"deckbuild: standard output cannot be written: {str(fault).lower()}")
        return FINDINGS
    except OSError as fault:
        say(f"deckbuild: {visible(str(fault))}")
        return FINDINGS
    except SystemExit:  # click leaves so where the reader of its help has gone away
        return FINE


def _wrong_call(fault: click.UsageError) -> int:
    command = fault.ctx.command_path if fault.ctx else "deckbuild"
    message = unknown_option(fault) if isinstance(fault, click.NoSuchOption) else fault.format_message()
    say(f"deckbuild: {message[:1].lower()}{message[1:].rstrip('.')}")
    say(f"  hint: '{command} --help' shows what there is")
    return USAGE
