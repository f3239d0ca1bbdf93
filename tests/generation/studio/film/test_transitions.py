"""Transitions: they begin with the old scene, end with the new one, and never flash."""

import itertools

import pytest
import skia

from generation.studio.film.frames import blank, surface_on
from generation.studio.film.moments import Moment
from generation.studio.film.shapes import box
from generation.studio.film.transitions import SECONDS, Transition, transition
from generation.studio.film.variants import FAMILIES, Stage, Variant
from generation.studio.formats import Format
from generation.studio.storyboard import Energy, Look, Palette

SMALL = Format("small", 108, 192)
WIDE = Format("wide", 192, 108)
OLD, NEW = 0xFF000000, 0xFFFFFFFF
TINTS = (0xFFFF0000, 0xFF0000FF)
PALETTE = Palette("test", "#fff4e3", "#3a1024", "#3b0f33", "#ff8438", "#ff5f52", "#ffc64b")
VARIANTS = [variant for family in FAMILIES.values() for variant in family]


def shares(change: Transition, picture: Format, progress: float) -> tuple[float, float]:
    """How much of the frame shows the old and the new scene, 0..1."""
    pixels = blank(picture)
    surface = surface_on(pixels)
    rect = skia.Rect.MakeWH(picture.width, picture.height)
    change.paint(
        surface.getCanvas(),
        progress=progress,
        old=lambda canvas: canvas.drawRect(rect, skia.Paint(Color=OLD)),
        new=lambda canvas: canvas.drawRect(rect, skia.Paint(Color=NEW)),
    )
    total = pixels[..., :3].astype(int).sum(axis=2)
    return float((total == 0).mean()), float((total == 765).mean())


def made(variant: Variant, picture: Format, *, mirrored: bool) -> Transition:
    return Transition(variant, Stage(picture.width, picture.height, TINTS), 0.6, is_mirrored=mirrored)


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("picture", [SMALL, WIDE], ids=["tall", "wide"])
@pytest.mark.parametrize("mirrored", [False, True], ids=["as-is", "mirrored"])
def test_a_transition_leads_from_the_whole_old_scene_to_the_whole_new_one(
    variant: Variant, picture: Format, mirrored: bool
) -> None:
    change = made(variant, picture, mirrored=mirrored)

    old_first, new_first = shares(change, picture, 0.0)
    old_last, new_last = shares(change, picture, 1.0)

    assert (new_first, old_last) == (0.0, 0.0)
    assert old_first > 0.97
    assert new_last > 0.995


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_new_scene_only_ever_gains_ground(variant: Variant) -> None:
    change = made(variant, SMALL, mirrored=False)
    seen = [shares(change, SMALL, step / 15)[1] for step in range(16)]

    assert all(later >= earlier - 0.01 for earlier, later in itertools.pairwise(seen))


def test_there_are_more_than_six_of_them_and_all_differ() -> None:
    courses = {
        tuple(shares(made(variant, SMALL, mirrored=False), SMALL, step / 12) for step in range(13))
        for variant in VARIANTS
    }

    assert len(courses) == len(VARIANTS) == 12


def chosen(*, family: str = "wipe", seed: int = 0, energy: Energy = Energy.STEADY) -> list[Transition]:
    look = Look(PALETTE, "corner", "rays", family, energy)
    return [transition(look, picture=SMALL, seed=seed, index=index) for index in range(5)]


@pytest.mark.parametrize("seed", range(8))
def test_neighbouring_cuts_differ(seed: int) -> None:
    assert all(one.variant is not other.variant for one, other in itertools.pairwise(chosen(seed=seed)))


def test_the_same_seed_gives_the_same_cuts_and_another_seed_others() -> None:
    assert chosen(seed=4) == chosen(seed=4)
    assert chosen(seed=4) != chosen(seed=5)


def test_calm_ads_change_scenes_more_slowly() -> None:
    assert chosen(energy=Energy.CALM)[0].seconds > chosen(energy=Energy.LIVELY)[0].seconds
    assert all(0.5 <= seconds <= 0.7 for seconds in SECONDS.values())


def test_an_unknown_family_still_gives_a_transition() -> None:
    assert chosen(family="no-such-family")[0].variant in FAMILIES["wipe"]


def painted_over(variant: Variant, progress: float, *, mirrored: bool, fill: int) -> bytes:
    """An instant painted over a frame that was all ``fill`` before."""
    pixels = blank(SMALL)
    pixels[...] = fill
    surface = surface_on(pixels)
    rect = skia.Rect.MakeWH(SMALL.width, SMALL.height)
    made(variant, SMALL, mirrored=mirrored).paint(
        surface.getCanvas(),
        progress=progress,
        old=lambda canvas: canvas.drawRect(rect, skia.Paint(Color=OLD)),
        new=lambda canvas: canvas.drawRect(rect, skia.Paint(Color=NEW)),
    )
    return pixels.tobytes()


@pytest.mark.parametrize("variant", VARIANTS)
@pytest.mark.parametrize("mirrored", [False, True], ids=["as-is", "mirrored"])
def test_nothing_shines_through_of_the_frame_before(variant: Variant, mirrored: bool) -> None:
    for step in range(31):
        once, again = (painted_over(variant, step / 30, mirrored=mirrored, fill=fill) for fill in (0, 255))
        assert once == again, f"at {step / 30:.2f}"


def test_what_of_the_old_scene_is_hidden_is_not_painted() -> None:
    pixels = blank(SMALL)
    surface = surface_on(pixels)
    moment = Moment(window=box(0, 60, SMALL.width, SMALL.height))

    moment.paint(surface.getCanvas(), old=lambda canvas: canvas.clear(0xFF00FF00), new=lambda canvas: None)

    assert (pixels[:60] == (0, 255, 0, 255)).all()
    assert not pixels[70:].any(), "the new scene covers this: the old one leaves it alone"
