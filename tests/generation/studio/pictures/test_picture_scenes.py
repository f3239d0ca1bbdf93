"""How the customer's pictures are shown: where, how large, and readable in every format."""

import dataclasses
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
import skia
from drawn_pictures import badge, encoded, lake, product_shot, room
from PIL import Image
from pydantic import TypeAdapter

from generation.studio.design.color import hex_of, to_oklch
from generation.studio.design.contrast import READABLE, contrast
from generation.studio.direction import direct
from generation.studio.film import still
from generation.studio.formats import FORMATS
from generation.studio.pictures.focus import crop
from generation.studio.pictures.picture import Kind, Picture, number_in, picture_name
from generation.studio.pictures.raster import bears, forget, pixels_of, whole
from generation.studio.pictures.reading import read
from generation.studio.scenes import PHOTO_LAYOUTS, painter
from generation.studio.scenes.contact_sheet import scene_image, spoken
from generation.studio.scenes.layout import Box, caption_box
from generation.studio.scenes.photo import uncovered
from generation.studio.scenes.photo_cover import veil_for
from generation.studio.scenes.pieces.window import Shape, turns
from generation.studio.scenes.stage import stage_for
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.storyboard import Storyboard

SCRIPT = Script(
    "Fjord Tonic",
    (
        ScriptScene(Intent.HOOK, "What does the fjord taste like?", "What does the fjord taste like?"),
        ScriptScene(Intent.PRODUCT, "Fjord Tonic, brewed with berries", "Fjord Tonic, brewed with berries."),
        ScriptScene(Intent.BENEFIT, "Half the sugar, all the taste", "Half the sugar, all the taste."),
        ScriptScene(Intent.ACTION, "Taste the first bottle", "Taste the first bottle."),
    ),
    call_to_action="Taste the first bottle",
)


@pytest.fixture(scope="module")
def shots(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Picture]:
    """A product that is cut out, two photographs, a tiny one and a logo."""
    drawn = {
        "bottle": product_shot(width=480, height=600, ground=(250, 250, 250), color=(150, 30, 40)),
        "lake": lake(width=900, height=600),
        "room": room(width=600, height=600),
        "tiny": lake(width=240, height=160),
        "logo": badge(size=300),
    }
    return {
        name: read(encoded(image, "PNG"), folder=tmp_path_factory.mktemp(name))
        for name, image in drawn.items()
    }


def board(
    shots: dict[str, Picture], *names: str, logo: str = "", seed: int = 1, script: Script = SCRIPT
) -> Storyboard:
    return direct(
        script,
        brand="Fjord Tonic",
        tone="calm",
        about="A tonic from the coast.",
        seed=seed,
        pictures=tuple(shots[name] for name in names),
        logo=shots[logo] if logo else None,
    )


def led_by(storyboard: Storyboard) -> dict[Intent, tuple[int, ...]]:
    return {
        scene.kind: tuple(filter(None, map(number_in, (scene.illustration, *scene.illustrations))))
        for scene in storyboard.scenes
    }


def test_pictures_are_told_apart_by_name() -> None:
    assert [number_in(picture_name(n)) for n in (1, 6)] == [1, 6]
    assert [
        number_in(name) for name in ("", "bread", "photo:", "photo:x", "photo:-1", "photo:99999", "xphoto:1")
    ] == [0] * 7


def test_the_kinds_are_found_by_themselves(shots: dict[str, Picture]) -> None:
    assert {name: one.kind for name, one in shots.items()} == {
        "bottle": Kind.CUTOUT,
        "lake": Kind.PHOTO,
        "room": Kind.PHOTO,
        "tiny": Kind.PHOTO,
        "logo": Kind.CUTOUT,
    }


def test_the_first_picture_leads_the_product_and_each_is_shown(shots: dict[str, Picture]) -> None:
    led = led_by(board(shots, "bottle", "lake", "room"))
    assert led[Intent.PRODUCT] == (1,)
    assert led[Intent.HOOK] == (2,)
    assert led[Intent.BENEFIT] == (3,)
    assert led[Intent.ACTION] == (1,)


def test_more_pictures_than_scenes_take_turns(shots: dict[str, Picture]) -> None:
    short = dataclasses.replace(SCRIPT, scenes=(SCRIPT.scenes[0], SCRIPT.scenes[-1]))
    made = board(shots, "lake", "bottle", "room", script=short)
    assert led_by(made)[Intent.HOOK] == (1, 2, 3)
    assert made.scenes[0].layout in PHOTO_LAYOUTS[Intent.HOOK]


def test_a_picture_comes_again_rather_than_a_drawing(shots: dict[str, Picture]) -> None:
    led = led_by(board(shots, "lake"))
    assert led[Intent.HOOK] == led[Intent.PRODUCT] == led[Intent.BENEFIT] == (1,)
    assert led[Intent.ACTION] == (1,)


