"""The voice against its captions, measured on samples."""

import numpy as np
import pytest

from generation.studio.captions import Cue
from generation.studio.formats import SAMPLE_RATE
from generation.studio.inspection.hearing import clipped, lag, onsets
from generation.studio.inspection.reading import Reading
from generation.studio.inspection.verdict import cracking, unreadable, untimely
from generation.studio.timeline import Word

CHANCE = np.random.default_rng(5)


def spoken(*spans: tuple[float, float], seconds: float = 4.0) -> np.ndarray:
    """Noise where somebody would speak."""
    track = np.zeros(int(seconds * SAMPLE_RATE), np.float32)
    for start, end in spans:
        place = slice(int(start * SAMPLE_RATE), int(end * SAMPLE_RATE))
        track[place] = CHANCE.normal(0, 0.2, place.stop - place.start)
    return track


def cue(text: str, start: float, end: float) -> Cue:
    return Cue(start, end + 0.3, (Word(text, start, end),))


def test_a_caption_that_comes_with_its_word_is_in_time() -> None:
    heard = onsets(spoken((0.5, 1.2), (2.0, 3.0)), [cue("one", 0.52, 1.2), cue("two", 1.97, 3.0)])

    assert [round(one.apart, 2) for one in heard] == [0.02, 0.03]
    assert untimely(heard, 0.0) == ()


def test_a_caption_that_comes_late_is_named() -> None:
    heard = onsets(spoken((0.5, 1.2), (2.0, 3.0)), [cue("one", 0.5, 1.2), cue("two", 2.2, 3.0)])

    assert untimely(heard, 0.0) == ("the caption “two” is 200 milliseconds apart from the voice",)


def test_captions_within_flowing_speech_are_not_measured() -> None:
    heard = onsets(spoken((0.5, 3.0)), [cue("one", 0.5, 1.2), cue("two", 1.25, 3.0)])

    assert [one.text for one in heard] == ["one"]


def test_the_voice_is_found_in_the_mix_where_it_was_laid() -> None:
    voice = spoken((0.5, 1.2), (2.0, 3.0))
    music = CHANCE.normal(0, 0.1, (len(voice), 2)).astype(np.float32)

    assert lag(music + voice[:, None], voice) == pytest.approx(0, abs=0.001)


def test_a_voice_that_is_heard_late_is_a_reason() -> None:
    voice = spoken((0.5, 1.2), (2.0, 3.0))
    late = np.roll(voice, int(0.12 * SAMPLE_RATE))
    music = CHANCE.normal(0, 0.1, (len(voice), 2)).astype(np.float32)

    found = lag(music + late[:, None], voice)

    assert found == pytest.approx(0.12, abs=0.002)
    assert untimely((), found) == ("the voice is heard 120 milliseconds from where it was laid",)


def test_a_stretch_at_full_scale_is_clipped_and_a_single_peak_is_not() -> None:
    samples = np.zeros((SAMPLE_RATE, 2), np.float32)
    samples[100, 0] = 1.0
    assert clipped(samples) == ()

    samples[24_000:24_020, 1] = -1.0
    assert cracking(clipped(samples)) == ("the sound is clipped at 0.50 seconds",)


def test_a_word_that_cannot_be_read_is_named() -> None:
    found = unreadable((Reading(1.0, "sale", 7.2), Reading(2.04, "today", 2.1)))

    assert found == (
        "the caption word “today” cannot be read at 2.0 seconds: its contrast is 2.1 instead of 4.5",
    )
