"""What a note's front matter says to other programs: `date`, `cssclasses`, and whatever people enter there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, Union

FrontValue: TypeAlias = Union[str, tuple["FrontValue", ...], "Front"]
"""Text, a list, or keys with values; numbers and dates are text, as they were written."""


class Front:
    """Keys with their values, in the order in which they were written. Immutable; falsy when empty."""

    __slots__ = ("_hash", "pairs")

    def __init__(self, pairs: Iterable[tuple[str, FrontValue]] = ()) -> None:
        self.pairs: tuple[tuple[str, FrontValue], ...] = tuple(dict(pairs).items())
        self._hash = hash(self.pairs)

    @classmethod
    def of(cls, values: Mapping[str, object]) -> Front:
        """From mappings, lists and strings."""
        return cls((key, _frozen(value)) for key, value in values.items())

    def get(self, key: str) -> FrontValue:
        """The value of a key, no text where it is not there."""
        return next((value for name, value in self.pairs if name == key), "")

    def __iter__(self) -> Iterator[tuple[str, FrontValue]]:
        return iter(self.pairs)

    def __bool__(self) -> bool:
        return bool(self.pairs)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Front) and self.pairs == other.pairs

    def __hash__(self) -> int:
        return self._hash

    def __repr__(self) -> str:
        return f"Front({self.pairs!r})"


def _frozen(value: object) -> FrontValue:
    match value:
        case Front():
            return value
        case Mapping():
            return Front.of(value)
        case list() | tuple():
            return tuple(map(_frozen, value))
        case _:
            return str(value)
