"""Scripts that are written without spaces: a sentence is one word there, and captions need smaller pieces."""

from collections.abc import Sequence
from dataclasses import replace

from generation.studio.timeline import Word
from generation.studio.typesetting.scripts import is_ideographic
from generation.studio.typesetting.segments import GLUE, segments

SPARSE, DENSE = 17.0, 8.0
"""Letters a second that are read at a glance: of alphabets, and Chinese or Japanese characters. Netflix's
timed text style guides ask for 20 and 4 at most where a viewer has nothing else to read the story from."""


def joined(texts: Sequence[str]) -> str:
    """Words as a reader writes them: with spaces, but with none inside Chinese or Japanese."""
    whole = ""
    for text in texts:
        touching = whole and is_ideographic(whole[-1]) and is_ideographic(text[:1])
        whole += text if touching or not whole else f" {text}"
    return whole


def length(text: str) -> int:
    """How much room a text takes, in letters of an alphabet: a Chinese or Japanese character takes two."""
    return sum(2 if is_ideographic(char) else 1 for char in text)


def reading_seconds(text: str) -> float:
    """How long it takes to read a text at ease."""
    dense = sum(is_ideographic(char) for char in text)
    return dense / DENSE + (len(text) - dense) / SPARSE


def in_pieces(words: Sequence[Word], *, until: float) -> tuple[Word, ...]:
    """The words, those without spaces in them divided where a line may break; times in proportion.

    A piece lasts as long as it is spoken, or as long as it takes to read where
    nothing else is said until then; ``until`` is when the scene is over.
    """
    found: list[Word] = []
    for i, word in enumerate(words):
        latest = words[i + 1].start if i + 1 < len(words) else until
        found += _divided(word, latest) if is_ideographic(word.text) else [word]
    return tuple(found)


def _divided(word: Word, latest: float) -> list[Word]:
    parts = [part.rstrip(GLUE) for part in segments(word.text)]
    whole = sum(map(length, parts))
    end = max(word.end, min(latest, word.start + reading_seconds(word.text)))
    now, pieces = word.start, []
    for part in parts:
        later = now + (end - word.start) * length(part) / max(whole, 1)
        pieces.append(replace(word, text=part, start=round(now, 3), end=round(later, 3)))
        now = later
    return pieces
