"""The orchestra: a page of notes becomes sound, through a SoundFont."""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import numpy.typing as npt
import tinysoundfont

from generation.studio.errors import StudioError
from generation.studio.formats import SAMPLE_RATE
from generation.studio.music.moods import Patch
from generation.studio.music.score import DRUMS, Note

_SOUNDFONT = Path(__file__).parents[1] / "assets" / "soundfont" / "FluidR3Mono_GM.sf3"
_PAN, _LEVEL, _CENTRE = 10, 7, 64
_FONT = 0
# Whatever still sounded has died away after this.
_FLUSH = SAMPLE_RATE // 2
_lock = Lock()


class MusicFailed(StudioError):
    """The music could not be played."""

    code = "music_failed"


def perform(
    notes: Sequence[Note], *, patches: Mapping[int, Patch], kit: int, drum_level: int, seconds: float
) -> npt.NDArray[np.float32]:
    """Play the notes: float32 stereo at 48 kHz, exactly ``seconds`` long. Raises MusicFailed."""
    with _lock:
        synth = orchestra()
        _seat(synth, patches, kit, drum_level)
        return _play(synth, notes, round(seconds * SAMPLE_RATE))


def orchestra() -> Any:
    """The loaded SoundFont of this process. Loading takes seconds: ask early, from a thread."""
    return _orchestra(os.getpid())


def dismiss() -> None:
    """Forget the loaded SoundFont, some 300 MB; the next piece loads it again in two seconds."""
    with _lock:
        _orchestra.cache_clear()


@cache
def _orchestra(process: int) -> Any:  # noqa: ARG001 - the child of a fork gets an orchestra of its own
    synth = tinysoundfont.Synth(samplerate=SAMPLE_RATE)
    try:
        synth.sfload(_SOUNDFONT.read_bytes())
    except (OSError, RuntimeError, tinysoundfont.SoundFontException) as error:
        raise MusicFailed("The SoundFont is missing or damaged. Install Vigen again.") from error
    return synth


def _seat(synth: Any, patches: Mapping[int, Patch], kit: int, drum_level: int) -> None:
    synth.sounds_off()
    synth.generate(_FLUSH)
    for channel, patch in patches.items():
        synth.program_select(channel, _FONT, 0, patch.program)
        synth.control_change(channel, _PAN, round(_CENTRE + 63 * patch.pan))
        synth.control_change(channel, _LEVEL, patch.level)
    synth.program_select(DRUMS, _FONT, 0, kit, is_drums=True)
    synth.control_change(DRUMS, _PAN, _CENTRE)
    synth.control_change(DRUMS, _LEVEL, drum_level)


def _play(synth: Any, notes: Sequence[Note], length: int) -> npt.NDArray[np.float32]:
    """Render from event to event; at the same moment notes end before others begin."""
    events = [(round(note.start * SAMPLE_RATE), 1, note) for note in notes]
    events += [(round((note.start + note.seconds) * SAMPLE_RATE), 0, note) for note in notes]
    out = np.zeros((length, 2), np.float32)
    now = 0
    for place, is_start, note in sorted(events):
        now = _render(synth, out, now, min(length, place))
        if is_start:
            synth.noteon(note.channel, note.key, note.velocity)
        else:
            synth.noteoff(note.channel, note.key)
    _render(synth, out, now, length)
    return out


def _render(synth: Any, out: npt.NDArray[np.float32], start: int, end: int) -> int:
    if end > start:
        out[start:end] = np.frombuffer(synth.generate(end - start), np.float32).reshape(-1, 2)
    return max(start, end)
