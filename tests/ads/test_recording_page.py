"""The recording on the brief's page, with the script and without it."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import expect
from pytest_django import Settings

from ads import queries, uploads
from ads.models import Ad
from ads.sounds import SOUND
from ads.states import Stage
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav

BRIEF = {
    "name": "Fjord Tonic",
    "desc": "A sparkling tonic from the Norwegian coast.",
    "format": "9:16",
    "length": "15",
    "script": "Fjord Tonic | Fjord Tonic, from the Norwegian coast.\nTaste it | Taste it today.",
    "voice": "",
}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


def recording(*, level: float = 0.1) -> SimpleUploadedFile:
    noise = level * np.random.default_rng(1).standard_normal(3 * SAMPLE_RATE)
    return SimpleUploadedFile("me.wav", wav(noise.clip(-1, 1).astype(np.float32)))


def text(response: Any) -> str:
    return unescape(response.content.decode())


def mine(client: Client) -> list[Ad]:
    return list(queries.ads_of(client.person.user_id).ads)  # type: ignore[attr-defined]


def the_id_in(response: Any) -> str:
    (found,) = re.findall(r'<input type="checkbox" name="recording" value="([^"]+)" checked', text(response))
    return str(found)


def test_the_page_says_how_to_record(signed_in: Client) -> None:
    page = text(signed_in.get("/new"))

    assert "My own recording" in page
    assert "Read your script aloud, one scene after another, with a short pause between scenes." in page
    assert re.search(r'<input type="file" name="recording_file" accept="audio/\*"', page)


def test_the_page_takes_a_recording_without_a_script(signed_in: Client) -> None:
    answer = signed_in.post("/new", {**BRIEF, "recording_file": recording()})

    assert answer.status_code == 302
    (ad,) = mine(signed_in)
    assert ad.the_brief.voice == "own"
    assert ad.the_brief.recording


def test_a_recording_that_was_sent_can_be_heard_and_stays_in_the_form(signed_in: Client) -> None:
    sent = signed_in.post("/new/picture", {"recording_file": recording()})
    assert sent.status_code == 201
    (address,) = re.findall(r'<audio controls preload="metadata" src="([^"]+)"', text(sent))
    sound = signed_in.get(address)
    assert (sound.status_code, sound["Content-Type"]) == (200, "audio/flac")
    assert b"".join(sound).startswith(b"fLaC")
    assert "0:03" in text(sent)

    page = signed_in.post("/new", {**BRIEF, "name": "", "voice": "own", "recording": the_id_in(sent)})
    assert page.status_code == 400
    assert the_id_in(page) == the_id_in(sent)
    assert 'value="own" checked' in text(page)


def test_a_silent_recording_is_told_at_its_field(signed_in: Client) -> None:
    answer = signed_in.post("/new", {**BRIEF, "voice": "own", "recording_file": recording(level=0)})

    assert answer.status_code == 400
    assert "me.wav: Nothing is heard in this recording." in text(answer)
    assert mine(signed_in) == []


def test_one_s_own_voice_without_a_recording_is_told_at_its_field(signed_in: Client) -> None:
    answer = signed_in.post("/new", {**BRIEF, "voice": "own"})

    assert answer.status_code == 400
    assert "Choose a recording, or another voice." in text(answer)


def test_a_draft_is_read_first_and_asks_for_its_recording(signed_in: Client) -> None:
    answer = signed_in.post("/new", {**BRIEF, "voice": "own", "draft": "1"}, follow=True)
    assert "Now read it aloud" in text(answer)
    (ad,) = mine(signed_in)

    too_early = signed_in.post(f"/ads/{ad.run_id}/retry", follow=True)
    assert "This ad is to speak with a recording of yours." in text(too_early)
    signed_in.post(f"/ads/{ad.run_id}/edit", {**BRIEF, "voice": "own", "recording_file": recording()})

    assert "Now read it aloud" not in text(signed_in.get(f"/ads/{ad.run_id}/script"))
    signed_in.post(f"/ads/{ad.run_id}/retry")
    assert mine(signed_in)[0].status == "IN_PROGRESS"


def test_the_edited_brief_brings_its_recording_and_may_go_back_to_another_voice(signed_in: Client) -> None:
    signed_in.post("/new", {**BRIEF, "recording_file": recording()})
    (ad,) = mine(signed_in)
    signed_in.post(f"/ads/{ad.run_id}/cancel")
    kept = the_id_in(signed_in.get(f"/ads/{ad.run_id}/edit"))

    answer = signed_in.post(f"/ads/{ad.run_id}/edit", {**BRIEF, "recording": kept, "voice": ""})

    assert answer.status_code == 302
    (after,) = mine(signed_in)
    assert (after.the_brief.voice, after.the_brief.recording) == ("", kept)


def test_a_recording_that_did_not_fit_is_sent_again_and_the_script_stays(
    signed_in: Client, worker: Callable[[Ad], Any]
) -> None:
    signed_in.post("/new", {**BRIEF, "recording_file": recording()})
    (ad,) = mine(signed_in)
    worker(ad).take().do_until(Stage.VISUALS).fail(
        Stage.AUDIO, code="recording_unfit", message="Your recording has 1 second of speech."
    )
    page = text(signed_in.get(f"/ads/{ad.run_id}"))
    assert "Your recording has 1 second of speech." in page
    assert "Send another recording or choose another voice in the brief." in page

    before = ad.the_brief.recording
    signed_in.post(f"/ads/{ad.run_id}/edit", {**BRIEF, "recording_file": recording(), "again": "1"})

    (after,) = mine(signed_in)
    assert (after.status, int(after.stages_done)) == ("IN_PROGRESS", Stage.VISUALS.number)
    assert after.the_brief.recording not in ("", before)
    assert [upload.picture_id for upload in uploads.known(after.user_id, [before], kind=SOUND)] == []


@pytest.mark.browser
def test_a_recording_is_sent_as_it_is_chosen_and_becomes_the_voice(
    page_of: Any, person: Any, tmp_path: Path
) -> None:
    who = person()
    (tmp_path / "silent.wav").write_bytes(recording(level=0).read())
    (tmp_path / "me.wav").write_bytes(recording().read())
    page = page_of(who)
    page.goto("/new")
    page.get_by_text("More about the ad").click()
    field = page.get_by_label("Choose a recording")
    expect(field).not_to_be_visible()
    page.get_by_label("My own recording").check()
    field.set_input_files(tmp_path / "silent.wav")
    expect(page.get_by_text("Nothing is heard in this recording.")).to_be_visible()
    field.set_input_files(tmp_path / "me.wav")

    expect(page.locator("[name=recording]")).to_have_count(1)
    expect(page.get_by_label("Your recording", exact=True)).to_be_visible()
    expect(page.get_by_text("Nothing is heard")).to_have_count(0)
    page.get_by_label("Product or brand").fill(BRIEF["name"])
    page.get_by_label("What should people know?").fill(BRIEF["desc"])
    page.get_by_label("Your own script").fill(BRIEF["script"])
    page.get_by_role("button", name="Make the ad").click()
    page.wait_for_url("**/ads/*")
    (ad,) = queries.ads_of(who.user_id).ads
    assert ad.the_brief.voice == "own"
