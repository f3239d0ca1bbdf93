"""The smaller parts of a worker: its lock, its report, what it sweeps, and the commands around it."""

import gc
import multiprocessing
import os
import resource
import signal
import subprocess
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from pytest_django import Settings

from ads import briefs, lifecycle, queries, services, sweeping
from ads.models import Ad
from ads.states import Stage, Status
from generation.pipeline import runner
from generation.worker import health
from generation.worker.cluster import share_what_is_loaded
from generation.worker.locks import MortalLock
from generation.worker.reaper import Seen
from generation.worker.sweeping import sweep_notes, sweep_workshop
from vigen_site import queue
from vigen_site.dynamo import new_id

fork = multiprocessing.get_context("fork")


@pytest.fixture(autouse=True)
def rehearsing(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.PIPELINE = "rehearsal"
    settings.REHEARSAL_MILLISECONDS = 0
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr(queue, "ring", lambda *arguments: True)


@pytest.fixture
def order(database: str) -> Callable[..., Ad]:
    def place(name: str = "Loaf") -> Ad:
        brief = briefs.read({"name": name, "desc": "Sourdough baked every morning."})
        return services.create(user_id=new_id(), brief=brief)[0]

    return place


def look(ad: Ad) -> Ad:
    return queries.ad_for(ad.user_id, ad.run_id)


# --- What workers share -------------------------------------------------------------------------------


def _pages_copied_by_collecting(sharing: bool, answer: "multiprocessing.connection.Connection") -> None:
    if sharing:
        share_what_is_loaded()
    here, there = fork.Pipe()

    def collect() -> None:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
        gc.collect()
        there.send(resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before)

    worker = fork.Process(target=collect)
    worker.start()
    answer.send(here.recv())
    worker.join()


def test_a_forked_workers_collector_leaves_what_was_loaded_before_it_alone() -> None:
    copied = {}
    for sharing in (False, True):
        here, there = fork.Pipe()
        guard = fork.Process(target=_pages_copied_by_collecting, args=(sharing, there))
        guard.start()
        copied[sharing] = here.recv()
        guard.join()

    assert copied[True] < copied[False] / 10


# --- The lock -----------------------------------------------------------------------------------------


def _hold_for_ever(lock: MortalLock, held: "multiprocessing.synchronize.Event") -> None:
    lock.acquire()
    held.set()
    time.sleep(60)


def test_a_lock_whose_holder_is_killed_is_free() -> None:
    lock, held = MortalLock(), fork.Event()
    holder = fork.Process(target=_hold_for_ever, args=(lock, held))
    holder.start()
    held.wait(10)
    assert not lock.acquire(block=False)

    os.kill(holder.pid, signal.SIGKILL)
    holder.join()

    assert lock.acquire(block=False)
    lock.release()


# --- The report ---------------------------------------------------------------------------------------


def test_a_worker_says_how_it_is_and_one_that_is_dead_says_nothing(tmp_path: Path) -> None:
    health.Report().write("working", Seen(waiting=2, held_here=("run",), queue=1), busy=1, idle=1)
    (tmp_path / "run" / "worker-4194300.json").write_text("{}")

    reports = health.reports()

    assert [(report["runs_waiting"], report["runs_held_here"]) for report in reports] == [(2, ["run"])]
    assert health.is_healthy(reports[0])
    out = StringIO()
    call_command("worker", "--status", stdout=out)
    assert '"state": "working"' in out.getvalue()


@pytest.mark.parametrize(
    ("state", "seen"), [("backing off", Seen(queue=0)), ("starting", Seen(queue=0)), ("working", Seen())]
)
def test_a_worker_that_cannot_work_is_not_healthy(state: str, seen: Seen) -> None:
    health.Report().write(state, seen, busy=0, idle=0)

    with pytest.raises(CommandError, match="No healthy worker"):
        call_command("worker", "--status")


def test_no_worker_is_no_healthy_worker() -> None:
    with pytest.raises(CommandError, match="None is running"):
        call_command("worker", "--status")


# --- Sweeping -----------------------------------------------------------------------------------------


def test_files_that_no_record_names_are_removed_after_a_time_and_no_others(order: Callable[..., Ad]) -> None:
    ad = order()
    runner.run(ad.user_id, ad.run_id)
    folder = f"users/{ad.user_id}/ads/{ad.run_id}"
    abandoned = default_storage.save(f"{folder}/editing/1-dead/ad.mp4", ContentFile(b"half"))
    nobodys = default_storage.save(f"users/{new_id()}/ads/{new_id()}/editing/1-x/ad.mp4", ContentFile(b"x"))
    picture = default_storage.save(f"users/{ad.user_id}/uploads/one/x.png", ContentFile(b"x"))

    assert sweeping.sweep(older_than=3600) == 0
    assert sweeping.sweep(older_than=-1) == 2

    assert not default_storage.exists(abandoned)
    assert not default_storage.exists(nobodys)
    assert default_storage.exists(picture)
    assert all(default_storage.exists(key) for key in look(ad).artefacts.values())


def test_working_folders_of_the_dead_are_removed(tmp_path: Path) -> None:
    with subprocess.Popen(["/bin/true"]) as gone:
        gone.wait()
    old = time.time() - 3600
    dead, living = tmp_path / f"vigen-12345678-{gone.pid}-x", tmp_path / f"vigen-12345678-{os.getpid()}-x"
    for path in (dead, living):
        path.mkdir()
        os.utime(path, (old, old))
    note = tmp_path / f"pulse-{gone.pid}.json"
    note.touch()

    assert (sweep_workshop(tmp_path), sweep_notes(tmp_path)) == (1, 1)
    assert not dead.exists()
    assert living.exists()


# --- manage.py runs -----------------------------------------------------------------------------------


def test_runs_are_listed_and_shown_with_stages_attempts_and_leases(
    order: Callable[..., Ad], capsys: pytest.CaptureFixture[str]
) -> None:
    ad = order("Rosa's Bakery")
    lifecycle.claim(ad.user_id, ad.run_id, owner="somewhere:1:1")

    call_command("runs", "list")
    listed = capsys.readouterr().out
    call_command("runs", "show", ad.run_id)
    shown = capsys.readouterr().out

    assert ad.run_id in listed
    assert "somewhere:1:1" in listed
    assert "fence 1, attempt 1" in shown
    assert all(stage in shown for stage in Stage)


def test_a_requeue_takes_a_run_away_from_whoever_holds_it(order: Callable[..., Ad]) -> None:
    ad = order()
    claim, _ = lifecycle.claim(ad.user_id, ad.run_id, owner="somewhere:1:1")

    call_command("runs", "requeue", ad.run_id, stdout=StringIO())

    with pytest.raises(lifecycle.LeaseLost):
        lifecycle.beat(claim)
    assert runner.run(ad.user_id, ad.run_id) == "finished"


def test_a_requeue_of_a_failed_run_goes_on_after_its_last_finished_stage(
    order: Callable[..., Ad], settings: Settings
) -> None:
    settings.RUN_MAX_ATTEMPTS = 1
    ad = order("fail at AUDIO")
    runner.run(ad.user_id, ad.run_id)

    call_command("runs", "requeue", ad.run_id, stdout=StringIO())

    assert (look(ad).status, look(ad).stages_done, look(ad).attempt) == (Status.IN_PROGRESS, 3, 0)


def test_a_run_is_cancelled_or_failed_with_a_reason_for_its_owner(order: Callable[..., Ad]) -> None:
    cancelled, failed = order(), order()

    call_command("runs", "cancel", cancelled.run_id, stdout=StringIO())
    call_command("runs", "fail", failed.run_id, "--reason", "Ask us.", stdout=StringIO())

    assert look(cancelled).status == Status.CANCELLED
    assert (look(failed).status, look(failed).error_message) == (Status.FAILED, "Ask us.")
    with pytest.raises(CommandError, match="not being made"):
        call_command("runs", "fail", failed.run_id, stdout=StringIO())
    with pytest.raises(CommandError, match="nothing to cancel"):
        call_command("runs", "cancel", failed.run_id, stdout=StringIO())


@pytest.mark.parametrize("run_id", ["nonsense", "01a206ae-2949-73e3-911d-3b69b19eb905"])
def test_a_run_that_is_not_there_is_said_not_to_be(database: str, run_id: str) -> None:
    with pytest.raises(CommandError, match="There is no run"):
        call_command("runs", "show", run_id)
