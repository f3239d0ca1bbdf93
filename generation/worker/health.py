"""What a worker says of itself: one small file in the data folder, written while it lives."""

import contextlib
import json
import os
import time
from typing import Any

import psutil
from django.conf import settings

from ads import lifecycle
from generation.worker.notes import folder
from generation.worker.reaper import Seen

STALE_SECONDS = 30.0


class Report:
    """Written by the supervisor at every look; read by ``manage.py worker --status``."""

    def __init__(self) -> None:
        self._path = folder() / f"worker-{os.getpid()}.json"
        self._started = time.time()
        self._said: dict[str, Any] = {}
        self._said_at = 0.0
        self.restarts = 0
        self.last_restart = ""

    def write(self, state: str, seen: Seen, *, busy: int, idle: int) -> None:
        """Say how it is now: ``state`` is starting, working, backing off, or stopping."""
        report: dict[str, Any] = {
            "state": state,
            "at": time.time(),
            "process": lifecycle.this_process(),
            "started": self._started,
            "workers": settings.WORKERS,
            "busy": busy,
            "idle": idle,
            "restarts": self.restarts,
            "last_restart": self.last_restart,
            "runs_held_here": list(seen.held_here),
            "runs_waiting": seen.waiting,
            "rings_in_queue": seen.queue,
            "database": "up" if seen.database_down_since is None else "down",
        }
        # Twice a second it is asked; the file changes when something has, and often enough to be fresh.
        news = {name: value for name, value in report.items() if name != "at"}
        if news != self._said or report["at"] - self._said_at > STALE_SECONDS / 4:
            self._said, self._said_at = news, report["at"]
            with contextlib.suppress(OSError):  # A full disk is no reason to stop working.
                draft = self._path.with_suffix(".draft")
                draft.write_text(json.dumps(report, indent=1), encoding="utf-8")
                draft.replace(self._path)

    def remove(self) -> None:
        """The worker has ended."""
        self._path.unlink(missing_ok=True)


def reports() -> list[dict[str, Any]]:
    """The reports of all workers over this data folder that live. Those of the dead are removed."""
    found = []
    for path in sorted(folder().glob("worker-*.json")):
        report = json.loads(path.read_text(encoding="utf-8"))
        if psutil.pid_exists(int(path.stem.partition("-")[2])):
            found.append(report)
        else:
            path.unlink(missing_ok=True)
    return found


def is_healthy(report: dict[str, Any]) -> bool:
    """Whether a worker works, or is about to: its report is fresh, its cluster is up and its queue answers."""
    fresh = abs(time.time() - report["at"]) < STALE_SECONDS
    return fresh and report["state"] == "working" and report["rings_in_queue"] is not None
