"""Keeps a process small that makes films: the encoder beside it needs some 400 MB of its own."""

import contextlib
import ctypes
import gc
import sys

# mallopt(3). By itself, glibc grows both with what is freed, and sound and pictures of an ad would leave
# holes of some 100 MB behind. To ask the system for every array of a few seconds of sound, on the other hand,
# doubles the work of mixing: pages have to be cleared each time.
_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_KEPT_AT_THE_END = 64 << 20
_ASKED_FOR_ONE_BY_ONE = 32 << 20


def give_back() -> None:
    """Collect what nobody holds, which takes a tenth of a second, and return freed memory to the system."""
    gc.collect()
    trim()


def trim() -> None:
    """Return freed memory to the system. Linux only: elsewhere this does nothing."""
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            libc = ctypes.CDLL(None)
            libc.mallopt(_M_MMAP_THRESHOLD, _ASKED_FOR_ONE_BY_ONE)
            libc.mallopt(_M_TRIM_THRESHOLD, _KEPT_AT_THE_END)
            libc.malloc_trim(0)
