"""Captions: the spoken words in pieces that are read in one glance, with their times."""

from collections.abc import Sequence

from generation.studio.captions.cue import Cue
from generation.studio.captions.files import srt, web_vtt
from generation.studio.captions.phrases import split
from generation.studio.captions.writing import in_pieces, joined, reading_seconds
from generation.studio.timeline import Timeline, Word

__all__ = ["Cue", "cues", "srt", "web_vtt"]

SHORTEST_CUE = 0.5
# A caption stays a moment after its last word, and does not blink off just before the next.
_LINGER = 0.35
_SHORTEST_BLINK = 0.30


def cues(timeline: Timeline) -> tuple[Cue, ...]:
    """All captions in order. They never overlap, and none outlasts its scene."""
    found: list[Cue] = []
    for scene in timeline.scenes:
        if not scene.words:
            continue
        groups = split(in_pieces(scene.words, until=scene.span.end))
        latest = [group[0].start for group in groups[1:]] + [scene.span.end]
        found += [_cue(group, until) for group, until in zip(groups, latest, strict=True)]
    return _apart(found)


def _cue(words: Sequence[Word], latest: float) -> Cue:
    start, spoken = words[0].start, words[-1].end
    needed = max(SHORTEST_CUE, reading_seconds(joined([word.text for word in words])))
    end = max(spoken + _LINGER, start + needed)
    if latest - end < _SHORTEST_BLINK and latest - spoken < _LINGER + _SHORTEST_BLINK:
        end = latest
    return Cue(round(start, 3), round(max(start, min(end, latest)), 3), tuple(words))


def _apart(found: Sequence[Cue]) -> tuple[Cue, ...]:
    """End every caption before the next begins, also across scenes."""
    starts = [*(cue.start for cue in found[1:]), float("inf")]
    return tuple(
        Cue(cue.start, min(cue.end, start), cue.words) for cue, start in zip(found, starts, strict=False)
    )
