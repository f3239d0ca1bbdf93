"""The balance of a piece: how much of it is bass, middle and brilliance, and how wide it is."""

import numpy as np
from scipy.signal import butter, sosfilt

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import Signal, bell

# (low edge, high edge, share of the energy in dB): the average of light pop and
# film music, with less around 1 to 4 kHz, where the voice lives.
_BANDS = ((30, 120, -7.0), (120, 500, -3.2), (500, 2000, -6.5), (2000, 6000, -13.0), (6000, 16000, -21.0))
_MOST_DB = 7.0
# The correction goes most of the way: instruments should still sound like themselves.
_SHARE = 0.75
_ROUNDS = 2
_WIDTH = 1.35
_WIDE_ABOVE = 180


def balanced(signal: Signal) -> Signal:
    """Move the five bands towards the usual balance, by at most 7 dB a round."""
    for _ in range(_ROUNDS):
        shares = band_shares(signal)
        for (low, high, target), share in zip(_BANDS, shares, strict=True):
            decibels = float(np.clip(_SHARE * (target - share), -_MOST_DB, _MOST_DB))
            centre = float(np.sqrt(low * high))
            signal = bell(signal, hertz=centre, decibels=decibels, width=centre / (high - low))
    return signal


def band_shares(signal: Signal) -> tuple[float, ...]:
    """The energy of each band in dB, relative to the whole."""
    power = np.abs(np.fft.rfft(signal.mean(axis=1))) ** 2
    hertz = np.fft.rfftfreq(len(signal), 1 / SAMPLE_RATE)
    whole = power.sum() + 1e-12
    return tuple(
        float(10 * np.log10(power[(hertz >= low) & (hertz < high)].sum() / whole + 1e-9))
        for low, high, _ in _BANDS
    )


def widened(signal: Signal) -> Signal:
    """Spread what is above the bass: the difference between the channels is raised."""
    middle, side = signal.mean(axis=1), (signal[:, 0] - signal[:, 1]) / 2
    high_side = sosfilt(butter(1, _WIDE_ABOVE, "highpass", fs=SAMPLE_RATE, output="sos"), side)
    wide = side + (_WIDTH - 1) * high_side
    return np.stack([middle + wide, middle - wide], axis=1).astype(np.float32)
