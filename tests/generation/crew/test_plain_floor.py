"""What every plain ad holds whatever else it tells: what it is, where, how to reach them, claims with their limits."""

from typing import Any

import pytest

from generation.crew.account import account_of
from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.plain.floor import town_in
from generation.crew.plain.screen import screen_text
from generation.crew.plain.tongues import TONGUES
from generation.studio.script import Script

FLAMENCO = (
    "Clases de flamenco en Triana para quien no ha bailado en su vida. Empezamos desde cero, en grupos de ocho, sin "
    "espejos los primeros quince días. Lunes y miércoles a las 19:30, 55 € al mes. «Entré con dos pies izquierdos y "
    "salí con dos tacones», dice Marta, alumna."
)
BICYCLES = (
    "Dein Rad quietscht und die Gänge springen? Wir sind eine Fahrradwerkstatt in Leipzig-Lindenau und reparieren "
    "alles, was Pedale hat. Im März bekommst du 15 % auf jede Inspektion, sag einfach „Frühling“. Merseburger Straße "
    "88, Dienstag bis Samstag 9 bis 18 Uhr, Telefon 0341 555 0172."
)
SURF = (
    "Aulas de surf na praia de Carcavelos, a 25 minutos de Lisboa. Nunca subiu a uma prancha? Na primeira aula já fica "
    "de pé, ou a segunda é por nossa conta. Grupos de seis, no máximo, prancha e fato incluídos."
)

BIKES = (
    "Plus de 300 pièces. Nous réparons votre vélo chez vous ou au bureau, partout à Montpellier. Crevaison à 15 €. "
    "Devis gratuit par téléphone. Révision complète à 59 €."
)
TAILOR = (
    "«Mi ha salvato il vestito», dice Giulia. Riparazioni e abiti su misura a Bologna, in via San Felice. Orlo da 10 "
    "euro. Lina cuce da quarant'anni e non butta via niente."
)


def plain(language: str, desc: str, *, length: float = 15, seed: int = 0, **extras: Any) -> Script:
    brief = Brief(name="Brilla", desc=desc, language=language, length=length, seed=seed, **extras)
    return write_script(brief).script


def shown(script: Script) -> list[str]:
    return [scene.on_screen_text for scene in script.scenes]


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(
    ("language", "desc", "what", "where"),
    [
        ("es", FLAMENCO, "flamenco", "Triana"),
        ("de", BICYCLES, "Fahrradwerkstatt", "Leipzig"),
        ("pt", SURF, "Aulas de surf", "Carcavelos"),
        ("fr", BIKES, "vélo", "Montpellier"),
        ("it", TAILOR, "abiti", "Bologna"),
    ],
)  # fmt: skip
def test_every_ad_says_what_it_is_and_where(language, desc, what, where, seed):
    said = plain(language, desc, seed=seed).narration

    assert what in said
    assert where in said


def test_the_contact_of_the_field_goes_before_a_telephone_of_the_text():
    script = plain("de", BICYCLES, length=30, contact="Merseburger Straße 88, Leipzig")

    assert script.call_to_action == "Komm vorbei: Merseburger Straße 88, Leipzig"
    assert "0341" not in script.narration


def test_an_order_of_the_text_that_sends_people_elsewhere_is_not_given():
    script = plain(
        "es", "Clases de conducir en Bilbao. Llámanos al 944 555 012.", contact="autoescuela.example"
    )

    assert script.call_to_action == "Visita autoescuela.example"


def test_who_answers_messages_is_not_rung_up():
    assert plain("pt", SURF, contact="WhatsApp 912 555 018").call_to_action == (
        "Mande WhatsApp para 912 555 018"
    )


def test_who_has_opening_hours_and_no_telephone_is_visited_in_town():
    script = plain("de", "Augenoptiker in Freiburg seit 1994. Montag bis Samstag von 9 bis 18 Uhr.")

    assert script.call_to_action == "Besuchen Sie uns in Freiburg"
    assert "Montag bis Samstag, 9–18 Uhr" in shown(script)


@pytest.mark.parametrize("seed", range(4))
def test_how_many_things_there_are_opens_no_ad_that_has_a_promise(seed):
    script = plain(
        "es",
        "Reparamos tu bicicleta en tu casa, en todo Bilbao. La mayoría de las reparaciones duran menos de una hora. "
        "Llevamos más de 400 piezas en la furgoneta. Revisión completa por 55 euros.",
        seed=seed,
    )

    assert "400" not in script.scenes[0].narration


def test_a_result_of_customers_opens_the_ad():
    script = plain(
        "es",
        "Clases de matemáticas en Zaragoza. Más de 20 profesores. 9 de cada 10 alumnos aprueban. Desde 15 €.",
    )

    assert script.scenes[0].narration == "9 de cada 10 alumnos aprueban."


