"""Making room for the voice: the music steps back while somebody speaks."""

from collections.abc import Sequence

import numpy as np

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.filters import Signal, smoothed
from generation.studio.timeline import Span

DEPTH_DB = -10.0
RAMP = 0.16
# Down before the first sound of the voice, up again after its last.
_BEFORE, _AFTER = 0.10, 0.12


def duck(signal: Signal, spans: Sequence[Span], *, depth_db: float = DEPTH_DB) -> Signal:
    """Lower ``signal`` by ``depth_db`` during the spans, with soft ramps."""
    amount = _amount(len(signal), spans)
    return np.asarray(signal * 10 ** (depth_db * amount / 20)[:, None], dtype=np.float32) if spans else signal


def _amount(length: int, spans: Sequence[Span]) -> Signal:
    """0 where the music is free, 1 where the voice speaks."""
    gate = np.zeros(length, np.float32)
    for span in spans:
        start = max(0, int((span.start - _BEFORE) * SAMPLE_RATE))
        gate[start : int((span.end + _AFTER) * SAMPLE_RATE)] = 1.0
    return np.asarray(np.clip(smoothed(gate, seconds=RAMP), 0.0, 1.0), dtype=np.float32)
