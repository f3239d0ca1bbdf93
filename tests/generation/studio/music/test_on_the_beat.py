"""Pictures and music meet: cuts fall on beats, the end card on a bar line."""

import random

import numpy as np
import pytest

from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.music import MOODS, compose, tempo_for
from generation.studio.schedule import lay
from generation.studio.timeline import Timeline, Word
from generation.studio.voice.narration import Narration, SpokenScene

FRAME = 1 / FRAMES_PER_SECOND + 1e-6


def narration(seed: int) -> Narration:
    """Four to six scenes of one to two and a half seconds, as ads of 15 s have them."""
    chance = random.Random(seed)
    lengths = [chance.uniform(0.9, 2.4) for _ in range(chance.choice((4, 5, 6)))]
    return Narration(
        tuple(
            SpokenScene(np.zeros(round(seconds * 48_000), np.float32), (Word("word", 0.0, seconds),))
            for seconds in lengths
        )
    )


def laid_to_music(spoken: Narration, mood: str, seed: int) -> tuple[Timeline, float]:
    rough = lay(spoken, length=15.0)
    tempo = tempo_for(mood, seed=seed, timeline=rough)
    return lay(spoken, length=15.0, tempo=tempo), tempo


def off_beat(at: float, tempo: float, *, parts: int = 1) -> float:
    step = 60 / tempo / parts
    return abs(at - round(at / step) * step)


@pytest.mark.parametrize("mood", MOODS)
def test_most_cuts_fall_on_a_beat_and_nearly_all_others_between_two(mood: str) -> None:
    cuts = []
    for seed in range(25):
        timeline, tempo = laid_to_music(narration(seed), mood, seed)
        cuts += [(cut, tempo) for cut in timeline.cuts]

    on_beat = sum(off_beat(cut, tempo) <= FRAME for cut, tempo in cuts) / len(cuts)
    on_half = sum(off_beat(cut, tempo, parts=2) <= FRAME for cut, tempo in cuts) / len(cuts)

    assert on_beat >= 0.75
    assert on_half >= 0.9


@pytest.mark.parametrize("mood", MOODS)
def test_words_keep_clear_of_cuts_that_have_moved(mood: str) -> None:
    for seed in range(25):
        timeline, _ = laid_to_music(narration(seed), mood, seed)
        for scene in timeline.scenes:
            assert scene.voice is not None
            assert scene.voice.start - scene.span.start >= 0.15
            assert scene.span.end - scene.voice.end >= 0.08


@pytest.mark.render
def test_the_music_plays_the_tempo_that_the_cuts_were_laid_to() -> None:
    timeline, tempo = laid_to_music(narration(3), "upbeat", 3)

    music = compose("upbeat", seed=3, seconds=timeline.seconds, timeline=timeline)

    assert music.tempo == pytest.approx(tempo)
    assert music.hit == pytest.approx(timeline.cuts[-1])
    assert min(abs(beat - timeline.cuts[-1]) for beat in music.beats) <= FRAME
