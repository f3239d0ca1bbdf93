"""Scripts that are written without spaces: a sentence is one word there, and captions need smaller pieces."""

from collections.abc import Sequence
from dataclasses import replace

from generation.studio.timeline import Word
from generation.studio.typesetting.scripts import is_ideographic
from generation.studio.typesetting.segments import GLUE, segments

SPARSE, DENSE = 17.0, 8.0
"""Letters a second that are read at a glance: of alphabets, and Chinese or Japanese characters. Netflix's
timed text style guides ask for 20 and 4 at most where a viewer has nothing else to read the story from."""

LONGEST_WORD = 9
"""Room that a word takes at most; see ``length``. 烤面包 takes six, with its comma eight."""


def joined(texts: Sequence[str]) -> str:
    """Words as a reader writes them: with spaces, but with none inside Chinese or Japanese."""
    whole = ""
    for text in texts:
        touching = whole and _touch(whole[-1], text[:1])
        whole += text if touching or not whole else f" {text}"
    return whole


def _touch(before: str, behind: str) -> bool:
    """Two characters without a space between them; a figure counts as one where the other is."""
    kinds = [is_ideographic(sign) or sign in "0123456789¥￥%" for sign in (before, behind)]
    return all(kinds) and (is_ideographic(before) or is_ideographic(behind))


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
        found += _divided(word, latest) if _is_clause(word.text) else [word]
    return tuple(found)


def _is_clause(text: str) -> bool:
    """More than a word: a voice that knows the language has found the words by itself."""
    return is_ideographic(text) and length(text) > LONGEST_WORD


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
