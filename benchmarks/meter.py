"""What something takes: seconds by the clock and of CPU, and memory, of this process and all that it starts."""

import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

MEGABYTE = 1 << 20
LOOKS_A_SECOND = 20


@dataclass
class Taken:
    """Seconds by the clock, and of CPU in all processes together."""

    wall: float = 0.0
    cpu: float = 0.0


@contextmanager
def taken() -> Iterator[Taken]:
    """Measures the block. A child's CPU counts from when it has ended and was waited for."""
    found = Taken()
    wall, cpu = time.perf_counter(), sum(os.times()[:4])
    try:
        yield found
    finally:
        found.wall, found.cpu = time.perf_counter() - wall, sum(os.times()[:4]) - cpu


def load() -> str:
    """How busy the machine is: by the clock, nothing is comparable without it."""
    return f"load average {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores"


@dataclass
class Peak:
    """The most memory that was held at once, in bytes: together, and what of it was the children's."""

    together: int = 0
    children: int = 0


@contextmanager
def peak_memory() -> Iterator[Peak]:
    """Watches the memory of this process and its children, twenty times a second.

    Proportional set sizes where the system tells them (Linux): pages that several processes share
    are then counted once. Elsewhere resident sizes, which count them in each.
    """
    seen, ended = Peak(), threading.Event()
    watching = threading.Thread(target=_watch, args=(seen, ended), daemon=True)
    watching.start()
    try:
        yield seen
    finally:
        ended.set()
        watching.join()


def _watch(seen: Peak, ended: threading.Event) -> None:
    whole = psutil.Process()
    own_name = _command(whole)
    while not ended.wait(1 / LOOKS_A_SECOND):
        # A child that still has our name is a copy of us that has not begun its own program yet.
        started = [child for child in whole.children(recursive=True) if _command(child) not in ("", own_name)]
        children = sum(_held(child) for child in started)
        together = _held(whole) + children
        if together > seen.together:
            seen.together, seen.children = together, children


def _command(process: psutil.Process) -> str:
    try:
        return "\0".join(process.cmdline())
    except psutil.Error:
        return ""


def _held(process: psutil.Process) -> int:
    try:
        rollup = Path(f"/proc/{process.pid}/smaps_rollup").read_text(encoding="utf-8")
    except OSError:
        return _resident(process)
    found = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss:")]
    return int(found[0]) * 1024 if found else 0


def _resident(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0
