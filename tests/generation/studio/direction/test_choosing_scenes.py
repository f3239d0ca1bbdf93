"""That a scene is chosen because of what the fact is."""

import pytest

from generation.studio.direction import direct, kinds
from generation.studio.direction.currencies import printed, shown
from generation.studio.direction.figures import figure_in
from generation.studio.direction.fitting import tells_hours
from generation.studio.direction.layouts import laid_out
from generation.studio.direction.names import without_names
from generation.studio.direction.terms import code_in, deadline_in, old_price_in, without_terms
from generation.studio.direction.wording import tail_from
from generation.studio.illustrations import find_all
from generation.studio.scenes import LAYOUTS
from generation.studio.scenes.hours import times_in
from generation.studio.scenes.timeline import Moment, moment_in
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.storyboard import Scene

ABOUT = "Family bakery in Porto since 1987. Sourdough bread and custard tarts by Rosa Pine."


def designed(intent, text, *, narration="", seed=0, **facts):
    """How a scene in the middle of an ad is designed."""
    scenes = (
        ScriptScene(Intent.HOOK, "Bread worth getting up for", "Bread."),
        ScriptScene(intent, text, narration or text, **facts),
        ScriptScene(Intent.ACTION, "Come by", "Come by."),
    )
    board = direct(Script("x", scenes, "Come by"), brand="Rosa's Bakery", tone="warm", about=ABOUT, seed=seed)
    return board.scenes[1]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    "text", ["Evening appointments until 8 pm", "Open every day except Monday", "Open 9:00–17:30"]
)
def test_opening_times_never_show_a_street_map(text, seed):
    assert designed(Intent.PLACE, text, seed=seed).layout in {"clock", "door"}


@pytest.mark.parametrize("seed", range(4))
def test_an_address_gets_a_map_or_a_street_sign(seed):
    assert designed(Intent.PLACE, "Rua das Flores 12, Porto", seed=seed).layout in {"map", "signpost"}


def test_a_shop_on_a_street_is_a_place_even_when_it_says_when():
    assert not tells_hours("Find us on Market Street, open daily")
    assert tells_hours("Closed on Mondays")


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("9 am to 8:30 pm", (9.0, 20.5)),
        ("Open 9–17", (9.0, 17.0)),
        ("until midnight", (24.0,)),
        ("Only 3 tables", ()),
        ("€5 coffee", ()),
    ],
)
def test_times_of_day_are_read(text, hours):
    assert times_in(text) == hours


def test_a_lower_price_strikes_out_the_old_one():
    scene = designed(
        Intent.OFFER,
        "The breakfast box, now €29",
        narration="€29 instead of €40 with code BREAD11 until Sunday.",
    )

    assert (scene.figure, scene.was, scene.code, scene.deadline) == ("€29", "€40", "BREAD11", "Until Sunday")
    assert scene.layout in {"price", "ticket"}


@pytest.mark.parametrize(
    ("text", "was", "code", "deadline"),
    [
        ("Was $49, now $29. Today only!", "$49", "", "Today only"),
        ("From €40 down to €29 by June 30", "€40", "", "By June 30"),
        ("Use code SAVE20 at checkout", "", "SAVE20", ""),
        ("Open until 8 pm", "", "", ""),
    ],
)
def test_the_terms_of_an_offer_are_found(text, was, code, deadline):
    assert (old_price_in(text), code_in(text), deadline_in(text)) == (was, code, deadline)


def test_a_text_without_terms_is_left_alone():
    assert without_terms("Free delivery!") == "Free delivery!"


def test_before_and_after_are_shown_side_by_side():
    scene = designed(Intent.BENEFIT, "Before: three hours of paperwork. After: ten minutes.")

    assert scene.kind is Intent.BEFORE_AFTER
    assert scene.items == ("Three hours of paperwork", "Ten minutes")


def test_steps_with_times_stand_on_a_timeline():
    items = ("Order by 8 pm", "Pick up at 7 am")

    assert designed(Intent.STEPS, "How it works", items=items).layout == "timeline"
    assert moment_in(items[0]) == Moment("8 pm", "Order")


@pytest.mark.parametrize(
    ("hook", "layouts"),
    [
        ("Finally.", {"word"}),
        ("Why is mornings' coffee so bad?", {"question", "statement", "rise", "impact"}),
    ],
)
def test_a_hook_is_set_as_what_it_is(hook, layouts):
    scenes = (ScriptScene(Intent.HOOK, hook, hook), ScriptScene(Intent.ACTION, "Go", "Go."))

    board = direct(Script("x", scenes, "Go"), brand="Rosa's Bakery", tone="warm", about=ABOUT)

    assert board.scenes[0].layout in layouts


@pytest.mark.parametrize("text", ["Rosa's Bakery", "Meet Rosa Pine", "Apple Tower, second floor"])
def test_proper_names_never_call_up_pictures(text):
    bare = without_names(text, brand="Apple Tower", about="bread by Rosa Pine and her bakery")

    assert not {match.words for match in find_all(bare)} & {"rosa", "pine", "apple", "tower"}


