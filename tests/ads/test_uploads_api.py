"""Pictures over the API: sent, used in briefs, removed; and never anybody else's."""

import io
import struct
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import artefacts, lifecycle, queries, services, uploads
from ads.briefs import read
from ads.models import Upload

BRIEF = {"name": "Fjord Tonic", "desc": "A sparkling tonic from the Norwegian coast."}


@pytest.fixture(autouse=True)
def _generous(settings: Settings, request: pytest.FixtureRequest) -> None:
    """Without limits; and pictures are read in this process, but for the first test: it is quicker."""
    if request.node.name != "test_a_picture_is_sent_and_gets_an_id":
        settings.PICTURE_READER = "generation.studio.pictures.reading.read_file"
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


def picture(*, size: tuple[int, int] = (320, 240)) -> bytes:
    """A red ball on white."""
    image = Image.new("RGB", size, "white")
    ImageDraw.Draw(image).ellipse((size[0] * 0.3, size[1] * 0.2, size[0] * 0.7, size[1] * 0.8), fill="#c22")
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def sent(client: APIClient, data: bytes, *, name: str = "ball.png") -> Any:
    file = SimpleUploadedFile(name, data, content_type="image/png")
    return client.post("/api/uploads", {"file": file}, format="multipart")


def keys_of(user_id: str) -> list[str]:
    return list(artefacts.walk(f"users/{user_id}/uploads"))


def test_a_picture_is_sent_and_gets_an_id(api: APIClient) -> None:
    answer = sent(api, picture())

    assert answer.status_code == 201
    assert set(answer.data) == {"picture_id", "width", "height", "kind"}
    assert answer.data["kind"] == "cutout"
    assert uuid.UUID(answer.data["picture_id"]).version == 7
    (key,) = keys_of(api.person.user_id)  # type: ignore[attr-defined]
    assert key.endswith(".png")
    assert answer.data["picture_id"] in key


@pytest.mark.parametrize(
    "name",
    [
        "../../../../etc/passwd",
        "..\\..\\boot.ini",
        "a/b/c.png",
        ".htaccess",
        "x" * 300 + ".php",
        "\u202egnp.exe",
    ],
)
def test_the_file_s_name_plays_no_part(api: APIClient, name: str) -> None:
    assert sent(api, picture(), name=name).status_code == 201
    (key,) = keys_of(api.person.user_id)  # type: ignore[attr-defined]
    assert key.count("/") == 4
    assert key.rsplit("/", 1)[1].removesuffix(".png").isalnum()


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"<svg/>", "SVG"),
        (b"GIF89a" + b"\0" * 40, "GIF"),
        (picture()[:300], "damaged"),
        (
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 14_000, 14_000) + b"\x08\x02\0\0\0",
            "40 megapixels",
        ),
    ],
)
def test_a_bad_file_is_refused_at_its_field_and_nothing_is_kept(
    api: APIClient, data: bytes, words: str
) -> None:
    answer = sent(api, data)

    assert answer.status_code == 400
    assert words in answer.data["errors"]["file"][0]
    assert keys_of(api.person.user_id) == []  # type: ignore[attr-defined]


def test_a_request_without_a_file_is_told_so(api: APIClient) -> None:
    answer = api.post("/api/uploads", {"note": "no file"}, format="multipart")
    assert answer.status_code == 400
    assert answer.data["errors"]["file"] == ["Choose a picture to send."]


def test_a_file_that_is_too_large_is_refused_unread(api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "LARGEST_FILE", 100)
    answer = sent(api, picture())
    assert answer.status_code == 400
    assert "20 MB is the most" in answer.data["errors"]["file"][0]


def test_a_request_that_announces_too_much_is_refused_before_it_is_read(
    api: APIClient, settings: Settings
) -> None:
    settings.LARGEST_UPLOAD_REQUEST = 500
    answer = sent(api, picture())
    assert answer.status_code == 413
    assert answer.data["error_code"] == "too_large"


def test_nobody_sends_a_picture_without_signing_in(visitor: APIClient) -> None:
    assert sent(visitor, picture()).status_code == 401


def test_sending_is_limited(api: APIClient, settings: Settings) -> None:
    settings.RATE_LIMITS = {**settings.RATE_LIMITS, "change": "1/60s"}
    assert sent(api, picture()).status_code == 201
    answer = sent(api, picture())
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0


def test_a_brief_takes_pictures_and_a_logo(api: APIClient) -> None:
    first, second = (sent(api, picture()).data["picture_id"] for _ in range(2))
    answer = api.post("/api/ads", {**BRIEF, "pictures": [first, second], "logo": second}, format="json")

    assert answer.status_code == 201
    shown = api.get(f"/api/ads/{answer.data['run_id']}").data
    assert shown["pictures"] == [first, second]
    assert shown["logo"] == second
    ad = queries.ad_for(api.person.user_id, answer.data["run_id"])  # type: ignore[attr-defined]
    assert ad.the_brief.pictures == (first, second)


