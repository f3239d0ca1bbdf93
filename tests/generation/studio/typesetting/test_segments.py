"""Where Chinese and Japanese lines may end."""

import pytest

from generation.studio.typesetting.segments import GLUE, joined, segments


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("毎日11時から、スープがなくなるまで", ["毎日", "11時から、", "スープが", "なくなるまで"]),
        ("一杯九百五十円。", ["一杯", "九百五十円。"]),
        ("早上五点半，面包香了。", ["早上", "五点半，", "面包", "香", "了。"]),
        ("鶏白湯ラーメンは、", ["鶏白湯", "ラーメンは、"]),
        ("お電話は03-5550-1234まで", ["お電話は", "03-5550-1234まで"]),
        ("「静水」でヨガを", ["「静水」で", "ヨガを"]),
        ("有机面粉，现烤现卖", ["有机", "面粉，", "现烤", "现卖"]),
        ("每天早上5:30营业", ["每天", "早上", "5:30", "营业"]),
        ("只要¥99", ["只要", "¥99"]),
        ("2019年开业", ["2019年", "开业"]),
    ],
)
def test_a_line_ends_behind_a_phrase_and_never_inside_a_number(text, pieces):
    assert [piece.rstrip(GLUE) for piece in segments(text)] == pieces


@pytest.mark.parametrize("text", ["", "。", "（", "¥", "ーーー", "a。b", "（「", "今日も、\u200b18時間"])
def test_whatever_is_cut_gives_the_text_back(text):
    assert joined(segments(text)) == text.replace(GLUE, "")
