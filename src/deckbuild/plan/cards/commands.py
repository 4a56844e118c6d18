"""Commands: typed where every letter counts and is short, recalled otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from ...model import Block, Command, Labelled, Point, RichText, Subheading
from ...shell import is_comment, suspicious, typeable
from .headings import is_readme, sets_up_a_project
from .model import Card, Listing, Part, Text
from .phrases import bare, name, says, short, unmarked
from .spots import Spot
from .vocabulary.patterns import any_case, any_of

MAX_LINES = 12
"""Lines of code that can be recalled as one."""
_PLACEHOLDER = re.compile(r"\b(?:foo|bar|baz|qux)\b|\blorem\b", re.IGNORECASE)
"""Made-up words of a call that only shows a form."""
_AS_BELOW = any_case(
    r"(?:아래|다음)[와과]?\s?같이.{0,12}(?:진행|실행|입력|작성|설정|설치)\S{0,6}\W*$",
    r"(?:아래|다음)[과와]\s?같(?:다|습니다|음)\W*$",
    r"^\W*(?:then|다음|그 다음|이후)\W*$",
)
"""A description that only points at what it stands above."""
_OF_PROJECT = any_of(
    r"(?:npm|yarn|pnpm|bun)(?:\s(?:i|ci|install|test|start|build|lint|run\s\S+)(?:\s--(?:\s.*)?)?)?",
    r"make(?:\s[\w-]+)?",
    r"pip3?\sinstall\s(?:-r\s\S+|-e\s.*)",
    r"cargo\s(?:build|test|run|install\s--path\s\S+)",
    r"go\s(?:build|test|mod\s\w+)(?:\s\./\.\.\.)?",
    r"bundle(?:\s(?:install|exec\s.*))?",
)
"""What one types to build and test the project that a README is of."""
_CALLS = re.compile(r"^[ \t]*(?:curl|wget|http)\s", re.MULTILINE)
"""A call of somebody's interface: in an example its address and its data are made up."""
_INVENTED = re.compile(r"(?<![-\w:.])[1-9]\d{3,}(?![\w:.])")
"""The number of a process or a record (`kill -9 1234`): it was another the next day, so it is shown, and never typed."""
_SAVES = re.compile(r"\bgit commit\b.*-a?m\b|^\s*echo\s", re.MULTILINE)
"""What is saved or printed with words of the author's own: a row of commands with it tells of one afternoon."""
_MAKES_FOLDER = re.compile(r"\bmkdir\s+(?:-p\s+)?([^\s;&|]+)")
_GOES_INTO = re.compile(r"^[ \t]*cd[ \t]+([^\s;&|]+)", re.MULTILINE)
"""A folder that was made for one project, and gone into."""
_VALUE = r"""(?:"[^"\n]*"|'[^'\n]*'|\([^)\n]*\)|[^\s"'(;])*"""
_ASSIGNS = re.compile(rf"(?:[A-Za-z_]\w*={_VALUE}(?:[ \t]+(?:#[^\n]*)?)?(?:[\n;]\s*|\Z))+")
"""Variables of the author's own script, and nothing that is done with them (`DEBUG=1 make`)."""
_FETCHES = re.compile(r"\bgit clone\s+\S*(?://|@)")
"""How one gets hold of a project is looked up there, with its address."""
_THEN = re.compile(r"(?:(?<!\s)\s+)?(?:(?<![-=])[-=]+>|[→⇒|])\s*")
_PROGRAM = re.compile(r"(?:^|[|;&]|\$\()\s*(?:sudo\s+)?([\w.+-]+)", re.MULTILINE)
MAX_DESCRIPTION = 120
MAX_OUTPUT = 12
"""Lines of output worth showing on the back."""
NEAR = 3
"""Lines between a sentence and the command that it describes."""


