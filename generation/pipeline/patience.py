"""Waiting for a database or a storage that does not answer: what a stage has made is not thrown away for a hiccup."""

import logging
import time
from collections.abc import Callable
from typing import TypeVar

from boto3.exceptions import Boto3Error
from botocore.exceptions import BotoCoreError, ClientError
from django.conf import settings

from generation.pipeline.errors import StorageRefused
from vigen_site.errors import DomainError, Unavailable

logger = logging.getLogger("vigen.run")
Result = TypeVar("Result")

FIRST_WAIT, LONGEST_WAIT = 0.5, 5.0
STORING_SECONDS = 45.0
"""The longest that one stage's files wait for a storage that refuses them."""
STORAGE_ERRORS = (OSError, BotoCoreError, ClientError, Boto3Error, DomainError)


def until_written(write: Callable[[], Result], *, check: Callable[[], None]) -> Result:
    """Do ``write`` as soon as the database answers; ``check`` may raise to stop the waiting.

    Raises Unavailable after VIGEN_RUN_PATIENCE_SECONDS.
    """
    return _again(write, on=(Unavailable,), seconds=settings.RUN_PATIENCE_SECONDS, check=check)


def until_stored(store: Callable[[], Result], *, check: Callable[[], None]) -> Result:
    """Do ``store`` as soon as the storage takes it.

    Raises what a full disk raises, or StorageRefused, when it has not for a while.
    """
    try:
        seconds = min(STORING_SECONDS, settings.RUN_PATIENCE_SECONDS)
        return _again(store, on=STORAGE_ERRORS, seconds=seconds, check=check)
    except (BotoCoreError, ClientError, Boto3Error) as error:
        raise StorageRefused(str(error)) from error
    except OSError as error:
        if error.errno in StorageRefused.FULL:
            raise
        raise StorageRefused(str(error)) from error


def _again(
    action: Callable[[], Result],
    *,
    on: tuple[type[Exception], ...],
    seconds: float,
    check: Callable[[], None],
) -> Result:
    end, wait = time.monotonic() + seconds, FIRST_WAIT
    while True:
        try:
            return action()
        except on as error:
            if time.monotonic() + wait > end:
                raise
            if wait == FIRST_WAIT:
                logger.warning("Waiting to write: %s", error)
        check()
        time.sleep(wait)
        wait = min(2 * wait, LONGEST_WAIT)
