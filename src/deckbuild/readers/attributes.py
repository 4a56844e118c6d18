"""Lists of attributes as kramdown, pandoc and the attr_list of MkDocs have them: `{: .lead }`, `{#id key="value"}`, `{ :target="_blank" }`.

They say how a link, a picture, a heading or a passage looks, and are no text. What else stands in braces is text: a set, a
variable, a template.
"""

from __future__ import annotations

import re

_NAMED = r"\#[\w:.-]++|\.[^\W\d][\w:-]*+"
_QUOTED = r":?[A-Za-z_@][\w:.-]*+=(?:\"[^\"\n{}]*+\"|'[^'\n{}]*+')"
_BARE = r":?[A-Za-z_@][\w:.-]*+=[^\s{}\"']++"
_ICON = r":[a-z][a-z0-9_+-]*+:"
ATTRIBUTE = rf"(?:{_NAMED}|{_QUOTED}|{_BARE}|{_ICON})"
"""One of them; `:icon:` is a picture by its name."""
_LIST = re.compile(rf"\{{:?\s*+{ATTRIBUTE}(?>(?:\s++{ATTRIBUTE})*)\s*+\}}")
_STRICT = rf"\{{(?::\s*+{ATTRIBUTE}|\s*+(?:{_BARE}\s++)*(?:{_NAMED}|{_QUOTED}))(?>(?:\s++{ATTRIBUTE})*)\s*+\}}[ \t]*"
_ALONE = re.compile(_STRICT)
_BEHIND = re.compile(rf"[ \t]+{_STRICT}$")
MAX_BEHIND = 200
"""Letters of a list that may stand behind a text."""


def end_of_attributes(source: str, at: int) -> int:
    """Where the attributes end that begin directly at a position: there, if none do."""
    found = _LIST.match(source, at) if source.startswith("{", at) else None
    return found.end() if found else at


def are_attributes(line: str) -> bool:
    """Whether a line is nothing but attributes; without a colon, a bare `{a=b}` is none."""
    return bool(_ALONE.fullmatch(line))


def without_attributes(text: str) -> str:
    """A text without the attributes that stand at its very end, behind a space."""
    start = text.rfind("{", -MAX_BEHIND) if text.endswith(("}", "} ")) else -1
    start = len(text[: max(start, 0)].rstrip(" \t"))
    return text[:start] if start and _BEHIND.match(text, start) else text
