"""The ads' API: changing, stopping, repeating, deleting, and what belongs to others."""

import uuid
from collections.abc import Callable
from typing import Any
from unittest.mock import ANY

import pytest
from django.core.files.storage import default_storage
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import queries
from ads.models import Ad
from ads.states import Stage, Status

BRIEF = {"name": "AcmePay", "desc": "UPI payments with instant rewards on every transaction"}
STAGE_FIELDS = [f"{stage}_status" for stage in Stage]


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


def created(api: APIClient, **parts: Any) -> str:
    answer = api.post("/api/ads", {**BRIEF, **parts}, format="json")
    assert answer.status_code == 201, answer.content
    run_id: str = answer.json()["run_id"]
    return run_id


def without_time(answer: Any) -> dict[str, Any]:
    body: dict[str, Any] = answer.json()
    assert body.pop("timestamp")
    return body


# --- Changing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["put", "patch"])
def test_name_and_brief_can_be_changed_and_nothing_else(
    api: APIClient, finished: Callable[..., Ad], method: str
) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))
    before = api.get(f"/api/ads/{ad.run_id}").json()
    changes = {
        "name": "New name",
        "status": "FAILED",
        "final_video_uri": "s3://x",
        "user_id": "y",
        "fence": 0,
    }

    answer = getattr(api, method)(f"/api/ads/{ad.run_id}", changes, format="json")

    assert answer.status_code == 200
    assert answer.json() == {**before, "name": "New name", "updated_at": ANY}
    assert answer.json() == api.get(f"/api/ads/{ad.run_id}").json()


def test_a_change_of_server_fields_alone_changes_nothing(api: APIClient, finished: Callable[..., Ad]) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))
    before = api.get(f"/api/ads/{ad.run_id}").json()

    answer = api.put(
        f"/api/ads/{ad.run_id}", {"status": "FAILED", "final_video_uri": "s3://x"}, format="json"
    )

    assert (answer.status_code, answer.json()) == (200, before)


def test_a_length_may_be_changed_under_its_other_name(api: APIClient, finished: Callable[..., Ad]) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    answer = api.patch(f"/api/ads/{ad.run_id}", {"duration": 30}, format="json")

    assert answer.json()["length"] == 30


def test_asking_for_paid_placements_later_goes_back_to_the_pictures(
    api: APIClient, finished: Callable[..., Ad]
) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    answer = api.patch(f"/api/ads/{ad.run_id}", {"paid": True}, format="json")
    api.post(f"/api/ads/{ad.run_id}/retry")

    crew = api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]
    assert (answer.status_code, answer.json()["paid"]) == (200, True)
    assert [crew[stage] for stage in STAGE_FIELDS] == ["COMPLETED"] * 2 + ["PENDING"] * 3


def test_an_invalid_change_is_refused_field_by_field(api: APIClient, finished: Callable[..., Ad]) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    answer = api.patch(f"/api/ads/{ad.run_id}", {"name": None, "format": "2:1"}, format="json")

    assert (answer.status_code, set(answer.json()["errors"])) == (400, {"name", "format"})


@pytest.mark.parametrize(("method", "path"), [("put", ""), ("patch", ""), ("delete", ""), ("post", "/retry")])
def test_an_ad_in_the_making_is_left_alone(api: APIClient, method: str, path: str) -> None:
    run_id = created(api)

    answer = getattr(api, method)(f"/api/ads/{run_id}{path}", {"name": "Other"}, format="json")

    assert answer.status_code == 409
    assert api.get(f"/api/ads/{run_id}").json()["name"] == BRIEF["name"]


def test_deleting_removes_the_record_and_every_file(api: APIClient, finished: Callable[..., Ad]) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))
    keys = list(ad.artefacts.values())
    assert all(default_storage.exists(key) for key in keys)

    answer = api.delete(f"/api/ads/{ad.run_id}")

    assert (answer.status_code, answer.content) == (204, b"")
    assert not any(default_storage.exists(key) for key in keys)
    assert api.get(f"/api/ads/{ad.run_id}").status_code == 404


