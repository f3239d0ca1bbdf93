"""Room between sentences: the model hurries from one short sentence to the next."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from generation.studio.timeline import Word
from generation.studio.voice.kokoro import MODEL_RATE

SENTENCE_ENDS = frozenset(".!?…")
# The shortest pause behind a sentence, in seconds, from the end of its last word.
SENTENCE_PAUSE = 0.32
_FADE = int(0.008 * MODEL_RATE)
_WINDOW = int(0.005 * MODEL_RATE)
_Samples = npt.NDArray[np.float32]


def missing(words: Sequence[Word], ends: Sequence[bool]) -> list[float]:
    """The seconds behind each word by which the next begins too early; ``ends`` says where a sentence ends."""
    behind = [
        max(0.0, SENTENCE_PAUSE - (after.start - word.end)) if is_end else 0.0
        for word, after, is_end in zip(words, words[1:], ends, strict=False)
    ]
    return [*behind, 0.0][: len(words)]


def widen(
    samples: _Samples, words: Sequence[Word], ends: Sequence[bool]
) -> tuple[_Samples, tuple[Word, ...]]:
    """Insert silence where a sentence ends too close to the next; ``ends`` says behind which words one ends.

    Samples are mono at the model's rate; all later words move along.
    """
    parts: list[_Samples] = []
    moved: list[Word] = []
    cut, shift = 0, 0.0
    for index, (word, more) in enumerate(zip(words, missing(words, ends), strict=True)):
        moved.append(replace(word, start=word.start + shift, end=word.end + shift))
        if more <= 0:
            continue
        place = _quietest(samples, word.end, words[index + 1].start)
        parts += [_faded(samples[cut:place]), np.zeros(round(more * MODEL_RATE), np.float32)]
        cut, shift = place, shift + more
    return np.concatenate([*parts, samples[cut:]]), tuple(moved)


def _quietest(samples: _Samples, start: float, end: float) -> int:
    """The sample between two words at which a cut is heard least."""
    first, last = int(start * MODEL_RATE), max(int(end * MODEL_RATE), int(start * MODEL_RATE) + _WINDOW)
    windows = range(first, max(first + 1, last - _WINDOW), _WINDOW)
    energy = [float(np.sum(np.square(samples[place : place + _WINDOW]))) for place in windows]
    return windows[int(np.argmin(energy))] + _WINDOW // 2


def _faded(samples: _Samples) -> _Samples:
    faded = samples.copy()
    length = min(_FADE, len(faded))
    faded[len(faded) - length :] *= np.linspace(1, 0, length, dtype=np.float32)
    return faded
