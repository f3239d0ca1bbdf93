"""The reaper's loop inside a worker: frees runs of the dead, rings for the waiting, finds who is stuck.

It runs beside the supervisor, not in it: a database that does not answer must
not keep the supervisor from noticing that it is asked to stop.
"""

import contextlib
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings

from ads import lifecycle, turns
from ads.lifecycle import Open
from generation.worker.sweeping import Sweeper
from vigen_site import queue
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.worker")

BUSY_SECONDS, IDLE_SECONDS = 2.0, 5.0
"""Between two looks, with and without runs in the making."""


@dataclass(frozen=True)
class Seen:
    """What the last look found."""

    waiting: int = 0
    held: int = 0
    held_here: tuple[str, ...] = ()
    queue: int | None = None
    database_down_since: float | None = None


def reap(*, anew: bool = False, runs: list[Open] | None = None) -> tuple[list[str], list[str]]:
    """Look once: free the runs of the dead, ring for the waiting. Gives the ids of both."""
    found = lifecycle.open_runs() if runs is None else runs
    freed = lifecycle.free_runs_of_dead(lifecycle.is_dead, found)
    if freed:
        found = lifecycle.open_runs()
    return freed, lifecycle.ring_for_waiting(found, room=_room(), anew=anew)


def _room() -> int:
    """How many rings more make sense: any ring serves any run, so the queue needs no more than workers can use."""
    return max(0, 4 * settings.WORKERS + 4 - (queue.length() or 0))


class Reaper(threading.Thread):
    """The loop. ``is_ours`` tells whether a process belongs to this worker's cluster."""

    def __init__(self, *, is_ours: Callable[[int], bool]):
        super().__init__(name="reaper", daemon=True)
        self._is_ours = is_ours
        self._wake = threading.Event()
        self._anew = True
        self._queue_up = True
        self._down_since: float | None = None
        self._expired: dict[tuple[str, int], float] = {}
        self._waiting: frozenset[str] = frozenset()
        self._waiting_since = time.monotonic()
        self._sweeper = Sweeper()
        self.seen = Seen()
        self.is_stalled = False

    def run(self) -> None:
        """Look for ever. Whatever goes wrong in one look is logged, and the next one is taken."""
        while True:
            try:
                self.look()
            except Exception:
                logger.exception("The reaper met something unforeseen; it goes on.")
            self._sweeper.sweep_if_due()
            self._wake.wait(BUSY_SECONDS if self.seen.waiting + self.seen.held else IDLE_SECONDS)
            self._wake.clear()

    def hurry(self) -> None:
        """A cluster was started: what was rung for in the one before is rung for anew."""
        self._anew = True
        self.is_stalled = False
        self._waiting_since = time.monotonic()
        self._wake.set()

    def look(self) -> None:
        """Take one look, and note a database that does not answer, once."""
        try:
            self._look()
        except Unavailable:
            if self._down_since is None:
                self._down_since = time.time()
                logger.warning("The database does not answer; runs wait until it does.")
            self._waiting_since = time.monotonic()
            self._expired.clear()
            self.seen = Seen(queue=self.seen.queue, database_down_since=self._down_since)
            return
        if self._down_since is not None:
            logger.info("The database answers again, after %.0f s.", time.time() - self._down_since)
            self._down_since = None

    def _look(self) -> None:
        runs = lifecycle.open_runs()
        self._end_stuck(runs)
        anew, self._anew = self._anew, False
        reap(anew=anew, runs=runs)
        held = lifecycle.held_runs(runs)
        here = tuple(run.run_id for run in held if self._holds(run))
        waiting = lifecycle.waiting_runs(runs)
        self._note_turns(waiting)
        length = queue.length()
        self._say_of_queue(length)
        self.seen = Seen(waiting=len(waiting), held=len(held), held_here=here, queue=length)
        self._judge(frozenset(run.run_id for run in waiting), busy=len(here))

    def _note_turns(self, waiting: list[Open]) -> None:
        """For the pages. The last note, of nobody, keeps them from telling of ads that were ahead."""
        if not waiting and not self._waiting:
            return
        try:
            turns.note(waiting)
        except Exception as error:  # noqa: BLE001 -- a cache that is down must not keep the dead in their leases.
            logger.debug("Turns could not be noted (%s)", error)

    def _say_of_queue(self, length: int | None) -> None:
        """Note a queue that does not answer, once, and that it does again."""
        if length is None and self._queue_up:
            logger.warning("The queue does not answer; orders are kept, and rung for when it does.")
        elif length is not None and not self._queue_up:
            logger.info("The queue answers again.")
            self._anew = True
        self._queue_up = length is not None

    def _judge(self, waiting: frozenset[str], *, busy: int) -> None:
        """Decide whether runs wait although a worker here is free: then the pool hangs."""
        moves = not waiting or not self._waiting <= waiting or not self._waiting
        self._waiting = waiting
        if moves or busy >= settings.WORKERS or self.seen.queue is None:
            self._waiting_since = time.monotonic()
        # Replacing the cluster costs those at work their stage: more patience while there are any.
        patience = settings.STALL_SECONDS * (3 if busy else 1)
        self.is_stalled = time.monotonic() - self._waiting_since > patience

    def _end_stuck(self, runs: list[Open]) -> None:
        """Kill workers of ours that live and give no sign of life: stopped, or frozen inside a library."""
        now = time.time()
        silent = {
            (run.run_id, run.fence): run
            for run in runs
            if run.lease_owner and run.lease_until < now and self._holds(run)
        }
        self._expired = {key: self._expired.get(key, time.monotonic()) for key in silent}
        for key, since in self._expired.items():
            if time.monotonic() - since > max(5.0, settings.RUN_LEASE_SECONDS / 2):
                self._end(silent[key])

    def _end(self, run: Open) -> None:
        pid = lifecycle.process_of(run.lease_owner or "")
        if pid is not None:
            logger.warning("Run %s: its worker gives no sign of life; ending process %s.", run.run_id, pid)
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    def _holds(self, run: Open) -> bool:
        pid = lifecycle.process_of(run.lease_owner or "")
        return pid is not None and self._is_ours(pid)
