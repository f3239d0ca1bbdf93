"""The life of a run: the only writer of an ad's status, stages and lease.

Every change is one conditional update. Nothing is read, thought over and then
saved: a refused condition means that somebody else was faster, and is news.
The states and moves are drawn in docs/run-states.md.
"""

import socket
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from pynamodb.exceptions import DoesNotExist, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from ads.models import Ad, not_started, now_text, owner_status
from ads.states import Stage, StageStatus, Status, sources
from vigen_site import queue
from vigen_site.dynamo import is_refused, reachable
from vigen_site.errors import Conflict

PRODUCE = "generation.tasks.produce"
"""What a worker runs. A name only: this app does not know who makes ads, or how."""

RING_AGAIN_SECONDS = 20
"""How long the reaper waits for somebody to answer a ring before it rings again."""

LAST_STAGE = Stage.EDITING
SHARE_OF_STAGE = {Stage.SCRIPT: 10, Stage.REVIEW: 5, Stage.VISUALS: 15, Stage.AUDIO: 20, Stage.EDITING: 50}
"""Per cent of the whole that each stage is, as progress is shown."""

GAVE_UP = (
    "This ad could not be finished after several attempts. "
    "Try again; if it fails once more, shorten the brief."
)


class RunMoved(Conflict):
    """The run is no longer in the state in which this was possible."""

    code = "run_moved"


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


def ring(user_id: str, run_id: str) -> None:
    """Ask for a worker. A lost ring is found by the reaper."""
    queue.ring(PRODUCE, user_id, run_id)


# --- A worker's moves ------------------------------------------------------------------------------


def claim(user_id: str, run_id: str, *, owner: str) -> tuple[Claim, Ad] | None:
    """Take the lease of a run that nobody holds; None where there is nothing to do.

    A run that was tried too often at one stage is failed here, visibly.
    """
    ad = _find(user_id, run_id)
    if ad is None or ad.status != Status.IN_PROGRESS or ad.lease_until > time.time():
        return None
    if ad.attempt >= settings.RUN_MAX_ATTEMPTS:
        give_up(ad)
        return None
    taken = _update(
        ad,
        [
            Ad.lease_owner.set(owner),
            Ad.lease_until.set(_lease_end()),
            Ad.fence.set(Ad.fence + 1),
            Ad.attempt.set(Ad.attempt + 1),
        ],
        condition=(Ad.status == Status.IN_PROGRESS)
        & (Ad.lease_until < time.time())
        & (Ad.version == ad.version),
    )
    return (Claim(user_id, run_id, int(ad.fence)), ad) if taken else None


def beat(claim: Claim) -> None:
    """Extend the lease. Raises LeaseLost when it is no longer ours."""
    _held(claim, [Ad.lease_until.set(_lease_end())], quiet=True)


def begin(claim: Claim, stage: Stage, *, attempt: int) -> None:
    """Say that a stage is running now."""
    record = {"status": StageStatus.RUNNING, "started_at": now_text(), "attempt": attempt}
    _held(
        claim,
        [
            getattr(Ad, stage).set(record),
            Ad.progress.set(progress_at(stage, 0.0)),
            Ad.lease_until.set(_lease_end()),
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
            Ad.lease_until.set(_lease_end()),
        ],
    )


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
        *_entering(claim.user_id, Status.GENERATED, message="Your ad is ready"),
        Ad.final_video_uri.set(final_video_uri),
        Ad.progress.set(100),
    ]
    _held(claim, actions, extra=Ad.stages_done == LAST_STAGE.number)


def fail(claim: Claim, stage: Stage, *, code: str, message: str, record: Mapping[str, Any]) -> None:
    """End the run because trying again would not help. ``message`` is for the person."""
    failed = {**record, "status": StageStatus.FAILED, "finished_at": now_text()}
    actions = [
        getattr(Ad, stage).set(failed),
        *_entering(claim.user_id, Status.FAILED, message=message),
        Ad.error_code.set(code),
        Ad.error_message.set(message),
    ]
    _held(claim, actions)


