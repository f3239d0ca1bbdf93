"""Figures that are measured: latency, idling, throughput, leaks, a third of all calls failing."""

import gc
import json
import os
import random
import subprocess
import sys
import time
from typing import Any

import psutil

from tests.reliability.plant import Plant, cpu_seconds, wait_until
from tests.reliability.proxy import FaultProxy

Found = dict[str, Any]


def throughput(size: int, broker: str) -> Found:
    """Runs a second with 1, 2 and 4 workers, and with two worker commands of 2: stages of 100 ms, and of none.

    Beside each rate stand the milliseconds of a core that the workers and the database spent on a run.
    """
    rates: dict[str, dict[str, float]] = {}
    spent: dict[str, dict[str, list[int]]] = {}
    for milliseconds in (100, 0):
        line = f"{broker}, stages of {milliseconds} ms"
        for name, workers, commands in (("1", 1, 1), ("2", 2, 1), ("4", 4, 1), ("2 x 2", 2, 2)):
            found = _rate(size, broker, milliseconds, workers, commands)
            rates.setdefault(line, {})[name] = found["rate"]
            spent.setdefault(line, {})[name] = [found["workers_ms"], found["database_ms"]]
    return {
        "broker": broker,
        "runs_each": size,
        "runs_per_second": rates,
        "workers_and_database_ms_of_a_core_per_run": spent,
        "load_average": round(os.getloadavg()[0], 1),
        "held": True,
    }


def _rate(size: int, broker: str, milliseconds: int, workers: int, commands: int) -> Found:
    # One plant a process: its settings are read once.
    code = (
        "import json; from tests.reliability.measures import one_rate; "
        f"print(json.dumps(one_rate({size}, {broker!r}, {milliseconds}, {workers}, {commands})))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    found: Found = json.loads(done.stdout.splitlines()[-1])
    return found


def one_rate(size: int, broker: str, milliseconds: int, workers: int, commands: int) -> Found:
    """Runs a second with so many workers in so many commands, and what a run takes of a core."""
    with Plant(
        broker=broker, workers=workers, rehearsal_milliseconds=milliseconds, log_level="ERROR"
    ) as plant:
        for _ in range(commands):
            plant.worker()
        for worker in plant.workers:
            worker.wait_until_up()
        time.sleep(1)
        assert plant.database is not None
        database = psutil.Process(plant.database.pid)
        before = [cpu_seconds(plant.workers), sum(database.cpu_times()[:2])]
        began = time.monotonic()
        for _ in range(size):
            plant.order()
        wait_until(lambda: plant.open_count() == 0, seconds=600, what="all runs", every=0.1)
        seconds = time.monotonic() - began
        after = [cpu_seconds(plant.workers), sum(database.cpu_times()[:2])]
    spent = [round(1000 * (now - then) / size) for now, then in zip(after, before, strict=True)]
    return {"rate": round(size / seconds, 2), "workers_ms": spent[0], "database_ms": spent[1]}


def leak(size: int) -> Found:
    """Many runs in one process: its memory and its open files."""
    with Plant(rehearsal_milliseconds=0, log_level="ERROR") as plant:
        from generation.pipeline import runner

        me = psutil.Process()

        def make() -> None:
            ad = plant.order()
            assert runner.run(ad.user_id, ad.run_id) == "finished"

        for _ in range(max(5, size // 10)):
            make()
        gc.collect()
        memory, files = me.memory_info().rss, me.num_fds()
        for _ in range(size):
            make()
        gc.collect()
        grown = (me.memory_info().rss - memory) / 2**20
        more_files = me.num_fds() - files
    return {
        "runs": size,
        "grown_mb": round(grown, 1),
        "more_open_files": more_files,
        "held": grown < 50 and more_files <= 0,
    }


def third_failing(size: int) -> Found:
    """Thirty per cent of all calls to database and storage fail; people read their ads meanwhile."""
    os.environ.pop("AWS_ENDPOINT_URL_DYNAMODB", None)
    plant = Plant(
        settings="tests.reliability.faulty_settings",
        workers=2,
        rehearsal_milliseconds=50,
        rate_read="100000/60s",
        rate_status="100000/60s",
    )
    proxy = FaultProxy(plant.database_port, share=0.0, seed=7)
    os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = f"http://127.0.0.1:{proxy.port}"
    os.environ["VIGEN_TEST_SHARE"] = "0.3"
    with plant:
        from rest_framework.test import APIClient

        from accounts import services as accounts
        from accounts import sign_ins
        from vigen_site.errors import Unavailable

        person = accounts.register("reader@example.com", full_name="Rea Der", password="correct horse 99")
        client = APIClient(HTTP_HOST="localhost")
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {sign_ins.start(person).access_token}")
        proxy.share = 0.3
        plant.worker()
        ads: list[Any] = []
        answers: dict[int, int] = {}
        refused_orders, longest = 0, 0.0
        end = time.monotonic() + 300
        while time.monotonic() < end:
            if len(ads) < size:
                try:
                    ads.append(plant.order(user_id=str(person.pk), once_key=f"order-{len(ads)}"))
                except Unavailable:
                    refused_orders += 1
            for path in ("", "/status"):
                began = time.monotonic()
                answer = client.get(f"/api/ads/{random.choice(ads).run_id}{path}") if ads else None
                longest = max(longest, time.monotonic() - began)
                if answer is not None:
                    answers[answer.status_code] = answers.get(answer.status_code, 0) + 1
            if len(ads) == size and plant.open_count() == 0:
                break
        proxy.share = 0.0
        done = sum(plant.look(ad).status == "GENERATED" for ad in ads)
        plant.workers[0].stop()
        journal = plant.audit()
        dealt = proxy.dealt
        proxy.close()
    held = done == size == journal["runs"] and set(answers) == {200} and not journal["wrong"]
    return {
        "runs": size,
        "finished": done,
        "calls": dealt,
        "orders_to_be_repeated": refused_orders,
        "reads_by_status": answers,
        "longest_read_seconds": round(longest, 2),
        "journal": journal,
        "held": held and not journal["stages_committed_twice"],
    }
