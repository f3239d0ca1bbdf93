"""A storage that refuses: while a file says so (all of it), or by chance (a share of all calls)."""

import errno
import os
import random
from pathlib import Path
from typing import Any

from vigen_site.media.storage import SignedFileStorage

REFUSING, FULL, SHARE = "VIGEN_TEST_REFUSING", "VIGEN_TEST_FULL", "VIGEN_TEST_SHARE"


class FaultyStorage(SignedFileStorage):
    """Refuses to save and to open."""

    def _save(self, name: str, content: Any) -> str:
        self._stumble()
        return super()._save(name, content)

    def _open(self, name: str, mode: str = "rb") -> Any:
        self._stumble()
        return super()._open(name, mode)

    def _stumble(self) -> None:
        if _there(REFUSING) or random.random() < float(os.environ.get(SHARE, "0")):
            raise ConnectionResetError(errno.ECONNRESET, "The storage hung up.")
        if _there(FULL):
            raise OSError(errno.ENOSPC, "No space left on device")


def _there(variable: str) -> bool:
    path = os.environ.get(variable)
    return bool(path) and Path(str(path)).exists()
