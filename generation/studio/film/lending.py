"""Large buffers go through a pipe without being copied into it: the reader copies them from where they are.

Linux only (vmsplice(2)). A copy of every frame would cost as much as a tenth of drawing it.
"""

import ctypes
import errno
import os
import select
import sys
import time
from functools import cache

import numpy as np
import numpy.typing as npt

_A_MOMENT = 0.0005


class _Stretch(ctypes.Structure):
    """struct iovec of the C library."""

    _fields_ = (("start", ctypes.c_void_p), ("length", ctypes.c_size_t))


def lend(pipe: int, buffer: npt.NDArray[np.uint8]) -> bool:
    """Let the reader of ``pipe`` have the bytes of a contiguous ``buffer``; False, and nothing given, where the
    system cannot.

    The end of it may still lie in the pipe afterwards, so it must not change before ``wait_until_read``
    says so. Raises OSError (BrokenPipeError when nobody reads any more).
    """
    library = _library()
    given = 0
    while library is not None and given < buffer.nbytes:
        stretch = _Stretch(buffer.ctypes.data + given, buffer.nbytes - given)
        taken = library.vmsplice(pipe, ctypes.byref(stretch), 1, 0)
        if taken >= 0:
            given += taken
        elif (code := ctypes.get_errno()) != errno.EINTR:
            if given == 0 and code != errno.EPIPE:
                return False
            raise OSError(code, os.strerror(code))
    return library is not None


def wait_until_read(pipe: int, *, but: int) -> None:
    """Wait until no more than ``but`` bytes are left in the pipe: those that were given last.

    Almost always that is so already, because a pipe holds less than a frame. Raises BrokenPipeError
    when nobody reads any more.
    """
    import fcntl  # noqa: PLC0415 - not there on every system
    import termios  # noqa: PLC0415

    left, closed = bytearray(4), select.poll()
    closed.register(pipe, 0)
    while True:
        fcntl.ioctl(pipe, termios.FIONREAD, left)
        if int.from_bytes(left, sys.byteorder) <= but:
            return
        if closed.poll(0):
            raise BrokenPipeError(errno.EPIPE, os.strerror(errno.EPIPE))
        time.sleep(_A_MOMENT)


@cache
def _library() -> ctypes.CDLL | None:
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "vmsplice"):
        return None
    library.vmsplice.restype = ctypes.c_ssize_t
    library.vmsplice.argtypes = (ctypes.c_int, ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint)
    return library
