"""Scenes: a storyboard's scene goes in, a painter comes out that can draw any moment of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Protocol

import skia

from generation.studio.scenes import (
    bands,
    before_after,
    benefit,
    end_card,
    gallery,
    hook,
    listing,
    number,
    offer,
    place,
    posters,
    product,
    quote,
    showcase,
    statement,
    steps,
    tape,
)
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.layout import Box, caption_box, safe_box
from generation.studio.scenes.legibility import mends_for
from generation.studio.scenes.photo import PHOTO_LAYOUTS, builder
from generation.studio.scenes.stage import Builder, stage_for
from generation.studio.script import Intent
from generation.studio.storyboard import Scene, Storyboard
from generation.studio.timeline import SceneTimes
from generation.studio.typesetting import check_letters
from generation.studio.typesetting.pen import Mend, Pen, holding, pen

_KINDS: dict[Intent, dict[str, Builder]] = {
    Intent.HOOK: {**hook.LAYOUTS, "tape": tape.tape, **posters.LAYOUTS},
    Intent.PRODUCT: {**product.LAYOUTS, "showcase": showcase.showcase},
    Intent.BENEFIT: {
        **benefit.LAYOUTS,
        "showcase": showcase.showcase,
        "tape": tape.tape,
        "statement": statement.statement,
        **posters.LAYOUTS,
    },
    Intent.LIST: {**listing.LAYOUTS, "bands": bands.bands},
    Intent.NUMBER: number.LAYOUTS,
    Intent.STEPS: steps.LAYOUTS,
    Intent.QUOTE: quote.LAYOUTS,
    Intent.OFFER: offer.LAYOUTS,
    Intent.PLACE: place.LAYOUTS,
    Intent.BEFORE_AFTER: before_after.LAYOUTS,
    Intent.GALLERY: gallery.LAYOUTS,
    Intent.ACTION: end_card.LAYOUTS,
}

# Nothing covers the first frame of an ad, so it must not be empty: the opening is already under way.
_HEAD_START = 0.42

LAYOUTS: dict[Intent, tuple[str, ...]] = {kind: tuple(layouts) for kind, layouts in _KINDS.items()}


class Painter(Protocol):
    """Draws one scene. ``settled`` is when everything has arrived, in seconds since the scene began."""

    @property
    def settled(self) -> float: ...

    def paint(self, canvas: skia.Canvas, t: float) -> None:
        """Fill the whole frame as it is ``t`` seconds after the scene began."""


@dataclass(frozen=True)
class _Layers:
    layers: tuple[Layer, ...]
    settled: float
    ahead: float = 0.0
    mends: Mapping[str, Mend] = field(default_factory=dict)

    def paint(self, canvas: skia.Canvas, t: float) -> None:
        if not self.mends:
            self._paint(canvas, t)
            return
        held = pen()
        with holding(Pen(writes=held.writes, mends=self.mends, marks=held.marks)):
            self._paint(canvas, t)

    def _paint(self, canvas: skia.Canvas, t: float) -> None:
        for layer in self.layers:
            layer(canvas, t + self.ahead)


def _written(scene: Scene, storyboard: Storyboard) -> str:
    """Everything that the scene and its captions write."""
    own = (scene.headline, scene.detail, *scene.items, scene.figure_label, scene.source, scene.narration)
    terms = (scene.was, scene.code, scene.deadline)
    return " ".join((*own, *terms, storyboard.brand, storyboard.call_to_action, storyboard.contact))


def painter(scene: Scene, *, storyboard: Storyboard, times: SceneTimes, index: int) -> Painter:
    """Prepare ``scene``, the ``index``-th of ``storyboard``: sprites and gradients are made here, once.

    A layout that the scene's kind does not have becomes the kind's first one. Words that could not be
    read on what lies behind them are written in another colour. Raises FontMissing for letters that no
    font has.
    """
    check_letters(_written(scene, storyboard))
    stage = stage_for(scene, storyboard=storyboard, times=times, index=index)
    layouts = _KINDS[scene.kind]
    build = builder(stage) or layouts.get(scene.layout) or next(iter(layouts.values()))
    settled = max(min(stage.seconds - 0.1, max(2.6, stage.seconds * 0.85)), 0.5)
    ahead = _HEAD_START if index == 0 and scene.kind is Intent.HOOK else 0.0
    made = _Layers(build(stage), settled, ahead)
    mends = mends_for(made.paint, frame=stage.format, at=settled, palette=stage.palette)
    return replace(made, mends=mends) if mends else made


__all__ = ["LAYOUTS", "PHOTO_LAYOUTS", "Box", "Painter", "caption_box", "painter", "safe_box"]
