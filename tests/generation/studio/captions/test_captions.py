import html
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generation.studio.captions import Cue, cues, srt, web_vtt
from generation.studio.captions.binding import is_function_word
from generation.studio.captions.writing import in_pieces, joined
from generation.studio.schedule import lay
from generation.studio.timeline import SceneTimes, Span, Timeline, Word
from generation.studio.voice import silence


def captions(*scenes: str) -> tuple[Cue, ...]:
    return cues(lay(silence(scenes), length=15.0))


def texts(*scenes: str) -> list[str]:
    return [cue.text for cue in captions(*scenes)]


def test_captions_split_where_phrases_do() -> None:
    assert texts("Gentle check-ups, same-day crowns and clear aligners under one roof.") == [
        "Gentle check-ups, same-day crowns",
        "and clear aligners under one roof.",
    ]
    assert texts("Anxious about the dentist? You are not alone.") == [
        "Anxious about the dentist?",
        "You are not alone.",
    ]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Evening appointments for the whole family until 8 pm every day.", "8 pm"),
        ("We bake sourdough bread for you every morning at 5 a.m. with organic flour.", "5 a.m."),
        ("Call the clinic and ask for it at Bright Harbor Dental this week.", "Bright Harbor Dental"),
        ("It raised a total of more than $2 million from its first friends.", "$2 million"),
        ("A running shoe for daily training that weighs just 198 g in all sizes.", "198 g"),
        ("The offer that everybody talks about ends on 31 May at midnight.", "31 May"),
        ("The savings account that pays you more at the Bank of Porto today.", "Bank of Porto"),
        ("Call our friendly and patient team on 555 0134 for a visit.", "555 0134"),
    ],
)
def test_what_belongs_together_stays_together(text: str, together: str) -> None:
    assert any(together in caption for caption in texts(text))


def test_no_caption_ends_with_an_article_or_stands_alone_as_one() -> None:
    found = texts(
        "The breathable recycled mesh upper keeps feet cool on long runs through the city and the woods.",
        "Try our custard tarts, still warm, with a coffee on the terrace.",
    )

    assert not [caption for caption in found if is_function_word(caption.split()[-1])]


def test_a_long_caption_is_shown_on_two_even_lines() -> None:
    (cue,) = captions("Book online in two short minutes.")

    assert cue.lines == ("Book online", "in two short minutes.")


def test_captions_leave_before_the_next_and_with_their_scene() -> None:
    timeline = lay(silence(["Stop. Look. Listen.", "Then come in and stay."]), length=8.0)

    found = cues(timeline)

    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(cue.end - cue.start >= 0.5 for cue in found)
    assert found[-1].end <= timeline.seconds


def test_both_files_say_the_same_at_the_same_time() -> None:
    found = captions("Tarts & coffee <now> for $49.", "Bye!")

    vtt, subrip = web_vtt(found), srt(found)

    assert vtt.startswith("WEBVTT\n\n00:00:00.")
    assert "&amp; coffee" in vtt
    assert "-->" not in "".join(re.sub(r"^\S+ --> \S+$", "", vtt, flags=re.MULTILINE))
    as_vtt = [block.split("\n", 1) for block in html.unescape(vtt).strip().split("\n\n")[1:]]
    as_srt = [block.split("\n", 2)[1:] for block in subrip.strip().split("\n\n")]
    assert as_vtt == [[times.replace(",", "."), text] for times, text in as_srt]


def test_an_ad_without_words_has_no_captions() -> None:
    assert captions("", "") == ()
    assert web_vtt(()) == "WEBVTT\n"
    assert srt(()) == ""


_words = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "the",
                "a",
                "of",
                "Rosa's",
                "Bakery",
                "8",
                "pm,",
                "$49.",
                "—",
                "31",
                "May",
                "and",
                "check-ups!",
                "Really?",
                "<b>",
                "&",
                "...",
            ]
        ),
        st.text(st.characters(codec="utf-8", exclude_categories=("Z", "C")), min_size=1, max_size=34),
    ),
    max_size=30,
)


@given(st.lists(_words, min_size=1, max_size=3))
def test_every_word_is_captioned_exactly_once_and_in_order(scenes: list[list[str]]) -> None:
    timeline = _timeline(scenes)

    found = cues(timeline)

    said = "".join(word.text for word in timeline.words)
    assert "".join(word.text for cue in found for word in cue.words) == said
    assert all(1 <= len(cue.words) <= 6 and 1 <= len(cue.lines) <= 2 for cue in found)
    assert all("".join(cue.lines).replace(" ", "") == cue.text.replace(" ", "") for cue in found)
    assert all(cue.start <= cue.end for cue in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def _timeline(scenes: list[list[str]]) -> Timeline:
    """Every word lasts 0.3 seconds, with a breath between scenes."""
    laid: list[SceneTimes] = []
    now = 0.0
    for texts_ in scenes:
        start, words = now, []
        for text in texts_:
            words.append(Word(text, now, now + 0.3))
            now += 0.3
        now += 0.5
        laid.append(SceneTimes(Span(start, now), None, tuple(words)))
    return Timeline(tuple(laid), now)


def test_japanese_is_captioned_in_phrases_without_spaces_and_long_enough_to_be_read() -> None:
    found = captions("毎日十一時から、スープがなくなるまで。", "寺町通でお待ちしています。")

    assert [cue.text for cue in found[:1]] == ["毎日十一時から、スープがなくなるまで。"]
    assert [word.text for word in found[0].words] == ["毎日", "十一時から、", "スープが", "なくなるまで。"]
    assert all(cue.end - cue.start >= 1.5 for cue in found)
    starts = [word.start for word in found[0].words]
    assert starts == sorted(starts)


def test_spanish_captions_do_not_end_with_a_word_that_leads_on() -> None:
    found = texts(
        "Hacemos las tortillas de maíz a mano cada mañana y asamos la carne sobre leña de encina en Valencia."
    )

    assert not [caption for caption in found if is_function_word(caption.split()[-1])]


def test_words_that_a_voice_found_stay_whole_and_touch() -> None:
    words = [
        Word("24小时", 0.0, 0.8),
        Word("营业，", 0.8, 1.4),
        Word("¥99", 1.4, 2.0),
        Word("起。", 2.0, 2.4),
    ]

    pieces = in_pieces(words, until=3.0)

    assert [piece.text for piece in pieces] == ["24小时", "营业，", "¥99", "起。"]
    assert joined([piece.text for piece in pieces]) == "24小时营业，¥99起。"
