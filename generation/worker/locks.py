"""A queue whose lock the kernel lets go of when its holder dies.

django-q2's workers wait for work in ``multiprocessing.Queue.get``: one of them
waits inside its lock, the others for the lock. The lock is a semaphore; when
the one inside is killed it stays taken, and no worker gets work again.
"""

import fcntl
import tempfile
import weakref
from types import TracebackType
from typing import Any

from django_q.queues import Queue


class MortalLock:
    """A lock between forked processes. A record lock belongs to a process and ends with it (fcntl(2))."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 -- lives as long as the queue; forks inherit it.
        weakref.finalize(self, self._file.close)

    def acquire(self, block: bool = True, timeout: float | None = None) -> bool:
        """Take it; False when it is taken and ``block`` is False. Has no use for a time-out."""
        assert timeout is None, "Nobody waits for this lock with a time-out."  # noqa: S101 -- django-q2 does not.
        try:
            fcntl.lockf(self._file, fcntl.LOCK_EX | (0 if block else fcntl.LOCK_NB))
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Let go of it."""
        fcntl.lockf(self._file, fcntl.LOCK_UN)

    def __enter__(self) -> bool:
        return self.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


class RobustQueue(Queue):  # type: ignore[misc]  # django-q2 has no types.
    """django-q2's queue, read under such a lock. One thread a process reads it."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self._rlock = MortalLock()
