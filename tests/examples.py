"""Which of many examples are tried at every run, and which only where time is no matter."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

import pytest
from _pytest.mark import ParameterSet


def sampled(names: Iterable[Any], always: Collection[Any], values: dict[Any, Any] | None = None) -> list[ParameterSet]:
    """All these as parameters: those of `always` at every run, the others beside the tests of the real thing.

    A parameter has the value that `values` gives to its name, or is its name.
    """
    listed = list(names)
    assert set(always) <= set(listed), "what is always tried is there to be tried"
    return [
        pytest.param(
            values[name] if values else name, id=str(name), marks=() if name in always else (pytest.mark.real,)
        )
        for name in listed
    ]
