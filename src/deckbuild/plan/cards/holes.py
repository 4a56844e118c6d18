"""Code with a hole: the line that a comment describes is left out of its listing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Code, RichText
from .model import Card, Listing
from .phrases import says, unmarked, weight
from .spots import Spot
from .vocabulary.patterns import any_case, any_of, one_of

MAX_LINES = 15
"""Lines of a listing that are taken in at a glance."""
MAX_CODE = 72
MIN_CODE = 4
MIN_COMMENT, MAX_COMMENT = 8, 90
"""Weight of a comment that says what its line does, and is no more than that (see `phrases.weight`)."""
MAX_HOLES = 3
"""Holes in one listing: each is a card, and the others give its surroundings away."""

MAX_LINE = 200
"""Letters of a line that is looked into at all."""

_SIGNS = {
    "#": "bash sh shell zsh console dockerfile docker elixir ex make makefile nginx nix perl pl powershell ps1 "
    "py python r rb ruby toml yaml yml",
    "//": "c c# c++ cc cpp cs csharp dart fs fsharp go golang groovy h hpp java javascript js jsx kotlin kt objc php "
    "rs rust scala scss "
    "swift ts tsx typescript zig",
    "--": "ada haskell hs lua mysql plsql postgresql sql vhdl",
}
_SIGN_OF = {lang: sign for sign, langs in _SIGNS.items() for lang in langs.split()}
"""What begins a comment, by language: `//` divides in Python, and `#` is a colour in CSS."""
_BEHIND = {sign: re.compile(rf"^(?P<code>\s*\S.*?)\s{sign}+\s+(?P<said>\S.*)$") for sign in _SIGNS}
_ABOVE = {sign: re.compile(rf"^\s*{sign}+\s*(?P<said>[^\W_].*)$") for sign in _SIGNS}
_ENDS = re.compile(r"[;{},]\s*$")
"""How a line ends in the languages with `//`, where a fence does not say its own."""
_WORD = re.compile(r"[^\W\d_]{2}")
_NAMES = re.compile(r"[^\W\d_]+|\d+")
_CJK = re.compile(r"[가-힣ぁ-ヺ一-鿿]{3}")
_CODE_LIKE = re.compile(r"[;{}=]\s*$|\w\(|\w\.\w+\(|=>|->|^\s*(?:import|return|if|for|while)\b")
_PRINTS = re.compile(
    r"^\s*(?:System\.out\.|console\.|print(?:ln|f)?\b|puts\b|echo\b|fmt\.Print|std::cout|cout\s*<<|NSLog|Log\.)"
)
"""What prints is followed by what it prints, which says nothing of the line."""
_SETS_UP = any_of(
    r"\.{3}|…",
    r"^(?!\W*(?:if|else|while|for|switch)\b).*\{\s*$",
    r"^(?:[\w<>\[\],*&:]+\s+)+\*?\w+(?:\[\w*\])*\s*"
    + one_of(
        r";",
        r"""=\s*(?:[-\w.]+|\"[^\"]*\"|'[^']*'|\{.*\}|\.\.\.)\s*;?\s*$""",
    ),
    r"^\w+[\[.][\w\][.]*;?$",
    r"\w\s\w+\([^()]*\w\s[*&]?\w+[^()]*\);$",
)
"""Where a listing only begins: a declaration, the data of its example, the head of a function, or what is left out of it."""
_REMARKS = any_case(
    r"(?<![A-Za-z])\d",
    r"(?:[A-Za-z0-9|]|[가-힣](?<![있없같않작많높낮하되]))[은는]\s",
    r"에러|오류|불가|아님|아니|가능|주의|생략",
    r"\b(?:error|fails?|invalid|not|same|here|now|cannot|can't|optional|local|global)\b",
    r"错误|不能|エラー",
)
"""A comment on what comes of a line, or that holds for this run of it: no description that calls for the line."""
_NOTHING = re.compile(r"^\W*(?:(?:return|break|continue|else|end|pass|try|finally|do)\W*)?$")


def holes(spot: Spot) -> Iterator[Card]:
    """One card for each line that a comment behind it, or alone above it, describes."""
    block = spot.block
    if not isinstance(block, Code) or block.role != "code" or spot.context.example:
        return
    lines, sign = block.text.split("\n"), _SIGN_OF.get(block.lang.casefold(), "" if block.lang else "//")
    if not sign or not 2 <= len(lines) <= MAX_LINES or any(len(line) > MAX_LINE for line in lines):
        return
    bare = [_without_comment(line, sign) for line in lines]
    found = [
        (line, said)
        for line, said in _described(lines, sign)
        if (block.lang or _ENDS.search(bare[line])) and _is_fair(lines, bare[line].strip(), said)
    ]
    for line, said in found[:MAX_HOLES]:
        code = bare[line].strip()
        shown = [bare[line] if i == line else each for i, each in enumerate(lines)]
        yield Card(
            kind="hole",
            key=spot.key("hole", f"{said} / {code}"),
            topic=spot.topic,
            prompt=RichText((*unmarked(RichText.of(said)).runs, *RichText.of(":").runs)),
            cue=spot.context.asks.hole,
            shown=(Listing("\n".join(shown), block.lang, blank=line),),
            answer=(Listing(code, block.lang),),
            place=spot.place,
        )


def _described(lines: list[str], sign: str) -> Iterator[tuple[int, str]]:
    """The index of each line that a comment is about, and the comment."""
    behind_code, alone = _BEHIND[sign], _ABOVE[sign]
    for i, line in enumerate(lines):
        if behind := behind_code.match(line):
            if _is_closed(behind["code"]) and not _PRINTS.match(behind["code"]):
                yield i, behind["said"].strip()
        elif i and (above := alone.match(lines[i - 1])) and not alone.match(line) and line.strip():
            following = lines[i + 1] if i + 1 < len(lines) else ""
            if not following.strip() or alone.match(following):
                yield i, above["said"].strip()


def _is_fair(lines: list[str], code: str, said: str) -> bool:
    """Whether the comment says in words what the line does, and the line stands only once."""
    fits = MIN_CODE <= len(code) <= MAX_CODE and MIN_COMMENT <= weight(said) <= MAX_COMMENT
    words = sum(bool(_WORD.search(word)) for word in said.split())
    worded = (words > 1 or bool(_CJK.search(said))) and not _CODE_LIKE.search(said)
    once = sum(code in each for each in lines) == 1
    told = not (_NOTHING.match(code) or _SETS_UP.search(code) or _REMARKS.search(said) or says(said, code))
    return fits and worded and once and told and not _is_of_a_row(lines, code, said)


def _is_of_a_row(lines: list[str], code: str, said: str) -> bool:
    """Whether the comment and a line of the same form beside it say each name of a line."""
    known = set(_NAMES.findall(said.casefold()))
    form = _NAMES.sub("", code)
    for line in lines:
        beside, sign, _ = line.partition(code[-1])
        if code not in line and _NAMES.sub("", beside + sign).strip() == form:
            known_here = known | set(_NAMES.findall(beside.casefold()))
            if set(_NAMES.findall(code.casefold())) <= known_here:
                return True
    return False


def _without_comment(line: str, sign: str) -> str:
    found = _BEHIND[sign].match(line)
    return found["code"].rstrip() if found and _is_closed(found["code"]) else line


def _is_closed(code: str) -> bool:
    """Whether no quotation mark is open, so that what looks like the sign of a comment is one."""
    return all(code.count(mark) % 2 == 0 for mark in "\"'`")
