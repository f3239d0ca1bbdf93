import numpy as np
import pyloudnorm
import pytest
from scipy import signal as reference

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.dynamics import (
    compress,
    limit,
    peaks,
    reverb,
    true_peak_db,
)
from generation.studio.sound.filters import (
    Filter,
    Signal,
    bell,
    filtered,
    high_pass,
    high_shelf,
    low_pass,
    soft_high_pass,
    soft_low_pass,
)
from generation.studio.sound.mastering import loudness

TIME = np.arange(SAMPLE_RATE) / SAMPLE_RATE


def sine(hertz: float, level: float = 0.25) -> Signal:
    wave = level * np.sin(2 * np.pi * hertz * TIME)
    return np.stack([wave, wave], axis=1).astype(np.float32)


def change_db(before: Signal, after: Signal) -> float:
    middle = slice(SAMPLE_RATE // 4, None)
    return float(20 * np.log10(after[middle].std() / before[middle].std()))


def test_the_high_pass_takes_rumble_and_leaves_speech() -> None:
    assert change_db(sine(30), filtered(sine(30), high_pass(75))) < -12
    assert change_db(sine(1000), filtered(sine(1000), high_pass(75))) == pytest.approx(0, abs=0.1)


def test_the_bell_raises_its_frequency_alone() -> None:
    assert change_db(sine(3200), filtered(sine(3200), bell(3200, decibels=4))) == pytest.approx(4, abs=0.1)
    assert change_db(sine(100), filtered(sine(100), bell(3200, decibels=4))) == pytest.approx(0, abs=0.1)


def test_the_shelf_raises_what_lies_above() -> None:
    assert change_db(sine(15_000), filtered(sine(15_000), high_shelf(6500, decibels=3))) == pytest.approx(
        3, abs=0.3
    )
    assert change_db(sine(500), filtered(sine(500), high_shelf(6500, decibels=3))) == pytest.approx(
        0, abs=0.1
    )


def test_the_compressor_lowers_what_is_loud() -> None:
    settings = {"threshold_db": -20.0, "ratio": 3.0, "attack": 0.005, "release": 0.1}
    loud, quiet = sine(440, 0.8), sine(440, 0.02)

    # The sine lies 15 dB above the threshold; two thirds of that go.
    assert change_db(loud, compress(loud, **settings)) == pytest.approx(-9.9, abs=0.5)
    assert change_db(quiet, compress(quiet, **settings)) == pytest.approx(0, abs=0.05)


def test_the_limiter_holds_the_peak_between_the_samples() -> None:
    # At a quarter of the rate, and 45 degrees off, the peaks fall between the samples.
    wave = 1.2 * np.sin(2 * np.pi * SAMPLE_RATE / 4 * TIME + np.pi / 4)
    signal = np.stack([wave, wave], axis=1).astype(np.float32)

    limited = limit(signal, ceiling_db=-1.5)

    assert true_peak_db(signal) > np.log10(np.abs(signal).max()) * 20 + 2
    assert true_peak_db(limited) <= -1.4


def test_the_limiter_leaves_quiet_sound_alone() -> None:
    assert np.allclose(limit(sine(300), ceiling_db=-1.0), sine(300), atol=1e-5)


def test_the_room_is_different_left_and_right_and_fades() -> None:
    click = np.zeros((SAMPLE_RATE, 2), np.float32)
    click[100] = 1.0

    wet = reverb(click, seconds=0.5, wet_db=-10)

    tail = wet[2000:20000]
    assert abs(np.corrcoef(tail.T)[0, 1]) < 0.2
    assert np.abs(wet[2000:6000]).max() > 10 * np.abs(wet[18000:22000]).max()


def test_nothing_stays_nothing() -> None:
    nothing = np.zeros((SAMPLE_RATE, 2), np.float32)

    assert not compress(nothing, threshold_db=-20, ratio=3, attack=0.01, release=0.1).any()
    assert not limit(nothing, ceiling_db=-1).any()


def test_peaks_are_only_looked_for_where_they_can_be() -> None:
    chance = np.random.default_rng(3)
    loud = (chance.standard_normal((SAMPLE_RATE, 2)) * 0.1).astype(np.float32)
    loud[20_000:20_050] *= 5
    everywhere = peaks(loud)

    found = peaks(loud, above=0.9)

    is_over = everywhere > 0.9
    assert 0 < is_over.sum() < 100
    assert np.allclose(found[is_over], everywhere[is_over])
    assert (found[~is_over] <= 0.9).all()
    assert (found < everywhere).sum() > 0.5 * len(loud)


@pytest.mark.parametrize(
    ("ours", "order", "hertz", "kind"),
    [
        (high_pass(75), 2, 75, "highpass"),
        (low_pass(5000), 2, 5000, "lowpass"),
        (soft_high_pass(180), 1, 180, "highpass"),
        (soft_low_pass(2200), 1, 2200, "lowpass"),
    ],
)
def test_filters_do_in_one_transform_what_they_do_sample_by_sample(
    ours: Filter, order: int, hertz: float, kind: str
) -> None:
    noise = np.random.default_rng(5).standard_normal((SAMPLE_RATE, 2)).astype(np.float32)
    sections = reference.butter(order, hertz, kind, fs=SAMPLE_RATE, output="sos")

    assert np.allclose(filtered(noise, ours), reference.sosfilt(sections, noise, axis=0), atol=1e-5)


def test_the_curve_between_samples_is_that_of_a_resampler() -> None:
    noise = np.random.default_rng(5).standard_normal((SAMPLE_RATE // 2, 2)).astype(np.float32)

    fine = np.abs(reference.resample_poly(noise, 4, 1, axis=0)).max(axis=1)

    # A resampler changes the samples themselves by a little, too.
    assert np.allclose(peaks(noise), fine.reshape(-1, 4).max(axis=1), rtol=1e-3)


@pytest.mark.parametrize("seconds", [0.45, 3.0, 7.77])
def test_loudness_is_what_another_meter_shows(seconds: float) -> None:
    chance = np.random.default_rng(9)
    length = int(seconds * SAMPLE_RATE)
    swell = np.interp(np.arange(length), [0, length / 3, length / 2, length], [0.001, 0.3, 0.02, 0.1])
    music = (chance.standard_normal((length, 2)).cumsum(axis=0) % 1 - 0.5) * swell[:, None]

    found = loudness(music.astype(np.float32))

    assert found == pytest.approx(pyloudnorm.Meter(SAMPLE_RATE).integrated_loudness(music), abs=0.1)
