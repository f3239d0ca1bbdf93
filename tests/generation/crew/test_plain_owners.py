"""What owners write in five languages, told plainly: whole, with its offer, its code and its way to be reached."""

import re
from itertools import pairwise

import pytest
from sample_briefs import briefs

from generation.crew.account import account_of
from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.plain.reach import phone_in, street_in
from generation.crew.plain.sentences import sentences_of
from generation.crew.plain.tongues import TONGUES
from generation.crew.review import reviewed_by_rules
from generation.studio.script import Intent, Script

OWNERS = briefs("briefs-owners-abroad.json")


def abroad(language: str, desc: str, *, length: float = 15, **extras: str) -> Script:
    return write_script(Brief(name="Brilla", desc=desc, language=language, length=length, **extras)).script


def spoken(script: Script) -> list[str]:
    return [scene.narration.removeprefix("Brilla. ") for scene in script.scenes]


@pytest.mark.parametrize("brief", OWNERS, ids=lambda brief: brief.name)
def test_the_last_picture_shows_how_to_reach_them(brief):
    last = write_script(brief).script.scenes[-1].on_screen_text

    assert phone_in(last) or street_in(last) or ".example" in last


@pytest.mark.parametrize("brief", OWNERS, ids=lambda brief: brief.name)
def test_no_picture_shows_only_the_name(brief):
    shown = [scene.on_screen_text for scene in write_script(brief).script.scenes]

    assert brief.name not in shown
    assert len(set(shown)) == len(shown)


@pytest.mark.parametrize("brief", OWNERS, ids=lambda brief: brief.name)
def test_an_idea_is_a_sentence_and_no_row_of_quotes(brief):
    idea = account_of(brief).idea

    for one in (idea.line, *idea.alternatives):
        assert "→" not in one
        assert one.endswith(".")
        assert brief.name in one


@pytest.mark.parametrize("length", [6, 15, 60])
@pytest.mark.parametrize("brief", OWNERS, ids=lambda brief: brief.name)
def test_an_honest_brief_is_never_refused_abroad(brief, length):
    brief = Brief(**{**brief.as_dict(), "length": length})

    review = reviewed_by_rules(brief, write_script(brief).script)

    assert review.approved, review.notes


def test_a_question_keeps_what_follows_its_comma():
    script = abroad(
        "de", "Dein Hund zieht an der Leine und hört nur, wenn er will? Kleine Gruppen in Oldenburg."
    )

    assert script.scenes[0].narration == "Dein Hund zieht an der Leine und hört nur, wenn er will?"
    assert script.scenes[0].on_screen_text == "Dein Hund zieht an der Leine?"


@pytest.mark.parametrize(
    ("language", "text", "sentences"),
    [
        ("fr", "Ouvert le samedi. Tél. 05 61 55 01 22", ["Ouvert le samedi.", "Tél. 05 61 55 01 22."]),
        ("de", "Das 2. Kind zahlt nichts. Bis 18. Dezember.", ["Das 2. Kind zahlt nichts.", "Bis 18. Dezember."]),
        ("de", "Wir kommen z. B. nach St. Pauli. Auch Sa.", ["Wir kommen z. B. nach St. Pauli.", "Auch Sa."]),
        ("de", "Fertig in 30 Min. Rufen Sie an.", ["Fertig in 30 Min.", "Rufen Sie an."]),
        ("it", "Dalla sig.ra Ada, 81 anni. Via Po 3.", ["Dalla sig.ra Ada, 81 anni.", "Via Po 3."]),
        ("pt", "R. da Praia, n.º 7. Av. Brasil 9.", ["R. da Praia, n.º 7.", "Av. Brasil 9."]),
        ("es", "Precios:\n- Corte 12 €\n- Color 35 €\nSin cita.", ["Precios: corte 12 €, color 35 €.", "Sin cita."]),
    ],
)  # fmt: skip
def test_a_point_of_an_abbreviation_ends_no_sentence(language, text, sentences):
    assert sentences_of(text, TONGUES[language]) == sentences


