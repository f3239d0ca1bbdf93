"""The form of a piece: where its bars lie so that one of them begins with the end card."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

BEATS_A_BAR = 4
_HALF_BAR = 2
# The final chord rings for so many seconds, less in a short ending, more in a long one.
_SHORTEST_RING, _LONGEST_RING, _RING_SHARE = 1.1, 2.8, 0.45
# A half bar at the beginning is a small flaw, so is a cut between two beats.
_HALF_BAR_COST, _OFF_BEAT_COST, _OFF_TEMPO_COST = 0.2, 0.5, 2.0


@dataclass(frozen=True)
class Bar:
    """One bar: when it begins, its number of beats, and what it is for.

    ``part`` is "intro", "verse", "build" (the bar before the hit), "hit"
    (from the end card on) or "end" (the final chord).
    """

    start: float
    beats: int
    part: str
    strength: float


@dataclass(frozen=True)
class Form:
    """Tempo in beats a minute and all bars in order; ``hit`` and ``end`` are seconds."""

    tempo: float
    bars: tuple[Bar, ...]
    hit: float
    end: float
    seconds: float

    @property
    def beat(self) -> float:
        return 60 / self.tempo

    @property
    def beats(self) -> tuple[float, ...]:
        """The time of every beat of the piece."""
        return tuple(bar.start + number * self.beat for bar in self.bars for number in range(bar.beats))


def lay_out(
    *, seconds: float, hit: float, cuts: Sequence[float], tempo: tuple[float, float], preferred: float
) -> Form:
    """Find a tempo near the preferred one at which a bar line falls on ``hit`` and most cuts on beats."""
    count = _beats_before(hit, cuts, tempo, preferred)
    beat = hit / count
    end = hit + _beats_behind(seconds - hit, beat) * beat
    bars = _before(hit, beat, count) + _behind(hit, end, beat)
    return Form(60 / beat, bars, hit, end, seconds)


def _beats_before(hit: float, cuts: Sequence[float], tempo: tuple[float, float], preferred: float) -> int:
    """An even number of beats, so that the piece begins with a bar or half a bar."""
    slow, fast = tempo
    fewest, most = math.ceil(hit * slow / 60), math.floor(hit * fast / 60)
    candidates = [count for count in range(max(2, fewest), most + 1) if count % _HALF_BAR == 0]
    if not candidates:
        return max(2, 2 * round(hit * preferred / 60 / 2))
    return min(candidates, key=lambda count: _cost(count, hit, cuts, preferred))


def _cost(count: int, hit: float, cuts: Sequence[float], preferred: float) -> float:
    beat = hit / count
    inner = [cut / beat for cut in cuts if cut < hit]
    off_beat = sum(abs(place - round(place)) for place in inner) / len(inner) if inner else 0.0
    off_tempo = abs(math.log2(60 / beat / preferred))
    half = _HALF_BAR_COST if count % BEATS_A_BAR else 0.0
    return half + _OFF_BEAT_COST * off_beat + _OFF_TEMPO_COST * off_tempo


def _beats_behind(rest: float, beat: float) -> int:
    """Beats from the hit to the final chord, in half bars; 0 when the hit itself is the final chord."""
    ring = min(_LONGEST_RING, max(_SHORTEST_RING, rest * _RING_SHARE))
    return max(0, math.floor((rest - ring) / (_HALF_BAR * beat))) * _HALF_BAR


def _before(hit: float, beat: float, count: int) -> tuple[Bar, ...]:
    sizes = [BEATS_A_BAR] * (count // BEATS_A_BAR)
    if count % BEATS_A_BAR:
        sizes.insert(0, count % BEATS_A_BAR)
    bars: list[Bar] = []
    now = hit - sum(sizes) * beat
    for index, size in enumerate(sizes):
        bars.append(Bar(now, size, _part(index, sizes), _strength(index, len(sizes))))
        now += size * beat
    return tuple(bars)


def _part(index: int, sizes: Sequence[int]) -> str:
    if index == len(sizes) - 1 and len(sizes) > 2:
        return "build"
    whole_bars = index - (1 if sizes[0] < BEATS_A_BAR else 0)
    return "intro" if whole_bars < 1 and len(sizes) > 3 else "verse"


def _strength(index: int, count: int) -> float:
    """How strongly a bar is played: rising towards the hit."""
    return 0.78 + 0.2 * index / max(1, count - 1)


def _behind(hit: float, end: float, beat: float) -> tuple[Bar, ...]:
    bars: list[Bar] = []
    left = round((end - hit) / beat)
    now = hit
    while left > 0:
        size = min(BEATS_A_BAR, left)
        bars.append(Bar(now, size, "hit", 1.0))
        now, left = now + size * beat, left - size
    return (*bars, Bar(end, BEATS_A_BAR, "end", 1.0))
