"""The transitions themselves. Each is a function from progress 0..1 to a Moment.

Bands run ahead of the window, so that colour announces the new scene; the
easing draws back a little before it leaves.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import skia

from generation.studio.film.moments import Band, Moment
from generation.studio.film.shapes import box, circle, polygon, turned_square
from generation.studio.motion import clamp, cubic_in_out, expo_out, quint_out


@dataclass(frozen=True)
class Stage:
    """The frame a transition plays on: pixels, and the colours of its bands, the foremost first."""

    width: float
    height: float
    tints: tuple[int, ...]

    @property
    def reach(self) -> float:
        """Half the diagonal: a circle of this radius about the middle covers the frame."""
        return float((self.width**2 + self.height**2) ** 0.5) / 2


Variant = Callable[[float, Stage], Moment]


def swift(p: float) -> float:
    """Slow, fast, slow, but off the mark sooner than a symmetric curve: nobody waits for a cut."""
    return cubic_in_out(clamp(p) ** 0.75)


def pulled(p: float) -> float:
    """Steps back a little before it leaves (the way of Penner's back-in, easings.net, then ``swift``)."""
    p = clamp(p)
    return swift(p) - 0.04 * math.sin(math.pi * clamp(p / 0.3)) ** 2


def diagonal(p: float, stage: Stage) -> Moment:
    """Slanted bands sweep across, the new scene behind them."""
    slant, step = stage.height * 0.26, stage.width * 0.16
    ahead = step * len(stage.tints)
    travel = stage.width + slant + ahead
    x = -ahead - stage.width * 0.02 + (travel + stage.width * 0.04) * swift(p)

    def front(at: float) -> list[tuple[float, float]]:
        return [(-stage.width, 0), (at, 0), (at - slant, stage.height), (-stage.width, stage.height)]

    bands = tuple(Band(polygon(front(x + ahead - i * step)), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=polygon(front(x)), bands=bands)


def rising(p: float, stage: Stage) -> Moment:
    """The same from below, with an edge that tilts as it comes to rest."""
    step = stage.height * 0.1
    tilt = stage.width * 0.18 * (1 - p)
    ahead = step * len(stage.tints)
    y = (stage.height + ahead + tilt) * (1 - swift(p)) - tilt * p

    def front(at: float) -> list[tuple[float, float]]:
        low = stage.height * 2.5
        return [(0, at + tilt), (stage.width, at - tilt), (stage.width, low), (0, low)]

    bands = tuple(Band(polygon(front(y - ahead + i * step)), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=polygon(front(y)), bands=bands)


def chevron(p: float, stage: Stage) -> Moment:
    """An arrowhead drives through the frame."""
    nose, step = stage.width * 0.38, stage.width * 0.17
    ahead = step * len(stage.tints)
    x = -nose - ahead + (stage.width + nose + ahead) * swift(p)

    def front(at: float) -> list[tuple[float, float]]:
        return [
            (-stage.width, 0),
            (at, 0),
            (at + nose, stage.height / 2),
            (at, stage.height),
            (-stage.width, stage.height),
        ]

    bands = tuple(Band(polygon(front(x + ahead - i * step)), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=polygon(front(x)), bands=bands)


def burst(p: float, stage: Stage) -> Moment:
    """A circle opens from the middle, rings of colour before it."""
    x, y = stage.width / 2, stage.height * 0.48
    lag = 0.085

    def ring(place: int) -> skia.Path:
        return circle(x, y, stage.reach * 1.12 * swift((p - lag * place) / (1 - lag * len(stage.tints))))

    bands = tuple(Band(ring(i), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=ring(len(stage.tints)), bands=bands)


def sunrise(p: float, stage: Stage) -> Moment:
    """A large disc comes up from under the frame and takes it over."""
    x, low = stage.width / 2, stage.height + stage.reach * 0.25
    lag = 0.08

    def disc(place: int) -> skia.Path:
        share = swift((p - lag * place) / (1 - lag * len(stage.tints)))
        return circle(x, low - stage.height * 0.6 * share, stage.reach * 1.45 * share)

    bands = tuple(Band(disc(i), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=disc(len(stage.tints)), bands=bands)


def tumbling(p: float, stage: Stage) -> Moment:
    """A rounded square turns as it grows out of the middle."""
    x, y = stage.width / 2, stage.height / 2
    lag = 0.08

    def square(place: int) -> skia.Path:
        share = swift((p - lag * place) / (1 - lag * len(stage.tints)))
        return turned_square(x, y, max(stage.reach * 3.1 * share, 0.01), degrees=80 * (1 - share))

    bands = tuple(Band(square(i), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=square(len(stage.tints)), bands=bands)


def push(p: float, stage: Stage) -> Moment:
    """The new scene pushes the old one out, a strip of colour at the seam."""
    seam = stage.width * 0.05 * len(stage.tints)
    x = (stage.width + seam) * (1 - pulled(p))
    strip = seam / len(stage.tints)
    bands = tuple(
        Band(box(x - seam + i * strip, 0, x - seam + (i + 1) * strip + 1, stage.height), tint)
        for i, tint in enumerate(stage.tints)
    )
    window = box(x, 0, x + stage.width, stage.height)
    # The seam draws back before it leaves; the old scene must not, or there would be nothing beside it.
    gone = min(x - stage.width - seam, 0.0)
    return Moment(window=window, bands=bands, old_shift=(gone * 0.45, 0), new_shift=(x, 0))


def card(p: float, stage: Stage) -> Moment:
    """The new scene comes up like a card from a deck; coloured cards lead the way."""
    radius = stage.width * 0.09 * (1 - expo_out(clamp((p - 0.55) / 0.45)))

    def top(begin: float) -> float:
        return stage.height * 1.04 * (1 - quint_out(clamp((p - begin) / (0.94 - begin))))

    bands = tuple(
        Band(box(0, top(i * 0.07), stage.width, stage.height * 2.2, radius=radius), tint)
        for i, tint in enumerate(stage.tints)
    )
    y = top(0.07 * len(stage.tints) + 0.02)
    window = box(0, y, stage.width, y + stage.height * 1.3, radius=radius)
    return Moment(
        window=window, bands=bands, old_shift=(0, -stage.height * 0.06 * swift(p)), new_shift=(0, y)
    )


def blinds(p: float, stage: Stage) -> Moment:
    """Strips open one after the other, colour first."""
    count = 5 if stage.width > stage.height else 4
    wide, late = stage.width / count, 0.07

    def strips(begin: float) -> skia.Path:
        path = skia.Path()
        for i in range(count):
            start = begin + late * i
            share = swift((p - start) / (0.6 - late * (count - 1) + 0.2))
            if share > 0:
                path.addPath(box(i * wide, 0, i * wide + (wide + 1) * share, stage.height))
        return path

    bands = tuple(Band(strips(0.09 * i), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=strips(0.2), bands=bands)


def curtain(p: float, stage: Stage) -> Moment:
    """Two leaves close over the old scene and open on the new one."""
    half, lag = stage.width / 2 + 1, 0.09
    covers = []
    for i, tint in enumerate(reversed(stage.tints)):
        shut = _shut(p, after=lag * i, before=lag * (len(stage.tints) - 1 - i))
        covers.append(Band(box(-1, 0, half * shut, stage.height), tint))
        covers.append(Band(box(stage.width - half * shut, 0, stage.width + 1, stage.height), tint))
    if p < 0.5:
        return Moment(covers=tuple(covers))
    everything = box(0, 0, stage.width, stage.height)
    return Moment(window=everything, covers=tuple(covers), hides_old=True)


def _shut(p: float, *, after: float, before: float) -> float:
    """0 open, 1 shut. Shut for the middle instant only; ``after`` delays closing, ``before`` opening."""
    if p < 0.5:
        return cubic_in_out((p - after) / (0.49 - after))
    return 1 - cubic_in_out((p - 0.51 - before) / (0.49 - before))


def columns(p: float, stage: Stage) -> Moment:
    """Columns of colour shoot up one after the other; each leaves the new scene behind it."""
    count = 6 if stage.width > stage.height else 4
    wide, tall = stage.width / count, stage.height + 2
    covers, window = [], skia.Path()
    for i in range(count):
        own = clamp((p - 0.1 * i) / (1 - 0.1 * (count - 1)))
        left, right = i * wide - 0.5, (i + 1) * wide + 0.5
        rise, leave = quint_out(own / 0.52), cubic_in_out((own - 0.44) / 0.56)
        covers.append(
            Band(box(left, tall * (1 - rise), right, tall * (1 - leave)), stage.tints[i % len(stage.tints)])
        )
        window.addPath(box(left, tall * (1 - leave), right, tall))
    return Moment(window=window, covers=tuple(covers))


def roller(p: float, stage: Stage) -> Moment:
    """Sheets of colour are pulled down through the frame, rounded at the lower edge."""
    thick = stage.height * 0.2
    bulge = stage.height * 0.14 * math.sin(math.pi * clamp(p))
    deep = thick * len(stage.tints) + stage.height * 0.16
    y = -deep + (stage.height + deep) * swift(p)

    def sheet(low: float) -> skia.Path:
        path = skia.Path()
        path.moveTo(-1, -stage.height)
        path.lineTo(stage.width + 1, -stage.height)
        path.lineTo(stage.width + 1, low)
        path.quadTo(stage.width / 2, low + 2 * bulge, -1, low)
        path.close()
        return path

    bands = tuple(Band(sheet(y + thick * (len(stage.tints) - i)), tint) for i, tint in enumerate(stage.tints))
    return Moment(window=sheet(y), bands=bands)


FAMILIES: dict[str, tuple[Variant, ...]] = {
    "wipe": (diagonal, rising, chevron),
    "iris": (burst, sunrise, tumbling),
    "slide": (push, card, blinds),
    "curtain": (curtain, columns, roller),
}
