import pytest
from pytest_django import Settings

from ads.briefs import read
from ads.languages import LANGUAGES, WRITTEN
from generation.crew.plain.tongues import TONGUES
from vigen_site.errors import Invalid

RAMEN = {"name": "麺屋ほたる", "desc": "京都の小さなラーメン屋。", "language": "ja"}
LINES = ["今日も煮込みました。", "寺町通でお待ちしています。"]


def test_the_languages_that_are_said_to_be_written_are_those_with_rules():
    assert {"en", *TONGUES} == WRITTEN
    assert {language.partition("-")[0] for language in LANGUAGES} > WRITTEN


def test_a_language_without_rules_is_refused_before_anything_is_made():
    with pytest.raises(Invalid) as refusal:
        read({**RAMEN, "desc": "Slow ramen, cooked for eighteen hours in a small shop in Kyoto."})

    assert "writes Japanese. Bring a script of your own" in refusal.value.errors["language"][0]


def test_a_script_of_ones_own_may_be_in_any_language_and_is_read_where_nobody_speaks_it():
    korean = read({**RAMEN, "language": "ko", "script": ["오늘도 끓였습니다.", "기다리고 있겠습니다."]})

    assert (korean.language, korean.voice) == ("ko", "none")


def test_a_japanese_script_of_ones_own_is_spoken():
    brief = read({**RAMEN, "script": LINES})

    assert (brief.language, brief.voice) == ("ja", "")


def test_a_hosted_model_may_be_asked_for_any_language(settings: Settings):
    settings.LLM = "openai/gpt-4o-mini"

    assert read({**RAMEN, "desc": "Slow ramen, cooked for eighteen hours in a small shop in Kyoto."})