@pytest.mark.parametrize("field", ["pictures", "logo"])
def test_somebody_else_s_picture_cannot_be_used_looked_at_or_deleted(
    api: APIClient, api_for: Callable[[Identity], APIClient], person: Callable[..., Identity], field: str
) -> None:
    stranger = api_for(person())
    theirs = sent(stranger, picture()).data["picture_id"]
    value = [theirs] if field == "pictures" else theirs

    answer = api.post("/api/ads", {**BRIEF, field: value}, format="json")
    assert answer.status_code == 400
    assert answer.data["errors"] == {field: ["A picture is not there any more. Send it again."]}
    mine = api.post("/api/ads", BRIEF, format="json").data["run_id"]
    lifecycle.cancel(queries.ad_for(api.person.user_id, mine))  # type: ignore[attr-defined]
    assert api.patch(f"/api/ads/{mine}", {field: value}, format="json").status_code == 400

    unknown = api.delete(f"/api/uploads/{uuid.uuid4()}")
    foreign = api.delete(f"/api/uploads/{theirs}")
    assert foreign.status_code == unknown.status_code == 404
    assert foreign.data["detail"] == unknown.data["detail"]
    assert stranger.delete(f"/api/uploads/{theirs}").status_code == 204


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (["../../etc/passwd"], "no picture that was sent"),
        ([str(uuid.uuid4())] * 1, "not there any more"),
        ([str(uuid.uuid4()) for _ in range(7)], "at most 6"),
        ({"a": 1}, "picture_id"),
        ([1, 2], "picture_id"),
    ],
)
def test_what_is_no_picture_is_refused_in_the_brief(api: APIClient, given: Any, words: str) -> None:
    answer = api.post("/api/ads", {**BRIEF, "pictures": given}, format="json")
    assert answer.status_code == 400
    assert words in answer.data["errors"]["pictures"][0]


def test_a_picture_that_an_ad_uses_is_not_deleted_under_it(api: APIClient) -> None:
    used = sent(api, picture()).data["picture_id"]
    api.post("/api/ads", {**BRIEF, "pictures": [used]}, format="json")
    answer = api.delete(f"/api/uploads/{used}")
    assert answer.status_code == 409
    assert answer.data["error_code"] == "picture_in_use"


def test_pictures_go_with_the_last_ad_that_uses_them(api: APIClient) -> None:
    me = api.person.user_id  # type: ignore[attr-defined]
    used = sent(api, picture()).data["picture_id"]
    runs = [
        api.post("/api/ads", {**BRIEF, "pictures": [used]}, format="json").data["run_id"] for _ in range(2)
    ]
    for run_id in runs:
        lifecycle.cancel(queries.ad_for(me, run_id))

    assert api.delete(f"/api/ads/{runs[0]}").status_code == 204
    assert len(keys_of(me)) == 1
    assert api.delete(f"/api/ads/{runs[1]}").status_code == 204
    assert keys_of(me) == []
    assert api.delete(f"/api/uploads/{used}").status_code == 404


def test_a_picture_taken_out_of_a_brief_is_let_go(api: APIClient) -> None:
    me = api.person.user_id  # type: ignore[attr-defined]
    old, new = (sent(api, picture()).data["picture_id"] for _ in range(2))
    run_id = api.post("/api/ads", {**BRIEF, "pictures": [old]}, format="json").data["run_id"]
    lifecycle.cancel(queries.ad_for(me, run_id))
    assert api.patch(f"/api/ads/{run_id}", {"pictures": [new]}, format="json").status_code == 200
    assert [upload.picture_id for upload in Upload.query(me)] == [new]
    assert len(keys_of(me)) == 1


def test_the_same_order_twice_keeps_its_pictures(api: APIClient) -> None:
    used = sent(api, picture()).data["picture_id"]
    body = {**BRIEF, "pictures": [used]}
    answers = [api.post("/api/ads", body, format="json", HTTP_IDEMPOTENCY_KEY="one") for _ in range(2)]
    assert answers[0].data["run_id"] == answers[1].data["run_id"]
    assert len(keys_of(api.person.user_id)) == 1  # type: ignore[attr-defined]


def test_what_was_never_used_goes_after_a_day(api: APIClient) -> None:
    me = api.person.user_id  # type: ignore[attr-defined]
    old, used, fresh = (sent(api, picture()).data["picture_id"] for _ in range(3))
    api.post("/api/ads", {**BRIEF, "pictures": [used]}, format="json")
    for picture_id in (old, used):
        Upload(me, picture_id).update(actions=[Upload.created_at.set("2020-01-01T00:00:00.000000Z")])
    newest = sent(api, picture()).data["picture_id"]
    assert {upload.picture_id for upload in Upload.query(me)} == {used, fresh, newest}


def test_a_person_keeps_only_so_many_pictures(api: APIClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_KEPT", 2)
    assert [sent(api, picture()).status_code for _ in range(3)] == [201, 201, 409]


def test_a_worker_gets_the_picture_and_what_is_known_of_it(api: APIClient, tmp_path: Any) -> None:
    me = api.person.user_id  # type: ignore[attr-defined]
    sent_id = sent(api, picture()).data["picture_id"]
    facts = uploads.bring(me, sent_id, tmp_path / "picture-01")
    assert facts["path"] == "picture-01.png"
    assert facts["colors"][0].startswith("#")
    with Image.open(tmp_path / "picture-01.png") as brought:
        assert brought.size == (facts["width"], facts["height"])


def test_an_ad_of_an_older_version_has_no_pictures(api: APIClient) -> None:
    ad = services.create(user_id=api.person.user_id, brief=read(BRIEF))[0]  # type: ignore[attr-defined]
    del ad.brief["pictures"], ad.brief["logo"]
    assert ad.the_brief == read(BRIEF)
