"""Every test of accounts has the real database, nobody in it, and counts from zero."""

from typing import Any

import pytest

from accounts.models import TABLES


@pytest.fixture(autouse=True)
def _nobody_yet(database: str, fresh_cache: None) -> None:
    for table in TABLES:
        with table.batch_write() as batch:
            for item in table.scan():
                batch.delete(item)


@pytest.fixture
def ada() -> dict[str, Any]:
    """What Ada sends to register."""
    return {"email": "ada@example.com", "full_name": "Ada Lovelace", "password": "correct horse battery 9"}
