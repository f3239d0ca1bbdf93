"""The guard's pulse: who is who in the cluster, written twice a second to a file that the supervisor reads."""

import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PULSE_VARIABLE = "VIGEN_PULSE_FILE"
ROOM = 4000  # For 64 workers, and within one page, which is written whole.


@dataclass(frozen=True)
class Beat:
    """One look at the cluster: process ids by their part, and when, by the clock of the
    machine that nobody sets (monotonic seconds)."""

    at: float
    main: int
    sentinel: int
    pusher: int
    monitor: int
    busy: tuple[int, ...]
    idle: tuple[int, ...]


class Pulse:
    """Takes the place of django-q2's own statistics, which go to the cache and need it to be up."""

    def __init__(self, sentinel: Any):
        self._sentinel = sentinel

    def save(self) -> None:
        """Write it over the last one: a disk that is full has no room for a new file, and must not end the guard."""
        path = os.environ.get(PULSE_VARIABLE)
        if path:
            with contextlib.suppress(OSError):
                _overwrite(path, json.dumps(self._look()).ljust(ROOM).encode())

    def _look(self) -> dict[str, Any]:
        guard = self._sentinel
        workers = [(process.pid, process.timer.value > 0) for process in guard.pool]
        return {
            "at": time.monotonic(),
            "main": guard.parent_pid,
            "sentinel": guard.pid,
            "pusher": guard.pusher.pid if guard.pusher else 0,
            "monitor": guard.monitor.pid if guard.monitor else 0,
            "busy": [pid for pid, is_busy in workers if is_busy],
            "idle": [pid for pid, is_busy in workers if not is_busy],
        }


def _overwrite(path: str, content: bytes) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o644)
    try:
        os.pwrite(descriptor, content, 0)
    finally:
        os.close(descriptor)


def last_beat(path: Path) -> Beat | None:
    """What the guard wrote last; None before its first."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None
    return Beat(**{**found, "busy": tuple(found["busy"]), "idle": tuple(found["idle"])})
