"""Small words by which the place of a noun is told: prepositions, verbs, what measures and what denies."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent.parent / "assets" / "illustrations" / "words.txt"


@cache
def small_words(*groups: str) -> frozenset[str]:
    """The words of these groups of ``words.txt``, in lower case without accents."""
    found, name = set[str](), ""
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif name in groups and not line.startswith("#"):
            found.update(line.split())
    return frozenset(found)
