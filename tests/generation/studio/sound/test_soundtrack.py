import errno
import wave
from pathlib import Path

import numpy as np
import pytest

from generation.studio.formats import SAMPLE_RATE
from generation.studio.schedule import lay
from generation.studio.sound import soundtrack, write_wav
from generation.studio.sound.ducking import duck
from generation.studio.sound.dynamics import Signal, true_peak_db
from generation.studio.sound.effects import accents
from generation.studio.sound.mastering import loudness, master
from generation.studio.sound.piece import Music
from generation.studio.sound.voice_track import placed
from generation.studio.storyboard import Energy
from generation.studio.timeline import Span, Word
from generation.studio.voice import silence
from generation.studio.voice.narration import Narration, SpokenScene


def speech(seconds: float, seed: int) -> SpokenScene:
    """Noise in syllables: as uneven as speech, and quick to make."""
    time = np.arange(round(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    noise = np.random.default_rng(seed).standard_normal(len(time))
    samples = 0.1 * noise * (0.2 + np.abs(np.sin(2 * np.pi * 2.5 * time)))
    return SpokenScene(samples.astype(np.float32), (Word("Hm.", 0.0, seconds),))


def music(seconds: float) -> Music:
    samples = 0.1 * np.random.default_rng(9).standard_normal((round(seconds * SAMPLE_RATE), 2))
    return Music(samples.astype(np.float32), 120.0, (0.0, 0.5), seconds * 0.7, seconds * 0.8)


@pytest.mark.render
@pytest.mark.parametrize("energy", list(Energy))
def test_the_soundtrack_is_as_long_and_as_loud_as_it_should_be(energy: Energy) -> None:
    narration = Narration((speech(2.0, 1), speech(2.5, 2)))
    timeline = lay(narration, length=8.0)

    track = soundtrack(narration, timeline, music(7.5), seed=1, energy=energy)

    assert track.shape == (8 * SAMPLE_RATE, 2)
    assert track.dtype == np.float32
    assert loudness(track) == pytest.approx(-14, abs=0.3)
    assert true_peak_db(track) <= -1.5


@pytest.mark.render
def test_a_soundtrack_without_a_voice_is_as_loud() -> None:
    narration = silence(["Look at this.", "And this."])
    timeline = lay(narration, length=6.0)

    track = soundtrack(narration, timeline, music(6.0), seed=1, energy=Energy.CALM)

    assert loudness(track) == pytest.approx(-14, abs=0.3)


def test_the_voice_sounds_exactly_where_the_timeline_has_it() -> None:
    narration = Narration((speech(1.0, 1), speech(1.0, 2)))
    timeline = lay(narration, length=6.0)

    track = placed(narration, timeline)[:, 0]

    for scene, take in zip(timeline.scenes, narration.scenes, strict=True):
        assert scene.voice is not None
        start = round(scene.voice.start * SAMPLE_RATE)
        assert np.array_equal(track[start : start + len(take.samples)], take.samples)


def test_a_narration_for_another_timeline_is_refused() -> None:
    narration = Narration((speech(1.0, 1),))
    timeline = lay(narration, length=3.0)

    with pytest.raises(ValueError, match="same number of scenes"):
        placed(Narration(narration.scenes * 2), timeline)


def test_music_steps_back_while_somebody_speaks() -> None:
    ones = np.ones((6 * SAMPLE_RATE, 2), np.float32)

    ducked = duck(ones, [Span(2.0, 4.0)])[:, 0]

    assert ducked[SAMPLE_RATE] == pytest.approx(1.0, abs=1e-4)
    assert 20 * np.log10(ducked[3 * SAMPLE_RATE]) == pytest.approx(-10, abs=0.1)
    assert ducked[5 * SAMPLE_RATE] == pytest.approx(1.0, abs=1e-4)
    assert np.abs(np.diff(ducked)).max() < 0.001


def test_effects_sound_at_the_cuts_and_differ_with_the_seed() -> None:
    first, second, again = (
        accents((3.0, 6.0), seconds=9.0, seed=seed, energy=Energy.STEADY) for seed in (1, 2, 1)
    )

    level = np.sqrt(np.mean(first.reshape(18, -1) ** 2, axis=1))
    assert np.array_equal(first, again)
    assert not np.array_equal(first, second)
    assert set(np.flatnonzero(level > 1e-4)) == {5, 6, 11, 12, 13, 14} & set(np.flatnonzero(level > 1e-4))
    assert level[6] > 0.002
    assert level[12] > level[6]


@pytest.mark.parametrize("scale", [0.001, 0.05, 1.0, 8.0])
def test_the_master_reaches_the_loudness_from_anywhere(scale: float) -> None:
    noise: Signal = np.random.default_rng(4).standard_normal((4 * SAMPLE_RATE, 2)).astype(np.float32)
    noise *= np.float32(scale) * (0.3 + np.abs(np.sin(np.arange(len(noise)) / 9000)))[:, None].astype(
        np.float32
    )

    mastered = master(noise)

    assert loudness(mastered) == pytest.approx(-14, abs=0.3)
    assert true_peak_db(mastered) <= -1.5


def test_silence_is_not_blown_up() -> None:
    assert not master(np.zeros((SAMPLE_RATE, 2), np.float32)).any()


def test_a_wav_file_holds_the_samples_in_24_bits(tmp_path: Path) -> None:
    samples = np.array([[0.0, 1.0], [-1.0, 0.5], [2.0, -0.25]], np.float32)

    write_wav(tmp_path / "mix.wav", samples)

    with wave.open(str(tmp_path / "mix.wav")) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (2, 3, SAMPLE_RATE)
        raw = file.readframes(3)
    found = [
        int.from_bytes(raw[i : i + 3], "little", signed=True) / (2**23 - 1) for i in range(0, len(raw), 3)
    ]
    assert found == pytest.approx([0, 1, -1, 0.5, 1, -0.25], abs=1e-6)


def test_a_folder_that_does_not_exist_is_told(tmp_path: Path) -> None:
    with pytest.raises(OSError) as caught:
        write_wav(tmp_path / "nowhere" / "mix.wav", np.zeros((4, 2), np.float32))

    assert caught.value.errno == errno.ENOENT
