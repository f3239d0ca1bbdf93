"""The embedded database: nothing acknowledged is lost, whatever kills it; and it answers nobody but this machine."""

import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import boto3
import psutil
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

from vigen_site.embedded.address import embedded_database_url, give_name, port_file

pytestmark = pytest.mark.fault

TABLE = "notes"


class Server:
    """A real database process over one folder."""

    def __init__(self, folder: Path):
        self.folder = folder
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> "Server":
        command = [sys.executable, "-m", "vigen_site.embedded.server"]
        self.process = subprocess.Popen([*command, "--port", str(self.port), "--data", str(self.folder)])
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return self
            time.sleep(0.02)
        raise AssertionError("the database did not come up")

    def kill(self) -> None:
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=10)

    def client(self):
        return boto3.client(
            "dynamodb",
            endpoint_url=self.address,
            region_name="us-east-1",
            aws_access_key_id="x",
            aws_secret_access_key="x",
            config=Config(retries={"max_attempts": 1}, connect_timeout=1, read_timeout=2),
        )


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    server = Server(tmp_path / "database").start()
    server.client().create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    yield server
    if server.process.poll() is None:
        server.kill()


def put(client, identity: str) -> None:
    client.put_item(TableName=TABLE, Item={"id": {"S": identity}})


def put_until_refused(client) -> None:
    for number in range(200):
        put(client, f"{number:0200}")


def stored(server: Server) -> set[str]:
    pages = server.client().get_paginator("scan").paginate(TableName=TABLE)
    return {item["id"]["S"] for page in pages for item in page["Items"]}


def write_until_killed(server: Server, thread: int, acknowledged: set[str], stop: threading.Event) -> None:
    client, number = server.client(), 0
    while not stop.is_set():
        identity = f"{thread}-{number}"
        try:
            put(client, identity)
            count = client.update_item(
                TableName=TABLE,
                Key={"id": {"S": "counter"}},
                UpdateExpression="ADD hits :one",
                ExpressionAttributeValues={":one": {"N": "1"}},
                ReturnValues="UPDATED_NEW",
            )
        except (BotoCoreError, ClientError):
            return
        acknowledged.add(identity)
        acknowledged.add(f"count {count['Attributes']['hits']['N']}")
        number += 1


def wait_until_grown(acknowledged: set[str], *, by: int) -> None:
    enough, deadline = len(acknowledged) + by, time.monotonic() + 30
    while len(acknowledged) < enough:
        assert time.monotonic() < deadline, "the threads did not write enough"
        time.sleep(0.02)


def test_eight_threads_write_the_database_is_killed_and_every_acknowledged_write_is_there(server: Server):
    acknowledged: set[str] = set()

    for _ in range(3):
        stop = threading.Event()
        threads = [
            threading.Thread(target=write_until_killed, args=(server, index, acknowledged, stop))
            for index in range(8)
        ]
        for thread in threads:
            thread.start()
        wait_until_grown(acknowledged, by=100)
        server.kill()
        stop.set()
        for thread in threads:
            thread.join()
        server.start()

    counts = {int(entry.split()[1]) for entry in acknowledged if entry.startswith("count ")}
    notes = {entry for entry in acknowledged if not entry.startswith("count ")}
    counter = server.client().get_item(TableName=TABLE, Key={"id": {"S": "counter"}})["Item"]["hits"]["N"]
    assert len(acknowledged) >= 300
    assert notes <= stored(server)
    assert int(counter) >= max(counts)


def test_a_refused_condition_is_refused_again_after_replay(server: Server):
    client = server.client()
    put(client, "a")
    with pytest.raises(ClientError, match="ConditionalCheckFailed"):
        client.put_item(
            TableName=TABLE,
            Item={"id": {"S": "a"}, "late": {"BOOL": True}},
            ConditionExpression="attribute_not_exists(id)",
        )

    server.kill()
    server.start()

    assert server.client().get_item(TableName=TABLE, Key={"id": {"S": "a"}})["Item"] == {"id": {"S": "a"}}


def test_a_clean_stop_leaves_one_snapshot_and_nothing_to_replay(server: Server):
    put(server.client(), "a")

    assert server.stop() == 0

    assert len(list(server.folder.glob("snapshot-*.json"))) == 1
    assert [path.stat().st_size for path in server.folder.glob("journal-*.log")] == [0]
    server.start()
    assert stored(server) == {"a"}


