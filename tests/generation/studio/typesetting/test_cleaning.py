import pytest

from generation.studio.typesetting import clean, tokens


def test_control_characters_leave_no_trace_and_emoji_stay():
    assert clean("Fresh\x00 bread\x07 \U0001f525 now\u200b!") == "Fresh bread \U0001f525 now !"


def test_a_joiner_stays_only_where_it_joins():
    assert (
        clean("\U0001f469\u200d\U0001f373 ab\u200dc \u2764\ufe0f")
        == "\U0001f469\u200d\U0001f373 abc \u2764\ufe0f"
    )


def test_towers_of_accents_are_cut_down():
    assert len(clean("a" + "\u0301\u0302\u0303" * 20)) <= 4


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
