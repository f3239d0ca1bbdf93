"""The voices that can be asked for."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generation.studio.errors import VoiceFailed

_TABLES = Path(__file__).parents[1] / "assets" / "voices"
_STYLE_SIZE = 256


@dataclass(frozen=True)
class Voice:
    """One voice: ``name`` is what a storyboard asks for, ``label`` what people see.

    ``accent`` is a BCP 47 tag, ``gender`` "female" or "male".
    """

    name: str
    label: str
    accent: str
    gender: str

    @property
    def is_british(self) -> bool:
        return self.accent == "en-GB"


VOICES: dict[str, Voice] = {
    voice.name: voice
    for voice in (
        Voice("af_heart", "Heart: warm, American", "en-US", "female"),
        Voice("af_bella", "Bella: bright, American", "en-US", "female"),
        Voice("am_michael", "Michael: calm, American", "en-US", "male"),
        Voice("am_puck", "Puck: lively, American", "en-US", "male"),
        Voice("am_fenrir", "Fenrir: deep, American", "en-US", "male"),
        Voice("bf_emma", "Emma: clear, British", "en-GB", "female"),
        Voice("bm_george", "George: composed, British", "en-GB", "male"),
    )
}


def find(name: str) -> Voice:
    """The voice of that name. Raises VoiceFailed when there is none."""
    if name not in VOICES:
        raise VoiceFailed(f"There is no voice called {name!r}. Choose one of: {', '.join(VOICES)}.")
    return VOICES[name]


@cache
def styles(name: str) -> npt.NDArray[np.float32]:
    """The style table of a voice, shape (510, 256): one row for each number of phonemes."""
    path = _TABLES / f"{find(name).name}.bin"
    try:
        return np.fromfile(path, dtype="<f4").reshape(-1, _STYLE_SIZE)
    except (OSError, ValueError) as error:
        raise VoiceFailed(
            f"The voice table {path.name} is missing or damaged. Install Vigen again."
        ) from error
