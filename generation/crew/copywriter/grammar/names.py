"""Place names in a brief that was typed without capitals."""

import re

from generation.crew.copywriter.grammar.reading import parse

_AFTER = re.compile(
    r"\b(in|from|near|around|across|at|next to)( the)? ([a-z]{4,}(?: [a-z]{4,})?)\b(?!\.\w|@)"
)
_PLACES = {"GPE", "LOC", "FAC", "NORP"}


def with_capitals(text: str) -> str:
    """The text with place names capitalised, if it has no capital letter of its own; otherwise as it is."""
    if re.search(r"(?<!\w)[A-Z][a-z]", text):
        return text
    return _AFTER.sub(_tested, text)


def _tested(match: re.Match[str]) -> str:
    if parse(f"We made them {match.group(1)} {match.group(3)}.")[4].dep_ == "amod":
        return match.group()  # "in small batches"
    for words in (match.group(3), match.group(3).split()[0]):
        titled = words.title()
        doc = parse(f"We live {match.group(1)}{match.group(2) or ''} {titled}.")
        if any(entity.label_ in _PLACES and entity.text.endswith(titled) for entity in doc.ents):
            return match.group().replace(words, titled, 1)
    return match.group()
