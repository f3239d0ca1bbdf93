"""Splitting a scene's words into captions at the best places."""

from collections.abc import Sequence

from generation.studio.captions.binding import binding, ends_sentence, is_function_word
from generation.studio.captions.cue import LINE_LETTERS, MOST_WORDS, in_lines
from generation.studio.captions.writing import length
from generation.studio.timeline import Word

_BEST_WORDS = 4
_UNEVEN_COST = 0.7
_LONE_WORD_COST = 7.0
_LONE_FUNCTION_WORD_COST = 300.0
# A caption that runs on over the end of a sentence.
_RUN_ON_COST = 40.0
# A caption that stays while nobody speaks.
_LONG_GAP, _GAP_COST = 0.6, 12.0
_OVERLONG_COST = 60.0
_IMPOSSIBLE = float("inf")


def split(words: Sequence[Word]) -> list[tuple[Word, ...]]:
    """Cut the words into captions; every word is in exactly one, in order.

    The cheapest of all ways to cut, by dynamic programming: ``best[end]`` is
    the cost of the best way to cut the first ``end`` words and where its last
    caption begins.
    """
    texts = [word.text for word in words]
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        starts = range(max(0, end - MOST_WORDS), end)
        best.append(min((best[start][0] + _cost(words, texts, start, end), start) for start in starts))
    cues: list[tuple[Word, ...]] = []
    end = len(words)
    while end > 0:
        start = best[end][1]
        cues.append(tuple(words[start:end]))
        end = start
    return cues[::-1]


def _cost(words: Sequence[Word], texts: Sequence[str], start: int, end: int) -> float:
    count = end - start
    shown = in_lines(tuple(texts[start:end]))
    if count > 1 and sum(map(length, shown)) > 2 * LINE_LETTERS:
        return _IMPOSSIBLE
    cost = binding(texts, end) if end < len(texts) else 0.0
    cost += _UNEVEN_COST * (count - _BEST_WORDS) ** 2
    cost += _OVERLONG_COST * (count > 1 and max(map(length, shown)) > LINE_LETTERS)
    cost += _RUN_ON_COST * sum(ends_sentence(text) for text in texts[start : end - 1])
    cost += _GAP_COST * sum(
        b.start - a.end > _LONG_GAP for a, b in zip(words[start:end], words[start + 1 : end], strict=False)
    )
    return cost + (_lone_cost(texts[start]) if count == 1 else 0.0)


def _lone_cost(text: str) -> float:
    if ends_sentence(text):
        return _LONE_WORD_COST
    return _LONE_FUNCTION_WORD_COST if is_function_word(text) else _LONE_WORD_COST
