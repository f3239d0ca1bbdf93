"""The ads' API as a client sees it: the contract, line by line."""

import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from unittest.mock import ANY

import pytest
from django.core.files.storage import default_storage
from pynamodb.connection.base import Connection
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import queries, services
from ads.models import Ad
from ads.states import Stage

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


# --- Creating -----------------------------------------------------------------------------------------


def test_an_ad_is_ordered_with_name_and_description_alone(api: APIClient) -> None:
    answer = api.post("/api/ads", BRIEF, format="json")

    assert answer.status_code == 201
    assert answer.json() == {"run_id": ANY, "status": "IN_PROGRESS"}
    assert uuid.UUID(answer.json()["run_id"]).version == 7


def test_an_address_with_a_slash_at_its_end_is_the_same(api: APIClient) -> None:
    assert api.post("/api/ads/", BRIEF, format="json").status_code == 201


def test_every_bad_field_is_named_at_once(api: APIClient) -> None:
    answer = api.post("/api/ads", {"name": "", "desc": "short", "length": 500, "tone": 7}, format="json")

    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == {"name", "desc", "length", "tone"}
    assert answer.json()["error_code"] == "invalid"


@pytest.mark.parametrize("body", ["[1, 2]", '"text"', "null", "12"])
def test_a_body_that_is_no_object_is_refused(api: APIClient, body: str) -> None:
    answer = api.post("/api/ads", body, content_type="application/json")

    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_a_body_that_is_no_json_is_refused(api: APIClient) -> None:
    assert api.post("/api/ads", '{"name":', content_type="application/json").status_code == 400


def test_fields_of_the_server_cannot_be_sent_at_creation(api: APIClient) -> None:
    run_id = created(
        api,
        status="GENERATED",
        user_id="someone",
        run_id="mine",
        final_video_uri="s3://other/secret.mp4",
        stages_done=5,
        progress=100,
        created_at="1999-01-01T00:00:00Z",
    )

    shown = api.get(f"/api/ads/{run_id}").json()

    assert (shown["status"], shown["final_video_uri"]) == ("IN_PROGRESS", None)
    assert not shown["created_at"].startswith("1999")


def test_the_same_key_makes_the_same_ad_once_from_twenty_threads(api: APIClient) -> None:
    def post(_number: int) -> Any:
        client = APIClient(headers={"Idempotency-Key": "press-1"})
        client.credentials(**api._credentials)
        return client.post("/api/ads", BRIEF, format="json").json()

    with ThreadPoolExecutor(20) as threads:
        answers = list(threads.map(post, range(20)))

    assert len({answer["run_id"] for answer in answers}) == 1
    assert len(api.get("/api/ads").json()) == 1


def test_a_key_finds_its_ad_though_the_person_has_no_place_left(api: APIClient, settings: Settings) -> None:
    settings.RUNS_AT_ONCE = 1
    first = api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})

    again = api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})

    assert (again.status_code, again.json()) == (201, first.json())


def test_a_key_with_another_body_is_refused(api: APIClient) -> None:
    api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})

    answer = api.post("/api/ads", {**BRIEF, "name": "Other"}, format="json", headers={"Idempotency-Key": "k"})

    assert (answer.status_code, answer.json()["error_code"]) == (409, "idempotency_key_reused")


def test_two_people_may_use_the_same_key(
    api: APIClient, person: Callable[..., Identity], api_for: Callable[..., APIClient]
) -> None:
    one = api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})
    other = api_for(person()).post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})

    assert one.json()["run_id"] != other.json()["run_id"]


def test_the_key_of_a_deleted_ad_is_not_used_again(api: APIClient, finished: Callable[..., Ad]) -> None:
    answer = api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})
    ad = queries.ad_for(api.person.user_id, answer.json()["run_id"])
    services.cancel(user_id=ad.user_id, run_id=ad.run_id)
    services.delete(user_id=ad.user_id, run_id=ad.run_id)

    again = api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k"})

    assert (again.status_code, again.json()["error_code"]) == (409, "idempotency_key_reused")


