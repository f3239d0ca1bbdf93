"""A film that is made again after a change: what is still the same is neither drawn nor encoded."""

import json
import subprocess
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from pymediainfo import MediaInfo

from generation.studio.captions import cues
from generation.studio.direction import direct
from generation.studio.film import glimpses, poster, record_of, render, render_again
from generation.studio.film.encoder import program
from generation.studio.film.pieces import pieces
from generation.studio.script import Intent, Script, ScriptScene
from generation.studio.sound import write_wav
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Timeline, Word

pytestmark = pytest.mark.render

SCRIPT = Script(
    title="Rosa's Bakery",
    scenes=(
        ScriptScene(Intent.HOOK, "Good things start early", "Good things start early."),
        ScriptScene(Intent.BENEFIT, "Baked while you sleep", "Baked while you sleep."),
        ScriptScene(Intent.ACTION, "Come and visit us", "Come and visit us."),
    ),
    call_to_action="Come and visit us",
)
SECONDS = (1.0, 1.2, 1.0)


def timeline(seconds: tuple[float, ...] = SECONDS) -> Timeline:
    scenes, start = [], 0.0
    for length in seconds:
        words = (Word("Good", start + 0.2, start + 0.4), Word("things", start + 0.4, start + 0.7))
        voice = Span(start + 0.2, start + 0.7)
        scenes.append(SceneTimes(Span(start, start + length), voice, words))
        start += length
    return Timeline(tuple(scenes), start)


TIMELINE = timeline()
CUES = cues(TIMELINE)


def board() -> Storyboard:
    return direct(SCRIPT, brand="Rosa's Bakery", tone="warm", about="A bakery.", format_name="1:1", seed=2)


def edited(storyboard: Storyboard, index: int, headline: str) -> Storyboard:
    scenes = list(storyboard.scenes)
    scenes[index] = replace(scenes[index], headline=headline, emphasis="")
    return replace(storyboard, scenes=tuple(scenes))


