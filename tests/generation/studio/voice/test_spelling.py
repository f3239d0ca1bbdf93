from hypothesis import given
from hypothesis import strategies as st

from generation.studio.voice.phonemes import pronounce
from generation.studio.voice.reading import read
from generation.studio.voice.spelling import guess, latin


def phonemes(text: str, *, british: bool = False) -> list[str]:
    return [word.phonemes for word in pronounce(read(text), british=british)]


def test_names_made_of_two_words_sound_like_both() -> None:
    assert phonemes("QuickFix LedgerLeaf FitLoop") == ["kwˌɪkfˈɪks", "lˈɛʤəɹlˌif", "fˌɪtlˈup"]


def test_a_word_no_dictionary_knows_is_spoken_by_its_letters() -> None:
    assert phonemes("Zentrix") == ["zˈɛntɹɪks"]
    assert phonemes("Hafenstraße") == ["hˈAfənʃtɹˌɑsə"]


def test_a_run_together_name_is_spoken_by_its_parts() -> None:
    sun = phonemes("sun")[0]

    assert phonemes("Sunbrew")[0].startswith(sun)


def test_letters_without_a_vowel_are_spelled() -> None:
    assert phonemes("brght") == phonemes("BRGHT") == ["bˌiˌɑɹʤˌiˌAʧtˈi"]


def test_british_voices_get_british_sounds() -> None:
    assert phonemes("car") == ["kˈɑɹ"]
    assert phonemes("car", british=True) == ["kˈɑː"]


def test_a_command_to_use_something_is_a_verb() -> None:
    assert phonemes("Use code")[0] == "jˈuz"
    assert phonemes("The use of it.")[1] == "jˈus"


def test_accents_do_not_silence_a_word() -> None:
    assert latin("Hafenstraße Café Łódź") == "hafenstrassecafelodz"
    assert phonemes("café") == phonemes("cafe")


@given(st.from_regex(r"[A-Za-zÀ-ž]{1,14}", fullmatch=True), st.booleans())
def test_no_word_of_latin_letters_is_ever_silent(word: str, british: bool) -> None:
    sounds = guess(word, british=british)

    assert bool(sounds) == bool(latin(word))
    assert sounds.count("ˈ") <= 1
