"""How much may be done side by side where each piece of work takes memory by its size."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition


class Budget:
    """Lets work begin while all that has begun is no larger than ``most`` together; what is larger works alone."""

    def __init__(self, most: float):
        self._most = most
        self._taken = 0.0
        self._changed = Condition()

    @contextmanager
    def of(self, size: float) -> Iterator[None]:
        """Wait until there is room for the block, and keep it for so long."""
        with self._changed:
            self._changed.wait_for(lambda: not self._taken or self._taken + size <= self._most)
            self._taken += size
        try:
            yield
        finally:
            with self._changed:
                self._taken -= size
                self._changed.notify_all()