def test_a_second_database_over_the_same_folder_is_refused(server: Server):
    command = [
        sys.executable,
        "-m",
        "vigen_site.embedded.server",
        "--port",
        "1",
        "--data",
        str(server.folder),
    ]

    second = subprocess.run(command, capture_output=True, text=True, timeout=20, check=False)

    assert second.returncode == 1
    assert "already running" in second.stderr


def test_a_full_disk_refuses_the_write_and_keeps_what_was_there(server: Server, tmp_path: Path):
    put(server.client(), "before")
    server.stop()
    limit = sum(path.stat().st_size for path in server.folder.iterdir()) + 2000
    script = (
        "import resource, signal, runpy, sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}));"
        "runpy.run_module('vigen_site.embedded.server', run_name='__main__')"
    )
    arguments = ["--port", str(server.port), "--data", str(server.folder)]
    server.process = subprocess.Popen([sys.executable, "-c", script, *arguments])
    time.sleep(1.5)
    client = server.client()

    with pytest.raises(ClientError, match="cannot write to its disk"):
        put_until_refused(client)

    assert "before" in stored(server)
    server.kill()
    server.start()
    assert "before" in stored(server)


def ask(
    server: Server, *, host: str | None = None, target: str = "DynamoDB_20120810.ListTables", path: str = "/"
):
    headers = {"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.0"}
    if host:
        headers["Host"] = host
    request = urllib.request.Request(server.address + path, data=b"{}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def test_it_answers_this_machine_only(server: Server):
    assert ask(server)[0] == 200
    assert ask(server, host="attacker.example:80")[0] == 403
    listening = {
        connection.laddr.ip
        for connection in psutil.Process(server.process.pid).net_connections("tcp")
        if connection.status == psutil.CONN_LISTEN
    }
    assert listening == {"127.0.0.1"}


def test_it_answers_by_its_own_name_and_not_by_that_of_another_folder(server: Server, tmp_path: Path):
    port_file(server.folder).write_text(str(server.port))
    port_file(tmp_path).write_text(str(server.port))
    own = embedded_database_url(server.folder).removeprefix(server.address)
    never_started = embedded_database_url(tmp_path).removeprefix(server.address)
    give_name(tmp_path)
    others = embedded_database_url(tmp_path).removeprefix(server.address)

    assert ask(server, path=own) == (200, {"TableNames": [TABLE]})
    for path in (never_started, others):
        status, answer = ask(server, path=path)
        assert status == 400
        assert answer["message"] == "This is the database of another folder."
    server.stop()
    server.start()
    assert ask(server, path=own)[0] == 200


def test_operations_that_the_product_does_not_use_do_not_exist(server: Server):
    assert ask(server, target="DynamoDB_20120810.DeleteBackup")[0] == 400
    assert ask(server, target="", path="/_ministack/reset")[0] == 400
    assert ask(server)[1] == {"TableNames": [TABLE]}


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


def test_it_ends_when_the_process_that_started_it_is_killed(tmp_path: Path):
    server = Server(tmp_path / "database")
    command = [sys.executable, "-m", "vigen_site.embedded.server", "--port", str(server.port)]
    bound = [sys.executable, "-m", "vigen_site.kinship", *command, "--data", str(server.folder)]
    parent = subprocess.Popen(
        [
            sys.executable,
            "-c",
            f"import subprocess, time; print(subprocess.Popen({bound!r}).pid, flush=True); time.sleep(60)",
        ],
        stdout=subprocess.PIPE,
        text=True,
    )
    child = int(parent.stdout.readline())
    parent.stdout.close()
    time.sleep(1)

    parent.kill()
    parent.wait()

    deadline = time.monotonic() + 10
    while time.monotonic() < deadline:
        try:
            os.kill(child, 0)
            state = Path(f"/proc/{child}/stat").read_text(encoding="utf-8").split()[2]
        except (ProcessLookupError, FileNotFoundError):
            return
        if state == "Z":
            return
        time.sleep(0.05)
    raise AssertionError("the database outlived its parent")
