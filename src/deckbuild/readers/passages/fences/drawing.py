"""Text that is looked at: what programs printed, and what people draw with characters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .evidence import MAX_LINE
from .shell import HOST_PROMPT, OTHER_PROMPT

_BOX = re.compile(r"[─-╿▀-▟]|\+[-=]{2,}\+|\|_{2,}|^\s*(?:\|.*){2,}\|\s*$|[▔-▟]")
_SHAPES = re.compile(r"[■-◿⬛⬜🟥-🟫•]")
_STROKES = re.compile(r"^(?=.*[/\\|])[\s/\\|_+<>v^*.'`-]+$")
_RULE = re.compile(r"^\s*([-=*_#~])\1{3,}[\s+|]*$|^\s*-{3,}(?:[\s+|]+-{3,})+\s*$|^\s*=\s-{3,}\s")
"""Below a head, above a sum, in a fraction."""
_LOG = re.compile(
    r"^\W?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d|^\[?\d\d:\d\d:\d\d|^\[?(?:INFO|"
    r"WARN|WARNING|ERROR|DEBUG|FATAL|TRACE)\]?\b|^Exception in thread|"
    r"^\s*at\s[\w.$<>]+\(|^Traceback|^Caused by:|^\s*File \"[^\"]+\", line \d|"
    r"^\w*(?:Error|Exception):\s|^[\w.]+(?:Error|Exception)(?::\s|$)|"
    r"^npm (?:ERR|WARN)|^(?:error|fatal|warning):\s|^[dlcbps-][rwxsStT-]{9}[.+@]?\s|"
    r"^total \d+$|^\d+ rows? in set|^Query OK|^Process finished with|"
    r"^-?\w+: [^\s:]+: [A-Z]\w+|^(?:BUILD|PING)\s\S"
)
_HEAD = re.compile(
    r"^\W*(?:실행|출력)?\s*(?:출력|결과|output|result|実行結果|出力結果|出力|输出|运行结果|结果)\s*(?:결과|값|화면|창)?\W*$",
    re.IGNORECASE,
)
_SAMPLE = re.compile(
    r"^(?:inputs?|outputs?|입력|출력|결과|result|入力|出力|输入|输出)\s*\d*\s*[:：]\s*(?:\w+(?:\[\])?\s*=|[\d\[{(\"'-]|true|false|$)",
    re.IGNORECASE,
)
_FOLDER = re.compile(r"^\s*[\w.@()-][\w .@()-]*/\s*(?:#.*|\s{2,}.*)?$")
_FILE = re.compile(r"^\s*(?:[\w.@()-][\w .@()-]*\.\w{1,8}|\.{3}|[A-Z][\w-]*|\.\w[\w.-]*)(?:\s+#.*|\s{2,}.*)?$")
_GRID_CELL = re.compile(r"\S+")
_NAMED = re.compile(r"[^\W\d_]{3,}|[={};()\[\]\"']")
_GAP = re.compile(r"\S(?:\s{2,}|\t+)(?=\S)")
_WIDE_GAP = re.compile(r"\S(?:\s{3,}|\t+)(?=[^\s:：=#/(-])")


def is_output(lines: Sequence[str], weights: Sequence[int]) -> bool:
    """Whether non-blank `lines` are to be looked at. `weights` are what each speaks for (see `evidence.weigh`)."""
    if any(_HEAD.match(line) for line in lines[:1]) or _SAMPLE.match(lines[0]) or any(map(HOST_PROMPT.match, lines)):
        return True
    strokes = sum(is_drawn(line) for line in lines)
    if strokes and strokes >= _share(lines, 0.2) and not _is_program(lines, weights, strokes):
        return True
    if _is_log(lines) or _is_tree(lines):
        return True
    prose = sum(weight > 0 for weight in weights)
    if any(weight <= -2 for weight in weights) and sum(weight <= -2 for weight in weights) > 0.1 * len(lines):
        return False
    return _is_grid(lines, prose) or _is_ruled(lines, prose) or _has_columns(lines)


def is_drawn(line: str) -> bool:
    """Whether a line is drawn with characters: a border, a box, a row between pipes, strokes."""
    line = line[:MAX_LINE]
    return bool(
        _BOX.search(line)
        or (_STROKES.match(line) and line.strip() not in ("/", "|", "\\"))
        or len(_SHAPES.findall(line)) >= 3
    )


def is_session(lines: Sequence[str]) -> bool:
    """Whether lines were typed at the prompt of an interpreter that is no shell."""
    return bool(OTHER_PROMPT.match(lines[0][:MAX_LINE]))


def _share(lines: Sequence[str], part: float) -> float:
    return part * len(lines)


def _is_program(lines: Sequence[str], weights: Sequence[int], strokes: int) -> bool:
    """Whether drawn lines are few within a program (a comment with a box, `a || b`)."""
    return sum(weight <= -2 for weight in weights) > max(strokes, 0.3 * len(lines))


def _is_log(lines: Sequence[str]) -> bool:
    return sum(bool(_LOG.match(line[:MAX_LINE])) for line in lines) >= _share(lines, 0.3)


def _is_tree(lines: Sequence[str]) -> bool:
    """Folders and files below one another, by indentation."""
    folders = sum(bool(_FOLDER.match(line[:200])) for line in lines)
    files = sum(bool(_FILE.match(line[:200])) for line in lines)
    indented = any(line[:1].isspace() for line in lines)
    return folders >= 1 and indented and folders + files >= _share(lines, 0.8)


def _is_grid(lines: Sequence[str], prose: int) -> bool:
    """Rows of short cells without names: a matrix, a truth table, bits."""
    rows = [len(_GRID_CELL.findall(line)) for line in lines if not _NAMED.search(line)]
    if len(rows) < 2 or len(rows) < _share(lines, 0.5):
        return False
    cells, times = Counter(rows).most_common(1)[0]
    return cells >= 2 and times >= 2 and prose <= _share(lines, 0.5)


def _is_ruled(lines: Sequence[str], prose: int) -> bool:
    """A rule below a head, a fraction, a banner: but not the rule between two paragraphs."""
    return any(_RULE.match(line[:200]) for line in lines) and prose <= _share(lines, 0.4)


def _has_columns(lines: Sequence[str]) -> bool:
    """Cells that stand one below the other, with gaps between them that no sentence has."""
    gaps = sum(bool(_WIDE_GAP.search(line[:MAX_LINE])) for line in lines)
    starts = Counter(start for line in lines for start in _cells(line))
    aligned = max(starts.values(), default=0)
    return gaps == len(lines) > 1 or max(gaps, aligned) >= max(3, _share(lines, 0.6))


def _cells(line: str) -> set[int]:
    """The columns where the cells of a line begin, but for the first."""
    return {found.end() for found in _GAP.finditer(line[:MAX_LINE])}
