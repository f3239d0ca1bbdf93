"""The colours that grounds go over into, and what stands on them."""

from dataclasses import replace

import pytest

from generation.studio.design import PALETTES, ground
from generation.studio.design.color import hue_distance, to_oklch
from generation.studio.design.grounds import is_brown
from generation.studio.design.looks import variant
from generation.studio.scenes.backdrop import lively
from generation.studio.scenes.contact_sheet import spoken
from generation.studio.scenes.photos import guest_of, mascot_apart
from generation.studio.scenes.stage import stage_for
from generation.studio.script import Intent
from tests.generation.studio.scenes.staging import board, laid

READINGS = range(5)


@pytest.mark.parametrize("name", PALETTES)
def test_no_deep_ground_passes_through_mud(name: str) -> None:
    for turn in READINGS:
        made = ground("deep", variant(PALETTES[name], turn))
        middle, (_, low, _) = made.stops[1], lively(made)
        assert is_brown(middle) or not is_brown(low)
        assert hue_distance(middle, low) < 90 or min(to_oklch(middle).chroma, to_oklch(low).chroma) < 0.05


def test_the_product_visits_one_scene_that_is_apart_from_those_that_show_it() -> None:
    leads = ("bread", "", "", "", "")
    offers = [laid(Intent.OFFER, "price", illustration=lead, illustrations=()) for lead in leads]
    card = laid(Intent.ACTION, "glow", illustration="bread", illustrations=())
    ad = replace(board(card), scenes=(*offers, card))
    times = spoken("", start=0.0, seconds=3.0)
    stages = [stage_for(scene, storyboard=ad, times=times, index=i) for i, scene in enumerate(ad.scenes)]

    assert [guest_of(stage) for stage in stages] == ["bread", "", "bread", "", "", "bread"]
    assert [mascot_apart(stage) for stage in stages] == ["", "", "bread", "bread", "", ""]
