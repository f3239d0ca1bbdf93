"""The embedded database: nothing acknowledged is lost, whatever kills it; and it answers nobody but this machine."""

import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

import psutil
import pytest
from botocore.exceptions import BotoCoreError, ClientError

from tests.vigen_site.running_database import TABLE, Server, put, put_until_refused, stored
from vigen_site.embedded.address import embedded_database_url, give_name, port_file

pytestmark = pytest.mark.fault


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
