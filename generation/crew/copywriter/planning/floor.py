"""The floor of every ad: what it is and where, before any other fact gets seconds."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.lines.beats import Beat

WHAT, WHERE = 2.0, 2.2
"""Where in the ad it is said what it is, and where it is."""

_NO_TOWN = (
    r"(?!(?:mon|tues|wednes|thurs|fri|satur|sun)day|jan|feb|mar(?:ch)?\b|apr|may\b|june?\b|july?\b|aug|sep|oct|nov|"
    r"dec|english|french|spanish|christmas|easter|google|yelp|ios\b|android)"
)
_TOWN = rf"(?:the )?{_NO_TOWN}(?-i:[A-ZÀ-Þ])\w"
_NAMES_A_PLACE = re.compile(
    rf"\b(?:in|near|outside|around|across|at|on|off|by|over|of) "
    rf"(?:(?:downtown|central|north|south|east|west|rural) )?{_TOWN}",
    re.IGNORECASE,
)
_SAYS_WHERE = re.compile(
    rf"(?:(?:serving|covering|based in|inside|downtown|opposite|behind|next to|anywhere in|all over|across|"
    rf"on the corner of|in the heart of|a short walk from|just off|near|in|at|on) {_TOWN})",
    re.IGNORECASE,
)
_FOR_WHOM = re.compile(r" for (?!\d)[\w ,'’&-]+?(?= (?:in|around|near|across) [A-ZÀ-Þ])")
_TOLD = {Kind.BENEFIT, Kind.PLACE, Kind.NUMBER, Kind.LIST}
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATED = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{_MONTH}\b|\b{_MONTH} \d{{1,2}}(?!\d)")
_PAST = re.compile(r"\b(?:deadline|last|was|were|since|sold|started|opened|began|ago|had)\b", re.IGNORECASE)
_LONGEST_DATED = 30
_LONGEST_WHAT, _LONGEST_WITH_PLACE = 14, 19


def grounded(beats: Sequence[Beat], facts: Sequence[Fact], said: str) -> list[Beat]:
    """The beats with those made due that say what it is, where no product line does, where it is and on which days.

    ``said``: the product line and the ending, which may say it already.
    """
    what, where, when = _what(facts), _where(facts, said), _when(facts, said)
    told = [_on_the_floor(beat, what, where) for beat in beats]
    return [replace(beat, must=True) if when is not None and beat.fact == when else beat for beat in told]


def with_place(versions: tuple[str, ...]) -> tuple[str, ...]:
    """A product line that names its town is shortened without losing it, where it can be."""
    if not _NAMES_A_PLACE.search(versions[0]):
        return versions
    found = [versions[0], _FOR_WHOM.sub("", versions[0]), *versions[1:]]
    able = [line for line in dict.fromkeys(found) if _NAMES_A_PLACE.search(line)]
    return tuple(able) if len(able[-1].split()) <= _LONGEST_WITH_PLACE else versions


def _on_the_floor(beat: Beat, what: Fact | None, where: Fact | None) -> Beat:
    if beat.fact is None or beat.kept:
        return beat
    if beat.fact == where:
        return replace(beat, versions=_shorter(beat.versions), place=WHERE, must=True)
    return replace(beat, place=WHAT, must=True) if beat.fact == what else beat


def _shorter(versions: tuple[str, ...]) -> tuple[str, ...]:
    """ "Serving Raleigh and Cary, Tuesday to Saturday." also without what is no place."""
    first = versions[-1].partition(", ")[0].rstrip(".")
    alone = _SAYS_WHERE.search(first) and not re.search(r"\b(?:we|i|you)\b", first, re.IGNORECASE)
    return tuple(dict.fromkeys([*versions, f"{first}."])) if alone else versions


def _what(facts: Sequence[Fact]) -> Fact | None:
    """Of a brief without a product line the thing that it begins with."""
    if any(fact.kind is Kind.PRODUCT for fact in facts) or not facts:
        return None
    first = facts[0]
    if first.kind is Kind.PRICE and first.shape is Shape.COMMAND:
        return first  # "Hire the hall for £14 an hour."
    plain = first.kind in {Kind.BENEFIT, Kind.NUMBER, Kind.LIST} and first.shape is Shape.NOUN
    return first if plain and len(first.sentence.split()) <= _LONGEST_WHAT else None


def _when(facts: Sequence[Fact], said: str) -> Fact | None:
    """The first fact with the days of what is to come, unless the ending has them."""
    able = (fact for fact in facts if fact.kind in _TOLD and len(fact.sentence.split()) <= _LONGEST_DATED)
    found = (fact for fact in able if _DATED.search(fact.sentence) and not _PAST.search(fact.sentence))
    return None if _DATED.search(said) else next(found, None)


def _where(facts: Sequence[Fact], said: str) -> Fact | None:
    """The first fact that only says where, unless the product line or the ending says it."""
    if _NAMES_A_PLACE.search(said):
        return None
    able = (fact for fact in facts if fact.kind in _TOLD and fact.shape is not Shape.CLAUSE)
    return next((fact for fact in able if _SAYS_WHERE.match(fact.sentence)), None)
