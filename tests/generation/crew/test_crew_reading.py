"""Reading a brief: sentences, shapes, numbers, facts, and phrases that may stand alone."""

import pytest
import spacy

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.divide import divide
from generation.crew.copywriter.facts.fact import Kind
from generation.crew.copywriter.facts.figures import Figure, figure_in
from generation.crew.copywriter.facts.read import read_facts
from generation.crew.copywriter.facts.tidy import sentences
from generation.crew.copywriter.grammar.nouns import with_article
from generation.crew.copywriter.grammar.reading import parser
from generation.crew.copywriter.grammar.shape import Shape, shape_of
from generation.crew.copywriter.grammar.spoken import spoken_words
from generation.crew.copywriter.screen.text import phrases, screen_text
from generation.studio.english import package_folder


def texts(text: str, keep: str = "") -> list[str]:
    return [one.text for one in sentences(text, keep=keep)]


def test_bullets_become_sentences():
    assert texts("- 20% vitamin C\n* ships worldwide!!!\n• made in Porto") == [
        "20% vitamin C.",
        "Ships worldwide.",
        "Made in Porto.",
    ]


def test_shouting_is_quietened_but_codes_brands_and_initials_stay():
    shouted = "KETTLE & CO BREWS FAST. USE CODE WOOF10. NOW ONLY $39!!!"

    assert texts(shouted, keep="KETTLE & CO") == [
        "KETTLE & CO brews fast.",
        "Use code WOOF10.",
        "Now only $39.",
    ]
    assert texts("It prepares VAT returns.") == ["It prepares VAT returns."]


def test_a_run_on_is_taken_apart_and_a_list_is_not():
    run_on = "i run hiking trips in the alps, all gear included and we cook every night, prices from €640 per person"

    assert [part for text in texts(run_on) for part in divide(text)] == [
        "I run hiking trips in the alps.",
        "All gear included.",
        "We cook every night.",
        "Prices from €640 per person.",
    ]
    assert len(texts("We fix batteries, charging ports, cameras and screens.")) == 1


def test_abbreviations_prices_and_addresses_do_not_end_a_sentence():
    assert texts("We open at 5 a.m. with coffee for $4.50 from St. Ives. See cafe.example for more.") == [
        "We open at 5 am with coffee for $4.50 from St. Ives.",
        "See cafe.example for more.",
    ]


def test_numbered_lines_are_steps():
    assert [one.step for one in sentences("1. Pick a box\n2. Fill it\n3. Send it")] == [True, True, True]


@pytest.mark.parametrize(
    ("sentence", "shape"),
    [
        ("Grips wet pavement.", Shape.VERB),
        ("Weighs 14 kg.", Shape.VERB),
        ("Train between meetings.", Shape.COMMAND),
        ("Invite your accountant for free.", Shape.COMMAND),
        ("Used by 4,200 companies.", Shape.ADJECTIVE),
        ("Open every day except Monday.", Shape.ADJECTIVE),
        ("No appointment needed.", Shape.IDIOM),
        ("Evening appointments until 8 pm.", Shape.NOUN),
        ("Cloud accounting for small businesses.", Shape.NOUN),
        ("Phone repair while you wait.", Shape.NOUN),
        ("Online booking takes two minutes.", Shape.CLAUSE),
        ("Opsly is a help desk that answers routine tickets.", Shape.CLAUSE),
        ("Cracked screen?", Shape.QUESTION),
    ],
)
def test_the_shape_of_a_sentence_is_seen(sentence, shape):
    assert shape_of(sentence) is shape


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        ("Weighs just 198 grams.", Figure("198", "grams")),
        ("Over 300 guided workouts.", Figure("300", "guided workouts")),
        ("New patients get a first consultation for $49.", Figure("$49", "first consultation")),
        ("Online booking takes two minutes.", Figure("2", "minutes")),
        ("Rated 4.8 out of 5 by 312 IT managers.", Figure("4.8", "out of 5")),
        ("Family bakery in Porto since 1987.", None),
        ("Evening appointments until 8 pm.", None),
        ("Call 555-0142 today.", None),
    ],
)
def test_a_number_is_read_with_what_it_counts(sentence, figure):
    assert figure_in(sentence) == figure


