"""From a ring to its claim, on workers that have nothing else to do: where the time goes, and what idling costs.

A machine that others keep busy makes everything wait for a core. So three figures stand beside each other: the
time as it was; how much of it the processes on the ring's way were ready and had no core; and, rung for in turn
with the others, a bare pop of a Redis list by a process that does nothing else: the floor under any queue there.
"""

import itertools
import multiprocessing
import os
import random
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.reliability import notes
from tests.reliability.notes import Note
from tests.reliability.plant import Plant, Worker, cpu_seconds

WAY = ("rung", "heard", "begun", "looked", "claimed")
FLOOR = "floor"


def latency(size: int, broker: str) -> dict[str, Any]:
    """Ring ``size`` times; gives milliseconds, and shares of a core while idle."""
    plant = Plant(
        broker=broker,
        settings="tests.reliability.traced_settings",
        workers=2,
        rehearsal_milliseconds=0,
        log_level="ERROR",
    )
    os.environ[notes.FILE] = str(plant.folder / "notes")
    os.environ[notes.WATCHED] = str(plant.folder / "watched")
    with plant:
        _watch()
        worker = plant.worker().wait_until_up()
        plant.wait_for(plant.order(), status="GENERATED")
        with _floor(plant, broker) as ring_floor:
            floor = []
            for _ in range(size):
                _ring(plant, worker)
                floor.append(ring_floor())
        ways = [way for way in _ways(notes.notes()) if len(way) == len(WAY)][1:]
        time.sleep(6)
        idle = _cpu_share(worker, seconds=20)
        memory = sum(process.memory_full_info().uss for process in worker.processes())
        database = plant.database.pid if plant.database else 0
        redis = plant.redis.pid if plant.redis else 0
    floor.sort()
    took = sorted(way["claimed"].at - way["rung"].at for way in ways)
    waited = [_waited(way, database=database, redis=redis) for way in ways]
    p95 = _at(took, 0.95)
    return {
        "broker": broker,
        "rings": len(ways),
        "p50_ms": _at(took, 0.5),
        "p95_ms": p95,
        "max_ms": _at(took, 1.0),
        "p95_less_waiting_ms": _at(
            sorted(way["claimed"].at - way["rung"].at - wait for way, wait in zip(ways, waited, strict=True)),
            0.95,
        ),
        "waited_for_a_core_percent": round(100 * sum(waited) / sum(took)),
        "slowest_twentieth": _slowest(ways, waited),
        "floor_p50_ms": _at(floor, 0.5),
        "floor_p95_ms": _at(floor, 0.95),
        "steps_p50_ms": {end: _at(_step(ways, start, end), 0.5) for start, end in itertools.pairwise(WAY)},
        "idle_percent_of_a_core": round(100 * idle, 2),
        "idle_memory_mb": round(memory / 1e6),
        "load_average": round(os.getloadavg()[0], 1),
        "held": p95 <= (50 if broker == "redis" else 500) and idle < 0.02,
    }


def _ring(plant: Plant, worker: Worker) -> None:
    beat = worker.beat()
    _watch(plant.database, plant.redis, *(beat.pusher, *beat.idle, *beat.busy))
    ad = plant.order()
    time.sleep(0.25)  # Looking for the end at once would take core and database from the claim.
    plant.wait_for(ad, status="GENERATED", seconds=30)
    time.sleep(random.uniform(0.1, 0.4))


def _watch(*processes: Any) -> None:
    pids = [str(getattr(process, "pid", process)) for process in processes if process]
    Path(os.environ[notes.WATCHED]).write_text(" ".join(pids), encoding="ascii")


@contextmanager
def _floor(plant: Plant, broker: str) -> Iterator[Any]:
    """A process that pops and says when; gives what rings for it and tells the seconds. Zero without Redis."""
    if broker != "redis":
        yield lambda: 0.0
        return
    from redis import Redis

    here, there = multiprocessing.Pipe()
    popper = multiprocessing.get_context("spawn").Process(
        target=_pop, args=(plant.redis_port, there), daemon=True
    )
    popper.start()
    connection = Redis(port=plant.redis_port)
    here.recv()

    def ring() -> float:
        rung = time.time()
        connection.rpush(FLOOR, "ring")
        return float(here.recv()) - rung

    yield ring
    popper.kill()
    popper.join()


def _pop(port: int, answer: Any) -> None:
    from redis import Redis

    connection = Redis(port=port)
    connection.ping()
    answer.send(0.0)
    while True:
        if connection.blpop([FLOOR], 1):
            answer.send(time.time())


def _ways(found: list[Note]) -> list[dict[str, Note]]:
    """What was noted of each run; of a point that it came to twice, the first time."""
    ways: dict[str, dict[str, Note]] = {}
    for one in found:
        ways.setdefault(one.run, {}).setdefault(one.point, one)
    return list(ways.values())


def _waited(way: dict[str, Note], *, database: int, redis: int) -> float:
    """Seconds that those on the way waited for a core, each counted only while it was its turn."""
    pusher, worker = way["heard"].process, way["claimed"].process
    turns = (
        ("rung", "heard", (redis, pusher)),
        ("heard", "begun", (pusher, worker)),
        ("begun", "claimed", (worker, database)),
    )
    total = 0.0
    for start, end, carriers in turns:
        before, after = way[start], way[end]
        known = [pid for pid in carriers if pid in before.waited and pid in after.waited]
        waits = [after.waited[pid] - before.waited[pid] for pid in known]
        total += min(sum(waits), after.at - before.at)
    return total


def _slowest(ways: list[dict[str, Note]], waited: list[float]) -> dict[str, float]:
    """Of the slowest twentieth: what they took on average, and what of it was waiting for a core."""
    took = [way["claimed"].at - way["rung"].at for way in ways]
    slowest = sorted(zip(took, waited, strict=True))[-max(1, len(took) // 20) :]
    return {
        "mean_ms": round(1000 * sum(one for one, _ in slowest) / len(slowest), 1),
        "of_it_waiting_for_a_core_ms": round(1000 * sum(one for _, one in slowest) / len(slowest), 1),
    }


def _step(ways: list[dict[str, Note]], start: str, end: str) -> list[float]:
    return sorted(way[end].at - way[start].at for way in ways)


def _at(ordered: list[float], share: float) -> float:
    """A quantile in milliseconds."""
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))] * 1000, 1)


def _cpu_share(worker: Worker, *, seconds: float) -> float:
    before = cpu_seconds([worker])
    time.sleep(seconds)
    return (cpu_seconds([worker]) - before) / seconds
