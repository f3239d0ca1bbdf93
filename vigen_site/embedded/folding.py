"""Writing a snapshot while requests go on: a forked process sees the tables as they were at that moment."""

import os
import signal
from collections.abc import Callable
from typing import NoReturn

from vigen_site.kinship import end_with_parent

FIRST_INHERITED = 3
"""File numbers from here on are the server's: its sockets, its journal, and the folder's lock."""
MOST_FILES = 65_536


class Fold:
    """One snapshot in the making. It ends with the process that began it."""

    def __init__(self, write: Callable[[], None]):
        """Begin. ``write`` runs in the other process; what it raises fails the fold."""
        self._status: int | None = None
        self._process = os.fork()
        if self._process == 0:
            _write_and_leave(write)

    @property
    def went_well(self) -> bool | None:
        """None while it goes on."""
        if self._status is None:
            process, status = os.waitpid(self._process, os.WNOHANG)
            self._status = status if process else None
        return None if self._status is None else self._status == 0

    def stop(self) -> None:
        """End it, wherever it is."""
        if self.went_well is None:
            os.kill(self._process, signal.SIGKILL)
            self._status = os.waitpid(self._process, 0)[1]


def _write_and_leave(write: Callable[[], None]) -> NoReturn:
    """Nothing of the server may live on here: a restart needs its port and the lock of its folder at once."""
    code = 1
    try:
        signal.set_wakeup_fd(-1)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        end_with_parent()
        os.closerange(FIRST_INHERITED, MOST_FILES)
        os.nice(10)
        write()
        code = 0
    finally:
        os._exit(code)
