"""The real voice, on few and short scenes."""

from collections import Counter

import numpy as np
import pytest

from generation.studio.errors import VoiceFailed
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice import LANGUAGES, VOICES, Narration, narrate, speakers_of
from generation.studio.voice.catalogue import styles

SCENES = ("Stop. Cracked screen?", "", "A first visit for $49, until 8 pm.")

pytestmark = pytest.mark.render


@pytest.fixture(scope="module")
def spoken() -> tuple[Narration, list[float]]:
    progress: list[float] = []
    narration = narrate(SCENES, voice="af_heart", language="en", on_progress=progress.append)
    return narration, progress


def test_every_word_is_there_as_it_was_written(spoken: tuple[Narration, list[float]]) -> None:
    for text, scene in zip(SCENES, spoken[0].scenes, strict=True):
        assert " ".join(word.text for word in scene.words) == text


def test_words_follow_each_other_inside_the_sound(spoken: tuple[Narration, list[float]]) -> None:
    for scene in spoken[0].scenes:
        times = [time for word in scene.words for time in (word.start, word.end)]

        assert times == sorted(times)
        assert not times or (times[0] >= 0 and times[-1] <= len(scene.samples) / SAMPLE_RATE)
        assert all(word.end > word.start for word in scene.words)


def test_words_begin_where_they_are_heard(spoken: tuple[Narration, list[float]]) -> None:
    """After a pause the sound must rise within 80 ms of the time given for the word."""
    scene = spoken[0].scenes[0]
    for word in (scene.words[0], scene.words[1]):
        before = scene.samples[
            max(0, int((word.start - 0.13) * SAMPLE_RATE)) : int((word.start - 0.08) * SAMPLE_RATE)
        ]
        after = scene.samples[int((word.start + 0.04) * SAMPLE_RATE) : int((word.start + 0.12) * SAMPLE_RATE)]

        assert np.std(after) > 0.01
        assert not before.size or np.std(after) > 8 * np.std(before)


def test_sentences_are_set_apart(spoken: tuple[Narration, list[float]]) -> None:
    stop, cracked, _ = spoken[0].scenes[0].words

    assert cracked.start - stop.end == pytest.approx(0.32, abs=0.05)


def test_a_scene_without_words_is_silent(spoken: tuple[Narration, list[float]]) -> None:
    scene = spoken[0].scenes[1]

    assert (len(scene.samples), scene.words, scene.is_heard) == (0, (), False)


def test_the_sound_is_trimmed_and_level(spoken: tuple[Narration, list[float]]) -> None:
    for scene in (spoken[0].scenes[0], spoken[0].scenes[2]):
        loud = scene.samples[np.abs(scene.samples) > 0.05 * np.abs(scene.samples).max()]

        assert scene.samples.dtype == np.float32
        assert np.abs(scene.samples).max() <= 0.9
        assert 20 * np.log10(np.sqrt(np.mean(loud**2))) == pytest.approx(-20, abs=2)
        assert np.abs(scene.samples[: int(0.2 * SAMPLE_RATE)]).max() > 0.02


def test_what_cannot_be_spoken_is_shown_all_the_same() -> None:
    scene = narrate(["Добро пожаловать"], voice="af_heart", language="en").scenes[0]

    assert [word.text for word in scene.words] == ["Добро", "пожаловать"]
    assert not scene.is_heard


def test_progress_is_told_to_the_end(spoken: tuple[Narration, list[float]]) -> None:
    assert spoken[1] == pytest.approx([1 / 3, 2 / 3, 1.0])


def test_speaking_twice_gives_the_same_sound() -> None:
    first, second = (narrate(["Yes."], voice="bm_george", language="en-GB", speed=1.2) for _ in range(2))

    assert np.array_equal(first.scenes[0].samples, second.scenes[0].samples)


def test_a_voice_that_does_not_speak_the_language_is_refused_with_those_that_do() -> None:
    with pytest.raises(
        VoiceFailed, match="speaks English, not Spanish. Choose one of: ef_dora, em_alex."
    ) as no:
        narrate(["Hola."], voice="af_heart", language="es")

    assert no.value.permanent


def test_a_language_that_no_voice_speaks_is_refused_with_a_way_out() -> None:
    with pytest.raises(VoiceFailed, match="not 'de'. Choose another language, a hosted voice, or no voice."):
        narrate(["Hallo."], voice="af_heart", language="de")


def test_an_unknown_voice_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(VoiceFailed, match="af_heart"):
        narrate(["Hello."], voice="nobody", language="en")


def test_an_impossible_speed_is_refused() -> None:
    with pytest.raises(VoiceFailed, match="between"):
        narrate(["Hello."], voice="af_heart", language="en", speed=9)


def test_the_catalogue_offers_both_accents_and_genders() -> None:
    english = Counter((voice.accent, voice.gender) for voice in VOICES.values() if voice.language == "en")

    assert english == {
        ("en-US", "female"): 3,
        ("en-US", "male"): 3,
        ("en-GB", "female"): 2,
        ("en-GB", "male"): 2,
    }
    assert all(speakers_of(language) for language in LANGUAGES)


def test_every_voice_has_its_table() -> None:
    assert {styles(name).shape for name in VOICES} == {(510, 256)}


def test_a_told_pronunciation_is_heard_and_the_word_stays_as_written() -> None:
    told = narrate(["Nguyen's $5."], voice="af_heart", language="en", pronunciations={"nguyen": "win"})
    plain = narrate(["Win's $5."], voice="af_heart", language="en")

    assert [word.text for word in told.scenes[0].words] == ["Nguyen's", "$5."]
    assert np.array_equal(told.scenes[0].samples, plain.scenes[0].samples)


@pytest.mark.parametrize("speed", [0.8, 1.25])
def test_words_keep_time_at_any_speed(speed: float) -> None:
    scene = narrate(["Stop. Look."], voice="af_heart", language="en", speed=speed).scenes[0]
    look = scene.words[1]
    before = scene.samples[int((look.start - 0.15) * SAMPLE_RATE) : int((look.start - 0.09) * SAMPLE_RATE)]
    after = scene.samples[int((look.start + 0.05) * SAMPLE_RATE) : int((look.start + 0.13) * SAMPLE_RATE)]

    assert np.std(after) > 8 * np.std(before)
