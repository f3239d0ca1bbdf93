"""When everything happens: from measured narration to a timeline in whole frames."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.timeline import SceneTimes, Span, Timeline, Word
from generation.studio.voice.narration import Narration, SpokenScene

# Seconds between a cut and the first word: the picture is there first. The
# second number is what is left of it when the narration is long.
FIRST_LEAD = (0.45, 0.30)
LEAD = (0.30, 0.20)
# Seconds between the last word of a scene and the next cut.
TAIL = (0.28, 0.12)
FINAL_HOLD = 1.3
_LEAST_FINAL_HOLD = 0.8
SHORTEST_SCENE = 1.6
# A scene without a word is looked at for so long.
WORDLESS_SCENE = 2.2
# The end card's part of the time that is left over, the rest goes to the scenes.
_FINAL_SHARE = 0.3
_MOST_EXTRA_FINAL = 2.0
# Of a scene's spare time so much comes before its first word, and never more than this.
_LEAD_SHARE, _MOST_EXTRA_LEAD = 0.3, 0.25
# A cut moves by at most so many seconds to meet a beat.
_FARTHEST_BEAT = 0.2


@dataclass(frozen=True)
class _Slot:
    """One scene while its time is being found: seconds before, of, and after its words."""

    lead: float
    spoken: float
    tail: float
    shortest: float

    @property
    def seconds(self) -> float:
        return max(self.shortest, self.lead + self.spoken + self.tail)


def lay(
    narration: Narration, *, length: float, final_hold: float = FINAL_HOLD, tempo: float | None = None
) -> Timeline:
    """Lay the narration out over ``length`` seconds.

    The ad lasts exactly the wanted length, in whole frames, as long as the
    narration fits; pauses shrink first, and after that the ad grows: no word is
    ever cut (see ``overrun``). The last scene stays at least ``final_hold``
    seconds after its last word where there is room. With a ``tempo`` in beats a
    minute, cuts move to beats where the narration leaves them the freedom.
    Raises ValueError for a narration without scenes or a length that is not positive.
    """
    if not narration.scenes or length <= 0:
        raise ValueError("A timeline needs at least one scene and a positive length.")
    slots = _fitted(narration.scenes, length, final_hold)
    cuts = _cuts(slots, length)
    starts = [cut + slot.lead for cut, slot in zip(cuts, slots, strict=False)]
    if tempo:
        cuts = _on_beats(cuts, starts, [slot.spoken for slot in slots], tempo)
    scenes = tuple(
        _scene(scene, Span(cut, after), start)
        for scene, cut, after, start in zip(narration.scenes, cuts, cuts[1:], starts, strict=False)
    )
    return Timeline(scenes, cuts[-1])


def overrun(timeline: Timeline, *, length: float) -> float:
    """By how many seconds the ad is longer than asked for; 0 when the narration fits."""
    return max(0.0, round(timeline.seconds - length, 3))


def _fitted(scenes: Sequence[SpokenScene], length: float, final_hold: float) -> list[_Slot]:
    """Slots that fill the length if that is possible, and the tightest ones if it is not."""
    roomy = _slots(scenes, final_hold, tightness=0.0)
    spare = length - _total(roomy)
    if spare >= 0:
        return _spread(roomy, spare)
    tight = _slots(scenes, final_hold, tightness=1.0)
    if _total(tight) >= length:
        return tight
    # Between the two the total shrinks steadily, so the right tightness is found by halving.
    low, high = 0.0, 1.0
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if _total(_slots(scenes, final_hold, middle)) > length else (low, middle)
    return _slots(scenes, final_hold, high)


def _slots(scenes: Sequence[SpokenScene], final_hold: float, tightness: float) -> list[_Slot]:
    last = len(scenes) - 1
    hold = (final_hold, min(final_hold, _LEAST_FINAL_HOLD))
    return [
        _Slot(
            lead=_between(FIRST_LEAD if index == 0 else LEAD, tightness),
            spoken=scene.seconds,
            tail=_between(hold if index == last else TAIL, tightness),
            shortest=SHORTEST_SCENE if scene.words else _between((WORDLESS_SCENE, SHORTEST_SCENE), tightness),
        )
        for index, scene in enumerate(scenes)
    ]


def _between(pair: tuple[float, float], share: float) -> float:
    return pair[0] + (pair[1] - pair[0]) * share


def _total(slots: Sequence[_Slot]) -> float:
    return sum(slot.seconds for slot in slots)


def _spread(slots: Sequence[_Slot], spare: float) -> list[_Slot]:
    """Give spare time to the scenes by their length, and a share of its own to the end card."""
    final = min(spare * _FINAL_SHARE, _MOST_EXTRA_FINAL)
    rest = (spare - final) / _total(slots)
    extra = [slot.seconds * rest for slot in slots]
    extra[-1] += final
    return [_longer(slot, more) for slot, more in zip(slots, extra, strict=True)]


def _longer(slot: _Slot, more: float) -> _Slot:
    seconds = slot.seconds + more
    lead = slot.lead + min(_MOST_EXTRA_LEAD, more * _LEAD_SHARE)
    return _Slot(lead, slot.spoken, seconds - lead - slot.spoken, slot.shortest)


def _cuts(slots: Sequence[_Slot], length: float) -> list[float]:
    """Where scenes begin, and the end of the ad, each on a frame."""
    cuts = [0.0]
    now = 0.0
    for slot in slots:
        now += slot.seconds
        cuts.append(_frame(now))
    # A hair over the wanted length is a matter of rounding, not of too many words.
    cuts[-1] = (
        _frame(length) if now <= length + 1e-3 else math.ceil(now * FRAMES_PER_SECOND) / FRAMES_PER_SECOND
    )
    return cuts


def _frame(seconds: float) -> float:
    return round(seconds * FRAMES_PER_SECOND) / FRAMES_PER_SECOND


def _on_beats(
    cuts: Sequence[float], starts: Sequence[float], spoken: Sequence[float], tempo: float
) -> list[float]:
    """Move each inner cut to the nearest beat that lies between the narrations on both sides."""
    moved = list(cuts)
    beat = 60 / tempo
    for index in range(1, len(cuts) - 1):
        target = _frame(round(cuts[index] / beat) * beat)
        earliest = max(starts[index - 1] + spoken[index - 1] + TAIL[1], moved[index - 1] + SHORTEST_SCENE)
        latest = min(starts[index] - LEAD[1], cuts[index + 1] - SHORTEST_SCENE)
        if abs(target - cuts[index]) <= _FARTHEST_BEAT and earliest <= target <= latest:
            moved[index] = target
    return moved


def _scene(scene: SpokenScene, span: Span, start: float) -> SceneTimes:
    words = tuple(Word(word.text, start + word.start, start + word.end) for word in scene.words)
    voice = Span(start, start + scene.seconds) if scene.is_heard else None
    return SceneTimes(span, voice, words)
