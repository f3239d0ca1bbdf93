"""Sound that somebody else has spoken becomes a scene: trimmed, levelled, and its words in time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

import numpy as np

from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Word
from generation.studio.voice.alignment import SCENE_END, Spoken, align
from generation.studio.voice.narration import SpokenScene
from generation.studio.voice.silent import unheard
from generation.studio.voice.tongues import readings_of
from generation.studio.voice.trimming import Samples, levelled, trimmed

# A person's own recording may be much quieter than a voice that was made for speaking.
_MOST_GAIN_DB = 24.0
# Quieter than this everywhere, a recording holds nothing.
_INAUDIBLE = 10 ** (-60 / 20)
# Seconds kept before the first and after the last word of a scene: soft beginnings, and ends that fade.
_BREATH = (0.10, 0.22)


def hear(samples: Samples, words: Sequence[Word]) -> SpokenScene:
    """A scene of sound (mono at 48 kHz) whose word times are known."""
    if not len(samples) or float(np.abs(samples).max()) < _INAUDIBLE:
        return unheard(" ".join(word.text for word in words))
    kept, moved = trimmed(samples, words, rate=SAMPLE_RATE)
    return SpokenScene(levelled(kept, most_gain_db=_MOST_GAIN_DB), moved)


def follow(
    samples: Samples, text: str, *, language: str, pronunciations: Mapping[str, str] | None = None
) -> SpokenScene:
    """A scene of sound (mono at 48 kHz) that says ``text``; word times are found by alignment."""
    return hear(samples, align(samples, words_of(text, language=language, pronunciations=pronunciations)))


def follow_all(samples: Samples, scenes: Sequence[str], *, language: str) -> tuple[SpokenScene, ...]:
    """One recording of a whole script, cut into its scenes between the last and the first words of neighbours."""
    spoken = [words_of(text, language=language) for text in scenes]
    words = align(samples, [word for scene in spoken for word in _ended(scene)])
    firsts = np.cumsum([0, *map(len, spoken)]).tolist()
    cuts = [0.0]
    for first in firsts[1:-1]:
        between = (words[first - 1].end, words[first].start) if 0 < first < len(words) else (cuts[-1],) * 2
        cuts.append(sum(between) / 2)
    cuts.append(len(samples) / SAMPLE_RATE)
    parts = zip(pairwise(cuts), pairwise(firsts), strict=True)
    return tuple(_part(samples, words[first:last], *span) for span, (first, last) in parts)


def _ended(scene: Sequence[Spoken]) -> tuple[Spoken, ...]:
    return (*scene[:-1], replace(scene[-1], pause=SCENE_END)) if scene else ()


def _part(samples: Samples, words: Sequence[Word], start: float, end: float) -> SpokenScene:
    if not words:
        return SpokenScene(np.zeros(0, np.float32), ())
    # Where a room hums, its silence is not quiet enough to be trimmed by its level.
    start, end = max(start, words[0].start - _BREATH[0]), min(end, words[-1].end + _BREATH[1])
    kept = samples[int(start * SAMPLE_RATE) : int(end * SAMPLE_RATE)]
    return hear(kept, [Word(word.text, word.start - start, word.end - start) for word in words])


def words_of(
    text: str, *, language: str, pronunciations: Mapping[str, str] | None = None
) -> tuple[Spoken, ...]:
    """The written words of a text with how much there is to say of each."""
    return tuple(
        Spoken(
            reading.written,
            float(sum(_letters(sound.text, spelled=sound.spelled) for sound in reading.sounds)),
            reading.pause,
        )
        for reading in readings_of(text, language=language, pronunciations=pronunciations or {})
    )


def _letters(text: str, *, spelled: bool) -> int:
    """A letter that is spelled takes about as long as two that are read."""
    return len(text) * (2 if spelled else 1)
