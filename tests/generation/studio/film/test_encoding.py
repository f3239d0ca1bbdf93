"""The encoder: what the file is, and what is left when it goes wrong."""

import os
import resource
import signal
import subprocess
import sys
import time
import wave
from pathlib import Path

import numpy as np
import pytest
from pymediainfo import MediaInfo

from generation.studio.errors import DiskFull, EncoderFailed, EncoderMissing
from generation.studio.film.encoder import Encoder, encoding, program
from generation.studio.film.settings import Job

pytestmark = pytest.mark.render

WIDTH, HEIGHT = 320, 240
ROOT = Path(__file__).resolve().parents[4]


def frames(count: int) -> list[np.ndarray]:
    noise = np.random.default_rng(1)
    return [noise.integers(0, 255, (HEIGHT, WIDTH, 4), dtype=np.uint8) for _ in range(count)]


def tone(path: Path, *, seconds: float) -> Path:
    rate = 48_000
    samples = np.sin(np.arange(int(seconds * rate)) * 0.05) * 9_000
    with wave.open(str(path), "wb") as file:
        file.setnchannels(2)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes(np.repeat(samples.astype("<i2"), 2).tobytes())
    return path


def boxes(path: Path) -> list[bytes]:
    """The names of the boxes an MP4 is made of, in order."""
    data, at, found = path.read_bytes(), 0, []
    while at < len(data):
        found.append(data[at + 4 : at + 8])
        at += int.from_bytes(data[at : at + 4], "big")
    return found


@pytest.fixture(scope="module")
def film(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("film")
    sound = tone(folder / "sound.wav", seconds=0.7)
    job = Job(WIDTH, HEIGHT, frames=30, soundtrack=sound)

    with encoding(job, out=folder / "ad.mp4") as encoder:
        for frame in frames(30):
            encoder.write(frame)

    return folder / "ad.mp4"


def test_the_picture_is_what_players_and_platforms_expect(film: Path) -> None:
    video = MediaInfo.parse(film).video_tracks[0]

    assert video.format == "AVC"
    assert video.format_profile.startswith("High@")
    assert (video.width, video.height) == (WIDTH, HEIGHT)
    assert (video.chroma_subsampling, video.bit_depth, video.scan_type) == ("4:2:0", 8, "Progressive")
    assert (video.frame_rate, video.frame_rate_mode, video.frame_count) == ("30.000", "CFR", "30")


def test_the_colours_are_marked_as_bt709(film: Path) -> None:
    video = MediaInfo.parse(film).video_tracks[0]

    assert video.color_primaries == "BT.709"
    assert video.transfer_characteristics == "BT.709"
    assert video.matrix_coefficients == "BT.709"
    assert video.color_range == "Limited"


def test_the_sound_is_stereo_aac_and_as_long_as_the_picture(film: Path) -> None:
    media = MediaInfo.parse(film)
    audio = media.audio_tracks[0]

    assert (audio.format, audio.sampling_rate, audio.channel_s) == ("AAC", 48_000, 2)
    assert abs(float(audio.duration) - float(media.video_tracks[0].duration)) < 30


def test_the_index_stands_before_the_pictures(film: Path) -> None:
    order = boxes(film)

    assert order.index(b"moov") < order.index(b"mdat")


def test_nothing_but_the_film_is_left_in_the_folder(film: Path) -> None:
    assert sorted(path.name for path in film.parent.iterdir()) == ["ad.mp4", "sound.wav"]


def test_colours_survive_the_way_into_the_file(tmp_path: Path) -> None:
    orange = np.full((HEIGHT, WIDTH, 4), (56, 132, 255, 255), dtype=np.uint8)
    with encoding(Job(WIDTH, HEIGHT, frames=5), out=tmp_path / "ad.mp4") as encoder:
        for _ in range(5):
            encoder.write(orange)

    decoded = decode(tmp_path / "ad.mp4")

    assert np.abs(decoded.astype(int) - (255, 132, 56)).max() <= 4


def decode(path: Path) -> np.ndarray:
    as_raw = ["-vf", "scale=in_color_matrix=bt709", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"]
    done = subprocess.run(
        [program(), "-v", "error", "-i", path, "-frames:v", "1", *as_raw], check=True, capture_output=True
    )
    return np.frombuffer(done.stdout, np.uint8).reshape(HEIGHT, WIDTH, 3)


def children() -> set[int]:
    here = str(os.getpid())
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if fields[1] == here:
            found.add(int(status.parent.name))
    return found


class CancelledError(Exception):
    pass


def begin_and_cancel(out: Path, *, besides: set[int]) -> None:
    with encoding(Job(WIDTH, HEIGHT, frames=300), out=out) as encoder:
        encoder.write(frames(1)[0])
        assert children() - besides, "nothing was started, so nothing could be left"
        raise CancelledError


def test_a_cancel_leaves_no_process_and_no_file(tmp_path: Path) -> None:
    before = children()
    started = time.monotonic()

    with pytest.raises(CancelledError):
        begin_and_cancel(tmp_path / "ad.mp4", besides=before)

    assert time.monotonic() - started < 3
    assert children() - before == set()
    assert list(tmp_path.iterdir()) == []


OWNER = """
import sys, time
from pathlib import Path
import numpy as np
from generation.studio.film.encoder import encoding
from generation.studio.film.settings import Job

with encoding(Job(64, 64, frames=900), out=Path(sys.argv[1])) as encoder:
    encoder.write(np.zeros((64, 64, 4), np.uint8))
    print(encoder._process.pid, flush=True)
    time.sleep(60)
"""


@pytest.mark.fault
def test_the_encoder_dies_with_the_process_that_asked_for_it(tmp_path: Path) -> None:
    owner = subprocess.Popen(
        [sys.executable, "-c", OWNER, tmp_path / "ad.mp4"], stdout=subprocess.PIPE, cwd=ROOT, text=True
    )
    assert owner.stdout is not None
    encoder = int(owner.stdout.readline())
    time.sleep(0.3)
    assert is_running(encoder)

    owner.send_signal(signal.SIGKILL)
    owner.wait()
    owner.stdout.close()

    deadline = time.monotonic() + 5
    while is_running(encoder) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not is_running(encoder)
    assert not (tmp_path / "ad.mp4").exists()


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state != "Z"


def encode(job: Job, *, out: Path) -> None:
    with encoding(job, out=out) as encoder:
        write_all(encoder, count=job.frames)


def write_all(encoder: Encoder, *, count: int) -> None:
    for frame in frames(count):
        encoder.write(frame)


def test_a_missing_encoder_is_named_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("IMAGEIO_FFMPEG_EXE", str(tmp_path / "no-such-program"))

    with pytest.raises(EncoderMissing, match="no-such-program"):
        encode(Job(WIDTH, HEIGHT, frames=1), out=tmp_path / "ad.mp4")

    assert list(tmp_path.iterdir()) == []


def test_an_encoder_that_fails_says_why_and_leaves_nothing(tmp_path: Path) -> None:
    job = Job(WIDTH, HEIGHT, frames=90, soundtrack=tmp_path / "no-such-sound.wav")

    with pytest.raises(EncoderFailed, match="no-such-sound"):
        encode(job, out=tmp_path / "ad.mp4")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.fault
def test_a_full_disk_is_told_apart_from_other_failures(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    # Python ignores the signal, and so does what it starts: writing fails as on a full disk.
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, hard))
    try:
        with pytest.raises(DiskFull):
            encode(Job(WIDTH, HEIGHT, frames=120), out=tmp_path / "ad.mp4")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))

    assert list(tmp_path.iterdir()) == []
