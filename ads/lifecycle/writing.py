"""One conditional update of an ad's record: how every move is written."""

import logging
import secrets
import time

from django.conf import settings
from pynamodb.exceptions import DoesNotExist, UpdateError
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action

from ads.models import Ad, now_text, owner_status
from ads.states import Status
from vigen_site.dynamo import is_refused, reachable

logger = logging.getLogger("vigen.run")


def update(ad: Ad, actions: list[Action], *, condition: Condition, quiet: bool = False) -> bool:
    """Update an existing record if ``condition`` holds; False when it does not.

    The record in ``ad`` has the new values afterwards. Every write leaves a
    mark of its own: an answer may be lost on its way, and the client's second
    try is then refused for what the first has done. Whoever finds its own mark
    was not refused. ``quiet`` is for beats, which leave neither mark nor time:
    they may be repeated, and must not cover the mark of a write beside them.
    """
    mark = secrets.token_hex(8)
    stamp = [] if quiet else [Ad.updated_at.set(now_text()), Ad.mark.set(mark)]
    try:
        with reachable():
            ad.update(
                actions=[*actions, *stamp, Ad.version.add(1)],
                condition=Ad.run_id.exists() & condition,
            )
    except UpdateError as error:
        if not is_refused(error):
            raise
        return not quiet and _was_ours(ad, mark)
    return True


def find(user_id: str, run_id: str) -> Ad | None:
    """A record as it is now; None where there is none."""
    try:
        with reachable():
            return Ad.get(user_id, run_id, consistent_read=True)
    except DoesNotExist:
        return None


def entering(user_id: str, status: Status, *, message: str) -> list[Action]:
    """What changes with every change of status."""
    return [
        Ad.status.set(status),
        Ad.owner_status.set(owner_status(user_id, status)),
        Ad.message.set(message),
        Ad.lease_until.set(0),
        Ad.lease_owner.remove(),
    ]


def lease_end() -> float:
    """When a lease that is taken or extended now runs out."""
    return time.time() + settings.RUN_LEASE_SECONDS


def _was_ours(ad: Ad, mark: str) -> bool:
    written = find(ad.user_id, ad.run_id)
    if written is None or written.mark != mark:
        return False
    logger.info("Run %s: a write was answered late, but had been made", ad.run_id)
    ad.attribute_values.update(written.attribute_values)
    return True
