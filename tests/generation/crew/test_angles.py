"""The other ideas are each a real way into this brief."""

from generation.crew.brief import Brief
from generation.crew.copywriter.idea import idea_for

_GUTTERS = Brief(
    "Up & Down Gutter Guys",
    "Gutter cleaning, gutter guards and repairs in Knoxville. My brother and I answer the phone ourselves. "
    "No salesman comes to the house. If it clogs again inside 90 days we come back free.",
    length=30,
    contact="865-555-0188",
)


def test_every_other_idea_holds_a_sentence_of_the_brief():
    for line in idea_for(_GUTTERS).alternatives:
        said = line.partition("“")[2].partition("”")[0]

        assert said in _GUTTERS.desc


def test_no_two_ideas_are_of_one_form_and_none_says_what_the_first_one_says():
    idea = idea_for(_GUTTERS)

    assert len({line.partition(":")[0] for line in idea.alternatives}) == 3
    opening = idea.line.partition(";")[0]
    assert not any(line.partition("“")[2].partition("”")[0] in opening for line in idea.alternatives)


def test_an_idea_names_no_opening_that_the_script_had_no_room_for():
    brief = Brief(
        "Inkwell & Daughters",
        "Tattoo studio in Cardiff run by three sisters. Every piece is drawn for you, never off the wall.",
        length=6,
        call_to_action="Walk in this Friday",
    )

    assert "never off the wall" not in idea_for(brief).line