def test_a_shoe_and_its_weight_are_two_statements():
    assert divide("A light running shoe weighing just 198 grams.") == (
        "A light running shoe.",
        "Weighs just 198 grams.",
    )


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("The carbon-infused plate returns energy with every step.", "Returns energy with every step"),
        ("Cuts morning arguments.", "Cuts morning arguments"),
        ("Choose light, medium or heavy.", "Choose light, medium or heavy"),
        ("New patients get a first consultation for $49.", "First consultation for $49"),
        ("30-day free trial, no credit card required.", "30-day free trial"),
        ("Free for 14 days, then $3 a month.", "Free for 14 days"),
    ],
)
def test_what_stands_on_the_picture_is_a_whole_phrase(sentence, shown):
    assert screen_text(sentence) == shown


@pytest.mark.parametrize(
    ("sentence", "broken"),
    [
        ("It cuts morning arguments.", "cuts"),
        ("Kids earn stickers as they finish chores.", "kids earn stickers as they"),
        ("Choose light, medium or heavy.", "choose light, medium"),
        ("Free for 14 days, then $3 a month.", "free for 14 days, then $3"),
        ("It has a range of 80 km.", "range"),
    ],
)
def test_half_a_phrase_is_never_proposed(sentence, broken):
    assert broken not in phrases(sentence)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("$49", 2),
        ("4,200 companies", 5),
        ("198 grams", 4),
        ("since 1987", 3),
        ("12,000", 2),
        ("Call 555-0142", 8),
        ("VAT", 3),
    ],
)
def test_numbers_are_counted_as_they_are_spoken(text, count):
    assert spoken_words(text) == count


@pytest.mark.parametrize(
    ("phrase", "said"),
    [
        ("Family bakery in Porto.", "a family bakery in Porto"),
        ("Electric bike.", "an electric bike"),
        ("Phone repair while you wait.", "phone repair while you wait"),
        ("Handmade soy candles.", "handmade soy candles"),
        ("30-day free trial.", "a 30-day free trial"),
        ("A lightweight running shoe.", "a lightweight running shoe"),
        ("Unique reading lamp.", "a unique reading lamp"),
    ],
)
def test_an_article_is_put_where_english_wants_one(phrase, said):
    assert with_article(phrase) == said


def test_every_fact_of_a_brief_finds_its_kind():
    brief = Brief(
        "Lumo",
        "A reading lamp for small rooms. Tired of harsh light? It charges in 40 minutes. "
        "“My best buy this year,” says Ana. Soft, warm and bright modes. "
        "Free returns for 30 days. €49. Find us at Rua Nova 5.",
    )

    kinds = [fact.kind for fact in read_facts(brief)]

    assert kinds[0] is Kind.PRODUCT
    assert {Kind.QUESTION, Kind.NUMBER, Kind.QUOTE, Kind.OFFER, Kind.PRICE, Kind.ACTION} <= set(kinds)


def test_a_fact_remembers_the_words_of_the_brief():
    brief = Brief("Lumo", "A reading lamp for small rooms. It charges in 40 minutes.")

    assert all(fact.words in brief.desc for fact in read_facts(brief))


def test_the_tokenizer_of_the_package_is_the_one_that_is_used_without_reading_it():
    stock, shipped = parser().tokenizer, spacy.load(package_folder()).tokenizer

    assert stock.rules == shipped.rules
    for name in ("prefix_search", "suffix_search", "infix_finditer"):
        assert getattr(stock, name).__self__.pattern == getattr(shipped, name).__self__.pattern
    assert stock.url_match.__self__.pattern == shipped.url_match.__self__.pattern
    assert stock.token_match is shipped.token_match is None
