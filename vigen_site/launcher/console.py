"""What the launcher prints: one line at a time, with the time, who speaks, and colour where it can be seen."""

import sys
import threading
from datetime import datetime
from typing import TextIO

COLORS = {
    "vigen": "\033[1;36m",
    "database": "\033[35m",
    "web": "\033[34m",
    "worker": "\033[33m",
    "ad": "\033[32m",
}
RESET = "\033[0m"
WIDEST = max(map(len, COLORS))


class Console:
    """Lines from several threads, whole. Colour only on a terminal."""

    def __init__(self, out: TextIO | None = None):
        self._out = out or sys.stdout
        self._lock = threading.Lock()
        self._colored = self._out.isatty()

    def say(self, who: str, text: str) -> None:
        """Print ``text`` as said by ``who``."""
        clock = datetime.now().astimezone().strftime("%H:%M:%S")
        label = f"{clock} {who:<{WIDEST}} │"
        if self._colored:
            label = f"{COLORS.get(who, '')}{label}{RESET}"
        with self._lock:
            self._out.write(f"{label} {text}\n")
            self._out.flush()
