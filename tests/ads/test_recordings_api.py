"""Recordings over the API: sent, named in briefs, removed; and never anybody else's."""

import subprocess
import uuid
from collections.abc import Callable
from pathlib import Path
from typing import Any

import imageio_ffmpeg
import numpy as np
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from pytest_django import Settings
from rest_framework.test import APIClient

from accounts.models import Identity
from ads import artefacts, queries, uploads
from ads.briefs import read
from ads.sounds import PICTURE, SOUND, kind_of
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav
from vigen_site.errors import Invalid

BRIEF = {
    "name": "Fjord Tonic",
    "desc": "A sparkling tonic from the Norwegian coast.",
    "script": ["Fjord Tonic | Fjord Tonic, from the Norwegian coast.", "Taste it | Taste it today."],
}


@pytest.fixture(autouse=True)
def _generous(settings: Settings) -> None:
    settings.PICTURE_READER = "generation.studio.pictures.reading.read_file"
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, "1000/60s")
    settings.RUNS_AT_ONCE = 50


def recording(*, seconds: float = 3.0, level: float = 0.1) -> bytes:
    return wav(
        (level * np.random.default_rng(1).standard_normal(int(seconds * SAMPLE_RATE)))
        .clip(-1, 1)
        .astype(np.float32)
    )


def sent(client: APIClient, data: bytes, *, name: str = "me.png", content_type: str = "image/png") -> Any:
    """What it is called and said to be plays no part."""
    file = SimpleUploadedFile(name, data, content_type=content_type)
    return client.post("/api/uploads", {"file": file}, format="multipart")


def ordered(client: APIClient, **more: Any) -> Any:
    return client.post("/api/ads", {**BRIEF, **more}, format="json")


def test_a_recording_is_told_from_its_bytes_and_gets_an_id(api: APIClient) -> None:
    answer = sent(api, recording())

    assert answer.status_code == 201
    assert set(answer.data) == {"recording_id", "seconds", "kind"}
    assert (answer.data["kind"], answer.data["seconds"]) == ("recording", 3.0)
    (key,) = artefacts.walk(f"users/{api.person.user_id}/uploads")  # type: ignore[attr-defined]
    assert key.endswith(".flac")
    assert answer.data["recording_id"] in key


@pytest.mark.parametrize(
    "as_recorded_by",
    [
        ["-c:a", "libopus", "-live", "1", "-f", "webm"],  # Chromium and Firefox
        ["-c:a", "aac", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"],  # Safari
        ["-c:a", "libopus", "-f", "ogg"],  # Firefox of some years ago
    ],
)
def test_what_browsers_record_is_taken(api: APIClient, as_recorded_by: list[str]) -> None:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-i", "pipe:0", *as_recorded_by, "pipe:1"]
    recorded = subprocess.run(command, input=recording(), capture_output=True, check=True).stdout

    answer = sent(api, recorded, name="blob", content_type="audio/webm;codecs=opus")

    assert answer.status_code == 201
    assert answer.data["seconds"] == pytest.approx(3.0, abs=0.1)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (recording(level=0.0), "Nothing is heard"),
        (recording(seconds=0.3), "shorter than a second"),
        (recording(seconds=95), "longer than 90 seconds"),
        (b"ID3\x04not a song", "no sound that can be read"),
        (b"OggS" + b"\x00" * 21 * 1024 * 1024, "20 MB is the most"),
    ],
)
def test_a_sound_that_cannot_be_used_is_refused_in_words(api: APIClient, data: bytes, words: str) -> None:
    answer = sent(api, data)

    assert answer.status_code == 400
    assert words in answer.data["errors"]["file"][0]
    assert list(artefacts.walk(f"users/{api.person.user_id}/uploads")) == []  # type: ignore[attr-defined]


def test_an_ad_is_ordered_with_a_recording(api: APIClient) -> None:
    recording_id = sent(api, recording()).data["recording_id"]
    answer = ordered(api, recording=recording_id)

    assert answer.status_code == 201
    user_id = api.person.user_id  # type: ignore[attr-defined]
    ad = queries.ad_for(user_id, answer.data["run_id"])
    assert (ad.the_brief.voice, ad.the_brief.recording) == ("own", recording_id)
    assert uploads.picture_for(user_id, recording_id).ads == {ad.run_id}
    assert api.delete(f"/api/uploads/{recording_id}").status_code == 409


