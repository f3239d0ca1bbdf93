"""Ringing for a worker. The message is a doorbell: the record is the truth, so a lost ring costs some seconds."""

import functools
import logging
import os
from typing import Any

from boto3.session import Session
from botocore.config import Config
from botocore.exceptions import ClientError
from django.conf import settings
from django_q.brokers import Broker, get_broker
from django_q.tasks import async_task

logger = logging.getLogger("vigen.queue")

LONGEST_HIDDEN = 12 * 3600  # SQS's own limit, in seconds.


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


def length() -> int | None:
    """How many rings lie in the queue; None when it does not answer. SQS counts roughly."""
    try:
        return int(_broker(os.getpid()).queue_size())
    except Exception as error:  # noqa: BLE001 -- any broker, any failure: that is the answer.
        logger.debug("The queue does not answer: %s", error)
        return None


class SqsBroker(Broker):  # type: ignore[misc]  # django-q2 has no types.
    """Amazon SQS, with one client a process, made when it is first used.

    django-q2's own makes a session, a resource and a look-up for every message
    (four rings a second), and shares one connection between forked processes.
    The endpoint comes from AWS_ENDPOINT_URL_SQS, if from anywhere.
    """

    def enqueue(self, task: str) -> str:
        """Send a message; its id."""
        answer = self._sqs.send_message(QueueUrl=self._url, MessageBody=task)
        return str(answer["MessageId"])

    def dequeue(self) -> list[tuple[str, str]] | None:
        """Wait up to 20 seconds for a message. It is hidden from others for longer than any run takes."""
        answer = self._sqs.receive_message(
            QueueUrl=self._url,
            MaxNumberOfMessages=1,
            WaitTimeSeconds=settings.Q_CLUSTER["sqs"]["receive_message_wait_time_seconds"],
            VisibilityTimeout=min(settings.Q_CLUSTER["retry"], LONGEST_HIDDEN),
        )
        return [(m["ReceiptHandle"], m["Body"]) for m in answer.get("Messages", ())] or None

    def acknowledge(self, task_id: str) -> None:
        """Remove a message that was taken."""
        self._sqs.delete_message(QueueUrl=self._url, ReceiptHandle=task_id)

    delete = fail = acknowledge

    def queue_size(self) -> int:
        """Roughly how many messages wait."""
        return self._count("ApproximateNumberOfMessages")

    def lock_size(self) -> int:
        """Roughly how many messages were taken and not removed yet."""
        return self._count("ApproximateNumberOfMessagesNotVisible")

    def purge_queue(self) -> None:
        """Remove every message."""
        self._sqs.purge_queue(QueueUrl=self._url)

    def delete_queue(self) -> None:
        """Remove the queue itself."""
        self._sqs.delete_queue(QueueUrl=self._url)
        _sqs_queue.cache_clear()

    def ping(self) -> bool:
        """Whether it answers."""
        return bool(self._url)

    def info(self) -> str:
        """What it is."""
        return "Amazon SQS"

    def _count(self, name: str) -> int:
        answer = self._sqs.get_queue_attributes(QueueUrl=self._url, AttributeNames=[name])
        return int(answer["Attributes"][name])

    @property
    def _sqs(self) -> Any:
        return _sqs_queue(os.getpid())[0]

    @property
    def _url(self) -> str:
        return _sqs_queue(os.getpid())[1]


@functools.lru_cache(maxsize=2)
def _sqs_queue(process: int) -> tuple[Any, str]:
    """This process's client and the queue's address; the queue is made if it is not there."""
    del process
    patience = Config(connect_timeout=2, read_timeout=30, retries={"total_max_attempts": 3})
    client = Session(region_name=settings.AWS_REGION).client("sqs", config=patience)
    try:
        return client, client.get_queue_url(QueueName=settings.SQS_QUEUE)["QueueUrl"]
    except ClientError as error:
        if "NonExistentQueue" not in error.response["Error"]["Code"]:
            raise
    return client, client.create_queue(QueueName=settings.SQS_QUEUE)["QueueUrl"]


class QueueOnly:
    """A database router: the SQLite file belongs to django-q2 alone; no other app gets tables in it."""

    def allow_migrate(self, _db: str, app_label: str, **_hints: Any) -> bool:
        """Whether ``app_label`` may create tables."""
        return app_label == "django_q"
