"""A short thing said before the name, as an opening: what surprises, who is behind it, what one gets."""

import re
from collections.abc import Sequence

from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar.reading import parse
from generation.crew.copywriter.grammar.shape import Shape
from generation.crew.copywriter.lines.opening import Hook
from generation.crew.copywriter.lines.telling import is_a_result, is_of_people, is_practical, surprises
from generation.crew.copywriter.lines.voice import Speaker
from generation.crew.copywriter.screen.forms import MOST_WORDS
from generation.crew.copywriter.screen.text import screen_text

_LONGEST_PHRASE = 8
_LONGEST = 13
_LONGEST_RESULT = 16
_LATE = 0.8
_OF_THE_HOUSE = re.compile(
    r"(?:our|we|I)\b.*\b(?:years?|parts|staff|vans?|employees|branches|machines|square)\b", re.IGNORECASE
)
_SAVES = re.compile(r"\bsav(?:e|es|ed|ing)\b.*\d", re.IGNORECASE)
_TEASING = {Kind.NUMBER, Kind.BENEFIT, Kind.LIST}
# What nobody stops for.
_UNTEASING = re.compile(
    r"^(?:in|at|on|from|for|with|between|until|by|near|next|all|every|each|if|when|now|and|or|but|since|up|also|"
    r"above|below|behind|opposite|inside|upstairs|groups?|we take|we accept|"
    r"the|there|here|min|max|serving|covering)\b",
    re.IGNORECASE,
)


def teasers(facts: Sequence[Fact], speaker: Speaker) -> list[Hook]:
    """A short thing said of it before its name: "Simmered six hours." and then "This is Sunday Sauce: …"."""
    found = []
    asked = {fact.order + 1 for fact in facts if fact.kind is Kind.QUESTION}
    for fact in facts:
        if fact.order in asked:
            continue  # "Your insurers will ask.": an answer without its question
        text = fact.sentence.rstrip(".")
        longest = _LONGEST_RESULT if is_a_result(text) else _LONGEST
        if fact.kind not in _TEASING or fact.leans or not 2 <= len(text.split()) <= longest:
            continue
        named = speaker.brand.lower() in text.lower()
        if _UNTEASING.match(text) and not surprises(text):
            continue
        if is_practical(text) or ":" in text or named or _only_where(text) or _rambles(fact):
            continue
        weight = _teasing(fact)
        if weight:
            line = fact.sentence
            must = fact.figure.figure if fact.figure else ""
            whole = len(text.split()) <= MOST_WORDS
            shown = line.rstrip(".") if whole else screen_text(line, must=must)
            found.append(Hook("teaser", line, shown, weight, fact, fact.words))
    return found


def _rambles(fact: Fact) -> bool:
    """A price, and a long phrase with a sentence in it, are no opening."""
    if is_a_result(fact.sentence) and not re.search(r"[€$£]", fact.sentence):
        return False
    told = any(token.tag_ in {"VBP", "VBZ", "MD", "VBD"} for token in parse(fact.sentence))
    priced = re.search(r"[€$£]", fact.sentence) and not _SAVES.search(fact.sentence)
    return bool(priced) or (
        fact.shape is Shape.NOUN and (told or len(fact.sentence.split()) > _LONGEST_PHRASE)
    )


def _only_where(text: str) -> bool:
    """ "Clients in all Algarve", "Showroom in Derby": where something is, and no more."""
    doc = parse(f"{text}.")
    places = [token for token in doc if token.dep_ == "pobj" and token.head.lower_ in {"in", "at", "near"}]
    return doc[0].tag_ in {"NN", "NNS", "NNP"} and any(token.pos_ == "PROPN" for token in places)


def _teasing(fact: Fact) -> float:
    """How well it opens: what surprises first, then people, then what the viewer gets, numbers, things to picture."""
    text = fact.sentence
    early = 0.5 if fact.order <= 3 else 0.0
    if re.match(r"no [\w-]+(?: \w+)?$", text.rstrip("."), re.IGNORECASE):
        return _LATE  # "No contract." is a relief, no news
    weights = (
        (is_a_result(text), 4.4),
        (fact.figure is not None and _OF_THE_HOUSE.match(text) is not None, 1.8),
        (_SAVES.search(text) is not None, 3.9),
        (surprises(text), 4.3 if "%" in text else 3.7),
        (is_of_people(text), 3.2),
        (re.match(r"(?:you|your)\b", text, re.IGNORECASE) is not None, 2.7),
    )
    weight = next((weight for holds, weight in weights if holds), 0.0)
    return weight + early if weight else _plainly_teasing(fact, early)


def _plainly_teasing(fact: Fact, early: float) -> float:
    text = fact.sentence
    if not early and fact.kind is not Kind.NUMBER:
        return _LATE  # what matters stands first in a brief
    if fact.shape is Shape.CLAUSE:
        return (2.7 if fact.figure else 1.8) + early
    if fact.kind is Kind.NUMBER and len(text.split()) > 2:
        # "Burn time around 50 hours" is for those who already listen.
        return 3.2 + early if re.match(r"[\d€$£]|\w+ed\b", text) or fact.shape is Shape.VERB else 2.0
    if fact.kind is Kind.LIST or fact.shape is Shape.COMMAND or len(text.split()) < 3:
        return 0.8 * (fact.kind is Kind.LIST)  # a row of services stops nobody
    # What matters stands first in a brief: "Groups of six." at its end is no opening.
    return 2.6 + early if early else 2.2
