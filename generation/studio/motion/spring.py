"""A damped spring, in closed form, so that a frame can be drawn without the frames before it."""

import math


def spring(t: float, *, frequency: float = 2.2, damping: float = 0.45) -> float:
    """Where a spring released at 0 towards 1 is after ``t`` seconds.

    ``frequency`` in Hz; ``damping`` is the damping ratio, 0 < damping < 1
    (underdamped step response of a second-order system).
    """
    if t <= 0:
        return 0.0
    natural = 2 * math.pi * frequency
    damped = natural * math.sqrt(1 - damping * damping)
    fade = math.exp(-damping * natural * t)
    return 1 - fade * (math.cos(damped * t) + damping * natural / damped * math.sin(damped * t))
