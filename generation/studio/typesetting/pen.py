"""The pen that all words are drawn with. It can take notes of what it writes, or keep its ink to itself.

That is how a frame is measured: what stands where, in which colour, and what
the frame looks like behind it. It can also be told to write certain words in
another colour, or on a plate, which is how bad contrast is mended.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import skia


@dataclass(frozen=True)
class Mark:
    """A word as it was drawn. ``corners`` are its ink's, in pixels of the frame; ``color`` is 0xAARRGGBB.

    ``key`` tells words apart: the text and its size.
    """

    text: str
    key: str
    color: int
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Mend:
    """How a word is to be written instead: in ``color``, on a plate of ``plate`` (both 0xAARRGGBB, or None)."""

    color: int | None = None
    plate: int | None = None


@dataclass
class Pen:
    """How words are drawn within ``holding``. ``marks`` fills up with what was drawn."""

    writes: bool = True
    mends: Mapping[str, Mend] = field(default_factory=dict)
    marks: list[Mark] | None = None


_PEN: ContextVar[Pen] = ContextVar("pen", default=Pen())  # noqa: B039 - the default takes no notes


@contextmanager
def holding(pen: Pen) -> Iterator[Pen]:
    """Everything drawn inside is drawn with ``pen``."""
    token = _PEN.set(pen)
    try:
        yield pen
    finally:
        _PEN.reset(token)


def pen() -> Pen:
    """The pen in use."""
    return _PEN.get()


def mark(canvas: skia.Canvas, text: str, key: str, ink: skia.Rect, paint: skia.Paint) -> Mark:
    """The note of a word whose ink covers ``ink`` in the canvas's own coordinates."""
    seen = canvas.getTotalMatrix().mapRect(ink)
    return Mark(text, key, paint.getColor(), seen.left(), seen.top(), seen.right(), seen.bottom())
