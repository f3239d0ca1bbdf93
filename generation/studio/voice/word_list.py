"""A pronunciation dictionary of 90,000 words in a tenth of a ``dict``: one text, and where its lines end."""

import bisect
import json
from array import array
from collections.abc import Mapping
from itertools import accumulate

_Pronunciation = str | dict[str, str | None]


class WordList:
    """Looks words up as misaki's dictionaries do, with the capital or small first letter that is not listed.

    A pronunciation is a string, or one for each part of speech.
    """

    def __init__(self, words: Mapping[str, _Pronunciation]):
        lines = [f"{word}\n{_written(words[word])}" for word in sorted(words)]
        self._ends = array("I", accumulate(map(len, lines)))
        self._text = "".join(lines)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and self.get(word) is not None

    def __getitem__(self, word: str) -> _Pronunciation:
        found = self.get(word)
        if found is None:
            raise KeyError(word)
        return found

    def get(self, word: str, default: _Pronunciation | None = None) -> _Pronunciation | None:
        """The pronunciation of a word, also of one that is listed with another first letter."""
        found = self._listed(word)
        if found is None and (other := _other_case(word)):
            found = self._listed(other)
        return default if found is None else found

    def _listed(self, word: str) -> _Pronunciation | None:
        key = f"{word}\n"
        place = bisect.bisect_left(range(len(self._ends)), key, key=self._line)
        line = self._line(place) if place < len(self._ends) else ""
        if not line.startswith(key):
            return None
        found = line[len(key) :]
        if found.startswith("{"):
            by_part_of_speech: dict[str, str | None] = json.loads(found)
            return by_part_of_speech
        return found

    def _line(self, place: int) -> str:
        begin = self._ends[place - 1] if place else 0
        return self._text[begin : self._ends[place]]


def _written(pronunciation: _Pronunciation) -> str:
    return pronunciation if isinstance(pronunciation, str) else json.dumps(pronunciation, ensure_ascii=False)


def _other_case(word: str) -> str:
    """A small word with a capital and the other way round; nothing for words of another pattern."""
    small = word.lower()
    if len(word) < 2:
        return ""
    if word == small:
        return "" if small == small.capitalize() else small.capitalize()
    return small if word == small.capitalize() else ""
