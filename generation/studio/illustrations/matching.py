"""Finds the picture for a text: by noun or synonym, and never by a guess.

A wrong picture is worse than none, so a word with several meanings counts only
when another word of the same topic stands near it and it does not stand like a
verb ("Train between meetings" is no railway), and a noun that the text denies
("no credit card required") is not shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generation.studio.illustrations.index import NEVER, Entry, entries
from generation.studio.illustrations.nouns import singular, tokens

PHRASE, NOUN, AMBIGUOUS, ASSOCIATION = 1.0, 0.95, 0.8, 0.7
ENOUGH = 0.6

DENIALS = {"no", "without", "never", "not", "zero", "nor", "minus"}
BEFORE_VERBS = {"to", "you", "we", "i", "they", "can", "will", "ll", "please", "and", "let", "lets", "us"}
AFTER_VERBS = {
    "your", "our", "my", "their", "the", "a", "an", "it", "them", "us", "me", "you", "with", "between", "up",
    "now", "today", "online", "in", "on", "for", "faster", "smarter", "harder", "by",
}  # fmt: skip


@dataclass(frozen=True)
class Match:
    """A picture for a text. ``certainty`` is 0..1; ``words`` is what called it up, in the singular."""

    name: str
    certainty: float
    words: str
    position: int


@dataclass(frozen=True)
class _Sighting:
    entry: Entry
    position: int
    stands_like_a_verb: bool


def find(text: str, *, about: str = "", at_least: float = ENOUGH) -> Match | None:
    """The picture that fits the text best, or None. ``about`` only helps to tell meanings apart."""
    found = find_all(text, limit=1, about=about, at_least=at_least)
    return found[0] if found else None


def find_all(text: str, *, limit: int = 8, about: str = "", at_least: float = ENOUGH) -> tuple[Match, ...]:
    """Up to ``limit`` different pictures for a text, the surest first, equals in order of appearance."""
    sightings = list(_sightings(text))
    topics = _topics([*sightings, *_sightings(about)])
    best: dict[str, Match] = {}
    for sighting in sightings:
        match = _judge(sighting, topics)
        if match.certainty >= at_least and match.certainty > best.get(match.name, NOTHING).certainty:
            best[match.name] = match
    ranked = sorted(best.values(), key=lambda match: (-match.certainty, match.position))
    return tuple(ranked[:limit])


NOTHING = Match("", 0.0, "", 0)


def _sightings(text: str) -> Iterator[_Sighting]:
    """Every entry the text names, longest phrase first; a word counts for one phrase only."""
    words = tokens(text)
    singulars = [singular(word) for word in words]
    at = 0
    while at < len(words):
        found = _at(singulars, at)
        if not found:
            at += 1
            continue
        length = len(found[0].phrase)
        if not _is_denied(words, at):
            verb = length == 1 and _stands_like_a_verb(words, at)
            yield from (_Sighting(entry, at, verb) for entry in found if entry.name != NEVER)
        at += length


def _at(words: list[str], at: int) -> list[Entry]:
    fitting = [e for e in entries().get(words[at], ()) if tuple(words[at : at + len(e.phrase)]) == e.phrase]
    return [entry for entry in fitting if len(entry.phrase) == len(fitting[0].phrase)]


def _is_denied(words: list[str], at: int) -> bool:
    return bool(DENIALS & set(words[max(0, at - 2) : at]))


def _stands_like_a_verb(words: list[str], at: int) -> bool:
    if words[at] != singular(words[at]):
        return False
    before = words[at - 1] if at else ""
    after = words[at + 1] if at + 1 < len(words) else ""
    return before in BEFORE_VERBS or (after in AFTER_VERBS and at == 0)


def _topics(sightings: list[_Sighting]) -> set[str]:
    """The topics that some word with a single meaning speaks for."""
    return {sighting.entry.topic for sighting in sightings if not sighting.entry.is_ambiguous}


def _judge(sighting: _Sighting, topics: set[str]) -> Match:
    entry = sighting.entry
    words = " ".join(entry.phrase)
    if entry.is_ambiguous:
        is_clear = entry.topic in topics and not sighting.stands_like_a_verb
        return Match(entry.name, AMBIGUOUS if is_clear else 0.0, words, sighting.position)
    if entry.is_association:
        return Match(entry.name, ASSOCIATION, words, sighting.position)
    return Match(entry.name, PHRASE if len(entry.phrase) > 1 else NOUN, words, sighting.position)
