"""What somebody said: their words, who they are, and how the brief names them."""

import re
from dataclasses import dataclass

from generation.crew.copywriter.grammar import patterns

_SAYS = r"(?:says?|said|writes|wrote|tells us|told us|raves?|raved|reports|reported)"
# "its the best hour of the week says Jenna": a quotation without its marks.
_UNMARKED = re.compile(
    r"(?P<words>(?!As |Like |What |Everyone |He |She |They )\S+(?: \S+){3,28}?),? (?P<verb>says|said|wrote) "
    r"(?P<who>(?:[A-ZÀ-Þ][\w.'-]+|(?:our|one of our|a|one|my|the) \w+)[^.?!]{0,40})[.]?"
)
_TITLE = re.compile(r"\b(?:rated|voted|named|awarded|called|won|as|of the)\s*$", re.IGNORECASE)
_WHEN = re.compile(r"\s+(?:last|this|in|on|after|when|about|yesterday|recently)\b.*$", re.IGNORECASE)
_ROLE = re.compile(
    r"^([A-ZÀ-Þ][\w.'-]+(?: [A-ZÀ-Þ][\w.'-]+)?) (?=(?:mom|mum|dad|mother|father|owner|member|customer|teacher|nurse|"
    r"manager|founder|head|a|an|from the)\b)"
)


@dataclass(frozen=True)
class Quotation:
    """``told``: the brief's own words for who said it ("wrote the Okafor family last summer"), or ""."""

    words: str
    source: str
    told: str = ""


def quotation_in(text: str) -> Quotation | None:
    """The quotation in a sentence: between marks, or followed by "says Jenna"."""
    marked = patterns.QUOTE.search(text)
    if marked:
        words = marked.group(1).strip().rstrip(".,")
        if _TITLE.search(text[: marked.start()]):
            return None  # "Rated “Best of Home Care” by Home Care Pulse"
        return _attributed(words, f"{text[: marked.start()]} {text[marked.end() :]}")
    bare = _UNMARKED.fullmatch(text)
    return _attributed(_capital(bare["words"]), f"{bare['verb']} {bare['who']}") if bare else None


def _attributed(words: str, around: str) -> Quotation:
    text = re.sub(r"\s+", " ", around).strip(" ,.:;–—-")
    after = re.match(rf"{_SAYS}\s+(?P<who>.+)$", text, re.IGNORECASE)
    if after:
        who = after["who"].strip(" ,.:;")
        told = text if _WHEN.search(who) else ""
        return Quotation(words, _named(_WHEN.sub("", who)), told)
    who = re.sub(rf"\s*{_SAYS}\s*[:,]?$|^(?:according to|from|by)\s+", "", text, flags=re.IGNORECASE)
    return Quotation(words, _named(who.strip(" —–-,:")))


def _named(who: str) -> str:
    """ "Jenna mom of 2" with the comma that it wants."""
    return _ROLE.sub(r"\1, ", who)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
