"""When things appear: word after word, in step with the voice where there is one."""

import re
from collections.abc import Sequence

from generation.studio.timeline import Word

_PLAIN = re.compile(r"[^\w%€$£₹¥]+")


def staggered(count: int, *, start: float, gap: float) -> tuple[float, ...]:
    """``count`` start times, ``gap`` seconds apart."""
    return tuple(start + i * gap for i in range(count))


def evenly(count: int, *, start: float, end: float) -> tuple[float, ...]:
    """``count`` times spread from ``start`` towards ``end``; the last leaves its own share of rest."""
    if count <= 0:
        return ()
    step = max(end - start, 0.0) / count
    return tuple(start + i * step for i in range(count))


def _plain(text: str) -> str:
    return _PLAIN.sub("", text).casefold()


def said_at(phrase: str, words: Sequence[Word], *, after: float = 0.0) -> float | None:
    """When ``phrase`` begins to be spoken, or None when it is not.

    Words count as equal without punctuation and case. The longest match of the
    phrase's opening words wins, at or after the time ``after`` (seconds, the
    same clock as ``words``).
    """
    wanted = [p for p in map(_plain, phrase.split()) if p]
    heard = [(_plain(word.text), word.start) for word in words if word.start >= after - 1e-6]
    best: tuple[int, float] | None = None
    for i in range(len(heard)):
        length = 0
        for want, (got, _) in zip(wanted, heard[i:], strict=False):
            if want != got:
                break
            length += 1
        if length and (best is None or length > best[0]):
            best = (length, heard[i][1])
    return best[1] if best else None
