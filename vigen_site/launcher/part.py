"""One long-running part of the group: started, read line by line, watched, restarted, ended."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from vigen_site.launcher.console import Console

RESTARTS, WITHIN_SECONDS = 5, 30.0
"""A part that ends this often within this time is not started again."""

# The library that draws brings a fontconfig of its own, older than the system's; it reads the system's templates
# whatever it is configured to, and complains of a word in them that it does not know. Nothing depends on them.
NOISE = ("Fontconfig warning: ", "Fontconfig error: Cannot load default config file")


class PartFailed(Exception):
    """A part does not come up, or ends again and again."""


class Part:
    """A command in a process group of its own. What it prints is printed under its name.

    It finds ``sockets`` open, each under the number that ``fileno`` tells here.
    """

    def __init__(
        self,
        name: str,
        command: Sequence[str],
        *,
        folder: Path,
        console: Console,
        is_ready: Callable[[], bool],
        sockets: Sequence[socket.socket] = (),
    ):
        self.name = name
        self._command = [sys.executable, "-m", "vigen_site.kinship", *command]
        self._folder = folder
        self._console = console
        self._is_ready = is_ready
        self._sockets = sockets
        self._starts: list[float] = []
        self._process: subprocess.Popen[str] | None = None
        self._reader: threading.Thread | None = None

    def start(self, environment: Mapping[str, str] | None = None) -> None:
        """Start it, and read what it prints from a thread."""
        self._starts = [at for at in self._starts if time.monotonic() - at < WITHIN_SECONDS]
        if len(self._starts) >= RESTARTS:
            raise PartFailed(
                f"The {self.name} ended {RESTARTS} times in {WITHIN_SECONDS:.0f} s. See its last lines."
            )
        self._starts.append(time.monotonic())
        self._process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **(environment or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            pass_fds=[listener.fileno() for listener in self._sockets],
        )
        self._reader = threading.Thread(target=self._read, args=(self._process,), daemon=True)
        self._reader.start()

    def wait_until_ready(self, seconds: float) -> None:
        """Return once it answers; raise PartFailed when it ends first or takes too long."""
        deadline = time.monotonic() + seconds
        while not self._is_ready():
            if not self.is_running:
                raise PartFailed(f"The {self.name} ended while starting. See its lines above.")
            if time.monotonic() > deadline:
                raise PartFailed(f"The {self.name} did not answer within {seconds:.0f} s.")
            time.sleep(0.05)

    @property
    def is_running(self) -> bool:
        """Whether its process lives."""
        return self._process is not None and self._process.poll() is None

    def ask_to_end(self) -> None:
        """Send SIGTERM to its first process."""
        if self._process is not None and self.is_running:
            self._process.terminate()

    def end(self, seconds: float) -> None:
        """Wait for its end, then kill whatever is left of its group."""
        if self._process is None:
            return
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(timeout=max(0.0, seconds))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        if self._reader is not None:
            self._reader.join(1.0)  # Its last words; whoever left the group may hold the pipe open.

    def _read(self, process: "subprocess.Popen[str]") -> None:
        if process.stdout is None:
            return
        with process.stdout:
            for line in process.stdout:
                if (text := line.rstrip()) and not text.startswith(NOISE):
                    self._console.say(self.name, text)
