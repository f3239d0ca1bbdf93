import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.studio.formats import FRAMES_PER_SECOND, SAMPLE_RATE
from generation.studio.schedule import SHORTEST_SCENE, lay, overrun
from generation.studio.timeline import Timeline, Word
from generation.studio.voice.narration import Narration, SpokenScene


def spoken(*seconds: float) -> Narration:
    """Scenes of silence that last so long, with two words each; 0 is a scene without words."""
    return Narration(tuple(_scene(length) for length in seconds))


def _scene(seconds: float) -> SpokenScene:
    if not seconds:
        return SpokenScene(np.zeros(0, np.float32), ())
    words = (Word("Taste", 0.05, seconds / 2), Word("this.", seconds / 2, seconds))
    return SpokenScene(np.zeros(round(seconds * SAMPLE_RATE), np.float32), words)


def is_on_frame(seconds: float) -> bool:
    return abs(seconds * FRAMES_PER_SECOND - round(seconds * FRAMES_PER_SECOND)) < 1e-6


def check(timeline: Timeline, narration: Narration) -> None:
    """What every timeline has to keep to."""
    spans = [scene.span for scene in timeline.scenes]
    assert spans[0].start == 0.0
    assert spans[-1].end == timeline.seconds
    assert all(a.end == b.start for a, b in itertools.pairwise(spans))
    assert all(is_on_frame(span.end) for span in spans)
    for scene, take in zip(timeline.scenes, narration.scenes, strict=True):
        assert scene.span.seconds >= SHORTEST_SCENE - 1 / FRAMES_PER_SECOND
        if scene.voice:
            assert scene.span.start < scene.voice.start
            assert scene.voice.end < scene.span.end
            assert scene.voice.seconds == pytest.approx(take.seconds)
            assert scene.words[0].start == pytest.approx(scene.voice.start + take.words[0].start)


def test_an_ad_lasts_exactly_as_long_as_asked_when_the_words_fit() -> None:
    narration = spoken(2.1, 3.0, 2.4, 1.8)

    timeline = lay(narration, length=15.0)

    check(timeline, narration)
    assert timeline.seconds == 15.0
    assert overrun(timeline, length=15.0) == 0.0


def test_the_end_card_stays_after_the_last_word() -> None:
    last = lay(spoken(2.0, 2.0, 2.0), length=12.0).scenes[-1]

    assert last.voice is not None
    assert last.span.end - last.voice.end >= 1.3


def test_pauses_shrink_before_the_ad_grows() -> None:
    narration = spoken(3.0, 3.4, 3.2, 3.2)

    timeline = lay(narration, length=15.0)

    check(timeline, narration)
    assert timeline.seconds == 15.0


def test_no_word_is_cut_when_there_are_too_many() -> None:
    narration = spoken(5.0, 5.0, 5.0, 5.0)

    timeline = lay(narration, length=15.0)

    check(timeline, narration)
    assert timeline.seconds > 20.0
    assert overrun(timeline, length=15.0) == pytest.approx(timeline.seconds - 15.0, abs=0.001)


def test_a_scene_without_words_is_shown_all_the_same() -> None:
    timeline = lay(spoken(2.0, 0, 2.0), length=10.0)

    assert timeline.scenes[1].voice is None
    assert timeline.scenes[1].words == ()
    assert timeline.scenes[1].span.seconds >= SHORTEST_SCENE


def test_the_first_word_comes_after_the_first_picture() -> None:
    first, second = lay(spoken(2.0, 2.0), length=8.0).scenes

    assert first.voice is not None
    assert second.voice is not None
    assert first.voice.start >= 0.45
    assert second.voice.start - second.span.start >= 0.3


def test_with_a_tempo_cuts_fall_on_beats_where_they_can() -> None:
    narration = spoken(2.1, 2.2, 2.6, 1.8)
    plain, nudged = lay(narration, length=16.0), lay(narration, length=16.0, tempo=120.0)

    def off_beat(timeline: Timeline) -> float:
        return sum(abs(cut / 0.5 - round(cut / 0.5)) for cut in timeline.cuts)

    check(nudged, narration)
    assert off_beat(nudged) < off_beat(plain)
    assert [scene.voice for scene in nudged.scenes] == [scene.voice for scene in plain.scenes]


def test_nothing_cannot_be_laid_out() -> None:
    with pytest.raises(ValueError, match="at least one scene"):
        lay(Narration(()), length=15.0)
    with pytest.raises(ValueError, match="positive length"):
        lay(spoken(1.0), length=0.0)


@given(
    st.lists(st.one_of(st.just(0.0), st.floats(0.3, 6.0)), min_size=1, max_size=8),
    st.sampled_from([6.0, 15.0, 20.0, 30.0]),
    st.sampled_from([None, 96.0, 128.0]),
)
def test_every_narration_finds_its_place(seconds: list[float], length: float, tempo: float | None) -> None:
    narration = spoken(*seconds)

    timeline = lay(narration, length=length, tempo=tempo)

    check(timeline, narration)
    assert timeline.seconds >= length - 1e-6
