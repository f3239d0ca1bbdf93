"""The finished film, decoded once for everything that is measured in it.

Decoding is what an inspection costs: sound levels, black and standing pictures, the samples of the
sound and single frames all come out of the same pass of ffmpeg.
"""

import signal
import subprocess
import tempfile
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from generation.studio.errors import EncoderFailed
from generation.studio.film.encoder import program
from generation.studio.formats import SAMPLE_RATE
from generation.studio.inspection.limits import BLACK_PIXEL, LONGEST_BLACK, LONGEST_FREEZE, SAME_FRAME

_PATIENCE = 600
# Black and standstill show as well in a small picture, in a fraction of the time.
_SMALLER = 4

Pixels = npt.NDArray[np.uint8]
Samples = npt.NDArray[np.float32]


@dataclass(frozen=True)
class Sample:
    """Frames to take out of a film: their ``numbers``, counted from 0, and ``picture``, the ffmpeg filter
    that makes ``width`` x ``height`` pixels of each."""

    numbers: tuple[int, ...]
    picture: str
    width: int
    height: int


def _nobody_asks(seconds: float) -> None:
    """For a film that nobody waits for."""
    del seconds


@dataclass(frozen=True)
class Decoded:
    """``log``: what ffmpeg's meters wrote. ``frames``: for each sample the frames that the film has, by their
    numbers, as (height, width, 3) bytes, RGB. ``sound``: (samples, 2) float32 at 48 kHz, empty without one."""

    log: str
    frames: tuple[dict[int, Pixels], ...]
    sound: Samples


def decode(
    path: Path,
    *,
    has_audio: bool,
    samples: Sequence[Sample] = (),
    on_second: Callable[[float], None] = _nobody_asks,
) -> Decoded:
    """Decode the whole file, measure it on the way, and take the samples.

    ``on_second`` hears now and then how many seconds of it are done; what it raises ends the decoding.
    Raises EncoderMissing without ffmpeg and EncoderFailed when ffmpeg hangs.
    """
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"frames-{number}" for number in range(len(samples))]
        sound = Path(folder) / "sound"
        command = [program(), "-hide_banner", "-nostdin", "-progress", "pipe:1", "-i", str(path)]
        command += _meters(has_audio)
        for sample, file in zip(samples, files, strict=True):
            command += _taking(sample, file)
        if has_audio:
            command += ["-map", "0:a:0", "-f", "f32le", "-ac", "2", "-ar", str(SAMPLE_RATE), str(sound)]
        log = _run(command, on_second)
        frames = tuple(_frames(sample, file) for sample, file in zip(samples, files, strict=True))
        return Decoded(log, frames, _sound(sound))


def _meters(has_audio: bool) -> list[str]:
    picture = (
        f"scale=iw/{_SMALLER}:ih/{_SMALLER}:flags=fast_bilinear,"
        f"blackdetect=d={LONGEST_BLACK}:pix_th={BLACK_PIXEL},freezedetect=n={SAME_FRAME}:d={LONGEST_FREEZE}"
    )
    options = ["-map", "0:v:0", "-vf", picture]
    if has_audio:
        options += ["-map", "0:a:0", "-af", "ebur128=peak=true:framelog=quiet"]
    return [*options, "-f", "null", "-"]


def _taking(sample: Sample, file: Path) -> list[str]:
    if not sample.numbers:
        return []
    chosen = "+".join(f"eq(n\\,{number})" for number in sample.numbers)
    return [
        *("-map", "0:v:0", "-fps_mode", "passthrough", "-vf", f"select={chosen},{sample.picture}"),
        *("-f", "rawvideo", "-pix_fmt", "rgb24", str(file)),
    ]


def _run(command: list[str], on_second: Callable[[float], None]) -> str:
    # The film is ours, yet a damaged one may hold any bytes: the log is decoded with patience.
    with tempfile.TemporaryFile() as log:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log) as process:
            late = threading.Timer(_PATIENCE, process.kill)
            late.start()
            try:
                told = [_heard(line, on_second) for line in process.stdout or ()]
                process.wait()
            finally:
                late.cancel()
                process.kill()  # Whoever was told may have raised; one that has ended does not mind.
        if process.returncode == -signal.SIGKILL:
            raise EncoderFailed("Measuring the finished file took too long. Try again.")
        log.seek(0)
        return (b"".join(told) + b"\n" + log.read()).decode("utf-8", "replace")


def _heard(line: bytes, on_second: Callable[[float], None]) -> bytes:
    name, _, value = line.strip().partition(b"=")
    if name == b"out_time_us" and value.isdigit():
        on_second(int(value) / 1_000_000)
    return line


def _frames(sample: Sample, file: Path) -> dict[int, Pixels]:
    shape = (sample.height, sample.width, 3)
    pixels = np.fromfile(file, dtype=np.uint8) if file.exists() else np.zeros(0, np.uint8)
    whole = len(pixels) // (sample.height * sample.width * 3)
    shown = pixels[: whole * sample.height * sample.width * 3].reshape(whole, *shape)
    # A film that is cut off lacks the last ones.
    return dict(zip(sorted(sample.numbers), shown, strict=False))


def _sound(file: Path) -> Samples:
    whole = np.fromfile(file, dtype="<f4") if file.exists() else np.zeros(0, np.float32)
    return whole[: len(whole) // 2 * 2].reshape(-1, 2)
