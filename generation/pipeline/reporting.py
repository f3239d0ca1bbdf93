"""Keeps a run's lease alive, tells the person how far it is, and stops the stage when it has to stop."""

import logging
import os
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from django.conf import settings

from ads import lifecycle
from ads.lifecycle import Claim, LeaseLost
from ads.states import Stage
from generation.pipeline.errors import Draining, StageOverdue
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.run")

SECONDS_BETWEEN_REPORTS = 0.5
DRAIN_VARIABLE = "VIGEN_DRAIN_FILE"
"""Names a file; as soon as it exists, workers stop at their next report."""


class Reporter:
    """A heartbeat beside the work, and the ``report`` that a bench hands to its stages.

    The heartbeat ends with the stage's deadline, so that a wedged stage loses
    its lease to another worker although its process lives.
    """

    def __init__(self, claim: Claim):
        self._claim = claim
        self._stage = Stage.SCRIPT
        self._deadline = time.monotonic() + settings.RUN_STAGE_SECONDS
        self._told_at = 0.0
        self._lost = threading.Event()
        self._ended = threading.Event()
        self._heart = threading.Thread(target=self._beat, name="heartbeat", daemon=True)

    def __enter__(self) -> Self:
        self._heart.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._heart.join(timeout=settings.RUN_LEASE_SECONDS)

    def enter(self, stage: Stage) -> None:
        """Begin a stage: its deadline starts now. Raises what ``report`` raises."""
        self._stage = stage
        self._deadline = time.monotonic() + settings.RUN_STAGE_SECONDS
        self._check()

    def report(self, done: float, message: str) -> None:
        """Tell the person; at most twice a second. Raises LeaseLost, Draining or StageOverdue to stop the stage."""
        self._check()
        now = time.monotonic()
        if now - self._told_at < SECONDS_BETWEEN_REPORTS:
            return
        self._told_at = now
        try:
            lifecycle.report(self._claim, self._stage, done=done, message=message)
        except Unavailable:
            # Progress is worth no stage: the heartbeat decides whether the run is still ours.
            logger.warning("Run %s: progress could not be stored", self._claim.run_id)

    def _check(self) -> None:
        if self._lost.is_set():
            raise LeaseLost(f"Run {self._claim.run_id} was cancelled or taken over.")
        if is_draining():
            raise Draining
        if time.monotonic() > self._deadline:
            raise StageOverdue

    def _beat(self) -> None:
        lease_ends = time.monotonic() + settings.RUN_LEASE_SECONDS
        while not self._ended.wait(settings.RUN_LEASE_SECONDS / 3):
            if time.monotonic() > self._deadline:
                return
            try:
                lifecycle.beat(self._claim)
                lease_ends = time.monotonic() + settings.RUN_LEASE_SECONDS
            except LeaseLost:
                self._lost.set()
                return
            except Exception as error:  # noqa: BLE001 -- a heart that stops for a hiccup loses the run.
                logger.warning("Run %s: a heartbeat failed (%s)", self._claim.run_id, error)
                if time.monotonic() > lease_ends:
                    self._lost.set()
                    return


def is_draining() -> bool:
    """Whether this worker was asked to stop."""
    path = os.environ.get(DRAIN_VARIABLE)
    return bool(path) and Path(str(path)).exists()
