"""The picture of what the whole ad is about: what is sold or done, and never something said by the way."""

import re
from collections import defaultdict

from generation.studio.direction.names import without_names
from generation.studio.direction.wording import sentences
from generation.studio.illustrations import Match, find_all
from generation.studio.illustrations.nouns import ENGLISH, tokens
from generation.studio.illustrations.places import Place
from generation.studio.illustrations.small_words import small_words

_CERTAIN = 0.6
_IN_THE_NAME = 1.3
_TRADE = 0.3
_AGAIN = 0.1
_PER_SENTENCE = 0.15
"""A brief says in its first sentences what it is about, and ends on for whom."""

_PER_WORD = 0.01
_OPENING = 1
"""Behind the name the first sentence says what a business is; a trade named later is one of its extras."""

_ACRONYM = re.compile(r"\b[A-Z]{2,4}\b")
_LANGUAGES = "english spanish french german italian portuguese dutch japanese chinese arabic russian korean"
"""Written with a capital letter, and yet nobody's name."""

_NOUN_FIRST = {"es", "fr", "it", "pt"}


def hero_of(about: str, *, brand: str = "", language: str = ENGLISH) -> str:
    """The picture for the product that ``about`` describes; empty when nothing is surely it."""
    weights: dict[str, float] = defaultdict(float)
    times: dict[str, int] = defaultdict(int)
    first: dict[str, int] = {}
    for number, named in enumerate(sentences(about)):
        sentence = nameless(named, brand=brand, about=about, language=language)
        for match in find_all(sentence, about=f"{brand}. {about}", language=language, limit=20):
            if match.is_generic or not _is_talked_about(match):
                continue
            times[match.name] += 1
            if number > _OPENING and _is_counted(sentence, match):
                continue
            first.setdefault(match.name, number)
            weights[match.name] = max(weights[match.name], _weight(match, number))
    for name, count in times.items():
        weights[name] += _AGAIN * (count - 1)
        if count == 1 and first.get(name, 0) > _OPENING:
            # Said once, and late: one thing among others.
            weights[name] = 0.0
    named = _in_the_name(brand, about, language)
    if named:
        weights[named] += _IN_THE_NAME
    best = max(weights, key=lambda name: weights[name], default="")
    return best if best and weights[best] >= _CERTAIN else ""


def _is_counted(sentence: str, match: Match) -> bool:
    """Whether a number stands before a thing: of "eight seats" nobody sells seats."""
    if match.is_trade:
        return False
    before = tokens(sentence)[max(match.position - 2, 0) : match.position]
    return any(word.isdigit() or word in small_words("numbers") for word in before)


def _weight(match: Match, number: int) -> float:
    late = _PER_SENTENCE * number + _PER_WORD * match.position
    says_what_it_is = match.is_trade and match.place is Place.MAIN and number <= _OPENING
    return match.certainty + (_TRADE if says_what_it_is else 0) - late


def _is_talked_about(match: Match) -> bool:
    return match.place is Place.MAIN or (match.is_trade and match.place is Place.AFTER_PREPOSITION)


def nameless(text: str, *, brand: str, about: str, language: str = ENGLISH) -> str:
    """``text`` without proper names, so that nobody's name is taken for a thing."""
    bare = _ACRONYM.sub(lambda found: found.group().lower(), text.replace(brand, "·") if brand else text)
    if language.startswith("de"):
        # German writes every noun with a capital letter.
        return bare
    return without_names(bare, brand=_without_trades(brand, language), about=f"{about} {_LANGUAGES}")


def _without_trades(brand: str, language: str) -> str:
    """The words of a name that say nothing about its trade: without the café of “Café do Mirante”."""
    words = brand.split()
    trades = {word for word in words for match in find_all(word, language=language) if match.is_trade}
    return " ".join(word for word in words if word not in trades)


def _in_the_name(brand: str, about: str, language: str) -> str:
    """The trade in a name: the bakery in “Rosa's Bakery”, and no lemon for “Lemon Tree Dental”.

    It ends a name, or opens it where nouns come first: “Panadería La Espiga”, but not “Claire & Miel”.
    """
    found = find_all(brand, about=about, language=language)
    trades = [match for match in found if match.is_trade and match.place is Place.MAIN]
    if language[:2] in _NOUN_FIRST:
        return next((match.name for match in trades if match.position == 0), "")
    return max(trades, key=lambda match: match.position).name if trades else ""
