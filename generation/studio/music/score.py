"""Notes on a page: what sounds when, on which channel."""

import random
from dataclasses import dataclass, field

PAD_LEFT, PAD_RIGHT, COMP_LEFT, COMP_RIGHT, ARP, LEAD, BASS, EFFECT, BOOM, DRUMS = (
    0,
    1,
    2,
    3,
    4,
    5,
    6,
    7,
    8,
    9,
)


@dataclass(frozen=True, order=True)
class Note:
    """One note in seconds, with MIDI key and velocity."""

    start: float
    channel: int
    key: int
    velocity: int
    seconds: float


@dataclass
class Page:
    """Notes as they are written, with a player's small unevenness."""

    chance: random.Random
    strength: float = 1.0
    notes: list[Note] = field(default_factory=list)

    def play(
        self, channel: int, start: float, key: int, velocity: float, seconds: float, *, loose: float = 0.0
    ) -> None:
        """Write a note; ``velocity`` is scaled by the bar's strength, ``loose`` is timing in seconds."""
        human = self.chance.uniform(-4, 4)
        struck = max(1, min(127, round(velocity * self.strength + human)))
        late = self.chance.uniform(-loose, loose)
        self.notes.append(Note(max(0.0, start + late), channel, key, struck, max(0.03, seconds)))
