"""What people do to their notes, at random: an edit script that remembers which line is which."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

KOREAN = [
    "바다",
    "하늘",
    "나무",
    "구름",
    "시장",
    "학교",
    "편지",
    "기차",
    "노래",
    "그림",
    "강물",
    "마을",
    "사과",
    "연필",
    "의자",
    "창문",
    "거울",
    "모자",
    "우산",
    "시계",
    "등불",
    "언덕",
    "골목",
    "다리",
]
LATIN = [
    "harbor",
    "meadow",
    "lantern",
    "copper",
    "winter",
    "basket",
    "candle",
    "orchard",
    "pillow",
    "ribbon",
    "saddle",
    "timber",
    "velvet",
    "walnut",
    "anchor",
    "blanket",
    "cellar",
    "dagger",
    "emblem",
    "fabric",
]
HAN = "山川河流草木花鳥風月雲雨雪星空海島村城門"
TRIES = 20
"""How often an edit is tried: a typo may swap two like letters, a line may be too short to be halved."""
Edit = Callable[[list["Line"], Random], None]
_MARK = re.compile(r"^(\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?|\s*>\s?|#{1,6}\s+(?:[\d.]+\s+)?)?(.*)$")
_TABLE = re.compile(r"^\s*\|.*\|\s*$")


class Line(NamedTuple):
    """A line, and its index in the note that it was at first; None for one that was put in."""

    text: str
    origin: int | None
    kind: str
    """`blank`, `heading`, `item`, `text`, `row`, `head` (of a table), `code`, `fence`, or `other`, which is left alone."""


def lines_of(text: str) -> list[Line]:
    """The lines of a note, each with what it is."""
    found: list[Line] = []
    fence = ""
    texts = text.split("\n")
    front = 0
    if texts and texts[0].strip() == "---":
        front = next((i for i, line in enumerate(texts[1:], 1) if line.strip() == "---"), 0)
    for i, line in enumerate(texts):
        marks = re.match(r"\s*(```+|~~~+)", line)
        if i <= front and front:
            kind = "other"
        elif fence:
            kind = "fence" if marks and line.strip().startswith(fence) and line.strip() == marks[1] else "code"
            fence = "" if kind == "fence" else fence
        elif marks:
            kind, fence = "fence", marks[1]
        elif not line.strip():
            kind = "blank"
        elif re.match(r"#{1,6}\s", line):
            kind = "heading"
        elif _TABLE.match(line):
            after = texts[i + 1] if i + 1 < len(texts) else ""
            rule = re.compile(r"^\s*\|[\s:|-]+\|\s*$")
            kind = "head" if rule.match(line) or rule.match(after) else "row"
        elif re.match(r"\s*([-*+]|\d+[.)])\s", line):
            kind = "item"
        elif re.match(r"\s*(<|!\[|\[|---|===|:::|!!!|\$\$|    )", line):
            kind = "other"
        else:
            kind = "text"
        found.append(Line(line, i, kind))
    return found


def edited(lines: Sequence[Line], rate: float, random: Random) -> list[Line]:
    """A note after so many edits a line of content. What changes nothing is no edit: it is tried again, and then another."""
    now = list(lines)
    count = round(rate * sum(line.kind in ("item", "text", "row", "code", "heading") for line in lines))
    for _ in range(count):
        any(_changes(now, _drawn(random), random) for _ in range(len(EDITS)))
    return now


def _drawn(random: Random) -> Edit:
    return random.choices([edit for edit, _ in EDITS], [weight for _, weight in EDITS])[0]


def _changes(lines: list[Line], edit: Edit, random: Random) -> bool:
    """Whether one of several tries to edit lines in some way changed them."""
    before = [line.text for line in lines]
    for _ in range(TRIES):
        edit(lines, random)
        if [line.text for line in lines] != before:
            return True
    return False


def _some(lines: list[Line], kinds: Sequence[str], random: Random) -> int | None:
    found = [i for i, line in enumerate(lines) if line.kind in kinds and re.search(r"\w\w", line.text)]
    return random.choice(found) if found else None


def _fresh(like: str, random: Random, count: int = 1) -> str:
    if re.search(r"[가-힣]", like):
        return " ".join(random.sample(KOREAN, count))
    if re.search(r"[一-鿿ぁ-ヿ]", like):
        return "".join(random.choice(HAN) for _ in range(2 * count))
    return " ".join(random.sample(LATIN, count))


def _typo(word: str, random: Random) -> str:
    at = random.randrange(len(word))
    how = random.randrange(3)
    if how == 0 and len(word) > 2:
        return word[:at] + word[at + 1 :]
    if how == 1 and at + 1 < len(word):
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    return word[:at] + word[at] + word[at:]


def _words(text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"[^\W_]{2,}", text))


def _word(lines: list[Line], random: Random) -> None:
    """A typo, or a word put in, taken out or put in the place of another."""
    at = _some(lines, ("item", "text", "row", "code"), random)
    if at is None or not (words := _words(body_of(lines[at].text)[1])):
        return
    mark, body = body_of(lines[at].text)
    word = random.choice(words)
    how = random.random()
    if how < 0.6 or len(words) < 3:
        new = _typo(word[0], random)
    elif how < 0.8:
        new = _fresh(body, random)
    else:
        new = f"{word[0]} {_fresh(body, random)}"
    lines[at] = lines[at]._replace(text=mark + body[: word.start()] + new + body[word.end() :])


def body_of(text: str) -> tuple[str, str]:
    """The mark of a line (a bullet, hashes), and its words."""
    found = _MARK.match(text)
    return (found[1] or "", found[2]) if found else ("", text)


def _half(lines: list[Line], random: Random) -> None:
    """Half of a line said in other words."""
    at = _some(lines, ("item", "text"), random)
    if at is None:
        return
    mark, body = body_of(lines[at].text)
    words = _words(body)
    if len(words) < 6:
        return
    half = words[len(words) // 2 :] if random.random() < 0.5 else words[: len(words) // 2]
    for word in reversed(half):
        body = body[: word.start()] + _fresh(body, random) + body[word.end() :]
    lines[at] = lines[at]._replace(text=mark + body)


def extent_of(lines: list[Line], at: int) -> int:
    """Where what is nested below an item or a heading ends."""
    line = lines[at]
    end = at + 1
    if line.kind == "heading":
        level = len(line.text) - len(line.text.lstrip("#"))
        while end < len(lines) and not (
            lines[end].kind == "heading" and len(lines[end].text) - len(lines[end].text.lstrip("#")) <= level
        ):
            end += 1
    elif line.kind == "item":
        indent = len(line.text) - len(line.text.lstrip())
        while (
            end < len(lines)
            and lines[end].text.strip()
            and len(lines[end].text) - len(lines[end].text.lstrip()) > indent
        ):
            end += 1
    return end


def _move(lines: list[Line], random: Random) -> None:
    """A section behind another of its level, or an item among its siblings."""
    at = _some(lines, ("heading", "item"), random)
    if at is None or at == 0:
        return
    end = extent_of(lines, at)
    part = lines[at:end]
    rest = lines[:at] + lines[end:]
    like = [
        i
        for i, line in enumerate(rest)
        if line.kind == part[0].kind and _indent(line.text) == _indent(part[0].text) and i > 0
    ]
    if part[0].kind == "item":
        like = [i for i in like if abs(i - at) < 40]
    if not like:
        return
    to = random.choice(like)
    lines[:] = rest[:to] + part + rest[to:]


def _indent(text: str) -> str:
    found = re.match(r"\s*(#*)", text)
    return found[0] if found else ""


def _heading(lines: list[Line], random: Random) -> None:
    """A heading said otherwise, or with another number."""
    at = _some(lines, ("heading",), random)
    if at is None:
        return
    mark, body = body_of(lines[at].text)
    hashes = mark.split(" ")[0]
    if random.random() < 0.5:
        lines[at] = lines[at]._replace(text=f"{hashes} {random.randint(1, 9)}. {re.sub(r'^[0-9.]+ ', '', body)}")
    else:
        words = _words(body)
        word = random.choice(words) if words else None
        new = body[: word.start()] + _fresh(body, random) + body[word.end() :] if word else body
        lines[at] = lines[at]._replace(text=mark + new)


def _insert(lines: list[Line], random: Random) -> None:
    """A line of the kind of its neighbour, with words of its own."""
    at = _some(lines, ("item", "text", "row"), random)
    if at is None:
        return
    mark, body = body_of(lines[at].text)
    if lines[at].kind == "row":
        cells = body.strip().strip("|").split("|")
        text = "| " + " | ".join(_fresh(body, random, 2) for _ in cells) + " |"
    else:
        sign = next((sign for sign in (" : ", ": ", " -> ", " = ") if sign in body), "")
        text = mark + (
            _fresh(body, random, 2) + sign + _fresh(body, random, 4) if sign else _fresh(body, random, 6) + "."
        )
    put = [Line(text, None, lines[at].kind)]
    if lines[at].kind == "text":
        put = [Line("", None, "blank"), *put, Line("", None, "blank")]
    end = extent_of(lines, at)
    lines[end:end] = put


def _delete(lines: list[Line], random: Random) -> None:
    """An item with what is nested in it, a row, a line of code, or a paragraph."""
    at = _some(lines, ("item", "text", "row", "code"), random)
    if at is not None and lines[at].kind != "text":
        del lines[at : extent_of(lines, at)]
    elif at is not None:
        end = at + 1
        while at and lines[at - 1].kind == "text":
            at -= 1
        while end < len(lines) and lines[end].kind == "text":
            end += 1
        del lines[at:end]


EDITS = ((_word, 40), (_half, 15), (_move, 15), (_heading, 10), (_insert, 10), (_delete, 10))
"""Each edit with how many of a hundred are such."""
