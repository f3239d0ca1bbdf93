"""Which voice speaks an ad whose brief names none, and what the page offers."""

from ads import briefs
from ads.languages import LANGUAGES
from generation.pipeline.visuals import VOICES_ABROAD, VOICES_BY_TONE, voice_for
from generation.studio.voice import VOICES


def test_the_page_offers_exactly_the_voices_that_there_are() -> None:
    assert set(briefs.VOICES) == {*VOICES, "", "none", briefs.OWN_VOICE}


def test_the_rules_of_a_brief_know_what_each_voice_speaks() -> None:
    assert {name: briefs.SPEAKS[name[0]] for name in VOICES} == {
        name: voice.language for name, voice in VOICES.items()
    }


def test_every_tone_has_a_voice_of_both_accents() -> None:
    for tone in briefs.TONES:
        assert VOICES[voice_for(tone, "en", "Acme")].accent == "en-US"
        assert VOICES[voice_for(tone, "en-GB", "Acme")].accent == "en-GB"
    assert {voice for voices in VOICES_BY_TONE.values() for voice in voices} <= set(VOICES)


def test_every_language_has_a_voice_that_speaks_it_or_none() -> None:
    spoken = {language: voice_for("warm", language, "Acme") for language in LANGUAGES}

    heard = {language: voice for language, voice in spoken.items() if voice != "none"}
    assert {language.partition("-")[0] for language in heard} == set(briefs.SPEAKS.values())
    assert {language: VOICES[voice].language for language, voice in heard.items()} == {
        language: language.partition("-")[0] for language in heard
    }
    assert all(VOICES[voice].language == base for base, voices in VOICES_ABROAD.items() for voice in voices)


def test_one_product_keeps_its_voice() -> None:
    assert len({voice_for("warm", "en", "Acme") for _ in range(5)}) == 1
    assert len({voice_for("warm", "en", f"Acme {number}") for number in range(40)}) > 1
