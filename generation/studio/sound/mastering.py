"""The finished mix: as loud as the platforms play it, and never clipped."""

import warnings

import numpy as np
import pyloudnorm

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import Signal, compress, gain_of, limit, true_peak_db

# What the large video platforms play at (EBU R 128 measurement, -14 LUFS).
LOUDNESS = -14.0
TOLERANCE = 0.15
# AAC adds up to half a decibel to a peak; the finished file may have -1 dBTP.
PEAK_DB = -1.6
_ROUNDS = 6
_SILENT = -70.0


def loudness(signal: Signal) -> float:
    """Integrated loudness in LUFS (ITU-R BS.1770-4); -70 or less is silence."""
    # Gating needs blocks of 0.4 s; something shorter is measured with silence behind it.
    shortest = SAMPLE_RATE // 2
    padded = np.pad(signal, ((0, max(0, shortest - len(signal))), (0, 0)))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        found = float(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(padded))
    return max(_SILENT, found) if np.isfinite(found) else _SILENT


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
