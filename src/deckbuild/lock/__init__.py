"""Which card is which, from release to release: `deckbuild.lock`, kept beside the notes and committed with them.

A card that is edited, moved or renamed keeps its guid, and with it a student's history of reviews. `match` finds it
again; where that is in doubt a card is new, and both candidates are named.
"""

from __future__ import annotations

from .file import LOCK, Lock, Record, read, written

__all__ = ["LOCK", "Lock", "Record", "read", "written"]
