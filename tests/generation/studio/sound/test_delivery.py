import wave
from pathlib import Path

import numpy as np
import pytest

from generation.studio.formats import SAMPLE_RATE
from generation.studio.sound import write_wav
from generation.studio.sound.delivery import as_kept, fit_for_aac, through_aac
from generation.studio.sound.dynamics import Signal, true_peak_db

pytestmark = pytest.mark.render


OPENING = Path(__file__).with_name("opening.wav")
"""Half a second of an ad's own mix, which begins with a hit: -3.5 dBTP as it is, and above 0 once encoded."""


def opening() -> Signal:
    return kept_in(OPENING)


def kept_in(path: Path) -> Signal:
    with wave.open(str(path)) as file:
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

    assert np.array_equal(fit[SAMPLE_RATE // 10 :], as_kept(mix)[SAMPLE_RATE // 10 :])


def test_a_mix_that_encodes_well_is_left_as_it_is() -> None:
    quiet = 0.1 * np.random.default_rng(2).standard_normal((SAMPLE_RATE, 2)).astype(np.float32)

    assert np.array_equal(fit_for_aac(quiet), as_kept(quiet))


def test_what_was_fitted_is_to_the_last_bit_what_its_file_gives_the_encoder(tmp_path: Path) -> None:
    # A rounding between the two once made an encoder peak 0.8 dB higher, and the film was refused at every try.
    mix = 0.7 * np.random.default_rng(3).standard_normal((SAMPLE_RATE, 2)).astype(np.float32)
    fit = fit_for_aac(mix)

    write_wav(tmp_path / "mix.wav", fit)

    assert np.array_equal(kept_in(tmp_path / "mix.wav"), fit)


@pytest.mark.parametrize("seed", range(4))
def test_lowering_one_moment_never_leaves_another_one_worse_than_before(seed: int) -> None:
    hits = np.random.default_rng(seed).standard_normal((SAMPLE_RATE // 2, 2)).astype(np.float32)
    mix = np.clip(hits * np.linspace(1, 0, len(hits), dtype=np.float32)[:, None] ** 4, -0.87, 0.87)

    fit = fit_for_aac(mix)

    assert true_peak_db(through_aac(fit)) <= min(-1, true_peak_db(through_aac(mix)))


def test_what_is_heard_is_as_long_as_the_mix_and_in_its_place() -> None:
    mix = np.zeros((SAMPLE_RATE + 77, 2), np.float32)
    mix[20_000:20_400] = 0.5

    heard = through_aac(mix)

    assert heard.shape == mix.shape
    assert 19_900 < int(np.abs(heard[:, 0]).argmax()) < 20_500


def test_nothing_at_all_is_let_through() -> None:
    assert fit_for_aac(np.zeros((0, 2), np.float32)).shape == (0, 2)
