"""Limits of the ads' API: each endpoint counts for itself, each person for themselves."""

from collections.abc import Callable

import pytest
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads.models import Ad

BRIEF = {"name": "AcmePay", "desc": "UPI payments with instant rewards on every transaction"}


@pytest.fixture(autouse=True)
def _short(settings: Settings) -> None:
    limits = dict.fromkeys(("create", "list", "read", "status", "video", "change"), "2/600s")
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, **limits}


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("post", "", BRIEF),
        ("get", "", None),
        ("get", "/{run_id}", None),
        ("get", "/{run_id}/status", None),
        ("get", "/{run_id}/video-url", None),
        ("patch", "/{run_id}", {"name": ""}),
        ("delete", "/{run_id}", None),
        ("post", "/{run_id}/cancel", None),
        ("post", "/{run_id}/retry", None),
    ],
)
def test_the_third_call_is_refused_with_a_time_and_no_other_endpoint_feels_it(
    api: APIClient, order: Callable[..., Ad], method: str, path: str, body: dict[str, str] | None
) -> None:
    address = "/api/ads" + path.format(run_id=order(api.person).run_id)

    answers = [getattr(api, method)(address, body, format="json") for _ in range(3)]

    assert [answer.status_code == 429 for answer in answers] == [False, False, True]
    assert answers[2].json()["error_code"] == "rate_limited"
    assert 0 < int(answers[2]["Retry-After"]) <= 600
    others = [("get", "/api/ads"), ("post", "/api/ads/x/cancel"), ("post", "/api/ads/x/retry")]
    for other, elsewhere in others:
        if (other, elsewhere.replace("x", address.split("/")[3] if path else "x")) != (method, address):
            assert getattr(api, other)(elsewhere).status_code != 429


def test_one_persons_calls_do_not_use_up_anothers(
    api: APIClient, person: Callable[..., Identity], api_for: Callable[..., APIClient]
) -> None:
    assert [api.get("/api/ads").status_code for _ in range(3)] == [200, 200, 429]

    assert api_for(person()).get("/api/ads").status_code == 200
