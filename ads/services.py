"""What a person can do with ads. Pages, API and commands all come through here."""

import hashlib
import json
import random
import secrets
import time
from collections.abc import Callable
from typing import Any

from pynamodb.exceptions import DeleteError, DoesNotExist, TransactWriteError, UpdateError
from pynamodb.expressions.update import Action

from ads import allowances, artefacts, lifecycle, queries, uploads
from ads.briefs import LARGEST_SEED, OWN_VOICE, Brief, read
from ads.models import Ad, Allowance, OnceKey, now_text, owner_status
from ads.states import Stage, Status
from vigen_site.dynamo import is_collision, is_refused, new_id, reachable, together
from vigen_site.errors import Conflict, Invalid, NotFound, TooMany

LONGEST_KEY = 255
FILM = "ad.mp4"
WORDS = (
    "name",
    "desc",
    "audience",
    "tone",
    "offer",
    "call_to_action",
    "contact",
    "language",
    "length",
    "seed",
    "script",
    "must_say",
    "must_not_say",
)
"""What a script is made of. A script with a person's words in it stays when pictures come or go."""


class KeyReused(Conflict):
    """The same Idempotency-Key came with another body."""

    code = "idempotency_key_reused"
    message = "This Idempotency-Key was used for another ad. Send a new key for a new ad."


class BusyNow(Conflict):
    """The ad is being made, so it cannot be changed."""

    code = "in_progress"
    message = "This ad is being made. Wait until it is finished, or cancel it first."


Furnish = Callable[[Ad], None]
"""Gives an ad what it begins with, before it is recorded."""


def with_nothing(ad: Ad) -> None:
    """For an ad that begins with its brief alone."""
    del ad


def create(
    *, user_id: str, brief: Brief, once_key: str = "", furnish: Furnish = with_nothing
) -> tuple[Ad, bool]:
    """Record an ad and ring for a worker; whether it is new comes with it.

    The record is written before the queue hears of it: a lost ring costs some
    seconds, until the reaper; a lost record would cost the ad. The same
    ``once_key`` with the same brief gives the ad that it made before.
    """
    if len(once_key) > LONGEST_KEY:
        raise Invalid(f"An Idempotency-Key has at most {LONGEST_KEY} characters.")
    uploads.check(user_id, brief)
    uploads.check_recording(brief)
    for attempt in range(allowances.TRIES):
        made = _create(user_id, brief, once_key, furnish)
        if made is not None:
            return made
        # Somebody else's order for the same person came between: they take turns.
        time.sleep(random.uniform(0, 0.02 * (attempt + 1)))
    raise Conflict


def order(*, user_id: str, brief: Brief, once_key: str = "") -> Ad:
    """``create``, for whoever does not ask whether the ad is new."""
    return create(user_id=user_id, brief=brief, once_key=once_key)[0]


def prepare(*, user_id: str, brief: Brief, once_key: str = "") -> tuple[Ad, bool]:
    """A draft that is not stored yet, or the one that this ``once_key`` made before; whether it is new."""
    if len(once_key) > LONGEST_KEY:
        raise Invalid(f"An Idempotency-Key has at most {LONGEST_KEY} characters.")
    uploads.check(user_id, brief)
    if once_key and (known := _made_before(user_id, _of_draft(once_key), brief)):
        return known, False
    ad = _new_ad(user_id, brief, runs_before=0)
    ad.status, ad.owner_status = Status.DRAFT, owner_status(user_id, Status.DRAFT)
    ad.message = "The script is ready to read"
    return ad, True


def keep_draft(ad: Ad, *, brief: Brief, once_key: str = "") -> Ad:
    """Record a draft. Nothing is started, so nothing is counted and nobody is rung for."""
    uploads.lend(ad.user_id, brief, run_id=ad.run_id)
    if _insert(ad, brief, _of_draft(once_key), allowance=None):
        return ad
    uploads.forget(ad.user_id, brief, run_id=ad.run_id)
    known = _made_before(ad.user_id, _of_draft(once_key), brief) if once_key else None
    if known is None:
        raise Conflict
    return known


