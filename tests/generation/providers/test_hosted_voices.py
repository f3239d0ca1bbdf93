"""The hosted voices against a vendor on this machine that answers in the documented shapes."""

import json
import logging
import subprocess
import sys
from pathlib import Path
from typing import Any

import boto3
import imageio_ffmpeg
import numpy as np
import pytest
from botocore.config import Config

from generation.providers.voice.openai_speech import OpenAIVoice
from generation.providers.voice.polly import PollyVoice
from generation.studio.errors import VoiceFailed
from generation.studio.formats import SAMPLE_RATE
from generation.studio.voice.sample import wav

sys.path.insert(0, str(Path(__file__).parent))
from stub_server import Reply, Vendor, vendor

SECRET = "sk-very-secret-1234"


def tone(seconds: float, *, pause_at: float = -1.0) -> "np.ndarray[Any, np.dtype[np.float32]]":
    """Something that sounds, with a pause of 0.3 s where it is wanted."""
    times = np.arange(int(seconds * SAMPLE_RATE)) / SAMPLE_RATE
    sound = (0.3 * np.sin(2 * np.pi * 180 * times)).astype(np.float32)
    sound[(times > pause_at) & (times < pause_at + 0.3)] = 0
    return sound


@pytest.fixture(scope="module")
def ogg() -> bytes:
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "wav", "-i", "pipe:0", "-ar", "24000"]
    command += ["-c:a", "libvorbis", "-f", "ogg", "pipe:1"]
    return subprocess.run(command, input=wav(tone(1.5)), capture_output=True, check=True).stdout


def sound_reply(ogg: bytes) -> Reply:
    return Reply(200, ogg, {"Content-Type": "audio/ogg", "x-amzn-RequestCharacters": "12"})


def marks_reply(lines: bytes) -> Reply:
    return Reply(200, lines, {"Content-Type": "application/x-json-stream", "x-amzn-RequestCharacters": "12"})


def polly(place: Vendor, *, timeout: float = 5) -> PollyVoice:
    client = boto3.client(
        "polly",
        endpoint_url=place.url,
        region_name="eu-west-1",
        aws_access_key_id="key",
        aws_secret_access_key=SECRET,
        config=Config(read_timeout=timeout, retries={"mode": "standard", "total_max_attempts": 2}),
    )
    return PollyVoice(client=client)


def speak(maker: Any, *scenes: str, voice: str = "af_heart", **options: Any) -> Any:
    return maker.narrate(scenes, voice=voice, language="en", on_progress=lambda _: None, **options)


def test_polly_times_words_by_its_own_marks(ogg: bytes) -> None:
    text = "Cafés & more, $49."
    ssml = "<speak>Cafés &amp; more, $49.</speak>".encode()
    marks = [
        {
            "time": time,
            "type": "word",
            "start": ssml.index(word),
            "end": ssml.index(word) + len(word),
            "value": "",
        }
        for time, word in ((40, "Cafés".encode()), (700, b"more"), (1000, b"$49"))
    ]
    with vendor(
        sound_reply(ogg), marks_reply(b"\n".join(json.dumps(mark).encode() for mark in marks))
    ) as place:
        recording = speak(polly(place), text)

    (scene,) = recording.narration.scenes
    assert [word.text for word in scene.words] == ["Cafés", "&", "more,", "$49."]
    assert [round(word.start, 2) for word in scene.words] == [0.04, 0.37, 0.7, 1.0]
    assert place.bodies[0] == {
        "Engine": "neural",
        "OutputFormat": "ogg_vorbis",
        "SampleRate": "24000",
        "Text": ssml.decode(),
        "TextType": "ssml",
        "VoiceId": "Joanna",
    }
    assert place.bodies[1]["SpeechMarkTypes"] == ["word"]
    assert (recording.characters, recording.requests, recording.dollars) == (24, 2, 24 * 16 / 1_000_000)


def test_polly_is_told_pace_and_pronunciation(ogg: bytes) -> None:
    with vendor(sound_reply(ogg), marks_reply(b""), sound_reply(ogg)) as place:
        recording = speak(polly(place), "Nguyen's tea", speed=0.9, pronunciations={"Nguyen": "win"})

    assert place.bodies[0]["Text"] == (
        '<speak><prosody rate="90%"><sub alias="win\'s">Nguyen\'s</sub> tea</prosody></speak>'
    )
    assert [word.text for word in recording.narration.scenes[0].words] == ["Nguyen's", "tea"]


@pytest.mark.parametrize(
    ("status", "code", "asked", "permanent", "sentence"),
    [
        (403, "AccessDeniedException", 1, True, "refused the credentials"),
        (400, "TextLengthExceededException", 1, True, "longer than Amazon Polly"),
        (400, "InvalidSsmlException", 1, True, "did not take the request"),
        (503, "ServiceFailureException", 2, False, "busy or has a fault"),
    ],
)
def test_what_polly_refuses_is_said_in_a_sentence(
    status: int, code: str, asked: int, permanent: bool, sentence: str
) -> None:
    refusal = Reply(status, json.dumps({"message": "no"}).encode(), {"x-amzn-ErrorType": code})
    with vendor(refusal) as place, pytest.raises(VoiceFailed, match=sentence) as failure:
        speak(polly(place), "Hello.")

    assert failure.value.permanent is permanent
    assert len(place.asked) == asked


