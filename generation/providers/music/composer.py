"""The embedded composer: the studio's own."""

from generation.studio.music import Music as Score
from generation.studio.music import compose
from generation.studio.timeline import Timeline


class EmbeddedComposer:
    """Composes by rules and plays through a SoundFont, all on this machine."""

    def compose(self, mood: str, *, seed: int, seconds: float, timeline: Timeline) -> Score:
        """Compose music of exactly ``seconds``."""
        return compose(mood, seed=seed, seconds=seconds, timeline=timeline)
