"""How fast ads are made, in one run: everything is measured on the same machine at the same time.

    python -m benchmarks.studio.speed [--quick]

(a) frames per second, against encoding the same frames alone; (b) a 15 s ad from storyboard to
MP4, sound and voice included; (c) the same storyboard's slideshow made with MoviePy, where
VIGEN_MOVIEPY_PYTHON names a Python that has it (it cannot be installed beside the studio);
(d) peak memory of all processes together; (e) how time grows with length and size.
"""

import argparse
import itertools
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psutil

from benchmarks.studio.frames import SCENE_SECONDS, SCRIPT, drawn, encode, silence, timeline_of
from generation.studio.captions import cues
from generation.studio.direction import direct
from generation.studio.film import render, still
from generation.studio.film.frames import Frames
from generation.studio.formats import FORMATS, Format
from generation.studio.music import compose, tempo_for
from generation.studio.schedule import lay
from generation.studio.sound import soundtrack, write_wav
from generation.studio.storyboard import Storyboard
from generation.studio.timeline import SceneTimes, Span, Timeline, Word
from generation.studio.voice import narrate

SLIDESHOW = Path(__file__).with_name("slideshow.py")
SMALLER = Format("9:16", 720, 1280)
STORED = 90
MEGABYTE = 1 << 20


def main() -> None:
    quick = _options().quick
    board = direct(SCRIPT, brand="AeroStride", tone="energetic", about="A running shoe.", length=15.0)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        with peak_memory() as memory:
            ours = _whole(board, folder)
        print(f"(d) peak memory            {max(memory) / MEGABYTE:7.0f} MB in all processes; target 900\n")
        _against_encoding(board, folder)
        _against_slideshow(board, folder, ours=ours)
        _growth(board, folder, lengths=(6, 15) if quick else (6, 15, 30, 60))


def _whole(board: Storyboard, folder: Path) -> float:
    """(b): the seconds from storyboard to MP4."""
    marks = [("", time.perf_counter())]
    for index in range(len(board.scenes)):
        still(board, index, out=folder / f"half-{index}.jpg", half=True)
        if index == 0:
            marks.append(("first still", time.perf_counter()))
    marks.append(("other stills", time.perf_counter()))
    spoken = narrate([scene.narration for scene in board.scenes], voice=board.voice, language="en")
    marks.append(("voice", time.perf_counter()))
    rough = lay(spoken, length=board.length)
    tempo = tempo_for(board.music_mood, seed=board.seed, timeline=rough)
    timeline = lay(spoken, length=board.length, tempo=tempo)
    music = compose(board.music_mood, seed=board.seed, seconds=timeline.seconds, timeline=timeline)
    mix = soundtrack(spoken, timeline, music, seed=board.seed, energy=board.look.energy)
    write_wav(folder / "sound.wav", mix)
    marks.append(("music and mix", time.perf_counter()))
    render(board, timeline, cues(timeline), soundtrack=folder / "sound.wav", out=folder / "ad.mp4")
    marks.append(("film", time.perf_counter()))
    print(
        f"(b) {timeline.seconds:.0f} s ad in {board.format.width}x{board.format.height}, first of its process"
    )
    for (_, before), (what, after) in itertools.pairwise(marks):
        print(f"    {what:<22} {after - before:7.1f} s")
    whole = marks[-1][1] - marks[0][1]
    print(f"    for each second        {whole / timeline.seconds:7.2f} s; target 1.2\n")
    return whole


def _against_encoding(board: Storyboard, folder: Path) -> None:
    """(a): drawing and encoding take turns with encoding alone."""
    timeline = timeline_of(board)
    frames = Frames(board, timeline=timeline, cues=cues(timeline))
    stored = list(drawn(frames, count=STORED))
    both, alone = [], []
    for _ in range(2):
        both.append(_film(board, timeline, folder))
        alone.append(encode(board, stored, count=frames.count, folder=folder))
    film, limit = min(both), min(alone)
    print(f"(a) drawing and encoding   {frames.count / film:7.1f} fps")
    print(f"    encoding alone         {frames.count / limit:7.1f} fps")
    print(f"    share of the limit     {limit / film:7.2f}; target 0.8\n")


def _against_slideshow(board: Storyboard, folder: Path, *, ours: float) -> None:
    """(c): what a user would otherwise make."""
    python = os.environ.get("VIGEN_MOVIEPY_PYTHON", "")
    if not python:
        print("(c) not measured: MoviePy is not here. Install it somewhere and name that Python in")
        print("    VIGEN_MOVIEPY_PYTHON.\n")
        return
    stills = folder / "stills"
    stills.mkdir()
    for index in range(len(board.scenes)):
        still(board, index, out=stills / f"still-{index:02}.jpg")
    sound = silence(folder / "silence.wav", seconds=60.0)
    command = [
        python,
        str(SLIDESHOW),
        str(stills),
        str(sound),
        str(folder / "slides.mp4"),
        str(SCENE_SECONDS),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"(c) MoviePy failed: {done.stderr.strip().splitlines()[-1]}\n", file=sys.stderr)
        return
    film = _film(board, timeline_of(board), folder)
    took = float(done.stdout.split()[-1])
    print(f"(c) MoviePy's slideshow    {took:7.1f} s")
    print(f"    our film               {film:7.1f} s, {took / film:.1f} times as fast; target 8")
    print(f"    our ad, voice and all  {ours:7.1f} s, {took / ours:.1f} times as fast\n")


def _growth(board: Storyboard, folder: Path, *, lengths: tuple[int, ...]) -> None:
    """(e): films of several lengths, and of two sizes."""
    print("(e) film alone             seconds, for each second")
    for length in lengths:
        timeline = _stretched(timeline_of(board), float(length))
        took = _film(board, timeline, folder)
        print(f"    {length:>3} s in 1080x1920      {took:7.1f} {took / length:9.2f}")
    whole = FORMATS["9:16"]
    FORMATS["9:16"] = SMALLER
    try:
        took = _film(board, timeline_of(board), folder)
    finally:
        FORMATS["9:16"] = whole
    print(f"     15 s in 720x1280       {took:7.1f} {took / 15:9.2f}")


def _film(board: Storyboard, timeline: Timeline, folder: Path) -> float:
    sound = silence(folder / "none.wav", seconds=timeline.seconds)
    begun = time.perf_counter()
    render(board, timeline, cues(timeline), soundtrack=sound, out=folder / "film.mp4")
    return time.perf_counter() - begun


def _stretched(timeline: Timeline, seconds: float) -> Timeline:
    """The same scenes, longer or shorter."""
    share = seconds / timeline.seconds

    scenes = tuple(
        SceneTimes(
            Span(scene.span.start * share, scene.span.end * share),
            None,
            tuple(Word(word.text, word.start * share, word.end * share) for word in scene.words),
        )
        for scene in timeline.scenes
    )
    return Timeline(scenes, seconds)


@contextmanager
def peak_memory() -> Iterator[list[int]]:
    """The bytes that this process and its children hold together, looked at twenty times a second."""
    seen, stopped = [0], threading.Event()

    def look() -> None:
        whole = psutil.Process()
        while not stopped.wait(0.05):
            held = 0
            for process in (whole, *whole.children(recursive=True)):
                try:
                    held += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            seen.append(held)

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        stopped.set()
        thread.join()


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="How fast ads are made.")
    parser.add_argument("--quick", action="store_true", help="leave out the films of 30 and 60 seconds")
    return parser.parse_args()


if __name__ == "__main__":
    main()
