"""Keeps a run's lease alive, tells the person how far it is, and stops the stage when it has to stop."""

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import psutil
from django.conf import settings

from ads import lifecycle
from ads.lifecycle import Claim, LeaseLost
from ads.states import Stage
from generation.pipeline.errors import Draining, StageOverdue
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.run")

SECONDS_BETWEEN_REPORTS = 0.5
SECONDS_WITHOUT_REPORTS = 5.0
"""How long nothing is told after the database did not answer: telling must not slow the work down."""
LONGEST_BEAT = 4.0
LOOK_SECONDS = 0.5
CHILDREN_SECONDS = 2.0
"""A stage that does not stop by itself within this time loses its encoder."""
WEDGED_SECONDS = 10.0
"""A stage that does not stop after this time is wedged, and its process ends with it."""
_NO_DIGITS = str.maketrans("", "", "0123456789")
DRAIN_VARIABLE = "VIGEN_DRAIN_FILE"
"""Names a file; as soon as it exists, no stage is begun, and those at work stop after half of the time."""


class Reporter:
    """A watch beside the work, and the ``report`` that a bench hands to its stages.

    The watch beats (it extends the lease, and so learns of a cancelled run),
    but only until the stage's deadline: a wedged stage is not kept alive by its
    heart. What does not stop when it should is stopped: first the processes
    that it started, such as an encoder; then, in a worker, its own, after
    ``on_wedged`` has ended the run.
    """

    def __init__(self, claim: Claim, *, on_wedged: Callable[[Stage], None] | None = None):
        self._claim = claim
        self._on_wedged = on_wedged
        self._stage = Stage.SCRIPT
        self._deadline = time.monotonic() + settings.RUN_STAGE_SECONDS[self._stage]
        self._next_report = 0.0
        self._silent_until = 0.0
        self._told = ""
        self._lost_at: float | None = None
        self._strangers: set[int] = set()
        self._ended = threading.Event()
        self._watching = threading.Thread(target=self._watch, name="watch", daemon=True)

    def __enter__(self) -> Self:
        self._watching.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ended.set()
        self._watching.join(timeout=settings.RUN_LEASE_SECONDS)

    def enter(self, stage: Stage) -> None:
        """Begin a stage: its deadline starts now. Raises LeaseLost or Draining."""
        self._stage = stage
        self._deadline = time.monotonic() + settings.RUN_STAGE_SECONDS[stage]
        self._strangers = _children()
        self.check_lease()
        if drained_for() is not None:
            raise Draining

    def enter_storing(self) -> None:
        """The stage's work is done; what is left is waiting for others, which has a time of its own."""
        self._deadline = max(self._deadline, time.monotonic() + 2 * settings.RUN_PATIENCE_SECONDS)

    def report(self, done: float, message: str) -> None:
        """Tell the person, at most twice a second; what is done now is told at once when it is something else.

        Raises LeaseLost, Draining or StageOverdue to stop the stage.
        """
        self._check()
        now = time.monotonic()
        # Frame 450 of 450 is more of the same; a check that then takes seconds is not.
        doing = message.translate(_NO_DIGITS)
        if now < self._silent_until or (now < self._next_report and doing == self._told):
            return
        self._told, self._next_report = doing, now + SECONDS_BETWEEN_REPORTS
        try:
            lifecycle.report(self._claim, self._stage, done=done, message=message)
        except Unavailable:
            # Progress is worth no stage: the fence decides whether the run is still ours.
            self._silent_until = time.monotonic() + SECONDS_WITHOUT_REPORTS

    def check_lease(self) -> None:
        """Raise LeaseLost when the run is known to be no longer ours."""
        if self._lost_at is not None:
            raise LeaseLost(f"Run {self._claim.run_id} was cancelled or taken over.")

    def _check(self) -> None:
        self.check_lease()
        if (drained_for() or 0.0) >= settings.DRAIN_SECONDS / 2:
            raise Draining
        if time.monotonic() > self._deadline:
            raise StageOverdue

    def _watch(self) -> None:
        pause = min(settings.RUN_LEASE_SECONDS / 3, LONGEST_BEAT)
        next_beat = time.monotonic() + pause
        while not self._ended.wait(LOOK_SECONDS):
            now = time.monotonic()
            if now >= next_beat and now <= self._deadline and self._lost_at is None:
                next_beat = now + (pause if self._beat() else LOOK_SECONDS)
            self._insist(now)

    def _beat(self) -> bool:
        """Extend the lease; whether that worked. An unanswered beat is repeated: only a refusal means lost."""
        try:
            lifecycle.beat(self._claim)
        except LeaseLost:
            self._lost_at = time.monotonic()
        except Exception as error:  # noqa: BLE001 -- a heart that stops for a hiccup loses the run.
            logger.debug("Run %s: a heartbeat failed (%s)", self._claim.run_id, error)
            return False
        return True

    def _insist(self, now: float) -> None:
        """Stop what goes on although it was lost or is overdue."""
        late = now - (self._deadline if self._lost_at is None else self._lost_at)
        if late > CHILDREN_SECONDS:
            self._end_children()
        if late > WEDGED_SECONDS and multiprocessing.parent_process() is not None:
            self._end_process()

    def _end_children(self) -> None:
        for pid in _children() - self._strangers:
            with contextlib.suppress(psutil.NoSuchProcess):
                child = psutil.Process(pid)
                for process in [*child.children(recursive=True), child]:
                    process.kill()

    def _end_process(self) -> None:
        logger.error(
            "Run %s: %s neither ends nor reports; ending its process", self._claim.run_id, self._stage
        )
        if self._lost_at is None and self._on_wedged is not None:
            try:
                self._on_wedged(self._stage)
            except Exception as error:  # noqa: BLE001 -- this process ends now, whatever could not be written.
                logger.warning("Run %s: its end could not be stored (%s)", self._claim.run_id, error)
        os.kill(os.getpid(), signal.SIGKILL)


def drained_for() -> float | None:
    """How many seconds ago this worker was asked to stop; None while it was not."""
    path = os.environ.get(DRAIN_VARIABLE)
    if not path:
        return None
    try:
        return max(0.0, time.time() - Path(path).stat().st_mtime)
    except FileNotFoundError:
        return None


def _children() -> set[int]:
    """The processes that this one has started. Asked for at every stage, so by the cheap way where there is one."""
    try:
        tasks = [task / "children" for task in Path("/proc/self/task").iterdir()]
        return {int(pid) for task in tasks for pid in task.read_text(encoding="utf-8").split()}
    except OSError:
        return {child.pid for child in psutil.Process().children()}
