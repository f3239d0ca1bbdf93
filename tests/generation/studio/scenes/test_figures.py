"""What a number scene says round its figure: each word once, in the order in which it is read."""

from dataclasses import replace

import pytest

from generation.studio.scenes.contact_sheet import spoken
from generation.studio.scenes.end_card.words import contact_of
from generation.studio.scenes.figures import caption_of, figure_of, label_of
from generation.studio.scenes.stage import stage_for
from generation.studio.script import Intent
from tests.generation.studio.scenes.staging import board, laid


def staged(headline, *, figure="", label="", **changes):
    scene = laid(
        Intent.NUMBER, "gauge", headline=headline, figure=figure, figure_label=label, detail="", **changes
    )
    return stage_for(
        scene, storyboard=board(scene), times=spoken(scene.narration, start=0.0, seconds=4.0), index=0
    )


@pytest.mark.parametrize(
    ("headline", "figure", "label", "before", "after"),
    [
        ("Plants from £8", "£8", "", "Plants from", ""),
        ("Migration in four weeks", "4", "weeks", "Migration in", "weeks"),
        ("9 euros per employee", "9", "euros", "", "euros per employee"),
        ("Bis zu 30 % weniger Heizkosten", "30 %", "weniger", "Bis zu", "weniger Heizkosten"),
        ("New patients: $49", "$49", "first visit", "New patients", "first visit"),
        ("東京から90分", "90分", "", "東京から", ""),
        ("200 loaves", "200", "loaves", "", "loaves"),
        ("Bread for 200 people who get up long before dawn", "200", "people",
         "Bread for 200 people who get up long before dawn", "people"),
    ],
)  # fmt: skip
def test_a_headline_is_read_round_its_figure(headline, figure, label, before, after):
    stage = staged(headline, figure=figure, label=label)

    assert (caption_of(stage), figure_of(stage), label_of(stage)) == (before, figure, after)


def test_an_end_card_says_its_address_once():
    scene = laid(Intent.ACTION, "glow")
    times = spoken("", start=0.0, seconds=4.0)

    def contact(call):
        storyboard = replace(board(scene), call_to_action=call)
        return contact_of(stage_for(scene, storyboard=storyboard, times=times, index=0))

    assert contact("Visit us in Porto") == ""
    assert contact("Come by") == "Porto"
