"""The journal of the embedded database is folded beside it: nothing waits for that, and nothing is lost by it."""

import socket
import subprocess
import sys
import time
from collections.abc import Callable

import psutil
import pytest

from tests.vigen_site.running_database import Server, put, stored

pytestmark = pytest.mark.fault

FOLDING = """
import os, sys, time
from vigen_site.embedded import store
from vigen_site.embedded.server import main

store.FOLD_AT_BYTES = 20_000
how, server, write_whole = sys.argv.pop(), os.getpid(), store._write_whole

def write(path, text):
    if os.getpid() != server and how == "slow":
        path.with_suffix(".draft").write_text(text[:99])
        time.sleep(60)
    if os.getpid() != server and how == "failing":
        raise OSError("The disk is full.")
    write_whole(path, text)

store._write_whole = write
main()
"""
"""A database whose journal is long at 20 KB, and whose folds beside it are slow or fail."""


def start_folding(server: Server, *, how: str = "well") -> None:
    arguments = ["--port", str(server.port), "--data", str(server.folder), how]
    server.process = subprocess.Popen([sys.executable, "-c", FOLDING, *arguments], stderr=subprocess.DEVNULL)
    wait_until(lambda: answers(server))


def answers(server: Server) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", server.port)) == 0


def wait_until(is_so: Callable[[], bool], *, seconds: float = 20) -> None:
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline, "it did not come to that"
        time.sleep(0.02)


def fill(server: Server, count: int) -> set[str]:
    client, written = server.client(), {f"note-{number}" for number in range(count)}
    for identity in written:
        put(client, identity)
    return written


def names(server: Server, pattern: str) -> list[str]:
    return sorted(path.name for path in server.folder.glob(pattern))


def folds_of(server: Server) -> list[psutil.Process]:
    return psutil.Process(server.process.pid).children()


def test_a_long_journal_is_folded_while_it_runs(server: Server):
    server.kill()
    start_folding(server)

    written = fill(server, 300)

    wait_until(lambda: len(names(server, "journal-*.log")) == len(names(server, "snapshot-*.json")) == 1)
    assert next(server.folder.glob("journal-*.log")).stat().st_size < 40_000
    server.kill()
    server.start()
    assert stored(server) == written


@pytest.mark.parametrize("killed", ["database", "fold"])
def test_kill_9_in_the_middle_of_a_fold_loses_nothing_and_holds_up_nobody(server: Server, killed: str):
    server.kill()
    start_folding(server, how="slow")
    written = fill(server, 300)
    wait_until(lambda: names(server, "snapshot-*.draft") != [])
    (fold,) = folds_of(server)

    if killed == "fold":
        fold.kill()
        put(server.client(), "after the fold")
        written.add("after the fold")
        wait_until(lambda: not folds_of(server))
    assert len(names(server, "journal-*.log")) == 2
    server.kill()
    server.start()  # At once, over the same folder and on the same port.

    assert stored(server) == written
    wait_until(lambda: not fold.is_running() or fold.status() == psutil.STATUS_ZOMBIE)
    assert len(names(server, "snapshot-*")) == len(names(server, "journal-*")) == 1


def test_a_fold_that_fails_is_tried_again_and_nothing_is_lost(server: Server):
    server.kill()
    start_folding(server, how="failing")

    written = fill(server, 300)
    before = len(names(server, "journal-*.log"))
    wait_until(lambda: not folds_of(server))
    server.stop()

    assert before >= 2
    server.start()
    assert stored(server) == written


def test_requests_are_answered_while_a_fold_is_on_its_way(server: Server):
    server.kill()
    start_folding(server, how="slow")
    fill(server, 300)
    wait_until(lambda: len(folds_of(server)) == 1)

    began = time.monotonic()
    written = fill(server, 20)

    assert time.monotonic() - began < 5
    assert written <= stored(server)
    assert server.stop() == 0
    assert names(server, "snapshot-*.draft") == []
