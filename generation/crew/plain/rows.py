"""The entries of a row, to be drawn as a list: "Productos ecológicos, personal asegurado y la misma persona"."""

import re

from generation.crew.plain.tongues import Tongue

_FEWEST, _MOST, _LONGEST = 3, 5, 4

# A row in a sentence with a verb has a first entry that is no entry: "Wir bauen Küchen, Schränke und Tische".
LED = re.compile(
    r"(?:wir|ich|sie|er|es|bei|nous|je|on|vous|elle|il|noi|nós|nosotr\w+|hay|incluye|tiene|tem|ha|hat|offre|ofrece|oferece|bietet|lui|lei|\w+(?:amos|emos|imos|iamo))\b",
    re.IGNORECASE,
)

_BOUND = re.compile(
    r"(?:de|del|en|con|por|para|sin|desde|du|des|avec|à|au|aux|pour|dès|chez|dans|in|im|mit|am|an|auf|bei|von|vom|für|ohne|"
    r"ab|bis|di|da|dal|per|nel|nella|em|no|na|com|que|qui|che|die|der|das|wo|où|aber|pero|mais|ma)\s",
    re.IGNORECASE,
)
"""How an entry begins that belongs to the one before it: "Honig aus der Rhön, | von 40 Völkern"."""


def row_of(sentence: str, tongue: Tongue) -> tuple[str, ...]:
    """Three to five short entries, where the sentence is nothing else than a row of them, or a word and a colon before
    it; else none.
    """
    return tuple(f"{one[:1].upper()}{one[1:]}" for one in entries_of(sentence, tongue))


def entries_of(sentence: str, tongue: Tongue) -> list[str]:
    """The same entries as the sentence writes them."""
    bare = sentence.strip().rstrip(".")
    led, colon, after = bare.partition(": ")
    row = after if colon and len(led.split()) <= 2 else bare
    if re.search(r"[.:?!“”]", row) or LED.match(row):
        return []
    entries = re.split(r",\s+", row)
    entries = [*entries[:-1], *re.split(rf"\s(?:{tongue.and_}|oder|o|ou)\s", entries[-1], maxsplit=1)]
    fits = _FEWEST <= len(entries) <= _MOST and all(0 < len(one.split()) <= _LONGEST for one in entries)
    return entries if fits and not any(_BOUND.match(one) for one in entries) else []
