from dataclasses import replace

import pytest

from generation.studio.design import PAIRINGS, PALETTES, contrast, ground, look_for, palette_from
from generation.studio.design.brand_palette import colorful
from generation.studio.design.color import from_oklch, to_oklch
from generation.studio.design.contrast import READABLE, weakest
from generation.studio.design.grounds import NAMES
from generation.studio.design.looks import _KIN
from generation.studio.design.motifs import MOTIFS
from generation.studio.design.tongues import subject_of
from generation.studio.typesetting import FACES

BRANDS = [
    ("#cc0000",),
    ("#003366", "#ffcc00"),
    ("#000000",),
    ("#ffffff",),
    ("#ffff00",),
    ("#7f7f7f", "#00ff00"),
    ("#0af", "#123456", "#fedcba"),
]
ALL = [*PALETTES.values(), *filter(None, (palette_from(colors) for colors in BRANDS))]


def test_black_on_white_has_the_contrast_the_standard_says():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_colour_survives_the_way_to_oklch_and_back():
    assert [from_oklch(to_oklch(c)) for c in ("#ff8438", "#0a2b26", "#ffffff")] == [
        "#ff8438",
        "#0a2b26",
        "#ffffff",
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("palette", ALL, ids=lambda p: f"{p.name}{p.primary}")
def test_text_reads_on_every_ground_of_every_palette(palette, name):
    made = ground(name, palette)

    assert weakest(made.text, made.surfaces) >= READABLE
    assert weakest(made.quiet, made.surfaces) >= READABLE
    assert weakest(made.emphasis, made.surfaces) >= READABLE
    assert contrast(made.marker, made.marker_text) >= READABLE
    assert weakest(made.text, made.flow) >= READABLE


def test_there_are_enough_palettes_and_pairings_to_choose_from():
    assert len(PALETTES) >= 8
    assert len(PAIRINGS) >= 6


def test_every_pairing_names_faces_that_exist():
    faces = {f for p in PAIRINGS.values() for f in (p.display, p.text, p.strong, p.figures)}

    assert faces <= set(FACES)


@pytest.mark.parametrize(
    ("tone", "about", "expected"),
    [
        ("energetic", "A lightweight daily running shoe", "velocity"),
        ("warm", "Family bakery in Porto. Sourdough bread.", "sunrise"),
        ("professional", "Cloud accounting for small businesses", "ledger"),
        ("reassuring", "A modern dental clinic", "harbor"),
        ("motivational", "A fitness app with home workouts", "pulse"),
        ("friendly", "Phone repair while you wait", "platform"),
        ("energetic", "Surf lessons on the beach of Somo", "lagoon"),
        ("friendly", "Clean dry storage units on Highway 9", "steel"),
        ("professional", "We clean kitchen exhaust hoods and ducts", "steel"),
        ("warm", "Steam & Country Fair. Every August bank holiday.", "heritage"),
        ("luxurious", "A carpet house. Hand-woven rugs.", "bazaar"),
    ],
)
def test_a_brief_gets_the_palette_that_suits_it(tone, about, expected):
    assert look_for(tone=tone, about=about).palette.name == expected


def test_a_look_names_only_what_exists():
    looks = [look_for(tone=tone, about="", seed=seed) for tone in ("bold", "calm", "") for seed in range(6)]

    assert {look.motif for look in looks} <= set(MOTIFS)
    assert {look.type_pairing for look in looks} <= set(PAIRINGS)
    assert {look.transitions for look in looks} <= {"wipe", "iris", "slide", "curtain"}


def test_the_same_brief_always_gets_the_same_look():
    assert look_for(tone="odd", about="things", seed=7) == look_for(tone="odd", about="things", seed=7)


def test_a_brand_colour_leads_its_own_palette():
    palette = look_for(tone="warm", about="bakery", brand_colors=("#cc0000",)).palette

    assert (palette.name, palette.primary) == ("brand", "#cc0000")


def test_what_is_not_a_colour_is_passed_over():
    assert palette_from(("reddish", "#12")) is None


def test_two_shops_of_one_trade_need_not_wear_one_colour():
    looks = [look_for(tone="warm", about="A bakery. Sourdough bread.", seed=seed) for seed in range(15)]

    assert len({look.palette.name for look in looks}) == 3
    assert len({(look.palette.primary, look.type_pairing, look.motif) for look in looks}) >= 12


def test_every_palette_has_kin_that_exist():
    assert set(_KIN) == set(PALETTES)
    assert all(set(kin) <= set(PALETTES) - {name} for name, kin in _KIN.items())


def test_grey_pictures_choose_no_colours():
    assert colorful(("#6b6b6b", "#202020")) == ()
    assert colorful(("#6b6b6b", "#cc3300")) == ("#6b6b6b", "#cc3300")


def test_the_accent_of_a_brand_lies_near_its_own_colour_on_the_way_to_yellow():
    for color in ("#7a4a2b", "#2f5d50", "#003366"):
        palette = palette_from((color,))
        own, accent = to_oklch(palette.primary).hue, to_oklch(palette.accent).hue
        assert abs((accent - own + 180) % 360 - 180) <= 66


def test_opposite_colours_do_not_flow_into_one_another():
    palette = replace(PALETTES["terracotta"], primary="#d4582a", secondary="#2c7d68")
    one, other, _ = ground("primary", palette).flow

    assert abs((to_oklch(one).hue - to_oklch(other).hue + 180) % 360 - 180) < 115


@pytest.mark.parametrize(
    ("language", "about", "expected"),
    [
        ("ar", "دار السجاد. سجاد صوفي منسوج يدويًا في مراكش.", "bazaar"),
        ("ja", "湯けむり庵。箱根の山あいにある小さな温泉宿。", "zen"),
        ("zh-CN", "一家小咖啡馆，每天现磨咖啡。", "sunrise"),
        ("ru", "Стоматология для тех, кто боится.", "harbor"),
        ("hi", "हाथ से बुने कालीन, जयपुर से।", "bazaar"),
    ],
)
def test_trades_are_known_in_scripts_that_have_no_pictures(language, about, expected):
    subject = subject_of(about, language)

    assert look_for(tone="friendly", about=f"{subject} {about}").palette.name == expected


def test_an_incidental_word_does_not_outweigh_what_an_ad_is_about():
    about = (
        "Okafor & Lindqvist. Attorneys for wills and estate plans. " + "Most people think of it late. " * 5
    )
    late = "If you have kids, a house, a dog, a school, a party or a garden, you need one."

    assert look_for(tone="professional", about=about + late).palette.name == "ledger"
