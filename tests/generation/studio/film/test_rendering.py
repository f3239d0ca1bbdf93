"""Whole films and single pictures from a storyboard."""

import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skia
from PIL import Image
from pymediainfo import MediaInfo

from generation.studio.captions import cues
from generation.studio.direction import direct
from generation.studio.errors import FontMissing
from generation.studio.film import poster, preview, render, still
from generation.studio.film.frames import Frames, Pixels, blank, surface_on
from generation.studio.formats import FORMATS
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.sound import write_wav
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Timeline, Word

pytestmark = pytest.mark.render

SCRIPT = Script(
    title="Rosa's Bakery",
    scenes=(
        ScriptScene(Intent.HOOK, "Good things start early", "Good things start early."),
        ScriptScene(Intent.ACTION, "Come and visit us", "Come and visit us."),
    ),
    call_to_action="Come and visit us",
)
SCENE = 0.8
TIMELINE = Timeline(
    (
        SceneTimes(Span(0, SCENE), Span(0.2, 0.7), (Word("Good", 0.2, 0.4), Word("things", 0.4, 0.7))),
        SceneTimes(Span(SCENE, 2 * SCENE), Span(1.0, 1.5), (Word("Come.", 1.0, 1.5),)),
    ),
    2 * SCENE,
)


def board(format_name: str = "1:1") -> Storyboard:
    return direct(SCRIPT, brand="Rosa's Bakery", tone="warm", about="A bakery.", format_name=format_name)


def frame(frames: Frames, t: float) -> Pixels:
    pixels = blank(frames.picture)
    surface = surface_on(pixels)
    frames.paint(surface.getCanvas(), t)
    return pixels


@pytest.fixture
def silence(tmp_path: Path) -> Path:
    write_wav(tmp_path / "sound.wav", np.zeros((round(TIMELINE.seconds * 48_000), 2), np.float32))
    return tmp_path / "sound.wav"


def test_a_storyboard_becomes_a_film_of_the_length_of_its_timeline(tmp_path: Path, silence: Path) -> None:
    seen: list[tuple[int, int]] = []

    render(
        board(),
        TIMELINE,
        cues(TIMELINE),
        soundtrack=silence,
        out=tmp_path / "ad.mp4",
        on_progress=lambda done, total: seen.append((done, total)),
    )

    video = MediaInfo.parse(tmp_path / "ad.mp4").video_tracks[0]
    assert (video.width, video.height, video.frame_count) == (1080, 1080, "48")
    assert seen == [(done, 48) for done in range(1, 49)]


class CancelledError(Exception):
    pass


def test_a_film_that_is_cancelled_leaves_nothing(tmp_path: Path, silence: Path) -> None:
    def cancel(done: int, total: int) -> None:
        if done == 5:
            raise CancelledError

    with pytest.raises(CancelledError):
        render(board(), TIMELINE, (), soundtrack=silence, out=tmp_path / "ad.mp4", on_progress=cancel)

    assert list(tmp_path.iterdir()) == [silence]


def test_a_frame_depends_on_its_time_alone() -> None:
    in_order = Frames(board(), timeline=TIMELINE, cues=cues(TIMELINE))
    for number in range(28):
        last = frame(in_order, number / 30)

    at_once = frame(Frames(board(), timeline=TIMELINE, cues=cues(TIMELINE)), 27 / 30)

    assert np.array_equal(last, at_once)


def test_a_scene_that_is_prepared_beside_another_looks_the_same() -> None:
    first, ahead = (Frames(board(), timeline=TIMELINE, cues=cues(TIMELINE)) for _ in range(2))

    for number in (0, 10, 24, 30, 47):
        assert np.array_equal(frame(first, number / 30), frame(ahead, number / 30))
        ahead.look_ahead(number, until=48)


def test_a_scene_that_cannot_be_drawn_fails_when_it_would_be_seen_not_before() -> None:
    opening, action = board().scenes
    unwritten = replace(board(), scenes=(opening, replace(action, headline="\U0001d11e\U00012000")))
    frames = Frames(unwritten, timeline=TIMELINE)

    frame(frames, 0.0)
    frames.look_ahead(0, until=48)
    frame(frames, 0.5)

    with pytest.raises(FontMissing):
        frame(frames, SCENE)


def test_a_cut_shows_both_scenes_and_then_only_the_new_one() -> None:
    with_cut = Frames(board(), timeline=TIMELINE)
    alone = replace(TIMELINE, scenes=(replace(TIMELINE.scenes[0], span=Span(0, 2 * SCENE)),))
    without = Frames(replace(board(), scenes=board().scenes[:1]), timeline=alone)

    just_begun, over = SCENE + 1e-3, SCENE + 0.75

    assert similarity(frame(with_cut, just_begun), frame(without, just_begun)) > 0.95
    assert similarity(frame(with_cut, over), frame(without, over)) < 0.6


def similarity(one: Pixels, other: Pixels) -> float:
    """The share of pixels that are the same but for grain."""
    apart = np.abs(one.astype(int) - other.astype(int)).max(axis=2)
    return float((apart < 6).mean())


@pytest.mark.parametrize("format_name", FORMATS)
def test_the_same_storyboard_fills_every_format(format_name: str) -> None:
    frames = Frames(board(format_name), timeline=TIMELINE)
    shown = frame(frames, 0.75)

    assert shown.shape[:2] == (FORMATS[format_name].height, FORMATS[format_name].width)
    assert (shown[..., 3] == 255).all()


def test_a_still_is_ready_in_a_second_and_has_the_size_of_the_format(tmp_path: Path) -> None:
    still(board(), 0, out=tmp_path / "warm.png")
    begun = time.process_time()

    still(board("9:16"), 1, out=tmp_path / "still.png")

    assert time.process_time() - begun < 1.5
    picture = skia.Image.open(str(tmp_path / "still.png"))
    assert (picture.width(), picture.height()) == (1080, 1920)


def test_a_poster_is_a_jpeg_with_something_on_it(tmp_path: Path) -> None:
    poster(board(), TIMELINE, out=tmp_path / "poster.jpg")

    assert (tmp_path / "poster.jpg").read_bytes()[:3] == b"\xff\xd8\xff"
    picture = skia.Image.open(str(tmp_path / "poster.jpg")).toarray()
    assert picture[..., :3].std() > 20


def test_a_preview_plays_for_three_seconds_again_and_again(tmp_path: Path) -> None:
    preview(board(), TIMELINE, out=tmp_path / "preview.webp")

    with Image.open(tmp_path / "preview.webp") as shown:
        assert (shown.size, shown.info["loop"]) == ((270, 270), 0)
        assert shown.n_frames == 36
    assert (tmp_path / "preview.webp").stat().st_size <= 400_000


def test_a_still_of_half_the_size_shows_the_same(tmp_path: Path) -> None:
    still(board(), 0, out=tmp_path / "whole.png")
    still(board(), 0, out=tmp_path / "half.png", half=True)

    with Image.open(tmp_path / "whole.png") as whole, Image.open(tmp_path / "half.png") as half:
        assert half.size == (540, 540)
        smaller = np.asarray(whole.convert("RGB").resize(half.size), dtype=float)
        assert np.abs(smaller - np.asarray(half.convert("RGB"), dtype=float)).mean() < 3
