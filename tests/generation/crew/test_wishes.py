"""What must be said is said word for word; what must not be said never is."""

import pytest

from generation.crew.brief import Brief
from generation.crew.copywriter.script import write_script
from generation.crew.review import reviewed_by_rules
from generation.studio.script import Intent, Script, ScriptScene

BAKERY = Brief(
    "Rosa's Bakery",
    "We bake sourdough bread every morning at five. Cheap rolls for schools. Open until six on Hill Street. "
    "Our discount card saves regulars 10% on every loaf.",
    audience="people who love bread",
    tone="warm",
    length=20,
)


def with_wishes(**given: object) -> Brief:
    return Brief(**{**BAKERY.as_dict(), **given})


@pytest.mark.parametrize(
    ("phrase", "spoken"),
    [
        ("veteran-owned", "We're veteran-owned."),
        ("Terms apply", "Terms apply."),
        ("free parking behind the shop", "ree parking behind the shop."),
        ("family-run since 1987", "We've been family-run since 1987."),
        ("We never freeze our dough", "We never freeze our dough."),
        ("Open until six on Hill Street", "open until six on Hill Street."),
        ("Ask about gluten free", "Ask about gluten free."),
    ],
)
def test_a_phrase_that_must_be_said_is_a_sentence_of_the_script(phrase, spoken):
    for seed in range(4):
        brief = with_wishes(must_say=[phrase], seed=seed)
        script = write_script(brief).script

        assert spoken in script.narration
        assert reviewed_by_rules(brief, script).approved


def test_a_phrase_in_another_language_is_said_as_it_stands():
    brief = Brief(
        "Café Luna",
        "Asamos nuestro propio café cada mañana. Abrimos a las siete. Tenemos pan casero y bizcochos.",
        language="es",
        must_say=("Hecho en Sevilla",),
        must_not_say=("bizcochos",),
    )

    script = write_script(brief).script

    assert "Hecho en Sevilla." in script.narration
    assert "bizcocho" not in script.narration
    assert reviewed_by_rules(brief, script).approved


@pytest.mark.parametrize(
    "words", [("cheap", "discount"), ("love",), ("visit", "come", "discover"), ("bread",)]
)
def test_a_word_that_must_not_be_said_is_neither_said_nor_shown(words):
    for seed in range(4):
        brief = with_wishes(must_not_say=words, seed=seed)
        script = write_script(brief).script
        told = " ".join([script.title, script.narration, *(scene.on_screen_text for scene in script.scenes)])

        assert not [word for word in words if word in told.lower()]
        assert reviewed_by_rules(brief, script).approved


def test_the_reviewer_refuses_what_lacks_a_wish_and_quotes_it():
    script = Script(
        "Rosa's Bakery: bread",
        (
            ScriptScene(Intent.HOOK, "Sourdough bread", "We bake sourdough bread every morning at five."),
            ScriptScene(Intent.BENEFIT, "Cheaper rolls", "Rosa's Bakery has cheap rolls for schools."),
            ScriptScene(Intent.ACTION, "Come by", "Rosa's Bakery. Come by."),
        ),
        "Come by",
    )

    review = reviewed_by_rules(with_wishes(must_say=["Terms apply"], must_not_say=["cheap"]), script)

    assert not review.approved
    assert "No scene says “Terms apply” word for word. Add it to one of them." in review.stops
    assert (
        "“cheap” must not be said, and stands in “Rosa's Bakery has cheap rolls for schools.”. Say it in other words."
        in review.stops
    )
    assert "“Cheaper” must not be said, and stands in “Cheaper rolls”. Say it in other words." in review.stops
