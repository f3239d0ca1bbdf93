"""Numbers in Chinese characters."""

import pytest

from generation.crew.copywriter.grammar.numerals import numerals_in
from generation.crew.copywriter.grammar.spoken import spoken_words


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("十八時間煮込みました", {"18"}),
        ("一杯九百五十円", {"1", "950"}),
        ("二〇二六年", {"2026"}),
        ("三万两千位顾客", {"32000"}),
        ("万年筆", {"10000"}),
        ("fresh bread", set()),
    ],
)
def test_numbers_in_characters_are_found_in_figures(text, numbers):
    assert numerals_in(text) == numbers


def test_a_line_without_blanks_takes_time_to_say():
    assert spoken_words("看板の鶏白湯ラーメンは、一杯九百五十円。") == 8
