"""``manage.py run``: everything comes up, survives what is killed, and leaves nothing behind."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path

import psutil
import pytest
from django.conf import settings

from vigen_site.embedded.address import port_file

pytestmark = [pytest.mark.fault, pytest.mark.xdist_group("launcher")]


class Run:
    """One ``manage.py run`` over a data folder, with the rehearsal in the studio's place."""

    def __init__(self, folder: Path, *, stage_milliseconds: int, port: int):
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(folder),
            "VIGEN_ENV_FILE": os.devnull,
            "VIGEN_DATA_DIR": str(folder),
            "VIGEN_PIPELINE": "rehearsal",
            "VIGEN_REHEARSAL_MILLISECONDS": str(stage_milliseconds),
            "VIGEN_RUN_LEASE_SECONDS": "5",
        }
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "run", "--port", str(port)],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        self.lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.append(line.rstrip())

    @property
    def text(self) -> str:
        return "\n".join(self.lines)

    def wait_for(self, pattern: str, seconds: float = 60) -> re.Match[str]:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if match := re.search(pattern, self.text):
                return match
            time.sleep(0.05)
        raise AssertionError(f"{pattern!r} was not said within {seconds} s:\n{self.text}")

    def processes(self) -> list[psutil.Process]:
        return [psutil.Process(self.process.pid), *psutil.Process(self.process.pid).children(recursive=True)]

    def part(self, words: str) -> psutil.Process:
        return next(p for p in self.processes() if words in " ".join(p.cmdline()))

    def stop(self) -> float:
        began = time.monotonic()
        self.process.send_signal(signal.SIGINT)
        self.process.wait(timeout=20)
        return time.monotonic() - began

    def kill_everything(self) -> None:
        for process in self.processes():
            try:
                process.kill()
            except psutil.NoSuchProcess:
                continue
        self.process.wait()

    def close(self) -> None:
        self._reader.join(timeout=5)
        self.process.stdout.close()


def own_ports(count: int) -> list[int]:
    """Ports that the system has just given to nobody else."""
    with contextlib.ExitStack() as held:
        probes = [held.enter_context(socket.socket()) for _ in range(count)]
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Run]]:
    runs: list[Run] = []
    # Nobody else has been given these, so that the tests beside these do not change what is printed here.
    web, database = own_ports(2)

    def start_one(*, stage_milliseconds: int = 100, port: int = web, folder: str = "var") -> Run:
        noted = port_file(tmp_path / folder / "database")
        noted.parent.mkdir(parents=True, exist_ok=True)
        if not noted.exists():
            noted.write_text(str(database), encoding="utf-8")
        runs.append(Run(tmp_path / folder, stage_milliseconds=stage_milliseconds, port=port))
        return runs[-1]

    yield start_one
    for run in runs:
        if run.process.poll() is None:
            run.kill_everything()
        run.close()


def test_it_makes_one_first_ad_signs_the_owner_in_once_and_ctrl_c_leaves_no_process(
    start: Callable[..., Run],
):
    run = start()
    run.wait_for(r"“Rosa's Bakery” is ready")
    processes = run.processes()
    link = run.wait_for(r"http://127\.0\.0\.1:\d+/account/enter/\S+")[0]

    browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    stranger = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
    dashboard = browser.open(link, timeout=10).read().decode()
    try:
        second = stranger.open(link, timeout=10).read().decode()
    except urllib.error.HTTPError as error:
        second = error.read().decode()
    took = run.stop()

    assert "Rosa" in dashboard
    assert "Rosa" not in second
    assert took < 10
    assert run.process.returncode == 0
    assert [p for p in processes if p.is_running() and p.status() != psutil.STATUS_ZOMBIE] == []
    order = [run.text.index(f"{part} is up") for part in ("database", "web", "worker")]
    assert order == sorted(order)

    again = start()
    again.wait_for("Ctrl-C stops")
    again.stop()
    assert "Making a first ad" not in again.text


def test_a_taken_port_gives_way_to_the_next_and_a_second_group_over_the_same_folder_is_refused(
    start: Callable[..., Run],
):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run = start(port=port)
        address = run.wait_for(r"Vigen is at (\S+)")[1]

        assert address != f"http://127.0.0.1:{port}"
        with urllib.request.urlopen(f"{address}/health", timeout=5) as answer:
            assert answer.status == 200
        head = urllib.request.Request(f"{address}/account/sign-in", method="HEAD")
        with urllib.request.urlopen(head, timeout=5) as answer:
            assert (answer.status, answer.read()) == (200, b"")
        run.wait_for("Ctrl-C stops")
        assert "WARNING" not in run.text

    second = start()
    second.process.wait(timeout=30)
    assert second.process.returncode != 0
    second.wait_for("Vigen is already running")
    run.stop()


def test_two_groups_that_start_at_the_same_moment_share_no_port_and_no_record(start: Callable[..., Run]):
    groups = [start(folder="one"), start(folder="two")]

    addresses = [group.wait_for(r"Vigen is at (\S+)")[1] for group in groups]
    links = [group.wait_for(r"http://127\.0\.0\.1:\d+/account/enter/\S+")[0] for group in groups]
    for group in groups:
        group.wait_for("Ctrl-C stops")

    assert addresses[0] != addresses[1]
    for link, address in zip(links, addresses, strict=True):
        assert link.startswith(address)
        browser = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))
        assert browser.open(link, timeout=10).read().decode().count("Rosa&#x27;s Bakery</") == 1
    assert [group.text.count("ended; starting it again") for group in groups] == [0, 0]
    for group in groups:
        group.stop()


def test_parts_that_are_killed_during_a_run_come_back_and_the_ad_is_finished(start: Callable[..., Run]):
    run = start(stage_milliseconds=1500)

    for done, part in enumerate(
        ("vigen_site.embedded.server", "generation.worker.cluster", "manage.py worker"), start=1
    ):
        run.wait_for(f"{done}/5 ", seconds=90)
        run.part(part).kill()

    run.wait_for(r"“Rosa's Bakery” is ready", seconds=90)
    run.stop()


def test_after_everything_was_killed_the_next_start_finishes_the_same_ad(start: Callable[..., Run]):
    run = start(stage_milliseconds=1500)
    run.wait_for("2/5 Script Review")
    processes = run.processes()
    run.kill_everything()
    psutil.wait_procs(processes, timeout=10)

    again = start(stage_milliseconds=100)
    again.wait_for("Going on with “Rosa's Bakery”")
    again.wait_for(r"“Rosa's Bakery” is ready", seconds=60)

    assert "Making a first ad" not in again.text
    again.stop()


def test_killing_the_launcher_alone_leaves_nobody_behind(start: Callable[..., Run]):
    run = start(stage_milliseconds=3000)
    run.wait_for("1/5 Script Generation")
    others = run.processes()[1:]

    run.process.kill()
    run.process.wait()

    _, alive = psutil.wait_procs(others, timeout=15)
    assert [p.cmdline() for p in alive if p.status() != psutil.STATUS_ZOMBIE] == []
