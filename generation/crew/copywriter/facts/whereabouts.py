"""Where it is, typed as a line of its own: "Gutter cleaning, repairs. Knoxville and Maryville TN."."""

import re
from dataclasses import replace

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.grammar.shape import Shape

_NAMES = re.compile(
    r"(?:(?:in|near|around|serving|covering) )?(?:(?:[A-ZÀ-Þ][\w'’-]*|St\.)(?:,? (?:and |or )?|$)){1,7}"
)
_PLACES = {"GPE", "LOC", "FAC"}
_LONGEST = 20


def placed(facts: list[Fact]) -> list[Fact]:
    """The facts with a bare town told in the sentence before it that says what it is."""
    told: list[Fact] = []
    for fact in facts:
        last = told[-1] if told else None
        names = fact.sentence.rstrip(".")
        if last is None or not _takes_a_place(last, names) or not is_only_a_place(fact.sentence):
            told.append(fact)
            continue
        line = f"{_as_row(last.sentence.rstrip('.'))} {_led(names)}."
        told[-1] = replace(
            last, sentence=line, words=f"{last.words} {fact.words}", items=(), order=fact.order
        )
    return told


def is_only_a_place(sentence: str) -> bool:
    """Whether a line names nothing but towns: "Knoxville and Maryville TN."."""
    names = sentence.rstrip(".")
    if not _NAMES.fullmatch(names):
        return False
    bare = re.sub(r"^(?:in|near|around|serving|covering) ", "", names, flags=re.IGNORECASE)
    doc = parse(f"We are in {bare}.")
    return any(entity.label_ in _PLACES for entity in doc.ents)


def _takes_a_place(fact: Fact, names: str) -> bool:
    plain = fact.kind in {Kind.BENEFIT, Kind.LIST, Kind.PRODUCT, Kind.NUMBER} and not fact.due
    some = re.search(r"\b(?:in|near|at|around|across) [A-Z]", fact.sentence)
    count = len(f"{fact.sentence} in {names}".split())
    return plain and fact.order <= 2 and fact.shape is Shape.NOUN and some is None and count <= _LONGEST


def _as_row(phrase: str) -> str:
    if " and " in phrase or phrase.count(", ") < 2:
        return phrase
    return " and ".join(phrase.rsplit(", ", 1))


def _led(names: str) -> str:
    if re.match(r"(?:in|near|around) ", names, re.IGNORECASE):
        return f"{names[:1].lower()}{names[1:]}"
    return f"in {re.sub(r'^(?:Serving|Covering) ', '', names)}"
