"""A real embedded database in a folder of its own, to be written to, killed and started again."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import boto3
from botocore.config import Config

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


def put(client, identity: str) -> None:
    client.put_item(TableName=TABLE, Item={"id": {"S": identity}})


def put_until_refused(client) -> None:
    for number in range(200):
        put(client, f"{number:0200}")


def stored(server: Server) -> set[str]:
    pages = server.client().get_paginator("scan").paginate(TableName=TABLE)
    return {item["id"]["S"] for page in pages for item in page["Items"]}
