"""Easing curves: each maps progress 0..1 to eased progress, 0 at 0 and 1 at 1.

The formulas are Robert Penner's (easings.net); arguments outside 0..1 are clamped,
so a curve may be called with any time.
"""

import math


def clamp(value: float, low: float = 0.0, high: float = 1.0) -> float:
    """``value`` held between ``low`` and ``high``."""
    return min(max(value, low), high)


def lerp(a: float, b: float, share: float) -> float:
    """The point ``share`` of the way from ``a`` to ``b``."""
    return a + (b - a) * share


def progress(t: float, *, start: float, seconds: float) -> float:
    """How far, 0..1, a movement is that begins at ``start`` and takes ``seconds``."""
    if seconds <= 0:
        return 1.0 if t >= start else 0.0
    return clamp((t - start) / seconds)


def expo_out(p: float) -> float:
    """Very fast at first, then a long glide."""
    p = clamp(p)
    return 1.0 if p >= 1 else 1 - 2 ** (-10 * p)


def cubic_out(p: float) -> float:
    """Brakes evenly and stops at a definite moment: for counters, where a long glide looks unfinished."""
    return 1 - (1 - clamp(p)) ** 3


def quint_out(p: float) -> float:
    """Fast at first, gentle at the end, a little softer than ``expo_out``."""
    return 1 - (1 - clamp(p)) ** 5


def cubic_in_out(p: float) -> float:
    """Slow, fast, slow. For things that cross the whole frame."""
    p = clamp(p)
    return 4 * p**3 if p < 0.5 else 1 - (2 - 2 * p) ** 3 / 2


def sine_in_out(p: float) -> float:
    """The softest start and stop. For drifts and pulses."""
    return (1 - math.cos(math.pi * clamp(p))) / 2


def back_out(p: float, overshoot: float = 1.70158) -> float:
    """Arrives, goes a little too far, and settles. 1.70158 overshoots by ten per cent."""
    q = clamp(p) - 1
    return q * q * ((overshoot + 1) * q + overshoot) + 1


def anticipate(p: float, pull: float = 1.70158) -> float:
    """Draws back before it leaves."""
    p = clamp(p)
    return p * p * ((pull + 1) * p - pull)
