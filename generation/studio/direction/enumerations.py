"""Lists, steps and quotes that stand in a sentence."""

import re
from dataclasses import dataclass

from generation.studio.direction.wording import capitalised, sentences, tidy, word_count

LIST = re.compile(r"(?P<items>[^,.;:!?]+(?:,\s[^,.;:!?]+)+),?\s(?:and|or|&)\s(?P<last>[^,.;:!?]+)")
LEAD_IN = re.compile(
    r"^(?:(?:(?:and|try|enjoy|get|choose|from|with|our|discover|find|offering|including|like|we|you|offer|"
    r"have|make|bake|do|sell|love|serve|the|all|both|for)\s)+)",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s(?:too|under|for|in|at|with|from|on|by|without|while|so|that|as well|every|all|you|made|is|are"
    r"|to)\b.*$",
    re.IGNORECASE,
)
LONGEST_ITEM = 4
QUOTED = re.compile(r"(?:[“\"]|«\s?|„)(?P<quote>[^“”\"»]{4,120})(?:[”\"“]|\s?»)")
SPEAKER = re.compile(
    r"(?:says|said|wrote|writes|according to|—|–|~)\s*(?P<source>(?:the\s)?[A-ZÀ-Þ][\w.’'-]*"
    r"(?:\s(?:of\s|the\s)?[A-ZÀ-Þ][\w.’'-]*){0,4})"
)
STEP = re.compile(r"\s*(?:\bthen\b|\band then\b|\bnext\b|\bfinally\b|→|->|\d[.)]\s|;)\s*,?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Quote:
    """What somebody said, without quotation marks, and who (may be empty)."""

    text: str
    source: str


def list_in(text: str) -> tuple[str, ...]:
    """Three or more short things that a sentence names in a row; empty if it does not."""
    for sentence in sentences(text):
        match = LIST.search(sentence)
        if match:
            items = _items([*match["items"].split(","), match["last"]])
            if len(items) >= 3:
                return items
    return ()


def steps_in(text: str) -> tuple[str, ...]:
    """Two to four things to do one after the other; empty if the text does not name them so."""
    parts = [tidy(part).strip(" ,.!") for part in STEP.split(text) if part and part.strip(" ,.!")]
    if len(parts) == 1:
        parts = [tidy(part).strip(" .!") for part in sentences(text)]
    short = [capitalised(re.sub(r"^(?:first|and|you)\s+", "", part, flags=re.IGNORECASE)) for part in parts]
    return tuple(short) if 2 <= len(short) <= 4 and all(1 <= word_count(part) <= 7 for part in short) else ()


def quote_in(text: str) -> Quote | None:
    """The quoted words of a text and their speaker."""
    match = QUOTED.search(text)
    if not match:
        return None
    speaker = SPEAKER.search(text[match.end() :]) or SPEAKER.search(text[: match.start()])
    return Quote(match["quote"].strip(" .,"), _named(speaker["source"]) if speaker else "")


def _items(parts: list[str]) -> tuple[str, ...]:
    """The entries, without what leads to the first and follows the last; empty if one is a whole clause."""
    inner = [LEAD_IN.sub("", parts[0].strip()), *(part.strip() for part in parts[1:-1])]
    items = [*inner, TAIL.sub("", parts[-1].strip())]
    fits = all(0 < word_count(item) <= LONGEST_ITEM for item in items)
    return tuple(capitalised(item) for item in items) if fits else ()


def _named(source: str) -> str:
    return re.sub(r"^the\s", "", source).rstrip(".,")
