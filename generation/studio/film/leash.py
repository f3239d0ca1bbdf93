"""Starts a program that dies with the process that asked for it.

Run as a script of its own: ``python leash.py PARENT_PID PROGRAM ARGUMENTS…``. On
Linux the kernel is asked to kill the program when its parent ends in whatever
way (prctl(2), PR_SET_PDEATHSIG, which survives the exec). Doing this between
fork and exec of the parent itself would not be safe in a process with threads.
Elsewhere the program is simply started.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1


def main() -> None:
    parent = int(sys.argv[1])
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        # The parent may have ended before the request was made.
        if os.getppid() != parent:
            sys.exit(1)
    os.execv(sys.argv[2], sys.argv[2:])  # noqa: S606 - the caller gives a full path, no shell


if __name__ == "__main__":
    main()
