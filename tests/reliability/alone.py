"""The same storm against django-q2 alone, set up as its documentation says: it must lose or double runs.

    python -m tests.reliability.alone --broker sqlite --runs 60 --faults 30

A run is one task of five steps that writes a line for each; a service manager
starts the cluster again when it ends. If this loses nothing, the storm proves
nothing. ``--cluster`` is the cluster itself, started by the first form.
"""

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from tests.reliability.faults import Faults
from tests.reliability.plant import BASE, BOUND, Plant

LEDGER = "VIGEN_LEDGER"
STEP_SECONDS = 0.125


def task(run: str) -> None:
    """Five steps, then the film."""
    for step in range(5):
        time.sleep(STEP_SECONDS)
        _note(f"{run} step {step}")
    _note(f"{run} film")


def _note(line: str) -> None:
    descriptor = os.open(os.environ[LEDGER], os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    os.write(descriptor, f"{line}\n".encode())
    os.close(descriptor)


def cluster() -> None:
    """django-q2's cluster as it comes; only its statistics go where the storm can read who is who."""
    import django

    django.setup()
    from django_q import cluster as queue_cluster

    from generation.worker.pulse import Pulse

    queue_cluster.Stat = Pulse
    running = queue_cluster.Cluster()
    running.start()
    running.sentinel.join()


class Alone:
    """A cluster, its service manager, and the storm."""

    def __init__(self, plant: Plant, *, runs: int, faults: int, seed: int):
        self.plant, self.runs, self.wanted = plant, runs, faults
        self.faults = Faults(seed)
        self.pulse = plant.folder / "pulse.json"
        self.ledger = Path(os.environ[LEDGER])
        self.process = self._start()

    def _start(self) -> "subprocess.Popen[bytes]":
        with (self.plant.folder / "alone.log").open("ab") as log:
            return subprocess.Popen(
                [*BOUND, sys.executable, "-m", "tests.reliability.alone", "--cluster"],
                cwd=BASE,
                stdout=log,
                stderr=log,
                start_new_session=True,
                env={**os.environ, "VIGEN_PULSE_FILE": str(self.pulse)},
            )

    def _kill(self) -> None:
        try:
            os.killpg(self.process.pid, 9)
        except ProcessLookupError:
            return
        finally:
            self.process.wait()

    def rage(self, seconds: float) -> None:
        """Order, break, start again; then give it time to come to rest."""
        from django_q.tasks import async_task

        from generation.worker.pulse import last_beat

        ordered, next_fault, quiet_since, lines = 0, time.monotonic() + 3, time.monotonic(), -1
        end = time.monotonic() + seconds
        while time.monotonic() < end and time.monotonic() - quiet_since < 25:
            self.faults.wake()
            if ordered < self.runs:
                async_task("tests.reliability.alone.task", f"run-{ordered}")
                ordered += 1
            beat = last_beat(self.pulse)
            if sum(self.faults.dealt.values()) < self.wanted and time.monotonic() > next_fault and beat:
                next_fault = time.monotonic() + self.faults.pause()
                if self.faults.strike(beat) == "everything":
                    self._kill()
            if self.process.poll() is not None:
                self._kill()
                self.process = self._start()
            count = len(self.lines())
            if count != lines or sum(self.faults.dealt.values()) < self.wanted:
                lines, quiet_since = count, time.monotonic()
            time.sleep(0.3)
        self.faults.wake(all_of_them=True)
        self._kill()

    def lines(self) -> list[str]:
        """What the tasks noted."""
        return self.ledger.read_text().splitlines() if self.ledger.exists() else []

    def account(self) -> dict[str, Any]:
        """How many runs were lost, and how many were made more than once."""
        films = Counter(line.split()[0] for line in self.lines() if line.endswith("film"))
        steps = sum(" step " in line for line in self.lines())
        return {
            "runs": self.runs,
            "lost": self.runs - len(films),
            "made_more_than_once": sum(count > 1 for count in films.values()),
            "steps": steps,
            "steps_needed": 5 * self.runs,
            "faults": sum(self.faults.dealt.values()),
            "kinds": self.faults.dealt,
        }


def main() -> int:
    """Exit 0 when the queue alone has lost or doubled something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cluster", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--broker", choices=("sqlite", "redis"), default="sqlite")
    parser.add_argument("--runs", type=int, default=60)
    parser.add_argument("--faults", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most-seconds", type=float, default=240)
    options = parser.parse_args()
    if options.cluster:
        cluster()
        return 0
    settings = "tests.reliability.alone_settings"
    with Plant(broker=options.broker, settings=settings, workers=3) as plant:
        os.environ[LEDGER] = str(plant.folder / "ledger")
        storm = Alone(plant, runs=options.runs, faults=options.faults, seed=options.seed)
        try:
            storm.rage(options.most_seconds)
        finally:
            storm._kill()
        found = {"alone": options.broker, **storm.account()}
    found["bites"] = bool(found["lost"] or found["made_more_than_once"])
    print(json.dumps(found))  # noqa: T201
    return 0 if found["bites"] else 1


if __name__ == "__main__":
    sys.exit(main())
