"""A brief that says too little is answered with questions, before anything is spent."""

import pytest

from ads.briefs import read
from vigen_site.errors import Invalid


@pytest.mark.parametrize(
    "desc", ["The best product ever!", "asdf asdf qwerty asdf", "It is really very good stuff"]
)
def test_too_little_is_answered_with_questions(desc):
    with pytest.raises(Invalid) as caught:
        read({"name": "Lumo", "desc": desc})

    assert caught.value.errors["desc"] == [
        "This says too little for an ad. Please answer here:",
        f"What is Lumo, in one sentence{', and what does it do' if 'ever' in desc else ''}?",
        "Who is it for?",
        "What should people do after the ad?",
    ]


@pytest.mark.parametrize(
    "desc", ["Lamp charges quickly.", "Pan recién horneado.", "Вкусный свежий хлеб", "焼きたての パン 毎朝"]
)
def test_a_few_words_that_tell_something_are_enough(desc):
    assert read({"name": "Lumo", "desc": desc.ljust(10, ".")}).name == "Lumo"


def test_a_script_of_ones_own_needs_no_more():
    brief = read(
        {"name": "Lumo", "desc": "It is so good!", "script": "Light | Read in bed.\nLumo | Try Lumo."}
    )

    assert brief.script == ("Light | Read in bed.", "Lumo | Try Lumo.")


def test_a_script_may_come_as_objects():
    sent = [{"on_screen_text": "Light", "narration": "Read in bed."}, {"narration": "Try Lumo."}]

    assert read({"name": "Lumo", "desc": "A reading lamp.", "script": sent}).script == (
        "Light | Read in bed.",
        "Try Lumo.",
    )


@pytest.mark.parametrize(
    ("script", "why"),
    [
        ("One | line only.", "A script has 2 to 12 scenes; this one has 1."),
        (["Shown |", "Two"], "The scene “Shown” says nothing. Write what is said after the bar."),
        (7, "Write a script as lines like “What is shown | What is said.”."),
        ([7, 8], "A scene is a line, or on_screen_text and narration."),
    ],
)
def test_a_script_that_cannot_be_told_is_refused(script, why):
    with pytest.raises(Invalid) as caught:
        read({"name": "Lumo", "desc": "A reading lamp.", "script": script})

    assert caught.value.errors["script"] == [why]


def test_a_language_without_a_voice_is_silent_unless_a_voice_is_asked_for():
    german = read({"name": "Lumo", "desc": "Eine Leselampe für das Bett.", "language": "de"})

    assert german.voice == "none"
