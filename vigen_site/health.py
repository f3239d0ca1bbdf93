"""Whether the parts that every request or every run needs are there. Public, so it says little."""

import functools
import logging
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from botocore.config import Config
from botocore.session import get_session
from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.core.files.storage import FileSystemStorage, storages
from django.db import close_old_connections
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from django_q.brokers import get_broker

from vigen_site.dynamo import table_name

logger = logging.getLogger("vigen.health")

SECONDS = 2.0
"""How long a part may take to answer before it counts as down."""
REMEMBERED_SECONDS = 2
"""Whoever asks more often gets the last answer: asking must not become a load of its own."""


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """200 when the site can serve and order, 503 when a part it needs is down."""
    del request
    services = _remembered()
    up = all(state == "up" for state in services.values())
    body = {
        "status": "healthy" if up else "unhealthy",
        "timestamp": datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        "version": settings.VERSION,
        "services": {**services, "crew_ai": settings.LLM},
    }
    return JsonResponse(body, status=200 if up else 503)


def _remembered() -> dict[str, str]:
    key = f"vigen.health:{os.getpid()}"
    try:
        known = cache.get(key)
    except Exception as error:  # noqa: BLE001 -- any cache, any failure: that is the answer.
        logger.warning("The cache does not answer: %s", error)
        return {**_states(), "cache": "down"}
    if known is None:
        known = _states()
        cache.set(key, known, REMEMBERED_SECONDS)
    return dict(known)


def _states() -> dict[str, str]:
    """Every part's state, asked for at the same time."""
    pool = ThreadPoolExecutor(max_workers=len(PARTS))
    asked = {name: pool.submit(_asking, check) for name, check in PARTS.items()}
    states = {}
    for name, answer in asked.items():
        try:
            answer.result(timeout=SECONDS)
            states[name] = "up"
        except Exception as error:  # noqa: BLE001 -- a check may fail in any way; each of them means "down".
            logger.warning("Down: %s (%s: %s)", name, type(error).__name__, error)
            states[name] = "down"
    pool.shutdown(wait=False)
    return states


def _asking(check: Callable[[], Any]) -> None:
    try:
        check()
    finally:
        close_old_connections()


@functools.cache
def _client(process: int) -> Any:
    """A client that neither waits nor tries again. Making one is slow, so it is kept."""
    del process
    patience = Config(connect_timeout=1, read_timeout=SECONDS, retries={"total_max_attempts": 1})
    return get_session().create_client("dynamodb", region_name=settings.AWS_REGION, config=patience)


def _database() -> None:
    _client(os.getpid()).describe_table(TableName=table_name("users"))


def _storage() -> None:
    """A folder must be there and writable; a bucket must answer, if only that it has no such file."""
    storage = storages["default"]
    if not isinstance(storage, FileSystemStorage):
        storage.exists("health")
        return
    folder = Path(storage.location)
    folder.mkdir(parents=True, exist_ok=True)
    if not os.access(folder, os.W_OK):
        raise PermissionError(f"{folder} cannot be written to.")


def _queue() -> None:
    get_broker().queue_size()


PARTS: dict[str, Callable[[], None]] = {"database": _database, "storage": _storage, "queue": _queue}
