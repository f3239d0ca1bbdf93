"""How loud a piece is from beginning to end: it opens softly, grows, holds its breath, and lands.

Compression evens out what the players do; without this the end card would be no
louder than the opening.
"""

import numpy as np
import numpy.typing as npt

from generation.studio.formats import SAMPLE_RATE
from generation.studio.music.form import Form

_INTRO_DB, _FIRST_VERSE_DB, _LAST_VERSE_DB, _BUILT_DB, _HIT_DB, _END_DB = -2.0, -1.6, -0.4, 0.8, 2.6, 2.0
_BREATH_DB, _BREATH_BEATS = -9.0, 0.5
"""The half beat before the end card is nearly silent: what follows then hits."""

_DIES_AWAY = 0.62
"""The share of the final chord's time in which it dies away."""

_STEP = 0.01
_SMOOTH = 5


def shape_of(plan: Form, length: int) -> npt.NDArray[np.float32]:
    """(length,) factors for the samples of a piece with this form."""
    corners = _corners(plan)
    times = np.arange(0, plan.seconds + _STEP, _STEP)
    decibels = np.interp(times, [at for at, _ in corners], [level for _, level in corners])
    breath = (times >= plan.hit - _BREATH_BEATS * plan.beat) & (times < plan.hit - 0.02)
    decibels[breath] = _BREATH_DB
    ease = np.hanning(_SMOOTH + 2)[1:-1]
    smooth = np.convolve(np.pad(decibels, _SMOOTH // 2, mode="edge"), ease / ease.sum(), mode="valid")
    factors = 10 ** (np.interp(np.arange(length) / SAMPLE_RATE, times, smooth[: len(times)]) / 20)
    return np.asarray(factors * _ending(plan, length), dtype=np.float32)


def _corners(plan: Form) -> list[tuple[float, float]]:
    """(seconds, decibels) between which the loudness moves evenly."""
    verse = [bar for bar in plan.bars if bar.part == "verse"]
    build = [bar for bar in plan.bars if bar.part == "build"]
    corners = [(0.0, _INTRO_DB if plan.bars[0].part == "intro" else _FIRST_VERSE_DB)]
    if verse:
        corners.append((max(verse[0].start, 0.05), _FIRST_VERSE_DB))
    if build:
        corners.append((build[0].start, _LAST_VERSE_DB))
    corners += [(plan.hit - 0.02, _BUILT_DB), (plan.hit, _HIT_DB), (plan.end + 0.03, _END_DB)]
    return sorted(corners)


def _ending(plan: Form, length: int) -> npt.NDArray[np.float64]:
    """1 until the final chord dies away, then a curve like that of a struck string, 0 with the last sample."""
    factors = np.ones(length)
    count = min(length, int((plan.seconds - plan.end) * _DIES_AWAY * SAMPLE_RATE))
    if count > 1:
        place = np.linspace(0, 1, count)
        factors[length - count :] = np.exp(-1.6 * place) * np.cos(place * np.pi / 2)
    return factors
