"""Where the customer's own pictures play: they lead the scenes about the product, in the customer's order.

Beside a real picture a drawn one looks like a stopgap, so scenes that show a
product repeat its pictures rather than fall back to drawings; lists, steps and
numbers keep theirs.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generation.studio.pictures.picture import Kind, Picture, picture_name
from generation.studio.scenes import LAYOUTS, PHOTO_LAYOUTS
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

_LEADS = (Intent.PRODUCT, Intent.HOOK, Intent.BENEFIT, Intent.OFFER)
"""The kinds of scenes that a picture may lead, the most fitting first."""


def photographed(
    scenes: Sequence[Scene], *, pictures: Sequence[Picture], has_logo: bool, seed: int
) -> tuple[Scene, ...]:
    """The scenes, led by ``pictures`` where those fit. The same arguments give the same scenes."""
    if not pictures:
        return tuple(_signed(scene) if has_logo else scene for scene in scenes)
    parts = _parts(scenes, pictures)
    dice = random.Random(f"{seed}/photographs")
    before, done = "", []
    for i, scene in enumerate(scenes):
        shown = _led(scene, parts[i], pictures, dice=dice, before=before) if i in parts else scene
        before = shown.layout
        done.append(shown)
    done[-1] = _signed(done[-1]) if has_logo else _with_product(done[-1], pictures)
    return tuple(done)


def own_colors(pictures: Sequence[Picture], logo: Picture | None) -> tuple[str, ...]:
    """Brand colours of somebody who named none: the logo's, else the product's as its pictures show it."""
    cut = next((one for one in pictures if one.kind is Kind.CUTOUT), None)
    source = logo if logo is not None and logo.colors else cut or next(iter(pictures), None)
    return source.colors[:3] if source is not None else ()


def _parts(scenes: Sequence[Scene], pictures: Sequence[Picture]) -> dict[int, int]:
    """Which scene (by index) is led by which picture (by number from 1)."""
    wanted = [
        i
        for kind in _LEADS
        for i, scene in enumerate(scenes)
        if scene.kind is kind and _takes(scene, pictures)
    ]
    parts: dict[int, int] = {}
    numbers = _round(len(pictures))
    for i in wanted:
        number = next(numbers)
        if len(pictures) > 1 and number in {parts.get(i - 1), parts.get(i + 1)}:
            number = next(numbers)
        if _can_lead(scenes[i], pictures[number - 1]):
            parts[i] = number
    return parts


def _takes(scene: Scene, pictures: Sequence[Picture]) -> bool:
    return any(_can_lead(scene, one) for one in pictures)


def _can_lead(scene: Scene, picture: Picture) -> bool:
    """An offer has room for a cut-out beside its price, and none for a photograph."""
    return picture.kind is Kind.CUTOUT or scene.kind in PHOTO_LAYOUTS


def _round(count: int) -> Iterator[int]:
    number = 0
    while True:
        number = number % count + 1
        yield number


def _led(
    scene: Scene, number: int, pictures: Sequence[Picture], *, dice: random.Random, before: str
) -> Scene:
    picture = pictures[number - 1]
    led = replace(scene, illustration=picture_name(number), illustrations=())
    if picture.kind is Kind.CUTOUT:
        return led
    choices = list(PHOTO_LAYOUTS[scene.kind])
    fresh = [name for name in choices if name != before]
    return replace(led, layout=dice.choice(fresh or choices))


def _with_product(card: Scene, pictures: Sequence[Picture]) -> Scene:
    """The end card shows the product when it could be cut out; photographs would fight its button."""
    number = next((i for i, one in enumerate(pictures, start=1) if one.kind is Kind.CUTOUT), 0)
    if card.kind is not Intent.ACTION:
        return card
    if not number:
        return _signed(card)
    return replace(card, illustration=picture_name(number), illustrations=(), layout="poster")


def _signed(card: Scene) -> Scene:
    """The end card with the mark alone."""
    if card.kind is not Intent.ACTION:
        return card
    layout = "glow" if "glow" in LAYOUTS[card.kind] else card.layout
    return replace(card, illustration="", illustrations=(), layout=layout)
