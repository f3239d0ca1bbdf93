"""Finding ads. Nothing here shows a person what belongs to somebody else."""

from dataclasses import dataclass

from pynamodb.exceptions import DoesNotExist

from ads.models import Ad, owner_status
from ads.states import Status
from vigen_site.dynamo import reachable
from vigen_site.errors import NotFound

PAGE_SIZE = 20
LARGEST_PAGE = 100


@dataclass(frozen=True)
class Page:
    """Some ads, newest first, and the cursor of the next page if there is one."""

    ads: tuple[Ad, ...]
    cursor: str | None


def ad_for(user_id: str, run_id: str) -> Ad:
    """One's own ad. Raises NotFound alike for somebody else's and for nobody's."""
    try:
        with reachable():
            return Ad.get(user_id, run_id, consistent_read=True)
    except DoesNotExist as error:
        raise NotFound("Advertisement not found") from error


def ads_of(
    user_id: str, *, status: Status | None = None, limit: int = PAGE_SIZE, cursor: str | None = None
) -> Page:
    """A person's ads, newest first. ``cursor`` is the run id at which the page before ended.

    Cost grows with the page, not with how many ads there are.
    """
    with reachable():
        if status is None:
            start = _start(user_id=user_id, run_id=cursor) if cursor else None
            found = Ad.query(user_id, scan_index_forward=False, limit=limit, last_evaluated_key=start)
        else:
            key = owner_status(user_id, status)
            start = _start(owner_status=key, user_id=user_id, run_id=cursor) if cursor else None
            found = Ad.by_owner_status.query(
                key, scan_index_forward=False, limit=limit, last_evaluated_key=start
            )
        ads = tuple(found)
    more = found.last_evaluated_key is not None and len(ads) == limit
    return Page(ads, ads[-1].run_id if more else None)


def running_count(user_id: str) -> int:
    """How many of a person's ads are being made."""
    with reachable():
        return Ad.by_owner_status.count(owner_status(user_id, Status.IN_PROGRESS))


def _start(**keys: str) -> dict[str, dict[str, str]]:
    return {name: {"S": value} for name, value in keys.items()}
