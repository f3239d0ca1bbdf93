"""The SQS broker against a server that speaks SQS: one client kept, rings go in and come out once."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator

import pytest
from django_q.signing import SignedPackage
from pytest_django import Settings

from vigen_site import queue

KEYS = {"AWS_ACCESS_KEY_ID": "contract", "AWS_SECRET_ACCESS_KEY": "contract-secret"}


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("sqs")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {
        **os.environ,
        **KEYS,
        "SERVICES": "sqs",
        "GATEWAY_PORT": str(port),
        "BIND_HOST": "127.0.0.1",
        "LOG_LEVEL": "ERROR",
        "SFTP_ENABLED": "0",
        "IOT_MTLS_ENABLED": "0",
        "STATE_DIR": str(folder),
    }
    with (folder / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "ministack"], env=environment, stdout=log, stderr=log
        )
    try:
        _wait_for(port)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait()


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("The SQS server did not start.")


@pytest.fixture
def broker(endpoint: str, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[queue.SqsBroker]:
    for name, value in {**KEYS, "AWS_ENDPOINT_URL_SQS": endpoint}.items():
        monkeypatch.setenv(name, value)
    settings.SQS_QUEUE = "vigen-contract"
    settings.Q_CLUSTER = {
        **settings.Q_CLUSTER,
        "sqs": {"aws_region": "us-east-1", "receive_message_wait_time_seconds": 1},
    }
    queue._sqs_queue.cache_clear()
    made = queue.SqsBroker("vigen")
    monkeypatch.setattr(queue, "_broker", lambda process: made)
    yield made
    made.delete_queue()


def test_a_ring_comes_out_once_and_is_gone_when_it_is_acknowledged(broker: queue.SqsBroker) -> None:
    assert queue.ring("generation.tasks.produce", "user", "run")
    assert queue.length() == 1

    taken = broker.dequeue()
    assert taken is not None
    receipt, message = taken[0]

    assert SignedPackage.loads(message)["args"] == ("user", "run")
    assert broker.dequeue() is None
    assert broker.lock_size() == 1
    broker.acknowledge(receipt)
    assert (broker.queue_size(), broker.lock_size()) == (0, 0)


def test_a_hundred_rings_use_one_client_and_take_a_moment(broker: queue.SqsBroker) -> None:
    queue.ring("generation.tasks.produce", "user", "run")
    client = queue._sqs_queue(os.getpid())[0]
    began = time.monotonic()

    for _ in range(100):
        assert queue.ring("generation.tasks.produce", "user", "run")

    # django-q2's own broker sends four a second.
    assert time.monotonic() - began < 10
    assert queue._sqs_queue(os.getpid())[0] is client


def test_a_queue_that_is_not_there_is_made_and_answers(broker: queue.SqsBroker) -> None:
    assert broker.ping()
    assert "vigen-contract" in broker._url
