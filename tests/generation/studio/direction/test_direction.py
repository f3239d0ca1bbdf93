"""What the art director makes of a script."""

from dataclasses import replace
from itertools import pairwise

import pytest
from pydantic import TypeAdapter

from generation.studio.direction import direct
from generation.studio.errors import ScriptUnusable
from generation.studio.illustrations import names
from generation.studio.scenes import LAYOUTS
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.storyboard import Scene, Storyboard

ABOUT = "Family bakery in Porto since 1987. We bake sourdough bread every morning with organic flour."


def scene(intent: Intent, text: str, narration: str = "", **facts: object) -> ScriptScene:
    return replace(ScriptScene(intent, text, narration or text), **facts)


SCRIPT = Script(
    title="Rosa's Bakery",
    scenes=(
        scene(Intent.HOOK, "Good things start at 5 a.m."),
        scene(Intent.PRODUCT, "Sourdough, baked every morning"),
        scene(Intent.BENEFIT, "Baked with care", "Organic flour, custard tarts and coffee on the terrace."),
        scene(
            Intent.BENEFIT, "“The best bread in town”", "“The best bread in town,” says the Porto Gazette."
        ),
        scene(Intent.ACTION, "Come and visit us"),
    ),
    call_to_action="Come and visit us",
)


def directed(script: Script = SCRIPT, *, seed: int = 0, **wishes: object) -> Storyboard:
    return direct(script, brand="Rosa's Bakery", tone="warm", about=ABOUT, seed=seed, **wishes)


def only(intent: Intent, text: str, narration: str = "", **facts: object) -> Scene:
    """How a scene in the middle of an ad is designed."""
    script = replace(
        SCRIPT, scenes=(SCRIPT.scenes[0], scene(intent, text, narration, **facts), SCRIPT.scenes[-1])
    )
    return directed(script).scenes[1]


def test_the_same_script_and_seed_give_the_same_storyboard() -> None:
    assert directed(seed=3) == directed(seed=3)


def test_seeds_vary_the_design_and_leave_the_words_alone() -> None:
    boards = [directed(seed=seed) for seed in range(6)]

    assert len({tuple(scene.layout for scene in board.scenes) for board in boards}) > 1
    assert len({tuple(scene.headline for scene in board.scenes) for board in boards}) == 1


@pytest.mark.parametrize("seed", range(12))
def test_every_layout_exists_and_none_follows_itself(seed: int) -> None:
    scenes = directed(seed=seed).scenes

    assert all(scene.layout in LAYOUTS[scene.kind] for scene in scenes)
    assert all(one.layout != other.layout for one, other in pairwise(scenes))


def test_every_picture_exists() -> None:
    used = {
        name for scene in directed().scenes for name in (scene.illustration, *scene.illustrations) if name
    }

    assert "bread" in used
    assert used <= names()


def test_a_storyboard_survives_the_way_through_json() -> None:
    board, adapter = directed(), TypeAdapter(Storyboard)

    assert adapter.validate_json(adapter.dump_json(board)) == board


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("Used by 4,200 companies", "4,200", "companies"),
        ("Just 198 grams", "198", "grams"),
        ("10-minute home workouts", "10-minute", "home workouts"),
        ("Over 300 guided workouts, all at home", "300", "guided workouts"),
    ],
)
def test_a_number_that_counts_something_is_shown_big(text: str, figure: str, label: str) -> None:
    shown = only(Intent.BENEFIT, text)

    assert (shown.kind, shown.figure, shown.figure_label) == (Intent.NUMBER, figure, label)


def test_a_price_makes_an_offer() -> None:
    shown = only(Intent.BENEFIT, "First consultation for $49")

    assert (shown.kind, shown.figure, shown.figure_label) == (Intent.OFFER, "$49", "First consultation")
    assert shown.headline == "First consultation"


def test_a_figure_of_the_script_is_kept() -> None:
    shown = only(Intent.NUMBER, "Loved in town", figure="1987", figure_label="since")

    assert (shown.kind, shown.figure, shown.figure_label) == (Intent.NUMBER, "1987", "since")


