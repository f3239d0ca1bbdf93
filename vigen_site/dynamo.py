"""DynamoDB as every app uses it: table settings, ids, conditions, and the words for what went wrong."""

import functools
import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

import uuid_utils
from botocore.exceptions import BotoCoreError
from django.conf import settings
from pynamodb import settings as pynamodb_settings
from pynamodb.connection import Connection
from pynamodb.exceptions import PynamoDBException, TransactWriteError
from pynamodb.transactions import TransactWrite

from vigen_site.embedded.address import WRONG_DATABASE
from vigen_site.errors import Unavailable

logger = logging.getLogger("vigen.records")
Result = TypeVar("Result")

CONFLICT_RETRIES = 4
# With a third of all calls failing, one in 15,000 has no answer after eight tries, which take 6 s together where
# nobody listens. The client's other mode would wait for up to a minute. Read by every connection as it is made.
_defaults: dict[str, Any] = pynamodb_settings.default_settings_dict
_defaults["retry_configuration"] = {"total_max_attempts": 8, "mode": "legacy"}


class TableMeta:
    """What all tables share. The address comes from AWS_ENDPOINT_URL_DYNAMODB, so none is named here."""

    region = settings.AWS_REGION
    billing_mode = "PAY_PER_REQUEST"
    connect_timeout_seconds = 2
    read_timeout_seconds = 5
    max_retry_attempts = 7
    max_pool_connections = 32


def table_name(name: str) -> str:
    """The table's full name: one account may hold several installations, told apart by prefix."""
    return settings.TABLE_PREFIX + name


def new_id() -> str:
    """A UUIDv7: ids in order are ids in order of time."""
    return str(uuid_utils.uuid7())


def is_refused(error: PynamoDBException) -> bool:
    """Whether a conditional write failed for its condition, alone or inside a transaction."""
    if isinstance(error, TransactWriteError):
        return any(
            reason is not None and reason.code == "ConditionalCheckFailed"
            for reason in error.cancellation_reasons
        )
    return error.cause_response_code == "ConditionalCheckFailedException"


def is_collision(error: TransactWriteError) -> bool:
    """Whether a transaction was cancelled for another one on the same item."""
    return any(
        reason is not None and reason.code == "TransactionConflict" for reason in error.cancellation_reasons
    )


@functools.lru_cache(maxsize=2)
def _connection(process: int) -> Connection:
    """One kept connection a process: a new client costs 200 ms, and none may cross a fork."""
    del process
    return Connection(
        region=TableMeta.region,
        connect_timeout_seconds=TableMeta.connect_timeout_seconds,
        read_timeout_seconds=TableMeta.read_timeout_seconds,
        max_retry_attempts=TableMeta.max_retry_attempts,
        max_pool_connections=TableMeta.max_pool_connections,
    )


def together(build: Callable[[TransactWrite], None]) -> None:
    """Write several items, all or none. ``build`` adds them to the transaction.

    A transaction that met another on the same item is tried again; Amazon's
    database cancels one of the two, the embedded one never does. Raises
    TransactWriteError when a condition fails: ask ``is_refused``.
    """
    for attempt in range(CONFLICT_RETRIES + 1):
        try:
            with TransactWrite(connection=_connection(os.getpid())) as transaction:
                build(transaction)
        except TransactWriteError as error:
            if attempt < CONFLICT_RETRIES and is_collision(error):
                continue
            raise
        return


UNREACHABLE = (
    "ProvisionedThroughputExceededException",
    "ThrottlingException",
    "InternalServerError",
    "ServiceUnavailable",
    "RequestLimitExceeded",
    WRONG_DATABASE,  # Ours is down, and another installation's has its port.
)


def is_unreachable(error: BaseException) -> bool:
    """Whether the database did not answer, as opposed to answering no."""
    if isinstance(error, BotoCoreError):
        return True
    if not isinstance(error, PynamoDBException):
        return False
    code = error.cause_response_code
    return isinstance(error.cause, BotoCoreError) or code in UNREACHABLE


@contextmanager
def reachable() -> Iterator[None]:
    """Turn a database that does not answer into ``Unavailable``; any other error passes."""
    try:
        yield
    except (PynamoDBException, BotoCoreError) as error:
        if not is_unreachable(error):
            raise
        logger.warning("The database does not answer: %s", error)
        raise Unavailable from error
