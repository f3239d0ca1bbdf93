"""Tables in memory, answered by ministack's DynamoDB, made durable by a snapshot and a journal.

At start the newest snapshot is read, its journal is replayed, and both are
folded into a new generation. While running, a change is journalled first and
made second; a journal that has grown long is folded by a process beside this one.
"""

import asyncio
import json
import logging
import os
from pathlib import Path

from ministack.core import persistence
from ministack.services import dynamodb

from vigen_site.embedded.folding import Fold
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
    """The tables of one data folder. One process at a time; the caller holds the folder's lock.

    Snapshot N holds all that was asked for before journal N was begun. So a
    start takes the newest snapshot and replays the journals from its number on:
    there is more than one where a fold had not ended.
    """

    def __init__(self, folder: Path):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        snapshot = max(_generations(folder, "snapshot-*.json"), default=0)
        self._load(snapshot)
        journals = [number for number in _generations(folder, "journal-*.log") if number >= snapshot]
        self.replayed = sum(self._replay(number) for number in journals)
        self.generation = max([snapshot, *journals])
        self.journal = Journal(self._journal(self.generation))
        self._before: list[Journal] = []
        self._fold_running: Fold | None = None
        self._fold_at = FOLD_AT_BYTES
        self._fold_here()

    def answer(self, operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        """Answer one request: status, headers, body. A change is on file before it is made."""
        if operation in CHANGES:
            return self._change(operation, body)
        return _ask(operation, body)

    def close(self) -> None:
        """Leave everything in one snapshot, so that the next start replays nothing."""
        if self._fold_running:
            self._fold_running.stop()
        self._fold_here()
        self.journal.close()

    def flush_to_disk(self) -> None:
        """Survive a power cut from here on. May be called from another thread than the rest."""
        for journal in [*self._before, self.journal]:
            journal.flush_to_disk()

    def tend(self) -> None:
        """Look after a fold that is on its way; call it now and then."""
        if self._fold_running is None or (went_well := self._fold_running.went_well) is None:
            return
        self._fold_running = None
        if went_well:
            self._forget_older()
            return
        # All is on file, in the snapshot before and two journals. Another journal's length from now it is tried again.
        logger.error("The journal could not be folded; it is kept, and folded later.")
        self._fold_at = self.journal.size + FOLD_AT_BYTES

    def _change(self, operation: str, body: bytes) -> tuple[int, dict[str, str], bytes]:
        self.journal.append(Record(operation, body.decode()))
        answer = _ask(operation, body)
        if self.journal.size > self._fold_at and self._fold_running is None:
            self._fold_beside()
        return answer

    def _load(self, generation: int) -> None:
        if generation:
            text = self._snapshot(generation).read_text(encoding="utf-8")
            dynamodb.load_persisted_state(json.loads(text, object_hook=persistence._json_object_hook))

    def _replay(self, generation: int) -> int:
        count = 0
        for record in records(self._journal(generation)):
            _ask(record.operation, record.body.encode())
            count += 1
        return count

    def _fold_here(self) -> None:
        """Write a snapshot of all there is, and begin an empty journal, while nobody asks for anything."""
        _write_snapshot(self._snapshot(self.generation + 1))
        self._begin_journal()
        self._forget_older()

    def _fold_beside(self) -> None:
        """Begin a journal, and write a snapshot of all before it while requests go on."""
        try:
            self._begin_journal()
            snapshot = self._snapshot(self.generation)
            self._fold_running = Fold(lambda: _write_snapshot(snapshot))
        except OSError as error:
            logger.error("The journal could not be folded; it is kept, and folded later: %s", error)
            self._fold_at = self.journal.size + FOLD_AT_BYTES

    def _begin_journal(self) -> None:
        journal = Journal(self._journal(self.generation + 1))
        self._before.append(self.journal)
        self.journal = journal
        self.generation += 1
        self._fold_at = FOLD_AT_BYTES

    def _forget_older(self) -> None:
        """Remove what the newest snapshot makes needless."""
        for journal in self._before:
            journal.close()
        self._before = []
        for path in [*self.folder.glob("snapshot-*"), *self.folder.glob("journal-*")]:
            if _generation(path) < self.generation:
                path.unlink(missing_ok=True)

    def _snapshot(self, generation: int) -> Path:
        return self.folder / f"snapshot-{generation:08}.json"

    def _journal(self, generation: int) -> Path:
        return self.folder / f"journal-{generation:08}.log"


def _write_snapshot(path: Path) -> None:
    _write_whole(path, json.dumps(dynamodb.get_state(), default=persistence._json_default))


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


def _generations(folder: Path, pattern: str) -> list[int]:
    """The numbers of the files of one kind, the oldest first."""
    return sorted(_generation(path) for path in folder.glob(pattern))


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
