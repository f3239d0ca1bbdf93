"""Runs that are not at rest: who waits, who is held, and whose turn it is."""

import time
from collections.abc import Iterable
from dataclasses import dataclass

from django.conf import settings
from pynamodb.expressions.condition import Condition

from ads.lifecycle.machine import is_dead, process_of
from ads.models import Ad
from ads.states import Status
from vigen_site.dynamo import reachable

LONGEST_PAUSE = 900.0
"""The longest that a run may be put off before it is tried again, in seconds."""
TURN_SECONDS = 600
"""Each further ad that a person has in the making is served as if it were ordered this much later."""


@dataclass(frozen=True)
class Open:
    """What leases and turns need to know of a run in the making; nothing else of its record is read."""

    user_id: str
    run_id: str
    fence: int
    attempt: int
    stages_done: int
    lease_owner: str | None
    lease_until: float
    rung_at: float
    turn_at: float
    version: int

    @property
    def key(self) -> Ad:
        """A record to update; nothing of it was read."""
        return Ad(self.user_id, self.run_id)


READ = [
    "user_id",
    "run_id",
    "fence",
    "attempt",
    "stages_done",
    "lease_owner",
    "lease_until",
    "rung_at",
    "turn_at",
    "version",
]


def turn_of(runs_before: int) -> float:
    """When it is the turn of a run that is ordered now by somebody with ``runs_before`` in the making.

    Whoever orders fifty has them served as if they were ordered over hours, so
    that another person's first one is next. As time goes on every turn comes.
    """
    return time.time() + runs_before * TURN_SECONDS


def open_runs() -> list[Open]:
    """All runs in the making, those first whose turn it is. From an index that may lag by a moment."""
    with reachable():
        found = Ad.by_status.query(Status.IN_PROGRESS, attributes_to_get=READ)
        return sorted((_open(ad) for ad in found), key=lambda run: (run.turn_at, run.run_id))


def waiting_runs(runs: Iterable[Open] | None = None) -> list[Open]:
    """The runs that a worker could take now, in the order of their turns.

    One whose lease has run out while its worker lives on this machine is not
    among them: the worker could not reach the database, or its supervisor ends
    it in a moment, and then it is.
    """
    now = time.time()
    return [run for run in _known(runs) if not is_held(run, now) and not _has_living_owner(run)]


def held_runs(runs: Iterable[Open] | None = None) -> list[Open]:
    """The runs that somebody holds."""
    now = time.time()
    return [run for run in _known(runs) if run.lease_owner and is_held(run, now)]


def _known(runs: Iterable[Open] | None) -> Iterable[Open]:
    return open_runs() if runs is None else runs


def _has_living_owner(run: Open) -> bool:
    owner = run.lease_owner
    return bool(owner) and process_of(str(owner)) is not None and not is_dead(str(owner))


def is_held(run: Open | Ad, now: float) -> bool:
    """Whether a run has an owner, or is put off. A lease of tomorrow was made before the clock was set back."""
    return now <= run.lease_until <= now + _farthest()


def is_claimable(now: float) -> Condition:
    """The condition under which nobody holds a run."""
    free: Condition = (Ad.lease_until < now) | (Ad.lease_until > now + _farthest())
    return free


def _farthest() -> float:
    return float(settings.RUN_LEASE_SECONDS + LONGEST_PAUSE + 60)


def _open(ad: Ad) -> Open:
    return Open(
        user_id=ad.user_id,
        run_id=ad.run_id,
        fence=int(ad.fence),
        attempt=int(ad.attempt),
        stages_done=int(ad.stages_done),
        lease_owner=ad.lease_owner,
        lease_until=float(ad.lease_until),
        rung_at=float(ad.rung_at),
        turn_at=float(ad.turn_at),
        version=int(ad.version),
    )
