"""The picture formats of an ad."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Format:
    """A picture size in pixels, named by its aspect ratio.

    ``is_paid``: for a placement that is paid for, where apps cover more of an upright film.
    """

    name: str
    width: int
    height: int
    is_paid: bool = False

    @property
    def is_tall(self) -> bool:
        return self.height > self.width * 1.1

    @property
    def is_wide(self) -> bool:
        return self.width > self.height * 1.1

    @property
    def short_side(self) -> int:
        return min(self.width, self.height)


FORMATS = {
    "9:16": Format("9:16", 1080, 1920),
    "4:5": Format("4:5", 1080, 1350),
    "1:1": Format("1:1", 1080, 1080),
    "16:9": Format("16:9", 1920, 1080),
}

FRAMES_PER_SECOND = 30
SAMPLE_RATE = 48_000
