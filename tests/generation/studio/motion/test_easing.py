import pytest

from generation.studio import motion

CURVES = [
    motion.expo_out,
    motion.quint_out,
    motion.cubic_out,
    motion.cubic_in_out,
    motion.sine_in_out,
    motion.back_out,
    motion.anticipate,
]


@pytest.mark.parametrize("curve", CURVES)
def test_a_curve_begins_at_nothing_and_ends_at_everything(curve):
    assert (curve(0), curve(1)) == (pytest.approx(0, abs=1e-9), pytest.approx(1))


@pytest.mark.parametrize("curve", CURVES)
def test_a_curve_holds_its_ends_outside_its_time(curve):
    assert (curve(-3), curve(4)) == (curve(0), curve(1))


def test_back_goes_about_ten_per_cent_too_far():
    assert max(motion.back_out(i / 200) for i in range(201)) == pytest.approx(1.1, abs=0.005)


def test_anticipation_draws_back_first():
    assert min(motion.anticipate(i / 100) for i in range(101)) < -0.05


def test_progress_measures_from_the_start_to_the_end_of_a_movement():
    assert [motion.progress(t, start=1, seconds=2) for t in (0, 2, 5)] == [0, 0.5, 1]


def test_a_movement_without_length_is_over_at_once():
    assert (motion.progress(0.9, start=1, seconds=0), motion.progress(1, start=1, seconds=0)) == (0, 1)


def test_a_spring_starts_at_rest_overshoots_and_settles():
    assert motion.spring(0) == 0
    assert max(motion.spring(i / 100) for i in range(100)) > 1.05
    assert motion.spring(4) == pytest.approx(1, abs=1e-3)
