"""A running embedded database for the tests of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vigen_site.running_database import TABLE, Server


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
