"""Removing what abandoned attempts left: working folders of dead processes, stored files that no record names."""

import logging
import shutil
import threading
import time
from pathlib import Path

import psutil
from django.conf import settings

from ads import sweeping
from generation.pipeline.runner import workshop
from generation.worker.notes import folder

logger = logging.getLogger("vigen.worker")

EVERY_SECONDS = 3600.0
YOUNG_SECONDS = 60.0


class Sweeper:
    """Sweeps at the start and once an hour, in a thread of its own, as a large storage takes its time."""

    def __init__(self) -> None:
        self._next = time.monotonic()
        self._thread: threading.Thread | None = None

    def sweep_if_due(self) -> None:
        """Begin to sweep if it is time, unless it is being done."""
        if time.monotonic() < self._next or (self._thread is not None and self._thread.is_alive()):
            return
        self._next = time.monotonic() + EVERY_SECONDS
        self._thread = threading.Thread(target=sweep, name="sweeper", daemon=True)
        self._thread.start()


def sweep() -> int:
    """Sweep once; gives how many files and folders were removed. Never raises."""
    try:
        removed = (
            sweep_workshop(workshop())
            + sweep_notes(folder())
            + sweeping.sweep(older_than=settings.ABANDONED_HOURS * 3600)
        )
    except Exception as error:  # noqa: BLE001 -- a storage or database that is down is swept next time.
        logger.warning("Sweeping stopped (%s); it is done again later.", error)
        return 0
    if removed:
        logger.info("Removed %s files and folders of abandoned attempts.", removed)
    return removed


def sweep_notes(notes: Path) -> int:
    """Remove the small files (``pulse-PROCESS.json``, ``drain-PROCESS`` …) of supervisors that were killed."""
    removed = 0
    for path in [*notes.glob("pulse-*"), *notes.glob("drain-*"), *notes.glob("worker-*")]:
        pid = path.name.partition("-")[2].partition(".")[0]
        if pid.isdigit() and not psutil.pid_exists(int(pid)):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def sweep_workshop(working: Path) -> int:
    """Remove working folders (``vigen-RUN-PROCESS-…``) whose process is gone."""
    removed = 0
    for path in working.glob("vigen-*-*-*"):
        pid = path.name.split("-")[2]
        is_young = time.time() - path.stat().st_mtime < YOUNG_SECONDS
        if not pid.isdigit() or is_young or psutil.pid_exists(int(pid)):
            continue
        shutil.rmtree(path, ignore_errors=True)
        removed += 1
    return removed
