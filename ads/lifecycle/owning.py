"""The owner's moves: cancel, try again, and put a script of one's own choice in place."""

import time
from typing import Any

from pynamodb.expressions.update import Action

from ads.lifecycle.progress import progress_at
from ads.lifecycle.ringing import ring
from ads.lifecycle.waiting import turn_of
from ads.lifecycle.writing import entering, update
from ads.models import WAITING, Ad, not_started
from ads.states import Stage, Status, sources
from vigen_site.dynamo import reachable
from vigen_site.errors import Conflict

SCRIPT_REFUSED = "script_refused"
"""The error code of a run whose script was never approved."""
CHANGED = (
    "The review refused this script. It was changed after that: make the video to have it reviewed again."
)


class RunMoved(Conflict):
    """The run is no longer in the state in which this was possible."""

    code = "run_moved"


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


def retry(ad: Ad, *, start: Stage | None = None, runs_before: int = 0) -> None:
    """Make the ad again after its last finished stage, or from ``start`` on, and ring.

    ``start`` cannot lie after a stage that is still to be done.
    ``runs_before`` is how many other ads its owner has in the making.
    """
    if ad.status == Status.IN_PROGRESS:
        raise RunMoved("This ad is being made already.")
    first = min(int(ad.stages_done), start.number) if start else _resume_at(ad)
    actions = [
        *entering(ad.user_id, Status.IN_PROGRESS, message=WAITING),
        Ad.stages_done.set(first),
        Ad.attempt.set(0),
        Ad.fence.set(Ad.fence + 1),
        Ad.progress.set(progress_at(list(Stage)[first], 0.0)),
        Ad.error_code.remove(),
        Ad.error_message.remove(),
        Ad.final_video_uri.remove(),
        Ad.rung_at.set(time.time()),
        Ad.turn_at.set(turn_of(runs_before)),
    ]
    actions += [getattr(Ad, stage).set(not_started()) for stage in list(Stage)[first:]]
    condition = Ad.status.is_in(*sources(Status.IN_PROGRESS)) & (Ad.version == ad.version)
    if not update(ad, actions, condition=condition):
        raise RunMoved("This ad has just changed. Look again.")
    ring(ad.user_id, ad.run_id)


def back_to(ad: Ad, stage: Stage) -> list[Action]:
    """What a changed brief does to a run at rest: the next try begins with ``stage``, or before it."""
    return [Ad.stages_done.set(min(int(ad.stages_done), stage.number))]


def put_script(ad: Ad, record: dict[str, Any]) -> bool:
    """Make a script that came about outside of a run the work of the first stage: the next try reviews it.

    ``record`` is that stage's record. A refusal of the script before is lifted.
    False when the ad is not as it was read.
    """
    actions: list[Action] = [
        Ad.script_generation.set(record),
        Ad.script_evaluation.set(not_started()),
        Ad.stages_done.set(Stage.REVIEW.number),
    ]
    if ad.error_code == SCRIPT_REFUSED:
        actions += [Ad.error_code.remove(), Ad.error_message.set(CHANGED)]
    return _amend(ad, actions)


def put_beside_script(ad: Ad, record: dict[str, Any]) -> bool:
    """Change the record of the first stage, whose script stays as it is. False when the ad is not as it was read."""
    return _amend(ad, [Ad.script_generation.set(record)])


def _amend(ad: Ad, actions: list[Action]) -> bool:
    at_rest = Ad.status.is_in(*sources(Status.IN_PROGRESS))
    return update(ad, actions, condition=at_rest & (Ad.version == ad.version))


def _cancel_at_stage(ad: Ad) -> bool:
    """Cancel if the run is still at the stage at which ``ad`` shows it."""
    stage = list(Stage)[int(ad.stages_done)]
    actions = [
        *entering(ad.user_id, Status.CANCELLED, message="Cancelled"),
        Ad.fence.set(Ad.fence + 1),
        getattr(Ad, stage).set(not_started()),
    ]
    condition = Ad.status.is_in(*sources(Status.CANCELLED)) & (Ad.stages_done == stage.number)
    return update(ad, actions, condition=condition)


def _resume_at(ad: Ad) -> int:
    """The number of the stage to go on with. Only a script that was refused is written anew."""
    done = int(ad.stages_done)
    was_refused = done == Stage.REVIEW.number and ad.error_code == SCRIPT_REFUSED
    return 0 if done >= len(Stage) or was_refused else done