def test_a_number_scene_without_a_number_becomes_a_benefit() -> None:
    assert only(Intent.NUMBER, "Loved in town").kind is Intent.BENEFIT


def test_three_things_in_a_row_make_a_list_with_their_pictures() -> None:
    shown = directed().scenes[2]

    assert shown.kind is Intent.LIST
    assert shown.items == ("Organic flour", "Custard tarts", "Coffee")
    assert shown.illustrations == ("bread", "pie", "hot-beverage")


def test_a_list_title_does_not_repeat_the_list() -> None:
    shown = only(Intent.LIST, "Batteries, charging ports and cameras too")

    assert shown.items == ("Batteries", "Charging ports", "Cameras")
    assert shown.headline == "Rosa's Bakery"


def test_a_long_list_of_clauses_is_no_list() -> None:
    text = (
        "We connect to your bank, categorise every single transaction automatically and prepare your returns"
    )

    assert only(Intent.BENEFIT, "Books on autopilot", text).kind is Intent.BENEFIT


def test_a_quote_loses_its_marks_and_keeps_its_source() -> None:
    shown = directed().scenes[3]

    assert (shown.kind, shown.headline) == (Intent.QUOTE, "The best bread in town")
    assert shown.source == "Porto Gazette"


def test_steps_are_read_from_the_narration() -> None:
    shown = only(Intent.STEPS, "So easy", "Order tonight, then sleep, then pick up fresh bread.")

    assert (shown.kind, shown.items) == (Intent.STEPS, ("Order tonight", "Sleep", "Pick up fresh bread"))


def test_opening_hours_make_a_place() -> None:
    assert only(Intent.BENEFIT, "Open every day except Monday").kind is Intent.PLACE


def test_a_time_of_day_is_not_a_count() -> None:
    assert only(Intent.BENEFIT, "Warm at 7 am, every day").kind is Intent.BENEFIT


@pytest.mark.parametrize(
    ("headline", "emphasis"),
    [
        ("Ready for your first 10K?", "10K"),
        ("Free returns for 60 days", "60 days"),
        ("Grips wet pavement", "pavement"),
        ("Wake up to something real", "real"),
        ("Sourdough", ""),
        ("Marine hardware, rope and paint", ""),
        ("You never lose a service", "never"),
        ("We clean all the way", ""),
        ("Call 01326 555 019", "01326 555 019"),
        ("$55 per person", "$55"),
        ("Rings from €240, earrings from €120", ""),
        ("Book before noon and save 20%", "20%"),
    ],
)
def test_the_part_that_matters_is_stressed(headline: str, emphasis: str) -> None:
    assert only(Intent.PRODUCT, headline).emphasis == emphasis


def test_a_stress_always_stands_in_the_headline() -> None:
    assert all(scene.emphasis in scene.headline for scene in directed().scenes)


def test_a_text_too_long_for_the_screen_is_cut_between_thoughts() -> None:
    text = "We bake sourdough bread every single morning, with organic flour and no additives whatsoever"

    shown = only(Intent.PRODUCT, text)

    assert shown.headline == "We bake sourdough bread every single morning"
    assert shown.detail == "With organic flour and no additives whatsoever"


def test_a_missing_end_card_is_added_and_spoken() -> None:
    board = directed(replace(SCRIPT, scenes=SCRIPT.scenes[:-1]))

    assert board.scenes[-1].kind is Intent.ACTION
    assert board.scenes[-1].narration == "Rosa's Bakery. Come and visit us."


def test_a_last_scene_that_is_the_call_becomes_the_end_card() -> None:
    script = replace(SCRIPT, scenes=(*SCRIPT.scenes[:-1], scene(Intent.BENEFIT, "Come and visit us!")))

    assert [scene.kind for scene in directed(script).scenes].count(Intent.ACTION) == 1


