"""The pictures of ads that people have judged: a wrong one is worse than none."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from generation.studio.direction.casting import cast
from generation.studio.direction.heroes import hero_of
from generation.studio.script import Intent, ScriptScene
from generation.studio.storyboard import Scene

JUDGED: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "judged_scenes.json").read_text(encoding="utf-8")
)
"""Ads whose scenes were read one by one: which pictures may stand there. None is always allowed."""


def played(ad: dict[str, Any]) -> tuple[Scene, ...]:
    scenes = [
        Scene(
            kind=Intent(one["kind"]),
            layout="",
            headline=one["headline"],
            narration=one["narration"],
            detail=one.get("detail", ""),
            figure_label=one.get("figure_label", ""),
            items=tuple(one.get("items", ())),
        )
        for one in ad["scenes"]
    ]
    written = [ScriptScene(scene.kind, scene.headline, scene.narration) for scene in scenes]
    return cast(scenes, written, about=ad["about"], brand=ad["brand"], language=ad["language"])


def by_brand(brand: str) -> dict[str, Any]:
    return next(ad for ad in JUDGED if ad["brand"] == brand)


@pytest.mark.parametrize("ad", JUDGED, ids=[ad["brand"] for ad in JUDGED])
def test_no_scene_shows_a_picture_that_was_not_judged_right(ad: dict[str, Any]) -> None:
    for scene, judged in zip(played(ad), ad["scenes"], strict=True):
        if scene.kind in {Intent.LIST, Intent.STEPS}:
            for name, allowed in zip(scene.illustrations, judged["allowed"], strict=True):
                assert not name or name in allowed
        else:
            assert not scene.illustration or scene.illustration in judged["allowed"]
            assert set(scene.illustrations) <= {*judged.get("beside", ()), *judged["allowed"]}


def test_nearly_every_ad_has_a_picture_of_its_product() -> None:
    found = [hero_of(ad["about"], brand=ad["brand"], language=ad["language"]) for ad in JUDGED]

    assert sum(map(bool, found)) >= 0.9 * len(JUDGED)
    assert all(not hero or hero in ad["heroes"] for hero, ad in zip(found, JUDGED, strict=True))


def test_half_of_the_scenes_have_a_picture() -> None:
    shown = [scene.illustration for ad in JUDGED for scene in played(ad) if scene.kind is not Intent.PLACE]

    assert sum(map(bool, shown)) >= 0.45 * len(shown)


def test_only_the_product_itself_leads_two_scenes_and_never_all_of_them() -> None:
    for ad in JUDGED:
        hero = hero_of(ad["about"], brand=ad["brand"], language=ad["language"])
        scenes = [scene for scene in played(ad) if scene.kind not in {Intent.LIST, Intent.STEPS}]
        leads = Counter(scene.illustration for scene in scenes if scene.illustration)
        assert all(count == 1 or name == hero for name, count in leads.items())
        assert leads[hero] <= 4


def test_an_ad_opens_with_its_product_only_where_it_talks_of_it() -> None:
    about = "Paysheet. Outsourced payroll for companies."
    texts = (
        (Intent.HOOK, "Error rate below 0.1%"),
        (Intent.PRODUCT, "Outsourced payroll"),
        (Intent.ACTION, "Call us"),
    )
    scenes = [Scene(kind=kind, layout="", headline=text, narration=text) for kind, text in texts]
    written = [ScriptScene(scene.kind, scene.headline, scene.narration) for scene in scenes]

    leads = [scene.illustration for scene in cast(scenes, written, about=about, brand="Paysheet")]

    assert leads == ["", "receipt", "receipt"]


def test_what_one_does_at_the_end_is_no_picture() -> None:
    scene = Scene(
        kind=Intent.ACTION, layout="", headline="Book at fair.example", narration="Book two books now."
    )

    (card,) = cast([scene], [ScriptScene(Intent.ACTION, scene.headline, scene.narration)], about="A fair.")

    assert card.illustration == ""


def test_what_qualifies_a_part_of_a_shoe_is_not_its_picture() -> None:
    scene = next(one for one in played(by_brand("AeroStride One")) if "feet cool" in one.headline)

    assert scene.illustration in {"running-shoe", ""}
    assert "recycling-symbol" not in scene.illustrations


def test_a_dentist_shows_a_tooth_and_no_smiling_face() -> None:
    assert {scene.illustration for scene in played(by_brand("Bright Harbor Dental"))} <= {
        "tooth", "stethoscope", "laptop", ""
    }  # fmt: skip


def test_a_name_that_sounds_like_something_else_is_no_picture_of_it() -> None:
    about = "Golden Apple. Guitar lessons for adults. No exams."

    assert hero_of(about, brand="Golden Apple") == "guitar"


def test_what_hangs_from_a_preposition_does_so_to_the_end_of_its_list() -> None:
    about = "SkyFrame. Aerial photos and films of houses, farms and building sites."

    assert hero_of(about, brand="SkyFrame") == "camera"


def test_a_thing_that_is_named_once_and_late_is_no_product() -> None:
    about = "Lagoon. Trips on the lagoon. A cool box, a sun roof and eight seats. A lighthouse with a bell."

    assert hero_of(about, brand="Lagoon") == ""


def test_what_is_given_with_the_product_does_not_lead_its_offer() -> None:
    scene = next(one for one in played(by_brand("Alpina Käse")) if one.kind is Intent.OFFER)

    assert scene.illustration in {"cheese-wedge", ""}
