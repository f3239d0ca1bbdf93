"""A sound for vendors to answer with."""

import numpy as np
import pytest

from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav


@pytest.fixture(scope="session")
def recorded_wav() -> bytes:
    """One second of a tone."""
    times = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    return wav((0.3 * np.sin(2 * np.pi * 180 * times)).astype(np.float32))
