"""The contract of a voice."""

from collections.abc import Callable, Sequence
from typing import Protocol

from generation.studio.voice import Narration


class Voice(Protocol):
    """Speaks scenes and says when each word sounds."""

    def narrate(
        self,
        scenes: Sequence[str],
        *,
        voice: str,
        language: str,
        on_progress: Callable[[float], None],
    ) -> Narration:
        """Speak each scene's text. Raises VoiceFailed with a sentence for a person."""
        ...