def release(claim: Claim, stage: Stage | None, *, counts: bool, after: float = 0.0) -> None:
    """Give the lease back so that the run goes on later, ``after`` seconds from now at the earliest.

    ``counts`` is False when the worker was asked to stop: that is no failed attempt.
    """
    actions: list[Action] = [Ad.lease_owner.remove(), Ad.lease_until.set(time.time() + after if after else 0)]
    if stage is not None:
        actions.append(getattr(Ad, stage).set(not_started()))
    if not counts:
        actions.append(Ad.attempt.add(-1))
    _held(claim, actions)


# --- The owner's moves -----------------------------------------------------------------------------


def cancel(ad: Ad) -> None:
    """Stop a run. Its worker finds out at its next write, and can write nothing more."""
    # A stage that ends between our look and our write is kept: we look again. Stages only end so many times.
    looks = len(Stage) + 1
    while ad.status == Status.IN_PROGRESS and looks:
        if _cancel_at_stage(ad):
            return
        looks -= 1
        with reachable():
            ad.refresh(consistent_read=True)
    raise RunMoved("This ad is not being made, so there is nothing to cancel.")


def _cancel_at_stage(ad: Ad) -> bool:
    """Cancel if the run is still at the stage at which ``ad`` shows it."""
    stage = list(Stage)[int(ad.stages_done)]
    actions = [
        *_entering(ad.user_id, Status.CANCELLED, message="Cancelled"),
        Ad.fence.set(Ad.fence + 1),
        getattr(Ad, stage).set(not_started()),
    ]
    condition = Ad.status.is_in(*sources(Status.CANCELLED)) & (Ad.stages_done == stage.number)
    return _update(ad, actions, condition=condition)


def retry(ad: Ad, *, start: Stage | None = None) -> None:
    """Make the ad again after its last finished stage, or from ``start`` on, and ring."""
    if ad.status == Status.IN_PROGRESS:
        raise RunMoved("This ad is being made already.")
    first = min(_resume_at(ad), start.number if start else len(Stage))
    actions = [
        *_entering(ad.user_id, Status.IN_PROGRESS, message="Waiting for a free worker"),
        Ad.stages_done.set(first),
        Ad.attempt.set(0),
        Ad.fence.set(Ad.fence + 1),
        Ad.progress.set(progress_at(list(Stage)[first], 0.0)),
        Ad.error_code.remove(),
        Ad.error_message.remove(),
        Ad.final_video_uri.remove(),
        Ad.rung_at.set(time.time()),
    ]
    actions += [getattr(Ad, stage).set(not_started()) for stage in list(Stage)[first:]]
    condition = Ad.status.is_in(*sources(Status.IN_PROGRESS)) & (Ad.version == ad.version)
    if not _update(ad, actions, condition=condition):
        raise RunMoved("This ad has just changed. Look again.")
    ring(ad.user_id, ad.run_id)


def start_over() -> list[Action]:
    """What a changed brief does to a run at rest: the next try begins with a new script."""
    return [Ad.stages_done.set(0)]


def _resume_at(ad: Ad) -> int:
    """The number of the stage to go on with. A script that was not approved is written anew."""
    done = int(ad.stages_done)
    if done >= len(Stage) or done == Stage.REVIEW.number:
        return 0
    return done


# --- The reaper's moves ----------------------------------------------------------------------------


def ring_for_waiting(now: float | None = None) -> list[str]:
    """Ring again for every run that nobody holds; end those that were tried too often. Gives run ids."""
    moment = time.time() if now is None else now
    rung = []
    with reachable():
        waiting = list(_unheld(moment))
    for ad in waiting:
        if ad.attempt >= settings.RUN_MAX_ATTEMPTS:
            give_up(ad)
        elif _touch(ad, moment):
            ring(ad.user_id, ad.run_id)
            rung.append(ad.run_id)
    return rung


def free_runs_of_dead(is_dead: Callable[[str], bool]) -> list[str]:
    """Take the lease from owners that ``is_dead`` knows to be gone: nobody waits for it to run out."""
    freed = []
    with reachable():
        held = list(_held_now())
    for ad in held:
        if ad.lease_owner and is_dead(ad.lease_owner):
            mine = (Ad.lease_owner == ad.lease_owner) & (Ad.fence == ad.fence)
            if _update(
                ad, [Ad.lease_owner.remove(), Ad.lease_until.set(0), Ad.rung_at.set(0)], condition=mine
            ):
                freed.append(ad.run_id)
    return freed


