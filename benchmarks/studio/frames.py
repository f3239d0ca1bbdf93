"""(a) How fast films are made: drawing and encoding together, against encoding the same frames alone.

    python -m benchmarks.studio.frames [--format 9:16] [--rounds 3]

Encoding alone is the limit. It is fed, by the same process through the same pipe, with frames
that were drawn before, and encodes them with the same settings; turning colours into YUV is part
of both. The measurements take turns, so that other work on the machine spoils all of them alike.
Seconds of CPU say how the two compare where nothing else is running and both cores are busy.
"""

import argparse
import itertools
import statistics
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.meter import Taken, load, taken
from benchmarks.studio.samples import SCENE_SECONDS, board_of, make_film, silence, timeline_of
from generation.studio.captions import cues
from generation.studio.film.encoder import encoding
from generation.studio.film.frames import Frames, Pixels, blank, surface_on
from generation.studio.film.pieces import pieces
from generation.studio.film.settings import Job
from generation.studio.formats import FRAMES_PER_SECOND
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import Timeline

STORED = 90
"""Frames kept in memory for encoding alone, from one scene into the next: 750 MB in full HD."""


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory() as folder:
        against_encoding(options.format, rounds=options.rounds, folder=Path(folder))


def against_encoding(format_name: str, *, rounds: int, folder: Path) -> None:
    """Measure and print."""
    board = board_of(format_name)
    timeline = timeline_of(board)
    frames = Frames(board, timeline=timeline, cues=cues(timeline))
    stored = list(_drawn(frames))
    both, alone = [], []
    for _ in range(rounds):
        with taken() as film:
            make_film(board, timeline, folder)
        with taken() as limit:
            _encode(board, timeline, stored, folder=folder)
        both.append(film)
        alone.append(limit)
    size = f"{board.format.width}x{board.format.height}"
    print(f"(a) {frames.count} frames in {size}, {rounds} rounds in turns; {load()}")
    _report(both, alone, drawing=_drawing(frames), frames=frames.count)


def _report(both: list[Taken], alone: list[Taken], *, drawing: float, frames: int) -> None:
    print(f"    drawing and encoding   {_fps(both, frames)}")
    print(f"    encoding alone         {_fps(alone, frames)}")
    wall = statistics.median(limit.wall / film.wall for film, limit in zip(both, alone, strict=True))
    cpu = statistics.median(limit.cpu / film.cpu for film, limit in zip(both, alone, strict=True))
    print(f"    share of the limit     {wall:7.2f} by the clock, {cpu:.2f} by seconds of CPU; target 0.8")
    print(f"    drawing alone          {drawing * 1000:7.1f} ms of CPU a frame\n")


def _fps(measured: list[Taken], frames: int) -> str:
    wall = statistics.median(one.wall for one in measured)
    cpu = statistics.median(one.cpu for one in measured)
    return f"{frames / wall:7.1f} frames a second, {cpu * 1000 / frames:.1f} ms of CPU each"


def _encode(board: Storyboard, timeline: Timeline, stored: list[Pixels], *, folder: Path) -> None:
    picture = board.format
    cuts = pieces(board, timeline, cues(timeline))
    sound = silence(folder / "limit.wav", seconds=timeline.seconds)
    keys = tuple(piece.first for piece in cuts)
    job = Job(picture.width, picture.height, cuts[-1].end, sound, keyframes=keys)
    with encoding(job, out=folder / "limit.mp4") as encoder:
        for pixels in itertools.islice(itertools.cycle(stored), job.frames):
            encoder.write(pixels)


def _drawn(frames: Frames) -> Iterator[Pixels]:
    """Frames in a row, from the middle of one scene into the next."""
    first = round((SCENE_SECONDS - 1.0) * FRAMES_PER_SECOND)
    for number in range(first, first + STORED):
        pixels = blank(frames.picture)
        surface = surface_on(pixels)
        frames.paint(surface.getCanvas(), number / FRAMES_PER_SECOND)
        yield pixels


def _drawing(frames: Frames) -> float:
    """Seconds of CPU a frame, on average over the whole ad."""
    pixels = blank(frames.picture)
    surface = surface_on(pixels)
    begun = time.process_time()
    for number in range(frames.count):
        frames.paint(surface.getCanvas(), number / FRAMES_PER_SECOND)
    return (time.process_time() - begun) / frames.count


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast films are made.")
    parser.add_argument("--format", default="9:16")
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


if __name__ == "__main__":
    main()
