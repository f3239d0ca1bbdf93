"""Keeps a process small that makes films: the encoder beside it needs some 400 MB of its own."""

import contextlib
import ctypes
import gc
import sys

M_MMAP_THRESHOLD = -3
LARGE = 1 << 20


def give_back() -> None:
    """Return freed memory to the system. Linux only: elsewhere this just collects what nobody holds.

    glibc keeps freed memory for itself, and after the first large array that is freed it no longer
    asks the system for large ones one by one (mallopt(3), M_MMAP_THRESHOLD): sound and pictures of an
    ad would leave holes of some 100 MB behind.
    """
    gc.collect()
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            libc = ctypes.CDLL(None)
            libc.mallopt(M_MMAP_THRESHOLD, LARGE)
            libc.malloc_trim(0)
