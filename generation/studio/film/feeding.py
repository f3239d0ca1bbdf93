"""Draws ahead while the encoder takes what is drawn: three frames in turn, so that both cores have work."""

import queue
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

from generation.studio.film.encoder import Encoder
from generation.studio.film.frames import Pixels

FRAMES_AHEAD = 3
"""One is drawn, one is handed over, and the encoder may still be reading the end of one."""


class Feeder:
    """Hands frames to an encoder from a thread of its own.

    ``next`` gives a frame that is free to be drawn on, ``send`` passes it on.
    What goes wrong in the thread is raised from the following call.
    """

    def __init__(self, encoder: Encoder, *, make: Callable[[], Pixels]):
        self._encoder = encoder
        self._free: queue.SimpleQueue[Pixels] = queue.SimpleQueue()
        self._drawn: queue.SimpleQueue[Pixels | None] = queue.SimpleQueue()
        self._error: BaseException | None = None
        for _ in range(FRAMES_AHEAD):
            self._free.put(make())
        self._thread = threading.Thread(target=self._run, name="film-feeder", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            # The thread may be stuck in a write that nobody reads.
            self._encoder.kill()
        self._drawn.put(None)
        self._thread.join()
        if error is None:
            self._raise()

    def next(self) -> Pixels:
        """A frame to draw on; waits until the encoder has taken one."""
        pixels = self._free.get()
        self._raise()
        return pixels

    def send(self, pixels: Pixels) -> None:
        """The frame is drawn."""
        self._drawn.put(pixels)

    def _run(self) -> None:
        before: Pixels | None = None
        while (pixels := self._drawn.get()) is not None:
            if self._error is None:
                try:
                    self._encoder.write(pixels)
                except Exception as error:  # noqa: BLE001 - kept for the thread that waits for it
                    self._error = error
            if before is not None:
                self._free.put(before)
            before = pixels

    def _raise(self) -> None:
        if self._error is not None:
            raise self._error
