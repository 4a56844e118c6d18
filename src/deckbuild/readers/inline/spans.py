"""Code and formulas: what is inside them is no Markdown."""

from __future__ import annotations

import re
from bisect import bisect_left

_TICKS = re.compile("`+")
_GITLAB = re.compile(r"\$(`+)(?!`)([^`\n]+)\1\$")
_DISPLAY = re.compile(r"\$\$(?!\$)((?>(?:[^\\$]|\\.|\$(?!\$))+))\$\$(?!\$)", re.DOTALL)
_INLINE = re.compile(r"(?<![A-Za-z0-9$])\$(?![\s$])((?>(?:[^\\$\n]|\\.)+))(?<!\s)\$(?![A-Za-z0-9$])")
_TEX = re.compile(r"\\\(((?>(?:[^\\\n]|\\[^()\n])+))\\\)")
_PRICE = re.compile(r"\d[\d.,]*+(?=.*\s)[^\\^_=+*/<>{}|-]*$")


class CodeSpans:
    """Where code spans end. The runs of backticks are found once: looking for each anew would be quadratic."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.runs: dict[int, list[int]] | None = None

    def at(self, start: int) -> tuple[str, int]:
        """The code that begins with the backticks at `start`, empty where there is none, and where to go on."""
        ticks = _TICKS.match(self.source, start)
        end = ticks.end() if ticks else start + 1
        length = end - start
        closers = self._runs().get(length, [])
        i = bisect_left(closers, end)
        if i == len(closers):
            return "", end
        code = self.source[end : closers[i]].replace("\n", " ").strip()
        return (code, closers[i] + length) if code else ("", end)

    def _runs(self) -> dict[int, list[int]]:
        if self.runs is None:
            self.runs = {}
            for run in _TICKS.finditer(self.source):
                self.runs.setdefault(run.end() - run.start(), []).append(run.start())
        return self.runs


def dollar_math(source: str, at: int) -> tuple[str, int]:
    """The formula that begins at a dollar sign, empty where that is only money, and where to go on.

    A formula has no space within its dollars, and no Latin letter or digit outside of them: `$5 and $6`, `$HOME/$PATH`.
    """
    found = _GITLAB.match(source, at)
    if found:
        return found[2].strip(), found.end()
    found = _DISPLAY.match(source, at) if source.startswith("$$", at) else _INLINE.match(source, at)
    tex = " ".join(found[1].split("\n")).strip() if found and "\n\n" not in found[1] else ""
    if found and tex and not _PRICE.match(tex) and tex.count("`") % 2 == 0:
        return tex, found.end()
    end = at + 1
    while source.startswith("$", end):
        end += 1
    return "", end


def tex_math(source: str, at: int) -> tuple[str, int] | None:
    """The formula in `\\(…\\)` that begins at a backslash."""
    found = _TEX.match(source, at)
    return (found[1].strip(), found.end()) if found and found[1].strip() else None
