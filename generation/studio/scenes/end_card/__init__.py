"""The end card: who it was, what to do now, where."""

from generation.studio.scenes.end_card.glow import glow
from generation.studio.scenes.end_card.poster import poster
from generation.studio.scenes.stage import Builder

LAYOUTS: dict[str, Builder] = {"glow": glow, "poster": poster}

__all__ = ["LAYOUTS"]
