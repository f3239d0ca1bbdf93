"""A picture that was taken in, as data."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path

PREFIX = "photo:"
"""What a scene calls the first picture of its storyboard: "photo:1"."""

ENLARGED = 1.4
"""How far a photograph may be enlarged beyond its own detail before one sees it."""

ENLARGED_CUT_OUT = 2.0
"""The same for a cut-out: its outline stays sharp."""


class Kind(StrEnum):
    """What a picture is shown as."""

    PHOTO = "photo"
    CUTOUT = "cutout"


@dataclass(frozen=True)
class Focus:
    """What matters in a picture: a box and the point everything gathers round, as shares of its sides."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0
    x: float = 0.5
    y: float = 0.5


@dataclass(frozen=True)
class Picture:
    """A picture ready to be drawn. ``path`` is a PNG or JPEG in sRGB; ``width`` and ``height`` in pixels.

    ``detail`` (0..1) is how much of its size is real: an enlarged or blurred
    picture has less. ``colors`` are its own colours, "#rrggbb", most telling first.
    """

    path: str
    width: int
    height: int
    kind: Kind = Kind.PHOTO
    focus: Focus = Focus()
    detail: float = 1.0
    colors: tuple[str, ...] = ()

    @property
    def widest(self) -> float:
        """The largest width in pixels at which the whole picture may be shown without turning to mush."""
        return self.width * self.detail * self._enlarged

    @property
    def tallest(self) -> float:
        """The same for its height."""
        return self.height * self.detail * self._enlarged

    @property
    def _enlarged(self) -> float:
        return ENLARGED_CUT_OUT if self.kind is Kind.CUTOUT else ENLARGED

    def within(self, folder: Path) -> "Picture":
        """The same picture, its file looked for in ``folder``."""
        return replace(self, path=str(folder / Path(self.path).name))


def picture_name(number: int) -> str:
    """What scenes call the ``number``-th picture (from 1)."""
    return f"{PREFIX}{number}"


def number_in(name: str) -> int:
    """The number in a name such as "photo:2"; 0 when ``name`` is not one."""
    digits = name.removeprefix(PREFIX)
    return int(digits) if name.startswith(PREFIX) and digits.isdecimal() and len(digits) < 4 else 0
