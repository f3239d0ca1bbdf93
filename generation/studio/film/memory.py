"""Keeps a process small that makes films: the encoder beside it needs some 280 MB of its own."""

import contextlib
import ctypes
import gc
import sys
from functools import cache

from generation.studio import illustrations
from generation.studio.pictures import raster

_M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -1, -3
_MEGABYTE = 1 << 20


def give_back() -> None:
    """Let go of pictures, collect what nobody holds, and return freed memory to the system, from now on that of each
    large array.

    Only Linux is asked to take it back: elsewhere this just collects, which takes a tenth of a second. By itself,
    glibc no longer asks the system for large arrays one by one once one was freed (mallopt(3)), and pictures of an ad
    would leave holes of some 100 MB behind.
    """
    illustrations.forget()
    raster.forget()
    gc.collect()
    _leave_libraries_alone()
    _set(_M_MMAP_THRESHOLD, _MEGABYTE)
    _set(_M_TRIM_THRESHOLD, _MEGABYTE)
    trim()


@cache
def _leave_libraries_alone() -> None:
    """Collect from now on only among what is made from now on, once a process.

    What libraries have built as they were loaded stays until the process ends; to look through all of it for
    something that nobody holds takes a fifth of a second each time.
    """
    gc.freeze()


def keep_for_sound() -> None:
    """Use freed memory again for arrays of up to 32 MB, until ``give_back`` is called.

    Mixing makes many arrays of some seconds of sound: to clear fresh pages for each doubles its work.
    """
    _set(_M_MMAP_THRESHOLD, 32 * _MEGABYTE)
    _set(_M_TRIM_THRESHOLD, 64 * _MEGABYTE)


def trim() -> None:
    """Return freed memory to the system. Linux only: elsewhere this does nothing."""
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).malloc_trim(0)


def _set(option: int, value: int) -> None:
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).mallopt(option, value)
