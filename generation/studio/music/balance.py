"""The balance of a piece: how much of it is bass, middle and brilliance, and how wide it is."""

import math

import numpy as np
import numpy.typing as npt
from scipy import fft

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.filters import Filter, Signal, bell, filtered, response, soft_high_pass

_Power = npt.NDArray[np.float64]

# (low edge, high edge, share of the energy in dB): the average of light pop and
# film music, with less around 1 to 4 kHz, where the voice lives.
_BANDS = ((30, 120, -7.0), (120, 500, -3.2), (500, 2000, -6.5), (2000, 6000, -13.0), (6000, 16000, -21.0))
_MOST_DB = 7.0
# The correction goes most of the way: instruments should still sound like themselves.
_SHARE = 0.75
_ROUNDS = 2
_WIDTH = 1.35
_WIDE_ABOVE = 180


def balance_of(signal: Signal, *before: Filter) -> tuple[Filter, ...]:
    """The filters that move the five bands of a signal, after those before, towards the usual balance.

    By at most 7 dB a round; the second round hears what the first has done.
    """
    power = _power(signal)
    size = 2 * (len(power) - 1)
    power = power * np.square(np.abs(response(size, *before)))
    found: list[Filter] = []
    for _ in range(_ROUNDS):
        bells = [_bell(*band, share) for band, share in zip(_BANDS, _shares(power), strict=True)]
        power = power * np.square(np.abs(response(size, *bells)))
        found += bells
    return tuple(found)


def _bell(low: float, high: float, target: float, share: float) -> Filter:
    decibels = float(np.clip(_SHARE * (target - share), -_MOST_DB, _MOST_DB))
    centre = float(np.sqrt(low * high))
    return bell(centre, decibels=decibels, width=centre / (high - low))


def band_shares(signal: Signal) -> tuple[float, ...]:
    """The energy of each band in dB, relative to the whole."""
    return _shares(_power(signal))


def _power(signal: Signal) -> _Power:
    """The power of the middle at each frequency of a transform of even length."""
    size = fft.next_fast_len(len(signal) + 1, real=True)
    spectrum = fft.rfft(signal.mean(axis=1), size + size % 2)
    return np.asarray(np.square(np.abs(spectrum)), dtype=np.float64)


def _shares(power: _Power) -> tuple[float, ...]:
    edges = np.array([(low, high) for low, high, _ in _BANDS]) * (2 * (len(power) - 1) / SAMPLE_RATE)
    whole = power.sum() + 1e-12
    return tuple(
        float(10 * np.log10(power[math.ceil(low) : math.ceil(high)].sum() / whole + 1e-9))
        for low, high in edges
    )


def widened(signal: Signal) -> Signal:
    """Spread what is above the bass: the difference between the channels is raised."""
    middle, side = signal.mean(axis=1), (signal[:, 0] - signal[:, 1]) / 2
    high_side = filtered(side[:, None].astype(np.float32), soft_high_pass(_WIDE_ABOVE))[:, 0]
    wide = side + (_WIDTH - 1) * high_side
    return np.stack([middle + wide, middle - wide], axis=1).astype(np.float32)