def _of_draft(once_key: str) -> str:
    """Draft and order are two things: the same key may make one of each."""
    return f"draft {once_key}" if once_key else ""


def _create(user_id: str, brief: Brief, once_key: str, furnish: Furnish) -> tuple[Ad, bool] | None:
    """One try to create; None when another order of this person came first."""
    allowance = allowances.known(user_id)
    # Counted first: an ad that this very key has made meanwhile must be found, not stand in its own way.
    refusal, running = _may_start(allowance)
    if once_key and (known := _made_before(user_id, once_key, brief)):
        return known, False
    if refusal is not None:
        raise refusal
    ad = _new_ad(user_id, brief, runs_before=running)
    furnish(ad)
    uploads.lend(user_id, brief, run_id=ad.run_id)
    if _insert(ad, brief, once_key, allowance):
        lifecycle.ring(user_id, ad.run_id)
        return ad, True
    uploads.forget(user_id, brief, run_id=ad.run_id)
    known = _made_before(user_id, once_key, brief) if once_key else None
    return (known, False) if known else None


def _may_start(allowance: Allowance) -> tuple[TooMany | None, int]:
    try:
        return None, allowances.check(allowance)
    except TooMany as refusal:
        return refusal, 0


def update(*, user_id: str, run_id: str, changes: dict[str, Any]) -> Ad:
    """Change name and brief; whatever else is in ``changes`` is ignored.

    A film that exists stays as it is. The next try begins with a new script,
    or with the pictures where nothing has changed that a script is made of.
    """
    ad = queries.ad_for(user_id, run_id)
    before = ad.the_brief
    brief = read({"name": ad.name, "desc": ad.desc, **ad.brief, **_understood(changes, before)})
    if brief == before:
        return _unchanged(ad)
    uploads.check(user_id, brief)
    uploads.lend(user_id, brief, run_id=run_id)
    actions = [
        Ad.name.set(brief.name),
        Ad.desc.set(brief.desc),
        Ad.brief.set(brief.extras()),
        Ad.updated_at.set(now_text()),
        Ad.version.add(1),
        *_going_back(ad, before, brief),
    ]
    try:
        with reachable():
            ad.update(actions=actions, condition=Ad.run_id.exists() & (Ad.status != Status.IN_PROGRESS))
    except UpdateError as error:
        if not is_refused(error):
            raise
        raise BusyNow from error
    dropped = set(uploads.used_by(before)) - set(uploads.used_by(brief))
    uploads.give_back(user_id, dropped, run_id=run_id)
    return ad


def _understood(changes: dict[str, Any], before: Brief) -> dict[str, Any]:
    """The changes with what goes without saying, as at a new brief."""
    if "length" not in changes and "duration" in changes:
        changes = {**changes, "length": changes["duration"]}
    sent = changes.get("recording")
    if sent and sent != before.recording and "voice" not in changes:
        changes = {**changes, "voice": OWN_VOICE}  # Whoever sends a recording means it to be heard.
    return changes


def _going_back(ad: Ad, before: Brief, after: Brief) -> list[Action]:
    """To where the next try has to go back for another brief."""
    words = WORDS if is_edited(ad) else (*WORDS, "pictures")
    if any(getattr(before, name) != getattr(after, name) for name in words):
        return lifecycle.back_to(ad, Stage.SCRIPT)
    return lifecycle.back_to(ad, Stage.VISUALS)


def is_edited(ad: Ad) -> bool:
    """Whether a person's own words are in the script."""
    return bool(ad.stage(Stage.SCRIPT).get("edited"))


def _unchanged(ad: Ad) -> Ad:
    if ad.status == Status.IN_PROGRESS:
        raise BusyNow
    return ad


