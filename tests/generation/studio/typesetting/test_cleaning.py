import pytest

from generation.studio.typesetting import clean, tokens


def test_control_characters_and_emoji_leave_no_trace():
    assert clean("Fresh\x00 bread\x07 \U0001f525\U0001f525 now\u200b ☀️!") == "Fresh bread now !"


def test_typewriter_quotes_become_typographic_ones():
    assert clean("""Rosa's "best" bread""") == "Rosa’s “best” bread"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Free returns for 60 days", ("Free", "returns", "for", "60 days")),
        ("Open until 8 pm.", ("Open", "until", "8 pm.")),
        ("Only € 129", ("Only", "€ 129")),
        ("Jean-Luc's carbon-infused plate", ("Jean-Luc’s", "carbon-infused", "plate")),
        ("", ()),
    ],
)
def test_what_belongs_together_is_one_piece(text, expected):
    assert tokens(text) == expected
