"""One scene in front of the microphone: text in, trimmed and levelled sound with word times out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import fft

from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Word
from generation.studio.voice.catalogue import Voice, styles
from generation.studio.voice.kokoro import MODEL_RATE, Model
from generation.studio.voice.lines import breaths_of, written_out
from generation.studio.voice.narration import SpokenScene
from generation.studio.voice.pauses import SENTENCE_PAUSE, widen
from generation.studio.voice.phonemes import Pronounced
from generation.studio.voice.silent import unheard
from generation.studio.voice.trimming import Samples, levelled, trimmed


@dataclass(frozen=True)
class _Breath:
    """What the model speaks in one go: samples at its own rate, word times in seconds."""

    samples: Samples
    words: tuple[Word, ...]


def take(spoken: Sequence[Pronounced], *, model: Model, voice: Voice, speed: float) -> SpokenScene:
    """Speak one scene. Text without a single sound (another alphabet, say) is shown but not heard."""
    breaths = [_speak(part, model=model, voice=voice, speed=speed) for part in breaths_of(spoken, model)]
    breaths = [
        _Breath(*trimmed(breath.samples, breath.words, rate=MODEL_RATE))
        for breath in breaths
        if len(breath.samples)
    ]
    if not breaths:
        return unheard(" ".join(word.written for word in spoken))
    joined = _join(breaths)
    return SpokenScene(_at_full_rate(levelled(joined.samples)), joined.words)


def _at_full_rate(samples: Samples) -> Samples:
    """From the model's rate to that of the film: the same frequencies, and none above them."""
    times = SAMPLE_RATE // MODEL_RATE
    # Takes begin and end in silence: nothing comes round from one end to the other.
    size = fft.next_fast_len(len(samples), real=True)
    fine = fft.irfft(fft.rfft(samples, size), times * size)[: times * len(samples)]
    return np.asarray(fine * times, dtype=np.float32)


def _speak(spoken: Sequence[Pronounced], *, model: Model, voice: Voice, speed: float) -> _Breath:
    line = written_out(spoken, model)
    if not line.is_heard:
        return _Breath(np.zeros(0, np.float32), ())
    utterance = model.speak(line.text, styles=styles(voice.name), speed=speed)
    return _Breath(*widen(utterance.samples, line.words(utterance.steps), line.ends))


def _join(breaths: Sequence[_Breath]) -> _Breath:
    pause = np.zeros(int(SENTENCE_PAUSE * MODEL_RATE), np.float32)
    samples: list[Samples] = []
    words: list[Word] = []
    for breath in breaths:
        shift = sum(map(len, samples)) / MODEL_RATE
        words += [Word(word.text, word.start + shift, word.end + shift) for word in breath.words]
        samples += [breath.samples, pause]
    return _Breath(np.concatenate(samples[:-1]), tuple(words))
