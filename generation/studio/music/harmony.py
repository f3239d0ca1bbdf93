"""Chords: which notes sound over a degree, and how one chord leads to the next."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from generation.studio.music.form import Bar
from generation.studio.music.moods import MINOR, Mood

_DOMINANT, _SUBDOMINANT, _SUBTONIC = 4, 3, 6
_CENTRE = 62


@dataclass(frozen=True)
class Chord:
    """One bar's harmony: its degree, its notes around the middle of the keyboard, its bass note."""

    degree: int
    notes: tuple[int, ...]
    bass: int


@dataclass(frozen=True)
class Key:
    """A tonic (MIDI note number) and a scale."""

    tonic: int
    scale: tuple[int, ...]

    def note(self, step: int, octave: int = 0) -> int:
        """The MIDI note ``step`` scale steps above the tonic; steps may be negative."""
        return self.tonic + 12 * (step // 7 + octave) + self.scale[step % 7]


def rubs(note: int, chord: Chord) -> bool:
    """Whether a note a semitone above one of the chord's, in any octave, or a semitone below its bass."""
    return any((note - other) % 12 == 1 for other in chord.notes) or (note - chord.bass) % 12 in (1, 11)


def choose_key(mood: Mood, chance: random.Random) -> Key:
    return Key(chance.choice((57, 58, 60, 62, 63, 64, 65)), mood.scale)


def chords(bars: Sequence[Bar], *, key: Key, mood: Mood, chance: random.Random) -> tuple[Chord, ...]:
    """One chord a bar: the progression, a dominant before the hit, home on the hit and at the end."""
    progression, colour = chance.choice(mood.progressions), chance.choice(mood.colours)
    found: list[Chord] = []
    for index, bar in enumerate(bars):
        degree = _degree(index, bars, progression, mood.scale)
        plain = (0, 2, 4) if bar.part == "end" else colour
        found.append(_chord(degree, plain, key, found[-1].notes if found else ()))
    return tuple(found)


def _degree(index: int, bars: Sequence[Bar], progression: Sequence[int], scale: Sequence[int]) -> int:
    bar = bars[index]
    if bar.part == "end":
        return 0
    if bar.part == "build":
        return _SUBTONIC if scale == MINOR else _DOMINANT
    if bar.part == "hit":
        hits = [place for place, other in enumerate(bars) if other.part == "hit"]
        # Home first, then away by a fourth, so that the final chord comes home again.
        return 0 if index == hits[0] or index != hits[-1] else _SUBDOMINANT
    return progression[index % len(progression)]


def _chord(degree: int, colour: Sequence[int], key: Key, before: Sequence[int]) -> Chord:
    classes = [key.note(degree + step) for step in colour]
    bass = key.note(degree) % 12 + 36
    notes = _led(classes, before or (_CENTRE,))
    return Chord(degree, notes, bass if bass >= 38 or bass + 12 > 47 else bass + 12)


def _near(note: int, centre: float) -> int:
    """The same note in the octave nearest to ``centre``."""
    return note - 12 * round((note - centre) / 12)


def _led(classes: Sequence[int], before: Sequence[int]) -> tuple[int, ...]:
    """The voicing that moves least from the chord before, without drifting off or rubbing."""
    centre = (sum(before) / len(before) + _CENTRE) / 2
    options = [
        tuple(sorted(_near(note, centre + shift) for note in classes)) for shift in (-5, -3, -1, 0, 1, 3, 5)
    ]
    return min([*options, *map(_opened, options)], key=lambda notes: _movement(notes, before))


def _opened(notes: tuple[int, ...]) -> tuple[int, ...]:
    """The voicing with the lower of two neighbours an octave higher: a seventh apart they do not rub."""
    rubbing = {note for note, after in pairwise(notes) if after - note == 1}
    return tuple(sorted(note + 12 if note in rubbing else note for note in notes))


def _movement(notes: Sequence[int], before: Sequence[int]) -> float:
    moved = sum(min(abs(note - other) for other in before) for note in notes)
    doubled = len(notes) - len(set(notes))
    # Two neighbours on the keyboard rub: a seventh belongs above its root, not right below it.
    rubbing = sum(after - note == 1 for note, after in pairwise(notes))
    return moved + 0.4 * abs(sum(notes) / len(notes) - _CENTRE) + 20 * doubled + 8 * rubbing
