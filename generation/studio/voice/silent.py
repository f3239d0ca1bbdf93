"""Narration that is read instead of heard: captions without a voice."""

from collections.abc import Sequence

import numpy as np

from generation.studio.timeline import Word
from generation.studio.typesetting.scripts import IDEOGRAPHIC, script_of
from generation.studio.voice.narration import Narration, SpokenScene
from generation.studio.voice.reading import Reading, read

WORDS_PER_SECOND = 2.6
# A pause counts as so many words; a long word counts for more than a short one.
_PAUSE_WORDS = {"": 0.0, ",": 0.4, ":": 0.5, ";": 0.5, "—": 0.5}
_SENTENCE_WORDS = 0.9
_USUAL_LETTERS = 5.0
_LEAST, _MOST = 0.6, 1.8
# Where nothing stands between words, a whole clause is one: about seven signs are read in a second.
_SIGNS_A_WORD = 2.7


def silence(scenes: Sequence[str], *, words_per_second: float = WORDS_PER_SECOND) -> Narration:
    """Estimate when each word would be spoken, without making a sound. Needs no model."""
    return Narration(tuple(unheard(text, words_per_second=words_per_second) for text in scenes))


def unheard(text: str, *, words_per_second: float = WORDS_PER_SECOND) -> SpokenScene:
    """One scene whose words are shown at about the pace of speech."""
    words: list[Word] = []
    now = 0.0
    for reading in read(text):
        end = now + _weight(reading) / words_per_second
        words.append(Word(reading.written, round(now, 3), round(end, 3)))
        now = end + _PAUSE_WORDS.get(reading.pause, _SENTENCE_WORDS) / words_per_second
    return SpokenScene(np.zeros(0, np.float32), tuple(words))


def _weight(reading: Reading) -> float:
    signs = sum(script_of(sign) in IDEOGRAPHIC for sign in reading.written)
    if signs:
        return max(_LEAST, signs / _SIGNS_A_WORD)
    letters = sum(len(sound.text) for sound in reading.sounds)
    return min(_MOST, max(_LEAST, letters / _USUAL_LETTERS))
