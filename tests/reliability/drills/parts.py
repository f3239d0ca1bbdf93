"""What several drills need: a faulty plant, an audit at the end, and looks at processes."""

import os
from typing import Any

import psutil

from tests.reliability.plant import Plant

Found = dict[str, Any]
STAGES = 5


def faulty(**environment: Any) -> Plant:
    """A plant whose storage refuses or is full while a file says so."""
    plant = Plant(settings="tests.reliability.faulty_settings", workers=2, **environment)
    os.environ["VIGEN_TEST_REFUSING"] = str(plant.folder / "refusing")
    os.environ["VIGEN_TEST_FULL"] = str(plant.folder / "full")
    return plant


def stop_and_audit(plant: Plant, worker: Any) -> Found:
    """Stop the worker, and what the journal says of the runs."""
    worker.stop()
    return plant.audit()


def held_runs(plant: Plant) -> int:
    """How many runs a worker holds."""
    from ads import lifecycle

    return len(lifecycle.held_runs())


def encoder_of(worker: Any) -> psutil.Process | None:
    """The encoder that a worker has started, if there is one."""
    for process in worker.processes():
        try:
            if process.cmdline()[:1] == ["/bin/sleep"]:
                return process
        except psutil.NoSuchProcess:
            continue
    return None


def is_gone(process: psutil.Process) -> bool:
    """Whether a process has ended."""
    try:
        return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True
