"""Where a word stands in a text: what is talked about stands elsewhere than what is mentioned by the way.

In "The breathable recycled mesh upper keeps feet cool on long runs" the upper is
talked about; "recycled mesh" only qualifies it, and the runs hang from a
preposition. No parser is needed for that: a noun group ends at a short word, at
a verb form or at a comma, and its last word is what it is about.
"""

import re
from dataclasses import dataclass
from enum import Enum

from generation.studio.illustrations.nouns import ENGLISH, fold, singular
from generation.studio.illustrations.small_words import small_words


class Place(Enum):
    """Where a word stands; the value is how much it counts there."""

    MAIN = 1.0
    AFTER_PREPOSITION = 0.75
    IN_CLAUSE = 0.6
    QUALIFIER = 0.3
    DENIED = 0.002
    TIME = 0.001
    VERB = 0.0


@dataclass(frozen=True)
class Word:
    """One word of a text. ``opens`` tells that a sign other than a hyphen stands before it, ``goes_on`` that
    this is a comma and nothing else."""

    text: str
    opens: bool
    goes_on: bool = False


_WORD = re.compile(r"[a-z0-9]+")
_JOINS = re.compile(r"^[\s\-’'/]*$")
_POSSESSIVE = re.compile(r"['’]s\b|['’]")
_ABBREVIATION = re.compile(r"\b([a-z])\.([a-z])\.")


def words_of(text: str, language: str = ENGLISH) -> list[Word]:
    """The words of a text in lower case without accents, and where a sign parts them."""
    flat = _POSSESSIVE.sub("" if language == ENGLISH else " ", _ABBREVIATION.sub(r"\1\2", fold(text)))
    found, end = list[Word](), 0
    for match in _WORD.finditer(flat):
        between = flat[end : match.start()]
        found.append(Word(match.group(), opens=not _JOINS.match(between), goes_on=between.strip() == ","))
        end = match.end()
    return found


def place_of(words: list[Word], first: int, length: int, language: str = ENGLISH) -> Place:
    """Where the phrase of ``length`` words that begins at ``first`` stands."""
    start = first
    while start > 0 and not words[start].opens:
        start -= 1
    end = next((i for i in range(first + 1, len(words)) if words[i].opens), len(words))
    texts = [word.text for word in words[start:end]]
    first -= start
    if small_words("denials") & set(texts[max(0, first - 2) : first]):
        return Place.DENIED
    if language != ENGLISH:
        return _abroad(texts, first)
    # A phrase that goes on beyond a sign is one that the index writes with it: "check-ups, bed & breakfast".
    place = _in_english(texts, first, min(first + length, len(texts)))
    if place is Place.MAIN and _lists_on(words, start, texts[:first]):
        return Place.AFTER_PREPOSITION
    return place


def _lists_on(words: list[Word], start: int, before: list[str]) -> bool:
    """Whether the part that begins at ``start``, with the words ``before`` the one in question, only goes on
    with what hangs from a preposition: the farms in "photos of houses, farms and sites"."""
    if start == 0 or not words[start].goes_on:
        return False
    if any(word in small_words("verbs", "pronouns", "prepositions", "clauses") for word in before):
        return False
    earlier = start - 1
    while earlier > 0 and not words[earlier].opens:
        earlier -= 1
    texts = [word.text for word in words[earlier:start]]
    hangs = _hangs_from(texts, len(texts) - 1) is Place.AFTER_PREPOSITION
    return hangs or _lists_on(words, earlier, texts)


def _in_english(texts: list[str], first: int, end: int) -> Place:
    """The place of ``texts[first:end]`` in a part of an English sentence."""
    if _is_left_out(texts, first, end):
        return Place.DENIED
    if end - first == 1 and _stands_like_a_verb(texts, first):
        return Place.VERB
    if first > 0 and texts[first - 1] in small_words("times") and texts[first] == singular(texts[first]):
        return Place.TIME
    place = _hangs_from(texts, first)
    sees_through = end < len(texts) and singular(texts[end]) in small_words("transparent")
    # "Our fish market" shows fish; "a studio above the old fish market" has nothing to do with them.
    closes = place is Place.MAIN if sees_through else _closes(texts, end)
    return place if closes else Place.QUALIFIER


def _is_left_out(texts: list[str], first: int, end: int) -> bool:
    """ "Fragrance free" has none; "the second loaf free" is a loaf: something counts it."""
    is_free = end < len(texts) and texts[end] == "free"
    return is_free and not small_words("counts", "determiners") & set(texts[:first])


def _stands_like_a_verb(texts: list[str], at: int) -> bool:
    word = texts[at]
    before = texts[at - 1] if at else ""
    after = texts[at + 1] if at + 1 < len(texts) else ""
    if word.endswith("ing"):
        return before in small_words("before a participle")
    if word != singular(word):
        return False
    return before in small_words("before verbs") or (at == 0 and after in small_words("after verbs"))


def _closes(texts: list[str], end: int) -> bool:
    """Whether a noun group ends before ``texts[end]``."""
    if end >= len(texts) or texts[end - 1] != singular(texts[end - 1]) or _is_short(texts[end]):
        return True
    after = texts[end]
    if len(after) < 5 or not after.endswith(("ed", "ing", "ly")):
        return False
    # "A garden waiting room" is a room; "a dog walking in the sun" is a dog.
    return not after.endswith("ing") or end + 1 >= len(texts) or _is_short(texts[end + 1])


def _is_short(word: str) -> bool:
    """Whether a word cannot belong to a noun group that has begun before it."""
    return word.isdigit() or word in small_words(
        "prepositions", "denials", "clauses", "joints", "determiners", "pronouns", "small", "numbers", "verbs"
    )


def _hangs_from(texts: list[str], first: int) -> Place:
    """What the noun group that holds ``texts[first]`` hangs from, read backwards."""
    if small_words("clauses") & set(texts[1:first]):
        return Place.IN_CLAUSE
    for at in range(first - 1, -1, -1):
        if texts[at] in small_words("prepositions"):
            measured = texts[at] == "of" and at > 0 and texts[at - 1] in small_words("measures")
            return Place.MAIN if measured else Place.AFTER_PREPOSITION
        if texts[at] in small_words("verbs", "pronouns") or texts[at].endswith("ing"):
            break
    return Place.MAIN


def _abroad(texts: list[str], first: int) -> Place:
    """Romance nouns come first and are qualified by what follows "de"; German ones qualify themselves."""
    at = first - 1
    while at > 0 and texts[at] in small_words("articles"):
        at -= 1
    if at < 0 or (at == 0 and texts[0] in small_words("of")):
        return Place.MAIN
    if texts[at] in small_words("of"):
        return Place.MAIN if texts[at - 1] in small_words("seen through") else Place.IN_CLAUSE
    return Place.AFTER_PREPOSITION if texts[at] in small_words("links") else Place.MAIN
