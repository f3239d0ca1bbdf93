"""Music for an ad: composed from a mood and a seed, cut to its timeline, played by a SoundFont."""

import random
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generation.studio.music import drums, parts
from generation.studio.music.balance import balance_of, widened
from generation.studio.music.form import Form, lay_out
from generation.studio.music.harmony import Chord, Key, choose_key, chords
from generation.studio.music.moods import MOODS, Mood, Patch
from generation.studio.music.parts import Style
from generation.studio.music.score import (
    ARP,
    BASS,
    BOOM,
    COMP_LEFT,
    COMP_RIGHT,
    EFFECT,
    LEAD,
    PAD_LEFT,
    PAD_RIGHT,
    Page,
)
from generation.studio.music.shape import shape_of
from generation.studio.music.synth import MusicFailed, perform
from generation.studio.sound.dynamics import compress, reverb
from generation.studio.sound.filters import filtered, high_pass, high_shelf
from generation.studio.sound.piece import Music
from generation.studio.timeline import Timeline

__all__ = ["MOODS", "Music", "MusicFailed", "compose", "tempo_for"]

_REVERSE_CYMBAL, _TAIKO = 119, 116
# The last bar of every four turns to the next phrase.
_PHRASE_ENDS = 3
# The level at which the compressor meets the music; the mix sets the final loudness.
_RMS = 0.18
# Without an end card the music turns home here.
_USUAL_HIT = 0.72


def compose(mood: str, *, seed: int, seconds: float, timeline: Timeline) -> Music:
    """Compose and play exactly ``seconds`` of music whose last part begins with the last scene.

    The same mood, seed and timeline give the same samples. An unknown mood
    raises ValueError; MusicFailed says that the SoundFont cannot be used.
    """
    if mood not in MOODS:
        raise ValueError(f"There is no mood called {mood!r}. Choose one of: {', '.join(MOODS)}.")
    taste, chance = MOODS[mood], random.Random(f"{mood}/{seed}")
    plan = _plan(taste, chance, seconds=seconds, cuts=timeline.cuts)
    key = choose_key(taste, chance)
    harmony = chords(plan.bars, key=key, mood=taste, chance=chance)
    patches = _patches(taste, chance)
    page = Page(chance)
    _write(page, plan, harmony, key, _style(taste, patches, chance), chance.choice(taste.groove))
    dry = perform(page.notes, patches=patches, kit=taste.kit, drum_level=taste.drum_level, seconds=seconds)
    return Music(_finish(dry, taste, plan, seed), plan.tempo, plan.beats, plan.hit, plan.end)


def tempo_for(mood: str, *, seed: int, timeline: Timeline) -> float:
    """The tempo, in beats a minute, at which ``compose`` would play to this timeline.

    Lay the timeline out again at this tempo (``schedule.lay``), so that cuts and music meet:
    the first beat is at the very start, and the last cut falls on a bar line.
    """
    chance = random.Random(f"{mood}/{seed}")
    return _plan(MOODS[mood], chance, seconds=timeline.seconds, cuts=timeline.cuts).tempo


def _plan(taste: Mood, chance: random.Random, *, seconds: float, cuts: Sequence[float]) -> Form:
    cuts = cuts or (seconds * _USUAL_HIT,)
    preferred = chance.uniform(*taste.tempo)
    return lay_out(seconds=seconds, hit=cuts[-1], cuts=cuts[:-1], tempo=taste.tempo, preferred=preferred)


def _patches(mood: Mood, chance: random.Random) -> dict[int, Patch]:
    left, right = chance.choice(mood.comps)
    return {
        PAD_LEFT: mood.pads[0],
        PAD_RIGHT: mood.pads[1],
        COMP_LEFT: left,
        COMP_RIGHT: right,
        ARP: chance.choice(mood.arps),
        LEAD: chance.choice(mood.leads),
        BASS: chance.choice(mood.bass),
        EFFECT: Patch(_REVERSE_CYMBAL, 58),
        BOOM: Patch(_TAIKO, 84),
    }


def _style(mood: Mood, patches: dict[int, Patch], chance: random.Random) -> Style:
    return Style(
        comping=chance.choice(mood.comping),
        arping=chance.choice(mood.arping),
        bass_line=chance.choice(mood.bass_line),
        arp_octave=patches[ARP].octave,
        lead_octave=patches[LEAD].octave,
        motif=parts.motif(chance),
        answer=parts.motif(chance),
    )


def _write(page: Page, plan: Form, harmony: tuple[Chord, ...], key: Key, style: Style, groove: str) -> None:
    """Fill the page, bar by bar; instruments join one after another."""
    drums.swell(page, plan.hit, groove)
    drums.impact(page, plan.hit, groove)
    beat = plan.beat
    for number, (bar, chord) in enumerate(zip(plan.bars, harmony, strict=True)):
        page.strength = bar.strength
        if bar.part == "end":
            parts.final_chord(page, bar, chord, max(0.5, plan.seconds - bar.start))
            continue
        is_intro, is_full = bar.part == "intro", number * 2 >= len(plan.bars) and bar.part != "build"
        parts.pads(page, bar, chord, beat)
        parts.arpeggio(page, bar, chord, style, beat)
        drums.groove(page, bar, groove, beat, is_light=is_intro, is_full=is_full)
        parts.comp(page, bar, chord, style, beat)
        if is_intro:
            parts.ground(page, bar, chord, beat)
        else:
            parts.bass(page, bar, chord, style, beat)
        if bar.part == "hit" or (bar.part == "verse" and number % 4 != 0) or number == 0:
            parts.melody(page, bar, chord, style, key, beat, is_answer=number % 2 == 1)
        if bar.part == "build":
            drums.fill(page, bar, groove, beat)
        elif bar.part == "verse" and number % 4 == _PHRASE_ENDS:
            drums.turn(page, bar, groove, beat)


def _finish(dry: npt.NDArray[np.float32], mood: Mood, plan: Form, seed: int) -> npt.NDArray[np.float32]:
    """Balanced, brightened, put into a room, widened, held together, shaped, and died away at the end."""
    rumble_off = high_pass(36)
    tone = (rumble_off, *balance_of(dry, rumble_off), high_shelf(6500, decibels=mood.brightness_db))
    bright = widened(reverb(filtered(dry, *tone), seconds=mood.room, wet_db=mood.room_db, seed=seed))
    scaled = bright * np.float32(_RMS / max(1e-6, float(np.sqrt(np.mean(np.square(bright))))))
    even = compress(scaled, threshold_db=-16, ratio=2.0, attack=0.012, release=0.16)
    return np.asarray(even * shape_of(plan, len(even))[:, None], dtype=np.float32)
