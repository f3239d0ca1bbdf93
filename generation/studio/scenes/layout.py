"""Where things may stand in each format: the safe area, the caption's place, and their division."""

from dataclasses import dataclass

from generation.studio.formats import Format

_PAID = "9:16 paid"
"""Upright films that are paid for: apps cover more than the lowest third, and more of the sides."""

# The heights captions are centred at, and how tall and wide they may be, as shares of the frame.
_CAPTION_CENTER = {"9:16": 0.7125, _PAID: 0.6105, "4:5": 0.82, "1:1": 0.86, "16:9": 0.86}
_CAPTION_HEIGHT = 0.075
_CAPTION_WIDTH = {"9:16": 0.8, _PAID: 0.776, "4:5": 0.86, "1:1": 0.86, "16:9": 0.86}
# Left, top, right margins as shares; the zones of ``safe_zones`` lie outside of them.
_MARGINS = {
    "9:16": (0.104, 0.146, 0.104),
    _PAID: (0.112, 0.146, 0.112),
    "4:5": (0.07, 0.06, 0.07),
    "1:1": (0.065, 0.065, 0.065),
    "16:9": (0.055, 0.085, 0.055),
}
_AIR = 26.0


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        return self.right - self.left

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def center(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def inset(self, x: float, y: float | None = None) -> "Box":
        """The box, smaller by ``x`` at the sides and ``y`` (``x`` when not given) above and below."""
        v = x if y is None else y
        return Box(self.left + x, self.top + v, self.right - x, self.bottom - v)

    def rows(self, first: float, *, gap: float = 0.0) -> tuple["Box", "Box"]:
        """Two boxes one above the other; the upper takes the share ``first`` of the height."""
        cut = self.top + (self.height - gap) * first
        return Box(self.left, self.top, self.right, cut), Box(self.left, cut + gap, self.right, self.bottom)

    def columns(self, first: float, *, gap: float = 0.0) -> tuple["Box", "Box"]:
        """Two boxes side by side; the left takes the share ``first`` of the width."""
        cut = self.left + (self.width - gap) * first
        return Box(self.left, self.top, cut, self.bottom), Box(cut + gap, self.top, self.right, self.bottom)

    def contains(self, other: "Box", *, slack: float = 0.5) -> bool:
        """Whether ``other`` lies inside, give or take ``slack`` pixels."""
        return (
            other.left >= self.left - slack
            and other.top >= self.top - slack
            and other.right <= self.right + slack
            and other.bottom <= self.bottom + slack
        )


def _row(frame: Format) -> str:
    """Which row of the tables holds for ``frame``."""
    return _PAID if frame.is_paid and frame.name == "9:16" else frame.name


def caption_box(frame: Format) -> Box:
    """Where captions may appear."""
    half = frame.height * _CAPTION_HEIGHT / 2
    middle = frame.height * _CAPTION_CENTER[_row(frame)]
    side = frame.width * (1 - _CAPTION_WIDTH[_row(frame)]) / 2
    return Box(side, middle - half, frame.width - side, middle + half)


def safe_box(frame: Format) -> Box:
    """Where a scene's own text may stand: clear of the edges, of apps' buttons and of the captions."""
    left, top, right = _MARGINS[_row(frame)]
    return Box(
        frame.width * left, frame.height * top, frame.width * (1 - right), caption_box(frame).top - _AIR
    )


def picture_low(frame: Format) -> float:
    """How far down pictures may reach, in pixels: captions bring a ground of their own, so
    a picture may pass behind them."""
    if frame.height > 1.5 * frame.width:
        return caption_box(frame).bottom + frame.height * 0.05
    return frame.height * 0.97


def divided(frame: Format, *, text: float = 0.4, gap: float = 40.0) -> tuple[Box, Box]:
    """(text, picture): above one another, or side by side in a wide format.

    ``text`` is the text's share in a tall format; squarer ones give it more.
    """
    safe = safe_box(frame)
    if frame.is_wide:
        return safe.columns(0.5, gap=gap * 1.6)
    share = text if frame.height > 1.5 * frame.width else min(text + 0.02, 0.5)
    return safe.rows(share, gap=gap)


@dataclass(frozen=True)
class OnDisc:
    """Where a disc and the picture on it stand; ``size`` is the side of the picture's square. Pixels."""

    disc: tuple[float, float]
    radius: float
    spot: tuple[float, float]
    size: float
