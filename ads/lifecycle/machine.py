"""Who holds a run: names of machines and of processes that no other machine or process has."""

import functools
import os
import socket
import zlib
from pathlib import Path

import psutil


@functools.cache
def hostname() -> str:
    """This machine's name as lease owners carry it: host name, and which boot and container of it.

    Two containers may share a host name and number their processes alike; one
    must not take the other's for dead.
    """
    marks = [_first_line("/proc/sys/kernel/random/boot_id"), _inode("/proc/self/ns/pid")]
    return f"{socket.gethostname()}.{zlib.crc32(' '.join(marks).encode()):08x}"


def this_process() -> str:
    """This process as a lease's owner: machine, number, and start, as numbers are used again."""
    return f"{hostname()}:{os.getpid()}:{_started(os.getpid())}"


def process_of(owner: str) -> int | None:
    """The number of a lease's owner if it is, or was, a process of this machine."""
    host, _, rest = owner.partition(":")
    pid = rest.partition(":")[0]
    return int(pid) if host == hostname() and pid.isdigit() else None


def is_dead(owner: str) -> bool:
    """Whether a lease's owner was a process of this machine that is no more. Of others nothing is known."""
    pid = process_of(owner)
    if pid is None:
        return False
    try:
        gone = psutil.Process(pid).status() == psutil.STATUS_ZOMBIE
        return gone or str(_started(pid)) != owner.rpartition(":")[2]
    except psutil.NoSuchProcess:
        return True


def _started(pid: int) -> int:
    # In ticks since boot, which no step of the clock moves; create_time() is reckoned from the clock.
    try:
        return int(Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19])
    except FileNotFoundError:
        return int(psutil.Process(pid).create_time())


def _first_line(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8").strip()
    except OSError:
        return ""


def _inode(path: str) -> str:
    try:
        return str(Path(path).stat().st_ino)
    except OSError:
        return ""
