"""Commands of TeX that take arguments or change what follows."""

from __future__ import annotations

from collections.abc import Callable

from .cursor import Cursor, Reader, Unreadable
from .environments import environment
from .letters import styled
from .symbols import (
    ACCENTS,
    BIGS,
    FENCES,
    FUNCTIONS,
    FUNCTIONS_WITH_LIMITS,
    INTEGRALS,
    LETTERS,
    NO_EFFECT,
    SIZES,
    SPACES,
    known,
)
from .tree import Accent, Big, Fence, Fraction, Frame, Function, Limits, Line, Node, Root, Row, Sign, Space, Words, row

Argument = Callable[[Cursor], Node]
_ALPHABETS = {
    "mathbf": "bold", "mathit": "italic", "mathbb": "blackboard", "mathcal": "script", "mathscr": "script",
    "mathfrak": "fraktur", "mathsf": "sans", "mathtt": "mono", "mathrm": "upright", "mathnormal": "",
    "boldsymbol": "bold italic", "bm": "bold italic", "bf": "bold", "rm": "upright", "it": "italic", "cal": "script",
    "Bbb": "blackboard", "frak": "fraktur", "pmb": "bold italic",
}  # fmt: skip
_SWITCHES = frozenset(("bf", "rm", "it", "cal"))
_TEXTS = frozenset(
    ("text", "textrm", "textnormal", "textup", "mbox", "hbox", "textsf", "texttt", "textbf", "textit", "emph")
)
_FRACTIONS = frozenset(("frac", "dfrac", "tfrac", "cfrac", "nicefrac", "sfrac"))
_BINOMIALS = frozenset(("binom", "dbinom", "tbinom"))
_OPTIONS = frozenset(("color", "label", "hspace", "hspace*", "mspace", "hskip", "kern", "mkern"))
_NEGATED = {"=": "≠", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "≡": "≢", "∼": "≁", "≈": "≉",
            "≤": "≰", "≥": "≱", "<": "≮", ">": "≯", "→": "↛", "∣": "∤", "∥": "∦", "∃": "∄", "≅": "≇", "⇒": "⇏"}  # fmt: skip


def command(name: str, at: Cursor, run: Reader, argument: Argument) -> list[Node]:
    """What a command says, as parts of the row that it stands in."""
    if name in NO_EFFECT:
        return []
    if name in SPACES:
        return [Space(SPACES[name])] if SPACES[name] else []
    if name in _OPTIONS:
        at.raw()
        return []
    if name in _SWITCHES:
        at.alphabet = _ALPHABETS[name]
        return []
    if (symbol := known(name)) is not None:
        return [_symbol(name, symbol, at)]
    return [_structure(name, at, run, argument)]


def _symbol(name: str, symbol: tuple[str, str], at: Cursor) -> Node:
    text, kind = symbol
    is_letter = name in LETTERS
    alphabet = at.alphabet if is_letter and at.alphabet in ("bold", "bold italic") else ""
    plain = is_letter and not alphabet and at.alphabet != "upright"
    return Sign(styled(text, alphabet), kind, upright=not plain)  # type: ignore[arg-type]


def _structure(name: str, at: Cursor, run: Reader, argument: Argument) -> Node:
    """What is built of its arguments, the frequent first."""
    if name in _FRACTIONS:
        at.optional()
        return Fraction(argument(at), argument(at))
    if name in _BINOMIALS:
        return Fence("(", ")", (Fraction(argument(at), argument(at), ruled=False),))
    if name == "sqrt":
        return _root(at, argument)
    if name in BIGS:
        return Big(BIGS[name], stacked=BIGS[name] not in INTEGRALS)
    if name in _TEXTS:
        return _words(name, at)
    if name in _ALPHABETS:
        return _in_alphabet(_ALPHABETS[name], at, argument)
    if name in FUNCTIONS:
        return Function(name)
    if name in FUNCTIONS_WITH_LIMITS:
        return Function(FUNCTIONS_WITH_LIMITS[name], limits=True)
    if name in ACCENTS:
        return _accented(ACCENTS[name], argument(at))
    if name == "left":
        return _fence(at, run)
    if name == "begin":
        return environment(at, run)
    return _seldom(name, at, argument)


def _accented(mark: str, body: Node) -> Node:
    """A bar over several letters is a line."""
    return Line(body) if mark == ACCENTS["bar"] and isinstance(body, Row) else Accent(mark, body)


def _root(at: Cursor, argument: Argument) -> Node:
    degree = at.optional()
    if degree is None:
        return Root(argument(at))
    inner = Cursor("{" + degree + "}")
    return Root(argument(at), argument(inner))


