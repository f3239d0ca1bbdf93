"""Beats within a scene: what has arrived moves once more when the voice comes to it, or after a while."""

import math
from collections.abc import Callable

from generation.studio.scenes.stage import Stage

Pulse = Callable[[float], float]

_SETTLED = 1.9
_EVERY = 2.3
_SECONDS = 0.62


def beats(stage: Stage) -> tuple[float, ...]:
    """When something happens after everything has arrived, in seconds: at the emphasised word if it is
    spoken late enough, and regularly from then on while the scene lasts."""
    spoken = stage.said(stage.scene.emphasis, otherwise=0.0) if stage.scene.emphasis else 0.0
    first = spoken if spoken >= _SETTLED - 0.5 else _SETTLED + 0.4
    count = max(int((stage.seconds - 0.7 - first) / _EVERY) + 1, 0)
    return tuple(first + i * _EVERY for i in range(count))


def pulse(stage: Stage) -> Pulse:
    """0 at rest; rises to 1 and falls back below it at every beat, like something that hops and lands."""
    times = beats(stage)

    def at(t: float) -> float:
        since = next((t - beat for beat in times if 0 <= t - beat < _SECONDS), -1.0)
        return _hop(since / _SECONDS) if since >= 0 else 0.0

    return at


def _hop(p: float) -> float:
    """Up, down, and a little squash on landing: 0..1 maps to 0, 1, 0, -0.25, 0."""
    if p < 0.62:
        return math.sin(math.pi * p / 0.62)
    return -0.25 * math.sin(math.pi * (p - 0.62) / 0.38)
