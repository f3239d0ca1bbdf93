"""Offers: what it costs, or what there is to gain, as a thing one could hold or as type on the ground."""

from generation.studio.scenes.backdrop import backdrop
from generation.studio.scenes.canvas import Layer
from generation.studio.scenes.figures import caption_of
from generation.studio.scenes.heading import headed, spread
from generation.studio.scenes.layout import Box
from generation.studio.scenes.pieces.tag import pill
from generation.studio.scenes.price import price
from generation.studio.scenes.seal import seal
from generation.studio.scenes.stage import Builder, Stage, is_tall
from generation.studio.scenes.voucher import voucher
from generation.studio.typesetting import Align, clean


def ticket(stage: Stage) -> tuple[Layer, ...]:
    """A voucher with a perforated edge: the figure on it, the conditions on its stub."""
    frame = stage.format
    printed = bool(_small_print(stage))
    # A ticket that says it all has no title: the name is printed on it, as on any voucher.
    head = headed(
        stage,
        share=0.4 if is_tall(stage) else 0.36,
        largest=164 if is_tall(stage) else 136,
        text=caption_of(stage),
        below=132 if printed and frame.is_wide else 0,
        column=0.44,
        calm=True,
    )
    beside = frame.is_wide and bool(head.layers)
    low = 130.0 if printed and not beside else 0.0
    place = spread(stage, Box(head.body.left, head.body.top, head.body.right, head.body.bottom - low))
    plate = _plate(stage, place, beside=beside)
    layers: list[Layer] = [
        backdrop(stage, focus=plate.center, company=True),
        voucher(stage, plate, is_named=not head.layers),
        *head.layers,
    ]
    if printed:
        layers.append(_detail(stage, head.words if beside else plate, plate, beside=beside))
    return tuple(layers)


def _plate(stage: Stage, place: Box, *, beside: bool) -> Box:
    """The ticket's outline within ``place``: wider than tall, in the middle of what is free."""
    wide = stage.format.is_wide
    alone = not wide and place.top <= stage.safe.top
    width = place.width if beside or not wide else min(place.width, place.height * 1.5)
    height = min(place.height, width * (0.84 if beside or alone else 0.68))
    left = place.center[0] - width / 2
    top = place.top + (place.height - height) * (0.5 if wide else 0.4)
    return Box(left, top, left + width, top + height)


def _small_print(stage: Stage) -> str:
    """What stands under the ticket: the deadline before anything else."""
    return clean(stage.scene.deadline) or stage.scene.detail


def _detail(stage: Stage, words: Box, plate: Box, *, beside: bool) -> Layer:
    top = words.bottom + 36 if beside else min(plate.bottom + 34, stage.safe.bottom - 104)
    box = Box(words.left, top, words.right, top + (96 if beside else 104))
    return pill(stage, _small_print(stage), box, start=1.1, align=Align.LEFT if beside else Align.CENTER)


LAYOUTS: dict[str, Builder] = {"ticket": ticket, "seal": seal, "price": price}