def test_a_telephone_number_is_no_scene_and_ends_the_ad():
    script = abroad("fr", "Retouches à Toulouse. Ourlet en 48 h, robes de mariée. Tél. 05 61 55 01 22")

    assert not any("05 61" in line for line in spoken(script)[:-1])
    assert script.call_to_action == "Appelez le 05 61 55 01 22"


def test_the_address_of_a_contact_is_no_sentence_of_its_own():
    script = abroad(
        "de", "Kleine Gruppen in Oldenburg. Die Halle ist beheizt. Anmeldung unter pfoten.example."
    )

    assert script.call_to_action == "Anmeldung unter pfoten.example"


def test_a_call_to_action_has_the_way_that_belongs_to_it():
    script = abroad(
        "de",
        "Kleine Gruppen in Oldenburg. Die erste Probestunde kostet nur 9 €.",
        call_to_action="Jetzt Probestunde buchen",
        contact="pfoten.example",
    )

    assert script.scenes[-1].on_screen_text == "Jetzt Probestunde buchen: pfoten.example"
    assert "Die erste Probestunde kostet nur 9 €." in script.narration


def test_a_street_is_a_reason_to_come_and_not_to_discover():
    script = abroad(
        "fr", "Réparation de vélos en 24 heures. Nous réparons tout. 12 rue des Carmes, du mardi au samedi."
    )

    assert script.call_to_action == "Passez nous voir : 12 rue des Carmes"


def test_a_question_is_followed_by_its_answer():
    script = abroad(
        "it",
        "Perdita d'acqua di notte? Arriviamo in 60 minuti a Torino. Garanzia di 24 mesi. Sturatura da 70 €. "
        "Caldaie, scarichi, rubinetti. Chiamateci allo 011 555 0144.",
    )

    assert spoken(script)[:2] == ["Perdita d'acqua di notte?", "Arriviamo in 60 minuti a Torino."]


def test_a_code_is_shown_with_what_it_gives():
    script = abroad(
        "es", "Mudanzas en Sevilla. En mayo, 10 % de descuento de lunes a jueves con el código MAYO10."
    )

    assert "10 % de descuento: MAYO10" in [scene.on_screen_text for scene in script.scenes]


def test_the_price_of_what_is_asked_for_is_said_and_shown():
    script = abroad(
        "fr",
        "Cours de Pilates à Lille. Carte de 10 séances à 140 €, 1re séance à 8 €.",
        call_to_action="Réservez votre première séance",
    )

    offer = next(scene for scene in script.scenes if scene.intent is Intent.OFFER)
    assert offer.figure in offer.on_screen_text


def test_a_list_behind_a_price_is_not_part_of_it():
    script = abroad(
        "fr", "Retouches à Toulouse. Ourlet à partir de 12 €, fermeture éclair, robes de mariée, costumes."
    )

    assert "Ourlet à partir de 12 €." in spoken(script)


def test_a_row_is_not_cut_between_its_entries():
    script = abroad(
        "de",
        "Honig aus der Rhön. Wir schleudern kalt, rühren von Hand und mischen nichts dazu. Glas ab 7,50 €.",
        length=10,
    )

    assert not any(line == "Wir schleudern kalt." for line in spoken(script))


def test_the_name_is_not_said_twice_in_a_breath():
    for brief in OWNERS:
        words = write_script(brief).script.narration.lower()
        places = [match.start() for match in re.finditer(re.escape(brief.name.lower()), words)]
        between = [len(words[first:second].split()) for first, second in pairwise(places)]

        assert all(count >= 12 for count in between), brief.name


def test_when_nobody_is_there_opens_no_ad():
    script = abroad("de", "Am 2. Advent ist geschlossen. Gasthaus in Bamberg. Biergarten mit 60 Plätzen.")

    assert "geschlossen" not in script.scenes[0].narration


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Tel. 0441/55 12 34 5", "0441/55 12 34 5"),
        ("(11) 95555-0134", "(11) 95555-0134"),
        ("Llame al 954 555 118.", "954 555 118"),
        ("Mo–Fr 9.30-18.30", ""),
        ("1.250.000 clientes", ""),
        ("01.12-24.12", ""),
    ],
)
def test_a_telephone_number_is_known_from_other_numbers(text, phone):
    assert phone_in(text) == phone
