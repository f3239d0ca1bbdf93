"""How the ad speaks: of itself as "we" or of the product as "it", and in which mood."""

import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from generation.crew.brief import Brief
from generation.crew.copywriter.facts.fact import Fact, Kind
from generation.crew.copywriter.grammar import patterns
from generation.crew.copywriter.grammar.nouns import head_of, opens_as_plural
from generation.crew.copywriter.grammar.shape import Shape


class Mood(StrEnum):
    """The tone of the brief, brought down to what changes a phrase."""

    LIVELY = "lively"
    WARM = "warm"
    SOBER = "sober"


_LIVELY = "energ|bold|play|fun|motiv|excit|urgent|upbeat|young|cheek|dynamic|hype|witty|quirk"
_WARM = "warm|friend|calm|reassur|cosy|cozy|caring|gentle|kind|sooth|family|heart|relax|optimis|nostalg"


@dataclass(frozen=True)
class Speaker:
    """``person`` is "we", "it" or "they": the pronoun that stands for the brand or product after its name.

    ``alone``: the brief is told by one person who says what they are ("I'm a pianist"), and so is the ad.
    """

    brand: str
    person: str
    mood: Mood
    alone: bool = False

    @property
    def be(self) -> str:
        """The pronoun with its "is": "It's", "We're", "They're"."""
        return {"we": "We're", "it": "It's", "they": "They're"}[self.person]


def speaker_for(brief: Brief, facts: Sequence[Fact]) -> Speaker:
    """Who speaks, judged from the brief's own pronouns and from what the product is."""
    told = " ".join(fact.sentence for fact in facts if fact.kind is not Kind.QUOTE)
    ours = len(re.findall(r"\b(?:we|us)\b", told, re.IGNORECASE)) + 9 * len(
        re.findall(r"\bour\b", told, re.IGNORECASE)
    )
    mine = len(re.findall(r"\b(?:I|my|me)\b", told))
    # One person's "we" with the customer ("we walk through the garden together") makes no company of them.
    is_one = mine >= 3 * ours if re.search(r"\bI(?:'m| am) an? ", told) else mine > 0 and not ours
    alone = is_one and not re.search(r"\b(?:and I|my (?:\w+ )?(?:and|team|staff|crew))\b", told)
    return Speaker(brief.name.strip(), _person(brief, facts), mood_of(brief.tone), alone)


def mood_of(tone: str) -> Mood:
    """The mood of a tone in free words; sober when it says nothing."""
    if re.search(_LIVELY, tone, re.IGNORECASE):
        return Mood.LIVELY
    return Mood.WARM if re.search(_WARM, tone, re.IGNORECASE) else Mood.SOBER


def _person(brief: Brief, facts: Sequence[Fact]) -> str:
    outside_quotes = " ".join(fact.sentence for fact in facts if fact.kind is not Kind.QUOTE)
    if re.search(r"\b(?:[Ww]e|[Oo]ur|us|I|[Mm]y)\b", outside_quotes):
        return "we"
    if patterns.PLACES_WITH_DOORS & set(re.findall(r"[^\W\d_]+", brief.name.lower())):
        return "we"
    product = next((fact for fact in facts if fact.kind is Kind.PRODUCT and fact.shape is Shape.NOUN), None)
    if product is None:
        return "it"
    head = head_noun(product.sentence)
    if head.lower() in patterns.PLACES_WITH_DOORS:
        return "we"
    return "they" if is_plural(product.sentence) else "it"


def head_noun(sentence: str) -> str:
    """The noun that a noun phrase is about: "shoe" of "a running shoe for daily use"."""
    head = head_of(sentence)
    return str(head.text) if head is not None else ""


def is_plural(sentence: str) -> bool:
    """Whether the sentence opens with a plural noun phrase."""
    head = head_of(sentence)
    return head is not None and (head.tag_ in {"NNS", "NNPS"} or opens_as_plural(head))


def pick(choices: Sequence[str], rng: random.Random) -> str:
    """One of several ways of saying it; the first is a little likelier, being the plainest."""
    weights = [1.5, *([1.0] * (len(choices) - 1))]
    return rng.choices(list(choices), weights=weights)[0]
