"""Processes that end with the one that started them: a killed parent must leave nobody behind that goes on.

``python -m vigen_site.kinship COMMAND …`` runs a command so bound.
"""

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1  # From linux/prctl.h.


def end_with_parent(how: signal.Signals = signal.SIGKILL) -> None:
    """Have the kernel send ``how`` to this process when its parent ends. Elsewhere than on Linux: nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, int(how))


def bind_forks() -> None:
    """Kill every process forked from here on when the one that forked it ends."""
    forking = 0

    def note() -> None:
        nonlocal forking
        forking = os.getpid()

    def bind() -> None:
        end_with_parent()
        if os.getppid() != forking:
            os._exit(1)  # It ended before it could be asked for: nobody would ever tell us.

    os.register_at_fork(before=note, after_in_child=bind)


if __name__ == "__main__":
    end_with_parent(signal.SIGTERM)
    os.execv(sys.argv[1], sys.argv[1:])  # noqa: S606 -- the launcher's own command, never a shell.
