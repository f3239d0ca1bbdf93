"""No voice: the words are timed for reading."""

from collections.abc import Callable, Mapping, Sequence

from generation.providers.voice import Recording
from generation.studio.voice import silence
from generation.studio.voice.silent import WORDS_PER_SECOND


class SilentVoice:
    """Leaves time to read instead of speaking."""

    def speaks(self, language: str) -> bool:  # noqa: ARG002 - the contract's
        """Silence is the same in every language."""
        return True

    def prepare(self, language: str) -> None:
        """Nothing to load."""

    def narrate(
        self,
        scenes: Sequence[str],
        *,
        voice: str,  # noqa: ARG002 - the contract's
        language: str,  # noqa: ARG002
        speed: float = 1.0,
        pronunciations: Mapping[str, str] | None = None,  # noqa: ARG002
        on_progress: Callable[[float], None],
    ) -> Recording:
        """Time each scene's text."""
        on_progress(1.0)
        return Recording(silence(scenes, words_per_second=WORDS_PER_SECOND * speed), made_by="nobody")
