"""How fast films are made: (a) against encoding alone, (c) against MoviePy, (e) as they grow, (f) after an edit.

    python -m benchmarks.studio.speed [--quick]

(b), the whole ad from storyboard to MP4, and (d), its memory, are measured by ``benchmarks.whole_ad``.
"""

import argparse
import tempfile
from pathlib import Path

from benchmarks.studio.again import after_an_edit
from benchmarks.studio.frames import against_encoding
from benchmarks.studio.growth import growth
from benchmarks.studio.slides import against_slideshow


def main() -> None:
    parser = argparse.ArgumentParser(description="How fast films are made.")
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds, and no films of 30 and 60 seconds"
    )
    quick = parser.parse_args().quick
    with tempfile.TemporaryDirectory() as folder:
        against_encoding("9:16", rounds=1 if quick else 3, folder=Path(folder))
        against_slideshow(Path(folder))
        growth(Path(folder), quick=quick)
        after_an_edit(Path(folder))


if __name__ == "__main__":
    main()
