import pytest

from generation.crew.brief import Brief
from generation.crew.substance import says_too_little
from generation.studio.script import Intent, Script, ScriptScene


def script_of(*lines, shown="Prints"):
    scenes = [ScriptScene(Intent.BENEFIT, shown, line) for line in lines]
    return Script(title="Rico", scenes=tuple(scenes), call_to_action="Visit us")


def codes(brief, script):
    return [finding.code for finding in says_too_little(brief, script)]


@pytest.mark.parametrize(
    ("contact", "told"),
    [
        ("555-0172", "Call 555 0172 today."),
        ("https://www.rico.example/", "Visit rico.example today, we are open."),
        ("12 Mill Lane, Leeds", "Find us at 12 Mill Lane today."),
    ],
)
def test_a_contact_counts_as_told_however_it_is_written(contact, told):
    assert codes(Brief(name="Rico", desc="We print.", contact=contact), script_of(told)) == []


def test_a_contact_that_nobody_learns_is_noticed():
    brief = Brief(name="Rico", desc="We print.", contact="12 Mill Lane, Leeds")

    found = says_too_little(brief, script_of("We print everything you bring to us."))

    assert [(one.code, one.stops) for one in found] == [("contact_lost", False)]
    assert "12 Mill Lane" in found[0].evidence


def test_a_scene_that_says_next_to_nothing_is_noticed():
    assert codes(Brief(name="Rico", desc="We print."), script_of("You can give.")) == ["stub_line"]


@pytest.mark.parametrize("line", ["Tired of waiting?", "This is Rico.", "We print on paper, cloth and wood."])
def test_questions_greetings_and_whole_lines_say_enough(line):
    assert codes(Brief(name="Rico", desc="We print."), script_of(line)) == []


def test_a_language_without_spaces_is_not_counted_in_words():
    assert (
        codes(Brief(name="Rico", desc="印刷します。", language="ja"), script_of("何でも印刷します。")) == []
    )
