"""The reaper's and the operator's moves: ring for runs that nobody holds, free those of the dead, end the hopeless."""

import logging
import time
from collections.abc import Callable, Iterable

from django.conf import settings
from pynamodb.expressions.condition import Condition

from ads.lifecycle.owning import RunMoved, retry
from ads.lifecycle.ringing import RING_AGAIN_SECONDS, ring
from ads.lifecycle.waiting import Open, is_claimable, open_runs, waiting_runs
from ads.lifecycle.writing import entering, find, update
from ads.models import WAITING, Ad, not_started, now_text
from ads.states import Stage, StageStatus, Status, sources

logger = logging.getLogger("vigen.run")

GAVE_UP = (
    "This ad could not be finished after several attempts. "
    "Try again; if it fails once more, shorten the brief."
)


def ring_for_waiting(
    runs: Iterable[Open] | None = None, *, room: int | None = None, anew: bool = False
) -> list[str]:
    """Ring again for runs that nobody holds; end those that were tried too often. Gives run ids.

    ``room`` is how many rings the queue should get at most: any ring serves
    any run, and a queue that nobody empties must not grow. ``anew`` rings
    although the last ring was a moment ago: it went to a worker that is gone.
    """
    now = time.time()
    rung: list[str] = []
    for run in waiting_runs(runs):
        if run.attempt >= settings.RUN_MAX_ATTEMPTS:
            _give_up_on(run)
        elif (room is None or len(rung) < room) and (anew or _is_due(run, now)) and _touch(run, now):
            ring(run.user_id, run.run_id)
            rung.append(run.run_id)
    return rung


def free_runs_of_dead(is_dead: Callable[[str], bool], runs: Iterable[Open] | None = None) -> list[str]:
    """Take the lease from owners that ``is_dead`` knows to be gone: nobody waits for it to run out."""
    freed = []
    for run in open_runs() if runs is None else runs:
        if run.lease_owner and is_dead(run.lease_owner) and _free(run):
            logger.info("Run %s: its worker is gone; free for another", run.run_id)
            freed.append(run.run_id)
    return freed


def give_up(ad: Ad) -> bool:
    """Fail a run whose workers died or stalled too often at one stage."""
    return fail_for(
        ad, code="gave_up", message=GAVE_UP, still=(Ad.version == ad.version) & is_claimable(time.time())
    )


def fail_for(ad: Ad, *, code: str, message: str, still: Condition | None = None) -> bool:
    """End a run from outside, whoever holds it; False when it moved meanwhile. ``message`` is for the person."""
    stage = list(Stage)[min(int(ad.stages_done), len(Stage) - 1)]
    record = {**ad.stage(stage), "status": StageStatus.FAILED, "finished_at": now_text()}
    actions = [
        getattr(Ad, stage).set(record),
        *entering(ad.user_id, Status.FAILED, message=message),
        Ad.error_code.set(code),
        Ad.error_message.set(message),
        Ad.fence.set(Ad.fence + 1),
    ]
    condition = Ad.status.is_in(*sources(Status.FAILED)) & (Ad.stages_done == ad.stages_done)
    ended = update(ad, actions, condition=condition if still is None else condition & still)
    if ended:
        logger.warning("Run %s: failed at %s (%s)", ad.run_id, stage, code)
    return ended


def requeue(ad: Ad) -> None:
    """Start a run's attempts anew, after its last finished stage: at rest, or away from whoever holds it."""
    if ad.status != Status.IN_PROGRESS:
        retry(ad)
        return
    stage = list(Stage)[int(ad.stages_done)]
    actions = [
        Ad.fence.set(Ad.fence + 1),
        Ad.attempt.set(0),
        Ad.lease_owner.remove(),
        Ad.lease_until.set(0),
        Ad.rung_at.set(time.time()),
        Ad.message.set(WAITING),
        getattr(Ad, stage).set(not_started()),
    ]
    condition = (Ad.status == Status.IN_PROGRESS) & (Ad.stages_done == stage.number) & (Ad.fence == ad.fence)
    if not update(ad, actions, condition=condition):
        raise RunMoved("This run has just moved on. Look again.")
    ring(ad.user_id, ad.run_id)


def _give_up_on(run: Open) -> None:
    ad = find(run.user_id, run.run_id)
    if ad is not None and ad.version == run.version:
        give_up(ad)


def _is_due(run: Open, now: float) -> bool:
    """Whether the last ring was long ago; one of the future was noted before the clock was set back."""
    return not now - RING_AGAIN_SECONDS <= run.rung_at <= now + RING_AGAIN_SECONDS


def _touch(run: Open, now: float) -> bool:
    """Note the ring; of several reapers one wins."""
    return update(
        run.key,
        [Ad.rung_at.set(now)],
        condition=(Ad.status == Status.IN_PROGRESS) & (Ad.rung_at == run.rung_at) & is_claimable(now),
    )


def _free(run: Open) -> bool:
    return update(
        run.key,
        [Ad.lease_owner.remove(), Ad.lease_until.set(0), Ad.rung_at.set(0)],
        condition=(Ad.status == Status.IN_PROGRESS)
        & (Ad.lease_owner == run.lease_owner)
        & (Ad.fence == run.fence),
    )
