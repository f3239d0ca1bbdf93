"""(e) How time grows with the length of a film and with its size. Longer films have more scenes, not longer ones.

python -m benchmarks.studio.growth [--quick]
"""

import argparse
import itertools
import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.meter import Taken, load, taken
from benchmarks.studio.samples import SCENE_SECONDS, board_of, make_film, timeline_of
from generation.studio.formats import FORMATS, Format

LENGTHS = (6, 15, 30, 60)
SMALLER = Format("9:16", 720, 1280)


def main() -> None:
    parser = argparse.ArgumentParser(description="How time grows with length and size.")
    parser.add_argument("--quick", action="store_true", help="leave out the films of 30 and 60 seconds")
    with tempfile.TemporaryDirectory() as folder:
        growth(Path(folder), quick=parser.parse_args().quick)


def growth(folder: Path, *, quick: bool = False) -> None:
    """Measure and print."""
    lengths = LENGTHS[:2] if quick else LENGTHS
    print(f"(e) the film alone; {load()}")
    found = {length: _film(length, folder) for length in lengths}
    for length, one in found.items():
        print(f"    {length:>3} s in 1080x1920     {_each(one, length)}")
    small = _small(folder)
    print(f"     15 s in 720x1280      {_each(small, 15)}")
    first, last = lengths[0], lengths[-1]
    longer, larger = found[last].cpu / found[first].cpu, found[15].cpu / small.cpu
    print(f"    {last / first:.0f} times as long takes {longer:.1f} times the CPU,", end=" ")
    print(f"2.25 times the pixels {larger:.2f} times\n")


def _film(length: int, folder: Path) -> Taken:
    board = board_of()
    scenes = itertools.islice(itertools.cycle(board.scenes), round(length / SCENE_SECONDS))
    longer = replace(board, scenes=tuple(scenes))
    with taken() as film:
        make_film(longer, timeline_of(longer), folder)
    return film


def _small(folder: Path) -> Taken:
    whole = FORMATS["9:16"]
    FORMATS["9:16"] = SMALLER
    try:
        return _film(15, folder)
    finally:
        FORMATS["9:16"] = whole


def _each(one: Taken, length: int) -> str:
    seconds = f"{one.wall:7.1f} s, {one.cpu:6.1f} s of CPU"
    return f"{seconds}; for each second {one.wall / length:.2f} and {one.cpu / length:.2f}"


if __name__ == "__main__":
    main()
