"""How cards ask, in one language."""

from __future__ import annotations

from msgspec import Struct


class Asking(Struct, frozen=True, kw_only=True):
    """How cards ask. `{x}` takes the text asked about; `{이란}`, `{은}` the form of that particle that fits before it.

    A field that is empty means that the language has no such form.
    """

    definition: str
    """Asks for the meaning of a name."""
    definition_bare: str
    """The same where the name cannot be read aloud (`--rm`, `/etc/hosts`)."""
    term: str
    which: str
    """Asks for the name, after its definition."""
    point: str
    """Asks about a label (`개선?`)."""
    noun: str
    """Asks about a heading that is a noun (`도커를 써야하는 이유는?`)."""
    arrow: str
    traits: str
    """Asks for a description of one or more names."""
    so: str
    count: str
    """How many answers there are."""
    conclusion: str
    command: str
    lines: str
    """How many lines of code the answer has."""
    figure: str
    formula: str
    cell: str
    """Asks for the `{column}` of a `{row}`."""
    cell_bare: str
    """The same where the column is not named by a noun."""
    rows: str
    """Asks which `{n}` of `{total}` rows have the `{value}` (yes or no) in the column `{x}`."""
    difference: str
    """Asks for the difference of `{a}` and `{b}`."""
    difference_bare: str
    """The same where they cannot be read aloud."""
    hole: str
    """Asks for the line of code that is left out."""
    list_of: str
    """Names a list: `{x}` the section, `{noun}` its label."""
    list_noun: str
    """What the items of a list without a label are."""
    nth: str
    first: str
    other: str
    """Asks for the one item of a short list that is not shown."""
    step: str
    first_step: str
    example_of: str
