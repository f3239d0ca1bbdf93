"""One real ad, from brief to measured film, in a process that may not open a connection."""

import json
import socket
from pathlib import Path

import pytest
from pymediainfo import MediaInfo

from ads.briefs import read
from ads.states import Stage
from generation.pipeline.local import make

BRIEF = {
    "name": "QuickFix Mobile",
    "desc": "Phone repair while you wait. Cracked screen? We replace it in 30 minutes with a 12-month warranty. "
    "Batteries, charging ports and cameras too. No appointment needed. Find us at Central Station.",
    "tone": "friendly",
    "format": "1:1",
    "length": 8,
    "seed": 3,
}


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Refuses every connection and name look-up; gives those that were tried."""
    tried: list[object] = []

    def refuse(*arguments: object, **options: object) -> None:
        tried.append(arguments)
        raise OSError("There is no network in this test.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return tried


@pytest.mark.render
def test_a_brief_becomes_a_film_without_any_network(tmp_path: Path, no_network: list[object]):
    told: list[tuple[Stage, float]] = []

    made = make(read(BRIEF), tmp_path, seed=3, tell=lambda stage, done, message: told.append((stage, done)))

    assert no_network == []
    assert set(made.files) >= {
        "ad.mp4",
        "poster.jpg",
        "captions.vtt",
        "captions.srt",
        "script.json",
        "review.json",
    }
    tracks = {track.track_type: track for track in MediaInfo.parse(made.files["ad.mp4"]).tracks}
    assert (tracks["Video"].width, tracks["Video"].height) == (1080, 1080)
    assert (
        abs(tracks["Video"].duration / 1000 - json.loads(made.files["timeline.json"].read_text())["seconds"])
        < 0.1
    )
    assert made.files["captions.vtt"].read_text().startswith("WEBVTT")
    for stage in Stage:
        progress = [done for at, done in told if at is stage]
        assert progress[-1] == 1.0
        assert progress == sorted(progress)
