"""Which transition takes one scene to the next. The choice follows from the look and the seed."""

from dataclasses import dataclass, replace

import skia

from generation.studio.design import argb
from generation.studio.film.moments import Band, Moment, Paint
from generation.studio.film.shapes import mirrored
from generation.studio.film.variants import FAMILIES, Stage, Variant
from generation.studio.formats import Format
from generation.studio.storyboard import Energy, Look

SECONDS = {Energy.CALM: 0.7, Energy.STEADY: 0.6, Energy.LIVELY: 0.5}
BANDS = 2


@dataclass(frozen=True)
class Transition:
    """From one scene to the next. ``seconds`` from the cut until only the new scene is seen."""

    variant: Variant
    stage: Stage
    seconds: float
    is_mirrored: bool = False

    def at(self, progress: float) -> Moment:
        """The instant at ``progress`` 0..1."""
        moment = self.variant(progress, self.stage)
        return _mirrored(moment, width=self.stage.width) if self.is_mirrored else moment

    def paint(self, canvas: skia.Canvas, *, progress: float, old: Paint, new: Paint) -> None:
        """Paint the instant at ``progress`` 0..1 with both scenes."""
        self.at(progress).paint(canvas, old=old, new=new)


def transition(look: Look, *, picture: Format, seed: int, index: int) -> Transition:
    """The transition of cut ``index`` (0 is the first). Neighbouring cuts never get the same one."""
    variants = FAMILIES.get(look.transitions, FAMILIES["wipe"])
    colours = (look.palette.accent, look.palette.primary, look.palette.secondary)
    tints = tuple(argb(colours[(seed + index + i) % 3]) for i in range(BANDS))
    return Transition(
        variant=variants[(seed + index) % len(variants)],
        stage=Stage(picture.width, picture.height, tints),
        seconds=SECONDS[look.energy],
        is_mirrored=(seed // 3 + index // len(variants)) % 2 == 1,
    )


def _mirrored(moment: Moment, *, width: float) -> Moment:
    def bands(each: tuple[Band, ...]) -> tuple[Band, ...]:
        return tuple(replace(band, shape=mirrored(band.shape, width=width)) for band in each)

    return replace(
        moment,
        window=moment.window and mirrored(moment.window, width=width),
        bands=bands(moment.bands),
        covers=bands(moment.covers),
        old_shift=(-moment.old_shift[0], moment.old_shift[1]),
        new_shift=(-moment.new_shift[0], moment.new_shift[1]),
    )
