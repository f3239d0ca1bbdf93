"""What people write and what they say."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.studio.voice.reading import Reading, read


def spoken(text: str) -> str:
    """Everything that is said, with the pauses; letters that are spelled stand between dots."""
    words = []
    for reading in read(text):
        sounds = [f".{sound.text}." if sound.spelled else sound.text for sound in reading.sounds]
        words.append(" ".join(sounds) + reading.pause)
    return " ".join(words)


def spoken_word(reading: Reading) -> str:
    return " ".join(sound.text for sound in reading.sounds) + reading.pause


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("for $49.", "for forty-nine dollars."),
        ("a $49 check-up", "a forty-nine dollar check-up"),
        ("only €129", "only one hundred twenty-nine euros"),
        ("just €4.50 each", "just four euros and fifty cents each"),
        ("£0.99", "ninety-nine pence"),
        ("$1 a day", "one dollar a day"),
        ("$5/month", "five dollars a month"),
        ("$2 million raised", "two million dollars raised"),
        ("£1.2m", "one point two million pounds"),
        ("129 € now", "one hundred twenty-nine euros now"),
        ("$10–$20", "ten to twenty dollars"),
    ],
)
def test_a_price_is_spoken_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("until 8 pm.", "until eight .PM.."),
        ("at 5 a.m. with", "at five .AM. with"),
        ("at 5 a.m. We bake", "at five .AM.. We bake"),
        ("by 8:30pm", "by eight thirty .PM."),
        ("at 9:05", "at nine oh five"),
        ("24/7", "twenty-four seven"),
        ("9–5 pm", "nine to five .PM."),
        ("Mon–Fri", "Monday to Friday"),
        ("until 31 May", "until the thirty-first of May"),
        ("on the 31st May", "on the thirty-first of May"),
        ("May 31, 2025", "May thirty-first, twenty twenty-five"),
        ("since 1987.", "since nineteen eighty-seven."),
        ("since 2005", "since two thousand five"),
        ("since 1900", "since nineteen hundred"),
        ("the 1990s", "the nineteen nineties"),
        ("from 1200 companies", "from one thousand two hundred companies"),
    ],
)
def test_times_and_dates_are_spoken_as_people_say_them(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("198 g", "one hundred ninety-eight grams"),
        ("1 kg", "one kilogram"),
        ("10km", "ten kilometers"),
        ("10-minute workouts", "ten minute workouts"),
        ("10–15 minutes", "ten to fifteen minutes"),
        ("20% off", "twenty percent off"),
        ("2x faster", "two times faster"),
        ("4,200 companies", "four thousand two hundred companies"),
        ("300+ workouts", "three hundred plus workouts"),
        ("rated 4.9/5", "rated four point nine out of five"),
        ("the 21st", "the twenty-first"),
        ("#1", "number one"),
        ("3-in-1", "three in one"),
    ],
)
def test_amounts_are_spoken_with_their_units(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("$1,299.99", "one thousand two hundred ninety-nine dollars and ninety-nine cents"),
        ("£5.50", "five pounds and fifty pence"),
        ("£12pp", "twelve pounds a person"),
        ("$2bn", "two billion dollars"),
        ("7:30am", "seven thirty .AM."),
        ("3x faster", "three times faster"),
        ("1/2 price", "half price"),
        ("½ price", "half price"),
        ("2 1/2 hours", "two and a half hours"),
        ("2½ hours", "two and a half hours"),
        ("50/50", "fifty fifty"),
        ("9/10 customers", "nine out of ten customers"),
        ("St. James St.", "Saint James Street."),
        ("www.x.co.uk/sale", ".X. dot co dot .UK. slash sale"),
        ("hello@x.com", "hello at .X. dot com"),
        ("+44 20 7946 0958", "four four, two zero, seven nine four six, zero nine five eight"),
        ("New for 2026", "New for twenty twenty-six"),
        ("Summer sale 2026.", "Summer sale twenty twenty-six."),
        ("2026 customers", "two thousand twenty-six customers"),
        ("5 kWh", "five kilowatt hours"),
        ("120 m²", "one hundred twenty square meters"),
        ("20 °C", "twenty degrees Celsius"),
        ("-5°C", "minus five degrees Celsius"),
        ("5km away", "five kilometers away"),
        ("a 5km run", "a five kilometer run"),
        ("24h service", "twenty-four hour service"),
        ("6ft 2in", "six feet two inches"),
        ("10-15", "ten to fifteen"),
        ("10,5 kg", "ten point five kilograms"),
        ("1.5M downloads", "one point five million downloads"),
        ("4K video", "four .K. video"),
        ("4.8★", "four point eight stars"),
        (">50", "over fifty"),
        ("~20 shops", "about twenty shops"),
        ("3rd June 2026", "the third of June twenty twenty-six"),
        ("Mon-Fri 9-5", "Monday to Friday nine to five"),
    ],
)
def test_what_stands_in_ads_is_spoken_as_people_say_it(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("555 0134 now", "five five five, zero one three four now"),
        ("+1 555 0134.", "one, five five five, zero one three four."),
        ("vigen.example/shop", "vigen dot example slash shop"),
        ("www.rosas-bakery.com", "rosas dash bakery dot com"),
        ("hello@vigen.example.", "hello at vigen dot example."),
        ("code WOOF10", "code WOOF ten"),
        ("code HELLOPAWS", "code hellopaws"),
        ("B2B", ".B. to .B."),
        ("iOS & Android", ".I. .OS. and Android"),
        ("VAT returns", ".VAT. returns"),
        ("GIVE US A CALL", "GIVE US A CALL"),
        ("Dr. Lee", "Doctor Lee"),
        ("St. Mark's", "Saint Mark's"),
        ("Main St. 5", "Main Street five"),
        ("No. 1 choice", "number one choice"),
    ],
)
def test_addresses_codes_and_short_forms_are_spoken_out(written: str, said: str) -> None:
    assert spoken(written) == said


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Nguyen cooks.", "win cooks."),
        ("At NGUYEN’s, daily", "At win's, daily"),
        ("Le Creuset pots", "luh kroo zay pots"),
        ("$49 at H24", "loads at aitch all day"),
    ],
)
def test_a_told_pronunciation_comes_before_everything_else(written: str, said: str) -> None:
    told = {"Nguyen": "win", "le creuset": "luh kroo-ZAY", "H24": "aitch all day", "$49": "loads"}

    assert " ".join(spoken_word(reading) for reading in read(written, pronunciations=told)) == said


def test_a_phrase_that_is_told_as_a_whole_is_shown_as_a_whole() -> None:
    readings = read("Our Le Creuset, now", pronunciations={"Le Creuset": "luh kroo zay"})

    assert [reading.written for reading in readings] == ["Our", "Le Creuset,", "now"]


def test_every_written_word_keeps_its_text() -> None:
    text = "New patients: first visit for $49, until 8 pm — call +1 555 0134!"

    written = [reading.written for reading in read(text)]

    assert " ".join(written) == text
    assert "$49," in written
    assert "8" in written


def test_a_smiley_is_not_spoken_but_stays_with_its_word() -> None:
    first, second = read("Party 🎉 time")

    assert (first.written, [sound.text for sound in first.sounds]) == ("Party 🎉", ["Party"])
    assert second.written == "time"


def test_nothing_is_read_from_nothing() -> None:
    assert read("") == ()
    assert read("  \n ") == ()


@given(st.text(max_size=60))
def test_any_text_is_read_without_losing_a_word(text: str) -> None:
    assert " ".join(reading.written for reading in read(text)) == " ".join(text.split())


@given(
    st.lists(
        st.sampled_from(
            [
                "$",
                "€",
                "4",
                "49",
                "8",
                "pm",
                "a.m.",
                "31",
                "May",
                "1987",
                "%",
                "-",
                "/",
                ".",
                "10-minute",
                "24/7",
                "K",
                "x2",
                "1,5",
                "(0)",
                "@a",
                "#b",
            ]
        )
    )
)
def test_any_mix_of_figures_and_signs_is_read(words: list[str]) -> None:
    text = " ".join(words)

    assert " ".join(reading.written for reading in read(text)) == text


def test_a_mark_that_opens_stays_with_the_word_that_it_opens() -> None:
    assert [one.written for one in read("He said « hello there » twice")] == [
        "He", "said", "« hello", "there »", "twice",
    ]  # fmt: skip


def test_a_mark_that_opens_nothing_stays_with_the_word_before() -> None:
    assert [one.written for one in read("hello there «")] == ["hello", "there «"]
