"""What every take needs before it is mixed: no silence at its ends, and the loudness of the others."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generation.studio.timeline import Word

Samples = npt.NDArray[np.float32]

# Quieter than this below the loudest moment counts as silence at the ends of a take.
_SILENCE_DB = -46.0
_WINDOW = 0.010
_KEEP_BEFORE = 0.04
_KEEP_AFTER = 0.10
_FADE = 0.012
# Loudness of the speech itself, pauses left out; a take is moved towards it, not forced.
_SPEECH_RMS_DB = -20.0
_MOST_GAIN_DB = 6.0
_PEAK = 0.89


def trimmed(samples: Samples, words: Sequence[Word], *, rate: int) -> tuple[Samples, tuple[Word, ...]]:
    """Take off the silence at both ends of a mono take; word times move with the first sample."""
    first, last = _sounding(samples, window=int(_WINDOW * rate))
    start = max(0, first - int(_KEEP_BEFORE * rate))
    end = min(len(samples), last + int(_KEEP_AFTER * rate))
    shift, length = start / rate, (end - start) / rate
    moved = tuple(
        Word(word.text, min(length, max(0.0, word.start - shift)), min(length, max(0.0, word.end - shift)))
        for word in words
    )
    return _faded(samples[start:end], ramp=int(_FADE * rate)), moved


def _sounding(samples: Samples, *, window: int) -> tuple[int, int]:
    """The first and last sample that can be heard."""
    windows = len(samples) // window
    levels = np.sqrt(np.mean(np.square(samples[: windows * window].reshape(windows, -1)), axis=1))
    heard = np.flatnonzero(levels > levels.max() * 10 ** (_SILENCE_DB / 20))
    return int(heard[0]) * window, (int(heard[-1]) + 1) * window


def _faded(samples: Samples, *, ramp: int) -> Samples:
    rise = np.linspace(0, 1, min(ramp, len(samples)), dtype=np.float32)
    faded = samples.copy()
    faded[: len(rise)] *= rise
    faded[len(faded) - len(rise) :] *= rise[::-1]
    return faded


def levelled(samples: Samples, *, most_gain_db: float = _MOST_GAIN_DB) -> Samples:
    """Move the speech gently towards one level, and never let a peak clip."""
    loud = samples[np.abs(samples) > np.abs(samples).max() * 0.05]
    rms_db = 20 * np.log10(np.sqrt(np.mean(np.square(loud))))
    gain_db = float(np.clip(_SPEECH_RMS_DB - rms_db, -most_gain_db, most_gain_db))
    gain = min(10 ** (gain_db / 20), _PEAK / float(np.abs(samples).max()))
    return samples * np.float32(gain)