def test_no_picture_stands_beside_words_about_something_else(shots: dict[str, Picture]) -> None:
    bread = ScriptScene(Intent.BENEFIT, "Lovely with warm bread", "Lovely with warm bread.")
    script = dataclasses.replace(SCRIPT, scenes=(*SCRIPT.scenes[:2], bread, SCRIPT.scenes[-1]))

    for names in (("lake",), ("bottle", "room")):
        scene = board(shots, *names, script=script).scenes[2]
        assert (scene.illustration, scene.illustrations) == ("", ())
        assert scene.layout in {"statement", "tape", "note"}


@pytest.mark.parametrize("seed", range(6))
def test_a_cut_out_gets_a_layout_that_shows_it(shots: dict[str, Picture], seed: int) -> None:
    layouts = {scene.kind: scene.layout for scene in board(shots, "bottle", seed=seed).scenes}
    assert layouts[Intent.HOOK] in {"rise", "impact"}
    assert layouts[Intent.PRODUCT] in {"pedestal", "arch"}
    assert layouts[Intent.BENEFIT] in {"spotlight", "note"}


def test_the_logo_signs_the_end_card(shots: dict[str, Picture]) -> None:
    card = board(shots, "bottle", logo="logo").scenes[-1]
    assert (card.layout, card.illustration) == ("glow", "")


@pytest.mark.render
@pytest.mark.parametrize("format_name", FORMATS)
def test_a_wide_logo_stays_in_the_frame_and_off_the_words(
    shots: dict[str, Picture], tmp_path: Path, format_name: str
) -> None:
    marks = []
    for number, color in enumerate(("#203a5a", "#8a2030")):
        folder = tmp_path / str(number)
        folder.mkdir()
        mark = Image.new("RGBA", (800, 200), (0, 0, 0, 0))
        mark.paste(Image.new("RGBA", (760, 150), color), (20, 25))
        marks.append(read(encoded(mark, "PNG"), folder=folder))
    made = dataclasses.replace(board(shots, "lake", logo="logo"), format_name=format_name)
    seen = [
        pixels_of(scene_image(dataclasses.replace(made, logo=mark), 3, height=360))[..., :3].astype(int)
        for mark in marks
    ]

    columns = np.flatnonzero((np.abs(seen[0] - seen[1]).sum(axis=2) > 40).any(axis=0))
    width = seen[0].shape[1]
    assert columns[0] > (0.58 if FORMATS[format_name].is_wide else 0.03) * width
    assert columns[-1] < 0.97 * width


def test_a_picture_that_was_let_go_of_is_read_again_just_as_it_was(shots: dict[str, Picture]) -> None:
    shot = next(iter(shots.values()))
    before = whole(shot, width=200, height=200)

    forget()
    after = whole(shot, width=200, height=200)

    assert before is not None
    assert after is not None
    assert after is not before
    assert np.array_equal(after.toarray(), before.toarray())


def test_an_ad_without_pictures_is_directed_as_before(shots: dict[str, Picture]) -> None:
    assert board(shots).pictures == ()
    assert not any(number_in(scene.illustration) for scene in board(shots).scenes)


def test_brand_colours_come_from_the_logo_then_the_product(shots: dict[str, Picture]) -> None:
    blue = to_oklch(board(shots, "bottle", logo="logo").look.palette.primary).hue
    red = to_oklch(board(shots, "bottle").look.palette.primary).hue
    assert 230 < blue < 290
    assert red < 40 or red > 340


def test_colours_that_a_person_gave_are_kept(shots: dict[str, Picture]) -> None:
    made = direct(
        SCRIPT, brand="F", tone="calm", about="", brand_colors=("#0b8a5f",), pictures=(shots["bottle"],)
    )
    assert 140 < to_oklch(made.look.palette.primary).hue < 180


def test_a_storyboard_with_pictures_survives_being_stored(shots: dict[str, Picture]) -> None:
    made = board(shots, "bottle", "lake", logo="logo")
    adapter = TypeAdapter(Storyboard)
    assert adapter.validate_json(adapter.dump_json(made)) == made


def test_a_tiny_picture_is_never_enlarged_to_mush(shots: dict[str, Picture]) -> None:
    tiny = shots["tiny"]
    shown = whole(tiny, width=2000, height=2000)
    assert shown is not None
    assert shown.width() <= tiny.width * 1.4 + 1
    assert bears(tiny, width=1080, height=1920) < 0.2
    assert bears(shots["bottle"], width=600, height=900) == 1


def test_a_tiny_cut_out_stands_on_a_card_and_not_alone(shots: dict[str, Picture]) -> None:
    tiny = dataclasses.replace(shots["bottle"], width=70, height=150)
    made = board({**shots, "bottle": tiny}, "bottle")
    assert made.scenes[1].layout in PHOTO_LAYOUTS[Intent.PRODUCT]
    assert not number_in(made.scenes[-1].illustration)


def test_beside_photographs_no_drawing_decorates_an_offer(shots: dict[str, Picture]) -> None:
    offer = ScriptScene(Intent.OFFER, "First bottle for $9", "Bread, and the first bottle for nine dollars.")
    script = dataclasses.replace(SCRIPT, scenes=(*SCRIPT.scenes[:2], offer, SCRIPT.scenes[-1]))
    shown = [board(shots, name, script=script).scenes[2].illustration for name in ("lake", "bottle")]
    assert shown == ["", "photo:1"]


