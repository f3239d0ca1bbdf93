"""The orchestra: a page of notes becomes sound, through a SoundFont."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import tinysoundfont

from generation.studio.errors import StudioError
from generation.studio.formats import SAMPLE_RATE
from generation.studio.music.moods import Patch
from generation.studio.music.score import DRUMS, Note
from generation.studio.music.soundfont import with_presets

_SOUNDFONT = Path(__file__).parents[1] / "assets" / "soundfont" / "FluidR3Mono_GM.sf3"
_PAN, _LEVEL, _CENTRE = 10, 7, 64
_FONT = 0
_DRUM_BANK = 128


class MusicFailed(StudioError):
    """The music could not be played."""

    code = "music_failed"


def perform(
    notes: Sequence[Note], *, patches: Mapping[int, Patch], kit: int, drum_level: int, seconds: float
) -> npt.NDArray[np.float32]:
    """Play the notes: float32 stereo at 48 kHz, exactly ``seconds`` long. Raises MusicFailed."""
    synth = _orchestra({(0, patch.program) for patch in patches.values()} | {(_DRUM_BANK, kit)})
    _seat(synth, patches, kit, drum_level)
    return _play(synth, notes, round(seconds * SAMPLE_RATE))


def _orchestra(presets: Collection[tuple[int, int]]) -> Any:
    """A synthesizer with the instruments of one piece: 35 MB, in a fifth of a second."""
    synth = tinysoundfont.Synth(samplerate=SAMPLE_RATE)
    try:
        synth.sfload(with_presets(_SOUNDFONT.read_bytes(), presets))
    except (OSError, ValueError, LookupError, RuntimeError, tinysoundfont.SoundFontException) as error:
        raise MusicFailed("The SoundFont is missing or damaged. Install Vigen again.") from error
    return synth


def _seat(synth: Any, patches: Mapping[int, Patch], kit: int, drum_level: int) -> None:
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