def test_a_key_that_is_too_long_is_refused(api: APIClient) -> None:
    answer = api.post("/api/ads", BRIEF, format="json", headers={"Idempotency-Key": "k" * 300})

    assert answer.status_code == 400


def test_more_runs_than_a_person_may_have_are_refused_with_a_time(api: APIClient, settings: Settings) -> None:
    settings.RUNS_AT_ONCE = 1
    created(api)

    answer = api.post("/api/ads", BRIEF, format="json")

    assert (answer.status_code, answer.json()["error_code"]) == (429, "too_many_runs")
    assert int(answer["Retry-After"]) > 0


# --- Reading ------------------------------------------------------------------------------------------


def test_an_ad_shows_its_whole_brief(api: APIClient) -> None:
    run_id = created(api, audience="Shops", format="1:1", length=20, brand_colors=["#FF0000"], captions=False)

    assert api.get(f"/api/ads/{run_id}").json() == {
        "run_id": run_id,
        **BRIEF,
        "status": "IN_PROGRESS",
        "final_video_uri": None,
        "audience": "Shops",
        "tone": "friendly",
        "offer": "",
        "call_to_action": "",
        "contact": "",
        "language": "en",
        "format": "1:1",
        "length": 20,
        "brand_colors": ["#ff0000"],
        "voice": "",
        "speed": 1.0,
        "pronunciations": [],
        "script": [],
        "must_say": [],
        "must_not_say": [],
        "pictures": [],
        "logo": "",
        "recording": "",
        "captions": False,
        "paid": False,
        "seed": 0,
        "error_code": None,
        "error_message": None,
        "questions": [],
        "format_of": None,
        "created_at": ANY,
        "updated_at": ANY,
    }


def test_the_status_is_whole_from_the_first_moment(api: APIClient) -> None:
    run_id = created(api)
    unstarted = {"status": "PENDING", "started_at": None, "finished_at": None, "attempt": None}

    assert api.get(f"/api/ads/{run_id}/status").json() == {
        "run_id": run_id,
        "status": "IN_PROGRESS",
        "crew_status": {
            "id": run_id,
            **dict.fromkeys(STAGE_FIELDS, "PENDING"),
            "updated_at": ANY,
            "final_video_uri": None,
            "progress": 0,
            "message": "Waiting for its turn",
            "ahead": None,
            "stages": {str(stage): unstarted for stage in Stage},
        },
    }


def test_the_status_follows_the_worker(api: APIClient, worker: Callable[..., Any]) -> None:
    ad = queries.ad_for(api.person.user_id, created(api))
    hand = worker(ad).take().do_until(Stage.REVIEW)
    hand.begin(Stage.VISUALS)
    hand.report(Stage.VISUALS, 0.5, "Designing scene 2 of 4")

    crew = api.get(f"/api/ads/{ad.run_id}/status").json()["crew_status"]

    assert [crew[field] for field in STAGE_FIELDS] == [
        "COMPLETED",
        "COMPLETED",
        "RUNNING",
        "PENDING",
        "PENDING",
    ]
    assert (crew["progress"], crew["message"]) == (22, "Designing scene 2 of 4")
    assert crew["stages"]["script_generation"] == {
        "status": "COMPLETED",
        "started_at": ANY,
        "finished_at": ANY,
        "attempt": 1,
    }
    assert (
        crew["stages"]["script_generation"]["finished_at"] > crew["stages"]["script_generation"]["started_at"]
    )


def test_a_finished_ad_has_a_storage_uri_and_no_signed_address(
    api: APIClient, finished: Callable[..., Ad]
) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    status = api.get(f"/api/ads/{ad.run_id}/status").json()

    assert status["status"] == "GENERATED"
    assert [status["crew_status"][field] for field in STAGE_FIELDS] == ["COMPLETED"] * 5
    assert status["crew_status"]["final_video_uri"] == f"media://{ad.artefacts['ad.mp4']}"
    assert status["crew_status"]["progress"] == 100


