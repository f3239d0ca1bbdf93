"""Keeps a cluster working: restarts it when a part dies or when it stalls, and stops it well.

django-q2 leaves orphans when its guard is killed, and its pool can hang. So
the cluster is one process group, and the group is the unit that is watched and
replaced. Freeing and ringing is the reaper's, in a thread beside this.
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
from generation.worker.cluster import SUPERVISOR_VARIABLE
from generation.worker.health import Report
from generation.worker.notes import folder
from generation.worker.pulse import PULSE_VARIABLE, Beat, last_beat
from generation.worker.reaper import Reaper
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.worker")

LOOK_SECONDS = 0.5
STARTING_SECONDS = 120.0
"""How long a cluster may take until its guard's first sign of life."""
PULSELESS_SECONDS = 20.0
"""How long the guard may be silent after that."""
SHORT_LIFE_SECONDS = 10.0
LONGEST_PAUSE = 60.0


class Supervisor:
    """One cluster and the loop that watches it. ``run`` returns when ``stop`` was called."""

    def __init__(self) -> None:
        self._drain_file = folder() / f"drain-{os.getpid()}"
        self._pulse_file = folder() / f"pulse-{os.getpid()}.json"
        self._stopping = False
        self._cluster: subprocess.Popen[bytes] | None = None
        self._started_at = 0.0
        self._is_up = False
        self._start_again_at = 0.0
        self._failed_starts = 0
        self._report = Report()
        self._reaper = Reaper(is_ours=self._is_ours)

    def run(self) -> None:
        """Watch until asked to stop, then stop within some seconds and leave no process."""
        self._drain_file.unlink(missing_ok=True)
        self._start()
        self._reaper.start()
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
        beat = self._beat()
        if beat is not None and not self._is_up:
            # Runs that waited while it was still loading its libraries did not wait for a pool that hangs.
            self._is_up = True
            self._reaper.hurry()
        if self._cluster is None:
            if time.monotonic() >= self._start_again_at:
                self._start()
        elif trouble := self._trouble(self._cluster, beat):
            self._replace(trouble, beat)
        self._say(beat)

    def _trouble(self, cluster: "subprocess.Popen[bytes]", beat: Beat | None) -> str:
        """Why the cluster must be replaced, if it must."""
        if cluster.poll() is not None:
            return f"it ended by itself (exit {cluster.returncode})"
        if beat is None:
            late = time.monotonic() - self._started_at > STARTING_SECONDS
            return "it does not come up" if late else ""
        if time.monotonic() - beat.at > PULSELESS_SECONDS and self._lived() > PULSELESS_SECONDS:
            return "its guard gives no sign of life"
        return "runs wait and no worker takes them" if self._reaper.is_stalled else ""

    def _replace(self, trouble: str, beat: Beat | None) -> None:
        """End the group; start another at once, or after a pause if this one has hardly lived."""
        self._report.restarts += 1
        self._report.last_restart = trouble
        came_up = beat is not None and self._lived() > SHORT_LIFE_SECONDS
        self._failed_starts = 0 if came_up else self._failed_starts + 1
        pause = min(LONGEST_PAUSE, 2.0 ** (self._failed_starts - 2)) if self._failed_starts > 1 else 0.0
        logger.warning("Replacing the cluster%s: %s.", f" in {pause:.0f} s" if pause else "", trouble)
        self._kill()
        if pause:
            self._start_again_at = time.monotonic() + pause
        else:
            self._start()

    def _start(self) -> None:
        # From the main thread only: the kernel ends the cluster with the thread that started it.
        self._pulse_file.unlink(missing_ok=True)
        self._started_at = time.monotonic()
        self._is_up = False
        self._cluster = subprocess.Popen(
            [sys.executable, "-m", "generation.worker.cluster"],
            cwd=settings.BASE_DIR,
            env={
                **os.environ,
                DRAIN_VARIABLE: str(self._drain_file),
                PULSE_VARIABLE: str(self._pulse_file),
                SUPERVISOR_VARIABLE: str(os.getpid()),
            },
            start_new_session=True,
        )
        self._reaper.hurry()

    def _kill(self) -> None:
        cluster, self._cluster = self._cluster, None
        if cluster is not None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(cluster.pid, signal.SIGKILL)
            cluster.wait()

    def _end(self) -> None:
        """Let running stages give their leases back, then end the group, gently first."""
        self._report.write("stopping", self._reaper.seen, busy=0, idle=0)
        with contextlib.suppress(OSError):
            self._drain_file.touch()
        if self._cluster is not None:
            self._cluster.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._cluster.wait(timeout=settings.DRAIN_SECONDS)
            members = _members(self._cluster.pid)
            self._kill()
            self._give_back(members)
        for path in (self._drain_file, self._pulse_file):
            path.unlink(missing_ok=True)
        self._report.remove()

    def _give_back(self, members: set[int]) -> None:
        """Release the runs of workers that did not stop in time; being stopped is no failed attempt."""
        try:
            for run in lifecycle.open_runs() if members else ():
                if lifecycle.process_of(run.lease_owner or "") in members and lifecycle.give_back(run):
                    logger.info("Run %s: given back, its stage did not stop in time", run.run_id)
        except Unavailable:
            logger.warning("The database does not answer; runs go on when their leases have run out.")

    def _beat(self) -> Beat | None:
        return last_beat(self._pulse_file)

    def _lived(self) -> float:
        return time.monotonic() - self._started_at

    def _is_ours(self, pid: int) -> bool:
        cluster = self._cluster
        try:
            return cluster is not None and os.getpgid(pid) == cluster.pid
        except ProcessLookupError:
            return False

    def _say(self, beat: Beat | None) -> None:
        state = "backing off" if self._cluster is None else "starting" if beat is None else "working"
        busy, idle = (len(beat.busy), len(beat.idle)) if beat else (0, 0)
        self._report.write(state, self._reaper.seen, busy=busy, idle=idle)


def _members(group: int) -> set[int]:
    found = set()
    for process in psutil.process_iter():
        with contextlib.suppress(ProcessLookupError):
            if os.getpgid(process.pid) == group:
                found.add(process.pid)
    return found
