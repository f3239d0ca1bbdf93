"""Dynamics: reverb, compressor, limiter. Everything works on whole arrays.

Signals are float32 of shape (samples, channels) at 48 kHz.
"""

import math
from itertools import accumulate

import numpy as np
import numpy.typing as npt
from scipy.ndimage import minimum_filter1d

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.filters import Signal, convolved, filtered, high_pass, smoothed, soft_low_pass

# The true peak is read from the signal at four times its rate (ITU-R BS.1770-4, annex 2).
OVERSAMPLING = 4
# The filter between the samples reaches so far on both sides; with all samples there against it, the curve
# rises to this many times the loudest (the sum of its factors).
_REACH, _MOST_OVERSHOOT = 10, 2.25
_NEAR, _AT_ONCE = SAMPLE_RATE // 100, 4096
_BLOCK = 48
_SILENCE = 1e-9


def gain_of(decibels: float) -> float:
    """Decibels as a factor."""
    return float(10 ** (decibels / 20))


def reverb(signal: Signal, *, seconds: float, wet_db: float, seed: int = 0) -> Signal:
    """A room: convolution with decaying noise, darker as it fades, different in every channel."""
    wet = convolved(signal, _impulse_response(seconds, signal.shape[1], seed))
    return np.asarray(signal + gain_of(wet_db) * wet, dtype=np.float32)


def _impulse_response(seconds: float, channels: int, seed: int) -> Signal:
    length, before = int(seconds * SAMPLE_RATE), int(0.018 * SAMPLE_RATE)
    noise = np.random.default_rng(seed).standard_normal((length, channels)).astype(np.float32)
    time = np.arange(length, dtype=np.float32)[:, None] / SAMPLE_RATE
    # -60 dB at the end of the tail; the bright part dies twice as fast.
    dark = filtered(noise, soft_low_pass(2200))
    tail = dark * np.exp(-6.9 * time / seconds) + 0.5 * (noise - dark) * np.exp(-13.8 * time / seconds)
    tail = filtered(tail, high_pass(220))
    tail /= np.sqrt(np.sum(np.square(tail), axis=0))
    return np.concatenate([np.zeros((before, channels), np.float32), tail])


