"""The part of a headline that matters: set in the accent colour, or larger."""

import re

from generation.studio.direction.figures import MONEY, SHARE
from generation.studio.direction.wording import ENDS_ABROAD, WEAK_ENDS
from generation.studio.illustrations import find
from generation.studio.illustrations.nouns import singular, tokens
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

UNITS = r"minutes?|mins?|seconds?|days?|nights?|weeks?|months?|hours?|years?|grams?|kg|am|pm|a\.m\.|p\.m\.|km|miles?"
NUMBER = re.compile(rf"\d[\d,.:]*(?:\s\d{{3}})*[kK%+]?(?:[-\s](?:{UNITS})(?!\w))?")
PHONE = re.compile(r"\+?\(?\d[\d ().\-–]{5,}\d")
STRONGEST = re.compile(r"\b(?:free|best|never|zero|forever|half price|nothing)\b", re.IGNORECASE)
"""Says more than any thing or number of things beside it."""

STRONG = re.compile(
    r"\b(?:free|new|best|every|never|always|first|only|real|today|tonight|tomorrow|forever|zero|save|ready)\b",
    re.IGNORECASE,
)
HOLLOW = WEAK_ENDS | {
    "you", "we", "it", "be", "can", "will", "do", "not", "this", "these", "one", "up", "us", "too", "needed",
    "required", "there", "here", "more", "about", "them", "want", "need", "level", "wait",
}  # fmt: skip
FAINT = {
    "year", "way", "day", "week", "month", "time", "client", "customer", "people", "person", "unit", "system",
    "service", "company", "business", "town", "city", "corner", "place", "thing", "side", "area", "part",
    "kind", "end", "point", "item", "order", "booking", "work", "job", "event",
    "everyone", "anyone", "everything", "anything", "something",
}  # fmt: skip
"""Words that end a line and carry nothing."""

_JOINT = r"(?:,|&|\b(?:and|or|y|e|o|u|et|ou|und|oder)\b)"
SUPERLATIVE = re.compile(r"(?<=the )[a-z]{4,9}est\b", re.IGNORECASE)
NO_SUPERLATIVES = {
    "forest", "guest", "request", "interest", "harvest", "honest", "modest", "protest", "contest", "conquest",
    "latest", "digest", "invest", "midwest", "northwest", "southwest", "chest", "priest", "tempest", "crest",
}  # fmt: skip
LONGEST_PHRASE = 3


def emphasis_in(scene: Scene) -> str:
    """The words to stress, exactly as they stand in the headline; empty when all weigh the same."""
    headline = scene.headline
    if scene.kind is Intent.QUOTE or len(headline.split()) < 2:
        return ""
    counted = _counted(scene) if scene.kind is Intent.NUMBER else ""
    found: tuple[str, ...]
    if headline.rstrip().endswith("?"):
        # A question is heard by how it ends.
        found = (_number(headline), _ending(headline, faint=True), _pictured(headline))
    else:
        strongest = STRONGEST.search(headline)
        found = (
            _number(headline),
            _superlative(headline),
            strongest.group() if strongest else "",
            _pictured(headline),
            _ending(headline),
            _strong(headline),
        )
    alone = (phrase for phrase in found if phrase and not _is_one_of_several(headline, phrase))
    return counted or next(alone, "")


def _is_one_of_several(headline: str, phrase: str) -> bool:
    """Whether a phrase is one entry of a row: of "hardware, rope and paint" none weighs more."""
    if phrase[-1:].isdigit() or phrase[:1].isdigit():
        # A number is read before all words; of two none.
        return len(NUMBER.findall(headline)) > 1 and not PHONE.search(phrase)
    own = rf"(?<!\w){re.escape(phrase)}(?!\w)"
    ahead = rf"{_JOINT}\s+(?:[^\W\d]\S*\s+){{0,2}}{own}"
    behind = rf"{own}\s*(?:{_JOINT})\s+(?!but\b)"
    return any(re.search(pattern, headline, re.IGNORECASE) for pattern in (ahead, behind))


def _counted(scene: Scene) -> str:
    """What a number scene counts, with the word that counts it: "three days"."""
    unit = scene.figure_label
    if not unit:
        return ""
    # A figure may have a space in it: "30 % weniger".
    whole = rf"(?:{re.escape(scene.figure)}|\S+)\s{re.escape(unit)}(?!\w)"
    found = re.search(whole, scene.headline)
    return found.group() if found and found.group() != scene.headline else ""


def _number(headline: str) -> str:
    for pattern in (MONEY, SHARE, PHONE, NUMBER):
        match = pattern.search(headline)
        if match is None:
            continue
        # "$55 per person" is all of a headline: then the amount is what matters.
        parts = (match.group(), match.groupdict().get("figure", ""))
        found = next((part for part in map(_ended, parts) if part not in {"", headline}), "")
        if found:
            return found
    return ""


def _ended(phrase: str) -> str:
    """The phrase without the small words at its end: "10 % de descuento los"."""
    words = phrase.strip(" ,").split()
    while words and words[-1].lower() in WEAK_ENDS | ENDS_ABROAD:
        words.pop()
    return " ".join(words)


def _pictured(headline: str) -> str:
    """The thing that has a picture is the thing that is talked about."""
    match = find(headline)
    if match is None:
        return ""
    words = headline.split()
    for first in range(len(words)):
        for end in range(first + 1, min(first + LONGEST_PHRASE, len(words)) + 1):
            phrase = " ".join(words[first:end])
            if " ".join(map(singular, tokens(phrase))) == match.words and end - first < len(words):
                return _whole_name(words, first, end).strip(",.;:!?")
    return ""


def _whole_name(words: list[str], first: int, end: int) -> str:
    """The phrase; the first word of a headline with the one it belongs to: "Pet sitting", not "Pet"."""
    alone = first == 0 and end == 1 and len(words) > 3
    if alone and words[0].isalpha() and words[1].isalpha() and words[1].lower() not in HOLLOW | ENDS_ABROAD:
        return " ".join(words[:2])
    return " ".join(words[first:end])


def _superlative(headline: str) -> str:
    """What is more so than anything else: "calmest" of "The calmest room in town"."""
    words = (match.group() for match in SUPERLATIVE.finditer(headline))
    return next((word for word in words if word.lower() not in NO_SUPERLATIVES), "")


def _ending(headline: str, *, faint: bool = False) -> str:
    """The last word, if it says something: a line is heard by how it ends. ``faint`` ones end questions."""
    last = headline.rsplit(maxsplit=1)[-1].strip(".,!?…")
    says_nothing = last.lower() in HOLLOW or (not faint and singular(last.lower()) in FAINT)
    return last if 3 <= len(last) <= 12 and not says_nothing else ""


def _strong(headline: str) -> str:
    match = STRONG.search(headline)
    return match.group(0) if match else ""