def held_count() -> int:
    """How many runs some worker of this machine holds."""
    with reachable():
        return sum(1 for ad in _held_now() if (ad.lease_owner or "").startswith(f"{hostname()}:"))


def hostname() -> str:
    """This machine's name, as lease owners carry it."""
    return socket.gethostname()


def _held_now() -> Iterator[Ad]:
    return Ad.by_status.query(Status.IN_PROGRESS, filter_condition=Ad.lease_until >= time.time())


def give_up(ad: Ad) -> None:
    """Fail a run whose workers died or stalled too often at one stage."""
    stage = list(Stage)[min(int(ad.stages_done), len(Stage) - 1)]
    record = {**ad.stage(stage), "status": StageStatus.FAILED, "finished_at": now_text()}
    actions = [
        getattr(Ad, stage).set(record),
        *_entering(ad.user_id, Status.FAILED, message=GAVE_UP),
        Ad.error_code.set("gave_up"),
        Ad.error_message.set(GAVE_UP),
        Ad.fence.set(Ad.fence + 1),
    ]
    _update(ad, actions, condition=(Ad.status == Status.IN_PROGRESS) & (Ad.version == ad.version))


def _unheld(moment: float) -> Iterator[Ad]:
    return Ad.by_status.query(
        Status.IN_PROGRESS,
        filter_condition=(Ad.lease_until < moment) & (Ad.rung_at < moment - RING_AGAIN_SECONDS),
    )


def _touch(ad: Ad, moment: float) -> bool:
    """Note the ring; of several reapers one wins."""
    return _update(
        ad,
        [Ad.rung_at.set(moment)],
        condition=(Ad.status == Status.IN_PROGRESS) & (Ad.rung_at == ad.rung_at) & (Ad.lease_until < moment),
    )


# --- Shared ----------------------------------------------------------------------------------------


def progress_at(stage: Stage, done: float) -> int:
    """Per cent of the whole at ``done`` (0 to 1) within a stage."""
    before = sum(SHARE_OF_STAGE[earlier] for earlier in Stage if earlier.number < stage.number)
    return int(before + SHARE_OF_STAGE[stage] * min(1.0, max(0.0, done)))


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


def _entering(user_id: str, status: Status, *, message: str) -> list[Action]:
    return [
        Ad.status.set(status),
        Ad.owner_status.set(owner_status(user_id, status)),
        Ad.message.set(message),
        Ad.lease_until.set(0),
        Ad.lease_owner.remove(),
    ]


def _held(
    claim: Claim, actions: list[Action], *, extra: Condition | None = None, quiet: bool = False
) -> None:
    """Write as the holder of ``claim``, or raise LeaseLost. ``quiet`` leaves updated_at alone."""
    condition = (Ad.fence == claim.fence) & (Ad.status == Status.IN_PROGRESS)
    if extra is not None:
        condition &= extra
    if not _update(claim.key, actions, condition=condition, quiet=quiet):
        raise LeaseLost(f"Run {claim.run_id} is no longer held under fence {claim.fence}.")


def _update(ad: Ad, actions: list[Action], *, condition: Condition, quiet: bool = False) -> bool:
    """One conditional update of an existing record; False when the condition did not hold.

    The record in ``ad`` holds the new values afterwards.
    """
    stamp = [] if quiet else [Ad.updated_at.set(now_text())]
    try:
        with reachable():
            ad.update(
                actions=[*actions, *stamp, Ad.version.add(1)],
                condition=Ad.run_id.exists() & condition,
            )
    except UpdateError as error:
        if not is_refused(error):
            raise
        return False
    return True


def _find(user_id: str, run_id: str) -> Ad | None:
    try:
        with reachable():
            return Ad.get(user_id, run_id, consistent_read=True)
    except DoesNotExist:
        return None


def _lease_end() -> float:
    return time.time() + settings.RUN_LEASE_SECONDS
