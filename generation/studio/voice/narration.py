"""What has been spoken, before anybody knows when in the ad it will be heard."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generation.studio.formats import SAMPLE_RATE
from generation.studio.timeline import Word


@dataclass(frozen=True, eq=False)
class SpokenScene:
    """The narration of one scene: ``samples`` float32 mono at 48 kHz, empty for a scene without words.

    The times of ``words`` are seconds from the first sample. A scene may have
    words and no sound: then they are captions only.
    """

    samples: npt.NDArray[np.float32]
    words: tuple[Word, ...]

    @property
    def seconds(self) -> float:
        """How long the scene is spoken, or read when nobody speaks."""
        sounding = len(self.samples) / SAMPLE_RATE
        return max(sounding, self.words[-1].end if self.words else 0.0)

    @property
    def is_heard(self) -> bool:
        return len(self.samples) > 0


@dataclass(frozen=True, eq=False)
class Narration:
    """The narration of an ad, scene by scene, in order.

    ``is_estimated``: nobody told when its words sound; they were placed by pauses and lengths.
    """

    scenes: tuple[SpokenScene, ...]
    is_estimated: bool = False

    @property
    def seconds(self) -> float:
        return sum(scene.seconds for scene in self.scenes)
