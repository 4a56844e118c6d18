"""`deckbuild lock` and `deckbuild diff`: which card is which, by hand, and what has become of them."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .commands import build_outputs, cli, judging
from .guesses import Commands, one_of
from .printing import is_terminal, put, put_json
from .telling import FINE, plural

if TYPE_CHECKING:
    from ..lock.differences import Difference
    from ..lock.file import Record

GUIDS = {"ignore_unknown_options": True}
"""A guid may begin with a dash."""
FORMATS = ("text", "markdown", "json")
Words = Iterable[tuple[str, str]]
"""Stretches of text, each with what became of it: `same`, `old` or `new`."""


@cli.group("lock", cls=Commands, invoke_without_command=True)
@judging
def lock(**manner: Any) -> int:
    """Bring deckbuild.lock up to date with the notes; nothing else is written.

    The lock says which card is which, so that students keep their reviews when a note is edited. Commit it.

    \b
    Example:
      deckbuild lock
      deckbuild lock link 'x<7Qv(a.0R' 'pQs-eF%1p*'
    """
    if click.get_current_context().invoked_subcommand is None:
        return build_outputs((), None, ("anki",), {**manner, "alone": True})
    return FINE


@lock.command("link", context_settings=GUIDS)
@click.argument("old")
@click.argument("new")
def link(old: str, new: str) -> int:
    """Say that the new card NEW is the card OLD, which was taken out: it gets OLD's history.

    OLD and NEW are guids, as the messages of a build name them.

    \b
    Example:
      deckbuild lock link 'x<7Qv(a.0R' 'pQs-eF%1p*'
    """
    from ..lock.linking import linked
    from ..locking import change

    _, after = change(Path.cwd(), lambda lock, now: linked(lock, old, new, now))
    put(f"'{_said(after.cards[old])}' has the reviews of {old}; build its deck anew")
    return FINE


@lock.command("unlink", context_settings=GUIDS)
@click.argument("guid")
def unlink(guid: str) -> int:
    """Say that the card GUID is a new one, and not what the lock takes it for.

    \b
    Example:
      deckbuild lock unlink 'pQs-eF%1p*'
    """
    from ..lock.linking import unlinked
    from ..locking import change

    before, after = change(Path.cwd(), lambda lock, now: unlinked(lock, guid, now))
    (fresh,) = after.cards.keys() - before.cards.keys()
    put(f"'{_said(after.cards[fresh])}' is a new card, {fresh}; build its deck anew")
    return FINE


@lock.command("adopt")
@click.argument("package", metavar="OLD.apkg")
@click.argument("others", nargs=-1, metavar="[OLD.apkg]... [SOURCE]...")
def adopt(package: str, others: tuple[str, ...]) -> int:
    """Make a lock that was lost anew, from the packages that students have.

    The cards of the packages are found in the notes, and keep what students know them by. Name all packages at once.

    \b
    Example:
      deckbuild lock adopt ~/Downloads/docker.apkg ~/Downloads/git.apkg
    """
    from ..locking import adopt as make

    packages = [package, *(name for name in others if name.lower().endswith(".apkg"))]
    sources = [name for name in others if name not in packages]
    packed, found = make(packages, sources or ("notes",), Path.cwd())
    put(f"{found:,} of the {plural(packed, 'card')} in {plural(len(packages), 'package')} are in the notes")
    return FINE


@cli.command("diff")
@click.argument("before", metavar="[A]", default="HEAD")
@click.argument("after", metavar="[B]", default="deckbuild.lock")
@click.option(
    "--format",
    callback=one_of("format", FORMATS),
    metavar=f"[{'|'.join(FORMATS)}]",
    help="How to print it: for people, for release notes or for programs.",
)
def diff(before: str, after: str, format: str | None) -> int:
    """Show what has become of the cards from A to B: new, reworded (history kept), moved, retired.

    A and B are lock files or revisions of git, by default the last commit and the lock of this project, or two packages
    (.apkg).

    \b
    Example:
      deckbuild diff v1.0
      deckbuild diff HEAD~3 HEAD --format markdown
    """
    from ..lock.differences import differences
    from ..locking import two_locks

    found = differences(*two_locks(before, after, Path.cwd()))
    if format == "json":
        put_json([_data(each) for each in found])
    else:
        for line in (_as_markdown if format == "markdown" else _as_text)(found):
            put(line)
    return FINE


def _data(each: Difference) -> dict[str, Any]:
    card = each.after or each.before
    assert card is not None, "a difference is of some card"
    sides = {"before": each.before, "after": each.after}
    said = {name: {"text": side.text, "answer": side.answer} if side else None for name, side in sides.items()}
    return {"change": each.change, "guid": card.guid, "note": card.note, "section": list(card.above), **said}


def _as_text(found: list[Difference]) -> Iterator[str]:
    colours: dict[str, dict[str, Any]] = {"old": {"fg": "red", "strikethrough": True}, "new": {"fg": "green"}}
    marks = {"old": "[-{}-]", "new": "{{+{}+}}"}
    coloured = is_terminal(sys.stdout)
    for each in found:
        shown = (
            (click.style(text, **colours[kind]) if coloured else marks[kind].format(text)) if kind in marks else text
            for text, kind in _words(each)
        )
        yield f"{each.change:9} {_where(each)} — {''.join(shown).rstrip()}{_aside(each)}"
    yield _summary(found)


def _as_markdown(found: list[Difference]) -> Iterator[str]:
    titles = {"new": "New", "reworded": "Reworded (reviews are kept)", "moved": "Moved", "retired": "Taken out"}
    marks = {"old": "~~{}~~", "new": "**{}**"}
    for change, title in titles.items():
        some = [each for each in found if each.change == change]
        if some:
            yield f"### {title}\n"
        for each in some:
            plain = change in ("new", "retired")
            words = (text if plain or kind == "same" else marks[kind].format(text) for text, kind in _words(each))
            yield f"- {_where(each)}: {''.join(words).rstrip()}{_around(each)}"
        if some:
            yield ""
    yield _summary(found)


def _summary(found: list[Difference]) -> str:
    from ..lock.differences import summary

    return summary(found) or "no card changed"


def _where(each: Difference) -> str:
    card = each.after or each.before
    assert card is not None, "a difference is of some card"
    return " › ".join(filter(None, (card.note, *card.above)))


def _around(each: Difference) -> str:
    """A word about a card of which nothing changed but what is shown around it."""
    around = each.change == "reworded" and _said(each.before) == _said(each.after)
    return " (what is shown with it)" if around else ""


def _aside(each: Difference) -> str:
    """What stands behind a card: its guid where an author may want to link or unlink it."""
    card = each.before if each.change == "retired" else each.after
    guid = f"  [{card.guid}]" if card and each.change != "moved" else ""
    return f"{_around(each)}{guid}"


def _said(card: Record | None) -> str:
    if card is None:
        return ""
    sides = (card.text,) if card.answer in card.text else (card.text, card.answer)
    return " = ".join(filter(None, sides))


def _words(each: Difference) -> Words:
    """Both sides as one text, word by word."""
    from difflib import SequenceMatcher

    if each.before is None or each.after is None:
        yield _said(each.after or each.before), "new" if each.before is None else "old"
        return
    old, new = (_said(side).split(" ") for side in (each.before, each.after))
    for _, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        same = old[a:b] == new[c:d]
        parts = [(old[a:b], "same")] if same else [(old[a:b], "old"), (new[c:d], "new")]
        yield from ((" ".join(words), kind) for words, kind in parts if words)
        yield " ", "same"
