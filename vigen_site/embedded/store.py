"""Tables in memory, answered by ministack's DynamoDB, made durable by a snapshot and a journal.

At start the newest snapshot is read, its journal is replayed, and both are
folded into a new generation. While running, a change is journalled first and
made second; a journal that has grown long is folded the same way.
"""

import asyncio
import json
import logging
import os
from pathlib import Path

from ministack.core import persistence
from ministack.services import dynamodb

from vigen_site.embedded.journal import Journal, Record, records

logger = logging.getLogger(__name__)

CHANGES = frozenset(
    {
        "PutItem",
        "UpdateItem",
        "DeleteItem",
        "BatchWriteItem",
        "TransactWriteItems",
        "CreateTable",
        "UpdateTable",
        "DeleteTable",
    }
)
READS = frozenset(
    {
        "GetItem",
        "BatchGetItem",
        "TransactGetItems",
        "Query",
        "Scan",
        "DescribeTable",
        "ListTables",
        "DescribeEndpoints",
        "DescribeTimeToLive",
    }
)
FOLD_AT_BYTES = 64 * 2**20
"""A journal longer than this is folded into a snapshot. Replay runs at some 20 MB a second."""


class Store:
    """The tables of one data folder. One process at a time; the caller holds the folder's lock."""

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.generation = max((_generation(path) for path in folder.glob("snapshot-*.json")), default=0)
        self._load()
        self.replayed = self._replay()
        self.journal = Journal(self._journal(self.generation))
        self._fold()

    def answer(self, operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Answer one request: status, headers, body. A change is on file before it is made."""
        if operation in CHANGES:
            return self._change(operation, body)
        return _ask(operation, body)

    def close(self) -> None:
        """Leave everything in one snapshot, so that the next start replays nothing."""
        self._fold()
        self.journal.close()

    def flush_to_disk(self) -> None:
        """Survive a power cut from here on."""
        self.journal.flush_to_disk()

    def _change(self, operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        self.journal.append(Record(operation, body.decode()))
        answer = _ask(operation, body)
        if self.journal.size > FOLD_AT_BYTES:
            self._fold()
        return answer

    def _load(self) -> None:
        if self.generation:
            text = self._snapshot(self.generation).read_text(encoding="utf-8")
            dynamodb.load_persisted_state(json.loads(text, object_hook=persistence._json_object_hook))

    def _replay(self) -> int:
        count = 0
        for record in records(self._journal(self.generation)):
            _ask(record.operation, record.body.encode())
            count += 1
        return count

    def _fold(self) -> None:
        """Begin a new generation: a snapshot of all there is, and an empty journal."""
        old, new = self.generation, self.generation + 1
        text = json.dumps(dynamodb.get_state(), default=persistence._json_default)
        _write_whole(self._snapshot(new), text)
        self.journal.close()
        self.journal = Journal(self._journal(new))
        self.generation = new
        self._snapshot(old).unlink(missing_ok=True)
        self._journal(old).unlink(missing_ok=True)

    def _snapshot(self, generation: int) -> Path:
        return self.folder / f"snapshot-{generation:08}.json"

    def _journal(self, generation: int) -> Path:
        return self.folder / f"journal-{generation:08}.log"


def _ask(operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
    headers = {"x-amz-target": f"DynamoDB_20120810.{operation}"}
    # The handler is a coroutine that never waits, so one step runs it to its end.
    step = dynamodb.handle_request("POST", "/", headers, body, {})
    try:
        step.send(None)
    except StopIteration as done:
        status, answer_headers, answer = done.value
        return status, answer_headers, answer if isinstance(answer, bytes) else answer.encode()
    raise asyncio.InvalidStateError(f"{operation} waited for something; this store cannot.")


def _generation(path: Path) -> int:
    return int(path.stem.rpartition("-")[2])


def _write_whole(path: Path, text: str) -> None:
    """Write a file that is either all there or not there at all."""
    draft = path.with_suffix(".draft")
    with draft.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
