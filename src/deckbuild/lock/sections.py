"""Which section of the edited notes an old one has become, where its cards do not say so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from ..identity import folded
from .file import Record
from .keys import Section, section_of

SEVERAL = 3
"""Cards of a section of which one at least stays as it is where the section is the same."""


def outline(sections: Iterable[Section]) -> list[Section]:
    """The sections that have cards, in the order of their notes, by those of all cards."""
    return list(dict.fromkeys(sections))


def strangers(cards: Sequence[Record], paired: Mapping[int, int]) -> set[Section]:
    """The sections of several cards of which none is paired."""
    left: Counter[Section] = Counter()
    for i, card in enumerate(cards):
        left[section_of(card)] += -len(cards) if i in paired else 1
    return {section for section, count in left.items() if count >= SEVERAL}


def between_found(
    old: Sequence[Section], new: Sequence[Section], found: Mapping[Section, Section]
) -> Iterator[tuple[Section, Section]]:
    """The one section that is gone between two that were found, and the one that is new between what these have become.

    A heading in other words takes all the cards along that ask with it; nothing but its place is left of it.
    """
    lost, fresh = set(old) - set(found) - set(new), set(new) - set(found.values()) - set(old)
    gone = dict(_alone(old, lost))
    come = dict(_alone(new, fresh))
    for (before, after), section in gone.items():
        around = (found.get(before, before) if before else None, found.get(after, after) if after else None)
        if around in come:
            yield section, come[around]


def below_another(
    old: Sequence[Section], new: Sequence[Section], found: Mapping[Section, Section]
) -> Iterator[tuple[Section, Section]]:
    """A section that is gone and the one that is new with its title, where no other of the note has that: those above it
    are others, or are called otherwise."""
    lost, fresh = set(old) - set(found) - set(new), set(new) - set(found.values()) - set(old)
    come = _titled(new)
    for title, ones in _titled(old).items():
        others = come.get(title, [])
        if len(ones) == len(others) == 1 and lost.issuperset(ones) and fresh.issuperset(others):
            yield ones[0], others[0]


def _titled(sections: Iterable[Section]) -> dict[tuple[str, str], list[Section]]:
    """Sections by note and title."""
    found: dict[tuple[str, str], list[Section]] = defaultdict(list)
    for note, above in sections:
        if above:
            found[note, folded(above[-1])].append((note, above))
    return found


def _alone(
    sections: Sequence[Section], lost: AbstractSet[Section]
) -> Iterator[tuple[tuple[Section | None, Section | None], Section]]:
    """Each lost section with those before and after it, where neither of them is lost."""
    edged = [None, *sections, None]
    for before, section, after in zip(edged, sections, edged[2:], strict=False):
        if section in lost and before not in lost and after not in lost and not (before is None and after is None):
            yield (before, after), section