def test_when_the_doors_are_open_opens_no_ad():
    script = plain(
        "es", "Peluquería de barrio en Ruzafa. Corte por 22 euros. De martes a sábado de 9:30 a 19:00."
    )

    assert "martes" not in script.scenes[0].narration


def test_a_guarantee_keeps_what_follows_from_it_and_a_claim_its_limit():
    for seed in range(4):
        said = plain("pt", SURF, seed=seed, length=20).narration

        assert ("de pé" in said) == ("por nossa conta" in said)
        assert ("Grupos de seis" in said) == ("no máximo" in said)


def test_of_a_quote_the_half_with_its_turn_is_shown():
    script = plain("es", FLAMENCO, length=30, seed=1)
    quote = [scene for scene in script.scenes if "tacones" in scene.narration]

    assert [scene.on_screen_text for scene in quote] == ["Salí con dos tacones"]


def test_a_word_to_say_at_the_till_is_shown_with_what_it_gives_in_the_marks_of_the_language():
    script = plain("de", BICYCLES, length=30)

    assert "15 % auf jede Inspektion: „Frühling“" in shown(script)
    assert "sag einfach „Frühling“." in script.narration


@pytest.mark.parametrize(
    ("language", "said"),
    [("es", "«Muy bueno», dice Ana."), ("fr", "«\u00a0Muy bueno\u00a0», dice Ana."), ("de", "„Muy bueno“, dice Ana.")],
)  # fmt: skip
def test_what_somebody_said_stands_in_the_marks_of_its_language(language, said):
    script = plain(language, '"Muy bueno", dice Ana. Pan de masa madre cada mañana. Diez hornos en Lyon.')

    assert said in script.narration


@pytest.mark.parametrize(
    ("language", "sentence", "text"),
    [
        ("pt", "Garrafa de meio litro por 12 euros.", "Garrafa de meio litro por 12 euros"),
        ("fr", "Notre pain au levain repose 24 heures avant d'être cuit au four à bois.",
         "Notre pain au levain repose 24 heures"),
        ("pt", "Azeite virgem extra de uma quinta familiar no Alentejo.", "Azeite virgem extra de uma quinta familiar"),
        ("it", "La colazione la fa nonna Rosa: torte, marmellate e il pane del forno a legna.",
         "La colazione la fa nonna Rosa"),
        ("it", "A Torino e cintura arriviamo in 60 minuti, anche la domenica e di notte.", "Arriviamo in 60 minuti"),
        ("de", "Nie mehr als zehn Leute in einem Kurs.", "Nie mehr als zehn Leute"),
        ("fr", "Pain frais et croissants tous les matins à 8 h.", "Pain frais et croissants"),
        ("es", "La mayoría de las reparaciones de todas las marcas duran menos de una hora.", "Menos de una hora"),
    ],
)  # fmt: skip
def test_a_picture_shows_what_means_something_alone(language, sentence, text):
    assert screen_text(sentence, TONGUES[language], instead="Brilla") == text


def test_a_web_address_made_of_the_name_is_name_enough():
    script = write_script(
        Brief(
            name="Bicis Norte",
            desc="Reparamos tu bicicleta en tu casa, en Bilbao. Revisión por 55 euros. Reserva en bicisnorte.es",
            language="es",
        )
    ).script

    assert script.scenes[-1].narration == "Reserva en bicisnorte.es."


def test_another_seed_gives_another_script():
    for language, desc in (("es", FLAMENCO), ("de", BICYCLES)):
        told = {plain(language, desc, seed=seed, length=30).narration for seed in range(3)}

        assert len(told) > 1


def test_four_ideas_are_four_angles():
    brief = Brief(name="Brilla", desc=FLAMENCO, language="es", length=30)
    idea = account_of(brief).idea

    begins = {one.partition("«")[0] for one in (idea.line, *idea.alternatives)}
    assert len(begins) == 4


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("de", "Seit 22 Jahren in Familienhand in Bad Homburg.", "in Bad Homburg"),
        ("fr", "Retouches à Toulouse, quartier Saint-Cyprien.", "à Toulouse"),
        ("pt", "De uma quinta familiar no Alentejo.", "no Alentejo"),
        ("it", "In 60 minuti da voi.", ""),
        ("es", "Reserva en Brilla.", ""),
    ],
)
def test_a_town_is_known_from_other_capitals(language, text, town):
    assert town_in(text, TONGUES[language], brand="Brilla") == town


def test_a_name_inside_a_longer_word_is_not_said_yet():
    brief = Brief(name="Radwerk", desc=BICYCLES, language="de", length=30)

    assert any(scene.narration.startswith("Radwerk. ") for scene in write_script(brief).script.scenes[:2])


def test_a_wish_in_quotation_marks_is_said_once():
    said = plain("de", BICYCLES, length=30, must_say=("sag einfach „Frühling“",)).narration

    assert said.count("„Frühling“") == 1