def delete(*, user_id: str, run_id: str) -> None:
    """Remove an ad and its files. The record goes last, so that an interrupted removal can be repeated."""
    ad = queries.ad_for(user_id, run_id)
    if ad.status == Status.IN_PROGRESS:
        raise BusyNow
    artefacts.remove_all(ad)
    uploads.give_back(user_id, uploads.used_by(ad.the_brief), run_id=run_id)
    try:
        with reachable():
            ad.delete(condition=Ad.status != Status.IN_PROGRESS)
    except DeleteError as error:
        if not is_refused(error):
            raise
        raise BusyNow from error


def cancel(*, user_id: str, run_id: str) -> Ad:
    """Stop the making of an ad."""
    ad = queries.ad_for(user_id, run_id)
    lifecycle.cancel(ad)
    return ad


def retry(*, user_id: str, run_id: str, start: Stage | None = None) -> Ad:
    """Make an ad again after its last finished stage, or from ``start`` on."""
    ad = queries.ad_for(user_id, run_id)
    if ad.status == Status.IN_PROGRESS:
        raise lifecycle.RunMoved("This ad is being made already.")
    uploads.check_recording(ad.the_brief)
    lifecycle.retry(ad, start=start, runs_before=allowances.spend(user_id))
    return ad


def remake(*, user_id: str, run_id: str) -> Ad:
    """Make another version of an ad, which takes the place of this one: same brief, other seed."""
    update(user_id=user_id, run_id=run_id, changes={"seed": 1 + secrets.randbelow(LARGEST_SEED)})
    return retry(user_id=user_id, run_id=run_id, start=Stage.SCRIPT)


def video_url(*, user_id: str, run_id: str) -> str:
    """A signed address of the finished film."""
    ad = queries.ad_for(user_id, run_id)
    address = artefacts.url(ad, FILM) if ad.status == Status.GENERATED else None
    if address is None:
        raise NotFound("The video is not ready yet.")
    if not artefacts.is_stored(ad, FILM):
        raise NotFound("The video is gone from storage. Make the ad again.")
    return address


def _new_ad(user_id: str, brief: Brief, *, runs_before: int) -> Ad:
    now = now_text()
    return Ad(
        user_id,
        new_id(),
        name=brief.name,
        desc=brief.desc,
        brief=brief.extras(),
        status=Status.IN_PROGRESS,
        owner_status=owner_status(user_id, Status.IN_PROGRESS),
        rung_at=time.time(),
        turn_at=lifecycle.turn_of(runs_before),
        created_at=now,
        updated_at=now,
    )


def _insert(ad: Ad, brief: Brief, once_key: str, allowance: Allowance | None) -> bool:
    """Write the ad, its once-key and its count together; False when another order came first."""

    def build(transaction: Any) -> None:
        transaction.save(ad, condition=Ad.run_id.does_not_exist())
        if allowance is not None:
            actions, condition = allowances.one_more(allowance)
            transaction.update(Allowance(ad.user_id), actions=actions, condition=condition)
        if once_key:
            note = OnceKey(
                ad.user_id, once_key, run_id=ad.run_id, digest=_digest(brief), created_at=ad.created_at
            )
            transaction.save(note, condition=OnceKey.key.does_not_exist())

    try:
        with reachable():
            together(build)
    except TransactWriteError as error:
        if not (is_refused(error) or is_collision(error)):
            raise
        return _is_there(ad)
    return True


def _is_there(ad: Ad) -> bool:
    """Whether the ad was written after all: an answer that was lost makes the client try twice."""
    try:
        queries.ad_for(ad.user_id, ad.run_id)
    except NotFound:
        return False
    return True


def _made_before(user_id: str, once_key: str, brief: Brief) -> Ad | None:
    try:
        with reachable():
            note = OnceKey.get(user_id, once_key, consistent_read=True)
    except DoesNotExist:
        return None
    if note.digest != _digest(brief):
        raise KeyReused
    try:
        return queries.ad_for(user_id, note.run_id)
    except NotFound as error:
        raise KeyReused("This Idempotency-Key made an ad that was deleted. Send a new key.") from error


def _digest(brief: Brief) -> str:
    body = json.dumps([brief.name, brief.desc, brief.extras()], sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()
