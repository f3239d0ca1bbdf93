"""Very short lines said with a neighbour: "Bars are $9." is no scene of its own."""

from collections.abc import Sequence
from dataclasses import replace

from generation.crew.copywriter.lines.beats import Beat
from generation.studio.script import Intent

_SHORT, _TOGETHER = 3, 18
_WHOLE = {Intent.QUOTE, Intent.STEPS, Intent.BEFORE_AFTER, Intent.HOOK, Intent.ACTION}
_FEWEST = 3


def in_breaths(beats: Sequence[Beat]) -> list[Beat]:
    """The beats with each line of two or three words told in the scene beside it, where that has room."""
    told = list(beats)
    for beat in beats:
        if beat not in told or len(told) <= _FEWEST or not _is_short(beat):
            continue
        place = told.index(beat)
        for at in (place - 1, place + 1):
            if 0 < at < len(told) - 1 and _takes(told[at], beat):
                first, second = (told[at], beat) if at < place else (beat, told[at])
                told[min(at, place) : max(at, place) + 1] = [_both(first, second, shown=told[at])]
                break
    return told


def _is_short(beat: Beat) -> bool:
    plain = beat.place not in {0, 9} and not (beat.kept or beat.items) and beat.intent not in _WHOLE
    return plain and len(beat.narration.split()) <= _SHORT and not beat.narration.endswith("?")


def _takes(beat: Beat, short: Beat) -> bool:
    free = not (beat.kept or beat.items) and beat.intent not in _WHOLE
    same = (beat.intent is Intent.OFFER) == (short.intent is Intent.OFFER)
    return free and same and len(f"{beat.narration} {short.narration}".split()) <= _TOGETHER


def _both(first: Beat, second: Beat, *, shown: Beat) -> Beat:
    """Two lines in one scene, with the picture of the longer one."""
    words = tuple(dict.fromkeys((*first.words, *second.words)))
    if first.figure and second.figure:  # of two numbers none stands big over both
        shown = replace(shown, figure="", figure_label="")
    return replace(
        shown,
        versions=(f"{first.narration} {second.narration}",),
        words=words,
        place=first.place,
        order=first.order,
    )
