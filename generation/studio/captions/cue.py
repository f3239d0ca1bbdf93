"""A caption: a few words that are read in one glance."""

from dataclasses import dataclass

from generation.studio.captions.binding import binding
from generation.studio.captions.writing import joined, length
from generation.studio.timeline import Word

MOST_WORDS = 6
LINE_LETTERS = 28
_UNEVEN_COST = 0.6


@dataclass(frozen=True)
class Cue:
    """One caption. ``start`` and ``end`` are seconds from the start of the ad; words keep their own times."""

    start: float
    end: float
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        return joined([word.text for word in self.words])

    @property
    def lines(self) -> tuple[str, ...]:
        """The text on one line, or on two that belong together and are about as long."""
        return in_lines(tuple(word.text for word in self.words))


def in_lines(texts: tuple[str, ...]) -> tuple[str, ...]:
    """One line if it fits, else two; only a single overlong word is longer than a line."""
    whole = joined(texts)
    if length(whole) <= LINE_LETTERS or len(texts) < 2:
        return (whole,)
    splits = [(joined(texts[:cut]), joined(texts[cut:]), cut) for cut in range(1, len(texts))]
    first, second, _ = min(splits, key=lambda split: _line_cost(split, texts))
    return first, second


def _line_cost(split: tuple[str, str, int], texts: tuple[str, ...]) -> float:
    first, second, cut = split
    one, other = length(first), length(second)
    over = max(0, one - LINE_LETTERS) + max(0, other - LINE_LETTERS)
    return 1000 * over + binding(texts, cut) + _UNEVEN_COST * abs(one - other)
