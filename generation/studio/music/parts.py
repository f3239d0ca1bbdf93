"""The tuned instruments: pads, chords, arpeggio, melody and bass, bar by bar."""

import random
from dataclasses import dataclass

from generation.studio.music.form import Bar
from generation.studio.music.harmony import Chord, Key, rubs
from generation.studio.music.score import ARP, BASS, COMP_LEFT, COMP_RIGHT, LEAD, PAD_LEFT, PAD_RIGHT, Page

_HELD = 0.8
"""The share of its time for which the final chord is held; the rest is the room's."""

# Onsets in beats, with length in beats and accent.
_COMPING: dict[str, tuple[tuple[float, float, float], ...]] = {
    "eighths": tuple((step / 2, 0.4, 72 if step % 2 == 0 else 56) for step in range(8)),
    "muted": tuple((step / 2, 0.35, 74 if step in (0, 3, 6) else 54) for step in range(8)),
    "pushed": ((0, 0.9, 78), (1.5, 0.45, 66), (2, 0.4, 58), (2.5, 0.9, 74), (3.5, 0.45, 64)),
    "strummed": ((0, 0.9, 78), (1, 0.45, 62), (1.5, 0.4, 52), (2.5, 0.4, 58), (3, 0.5, 70), (3.5, 0.4, 54)),
    "offbeat": ((0.5, 0.25, 70), (1.5, 0.25, 74), (2.5, 0.25, 70), (3.5, 0.25, 76)),
    "pumping": tuple((step / 2, 0.42, 56 if step % 2 == 0 else 78) for step in range(8)),
    "held": ((0, 3.9, 66),),
    "broken": ((0, 1.9, 66), (2, 1.9, 58)),
    "late": ((0, 1.4, 66), (1.5, 2.4, 60)),
}
# Onsets in beats, steps through the chord, octave.
_ARPING: dict[str, tuple[tuple[float, int, int], ...]] = {
    "rolling": tuple((step / 2, (0, 1, 2, 3, 2, 1, 2, 3)[step], 0) for step in range(8)),
    "falling": tuple((step / 2, (3, 2, 1, 0, 2, 1, 0, 1)[step], 0) for step in range(8)),
    "answers": ((1.5, 2, 0), (2, 3, 0), (2.5, 1, 0), (3.5, 2, 0)),
    "sixteenths": tuple((step / 4, (0, 2, 1, 3)[step % 4], 1 if step % 8 > 5 else 0) for step in range(16)),
}
# Onsets in beats, semitones above the root, length in beats.
_BASS_LINES: dict[str, tuple[tuple[float, int, float], ...]] = {
    "pop": ((0, 0, 1.4), (1.5, 0, 0.45), (2, 0, 1.2), (3.5, 7, 0.45)),
    "driving": tuple((step / 2, 0, 0.42) for step in range(8)),
    "octaves": tuple((step / 2, 12 * (step % 2), 0.4) for step in range(8)),
    "pulse": ((0, 0, 0.9), (1, 0, 0.4), (2, 0, 0.9), (3, 0, 0.4), (3.5, 12, 0.4)),
    "bounce": ((0, 0, 0.7), (1, 7, 0.5), (2, 0, 0.7), (3, 7, 0.5), (3.5, 4, 0.3)),
    "long": ((0, 0, 3.8),),
}


@dataclass(frozen=True)
class Style:
    """The seed's choice of patterns for one piece, and its motif: (onset in beats, scale step, length)."""

    comping: str
    arping: str
    bass_line: str
    arp_octave: int
    lead_octave: int
    motif: tuple[tuple[float, int, float], ...]
    answer: tuple[tuple[float, int, float], ...]


def motif(chance: random.Random) -> tuple[tuple[float, int, float], ...]:
    """A bar of melody: chord tones on the beats, neighbours between them, few notes: somebody is talking."""
    rhythm = chance.choice(
        ((0, 1.5, 2.5), (0.5, 1, 2, 3), (0, 0.5, 1.5, 3), (1, 1.5, 2.5, 3), (0, 1, 1.5, 2.5))
    )
    step = chance.choice((0, 2, 4))
    found: list[tuple[float, int, float]] = []
    for onset, after in zip(rhythm, (*rhythm[1:], 4.0), strict=True):
        place = step if onset % 1 else min((0, 2, 4, 7), key=lambda tone: abs(tone - step))
        found.append((onset, place, min(1.5, after - onset)))
        step = max(-1, min(8, place + chance.choice((-2, -1, 1, 2, 3))))
    return tuple(found)


