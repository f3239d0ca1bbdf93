"""The part of a headline that matters: set in the accent colour, or larger."""

import re

from generation.studio.direction.figures import MONEY, SHARE
from generation.studio.direction.wording import WEAK_ENDS
from generation.studio.illustrations import find
from generation.studio.illustrations.nouns import singular, tokens
from generation.studio.script import Intent
from generation.studio.storyboard import Scene

UNITS = r"minutes?|days?|months?|hours?|years?|grams?|am|pm|a\.m\.|p\.m\.|km"
NUMBER = re.compile(rf"\d[\d,.:]*[kK%+]?(?:[-\s](?:{UNITS})(?!\w))?")
STRONG = re.compile(
    r"\b(?:free|new|best|every|never|always|first|only|real|today|tonight|tomorrow|forever|zero|save|ready)\b",
    re.IGNORECASE,
)
HOLLOW = WEAK_ENDS | {
    "you", "we", "it", "be", "can", "will", "do", "not", "this", "these", "one", "up", "us", "too", "needed",
    "required", "there", "here", "more", "about", "them", "want", "need", "level", "wait",
}  # fmt: skip
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
    if headline.rstrip().endswith("?"):
        # A question is heard by how it ends.
        return counted or _number(headline) or _ending(headline) or _pictured(headline)
    return (
        counted
        or _number(headline)
        or _superlative(headline)
        or _pictured(headline)
        or _ending(headline)
        or _strong(headline)
    )


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
    for pattern in (MONEY, SHARE, NUMBER):
        match = pattern.search(headline)
        if match and match.group(0).strip() != headline:
            return match.group(0).strip(" ,")
    return ""


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
    if alone and words[0].isalpha() and words[1].isalpha() and words[1].lower() not in HOLLOW:
        return " ".join(words[:2])
    return " ".join(words[first:end])


def _superlative(headline: str) -> str:
    """What is more so than anything else: "calmest" of "The calmest room in town"."""
    words = (match.group() for match in SUPERLATIVE.finditer(headline))
    return next((word for word in words if word.lower() not in NO_SUPERLATIVES), "")


def _ending(headline: str) -> str:
    """The last word, if it says something: a line is heard by how it ends."""
    last = headline.rsplit(maxsplit=1)[-1].strip(".,!?…")
    return last if 3 <= len(last) <= 12 and last.lower() not in HOLLOW else ""


def _strong(headline: str) -> str:
    match = STRONG.search(headline)
    return match.group(0) if match else ""
