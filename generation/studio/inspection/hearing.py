"""What is heard in a finished film, measured on its samples: clipping, and the voice against its times."""

import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generation.studio.captions import Cue
from generation.studio.formats import SAMPLE_RATE
from generation.studio.inspection.decoding import Samples
from generation.studio.timeline import Span

# So many samples in a row at full scale are heard as a crack.
_CLIPPED_RUN = 4
_FULL = 0.999
# The loudness of the voice in steps of 5 ms, each over 10 ms.
_HOP = SAMPLE_RATE // 200
# A sound that is so far below the voice's usual level is silence, breath or room.
_SILENCE_DB = 30.0
_PAUSE = 0.2
# Farther apart than this a beginning belongs to another word.
_NEAR = 0.35
_CORRELATED_RATE = 8000
_MOST_LAG = 0.5


@dataclass(frozen=True)
class Onset:
    """A caption after a pause: when it appears, and when the voice is heard to begin. Seconds."""

    text: str
    shown: float
    heard: float

    @property
    def apart(self) -> float:
        return abs(self.shown - self.heard)


def voice_alone(path: Path) -> Samples:
    """The narration that went into the mix, one channel, from a WAV file of 16 bits at 48 kHz."""
    with wave.open(str(path), "rb") as file:
        whole = np.frombuffer(file.readframes(file.getnframes()), dtype="<i2")
    return whole.astype(np.float32) / np.float32(32768)


def clipped(samples: Samples) -> tuple[Span, ...]:
    """The stretches in which the sound stays at full scale."""
    spans: list[Span] = []
    for channel in samples.T:
        for start, end in _runs(np.abs(channel) >= _FULL):
            if end - start >= _CLIPPED_RUN:
                spans.append(Span(start / SAMPLE_RATE, end / SAMPLE_RATE))
    return tuple(sorted(spans, key=lambda span: span.start))


def onsets(voice: Samples, cues: Sequence[Cue]) -> tuple[Onset, ...]:
    """Every caption that follows a pause, with the beginning of the voice that is nearest to it."""
    begins = _begins(voice)
    found, before = [], -1.0
    for cue in cues:
        if cue.start - before >= _PAUSE and len(begins):
            heard = float(begins[np.argmin(np.abs(begins - cue.start))])
            if abs(heard - cue.start) <= _NEAR:
                found.append(Onset(cue.text, cue.start, heard))
        before = cue.words[-1].end
    return tuple(found)


def lag(mix: Samples, voice: Samples) -> float:
    """By how many seconds the voice is heard later in the mix than it was laid (negative: earlier).

    Where the two agree best, found by correlating them.
    """
    step = SAMPLE_RATE // _CORRELATED_RATE
    heard, laid = _coarse(mix.mean(axis=1), step), _coarse(voice, step)
    size = 1 << (len(heard) + len(laid)).bit_length()
    spectrum = np.fft.rfft(heard, size) * np.conj(np.fft.rfft(laid, size))
    # Every pitch counts the same: the music is louder, but only the voice agrees with itself.
    agreement = np.fft.irfft(spectrum / (np.abs(spectrum) + 1e-9), size)
    reach = int(_MOST_LAG * _CORRELATED_RATE)
    around = np.concatenate([agreement[-reach:], agreement[: reach + 1]])
    return float(np.argmax(around) - reach) / _CORRELATED_RATE


def _coarse(samples: Samples, step: int) -> Samples:
    whole = samples[: len(samples) // step * step]
    return np.asarray(whole.reshape(-1, step).mean(axis=1), dtype=np.float32)


def _begins(voice: Samples) -> npt.NDArray[np.float64]:
    """Where the voice sets in after at least a pause, in seconds."""
    squares = np.square(voice[: len(voice) // _HOP * _HOP]).reshape(-1, _HOP).mean(axis=1)
    level = np.sqrt((squares + np.append(0.0, squares)[: len(squares)]) / 2)
    usual = float(np.percentile(level, 95)) if len(level) else 0.0
    sounding = level > max(usual * 10 ** (-_SILENCE_DB / 20), 1e-5)
    quiet = [(0, 0), *_runs(~sounding)]
    pause = int(_PAUSE * SAMPLE_RATE / _HOP)
    ends = [end for start, end in quiet if (end - start >= pause or start == 0) and end < len(sounding)]
    return np.array(sorted(set(ends)), dtype=np.float64) * _HOP / SAMPLE_RATE


def _runs(flags: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """(start, end) of every stretch of True."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], flags.view(np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
