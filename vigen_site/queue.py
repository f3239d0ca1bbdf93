"""Ringing for a worker. The message is a doorbell: the record is the truth, so a lost ring costs a minute."""

import functools
import logging
import os
from typing import Any

from django_q.brokers import Broker, get_broker
from django_q.tasks import async_task

logger = logging.getLogger("vigen.queue")


@functools.lru_cache(maxsize=2)
def _broker(process: int) -> Broker:
    """One kept connection a process; django-q2 would make a new one for every message."""
    del process
    return get_broker()


def ring(task: str, *arguments: str) -> bool:
    """Ask for ``task`` (a dotted path) to be run by a worker; say whether the ring went out.

    Never raises: whoever rings has already stored what is to be done, and the
    reaper rings again for what nobody took up.
    """
    try:
        async_task(task, *arguments, broker=_broker(os.getpid()))
    except Exception as error:  # noqa: BLE001 -- any broker, any failure: the record stands.
        logger.warning("A ring for %s was lost (%s); the reaper will ring again.", task, error)
        return False
    return True


class QueueOnly:
    """A database router: the SQLite file belongs to django-q2 alone; no other app gets tables in it."""

    def allow_migrate(self, _db: str, app_label: str, **_hints: Any) -> bool:
        """Whether ``app_label`` may create tables."""
        return app_label == "django_q"
