"""Long rows of things told in part: as many of the first entries as there is breath for, joined by "and"."""

import re

from generation.crew.copywriter.grammar.reading import parse

_FEWEST = 3
_ENTRY = re.compile(
    r",\s+(?:and\s+)?(?!\d{3}\b)|\s+and\s+(?=(?:an?|the|our|my|two|three|four|five|six|\d+)\s)"
)
_FINITE = {"VBZ", "VBP", "VBD", "MD"}
_NOT_A_THING = re.compile(
    r"(?:if|when|so|but|or|which|who|where|because|not|then|we|you|i|they|it|it's|there|with|from|for|at|on|in|by|until)\b",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\b(?:in|around|across|near|at|from) (?:the )?[A-Z]|, [A-Z]\w+ and [A-Z]")
_SEVERAL = re.compile(r"[a-z] and | and [a-z]")
_PRICED = re.compile(r"[€$£]\d|\d\s?%|\bfree\b", re.IGNORECASE)


def fewer(sentence: str) -> tuple[str, ...]:
    """The sentence without the last entries of its row, longest first; nothing when it ends in no row of things."""
    bare = sentence.rstrip(".")
    if bare.endswith("?") or "“" in bare or ":" in bare or _PRICED.search(bare):
        return ()
    borders = list(_ENTRY.finditer(bare))
    parts = [bare[start:end] for start, end in _spans(bare, borders)]
    first = _first_entry(parts)
    told = []
    for count in range(len(parts) - 1, first + _FEWEST - 1, -1):
        head, last, rest = (
            bare[: borders[count - 2].start()],
            parts[count - 1],
            bare[borders[count - 1].start() :],
        )
        if not _SEVERAL.search(last) and not _WHERE.search(rest):
            told.append(f"{head} and {last}.")
    return tuple(told) if len(parts) - first >= _FEWEST else ()


def fewer_deeds(sentence: str) -> tuple[str, ...]:
    """ "It sends invoices, chases late payers and tells you what to put aside" without the last of what it does."""
    parts = re.split(r",? and (?=[a-z]+s )|, (?=[a-z]+s )", sentence.rstrip("."))
    if len(parts) < 3 or not all(_is_a_deed(part) for part in parts[1:]) or _PRICED.search(sentence):
        return ()
    return tuple(
        f"{', '.join(parts[: count - 1])} and {parts[count - 1]}."
        for count in range(len(parts) - 1, 1, -1)
        if not _SEVERAL.search(parts[count - 1]) and not _WHERE.search(" ".join(parts[count:]))
    )


def _is_a_deed(part: str) -> bool:
    return bool(parse(f"It {part}.")[1].tag_ == "VBZ")


def _spans(bare: str, borders: list[re.Match[str]]) -> list[tuple[int, int]]:
    starts = [0, *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), len(bare)]
    return list(zip(starts, ends, strict=True))


def _first_entry(parts: list[str]) -> int:
    """The place of the first part behind which only things stand."""
    place = len(parts) - 1
    while place > 0 and _is_a_thing(parts[place]):
        place -= 1
    return place


def _is_a_thing(part: str) -> bool:
    doc = parse(f"We have {part}.")[2:]
    led = re.search(r"\b(?:that|who|which|where|whose)\b", part) is not None
    told = any(token.tag_ in _FINITE for token in doc)
    return _NOT_A_THING.match(part) is None and (led or not told) and doc[0].tag_ not in {"VB", "VBN", "VBZ"}
