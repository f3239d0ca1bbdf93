"""A recording that somebody sends, read and checked before it is kept; and whether it can be a script read aloud.

What is kept is encoded anew (FLAC, one channel, 48 kHz): it plays everywhere, loses nothing more,
and leaves behind what phones write beside the sound, such as where it was recorded.
"""

import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt

from generation.studio.errors import StudioError, VoiceFailed
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.alignment import sounding
from generation.studio.voice.decoding import decode
from generation.studio.voice.hearing import words_of

Samples = npt.NDArray[np.float32]

LARGEST_FILE = 20 * 1024 * 1024
LONGEST_SECONDS = 90.0
SHORTEST_SECONDS = 1.0
KIND = "recording"
# Quieter than this at its loudest, a recording holds nothing.
_SILENT_DB = -60.0
# The loud parts of speech in frames of 20 ms: below this, raising it by the 24 dB that a recording is
# raised at most leaves it some 6 dB under the other voices, and its noise comes up with it.
_QUIET_DB = -50.0
_FRAME = SAMPLE_RATE // 50
# Letters a second while there is sound. The embedded voices speak 12 to 18 at 0.85 to 1.1 of their
# pace (three scripts, three voices); a slow reader some 9, a hasty one 24.
_SLOWEST, _USUAL, _FASTEST = 5.0, 14.0, 30.0


class RecordingRefused(StudioError, ValueError):
    """A file cannot be used as a recording. Also a ValueError, for callers that know nothing of the studio."""

    code = "recording_refused"
    permanent = True


class RecordingUnfit(VoiceFailed):
    """A recording cannot be the script read aloud: it has far too much or too little speech."""

    code = "recording_unfit"

    def __init__(self, message: str):
        super().__init__(message, permanent=True)


@dataclass(frozen=True)
class KeptRecording:
    """A recording as it is kept: the FLAC file at ``path``, and how many seconds it has."""

    path: str
    seconds: float
    kind: str = KIND


def receive(source: Path, *, folder: Path) -> KeptRecording:
    """Read and check the sound file ``source``, and write it anew into ``folder``.

    Takes WAV, MP3, M4A, AAC, Ogg, FLAC, WebM, and the sound of a phone's video.
    Raises RecordingRefused with a sentence.
    """
    size = source.stat().st_size
    if size == 0:
        raise RecordingRefused("The file is empty. Record it again, or choose another file.")
    if size > LARGEST_FILE:
        raise RecordingRefused(f"The file has {size / 2**20:.1f} MB; 20 MB is the most.")
    try:
        samples = decode(source)
    except VoiceFailed as error:
        raise RecordingRefused(
            "This is no sound that can be read. Send a WAV, MP3, M4A, Ogg, FLAC or WebM recording."
        ) from error
    _check(samples)
    path = folder / "recording.flac"
    _write(samples, path)
    return KeptRecording(str(path), round(len(samples) / SAMPLE_RATE, 2))


def check_fit(samples: Samples, scenes: Sequence[str], *, language: str) -> None:
    """Raise RecordingUnfit where nobody can have read these scenes in the time that speech is heard."""
    letters = sum(word.letters for text in scenes for word in words_of(text, language=language))
    heard = sum(end - start for start, end in sounding(samples))
    if not _FASTEST * heard < letters and not letters < _SLOWEST * heard:
        return
    raise RecordingUnfit(
        f"Your recording has {_seconds(heard)} of speech, and its script takes about "
        f"{_seconds(letters / _USUAL)} to read aloud. Read the whole script and nothing else, "
        "change the script to what you said, or choose another voice."
    )


def _seconds(value: float) -> str:
    whole = max(1, round(value))
    return f"{whole} second" if whole == 1 else f"{whole} seconds"


def _check(samples: Samples) -> None:
    seconds = len(samples) / SAMPLE_RATE
    if seconds > LONGEST_SECONDS:
        raise RecordingRefused(
            f"The recording is longer than {LONGEST_SECONDS:.0f} seconds. Send a shorter one."
        )
    if seconds < SHORTEST_SECONDS:
        raise RecordingRefused("The recording is shorter than a second. Record it again.")
    if _decibels(float(np.abs(samples).max())) < _SILENT_DB:
        raise RecordingRefused(
            "Nothing is heard in this recording. Check the microphone, and record it again."
        )
    if _decibels(_loud_parts(samples)) < _QUIET_DB:
        raise RecordingRefused(
            "The recording is too quiet to use. Speak closer to the microphone, and try again."
        )


def _loud_parts(samples: Samples) -> float:
    """The level (RMS) that a twentieth of all frames reach."""
    frames = samples[: len(samples) // _FRAME * _FRAME].reshape(-1, _FRAME)
    return float(np.percentile(np.sqrt(np.mean(np.square(frames), axis=1)), 95))


def _decibels(level: float) -> float:
    return float(20 * np.log10(max(level, 1e-9)))


def _write(samples: Samples, path: Path) -> None:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-f", "f32le", "-ac", "1"]
    command += ["-ar", str(SAMPLE_RATE), "-i", "pipe:0", "-c:a", "flac", "-sample_fmt", "s16", str(path)]
    done = subprocess.run(command, input=samples.astype("<f4").tobytes(), capture_output=True, check=False)
    if done.returncode:
        raise RecordingRefused("The recording could not be stored as it is. Send it as a WAV or MP3 file.")
