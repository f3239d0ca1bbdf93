"""The contract of a composer."""

from typing import Protocol

from generation.studio.music import Music as Score
from generation.studio.timeline import Timeline


class Music(Protocol):
    """Makes music of an exact length for one timeline."""

    def compose(self, mood: str, *, seed: int, seconds: float, timeline: Timeline) -> Score:
        """Compose; the same mood, seed and timeline give the same music."""
        ...
