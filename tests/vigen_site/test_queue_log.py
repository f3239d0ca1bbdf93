"""What django-q2 says is said in plainer words, or left to those who say it better."""

import logging

import pytest

from vigen_site.queue_log import PlainWords


def said(message: str, *arguments: object) -> str | None:
    record = logging.LogRecord("django-q", logging.CRITICAL, "", 0, message, arguments, None)
    return f"{record.levelname}: {record.getMessage()}" if PlainWords().filter(record) else None


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (
            "reincarnated worker Process-1f after death",
            "WARNING: The cluster's worker was replaced after death.",
        ),
        (
            "reincarnated pusher Process-1f after sudden death",
            "WARNING: The cluster's pusher was replaced after sudden death.",
        ),
        ("Failed to pull task from broker", None),
        ("Could not save task result", "CRITICAL: Could not save task result"),
    ],
)
def test_a_replaced_part_is_named_plainly_and_the_queues_silence_is_left_to_the_reaper(
    message: str, words: str | None
) -> None:
    assert said(message) == words


def test_a_message_with_arguments_is_read_as_it_is_printed() -> None:
    assert said("reincarnated %s %s after death", "worker", "P-1") == (
        "WARNING: The cluster's worker was replaced after death."
    )
