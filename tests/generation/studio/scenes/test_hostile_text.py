"""Whatever people write, every scene stays inside its box and raises nothing."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generation.studio.formats import FORMATS
from generation.studio.scenes import Box, safe_box
from generation.studio.scenes.legibility import readings
from tests.generation.studio.scenes.staging import EVERY, board, laid, prepared

pytestmark = pytest.mark.render

PIECES = (
    "",
    "x" * 60,
    "word " * 400,
    "\U0001f600\U0001f680\U0001f469‍\U0001f373",
    "مرحبا buy שלום 15% now",
    "a\u200b\u200d\u202eb\x00\x1b[31mc\r\n",
    "हर सुबह ताज़ी रोटी",
    "毎朝焼きたてのパンをあなたに",
    "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢",
    "www.a-very-long-address.example/with/a/path?and=query",
    "€1,234,567.89",
    "…!?",
)
texts = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" ".join)
# Marks above capitals, the slow approach, and letters of shaped scripts counted at their tallest.
SLACK = 40


@settings(max_examples=45, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
@given(
    each=st.sampled_from(EVERY),
    name=st.sampled_from(sorted(FORMATS)),
    headline=texts,
    other=texts,
    items=st.lists(texts, max_size=6).map(tuple),
)
def test_hostile_text_stays_inside_the_safe_box(each, name, headline, other, items):
    frame = FORMATS[name]
    scene = laid(
        *each, headline=headline, emphasis=other, detail=other, items=items, figure=other, figure_label=headline,
        source=other, was=other, code=other, deadline=headline, narration=headline,
    )  # fmt: skip
    drawn = prepared(board(scene, name=name))

    safe = safe_box(frame)
    for reading in readings(drawn.paint, frame=frame, at=drawn.settled):
        mark = reading.mark
        box = Box(mark.left, mark.top, mark.right, mark.bottom)
        assert safe.contains(box, slack=SLACK), f"{mark.text!r} {box} outside of {safe}"


@pytest.mark.parametrize("each", EVERY, ids=[f"{k}-{v}" for k, v in EVERY])
def test_every_layout_takes_nothing_and_far_too_much(each):
    for text in ("", "word " * 400):
        scene = laid(
            *each, headline=text, detail=text, items=(text,) * 6, figure=text, source=text, narration=""
        )
        assert prepared(board(scene)).settled > 0
