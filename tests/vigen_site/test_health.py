"""GET /health: terse, public, quick, and honest."""

import socket
import time
from datetime import UTC, datetime

import pytest
from django.conf import settings
from django.core.cache import cache

from vigen_site import health


@pytest.fixture(autouse=True)
def _afresh(site):
    """The site is up, with its database and its queue; no answer is remembered, no client kept."""
    health._client.cache_clear()
    yield
    health._client.cache_clear()


def unanswering_address() -> tuple[socket.socket, str]:
    """A listener that accepts nobody's request."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener, f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_all_is_well(client):
    answer = client.get("/health")

    body = answer.json()
    age = datetime.now(UTC) - datetime.fromisoformat(body.pop("timestamp"))
    assert answer.status_code == 200
    assert abs(age.total_seconds()) < 5
    assert body == {
        "status": "healthy",
        "version": settings.VERSION,
        "services": {"database": "up", "storage": "up", "queue": "up", "crew_ai": "embedded/copywriter"},
    }
    assert "no-store" in answer["Cache-Control"]


def test_a_database_that_hangs_is_down_and_does_not_hang_the_answer(client, monkeypatch):
    listener, address = unanswering_address()
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", address)

    began = time.monotonic()
    answer = client.get("/health")

    listener.close()
    assert answer.status_code == 503
    assert answer.json()["status"] == "unhealthy"
    assert answer.json()["services"]["database"] == "down"
    assert time.monotonic() - began < health.SECONDS + 2


def test_a_database_without_tables_is_down(client, monkeypatch):
    monkeypatch.setattr(health, "table_name", lambda name: f"nowhere-{name}")

    answer = client.get("/health")

    assert answer.status_code == 503
    assert answer.json()["services"] == {
        "database": "down",
        "storage": "up",
        "queue": "up",
        "crew_ai": "embedded/copywriter",
    }


def test_no_secret_and_no_reason_is_told_to_the_public(client, settings, monkeypatch):
    settings.LLM, settings.LLM_API_KEY = "openai/some-model", "sk-very-secret"
    monkeypatch.setattr(health, "table_name", lambda name: f"nowhere-{name}")

    answer = client.get("/health")

    assert answer.json()["services"]["crew_ai"] == "openai/some-model"
    assert "secret" not in answer.content.decode()
    assert "nowhere" not in answer.content.decode()


def test_asking_often_asks_the_parts_once(client, monkeypatch):
    asked = []
    monkeypatch.setitem(health.PARTS, "queue", lambda: asked.append(1))

    for _ in range(5):
        client.get("/health")

    assert asked == [1]
    cache.clear()
    client.get("/health")
    assert asked == [1, 1]
