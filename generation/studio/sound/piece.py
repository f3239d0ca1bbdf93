"""A piece of music, as the mix needs to know it."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt


@dataclass(frozen=True, eq=False)
class Music:
    """``samples`` float32 stereo at 48 kHz; ``tempo`` in beats a minute; all times in seconds.

    ``hit`` is where the end card begins, ``end`` where the final chord is struck.
    """

    samples: npt.NDArray[np.float32]
    tempo: float
    beats: tuple[float, ...]
    hit: float
    end: float
