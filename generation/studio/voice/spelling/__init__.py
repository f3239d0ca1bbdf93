"""How a word that is in no dictionary is probably spoken: by its parts, or by its letters."""

import gzip
import json
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path

from generation.studio.voice.spelling.rules import sounds

# Parts shorter than this match by accident ("in", "ate").
_SHORTEST_PART = 4
_SHORTEST_REST = 3
_PRIMARY, _SECONDARY = "ˈ", "ˌ"
_VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻ")
_TRANSLITERATED = {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "th", "þ": "th"}

# Addresses in an English ad are often German, Dutch or French.
_STREETS = {"strasse": "ʃtɹˌɑsə", "straat": "stɹˌɑt", "platz": "plˌɑts", "plein": "plˌIn"}

Known = Callable[[str], str | None]


def guess(text: str, *, british: bool, known: Known | None = None) -> str:
    """Phonemes for ``text``; never empty as long as it has a letter.

    ``known`` looks a part up in a dictionary.
    """
    word = latin(text)
    if known and (parts := _compound(word, known)):
        return parts
    rules = _rules("gb" if british else "us")
    for ending, spoken in _STREETS.items():
        if word.endswith(ending):
            head = "".join(sounds(word.removesuffix(ending), rules))
            return _stressed(head) + spoken
    return _stressed("".join(sounds(word, rules))) or "ə" * bool(word)


def latin(text: str) -> str:
    """Lower-case letters a–z only: "Hafenstraße" → "hafenstrasse", "Café" → "cafe"."""
    lower = "".join(_TRANSLITERATED.get(sign, sign) for sign in text.lower())
    plain = unicodedata.normalize("NFKD", lower)
    return "".join(sign for sign in plain if "a" <= sign <= "z")


def _compound(word: str, known: Known) -> str | None:
    """ "sunbrew" as "sun" and "brew": the split whose shorter part is longest."""
    cuts = range(_SHORTEST_REST, len(word) - _SHORTEST_REST + 1)
    by_balance = sorted(cuts, key=lambda cut: abs(2 * cut - len(word)))
    for cut in by_balance:
        if max(cut, len(word) - cut) < _SHORTEST_PART:
            continue
        first, second = known(word[:cut]), known(word[cut:])
        if first and second:
            return first + second.replace(_PRIMARY, _SECONDARY)
    return None


def _stressed(phonemes: str) -> str:
    """Exactly one main stress: the first one found, or the first vowel."""
    head, mark, tail = phonemes.partition(_PRIMARY)
    if mark:
        return head + mark + tail.replace(_PRIMARY, "")
    if _SECONDARY in phonemes:
        return phonemes.replace(_SECONDARY, _PRIMARY, 1)
    place = next((index for index, sign in enumerate(phonemes) if sign in _VOWELS), None)
    return phonemes if place is None else phonemes[:place] + _PRIMARY + phonemes[place:]


@cache
def _rules(accent: str) -> dict[str, str]:
    """The rules that ``learn`` wrote down for "us" or "gb"."""
    path = Path(__file__).with_name(f"{accent}.json.gz")
    rules: dict[str, str] = json.loads(gzip.decompress(path.read_bytes()))
    return rules
