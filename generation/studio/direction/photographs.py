"""Where the customer's own pictures play: they lead the scenes about the product, in the customer's order.

Nothing is known of a picture but that the product is on it. So none stands beside words that are
about something else: such a scene is of type alone, for beside a real picture a drawn one looks
like a stopgap. Offers and numbers show the product or nothing; lists and steps keep their little signs.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generation.studio.direction.layouts import chosen
from generation.studio.illustrations import Match, find_all
from generation.studio.illustrations.nouns import ENGLISH
from generation.studio.pictures.picture import Kind, Picture, picture_name
from generation.studio.scenes import LAYOUTS, PHOTO_LAYOUTS
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

_LEADS = (Intent.PRODUCT, Intent.HOOK, Intent.BENEFIT)
"""The kinds of scenes that a picture may lead, the most fitting first."""

_DECORATED = {Intent.OFFER, Intent.NUMBER, Intent.QUOTE}
_MOST_IN_ONE = 3
_NAMED = 0.5
_LARGE_ENOUGH = 400
"""Pixels of a frame that is 1080 wide."""

_SHOWS = {
    Intent.HOOK: ("rise", "impact"),
    Intent.PRODUCT: ("pedestal", "arch"),
    Intent.BENEFIT: ("spotlight", "note"),
}
"""The layouts in which a cut-out takes the place of a drawing; others are of type alone."""


_TOLD = {Intent.HOOK, Intent.BENEFIT}
"""The kinds of scenes that are of type alone where no picture of the customer's fits."""


def photographed(
    scenes: Sequence[Scene],
    *,
    pictures: Sequence[Picture],
    has_logo: bool,
    seed: int,
    language: str = ENGLISH,
) -> tuple[Scene, ...]:
    """The scenes, led by ``pictures`` where those fit. The same arguments give the same scenes."""
    if not pictures:
        return tuple(_signed(scene) if has_logo else scene for scene in scenes)
    parts = _parts(scenes, len(pictures), language=language)
    dice = random.Random(f"{seed}/photographs")
    before = ""
    done: list[Scene] = []
    for i, scene in enumerate(scenes):
        shown = (
            _led(scene, parts[i], pictures, dice=dice, before=before)
            if i in parts
            else _without_drawing(scene, pictures, dice=dice, used=[one.layout for one in done])
        )
        before = shown.layout
        done.append(_hung(shown, pictures))
    done[-1] = _signed(done[-1]) if has_logo else _with_product(done[-1], pictures)
    return tuple(done)


def own_colors(pictures: Sequence[Picture], logo: Picture | None) -> tuple[str, ...]:
    """Brand colours of somebody who named none: the logo's, else the product's as its pictures show it."""
    cut = next((one for one in pictures if one.kind is Kind.CUTOUT), None)
    source = logo if logo is not None and logo.colors else cut or next(iter(pictures), None)
    return source.colors[:3] if source is not None else ()


def _parts(scenes: Sequence[Scene], count: int, *, language: str) -> dict[int, tuple[int, ...]]:
    """Which scene (by index) shows which pictures (by number from 1).

    Every picture is shown while there is a scene for it; fewer pictures than
    scenes come again, fewer scenes than pictures show several each.
    """
    fitting = _about_the_product(scenes, language)
    takers = [i for kind in _LEADS for i in sorted(fitting) if scenes[i].kind is kind]
    # Better an opening that is about something else than pictures that nobody sees.
    takers = takers or [i for i, scene in enumerate(scenes) if scene.kind is Intent.HOOK]
    if not takers:
        return {}
    if len(takers) >= count:
        return {i: (place % count + 1,) for place, i in enumerate(takers)}
    return {
        i: tuple(range(place + 1, count + 1, len(takers)))[:_MOST_IN_ONE] for place, i in enumerate(takers)
    }


def _named(texts: Iterable[str], language: str) -> list[Match]:
    """The things that texts name."""
    found = (match for text in texts for match in find_all(text, at_least=_NAMED, language=language))
    return [match for match in found if not match.is_generic]


