"""The life of a run: who may write what, and when."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from pytest_django import Settings

from accounts.models import Identity
from ads import lifecycle, queries
from ads.lifecycle import LeaseLost, RunMoved
from ads.models import Ad
from ads.states import Stage, StageStatus, Status


@pytest.fixture
def ad(person: Callable[..., Identity], order: Callable[..., Ad]) -> Ad:
    return order(person())


def now(ad: Ad) -> Ad:
    return queries.ad_for(ad.user_id, ad.run_id)


def let_lease_run_out(ad: Ad) -> None:
    now(ad).update(actions=[Ad.lease_until.set(time.time() - 1), Ad.rung_at.set(0)])


def statuses(ad: Ad) -> list[str]:
    return [now(ad).stage(stage)["status"] for stage in Stage]


def test_a_claim_takes_the_lease_raises_the_fence_and_counts(ad: Ad) -> None:
    taken = lifecycle.claim(ad.user_id, ad.run_id, owner="worker-1")

    assert taken is not None
    held = now(ad)
    assert (taken[0].fence, held.fence, held.attempt, held.lease_owner) == (1, 1, 1, "worker-1")
    assert held.lease_until > time.time()


def test_of_many_who_claim_at_once_one_wins(ad: Ad) -> None:
    with ThreadPoolExecutor(8) as threads:
        taken = list(
            threads.map(lambda n: lifecycle.claim(ad.user_id, ad.run_id, owner=f"worker-{n}"), range(8))
        )

    assert len([claim for claim in taken if claim]) == 1


def test_a_run_that_does_not_exist_cannot_be_claimed(ad: Ad) -> None:
    assert lifecycle.claim(ad.user_id, "nobody", owner="worker-1") is None


def test_a_zombie_can_write_nothing_after_its_lease_was_taken_over(
    ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    zombie = worker(ad).take()
    zombie.begin(Stage.SCRIPT)
    let_lease_run_out(ad)
    heir = worker(ad).take(owner="worker-2")
    heir.do(Stage.SCRIPT)
    before = now(ad).attribute_values

    with pytest.raises(LeaseLost):
        lifecycle.commit(zombie.claim, Stage.SCRIPT, artefacts={"script.json": "stale"}, record={})
    with pytest.raises(LeaseLost):
        lifecycle.beat(zombie.claim)
    with pytest.raises(LeaseLost):
        zombie.report(Stage.SCRIPT, 0.9, "still here")
    with pytest.raises(LeaseLost):
        lifecycle.fail(zombie.claim, Stage.SCRIPT, code="x", message="x", record={})

    assert now(ad).attribute_values == before


def test_a_stage_is_committed_once_and_in_its_order(ad: Ad, worker: Callable[[Ad], Any]) -> None:
    hand = worker(ad).take().do_until(Stage.SCRIPT)

    for stage in (Stage.SCRIPT, Stage.AUDIO):
        with pytest.raises(LeaseLost):
            lifecycle.commit(hand.claim, stage, artefacts={}, record={})

    assert statuses(ad) == ["COMPLETED", "PENDING", "PENDING", "PENDING", "PENDING"]


def test_progress_only_grows_over_a_whole_run(ad: Ad, worker: Callable[[Ad], Any]) -> None:
    hand = worker(ad).take()
    seen = [int(now(ad).progress)]

    for stage in Stage:
        hand.do(stage)
        seen.append(int(now(ad).progress))

    assert seen == sorted(seen) == [0, 10, 15, 30, 50, 100]


def test_a_cancelled_run_keeps_what_was_finished_and_stops_its_worker(
    ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    hand = worker(ad).take().do_until(Stage.SCRIPT)
    hand.begin(Stage.REVIEW)

    lifecycle.cancel(now(ad))

    assert now(ad).status == Status.CANCELLED
    assert statuses(ad) == ["COMPLETED", "PENDING", "PENDING", "PENDING", "PENDING"]
    with pytest.raises(LeaseLost):
        lifecycle.beat(hand.claim)


def test_a_stage_that_ends_between_the_look_and_the_cancelling_is_kept(
    ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    hand = worker(ad).take()
    hand.begin(Stage.SCRIPT)
    seen_by_owner = now(ad)
    hand.do(Stage.SCRIPT)

    lifecycle.cancel(seen_by_owner)

    assert now(ad).status == Status.CANCELLED
    assert "script.json" in now(ad).artefacts


def test_a_finished_run_cannot_be_cancelled(ad: Ad, finished: Callable[[Ad], Ad]) -> None:
    done = finished(ad)

    with pytest.raises(RunMoved):
        lifecycle.cancel(done)

    assert now(ad).status == Status.GENERATED


def test_cancelling_with_a_stale_look_at_a_finished_run_is_refused(
    ad: Ad, finished: Callable[[Ad], Ad]
) -> None:
    seen_before = now(ad)
    finished(ad)

    with pytest.raises(RunMoved):
        lifecycle.cancel(seen_before)

    assert now(ad).status == Status.GENERATED


def test_a_retry_goes_on_after_the_last_finished_stage(ad: Ad, worker: Callable[[Ad], Any]) -> None:
    worker(ad).take().do_until(Stage.VISUALS).fail(Stage.AUDIO, code="overdue", message="Too long.")
    assert (now(ad).status, now(ad).error_code) == (Status.FAILED, "overdue")

    lifecycle.retry(now(ad))

    again = now(ad)
    assert (again.status, again.error_code, again.attempt, again.progress) == ("IN_PROGRESS", None, 0, 30)
    assert statuses(ad) == ["COMPLETED", "COMPLETED", "COMPLETED", "PENDING", "PENDING"]
    assert "still-01.jpg" in again.artefacts


def test_a_script_that_was_not_approved_is_written_anew(ad: Ad, worker: Callable[[Ad], Any]) -> None:
    worker(ad).take().do_until(Stage.SCRIPT).fail(Stage.REVIEW, code="script_refused", message="Weak.")

    lifecycle.retry(now(ad))

    assert now(ad).artefacts == {}


def test_a_second_retry_with_the_same_look_is_refused(ad: Ad, worker: Callable[[Ad], Any]) -> None:
    worker(ad).take().fail(Stage.SCRIPT, code="x", message="x")
    first, second = now(ad), now(ad)
    lifecycle.retry(first)

    with pytest.raises(RunMoved):
        lifecycle.retry(second)


def test_a_run_that_was_given_back_by_a_draining_worker_costs_no_attempt(
    ad: Ad, worker: Callable[[Ad], Any]
) -> None:
    hand = worker(ad).take()
    hand.begin(Stage.SCRIPT)

    lifecycle.release(hand.claim, Stage.SCRIPT, counts=False)

    assert (now(ad).attempt, now(ad).lease_until) == (0, 0)
    assert lifecycle.claim(ad.user_id, ad.run_id, owner="worker-2") is not None


def test_a_run_that_is_put_off_cannot_be_claimed_before_its_time(ad: Ad, worker: Callable[[Ad], Any]) -> None:
    hand = worker(ad).take()

    lifecycle.release(hand.claim, Stage.SCRIPT, counts=True, after=60)

    assert lifecycle.claim(ad.user_id, ad.run_id, owner="worker-2") is None


def test_a_run_whose_workers_die_three_times_at_one_stage_fails_visibly(
    ad: Ad, worker: Callable[[Ad], Any], settings: Settings
) -> None:
    settings.RUN_MAX_ATTEMPTS = 3
    for number in range(3):
        worker(ad).take(owner=f"worker-{number}").begin(Stage.SCRIPT)
        let_lease_run_out(ad)

    assert lifecycle.claim(ad.user_id, ad.run_id, owner="worker-4") is None

    failed = now(ad)
    assert (failed.status, failed.error_code) == (Status.FAILED, "gave_up")
    assert failed.stage(Stage.SCRIPT)["status"] == StageStatus.FAILED
    assert "Try again" in (failed.error_message or "")


def test_the_reaper_rings_for_a_run_that_nobody_holds_and_for_no_other(
    ad: Ad, order: Callable[..., Ad], person: Callable[..., Identity], worker: Callable[[Ad], Any]
) -> None:
    held = order(person())
    worker(held).take()
    just_rung = order(person())
    let_lease_run_out(ad)

    rung = lifecycle.ring_for_waiting()

    assert ad.run_id in rung
    assert not {held.run_id, just_rung.run_id} & set(rung)
    assert ad.run_id not in lifecycle.ring_for_waiting()


def test_the_reaper_ends_a_run_that_was_tried_too_often(
    ad: Ad, worker: Callable[[Ad], Any], settings: Settings
) -> None:
    settings.RUN_MAX_ATTEMPTS = 1
    worker(ad).take()
    let_lease_run_out(ad)

    lifecycle.ring_for_waiting()

    assert (now(ad).status, now(ad).error_code) == (Status.FAILED, "gave_up")