def pictures(path: Path) -> list[str]:
    """A hash of every decoded frame with the time it is shown at."""
    command = [program(), "-v", "error", "-i", path, "-map", "0:v", "-f", "framemd5", "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = [line.split(",") for line in done.stdout.splitlines() if not line.startswith("#")]
    assert [int(row[2]) for row in rows] == list(range(len(rows))), "frames are missing or out of time"
    return [row[-1].strip() for row in rows]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sound") / "sound.wav"
    write_wav(path, np.zeros((round(TIMELINE.seconds * 48_000), 2), np.float32))
    return path


@pytest.fixture(scope="module")
def before(tmp_path_factory: pytest.TempPathFactory, sound: Path) -> Path:
    out = tmp_path_factory.mktemp("before") / "ad.mp4"
    assert render_again(board(), TIMELINE, CUES, soundtrack=sound, out=out) == 96
    return out


@pytest.fixture(scope="module")
def after(before: Path, tmp_path_factory: pytest.TempPathFactory, sound: Path) -> Path:
    out = tmp_path_factory.mktemp("after") / "ad.mp4"
    changed = edited(board(), 2, "See you at seven")
    drawn = render_again(changed, TIMELINE, CUES, soundtrack=sound, out=out, before=before)
    assert drawn == 30
    return out


def test_the_pieces_of_a_film_follow_each_other_without_a_gap():
    found = pieces(board(), TIMELINE, CUES)

    assert [piece.first for piece in found] == [0, *(piece.end for piece in found[:-1])]
    assert (found[0].first, found[-1].end) == (0, 96)
    assert {30, 66} < {piece.first for piece in found}, "a piece begins with every scene"


def test_what_did_not_change_is_the_same_to_the_bit(before: Path, after: Path):
    old, new = pictures(before), pictures(after)

    assert len(new) == len(old) == 96
    assert new[:66] == old[:66]
    assert not set(new[70:]) & set(old)


def test_a_joined_film_is_what_a_film_made_at_once_is(before: Path, after: Path):
    def shown(path: Path) -> list[object]:
        media = MediaInfo.parse(path)
        video, audio = media.video_tracks[0], media.audio_tracks[0]
        return [
            *(video.format_profile, video.width, video.height, video.frame_rate_mode, video.frame_count),
            *(video.duration, video.color_primaries, video.matrix_coefficients, video.color_range),
            *(audio.format, audio.duration, audio.sampling_rate, media.general_tracks[0].isstreamable),
        ]

    assert shown(after) == shown(before)
    assert begins(after) == begins(before) == 0


def begins(path: Path) -> int:
    """When the first picture is shown, on the clock of the file."""
    command = [program(), "-v", "error", "-copyts", "-i", path, "-map", "0:v", "-f", "framecrc", "-"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    rows = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    return int(rows[0].split(",")[2])


def test_a_joined_film_can_be_used_again_itself(after: Path, sound: Path, tmp_path: Path):
    changed = edited(edited(board(), 2, "See you at seven"), 0, "Good things take time")

    drawn = render_again(changed, TIMELINE, CUES, soundtrack=sound, out=tmp_path / "ad.mp4", before=after)

    assert 30 < drawn < 60
    assert pictures(tmp_path / "ad.mp4")[60:] == pictures(after)[60:]


def test_scenes_that_only_come_later_are_kept(before: Path, sound: Path, tmp_path: Path):
    later = timeline((1.5, *SECONDS[1:]))

    drawn = render_again(
        board(), later, cues(later), soundtrack=sound, out=tmp_path / "ad.mp4", before=before
    )

    assert drawn < 75
    assert pictures(tmp_path / "ad.mp4")[81:] == pictures(before)[66:]


def test_a_film_over_itself_under_a_new_sound_draws_nothing(before: Path, sound: Path, tmp_path: Path):
    out = tmp_path / "ad.mp4"
    out.write_bytes(before.read_bytes())
    record_of(out).write_bytes(record_of(before).read_bytes())

    assert render_again(board(), TIMELINE, CUES, soundtrack=sound, out=out, before=out) == 0

    assert pictures(out) == pictures(before)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["ad.mp4", "ad.pieces.json"]


def test_another_look_leaves_nothing_to_keep():
    first = {piece.fingerprint for piece in pieces(board(), TIMELINE, CUES)}
    look = replace(board().look, palette=replace(board().look.palette, primary="#123456"))

    assert first.isdisjoint(
        piece.fingerprint for piece in pieces(replace(board(), look=look), TIMELINE, CUES)
    )
    assert first.isdisjoint(
        piece.fingerprint for piece in pieces(replace(board(), format_name="4:5"), TIMELINE, CUES)
    )


def test_a_film_without_captions_is_another_film():
    silent = [piece.fingerprint for piece in pieces(board(), TIMELINE, ())]

    assert not set(silent) & {piece.fingerprint for piece in pieces(board(), TIMELINE, CUES)}


@pytest.mark.parametrize("record", [None, "[]", "no record", '[{"first": 0}]', json.dumps({"pieces": 3})])
def test_a_film_that_nobody_knows_anything_about_is_made_whole(
    record: str | None, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    seen: list[object] = []
    monkeypatch.setattr("generation.studio.film.again.render", lambda *_, **given: seen.append(given["out"]))
    before = tmp_path / "before.mp4"
    before.write_bytes(b"a film")
    if record is not None:
        record_of(before).write_text(record)
    out = tmp_path / "ad.mp4"

    assert render_again(board(), TIMELINE, CUES, soundtrack=sound, out=out, before=before) == 96

    assert seen == [out]


@pytest.mark.parametrize("share", [0.4, 0.05])
def test_an_earlier_film_that_was_damaged_is_not_used(
    share: float, before: Path, sound: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    whole: list[object] = []
    monkeypatch.setattr("generation.studio.film.again.render", lambda *_, **given: whole.append(given["out"]))
    damaged = tmp_path / "before.mp4"
    data = before.read_bytes()
    damaged.write_bytes(data[: round(len(data) * share)])
    record_of(damaged).write_bytes(record_of(before).read_bytes())

    drawn = render_again(board(), TIMELINE, CUES, soundtrack=sound, out=tmp_path / "ad.mp4", before=damaged)

    assert (drawn, whole) == (96, [tmp_path / "ad.mp4"])


class CancelledError(Exception):
    pass


def test_a_cancel_leaves_neither_film_nor_pieces(before: Path, sound: Path, tmp_path: Path):
    def cancel(done: int, total: int) -> None:
        if done == 3:
            raise CancelledError

    with pytest.raises(CancelledError):
        render_again(
            edited(board(), 2, "See you at eight"),
            TIMELINE,
            CUES,
            soundtrack=sound,
            out=tmp_path / "ad.mp4",
            before=before,
            on_progress=cancel,
        )

    assert list(tmp_path.iterdir()) == []


def test_poster_and_preview_are_taken_from_the_film_without_its_captions(sound: Path, tmp_path: Path):
    taken = glimpses(board(), TIMELINE, poster=tmp_path / "poster.png", preview=tmp_path / "preview.webp")
    render(board(), TIMELINE, CUES, soundtrack=sound, out=tmp_path / "ad.mp4", glimpses=taken)
    poster(board(), TIMELINE, out=tmp_path / "alone.png")

    with Image.open(tmp_path / "poster.png") as shown, Image.open(tmp_path / "alone.png") as alone:
        assert np.array_equal(np.asarray(shown), np.asarray(alone))
    with Image.open(tmp_path / "preview.webp") as playing:
        assert playing.n_frames == 36


def test_a_poster_is_drawn_where_its_scene_was_kept(before: Path, sound: Path, tmp_path: Path):
    taken = glimpses(board(), TIMELINE, poster=tmp_path / "poster.png", preview=tmp_path / "preview.webp")
    changed = edited(board(), 2, "See you at seven")

    render_again(
        changed, TIMELINE, CUES, soundtrack=sound, out=tmp_path / "ad.mp4", before=before, glimpses=taken
    )

    poster(board(), TIMELINE, out=tmp_path / "alone.png")
    with Image.open(tmp_path / "poster.png") as shown, Image.open(tmp_path / "alone.png") as alone:
        assert np.array_equal(np.asarray(shown), np.asarray(alone))
    assert (tmp_path / "preview.webp").exists()
