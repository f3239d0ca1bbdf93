"""Some drills in a short form; all in their full form with ``-m storm``. The drills are in drills/."""

import json
import subprocess
import sys

import pytest
from django.conf import settings

pytestmark = pytest.mark.fault

LONG = (
    "zombies",
    "idle",
    "poison",
    "wedged",
    "sigterm",
    "cancel",
    "broker_down",
    "database_down",
    "disk_full",
    "storage_refusing",
    "fairness",
    "ring_storm",
    "backoff",
    "leak",
    "third_failing",
)


def run(*arguments: str) -> dict[str, object]:
    """Run a proof in a process of its own, as anybody would; what it found, if it held."""
    done = subprocess.run(
        [sys.executable, *arguments], cwd=settings.BASE_DIR, capture_output=True, text=True, check=False
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1]) if done.stdout else {}
    assert done.returncode == 0, f"{json.dumps(found, indent=1)}\n{done.stderr[-2000:]}"
    return found


def test_poison_an_idle_workers_death_a_cancel_and_sigterm_end_well() -> None:
    assert run("-m", "tests.reliability", "short")["held"]


def test_a_small_storm_loses_and_doubles_nothing() -> None:
    found = run("-m", "tests.reliability.storm", "--runs", "8", "--faults", "4", "--seed", "4")

    assert (found["lost"], found["journal"]["stages_committed_twice"]) == (0, 0)


@pytest.mark.storm
@pytest.mark.parametrize("name", LONG)
def test_the_promise_is_held_at_full_size(name: str) -> None:
    assert run("-m", "tests.reliability", name)["held"]


@pytest.mark.storm
@pytest.mark.parametrize("broker", ["sqlite", "redis"])
@pytest.mark.parametrize("seed", ["1", "2", "3"])
def test_a_storm_loses_and_doubles_nothing(broker: str, seed: str) -> None:
    assert run("-m", "tests.reliability.storm", "--broker", broker, "--seed", seed)["held"]


@pytest.mark.storm
@pytest.mark.parametrize("broker", ["sqlite", "redis"])
def test_the_same_storm_loses_or_doubles_runs_of_the_queue_alone(broker: str) -> None:
    assert run("-m", "tests.reliability.alone", "--broker", broker)["bites"]


@pytest.mark.storm
@pytest.mark.parametrize("broker", ["sqlite", "redis"])
def test_rings_are_answered_in_time_and_idling_costs_little(broker: str) -> None:
    assert run("-m", "tests.reliability", "latency", "--broker", broker)["held"]


@pytest.mark.storm
def test_real_ads_survive_a_storm_and_play() -> None:
    assert run("-m", "tests.reliability", "real")["held"]
