"""The other languages: what is read out, and how it sounds."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.studio.voice.catalogue import speakers_of
from generation.studio.voice.tongues import (
    french,
    hindi,
    italian,
    portuguese,
    readings_of,
    spanish,
    tongue_for,
)

LANGUAGES = ("es", "fr", "it", "pt", "hi")


def said(language: str, text: str) -> str:
    readings = readings_of(text, language=language, pronunciations={})
    return " ".join(" ".join(sound.text for sound in reading.sounds) + reading.pause for reading in readings)


def phonemes(language: str, text: str) -> str:
    speaker = speakers_of(language)[0]
    return " ".join(word.phonemes for word in tongue_for(speaker, language)(text, {}))


@pytest.mark.parametrize(
    ("language", "written", "spoken"),
    [
        (
            "es",
            "solo 4,50 € o $49 al mes",
            "solo cuatro euros con cincuenta o cuarenta y nueve dólares al mes",
        ),
        ("es", "21 km y 21 personas", "veintiún kilómetros y veintiuna personas"),
        ("es", "1.200 clientes, 20% menos", "mil doscientos clientes, veinte por ciento menos"),
        ("es", "de 9 a 20:30 h", "de nueve a veinte y media"),
        ("es", "rosas-pan.com", "rosas guion pan punto com"),
        ("fr", "80 km et 71 minutes", "quatre-vingts kilomètres et soixante et onze minutes"),
        ("fr", "dès 4,50 € à 9h", "dès quatre euros cinquante à neuf heures"),
        ("fr", "le 1er mai", "le premier mai"),
        ("fr", "01 23 45 67 89", "zéro un vingt-trois quarante-cinq soixante-sept quatre-vingt-neuf"),
        ("it", "28 km, 1 euro", "ventotto chilometri, un euro"),
        ("it", "da 9,90 € al mese", "da nove euro e novanta al mese"),
        ("pt", "2 horas e 2 dias", "duas horas e dois dias"),
        ("pt", "R$ 49,90 por mês", "quarenta e nove reais e noventa centavos por mês"),
        ("pt", "pao-rosa.com.br", "pao hífen rosa ponto com ponto bê érre"),
        ("es", "3x más y 1/2 precio", "tres veces más y medio precio"),
        ("es", "lun-vie, 4,8/5, -5 °C", "lunes a viernes, cuatro coma ocho de cinco, menos cinco grados"),
        ("es", "1.ª clase, 5 kWh", "primera clase, cinco kilovatios hora"),
        (
            "fr",
            "1 299,99 € au lieu",
            "mille deux cent quatre-vingt-dix-neuf euros quatre-vingt-dix-neuf au lieu",
        ),
        ("fr", "-50 % 24h/24", "cinquante pour cent vingt-quatre heures sur vingt-quatre"),
        ("fr", "4,8/5, 3x plus vite", "quatre virgule huit sur cinq, trois fois plus vite"),
        ("it", "lun-ven, 1° piano", "lunedì a venerdì, primo piano"),
        ("it", "-5 °C o 4,8/5", "meno cinque gradi o quattro virgola otto su cinque"),
        ("pt", "seg-sex, 3x mais", "segunda a sexta, três vezes mais"),
        ("pt", "1/2 preço, 24/7", "meio preço, vinte e quatro horas por dia"),
        ("hi", "₹499 में।", "चार सौ निन्यानवे रुपये में."),
    ],
)
def test_figures_are_spoken_as_people_say_them(language: str, written: str, spoken: str) -> None:
    assert said(language, written) == spoken


@pytest.mark.parametrize(
    ("sounds", "word", "spoken"),
    [
        (spanish.sounds, "panadería", "pˌanaðeɾˈia"),
        (spanish.sounds, "guitarra", "ɡitˈara"),
        (spanish.sounds, "ciudad", "θjuðˈad"),
        (spanish.sounds, "pingüino", "piŋɡwˈino"),
        (french.sounds, "boulangerie", "bulɑ̃ʒəʁˈi"),
        (french.sounds, "travail", "tʁavˈaj"),
        (french.sounds, "parlent", "pˈaʁl"),
        (french.sounds, "appartement", "apaʁtəmˈɑ̃"),
        (italian.sounds, "famiglia", "famˈiʎa"),
        (italian.sounds, "facile", "fˈaʧile"),
        (italian.sounds, "pizzeria", "pˌiʦːeɾˈia"),
        (italian.sounds, "città", "ʧitːˈa"),
        (portuguese.sounds, "coração", "kˌoɾasˈɐ̃ʊ̃"),
        (portuguese.sounds, "cidade", "sidˈaʤy"),
        (portuguese.sounds, "trabalho", "trabˈaljʊ"),
        (hindi.sounds, "दुकान", "dʊkˈaːn"),
        (hindi.sounds, "नमस्ते", "nəmˈʌsteː"),
        (hindi.sounds, "समझना", "səmˈʌɟʰnaː"),
    ],
)
def test_words_sound_as_their_letters_say(sounds: object, word: str, spoken: str) -> None:
    assert sounds(word) == spoken  # type: ignore[operator]


def test_french_words_are_linked_but_not_over_a_pause() -> None:
    assert phonemes("fr", "les enfants") == "lez ɑ̃fˈɑ̃"
    assert phonemes("fr", "les, enfants") == "le ɑ̃fˈɑ̃"
    assert phonemes("fr", "l'été") == "letˈe"


def test_spanish_has_an_american_accent_too() -> None:
    assert phonemes("es", "cerveza") == "θeɾβˈeθa"
    assert phonemes("es-MX", "cerveza") == "seɾβˈesa"


def test_a_told_pronunciation_counts_in_every_language() -> None:
    readings = readings_of("Chez Nguyen", language="fr", pronunciations={"Nguyen": "ouine"})

    assert [sound.text for sound in readings[1].sounds] == ["ouine"]


@given(
    st.sampled_from(LANGUAGES),
    st.lists(
        st.sampled_from(
            [
                "4,50",
                "€",
                "49€",
                "$5",
                "R$",
                "20%",
                "8h",
                "20:30",
                "h",
                "1",
                "200",
                "1º",
                "l'été",
                "TV",
                "km",
                "—",
                "x2",
                ".",
            ]
        )
        | st.text(max_size=8),
        max_size=8,
    ),
)
def test_any_mix_keeps_every_written_word(language: str, words: list[str]) -> None:
    text = " ".join(words)
    spoken = tongue_for(speakers_of(language)[0], language)(text, {})

    assert " ".join(word.written for word in spoken) == " ".join(text.split())


@given(
    st.sampled_from([spanish, french, italian, portuguese]), st.from_regex(r"[a-zà-ÿ]{1,12}", fullmatch=True)
)
def test_no_word_has_two_main_stresses(tongue: object, word: str) -> None:
    assert tongue.sounds(word).count("ˈ") <= 1  # type: ignore[attr-defined]
