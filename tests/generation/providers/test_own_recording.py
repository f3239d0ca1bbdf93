"""A person's own recording as narration."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import pytest

from generation.providers import voice_for
from generation.providers.voice.own_recording import OwnRecording
from generation.studio.errors import VoiceFailed
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav


def recorded(*seconds: float, pause: float = 0.6) -> "np.ndarray[tuple[int, ...], np.dtype[np.float32]]":
    """Sounds of these lengths with pauses between them, over a little noise."""
    noise = np.random.default_rng(1)
    parts = [np.zeros(int(0.2 * SAMPLE_RATE))]
    for length in seconds:
        parts += [0.2 * noise.standard_normal(int(length * SAMPLE_RATE)), np.zeros(int(pause * SAMPLE_RATE))]
    samples = np.concatenate(parts)
    return (samples + 0.0005 * noise.standard_normal(len(samples))).astype(np.float32).clip(-1, 1)


@pytest.mark.parametrize("ending", ["wav", "mp3", "m4a"])
def test_one_recording_is_cut_into_its_scenes(tmp_path: Path, ending: str) -> None:
    source = tmp_path / "me.wav"
    source.write_bytes(wav(recorded(1.0, 2.0)))
    path = tmp_path / f"narration.{ending}"
    subprocess.run([imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", source, path], check=True)

    recording = OwnRecording([path]).narrate(
        ["Fresh bread daily.", "", "Come by until eight in the evening, today."],
        language="en",
        on_progress=lambda _: None,
    )

    first, silent, second = recording.narration.scenes
    assert [word.text for word in first.words] == ["Fresh", "bread", "daily."]
    assert first.seconds == pytest.approx(1.1, abs=0.15)
    assert second.seconds == pytest.approx(2.1, abs=0.15)
    assert (len(second.words), silent.is_heard) == (8, False)
    assert recording.requests == 0


def test_each_scene_may_have_its_own_recording(tmp_path: Path) -> None:
    for number, seconds in enumerate((0.5, 1.5)):
        (tmp_path / f"{number}.wav").write_bytes(wav(recorded(seconds)))

    recording = OwnRecording([tmp_path / "0.wav", tmp_path / "1.wav"]).narrate(
        ["Hello.", "Goodbye everybody."], language="de", on_progress=lambda _: None
    )

    assert [scene.words[-1].text for scene in recording.narration.scenes] == ["Hello.", "everybody."]


def test_recordings_that_do_not_fit_the_scenes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(VoiceFailed, match="2 recordings for 3 spoken scenes") as refusal:
        OwnRecording([tmp_path / "a", tmp_path / "b"]).narrate(
            ["One.", "Two.", "Three."], language="en", on_progress=lambda _: None
        )

    assert refusal.value.permanent


def test_a_file_without_sound_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.m3u8"
    path.write_text("#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n")

    with pytest.raises(VoiceFailed, match="no sound that could be read"):
        OwnRecording([path]).narrate(["One."], language="en", on_progress=lambda _: None)


def test_no_voice_leaves_time_to_read() -> None:
    recording = voice_for("none").narrate(
        ["Read me."], voice="none", language="en", speed=0.8, on_progress=lambda _: None
    )

    assert not recording.narration.scenes[0].is_heard
    assert recording.narration.seconds > 0.5