def commands(spot: Spot) -> Iterator[Card]:
    """What does one type? A command that says what it does is a card; others in a row are one card together."""
    block = spot.block
    if not isinstance(block, Command) or is_comment(block.code) or _PLACEHOLDER.search(block.code):
        return
    if spot.context.example and (called := _CALLS.search(block.code)) and "://" in block.code[called.end() :]:
        return
    if any(sets_up_a_project(name(title)) for title in spot.context.titles[1:]):
        return
    if _OF_PROJECT.fullmatch(block.code) and is_readme(spot.place.path):
        return
    after = spot.body[spot.index + 1] if spot.index + 1 < len(spot.body) else None
    if block.comment.plain.rstrip().endswith(":") and _goes_on(after):
        return
    if comment := _comment(block):
        yield _card(spot, (block,), comment, spot.topic)
    elif not _goes_on(spot.before):
        run = tuple(takewhile(_goes_on, spot.body[spot.index :]))
        yield from _together(spot, tuple(command for command in run if isinstance(command, Command)))


def _goes_on(block: Block | None) -> bool:
    """Whether a block is a command that nothing describes."""
    return (
        isinstance(block, Command)
        and not _comment(block)
        and not is_comment(block.code)
        and not _PLACEHOLDER.search(block.code)
    )


def _comment(command: Command) -> RichText:
    """What a comment says of a command; a chain of programs may be that of all commands below it."""
    return RichText() if names_programs(command.comment.plain, command.code) else command.comment


def names_programs(description: str, code: str) -> bool:
    """Whether a line above code is a chain of the programs that it calls, `cut -> sort -> head`: what they do it does not say,
    and what is to be typed it does."""
    parts = _THEN.split(description.strip(" .:"))
    called = set(_PROGRAM.findall(code))
    named = [part.split()[0] for part in parts if part and part.isascii()]
    return 1 < len(parts) == len(named) and sum(name in called for name in named) * 2 >= len(named)


def _together(spot: Spot, run: tuple[Command, ...]) -> Iterator[Card]:
    context, code = spot.context, "\n".join(command.code for command in run)
    description = run[0].comment or _description(spot)
    if names_programs(description.plain, code):
        return
    if any(_FETCHES.search(command.code) for command in run[: len(run) - 1 or None]) and len(run) > 1:
        return
    if not description and len(run) > 1 and any(_SAVES.search(command.code) for command in run):
        return
    if _opens_folder(code) or _ASSIGNS.fullmatch(code):
        return
    if sum(command.code.count("\n") + 1 for command in run) <= MAX_LINES and not _AS_BELOW.search(description.plain):
        repeated = bool(context.labels) and says(description.plain, context.labels[-1].plain)
        yield _card(spot, run, description, context.outside.topic if repeated else context.topic)


def _opens_folder(code: str) -> bool:
    made, entered = set(_MAKES_FOLDER.findall(code)), _GOES_INTO.findall(code)
    return any(folder in made or folder.partition("/")[0] in made for folder in entered)


def _description(spot: Spot) -> RichText:
    """What a command is for: the line that it hangs below, or the sentence directly above it."""
    above = spot.before or spot.parent
    if above is None or (above is spot.before and spot.place.line - above.place.last > NEAR):
        return RichText()
    match above:
        case Point(text=text, leads_to=()) | Subheading(text=text) | Labelled(text=text) if short(
            text, MAX_DESCRIPTION
        ):
            return text
        case Labelled(label=label, text=text) if not text:
            return label
        case _:
            return RichText()


def _card(spot: Spot, run: tuple[Command, ...], description: RichText, topic: RichText) -> Card:
    asking, words = spot.context.asks, spot.context.words
    code = "\n".join(command.code for command in run)
    count = code.count("\n") + 1
    described = RichText() if says(topic.plain, description.plain) else unmarked(bare(description))
    remark: tuple[Part, ...] = (Text(RichText.of(words.verbatim)),) if suspicious(code) else ()
    return Card(
        kind="command",
        key=spot.key("command", code),
        topic=topic,
        prompt=RichText((*described.runs, *RichText.of(":").runs)) if described else described,
        cue=asking.command + (f" {asking.lines.format(n=count)}" if count > 1 else ""),
        answer=(Listing(code, run[0].lang or "bash", shell=True),),
        extra=(*remark, *_output(run)),
        typed=code if described and len(run) == 1 and typeable(code) and not _INVENTED.search(code) else "",
        place=spot.place,
    )


def _output(run: tuple[Command, ...]) -> tuple[Part, ...]:
    printed = "\n".join(command.output for command in run if command.output)
    return (Listing(printed),) if printed and printed.count("\n") < MAX_OUTPUT else ()
