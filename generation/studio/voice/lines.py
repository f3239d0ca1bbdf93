"""What the model is given to read: the signs of a scene in one or several breaths, and where its words lie in them."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generation.studio.timeline import Word
from generation.studio.voice.kokoro import HOP_SAMPLES, LONGEST_INPUT, MODEL_RATE, Model
from generation.studio.voice.pauses import SENTENCE_ENDS
from generation.studio.voice.phonemes import Pronounced

# The durations run late: measured at 30 onsets after a pause, words sound 15 to 80 ms, on
# average 45 ms, before their first phoneme is due.
_LAG = 0.045
# Hops: 0.2 s that are heard of a last sound, and what trimming keeps around a take.
_LONGEST_LAST_SIGN = 14
# Signs, some 7 s: nearly all scenes are spoken in one go.
_ENOUGH = 120


@dataclass(frozen=True)
class Line:
    """What is spoken in one go: ``text`` is known signs; ``places`` where in it each word begins and ends."""

    text: str
    written: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    ends: tuple[bool, ...]

    @property
    def is_heard(self) -> bool:
        return any(sign.isalpha() for sign in self.text)

    def words(self, steps: npt.NDArray[np.int64]) -> tuple[Word, ...]:
        """The words with their times in seconds, from the hops of every sign and both edges."""
        times = _times(steps)
        last = len(times) - 1
        return tuple(
            Word(written, float(times[min(start, last)]), float(times[min(end, last)]))
            for written, (start, end) in zip(self.written, self.places, strict=True)
        )

    def heard(self, steps: npt.NDArray[np.int64]) -> float:
        """About how many seconds are left once silence is trimmed off both ends.

        The model adds the rest behind a text to its last sound: of that, no more than usual counts.
        """
        times, last = _times(steps), min(self.places[-1][1], len(self.text))
        rest = max(0, int(steps[last]) - _LONGEST_LAST_SIGN) * HOP_SAMPLES / MODEL_RATE
        return float(times[last] - times[self.places[0][0]]) - rest


def _times(steps: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
    """Entry i is where sign i of the text begins, in seconds; the model puts an edge before the first."""
    return np.asarray(np.maximum(0, np.cumsum(steps) * (HOP_SAMPLES / MODEL_RATE) - _LAG), dtype=np.float64)


def written_out(spoken: Sequence[Pronounced], model: Model) -> Line:
    """The signs of some words, as far as the model knows them and has room."""
    text = ""
    places: list[tuple[int, int]] = []
    for word in spoken:
        phonemes, pause = _signs(word, model)
        places.append((len(text), len(text) + len(phonemes)))
        text += phonemes + pause + " "
    return Line(
        text.rstrip()[:LONGEST_INPUT],
        tuple(word.written for word in spoken),
        tuple(places),
        tuple(word.pause in SENTENCE_ENDS for word in spoken),
    )


def breaths_of(spoken: Sequence[Pronounced], model: Model) -> list[list[Pronounced]]:
    """Cut a text that is too long to speak it at once, at the ends of sentences where possible.

    The model speaks sentences in the same way alone or together, and needs memory for each sign.
    """
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


def _signs(word: Pronounced, model: Model) -> tuple[str, str]:
    """The phonemes and the pause of a word, as far as the model knows the signs."""
    return "".join(filter(model.knows, word.phonemes)), word.pause if model.knows(word.pause) else ""


def _is_good_place(part: Sequence[Pronounced], length: int) -> bool:
    """After a sentence, once there are enough for a breath."""
    return length > _ENOUGH and part[-1].pause in SENTENCE_ENDS
