"""A write-ahead journal: every change is on file before it is made, so that kill -9 loses nothing.

One record a line: eight hex digits of CRC-32, a space, a JSON object, a line
feed. Only the last record of a file can be torn, and a torn record was never
acknowledged.
"""

import json
import os
import threading
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


class JournalDamaged(Exception):
    """A record that was acknowledged cannot be read back."""


@dataclass(frozen=True)
class Record:
    """One request that may change the database: its operation and its body, as they came in."""

    operation: str
    body: str

    def as_line(self) -> bytes:
        """The record as one line of the journal, check sum first."""
        payload = json.dumps({"operation": self.operation, "body": self.body}).encode()
        return b"%08x %s\n" % (zlib.crc32(payload), payload)

    @classmethod
    def from_line(cls, line: bytes) -> "Record | None":
        """The record in ``line``, or None where the line is not whole."""
        checksum, _, payload = line.partition(b" ")
        if not payload.endswith(b"\n"):
            return None
        payload = payload[:-1]
        if checksum != b"%08x" % zlib.crc32(payload):
            return None
        return cls(**json.loads(payload))


class Journal:
    """An append-only file of records. Unbuffered: what is appended has reached the kernel.

    ``flush_to_disk`` may be called from another thread than the rest: appending goes on while the disk is slow.
    """

    def __init__(self, path: Path):
        self.path = path
        self._file = path.open("ab", buffering=0)
        self._dirty = False
        self._flushing = threading.Lock()

    def append(self, record: Record) -> None:
        """Put ``record`` on file, whole or not at all. Raises OSError when the disk refuses."""
        end = self.size
        line = record.as_line()
        try:
            written = self._file.write(line)
        except OSError:
            os.ftruncate(self._file.fileno(), end)
            raise
        if written != len(line):
            os.ftruncate(self._file.fileno(), end)
            raise OSError(f"Only {written} of {len(line)} bytes fitted into {self.path}.")
        self._dirty = True

    @property
    def size(self) -> int:
        """Bytes on file."""
        return os.fstat(self._file.fileno()).st_size

    def flush_to_disk(self) -> None:
        """Survive a power cut too. Cheap where nothing was appended since the last call, and after ``close``.

        Raises OSError when the disk refuses; the next call tries again.
        """
        with self._flushing:
            if not self._dirty:
                return
            self._dirty = False  # Before, so that what is appended meanwhile is flushed by the next call.
            try:
                os.fdatasync(self._file.fileno())
            except OSError:
                self._dirty = True
                raise

    def close(self) -> None:
        """Flush and let go of the file."""
        self.flush_to_disk()
        with self._flushing:
            self._file.close()


def records(path: Path) -> Iterator[Record]:
    """The records of a journal in order. A torn last record is passed over, as it was never acknowledged.

    Raises JournalDamaged when a record before the last cannot be read.
    """
    if not path.exists():
        return
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            record = Record.from_line(line)
            if record is not None:
                yield record
            elif file.read(1):
                raise JournalDamaged(
                    f"Line {number} of {path} cannot be read, and others follow it. "
                    "Restore the folder from a copy, or cut the file before that line "
                    "and lose what comes after it."
                )
