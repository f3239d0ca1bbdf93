"""Frames that go through a pipe without a copy: they arrive as they were when they were handed over."""

import os
import subprocess
import threading
import time
from pathlib import Path

import numpy as np
import pytest

from generation.studio.film.encoder import encoding, program
from generation.studio.film.feeding import Feeder
from generation.studio.film.lending import lend, wait_until_read
from generation.studio.film.settings import Job

FRAME = 3 << 20


def read_slowly(pipe: int, *, into: bytearray) -> None:
    while part := os.read(pipe, 1 << 19):
        into += part
        time.sleep(0.001)


def test_what_was_lent_may_change_once_the_next_is_in_the_pipe() -> None:
    reading, writing = os.pipe()
    buffers = [np.zeros(FRAME, np.uint8) for _ in range(2)]
    arrived = bytearray()
    reader = threading.Thread(target=read_slowly, args=(reading,), kwargs={"into": arrived})
    reader.start()

    for number in range(8):
        # The one before last: of it nothing may be left in the pipe.
        buffers[number % 2][:] = number + 1
        assert lend(writing, buffers[number % 2])
        wait_until_read(writing, but=FRAME)
    os.close(writing)
    reader.join()
    os.close(reading)

    found = np.frombuffer(arrived, np.uint8).reshape(8, FRAME)
    assert (found == np.arange(1, 9, dtype=np.uint8)[:, None]).all()


def test_a_reader_that_has_gone_is_noticed() -> None:
    reading, writing = os.pipe()
    os.close(reading)

    with pytest.raises(BrokenPipeError):
        lend(writing, np.zeros(FRAME, np.uint8))
    os.close(writing)


def test_what_is_no_pipe_is_given_nothing(tmp_path: Path) -> None:
    with (tmp_path / "file").open("wb") as file:
        assert not lend(file.fileno(), np.zeros(FRAME, np.uint8))

    assert not (tmp_path / "file").stat().st_size


def grey_of(number: int) -> int:
    """Never near that of a frame beside it."""
    return 20 + number * 67 % 200


@pytest.mark.render
def test_every_frame_of_a_film_is_the_one_that_was_drawn(tmp_path: Path) -> None:
    width, height, count = 1024, 768, 40
    job = Job(width, height, frames=count)
    with (
        encoding(job, out=tmp_path / "film.mp4") as encoder,
        Feeder(encoder, make=lambda: np.zeros((height, width, 4), np.uint8)) as feeder,
    ):
        for number in range(count):
            pixels = feeder.next()
            pixels[...] = grey_of(number)
            feeder.send(pixels)

    command = [program(), "-v", "error", "-i", str(tmp_path / "film.mp4"), "-vf", "scale=64:48"]
    shown = subprocess.run(
        [*command, "-f", "rawvideo", "-pix_fmt", "gray", "-"], capture_output=True, check=True, timeout=30
    )
    greys = np.frombuffer(shown.stdout, np.uint8).reshape(count, -1)
    meant = np.array([grey_of(number) for number in range(count)])
    assert np.abs(greys.astype(int) - meant[:, None]).max() < 12
