from generation.studio.motion import evenly, said_at, staggered
from generation.studio.timeline import Word

WORDS = tuple(
    Word(text, i * 0.5, i * 0.5 + 0.4)
    for i, text in enumerate(["It", "weighs", "198", "grams,", "just", "198."])
)


def test_a_figure_is_found_where_it_is_spoken():
    assert said_at("198", WORDS) == 1.0


def test_punctuation_and_case_do_not_hide_a_word():
    assert said_at("GRAMS", WORDS) == 1.5


def test_the_longest_match_wins_over_the_first():
    assert said_at("just 198", WORDS) == 2.0


def test_a_search_can_begin_later():
    assert said_at("198", WORDS, after=1.2) == 2.5


def test_what_is_never_spoken_is_not_found():
    assert said_at("kilograms", WORDS) is None


def test_staggered_starts_keep_their_distance():
    assert staggered(3, start=1.0, gap=0.5) == (1.0, 1.5, 2.0)


def test_an_even_spread_leaves_the_last_one_time_to_rest():
    assert evenly(4, start=1.0, end=3.0) == (1.0, 1.5, 2.0, 2.5)
