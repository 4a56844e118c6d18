"""How alike two texts are, by the pieces of words that they share: a piece that few texts have counts for more.

So two commands that differ in one flag are not alike, for the flag is all that tells them apart; and a sentence with a
typo is like itself. (TF-IDF cosine of character n-grams, Salton and Buckley 1988.)
"""

from __future__ import annotations

import math
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import chain

from ..identity import folded

SLIPPED = 0.9
"""How alike texts are that differ by slips alone, where a slip in a short one changes half of its pieces."""
MISSPELT = 7
"""Letters of a word in which one for another is a slip rather than another word."""
_DENIALS = frozenset("비불무미반부不非未無无")
"""What turns a word into its opposite."""
LONG = 120
"""Letters of a text that is long enough for its pieces to tell."""
Weights = Mapping[str, float]


class Likeness:
    """Compares texts as the texts of one project weigh them."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._known = set(texts)
        self._texts_with = Counter(chain.from_iterable(set(_pieces(text)) for text in self._known))
        self._rare = {piece: math.log((1 + len(self._known)) / count) for piece, count in self._texts_with.items()}
        self._most = math.log(1 + len(self._known)) + 1
        self._vectors: dict[str, tuple[Weights, float]] = {}
        self._rarest_first: dict[str, Sequence[str]] = {}

    def __call__(self, one: str, other: str) -> float:
        """From 0 (nothing in common) to 1 (the same but for case and spaces)."""
        if one == other:
            return 1.0
        return max(self._cosine(one, other), _slipped(folded(one), folded(other)))

    def _cosine(self, one: str, other: str) -> float:
        (few, few_norm), (many, many_norm) = sorted(map(self._vector, (one, other)), key=lambda vector: len(vector[0]))
        if not few_norm or not many_norm:
            return 0.0
        return sum(weight * many.get(piece, 0.0) for piece, weight in few.items()) / (few_norm * many_norm)

    @cached_property
    def _rare_words(self) -> Weights:
        words = Counter(chain.from_iterable(set(folded(text).split()) for text in self._known))
        return {word: math.log((1 + len(self._known)) / count) for word, count in words.items()}

    def says(self, words: Iterable[str]) -> float:
        """How much some words say: their letters, those of a word that many texts have for less."""
        return sum(len(word) * self._rare_words.get(word, self._most) for word in words)

    def pieces(self, text: str) -> Sequence[str]:
        """The pieces of a text, those that say most about it first."""
        found = self._rarest_first.get(text)
        if found is None:
            found = sorted(sorted(set(_pieces(text))), key=self._texts_with.__getitem__)
            self._rarest_first[text] = found
        return found

    def _vector(self, text: str) -> tuple[Weights, float]:
        found = self._vectors.get(text)
        if found is None:
            counts = Counter(_pieces(text))
            weights = {piece: count * self._rare.get(piece, self._most) for piece, count in counts.items()}
            found = weights, math.sqrt(sum(weight * weight for weight in weights.values()))
            self._vectors[text] = found
        return found


def _slipped(one: str, other: str) -> float:
    """How alike two texts are where but a few letters are wrong, or a space: 0 where more than that is another."""
    some, others = one.split(), other.split()
    if "".join(some) == "".join(others):
        return 1.0
    if len(some) != len(others) or len(one) > LONG:
        return 0.0
    wrong = [(a, b) for a, b in zip(some, others, strict=True) if a != b]
    few = len(wrong) <= max(1, len(some) // 4)
    return SLIPPED if few and all(is_slip(a, b) for a, b in wrong) else 0.0


def same_but_for_slips(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, spaces and a letter here and there."""
    return one == other or _slipped(folded(one), folded(other)) > 0


def edges(text: str) -> Iterator[tuple[int, str]]:
    """What a text begins and ends with: its words, of a single one its letters. A slip leaves one of them."""
    words = folded(text).split()
    parts = words if len(words) > 1 else words[0] if words else ""
    yield from ((end, parts[end]) for end in (0, -1) if parts)


def slipped(word: str, known: Sequence[str]) -> str:
    """The one of some words that a word is with a slip in it; itself where it is none of them, or of several."""
    meant = [] if word in known else [each for each in known if is_slip(word, each)]
    return meant[0] if len(meant) == 1 else word


def weight(text: str) -> int:
    """Signs of a text, those of Korean, Japanese and Chinese twice."""
    return len(text) if text.isascii() else sum(1 + (char >= "\u1100") for char in text)


def is_slip(one: str, other: str) -> bool:
    """Whether one word is the other but for one letter, or two that changed places. Of numbers and flags nobody can tell."""
    if (
        abs(len(one) - len(other)) > 1
        or not _shares_an_end(one, other)
        or any(map(str.isdigit, one + other))
        or sum(map(str.isalpha, one)) < (3 if one.isascii() else 2)
    ):
        return False
    if len(one) == len(other):
        wrong = [i for i in range(len(one)) if one[i] != other[i]]
        swapped = len(wrong) == 2 and one[wrong[0]] == other[wrong[1]] and one[wrong[1]] == other[wrong[0]]
        return swapped or (len(wrong) == 1 and _is_misspelt(one, wrong[0], other[wrong[0]]))
    short, long = sorted((one, other), key=len)
    if long[0] in _DENIALS and long[1:] == short:
        return False
    return any(long[:i] + long[i + 1 :] == short for i in range(len(long)))


def _shares_an_end(one: str, other: str) -> bool:
    """Whether two words begin or end alike, or the one begins as the other ends: one letter that is wrong, or two that
    changed places, leave that. It is looked at first, for few words of two texts have it."""
    return one[:1] == other[:1] or one[-1:] == other[-1:] or one[:1] == other[-1:]


def _is_misspelt(word: str, at: int, letter: str) -> bool:
    """Whether one letter for another is a slip: in a long word, not at its start (`sing`, `ring`); of a Korean syllable
    one of its sounds (`되`, `됬`), since another syllable is another word (`선입`, `후입`).
    """
    if word.isascii():
        return len(word) >= MISSPELT and at > 0
    sounds, others = (unicodedata.normalize("NFD", each) for each in (word[at], letter))
    return len(word) > 1 and sounds[:1] == others[:1] and sum(x == y for x, y in zip(sounds, others, strict=False)) > 1


def _pieces(text: str) -> Iterator[str]:
    return chain.from_iterable(map(_pieces_of, folded(text).split()))


@lru_cache(maxsize=65_536)
def _pieces_of(word: str) -> tuple[str, ...]:
    """Two signs of Korean, Japanese or Chinese, three of other scripts; the edges of words count as signs."""
    size = 3 if word.isascii() else 2
    edged = f" {word} "
    return tuple(edged[i : i + size] for i in range(max(1, len(edged) - size + 1)))
