"""Keeps a cluster working: restarts it when a part dies or when it stalls, rings for waiting runs, stops it well.

django-q2's pool can hang for ever when an idle worker is killed, and leaves
orphans when its guard is. So the cluster is one process group, and the group
is the unit that is watched and replaced.
"""

import contextlib
import logging
import os
import signal
import subprocess
import sys
import time

import psutil
from django.conf import settings

from ads import lifecycle
from generation.pipeline.reporting import DRAIN_VARIABLE
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.worker")

LOOK_SECONDS = 1.0
REAP_SECONDS = 5.0
STALL_SECONDS = 45.0
"""Runs wait this long while no worker here holds any: the pool hangs, and is replaced."""
DRAIN_SECONDS = 6.0
"""How long running stages may take to let go before the group is killed."""


class Supervisor:
    """One cluster and the loop that watches it. ``run`` returns when ``stop`` was called."""

    def __init__(self) -> None:
        self._drain_file = settings.DATA_DIR / "run" / f"drain-{os.getpid()}"
        self._drain_file.parent.mkdir(parents=True, exist_ok=True)
        self._drain_file.unlink(missing_ok=True)
        self._stopping = False
        self._waiting_since: float | None = None
        self._reaped_at = 0.0
        self._cluster = self._start()

    def run(self) -> None:
        """Watch until asked to stop, then stop within some seconds and leave no process."""
        try:
            while not self._stopping:
                time.sleep(LOOK_SECONDS)
                self._look()
        finally:
            self._end()

    def stop(self, *_: object) -> None:
        """Ask the loop to end; fit to be a signal handler."""
        self._stopping = True

    def _look(self) -> None:
        if self._cluster.poll() is not None and not self._stopping:
            logger.warning(
                "The cluster ended by itself (exit %s); starting another.", self._cluster.returncode
            )
            self._replace()
        if time.monotonic() - self._reaped_at >= REAP_SECONDS:
            self._reaped_at = time.monotonic()
            self._reap()

    def _reap(self) -> None:
        try:
            lifecycle.free_runs_of_dead(is_dead)
            rung = lifecycle.ring_for_waiting()
            self._watch_for_stall(waiting=bool(rung))
        except Unavailable:
            logger.warning("The database does not answer; looking again in %.0f s.", REAP_SECONDS)

    def _watch_for_stall(self, *, waiting: bool) -> None:
        """Replace the cluster when runs were rung for again and again and nobody here took any."""
        if lifecycle.held_count() > 0:
            self._waiting_since = None
        elif waiting and self._waiting_since is None:
            self._waiting_since = time.monotonic()
        elif waiting and time.monotonic() - (self._waiting_since or 0) > STALL_SECONDS:
            logger.warning("Runs wait and no worker takes them; replacing the cluster.")
            self._waiting_since = None
            self._replace()

    def _start(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(
            [sys.executable, "-m", "generation.worker.cluster"],
            cwd=settings.BASE_DIR,
            env={**os.environ, DRAIN_VARIABLE: str(self._drain_file)},
            start_new_session=True,
        )

    def _replace(self) -> None:
        _kill_group(self._cluster)
        self._cluster = self._start()

    def _end(self) -> None:
        """Let running stages give their leases back, then end the group, gently first."""
        self._drain_file.touch()
        if self._cluster.poll() is None:
            self._cluster.terminate()
        try:
            self._cluster.wait(timeout=DRAIN_SECONDS)
        except subprocess.TimeoutExpired:
            logger.warning("Work did not stop in %.0f s; it goes on after the next start.", DRAIN_SECONDS)
        _kill_group(self._cluster)
        self._drain_file.unlink(missing_ok=True)


def is_dead(owner: str) -> bool:
    """Whether a lease's owner ("host:pid") was a process of this machine that is no more."""
    host, _, pid = owner.rpartition(":")
    return host == lifecycle.hostname() and not psutil.pid_exists(int(pid))


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
