"""All that a person has here: found and removed when they leave."""

import logging
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage

from ads import artefacts, lifecycle, queries, services, uploads
from ads.models import Ad, Allowance, OnceKey, Upload
from ads.states import Status
from vigen_site.dynamo import reachable
from vigen_site.errors import Conflict, NotFound

logger = logging.getLogger("vigen.ads")

ROUNDS = 5
"""A worker may move an ad between our look and our word to it: we look again."""


def remove_all(user_id: str) -> None:
    """Remove a person's ads with their files, those in the making too, their pictures, and what is counted of them.

    A worker that is in the middle of an ad finds out at its next word and can
    write no record any more; a file that it was storing at that moment is
    nobody's, and the next sweep takes it. Raises Conflict when ads still move
    after several rounds: call again.
    """
    for _ in range(ROUNDS):
        left = list(_ads(user_id))
        for ad in left:
            _remove(ad)
        if not left:
            break
    else:
        raise Conflict("Some ads are still moving. Try again in a moment.")
    for upload in _uploads(user_id):
        uploads.discard(upload)
    with reachable():
        for key in OnceKey.query(user_id, consistent_read=True):
            key.delete()
        Allowance(user_id).delete()
    _remove_files(user_id)


def _ads(user_id: str) -> list[Ad]:
    with reachable():
        return list(Ad.query(user_id, limit=queries.LARGEST_PAGE, consistent_read=True))


def _uploads(user_id: str) -> list[Upload]:
    with reachable():
        return list(Upload.query(user_id, consistent_read=True))


def _remove(ad: Ad) -> None:
    """Stop the ad if it is being made, and remove it; an ad that moved meanwhile is left for the next round."""
    try:
        if ad.status == Status.IN_PROGRESS:
            lifecycle.cancel(ad)
        services.delete(user_id=ad.user_id, run_id=ad.run_id)
    except NotFound:
        return
    except Conflict:
        logger.info("Run %s: moved while it was removed; once more", ad.run_id)


def _remove_files(user_id: str) -> None:
    root = f"users/{user_id}"
    for key in list(artefacts.walk(root)):
        default_storage.delete(key)
    if not settings.BUCKET:
        artefacts.remove_empty_folders(Path(default_storage.path(root)))
