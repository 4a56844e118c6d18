"""Problems → diagnostics."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...diagnostics import Diagnostic, info, warning
from ...model import Place
from .nodes import Problem


def diagnostics_of(problems: Iterable[Problem], path: str) -> Iterator[Diagnostic]:
    """What there is to tell the author of a note."""
    for problem in problems:
        place = Place(path, problem.line, problem.end if problem.end > problem.line else 0)
        match problem.kind:
            case "too-deep":
                yield warning(place, "too-deep", problem.fact, "flatten the list")
            case "unclosed-box":
                yield warning(place, "unclosed-box", problem.fact, "close it with a line of as many colons")
            case "unclosed-fence":
                yield warning(place, "unclosed-fence", problem.fact, "close it with the mark that it opens with")
            case "unused-link":
                yield info(place, "unused-link", problem.fact, "write [text][label] where the link belongs")
            case "long-row":
                hint = "give the table as many columns, or write \\| for a pipe that is text"
                yield info(place, "long-row", problem.fact, hint)
            case "merge-conflict":
                yield warning(
                    place, "merge-conflict", problem.fact, "keep what is right, and delete the lines of marks"
                )
            case "no-table":
                yield info(place, "no-table", problem.fact, "give both as many; write \\| for a pipe that is text")