def test_the_end_card_does_not_say_the_button_twice() -> None:
    card = directed().scenes[-1]

    assert (card.headline, directed().call_to_action) == (
        "Sourdough, baked every morning",
        "Come and visit us",
    )


def test_the_end_card_keeps_what_it_says_besides() -> None:
    script = replace(SCRIPT, scenes=(*SCRIPT.scenes[:-1], scene(Intent.ACTION, "Warm bread is waiting")))

    assert directed(script).scenes[-1].headline == "Warm bread is waiting"


def test_a_missing_call_is_taken_from_the_last_scene() -> None:
    last = ScriptScene(Intent.ACTION, "", "Call us now at 555-1234 for a free quote.")
    script = replace(SCRIPT, scenes=(*SCRIPT.scenes[:-1], last), call_to_action=" ")

    assert directed(script).call_to_action == "Call us now at 555-1234"


def test_a_call_is_not_invented_in_a_language_that_is_not_known() -> None:
    script = replace(SCRIPT, scenes=SCRIPT.scenes[:-1], call_to_action="", language="es")

    assert directed(script).call_to_action == "Rosa's Bakery"


def test_a_long_call_loses_what_it_can_do_without() -> None:
    script = replace(SCRIPT, call_to_action="Start your 30-day free trial today.")

    assert directed(script).call_to_action == "Start your 30-day free trial"


def test_a_call_in_the_middle_does_not_end_the_ad_early() -> None:
    script = replace(SCRIPT, scenes=(SCRIPT.scenes[-1], *SCRIPT.scenes))

    assert [scene.kind is Intent.ACTION for scene in directed(script).scenes] == [False] * 5 + [True]


def test_a_scene_with_only_narration_gets_words_to_show() -> None:
    shown = only(
        Intent.BENEFIT, " ", "Our ovens are on before the town wakes up, every single day of the year."
    )

    assert shown.headline == "Our ovens are on before the town"


def test_empty_scenes_are_left_out() -> None:
    script = replace(SCRIPT, scenes=(scene(Intent.BENEFIT, "", " "), *SCRIPT.scenes))

    assert directed(script).scenes == directed().scenes


@pytest.mark.parametrize("scenes", [(), (ScriptScene(Intent.HOOK, " ", ""),)])
def test_a_script_without_words_is_refused(scenes: tuple[ScriptScene, ...]) -> None:
    with pytest.raises(ScriptUnusable, match="no scene with words"):
        directed(replace(SCRIPT, scenes=scenes))


def test_an_unknown_format_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="9:16"):
        directed(format_name="3:2")


@pytest.mark.parametrize(
    ("tone", "mood"),
    [
        ("energetic", "energetic"),
        ("warm and friendly", "upbeat"),
        ("professional", "corporate"),
        ("reassuring", "calm"),
        ("Elegant, timeless", "luxury"),
        ("playful", "playful"),
    ],
)
def test_the_tone_chooses_the_music(tone: str, mood: str) -> None:
    assert direct(SCRIPT, brand="Rosa's", tone=tone, about=ABOUT).music_mood == mood


def test_brand_colours_reach_the_palette() -> None:
    palette = directed(brand_colors=("#0055ff",)).look.palette

    assert palette != directed().look.palette


@pytest.mark.parametrize(
    ("call", "brand", "button"),
    [
        ("Come and visit Paws & Whiskers Vets", "Paws & Whiskers Vets", "Come and visit us"),
        ("Try Needle & Thread by Amira today", "Needle & Thread by Amira", "Try it today"),
        ("Discover The Old Harbour Smoke House", "The Old Harbour Smoke House", "Discover more"),
        ("Book online at Bechler Piano Service", "Bechler Piano Service", "Book online"),
        ("Visit Loft 9", "Loft 9", "Visit Loft 9"),
    ],
)
def test_no_button_cuts_a_name_in_two(call: str, brand: str, button: str) -> None:
    script = Script("t", (ScriptScene(Intent.HOOK, "A hook", "A hook."),), call_to_action=call)

    assert direct(script, brand=brand, tone="calm", about=brand).call_to_action == button