def test_polling_the_status_reads_one_record_of_the_ads(
    api: APIClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    run_id = created(api)
    calls: list[str] = []
    send = Connection.dispatch

    def listen(self: Connection, operation: str, request: Any) -> Any:
        calls.append(f"{operation} {request.get('TableName', '').rpartition('-')[2]}")
        return send(self, operation, request)

    monkeypatch.setattr(Connection, "dispatch", listen)
    api.get(f"/api/ads/{run_id}/status")

    assert [call for call in calls if "users" not in call and "sign" not in call] == [
        "GetItem advertisements"
    ]


# --- The film -----------------------------------------------------------------------------------------


def test_the_film_is_downloaded_from_a_signed_address_in_ranges(
    api: APIClient, visitor: APIClient, finished: Callable[..., Ad]
) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))

    address = api.get(f"/api/ads/{ad.run_id}/video-url").json()["video_url"]
    whole = b"".join(visitor.get(address).streaming_content)
    part = visitor.get(address, headers={"Range": "bytes=4-11"})

    assert whole[4:8] == b"ftyp"
    assert (part.status_code, b"".join(part.streaming_content)) == (206, whole[4:12])


def test_a_film_that_is_not_ready_has_no_address(api: APIClient) -> None:
    answer = api.get(f"/api/ads/{created(api)}/video-url")

    assert (answer.status_code, answer.json()["detail"]) == (404, "The video is not ready yet.")


def test_a_film_that_is_gone_from_storage_is_said_to_be_gone(
    api: APIClient, finished: Callable[..., Ad]
) -> None:
    ad = finished(queries.ad_for(api.person.user_id, created(api)))
    default_storage.delete(ad.artefacts["ad.mp4"])

    answer = api.get(f"/api/ads/{ad.run_id}/video-url")

    assert answer.status_code == 404
    assert "gone from storage" in answer.json()["detail"]


# --- Lists --------------------------------------------------------------------------------------------


def test_the_list_is_newest_first_and_its_pages_meet_without_a_gap(api: APIClient) -> None:
    made = [created(api, name=f"Ad {number}") for number in range(5)]
    seen: list[str] = []
    address = "/api/ads?limit=2"
    pages = 0

    while address:
        answer = api.get(address)
        seen += [ad["run_id"] for ad in answer.json()]
        address = answer["Link"].partition(">")[0][1:] if "Link" in answer else ""
        pages += 1

    assert (seen, pages) == (made[::-1], 3)


def test_a_last_page_that_is_full_promises_no_other(api: APIClient) -> None:
    for _ in range(2):
        created(api)

    assert "Link" not in api.get("/api/ads?limit=2")


@pytest.mark.parametrize("status", ["cancelled", "CANCELLED", "Cancelled"])
def test_the_list_is_filtered_by_status_in_any_letter_case(api: APIClient, status: str) -> None:
    created(api)
    stopped = created(api)
    api.post(f"/api/ads/{stopped}/cancel")

    assert [ad["run_id"] for ad in api.get(f"/api/ads?status={status}").json()] == [stopped]


def test_filtered_pages_meet_too(api: APIClient) -> None:
    made = [created(api) for _ in range(3)]

    first = api.get("/api/ads?status=in_progress&limit=2")
    second = api.get(first["Link"].partition(">")[0][1:])

    assert [ad["run_id"] for ad in [*first.json(), *second.json()]] == made[::-1]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=finished", "status"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=-1", "limit"),
        ("limit=many", "limit"),
        ("limit=²", "limit"),
        ("cursor=abc", "cursor"),
    ],
)
def test_a_question_that_makes_no_sense_is_refused_by_name(api: APIClient, query: str, field: str) -> None:
    answer = api.get(f"/api/ads?{query}")

    assert (answer.status_code, list(answer.json()["errors"])) == (400, [field])


def test_a_cursor_from_somebody_elses_list_shows_nothing_of_theirs(
    api: APIClient, person: Callable[..., Identity], api_for: Callable[..., APIClient]
) -> None:
    mine = created(api)
    stranger = api_for(person())
    theirs = [created(stranger) for _ in range(3)]

    shown = [ad["run_id"] for ad in api.get(f"/api/ads?cursor={theirs[2]}").json()]

    assert shown == [mine]
