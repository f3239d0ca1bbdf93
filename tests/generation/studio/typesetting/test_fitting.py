import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generation.studio.typesetting import FACES, Align, Wish, advance, display, fit

HOSTILE = [
    "",
    "   ",
    "x" * 60,
    "word " * 400,
    "\U0001f600\U0001f680",
    "a\x00\x1b[31mb\u202ec",
    "مرحبا بالعالم",
    "Привет, мир",
    "新鮮なパン",
    "²³ ½ №",
]


def wish(**changes):
    return Wish(**({"face": "fraunces-900", "largest": 160.0} | changes))


def inked(setting):
    left = min((w.x for w in setting.words), default=0.0)
    right = max((w.right for w in setting.words), default=0.0)
    return left, right


@pytest.mark.parametrize("align", list(Align))
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_stays_inside_its_box(text, align):
    setting = fit(text, wish=wish(align=align), width=700, height=420)

    left, right = inked(setting)
    assert left >= -1
    assert right <= 701
    assert setting.height <= 421


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120), st.integers(120, 1600), st.integers(60, 900))
def test_any_text_stays_inside_any_box(text, width, height):
    setting = fit(text, wish=wish(), width=width, height=height)

    left, right = inked(setting)
    assert left >= -1
    assert right <= width + 1
    assert setting.height <= height + 1


def test_a_short_text_is_set_as_large_as_it_was_wished():
    assert fit("Now", wish=wish(), width=900, height=500).size == 160.0


def test_a_number_is_never_parted_from_its_unit():
    setting = fit("Returns are free for 60 days", wish=wish(), width=420, height=900)

    assert "60 days" in [w.token for w in setting.words]


def test_no_short_word_is_left_alone_on_the_last_line():
    setting = fit("Bread that smells like home to me", wish=wish(), width=620, height=700)

    last = [w for w in setting.words if w.line == setting.lines - 1]
    assert len(last) > 1


def test_lines_are_of_similar_length():
    setting = fit("Stop losing evenings to boring spreadsheets", wish=wish(), width=900, height=400)

    widths = []
    for line in range(setting.lines):
        words = [w for w in setting.words if w.line == line]
        widths.append(words[-1].right - words[0].x)
    assert min(widths) > 0.5 * max(widths)


def test_a_text_that_is_far_too_long_ends_in_an_ellipsis():
    setting = fit("word " * 400, wish=wish(), width=400, height=200)

    assert setting.words[-1].token.endswith("…")
    assert setting.size >= 30


def test_the_emphasised_words_are_marked():
    setting = fit("Energy back with every step", wish=wish(), width=900, height=500, emphasis="Every step")

    assert [w.token for w in setting.words if w.emphasised] == ["every", "step"]


def test_right_to_left_words_run_from_the_right():
    setting = fit("مرحبا بالعالم", wish=wish(most_lines=1), width=900, height=300)

    placed = {w.token: w.x for w in setting.words}
    assert placed["مرحبا"] > placed["بالعالم"]


def test_kerning_draws_a_pair_together():
    face = "fraunces-900"

    assert advance("AV", face=face) < advance("A", face=face) + advance("V", face=face)


@pytest.mark.parametrize("face", sorted(FACES))
@pytest.mark.parametrize("text", ["Aa", "Ωμέγα", "Жар", "Łódź €"])
def test_every_face_draws_latin_greek_and_cyrillic(face, text):
    setting = fit(text, wish=wish(face=face), width=900, height=300)

    assert all(w.glyphs.outline.countPoints() > 8 for w in setting.words)


def test_a_short_ending_with_emphasis_becomes_the_loudest_line():
    shown = display("Wake up to something real.", emphasis="real.", wish=wish(), width=900, height=620)

    quiet, loud = shown.blocks
    assert loud.size > quiet.size * 1.3
    assert shown.height <= 621


def test_a_headline_uses_at_most_two_sizes():
    shown = display("No time for the gym?", emphasis="No time", wish=wish(), width=900, height=620)

    assert len({block.size for block in shown.blocks}) <= 2
