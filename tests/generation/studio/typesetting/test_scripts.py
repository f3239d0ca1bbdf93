"""Texts in every script: direction, joining, breaking, and that no letter is ever an empty box."""

from itertools import pairwise

import pytest

from generation.studio.typesetting import Wish, fit, for_language, joined, shape, tokens, undrawable
from generation.studio.typesetting.direction import is_right_to_left, visual_order

SAMPLES = {
    "Cyrillic": "Свежий хлеб",
    "Greek": "Φρέσκο ψωμί",
    "Arabic": "خبز طازج كل صباح",
    "Hebrew": "לחם טרי בכל בוקר",
    "Devanagari": "हर सुबह ताज़ी रोटी",
    "Japanese": "毎朝焼きたてのパン",
    "Chinese": "每天清晨新鲜出炉的面包",
    "Korean": "매일 아침 갓 구운 빵",
    "emoji": "😀 👩‍🍳 🇵🇹 ❤️ 👍🏽",
}


def from_left(text):
    words = text.split()
    return [words[i] for i in visual_order(words, right_to_left=is_right_to_left(text))]


def within(word):
    return "".join(word[i] for i in visual_order(word, right_to_left=True))


def set_in(text, **wishes):
    wish = Wish(**{"face": "fraunces-900", "largest": 90.0} | wishes)
    return fit(text, wish=wish, width=900, height=600)


@pytest.mark.parametrize("text", SAMPLES.values(), ids=SAMPLES)
def test_the_fonts_of_the_repository_draw_every_letter(text):
    assert undrawable(text) == ""
    for word in set_in(text).words:
        assert word.glyphs.width > 10
        assert word.glyphs.outline.countPoints() > 8 or word.glyphs.blobs


def test_what_nothing_can_draw_is_named():
    assert undrawable("a \U00012000 b \U00012000 \u2603") == "\U00012000"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("קנו iPhone 15 היום", ["היום", "iPhone", "15", "קנו"]),
        ("اشتر 3 كتب", ["كتب", "3", "اشتر"]),
        ("Visit مخبز روزا today", ["Visit", "روزا", "مخبز", "today"]),
        ("buy iPhone 15 today", ["buy", "iPhone", "15", "today"]),
    ],
)
def test_words_of_mixed_direction_stand_in_reading_order(text, expected):
    assert from_left(text) == expected


@pytest.mark.parametrize("number", ["10:30", "1,000", "100%", "$5"])
def test_numbers_are_never_turned_round(number):
    assert within(number) == number


def test_right_to_left_text_stands_on_the_right_where_other_text_stands_on_the_left():
    setting = set_in("لحם", align="left")

    assert setting.words[-1].right == pytest.approx(900, abs=1)


def test_arabic_letters_join():
    joined_up = shape("خبز", face="inter-800", size=100.0).width
    apart = sum(shape(letter, face="inter-800", size=100.0).width for letter in "خبز")

    assert joined_up < apart * 0.95


def test_a_family_of_pictographs_is_one_picture():
    one, many = (shape(text, face="inter-800", size=100.0).width for text in ("👩", "👩‍🍳"))

    assert many == pytest.approx(one, rel=0.05)


def test_japanese_breaks_after_particles_and_never_before_a_small_sign():
    pieces = [piece.rstrip("\u200b") for piece in tokens("毎朝、焼きたてのコーヒーとパンを。")]

    assert pieces == ["毎朝、", "焼きたての", "コーヒーと", "パンを。"]
    assert joined(tokens("毎朝、焼きたての")) == "毎朝、焼きたての"


def test_chinese_is_set_without_gaps():
    words = set_in("新鲜面包").words

    assert all(b.x == pytest.approx(a.right, abs=0.5) for a, b in pairwise(words))


def test_tall_scripts_get_the_room_they_need():
    latin, hindi = (set_in(text, most_lines=2, largest=200.0) for text in ("Hh " * 14, "ईंक्षु " * 14))

    assert hindi.leading / hindi.size > latin.leading / latin.size


def test_chinese_and_japanese_readers_get_their_own_characters():
    chinese = shape("直", face=for_language("inter-800", "zh-CN"), size=100.0)
    japanese = shape("直", face=for_language("inter-800", "ja"), size=100.0)

    assert chinese.outline != japanese.outline
