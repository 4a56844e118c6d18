"""What every reader gives."""

from __future__ import annotations

from msgspec import Struct

from ..diagnostics import Diagnostic
from ..model import Deck


class Read(Struct, frozen=True):
    """A deck, and what there is to say about its source."""

    deck: Deck
    diagnostics: tuple[Diagnostic, ...] = ()
