"""One real ad, from brief to measured film, in a process that may not open a connection."""

import json
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pymediainfo import MediaInfo

from ads.briefs import read
from ads.states import Stage
from generation.pipeline.local import Made, make, make_variant, variant
from generation.pipeline.rehearsal import FILES
from generation.studio.provenance import read as credential_of

BRIEF = {
    "name": "QuickFix Mobile",
    "desc": "Phone repair while you wait. Cracked screen? We replace it in 30 minutes with a 12-month warranty. "
    "Batteries, charging ports and cameras too. No appointment needed. Find us at Central Station.",
    "tone": "friendly",
    "format": "1:1",
    "length": 8,
    "seed": 3,
}


@dataclass(frozen=True)
class Ad:
    """An ad, what was told of it, and the connections that were tried meanwhile."""

    made: Made
    told: list[tuple[Stage, float]]
    tried: list[object]

    @property
    def folder(self) -> Path:
        return self.made.files["ad.mp4"].parent


@pytest.fixture(scope="module")
def ad(tmp_path_factory: pytest.TempPathFactory) -> Ad:
    """Made where every connection and name look-up is refused."""
    tried: list[object] = []
    told: list[tuple[Stage, float]] = []

    def refuse(*arguments: object, **options: object) -> None:
        tried.append(arguments)
        raise OSError("There is no network in this test.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        patch.setattr(socket.socket, "connect_ex", refuse)
        patch.setattr(socket, "getaddrinfo", refuse)
        made = make(
            read(BRIEF),
            tmp_path_factory.mktemp("ad"),
            seed=3,
            tell=lambda stage, done, _: told.append((stage, done)),
        )
    return Ad(made, told, tried)


@pytest.mark.render
def test_a_brief_becomes_a_film_without_any_network(ad: Ad):
    files = ad.made.files

    assert ad.tried == []
    assert set(files) == {name for names in FILES.values() for name in names} | {
        f"still-{number:02}.jpg"
        for number in range(1, len(json.loads(files["storyboard.json"].read_text())["scenes"]) + 1)
    }
    video = tracks(ad.made)["Video"]
    assert (video.width, video.height) == (1080, 1080)
    assert abs(video.duration / 1000 - json.loads(files["timeline.json"].read_text())["seconds"]) < 0.1
    assert files["captions.vtt"].read_text().startswith("WEBVTT")
    for stage in Stage:
        progress = [done for at, done in ad.told if at is stage]
        assert progress[-1] == 1.0
        assert progress == sorted(progress)


@pytest.mark.render
def test_a_silent_variant_is_the_same_film_without_sound(ad: Ad):
    silent = make_variant(variant("silent"), read(BRIEF), ad.folder, seed=3, tell=lambda *_: None)

    whole, found = tracks(ad.made), tracks(silent)
    assert ("Audio" in whole, "Audio" in found) == (True, False)
    assert found["Video"].frame_count == whole["Video"].frame_count
    assert credential_of(silent.files["ad.mp4"]) is not None


@pytest.mark.render
def test_a_shorter_variant_in_another_format_is_made_from_the_same_storyboard(ad: Ad):
    other = make_variant(variant("4:5/6"), read(BRIEF), ad.folder, seed=3, tell=lambda *_: None)

    video = tracks(other)["Video"]
    assert (video.width, video.height) == (1080, 1350)
    assert video.duration < tracks(ad.made)["Video"].duration
    assert list(other.seconds) == [Stage.AUDIO, Stage.EDITING]
    first, second = (
        json.loads((folder / "storyboard.json").read_text())["scenes"]
        for folder in (ad.folder, other.files["ad.mp4"].parent)
    )
    assert {scene["headline"] for scene in second} <= {scene["headline"] for scene in first}


def tracks(made: Made) -> dict[str, Any]:
    return {track.track_type: track for track in MediaInfo.parse(made.files["ad.mp4"]).tracks}
