import wave
from pathlib import Path

import numpy as np
import pytest

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound.delivery import fit_for_aac, through_aac
from generation.studio.sound.dynamics import Signal, true_peak_db

pytestmark = pytest.mark.render


OPENING = Path(__file__).with_name("opening.wav")
"""Half a second of an ad's own mix, which begins with a hit: -3.5 dBTP as it is, and above 0 once encoded."""


def opening() -> Signal:
    with wave.open(str(OPENING)) as file:
        packed = np.frombuffer(file.readframes(file.getnframes()), np.uint8).reshape(-1, 3)
    whole = np.zeros((len(packed), 4), np.uint8)
    whole[:, 1:] = packed
    return (whole.view("<i4").reshape(-1, 2) / 2**31).astype(np.float32)


def test_a_hit_at_the_very_beginning_does_not_peak_once_it_is_encoded() -> None:
    mix = opening()
    assert true_peak_db(through_aac(mix)) > -1  # else this would prove nothing

    fit = fit_for_aac(mix)

    assert true_peak_db(through_aac(fit)) <= -1


def test_only_the_moment_that_peaks_is_lowered() -> None:
    mix = opening()

    fit = fit_for_aac(mix)

    assert np.array_equal(fit[SAMPLE_RATE // 10 :], mix[SAMPLE_RATE // 10 :])


def test_a_mix_that_encodes_well_is_left_as_it_is() -> None:
    quiet = 0.1 * np.random.default_rng(2).standard_normal((SAMPLE_RATE, 2)).astype(np.float32)

    assert np.array_equal(fit_for_aac(quiet), quiet)


def test_what_is_heard_is_as_long_as_the_mix_and_in_its_place() -> None:
    mix = np.zeros((SAMPLE_RATE + 77, 2), np.float32)
    mix[20_000:20_400] = 0.5

    heard = through_aac(mix)

    assert heard.shape == mix.shape
    assert 19_900 < int(np.abs(heard[:, 0]).argmax()) < 20_500


def test_nothing_at_all_is_let_through() -> None:
    assert fit_for_aac(np.zeros((0, 2), np.float32)).shape == (0, 2)
