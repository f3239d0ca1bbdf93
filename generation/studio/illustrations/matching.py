"""Finds the picture for a text: by noun or synonym, and never by a guess.

A wrong picture is worse than none. So a word counts by where it stands
(``places``): fully as what is talked about, less behind a preposition, hardly as
the qualifier of another noun, not at all as a verb or when the text denies it
("no credit card required"). A word with several meanings needs company that
speaks for one of them.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from generation.studio.illustrations.index import NEVER, Entry, entries
from generation.studio.illustrations.nouns import ENGLISH, base
from generation.studio.illustrations.places import Place, place_of, words_of

PHRASE, NOUN, AMBIGUOUS, ASSOCIATION = 1.0, 0.95, 0.8, 0.7
ENOUGH = 0.6
COMPANY = 2
"""So many other words of a topic make a word with several meanings clear."""


@dataclass(frozen=True)
class Match:
    """A picture for a text. ``certainty`` is 0..1; ``words`` is what called it up, in the singular.

    A trade names what somebody does for a living; a generic picture stands for no product.
    """

    name: str
    certainty: float
    words: str
    position: int
    place: Place = Place.MAIN
    is_trade: bool = False
    is_generic: bool = False


@dataclass(frozen=True)
class _Sighting:
    entry: Entry
    position: int
    place: Place


def find(text: str, *, about: str = "", at_least: float = ENOUGH, language: str = ENGLISH) -> Match | None:
    """The picture that fits the text best, or None. ``about`` only helps to tell meanings apart."""
    found = find_all(text, limit=1, about=about, at_least=at_least, language=language)
    return found[0] if found else None


def find_all(
    text: str, *, limit: int = 8, about: str = "", at_least: float = ENOUGH, language: str = ENGLISH
) -> tuple[Match, ...]:
    """Up to ``limit`` different pictures for a text, the surest first, equals in order of appearance.

    ``language`` is a BCP 47 tag; one that the index does not know finds nothing.
    """
    tag = language.lower().split("-")[0]
    sightings = _sightings(text, tag)
    company = [*sightings, *_sightings(about, tag)]
    best: dict[str, Match] = {}
    for sighting in sightings:
        match = _judge(sighting, company)
        if match.certainty >= at_least and match.certainty > best.get(match.name, NOTHING).certainty:
            best[match.name] = match
    ranked = sorted(best.values(), key=lambda match: (-match.certainty, match.position))
    return tuple(ranked[:limit])


NOTHING = Match("", 0.0, "", 0)


@lru_cache(maxsize=512)
def _sightings(text: str, language: str) -> tuple[_Sighting, ...]:
    """Every entry the text names, longest phrase first; a word counts for one phrase only."""
    return tuple(_seen(text, language))


def _seen(text: str, language: str) -> Iterator[_Sighting]:
    words = words_of(text, language)
    bases = [base(word.text, language) for word in words]
    at = 0
    while at < len(words):
        found = _at(bases, at, language)
        if not found:
            at += 1
            continue
        length = len(found[0].phrase)
        place = place_of(words, at, length, language)
        yield from (_Sighting(entry, at, place) for entry in found if entry.name != NEVER)
        at += length


def _at(words: list[str], at: int, language: str) -> list[Entry]:
    known = entries(language).get(words[at], ())
    fitting = [entry for entry in known if tuple(words[at : at + len(entry.phrase)]) == entry.phrase]
    return [entry for entry in fitting if len(entry.phrase) == len(fitting[0].phrase)]


def _judge(sighting: _Sighting, company: list[_Sighting]) -> Match:
    entry, place = sighting.entry, sighting.place
    return Match(
        entry.name,
        _certainty(entry, company) * place.value,
        " ".join(entry.phrase),
        sighting.position,
        place,
        is_trade=entry.is_trade,
        is_generic=entry.is_generic,
    )


def _certainty(entry: Entry, company: list[_Sighting]) -> float:
    if entry.is_ambiguous:
        return AMBIGUOUS if _is_clear(entry, company) else 0.0
    if entry.is_association:
        return ASSOCIATION
    return PHRASE if len(entry.phrase) > 1 else NOUN


def _is_clear(entry: Entry, company: list[_Sighting]) -> bool:
    """Whether plain words speak for this meaning: one for the same picture, or two for its topic."""
    plain = {
        other.entry.phrase: other.entry
        for other in company
        if not other.entry.is_ambiguous and other.place is not Place.VERB
    }
    if any(other.name == entry.name for other in plain.values()):
        return True
    topics = Counter(other.topic for other in plain.values() if not other.is_association)
    return topics[entry.topic] >= COMPANY
