"""Scenes of type alone: in which parts a sentence is set, what stands behind it, and columns of characters."""

import pytest

from generation.studio.formats import FORMATS
from generation.studio.scenes.contact_sheet import spoken
from generation.studio.scenes.legibility import looked_at
from generation.studio.scenes.pieces.printed import shortened_name
from generation.studio.scenes.posters import LAYOUTS, can_stand_upright
from generation.studio.scenes.posters.columns import parts
from generation.studio.scenes.posters.ghost import initial_of
from generation.studio.scenes.stage import stage_for
from generation.studio.script import Intent
from tests.generation.studio.scenes.staging import board, laid, prepared


def staged(headline, emphasis=""):
    scene = laid(Intent.BENEFIT, "split", headline=headline, emphasis=emphasis)
    times = spoken(scene.narration, start=0.0, seconds=4.0)
    return stage_for(scene, storyboard=board(scene), times=times, index=0)


@pytest.mark.parametrize(
    ("headline", "emphasis", "first", "second", "loud"),
    [
        ("Bread baked every morning", "every morning", "Bread baked", "every morning", "every morning"),
        ("Sourdough for the whole street", "Sourdough", "Sourdough", "for the whole street", "Sourdough"),
        ("A named specialist for each client, all year round", "specialist", "A named specialist for each client,",
         "all year round", "all year round"),
        ("Finally.", "", "", "Finally.", "Finally."),
    ],
)  # fmt: skip
def test_a_sentence_is_parted_where_its_point_begins_or_a_voice_would_pause(
    headline, emphasis, first, second, loud
):
    told = parts(staged(headline, emphasis))

    assert (told.first, told.second, told.loud) == (first, second, loud)


def test_no_part_ends_on_a_word_that_leads_on():
    assert not parts(staged("Bread for the people of the harbour")).first.endswith(("the", "of", "for"))


@pytest.mark.parametrize(
    ("text", "initial"), [("every morning", "E"), ("“198 loaves”", "1"), ("露天風呂", "露"), ("…", "")]
)
def test_the_letter_behind_a_sentence_is_its_first_that_is_read(text, initial):
    assert initial_of(text) == initial


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("源泉かけ流しの露天風呂", True),
        ("東京から90分", True),
        ("全系列支持AI功能", True),
        ("Bread", False),
        ("خبز طازج", False),
        ("毎朝 Sourdough を焼く", False),
        ("岩", False),
    ],
)
def test_only_chinese_and_japanese_stand_upright(text, stands):
    assert can_stand_upright(text) is stands


@pytest.mark.render
def test_columns_are_read_from_the_right_and_figures_stay_side_by_side():
    drawn = prepared(
        board(laid(Intent.BENEFIT, "upright", headline="東京から90分", emphasis=""), language="ja")
    )

    marks, _ = looked_at(drawn.paint, frame=FORMATS["9:16"], at=drawn.settled)

    words = [mark.text for mark in marks]
    assert words == ["東", "京", "か", "ら", "90", "分"]
    columns = sorted({round((mark.left + mark.right) / 2) for mark in marks}, reverse=True)
    tops = [mark.top for mark in marks if abs((mark.left + mark.right) / 2 - columns[0]) < 8]
    assert marks[0].right >= max(mark.left for mark in marks)
    assert tops == sorted(tops)


@pytest.mark.render
@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_poster_is_of_type_alone_and_writes_every_word(layout):
    scene = laid(Intent.BENEFIT, layout, headline="Bread baked every morning", detail="Organic flour")
    drawn = prepared(board(scene))

    marks, _ = looked_at(drawn.paint, frame=FORMATS["9:16"], at=drawn.settled)

    written = {mark.text for mark in marks}
    assert {"Bread", "baked", "every", "morning", "Organic", "flour"} <= written


def test_a_name_too_long_to_pass_by_loses_its_last_words():
    assert shortened_name("Bartholomew & Featherstonehaugh Chandlery") == "Bartholomew"
    assert shortened_name("Rosa's Bakery") == "Rosa's Bakery"


@pytest.mark.render
@pytest.mark.parametrize("layout", ["ghost", "strips", "framed", "card", "tape", "statement"])
def test_two_words_stand_on_two_lines_of_a_tall_frame(layout):
    drawn = prepared(
        board(laid(Intent.BENEFIT, layout, headline="Wet pavement", emphasis="pavement", detail=""))
    )

    marks, _ = looked_at(drawn.paint, frame=FORMATS["9:16"], at=drawn.settled)

    first, second = (next(mark for mark in marks if mark.text == text) for text in ("Wet", "pavement"))
    assert second.top > first.top + (first.bottom - first.top) * 0.5
