"""Japanese and Chinese as they are spoken."""

import pytest

from generation.studio.voice.tongues.chinese import chinese
from generation.studio.voice.tongues.chinese.figures import in_characters
from generation.studio.voice.tongues.chinese.pinyin import phonemes as of_syllable
from generation.studio.voice.tongues.japanese import japanese, kana_of
from generation.studio.voice.tongues.japanese.kana import phonemes as of_kana

AD = "お電話は03-5550-1234まで。 Wi-Fi完備、50%オフ！"


@pytest.mark.parametrize("said", [japanese, chinese])
def test_the_pieces_give_the_text_back(said):
    assert "".join(word.written for word in said(AD, {})) == AD.replace(" ", "")


@pytest.mark.parametrize(
    ("kana", "phonemes"),
    [
        ("ラーメン", "ɾaːmeɴ"),
        ("キャク", "kʲakɯ"),
        ("シュッパツ", "ɕɨʔpaʦɨ"),
        ("サンポ", "sampo"),
        ("ゲンキ", "ɡeŋkʲi"),
        ("パーティー", "paːtʲiː"),
        ("フォーク", "ɸoːkɯ"),
        ("ウェブ", "βebɯ"),
    ],
)
def test_kana_have_the_phonemes_of_the_voice(kana, phonemes):
    assert of_kana(kana) == phonemes


def test_a_number_is_read_with_its_counter():
    assert kana_of("950円") == "キューヒャクゴジューエン"
    assert kana_of("11時から") == "ジューイチジカラ"


def test_a_japanese_phrase_ends_with_its_particle_and_its_pause():
    words = japanese("寺町通でお待ちしています。", {})

    assert [word.written for word in words] == ["寺町通で", "お待ちしています。"]
    assert [word.pause for word in words] == ["", "."]


def test_a_name_is_said_as_the_brief_says():
    (word,) = japanese("鶏白湯", {"鶏白湯": "とりぱいたん"})

    assert word.phonemes == of_kana("トリパイタン")


@pytest.mark.parametrize(
    ("syllable", "phonemes"),
    [
        ("zhong1", "ꭧʊ→ŋ"),
        ("xue2", "ɕɥe↗"),
        ("shi4", "ʂɨ↘"),
        ("yuan2", "ɥɛ↗n"),
        ("lv4", "ly↘"),
        ("wei3", "wei↓"),
        ("de5", "tɤ"),
        ("brr", ""),
    ],
)
def test_syllables_have_the_phonemes_of_the_voice(syllable, phonemes):
    assert of_syllable(syllable) == phonemes


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("24小时营业", "二十四小时营业"),
        ("早上5:30", "早上五点半"),
        ("9:00-18:00", "九点到十八点"),
        ("¥99", "九十九元"),
        ("1,200位", "一千二百位"),
        ("2位师傅", "两位师傅"),
        ("2019年", "二零一九年"),
        ("98%", "百分之九十八"),
        ("8.5折", "八五折"),
        ("2.5公里", "二点五公里"),
        ("010-5550-1234", "零幺零五五五零幺二三四"),
        ("10500元", "一万零五百元"),
    ],
)
def test_chinese_figures_are_said_as_people_say_them(written, said):
    assert in_characters(written) == said


def test_chinese_words_stay_whole_with_their_figures():
    words = [word.written for word in chinese("每天早上5:30现烤面包，24小时营业！", {})]

    assert words == ["每天", "早上", "5:30", "现", "烤面包，", "24小时", "营业！"]


def test_one_changes_its_tone_before_what_it_counts_but_not_in_a_row():
    cup, monday = chinese("一杯", {})[0], chinese("周一", {})[0]

    assert cup.phonemes == of_syllable("yi4") + of_syllable("bei1")
    assert monday.phonemes == of_syllable("zhou1") + of_syllable("yi1")


def test_a_latin_name_in_a_chinese_text_is_heard():
    assert chinese("FitLoop：在家运动", {})[0].phonemes
