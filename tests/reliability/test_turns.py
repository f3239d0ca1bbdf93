"""Whose turn it is, what is rung for, and a clock that is set."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from pytest_django import Settings

from ads import briefs, lifecycle, queries, services
from ads.models import Ad
from ads.states import Stage, Status
from generation.pipeline import reporting, runner
from generation.pipeline.errors import ArtefactMissing, reason_for
from vigen_site import queue
from vigen_site.dynamo import new_id

BRIEF = {"name": "Loaf", "desc": "Sourdough baked every morning."}


@pytest.fixture(autouse=True)
def rung(
    database: str, settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> list[tuple[str, str]]:
    settings.PIPELINE = "rehearsal"
    settings.REHEARSAL_MILLISECONDS = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = tmp_path
    settings.RUNS_AT_ONCE = 50
    rings: list[tuple[str, str]] = []
    monkeypatch.setattr(queue, "ring", lambda task, *arguments: rings.append(arguments) or True)
    # What other tests have left in the making is none of ours.
    for left in lifecycle.open_runs():
        lifecycle.cancel(queries.ad_for(left.user_id, left.run_id))
    return rings


@pytest.fixture
def order() -> Callable[..., Ad]:
    def place(user_id: str = "", *, name: str = "Loaf") -> Ad:
        brief = briefs.read({**BRIEF, "name": name})
        return services.create(user_id=user_id or new_id(), brief=brief)[0]

    return place


def look(ad: Ad) -> Ad:
    return queries.ad_for(ad.user_id, ad.run_id)


def test_another_persons_first_ad_goes_before_somebodys_second(order: Callable[..., Ad]) -> None:
    many = [order("many") for _ in range(5)]
    one = order("one")

    made = []
    for ring in [*many, one]:
        runner.answer(ring.user_id, ring.run_id)
        made += [ad for ad in [*many, one] if look(ad).status == Status.GENERATED and ad not in made]

    assert [ad.run_id for ad in made] == [ad.run_id for ad in (many[0], one, *many[1:])]


def test_a_fiftieth_ad_is_served_in_the_end_whoever_comes(order: Callable[..., Ad]) -> None:
    later = time.time() + 50 * 600

    assert later - 60 < lifecycle.turn_of(50) < later + 60
    assert lifecycle.turn_of(0) < lifecycle.turn_of(1)


def test_every_ring_finds_a_run_that_waits(order: Callable[..., Ad]) -> None:
    done, waiting = order(), order()
    runner.run(done.user_id, done.run_id)

    assert runner.answer(done.user_id, done.run_id) == "finished"
    assert look(waiting).status == Status.GENERATED


def test_a_worker_that_is_asked_to_stop_takes_up_nothing(
    order: Callable[..., Ad], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ad = order()
    drain = tmp_path / "drain"
    drain.touch()
    monkeypatch.setenv(reporting.DRAIN_VARIABLE, str(drain))

    assert runner.answer(ad.user_id, ad.run_id) == "draining"
    assert look(ad).fence == 0


def test_two_reapers_ring_once(order: Callable[..., Ad], rung: list[tuple[str, str]]) -> None:
    ad = order()
    rung.clear()
    stale = [run for run in lifecycle.open_runs() if run.run_id == ad.run_id]

    first = lifecycle.ring_for_waiting(stale, anew=True)
    second = lifecycle.ring_for_waiting(stale, anew=True)

    assert (first, second, rung) == ([ad.run_id], [], [(ad.user_id, ad.run_id)])


def test_a_queue_that_has_enough_rings_gets_no_more(
    order: Callable[..., Ad], rung: list[tuple[str, str]]
) -> None:
    for _ in range(6):
        order()
    rung.clear()

    assert len(lifecycle.ring_for_waiting(room=2, anew=True)) == 2
    assert len(rung) == 2


def test_a_lease_of_tomorrow_was_made_before_the_clock_was_set_back(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
) -> None:
    ad = order()
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 24 * 3600)
    lifecycle.claim(ad.user_id, ad.run_id, owner="elsewhere:1:1")
    monkeypatch.setattr(time, "time", real)

    assert [run.run_id for run in lifecycle.waiting_runs()] == [ad.run_id]
    assert lifecycle.ring_for_waiting(anew=True) == [ad.run_id]
    assert runner.run(ad.user_id, ad.run_id) == "finished"


def test_a_run_that_was_put_off_waits_for_its_time(order: Callable[..., Ad]) -> None:
    ad = order()
    claim, _ = lifecycle.claim(ad.user_id, ad.run_id, owner="elsewhere:1:1")
    lifecycle.release(claim, None, counts=True, after=60)

    assert lifecycle.waiting_runs() == []
    assert lifecycle.ring_for_waiting(anew=True) == []
    assert runner.run(ad.user_id, ad.run_id) == "nothing"


def test_a_run_whose_living_worker_could_not_beat_is_not_taken_from_it(
    order: Callable[..., Ad], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    ad = order()
    lifecycle.claim(ad.user_id, ad.run_id, owner=lifecycle.this_process())
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + settings.RUN_LEASE_SECONDS + 1)

    assert lifecycle.waiting_runs() == []


def test_a_brief_that_cannot_be_read_fails_its_run_and_no_other(order: Callable[..., Ad]) -> None:
    broken, well = order(), order()
    broken.update(actions=[Ad.brief.set(["no", "brief"])])

    ends = [runner.answer(broken.user_id, broken.run_id) for _ in range(2)]

    assert sorted(ends) == ["failed", "finished"]
    assert (look(broken).error_code, look(well).status) == ("brief_unreadable", Status.GENERATED)


def test_a_record_that_cannot_be_read_keeps_no_other_from_its_turn(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, well = order(), order()
    key = (broken.user_id, broken.run_id)
    with monkeypatch.context() as patch:
        patch.setattr(Ad.brief, "serialize", lambda value: "{no json")
        with pytest.raises(ValueError, match="Expecting"):  # The answer to the write cannot be read either.
            broken.update(actions=[Ad.brief.set({})])

    end = runner.answer(*key)
    Ad(*key).delete()

    assert (end, look(well).status) == ("finished", Status.GENERATED)


def test_a_file_of_an_earlier_step_that_is_gone_is_named(order: Callable[..., Ad], tmp_path: Path) -> None:
    with pytest.raises(ArtefactMissing):
        runner._fetch({"script.json": "users/nobody/ads/none/script.json"}, "script.json", tmp_path / "x")
    assert reason_for(ArtefactMissing("script.json")).permanent


def test_a_retry_goes_on_at_the_stage_that_is_asked_for(order: Callable[..., Ad]) -> None:
    ad = order()
    runner.run(ad.user_id, ad.run_id)
    before = look(ad)

    services.retry(user_id=ad.user_id, run_id=ad.run_id, start=Stage.AUDIO)
    runner.run(ad.user_id, ad.run_id)

    after = look(ad)
    same = [after.stage(stage) == before.stage(stage) for stage in Stage]
    assert same == [True, True, True, False, False]


def test_a_retry_after_a_failed_review_keeps_the_script(
    order: Callable[..., Ad], monkeypatch: pytest.MonkeyPatch, settings: Settings
) -> None:
    settings.RUN_MAX_ATTEMPTS = 1
    ad = order(name="fail at REVIEW")
    assert runner.run(ad.user_id, ad.run_id) == "failed"
    script = look(ad).stage(Stage.SCRIPT)

    services.retry(user_id=ad.user_id, run_id=ad.run_id)

    assert (look(ad).stages_done, look(ad).stage(Stage.SCRIPT)) == (1, script)


def test_a_retry_after_a_refused_script_writes_another(order: Callable[..., Ad]) -> None:
    ad = order(name="refuse at REVIEW")
    assert runner.run(ad.user_id, ad.run_id) == "failed"

    services.retry(user_id=ad.user_id, run_id=ad.run_id)

    assert look(ad).stages_done == 0
