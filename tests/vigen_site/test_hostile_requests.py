"""Requests that nobody sends by accident: each gets an answer in the one shape, and costs next to nothing."""

import logging
from typing import Any

import pytest
from django.conf import settings
from rest_framework.test import APIClient

NESTED = b'{"name":' + b"[" * 50_000 + b"]" * 50_000 + b"}"


def sent(client: APIClient, path: str, body: bytes) -> Any:
    client.raise_request_exception = False
    return client.post(path, body, content_type="application/json")


@pytest.mark.parametrize("path", ["/api/auth/login", "/api/auth/register", "/api/ads"])
def test_a_body_that_is_too_large_is_refused_unread(
    api: APIClient, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = sent(api, path, b'{"name": "' + b"x" * settings.DATA_UPLOAD_MAX_MEMORY_SIZE + b'"}')

    assert (answer.status_code, answer.json()["error_code"]) == (413, "too_large")
    assert set(answer.json()) == {"detail", "error_code", "timestamp"}
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []


@pytest.mark.parametrize("path", ["/api/auth/login", "/api/ads"])
def test_a_body_that_is_nested_too_deeply_is_refused(
    api: APIClient, path: str, caplog: pytest.LogCaptureFixture
) -> None:
    answer = sent(api, path, NESTED)

    assert (answer.status_code, answer.json()["error_code"]) == (400, "parse_error")
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