def test_polly_that_does_not_answer_is_given_up(ogg: bytes) -> None:
    late = Reply(200, ogg, delay=5)
    with vendor(late) as place, pytest.raises(VoiceFailed, match="did not answer in time") as failure:
        speak(polly(place, timeout=0.2), "Hello.")

    assert not failure.value.permanent


def open_ai(place: Vendor, *, waits: list[float] | None = None, **options: Any) -> OpenAIVoice:
    sleep = (waits if waits is not None else []).append
    return OpenAIVoice(api_key=SECRET, base_url=f"{place.url}/v1", sleep=sleep, **options)


def test_an_openai_voice_speaks_and_its_words_are_aligned() -> None:
    with vendor(Reply(200, wav(tone(2.0, pause_at=0.8)), {"Content-Type": "audio/wav"})) as place:
        recording = speak(
            open_ai(place), "Stop there. Nguyen cooks.", speed=1.1, pronunciations={"Nguyen": "win"}
        )

    (scene,) = recording.narration.scenes
    assert place.asked[0]["path"] == "/v1/audio/speech"
    assert place.bodies == [
        {
            "model": "tts-1",
            "input": "Stop there. win cooks.",
            "voice": "coral",
            "response_format": "wav",
            "speed": 1.1,
        }
    ]
    assert [word.text for word in scene.words] == ["Stop", "there.", "Nguyen", "cooks."]
    assert scene.words[2].start == pytest.approx(1.1, abs=0.03)
    assert (recording.requests, recording.characters, recording.dollars) == (1, 22, None)


def test_a_scene_that_was_bought_is_not_bought_again() -> None:
    with vendor(Reply(200, wav(tone(1.0)))) as place:
        maker = open_ai(place)
        speak(maker, "One.", "", "Two.")
        again = speak(maker, "One.", "", "Two.", "Three.")

    assert [body["input"] for body in place.bodies] == ["One.", "Two.", "Three."]
    assert again.requests == 1
    assert [scene.is_heard for scene in again.narration.scenes] == [True, False, True, True]


def error(message: str, code: str) -> bytes:
    return json.dumps({"error": {"message": message, "type": "x", "param": None, "code": code}}).encode()


@pytest.mark.parametrize(
    ("reply", "asked", "permanent", "sentence"),
    [
        (Reply(401, error(f"Incorrect API key: {SECRET}", "invalid_api_key")), 1, True, "refused the key"),
        (
            Reply(404, error("The model does not exist", "model_not_found")),
            1,
            True,
            "The model does not exist",
        ),
        (Reply(429, error("", "insufficient_quota")), 1, True, "no credit left"),
        (Reply(429, error("slow down", "rate_limit_exceeded"), {"Retry-After": "2"}), 2, False, "busy"),
        (Reply(429, b"", {"Retry-After": "600"}), 1, False, "busy"),
        (Reply(500, b"<html>"), 2, False, "fault of its own"),
        (Reply(200, b"not a sound"), 1, True, "no sound that could be read"),
        (Reply(302, b"", {"Location": "http://127.0.0.1:1/"}), 1, True, "did not take the request"),
    ],
)
def test_what_an_openai_voice_refuses_is_said_in_a_sentence(
    reply: Reply, asked: int, permanent: bool, sentence: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with vendor(reply) as place, pytest.raises(VoiceFailed, match=sentence) as failure:
        speak(open_ai(place), "Hello.")

    assert failure.value.permanent is permanent
    assert len(place.asked) == asked
    assert SECRET not in caplog.text + str(failure.value)


def test_a_busy_voice_is_asked_once_more_after_the_time_it_named() -> None:
    waits: list[float] = []
    busy = Reply(429, error("slow down", "rate_limit_exceeded"), {"Retry-After": "2"})
    with vendor(busy, Reply(200, wav(tone(1.0)))) as place:
        recording = speak(open_ai(place, waits=waits), "Hello.")

    assert recording.narration.scenes[0].is_heard
    assert recording.narration.is_estimated
    assert waits == [2.0]


def test_a_voice_that_does_not_answer_in_time_is_given_up() -> None:
    with vendor(Reply(200, b"", delay=5)) as place, pytest.raises(VoiceFailed, match="not answer in time"):
        speak(open_ai(place, timeout=0.2), "Hello.")

    assert len(place.asked) == 2


def test_a_voice_that_is_not_there_is_named_so() -> None:
    maker = OpenAIVoice(api_key=SECRET, base_url="http://127.0.0.1:9", sleep=lambda _: None)

    with pytest.raises(VoiceFailed, match="could not be reached"):
        speak(maker, "Hello.")
