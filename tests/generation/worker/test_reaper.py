"""The reaper in a worker: what it frees, rings for, takes for stalled, and ends."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from unittest.mock import Mock

import pytest
from django.core.cache import cache
from pytest_django import Settings

from ads import briefs, lifecycle, queries, services, turns
from ads.models import Ad
from generation.worker import reaper as reaping
from generation.worker.reaper import Reaper
from vigen_site import queue
from vigen_site.dynamo import new_id
from vigen_site.errors import Unavailable


@pytest.fixture(autouse=True)
def rings(database: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    rung: list[str] = []
    monkeypatch.setattr(queue, "ring", lambda task, *arguments: rung.append(arguments[1]) or True)
    monkeypatch.setattr(queue, "length", lambda: 0)
    for left in lifecycle.open_runs():
        lifecycle.cancel(queries.ad_for(left.user_id, left.run_id))
    return rung


@pytest.fixture
def order() -> Callable[[], Ad]:
    brief = briefs.read({"name": "Loaf", "desc": "Sourdough baked every morning."})
    return lambda: services.create(user_id=new_id(), brief=brief)[0]


@pytest.fixture
def sleeper() -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(["/bin/sleep", "60"]) as process:
        yield process
        process.kill()


def owner(pid: int) -> str:
    started = lifecycle.this_process() if pid == os.getpid() else None
    return started or f"{lifecycle.hostname()}:{pid}:{lifecycle.machine._started(pid)}"


def take(ad: Ad, pid: int) -> None:
    assert lifecycle.claim(ad.user_id, ad.run_id, owner=owner(pid))


def test_a_run_of_a_worker_that_is_gone_is_free_at_once(
    order: Callable[[], Ad], sleeper: "subprocess.Popen[bytes]", rings: list[str]
) -> None:
    ad = order()
    take(ad, sleeper.pid)
    rings.clear()
    assert reaping.reap() == ([], [])

    sleeper.kill()
    sleeper.wait()

    assert reaping.reap() == ([ad.run_id], [ad.run_id])
    assert rings == [ad.run_id]


def test_a_process_with_a_dead_ones_number_is_not_taken_for_it(sleeper: "subprocess.Popen[bytes]") -> None:
    assert not lifecycle.is_dead(owner(sleeper.pid))
    assert lifecycle.is_dead(f"{lifecycle.hostname()}:{sleeper.pid}:1")


@pytest.mark.parametrize("stranger", ["another-host:1:1", "another-host.0a0b0c0d:99:5", "", "x"])
def test_nothing_is_said_of_processes_of_other_machines(stranger: str) -> None:
    assert not lifecycle.is_dead(stranger)
    assert lifecycle.process_of(stranger) is None


def test_a_worker_of_ours_that_gives_no_sign_of_life_is_ended(
    order: Callable[[], Ad],
    sleeper: "subprocess.Popen[bytes]",
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(order(), sleeper.pid)
    sleeper.send_signal(signal.SIGSTOP)
    ours = Reaper(is_ours=lambda pid: pid == sleeper.pid)
    wall, ticks = time.time, time.monotonic

    ours.look()
    monkeypatch.setattr(time, "time", lambda: wall() + settings.RUN_LEASE_SECONDS + 1)
    ours.look()
    assert sleeper.poll() is None
    monkeypatch.setattr(time, "monotonic", lambda: ticks() + settings.RUN_LEASE_SECONDS)
    ours.look()
    monkeypatch.undo()

    assert sleeper.wait(timeout=10) == -signal.SIGKILL


def test_a_worker_of_somebody_elses_is_left_alone(
    order: Callable[[], Ad],
    sleeper: "subprocess.Popen[bytes]",
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    take(order(), sleeper.pid)
    stranger = Reaper(is_ours=lambda pid: False)
    wall, ticks = time.time, time.monotonic
    monkeypatch.setattr(time, "time", lambda: wall() + settings.RUN_LEASE_SECONDS + 1)
    stranger.look()
    monkeypatch.setattr(time, "monotonic", lambda: ticks() + 2 * settings.RUN_LEASE_SECONDS)
    stranger.look()
    monkeypatch.undo()

    assert sleeper.poll() is None


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Callable[[float], None]:
    ticks, passed = time.monotonic, [0.0]
    monkeypatch.setattr(time, "monotonic", lambda: ticks() + passed[0])
    return lambda seconds: passed.__setitem__(0, passed[0] + seconds)


def test_runs_that_wait_for_an_idle_worker_mean_that_the_pool_hangs(
    order: Callable[[], Ad], settings: Settings, later: Callable[[float], None]
) -> None:
    order()
    reaper = Reaper(is_ours=lambda pid: False)
    reaper.look()
    assert not reaper.is_stalled
    reaper.look()
    later(settings.STALL_SECONDS + 1)
    reaper.look()

    assert reaper.is_stalled


def test_a_run_that_is_taken_up_meanwhile_means_that_it_does_not(
    order: Callable[[], Ad], settings: Settings, later: Callable[[float], None]
) -> None:
    first = order()
    order()
    reaper = Reaper(is_ours=lambda pid: False)
    reaper.look()
    reaper.look()
    later(settings.STALL_SECONDS + 1)
    assert lifecycle.claim(first.user_id, first.run_id, owner="elsewhere:1:1")
    reaper.look()

    assert not reaper.is_stalled


def test_runs_that_wait_while_the_queue_is_down_do_not_cost_the_workers_their_stages(
    order: Callable[[], Ad],
    settings: Settings,
    later: Callable[[float], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(queue, "length", lambda: None)
    order()
    reaper = Reaper(is_ours=lambda pid: False)
    for _ in range(3):
        reaper.look()
        later(settings.STALL_SECONDS + 1)

    assert not reaper.is_stalled


def test_a_queue_that_has_rings_enough_gets_no_more(
    order: Callable[[], Ad], rings: list[str], settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.WORKERS = 1
    for _ in range(10):
        order()
    rings.clear()

    monkeypatch.setattr(queue, "length", lambda: 500)
    assert reaping.reap(anew=True)[1] == []
    monkeypatch.setattr(queue, "length", lambda: 3)
    assert len(reaping.reap(anew=True)[1]) == 5


def test_a_database_that_is_down_is_said_to_be_once(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", logger="vigen.worker")
    up, reaper = lifecycle.open_runs, Reaper(is_ours=lambda pid: False)

    def down() -> list[lifecycle.Open]:
        raise Unavailable

    monkeypatch.setattr(lifecycle, "open_runs", down)
    for _ in range(3):
        reaper.look()
    monkeypatch.setattr(lifecycle, "open_runs", up)
    for _ in range(2):
        reaper.look()

    said = [record.getMessage() for record in caplog.records]
    assert said[0] == "The database does not answer; runs wait until it does."
    assert [line.partition(",")[0] for line in said[1:]] == ["The database answers again"]


def test_a_look_notes_who_waits_in_the_order_of_their_turns(order: Callable[[], Ad]) -> None:
    first, second, third = order(), order(), order()
    take(first, os.getpid())
    reaper = Reaper(is_ours=lambda pid: True)

    reaper.look()
    before = [turns.ahead_of(queries.ad_for(ad.user_id, ad.run_id)) for ad in (first, second, third)]
    take(second, os.getpid())
    take(third, os.getpid())
    reaper.look()

    assert before == [None, 0, 1]
    assert turns.ahead_of(third) is None
    assert cache.get(turns.KEY) == []


def test_a_cache_that_is_down_keeps_no_reaper_from_its_work(
    order: Callable[[], Ad], monkeypatch: pytest.MonkeyPatch
) -> None:
    order()
    monkeypatch.setattr(cache, "set", Mock(side_effect=ConnectionError))
    reaper = Reaper(is_ours=lambda pid: True)

    reaper.look()

    assert reaper.seen.waiting == 1
