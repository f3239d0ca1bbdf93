"""Moments on a ring's way, and how long the processes that carry it had waited for a core until then."""

import contextlib
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Self

FILE, WATCHED = "VIGEN_TEST_NOTES", "VIGEN_TEST_WATCHED"


@dataclass(frozen=True)
class Note:
    """``run`` came to ``point`` at ``at`` (seconds since the epoch); ``waited`` is by process id, in seconds."""

    point: str
    run: str
    at: float
    process: int
    waited: dict[int, float]

    @classmethod
    def from_line(cls, line: str) -> Self:
        """A note as ``note`` wrote it."""
        point, run, at, process, waited = json.loads(line)
        return cls(point, run, at, process, {int(pid): seconds for pid, seconds in waited.items()})


def note(point: str, run: str) -> None:
    """Write that ``run`` has come to ``point`` now: one line of the file that the environment names."""
    at = time.time()
    watched = Path(os.environ[WATCHED]).read_text(encoding="ascii").split()
    waited = {pid: core_wait(pid) for pid in [*watched, str(os.getpid())]}
    line = json.dumps([point, run, at, os.getpid(), waited]) + "\n"
    descriptor = os.open(os.environ[FILE], os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o644)
    try:
        os.write(descriptor, line.encode())
    finally:
        os.close(descriptor)


def notes() -> list[Note]:
    """All notes, in the order in which they were written."""
    return [Note.from_line(line) for line in Path(os.environ[FILE]).read_text(encoding="ascii").splitlines()]


def core_wait(pid: str) -> float:
    """Seconds that a process's threads were ready and had no core (proc(5), ``schedstat``); 0 where it is gone."""
    waited = 0
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            waited += int((thread / "schedstat").read_text(encoding="ascii").split()[1])
    return waited / 1e9
