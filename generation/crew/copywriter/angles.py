"""Real ways into one brief, each in a line: what somebody said of it, its pain, its number, its odd concrete detail."""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.lines.telling import is_practical, surprises

_LONGEST, _FEWEST = 22, 4
_PEOPLE = re.compile(
    r"\b(?:called|named|nicknamed) [A-Z]|\b(?:[Mm]y|[Oo]ur) (?:\w+ )?(?:mum|mom|dad|mother|father|nan|gran\w*|wife|"
    r"husband|daughters?|sons?|sisters?|brothers?|uncle|aunt|family|team)\b|^(?:Mum|Mom|Dad|Grandm\w+|Nan) |"
    r"\b(?:two|three|2|3) (?:brothers|sisters|friends)\b|^I (?!do\b|have\b|don't\b|am\b)\w+",
)
_DENIES = re.compile(r"\b(?:no|never|nobody|nothing|without|not|only)\b|n't\b", re.IGNORECASE)
_PLAIN = (
    "Let one plain line carry it: “{said}”.",
    "Show it close up, and then say it: “{said}”.",
    "Begin and end with the same true sentence: “{said}”.",
)
_DULL = {Kind.ACTION, Kind.PLACE, Kind.TERMS}


def angles(facts: Sequence[Fact], told: str) -> Iterator[str]:
    """Lines that nobody could say of another brief, the strongest first; none about what ``told`` says already."""
    taken = _bare(told)
    able = [fact for fact in facts if _is_an_idea(fact) and _bare(_said(fact)) not in taken]
    for fits, form in _FORMS:
        found = next((fact for fact in able if fits(fact)), None)
        if found is not None:
            able.remove(found)
            yield form.format(said=_said(found), who=found.source)
    for form, fact in zip(cycle(_PLAIN), able, strict=False):
        yield form.format(said=_said(fact))


def _is_an_idea(fact: Fact) -> bool:
    """Not opening hours, nor what points at another sentence, nor what fills no picture ("Yes, really")."""
    enough = fact.kind is Kind.QUESTION or len(fact.sentence.split()) >= _FEWEST
    practical = fact.kind in {Kind.BENEFIT, Kind.NUMBER} and is_practical(fact.sentence)
    return (
        enough
        and len(fact.sentence.split()) <= _LONGEST
        and not (fact.leans or practical or fact.kind in _DULL)
    )


def _said(fact: Fact) -> str:
    return re.sub("[“”]", "", fact.sentence.rstrip("."))


def _bare(text: str) -> str:
    return re.sub(r"\W+", " ", text.lower()).strip()


def _is_told_by_people(fact: Fact) -> bool:
    return fact.kind not in {Kind.OFFER, Kind.PRICE} and _PEOPLE.search(fact.sentence) is not None


def _sets_apart(fact: Fact) -> bool:
    return fact.kind in {Kind.BENEFIT, Kind.LIST} and bool(
        _DENIES.search(fact.sentence) or surprises(fact.sentence)
    )


_FORMS: tuple[tuple[Callable[[Fact], bool], str], ...] = (
    (
        lambda fact: fact.kind is Kind.QUOTE and bool(fact.source),
        "In a customer's own words: “{said}” ({who}).",
    ),
    (lambda fact: fact.kind in {Kind.QUESTION, Kind.PAIN}, "Start from the viewer's own question: “{said}”."),
    (_is_told_by_people, "Tell it through the people behind it: “{said}”."),
    (lambda fact: fact.kind is Kind.CHANGE, "Show before and after in one picture: “{said}”."),
    (_sets_apart, "Build it on what sets it apart: “{said}”."),
    (lambda fact: fact.kind is Kind.NUMBER, "Build it on one figure: “{said}”."),
    (lambda fact: fact.kind is Kind.OFFER, "Put the offer first: “{said}”."),
    (lambda fact: fact.kind is Kind.PRICE, "Name the price before anything else: “{said}”."),
)
