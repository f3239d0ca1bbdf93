"""Ads of a few seconds: the offer alone, the name alone, and a telephone number that is read, not heard."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generation.crew.copywriter.facts.fact import Fact
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.lines.action import Action
from generation.crew.copywriter.lines.beats import Beat
from generation.crew.copywriter.lines.voice import Speaker

LEEWAY = 2.0
"""Seconds that a very short ad may last longer than it was ordered."""

_LONG_OFFER = 12
_LONGEST_SHOWN = 8
_DIALLED = re.compile(
    rf"(?:\s+(?:on|to|at|by calling|by phone))?[\s:,]+(?:{patterns.PHONE.pattern})(?P<rest>[^.]*)"
)


def offer_alone(fact: Fact) -> tuple[str, ...]:
    """The offer as it stands, and of a long sentence the part between its commas that gives something."""
    if len(fact.sentence.split()) <= _LONG_OFFER:
        return (fact.sentence,)
    parts = [part for part in fact.sentence.rstrip(".").split(", ") if patterns.OFFER.search(part)]
    able = [part for part in parts if 3 <= len(part.split()) <= _LONG_OFFER]
    return (fact.sentence, *(f"{part[:1].upper()}{part[1:]}." for part in able[:1]))


def shortest(beats: Sequence[Beat], speaker: Speaker) -> list[Beat]:
    """The ad without "This is" before the name, and with its telephone number on the picture only."""
    told = [replace(beat, versions=(_bare_name(beat, speaker),)) if not beat.kept else beat for beat in beats]
    end = told[-1]
    said = end.narration if end.kept else _DIALLED.sub(r"\g<rest>", end.narration)
    return [*told[:-1], replace(end, versions=(said,), screen=_with_number(end, said))]


def unheard(action: Action, brand: str) -> str:
    """ "Call Keyes Locksmith." for "Call 07700 900 482.": spoken, a number takes five seconds; or ""."""
    ordered = re.fullmatch(
        rf"(?P<verb>(?:call|text|ring|phone|whatsapp)(?: or (?:call|text))?) {patterns.PHONE.pattern}",
        action.text,
        re.IGNORECASE,
    )
    return f"{ordered['verb'].capitalize()} {brand}." if ordered else ""


def street_alone(action: Action) -> Action:
    """ "Find us at 411 W Main Street | , Bozeman": in a few seconds who is asked to come by knows the town."""
    found = re.fullmatch(r"(?P<street>Find us (?:at|on) \d+[^,]+), [A-Z][\w' -]+", action.text)
    return replace(action, text=found["street"]) if found else action


def _bare_name(beat: Beat, speaker: Speaker) -> str:
    return re.sub(rf"^This is (?={re.escape(speaker.brand)}[.])", "", beat.narration)


def _with_number(end: Beat, said: str) -> str:
    """What is not said any more is shown."""
    number = patterns.PHONE.search(end.narration)
    if said == end.narration or number is None:
        return end.screen
    whole = end.narration.rstrip(".").rpartition(". ")[2]
    return whole if len(whole.split()) <= _LONGEST_SHOWN else number.group().strip()
