"""The API's description of itself says what the API really sends."""

from typing import Any

import pytest
from drf_spectacular.generators import SchemaGenerator
from rest_framework.test import APIClient

from ads.briefs import FIELDS

BRIEF = {"name": "AcmePay", "desc": "UPI payments with instant rewards on every transaction"}


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    found: dict[str, Any] = SchemaGenerator().get_schema(request=None, public=True)
    return found


def fields(schema: dict[str, Any], name: str) -> set[str]:
    return set(schema["components"]["schemas"][name]["properties"])


def test_every_call_of_the_ads_is_described(schema: dict[str, Any]) -> None:
    calls = {
        (path.rstrip("/"), method)
        for path, methods in schema["paths"].items()
        for method in methods
        if path.startswith("/api/ads")
    }

    ad = "/api/ads/{run_id}"
    assert calls == {
        ("/api/ads", "get"),
        ("/api/ads", "post"),
        *((ad, method) for method in ("get", "put", "patch", "delete")),
        (f"{ad}/status", "get"),
        (f"{ad}/video-url", "get"),
        (f"{ad}/cancel", "post"),
        (f"{ad}/retry", "post"),
        *((f"{ad}/formats", method) for method in ("get", "post")),
        *((f"{ad}/script", method) for method in ("get", "put", "post")),
    }


def test_an_ad_has_the_fields_that_are_described(api: APIClient, schema: dict[str, Any]) -> None:
    started = api.post("/api/ads", BRIEF, format="json").json()
    ad = api.get(f"/api/ads/{started['run_id']}").json()
    status = api.get(f"/api/ads/{started['run_id']}/status").json()

    assert set(started) == fields(schema, "Started")
    assert set(ad) == fields(schema, "Ad")
    assert set(status) == fields(schema, "AdStatus")
    assert set(status["crew_status"]) == fields(schema, "CrewStatus")
    assert set(status["crew_status"]["stages"]) == fields(schema, "Stages")
    assert set(status["crew_status"]["stages"]["editing"]) == fields(schema, "Stage")


def test_a_refusal_has_the_shape_that_is_described(api: APIClient, schema: dict[str, Any]) -> None:
    refusal = api.post("/api/ads", {"name": "Nordwind", "desc": "good things"}, format="json").json()

    assert set(refusal) == fields(schema, "Error")


def test_the_described_brief_is_what_a_brief_is(schema: dict[str, Any]) -> None:
    described = schema["components"]["schemas"]["Order"]

    assert set(described["properties"]) == {*FIELDS, "draft"}
    assert set(described["required"]) == {"name", "desc"}