def test_a_word_that_is_also_a_thing_stays_one():
    assert "Bakery" in without_names("Rosa's Bakery", brand="Rosa's Bakery", about="a small bakery")


@pytest.mark.parametrize(
    "text", ["Grips wet pavement", "A family business since 1987", "It works automatically"]
)
def test_a_quality_is_not_illustrated_with_something_else(text):
    assert find_all(text) == ()


def test_what_is_free_is_no_name_for_the_price_of_something_else() -> None:
    made = kinds.designed(
        ScriptScene(Intent.OFFER, "Free returns", "AeroStride One is €129, with free returns.")
    )

    assert (made.headline, made.detail, made.figure) == ("", "Free returns", "€129")


def test_what_one_has_to_spend_is_not_shown_as_a_price() -> None:
    made = kinds.designed(
        ScriptScene(Intent.OFFER, "Free shipping", "There's free shipping over $50.", figure="$50")
    )

    assert (made.headline, made.figure) == ("Free shipping", "")


@pytest.mark.parametrize(
    ("text", "figure", "label"),
    [
        ("東京から90分", "90分", ""),
        ("عطرك الخاص في 30 دقيقة", "30", "دقيقة"),
        ("Доставка за 40 минут", "40", "минут"),
    ],
)
def test_figures_are_found_in_other_scripts(text, figure, label):
    found = figure_in(text)

    assert (found.text, found.label) == (figure, label)


def test_a_year_in_japanese_counts_nothing():
    assert figure_in("2024年に開店") is None


def test_what_is_made_nearby_is_no_address():
    assert designed(Intent.PLACE, "Beans roasted around the corner").kind is Intent.BENEFIT
    assert designed(Intent.PLACE, "Around the corner from the station").kind is Intent.PLACE


def test_an_offer_headed_by_the_name_says_what_is_offered():
    scene = designed(Intent.OFFER, "Rosa's Bakery", narration="The second loaf at half price.")

    assert scene.headline == "The second loaf at half price"


def test_a_text_is_not_cut_after_a_small_word_in_other_languages():
    assert tail_from(
        "Clases de surf en la playa de Somo para principiantes y familias.", "Clases de surf"
    ) == ("En la playa de Somo para principiantes")


def test_a_name_in_a_headline_is_stressed_whole():
    assert designed(Intent.BENEFIT, "Say hello to Rosa's Bakery").emphasis == "Rosa's Bakery"


def test_an_address_of_the_web_keeps_its_small_letters():
    assert designed(Intent.BENEFIT, "rosasbakery.example").headline == "rosasbakery.example"


def test_a_figure_counts_what_is_written_beside_it():
    scene = designed(Intent.NUMBER, "12-month warranty", figure="30", figure_label="minutes")

    assert (scene.figure, scene.figure_label) == ("12-month", "warranty")


@pytest.mark.parametrize(
    ("language", "spelled", "expected"),
    [
        ("en", "9 euros per employee", "€9 per employee"),
        ("en-GB", "12.50 pounds a head", "£12.50 a head"),
        ("es", "9 euros al mes", "9 € al mes"),
        ("en", "12 pounds of flour", "12 pounds of flour"),
        ("en", "A 20-euro voucher", "A 20-euro voucher"),
    ],
)
def test_a_price_is_shown_with_its_sign(language, spelled, expected):
    assert printed(spelled, language) == expected


def test_a_figure_that_counts_euros_is_a_price():
    scene = ScriptScene(Intent.OFFER, "9 euros per employee", "x", figure="9", figure_label="euros")

    assert (shown(scene, "en").figure, shown(scene, "en").figure_label) == ("€9", "")


def test_a_code_stands_apart_from_the_headline_that_ends_with_it():
    scene = designed(
        Intent.OFFER,
        "Free cotton candy machine: CANDY",
        narration="Get a free cotton candy machine, code CANDY.",
    )

    assert (scene.headline, scene.figure, scene.code) == ("Free cotton candy machine", "", "CANDY")
    assert scene.layout == "ticket"


def test_a_code_behind_a_colon_is_one_in_any_language():
    scene = designed(Intent.OFFER, "10 % de descuento: OTOÑO10", narration="Un 10 % de descuento.")

    assert (scene.code, scene.layout) == ("OTOÑO10", "price")


def test_a_scene_leaves_the_only_layout_of_a_later_one_to_it():
    priced = Scene(Intent.OFFER, "", "Adults £16", "", figure="£16")
    free = Scene(Intent.OFFER, "", "Under tens free with every adult", "")

    for seed in range(12):
        first, second = laid_out([priced, free], layouts=LAYOUTS, seed=seed)
        assert second.layout == "ticket"
        assert first.layout != "ticket"
