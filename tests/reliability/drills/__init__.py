"""What happens when a part breaks, one drill for each: ``python -m tests.reliability NAME [--size N]``.

Every drill builds a plant of its own, breaks it, and gives figures with
``held``: whether the promise was held.
"""

from collections.abc import Callable

from tests.reliability.drills.crowds import fairness, ring_storm
from tests.reliability.drills.outages import backoff, broker_down, database_down, disk_full, storage_refusing
from tests.reliability.drills.parts import Found
from tests.reliability.drills.workers import cancel, idle, poison, short, sigterm, wedged
from tests.reliability.drills.zombies import zombies

DRILLS: dict[str, tuple[Callable[[int], Found], int]] = {
    "short": (short, 1),
    "zombies": (zombies, 50),
    "idle": (idle, 20),
    "poison": (poison, 2),
    "wedged": (wedged, 1),
    "sigterm": (sigterm, 1),
    "cancel": (cancel, 5),
    "broker_down": (broker_down, 60),
    "database_down": (database_down, 60),
    "disk_full": (disk_full, 1),
    "storage_refusing": (storage_refusing, 10),
    "fairness": (fairness, 50),
    "ring_storm": (ring_storm, 3000),
    "backoff": (backoff, 25),
}
"""Each with its full size."""
