"""Tone: filters as what they do to each frequency. Several work together in one transform.

Signals are float32 of shape (samples, channels) at 48 kHz. scipy.signal has all this and more, and takes 50 MB and
most of a second to load; a whole-array mix needs no filter that runs sample by sample.
"""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from scipy import fft

from generation.studio.formats import SAMPLE_RATE

Signal = npt.NDArray[np.float32]
_Factors = npt.NDArray[np.complex64]

# What rings on behind the last sample must not come round to the first: the deepest filter here, a high-pass
# at 36 Hz, has fallen by more than 200 dB after so many seconds.
_RINGS = 0.2
_BUTTERWORTH = math.sqrt(0.5)
# Each channel is transformed by itself, so two processors can share them.
_SIDE_BY_SIDE = 2


@dataclass(frozen=True)
class Filter:
    """A filter of second order: the factors of its difference equation (``b`` before, ``a`` behind)."""

    b: tuple[float, float, float]
    a: tuple[float, float, float]

    def at(self, turns: npt.NDArray[np.complex128]) -> npt.NDArray[np.complex128]:
        """What it does to frequencies, given as one sample's turn at each: exp(-i 2 pi f / rate)."""
        twice = turns * turns
        above = self.b[0] + self.b[1] * turns + self.b[2] * twice
        return np.asarray(above / (self.a[0] + self.a[1] * turns + self.a[2] * twice))


def filtered(signal: Signal, *filters: Filter) -> Signal:
    """The signal after all the filters, one after another."""
    size = fft.next_fast_len(len(signal) + int(_RINGS * SAMPLE_RATE), real=True)
    spectrum = fft.rfft(signal, size, axis=0, workers=_SIDE_BY_SIDE)
    spectrum *= _factors(size, *filters)
    return np.asarray(
        fft.irfft(spectrum, size, axis=0, workers=_SIDE_BY_SIDE)[: len(signal)], dtype=np.float32
    )


# Loudness is measured several times in a row: 3 MB for 15 s.
@lru_cache(maxsize=1)
def _factors(size: int, *filters: Filter) -> _Factors:
    factors = response(size, *filters).astype(np.complex64)[:, None]
    factors.setflags(write=False)
    return np.asarray(factors)


def response(size: int, *filters: Filter) -> npt.NDArray[np.complex128]:
    """What the filters do together to each frequency of a real transform of ``size`` samples."""
    turns = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)
    found = np.ones(len(turns), np.complex128)
    for each in filters:
        found *= each.at(turns)
    return found


def high_pass(hertz: float) -> Filter:
    """Take away what lies below, 12 dB an octave (R. Bristow-Johnson's Audio EQ Cookbook, as all of these)."""
    cosine, alpha = _angle(hertz, _BUTTERWORTH)
    b = (1 + cosine) / 2
    return Filter((b, -2 * b, b), (1 + alpha, -2 * cosine, 1 - alpha))


def low_pass(hertz: float) -> Filter:
    """Take away what lies above, 12 dB an octave."""
    cosine, alpha = _angle(hertz, _BUTTERWORTH)
    b = (1 - cosine) / 2
    return Filter((b, 2 * b, b), (1 + alpha, -2 * cosine, 1 - alpha))


def soft_low_pass(hertz: float) -> Filter:
    """Take away what lies above, 6 dB an octave."""
    edge = math.tan(math.pi * hertz / SAMPLE_RATE)
    return Filter((edge, edge, 0.0), (1 + edge, edge - 1, 0.0))


def soft_high_pass(hertz: float) -> Filter:
    """Take away what lies below, 6 dB an octave."""
    edge = math.tan(math.pi * hertz / SAMPLE_RATE)
    return Filter((1.0, -1.0, 0.0), (1 + edge, edge - 1, 0.0))


def bell(hertz: float, *, decibels: float, width: float = 0.8) -> Filter:
    """Raise or lower around one frequency; ``width`` is the quality factor."""
    amplitude = 10 ** (decibels / 40)
    cosine, alpha = _angle(hertz, width)
    return Filter(
        (1 + alpha * amplitude, -2 * cosine, 1 - alpha * amplitude),
        (1 + alpha / amplitude, -2 * cosine, 1 - alpha / amplitude),
    )


def high_shelf(hertz: float, *, decibels: float) -> Filter:
    """Raise or lower everything above a frequency, with a shelf slope of 1."""
    amplitude = 10 ** (decibels / 40)
    up, down = amplitude + 1, amplitude - 1
    cosine, alpha = _angle(hertz, _BUTTERWORTH)
    root = 2 * math.sqrt(amplitude) * alpha
    return Filter(
        (
            amplitude * (up + down * cosine + root),
            -2 * amplitude * (down + up * cosine),
            amplitude * (up + down * cosine - root),
        ),
        (up - down * cosine + root, 2 * (down - up * cosine), up - down * cosine - root),
    )


def convolved(signal: Signal, kernel: Signal) -> Signal:
    """Every channel with its channel of the kernel, (length, channels); as long as the signal."""
    size = fft.next_fast_len(len(signal) + len(kernel) - 1, real=True)
    spectrum = fft.rfft(signal, size, axis=0, workers=_SIDE_BY_SIDE)
    spectrum *= fft.rfft(kernel, size, axis=0, workers=_SIDE_BY_SIDE)
    return np.asarray(
        fft.irfft(spectrum, size, axis=0, workers=_SIDE_BY_SIDE)[: len(signal)], dtype=np.float32
    )


def smoothed(values: Signal, *, seconds: float) -> Signal:
    """(n,) values, each the average of those around it under a bell of this width; the ends go on as they are."""
    window = int(seconds * SAMPLE_RATE) | 1
    shape = np.hanning(window + 2)[1:-1].astype(np.float32)
    around = np.pad(values, (window // 2, 0), mode="edge")
    around = np.pad(around, (0, window // 2), mode="edge")
    return convolved(around[:, None], (shape / shape.sum())[:, None])[window - 1 :, 0]


def _angle(hertz: float, quality: float) -> tuple[float, float]:
    angle = 2 * math.pi * hertz / SAMPLE_RATE
    return math.cos(angle), math.sin(angle) / (2 * quality)
