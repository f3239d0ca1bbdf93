"""Where lines break: balanced, without a lonely short word at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from generation.studio.typesetting.cleaning import hangs
from generation.studio.typesetting.segments import GLUE
from generation.studio.typesetting.shaping import advance

# A line with one word shorter than this share of its fellows looks forgotten.
_LONELY = 0.7


@dataclass(frozen=True)
class Lines:
    """A text broken into lines. ``width`` is the widest line in ems; ``cost`` grows with every ugliness."""

    lines: tuple[tuple[str, ...], ...]
    width: float
    cost: float = 0.0

    @property
    def count(self) -> int:
        return len(self.lines)


@lru_cache(maxsize=512)
def space(face: str) -> float:
    """The space between words in ems, a little tighter than the font's: display sizes need less."""
    return max(advance(" ", face=face) * 0.94, 0.21)


def gap_after(word: str, *, face: str) -> float:
    """The space in ems between ``word`` and the next on its line."""
    return 0.0 if word.endswith(GLUE) else space(face)


def line_width(words: Sequence[str], *, face: str) -> float:
    """The width in ems of ``words`` on one line."""
    gaps = sum(gap_after(word, face=face) for word in words[:-1])
    return sum(advance(word, face=face) for word in words) + gaps


@lru_cache(maxsize=2048)
def break_into(
    words: tuple[str, ...], count: int, *, face: str, together: tuple[int, int] | None = None
) -> Lines:
    """``words`` on exactly ``count`` lines (fewer when there are fewer words), as even as possible.

    ``together`` (first, one past the last) are words that should rather not be parted.
    """
    count = max(1, min(count, len(words)))
    widths = [advance(word, face=face) for word in words]
    gaps = [gap_after(word, face=face) for word in words]
    ideal = max((sum(widths) + sum(gaps) * (1 - count / len(words))) / count, 1e-6)
    cost, ends = _best_ends(words, widths, count=count, ideal=ideal, gaps=gaps, together=together)
    starts = (0, *ends[:-1])
    lines = tuple(words[a:b] for a, b in zip(starts, ends, strict=True))
    return Lines(lines, max((line_width(line, face=face) for line in lines), default=0.0), max(cost, 0.0))


def _best_ends(
    words: tuple[str, ...],
    widths: list[float],
    *,
    count: int,
    ideal: float,
    gaps: list[float],
    together: tuple[int, int] | None,
) -> tuple[float, tuple[int, ...]]:
    """Dynamic programming over (words used, lines used), as Knuth and Plass do for paragraphs."""
    sums = [0.0, *accumulate(width + gap for width, gap in zip(widths, gaps, strict=True))]
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for line in range(1, count + 1):
        reached: dict[int, tuple[float, tuple[int, ...]]] = {}
        last = line == count
        for start, (cost, ends) in best.items():
            stops = (len(words),) if last else range(start + 1, len(words) - (count - line) + 1)
            for end in stops:
                width = sums[end] - sums[start] - gaps[end - 1]
                total = cost + _cost(words[start:end], width, ideal=ideal, last=last)
                total += _parting(start, end, width / ideal, last=last, together=together)
                if end not in reached or total < reached[end][0]:
                    reached[end] = (total, (*ends, end))
        best = reached
    return best[len(words)]


def _parting(start: int, end: int, share: float, *, last: bool, together: tuple[int, int] | None) -> float:
    """What it costs to leave a short first word alone, or to part words that belong together."""
    lonely = 0.3 if start == 0 and end == 1 and not last and share < _LONELY else 0.0
    parted = 0.9 if together and together[0] < end < together[1] else 0.0
    return lonely + parted


def _cost(line: tuple[str, ...], width: float, *, ideal: float, last: bool) -> float:
    off = (width - ideal) / ideal
    cost = off * off * (1.6 if off > 0 else 1.0)
    if not last and hangs(line[-1]):
        cost += 0.09
    if not last and line[-1].rstrip(GLUE)[-1:] in set(".,;:!?、。，！？"):
        cost -= 0.05
    # A single short word at the end of a text is a widow.
    if last and len(line) == 1 and len(line[0].rstrip(GLUE)) <= 5 and width < _LONELY * ideal:
        cost += 0.4
    return cost
