"""Real music, short: numbers instead of ears."""

import itertools

import numpy as np
import pytest

from generation.studio.formats import SAMPLE_RATE
from generation.studio.music import MOODS, compose
from generation.studio.music.balance import band_shares
from generation.studio.timeline import SceneTimes, Span, Timeline

pytestmark = pytest.mark.render
SECONDS = 10.0
CUTS = (0.0, 2.4, 4.9, 7.2, SECONDS)
TIMELINE = Timeline(tuple(SceneTimes(Span(a, b), None, ()) for a, b in itertools.pairwise(CUTS)), SECONDS)
LONG = 18.0
LONGER = Timeline((SceneTimes(Span(0, 13.9), None, ()), SceneTimes(Span(13.9, LONG), None, ())), LONG)


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_every_mood_is_full_wide_and_exactly_as_long_as_asked(mood: str) -> None:
    music = compose(mood, seed=3, seconds=SECONDS, timeline=TIMELINE)

    samples = music.samples
    low, *_, brilliance = band_shares(samples)
    by_second = np.sqrt(np.mean(samples.reshape(10, SAMPLE_RATE, 2) ** 2, axis=(1, 2)))
    assert samples.shape == (SECONDS * SAMPLE_RATE, 2)
    assert samples.dtype == np.float32
    assert low < -3
    assert brilliance > -30
    assert np.corrcoef(samples.T)[0, 1] < 0.95
    assert by_second[:9].min() > 0.12 * by_second.max()
    assert np.abs(samples[-100:]).max() < 0.01
    assert music.hit == pytest.approx(7.2)


def level(samples: np.ndarray, start: float, end: float) -> float:
    """RMS in dB."""
    part = samples[int(start * SAMPLE_RATE) : int(end * SAMPLE_RATE)]
    return float(20 * np.log10(np.sqrt(np.mean(part**2)) + 1e-9))


@pytest.mark.parametrize("mood", sorted(MOODS))
def test_music_opens_softly_holds_its_breath_lands_on_the_end_card_and_dies_away(mood: str) -> None:
    music = compose(mood, seed=4, seconds=LONG, timeline=LONGER)
    beat = 60 / music.tempo

    opening, verse = level(music.samples, 0, 2), level(music.samples, 5, music.hit - 4 * beat)
    breath = level(music.samples, music.hit - 0.35 * beat, music.hit - 0.05)
    landing = level(music.samples, music.hit, music.hit + 1)
    tail = [level(music.samples, LONG - start, LONG - start + 0.2) for start in (1.0, 0.8, 0.6, 0.4, 0.2)]

    assert opening < verse < landing - 2
    assert breath < landing - 6
    assert all(after < before + 0.5 for before, after in itertools.pairwise(tail))
    assert tail[0] > -45
    assert tail[-1] < -35


def test_the_same_seed_gives_the_same_music() -> None:
    first, other, again = (
        compose("calm", seed=seed, seconds=SECONDS, timeline=TIMELINE) for seed in (1, 2, 1)
    )

    assert np.array_equal(first.samples, again.samples)
    assert abs(np.corrcoef(first.samples[:, 0], other.samples[:, 0])[0, 1]) < 0.5


def test_music_for_a_single_scene_has_an_ending_too() -> None:
    timeline = Timeline((SceneTimes(Span(0, 6), None, ()),), 6.0)

    music = compose("upbeat", seed=1, seconds=6.0, timeline=timeline)

    assert len(music.samples) == 6 * SAMPLE_RATE
    assert 3 < music.hit <= music.end < 6


def test_an_unknown_mood_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(ValueError, match="upbeat"):
        compose("gloomy", seed=1, seconds=SECONDS, timeline=TIMELINE)
