import pytest

from generation.studio.direction.enumerations import quote_in
from generation.studio.typesetting.quotation import quotation_marks


@pytest.mark.parametrize(
    ("language", "marked"),
    [
        ("en-GB", "“so”"), ("de", "„so“"), ("es", "«so»"), ("fr", "«\u00a0so\u00a0»"), ("pt-BR", "“so”"),
        ("ja", "「so」"), ("sv", "”so”"), ("xx", "“so”"),
    ],
)  # fmt: skip
def test_each_language_quotes_in_its_own_marks(language: str, marked: str) -> None:
    opens, closes = quotation_marks(language)

    assert f"{opens}so{closes}" == marked


@pytest.mark.parametrize(
    "line",
    ["„Sehr gut gemacht“, sagt Anna.", "«Sehr gut gemacht», sagt Anna.", "« Sehr gut gemacht », sagt Anna."],
)
def test_a_quotation_is_found_in_the_marks_of_any_language(line: str) -> None:
    quote = quote_in(line)

    assert quote is not None
    assert quote.text == "Sehr gut gemacht"
