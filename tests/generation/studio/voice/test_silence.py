import pytest

from generation.studio.voice import silence


def test_without_a_voice_words_still_have_times() -> None:
    narration = silence(["Open until 8 pm. Come in!", ""])
    first, second = narration.scenes

    assert [word.text for word in first.words] == ["Open", "until", "8", "pm.", "Come", "in!"]
    assert all(a.end <= b.start for a, b in zip(first.words, first.words[1:], strict=False))
    assert not first.is_heard
    assert first.seconds == first.words[-1].end
    assert second.words == ()


def test_slower_reading_takes_longer() -> None:
    text = ["Taste the morning at our bakery."]

    assert silence(text, words_per_second=1.3).seconds > 1.9 * silence(text, words_per_second=2.6).seconds


def test_a_clause_without_spaces_is_left_as_long_as_it_takes_to_read():
    (scene,) = silence(["看板の鶏白湯ラーメンは、一杯九百五十円。"]).scenes

    assert scene.words[-1].end == pytest.approx(20 / 7, abs=0.3)