def test_one_s_own_voice_needs_a_recording(api: APIClient) -> None:
    answer = ordered(api, voice="own")

    assert answer.status_code == 400
    assert answer.data["error_code"] == "recording_needed"
    assert answer.data["errors"]["recording"] == ["Choose a recording, or another voice."]


def test_a_draft_waits_for_its_recording(api: APIClient) -> None:
    run_id = ordered(api, voice="own", draft=True).data["run_id"]
    too_early = api.post(f"/api/ads/{run_id}/retry")
    assert (too_early.status_code, too_early.data["error_code"]) == (400, "recording_needed")

    recording_id = sent(api, recording()).data["recording_id"]
    api.patch(f"/api/ads/{run_id}", {"recording": recording_id}, format="json")

    assert api.post(f"/api/ads/{run_id}/retry").status_code == 202


def test_a_recording_that_is_sent_later_is_heard_unless_a_voice_is_named(api: APIClient) -> None:
    run_id = ordered(api, voice="af_heart", draft=True).data["run_id"]
    first, second = (sent(api, recording(seconds=seconds)).data["recording_id"] for seconds in (3, 4))

    heard = api.patch(f"/api/ads/{run_id}", {"recording": first}, format="json").data
    named = api.patch(f"/api/ads/{run_id}", {"recording": second, "voice": "af_heart"}, format="json").data
    kept = api.patch(f"/api/ads/{run_id}", {"recording": second, "tone": "calm"}, format="json").data

    assert [ad["voice"] for ad in (heard, named, kept)] == ["own", "af_heart", "af_heart"]


@pytest.mark.parametrize("value", ["me.wav", 7, "../x"])
def test_what_is_no_id_of_a_recording_is_refused(value: object) -> None:
    with pytest.raises(Invalid) as refusal:
        read({**BRIEF, "recording": value})
    assert "is no recording that was sent" in refusal.value.errors["recording"][0]


def test_another_voice_leaves_the_recording_unheard(api: APIClient) -> None:
    recording_id = sent(api, recording()).data["recording_id"]

    answer = ordered(api, recording=recording_id, voice="af_heart")

    ad = queries.ad_for(api.person.user_id, answer.data["run_id"])  # type: ignore[attr-defined]
    assert (ad.the_brief.voice, ad.the_brief.recording) == ("af_heart", recording_id)


def test_nobody_speaks_with_the_recording_of_somebody_else(
    api: APIClient, person: Callable[..., Identity], api_for: Callable[[Identity], APIClient]
) -> None:
    theirs = sent(api_for(person()), recording()).data["recording_id"]

    answers = [ordered(api, recording=one) for one in (theirs, str(uuid.uuid4()))]

    assert [answer.status_code for answer in answers] == [400, 400]
    words = [answer.data["errors"]["recording"] for answer in answers]
    assert words[0] == words[1] == ["The recording is not there any more. Send it again."]
    refused = api.delete(f"/api/uploads/{theirs}")
    assert refused.status_code == 404
    assert refused.data["detail"] == "There is no picture or recording with this id."


def test_a_picture_is_no_recording_and_a_recording_no_picture(api: APIClient, tmp_path: Path) -> None:
    Image.new("RGB", (320, 240), "red").save(tmp_path / "red.png")
    picture_id = sent(api, (tmp_path / "red.png").read_bytes()).data["picture_id"]
    recording_id = sent(api, recording()).data["recording_id"]

    assert "recording" in ordered(api, recording=picture_id).data["errors"]
    assert "pictures" in ordered(api, pictures=[recording_id]).data["errors"]
    assert "logo" in ordered(api, logo=recording_id).data["errors"]


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"RIFF\x00\x00\x00\x00WAVE", SOUND),
        (b"RIFF\x00\x00\x00\x00WEBP", PICTURE),
        (b"\x00\x00\x00\x1cftypM4A ", SOUND),
        (b"\x00\x00\x00\x1cftypheic", PICTURE),
        (b"\x00\x00\x00\x1cftypavif", PICTURE),
        (b"\xff\xfb\x90\x64\x00\x00", SOUND),
        (b"\xff\xf1\x50\x80\x00\x00", SOUND),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", PICTURE),
        (b"\x1aE\xdf\xa3\x01\x00", SOUND),
        (b"\x89PNG\r\n\x1a\n", PICTURE),
        (b"fLaC\x00\x00", SOUND),
        (b"", PICTURE),
        (b"\xff", PICTURE),
    ],
)
def test_bytes_tell_sounds_from_pictures(head: bytes, kind: str) -> None:
    assert kind_of(head) == kind
