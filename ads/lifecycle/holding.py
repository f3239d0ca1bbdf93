"""A worker's moves: take a run, work under its lease, commit its stages, let it go."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from ads.lifecycle.progress import BEGINNINGS, LAST_STAGE, progress_at
from ads.lifecycle.reaping import give_up
from ads.lifecycle.waiting import LONGEST_PAUSE, Open, is_claimable, is_held
from ads.lifecycle.writing import entering, find, lease_end, update
from ads.models import Ad, not_started, now_text
from ads.states import Stage, StageStatus, Status


class LeaseLost(Exception):
    """This worker no longer holds the run: it was cancelled, taken over or ended. Stop, and write nothing."""


@dataclass(frozen=True)
class Claim:
    """A worker's hold on a run. ``fence`` makes every write of an earlier holder void."""

    user_id: str
    run_id: str
    fence: int

    @property
    def key(self) -> Ad:
        """A record to update; nothing of it was read."""
        return Ad(self.user_id, self.run_id)


def claim(user_id: str, run_id: str, *, owner: str) -> tuple[Claim, Ad] | None:
    """Take the lease of a run that nobody holds; None where there is nothing to do.

    A run that was tried too often at one stage is failed here, visibly.
    """
    ad = find(user_id, run_id)
    if ad is None or ad.status != Status.IN_PROGRESS or is_held(ad, time.time()):
        return None
    if ad.attempt >= settings.RUN_MAX_ATTEMPTS:
        give_up(ad)
        return None
    taken = update(
        ad,
        [
            Ad.lease_owner.set(owner),
            Ad.lease_until.set(lease_end()),
            Ad.fence.set(Ad.fence + 1),
            Ad.attempt.set(Ad.attempt + 1),
        ],
        condition=(Ad.status == Status.IN_PROGRESS) & is_claimable(time.time()) & (Ad.version == ad.version),
    )
    return (Claim(user_id, run_id, int(ad.fence)), ad) if taken else None


def beat(claim: Claim) -> None:
    """Extend the lease. Raises LeaseLost when it is no longer ours."""
    # A beat that is on its way when the run is given back must not take it again, in nobody's name.
    _held(claim, [Ad.lease_until.set(lease_end())], extra=Ad.lease_owner.exists(), quiet=True)


def begin(claim: Claim, stage: Stage, *, attempt: int) -> None:
    """Say that a stage is running now."""
    record = {"status": StageStatus.RUNNING, "started_at": now_text(), "attempt": attempt}
    _held(
        claim,
        [
            getattr(Ad, stage).set(record),
            Ad.progress.set(progress_at(stage, 0.0)),
            Ad.message.set(BEGINNINGS[stage]),
            Ad.lease_until.set(lease_end()),
        ],
        extra=Ad.stages_done == stage.number,
    )


def report(claim: Claim, stage: Stage, *, done: float, message: str) -> None:
    """Tell the person where things are: ``done`` is 0 to 1 within the stage."""
    _held(
        claim,
        [
            Ad.progress.set(progress_at(stage, done)),
            Ad.message.set(message),
            Ad.lease_until.set(lease_end()),
        ],
    )


def publish(claim: Claim, stage: Stage, *, artefacts: Mapping[str, str], record: Mapping[str, Any]) -> None:
    """Show what a running stage has made so far (file name to storage key). Raises LeaseLost."""
    running = {**record, "status": StageStatus.RUNNING, "artefacts": dict(artefacts)}
    _held(claim, [getattr(Ad, stage).set(running)], extra=Ad.stages_done == stage.number)


def commit(claim: Claim, stage: Stage, *, artefacts: Mapping[str, str], record: Mapping[str, Any]) -> None:
    """End a stage: its artefacts (file name to storage key) count from here on, and are never made twice.

    ``record`` is the stage's own account (started_at, attempt, seconds …).
    """
    _held(claim, _committed(stage, artefacts, record), extra=Ad.stages_done == stage.number)


def finish(
    claim: Claim, *, artefacts: Mapping[str, str], record: Mapping[str, Any], final_video_uri: str
) -> None:
    """Commit the last stage and the ad with it, in one write."""
    actions = [
        *_committed(LAST_STAGE, artefacts, record),
        *entering(claim.user_id, Status.GENERATED, message="Your ad is ready"),
        Ad.final_video_uri.set(final_video_uri),
        Ad.progress.set(100),
    ]
    _held(claim, actions, extra=Ad.stages_done == LAST_STAGE.number)


def fail(claim: Claim, stage: Stage, *, code: str, message: str, record: Mapping[str, Any]) -> None:
    """End the run because trying again would not help. ``message`` is for the person."""
    failed = {**record, "status": StageStatus.FAILED, "finished_at": now_text()}
    actions = [
        getattr(Ad, stage).set(failed),
        *entering(claim.user_id, Status.FAILED, message=message),
        Ad.error_code.set(code),
        Ad.error_message.set(message),
    ]
    _held(claim, actions)


def release(claim: Claim, stage: Stage | None, *, counts: bool, after: float = 0.0) -> None:
    """Give the lease back so that the run goes on later, ``after`` seconds from now at the earliest.

    ``counts`` is False when the worker was asked to stop: that is no failed attempt.
    """
    # The owner is part of the condition, so that a second try of the same write takes no second attempt off.
    _held(claim, _let_go(stage, counts=counts, after=after), extra=Ad.lease_owner.exists())


def give_back(run: Open) -> bool:
    """Release a run on behalf of a worker that was stopped before it could; that is no failed attempt."""
    mine = (Ad.lease_owner == run.lease_owner) & (Ad.fence == run.fence) & (Ad.stages_done == run.stages_done)
    stage = list(Stage)[min(run.stages_done, LAST_STAGE.number)]
    return update(
        run.key,
        [*_let_go(stage, counts=False, after=0.0), Ad.rung_at.set(0)],
        condition=(Ad.status == Status.IN_PROGRESS) & mine,
    )


def _let_go(stage: Stage | None, *, counts: bool, after: float) -> list[Action]:
    until = time.time() + min(after, LONGEST_PAUSE) if after else 0
    actions: list[Action] = [Ad.lease_owner.remove(), Ad.lease_until.set(until)]
    if stage is not None:
        actions.append(getattr(Ad, stage).set(not_started()))
    if not counts:
        actions.append(Ad.attempt.add(-1))
    return actions


def _committed(stage: Stage, artefacts: Mapping[str, str], record: Mapping[str, Any]) -> list[Action]:
    whole = {
        **record,
        "status": StageStatus.COMPLETED,
        "finished_at": now_text(),
        "artefacts": dict(artefacts),
    }
    return [
        getattr(Ad, stage).set(whole),
        Ad.stages_done.set(stage.number + 1),
        Ad.attempt.set(1),  # Whoever holds the run is making its first attempt at the next stage now.
        *([] if stage is LAST_STAGE else [Ad.progress.set(progress_at(stage, 1.0))]),
    ]


def _held(
    claim: Claim, actions: list[Action], *, extra: Condition | None = None, quiet: bool = False
) -> None:
    """Write as the holder of ``claim``, or raise LeaseLost. ``quiet`` leaves no mark."""
    condition = (Ad.fence == claim.fence) & (Ad.status == Status.IN_PROGRESS)
    if extra is not None:
        condition &= extra
    if not update(claim.key, actions, condition=condition, quiet=quiet):
        raise LeaseLost(f"Run {claim.run_id} is no longer held under fence {claim.fence}.")
