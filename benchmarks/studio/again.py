"""(f) A film made again after one of its scenes was edited, against making it whole.

python -m benchmarks.studio.again
"""

import tempfile
from dataclasses import replace
from pathlib import Path

from benchmarks.meter import load, taken
from benchmarks.studio.samples import board_of, silence, timeline_of
from generation.studio.captions import cues
from generation.studio.film import render_again


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        after_an_edit(Path(folder))


def after_an_edit(folder: Path) -> None:
    """Measure and print."""
    board = board_of()
    timeline = timeline_of(board)
    captions, sound = cues(timeline), silence(folder / "sound.wav", seconds=timeline.seconds)
    film, again = folder / "before.mp4", folder / "after.mp4"
    with taken() as whole:
        total = render_again(board, timeline, captions, soundtrack=sound, out=film)
    scenes = [
        replace(scene, headline="Only 198 grams light") if index == 2 else scene
        for index, scene in enumerate(board.scenes)
    ]
    edited = replace(board, scenes=tuple(scenes))
    with taken() as part:
        drawn = render_again(edited, timeline, captions, soundtrack=sound, out=again, before=film)
    print(f"(f) one of {len(scenes)} scenes edited; {load()}")
    print(f"    the whole film         {whole.wall:7.1f} s, {whole.cpu:.1f} s of CPU, {total} frames")
    print(f"    made again             {part.wall:7.1f} s, {part.cpu:.1f} s of CPU, {drawn} frames")
    print(
        f"    share                  {part.wall / whole.wall:7.2f} by the clock, {part.cpu / whole.cpu:.2f} by CPU\n"
    )


if __name__ == "__main__":
    main()
