"""The index of pictures: which words call up which picture, read from the file beside the pictures."""

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generation.studio.illustrations.nouns import singular, tokens

FOLDER = Path(__file__).parent.parent / "assets" / "illustrations"
NEVER = "-"

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One way to say a picture. ``name`` is "-" for a turn of phrase that must not be illustrated."""

    name: str
    topic: str
    phrase: Phrase
    is_ambiguous: bool
    is_association: bool


@cache
def entries() -> dict[str, tuple[Entry, ...]]:
    """All entries by the first word of their phrase, the longest phrases first."""
    by_word: dict[str, list[Entry]] = defaultdict(list)
    for entry in _read((FOLDER / "index.txt").read_text(encoding="utf-8")):
        by_word[entry.phrase[0]].append(entry)
    return {
        word: tuple(sorted(found, key=lambda entry: -len(entry.phrase))) for word, found in by_word.items()
    }


@cache
def indexed_names() -> tuple[str, ...]:
    """The names of all pictures in the index, in its order."""
    found = _read((FOLDER / "index.txt").read_text(encoding="utf-8"))
    return tuple(dict.fromkeys(entry.name for entry in found if entry.name != NEVER))


def _read(text: str) -> list[Entry]:
    topic, found = "", []
    for line in text.splitlines():
        if line.startswith("["):
            topic = line.strip("[] ")
        elif line and not line.startswith("#"):
            name, _, words = line.partition(": ")
            found += [_entry(name, topic, word) for word in words.split(", ")]
    return found


def _entry(name: str, topic: str, word: str) -> Entry:
    mark = word[-1]
    phrase = tuple(singular(token) for token in tokens(word))
    return Entry(name, topic, phrase, is_ambiguous=mark == "?", is_association=mark == "~")
