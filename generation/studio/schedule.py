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
# A cut moves by at most so many seconds to meet a beat: half a beat of slow music.
_FARTHEST_BEAT = 0.35


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
    minute (``music.tempo_for``), cuts move to beats, and words with them, where
    the narration leaves the freedom.
    Raises ValueError for a narration without scenes or a length that is not positive.
    """
    if not narration.scenes or length <= 0:
        raise ValueError("A timeline needs at least one scene and a positive length.")
    slots = _fitted(narration.scenes, length, final_hold)
    cuts = _cuts(slots, length)
    rough = cuts
    if tempo:
        cuts = _on_beats(slots, cuts, tempo)
    starts = _starts(slots, rough, cuts)
    scenes = tuple(
        _scene(scene, Span(cut, after), start)
        for scene, cut, after, start in zip(narration.scenes, cuts, cuts[1:], starts, strict=False)
    )
    return Timeline(scenes, cuts[-1], narration.is_estimated)


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


def _on_beats(slots: Sequence[_Slot], cuts: Sequence[float], tempo: float) -> list[float]:
    """Move each inner cut to the nearest beat that leaves both its scenes enough time.

    The last cut stays where it is: the music puts a bar line there.
    """
    moved, beat = list(cuts), 60 / tempo
    for index in range(1, len(cuts) - 2):
        earliest = moved[index - 1] + _least(slots[index - 1], is_first=index == 1)
        latest = cuts[index + 1] - _least(slots[index], is_first=False)
        free = [at for at in _near(cuts[index], beat) if earliest <= at <= latest]
        # Where no beat is free, the middle between two is the next best.
        free = free or [at for at in _near(cuts[index], beat / 2) if earliest <= at <= latest]
        if free:
            moved[index] = min(free, key=lambda at: abs(at - cuts[index]))
    return moved


def _near(cut: float, step: float) -> list[float]:
    """The multiples of ``step`` around a cut, on frames, that are not too far from it."""
    number = round(cut / step)
    around = [_frame(near * step) for near in (number - 1, number, number + 1)]
    return [at for at in around if abs(at - cut) <= _FARTHEST_BEAT]


def _least(slot: _Slot, *, is_first: bool) -> float:
    """The seconds that a scene cannot do without."""
    lead = (FIRST_LEAD if is_first else LEAD)[1]
    return max(min(slot.shortest, slot.seconds), lead + slot.spoken + TAIL[1])


def _starts(slots: Sequence[_Slot], rough: Sequence[float], cuts: Sequence[float]) -> list[float]:
    """When each scene is spoken: where it was, or as far from there as its moved cuts ask for."""
    found = []
    for index, slot in enumerate(slots):
        lead = min((FIRST_LEAD if index == 0 else LEAD)[1], slot.lead)
        latest = cuts[index + 1] - slot.spoken - min(TAIL[1], slot.tail)
        found.append(min(max(rough[index] + slot.lead, cuts[index] + lead), latest))
    return found


def _scene(scene: SpokenScene, span: Span, start: float) -> SceneTimes:
    words = tuple(Word(word.text, start + word.start, start + word.end) for word in scene.words)
    voice = Span(start, start + scene.seconds) if scene.is_heard else None
    return SceneTimes(span, voice, words)
