"""The rules of a brief: any input is a valid brief or a refusal in words, and never anything else."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from ads.briefs import FIELDS, Brief, read
from ads.clean_text import clean
from vigen_site.errors import Invalid

ENOUGH = {"name": "Acme", "desc": "Payments with instant rewards"}
ANYTHING = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(), inner, max_size=3),
    max_leaves=6,
)


def outcome(sent: dict[str, Any]) -> tuple[Brief | None, dict[str, list[str]]]:
    try:
        return read(sent), {}
    except Invalid as refusal:
        return None, refusal.errors


@given(some.dictionaries(some.sampled_from([*FIELDS, "duration", "status", "x"]), ANYTHING))
def test_nothing_that_can_be_sent_breaks_the_reading(sent: dict[str, Any]) -> None:
    brief, errors = outcome(sent)

    if brief is None:
        assert errors
        assert all(len(message) < 400 for messages in errors.values() for message in messages)
    else:
        assert read({"name": brief.name, "desc": brief.desc, **brief.extras()}) == brief


@given(some.text())
def test_text_that_is_clean_stays_as_it_is(text: str) -> None:
    assert clean(clean(text)) == clean(text)


def test_name_and_description_are_enough() -> None:
    assert read(ENOUGH) == Brief(name="Acme", desc="Payments with instant rewards")


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("name", "", "The name is missing."),
        ("name", "   ", "The name is missing."),
        ("name", "x" * 81, "The name has 81 characters; 80 are the most."),
        ("desc", "too short", "Describe what you sell in a sentence or two (at least 10 characters)."),
        (
            "desc",
            "1234 5678 90",
            "The description has no words in it. Say what you sell and why people want it.",
        ),
        ("length", 5, "The length in seconds must be a whole number from 6 to 60."),
        ("length", 15.5, "The length in seconds must be a whole number from 6 to 60."),
        ("length", True, "The length in seconds must be a whole number from 6 to 60."),
        ("brand_colors", ["red"], "Write colours as #rrggbb, such as #e4572e."),
        ("brand_colors", ["#000000"] * 4, "Give at most 3 colours."),
        ("captions", "perhaps", "Use true or false."),
        ("paid", "perhaps", "Use true or false."),
        ("audience", ["x"], "The audience must be text."),
    ],
)
def test_a_broken_rule_is_said_in_a_sentence(field: str, value: Any, sentence: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read({**ENOUGH, field: value})

    assert refusal.value.errors == {field: [sentence]}


def test_an_option_that_is_not_known_is_refused_with_the_known_ones() -> None:
    with pytest.raises(Invalid) as refusal:
        read({**ENOUGH, "format": "4:3"})

    assert refusal.value.errors == {
        "format": ["The format '4:3' is not known. Choose one of: 9:16, 4:5, 1:1, 16:9."]
    }


def test_a_duration_is_read_as_length() -> None:
    assert read({**ENOUGH, "duration": "30"}).length == 30


def test_control_characters_go_and_joined_emoji_stay() -> None:
    family = "\U0001f468\u200d\U0001f469"

    assert clean(f"a\x00b\u202e  c\r\n\r\n\r\n\r\nd {family}\ud800") == f"ab c\n\nd {family}"


def test_a_pronunciation_is_kept_as_a_line_and_known_by_its_word() -> None:
    brief = read({**ENOUGH, "pronunciations": "Nguyen = win\n\n  Le Creuset=luh kroo-ZAY "})

    assert brief.pronunciations == ("Nguyen = win", "Le Creuset = luh kroo-ZAY")
    assert brief.said == {"Nguyen": "win", "Le Creuset": "luh kroo-ZAY"}


def test_pronunciations_may_come_as_a_list_or_an_object() -> None:
    assert read({**ENOUGH, "pronunciations": ["Nguyen = win"]}) == read(
        {**ENOUGH, "pronunciations": {"Nguyen": "win"}}
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("speed", 2, "The speed must be a number from 0.8 to 1.25; 1 is natural."),
        ("speed", "nan", "The speed must be a number from 0.8 to 1.25; 1 is natural."),
        (
            "pronunciations",
            "Nguyen",
            "“Nguyen” is no pronunciation. Write a word, “=”, and how it is said.",
        ),
        (
            "pronunciations",
            "K9 = k9",
            "Say “K9” in plain letters, such as “Nguyen = win”; no figures or signs.",
        ),
        ("pronunciations", [f"word{n} = word" for n in range(21)], "Give at most 20 pronunciations."),
        ("pronunciations", 7, "Write pronunciations as lines like “Nguyen = win”."),
        (
            "voice",
            "ef_dora",
            "Dora, Spanish woman, does not speak English. Choose another voice or language.",
        ),
    ],
)
def test_a_rule_of_the_voice_is_said_in_a_sentence(field: str, value: Any, sentence: str) -> None:
    with pytest.raises(Invalid) as refusal:
        read({**ENOUGH, field: value})

    assert refusal.value.errors == {field: [sentence]}
