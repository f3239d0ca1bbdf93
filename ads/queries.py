"""Finding ads. Nothing here shows a person what belongs to somebody else."""

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from pynamodb.exceptions import DoesNotExist

from ads.models import Ad, owner_status
from ads.states import Status
from vigen_site.dynamo import reachable
from vigen_site.errors import NotFound

PAGE_SIZE = 20
LARGEST_PAGE = 100
NO_SUCH_AD = "Advertisement not found"


@dataclass(frozen=True)
class Page:
    """Some ads, newest first, and the cursor of the next page if there is one."""

    ads: tuple[Ad, ...]
    cursor: str | None


def ad_for(user_id: str, run_id: str) -> Ad:
    """One's own ad, in one read. Raises NotFound alike for somebody else's, for nobody's and for no id."""
    if not is_run_id(run_id):
        raise NotFound(NO_SUCH_AD)
    try:
        with reachable():
            return Ad.get(user_id, run_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound(NO_SUCH_AD) from error


def is_run_id(text: str) -> bool:
    """Whether this is an id as ads have them: a UUID in its usual spelling."""
    try:
        return str(uuid.UUID(text)) == text
    except ValueError:
        return False


def ads_of(
    user_id: str, *, status: Status | None = None, limit: int = PAGE_SIZE, cursor: str | None = None
) -> Page:
    """A person's ads, newest first. ``cursor`` is the run id at which the page before ended.

    Cost grows with the page, not with how many ads there are. One ad more than
    ``limit`` is read, so that the last page does not promise another.
    """
    with reachable():
        if status is None:
            start = _start(user_id=user_id, run_id=cursor) if cursor else None
            # Consistent, so that whoever has just ordered an ad finds it in the list.
            found = Ad.query(
                user_id,
                scan_index_forward=False,
                limit=limit + 1,
                last_evaluated_key=start,
                consistent_read=True,
            )
        else:
            key = owner_status(user_id, status)
            start = _start(owner_status=key, user_id=user_id, run_id=cursor) if cursor else None
            found = Ad.by_owner_status.query(
                key, scan_index_forward=False, limit=limit + 1, last_evaluated_key=start
            )
        ads = tuple(found)
    page = ads[:limit]
    return Page(page, page[-1].run_id if len(ads) > limit else None)


def running_count(user_id: str) -> int:
    """How many of a person's ads are being made."""
    with reachable():
        return Ad.by_owner_status.count(owner_status(user_id, Status.IN_PROGRESS))


def find_run(run_id: str) -> Ad | None:
    """A run whoever's it is, for those who run the service: its id says when it was made, the index the rest."""
    if not is_run_id(run_id):
        return None
    made = datetime.fromtimestamp((uuid.UUID(run_id).int >> 80) / 1000, tz=UTC)
    first, last = ((made + timedelta(seconds=seconds)).isoformat() for seconds in (-5, 5))
    for status in Status:
        with reachable():
            found = Ad.by_status.query(
                status, Ad.created_at.between(first, last), filter_condition=Ad.run_id == run_id
            )
            for ad in found:
                return ad_for(ad.user_id, run_id)
    return None


def of_status(status: Status, *, limit: int) -> Iterator[Ad]:
    """Anybody's ads of one status, newest first, for those who run the service."""
    with reachable():
        yield from Ad.by_status.query(status, scan_index_forward=False, limit=limit)


def _start(**keys: str) -> dict[str, dict[str, str]]:
    return {name: {"S": value} for name, value in keys.items()}
