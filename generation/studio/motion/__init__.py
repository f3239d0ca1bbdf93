"""How things move: easings, springs and reveal times. Pure functions of time."""

from generation.studio.motion.easing import (
    anticipate,
    back_out,
    clamp,
    cubic_in_out,
    cubic_out,
    expo_out,
    lerp,
    progress,
    quint_out,
    sine_in_out,
)
from generation.studio.motion.reveal import evenly, said_at, staggered
from generation.studio.motion.spring import spring

__all__ = [
    "anticipate",
    "back_out",
    "clamp",
    "cubic_in_out",
    "cubic_out",
    "evenly",
    "expo_out",
    "lerp",
    "progress",
    "quint_out",
    "said_at",
    "sine_in_out",
    "spring",
    "staggered",
]
