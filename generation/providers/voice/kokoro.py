"""The embedded voice: Kokoro-82M on this machine's processor."""

import contextlib
from collections.abc import Callable, Mapping, Sequence

from generation.providers.voice import Recording
from generation.studio.errors import VoiceFailed
from generation.studio.voice import VOICES, narrate, prepare, speakers_of


class KokoroVoice:
    """Speaks with the studio's own voices."""

    def speaks(self, language: str) -> bool:
        """Whether one of the studio's voices speaks it."""
        return bool(speakers_of(language))

    def prepare(self, language: str) -> None:
        """Load the model and the dictionary."""
        # What is missing is said when it is needed.
        with contextlib.suppress(VoiceFailed):
            prepare(language)

    def narrate(
        self,
        scenes: Sequence[str],
        *,
        voice: str,
        language: str,
        speed: float = 1.0,
        pronunciations: Mapping[str, str] | None = None,
        on_progress: Callable[[float], None],
    ) -> Recording:
        """Speak each scene's text."""
        narration = narrate(
            scenes,
            voice=voice,
            language=language,
            speed=speed,
            pronunciations=pronunciations,
            on_progress=on_progress,
        )
        return Recording(narration, made_by=VOICES[voice].label)
