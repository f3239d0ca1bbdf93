"""From chosen beats to an ad that runs: order, what leans on what, the name early, one line leading to the
next.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.nouns import with_article
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.grammar.soundness import reads_well
from generation.crew.copywriter.lines.beats import Beat
from generation.crew.copywriter.lines.phrasing import named_line
from generation.crew.copywriter.lines.voice import Speaker, is_plural
from generation.crew.copywriter.screen.text import screen_text
from generation.studio.script import Intent

_PLACE_OF_BENEFITS = 3
_FEW, _FEWEST_SCENES = 4, 2
_ONE_BREATH = 14
"""A question and an answer of so many words together are one scene."""


def arranged(beats: Sequence[Beat]) -> list[Beat]:
    """Beats in order, without those that point back at something that does not stand right before them."""
    kept: list[Beat] = []
    for beat in sorted(beats, key=lambda one: (one.place, one.order)):
        fact = beat.fact
        if len(beats) > _FEWEST_SCENES and _answers_nothing(beat, kept):
            continue
        if fact is None or beat.must or not fact.leans or beat.place == 1 or _stands(fact, kept):
            kept.append(beat)
    return kept


def _answers_nothing(beat: Beat, kept: list[Beat]) -> bool:
    """An answer whose question was left out for want of room: "I've been doing it 31 years", by itself."""
    fact = beat.fact
    alone = beat.place == 1 and not beat.kept and not any(one.place < 1 for one in kept)
    return alone and fact is not None and (fact.leans or len(fact.sentence.split()) <= _FEW)


def _stands(fact: Fact, kept: list[Beat]) -> bool:
    before = kept[-1].fact if kept else None
    if before is not None and before.order == fact.order - 1:
        return True
    return fact.shape is Shape.CLAUSE and bool(re.match(r"It(?:'s)? ", fact.sentence))


def flowing(beats: Sequence[Beat], speaker: Speaker) -> list[Beat]:
    """The same beats with the name said early, no line stumbling over the one before it."""
    told = _hook_with_answer(list(beats))
    told = _summed_up(_named_early(told, speaker), speaker)
    told = _with_and(_not_twice_named(told, speaker))
    told = _end_unlike_the_rest([_in_step(beat, speaker) for beat in told], speaker)
    return [
        beat if beat.kept else replace(beat, versions=tuple(map(_once_stopped, beat.versions)))
        for beat in told
    ]


def _once_stopped(line: str) -> str:
    """ "That's Kayak Co. Book …": a name that ends in a full stop needs no second one."""
    return re.sub(r"(?<=\w)\.\.(?=\s|$)", ".", line)


def _hook_with_answer(beats: list[Beat]) -> list[Beat]:
    """A question and a very short answer are one scene: "No time for the gym? Train between meetings."."""
    if any(beat.kept for beat in beats[:2]):
        return beats
    if len(beats) < 4 or beats[0].place != 0 or beats[1].place != 1:
        return beats
    if len(f"{beats[0].narration} {beats[1].narration}".split()) > _ONE_BREATH:
        return beats
    if not beats[0].narration.endswith("?"):
        return beats
    line = f"{beats[0].narration} {beats[1].narration}"
    return [replace(beats[0], versions=(line,), words=beats[0].words + beats[1].words), *beats[2:]]


def _named_early(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    """Without a product line, the first statement that can bear it says whose ad this is."""
    brand = speaker.brand.lower()
    if beats[0].place > 2 and not beats[0].kept and brand not in beats[0].narration.lower():
        return _said(beats, 0, f"This is {speaker.brand}. {beats[0].narration}")
    if any(brand in beat.narration.lower() for beat in beats[:2]):
        return beats
    free = [place for place in range(1, len(beats) - 1) if not beats[place].kept]
    # What points back at the opening stays beside it: "You'll stand up on day one. That's the promise."
    free = [place for place in free if place > 1 or not _points_back(beats[place])] or free
    for place in free[:2]:
        fact = beats[place].fact
        line = named_line(fact, speaker) if fact is not None else ""
        if line:
            question, asked, _ = beats[place].narration.rpartition("? ")
            return _said(beats, place, f"{question}{asked}{line}")
    # "This is Acme. Your kid spends all summer on a screen.": what is said of the viewer is no answer to a name.
    able = [
        place for place in free[:3] if not re.match(r"your?\b", beats[place].narration, re.IGNORECASE)
    ] or free
    at = next(iter(able), min(1, len(beats) - 1))
    return _said(beats, at, f"This is {speaker.brand}. {beats[at].narration}")


def _points_back(beat: Beat) -> bool:
    return beat.fact is not None and beat.fact.leans and beat.narration == beat.fact.sentence


def _summed_up(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    """After the name has been said, the product line comes as "It's a chore app", not with the name again."""
    for place, beat in enumerate(beats):
        is_product = (
            beat.fact is not None and beat.fact.kind is Kind.PRODUCT and beat.intent is Intent.PRODUCT
        )
        named = any(speaker.brand.lower() in one.narration.lower() for one in beats[:place])
        if is_product and named and beat.fact is not None:
            just = place > 0 and speaker.brand.lower() in beats[place - 1].narration.lower()
            return _said(beats, place, _summary(beat, beat.fact, speaker, just_named=just))
    return beats


def _summary(beat: Beat, fact: Fact, speaker: Speaker, *, just_named: bool) -> str:
    if fact.shape is Shape.CLAUSE:
        brand = re.escape(speaker.brand)
        bare = re.sub(rf"^(?:At {brand}, |This is {brand}[.] )", "", beat.narration)
        return bare[:1].upper() + bare[1:]
    np = with_article(fact.sentence)
    row = "," in np and not np.startswith(("a ", "an ", "the "))
    if row or not reads_well(f"That's {np}."):  # never "That's a guided kayak tours"
        return fact.sentence  # "Back pain, knee pain, sports injuries."
    if " since " in np:
        return f"We've been {np}." if speaker.person == "we" else f"{speaker.brand} has been {np}."
    if speaker.person == "it" and not is_plural(fact.sentence):
        return f"It's {np}."
    if just_named and is_plural(fact.sentence):
        return fact.sentence
    return (
        f"That's {np}." if just_named and not is_plural(fact.sentence) else f"That's {speaker.brand}: {np}."
    )


def _not_twice_named(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    told: list[Beat] = []
    opening = f"{speaker.brand} "
    for beat in beats:
        just_named = bool(told) and speaker.brand.lower() in told[-1].narration.lower()
        if (
            just_named
            and not beat.kept
            and speaker.person == "it"
            and beat.place in {3, 4}
            and beat.narration.startswith(opening)
        ):
            line = f"It {beat.narration[len(opening) :]}"
            told.append(replace(beat, versions=(re.sub(r"^It is\b", "It's", line),)))
            continue
        told.append(beat)
    return told


def _with_and(beats: list[Beat]) -> list[Beat]:
    """The last of three or more benefits is joined on with "And"."""
    body = [place for place, beat in enumerate(beats) if beat.place == _PLACE_OF_BENEFITS]
    openers = ("It ", "The ", "You ", "We ", "There", "They ", "Your ", "It's ", "They're ")
    if len(body) < 3 or not beats[body[-1]].narration.startswith(openers):
        return beats
    line = beats[body[-1]].narration
    if re.search(r"\b(?:also|too|as well)\b", line):
        return beats
    return _said(beats, body[-1], f"And {line[:1].lower()}{line[1:]}")


def _in_step(beat: Beat, speaker: Speaker) -> Beat:
    """What is shown is said: when a shorter version was taken, the text on the picture follows it."""
    if beat.narration == f"This is {speaker.brand}." and not beat.kept:
        return replace(beat, screen=speaker.brand)
    if beat.place in {0, 9} or beat.intent in {Intent.STEPS, Intent.QUOTE} or beat.fact is None:
        return beat
    spoken = set(re.findall(r"\w+", beat.narration.lower()))
    if set(re.findall(r"\w+", beat.screen.lower())) <= spoken or not beat.cut:
        return beat
    bare = re.sub(r"^(?:Meet|This is|That's) .+?[,:.] |^.+? (?:is|has been) (?=an? )", "", beat.narration)
    return replace(beat, screen=screen_text(bare))


def _end_unlike_the_rest(beats: list[Beat], speaker: Speaker) -> list[Beat]:
    """ "That's Solace" is said once."""
    opening = f"That's {speaker.brand}"
    if sum(beat.narration.startswith(opening) for beat in beats) < 2:
        return beats
    return _said(beats, len(beats) - 1, beats[-1].narration.replace("That's ", "", 1))


def _said(beats: list[Beat], place: int, line: str) -> list[Beat]:
    """The beats with another line at one place; a scene that is kept stays as it is."""
    if beats[place].kept:
        return beats
    return [*beats[:place], replace(beats[place], versions=(line,)), *beats[place + 1 :]]
