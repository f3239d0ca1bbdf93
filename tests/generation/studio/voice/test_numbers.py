from hypothesis import given
from hypothesis import strategies as st

from generation.studio.voice.numbers import cardinal, decade, decimal, digits, ordinal, year


def test_numbers_are_said_in_words() -> None:
    assert cardinal(0) == "zero"
    assert cardinal(110) == "one hundred ten"
    assert cardinal(4_200) == "four thousand two hundred"
    assert cardinal(1_000_001) == "one million one"
    assert cardinal(-5) == "minus five"


def test_a_number_too_long_to_follow_is_said_digit_by_digit() -> None:
    assert cardinal(10**15) == digits("1" + "0" * 15)


def test_ordinals_have_their_irregular_forms() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 12, 20, 21, 40)] == [
        "first",
        "second",
        "third",
        "twelfth",
        "twentieth",
        "twenty-first",
        "fortieth",
    ]


def test_years_are_said_in_pairs() -> None:
    assert [year(n) for n in (1987, 1905, 2000, 2005, 2010, 1100)] == [
        "nineteen eighty-seven",
        "nineteen oh five",
        "two thousand",
        "two thousand five",
        "twenty ten",
        "eleven hundred",
    ]
    assert decade(1990) == "nineteen nineties"
    assert decimal("4.50") == "four point five zero"


@given(st.integers(min_value=0, max_value=10**14))
def test_every_number_has_words_and_no_figures(number: int) -> None:
    words = cardinal(number)

    assert words
    assert not any(sign.isdigit() for sign in words)
