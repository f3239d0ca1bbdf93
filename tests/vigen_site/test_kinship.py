"""A process ends with the one that forked it, however soon that one is killed."""

import os
import signal
import subprocess
import sys
import time

import psutil
import pytest
from django.conf import settings

pytestmark = pytest.mark.fault

FORKING = """
import os, sys, time
from vigen_site.kinship import bind_forks
bind_forks()
child = os.fork()
if child == 0:
    time.sleep(60)
print(child, flush=True)
time.sleep(60)
"""
# The child is held up between its birth and the moment at which it asks to be told of its parent's end.
HELD_UP = """
import os, sys, time
from vigen_site import kinship
real = kinship.end_with_parent
def late():
    time.sleep(1.5)
    real()
kinship.end_with_parent = late
kinship.bind_forks()
child = os.fork()
if child == 0:
    time.sleep(60)
print(child, flush=True)
time.sleep(60)
"""


@pytest.mark.parametrize("program", [FORKING, HELD_UP], ids=["bound", "not bound yet"])
def test_a_child_ends_with_its_parent(program: str) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", program], cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        child = psutil.Process(int(parent.stdout.readline()))
        os.kill(parent.pid, signal.SIGKILL)
    end = time.monotonic() + 10

    while child.is_running() and child.status() != psutil.STATUS_ZOMBIE and time.monotonic() < end:
        time.sleep(0.05)

    assert not child.is_running() or child.status() == psutil.STATUS_ZOMBIE
