"""What an ad must say and must not say: how a person writes it, and what cannot be kept together."""

from typing import Any

import pytest

from ads.briefs import read
from ads.phrases import kept, said
from vigen_site.errors import Invalid

ENOUGH = {"name": "Acme Paints", "desc": "Wall paint without smell, mixed in 900 colours while you wait."}


def errors(**given: Any) -> dict[str, Any]:
    with pytest.raises(Invalid) as refusal:
        read({**ENOUGH, **given})
    return dict(refusal.value.errors)


def test_phrases_may_be_lines_of_a_text_or_a_list() -> None:
    written = read(
        {**ENOUGH, "must_say": " Family owned \n\nSince 1987\nfamily owned", "must_not_say": ["cheap"]}
    )

    assert written.must_say == ("family owned", "Since 1987")
    assert written.must_not_say == ("cheap",)
    assert written.extras()["must_say"] == ["family owned", "Since 1987"]


@pytest.mark.parametrize(
    ("value", "sentence"),
    [
        (7, "Write short phrases, one a line."),
        (["x" * 81], f"“{'x' * 40}…” is too long; 80 characters are the most."),
        (["one", "two", "three", "four", "five", "six"], "Give at most 5 phrases."),
        (["--"], "“--” has no word in it."),
    ],
)
def test_what_is_no_list_of_short_phrases_is_refused(value: Any, sentence: str) -> None:
    assert errors(must_say=value) == {"must_say": [sentence]}
    assert errors(must_not_say=value) == {"must_not_say": [sentence]}


@pytest.mark.parametrize(
    ("text", "phrase", "found"),
    [
        ("Discounts for all", "discount", "Discounts"),
        ("Not a cheaper way", "cheap", "cheaper"),
        ("Best batteries in town", "battery", "batteries"),
        ("A special offer", "off", ""),
        ("Spices from far away", "spice", "Spices"),
        ("Two houses", "house", "houses"),
        ("One house", "houses", "house"),
        ("It costs $5.99", "$5", ""),
        ("It costs $5.", "$5", "$5"),
        ("A risk-free week", "risk free", "risk-free"),
        ("It’s Ann’s", "it's", "It’s"),
        ("Discontent", "disco", ""),
    ],
)
def test_a_word_is_found_in_its_simple_forms_and_never_inside_another(
    text: str, phrase: str, found: str
) -> None:
    assert said(text, phrase=phrase) == found


def test_a_phrase_is_kept_only_word_for_word() -> None:
    assert kept("Family-run since 1987. Come in.", phrase="family-run since 1987")
    assert kept("Terms apply.", phrase="Terms apply.")
    assert not kept("Families run it since 1987.", phrase="family-run")
    assert not kept("It costs $5.99.", phrase="$5")


@pytest.mark.parametrize(
    ("given", "field", "sentence"),
    [
        (
            {"must_say": ["Never cheaper paint"], "must_not_say": ["cheap"]},
            "must_say",
            "“Never cheaper paint” must be said, but “cheap” must not. Take one of them out.",
        ),
        (
            {"must_say": ["A guaranteed result"]},
            "must_say",
            "“A guaranteed result” promises “guaranteed”, which no ad may promise. Say it differently.",
        ),
        (
            {"must_not_say": ["paint"]},
            "must_not_say",
            "“paint” is in the name, which the ad has to say: “Acme Paints”. Take it out of one of them.",
        ),
        (
            {"must_not_say": ["now"], "offer": "20% off now"},
            "must_not_say",
            "“now” is in the offer, which the ad has to say: “20% off now”. Take it out of one of them.",
        ),
        (
            {"must_say": ["word " * 12], "length": 6},
            "must_say",
            "That is too much to say in 6 seconds. Say less, or make the ad longer.",
        ),
    ],
)
def test_wishes_that_cannot_be_kept_together_are_named(
    given: dict[str, Any], field: str, sentence: str
) -> None:
    assert errors(**given) == {field: [sentence]}