def _words(name: str, at: Cursor) -> Node:
    """Text as it stands; formulas within it are not looked for."""
    raw = at.raw()
    if "$" in raw or "\\(" in raw:
        raise Unreadable("it has a formula within text")
    plain = raw.replace("\\ ", " ").replace("~", " ").replace("\\_", "_").replace("\\%", "%").replace("\\&", "&")
    plain = plain.replace("\\#", "#").replace("{", "").replace("}", "")
    if "\\" in plain or not plain.replace("\n", " ").isprintable():
        raise Unreadable(f"'\\{name}' has a command within")
    return Words(plain.replace("\n", " "), bold=name == "textbf", italic=name in ("textit", "emph"))


def _in_alphabet(alphabet: str, at: Cursor, argument: Argument) -> Node:
    before, at.alphabet = at.alphabet, alphabet
    found = argument(at)
    at.alphabet = before
    return _as_name(found) if alphabet == "upright" else found


def _as_name(node: Node) -> Node:
    """Several upright letters are a word, not a product."""
    if (
        isinstance(node, Row)
        and node.items
        and all(isinstance(each, Sign) and each.text.isalnum() for each in node.items)
    ):
        return Words("".join(each.text for each in node.items if isinstance(each, Sign)))
    return node


def delimiter(at: Cursor) -> str:
    """The character of a delimiter."""
    token = at.next()
    if token not in FENCES:
        raise Unreadable(f"'{token}' is no delimiter")
    return FENCES[token]


def _fence(at: Cursor, run: Reader) -> Node:
    left = delimiter(at)
    found, bar = [run(at)], "|"
    while at.takes("\\middle"):
        bar = delimiter(at) or bar
        found.append(run(at))
    at.expect("\\right")
    return Fence(left, delimiter(at), tuple(found), bar)


def _seldom(name: str, at: Cursor, argument: Argument) -> Node:
    match name:
        case "operatorname" | "operatorname*" | "mathop":
            return Function(_name(argument, at), limits=name != "operatorname")
        case "overline" | "underline" | "overbrace" | "underbrace":
            return Line(argument(at), below=name.startswith("under"), braced=name.endswith("brace"))
        case "overset" | "stackrel":
            above = argument(at)
            return Limits(argument(at), above=above)
        case "underset":
            below = argument(at)
            return Limits(argument(at), below=below)
        case "xrightarrow" | "xleftarrow":
            under = at.optional()
            arrow = Sign("⟶" if name == "xrightarrow" else "⟵", "relation", upright=True)
            return Limits(arrow, argument(Cursor("{" + under + "}")) if under else None, argument(at))
        case "boxed" | "fbox":
            return Frame(argument(at))
        case "not":
            return _negated(argument(at))
        case "pmod" | "bmod" | "mod" | "pod":
            return _modulo(name, at, argument)
        case "textcolor":
            at.raw()
            return argument(at)
        case "tag":
            return Row((Space(2.0), Words(f"({at.raw()})")))
        case "mathbin" | "mathrel" | "mathord" | "mathinner" | "smash" | "ensuremath":
            return argument(at)
    if name in SIZES:
        return _sized(name, at)
    raise Unreadable(f"'\\{name}' is not known")


def _name(argument: Argument, at: Cursor) -> str:
    found = _in_alphabet("upright", at, argument)
    parts = found.items if isinstance(found, Row) else (found,)
    letters = [p.text if isinstance(p, Sign | Words) else " " if isinstance(p, Space) else "" for p in parts]
    if not all(letters):
        raise Unreadable("a function has a name that is no word")
    return "".join(letters)


def _sized(name: str, at: Cursor) -> Node:
    sign = delimiter(at)
    kind = "open" if name[-1] == "l" else "close" if name[-1] == "r" else "sign"
    return Sign(sign or "\u200b", kind, upright=True)  # type: ignore[arg-type]


def _negated(node: Node) -> Node:
    if not isinstance(node, Sign):
        raise Unreadable("'\\not' stands before no sign")
    return Sign(_NEGATED.get(node.text, node.text + "\u0338"), node.kind, upright=True)


def _modulo(name: str, at: Cursor, argument: Argument) -> Node:
    if name == "bmod":
        return Sign("mod", "binary", upright=True)
    inner = argument(at)
    words: list[Node] = [Words("mod"), Space(0.33)] if name != "pod" else []
    bare = row([*words, inner])
    return Row((Space(0.5), bare if name == "mod" else Fence("(", ")", (bare,))))
