"""The contract of a voice."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from generation.studio.voice import Narration

NO_VOICE = "none"
"""The voice that is chosen for an ad to be read instead of heard."""
OWN_VOICE = "own"
"""The voice that is chosen for an ad that a person's own recording speaks."""


@dataclass(frozen=True)
class Recording:
    """A narration and what it cost.

    ``made_by`` names the voice for people. ``characters`` were billed, in
    ``requests`` paid calls; ``dollars`` is what that costs at the vendor's list
    price, None where nobody here knows it.
    """

    narration: Narration
    made_by: str
    characters: int = 0
    requests: int = 0
    dollars: float | None = 0.0


class Voice(Protocol):
    """Speaks scenes and says when each word sounds."""

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for a language (BCP 47)."""
        ...

    def prepare(self, language: str) -> None:
        """Load what takes a while, once. May be called from a thread, early, while others work; does not raise."""
        ...

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
        """Speak each scene's text. Raises VoiceFailed with a sentence for a person."""
        ...
