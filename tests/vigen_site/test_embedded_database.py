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
from collections.abc import Iterator
from pathlib import Path

import boto3
import psutil
import pytest
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

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


def test_operations_that_the_product_does_not_use_do_not_exist(server: Server):
    assert ask(server, target="DynamoDB_20120810.DeleteBackup")[0] == 400
    assert ask(server, target="", path="/_ministack/reset")[0] == 400
    assert ask(server)[1] == {"TableNames": [TABLE]}


def test_a_long_journal_is_folded_while_it_runs(tmp_path: Path):
    script = (
        "import vigen_site.embedded.store as store; store.FOLD_AT_BYTES = 20_000;"
        "import runpy; runpy.run_module('vigen_site.embedded.server', run_name='__main__')"
    )
    server = Server(tmp_path / "database").start()
    server.client().create_table(
        TableName=TABLE,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    server.kill()
    arguments = ["--port", str(server.port), "--data", str(server.folder)]
    server.process = subprocess.Popen([sys.executable, "-c", script, *arguments])
    time.sleep(1.5)
    client = server.client()

    for number in range(300):
        put(client, f"note-{number}")

    journals = list(server.folder.glob("journal-*.log"))
    assert len(journals) == 1
    assert journals[0].stat().st_size < 25_000
    server.kill()
    server.start()
    assert len(stored(server)) == 300
    server.kill()


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
