"""Codes about deckbuild.lock: which card is which, from release to release."""

from __future__ import annotations

from .entry import ERROR, INFO, WARNING, Code

CODES = (
    Code(
        "card-doubt",
        (INFO,),
        "A card may be one that the lock knows, edited, but other cards are as like it; it is taken for a new one.",
        "Nothing, if it is new. Else say which it is: deckbuild lock link OLD NEW, with the guids of the message.",
        "notes/a.md:…: info: '…' is taken for a new card; it may be '…' (…) or '…' (…), edited [card-doubt]",
        call="anki",
        where="a note in which one of two like facts was edited and the other taken out",
    ),
    Code(
        "lock-damaged",
        (ERROR,),
        "A line of deckbuild.lock cannot be read, or a merge left its marks there; no deck is made, since its cards would be new.",
        "Resolve the merge by keeping the lines of both sides, or take the file back from version control.",
        "deckbuild.lock:2: error: a merge conflict is not resolved [lock-damaged]",
        "# deckbuild.lock 1\n<<<<<<< HEAD\n",
        "deckbuild.lock",
        call="anki",
    ),
    Code(
        "lock-link",
        (ERROR,),
        "A call of deckbuild lock link or unlink names a card that cannot be linked so.",
        "The message says why; the guids are those of the messages of a build.",
        "deckbuild.lock: error: there is no card x [lock-link]",
        "# deckbuild.lock 1\n",
        "deckbuild.lock",
        call="lock link x y",
    ),
    Code(
        "lock-outdated",
        (ERROR,),
        "The notes have changed since deckbuild.lock was written, and --frozen does not let it change.",
        "Run deckbuild lock, and commit the file.",
        "deckbuild.lock: error: it does not match the notes: some card is new, was changed or was taken out [lock-outdated]",
        "# Docker\n\n- layer : a set of files that is read only\n",
        call="anki --frozen",
    ),
    Code(
        "lock-unwritten",
        (WARNING,),
        "The decks were made, but deckbuild.lock could not be written, so that an edit may make cards new.",
        "Allow writing there; in a build that shall not write it, use --frozen.",
        "deckbuild.lock: warning: it cannot be written: …; the packages are made, but which card is which is not kept [lock-unwritten]",
        "# Docker\n\n- layer : a set of files that is read only\n",
        call="anki",
        where="a folder where nothing may be written",
    ),
    Code(
        "no-lock",
        (ERROR,),
        "A call needs deckbuild.lock, and there is none in this folder or above it.",
        "Build a deck first (deckbuild anki), or go to the project's folder.",
        "deckbuild.lock: error: there is no such file in this folder or above it [no-lock]",
        call="lock unlink x",
        where="a folder without a lock",
    ),
    Code(
        "no-such-lock",
        (ERROR,),
        "What deckbuild diff is to compare is neither a lock file nor a revision of git that has one.",
        "Name a lock file, or a revision such as HEAD~1 in which deckbuild.lock is committed.",
        "nowhere: error: it is neither a file nor a revision of git [no-such-lock]",
        "# deckbuild.lock 1\n",
        "deckbuild.lock",
        call="diff nowhere",
    ),
)
