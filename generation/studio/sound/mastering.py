"""The finished mix: as loud as the platforms play it, and never clipped."""

import math

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import compress, gain_of, limit, true_peak_db
from generation.studio.sound.filters import Filter, Signal, filtered

# What the large video platforms play at (EBU R 128 measurement, -14 LUFS).
LOUDNESS = -14.0
TOLERANCE = 0.15
# AAC adds up to half a decibel to a peak; the finished file may have -1 dBTP.
PEAK_DB = -1.6
_ROUNDS = 6
_SILENT = -70.0
# Blocks of 0.4 s begin every tenth of a second.
_STEP = SAMPLE_RATE // 10
# The two filters of ITU-R BS.1770-4, annex 1, tables 1 and 2: the head, and the deaf ear for deep sounds.
_LIKE_AN_EAR = (
    Filter(
        (1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)
    ),
    Filter((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)


def loudness(signal: Signal) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770-4); -70 or less is silence."""
    # Gating needs blocks of 0.4 s; something shorter is measured with silence behind it.
    padded = np.pad(signal, ((0, max(0, 4 * _STEP - len(signal))), (0, 0)))
    steps = len(padded) // _STEP
    weighted = filtered(padded, *_LIKE_AN_EAR)[: steps * _STEP]
    power = np.mean(np.square(weighted).reshape(steps, _STEP, -1), axis=1, dtype=np.float64).sum(axis=1)
    blocks = sliding_window_view(power, 4).mean(axis=1)
    blocks = blocks[blocks > _power(_SILENT)]
    # The second gate: what is more than ten units below the average of the rest does not count.
    blocks = blocks[blocks > blocks.mean() / 10] if len(blocks) else blocks
    return max(_SILENT, _loudness_of(float(blocks.mean()))) if len(blocks) else _SILENT


def _loudness_of(power: float) -> float:
    return -0.691 + 10 * math.log10(power)


def _power(lufs: float) -> float:
    return float(10 ** ((lufs + 0.691) / 10))


def at_loudness(signal: Signal, target: float) -> Signal:
    """Scale to a loudness; silence stays silence."""
    found = loudness(signal)
    if found <= _SILENT:
        return signal
    return np.asarray(signal * gain_of(target - found), dtype=np.float32)


def master(mix: Signal) -> Signal:
    """Hold the mix together, then limit and raise it until loudness and true peak are both right.

    Limiting costs loudness, so the gain before the limiter is corrected by what
    is measured behind it.
    """
    held = compress(at_loudness(mix, LOUDNESS), threshold_db=-15, ratio=1.8, attack=0.02, release=0.18)
    found = loudness(held)
    if found <= _SILENT:
        return held
    gain_db = LOUDNESS - found
    limited = held
    for _ in range(_ROUNDS):
        limited = limit(np.asarray(held * gain_of(gain_db), dtype=np.float32), ceiling_db=PEAK_DB)
        missing = LOUDNESS - loudness(limited)
        if abs(missing) <= TOLERANCE:
            break
        gain_db += missing
    over = true_peak_db(limited) - PEAK_DB
    return np.asarray(limited * gain_of(-max(0.0, over)), dtype=np.float32)
