"""Captions: legible in every palette, inside their box, in step with the voice."""

from dataclasses import replace

import numpy as np
import pytest
import skia

from generation.studio.captions import Cue
from generation.studio.design import PALETTES
from generation.studio.design.contrast import READABLE, contrast
from generation.studio.film.caption_styles import style, worst_ground
from generation.studio.film.captions import LEAD, Captions, typeset
from generation.studio.film.frames import Pixels, blank, surface_on
from generation.studio.formats import FORMATS
from generation.studio.scenes import caption_box
from generation.studio.script import Intent
from generation.studio.storyboard import Energy, Look, Palette, Scene, Storyboard
from generation.studio.timeline import Word

STYLES = ("pill", "block", "plain")
PALETTE = Palette("test", "#fff4e3", "#3a1024", "#3b0f33", "#ff8438", "#ff5f52", "#ffc64b")
LONG = "Batteries, charging ports and cameras too, every single day"


def cue(text: str, *, start: float = 1.0) -> Cue:
    texts = text.split()
    words = tuple(Word(each, start + 0.3 * i, start + 0.3 * i + 0.25) for i, each in enumerate(texts))
    return Cue(start, words[-1].end + 0.3, words)


def storyboard(*, caption_style: str = "pill", format_name: str = "9:16") -> Storyboard:
    look = Look(PALETTE, "corner", "rays", "wipe", Energy.STEADY, caption_style=caption_style)
    scene = Scene(Intent.HOOK, "rise", "Hello", "Hello")
    return Storyboard("Brand", (scene,), look, "Call", format_name=format_name)


def painted(board: Storyboard, cues: tuple[Cue, ...], t: float, *, ground: int = 0) -> Pixels:
    pixels = blank(board.format)
    surface = surface_on(pixels)
    surface.getCanvas().clear(ground)
    Captions(cues, storyboard=board).paint(surface.getCanvas(), t)
    return pixels


@pytest.mark.parametrize("name", STYLES)
def test_every_word_stands_out_in_every_palette(name: str) -> None:
    for mixed in PALETTES.values():
        look = style(name, mixed)
        ground = look.ground or look.edge
        behind = worst_ground(ground, look.spoken) if look.ground else ground

        assert contrast(look.spoken, behind) >= READABLE
        assert contrast(look.coming, behind) >= READABLE
        assert contrast(look.current, look.marker or ground) >= READABLE


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("text", ["Go.", "Taste the morning.", LONG, "Donaudampfschifffahrtsgesellschaft"])
def test_a_caption_stays_in_its_box(name: str, format_name: str, text: str) -> None:
    board = storyboard(caption_style=name, format_name=format_name)
    box = caption_box(board.format)

    rows, columns = np.nonzero(painted(board, (cue(text),), 1.5)[..., 3])

    assert rows.size > 0
    assert (columns.min() >= box.left - 2, columns.max() <= box.right + 2) == (True, True)
    assert (rows.min() >= box.top - 2, rows.max() <= box.bottom + 2) == (True, True)


def test_a_long_cue_takes_two_lines_to_stay_large() -> None:
    picture = FORMATS["9:16"]
    caption = typeset(cue(LONG), face="poppins-700", box=caption_box(picture), picture=picture)

    assert len(caption.half_widths) == 2
    assert caption.size >= 40


def test_a_caption_is_there_a_little_before_its_words_and_gone_after_its_cue() -> None:
    said = cue("Taste the morning.")
    captions = Captions((said,), storyboard=storyboard())

    assert captions.at(said.start - LEAD - 0.01) is None
    assert captions.at(said.start - LEAD + 0.01) is not None
    assert captions.at(said.end) is None


def test_the_next_caption_takes_over_when_two_could_show() -> None:
    first, second = cue("One"), cue("Two", start=1.5)
    captions = Captions((replace(first, end=1.6), second), storyboard=storyboard())

    shown = captions.at(1.5)

    assert shown is not None
    assert shown.cue == second


def marked(board: Storyboard, t: float) -> float:
    """The share of the frame that has the marker's colour."""
    marker = style("pill", PALETTE).marker
    blue, green, red = (int(marker[i : i + 2], 16) for i in (5, 3, 1))
    pixels = painted(board, (cue("One two three"),), t, ground=skia.ColorBLACK).astype(int)
    return float((np.abs(pixels[..., :3] - (blue, green, red)).max(axis=2) < 3).mean())


def test_the_spoken_word_is_marked_while_it_is_spoken_and_not_before() -> None:
    board = storyboard()

    assert marked(board, 1.2) > 0.001
    assert marked(board, 0.94) == 0


def test_words_of_a_text_from_the_right_stand_from_right_to_left() -> None:
    picture = FORMATS["9:16"]
    caption = typeset(
        cue("عطرك الخاص في 30 دقيقة"), face="outfit-800", box=caption_box(picture), picture=picture
    )

    line = [placed.x for placed in caption.words if placed.line == 0]

    assert len(line) >= 3
    assert line == sorted(line, reverse=True)


def test_japanese_words_stand_close_together() -> None:
    picture = FORMATS["9:16"]
    first, second = Word("毎朝、", 1.0, 1.5), Word("店で打つ", 1.5, 2.0)
    caption = typeset(
        Cue(1.0, 2.2, (first, second)), face="outfit-800", box=caption_box(picture), picture=picture
    )

    one, other = caption.words

    assert other.x - (one.x + one.glyphs.width) < caption.size * 0.2


@pytest.mark.parametrize("name", STYLES)
def test_no_caption_shows_empty_boxes_for_chinese(name: str) -> None:
    board = replace(storyboard(caption_style=name), language="zh")
    captions = Captions((cue("每天清晨 新鲜面包"),), storyboard=board)

    shown = captions.at(1.2)

    assert shown is not None
    assert all(not placed.glyphs.outline.isEmpty() or placed.glyphs.blobs for placed in shown.words)
