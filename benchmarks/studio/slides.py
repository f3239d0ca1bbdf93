"""(c) Our film, against the slideshow that one would otherwise write with MoviePy.

    python -m benchmarks.studio.slides

MoviePy asks for an older Pillow than the studio, so it lives in a virtual environment of its own: the Python that
VIGEN_MOVIEPY_PYTHON names, or one that is made in the folder for temporary files and kept there.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path

from benchmarks.environment import NotThereError, python_with
from benchmarks.meter import Taken, load, taken
from benchmarks.studio.samples import SCENE_SECONDS, board_of, make_film, silence, timeline_of
from generation.studio.captions import cues
from generation.studio.film import still
from generation.studio.formats import FRAMES_PER_SECOND

SLIDESHOW = Path(__file__).with_name("slideshow.py")
FONTS = Path(__file__).resolve().parents[2] / "generation" / "studio" / "assets" / "fonts"
MOVIEPY = "moviepy>=2.1,<3"


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        against_slideshow(Path(folder))


def against_slideshow(folder: Path) -> None:
    """Measure and print; says so where MoviePy cannot be had."""
    try:
        python = moviepy_python()
        slides = _slideshow(python, folder)
    except NotThereError as error:
        print(f"(c) not measured: {error}\n")
        return
    board = board_of()
    with taken() as film:
        make_film(board, timeline_of(board), folder)
    seconds = timeline_of(board).seconds
    print(f"(c) {seconds:.0f} s in {board.format.width}x{board.format.height}; {load()}")
    print(f"    MoviePy's slideshow    {slides.wall:7.1f} s, {slides.cpu:.1f} s of CPU")
    print(f"    our film               {film.wall:7.1f} s, {film.cpu:.1f} s of CPU")
    faster, cheaper = slides.wall / film.wall, slides.cpu / film.cpu
    print(f"    as fast                {faster:7.1f} times by the clock, {cheaper:.1f} by CPU; target 8\n")


def moviepy_python() -> Path:
    """A Python that has MoviePy. Raises NotThereError."""
    named = os.environ.get("VIGEN_MOVIEPY_PYTHON", "")
    return Path(named) if named else python_with("moviepy", MOVIEPY, proof="import moviepy")


def _slideshow(python: Path, folder: Path) -> Taken:
    plan = folder / "plan.json"
    plan.write_text(json.dumps(_plan(folder)), encoding="utf-8")
    done = subprocess.run([python, SLIDESHOW, plan], capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotThereError(f"MoviePy failed: {(done.stderr.strip() or 'no reason given').splitlines()[-1]}")
    wall, cpu = done.stdout.split()[-2:]
    return Taken(float(wall), float(cpu))


def _plan(folder: Path) -> dict[str, object]:
    """What the slideshow shows: the scenes as pictures, each for as long as in our film, and the words said."""
    board = board_of()
    timeline = timeline_of(board)
    slides = []
    for index in range(len(board.scenes)):
        picture = folder / f"slide-{index:02}.jpg"
        still(board, index, out=picture)
        slides.append({"picture": str(picture), "start": index * SCENE_SECONDS, "seconds": SCENE_SECONDS})
    return {
        "slides": slides,
        "captions": [
            {"text": " ".join(word.text for word in cue.words), "start": cue.start, "end": cue.end}
            for cue in cues(timeline)
        ],
        "font": str(next(iter(sorted((FONTS / "inter").glob("*.ttf"))))),
        "sound": str(silence(folder / "slides.wav", seconds=timeline.seconds)),
        "size": [board.format.width, board.format.height],
        "fps": FRAMES_PER_SECOND,
        "seconds": timeline.seconds,
        "out": str(folder / "slides.mp4"),
    }


if __name__ == "__main__":
    main()
