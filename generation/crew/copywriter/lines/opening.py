"""How an ad may open."""

from dataclasses import dataclass

from generation.crew.copywriter.facts.fact import Fact


@dataclass(frozen=True)
class Hook:
    """An opening. ``angle`` names the idea behind it; ``uses`` is the fact that it tells already, if it
    does.
    """

    angle: str
    narration: str
    screen: str
    weight: float
    uses: Fact | None = None
    words: str = ""
