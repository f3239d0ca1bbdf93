"""How the hearing benchmark compares what was said with what was heard."""

import pytest

from benchmarks.hearing.words import spoken_words, word_errors


@pytest.mark.parametrize(
    ("heard", "errors"),
    [
        ("fresh bread every morning", 0),
        ("fresh bred every morning", 1),
        ("bread every morning", 1),
        ("fresh warm bread every morning", 1),
        ("", 4),
    ],
)
def test_every_word_put_in_left_out_or_replaced_is_one_error(heard, errors):
    assert word_errors(["fresh", "bread", "every", "morning"], heard.split()) == errors


def test_a_price_in_figures_is_the_same_as_in_words():
    assert spoken_words("Only $49.") == spoken_words("only forty-nine dollars")


def test_signs_and_capitals_are_no_words():
    assert spoken_words("“Rosa’s” — OPEN!") == spoken_words("rosa's open")
