"""How many ads are ahead of one that waits: noted by a worker's reaper, who looks anyway, and read by whoever asks."""

import time
from collections.abc import Iterable

from django.core.cache import cache

from ads.lifecycle import Open
from ads.models import WAITING, Ad
from ads.states import Status

KEY = "turns"
GOOD_SECONDS = 15
"""A note that nobody has renewed for this long tells nothing: the reapers look every few seconds."""
MOST_NOTED = 200
"""Whoever waits behind so many hears so, and no number."""


def note(waiting: Iterable[Open]) -> None:
    """Note the runs that wait, in the order of their turns."""
    cache.set(KEY, [run.run_id for run in waiting][: MOST_NOTED + 1], GOOD_SECONDS)


def is_waiting(ad: Ad) -> bool:
    """Whether any worker could take it now."""
    return ad.status == Status.IN_PROGRESS and not ad.lease_owner and ad.lease_until < time.time()


def message_of(ad: Ad) -> str:
    """What is being done; of an ad that its worker has given back, the record still tells what that one did."""
    return WAITING if is_waiting(ad) else str(ad.message)


def ahead_of(ad: Ad) -> int | None:
    """How many ads are ahead of one that waits, MOST_NOTED for that many or more; None where nobody knows."""
    noted: list[str] | None = cache.get(KEY) if is_waiting(ad) else None
    if noted is None:
        return None
    if ad.run_id in noted:
        return min(noted.index(ad.run_id), MOST_NOTED)
    # It is behind all of them, or so new that no reaper has seen it.
    return MOST_NOTED if len(noted) > MOST_NOTED else None


def words(ahead: int | None) -> str:
    """As the page says it; nothing where nobody knows."""
    if ahead is None:
        return ""
    if ahead == 0:
        return "It is next"
    if ahead >= MOST_NOTED:
        return f"More than {MOST_NOTED - 1} ads are ahead of it"
    return "1 ad is ahead of it" if ahead == 1 else f"{ahead} ads are ahead of it"