def compress(signal: Signal, *, threshold_db: float, ratio: float, attack: float, release: float) -> Signal:
    """Lower what is louder than the threshold. ``attack`` and ``release`` in seconds, channels linked.

    The level is followed in steps of a millisecond by two followers, a quick and
    a slow one; taking the louder reacts within the attack and lets go within the
    release, without a loop over samples.
    """
    blocks = -(-len(signal) // _BLOCK)
    padded = np.zeros((blocks * _BLOCK, signal.shape[1]), np.float32)
    padded[: len(signal)] = signal
    power = np.mean(np.square(padded).reshape(blocks, -1), axis=1)
    level = np.maximum(_followed(power, attack), _followed(power, release))
    over = np.maximum(0.0, 10 * np.log10(level + _SILENCE) - threshold_db)
    gain_db = _followed(-over * (1 - 1 / ratio), attack)
    positions = np.arange(len(signal)) / _BLOCK - 0.5
    gain = 10 ** (np.interp(positions, np.arange(blocks), gain_db) / 20)
    return np.asarray(signal * gain[:, None], dtype=np.float32)


def _followed(values: npt.NDArray[np.floating], seconds: float) -> npt.NDArray[np.float64]:
    """A one-pole low-pass over millisecond steps that starts settled."""
    pole = math.exp(-_BLOCK / SAMPLE_RATE / seconds)
    steps = accumulate(
        ((1 - pole) * values).tolist(), lambda level, value: pole * level + value, initial=float(values[0])
    )
    return np.fromiter(steps, np.float64, len(values) + 1)[1:]


def true_peak_db(signal: Signal) -> float:
    """The highest point of the curve between the samples, in dBTP."""
    loudest = float(np.abs(signal).max(initial=_SILENCE))
    return float(20 * np.log10(peaks(signal, above=loudest).max(initial=loudest)))


def limit(signal: Signal, *, ceiling_db: float, seconds: float = 0.05) -> Signal:
    """Keep the true peak below the ceiling, looking ahead, channels linked."""
    heard = peaks(signal, above=gain_of(ceiling_db))
    return hold_below(signal, heard, ceiling_db=ceiling_db, seconds=seconds)


def hold_below(
    signal: Signal, heard: npt.NDArray[np.float64], *, ceiling_db: float, seconds: float = 0.05
) -> Signal:
    """Lower the signal where ``heard``, a peak for each of its samples, is above the ceiling.

    The gain that every sample needs is held over a window and smoothed with a
    window of the same length, so it is never higher than any sample allows.
    """
    needed = np.minimum(1.0, gain_of(ceiling_db) / np.maximum(heard, _SILENCE))
    window = int(seconds * SAMPLE_RATE) | 1
    held = minimum_filter1d(needed.astype(np.float32), window, mode="nearest")
    gain = smoothed(held, seconds=seconds)
    # Where nothing is held, not even a rounding may change the signal.
    gain[minimum_filter1d(held, window, mode="nearest") >= 1] = 1.0
    return np.asarray(signal * np.minimum(gain, 1.0)[:, None], dtype=np.float32)


def peaks(signal: Signal, *, above: float = 0.0) -> npt.NDArray[np.float64]:
    """For every sample the highest point of the oversampled curve around it, over all channels.

    Where the curve cannot rise above ``above``, the sample itself is given: that is quicker.
    """
    found = np.abs(signal).max(axis=1).astype(np.float64) if len(signal) else np.zeros(0)
    for start, end in _stretches(found, louder=above / _MOST_OVERSHOOT):
        found[start:end] = np.maximum(found[start:end], _between(signal, start, end))
    return found


def _between(signal: Signal, start: int, end: int) -> npt.NDArray[np.float32]:
    """The highest of the three points between each sample from ``start`` to ``end`` and the next."""
    padded = np.pad(signal[max(0, start - _REACH) : end + _REACH], ((max(0, _REACH - start), _REACH), (0, 0)))
    found = np.empty(end - start, np.float32)
    for first in range(0, len(found), _AT_ONCE):
        count = min(_AT_ONCE, len(found) - first)
        # Channel by channel, and few enough to stay close to the processor.
        here = np.ascontiguousarray(padded[first : first + count + 2 * _REACH].T)
        curve = np.zeros((len(_POINTS), len(here), count), np.float32)
        for place in range(2 * _REACH + 1):
            curve += _POINTS[:, place, None, None] * here[:, place : place + count]
        found[first : first + count] = np.abs(curve).max(axis=(0, 1))
    return found


def _points() -> npt.NDArray[np.float32]:
    """The factors of the samples around for each point between two: a sinc under Kaiser's window, beta 5."""
    steps = np.arange(-_REACH * OVERSAMPLING, _REACH * OVERSAMPLING + 1)
    shape = np.sinc(steps / OVERSAMPLING) * np.kaiser(len(steps), 5.0)
    shape *= OVERSAMPLING / shape.sum()
    found = np.zeros((OVERSAMPLING - 1, 2 * _REACH + 1), np.float32)
    for point in range(1, OVERSAMPLING):
        found[point - 1, 1:] = shape[point::OVERSAMPLING][::-1]
    return found


_POINTS = _points()


def _stretches(samples: npt.NDArray[np.float64], *, louder: float) -> list[tuple[int, int]]:
    """From where to where there are samples that are louder, in blocks of 10 ms and their neighbours."""
    blocks = -(-len(samples) // _NEAR)
    tops = np.pad(samples, (0, blocks * _NEAR - len(samples))).reshape(blocks, _NEAR).max(axis=1, initial=0)
    is_loud = np.convolve(tops > louder, [1, 1, 1], "same") > 0 if blocks else np.zeros(0, bool)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_loud.astype(int), [0]]))).reshape(-1, 2)
    return [(int(first) * _NEAR, min(len(samples), int(last) * _NEAR)) for first, last in edges]
