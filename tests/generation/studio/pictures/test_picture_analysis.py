"""What is cut out, what is left as a photograph, what matters in it, and which colours it has."""

import numpy as np
import pytest
from drawn_pictures import badge, lake, product_shot, room
from PIL import Image, ImageDraw, ImageFilter

from generation.studio.design.color import to_oklch
from generation.studio.pictures.cutout import SURE, cut_out
from generation.studio.pictures.focus import crop, focus_of
from generation.studio.pictures.palette import colors_of
from generation.studio.pictures.picture import Focus
from generation.studio.pictures.sharpness import detail_of

GROUNDS = [(250, 250, 250), (255, 255, 255), (225, 232, 240), (120, 170, 210), (248, 214, 60)]


@pytest.mark.parametrize("ground", GROUNDS)
def test_a_product_before_a_plain_ground_is_cut_out(ground: tuple[int, int, int]) -> None:
    found = cut_out(product_shot(width=480, height=600, ground=ground, color=(170, 40, 50)))
    assert found is not None
    assert found.certainty >= SURE
    alpha = np.asarray(found.image.getchannel("A"))
    height, width = alpha.shape
    # The bottle fills its own box: solid in the middle, nothing left of the ground beside its neck.
    assert alpha[height // 2, width // 2] == 255
    assert alpha[round(height * 0.14), round(width * 0.06)] < 20
    assert 0.36 < width / height < 0.56


def test_the_edge_of_a_cut_out_is_soft_and_free_of_the_ground() -> None:
    found = cut_out(
        product_shot(width=480, height=600, ground=(250, 250, 250), color=(150, 30, 40), shadow=False)
    )
    assert found is not None
    pixels = np.asarray(found.image).astype(int)
    edge = (pixels[..., 3] > 30) & (pixels[..., 3] < 225)
    assert edge.sum() > 200
    # White that shone through would be as bright as the ground; the bottle's edge is dark.
    neck = pixels[round(pixels.shape[0] * 0.14) : round(pixels.shape[0] * 0.3)]
    rim = neck[(neck[..., 3] > 30) & (neck[..., 3] < 225)]
    assert rim[:, :3].mean() < 140


def test_a_shadow_stays_a_shadow_on_any_ground() -> None:
    found = cut_out(product_shot(width=480, height=600, ground=(250, 250, 250), color=(150, 30, 40)))
    assert found is not None
    pixels = np.asarray(found.image)
    foot = pixels[round(pixels.shape[0] * 0.97) :]
    shade = foot[(foot[..., 3] > 20) & (foot[..., 3] < 160)]
    assert len(shade) > 50
    assert shade[:, :3].mean() < 60


def test_what_came_transparent_is_its_own_cut_out() -> None:
    found = cut_out(badge(size=240))
    assert found is not None
    assert found.certainty == 1.0
    assert found.image.size == (174, 174) or abs(found.image.width - 173) < 4


@pytest.mark.parametrize(
    "picture",
    [
        lake(width=480, height=320),
        room(width=400, height=400),
        product_shot(width=480, height=600, ground=(246, 246, 246), color=(225, 225, 222)),
        Image.effect_noise((300, 300), 90).convert("RGB"),
        Image.new("RGB", (300, 300), "#ddeeff"),
        Image.linear_gradient("L").convert("RGB"),
    ],
    ids=["a lake", "a room", "white before white", "noise", "nothing", "a gradient"],
)
def test_what_cannot_be_cut_out_surely_is_left_alone(picture: Image.Image) -> None:
    found = cut_out(picture)
    assert found is None or found.certainty < SURE


def test_a_thing_cut_by_the_border_is_no_cut_out() -> None:
    shot = product_shot(width=480, height=600, ground=(250, 250, 250), color=(170, 40, 50))
    found = cut_out(shot.crop((0, 0, 480, 470)))
    assert found is None or found.certainty < SURE


@pytest.mark.parametrize("boat_at", [0.2, 0.5, 0.72, 0.85])
@pytest.mark.parametrize("aspect", [9 / 16, 4 / 5, 1.0, 16 / 9])
def test_a_crop_keeps_the_boat_in_every_format(boat_at: float, aspect: float) -> None:
    picture = lake(width=600, height=400, boat_at=boat_at)
    left, top, right, bottom = crop(600, 400, focus=focus_of(picture), aspect=aspect)
    assert (right - left) / (bottom - top) == pytest.approx(aspect)
    assert left <= boat_at * 600 - 32
    assert right >= boat_at * 600 + 32
    assert top <= 0.6 * 400
    assert bottom >= 0.74 * 400


def people(*at: float, width: int = 640, height: int = 400) -> Image.Image:
    """Dark suits with faces before a bright sky, each face at this share of the width."""
    picture = Image.linear_gradient("L").resize((width, height)).point(lambda v: 190 + v // 6).convert("RGB")
    draw = ImageDraw.Draw(picture)
    for share in at:
        x = share * width
        draw.rectangle((x - 46, 150, x + 46, height), fill=(38, 40, 52))
        draw.ellipse((x - 27, 80, x + 27, 154), fill=(205, 150, 120))
    return picture


@pytest.mark.parametrize("aspect", [9 / 16, 4 / 5, 1.0, 16 / 9])
@pytest.mark.parametrize("at", [0.3, 0.5, 0.7])
def test_a_head_is_never_cut_off(at: float, aspect: float) -> None:
    left, top, right, bottom = crop(640, 400, focus=focus_of(people(at)), aspect=aspect)
    assert left <= at * 640 - 27
    assert right >= at * 640 + 27
    assert top <= 80
    assert bottom >= 154


def test_a_narrow_crop_shows_one_of_two_people_and_not_the_gap_between_them() -> None:
    left, _, right, _ = crop(640, 400, focus=focus_of(people(0.22, 0.78)), aspect=9 / 16)
    shown = [at for at in (0.22, 0.78) if left <= at * 640 - 27 and right >= at * 640 + 27]
    assert len(shown) == 1


def test_a_bright_sky_is_not_what_matters() -> None:
    focus = focus_of(people(0.2))
    assert focus.x < 0.4


def test_a_crop_never_leaves_the_picture() -> None:
    for focus in (Focus(), Focus(0, 0, 0.1, 0.1, 0.05, 0.05), Focus(0.9, 0.9, 1, 1, 0.95, 0.95)):
        for aspect in (0.2, 0.5625, 1, 1.7778, 6):
            left, top, right, bottom = crop(300, 200, focus=focus, aspect=aspect)
            assert left >= 0
            assert top >= 0
            assert right <= 300 + 1e-6
            assert bottom <= 200 + 1e-6


def test_an_enlarged_picture_is_known_for_what_it_is() -> None:
    sharp = lake(width=600, height=400)
    assert detail_of(sharp) >= 0.7
    assert detail_of(sharp.resize((150, 100)).resize((600, 400), Image.Resampling.BICUBIC)) <= 0.5
    assert detail_of(sharp.filter(ImageFilter.GaussianBlur(5))) <= 0.42


def test_the_colours_of_a_product_are_its_own() -> None:
    found = cut_out(product_shot(width=480, height=600, ground=(250, 250, 250), color=(46, 120, 92)))
    assert found is not None
    first = to_oklch(colors_of(found.image)[0])
    assert 140 < first.hue < 185
    assert first.chroma > 0.05


def test_the_one_red_thing_is_among_the_colours_of_a_blue_picture() -> None:
    hues = [to_oklch(color).hue for color in colors_of(lake(width=600, height=400))]
    assert any(hue < 45 or hue > 350 for hue in hues)
    assert any(200 < hue < 270 for hue in hues)


def test_the_same_picture_gives_the_same_colours() -> None:
    picture = room(width=200, height=200)
    assert colors_of(picture) == colors_of(picture.copy())


def test_a_grey_picture_has_a_grey_for_its_colour() -> None:
    assert len(colors_of(Image.new("RGB", (80, 80), "#808080"))) == 1
    assert colors_of(Image.new("RGBA", (80, 80), "#80808000")) == ()