def _about_the_product(scenes: Sequence[Scene], language: str) -> set[int]:
    """The scenes (by index) whose words name nothing but the product, or what its own scene names, too.

    A trade is no thing: what shows an observatory need not show the moon, only another observatory.
    """
    products = [scene for scene in scenes if scene.kind is Intent.PRODUCT]
    told = _named((f"{one.headline}. {one.narration}" for one in products), language)
    words, names = {match.words for match in told}, {match.name for match in told if not match.is_trade}
    # The end card's drawing is what the whole ad is about.
    names |= {scene.illustration for scene in scenes if scene.kind is Intent.ACTION}
    return {
        i
        for i, scene in enumerate(scenes)
        if scene.kind is Intent.PRODUCT
        or all(
            match.words in words or match.name in names
            for match in _named((scene.headline, scene.detail), language)
        )
    }


def _led(
    scene: Scene, numbers: tuple[int, ...], pictures: Sequence[Picture], *, dice: random.Random, before: str
) -> Scene:
    names = tuple(picture_name(number) for number in numbers)
    led = replace(scene, illustration=names[0], illustrations=names[1:])
    alone = len(numbers) == 1 and _stands_alone(pictures[numbers[0] - 1])
    choices = [name for name in _SHOWS[scene.kind] if name in LAYOUTS[scene.kind]] if alone else []
    choices = choices or list(PHOTO_LAYOUTS[scene.kind])
    if scene.layout in choices and scene.layout != before:
        return led
    fresh = [name for name in choices if name != before]
    return replace(led, layout=dice.choice(fresh or choices))


def _stands_alone(picture: Picture) -> bool:
    """Whether a picture can take the place of a drawing: cut out, and large enough to be looked at."""
    return picture.kind is Kind.CUTOUT and _is_large(picture)


def _without_drawing(
    scene: Scene, pictures: Sequence[Picture], *, dice: random.Random, used: Sequence[str]
) -> Scene:
    """Figures and offers with the product beside them where it could be cut out, and else with nothing;
    words about something else by themselves."""
    if scene.kind in _TOLD:
        bare = replace(scene, illustration="", illustrations=())
        return replace(bare, layout=chosen(bare, LAYOUTS[scene.kind], dice=dice, used=used))
    if scene.kind not in _DECORATED:
        return scene
    number = _cut_out_in(pictures)
    return replace(scene, illustration=picture_name(number) if number else "", illustrations=())


def _cut_out_in(pictures: Sequence[Picture]) -> int:
    """The number of the first cut-out, from 1; 0 when there is none."""
    return next((i for i, one in enumerate(pictures, start=1) if _stands_alone(one)), 0)


def _hung(scene: Scene, pictures: Sequence[Picture]) -> Scene:
    """A gallery shows the customer's pictures when there are enough of them."""
    if scene.kind is not Intent.GALLERY or len(pictures) < 2:
        return scene
    names = tuple(picture_name(number) for number in range(1, len(pictures) + 1))
    return replace(scene, illustration=names[0], illustrations=names[1:])


def _with_product(card: Scene, pictures: Sequence[Picture]) -> Scene:
    """The end card shows the product: cut out beside the words, a photograph as a print at their foot."""
    if card.kind is not Intent.ACTION:
        return card
    number, photo = _cut_out_in(pictures), _photo_in(pictures)
    if not (number or photo):
        return _signed(card)
    layout = "poster" if number else "glow"
    return replace(card, illustration=picture_name(number or photo), illustrations=(), layout=layout)


def _photo_in(pictures: Sequence[Picture]) -> int:
    """The number of the first photograph that can be looked at, from 1; 0 when there is none."""
    large = (i for i, one in enumerate(pictures, start=1) if _is_large(one) and one.kind is Kind.PHOTO)
    return next(large, 0)


def _is_large(picture: Picture) -> bool:
    return max(picture.widest, picture.tallest) >= _LARGE_ENOUGH


def _signed(card: Scene) -> Scene:
    """The end card with the mark alone."""
    if card.kind is not Intent.ACTION:
        return card
    layout = "glow" if "glow" in LAYOUTS[card.kind] else card.layout
    return replace(card, illustration="", illustrations=(), layout=layout)
