"""Quiet sound effects, made from noise and sines: air on the cuts, weight on the end card."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import gain_of
from generation.studio.sound.filters import Signal, filtered, high_pass, low_pass
from generation.studio.storyboard import Energy


@dataclass(frozen=True)
class _Character:
    """How the effects sound at one energy: levels in dBFS RMS, length in seconds, brightness in hertz."""

    whoosh_db: float
    impact_db: float
    seconds: float
    brightest: float


_CHARACTERS = {
    Energy.CALM: _Character(-44, -36, 1.0, 3200),
    Energy.STEADY: _Character(-38, -31, 0.8, 5200),
    Energy.LIVELY: _Character(-34, -28, 0.62, 7500),
}
# A whoosh is loudest a moment after the cut, when the picture moves fastest.
_PEAK_AFTER_CUT = 0.12


def accents(cuts: Sequence[float], *, seconds: float, seed: int, energy: Energy) -> Signal:
    """A stereo track as long as the ad, with a whoosh on every cut and an impact on the last."""
    track = np.zeros((round(seconds * SAMPLE_RATE), 2), np.float32)
    chance = np.random.default_rng(seed)
    character = _CHARACTERS[energy]
    for number, cut in enumerate(cuts):
        sound = _whoosh(character, chance, to_right=number % 2 == 0)
        _add(track, sound, cut + _PEAK_AFTER_CUT - character.seconds / 2)
    if cuts:
        _add(track, _impact(character, chance), cuts[-1])
    return track


def _whoosh(character: _Character, chance: np.random.Generator, *, to_right: bool) -> Signal:
    """Noise that opens and closes its filter while it passes from one side to the other."""
    length = int(character.seconds * chance.uniform(0.9, 1.15) * SAMPLE_RATE)
    noise = chance.standard_normal((length, 2))
    dark = _band(noise, 280, character.brightest * 0.3)
    bright = _band(noise, character.brightest * 0.25, character.brightest * chance.uniform(0.85, 1.15))
    swell = np.sin(np.linspace(0, np.pi, length))[:, None] ** 3
    place = np.linspace(0.25, 0.75, length) if to_right else np.linspace(0.75, 0.25, length)
    sides = np.stack([np.cos(place * np.pi / 2), np.sin(place * np.pi / 2)], axis=1)
    return _levelled((dark * (1 - swell * 0.6) + bright * swell) * swell * sides, character.whoosh_db)


def _impact(character: _Character, chance: np.random.Generator) -> Signal:
    """A soft low drum with a breath of air on top."""
    length = int(1.1 * SAMPLE_RATE)
    time = np.arange(length) / SAMPLE_RATE
    # A drum's pitch falls as its skin comes to rest.
    falling = 46 * time + 34 * 0.06 * (1 - np.exp(-time / 0.06))
    thump = np.sin(2 * np.pi * falling) * np.exp(-time / 0.22) * np.minimum(1, time / 0.004)
    air = (
        _band(chance.standard_normal((length, 2)), 1200, character.brightest) * np.exp(-time / 0.05)[:, None]
    )
    return _levelled(thump[:, None] + 0.06 * air, character.impact_db)


def _band(noise: np.ndarray, low: float, high: float) -> Signal:
    return filtered(noise.astype(np.float32), high_pass(low), low_pass(high))


def _levelled(sound: np.ndarray, decibels: float) -> Signal:
    rms = float(np.sqrt(np.mean(np.square(sound))))
    return np.asarray(sound * (gain_of(decibels) / rms), dtype=np.float32)


def _add(track: Signal, sound: Signal, start: float) -> None:
    """Mix a sound in, as far as it lies within the track."""
    place = int(start * SAMPLE_RATE)
    begin, end = max(0, place), min(len(track), place + len(sound))
    if end > begin:
        track[begin:end] += sound[begin - place : end - place]
