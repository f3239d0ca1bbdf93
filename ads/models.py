"""The ad's record in DynamoDB, and the note that makes creating one idempotent."""

from datetime import UTC, datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute, UnicodeSetAttribute
from pynamodb.indexes import AllProjection, GlobalSecondaryIndex
from pynamodb.models import Model

from ads.briefs import FIELDS, Brief
from ads.states import Stage, StageStatus, Status
from vigen_site.dynamo import TableMeta, table_name

WAITING = "Waiting for its turn"
"""What a run says of itself before anybody works on it."""


def not_started() -> dict[str, Any]:
    """What is known of a stage that nobody has begun."""
    return {"status": StageStatus.PENDING}


def now_text() -> str:
    """The time as records hold it: ISO 8601 in UTC with microseconds, so that text order is time order."""
    return datetime.now(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


# PynamoDB's index base has one method without annotations, hence the two remarks for mypy.
class StatusIndex(GlobalSecondaryIndex["Ad"]):  # type: ignore[no-untyped-call]
    """All ads of one status in time order: how the reaper finds runs."""

    class Meta:
        index_name = "status-index"
        projection = AllProjection()

    status = UnicodeAttribute(hash_key=True)
    created_at = UnicodeAttribute(range_key=True)


class OwnerStatusIndex(GlobalSecondaryIndex["Ad"]):  # type: ignore[no-untyped-call]
    """One person's ads of one status in time order."""

    class Meta:
        index_name = "owner-status-index"
        projection = AllProjection()

    owner_status = UnicodeAttribute(hash_key=True)
    run_id = UnicodeAttribute(range_key=True)


class Ad(Model):
    """One ad with its one run. Only ``ads.lifecycle`` writes anything but name and brief.

    ``run_id`` is a UUIDv7: key order is time order. ``stages_done`` counts
    committed stages. ``fence`` rises with every claim and every intervention,
    so that whoever held an older one can write nothing. ``lease_until``,
    ``rung_at`` and ``turn_at`` (whose turn is first) are seconds since the
    epoch. ``source`` is what an ad in another format has from the first one
    (``ads.formats``). ``mark`` tells a writer whose answer was lost that it had written.
    """

    class Meta(TableMeta):
        table_name = table_name("advertisements")

    user_id = UnicodeAttribute(hash_key=True)
    run_id = UnicodeAttribute(range_key=True)
    name = UnicodeAttribute()
    desc = UnicodeAttribute()
    brief = JSONAttribute()
    status = UnicodeAttribute()
    owner_status = UnicodeAttribute()

    script_generation = JSONAttribute(default=not_started)
    script_evaluation = JSONAttribute(default=not_started)
    video_generation = JSONAttribute(default=not_started)
    audio_generation = JSONAttribute(default=not_started)
    editing = JSONAttribute(default=not_started)

    stages_done = NumberAttribute(default=0)
    fence = NumberAttribute(default=0)
    attempt = NumberAttribute(default=0)
    version = NumberAttribute(default=0)
    lease_owner = UnicodeAttribute(null=True)
    lease_until = NumberAttribute(default=0)
    rung_at = NumberAttribute(default=0)
    turn_at = NumberAttribute(default=0)
    mark = UnicodeAttribute(null=True)
    progress = NumberAttribute(default=0)
    message = UnicodeAttribute(default=WAITING)
    error_code = UnicodeAttribute(null=True)
    error_message = UnicodeAttribute(null=True)
    final_video_uri = UnicodeAttribute(null=True)
    source = JSONAttribute(null=True)
    created_at = UnicodeAttribute()
    updated_at = UnicodeAttribute()

    by_status = StatusIndex()
    by_owner_status = OwnerStatusIndex()

    def stage(self, stage: Stage) -> dict[str, Any]:
        """What is known of one stage: status, started_at, finished_at, attempt, artefacts."""
        record: dict[str, Any] = getattr(self, stage)
        return record

    @property
    def the_brief(self) -> Brief:
        """The brief as a value. Keys that this version does not know are passed over."""
        extras = {key: value for key, value in self.brief.items() if key in FIELDS}
        extras = {key: tuple(value) if isinstance(value, list) else value for key, value in extras.items()}
        return Brief(name=self.name, desc=self.desc, **extras)

    @property
    def artefacts(self) -> dict[str, str]:
        """Storage keys of all committed artefacts by their file names."""
        merged: dict[str, str] = {}
        for stage in Stage:
            merged |= self.stage(stage).get("artefacts", {})
        return merged


def owner_status(user_id: str, status: Status) -> str:
    """The hash key under which a person's ads of one status are listed."""
    return f"{user_id}#{status}"


class OnceKey(Model):
    """An Idempotency-Key that was used, and the ad that it made. ``digest`` tells one body from another."""

    class Meta(TableMeta):
        table_name = table_name("once-keys")

    user_id = UnicodeAttribute(hash_key=True)
    key = UnicodeAttribute(range_key=True)
    run_id = UnicodeAttribute()
    digest = UnicodeAttribute()
    created_at = UnicodeAttribute()


class Allowance(Model):
    """What a person has started on one day (UTC). ``version`` makes orders that come at once take turns."""

    class Meta(TableMeta):
        table_name = table_name("allowances")

    user_id = UnicodeAttribute(hash_key=True)
    day = UnicodeAttribute(default="")
    started = NumberAttribute(default=0)
    version = NumberAttribute(default=0)


class Upload(Model):
    """A picture or recording that a person has sent. ``key`` is where its file lies, encoded anew; ``facts`` is all the
    studio knows of it; ``ads`` are the runs that use it. ``picture_id`` is a UUIDv7: key order is time order."""

    class Meta(TableMeta):
        table_name = table_name("uploads")

    user_id = UnicodeAttribute(hash_key=True)
    picture_id = UnicodeAttribute(range_key=True)
    key = UnicodeAttribute()
    width = NumberAttribute(null=True)
    height = NumberAttribute(null=True)
    kind = UnicodeAttribute()
    facts = JSONAttribute()
    ads: UnicodeSetAttribute = UnicodeSetAttribute(null=True)
    created_at = UnicodeAttribute()


TABLES = (Ad, OnceKey, Allowance, Upload)
