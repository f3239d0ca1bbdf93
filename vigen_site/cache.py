"""A cache that several processes of one machine share, and that counts exactly.

Django's file, memory and database caches lose counts under parallel hits, which
turns a rate limit into a suggestion. One SQLite file with atomic statements
does not. Nothing in it is worth a flush to disk.
"""

import os
import pickle
import random
import sqlite3
import threading
import time
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

NEVER = 9e18
SWEEP_ONE_IN = 500
"""Expired rows are swept at about every five-hundredth write."""

TABLE = """
CREATE TABLE IF NOT EXISTS entries (
    key TEXT PRIMARY KEY, number INTEGER, pickled BLOB, expires REAL NOT NULL
) WITHOUT ROWID
"""
SET = """
INSERT INTO entries VALUES (?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET number = excluded.number, pickled = excluded.pickled, expires = excluded.expires
"""


class SqliteCache(BaseCache):
    """Django's cache contract over one SQLite file. LOCATION is its path."""

    def __init__(self, location: str, params: dict[str, Any]):
        super().__init__(params)
        self._location = location
        self._local = threading.local()

    def add(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        row = self._row(key, value, timeout, version)
        cursor = self._connection.execute(SET + "WHERE entries.expires <= ?", (*row, time.time()))
        return cursor.rowcount == 1

    def get(self, key: str, default: Any = None, version: int | None = None) -> Any:
        row = self._connection.execute(
            "SELECT number, pickled FROM entries WHERE key = ? AND expires > ?",
            (self.make_and_validate_key(key, version=version), time.time()),
        ).fetchone()
        if row is None:
            return default
        number, pickled = row
        # Only this installation writes this file, which its data folder protects.
        return number if pickled is None else pickle.loads(pickled)  # noqa: S301

    def set(
        self, key: str, value: Any, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        self._connection.execute(SET, self._row(key, value, timeout, version))
        if random.randrange(SWEEP_ONE_IN) == 0:
            self._connection.execute("DELETE FROM entries WHERE expires <= ?", (time.time(),))

    def touch(self, key: str, timeout: float | None = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        cursor = self._connection.execute(
            "UPDATE entries SET expires = ? WHERE key = ? AND expires > ?",
            (self._expiry(timeout), self.make_and_validate_key(key, version=version), time.time()),
        )
        return cursor.rowcount == 1

    def delete(self, key: str, version: int | None = None) -> bool:
        cursor = self._connection.execute(
            "DELETE FROM entries WHERE key = ?", (self.make_and_validate_key(key, version=version),)
        )
        return cursor.rowcount == 1

    def incr(self, key: str, delta: int = 1, version: int | None = None) -> int:
        row = self._connection.execute(
            "UPDATE entries SET number = number + ? WHERE key = ? AND expires > ? AND number IS NOT NULL"
            " RETURNING number",
            (delta, self.make_and_validate_key(key, version=version), time.time()),
        ).fetchone()
        if row is None:
            raise ValueError(f"There is no number under {key!r}.")
        return int(row[0])

    def clear(self) -> None:
        self._connection.execute("DELETE FROM entries")

    def close(self, **kwargs: Any) -> None:
        """Keep the thread's connection: Django calls this after every request."""

    @property
    def _connection(self) -> sqlite3.Connection:
        """This thread's own connection; a fork gets a new one."""
        if getattr(self._local, "process", None) != os.getpid():
            connection = sqlite3.connect(self._location, timeout=10, isolation_level=None)
            connection.execute("PRAGMA journal_mode=WAL")
            connection.execute("PRAGMA synchronous=OFF")
            connection.execute(TABLE)
            self._local.connection, self._local.process = connection, os.getpid()
        result: sqlite3.Connection = self._local.connection
        return result

    def _row(
        self, key: str, value: Any, timeout: float | None, version: int | None
    ) -> tuple[str, int | None, bytes | None, float]:
        full_key = self.make_and_validate_key(key, version=version)
        if type(value) is int:
            return full_key, value, None, self._expiry(timeout)
        return full_key, None, pickle.dumps(value), self._expiry(timeout)

    def _expiry(self, timeout: float | None) -> float:
        when = self.get_backend_timeout(timeout)
        return NEVER if when is None else when
