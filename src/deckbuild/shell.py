"""Facts about shell commands, from their letters alone: nothing is run, and nothing is repaired."""

from __future__ import annotations

import re

MAX_TYPED = 40
"""Characters of a command that a student is asked to type without a slip."""
MAX_TOKENS = 7
_POSIX = re.compile(
    r"(?:sh|bash|shell|console|terminal)(?:[-_]?session|script)?|zsh|fish|[kct]+sh|linux|unix|commands?|cli"
)
_WINDOWS = re.compile(r"cmd|bat|batch|dos|dosbatch|powershell|ps1?|pwsh|posh")
_ADDRESS = re.compile(r"\w+://|\bwww\.|\w@\w+\.\w")
_PLACEHOLDER = re.compile(
    r"<\w[^<>]*>|\[[^\[\]]+\]|\{[\w-]+\}|(?i:\byour?[-_]?\w+|\b(?:my|some)[-_]\w+|\bx{3,}\b)|\.{3}|…|"
    r"\b[A-Z][A-Z\d]*_[A-Z\d_]+\b(?!=)"
)
_VARIABLE = re.compile(r"\$\{?\w+\}?")


def is_shell(lang: str) -> bool:
    """Whether a fence of this language (in lower case) holds what is typed at a prompt."""
    return bool(_POSIX.fullmatch(lang)) or is_windows(lang)


def is_windows(lang: str) -> bool:
    """Whether it is typed at a prompt of Windows."""
    return bool(_WINDOWS.fullmatch(lang))


def stray_backtick(code: str) -> bool:
    """Whether a backtick has no partner: mostly a Markdown mark that slipped into the code."""
    return code.replace("\\`", "").count("`") % 2 == 1


def unbalanced_quote(code: str) -> bool:
    """Whether a quotation mark is left open (POSIX shell, 2.2: nothing escapes within single quotes)."""
    inside = ""
    escaped = False
    for char in code:
        if escaped:
            escaped = False
        elif char == "\\" and inside != "'":
            escaped = True
        elif inside:
            inside = "" if char == inside else inside
        elif char in "'\"":
            inside = char
    return bool(inside)


def placeholder(code: str) -> bool:
    """Whether a part of the command is to be replaced by the reader (`<name>`, `your-user`, `CONTAINER_ID`)."""
    return bool(_PLACEHOLDER.search(_VARIABLE.sub("", code)))


def address(code: str) -> bool:
    """Whether there is a web or mail address in it."""
    return bool(_ADDRESS.search(code))


def is_comment(code: str) -> bool:
    """Whether there is nothing but comments in it."""
    return all(not line.strip() or line.lstrip().startswith("#") for line in code.split("\n"))


def suspicious(code: str) -> bool:
    """Whether a shell would not take it as it is: it is shown verbatim, with a remark, and never typed."""
    return stray_backtick(code) or unbalanced_quote(code)


def typeable(code: str) -> bool:
    """Whether a student can be asked to type it letter by letter: short, one line, the same for everybody."""
    plain = len(code) <= MAX_TYPED and code.isascii() and code.isprintable() and len(code.split()) <= MAX_TOKENS
    exact = not any(sign in code for sign in "'\"`\\") and not address(code) and not placeholder(code)
    return bool(code.strip()) and plain and exact and not is_comment(code)
