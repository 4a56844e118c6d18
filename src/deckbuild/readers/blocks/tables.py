"""Tables, with all the cells that their author wrote, and what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from .nodes import Paragraph, PipeTable, Problem

MAX_EMPTY = 20_000
"""Cells that a table may be filled up with: one wide row and many short ones would make a table of millions."""

_RULE = re.compile(r"(?:\|[ \t]*)?:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?")


def table_of(inner: Sequence[Token], line: int, end: int) -> tuple[PipeTable, list[Problem]]:
    """The table that tokens make. Rows beyond its head widen it: their words are there to be read."""
    rows: list[tuple[str, ...]] = []
    aligns: list[str] = []
    cells: list[str] = []
    long: list[int] = []
    beyond: tuple[str, ...] = ()
    for i, token in enumerate(inner):
        if token.type == "tr_open":
            cells, beyond = [], token.meta.get("beyond", ())
            long += [len(rows) + (line if not rows else line + 1)] if beyond else []
        elif token.type in ("th_open", "td_open"):
            cells.append(inner[i + 1].content if inner[i + 1].type == "inline" else "")
            if token.type == "th_open":
                aligns.append(str(token.attrGet("style") or "").removeprefix("text-align:"))
        elif token.type == "tr_close":
            rows.append((*cells, *beyond))
    head, *body = _evened(rows, len(aligns))
    problems = [_long(at, len(rows[at - line - 1]), len(aligns)) for at in long]
    return PipeTable(head, tuple(body), (*aligns, *[""] * (len(head) - len(aligns))), line, end), problems


def _long(line: int, cells: int, width: int) -> Problem:
    return Problem("long-row", line, line, f"this row has {cells} cells and the head of its table {width}")


def _evened(rows: Sequence[tuple[str, ...]], width: int) -> list[tuple[str, ...]]:
    """Rows of one width; where that would be a table of empty cells, the last cell holds what is beyond the head."""
    widest = max(map(len, rows))
    if widest * len(rows) <= sum(map(len, rows)) + MAX_EMPTY:
        return [(*row, *[""] * (widest - len(row))) for row in rows]
    return [(*row[: width - 1], " | ".join(row[width - 1 :])) for row in rows]


def near_tables(paragraph: Paragraph) -> Iterator[Problem]:
    """Lines that were meant to be a table, but whose head has not as many cells as the rule below it."""
    if "|" not in paragraph.text or "-" not in paragraph.text:
        return
    rows = paragraph.text.split("\n")
    for i, (head, rule) in enumerate(pairwise(rows)):
        if "|" in head and "|" in rule and _RULE.fullmatch(rule.strip(" \t")):
            counts = _count(head), _count(rule)
            fact = f"this looks like a table, but its head has {counts[0]} cells and the rule {counts[1]}"
            if counts[0] != counts[1]:
                yield Problem("no-table", paragraph.line + i, paragraph.end, fact)


def _count(row: str) -> int:
    cells = escapedSplit(row.strip())
    return len(cells) - (cells[0] == "") - (cells[-1] == "" and len(cells) > 1)
