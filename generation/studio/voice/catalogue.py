"""The voices that can be asked for."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generation.studio.errors import VoiceFailed

_TABLES = Path(__file__).parents[1] / "assets" / "voices"
_STYLE_SIZE = 256
LANGUAGES = {
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "it": "Italian",
    "pt": "Portuguese",
    "hi": "Hindi",
    "ja": "Japanese",
    "zh": "Chinese",
}
"""What the voices speak: the primary subtag of BCP 47, and its name."""


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

    @property
    def language(self) -> str:
        """The language without its region: "pt" for "pt-BR"."""
        return base_of(self.accent)


VOICES: dict[str, Voice] = {
    voice.name: voice
    for voice in (
        Voice("af_heart", "Heart: warm, American", "en-US", "female"),
        Voice("af_bella", "Bella: bright, American", "en-US", "female"),
        Voice("af_sarah", "Sarah: even, American", "en-US", "female"),
        Voice("am_michael", "Michael: calm, American", "en-US", "male"),
        Voice("am_puck", "Puck: lively, American", "en-US", "male"),
        Voice("am_fenrir", "Fenrir: deep, American", "en-US", "male"),
        Voice("bf_emma", "Emma: clear, British", "en-GB", "female"),
        Voice("bf_isabella", "Isabella: soft, British", "en-GB", "female"),
        Voice("bm_george", "George: composed, British", "en-GB", "male"),
        Voice("bm_fable", "Fable: bright, British", "en-GB", "male"),
        Voice("ef_dora", "Dora: Spanish", "es-ES", "female"),
        Voice("em_alex", "Alex: Spanish", "es-ES", "male"),
        Voice("ff_siwis", "Siwis: French", "fr-FR", "female"),
        Voice("if_sara", "Sara: Italian", "it-IT", "female"),
        Voice("im_nicola", "Nicola: Italian", "it-IT", "male"),
        Voice("pf_dora", "Dora: Brazilian", "pt-BR", "female"),
        Voice("pm_alex", "Alex: Brazilian", "pt-BR", "male"),
        Voice("hf_alpha", "Alpha: Hindi", "hi-IN", "female"),
        Voice("hm_psi", "Psi: Hindi", "hi-IN", "male"),
        Voice("jf_alpha", "Alpha: Japanese", "ja-JP", "female"),
        Voice("jm_kumo", "Kumo: Japanese", "ja-JP", "male"),
        Voice("zf_xiaoxiao", "Xiaoxiao: Chinese", "zh-CN", "female"),
        Voice("zm_yunxi", "Yunxi: Chinese", "zh-CN", "male"),
    )
}


def base_of(language: str) -> str:
    """The primary subtag of a BCP 47 tag, in lower case: "en" for "en-GB"."""
    return language.replace("_", "-").partition("-")[0].strip().lower()


def speakers_of(language: str) -> tuple[Voice, ...]:
    """The voices that speak a language, whatever their accent."""
    return tuple(voice for voice in VOICES.values() if voice.language == base_of(language))


def find(name: str) -> Voice:
    """The voice of that name. Raises VoiceFailed when there is none."""
    if name not in VOICES:
        known = ", ".join(VOICES)
        raise VoiceFailed(f"There is no voice called {name!r}. Choose one of: {known}.", permanent=True)
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
