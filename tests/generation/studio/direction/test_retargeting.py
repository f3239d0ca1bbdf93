"""One storyboard for every format and length."""

from dataclasses import replace

import pytest

from generation.studio.direction import retarget
from generation.studio.direction.retargeting import spoken_seconds
from generation.studio.formats import FORMATS
from generation.studio.script import Intent
from generation.studio.storyboard import Energy, Look, Palette, Scene, Storyboard

PALETTE = Palette("plain", "#ffffff", "#111111", "#222244", "#3355ff", "#ff9933", "#ffdd55")
LOOK = Look(PALETTE, "plain", "blobs", "wipe", Energy.STEADY)


def scene(kind: Intent, headline: str, narration: str, **more: str) -> Scene:
    return replace(Scene(kind, "", headline, narration), **more)


BOARD = Storyboard(
    brand="Rosa's Bakery",
    scenes=(
        scene(Intent.HOOK, "Hungry before work?", "Hungry before work, and no time to stop for breakfast?"),
        scene(
            Intent.PRODUCT, "Rosa's Bakery", "Rosa's Bakery bakes warm bread and pastry around the corner."
        ),
        scene(Intent.LIST, "Three favourites", "Croissants, rolls and cinnamon buns, all made by hand."),
        scene(Intent.BENEFIT, "Ready at six", "Everything is warm and ready at six in the morning."),
        scene(Intent.OFFER, "Second coffee free", "Until Sunday your second coffee is on us.", figure="50%"),
        scene(Intent.PLACE, "Mill Street 5", "You find us in Mill Street, right by the station."),
        scene(Intent.ACTION, "Come by today", "Come by today and taste the difference."),
    ),
    look=LOOK,
    call_to_action="Come by",
    length=30.0,
)


def kinds(board: Storyboard) -> list[Intent]:
    return [one.kind for one in board.scenes]


@pytest.mark.parametrize("name", FORMATS)
def test_another_format_keeps_every_word(name: str) -> None:
    turned = retarget(BOARD, format_name=name)

    assert turned.format_name == name
    assert turned.scenes == BOARD.scenes


def test_a_longer_ad_invents_nothing() -> None:
    longer = retarget(BOARD, length=60)

    assert (longer.length, longer.scenes) == (60, BOARD.scenes)


def test_a_shorter_ad_leaves_out_the_least_important_scenes_first() -> None:
    shorter = retarget(BOARD, length=22)

    assert Intent.PLACE not in kinds(shorter)
    assert Intent.PRODUCT in kinds(shorter)


@pytest.mark.parametrize("length", [6, 8, 10, 15, 20])
def test_hook_offer_and_call_to_action_always_stay(length: float) -> None:
    shorter = retarget(BOARD, length=length)

    assert [kind for kind in kinds(shorter) if kind in {Intent.HOOK, Intent.OFFER, Intent.ACTION}] == [
        Intent.HOOK,
        Intent.OFFER,
        Intent.ACTION,
    ]
    assert spoken_seconds(shorter.scenes) <= length


def test_what_is_still_too_long_says_its_headlines() -> None:
    shortest = retarget(BOARD, length=6)

    assert shortest.scenes[0].narration == "Hungry before work?"
    assert shortest.scenes[1].narration == "Second coffee free: 50%."


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(ValueError, match="no format"):
        retarget(BOARD, format_name="3:2")
