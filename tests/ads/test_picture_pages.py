"""Pictures on the brief's page, with the script and without it."""

import io
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image, ImageDraw
from playwright.sync_api import expect
from pytest_django import Settings

from ads import lifecycle, queries, uploads
from ads.models import Ad, Upload

BRIEF = {
    "name": "Fjord Tonic",
    "desc": "A sparkling tonic from the Norwegian coast.",
    "format": "9:16",
    "length": "15",
}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50
    settings.PICTURE_READER = "generation.studio.pictures.reading.read_file"


def picture(name: str = "ball.png") -> SimpleUploadedFile:
    image = Image.new("RGB", (320, 240), "white")
    ImageDraw.Draw(image).ellipse((96, 48, 224, 192), fill="#c22")
    out = io.BytesIO()
    image.save(out, "PNG")
    return SimpleUploadedFile(name, out.getvalue())


def text(response: Any) -> str:
    return unescape(response.content.decode())


def ids_in(response: Any, field: str = "pictures") -> list[str]:
    return re.findall(rf'<input type="checkbox" name="{field}" value="([^"]+)" checked', text(response))


def mine(client: Client) -> list[Ad]:
    return list(queries.ads_of(client.person.user_id).ads)  # type: ignore[attr-defined]


def test_the_page_takes_pictures_without_a_script(signed_in: Client) -> None:
    files = {"picture_files": [picture("a.png"), picture("b.png")], "logo_file": picture("logo.png")}
    answer = signed_in.post("/new", {**BRIEF, **files})

    assert answer.status_code == 302
    (ad,) = mine(signed_in)
    assert len(ad.the_brief.pictures) == 2
    assert ad.the_brief.logo not in ad.the_brief.pictures


def test_a_bad_picture_is_told_at_its_field_and_the_good_one_is_kept(signed_in: Client) -> None:
    files = [picture(), SimpleUploadedFile("<b>drawing</b>.svg", b"<svg/>")]
    answer = signed_in.post("/new", {**BRIEF, "picture_files": files})

    assert answer.status_code == 400
    assert "Drawings as SVG are not taken" in text(answer)
    assert b"<b>drawing" not in answer.content
    (kept,) = ids_in(answer)
    assert signed_in.post("/new", {**BRIEF, "pictures": kept}).status_code == 302
    assert mine(signed_in)[0].the_brief.pictures == (kept,)


def test_another_mistake_in_the_form_loses_no_picture(signed_in: Client) -> None:
    answer = signed_in.post(
        "/new", {**BRIEF, "name": "", "picture_files": [picture()], "logo_file": picture()}
    )
    assert answer.status_code == 400
    assert len(ids_in(answer)) == 1
    assert len(ids_in(answer, "logo")) == 1


def test_a_single_picture_is_answered_with_its_tile(signed_in: Client) -> None:
    answer = signed_in.post("/new/picture", {"picture_files": picture()})
    assert answer.status_code == 201
    (kept,) = ids_in(answer)
    assert "Cut out" in text(answer)
    address = re.search(r'src="([^"]+)"', text(answer))
    assert address is not None
    shown = signed_in.get(unescape(address[1]))
    assert shown.status_code == 200
    assert shown["Content-Type"] == "image/png"
    assert b"".join(shown.streaming_content).startswith(b"\x89PNG")
    assert uploads.picture_for(signed_in.person.user_id, kept).kind == "cutout"  # type: ignore[attr-defined]


def test_a_single_picture_that_is_none_is_answered_with_the_reason(signed_in: Client) -> None:
    answer = signed_in.post("/new/picture", {"picture_files": SimpleUploadedFile("x.png", b"%PDF-1.7")})
    assert answer.status_code == 400
    assert "This is a PDF" in text(answer)


def test_a_visitor_sends_no_picture(client: Client, database: str) -> None:
    assert client.post("/new/picture", {"picture_files": picture()}).status_code in {302, 403}


def test_the_brief_s_page_shows_its_pictures_and_leaves_out_the_unchecked(signed_in: Client) -> None:
    signed_in.post("/new", {**BRIEF, "picture_files": [picture(), picture()]})
    (ad,) = mine(signed_in)
    lifecycle.cancel(ad)
    first, second = ids_in(signed_in.get(f"/ads/{ad.run_id}/edit"))
    assert (first, second) == ad.the_brief.pictures

    signed_in.post(f"/ads/{ad.run_id}/edit", {**BRIEF, "pictures": second})
    assert mine(signed_in)[0].the_brief.pictures == (second,)
    assert [upload.picture_id for upload in Upload.query(ad.user_id)] == [second]


def test_a_picture_that_is_gone_is_told_at_its_field(signed_in: Client) -> None:
    (gone,) = ids_in(signed_in.post("/new/picture", {"picture_files": picture()}))
    uploads.remove(user_id=signed_in.person.user_id, picture_id=gone)  # type: ignore[attr-defined]
    answer = signed_in.post("/new", {**BRIEF, "pictures": gone})
    assert answer.status_code == 400
    assert "A picture is not there any more" in text(answer)


@pytest.mark.browser
def test_pictures_are_sent_as_they_are_chosen(page_of: Any, person: Any, tmp_path: Path) -> None:
    who = person()
    (tmp_path / "ball.png").write_bytes(picture().read())
    (tmp_path / "notes.png").write_text("no picture")
    page = page_of(who)
    page.goto("/new")
    page.get_by_label("Choose pictures").set_input_files([tmp_path / "ball.png", tmp_path / "notes.png"])

    expect(page.locator("[name=pictures]")).to_have_count(1)
    expect(page.get_by_text("This is not a picture that can be read")).to_be_visible()
    expect(page.get_by_text("(notes.png)")).to_be_visible()
    page.get_by_label("Product or brand").fill("Fjord Tonic")
    page.get_by_label("What should people know?").fill(BRIEF["desc"])
    page.get_by_role("button", name="Make the ad").click()
    page.wait_for_url("**/ads/*")
    (ad,) = queries.ads_of(who.user_id).ads
    assert len(ad.the_brief.pictures) == 1
