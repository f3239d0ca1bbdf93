"""Recordings that people send: read and checked before they are kept."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt
import pytest

from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.decoding import decode
from generation.studio.voice.recordings import (
    RecordingRefused,
    RecordingUnfit,
    check_fit,
    receive,
)
from generation.studio.voice.sample import wav

Samples = npt.NDArray[np.float32]


def murmur(seconds: float, *, level: float = 0.1) -> Samples:
    """Noise that comes and goes like syllables."""
    count = int(seconds * SAMPLE_RATE)
    noise = np.random.default_rng(4).standard_normal(count)
    syllables = 0.5 + 0.5 * np.sin(np.arange(count) * 2 * np.pi * 4 / SAMPLE_RATE)
    return (level * noise * syllables).clip(-1, 1).astype(np.float32)


def stored(folder: Path, samples: Samples) -> Path:
    path = folder / "sent"
    path.write_bytes(wav(samples))
    return path


def encoded(folder: Path, ending: str, *more: str) -> Path:
    """The same two seconds as a phone or a browser would send them, under a name that says nothing."""
    path = folder / f"take.{ending}"
    source = stored(folder, murmur(2.0))
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "wav", "-i", source, *more, path]
    subprocess.run(command, check=True)
    return path.rename(folder / "without-ending")


@pytest.mark.parametrize(
    ("ending", "more"),
    [
        ("wav", ()),
        ("mp3", ()),
        ("m4a", ()),
        ("aac", ()),
        ("ogg", ("-c:a", "libopus")),
        ("flac", ()),
        ("webm", ("-c:a", "libopus")),
    ],
)
def test_what_phones_and_browsers_record_is_taken(tmp_path: Path, ending: str, more: tuple[str, ...]) -> None:
    kept = receive(encoded(tmp_path, ending, *more), folder=tmp_path)

    assert kept.seconds == pytest.approx(2.0, abs=0.1)
    assert Path(kept.path).read_bytes()[:4] == b"fLaC"
    assert len(decode(Path(kept.path))) == pytest.approx(2.0 * SAMPLE_RATE, rel=0.05)


def test_what_a_phone_writes_beside_the_sound_is_left_behind(tmp_path: Path) -> None:
    source = encoded(
        tmp_path, "m4a", "-metadata", "location=+59.9139+010.7522/", "-metadata", "title=At home"
    )

    kept = receive(source, folder=tmp_path)

    assert b"At home" in source.read_bytes()
    assert b"At home" not in Path(kept.path).read_bytes()


@pytest.mark.parametrize(
    ("samples", "words"),
    [
        (np.zeros(3 * SAMPLE_RATE, np.float32), "Nothing is heard"),
        (murmur(3.0, level=0.0012), "too quiet"),
        (murmur(0.4), "shorter than a second"),
        (murmur(91.0), "longer than 90 seconds"),
    ],
)
def test_a_recording_that_cannot_be_used_is_refused(tmp_path: Path, samples: Samples, words: str) -> None:
    with pytest.raises(RecordingRefused, match=words):
        receive(stored(tmp_path, samples), folder=tmp_path)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "The file is empty"),
        (b"Read me aloud.", "no sound that can be read"),
        (b"ID3\x04\x00\x00\x00\x00\x00\x00" + b"\x00" * 500, "no sound that can be read"),
        (b"#EXTM3U\n#EXTINF:1,\nfile:///etc/hostname\n", "no sound that can be read"),
        (b"RIFF\xff\xff\xff\xffWAVEfmt ", "no sound that can be read"),
    ],
)
def test_a_file_that_is_no_sound_is_refused(tmp_path: Path, data: bytes, words: str) -> None:
    path = tmp_path / "sent"
    path.write_bytes(data)

    with pytest.raises(RecordingRefused, match=words):
        receive(path, folder=tmp_path)


SCRIPT = (
    "Fresh bread, every single morning.",
    "We bake at five.",
    "Come by before eight, and taste it warm.",
)


@pytest.mark.parametrize("seconds", [3.5, 6.0, 10.0])
def test_hasty_and_slow_readers_fit_their_script(seconds: float) -> None:
    check_fit(murmur(seconds), SCRIPT, language="en")


@pytest.mark.parametrize("seconds", [1.0, 40.0])
def test_a_recording_of_something_else_does_not_fit_the_script(seconds: float) -> None:
    with pytest.raises(
        RecordingUnfit, match=rf"has {seconds:.0f} seconds? of speech, and its script"
    ) as error:
        check_fit(murmur(seconds), SCRIPT, language="en")

    assert (error.value.code, error.value.permanent) == ("recording_unfit", True)