@pytest.mark.parametrize("seed", range(8))
def test_cut_outs_are_not_shown_the_same_way_twice_in_a_row(shots: dict[str, Picture], seed: int) -> None:
    more = dataclasses.replace(SCRIPT, scenes=(*SCRIPT.scenes[:3], SCRIPT.scenes[2], SCRIPT.scenes[-1]))
    layouts = [scene.layout for scene in board(shots, "bottle", seed=seed, script=more).scenes]
    assert all(one != other for one, other in pairwise(layouts))


@pytest.mark.parametrize("seed", range(4))
def test_captions_never_lie_over_the_middle_of_what_matters(shots: dict[str, Picture], seed: int) -> None:
    made = board(shots, "room", seed=seed)
    stage = stage_for(made.scenes[1], storyboard=made, times=spoken("", start=0, seconds=4), index=1)
    frame = made.format
    band = caption_box(frame)
    art = Box(frame.width * 0.1, frame.height * 0.3, frame.width * 0.9, frame.height * 0.915)
    place = uncovered(stage, made.pictures, art, Shape.CARD)
    focus, box = made.pictures[0].focus, place.box
    _, top, _, bottom = crop(600, 600, focus=focus, aspect=box.width / box.height)
    middle = box.top + (focus.y * 600 - top) / (bottom - top) * box.height
    assert not band.top < middle < band.bottom


@pytest.mark.render
@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("names", [("bottle",), ("tiny",), ("room", "bottle", "lake")], ids="-".join)
def test_every_layout_shows_its_picture(
    shots: dict[str, Picture], format_name: str, names: tuple[str, ...]
) -> None:
    made = dataclasses.replace(board(shots, *names), format_name=format_name)
    empty = dataclasses.replace(
        made, pictures=tuple(dataclasses.replace(one, path="/gone.png") for one in made.pictures)
    )
    for index in (0, 1):
        full = pixels_of(scene_image(made, index, height=240)).astype(int)
        bare = pixels_of(scene_image(empty, index, height=240)).astype(int)
        assert (np.abs(full - bare).sum(axis=2) > 40).mean() > 0.02


@pytest.mark.render
@pytest.mark.parametrize("format_name", FORMATS)
def test_words_on_a_full_photograph_can_be_read(shots: dict[str, Picture], format_name: str) -> None:
    made = dataclasses.replace(board(shots, "lake"), format_name=format_name)
    scene = dataclasses.replace(made.scenes[0], layout="photo-full")
    stage = stage_for(scene, storyboard=made, times=spoken("", start=0, seconds=4), index=0)
    white = np.full((stage.format.height, stage.format.width, 4), 255, dtype=np.uint8)
    for shade in (255, 128, 0):
        white[..., :3] = shade
        photo = skia.Image.fromarray(white, colorType=skia.kRGBA_8888_ColorType)
        words = Box(60, 100, 800, 500)
        veil = veil_for(photo, stage, words, from_top=True)
        ink = [int(veil.color[i : i + 2], 16) for i in (1, 3, 5)]
        seen = [shade + (c - shade) * veil.strength for c in ink]
        assert contrast("#ffffff", hex_of(*seen)) >= READABLE


@pytest.mark.render
def test_the_turns_of_several_pictures_fill_the_scene() -> None:
    first, second = object(), object()
    photos = [first, second]
    assert [one for one, _, _ in turns(photos, 0.5, 3.0)] == [first]  # type: ignore[arg-type]
    coming = list(turns(photos, 3.1, 3.0))  # type: ignore[arg-type]
    assert [one for one, _, _ in coming] == [first, second]
    assert 0 < coming[1][2] < 1
    assert [one for one, _, _ in turns(photos, 9.0, 3.0)] == [second]  # type: ignore[arg-type]


@pytest.mark.render
def test_a_scene_whose_pictures_are_gone_is_drawn_without_them(
    shots: dict[str, Picture], tmp_path: Path
) -> None:
    made = board(shots, "lake", "bottle", logo="logo")
    gone = tuple(one.within(tmp_path) for one in made.pictures)
    bare = dataclasses.replace(made, pictures=gone, logo=made.logo and made.logo.within(tmp_path))
    for index in range(len(bare.scenes)):
        still(bare, index, out=tmp_path / "still.png")
        assert (tmp_path / "still.png").stat().st_size > 5000


@pytest.mark.render
def test_a_moment_with_pictures_is_the_same_every_time(shots: dict[str, Picture]) -> None:
    made = board(shots, "lake", "room")
    drawn = [
        painter(made.scenes[0], storyboard=made, times=spoken("", start=0, seconds=4), index=0)
        for _ in range(2)
    ]
    frames = []
    for one in drawn:
        surface = skia.Surface(1080, 1920)
        one.paint(surface.getCanvas(), 1.7)
        frames.append(surface.makeImageSnapshot().tobytes())
    assert frames[0] == frames[1]
