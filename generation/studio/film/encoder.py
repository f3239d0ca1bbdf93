"""Frames go in, an MP4 comes out: x264 and AAC in one pass through ffmpeg.

The film appears under its own name only when it is complete. Until then it is
a ``….part`` beside it, which is removed when anything goes wrong.
"""

import contextlib
import functools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import imageio_ffmpeg
import numpy as np
import numpy.typing as npt

from generation.studio.errors import DiskFull, EncoderFailed, EncoderMissing, StudioError
from generation.studio.film import leash
from generation.studio.film.lending import lend, wait_until_read
from generation.studio.film.settings import Job, arguments, joining

Frame = npt.NDArray[np.uint8]

NO_ROOM = ("No space left on device", "File too large", "Disk quota exceeded")
LAST_WORDS = 60.0
"""How many seconds ffmpeg may take to write what it still has when the frames are all given."""

PIPE_BYTES = 1 << 20


class Encoder:
    """Takes frames, one after the other. Made by ``encoding``."""

    def __init__(self, process: "subprocess.Popen[bytes]", *, log: IO[bytes]):
        self._process = process
        self._log = log
        self._lends = True
        # Freed memory would be written to before it was read.
        self._lent: Frame | None = None

    def write(self, frame: Frame) -> None:
        """Hand over one frame: (height, width, 4) bytes, BGRA. It must not change before the next one was
        handed over. Raises EncoderFailed or DiskFull.
        """
        assert self._process.stdin is not None  # noqa: S101 - opened with a pipe
        pipe = self._process.stdin
        try:
            # A pipe that could hold several frames would have to be read before any of them may change.
            self._lends = self._lends and frame.nbytes >= 2 * PIPE_BYTES and lend(pipe.fileno(), frame)
            if self._lends:
                wait_until_read(pipe.fileno(), but=frame.nbytes)
                self._lent = frame
            else:
                pipe.write(frame.data.cast("B"))
        except OSError as error:
            # It has broken off: give it the moment it needs to say why.
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(5.0)
            raise self._reason() from error

    def finish(self) -> None:
        """Wait until the last frame is on the disk. Raises EncoderFailed or DiskFull."""
        assert self._process.stdin is not None  # noqa: S101 - opened with a pipe
        try:
            self._process.stdin.close()
            self._process.wait(LAST_WORDS)
        except (OSError, subprocess.TimeoutExpired) as error:
            self.kill()
            raise self._reason() from error
        if self._process.returncode or self._words():
            raise self._reason()

    def kill(self) -> None:
        """End ffmpeg at once and wait until it is gone. Harmless when it has ended already."""
        if self._process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            self._process.communicate()

    def _words(self) -> str:
        self._log.seek(0)
        return self._log.read().decode(errors="replace").strip()

    def _reason(self) -> StudioError:
        words = self._words()
        if any(sign in words for sign in NO_ROOM):
            return DiskFull("There is no room left for the film. Free some space and try again.")
        last = "; ".join(words.splitlines()[-2:]) or f"it ended with code {self._process.returncode}"
        return EncoderFailed(f"The encoder stopped before the film was complete: {last}")


@contextlib.contextmanager
def encoding(job: Job, *, out: Path) -> Iterator[Encoder]:
    """An encoder for one film; ``out`` exists afterwards, complete, or not at all.

    Raises EncoderMissing, EncoderFailed or DiskFull. An exception from inside
    the block (a cancel, say) kills the encoder and passes on.
    """
    with _running(functools.partial(arguments, job), out=out) as encoder:
        yield encoder


def join(pieces: str, *, soundtrack: Path | None, seconds: float, out: Path) -> None:
    """Join encoded pieces without encoding them again; ``pieces`` is a list as ffmpeg's concat reads it.

    Raises what ``encoding`` raises.
    """
    with tempfile.TemporaryDirectory(dir=out.parent) as folder:
        listed = Path(folder) / "pieces.txt"
        listed.write_text(pieces, encoding="utf-8")
        with _running(functools.partial(joining, listed, soundtrack=soundtrack, seconds=seconds), out=out):
            pass


def pictures_in(film: Path) -> int:
    """How many pictures a file really holds, without decoding them; 0 when it cannot be read."""
    options = ["-nostdin", "-v", "error", "-xerror", "-i", str(film), "-map", "0:v", "-c", "copy"]
    done = subprocess.run(
        [program(), *options, "-f", "framecrc", "-"], capture_output=True, text=True, check=False
    )
    rows = [line for line in done.stdout.splitlines() if not line.startswith("#")]
    return 0 if done.returncode else len(rows)


@contextlib.contextmanager
def _running(options: Callable[..., list[str]], *, out: Path) -> Iterator[Encoder]:
    part = out.with_name(f"{out.name}.part")
    with tempfile.TemporaryFile() as log:
        encoder = Encoder(_start(options(out=part), log=log), log=log)
        try:
            yield encoder
            encoder.finish()
            part.replace(out)
        finally:
            encoder.kill()
            part.unlink(missing_ok=True)


def program() -> str:
    """The path of ffmpeg: IMAGEIO_FFMPEG_EXE from the environment, else the one of the package."""
    try:
        named = imageio_ffmpeg.get_ffmpeg_exe()
    except RuntimeError as error:
        raise EncoderMissing(
            "There is no ffmpeg to encode with. Install the package imageio-ffmpeg."
        ) from error
    found: str | None = shutil.which(named)
    if found is None:
        raise EncoderMissing(f"There is no ffmpeg to encode with: “{named}” cannot be run.")
    return found


def _start(options: list[str], *, log: IO[bytes]) -> "subprocess.Popen[bytes]":
    keeper = [sys.executable, "-I", "-S", leash.__file__, str(os.getpid())]
    process = subprocess.Popen(
        [*keeper, program(), *options],
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=log,
        start_new_session=True,
    )
    assert process.stdin is not None  # noqa: S101 - opened with a pipe
    _widen(process.stdin)
    return process


def _widen(pipe: IO[bytes]) -> None:
    """A larger pipe spares most of the switching between the two processes. Linux only, and optional."""
    if sys.platform == "linux":
        import fcntl  # noqa: PLC0415 - not there on every system

        with contextlib.suppress(OSError):
            fcntl.fcntl(pipe.fileno(), fcntl.F_SETPIPE_SZ, PIPE_BYTES)
