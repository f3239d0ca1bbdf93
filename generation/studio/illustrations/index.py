"""The index of pictures: which words call up which picture, read from the files beside the pictures."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generation.studio.illustrations.nouns import ENGLISH, base, tokens

FOLDER = Path(__file__).parent.parent / "assets" / "illustrations"
NEVER = "-"
GENERIC_TOPICS = {"time", "symbols"}

Phrase = tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """One way to say a picture. ``name`` is "-" for a turn of phrase that must not be illustrated.

    A trade names a business or what it makes; a generic picture stands for no product.
    """

    name: str
    topic: str
    phrase: Phrase
    is_ambiguous: bool = False
    is_association: bool = False
    is_trade: bool = False

    @property
    def is_generic(self) -> bool:
        return self.topic in GENERIC_TOPICS


@cache
def entries(language: str = ENGLISH) -> dict[str, tuple[Entry, ...]]:
    """All entries of a language by the first word of their phrase, the longest phrases first.

    A language that the index does not know has none.
    """
    by_word: dict[str, list[Entry]] = defaultdict(list)
    for entry in _english() if language == ENGLISH else _abroad(language):
        by_word[entry.phrase[0]].append(entry)
    return {
        word: tuple(sorted(found, key=lambda entry: -len(entry.phrase))) for word, found in by_word.items()
    }


@cache
def indexed_names() -> tuple[str, ...]:
    """The names of all pictures in the index, in its order."""
    return tuple(dict.fromkeys(entry.name for entry in _english() if entry.name != NEVER))


@cache
def _english() -> tuple[Entry, ...]:
    topic, found = "", list[Entry]()
    for line in _lines("index.txt"):
        if line.startswith("["):
            topic = line.strip("[] ")
        else:
            name, _, words = line.partition(": ")
            found += [_entry(name, topic, word, ENGLISH) for word in words.split(", ")]
    return tuple(found)


@cache
def _abroad(language: str) -> tuple[Entry, ...]:
    """The entries of a line such as "bread | es: pan, panadería! | fr: pain" for one language."""
    topics = {entry.name: entry.topic for entry in _english()}
    found = list[Entry]()
    for line in _lines("abroad.txt"):
        name, *spoken = line.split(" | ")
        for one in spoken:
            tag, _, words = one.partition(": ")
            if tag == language:
                found += [_entry(name, topics.get(name, ""), word, language) for word in words.split(", ")]
    return tuple(found)


def _lines(name: str) -> Iterator[str]:
    for line in (FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()


def _entry(name: str, topic: str, word: str, language: str) -> Entry:
    mark = word[-1]
    phrase = tuple(base(token, language) for token in tokens(word))
    return Entry(
        name,
        topic,
        phrase,
        is_ambiguous=mark == "?",
        is_association=mark == "~",
        is_trade=mark == "!",
    )
