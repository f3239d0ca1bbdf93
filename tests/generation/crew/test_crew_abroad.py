"""Scripts in languages that are told plainly."""

import re

import pytest
from sample_briefs import briefs

from generation.crew.account import account_of
from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.review import reviewed_by_rules
from generation.studio.script import Intent

ABROAD = briefs("briefs-abroad.json")
ENGLISH = re.compile(
    r"\b(?:the|and|with|meet|this|visit|call|discover|today|you|we|get|there's)\b", re.IGNORECASE
)


@pytest.mark.parametrize("seed", range(2))
@pytest.mark.parametrize("brief", ABROAD, ids=lambda brief: brief.name)
def test_a_plain_script_is_approved_and_in_one_language(brief, seed):
    brief = Brief(**{**brief.as_dict(), "seed": seed})

    script = write_script(brief).script

    review = reviewed_by_rules(brief, script)
    assert review.approved, review.notes
    assert not ENGLISH.search(
        " ".join([script.narration, *(scene.on_screen_text for scene in script.scenes)])
    )
    assert script.language == brief.language


@pytest.mark.parametrize("brief", ABROAD, ids=lambda brief: brief.name)
def test_every_line_but_the_last_is_a_sentence_of_the_brief(brief):
    bare = re.sub(r"[^\w]+", " ", brief.text.lower())

    for scene in write_script(brief).script.scenes[:-1]:
        line = scene.narration.removeprefix(f"{brief.name}. ")
        assert re.sub(r"[^\w]+", " ", line.lower()).strip() in bare


def test_offer_and_call_to_action_are_kept_abroad():
    spanish = ABROAD[0]

    script = write_script(spanish).script

    assert "10 % de descuento los miércoles." in script.narration
    assert script.scenes[-1].on_screen_text == "Ven a probarlo"


def test_a_verb_that_comes_apart_is_a_whole_line():
    german = next(brief for brief in ABROAD if brief.name == "Bergrad")

    assert write_script(german).script.call_to_action == "Rufen Sie uns an"


def test_the_idea_needs_no_word_of_another_language():
    account = account_of(ABROAD[2])

    assert not ENGLISH.search(" ".join([account.idea.line, *account.idea.alternatives]))
    assert len(set(account.idea.alternatives)) == 3


def abroad(language, desc, **extras):
    brief = Brief(name="Brilla", desc=desc, language=language, length=15, **extras)
    return write_script(brief).script


def test_the_offer_of_the_field_is_told_whatever_else_is_free():
    script = abroad(
        "fr",
        "Atelier de réparation de vélos à Nantes. Réparation en 24 heures, devis gratuit. "
        "Nous réparons tous les vélos. Révision complète à 59 € jusqu'au 30 avril.",
        offer="Révision complète à 59 € jusqu'au 30 avril",
    )

    offer = next(scene for scene in script.scenes if scene.intent is Intent.OFFER)
    assert offer.narration == "Révision complète à 59 € jusqu'au 30 avril."
    assert offer.on_screen_text == "Révision complète à 59 €"


def test_a_long_order_ends_before_what_follows_from_it():
    script = abroad(
        "es",
        "Servicio de limpieza para casas en Valencia. Productos ecológicos. "
        "Reserva por WhatsApp en el 612 345 678 y te respondemos en menos de una hora.",
    )

    assert script.call_to_action == "Reserva por WhatsApp en el 612 345 678"
    assert script.scenes[-1].on_screen_text == "612 345 678"


def test_an_order_with_its_pronoun_is_the_call_to_action():
    assert abroad("es", "Clases de conducir en Bilbao. Llámanos al 944 555 012.").call_to_action == (
        "Llámanos al 944 555 012"
    )


def test_a_question_that_is_cut_stays_a_question():
    script = abroad("es", "¿Quieres sacarte el carnet sin dejar de trabajar? Clases por la tarde en Bilbao.")

    assert script.scenes[0].on_screen_text == "¿Quieres sacarte el carnet?"


def test_no_picture_ends_in_a_participle_without_its_rest():
    script = abroad("it", "Gelato artigianale fatto ogni mattina con latte di montagna. 24 gusti.")

    assert script.scenes[0].on_screen_text == "Gelato artigianale fatto ogni mattina"


def test_a_long_opening_leaves_room_for_the_offer():
    script = abroad(
        "fr",
        "Chocolats faits main à Lyon, avec du cacao du Pérou et sans sucre ajouté. Livraison offerte dès 40 €. "
        "Commandez avant le 20 décembre sur maisonbrune.example pour Noël.",
    )

    assert script.scenes[0].narration == "Chocolats faits main à Lyon."
    assert script.scenes[1].intent is Intent.OFFER
