"""The sound of an ad: voice, music and effects in one stereo track."""

import wave
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from generation.studio.errors import DiskFull
from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.delivery import FULL_SCALE, as_kept, fit_for_aac
from generation.studio.sound.ducking import duck
from generation.studio.sound.effects import accents
from generation.studio.sound.filters import Signal
from generation.studio.sound.mastering import at_loudness, master
from generation.studio.sound.piece import Music
from generation.studio.sound.voice_track import placed, polished, spoken_spans
from generation.studio.storyboard import Energy
from generation.studio.timeline import Timeline
from generation.studio.voice.narration import Narration

__all__ = ["Foreground", "foreground", "mixed", "soundtrack", "write_voice", "write_wav"]

_VOICE_LOUDNESS = -16.0
# Under the voice the music is ducked by another 10 dB.
_MUSIC_LOUDNESS = -19.5
_NO_SPACE_LEFT = 28


@dataclass(frozen=True, eq=False)
class Foreground:
    """What is heard over the music, each as long as the ad: float32 stereo at 48 kHz."""

    voice: Signal
    accents: Signal


def soundtrack(
    narration: Narration, timeline: Timeline, music: Music, *, seed: int, energy: Energy
) -> Signal:
    """Mix everything: float32 stereo at 48 kHz, as long as the timeline, −14 LUFS, true peak below −1.5 dBTP
    and, once it is encoded, below −1.

    Raises ValueError when the narration does not belong to the timeline, EncoderMissing and EncoderFailed.
    """
    return mixed(foreground(narration, timeline, seed=seed, energy=energy), timeline, music)


def foreground(narration: Narration, timeline: Timeline, *, seed: int, energy: Energy) -> Foreground:
    """The part of a soundtrack that needs no music, so that it can be made while that is composed.

    Raises ValueError when the narration does not belong to the timeline.
    """
    voice = at_loudness(polished(placed(narration, timeline)), _VOICE_LOUDNESS)
    return Foreground(voice, accents(timeline.cuts, seconds=timeline.seconds, seed=seed, energy=energy))


def mixed(front: Foreground, timeline: Timeline, music: Music) -> Signal:
    """The soundtrack of a foreground and its music, as ``soundtrack`` gives it."""
    length = round(timeline.seconds * SAMPLE_RATE)
    ground = duck(at_loudness(_fitted(music.samples, length), _MUSIC_LOUDNESS), spoken_spans(timeline))
    return fit_for_aac(master(front.voice + ground + front.accents))


def _fitted(samples: Signal, length: int) -> Signal:
    """Exactly so many samples: cut, or silence behind."""
    return np.pad(samples[:length], ((0, max(0, length - len(samples))), (0, 0)))


def write_voice(path: Path, narration: Narration, timeline: Timeline) -> None:
    """Write the narration alone, where the timeline has it: one channel of 16 bits at 48 kHz."""
    track = placed(narration, timeline)[:, 0]
    packed = np.round(np.clip(track, -1.0, 1.0) * 32767).astype("<i2").tobytes()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(SAMPLE_RATE)
        file.writeframes(packed)


def write_wav(path: Path, samples: Signal) -> None:
    """Write stereo float samples as a 24-bit WAV file at 48 kHz.

    Raises DiskFull when there is no room; no half-written file stays behind.
    """
    whole = (as_kept(samples) * np.float32(FULL_SCALE)).astype("<i4")
    # The three low bytes of each little-endian sample.
    packed = whole.reshape(-1, 1).view(np.uint8)[:, :3].tobytes()
    try:
        with path.open("wb") as raw, wave.open(raw, "wb") as file:
            file.setnchannels(samples.shape[1])
            file.setsampwidth(3)
            file.setframerate(SAMPLE_RATE)
            file.writeframes(packed)
    except OSError as error:
        path.unlink(missing_ok=True)
        if error.errno == _NO_SPACE_LEFT:
            raise DiskFull(
                "There is no room left for the soundtrack. Free some disk space and try again."
            ) from error
        raise
