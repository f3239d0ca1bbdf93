"""A queue and a worker that note a ring's way: rung, heard by the pusher, begun by a worker, looked at, claimed."""

from functools import wraps
from typing import Any

from django_q.brokers import Broker
from django_q.brokers.orm import ORM
from django_q.brokers.redis_broker import Redis
from django_q.signals import pre_execute
from django_q.signing import SignedPackage

from generation.pipeline import runner
from tests.reliability.notes import note


class _Traced(Broker):  # type: ignore[misc]  # django-q2 has no types.
    def enqueue(self, task: str) -> Any:
        note("rung", SignedPackage.loads(task)["args"][1])
        return super().enqueue(task)

    def dequeue(self) -> Any:
        found = super().dequeue()
        for _, task in found or ():
            note("heard", SignedPackage.loads(task)["args"][1])
        return found


class TracedRedis(_Traced, Redis):
    """The Redis broker, with notes."""


class TracedSqlite(_Traced, ORM):
    """The SQLite broker, with notes."""


def _begun(task: dict[str, Any], **_: Any) -> None:
    note("begun", task["args"][1])


def _noting(claim: Any) -> Any:
    @wraps(claim)
    def claim_and_note(user_id: str, run_id: str, *, owner: str) -> Any:
        note("looked", run_id)
        claimed = claim(user_id, run_id, owner=owner)
        if claimed is not None:
            note("claimed", run_id)
        return claimed

    return claim_and_note


pre_execute.connect(_begun)
runner.lifecycle.claim = _noting(runner.lifecycle.claim)  # type: ignore[attr-defined]