def pads(page: Page, bar: Bar, chord: Chord, beat: float) -> None:
    """Long chords on both sides, the right one an octave up and a little late."""
    length = bar.beats * beat * 0.98
    for note in chord.notes:
        page.play(PAD_LEFT, bar.start, note, 58, length)
        page.play(PAD_RIGHT, bar.start + 0.012, note + 12, 46, length)


def comp(page: Page, bar: Bar, chord: Chord, style: Style, beat: float) -> None:
    """The rhythm of the chords, played twice: two players, left and right."""
    for onset, length, velocity in _COMPING[style.comping]:
        if onset >= bar.beats:
            continue
        for number, note in enumerate(chord.notes):
            strum = 0.012 * number if style.comping == "strummed" else 0.0
            start = bar.start + onset * beat + strum
            page.play(COMP_LEFT, start, note, velocity, length * beat, loose=0.006)
            page.play(COMP_RIGHT, start + 0.009, note, velocity - 6, length * beat, loose=0.009)


def arpeggio(page: Page, bar: Bar, chord: Chord, style: Style, beat: float) -> None:
    """The chord, note by note."""
    ladder = (*chord.notes[:3], chord.notes[0] + 12)
    for onset, step, octave in _ARPING[style.arping]:
        if onset < bar.beats:
            key = ladder[step] + 12 * (style.arp_octave + octave)
            accent = 66 if onset % 1 == 0 else 54
            page.play(ARP, bar.start + onset * beat, key, accent, beat * 0.7, loose=0.005)


def melody(
    page: Page, bar: Bar, chord: Chord, style: Style, key: Key, beat: float, *, is_answer: bool
) -> None:
    """The motif over this bar's chord; every other time its answer."""
    for onset, step, length in style.answer if is_answer else style.motif:
        if onset < bar.beats:
            note = _clear(step, chord, key, style.lead_octave)
            while note > 91:
                note -= 12
            page.play(LEAD, bar.start + onset * beat, note, 70, length * beat * 0.95, loose=0.008)


def _clear(step: int, chord: Chord, key: Key, octave: int) -> int:
    """The note of the scale nearest to ``step`` above the chord's root that does not rub against the chord."""
    nearby = (key.note(chord.degree + step + away, octave) for away in (0, -1, 1, -2, 2))
    return next((note for note in nearby if not rubs(note, chord)), key.note(chord.degree, octave))


def bass(page: Page, bar: Bar, chord: Chord, style: Style, beat: float) -> None:
    """The bass line under this bar's chord; in the build it hammers the root."""
    line = (
        _BASS_LINES["driving"]
        if bar.part == "build" and style.bass_line != "long"
        else _BASS_LINES[style.bass_line]
    )
    for onset, interval, length in line:
        if onset < bar.beats:
            # A major third in a minor chord would be wrong: only roots, fifths and octaves are safe.
            safe = interval if interval in (0, 7, 12) else 0
            seconds = min(length, bar.beats - onset) * beat
            page.play(BASS, bar.start + onset * beat, chord.bass + safe, 88, seconds, loose=0.004)


def ground(page: Page, bar: Bar, chord: Chord, beat: float) -> None:
    """The opening's bass: the root, held softly."""
    page.play(BASS, bar.start, chord.bass, 72, bar.beats * beat * 0.95)


def final_chord(page: Page, bar: Bar, chord: Chord, seconds: float) -> None:
    """Home, from the bottom to the top, rolled a little; released early enough to die away by itself."""
    seconds = max(seconds * _HELD, 0.5)
    page.play(BASS, bar.start, chord.bass, 92, seconds)
    for number, note in enumerate(sorted({*chord.notes, chord.notes[0] + 12})):
        start = bar.start + 0.018 * number
        page.play(PAD_LEFT, bar.start, note, 60, seconds)
        page.play(PAD_RIGHT, bar.start, note + 12, 48, seconds)
        page.play(COMP_LEFT, start, note, 80, seconds)
        page.play(COMP_RIGHT, start + 0.01, note, 74, seconds)
        page.play(ARP, start + 0.03, note + 12, 62, seconds)
    page.play(
        LEAD,
        bar.start + 0.05,
        chord.notes[0] + 24 if chord.notes[0] < 62 else chord.notes[0] + 12,
        70,
        seconds,
    )
