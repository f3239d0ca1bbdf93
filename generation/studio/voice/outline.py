"""How long a narration will be, at any speed, before it is spoken.

The model decides how long it will speak every sign before it makes any sound, and that decision is a fiftieth
of the work. So a pace can be found that suits the ad, and the ad is spoken once.
"""

import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generation.studio.timeline import Word
from generation.studio.voice.catalogue import Voice, styles
from generation.studio.voice.kokoro import Model, steps_at
from generation.studio.voice.lines import Line, breaths_of, written_out
from generation.studio.voice.narration import Narration, SpokenScene
from generation.studio.voice.pauses import SENTENCE_PAUSE, missing
from generation.studio.voice.phonemes import Pronounced
from generation.studio.voice.silent import unheard

# Of 32 takes by four voices, one in ten took 0.04 to 0.1 s longer than foretold without this.
_MARGIN = 0.05
# Beyond the number of scenes more threads gain nothing.
_MOST_THREADS = 4
_Natural = npt.NDArray[np.float32]


@dataclass(frozen=True, eq=False)
class Outline:
    """Every scene as its lines, with the length of every sign in hops at speed 1; and its text."""

    scenes: tuple[tuple[tuple[Line, _Natural], ...], ...]
    texts: tuple[str, ...]

    def at(self, speed: float) -> Narration:
        """The narration without its sound: scenes as long as they will be spoken."""
        return Narration(
            tuple(_scene(lines, text, speed) for lines, text in zip(self.scenes, self.texts, strict=True))
        )


def outline_of(
    spoken: Sequence[Sequence[Pronounced]], texts: Sequence[str], *, model: Model, voice: Voice
) -> Outline:
    """Ask the model for the lengths of all signs of all scenes."""
    table = styles(voice.name)
    scenes = [[written_out(part, model) for part in breaths_of(scene, model)] for scene in spoken]
    heard = [[line for line in scene if line.is_heard] for scene in scenes]
    with ThreadPoolExecutor(min(_MOST_THREADS, os.cpu_count() or 1)) as pool:
        jobs = [
            [(line, pool.submit(model.lengths, line.text, styles=table)) for line in scene] for scene in heard
        ]
        return Outline(
            tuple(tuple((line, job.result()) for line, job in scene) for scene in jobs), tuple(texts)
        )


def _scene(lines: Sequence[tuple[Line, _Natural]], text: str, speed: float) -> SpokenScene:
    if not lines:
        return unheard(text)
    words: list[Word] = []
    now = 0.0
    for line, natural in lines:
        steps = steps_at(speed, natural)
        # What trimming keeps before and behind makes up for how late the lengths run.
        length = line.heard(steps) + sum(missing(line.words(steps), line.ends))
        now += length + (SENTENCE_PAUSE if words else _MARGIN)
        words.append(Word(" ".join(line.written), 0.0, now))
    return SpokenScene(np.zeros(0, np.float32), tuple(words))
