"""Small real films, good and bad."""

import subprocess
from pathlib import Path

import imageio_ffmpeg
import pytest

from generation.studio.errors import FilmRefused
from generation.studio.formats import Format
from generation.studio.inspection import inspect
from generation.studio.timeline import SceneTimes, Span, Timeline

pytestmark = pytest.mark.render
SECONDS = 4
SMALL = Format("9:16", 180, 320)
TIMELINE = Timeline((SceneTimes(Span(0, SECONDS), None, ()),), float(SECONDS))
# Uneven noise at -14 LUFS, measured.
NOISE = "anoisesrc=r=48000:c=pink:a=0.55:seed=3"
MOVING = "testsrc2=s=180x320:r=30"
_COLOURS = "setparams=color_primaries=bt709:color_trc=bt709:colorspace=bt709:range=tv"


def film(folder: Path, *, picture: str = MOVING, volume_db: float = 0.0, extra: tuple[str, ...] = ()) -> Path:
    """Make a film the way the studio does, of a test picture and noise."""
    out = folder / "film.mp4"
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y"]
    command += ["-f", "lavfi", "-i", f"{picture},format=yuv420p,{_COLOURS}", "-f", "lavfi", "-i", NOISE]
    command += [
        "-af",
        f"loudnorm=I=-14:TP=-2:LRA=7,aresample=48000,volume={volume_db}dB,aformat=channel_layouts=stereo",
    ]
    command += [
        "-t",
        str(SECONDS),
        "-c:v",
        "libx264",
        "-profile:v",
        "high",
        "-preset",
        "ultrafast",
        "-crf",
        "30",
    ]
    # ultrafast alone switches off what makes the profile High.
    command += [
        "-x264-params",
        "8x8dct=1",
        "-c:a",
        "aac",
        "-b:a",
        "128k",
        "-movflags",
        "+faststart",
        *extra,
        str(out),
    ]
    subprocess.run(command, check=True)
    return out


def refusal(path: Path) -> tuple[str, ...]:
    with pytest.raises(FilmRefused) as caught:
        inspect(path, storyboard_format=SMALL, timeline=TIMELINE)
    return caught.value.reasons


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return film(tmp_path_factory.mktemp("good"))


def test_a_good_film_is_measured(good: Path) -> None:
    found = inspect(good, storyboard_format=SMALL, timeline=TIMELINE)

    assert found.seconds == pytest.approx(SECONDS, abs=0.04)
    assert found.loudness == pytest.approx(-14, abs=0.5)
    assert found.true_peak <= -1
    assert found.measures.frames == SECONDS * 30
    assert (found.container.profile, found.container.chroma, found.container.matrix) == (
        "High",
        "4:2:0",
        "BT.709",
    )
    assert found.container.starts_fast


def test_a_quiet_film_is_refused(tmp_path: Path) -> None:
    (reason,) = refusal(film(tmp_path, volume_db=-9))

    assert reason.startswith("it is too quiet: -2")


def test_a_film_that_peaks_is_refused(tmp_path: Path) -> None:
    reasons = refusal(film(tmp_path, volume_db=6))

    assert [reason.split(":")[0].split(" at ")[0] for reason in reasons] == [
        "it is too loud",
        "its sound peaks",
    ]


def test_a_black_film_is_refused_for_being_black_and_still(tmp_path: Path) -> None:
    black, still = refusal(film(tmp_path, picture="color=black:s=180x320:r=30"))

    assert black.startswith("the picture is black from 0.0")
    assert still.startswith("the picture stands still")


def test_a_still_picture_is_refused_and_a_small_movement_is_enough(tmp_path: Path) -> None:
    still = "smptebars=s=180x320:r=30"
    swaying = f"{still}[a];color=red:s=30x12:r=30[b];[a][b]overlay=x='70+3*sin(PI*t)':y=200"
    (tmp_path / "swaying").mkdir()

    assert [reason[:24] for reason in refusal(film(tmp_path, picture=still))] == ["the picture stands still"]
    assert inspect(film(tmp_path / "swaying", picture=swaying), storyboard_format=SMALL, timeline=TIMELINE)


def test_another_size_is_refused(tmp_path: Path) -> None:
    assert refusal(film(tmp_path, picture="testsrc2=s=320x180:r=30")) == (
        "the picture is 320 by 180 pixels instead of 180 by 320",
    )


def test_another_frame_rate_and_length_are_refused(tmp_path: Path) -> None:
    reasons = refusal(film(tmp_path, picture="testsrc2=s=180x320:r=25", extra=("-t", "3")))

    assert "the frame rate is 25.0 instead of 30.0" in reasons
    assert any(reason.startswith("it lasts 3.0") for reason in reasons)


def test_a_film_without_sound_is_refused(tmp_path: Path) -> None:
    assert "it has 0 sound streams instead of one" in refusal(film(tmp_path, extra=("-an",)))


def test_a_film_with_its_index_at_the_end_is_refused(tmp_path: Path) -> None:
    (reason,) = refusal(film(tmp_path, extra=("-movflags", "0")))

    assert "load all of it" in reason


def test_a_film_that_is_cut_off_is_refused(good: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.mp4"
    cut.write_bytes(good.read_bytes()[: good.stat().st_size * 2 // 3])

    assert any(reason.startswith("it is cut off or damaged") for reason in refusal(cut))


def test_what_is_no_film_is_refused(tmp_path: Path) -> None:
    text, empty = tmp_path / "text.mp4", tmp_path / "empty.mp4"
    text.write_text("This is not a film." * 50)
    empty.touch()

    assert refusal(text) == ("it is not a film, or too damaged to be opened",)
    assert refusal(empty) == refusal(tmp_path / "missing.mp4") == ("there is no file, or it is empty",)


def test_whoever_waits_hears_how_far_the_look_at_the_film_is(good: Path) -> None:
    heard: list[float] = []

    inspect(good, storyboard_format=SMALL, timeline=TIMELINE, on_progress=heard.append)

    assert heard
    assert heard == sorted(heard)
    assert heard[-1] > 0.9
    assert max(heard) <= 1.0


def test_a_cancel_that_comes_meanwhile_ends_the_look_at_the_film(good: Path) -> None:
    class Cancelled(Exception):
        pass

    def cancel(_: float) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        inspect(good, storyboard_format=SMALL, timeline=TIMELINE, on_progress=cancel)
