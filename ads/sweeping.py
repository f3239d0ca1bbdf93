"""Removing stored files that no record names: what abandoned attempts, retries and removals left behind.

Other rooms' chores are done on the way, before: a removal that is ended leaves no files to be swept.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

from django.core.files.storage import default_storage
from pynamodb.exceptions import DoesNotExist

from ads import artefacts
from ads.models import Ad
from vigen_site import chores
from vigen_site.dynamo import reachable


def sweep(*, older_than: float) -> int:
    """Remove files that no record names and that are older than so many seconds; gives how many.

    A file that a stage has just stored is not named yet, hence the age. Only
    the record says which file is an ad's; a file without a record is nobody's.
    """
    chores.do_all()
    removed = 0
    oldest = datetime.fromtimestamp(time.time() - older_than, tz=UTC)
    for user_id, run_id in _folders():
        stored = list(artefacts.walk(artefacts.folder(user_id, run_id)))
        named = _named(user_id, run_id) if stored else frozenset()
        for key in stored:
            if key not in named and default_storage.get_modified_time(key) < oldest:
                default_storage.delete(key)
                removed += 1
    return removed


def _folders() -> Iterator[tuple[str, str]]:
    for user_id in _names("users"):
        for run_id in _names(f"users/{user_id}/ads"):
            yield user_id, run_id


def _names(root: str) -> list[str]:
    try:
        return list(default_storage.listdir(root)[0])
    except FileNotFoundError:
        return []


def _named(user_id: str, run_id: str) -> frozenset[str]:
    try:
        with reachable():
            return frozenset(Ad.get(user_id, run_id, consistent_read=True).artefacts.values())
    except DoesNotExist:
        return frozenset()
