"""One scene in front of the microphone: text in, trimmed and levelled sound with word times out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.signal import resample_poly

from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Word
from generation.studio.voice.catalogue import Voice, styles
from generation.studio.voice.kokoro import HOP_SAMPLES, LONGEST_INPUT, MODEL_RATE, Model
from generation.studio.voice.narration import SpokenScene
from generation.studio.voice.pauses import SENTENCE_ENDS, SENTENCE_PAUSE, widen
from generation.studio.voice.phonemes import Pronounced
from generation.studio.voice.silent import unheard
from generation.studio.voice.trimming import Samples, levelled, trimmed

# The durations run late: measured at 30 onsets after a pause, words sound 15 to 80 ms, on
# average 45 ms, before their first phoneme is due.
_LAG = 0.045


@dataclass(frozen=True)
class _Breath:
    """What the model speaks in one go: samples at its own rate, word times in seconds."""

    samples: Samples
    words: tuple[Word, ...]


def take(spoken: Sequence[Pronounced], *, model: Model, voice: Voice, speed: float) -> SpokenScene:
    """Speak one scene. Text without a single sound (another alphabet, say) is shown but not heard."""
    breaths = [_speak(part, model=model, voice=voice, speed=speed) for part in _breaths(spoken, model)]
    breaths = [
        _Breath(*trimmed(breath.samples, breath.words, rate=MODEL_RATE))
        for breath in breaths
        if len(breath.samples)
    ]
    if not breaths:
        return unheard(" ".join(word.written for word in spoken))
    joined = _join(breaths)
    samples = resample_poly(levelled(joined.samples), SAMPLE_RATE // MODEL_RATE, 1).astype(np.float32)
    return SpokenScene(samples, joined.words)


def _signs(word: Pronounced, model: Model) -> tuple[str, str]:
    """The phonemes and the pause of a word, as far as the model knows the signs."""
    return "".join(filter(model.knows, word.phonemes)), word.pause if model.knows(word.pause) else ""


def _breaths(spoken: Sequence[Pronounced], model: Model) -> list[list[Pronounced]]:
    """Cut a text that is too long for the model, at the ends of sentences where possible."""
    parts: list[list[Pronounced]] = [[]]
    length = 0
    for word in spoken:
        size = len("".join(_signs(word, model))) + 1
        if parts[-1] and (length + size > LONGEST_INPUT or _is_good_place(parts[-1], length)):
            parts.append([])
            length = 0
        parts[-1].append(word)
        length += size
    return parts


def _is_good_place(part: Sequence[Pronounced], length: int) -> bool:
    """After a sentence, once more than half of what the model can hold has been used."""
    return length > LONGEST_INPUT // 2 and part[-1].pause in SENTENCE_ENDS


def _speak(spoken: Sequence[Pronounced], *, model: Model, voice: Voice, speed: float) -> _Breath:
    text = ""
    places: list[tuple[int, int]] = []
    for word in spoken:
        phonemes, pause = _signs(word, model)
        places.append((len(text), len(text) + len(phonemes)))
        text += phonemes + pause + " "
    text = text.rstrip()
    if not any(sign.isalpha() for sign in text):
        return _Breath(np.zeros(0, np.float32), ())
    utterance = model.speak(text[:LONGEST_INPUT], styles=styles(voice.name), speed=speed)
    # Entry i is where sign i of the text begins; the model puts an edge before the first.
    times = np.maximum(0, np.cumsum(utterance.steps) * (HOP_SAMPLES / MODEL_RATE) - _LAG)
    last = len(times) - 1
    words = tuple(
        Word(word.written, float(times[min(start, last)]), float(times[min(end, last)]))
        for word, (start, end) in zip(spoken, places, strict=True)
    )
    ends = [word.pause in SENTENCE_ENDS for word in spoken]
    return _Breath(*widen(utterance.samples, words, ends))


def _join(breaths: Sequence[_Breath]) -> _Breath:
    pause = np.zeros(int(SENTENCE_PAUSE * MODEL_RATE), np.float32)
    samples: list[Samples] = []
    words: list[Word] = []
    for breath in breaths:
        shift = sum(map(len, samples)) / MODEL_RATE
        words += [Word(word.text, word.start + shift, word.end + shift) for word in breath.words]
        samples += [breath.samples, pause]
    return _Breath(np.concatenate(samples[:-1]), tuple(words))
