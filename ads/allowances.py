"""How much one person may have made: at once, and on one day."""

from datetime import UTC, datetime, timedelta

from django.conf import settings
from pynamodb.exceptions import DoesNotExist, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from ads import queries
from ads.models import Allowance
from vigen_site.dynamo import is_refused, reachable
from vigen_site.errors import Conflict, TooMany

TRIES = 20


class TooManyRuns(TooMany):
    """The person has as many ads in the making as one person may."""

    code = "too_many_runs"

    def __init__(self, limit: int):
        one = "it" if limit == 1 else "one"
        super().__init__(
            f"You have {_ads(limit)} in the making. Wait for {one} to finish, or cancel {one}.", seconds=30
        )


class EnoughForToday(TooMany):
    """The person has started as many ads today as one person may."""

    code = "daily_limit"

    def __init__(self, limit: int):
        super().__init__(
            f"You have started {_ads(limit)} today, which is the limit. You can go on at 00:00 UTC.",
            seconds=_seconds_left(),
        )


def known(user_id: str) -> Allowance:
    """What a person has started so far. Read it before counting what it is checked against."""
    try:
        with reachable():
            return Allowance.get(user_id, consistent_read=True)
    except DoesNotExist:
        return Allowance(user_id)


def check(allowance: Allowance) -> int:
    """Raise TooManyRuns or EnoughForToday when nothing more may be started; gives the runs in the making."""
    running = queries.running_count(allowance.user_id)
    if running >= settings.RUNS_AT_ONCE:
        raise TooManyRuns(settings.RUNS_AT_ONCE)
    if settings.RUNS_PER_DAY and _started(allowance) >= settings.RUNS_PER_DAY:
        raise EnoughForToday(settings.RUNS_PER_DAY)
    return running


def one_more(allowance: Allowance) -> tuple[list[Action], Condition]:
    """The update that counts one more, and the condition that nobody has counted since it was read."""
    actions: list[Action] = [
        Allowance.day.set(_today()),
        Allowance.started.set(_started(allowance) + 1),
        Allowance.version.set(allowance.version + 1),
    ]
    untouched: Condition = Allowance.user_id.does_not_exist()
    if allowance.version:
        untouched = Allowance.version == allowance.version
    return actions, untouched


def spend(user_id: str) -> int:
    """Count one more start, if it is allowed; gives how many of the person's ads were in the making."""
    for _ in range(TRIES):
        allowance = known(user_id)
        running = check(allowance)
        actions, condition = one_more(allowance)
        try:
            with reachable():
                allowance.update(actions=actions, condition=condition)
        except UpdateError as error:
            if not is_refused(error):
                raise
            continue
        return running
    raise Conflict


def _started(allowance: Allowance) -> int:
    return int(allowance.started) if allowance.day == _today() else 0


def _today() -> str:
    return datetime.now(UTC).date().isoformat()


def _seconds_left() -> int:
    now = datetime.now(UTC)
    midnight = (now + timedelta(days=1)).replace(hour=0, minute=0, second=0, microsecond=0)
    return max(1, int((midnight - now).total_seconds()))


def _ads(count: int) -> str:
    return "1 ad" if count == 1 else f"{count} ads"
