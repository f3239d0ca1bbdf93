import pytest

from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.screen.ends import parts_a_pair
from generation.crew.copywriter.screen.telegrams import telegrams


@pytest.mark.parametrize(
    ("sentence", "shown"),
    [
        ("9 out of 10 of my students pass the road test 1st time.", "9 out of 10 pass"),
        ("Fourth cleaning free when you sign up for the year by January 31.", "Fourth cleaning free"),
        ("No drilling unless I've tried everything else.", "No drilling"),
        ("Last winter 340 families in Beverley came to us for a food parcel.", "340 families in Beverley"),
        (
            "Last year we gave £38,000 to the air ambulance and the village school.",
            "£38,000 to the air ambulance",
        ),
        ("Nervous dogs and old dogs are our favorite.", "Nervous dogs are our favorite"),
        ("It connects to your bank and prepares VAT returns in minutes.", "Prepares VAT returns in minutes"),
        ("Small batch jams and chutneys made in Herefordshire from fruit.", "Small batch jams and chutneys"),
        ("Never more than ten people in a class.", "Never more than ten people"),
        ("No auditions, no sheet music, no solos unless you beg.", "No auditions, no sheet music"),
        ("If you can't find it, ask Noor, who has read most of them.", "Ask Noor"),
        ("Last summer 23 of my 25 students went up by at least two grades.", "23 of 25 students went up"),
        (
            "We have been treating people in Whitstable for twenty-two years.",
            "In Whitstable for twenty-two years",
        ),
        ("Is your child saying they are just not a maths person?", "Just not a maths person?"),
        ("We come to you if you're stuck on 95 in Richmond.", "We come to you"),
    ],
)
def test_a_sentence_that_cannot_be_cut_is_told_as_a_telegram(sentence, shown):
    assert shown in list(telegrams(sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "Only 24 weddings a year are photographed by us.",
        "Nobody is going to try and sell you a new unit.",
        "You don't need a licence to rent our boats.",
    ],
)
def test_a_telegram_never_leaves_out_what_turns_the_meaning(sentence):
    turns = {"only", "nobody", "don't", "n't", "not"}

    for text in telegrams(sentence):
        assert turns & set(text.lower().split()), text


@pytest.mark.parametrize(
    ("sentence", "last"),
    [
        ("They are gone before your first cook clocks in.", "clocks"),
        ("It's £4.50 a jar or 4 for £16.", "4"),
        ("The phone repair shop opens at nine.", "repair"),
    ],
)
def test_words_that_are_one_thing_are_never_parted(sentence, last):
    doc = parse(sentence)

    assert parts_a_pair(doc, next(token.i for token in doc if token.text == last))
