"""Hypothesis plays workers, the owner, an operator, reapers and a clock that jumps, in any order, on one run."""

import time
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from ads import briefs, lifecycle, queries, services
from ads.lifecycle import Claim, LeaseLost, RunMoved
from ads.models import Ad
from ads.states import MOVES, Stage, Status
from vigen_site import queue
from vigen_site.dynamo import new_id

STEPS = 2000
STAGES = st.sampled_from(list(Stage))
WORKERS = st.sampled_from(["north:1:1", "south:2:2", "west:3:3"])

clock = {"offset": 0.0, "steps": 0.0}


@pytest.fixture(autouse=True)
def a_clock_that_can_be_set(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + clock["offset"])
    monkeypatch.setattr(queue, "ring", lambda *arguments: True)
    clock.update(offset=0.0, steps=0.0)
    yield
    clock["offset"] = 0.0


class Life(RuleBasedStateMachine):
    claims = Bundle("claims")

    def __init__(self) -> None:
        super().__init__()
        brief = briefs.read({"name": "Loaf", "desc": "Sourdough baked every morning."})
        made, _ = services.create(user_id=new_id(), brief=brief)
        self.key = (made.user_id, made.run_id)
        self.before = self.now
        self.owners_step = False

    @property
    def now(self) -> Ad:
        return queries.ad_for(*self.key)

    @invariant()
    def only_legal_moves_happen(self) -> None:
        clock["steps"] += 1
        before, after = self.before, self.now
        if after.status != before.status:
            assert Status(after.status) in MOVES[Status(before.status)]
        assert after.fence >= before.fence
        assert after.version >= before.version
        assert 0 <= after.stages_done <= len(Stage)
        assert after.stages_done - before.stages_done <= 1
        if after.stages_done < before.stages_done:
            assert self.owners_step
        assert (after.status == Status.GENERATED) <= (after.stages_done == len(Stage))
        assert (after.status != Status.IN_PROGRESS) <= (after.lease_owner is None)
        assert after.attempt >= 0
        self.before, self.owners_step = after, False

    def write(self, claim: Claim, move: Any, *, fits: bool = True) -> None:
        """A worker's write goes through if its claim is the last one, and changes nothing if it is not."""
        before = self.before
        valid = claim.fence == before.fence and before.status == Status.IN_PROGRESS
        try:
            move()
        except LeaseLost:
            assert not (valid and fits)
            assert self.now.version == before.version
        else:
            assert valid
            assert fits

    # --- Workers --------------------------------------------------------------------------------------

    @rule(target=claims, worker=WORKERS)
    def take(self, worker: str) -> Any:
        before, moment = self.before, time.time()
        taken = lifecycle.claim(*self.key, owner=worker)
        if taken is None:
            return multiple()
        assert before.status == Status.IN_PROGRESS
        assert not moment + 1 < before.lease_until < moment + 30
        assert taken[0].fence == before.fence + 1
        return taken[0]

    @rule(claim=claims)
    def beat(self, claim: Claim) -> None:
        fits = self.before.lease_owner is not None
        self.write(claim, lambda: lifecycle.beat(claim), fits=fits)

    @rule(claim=claims, stage=STAGES)
    def begin(self, claim: Claim, stage: Stage) -> None:
        fits = self.before.stages_done == stage.number
        self.write(claim, lambda: lifecycle.begin(claim, stage, attempt=1), fits=fits)

    @rule(claim=claims, done=st.floats(0, 1))
    def report(self, claim: Claim, done: float) -> None:
        stage = list(Stage)[min(int(self.before.stages_done), 4)]
        self.write(claim, lambda: lifecycle.report(claim, stage, done=done, message="…"))

    @rule(claim=claims, shift=st.sampled_from([0, 0, 0, 0, 0, -1, 1]))
    def commit(self, claim: Claim, shift: int) -> None:
        done = int(self.before.stages_done)
        number = min(max(done + shift, 0), len(Stage) - 1)
        stage, kept = list(Stage)[number], {"ad.mp4": f"key-{claim.fence}"}

        def move() -> None:
            if stage is lifecycle.LAST_STAGE:
                lifecycle.finish(claim, artefacts=kept, record={}, final_video_uri="media://x")
            else:
                lifecycle.commit(claim, stage, artefacts=kept, record={})

        self.write(claim, move, fits=done == number)

    @rule(claim=consumes(claims))
    def fail(self, claim: Claim) -> None:
        stage = list(Stage)[min(int(self.before.stages_done), 4)]
        self.write(claim, lambda: lifecycle.fail(claim, stage, code="x", message="x", record={}))

    @rule(claim=claims, counts=st.booleans(), after=st.sampled_from([0.0, 5.0, 10_000.0]))
    def release(self, claim: Claim, counts: bool, after: float) -> None:
        fits = self.before.lease_owner is not None
        self.write(claim, lambda: lifecycle.release(claim, None, counts=counts, after=after), fits=fits)

    # --- The owner and the operator -------------------------------------------------------------------

    @rule()
    def cancel(self) -> None:
        self.may_be_refused(lambda: lifecycle.cancel(self.now), when=self.before.status != Status.IN_PROGRESS)

    @rule(start=st.none() | STAGES)
    def retry(self, start: Stage | None) -> None:
        running = self.before.status == Status.IN_PROGRESS
        self.may_be_refused(lambda: lifecycle.retry(self.now, start=start), when=running)

    @rule()
    def requeue(self) -> None:
        self.may_be_refused(lambda: lifecycle.requeue(self.now), when=False)

    @rule()
    def end(self) -> None:
        running = self.before.status == Status.IN_PROGRESS
        assert lifecycle.fail_for(self.now, code="stopped", message="x") == running

    def may_be_refused(self, move: Any, *, when: bool) -> None:
        self.owners_step = True
        try:
            move()
        except RunMoved:
            assert when
        else:
            assert not when

    # --- Reapers and time -----------------------------------------------------------------------------

    @rule(dead=WORKERS)
    def reap(self, dead: str) -> None:
        lifecycle.free_runs_of_dead(lambda owner: owner == dead)
        lifecycle.ring_for_waiting(room=3)

    @rule(seconds=st.sampled_from([1.0, 31.0, 31.0, 3600.0, -3600.0]))
    def set_the_clock(self, seconds: float) -> None:
        clock["offset"] += seconds


def play(steps: int, *, number: int | None = None) -> None:
    """Take so many steps: always the same ones, or those of a seed."""
    run_state_machine_as_test(
        Life if number is None else seed(number)(type("Seeded", (Life,), {})),
        settings=settings(
            max_examples=steps // 45,
            stateful_step_count=52,
            deadline=None,
            derandomize=number is None,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )


def test_no_order_of_steps_brings_a_run_into_an_illegal_state(database: str) -> None:
    play(250)

    assert clock["steps"] >= 250


@pytest.mark.storm
@pytest.mark.parametrize("number", [1, 2, 3])
def test_no_order_of_two_thousand_steps_does(database: str, number: int) -> None:
    play(STEPS, number=number)

    assert clock["steps"] >= STEPS