def test_cancelling_stops_an_ad_once(api: APIClient) -> None:
    run_id = created(api)

    first = api.post(f"/api/ads/{run_id}/cancel")
    second = api.post(f"/api/ads/{run_id}/cancel")

    assert (first.status_code, first.json()) == (202, {"run_id": run_id, "status": "CANCELLED"})
    assert second.status_code == 409


def test_a_retry_begins_where_it_is_told_to(api: APIClient, finished: Callable[..., Ad]) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    answer = api.post(f"/api/ads/{ad.run_id}/retry", {"from": "audio_generation"}, format="json")

    assert (answer.status_code, answer.json()) == (202, {"run_id": ad.run_id, "status": "IN_PROGRESS"})
    crew = api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]
    assert [crew[field] for field in STAGE_FIELDS] == ["COMPLETED"] * 3 + ["PENDING"] * 2


def test_a_retry_of_a_finished_ad_makes_it_anew(api: APIClient, finished: Callable[..., Ad]) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    assert api.post(f"/api/ads/{ad.run_id}/retry").status_code == 202

    crew = api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]
    assert ([crew[field] for field in STAGE_FIELDS], crew["progress"]) == (["PENDING"] * 5, 0)


def test_a_retry_after_a_change_of_brief_begins_with_a_new_script(
    api: APIClient, worker: Callable[..., Any]
) -> None:
    ad = queries.ad_for(api.person.user_id, created(api))
    worker(ad).take().do_until(Stage.VISUALS)
    api.post(f"/api/ads/{ad.run_id}/cancel")
    api.patch(f"/api/ads/{ad.run_id}", {"offer": "Half price"}, format="json")

    api.post(f"/api/ads/{ad.run_id}/retry")

    crew = api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]
    assert [crew[field] for field in STAGE_FIELDS] == ["PENDING"] * 5


def test_a_retry_from_an_unknown_stage_is_refused(api: APIClient) -> None:
    run_id = created(api)

    answer = api.post(f"/api/ads/{run_id}/retry", {"from": ["x"]}, format="json")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, ["from"])


# --- What belongs to others ---------------------------------------------------------------------------

CALLS = [
    ("get", ""),
    ("put", ""),
    ("patch", ""),
    ("delete", ""),
    ("get", "/status"),
    ("get", "/video-url"),
    ("post", "/cancel"),
    ("post", "/retry"),
]
NO_IDS = ["not-an-id", "1", "%00", "null", "{}", "A" * 3000, str(uuid.uuid4()).upper()]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_somebody_elses_ad_and_nobodys_look_alike(
    api: APIClient, person: Callable[..., Identity], order: Callable[..., Ad], method: str, path: str
) -> None:
    theirs = order(person())
    ids = [theirs.run_id, str(uuid.uuid4()), *NO_IDS]

    answers = [getattr(api, method)(f"/api/ads/{run_id}{path}") for run_id in ids]

    wanted = {"detail": "Advertisement not found", "error_code": "not_found"}
    assert {answer.status_code for answer in answers} == {404}
    assert [without_time(answer) for answer in answers] == [wanted] * len(ids)
    assert queries.ad_for(theirs.user_id, theirs.run_id).status == Status.IN_PROGRESS


@pytest.mark.parametrize(("method", "path"), [*CALLS, ("get", "list"), ("post", "list")])
def test_whoever_is_not_signed_in_learns_nothing(
    visitor: APIClient, person: Callable[..., Identity], order: Callable[..., Ad], method: str, path: str
) -> None:
    ids = [order(person()).run_id, str(uuid.uuid4()), "not-an-id"]
    addresses = ["/api/ads"] if path == "list" else [f"/api/ads/{run_id}{path}" for run_id in ids]

    answers = [getattr(visitor, method)(address) for address in addresses]

    assert {answer.status_code for answer in answers} == {401}
    assert len({str(without_time(answer)) for answer in answers}) == 1


def test_a_list_shows_ones_own_ads_only(
    api: APIClient, person: Callable[..., Identity], order: Callable[..., Ad]
) -> None:
    order(person())
    mine = created(api)

    assert [ad["run_id"] for ad in api.get("/api/ads").json()] == [mine]
    assert [ad["run_id"] for ad in api.get("/api/ads?status=in_progress").json()] == [mine]
